//! The cards, one file each: from a card's data to its pages.

pub(crate) mod agenda;
pub(crate) mod blank;
pub(crate) mod compare;
pub(crate) mod cost;
mod cost_sides;
pub(crate) mod decisions;
pub(crate) mod due;
pub(crate) mod election_result;
pub(crate) mod findings;
pub(crate) mod pattern;
pub(crate) mod pause;
pub(crate) mod poll;
pub(crate) mod procedure;
pub(crate) mod speaker;
pub(crate) mod table;
pub(crate) mod vote_open;
pub(crate) mod vote_result;

use session::audience::Side;
use words::{Lang, t};

/// The word of a side.
pub(crate) fn side_word(lang: Lang, side: Side) -> String {
    match side {
        Side::Yes => t(lang, "screen-side-yes"),
        Side::No => t(lang, "screen-side-no"),
        Side::Abstain => t(lang, "screen-side-abstain"),
        Side::Question => t(lang, "screen-side-question"),
        Side::Order => t(lang, "screen-side-order"),
    }
}
