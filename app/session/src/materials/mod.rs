//! What procedures conclude on its way into the meeting: [`record`] from the contract to the journal, [`hidden`] the
//! private columns, [`carry`] from one procedure to the settings of the next,
//! [`handed`] the tables a story hands in.
//!
//! The words of a duty's responsible person become a number where the file knows whom they name; doors take the place of
//! row numbers, by the roll the procedure began with.

pub mod carry;
pub(crate) mod handed;
pub mod hidden;
pub(crate) mod record;
