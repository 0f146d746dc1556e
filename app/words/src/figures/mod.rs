//! Every number of the facts by its id: what `play` compares, desk and screen show and papers print.
//!
//! Ids are stable: `meeting.N.…`, `vote.N.…`, `poll.N.…`, `sheet.N.…`, `collection.N.…`, `roll.…`, `matters.…`; N counts from 1.
//! Each number is made by one typed function below; [`all`] and [`find`] only walk them.

pub mod collection;
pub mod meeting;
pub mod payers;
pub mod poll;
pub mod sheet;
pub mod talk;
pub mod vote;

use deliberation::Facts;
use deliberation::ids::{CollectionNo, MeetingNo, PollNo, SheetNo, VoteNo};
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
        figures.extend(payers::of_vote(lang, facts, VoteNo::at(index), vote));
    }
    for (index, entry) in facts.polls.iter().enumerate() {
        figures.extend(poll::all(lang, PollNo::at(index), entry));
    }
    for (index, record) in facts.sheets.iter().enumerate() {
        figures.extend(sheet::all(lang, SheetNo::at(index), &record.sheet));
        let compared = payers::Comparison::with_previous(facts, SheetNo::at(index));
        figures.extend(compared.iter().flat_map(|compared| compared.all(lang)));
    }
    for (index, collection) in facts.collections.iter().enumerate() {
        figures.extend(collection::all(lang, CollectionNo::at(index), collection));
        figures.extend(payers::of_collection(lang, facts, CollectionNo::at(index), collection));
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
            let entry = facts.vote(number)?;
            if rest.starts_with("cost.") || rest.starts_with("pledged.") {
                return among(payers::of_vote(lang, facts, number, entry));
            }
            among(vote::all(lang, number, entry))
        }
        "poll" => {
            let number = PollNo(number()?);
            among(poll::all(lang, number, facts.poll(number)?))
        }
        "sheet" => {
            let number = SheetNo(number()?);
            let sheet = &facts.sheet(number)?.sheet;
            sheet::find(lang, number, sheet, rest)
                .or_else(|| payers::find_made(lang, number, sheet, rest))
                .or_else(|| payers::find_compared(lang, facts, number, rest))
        }
        "collection" => {
            let number = CollectionNo(number()?);
            let entry = facts.collection(number)?;
            if rest.starts_with("pledged.") || rest.starts_with("limit.") {
                return among(payers::of_collection(lang, facts, number, entry));
            }
            collection::find(lang, number, entry, rest)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::story::{Story, votes};

    fn value(story: &Story, id: &str) -> Option<String> {
        find(Lang::ZhCn, &story.state.facts, id).map(|figure| figure.value)
    }

    #[test]
    fn the_numbers_of_a_story_are_found_by_their_ids() {
        let story = Story::told();
        let expected = [
            ("meeting.1.present.heads", "6"),
            ("meeting.1.due.area", "419.68"),
            ("meeting.1.item.3.budget", "20"),
            ("meeting.1.item.2.quote.2", "1650.00"),
            ("vote.1.yes.heads", "4"),
            ("vote.1.yes.area", "298.58"),
            ("vote.1.abstain.heads", "1"),
            ("vote.1.participating.heads", "6"),
            ("vote.1.unanswered.heads", "0"),
            ("vote.1.verdict", "passed"),
            ("vote.1.shortfall.heads", "0"),
            ("vote.1.surplus.heads", "1"),
            ("vote.1.approval-needed.heads", "3"),
            ("sheet.1.total", "1650.00"),
            ("sheet.1.due.1-1-101", "235.72"),
            ("sheet.1.households", "7"),
            ("collection.1.due", "1650.00"),
            ("collection.1.paid", "235.72"),
            ("collection.1.gap", "1414.28"),
            ("collection.1.not-reached", "1414.28"),
            ("collection.1.not-reached.households", "6"),
            ("collection.1.agreed-open.households", "0"),
            ("collection.1.open.1-3-401", "235.71"),
            ("collection.1.paid.1-1-101", "235.72"),
            ("matters.open", "1"),
            ("roll.heads", "6"),
            ("roll.units", "7"),
        ];
        for (id, number) in expected {
            assert_eq!(value(&story, id).as_deref(), Some(number), "{id}");
        }
        // The rule does not use area; there is no such door, vote or word.
        for id in ["vote.1.shortfall.area", "sheet.1.due.9-9-999", "vote.2.yes.heads", "vote.0.yes.heads", "x", ""] {
            assert_eq!(value(&story, id), None, "{id}");
        }
    }

    #[test]
    fn every_figure_is_found_again_by_its_id_and_no_id_stands_twice() {
        let stories = votes::all().into_iter().map(|(_, story)| story).chain([Story::told()]);
        for story in stories {
            for lang in Lang::ALL {
                let mut ids = BTreeSet::new();
                for figure in all(lang, &story.state.facts) {
                    assert_eq!(find(lang, &story.state.facts, &figure.id).as_ref(), Some(&figure));
                    assert!(figure.text.contains(&figure.number), "{figure:?}");
                    assert!(ids.insert(figure.id.clone()), "{} stands twice", figure.id);
                }
            }
        }
    }

    #[test]
    fn given_a_vote_in_any_way_then_its_numbers_are_those_that_are_judged() {
        let paper = votes::on_paper();
        for (id, number) in [
            ("vote.1.recused", "1"),
            ("vote.1.conflicts", "1"),
            ("vote.1.proxies", "0"),
            ("vote.1.unanswered.heads", "1"),
            ("vote.1.check.1", "4/5"),
            ("vote.1.check.2", "290.24/354.96"),
            ("vote.1.check.4", "233.86/290.24"),
        ] {
            assert_eq!(value(&paper, id).as_deref(), Some(number), "{id}");
        }
        let text = |id| find(Lang::ZhCn, &paper.state.facts, id).map(|figure| figure.text);
        assert_eq!(text("vote.1.check.3").as_deref(), Some("3/4，应超过 1/2"));
        assert_eq!(text("vote.1.check.2").as_deref(), Some("290.24/354.96 ㎡，应达到 2/3"));
        // Hands have no area: not 0, and not unknown either.
        let hands = votes::by_hands();
        assert_eq!(value(&hands, "vote.1.yes.heads").as_deref(), Some("3"));
        assert_eq!(value(&hands, "vote.1.yes.area").as_deref(), Some("none"));
        assert_eq!(value(&hands, "vote.1.all.area").as_deref(), Some("419.68"));
        assert_eq!(value(&votes::by_old_law(), "vote.1.all.area").as_deref(), Some("none"));
        // A clause for ballots that never came back counts on the side it names, and never as answered.
        let silence = votes::with_silence();
        assert_eq!(value(&silence, "vote.1.yes.heads").as_deref(), Some("5"));
        assert_eq!(value(&silence, "vote.1.answered.heads").as_deref(), Some("3"));
        assert_eq!(value(&votes::counted_again(), "vote.1.proxies").as_deref(), Some("1"));
        let missing = value(&votes::undecidable(), "vote.1.missing");
        assert_eq!(missing.as_deref(), Some("area:1-2-102,area:1-2-402"));
        assert_eq!(value(&paper, "vote.1.missing"), None);
    }

    #[test]
    fn given_an_election_then_each_candidate_has_numbers_and_a_result() {
        let story = votes::election(true);
        for (id, number) in [
            ("vote.1.seats", "2"),
            ("vote.1.elected", "1"),
            ("vote.1.vacant", "0"),
            ("vote.1.candidate.1.yes.heads", "5"),
            ("vote.1.candidate.1.abstain.heads", "1"),
            ("vote.1.candidate.2.yes.area", "298.58"),
            ("vote.1.candidate.1.result", "elected"),
            ("vote.1.candidate.3.result", "tied"),
            ("vote.1.verdict", "undecidable"),
        ] {
            assert_eq!(value(&story, id).as_deref(), Some(number), "{id}");
        }
        let vacant = votes::election(false);
        assert_eq!(value(&vacant, "vote.1.vacant").as_deref(), Some("1"));
        assert_eq!(value(&vacant, "vote.1.candidate.3.result").as_deref(), Some("not-elected"));
        assert_eq!(value(&vacant, "vote.1.candidate.4.yes.heads"), None);
    }
}
