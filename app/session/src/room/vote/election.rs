//! The card of an election: how many are elected, what is left open, and every candidate in the order of the result.

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::rule::{Measure, Ties};
use deliberation::vote::Vote;
use words::figures::vote::election::{self, Standing, ranked};
use words::speaking::choice_word;
use words::{person_name, t, tf};

use super::binding_line;
use super::result::{notes, outcome, took_part, what};
use crate::audience::{ColumnText, ElectionResultCard, Outcome, RowText, TableText, Tone};
use crate::room::Room;

pub(super) fn card(room: &Room<'_>, number: VoteNo, vote: &Vote) -> ElectionResultCard {
    let lang = room.lang;
    let verdict = vote.verdict().outcome;
    let vacant = vote.election().map_or(0, |result| result.vacant);
    let tied = vote.election().is_some_and(|result| !result.tied.is_empty());
    let seats = election::seats(lang, number, vote).text;
    let reason = match (tied, vote.rule.election.map(|election| election.ties).unwrap_or_default()) {
        (true, Ties::RunOff) => t(lang, "room-election-run-off"),
        (true, Ties::Lot) => t(lang, "room-election-lot"),
        (false, _) if vacant > 0 => {
            let vacant = election::vacant(lang, number, vote).text;
            tf(lang, "room-election-vacant", &[("seats", &seats), ("vacant", &vacant)])
        }
        (false, _) => tf(lang, "room-election-seats", &[("seats", &seats)]),
    };
    let elected = election::elected(lang, number, vote).text;
    ElectionResultCard {
        head: room.head(Some(vote.item), what(room, vote), binding_line(lang, &vote.rule)),
        outcome: if vacant > 0 && !tied { Outcome::Failed } else { outcome(verdict) },
        verdict: tf(lang, "room-election-elected", &[("n", &elected)]),
        reason,
        summary: took_part(room, number, vote),
        candidates: candidates(room, number, vote),
        notes: notes(room, number, vote),
    }
}

fn candidates(room: &Room<'_>, number: VoteNo, vote: &Vote) -> TableText {
    let lang = room.lang;
    let column = |label: String, number| ColumnText { label, number };
    let mut columns = vec![column(t(lang, "room-candidate"), false)];
    columns.extend(Choice::SPOKEN.map(|choice| column(choice_word(lang, choice), true)));
    columns.push(column(t(lang, "room-candidate-result"), false));
    let row = |place: usize| {
        let mut cells = vec![person_name(lang, room.snapshot, vote.candidates[place].person)];
        let heads = |choice| election::count(lang, number, vote, place, choice, Measure::Heads);
        cells.extend(Choice::SPOKEN.map(|choice| heads(choice).map(|figure| figure.number).unwrap_or_default()));
        cells.extend(election::result(lang, number, vote, place).map(|figure| figure.text));
        let tone = match Standing::of(vote, place) {
            Some(Standing::Elected) => Tone::Good,
            Some(Standing::Tied) => Tone::Warning,
            _ => Tone::Neutral,
        };
        RowText { cells, tone }
    };
    TableText { title: String::new(), columns, rows: ranked(vote).into_iter().map(row).collect(), total: None }
}
