//! `--table ID=FILE.csv`: a further table a procedure wants, typed as its manifest says.

use std::collections::BTreeMap;

use papers::sheet::{Sheet, error_text, read_sheets};
use procedure::manifest::{TableColumn, WantedTable};
use procedure::tables::typed;
use procedure::{FrozenColumn, FrozenTable};
use words::{Lang, tf};

/// A table's text as the frozen table a procedure reads; the error is the sentence for people.
///
/// The first row holds the columns' ids or labels; further columns are left out, for the procedure did not ask for them.
pub(super) fn freeze(
    lang: Lang,
    file: &str,
    bytes: &[u8],
    wanted: &WantedTable,
    doors: &[String],
) -> Result<FrozenTable, String> {
    let sheets = read_sheets(file, bytes).map_err(|error| error_text(lang, &error))?;
    let sheet = sheets.into_iter().next().unwrap_or_default();
    let count = sheet.rows.len().saturating_sub(1);
    let mut columns = BTreeMap::new();
    for column in &wanted.columns {
        let cells = cells_below(&sheet, column).ok_or_else(|| {
            tf(lang, "headless-table-no-column", &[("column", &column.id), ("label", column.label.get(lang.tag()))])
        })?;
        let cells = typed(column.kind, &cells, doors).map_err(|row| {
            let found = cells.get(row).map(String::as_str).unwrap_or_default();
            let args = [("row", &*(row + 2).to_string()), ("column", &column.id), ("found", found)];
            tf(lang, "headless-table-bad-cell", &args)
        })?;
        columns.insert(column.id.clone(), FrozenColumn { data: cells, private: false });
    }
    Ok(FrozenTable { rows: u32::try_from(count).unwrap_or(u32::MAX), columns })
}

/// The texts under a heading; `None` if no heading or several are the column's id or label.
fn cells_below(sheet: &Sheet, column: &TableColumn) -> Option<Vec<String>> {
    let is_it = |text: &str| text == column.id || text == column.label.zh_cn || text == column.label.en;
    let headings = sheet.rows.first()?;
    let mut found = headings.iter().enumerate().filter(|(_, cell)| is_it(&cell.text)).map(|(at, _)| at);
    let (Some(at), None) = (found.next(), found.next()) else { return None };
    Some((1..sheet.rows.len()).map(|row| sheet.text(row, at).to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use procedure::contract::{Cells, ColumnData, Decimals};
    use procedure::manifest::{Bilingual, ColumnKind};

    use super::*;

    fn wanted(columns: &[(&str, ColumnKind)]) -> WantedTable {
        let label = |id: &str| Bilingual { zh_cn: format!("列{id}"), en: format!("the {id}") };
        let column =
            |(id, kind): &(&str, ColumnKind)| TableColumn { id: (*id).to_owned(), kind: *kind, label: label(id) };
        WantedTable { id: "quotes".to_owned(), columns: columns.iter().map(column).collect() }
    }

    fn freeze_text(text: &str, columns: &[(&str, ColumnKind)]) -> Result<FrozenTable, String> {
        freeze(Lang::En, "quotes.csv", text.as_bytes(), &wanted(columns), &["1-101".to_owned(), "1-102".to_owned()])
    }

    #[test]
    fn given_a_table_every_kind_of_cell_is_read_and_empty_ones_are_said() {
        let text =
            "firm,列price,the day,tax,door,part,ignored\n甲,1650.00,1970-01-02,是,1-102,0.5,x\n乙,,,no,,1.25,y\n";
        let columns = [
            ("firm", ColumnKind::Text),
            ("price", ColumnKind::Money),
            ("day", ColumnKind::Day),
            ("tax", ColumnKind::Flag),
            ("door", ColumnKind::Household),
            ("part", ColumnKind::Decimal),
        ];
        let table = freeze_text(text, &columns).unwrap();
        let cells = |id: &str| table.columns[id].data.clone();
        assert_eq!(table.rows, 2);
        assert_eq!(table.columns.len(), 6);
        assert_eq!(cells("firm").cells, Cells::Text(vec!["甲".to_owned(), "乙".to_owned()]));
        assert_eq!(cells("price"), ColumnData { cells: Cells::Money(vec![165_000, 0]), empty: vec![1] });
        assert_eq!(cells("day"), ColumnData { cells: Cells::Day(vec![1, 0]), empty: vec![1] });
        assert_eq!(cells("tax").cells, Cells::Flag(vec![true, false]));
        assert_eq!(cells("door"), ColumnData { cells: Cells::Household(vec![1, 0]), empty: vec![1] });
        assert_eq!(cells("part").cells, Cells::Decimal(Decimals { scale: 2, units: vec![50, 125] }));
    }

    #[test]
    fn given_a_cell_of_another_kind_the_sentence_names_row_and_column() {
        let error = freeze_text("price\n1650.00\ncheap\n", &[("price", ColumnKind::Money)]).unwrap_err();
        assert!(error.contains('3') && error.contains("price") && error.contains("cheap"), "{error}");
        let error = freeze_text("price\n1\n", &[("firm", ColumnKind::Text)]).unwrap_err();
        assert!(error.contains("firm"), "{error}");
        freeze_text("door\n1-103\n", &[("door", ColumnKind::Household)]).unwrap_err();
    }
}
