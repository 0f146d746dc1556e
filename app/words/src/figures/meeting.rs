//! The numbers of one meeting: who is due, who came, how long its items take.

use amounts::CentiSqm;
use deliberation::agenda::Item;
use deliberation::ids::{ItemNo, MeetingNo};
use deliberation::meeting::Meeting;
use deliberation::roll::add;
use deliberation::rule::Measure;
use deliberation::{At, Facts};

use super::{MEASURES, heads, measure_key};
use crate::figure::{Figure, Quantity};
use crate::locale::Lang;
use crate::minutes::sentence_counts;

const MINUTE_MS: i64 = 60_000;

/// Whom a number of attendance counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendees {
    /// Every head of the roll (应到).
    Due,
    /// In the hall now (到会).
    Present,
    /// Came at any time (实到, in the minutes).
    Attended,
}

impl Attendees {
    /// The part of the id that names them.
    pub fn key(self) -> &'static str {
        match self {
            Attendees::Due => "due",
            Attendees::Present => "present",
            Attendees::Attended => "attended",
        }
    }
}

/// `meeting.N.due|present|attended.heads|area`.
pub fn attendance(
    lang: Lang,
    facts: &Facts,
    number: MeetingNo,
    meeting: &Meeting,
    who: Attendees,
    measure: Measure,
) -> Figure {
    let mut counted = meeting.roll_or(&facts.roll).heads().iter().filter(|head| match who {
        Attendees::Due => true,
        Attendees::Present => meeting.attendance.is_present(head.person),
        Attendees::Attended => meeting.attendance.ever_came(head.person),
    });
    let quantity = match measure {
        Measure::Heads => heads(counted.count()),
        Measure::Area => Quantity::Area(counted.try_fold(CentiSqm(0), |area, head| add(Some(area), head.area))),
    };
    quantity.figure(lang, format!("meeting.{number}.{}.{}", who.key(), measure_key(measure)))
}

/// `meeting.N.guests`: those in the hall who vote for no unit.
pub fn guests(lang: Lang, facts: &Facts, number: MeetingNo, meeting: &Meeting) -> Figure {
    heads(meeting.attendance.present_guests(meeting.roll_or(&facts.roll)).count())
        .figure(lang, format!("meeting.{number}.guests"))
}

/// `meeting.N.items`: how many items the agenda has.
pub fn items(lang: Lang, number: MeetingNo, meeting: &Meeting) -> Figure {
    Quantity::count(meeting.items.len()).figure(lang, format!("meeting.{number}.items"))
}

/// `meeting.N.budget`: minutes planned for all items.
pub fn budget(lang: Lang, number: MeetingNo, meeting: &Meeting) -> Figure {
    Quantity::Minutes(meeting.budget_ms() / MINUTE_MS).figure(lang, format!("meeting.{number}.budget"))
}

/// `meeting.N.item.M.budget`: minutes planned for an item.
pub fn item_budget(lang: Lang, number: MeetingNo, item: ItemNo, entry: &Item) -> Figure {
    Quantity::Minutes(entry.budget_ms / MINUTE_MS).figure(lang, format!("meeting.{number}.item.{item}.budget"))
}

/// `meeting.N.item.M.spent`: whole minutes spent on an item up to `now`.
pub fn item_spent(lang: Lang, number: MeetingNo, item: ItemNo, entry: &Item, now: At) -> Figure {
    Quantity::Minutes(entry.spent(now) / MINUTE_MS).figure(lang, format!("meeting.{number}.item.{item}.spent"))
}

/// `meeting.N.item.M.quote.K`: a supplier's price.
pub fn quote(lang: Lang, number: MeetingNo, item: ItemNo, index: usize, entry: &Item) -> Option<Figure> {
    let quote = entry.quotes.get(index)?;
    Some(Quantity::Money(quote.amount).figure(lang, format!("meeting.{number}.item.{item}.quote.{}", index + 1)))
}

/// `meeting.N.minutes.drafted|edited|own`: sentences of the minutes by origin (自动, 改过, 自写).
pub fn sentences(lang: Lang, number: MeetingNo, meeting: &Meeting) -> [Figure; 3] {
    let counts = sentence_counts(meeting);
    [("drafted", counts.drafted), ("edited", counts.edited), ("own", counts.own)]
        .map(|(key, count)| Quantity::count(count).figure(lang, format!("meeting.{number}.minutes.{key}")))
}

/// `meeting.N.prompts`: how often the chair reminded of a rule.
pub fn prompts(lang: Lang, number: MeetingNo, meeting: &Meeting) -> Figure {
    Quantity::count(meeting.prompts.len()).figure(lang, format!("meeting.{number}.prompts"))
}

/// All of them; an item on the table has no `spent`, because that needs a clock.
pub fn all(lang: Lang, facts: &Facts, number: MeetingNo) -> Vec<Figure> {
    let Some(meeting) = facts.meeting(number) else { return Vec::new() };
    let mut figures = Vec::new();
    for who in [Attendees::Due, Attendees::Present, Attendees::Attended] {
        figures.extend(MEASURES.map(|measure| attendance(lang, facts, number, meeting, who, measure)));
    }
    figures.push(guests(lang, facts, number, meeting));
    figures.push(items(lang, number, meeting));
    figures.push(budget(lang, number, meeting));
    figures.extend(sentences(lang, number, meeting));
    figures.push(prompts(lang, number, meeting));
    figures.extend(super::talk::all(lang, facts, number, meeting));
    for (index, entry) in meeting.items.iter().enumerate() {
        let item = ItemNo::at(index);
        figures.push(item_budget(lang, number, item, entry));
        if entry.since.is_none() {
            figures.push(item_spent(lang, number, item, entry, At(0)));
        }
        figures.extend((0..entry.quotes.len()).filter_map(|index| quote(lang, number, item, index, entry)));
    }
    figures
}
