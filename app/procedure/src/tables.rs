//! Tables a procedure wants besides the households: cells typed as its manifest says.

use amounts::{Fen, scaled};

use crate::contract::{Cells, ColumnData, Decimals};
use crate::inputs::{FrozenColumn, FrozenTable};
use crate::manifest::{ColumnKind, WantedTable};
use crate::settings;

/// A table nobody has handed in: its columns, without a row.
pub fn without_rows(wanted: &WantedTable) -> FrozenTable {
    let column = |kind| FrozenColumn { data: none(kind).into(), private: false };
    FrozenTable { rows: 0, columns: wanted.columns.iter().map(|c| (c.id.clone(), column(c.kind))).collect() }
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
