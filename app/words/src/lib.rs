//! Values to text: figures, locale files, sentences of refusals, rules and minutes.
//!
//! Knows `amounts` and `deliberation`, draws nothing, reads no file and no clock. Every number that people see is made
//! here, once, as a [`figure::Figure`]; every sentence comes from the locale files of `locales/`.

pub mod document;
pub mod locale;

pub use locale::{Lang, t, tf};
