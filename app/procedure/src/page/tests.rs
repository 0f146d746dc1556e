//! Pages made by hand: what is refused, and at which path.

use super::*;
use crate::contract::{Decimals, FieldKind};

fn column(id: &str, cells: Cells, private: bool) -> Column {
    let data = ColumnData { cells, empty: Vec::new() };
    Column { id: id.to_owned(), label: id.to_owned(), data, total: None, private }
}

fn table() -> Table {
    let words = Cells::Text(vec!["a".to_owned(), "b".to_owned()]);
    Table {
        id: "t".to_owned(),
        title: String::new(),
        rows: 2,
        columns: vec![
            column("household", Cells::Household(vec![0, 1]), false),
            column("relief", words, true),
            column("due", Cells::Money(vec![1, 2]), false),
        ],
        row_tones: Vec::new(),
        sort_by: Some("due".to_owned()),
        descending: false,
        group_by: Some("relief".to_owned()),
        row_action: None,
    }
}

fn page(block: Block) -> Page {
    let section = Section { id: "s".to_owned(), title: String::new(), folded: false, blocks: vec![block] };
    Page { headline: String::new(), sections: vec![section] }
}

fn refused(change: impl FnOnce(&mut Table)) -> String {
    let mut table = table();
    change(&mut table);
    match ready(page(Block::Table(table)), 2) {
        Err(Failure::Invalid { path, .. }) => path,
        other => panic!("an invalid page was expected: {other:?}"),
    }
}

#[test]
fn for_the_audience_private_columns_go_and_what_leans_on_them() {
    let mut page = ready(page(Block::Table(table())), 2).unwrap();
    for_audience(&mut page);
    let Block::Table(table) = &page.sections[0].blocks[0] else { panic!("the table was lost") };
    assert_eq!(table.columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>(), ["household", "due"]);
    assert_eq!((table.sort_by.as_deref(), &table.group_by), (Some("due"), &None));
}

#[test]
fn a_table_that_does_not_hold_together_is_refused_at_its_path() {
    let at = "sections[0].blocks[0].table";
    assert_eq!(refused(|table| table.rows = 3), format!("{at}.columns[0]"));
    assert_eq!(refused(|table| table.columns[2].id = "household".to_owned()), format!("{at}.columns[2].id"));
    assert_eq!(refused(|table| table.sort_by = Some("nothing".to_owned())), format!("{at}.sort-by"));
    assert_eq!(refused(|table| table.group_by = Some("due".to_owned())), format!("{at}.group-by"));
    assert_eq!(refused(|table| table.row_tones = vec![crate::contract::Tone::Bad]), format!("{at}.row-tones"));
    assert_eq!(refused(|table| table.columns[0].data.cells = Cells::Household(vec![0, 2])), format!("{at}.columns[0]"));
    assert_eq!(refused(|table| table.columns[2].data.empty = vec![1, 0]), format!("{at}.columns[2]"));
    assert_eq!(refused(|table| table.columns[2].data.empty = vec![2]), format!("{at}.columns[2]"));
    assert_eq!(refused(|table| table.columns[1].total = Some(Value::Household(7))), format!("{at}.columns[1].total"));
    let fine = Cells::Decimal(Decimals { scale: 7, units: vec![0, 0] });
    assert_eq!(refused(|table| table.columns[2].data.cells = fine), format!("{at}.columns[2]"));
    let many = |table: &mut Table| {
        table.rows = 100_000;
        for column in &mut table.columns {
            column.data.cells = Cells::Money(vec![0; 100_000]);
        }
    };
    assert_eq!(refused(many), at);
}

#[test]
fn a_first_value_that_does_not_fit_its_field_is_refused() {
    let field = |kind, initial| Field {
        id: "f".to_owned(),
        label: String::new(),
        help: String::new(),
        kind,
        required: false,
        initial,
        problem: None,
    };
    let form = |field| {
        let form = Form {
            id: "f".to_owned(),
            title: String::new(),
            fields: vec![field],
            submit_label: String::new(),
            closed: None,
        };
        ready(page(Block::Form(form)), 2)
    };
    assert!(form(field(FieldKind::Flag, Value::None)).is_ok());
    assert!(form(field(FieldKind::Flag, Value::Flag(true))).is_ok());
    assert!(form(field(FieldKind::Flag, Value::Integer(1))).is_err());
    assert!(form(field(FieldKind::Choice(Vec::new()), Value::Choice("a".to_owned()))).is_err());
}
