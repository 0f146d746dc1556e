//! A procedure run as the meeting keeps it: hashes, steps and the conclusion. Nothing here needs the plugin.

use serde::{Deserialize, Serialize};

use crate::ids::{ItemNo, MeetingNo, SheetNo};
use crate::rule::Bilingual;
use crate::text::{BlobHash, BlobRef};

/// Which plugin runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Plugin {
    /// Its id, e.g. `fee-apportionment`.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: Bilingual,
    /// SHA-256 of the component file in hex.
    pub sha256: BlobHash,
    /// The component file as a blob.
    pub component: BlobRef,
}

/// How a procedure ended, in the words of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProcedureOutcome {
    /// The meeting took it over.
    Adopted,
    /// It was turned down.
    Rejected,
    /// Put off.
    Deferred,
    /// Noted, to be decided elsewhere.
    Recorded,
}

/// What a procedure leaves behind, every text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Conclusion {
    /// How it ended.
    pub outcome: ProcedureOutcome,
    /// One sentence.
    pub summary: Bilingual,
    /// Sentences for the minutes.
    pub minutes: Vec<Bilingual>,
}

/// One event a procedure was stepped by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The contract's event as JSON, a blob.
    pub event: BlobHash,
    /// SHA-256 of the state after it.
    pub after: BlobHash,
}

/// A procedure run of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureRun {
    /// In which meeting.
    pub meeting: MeetingNo,
    /// Under which item.
    pub item: ItemNo,
    /// Which plugin.
    pub plugin: Plugin,
    /// The language of `init`.
    pub lang: String,
    /// The frozen inputs, a blob.
    pub inputs: BlobHash,
    /// SHA-256 of the first state.
    pub first: BlobHash,
    /// The steps that count.
    pub steps: Vec<Step>,
    /// The conclusion.
    pub conclusion: Option<Conclusion>,
    /// The sheets it concluded.
    pub sheets: Vec<SheetNo>,
}

impl ProcedureRun {
    /// SHA-256 of the present state.
    pub fn current(&self) -> BlobHash {
        self.steps.last().map_or(self.first, |step| step.after)
    }
}
