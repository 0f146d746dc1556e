//! The only way to a durable deed: decide → append → fold → publish.
//!
//! * [`workspace`] what stands behind the home page: recent files, [`preferences`], the open file.
//! * [`session`] an open file as the windows hold it; [`writer`] the thread that writes it; [`load`] opening;
//!   [`snapshot`] and [`register`] what windows draw from; [`trouble`] sentences when a file will not.
//! * [`stage`] and [`moments`] what the room sees and PageDown; `room` makes the cards, [`audience`] is their plain data, [`clock`] their clocks,
//!   [`correction`] what is said of a card that was corrected;
//!   [`floor`] what runs between two deeds: the speaker's clock, a forgotten start, a prompt, the sleep of the computer.
//! * [`procedures`] plugins beside the meeting, [`materials`] what they conclude, run by [`procedure_worker`], `days` those they are told of; [`adoption`] takes one in;
//!   [`procedure_replay`] does again what a file says was done.
//! * [`page_text`] a page's values as texts, [`page_check`] what is done on it held against it, [`evidence`] the photos behind
//!   a finding, [`table_in`] a table from a spreadsheet for a procedure to read.
//! * [`drafts`] what is half typed, beside the file · [`backups`] copies that make themselves · [`preflight`] what is looked at
//!   before a meeting ·
//!   [`crash`] the report of one · [`find`] people by door, name, pinyin; [`roll_import`] a roll on its way in, [`same_owner`] proposals over the
//!   whole roll; [`scan`] pictures of papers; [`rules_folder`]
//!   a community's own rule files, [`templates_folder`] its own agenda templates; [`story`] a meeting as a file of
//!   commands; [`rehearsal`] a scratch copy played at any [`tempo`].
//!
//! Invariants: only this crate appends; nothing is published before it is durable; the stage never waits for the disk;
//! windows get `Now` and values, never a file or a clock.

pub mod adoption;
pub mod audience;
pub mod backups;
pub mod clock;
pub mod correction;
pub mod crash;
pub mod drafts;
pub mod evidence;
pub mod export;
pub mod find;
pub mod floor;
pub mod materials;
pub mod moments;
pub mod page_check;
pub mod page_text;
pub mod preferences;
pub mod preflight;
pub mod procedure_replay;
pub mod procedures;
pub mod rehearsal;
pub mod roll_import;
pub mod rules_folder;
pub mod same_owner;
pub mod scan;
pub mod session;
pub mod snapshot;
pub mod stage;
pub mod story;
pub mod table_in;
pub mod templates_folder;
pub mod tempo;
pub mod workspace;

mod days;
mod load;
mod procedure_worker;
mod register;
mod room;
mod trouble;
mod writer;

pub use adoption::{Examined, Examining, Offered};
pub use audience::Now;
pub use find::{Found, find};
pub use papers::roll_in;
pub use procedure::adoption as examination;
pub use procedure::manifest;
pub use procedure::submission;
pub use procedure::{Failure, FrozenTable, Manifest, contract};
pub use procedures::{FocusView, ProcedureView};
pub use rehearsal::{Rehearsal, Subject};
pub use roll_import::RollImport;
pub use rules_folder::RuleFile;
pub use session::{OpenFailure, ReadOnlyReason, SaveState, Session, Wake};
pub use snapshot::Snapshot;
pub use stage::{RulePreview, Shown, Stage, StageCard};
pub use story::{Story, StoryError};
pub use templates_folder::TemplateFile;
pub use tempo::Tempo;
pub use trouble::read_only_text;
pub use workspace::{Places, Shipped, Workspace};
pub use writer::{Outcome, Ticket};
