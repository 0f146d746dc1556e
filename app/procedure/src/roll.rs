//! The table every procedure sees: one row a unit in the item's scope, in natural door order. Never names, phones or notes.

use std::collections::BTreeMap;

use amounts::{CentiSqm, scaled};

use crate::contract::{Cells, ColumnData, Decimals, Key};
use crate::inputs::{FrozenColumn, FrozenTable};

/// The key of the table.
pub const TABLE: &str = "households";

/// The columns every procedure sees.
const STANDARD: [&str; 6] = ["kind", "building", "stair", "floor", "area", "residents"];

/// Whether a column of the table is one that every procedure sees; all others hold cells of the roll as written.
pub(crate) fn is_standard(key: &str) -> bool {
    STANDARD.contains(&key)
}

/// A unit as a procedure may see it; the caller keeps doors and names, in the same order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseholdRow {
    /// `flat`, `shop`, `parking` or `other`.
    pub kind: Key,
    /// Such as "1"; "" where there is none.
    pub building: String,
    /// Such as "2"; "" where there is none.
    pub stair: String,
    /// `None` where it is not known.
    pub floor: Option<i64>,
    /// `None` where it is not known.
    pub area: Option<CentiSqm>,
    /// `None` where it is not known.
    pub residents: Option<i64>,
}

/// A further column of the roll, as written; it reaches a procedure only through a setting of kind `column`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RollColumn {
    /// As written.
    pub heading: String,
    /// One a household; "" where it is empty.
    pub cells: Vec<String>,
    /// The community marked it so.
    pub private: bool,
}

/// The standard table of these units.
pub fn households_table(rows: &[HouseholdRow]) -> FrozenTable {
    let words = |pick: fn(&HouseholdRow) -> &String| {
        let cells: Vec<String> = rows.iter().map(|row| pick(row).clone()).collect();
        ColumnData { empty: blanks(cells.iter().map(|cell| !cell.is_empty())), cells: Cells::Text(cells) }
    };
    let numbers = |pick: fn(&HouseholdRow) -> Option<i64>| {
        let empty = blanks(rows.iter().map(|row| pick(row).is_some()));
        (rows.iter().map(|row| pick(row).unwrap_or(0)).collect::<Vec<i64>>(), empty)
    };
    let (areas, no_area) = numbers(|row| row.area.map(|area| area.0));
    let (floors, no_floor) = numbers(|row| row.floor);
    let (residents, no_residents) = numbers(|row| row.residents);
    let kinds = rows.iter().map(|row| row.kind.clone()).collect();
    let columns = [
        ("kind", ColumnData { cells: Cells::Choice(kinds), empty: Vec::new() }),
        ("building", words(|row| &row.building)),
        ("stair", words(|row| &row.stair)),
        ("floor", ColumnData { cells: Cells::Integer(floors), empty: no_floor }),
        (
            "area",
            ColumnData { cells: Cells::Decimal(Decimals { scale: CentiSqm::SCALE, units: areas }), empty: no_area },
        ),
        ("residents", ColumnData { cells: Cells::Integer(residents), empty: no_residents }),
    ];
    let frozen = |(key, data): (&str, ColumnData)| (key.to_owned(), FrozenColumn { data: data.into(), private: false });
    let columns: BTreeMap<Key, FrozenColumn> = columns.into_iter().map(frozen).collect();
    FrozenTable { rows: u32::try_from(rows.len()).unwrap_or(u32::MAX), columns }
}

/// A column of the roll with the type its cells have in common: whole numbers, decimals of one scale, else words.
pub fn typed(column: &RollColumn) -> FrozenColumn {
    let empty = blanks(column.cells.iter().map(|cell| !cell.trim().is_empty()));
    let cells = numbers(&column.cells).unwrap_or_else(|| Cells::Text(column.cells.clone()));
    FrozenColumn { data: ColumnData { cells, empty }.into(), private: column.private }
}

fn numbers(cells: &[String]) -> Option<Cells> {
    let filled = || cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let decimals = |cell: &str| cell.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let scale = u8::try_from(filled().map(decimals).max()?).ok().filter(|scale| *scale <= scaled::MAX_SCALE)?;
    let unit = |cell: &String| if cell.trim().is_empty() { Some(0) } else { scaled::parse(cell, scale).ok() };
    let units = cells.iter().map(unit).collect::<Option<Vec<i64>>>()?;
    Some(if scale == 0 { Cells::Integer(units) } else { Cells::Decimal(Decimals { scale, units }) })
}

fn blanks(filled: impl Iterator<Item = bool>) -> Vec<u32> {
    let row = |(row, filled): (usize, bool)| if filled { None } else { u32::try_from(row).ok() };
    filled.enumerate().filter_map(row).collect()
}
