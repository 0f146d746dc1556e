//! A table a procedure wants, from a spreadsheet: the same reading for the desk and for `plugin run --table`.
//!
//! That is how a community brings a procedure without code: its own criteria or coefficients, frozen when the procedure
//! starts.

use std::collections::BTreeMap;
use std::path::Path;

use papers::sheet::{Sheet, error_text, read_sheets};
use procedure::contract::{Cells, is_key};
use procedure::limits;
use procedure::manifest::{TableColumn, WantedTable};
use procedure::tables::typed;
use procedure::{FrozenColumn, FrozenTable};
use words::{Lang, t, tf};

/// A table as it was read, with what people are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadTable {
    /// The file's name.
    pub name: String,
    /// What the procedure will read.
    pub table: FrozenTable,
    /// Headings of the file the procedure did not ask for.
    pub left_out: Vec<String>,
}

/// Reads a `.csv` or `.xlsx`; the error is the sentence for people.
pub fn read(lang: Lang, path: &Path, wanted: &WantedTable, doors: &[String]) -> Result<ReadTable, String> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let failed = |error: std::io::Error| tf(lang, "story-no-file", &[("file", &name), ("detail", &error.to_string())]);
    let length = std::fs::metadata(path).map_err(failed)?.len();
    if usize::try_from(length).map_or(true, |length| length > limits::INPUTS) {
        return Err(tf(lang, "page-table-large", &[("file", &name)]));
    }
    let bytes = std::fs::read(path).map_err(failed)?;
    freeze(lang, &name, &bytes, wanted, doors)
}

/// A table's bytes as the frozen table a procedure reads; the error is the sentence for people.
///
/// The first row holds the columns' ids or labels; further columns are left out, for the procedure did not ask for them;
/// rows without any text are passed over.
pub fn freeze(
    lang: Lang,
    file: &str,
    bytes: &[u8],
    wanted: &WantedTable,
    doors: &[String],
) -> Result<ReadTable, String> {
    let sheets = read_sheets(file, bytes).map_err(|error| error_text(lang, &error))?;
    let sheet = sheets.into_iter().next().unwrap_or_default();
    let places = wanted.columns.iter().map(|column| place(&sheet, column)).collect::<Vec<_>>();
    let named = |which: &dyn Fn(usize) -> bool| {
        let some = wanted.columns.iter().zip(&places).filter(|(_, found)| which(found.len()));
        let labels = some.map(|(column, _)| heading(lang, column)).collect::<Vec<_>>();
        (!labels.is_empty()).then(|| labels.join(&t(lang, "list-comma")))
    };
    if let Some(columns) = named(&|found| found == 0) {
        return Err(tf(lang, "page-table-no-columns", &[("columns", &columns)]));
    }
    if let Some(columns) = named(&|found| found > 1) {
        return Err(tf(lang, "page-table-columns-twice", &[("columns", &columns)]));
    }
    let rows: Vec<usize> = (1..sheet.rows.len())
        .filter(|row| places.iter().flatten().any(|at| !sheet.text(*row, *at).trim().is_empty()))
        .collect();
    if rows.len() > limits::ROWS {
        let count = words::Quantity::count(rows.len()).number(lang);
        return Err(tf(lang, "page-table-long", &[("n", &count)]));
    }
    let mut columns = BTreeMap::new();
    for (column, at) in wanted.columns.iter().zip(places.iter().flatten()) {
        let texts: Vec<String> = rows.iter().map(|row| sheet.text(*row, *at).trim().to_owned()).collect();
        let bad = |at: usize| {
            let row = rows.get(at).map_or(0, |row| row + 1).to_string();
            let found = texts.get(at).map(String::as_str).unwrap_or_default();
            tf(lang, "page-table-bad-cell", &[("row", &row), ("column", &heading(lang, column)), ("found", found)])
        };
        let data = typed(column.kind, &texts, doors).map_err(&bad)?;
        if let Cells::Choice(keys) = &data.cells
            && let Some(at) = keys.iter().position(|key| !key.is_empty() && !is_key(key))
        {
            return Err(bad(at));
        }
        columns.insert(column.id.clone(), FrozenColumn { data: data.into(), private: false });
    }
    let asked = |at: &usize| places.iter().flatten().any(|place| place == at);
    let headings = sheet.rows.first().into_iter().flatten().enumerate();
    let left_out = headings.filter(|(at, cell)| !asked(at) && !cell.text.trim().is_empty());
    Ok(ReadTable {
        name: file.to_owned(),
        left_out: left_out.map(|(_, cell)| cell.text.clone()).collect(),
        table: FrozenTable { rows: u32::try_from(rows.len()).unwrap_or(u32::MAX), columns },
    })
}

