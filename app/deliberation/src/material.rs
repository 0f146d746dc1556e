//! What a concluded procedure leaves for the meeting besides its cost sheets: tables, candidates, duties, and results
//! that feed the next procedure. Plain data in both languages; nothing here needs the plugin or a blob.
//!
//! Cells of a private column never get into an event: they lie in one blob of the conclusion, which goes with whoever is
//! erased first. Who is to do a duty is a number where the file knows the person, never a name.

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::{PersonId, ProcedureNo};
use crate::rule::Bilingual;
use crate::time::Day;

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Materials {
    /// Tables for the minutes and the exports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// What may be put to the vote, and what may not, with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
    /// Duties offered to the ledger; a person confirms each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// Results offered as defaults for the settings of the next procedure of the item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carry: Vec<Carried>,
}

/// A table, column by column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Table {
    /// Its key in its procedure.
    pub id: String,
    /// Its heading.
    pub title: Bilingual,
    /// How many rows.
    pub rows: u32,
    /// Left to right.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Column {
    /// Its key.
    pub id: String,
    /// Its heading.
    pub label: Bilingual,
    /// Never on the screen, in minutes or exports; its cells are sealed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// One a row.
    pub cells: Cells,
    /// Rows without a value, ascending; their cell holds zero or nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub empty: Vec<u32>,
    /// What stands below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Value>,
}

/// The cells of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Cells {
    /// In the blob of the conclusion.
    Sealed,
    /// Words; `en` is empty where both languages say the same.
    Text {
        /// Chinese.
        zh: Vec<String>,
        /// English.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        en: Vec<String>,
    },
    /// Yes or no.
    Flag(Vec<bool>),
    /// Whole numbers.
    Integer(Vec<i64>),
    /// Money.
    Money(Vec<Fen>),
    /// Measures in 10^-scale.
    Decimal {
        /// Decimals.
        scale: u8,
        /// The numbers.
        units: Vec<i64>,
    },
    /// Days.
    Day(Vec<Day>),
    /// Keys of a choice.
    Choice(Vec<String>),
    /// Households by their door.
    Door(Vec<Door>),
}

/// One value: a cell, a total or a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Value {
    /// Nothing.
    None,
    /// Words.
    Text(Bilingual),
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// Money.
    Money(Fen),
    /// A measure in 10^-scale.
    Decimal {
        /// The number.
        units: i64,
        /// Decimals.
        scale: u8,
    },
    /// A day.
    Day(Day),
    /// A key of a choice.
    Choice(String),
    /// Keys of a choice of several.
    Choices(Vec<String>),
    /// A household by its door.
    Door(Door),
}

/// A candidate; `excluded` says why it may not be put to the vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Candidate {
    /// Its key in its procedure.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// A remark.
    #[serde(default, skip_serializing_if = "Bilingual::is_empty")]
    pub note: Bilingual,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fen>,
    /// Why it may not be put to the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<Bilingual>,
}

/// A duty a procedure offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Duty {
    /// What.
    pub text: Bilingual,
    /// Who, as far as the procedure knows.
    pub responsible: Responsible,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
}

/// Who is to do a duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Responsible {
    /// Somebody of this file.
    Person(PersonId),
    /// In the procedure's words.
    Words(Bilingual),
}

/// A named result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Carried {
    /// The setting it is offered to.
    pub id: String,
    /// The result.
    pub value: Value,
}

/// Which offered duty a duty of the ledger was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Offer {
    /// The procedure that offered it.
    pub procedure: ProcedureNo,
    /// Its place among that procedure's duties, from 1.
    pub duty: u32,
}

impl Materials {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.candidates.is_empty() && self.duties.is_empty() && self.carry.is_empty()
    }

    /// The candidates that may be put to the vote.
    pub fn selectable(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| candidate.excluded.is_none())
    }

    /// The candidates that may not.
    pub fn excluded(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| candidate.excluded.is_some())
    }

    /// The candidate of this name, in either language.
    pub fn candidate(&self, title: &str) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.title.zh == title || candidate.title.en == title)
    }

    /// An offered duty by its place, from 1.
    pub fn duty(&self, place: u32) -> Option<&Duty> {
        self.duties.get(usize::try_from(place).ok()?.checked_sub(1)?)
    }

    /// Whether every table holds together and no private cell stands in the clear.
    pub(crate) fn holds_together(&self) -> bool {
        self.tables.iter().all(Table::holds_together)
    }
}

impl Table {
    /// The columns anybody may see.
    pub fn public(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| !column.private)
    }

    fn holds_together(&self) -> bool {
        self.columns.iter().all(|column| {
            let ascends = column.empty.windows(2).all(|two| two[0] < two[1]);
            let within = column.empty.last().is_none_or(|last| *last < self.rows);
            let rows = usize::try_from(self.rows).ok();
            match column.cells.count() {
                None => column.private && column.empty.is_empty() && column.total.is_none(),
                length => !column.private && length == rows && ascends && within,
            }
        })
    }
}

impl Cells {
    /// How many there are; none where they are sealed.
    pub fn count(&self) -> Option<usize> {
        Some(match self {
            Cells::Sealed => return None,
            Cells::Text { zh, en } => {
                if !en.is_empty() && en.len() != zh.len() {
                    return None;
                }
                zh.len()
            }
            Cells::Choice(cells) => cells.len(),
            Cells::Flag(cells) => cells.len(),
            Cells::Integer(cells) => cells.len(),
            Cells::Money(cells) => cells.len(),
            Cells::Decimal { units, .. } => units.len(),
            Cells::Day(cells) => cells.len(),
            Cells::Door(cells) => cells.len(),
        })
    }

    /// Whether they stand at the right.
    pub fn are_figures(&self) -> bool {
        matches!(self, Cells::Integer(_) | Cells::Money(_) | Cells::Decimal { .. })
    }
}

impl Column {
    /// The cell of a row; [`Value::None`] where it is empty, sealed or beyond the table.
    pub fn value(&self, row: u32) -> Value {
        if self.empty.binary_search(&row).is_ok() {
            return Value::None;
        }
        let Ok(at) = usize::try_from(row) else { return Value::None };
        let value = match &self.cells {
            Cells::Sealed => None,
            Cells::Text { zh, en } => zh.get(at).map(|zh| {
                let en = en.get(at).unwrap_or(zh);
                Value::Text(Bilingual { zh: zh.clone(), en: en.clone() })
            }),
            Cells::Flag(cells) => cells.get(at).copied().map(Value::Flag),
            Cells::Integer(cells) => cells.get(at).copied().map(Value::Integer),
            Cells::Money(cells) => cells.get(at).copied().map(Value::Money),
            Cells::Decimal { scale, units } => {
                units.get(at).map(|units| Value::Decimal { units: *units, scale: *scale })
            }
            Cells::Day(cells) => cells.get(at).copied().map(Value::Day),
            Cells::Choice(cells) => cells.get(at).cloned().map(Value::Choice),
            Cells::Door(cells) => cells.get(at).cloned().map(Value::Door),
        };
        value.unwrap_or(Value::None)
    }
}
