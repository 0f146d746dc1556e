//! Columns and tables beyond the plain ones.

use crate::ui::{Button, Column, Table};
use crate::values::{Cells, ColumnData, Decimals, Household, Tone, Value};

use super::{column, table};

/// A column of words; "" is empty.
pub fn text_column(id: &str, label: &str, words: Vec<String>) -> Column {
    let empty = rows_where(words.iter().map(String::is_empty));
    filled(id, label, Cells::Text(words), empty)
}

/// A column of whole numbers, empty where there is none.
pub fn integer_column(id: &str, label: &str, numbers: &[Option<i64>]) -> Column {
    let empty = rows_where(numbers.iter().map(Option::is_none));
    filled(id, label, Cells::Integer(or_zero(numbers)), empty)
}

/// A column of fen, empty where there is none; without a sum (see [`Column::total`]).
pub fn optional_money_column(id: &str, label: &str, fen: &[Option<i64>]) -> Column {
    let empty = rows_where(fen.iter().map(Option::is_none));
    filled(id, label, Cells::Money(or_zero(fen)), empty)
}

/// A column of measures in units of 10^-scale, empty where there is none.
pub fn decimal_column(id: &str, label: &str, scale: u8, units: &[Option<i64>]) -> Column {
    let empty = rows_where(units.iter().map(Option::is_none));
    filled(id, label, Cells::Decimal(Decimals { scale, units: or_zero(units) }), empty)
}

/// A column of households; the host draws their doors and, on the desk, their names.
pub fn household_column(id: &str, label: &str, households: Vec<Household>) -> Column {
    column(id, label, Cells::Household(households))
}

/// A table as long as its first column.
pub fn table_of(id: &str, title: &str, columns: Vec<Column>) -> Table {
    let rows = columns.first().map_or(0, Column::rows);
    table(id, title, rows, columns)
}

impl Column {
    /// How many cells it has.
    pub fn rows(&self) -> u32 {
        let rows = match &self.data.cells {
            Cells::Text(cells) | Cells::Choice(cells) => cells.len(),
            Cells::Flag(cells) => cells.len(),
            Cells::Integer(cells) | Cells::Money(cells) => cells.len(),
            Cells::Decimal(cells) => cells.units.len(),
            Cells::Day(cells) => cells.len(),
            Cells::Household(cells) => cells.len(),
        };
        u32::try_from(rows).unwrap_or(u32::MAX)
    }

    /// Never drawn on the projected screen.
    pub fn private(self) -> Column {
        Column { private: true, ..self }
    }

    /// With this below it.
    pub fn total(self, total: Value) -> Column {
        Column { total: Some(total), ..self }
    }
}

impl Table {
    /// First shown in the order of this column, smallest first.
    pub fn sorted_by(self, column: &str) -> Table {
        Table { sort_by: Some(column.to_owned()), descending: false, ..self }
    }

    /// First shown in the order of this column, largest first.
    pub fn sorted_down_by(self, column: &str) -> Table {
        Table { sort_by: Some(column.to_owned()), descending: true, ..self }
    }

    /// In groups of equal cells of this column, which holds words or choices.
    pub fn grouped_by(self, column: &str) -> Table {
        Table { group_by: Some(column.to_owned()), ..self }
    }

    /// With a tone for each row.
    pub fn tones(self, tones: Vec<Tone>) -> Table {
        Table { row_tones: tones, ..self }
    }

    /// With this button in every row; pressing it says the row.
    pub fn row_button(self, button: Button) -> Table {
        Table { row_action: Some(button), ..self }
    }
}

fn filled(id: &str, label: &str, cells: Cells, empty: Vec<u32>) -> Column {
    Column { data: ColumnData { cells, empty }, ..column(id, label, Cells::Text(Vec::new())) }
}

fn or_zero(numbers: &[Option<i64>]) -> Vec<i64> {
    numbers.iter().map(|number| number.unwrap_or(0)).collect()
}

fn rows_where(empty: impl Iterator<Item = bool>) -> Vec<u32> {
    (0..).zip(empty).filter(|(_, empty)| *empty).map(|(row, _)| row).collect()
}
