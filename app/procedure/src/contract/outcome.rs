//! Events, viewers and what a procedure yields (interface `procedure`).

use wasmtime::component::{ComponentType, Lift, Lower};

use super::ui::{Column, Finding};
use super::values::{Day, Entry, Evidence, Household, Key};

/// row: the row of the table the form stands for, if any.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Submission {
    /// The form's key.
    pub form: Key,
    /// The row of the table the form stands for, if any.
    pub row: Option<u32>,
    /// One a field.
    pub entries: Vec<Entry>,
}

/// row: in the plugin's own order.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Press {
    /// The button's key.
    pub button: Key,
    /// In the procedure's own order.
    pub row: Option<u32>,
}

/// measured: in the scale of the item's measure.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Check {
    /// The checklist's key.
    pub checklist: Key,
    /// The item's key.
    pub item: Key,
    /// What was found.
    pub finding: Finding,
    /// In the scale of the item's measure.
    pub measured: Option<i64>,
    /// A remark.
    #[serde(default)]
    pub note: String,
    /// Photos and files.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// tick: a new day has begun in the file's time zone (for procedures that live for weeks).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(variant)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// A form was submitted.
    #[component(name = "submit")]
    Submit(Submission),
    /// A button was pressed.
    #[component(name = "press")]
    Press(Press),
    /// An item was checked.
    #[component(name = "check")]
    Check(Check),
    /// A new day has begun.
    #[component(name = "tick")]
    Tick(Day),
}

/// Who acts or looks.
#[derive(Clone, Copy, Hash, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(enum)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Role {
    /// The chair.
    #[component(name = "chair")]
    Chair,
    /// The recorder.
    #[component(name = "recorder")]
    Recorder,
    /// A member.
    #[component(name = "member")]
    Member,
    /// A guest.
    #[component(name = "observer")]
    Observer,
}

/// seq: 1, 2, … within this procedure. at: UTC, always YYYY-MM-DDTHH:MM:SS.sssZ, from the journal: the plugin has
/// no clock. actor: "p" and the person's number in this file, never a name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Event {
    /// 1, 2, … within this procedure.
    pub seq: u32,
    /// UTC, YYYY-MM-DDTHH:MM:SS.sssZ.
    pub at: String,
    /// `p` and the person's number.
    pub actor: Key,
    /// Who acts.
    pub role: Role,
    /// The language of the answer.
    pub locale: String,
    /// What was done.
    pub action: Action,
}

/// audience: the page is for the projected screen. focus: explain this household's case.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Viewer {
    /// Who looks.
    pub role: Role,
    /// The language of the page.
    pub locale: String,
    /// For the projected screen.
    pub audience: bool,
    /// Explain this household's case.
    pub focus: Option<Household>,
}

/// How a procedure ended.
#[derive(Clone, Copy, Hash, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(enum)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Outcome {
    /// Adopted.
    #[component(name = "adopted")]
    Adopted,
    /// Rejected.
    #[component(name = "rejected")]
    Rejected,
    /// Put off.
    #[component(name = "deferred")]
    Deferred,
    /// Recorded, nothing decided.
    #[component(name = "recorded")]
    Recorded,
}

/// A table for the minutes and the exports.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sheet {
    /// Its key.
    pub id: Key,
    /// Its heading.
    pub title: String,
    /// How many rows.
    pub rows: u32,
    /// Left to right.
    pub columns: Vec<Column>,
}

/// To what coin shares are rounded.
#[derive(Clone, Copy, Hash, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(enum)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Rounding {
    /// To the fen.
    #[component(name = "fen")]
    Fen,
    /// To the yuan.
    #[component(name = "yuan")]
    Yuan,
    /// Up to the yuan, with a surplus.
    #[component(name = "yuan-up")]
    YuanUp,
}

/// Money from elsewhere: a subsidy, a donation, common income, a named source for relief.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Funding {
    /// Such as `subsidy`.
    pub kind: Key,
    /// Its words.
    pub label: String,
    /// Fen.
    pub amount: i64,
}

/// A part of what is due.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Instalment {
    /// Its words.
    pub label: String,
    /// By when.
    pub due: Option<Day>,
    /// Fen, one a household.
    pub amounts: Vec<i64>,
}

/// Who pays how much of a bill, in fen. Every list is as long as `households`, which ascends without repeats. due =
/// share − relief − compensation, 0 ≤ relief ≤ share, compensation ≥ 0; a negative due is received. The host
/// accepts it only if Σ due + Σ funding = gross + surplus; its own split of (Σ shares − surplus) by `weights` and
/// `rounding` gives `shares` and `surplus` (0 unless yuan-up); instalments is empty or adds up to `due` household
/// by household. With the same weights it re-splits when only some households take part.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CostSheet {
    /// Its key.
    pub id: Key,
    /// Its heading.
    pub title: String,
    /// One sentence for people, and where the rule comes from.
    pub rule: String,
    /// Where the rule comes from.
    pub source: String,
    /// The bill, in fen.
    pub gross: i64,
    /// Money from elsewhere.
    pub funding: Vec<Funding>,
    /// What comes in above the bill, in fen.
    pub surplus: i64,
    /// To what coin.
    pub rounding: Rounding,
    /// Ascending, without repeats.
    pub households: Vec<Household>,
    /// What the split rests on.
    pub weights: Vec<u64>,
    /// The split, in fen.
    pub shares: Vec<i64>,
    /// Taken off, in fen.
    pub reliefs: Vec<i64>,
    /// Paid to the household, in fen.
    pub compensations: Vec<i64>,
    /// share − relief − compensation, in fen.
    pub due: Vec<i64>,
    /// Empty, or adding up to `due`.
    pub instalments: Vec<Instalment>,
}

/// A candidate that may be put to the vote; excluded says why it may not.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Candidate {
    /// Its key.
    pub id: Key,
    /// Its name.
    pub title: String,
    /// A remark.
    pub note: String,
    /// Fen.
    pub amount: Option<i64>,
    /// Why it may not be put to the vote.
    pub excluded: Option<String>,
}

/// A duty for the ledger.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duty {
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub responsible: String,
    /// By when.
    pub due: Option<Day>,
}

/// What the meeting can use.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(variant)]
#[serde(rename_all = "kebab-case")]
#[allow(clippy::large_enum_variant, reason = "a handful a conclusion; boxing would leave the contract's shape")]
pub enum Material {
    /// A table for the minutes and exports.
    #[component(name = "sheet")]
    Sheet(Sheet),
    /// Who pays how much.
    #[component(name = "cost-sheet")]
    CostSheet(CostSheet),
    /// What may be put to the vote.
    #[component(name = "candidates")]
    Candidates(Vec<Candidate>),
    /// For the ledger.
    #[component(name = "duties")]
    Duties(Vec<Duty>),
}

/// The result for the minutes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Conclusion {
    /// How it ended.
    pub outcome: Outcome,
    /// One sentence.
    pub summary: String,
    /// Sentences for the minutes.
    pub minutes: Vec<String>,
    /// What the meeting can use.
    pub materials: Vec<Material>,
    /// Named results the host offers as defaults for the settings of the next procedure of the item.
    pub carry: Vec<Entry>,
}
