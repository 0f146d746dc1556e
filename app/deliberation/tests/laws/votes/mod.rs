//! Votes as deeds: who may vote, each way of voting, what is refused, how it closes and opens again.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod electors;
mod hall;
mod methods;
mod papers;
mod payers;
mod random;
mod reopening;
mod slips;
