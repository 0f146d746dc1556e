//! The plain parts of a page: each function makes one value of the contract and needs nothing else of this crate.

use amounts::Fen;

use crate::ui::{Block, ChoiceItem, Column, Field, FieldKind, Figure, Notice, Section, Table};
use crate::values::{Cells, ColumnData, Tone, Value};

/// A section that stands open.
pub fn section(id: &str, title: &str, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title: title.to_owned(), folded: false, blocks }
}

/// A framed sentence.
pub fn notice(tone: Tone, title: &str, text: String) -> Block {
    Block::Notice(Notice { tone, title: title.to_owned(), text })
}

/// A number people should see first.
pub fn figure(label: &str, value: Value, note: String) -> Figure {
    Figure { label: label.to_owned(), value, note, tone: Tone::Neutral }
}

/// A column without empty cells, open to everybody.
pub fn column(id: &str, label: &str, cells: Cells) -> Column {
    let data = ColumnData { cells, empty: Vec::new() };
    Column { id: id.to_owned(), label: label.to_owned(), data, total: None, private: false }
}

/// A column of money with its sum below.
pub fn money_column(id: &str, label: &str, fen: &[i64], total: Fen) -> Column {
    Column { total: Some(Value::Money(total.0)), ..column(id, label, Cells::Money(fen.to_vec())) }
}

/// A table in the order of its rows.
pub fn table(id: &str, title: &str, rows: u32, columns: Vec<Column>) -> Table {
    Table {
        id: id.to_owned(),
        title: title.to_owned(),
        rows,
        columns,
        row_tones: Vec::new(),
        sort_by: None,
        descending: false,
        group_by: None,
        row_action: None,
    }
}

/// A field that must be filled, without a problem.
pub fn field(id: &str, label: &str, kind: FieldKind, initial: Value) -> Field {
    Field {
        id: id.to_owned(),
        label: label.to_owned(),
        help: String::new(),
        kind,
        required: true,
        initial,
        problem: None,
    }
}

/// A choice among named options.
pub fn options<'a>(items: impl IntoIterator<Item = (&'a str, &'a str)>) -> FieldKind {
    let item = |(id, label): (&str, &str)| ChoiceItem { id: id.to_owned(), label: label.to_owned() };
    FieldKind::Choice(items.into_iter().map(item).collect())
}
