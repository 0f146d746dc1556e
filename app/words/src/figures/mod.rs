//! Every number of the facts by its id: what `play` compares, desk and screen show and papers print.
//!
//! Ids are stable: `meeting.N.…`, `vote.N.…`, `sheet.N.…`, `collection.N.…`, `roll.…`, `matters.…`; N counts from 1.
//! Each number is made by one typed function below; [`all`] and [`find`] only walk them.

pub mod collection;
pub mod meeting;
pub mod sheet;
pub mod vote;

use deliberation::Facts;
use deliberation::ids::{CollectionNo, MeetingNo, SheetNo, VoteNo};
use deliberation::rule::Measure;

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// Both measures in the order people say them.
pub const MEASURES: [Measure; 2] = [Measure::Heads, Measure::Area];

/// The part of an id that names a measure.
pub fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Heads => "heads",
        Measure::Area => "area",
    }
}

/// Every figure of the file, in the order of its parts.
pub fn all(lang: Lang, facts: &Facts) -> Vec<Figure> {
    let mut figures = roll(lang, facts);
    for index in 0..facts.meetings.len() {
        figures.extend(meeting::all(lang, facts, MeetingNo::at(index)));
    }
    for (index, vote) in facts.votes.iter().enumerate() {
        figures.extend(vote::all(lang, VoteNo::at(index), vote));
    }
    for (index, record) in facts.sheets.iter().enumerate() {
        figures.extend(sheet::all(lang, SheetNo::at(index), &record.sheet));
    }
    for (index, collection) in facts.collections.iter().enumerate() {
        figures.extend(collection::all(lang, CollectionNo::at(index), collection));
    }
    figures.extend(matters(lang, facts));
    figures
}

/// The figure with this id; `None` if there is no such thing or the rule does not use it.
pub fn find(lang: Lang, facts: &Facts, id: &str) -> Option<Figure> {
    let mut parts = id.splitn(3, '.');
    let (kind, number, rest) = (parts.next()?, parts.next()?, parts.next().unwrap_or_default());
    let among = |figures: Vec<Figure>| figures.into_iter().find(|figure| figure.id == id);
    let number = || number.parse::<u32>().ok();
    match kind {
        "roll" => among(roll(lang, facts)),
        "matters" => among(matters(lang, facts)),
        "meeting" => among(meeting::all(lang, facts, MeetingNo(number()?))),
        "vote" => {
            let number = VoteNo(number()?);
            among(vote::all(lang, number, facts.vote(number)?))
        }
        "sheet" => {
            let number = SheetNo(number()?);
            sheet::find(lang, number, &facts.sheet(number)?.sheet, rest)
        }
        "collection" => {
            let number = CollectionNo(number()?);
            collection::find(lang, number, facts.collection(number)?, rest)
        }
        _ => None,
    }
}

/// `roll.units`, `roll.heads`, `roll.area`.
pub fn roll(lang: Lang, facts: &Facts) -> Vec<Figure> {
    let roll = &facts.roll;
    vec![
        Quantity::households(roll.units().len()).figure(lang, "roll.units"),
        heads(roll.heads().len()).figure(lang, "roll.heads"),
        Quantity::Area(roll.area()).figure(lang, "roll.area"),
    ]
}

/// `matters.open`, `matters.done`.
pub fn matters(lang: Lang, facts: &Facts) -> Vec<Figure> {
    let open = facts.matters.iter().filter(|matter| matter.done.is_none()).count();
    vec![
        Quantity::count(open).figure(lang, "matters.open"),
        Quantity::count(facts.matters.len() - open).figure(lang, "matters.done"),
    ]
}

/// A number of voters.
pub(crate) fn heads(count: usize) -> Quantity {
    Quantity::Heads(i64::try_from(count).unwrap_or(i64::MAX))
}
