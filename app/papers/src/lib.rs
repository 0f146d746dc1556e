//! Paper in (rolls) and paper out (Word, Excel, Markdown).
//!
//! In: [`sheet`] brings `.xlsx` and `.csv` to rows of text, whatever their encoding; [`roll_in`] reads a roll out of
//! them row by row, each with what becomes of it and why, so that a person decides before anything is imported.
//!
//! This crate gets bytes and gives bytes: it opens no file, knows no journal and no clock, and never decides for a
//! person. All its sentences come from the locale files, all its numbers are exact integers until a cell of a workbook
//! asks for a number.

pub mod roll_in;
pub mod sheet;