/// A column as people know it, with its id where the label is not the same.
fn heading(lang: Lang, column: &TableColumn) -> String {
    let label = column.label.get(lang.tag());
    if label == column.id {
        label.to_owned()
    } else {
        tf(lang, "page-table-column", &[("label", label), ("id", &column.id)])
    }
}

/// Where headings are the column's id or label.
fn place(sheet: &Sheet, column: &TableColumn) -> Vec<usize> {
    let is_it =
        |text: &str| [&column.id, &column.label.zh_cn, &column.label.en].iter().any(|name| *name == text.trim());
    let headings = sheet.rows.first().into_iter().flatten().enumerate();
    headings.filter(|(_, cell)| is_it(&cell.text)).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use procedure::contract::{ColumnData, Decimals};
    use procedure::manifest::{Bilingual, ColumnKind};

    use super::*;

    fn wanted(columns: &[(&str, ColumnKind)]) -> WantedTable {
        let label = |id: &str| Bilingual { zh_cn: format!("列{id}"), en: format!("the {id}") };
        let column =
            |(id, kind): &(&str, ColumnKind)| TableColumn { id: (*id).to_owned(), kind: *kind, label: label(id) };
        WantedTable { id: "quotes".to_owned(), columns: columns.iter().map(column).collect() }
    }

    fn freeze_text(text: &str, columns: &[(&str, ColumnKind)]) -> Result<ReadTable, String> {
        freeze(Lang::En, "quotes.csv", text.as_bytes(), &wanted(columns), &["1-101".to_owned(), "1-102".to_owned()])
    }

    #[test]
    fn given_a_table_every_kind_of_cell_is_read_and_empty_ones_are_said() {
        let text = "firm,列price,the day,tax,door,part,ignored\n甲,1650.00,1970-01-02,是,1-102,0.5,x\n,,,,,,\n乙,,,no,,1.25,y\n";
        let columns = [
            ("firm", ColumnKind::Text),
            ("price", ColumnKind::Money),
            ("day", ColumnKind::Day),
            ("tax", ColumnKind::Flag),
            ("door", ColumnKind::Household),
            ("part", ColumnKind::Decimal),
        ];
        let read = freeze_text(text, &columns).unwrap();
        let cells = |id: &str| ColumnData::clone(&read.table.columns[id].data);
        // The empty row between them is none.
        assert_eq!((read.table.rows, read.table.columns.len()), (2, 6));
        assert_eq!(read.left_out, ["ignored"]);
        assert_eq!(cells("firm").cells, Cells::Text(vec!["甲".to_owned(), "乙".to_owned()]));
        assert_eq!(cells("price"), ColumnData { cells: Cells::Money(vec![165_000, 0]), empty: vec![1] });
        assert_eq!(cells("day"), ColumnData { cells: Cells::Day(vec![1, 0]), empty: vec![1] });
        assert_eq!(cells("tax").cells, Cells::Flag(vec![true, false]));
        assert_eq!(cells("door"), ColumnData { cells: Cells::Household(vec![1, 0]), empty: vec![1] });
        assert_eq!(cells("part").cells, Cells::Decimal(Decimals { scale: 2, units: vec![50, 125] }));
    }

    #[test]
    fn given_a_cell_of_another_kind_the_sentence_names_the_row_of_the_file_and_the_column() {
        let error = freeze_text("price\n1650.00\n\ncheap\n", &[("price", ColumnKind::Money)]).unwrap_err();
        assert!(error.contains("price") && error.contains("cheap"), "{error}");
        freeze_text("door\n1-103\n", &[("door", ColumnKind::Household)]).unwrap_err();
        let error = freeze_text("kind\nmeasured\nAbout Right\n", &[("kind", ColumnKind::Choice)]).unwrap_err();
        assert!(error.contains('3') && error.contains("About Right"), "{error}");
    }

    #[test]
    fn given_missing_columns_one_sentence_names_them_all_and_doubled_ones_too() {
        let columns = [("firm", ColumnKind::Text), ("price", ColumnKind::Money), ("days", ColumnKind::Integer)];
        let error = freeze_text("firm,cost\na,1\n", &columns).unwrap_err();
        assert!(error.contains("price") && error.contains("days") && !error.contains("firm"), "{error}");
        let error = freeze_text("firm,price,列price,days\na,1,2,3\n", &columns).unwrap_err();
        assert!(error.contains("price") && !error.contains("days"), "{error}");
        let many = format!("firm\n{}", "甲\n".repeat(20_001));
        let error = freeze_text(&many, &[("firm", ColumnKind::Text)]).unwrap_err();
        assert!(error.contains("20000"), "{error}");
    }
}
