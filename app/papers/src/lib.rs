//! Paper in (rolls) and paper out (Word, Excel, Markdown).
//!
//! In: [`sheet`] brings `.xlsx` and `.csv` to rows of text, whatever their encoding; [`roll_in`] reads a roll out of
//! them row by row, each with what becomes of it and why, so that a person decides before anything is imported;
//! [`ballots_in`] reads what each door said in a vote.
//!
//! Out: a [`words::document::Document`] becomes Word ([`docx()`]) or Markdown ([`markdown()`]), a
//! [`words::document::ShareRoll`] and a [`words::day_sheet::DaySheet`] become workbooks ([`share_roll`], [`day_sheet`]), the tables procedures concluded too ([`tables`]). Their texts come finished; the writers only lay them
//! out. The same document and moment give the same bytes.
//!
//! This crate gets bytes and gives bytes: it opens no file, knows no journal and no clock, and never decides for a
//! person. All its sentences come from the locale files, all its numbers are exact integers until a cell of a workbook
//! asks for a number.

pub mod ballots_in;
mod docx;
mod markdown;
mod paper;
pub mod roll_in;
pub mod sheet;
mod xlsx;

pub use docx::docx;
pub use markdown::markdown;
pub use paper::PaperError;
pub use xlsx::{day_sheet, share_roll, tables};
