//! The contract's types as plain Rust, under the contract's own names (`plugin-api/wit/0.1.0`).
//!
//! As JSON they read as `plugin run` prints them: enums as strings, variants as `{"case": payload}` or `"case"`, options as
//! a value or null, integers only. The component model's derives stand here so that nothing is copied field by field at the
//! boundary; a field that strays from the contract refuses every component when it is instantiated, which the tests do.

pub mod outcome;
pub mod ui;
pub mod values;

pub use outcome::{
    Action, Candidate, Check, Conclusion, CostSheet, Duty, Event, Funding, Instalment, Material, Outcome, Press, Role,
    Rounding, Sheet, Submission, Viewer,
};
pub use ui::{
    Bar, Bars, Block, Bounds, Button, CheckItem, Checklist, ChoiceItem, Column, Contender, Contenders, DecimalBounds,
    Field, FieldKind, Figure, Finding, Form, Measure, Notice, Page, Section, Table, TextBounds, Unit,
};
pub use values::{Cells, ColumnData, Day, Decimal, Decimals, Entry, Evidence, Fault, Household, Key, Tone, Value};

/// What a fault's message says where the host puts the door of the household in its `at`.
pub const DOOR: &str = "{door}";
const HOUSEHOLD_KEY: &str = "household-";

/// Whether a text is a key of the contract: `[a-z0-9-]{1,64}`.
pub fn is_key(text: &str) -> bool {
    let part = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(part)
}

impl Fault {
    /// The household its `at` names (`household-N`), if it names one.
    pub fn household(&self) -> Option<Household> {
        self.at.as_deref()?.strip_prefix(HOUSEHOLD_KEY)?.parse().ok()
    }

    /// The sentence with the door in its place; `door` gives the door of a household.
    pub fn sentence(&self, door: impl Fn(Household) -> Option<String>) -> String {
        match self.household().and_then(door) {
            Some(door) => self.message.replace(DOOR, &door),
            None => self.message.clone(),
        }
    }
}

impl ColumnData {
    /// How many cells there are.
    pub fn len(&self) -> usize {
        match &self.cells {
            Cells::Text(cells) | Cells::Choice(cells) => cells.len(),
            Cells::Flag(cells) => cells.len(),
            Cells::Integer(cells) | Cells::Money(cells) => cells.len(),
            Cells::Decimal(cells) => cells.units.len(),
            Cells::Day(cells) => cells.len(),
            Cells::Household(cells) => cells.len(),
        }
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cell of a row as a value; `Value::None` where it is empty or there is no such row.
    pub fn value(&self, row: usize) -> Value {
        let empty = u32::try_from(row).is_ok_and(|row| self.empty.binary_search(&row).is_ok());
        if empty {
            return Value::None;
        }
        let value = match &self.cells {
            Cells::Text(cells) => cells.get(row).cloned().map(Value::Text),
            Cells::Flag(cells) => cells.get(row).copied().map(Value::Flag),
            Cells::Integer(cells) => cells.get(row).copied().map(Value::Integer),
            Cells::Money(cells) => cells.get(row).copied().map(Value::Money),
            Cells::Decimal(Decimals { scale, units }) => {
                units.get(row).map(|units| Value::Decimal(Decimal { units: *units, scale: *scale }))
            }
            Cells::Day(cells) => cells.get(row).copied().map(Value::Day),
            Cells::Choice(cells) => cells.get(row).cloned().map(Value::Choice),
            Cells::Household(cells) => cells.get(row).copied().map(Value::Household),
        };
        value.unwrap_or(Value::None)
    }
}

impl From<Rounding> for amounts::Rounding {
    fn from(rounding: Rounding) -> amounts::Rounding {
        match rounding {
            Rounding::Fen => amounts::Rounding::Fen,
            Rounding::Yuan => amounts::Rounding::Yuan,
            Rounding::YuanUp => amounts::Rounding::YuanUp,
        }
    }
}

impl Value {
    /// The name of its kind in the contract.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::None => "none",
            Value::Text(_) => "text",
            Value::Flag(_) => "flag",
            Value::Integer(_) => "integer",
            Value::Money(_) => "money",
            Value::Decimal(_) => "decimal",
            Value::Day(_) => "day",
            Value::Choice(_) => "choice",
            Value::Choices(_) => "choices",
            Value::Household(_) => "household",
        }
    }
}
