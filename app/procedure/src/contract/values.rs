//! Values, columns, faults and evidence (interface `values`).

use wasmtime::component::{ComponentType, Lift, Lower};

/// `[a-z0-9-]{1,64}`; stable between calls, unique in its list.
pub type Key = String;
/// Days since 1970-01-01.
pub type Day = i32;
/// A household of the frozen roll: its row in the table `households`.
pub type Household = u32;

/// 89.35 is { units: 8935, scale: 2 }; scale at most 6.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decimal {
    /// Units of 10^-scale.
    pub units: i64,
    /// At most 6.
    pub scale: u8,
}

/// One value, with its kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(variant)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Nothing.
    #[component(name = "none")]
    None,
    /// Words.
    #[component(name = "text")]
    Text(String),
    /// Yes or no.
    #[component(name = "flag")]
    Flag(bool),
    /// A whole number.
    #[component(name = "integer")]
    Integer(i64),
    /// Fen.
    #[component(name = "money")]
    Money(i64),
    /// A measure.
    #[component(name = "decimal")]
    Decimal(Decimal),
    /// A date.
    #[component(name = "day")]
    Day(Day),
    /// One option.
    #[component(name = "choice")]
    Choice(Key),
    /// Several options.
    #[component(name = "choices")]
    Choices(Vec<Key>),
    /// A household.
    #[component(name = "household")]
    Household(Household),
}

/// Many decimals of one scale.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Decimals {
    /// At most 6.
    pub scale: u8,
    /// Units of 10^-scale, one a row.
    pub units: Vec<i64>,
}

/// Column-major, so that numbers cross the boundary as flat arrays.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(variant)]
#[serde(rename_all = "kebab-case")]
pub enum Cells {
    /// Words.
    #[component(name = "text")]
    Text(Vec<String>),
    /// Yes or no.
    #[component(name = "flag")]
    Flag(Vec<bool>),
    /// Whole numbers.
    #[component(name = "integer")]
    Integer(Vec<i64>),
    /// Fen.
    #[component(name = "money")]
    Money(Vec<i64>),
    /// Measures.
    #[component(name = "decimal")]
    Decimal(Decimals),
    /// Dates.
    #[component(name = "day")]
    Day(Vec<Day>),
    /// Options.
    #[component(name = "choice")]
    Choice(Vec<Key>),
    /// Households.
    #[component(name = "household")]
    Household(Vec<Household>),
}

/// empty: the rows without a value, ascending; their cell holds zero or "".
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ColumnData {
    /// One a row.
    pub cells: Cells,
    /// Rows without a value, ascending.
    pub empty: Vec<u32>,
}

/// A named value.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Entry {
    /// Its name.
    pub id: Key,
    /// The value.
    pub value: Value,
}

/// How something is meant, never by colour alone.
#[derive(Clone, Copy, Hash, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(enum)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Tone {
    /// Plain.
    #[component(name = "neutral")]
    Neutral,
    /// As wished.
    #[component(name = "good")]
    Good,
    /// Look here.
    #[component(name = "warning")]
    Warning,
    /// Wrong.
    #[component(name = "bad")]
    Bad,
}

/// An expected refusal, in the words people will read. Anything unexpected is a trap.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Fault {
    /// Stable name of the refusal.
    pub code: Key,
    /// The sentence.
    pub message: String,
    /// The field, or `household-N` for a household.
    pub at: Option<Key>,
}

/// A photo or file the host keeps; hash is SHA-256 in hex.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, ComponentType, Lift, Lower)]
#[component(record)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Evidence {
    /// SHA-256 in hex.
    pub hash: String,
    /// What it shows.
    pub caption: String,
}
