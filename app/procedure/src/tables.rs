//! Tables a procedure wants besides the households: cells typed as its manifest says.

use std::collections::BTreeMap;

use amounts::{Fen, scaled};

use crate::contract::{Cells, ColumnData, Decimals};
use crate::inputs::{FrozenColumn, FrozenTable};
use crate::manifest::{ColumnKind, WantedTable};
use crate::settings;

/// The table without a row: what a procedure reads as long as nobody has given one.
pub fn empty(wanted: &WantedTable) -> FrozenTable {
    let column = |kind| FrozenColumn { data: none(kind), private: false };
    FrozenTable { rows: 0, columns: wanted.columns.iter().map(|c| (c.id.clone(), column(c.kind))).collect() }
}

/// The table of these cells, by column; a column left out is empty everywhere. The error says which column and row (from 0)
/// cannot be read.
pub fn table(
    wanted: &WantedTable,
    cells: &BTreeMap<String, Vec<String>>,
    doors: &[String],
) -> Result<FrozenTable, (String, usize)> {
    let rows = cells.values().map(Vec::len).max().unwrap_or(0);
    let mut columns = BTreeMap::new();
    for column in &wanted.columns {
        let mut texts = cells.get(&column.id).cloned().unwrap_or_default();
        texts.resize(rows, String::new());
        let data = typed(column.kind, &texts, doors).map_err(|row| (column.id.clone(), row))?;
        columns.insert(column.id.clone(), FrozenColumn { data, private: false });
    }
    Ok(FrozenTable { rows: u32::try_from(rows).unwrap_or(u32::MAX), columns })
}

/// Cells of one kind; the error is the first row (from 0) that holds none of it.
pub fn typed(kind: ColumnKind, texts: &[String], doors: &[String]) -> Result<ColumnData, usize> {
    let cells = match kind {
        ColumnKind::Text => Cells::Text(texts.to_vec()),
        ColumnKind::Choice => Cells::Choice(texts.to_vec()),
        ColumnKind::Flag => Cells::Flag(each(texts, settings::flag)?),
        ColumnKind::Integer => Cells::Integer(each(texts, |text| scaled::parse(text, 0).ok())?),
        ColumnKind::Money => Cells::Money(each(texts, |text| text.parse::<Fen>().ok().map(|fen| fen.0))?),
        ColumnKind::Day => Cells::Day(each(texts, settings::day)?),
        ColumnKind::Household => {
            let row = |text: &str| doors.iter().position(|door| door == text).and_then(|row| u32::try_from(row).ok());
            Cells::Household(each(texts, row)?)
        }
        ColumnKind::Decimal => {
            let decimals = |text: &String| text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
            let scale = texts.iter().map(decimals).max().unwrap_or(0);
            let scale = u8::try_from(scale).unwrap_or(u8::MAX).min(scaled::MAX_SCALE);
            Cells::Decimal(Decimals { scale, units: each(texts, |text| scaled::parse(text, scale).ok())? })
        }
    };
    let empty = texts.iter().enumerate().filter(|(_, text)| text.is_empty());
    Ok(ColumnData { cells, empty: empty.filter_map(|(row, _)| u32::try_from(row).ok()).collect() })
}

fn none(kind: ColumnKind) -> ColumnData {
    // No cell, so none that could be wrong.
    typed(kind, &[], &[]).unwrap_or(ColumnData { cells: Cells::Text(Vec::new()), empty: Vec::new() })
}

fn each<T: Default>(texts: &[String], read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, usize> {
    let cell = |(row, text): (usize, &String)| if text.is_empty() { Ok(T::default()) } else { read(text).ok_or(row) };
    texts.iter().enumerate().map(cell).collect()
}
