//! Why ballots cannot be read, in words.

use words::{Lang, t, tf};

use super::BallotsError;
use crate::sheet::{RollFileError, error_text};

/// The sentence for `error`: what is wrong, in which row, what to do.
pub fn ballots_text(lang: Lang, error: &BallotsError) -> String {
    match error {
        BallotsError::File(RollFileError::Empty) | BallotsError::NoBallots => t(lang, "headless-ballots-none"),
        BallotsError::File(RollFileError::NoDoorColumn { headings, .. }) => {
            let headings = headings.join(&t(lang, "import-list-comma"));
            tf(lang, "headless-ballots-no-door-column", &[("headings", &headings)])
        }
        BallotsError::File(error) => error_text(lang, error),
        BallotsError::NoChoiceColumn { row, headings } => {
            let headings = headings.join(&t(lang, "import-list-comma"));
            tf(lang, "headless-ballots-no-choice-column", &[("row", &row.to_string()), ("headings", &headings)])
        }
        BallotsError::NoDoor { row } => tf(lang, "headless-ballots-no-door", &[("row", &row.to_string())]),
        BallotsError::DoorIsDate { row, found } => {
            tf(lang, "headless-ballots-door-is-date", &[("row", &row.to_string()), ("found", found)])
        }
        BallotsError::NoChoice { row, door } => {
            tf(lang, "headless-ballots-no-choice", &[("row", &row.to_string()), ("door", door.as_str())])
        }
        BallotsError::UnknownChoice { row, door, found } => {
            let args = [("row", &*row.to_string()), ("door", door.as_str()), ("found", found)];
            tf(lang, "headless-ballots-unknown-choice", &args)
        }
    }
}
