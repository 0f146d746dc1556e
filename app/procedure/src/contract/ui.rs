//! What a page is made of (interface `ui`).

use wasmtime::component::{ComponentType, Lift, Lower};

use super::values::{ColumnData, Decimal, Evidence, Key, Tone, Value};

/// One option.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ChoiceItem {
    /// Its key.
    pub id: Key,
    /// Its words.
    pub label: String,
}

/// From, to, both included.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bounds {
    /// Least.
    pub min: Option<i64>,
    /// Most.
    pub max: Option<i64>,
}

/// Bounds of a measure.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DecimalBounds {
    /// Decimals.
    pub scale: u8,
    /// In units of 10^-scale.
    pub limits: Bounds,
}

/// How much may be typed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TextBounds {
    /// Lines shown.
    pub lines: u32,
    /// Characters.
    #[component(name = "max-chars")]
    pub max_chars: u32,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(variant)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Words.
    #[component(name = "text")]
    Text(TextBounds),
    /// Yes or no.
    #[component(name = "flag")]
    Flag,
    /// A whole number.
    #[component(name = "integer")]
    Integer(Bounds),
    /// Fen.
    #[component(name = "money")]
    Money(Bounds),
    /// A measure.
    #[component(name = "decimal")]
    Decimal(DecimalBounds),
    /// A date.
    #[component(name = "day")]
    Day(Bounds),
    /// One of these.
    #[component(name = "choice")]
    Choice(Vec<ChoiceItem>),
    /// Any of these.
    #[component(name = "choices")]
    Choices(Vec<ChoiceItem>),
    /// A household, picked by door or pinyin.
    #[component(name = "household")]
    Household,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Field {
    /// Its key.
    pub id: Key,
    /// Its words.
    pub label: String,
    /// A line of help, or nothing.
    pub help: String,
    /// What it takes.
    pub kind: FieldKind,
    /// Whether it must be filled.
    pub required: bool,
    /// What stands in it first.
    pub initial: Value,
    /// What is wrong with it now.
    pub problem: Option<String>,
}

/// closed: why it cannot be used now.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Form {
    /// Its key.
    pub id: Key,
    /// Its heading, or nothing.
    pub title: String,
    /// At most 64.
    pub fields: Vec<Field>,
    /// Words of the button.
    #[component(name = "submit-label")]
    pub submit_label: String,
    /// Why it cannot be used now.
    pub closed: Option<String>,
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Button {
    /// Its key.
    pub id: Key,
    /// Its words.
    pub label: String,
    /// How it is meant.
    pub tone: Tone,
    /// Why it cannot be used now.
    pub closed: Option<String>,
}

/// A framed sentence; the host adds the name of the procedure.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// Its heading.
    pub title: String,
    /// The sentence.
    pub text: String,
}

/// A number people should see first.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Figure {
    /// What it is.
    pub label: String,
    /// The number.
    pub value: Value,
    /// A few words below.
    pub note: String,
    /// How it is meant.
    pub tone: Tone,
}

/// private: never drawn on the projected screen; the host drops the column there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Column {
    /// Its key.
    pub id: Key,
    /// Its heading.
    pub label: String,
    /// Its cells.
    pub data: ColumnData,
    /// What stands below.
    pub total: Option<Value>,
    /// Never on the projected screen.
    pub private: bool,
}

/// A table; the host sorts, scrolls and pages it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Table {
    /// Its key.
    pub id: Key,
    /// Its heading, or nothing.
    pub title: String,
    /// How many rows.
    pub rows: u32,
    /// Left to right.
    pub columns: Vec<Column>,
    /// Empty, or one per row.
    #[component(name = "row-tones")]
    pub row_tones: Vec<Tone>,
    /// First order only.
    #[component(name = "sort-by")]
    pub sort_by: Option<Key>,
    /// Largest first.
    pub descending: bool,
    /// A choice or text column whose groups get a heading and subtotals.
    #[component(name = "group-by")]
    pub group_by: Option<Key>,
    /// What can be done with a row.
    #[component(name = "row-action")]
    pub row_action: Option<Button>,
}

