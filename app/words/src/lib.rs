//! Values to text: figures, locale files, sentences of refusals, rules and minutes.
//!
//! Knows `amounts` and `deliberation`, draws nothing, reads no file and no clock. Every number that people see is made
//! here, once, as a [`figure::Figure`]; every sentence comes from the locale files of `locales/`.
//!
//! * [`locale`] the texts by key · [`figure`] one number in all its forms · [`figures`] every number of the facts by id ·
//!   [`moment`] times and days · [`numeral`] hanzi numbers · [`names`] how names get into sentences.
//!
//! Functions take the language first, then the facts, then whoever knows the names.

pub mod document;
pub mod figure;
pub mod figures;
pub mod locale;
pub mod moment;
pub mod names;
pub mod numeral;

pub use figure::{Figure, Quantity};
pub use locale::{Lang, t, tf};
pub use names::{NameBook, Names};
