//! What the minutes show as tables: votes, candidates, what procedures concluded, duties.

use deliberation::Facts;
use deliberation::ballot::Choice;
use deliberation::ids::{MeetingNo, VoteNo};
use deliberation::rule::Measure;
use deliberation::vote::Vote;

use super::open_ended;
use crate::document::{Column, Table};
use crate::figure::{close_up, verdict_word_paper};
use crate::figures::vote::{Part, count, election};
use crate::locale::{Lang, t, tf};
use crate::moment::paper_day;
use crate::names::{Names, person_name};

/// Those there are, in the order they are printed.
pub(super) fn all(lang: Lang, facts: &Facts, names: &dyn Names, number: MeetingNo) -> Vec<Table> {
    let mut tables = Vec::new();
    tables.extend(votes(lang, facts, number));
    tables.extend(
        closed(facts, number)
            .filter(|(_, vote)| vote.seats > 0)
            .map(|(number, vote)| candidates(lang, names, number, vote)),
    );
    tables.extend(crate::material_words::minutes_tables(lang, facts, number));
    tables.extend(duties(lang, facts, names, number));
    tables
}

fn closed(facts: &Facts, number: MeetingNo) -> impl Iterator<Item = (VoteNo, &Vote)> {
    let held = move |(_, vote): &(usize, &std::sync::Arc<Vote>)| vote.meeting == number && vote.closed.is_some();
    facts.votes.iter().enumerate().filter(held).map(|(index, vote)| (VoteNo::at(index), vote.as_ref()))
}

/// The candidates of an election in the order of the result.
pub(crate) fn candidates(lang: Lang, names: &dyn Names, number: VoteNo, vote: &Vote) -> Table {
    let sides = [
        (t(lang, "minutes-table-yes"), Choice::Yes),
        (t(lang, "minutes-table-no"), Choice::No),
        (t(lang, "minutes-table-abstain"), Choice::Abstain),
    ];
    let mut columns = vec![Column::words(t(lang, "minutes-table-candidate"), 5)];
    columns.extend(sides.iter().map(|(heading, _)| Column::figures(heading.clone(), 2)));
    columns.push(Column::marks(t(lang, "minutes-table-result"), 3));
    let rows = election::ranked(vote)
        .into_iter()
        .map(|place| {
            let mut row = vec![person_name(lang, names, vote.candidates[place].person)];
            let heads = |choice| election::count(lang, number, vote, place, choice, Measure::Heads);
            row.extend(sides.iter().map(|(_, choice)| heads(*choice).map(|figure| figure.number).unwrap_or_default()));
            row.push(election::result(lang, number, vote, place).map(|figure| figure.paper).unwrap_or_default());
            row
        })
        .collect();
    let question = close_up(lang, open_ended(&vote.question));
    let caption = tf(lang, "minutes-table-candidates", &[("question", &question)]);
    Table { caption: Some(caption), columns, rows, total: None }
}

/// The votes of the meeting, one a row; void ballots have a column where there are any.
fn votes(lang: Lang, facts: &Facts, number: MeetingNo) -> Option<Table> {
    let held: Vec<(VoteNo, &Vote)> = closed(facts, number).filter(|(_, vote)| vote.seats == 0).collect();
    if held.is_empty() {
        return None;
    }
    let void = held.iter().any(|(_, vote)| vote.tally.void.heads > 0);
    let mut parts = vec![
        (t(lang, "minutes-table-due"), Part::All),
        (t(lang, "minutes-table-present"), Part::Present),
        (t(lang, "minutes-table-yes"), Part::Side(Choice::Yes)),
        (t(lang, "minutes-table-no"), Part::Side(Choice::No)),
        (t(lang, "minutes-table-abstain"), Part::Side(Choice::Abstain)),
    ];
    if void {
        parts.push((t(lang, "minutes-table-void"), Part::Side(Choice::Void)));
    }
    let mut columns = vec![Column::words(t(lang, "minutes-table-question"), 8)];
    columns.extend(parts.iter().map(|(heading, _)| Column::figures(heading.clone(), 2)));
    columns.push(Column::marks(t(lang, "minutes-table-result"), 3));
    let rows = held
        .iter()
        .map(|(number, vote)| {
            let mut row = vec![close_up(lang, open_ended(&vote.question))];
            row.extend(parts.iter().map(|(_, part)| count(lang, *number, vote, *part, Measure::Heads).number));
            row.push(verdict_word_paper(lang, vote.verdict().outcome));
            row
        })
        .collect();
    Some(Table { caption: Some(t(lang, "minutes-table-votes")), columns, rows, total: None })
}

/// What was taken on in the meeting: 事项, 责任人, 期限.
fn duties(lang: Lang, facts: &Facts, names: &dyn Names, number: MeetingNo) -> Option<Table> {
    let rows: Vec<Vec<String>> = facts
        .matters
        .iter()
        .filter(|matter| matter.from.is_some_and(|from| from.meeting == number))
        .map(|matter| {
            vec![
                close_up(lang, open_ended(&matter.text)),
                person_name(lang, names, matter.responsible),
                matter.due.map_or_else(|| t(lang, "minutes-table-no-due"), |due| paper_day(lang, due)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words(t(lang, "minutes-table-duty"), 8),
        Column::words(t(lang, "minutes-table-responsible"), 3),
        Column::words(t(lang, "minutes-table-by"), 3),
    ];
    Some(Table { caption: Some(t(lang, "minutes-table-duties")), columns, rows, total: None })
}
