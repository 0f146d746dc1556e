//! A procedure's values as texts: one place for desk and screen, doors put in by the host.

use amounts::{CentiSqm, Fen, scaled};
use deliberation::{Day, Door};
use procedure::contract::{Cells, Column, ColumnData, Decimals, Table, Value};
use words::figure::Quantity;
use words::moment::day_short;
use words::{Lang, t};

/// A value as text and its unit; both empty for none.
pub fn value_text(lang: Lang, doors: &[Door], value: &Value) -> (String, String) {
    let plain = |text: String| (text, String::new());
    match value {
        Value::None => plain(String::new()),
        Value::Text(text) => plain(text.clone()),
        Value::Flag(flag) => plain(flag_text(lang, *flag)),
        Value::Integer(number) => plain(scaled::grouped(*number, 0)),
        Value::Money(fen) => (Quantity::Money(Fen(*fen)).number(lang), t(lang, "room-yuan")),
        Value::Decimal(decimal) => plain(scaled::grouped(decimal.units, decimal.scale)),
        Value::Day(day) => plain(day_short(lang, Day(*day))),
        Value::Choice(key) => plain(key.clone()),
        Value::Choices(keys) => plain(keys.join(" ")),
        Value::Household(household) => plain(door_text(doors, *household)),
    }
}

/// A cell as text; empty where the column has no value.
pub fn cell_text(lang: Lang, doors: &[Door], column: &ColumnData, row: u32) -> String {
    if column.empty.binary_search(&row).is_ok() {
        return String::new();
    }
    let at = row as usize;
    let text = match &column.cells {
        Cells::Text(cells) | Cells::Choice(cells) => cells.get(at).cloned(),
        Cells::Flag(cells) => cells.get(at).map(|flag| flag_text(lang, *flag)),
        Cells::Integer(cells) => cells.get(at).map(|number| scaled::grouped(*number, 0)),
        Cells::Money(cells) => cells.get(at).map(|fen| Quantity::Money(Fen(*fen)).number(lang)),
        Cells::Decimal(cells) => cells.units.get(at).map(|units| match cells.scale {
            CentiSqm::SCALE => CentiSqm(*units).to_string(),
            scale => scaled::grouped(*units, scale),
        }),
        Cells::Day(cells) => cells.get(at).map(|day| day_short(lang, Day(*day))),
        Cells::Household(cells) => cells.get(at).map(|household| door_text(doors, *household)),
    };
    text.unwrap_or_default()
}

/// The sum of some rows of a column, written as its cells are; empty where it has none or is beyond 64 bits.
pub fn sum_text(lang: Lang, column: &Column, rows: &[u32]) -> String {
    let add = |cells: &[i64]| {
        let all: i128 = rows.iter().filter_map(|row| cells.get(*row as usize)).map(|one| i128::from(*one)).sum();
        i64::try_from(all).ok()
    };
    let cells = match &column.data.cells {
        Cells::Integer(cells) => add(cells).map(|sum| Cells::Integer(vec![sum])),
        Cells::Money(cells) => add(cells).map(|sum| Cells::Money(vec![sum])),
        Cells::Decimal(cells) => {
            add(&cells.units).map(|sum| Cells::Decimal(Decimals { scale: cells.scale, units: vec![sum] }))
        }
        _ => None,
    };
    cells.map_or_else(String::new, |cells| cell_text(lang, &[], &ColumnData { cells, empty: Vec::new() }, 0))
}

/// Whether a column's cells stand at the right.
pub fn is_number(cells: &Cells) -> bool {
    matches!(cells, Cells::Integer(_) | Cells::Money(_) | Cells::Decimal(_))
}

/// The rows of a table in its first order: by its sort column, ties and tables without one in the plugin's order.
pub fn row_order(table: &Table) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..table.rows).collect();
    let column = table.sort_by.as_ref().and_then(|key| table.columns.iter().find(|column| column.id == *key));
    if let Some(column) = column {
        match &column.data.cells {
            Cells::Text(cells) | Cells::Choice(cells) => rows.sort_by_key(|row| cells.get(*row as usize)),
            Cells::Integer(cells) | Cells::Money(cells) => rows.sort_by_key(|row| cells.get(*row as usize)),
            Cells::Decimal(cells) => rows.sort_by_key(|row| cells.units.get(*row as usize)),
            Cells::Day(cells) => rows.sort_by_key(|row| cells.get(*row as usize)),
            Cells::Household(cells) => rows.sort_by_key(|row| cells.get(*row as usize)),
            Cells::Flag(cells) => rows.sort_by_key(|row| cells.get(*row as usize)),
        }
        if table.descending {
            rows.reverse();
        }
    }
    rows
}

fn flag_text(lang: Lang, flag: bool) -> String {
    if flag { t(lang, "page-yes") } else { t(lang, "page-no") }
}

fn door_text(doors: &[Door], household: u32) -> String {
    doors.get(household as usize).map(ToString::to_string).unwrap_or_default()
}