/// What bars measure.
#[derive(Clone, Copy, Hash, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(enum)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Unit {
    /// Pieces.
    #[component(name = "count")]
    Count,
    /// Fen.
    #[component(name = "money")]
    Money,
    /// Thousandths.
    #[component(name = "permille")]
    Permille,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// Its length.
    pub amount: i64,
    /// How it is meant.
    pub tone: Tone,
}

/// Bars with a common scale.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bars {
    /// Its key.
    pub id: Key,
    /// Its heading.
    pub title: String,
    /// What is measured.
    pub unit: Unit,
    /// Top to bottom.
    pub items: Vec<Bar>,
    /// A mark across all bars.
    pub line: Option<i64>,
}

/// What was found.
#[derive(Clone, Copy, Hash, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(enum)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Finding {
    /// Not yet known (待查).
    #[component(name = "open")]
    Open,
    /// Met.
    #[component(name = "met")]
    Met,
    /// Not met.
    #[component(name = "failed")]
    Failed,
    /// Does not apply.
    #[component(name = "not-applicable")]
    NotApplicable,
}

/// A number to be measured on the spot, in 10^-scale of the unit, and the limit it is held against.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Measure {
    /// Such as m.
    pub unit: String,
    /// Decimals.
    pub scale: u8,
    /// What was measured.
    pub value: Option<i64>,
    /// What it is held against.
    pub limit: Option<i64>,
    /// The limit is the least, else the most.
    #[component(name = "at-least")]
    pub at_least: bool,
}

/// One thing to be checked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CheckItem {
    /// Its key.
    pub id: Key,
    /// What is checked.
    pub label: String,
    /// The rule or measurement the item rests on, with place and date where it is local.
    pub basis: String,
    /// What was found.
    pub finding: Finding,
    /// What is measured, if anything.
    pub measure: Option<Measure>,
    /// failed + veto stops the proposal; an open veto item is "待查", never a pass.
    pub veto: bool,
    /// Whether a photo or file is needed.
    #[component(name = "evidence-required")]
    pub evidence_required: bool,
    /// The photos and files.
    pub evidence: Vec<Evidence>,
    /// A remark.
    pub note: String,
    /// Why it cannot be checked now.
    pub closed: Option<String>,
}

/// Things to be checked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Checklist {
    /// Its key.
    pub id: Key,
    /// Its heading.
    pub title: String,
    /// In order.
    pub items: Vec<CheckItem>,
}

/// One of several ways to go; excluded ones are drawn struck through with the reason.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contender {
    /// Its key.
    pub id: Key,
    /// Its name.
    pub title: String,
    /// A remark.
    pub note: String,
    /// Why it is out.
    pub excluded: Option<String>,
    /// Its points.
    pub score: Option<Decimal>,
    /// How many are for it.
    pub support: Option<u32>,
}

/// Several ways to go.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Contenders {
    /// Its key.
    pub id: Key,
    /// Its heading.
    pub title: String,
    /// In order.
    pub items: Vec<Contender>,
}

/// One piece of a page.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(variant)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    #[component(name = "text")]
    Text(String),
    /// A framed sentence.
    #[component(name = "notice")]
    Notice(Notice),
    /// Numbers.
    #[component(name = "figures")]
    Figures(Vec<Figure>),
    /// A table.
    #[component(name = "table")]
    Table(Table),
    /// Bars.
    #[component(name = "bars")]
    Bars(Bars),
    /// A form.
    #[component(name = "form")]
    Form(Form),
    /// A checklist.
    #[component(name = "checklist")]
    Checklist(Checklist),
    /// Ways to go.
    #[component(name = "contenders")]
    Contenders(Contenders),
    /// Buttons.
    #[component(name = "buttons")]
    Buttons(Vec<Button>),
}

/// A part of the page under one heading.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// Its key.
    pub id: Key,
    /// Its heading, or nothing.
    pub title: String,
    /// Drawn closed at first.
    pub folded: bool,
    /// Top to bottom.
    pub blocks: Vec<Block>,
}

/// All that is drawn.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Page {
    /// One line above everything.
    pub headline: String,
    /// Top to bottom.
    pub sections: Vec<Section>,
}
