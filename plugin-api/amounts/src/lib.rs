//! Exact money, area and splitting, used by core, plugins and tests.
//!
//! Owns the smallest values of the product: [`Fen`] (money), [`CentiSqm`] (area), [`Ratio`] (an exact fraction), and the
//! one function that shares an amount out, [`split`]. Every number people argue about passes through here, so nothing
//! here is a float, nothing rounds by itself, and whatever does not fit says so.
//!
//! It never allocates more than the rows it is given, never reads a clock, file or setting, and knows no language but
//! digits: sentences belong to those who call. It builds without `std`, so that a plugin computes with the very code the
//! host checks it by.
//!
//! Read in this order: [`scaled`] (digits to integers and back) → [`Fen`], [`CentiSqm`] → [`Ratio`] → [`split`].
#![no_std]

extern crate alloc;

mod area;
mod divisor;
mod money;
mod parts;
mod ratio;
mod rounding;
pub mod scaled;
mod split;

pub use area::CentiSqm;
pub use money::Fen;
pub use ratio::{Ratio, RatioError};
pub use rounding::Rounding;
pub use scaled::NumberError;
pub use split::{Split, SplitError, split, whole_weights};
