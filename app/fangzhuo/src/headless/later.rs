//! Commands of the documented set that this version does not have yet: they say so, and what to do instead.

use words::{Lang, tf};

use crate::answer::Answer;

/// The answer of a command that comes in a later version.
pub(crate) fn answer(lang: Lang, command: &str) -> Answer {
    Answer::bad(tf(lang, "headless-later", &[("command", command)]))
}
