//! The meeting itself: pure values and rules. No I/O, no clock, no drawing; time comes in with the command.
//!
//! ```text
//! Command ──decide──▶ Events ──(the session makes them durable)──▶ fold ──▶ State
//! ```
//!
//! * [`command`] what people ask for · [`decide()`] the rules · [`refusal`] why not · [`event`] what happened, as stored ·
//!   [`fold()`] events to [`state`] · [`history`] what undo walks along.
//! * [`roll`] units, owners, heads · [`people`] and [`text`] numbers and hashes instead of names · [`who`] how commands
//!   name somebody.
//! * [`meeting`] with [`agenda`], [`attendance`], [`speakers`]; [`template`] kinds of meetings as data.
//! * [`motion`] with its [`terms`], [`rule`], [`electorate`], [`vote`], [`ballot`], [`paper`], [`tally`], [`verdict`], [`election`];
//!   [`mod@count`] counts outside a meeting.
//! * [`poll`] the soft votes before the hard one: never binding.
//! * [`cost`], [`payers`], [`procedure`], [`material`] what plugins leave behind and who would pay · [`collection`] the money · [`matter`] the ledger ·
//!   [`settled`] what a meeting has settled.
//!
//! Invariants: folding is total and needs no blob; `decide` changes nothing; a name never gets into an event; no float
//! comes near a vote or a fee; a person's number is never given twice.

#![deny(clippy::float_arithmetic)]

pub mod agenda;
pub mod attendance;
pub mod ballot;
pub mod collection;
pub mod command;
pub mod cost;
pub mod count;
mod decide;
pub mod door;
pub mod election;
pub mod electorate;
pub mod event;
mod fold;
pub mod history;
pub mod ids;
pub mod material;
pub mod matter;
pub mod meeting;
pub mod motion;
pub mod paper;
pub mod payers;
pub mod people;
pub mod poll;
pub mod procedure;
pub mod refusal;
pub mod roll;
pub mod rule;
pub mod settled;
pub mod speakers;
pub mod state;
pub mod tally;
pub mod template;
pub mod terms;
pub mod text;
pub mod time;
pub mod verdict;
pub mod vote;
pub mod who;

pub use command::{Command, Origin};
pub use decide::{Decision, decide, fits, reopenable};
pub use door::Door;
pub use event::{Event, Recorded};
pub use fold::{fold, fold_all};
pub use refusal::Refusal;
pub use state::{Facts, State};
pub use time::{At, Day};
pub use who::Who;
