//! A procedure run as the meeting keeps it: hashes, steps and the conclusion. Nothing here needs the plugin.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::{ItemNo, MeetingNo, PersonId, SheetNo, UnitIx};
use crate::material::Materials;
use crate::roll::{Roll, UnitKind};
use crate::rule::Bilingual;
use crate::text::{BlobHash, BlobRef};
use crate::time::{At, Day};

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

/// A procedure the community took in: it may be started from now on, in exactly these bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Which, and the file itself.
    pub plugin: Plugin,
    /// Who took it in.
    pub by: PersonId,
    /// When.
    pub at: At,
    /// When it was taken off the list, by a person or by another one of the same id; a run goes on with it to its end.
    pub retired: Option<At>,
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
    /// What the meeting can use.
    #[serde(default, skip_serializing_if = "Materials::is_empty")]
    pub materials: Materials,
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
    /// In which meeting: the last one it was continued in.
    pub meeting: MeetingNo,
    /// Under which item.
    pub item: ItemNo,
    /// Where it began.
    pub begun: (MeetingNo, ItemNo),
    /// When.
    pub started: At,
    /// The roll as it was then: its households are numbered by it to the end.
    pub roll: Arc<Roll>,
    /// The last day it was told of.
    pub day: Option<Day>,
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
    /// Photos and files that came with them, blobs.
    pub evidence: Vec<BlobHash>,
    /// The conclusion.
    pub conclusion: Option<Conclusion>,
    /// The cells of private columns of its tables, a blob.
    pub private: Option<BlobHash>,
    /// The sheets it concluded.
    pub sheets: Vec<SheetNo>,
}

impl ProcedureRun {
    /// SHA-256 of the present state.
    pub fn current(&self) -> BlobHash {
        self.steps.last().map_or(self.first, |step| step.after)
    }

    /// What it left for the meeting, once it is concluded.
    pub fn materials(&self) -> Option<&Materials> {
        self.conclusion.as_ref().map(|conclusion| &conclusion.materials)
    }

    /// The units it sees, by the number it gives them: flats and shops in the order of the roll it began with.
    pub fn households(&self) -> Vec<UnitIx> {
        households(&self.roll)
    }

    /// Their doors.
    pub fn doors(&self) -> Vec<Door> {
        let units = self.households().into_iter();
        units.filter_map(|unit| self.roll.unit(unit)).map(|unit| unit.door.clone()).collect()
    }
}

/// The units a procedure sees: flats and shops, in roll order.
pub fn households(roll: &Roll) -> Vec<UnitIx> {
    let seen = |kind: UnitKind| matches!(kind, UnitKind::Flat | UnitKind::Shop);
    let units = roll.units().iter().enumerate();
    units.filter(|(_, unit)| seen(unit.kind)).map(|(index, _)| UnitIx::at(index)).collect()
}
