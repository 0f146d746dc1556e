//! A vote: before it opens its rule, while it is open how many have answered and never a running yes or no in any way of
//! voting, and the result once it is closed.
//!
//! * `open` the card before and while it is open · `result` the card of a closed vote · `election` that of an election
//! * `bars` thresholds as places in a bar · `costs` the cost behind each side · `preview` a vote as it would open now

mod bars;
mod costs;
mod election;
mod open;
mod preview;
mod result;

use deliberation::ids::VoteNo;
use deliberation::rule::{Measure, Rule};
use words::rule_words::binding_long;
use words::{Lang, tf};

use super::Room;
use crate::audience::Card;
use crate::stage::RulePreview;

pub(super) fn card(room: &Room<'_>, number: VoteNo) -> Option<Card> {
    let vote = room.snapshot.facts.vote(number)?;
    Some(match (vote.closed.is_some(), vote.seats > 0) {
        (false, _) => Card::VoteOpen(open::card(room, number, vote, true)),
        (true, false) => Card::VoteResult(result::card(room, number, vote)),
        (true, true) => Card::ElectionResult(election::card(room, number, vote)),
    })
}

/// The rule that the motion will be voted on by, before the vote opens.
pub(super) fn preview_card(room: &Room<'_>, wanted: &RulePreview) -> Option<Card> {
    let vote = preview::vote(&room.snapshot.facts, wanted)?;
    let number = VoteNo::at(room.snapshot.facts.votes.len());
    Some(Card::VoteOpen(open::card(room, number, &vote, false)))
}

/// Which kind of decision, and by which law and article, each for a line of its own.
fn binding_lines(lang: Lang, rule: &Rule) -> (String, Option<String>) {
    let whole = binding_long(lang, rule);
    let bracket = if lang == Lang::ZhCn { '（' } else { '(' };
    match whole.split_once(bracket) {
        Some((level, cited)) if rule.source.is_some() || rule.superseded.is_some() => {
            (level.trim().to_owned(), Some(cited.trim_end_matches(['）', ')']).to_owned()))
        }
        _ => match whole.split_once('，') {
            Some((level, rest)) => (level.to_owned(), Some(rest.to_owned())),
            None => (whole, None),
        },
    }
}

/// The same on one line: "业主共同决定《民法典》第278条第1款第4项".
fn binding_line(lang: Lang, rule: &Rule) -> String {
    if rule.source.is_none() {
        return binding_long(lang, rule);
    }
    match binding_lines(lang, rule) {
        (level, Some(cited)) => tf(lang, "room-binding-cited", &[("level", &level), ("cited", &cited)]),
        (level, None) => level,
    }
}

fn measure_key(measure: Measure, heads: &'static str, area: &'static str) -> &'static str {
    match measure {
        Measure::Heads => heads,
        Measure::Area => area,
    }
}
