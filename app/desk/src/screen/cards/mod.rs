//! The cards, one file each: from a card's data to its pages.

pub mod agenda;
pub mod blank;
pub mod cost;
pub mod decisions;
pub mod findings;
pub mod pause;
pub mod procedure;
pub mod speaker;
pub mod table;
pub mod vote_open;
pub mod vote_result;

use session::audience::Side;
use words::{Lang, t};

/// The word of a side.
pub fn side_word(lang: Lang, side: Side) -> String {
    match side {
        Side::Yes => t(lang, "screen-side-yes"),
        Side::No => t(lang, "screen-side-no"),
        Side::Abstain => t(lang, "screen-side-abstain"),
        Side::Question => t(lang, "screen-side-question"),
    }
}
