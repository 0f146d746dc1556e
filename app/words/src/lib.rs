//! Values to text: figures, locale files, sentences of refusals, rules and minutes.
//!
//! Knows `amounts` and `deliberation`, draws nothing, reads no file and no clock. Every number that people see is made
//! here, once, as a [`figure::Figure`]; every sentence comes from the locale files of `locales/`.
//!
//! * [`locale`] the texts by key · [`figure`] one number in all its forms · [`figures`] every number of the facts by id ·
//!   [`moment`] times and days · [`numeral`] hanzi numbers · [`names`] how names get into sentences.
//! * [`refusal`] why not · [`deed`] what was done, for undo · [`rule_words`] rules and verdicts ·
//!   [`poll_words`] soft votes · [`speaking`] sides and the
//!   queue · [`voting`] how a vote is held and among whom · [`fund_words`] the maintenance fund ·
//!   [`material_words`] what procedures conclude · [`settled_words`] what a meeting settled.
//! * [`minutes`] the draft of a meeting · [`calling`] a meeting · [`notice`] of a vote · [`share_roll`] who pays how much · [`day_sheet`] where to call · [`document`] papers as
//!   plain data.
//!
//! Functions take the language first, then the facts, then whoever knows the names. A name is asked for when a sentence
//! is made and never kept; what was erased is said to be erased.

pub mod calling;
pub mod day_sheet;
pub mod deed;
pub mod document;
pub mod figure;
pub mod figures;
pub mod fund_words;
pub mod locale;
pub mod material_words;
pub mod minutes;
pub mod moment;
pub mod names;
pub mod notice;
pub mod numeral;
pub mod poll_words;
pub mod refusal;
pub mod rule_words;
pub mod settled_words;
pub mod share_roll;
pub mod speaking;
#[cfg(test)]
mod story;
pub mod voting;

pub use deed::{deed_name, event_name, redo_label, undo_label};
pub use figure::{Figure, Quantity, Style};
pub use locale::{Lang, t, tf};
pub use names::{NameBook, Names, person_label, person_name};
pub use refusal::refusal_text;
