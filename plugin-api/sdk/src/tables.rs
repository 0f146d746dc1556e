//! The cells of a table of the manifest, one a row; `None` where a cell is empty, as everywhere in a table nobody gave.

use crate::host;
use crate::values::{Cells, ColumnData, Day, Household};

/// How many rows it has.
pub fn rows(table: &str) -> usize {
    host::rows(table) as usize
}

/// Words without the spaces around them; "" where the cell is empty.
pub fn texts(table: &str, column: &str) -> Vec<String> {
    match host::column(table, column).cells {
        Cells::Text(words) | Cells::Choice(words) => words.iter().map(|word| word.trim().to_owned()).collect(),
        _ => vec![String::new(); rows(table)],
    }
}

/// Whole numbers.
pub fn integers(table: &str, column: &str) -> Vec<Option<i64>> {
    let data = host::column(table, column);
    match &data.cells {
        Cells::Integer(cells) | Cells::Money(cells) => some(cells, &data),
        _ => vec![None; rows(table)],
    }
}

/// Measures in units of 10^-scale, with the scale all of them have.
pub fn decimals(table: &str, column: &str) -> (u8, Vec<Option<i64>>) {
    let data = host::column(table, column);
    match &data.cells {
        Cells::Decimal(cells) => (cells.scale, some(&cells.units, &data)),
        Cells::Integer(cells) => (0, some(cells, &data)),
        _ => (0, vec![None; rows(table)]),
    }
}

/// Yes or no.
pub fn flags(table: &str, column: &str) -> Vec<Option<bool>> {
    let data = host::column(table, column);
    match &data.cells {
        Cells::Flag(cells) => some(cells, &data),
        _ => vec![None; rows(table)],
    }
}

/// Days since 1970-01-01.
pub fn days(table: &str, column: &str) -> Vec<Option<Day>> {
    let data = host::column(table, column);
    match &data.cells {
        Cells::Day(cells) => some(cells, &data),
        _ => vec![None; rows(table)],
    }
}

/// Households, as rows of the roll.
pub fn households(table: &str, column: &str) -> Vec<Option<Household>> {
    let data = host::column(table, column);
    match &data.cells {
        Cells::Household(cells) => some(cells, &data),
        _ => vec![None; rows(table)],
    }
}

fn some<T: Copy>(cells: &[T], data: &ColumnData) -> Vec<Option<T>> {
    let mut cells: Vec<Option<T>> = cells.iter().copied().map(Some).collect();
    for row in &data.empty {
        if let Some(cell) = cells.get_mut(*row as usize) {
            *cell = None;
        }
    }
    cells
}
