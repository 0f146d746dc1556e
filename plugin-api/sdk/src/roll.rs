//! The households of the frozen roll: one row a unit in the item's scope, in natural door order.
//!
//! A household is its row. There are no doors and no names here: the host draws them, and puts the door of the household
//! a fault's `at` names where the message says [`DOOR`].

use crate::host;
use crate::values::{Cells, ColumnData};

/// The host's table.
pub const TABLE: &str = "households";

/// Stands in a fault's message for the door of the household in its `at`.
pub const DOOR: &str = "{door}";

/// How a household is written where the contract wants a key: `household-17`, from 0.
pub fn household_key(row: usize) -> String {
    format!("household-{row}")
}

/// How many households there are.
pub fn count() -> u32 {
    host::rows(TABLE)
}

/// Numbers of one scale, one a household; `None` where the roll says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// Decimals.
    pub scale: u8,
    /// In units of 10^-scale.
    pub units: Vec<Option<i64>>,
}

/// A column of numbers, or the first household whose cell is none (`Err`).
pub fn numbers(column: &str) -> Result<Numbers, usize> {
    let data = host::column(TABLE, column);
    let (scale, units) = match &data.cells {
        Cells::Integer(units) => (0, units),
        Cells::Money(fen) => (2, fen),
        Cells::Decimal(decimals) => (decimals.scale, &decimals.units),
        _ => return first_text(&data),
    };
    let mut units: Vec<Option<i64>> = units.iter().copied().map(Some).collect();
    for row in data.empty {
        units[row as usize] = None;
    }
    Ok(Numbers { scale, units })
}

/// A column with words in it may still hold numbers in most rows: point at the first that is none.
fn first_text(data: &ColumnData) -> Result<Numbers, usize> {
    let Cells::Text(cells) = &data.cells else { return Err(0) };
    let is_number = |cell: &String| amounts::scaled::parse(cell, amounts::scaled::MAX_SCALE).is_ok();
    let filled = |row: usize| !data.empty.iter().any(|empty| *empty as usize == row);
    match cells.iter().enumerate().position(|(row, cell)| filled(row) && !is_number(cell)) {
        Some(row) => Err(row),
        None => Ok(Numbers { scale: 0, units: vec![None; cells.len()] }),
    }
}

/// A column of words; "" where the roll says nothing.
pub fn words(column: &str) -> Vec<String> {
    match host::column(TABLE, column).cells {
        Cells::Text(words) | Cells::Choice(words) => words,
        _ => vec![String::new(); count() as usize],
    }
}

/// A mark of this roll: how many households it has, and a hash (FNV-1a) of what it says of them.
///
/// A household is a row, so what one procedure carries to the next about households holds for the same roll alone: carry
/// the mark along and compare it.
pub fn mark() -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for column in ["kind", "building", "stair", "floor", "area", "residents"] {
        match host::column(TABLE, column).cells {
            Cells::Text(words) | Cells::Choice(words) => words.iter().for_each(|word| {
                take(word.as_bytes());
                take(&[0]);
            }),
            Cells::Integer(numbers) => numbers.iter().for_each(|number| take(&number.to_le_bytes())),
            Cells::Decimal(decimals) => decimals.units.iter().for_each(|units| take(&units.to_le_bytes())),
            _ => {}
        }
    }
    format!("roll-{}-{hash:016x}", count())
}
