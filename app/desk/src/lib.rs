//! The desk window, the screen window and the look they share.
//!
//! ```text
//! program ──Now, monitors, dialogs──▶ Desk ──actions, Scene──▶ pages ──commands──▶ session
//!                                       └──AudienceView──▶ screen window, preview
//! ```
//!
//! * [`desk`] the window as a whole: [`action`]s read by [`keys`], done here or passed to the page that is shown ·
//!   [`page`] what shell and pages say to each other · [`dialogs`] paths, asked for and answered as values.
//! * `home` recent files, a new community, the example · `roll` the roll and its import · `sign_in` the first ten
//!   minutes · `rules` what votes are held by · `meeting`, `ledger`, `collection` the rest of the rail.
//! * [`look`] tokens, fonts, icons and the small widgets · `table`, `choice`, `confirm` the larger ones.
//! * `finder` everything that can be done here, by name · `preflight` what to look at before a meeting · `drafts` what is
//!   half typed, as values.
//! * [`screen`] what the room sees, one pure function · [`screen_window`] the window it is seen in · `projection` the sheet
//!   that steers it.
//!
//! Invariants: nothing here touches SQL, a file or a clock; a frame gets [`session::Now`], paths go to the workspace as
//! values. Functions that take `&mut Ui` are called `…_ui`. Widgets never change facts: they submit commands. Every
//! widget has a name; the key that presses it is never part of it.

pub mod action;
pub mod choice;
pub mod collection;
pub mod complaint;
pub mod confirm;
pub mod desk;
pub mod dialogs;
mod drafts;
mod figures_page;
mod finder;
mod help;
mod home;
pub mod keys;
pub mod ledger;
pub mod look;
pub mod meeting;
pub mod page;
mod pages;
mod preflight;
mod procedures_page;
mod projection;
mod rail;
mod rehearsal_band;
mod roll;
mod rules;
pub mod screen;
pub mod screen_window;
mod sign_in;
pub mod status;
pub mod table;
mod top_bar;

pub use desk::Desk;
