//! The tables procedures concluded, as one workbook: a sheet a table, numbers as numbers, private columns never.

use std::collections::BTreeSet;

use amounts::Fen;
use deliberation::material::{Cells, Column, Table, Value};
use deliberation::time::At;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};
use words::material_words::{heading, value_text};
use words::rule_words::pick;
use words::{Lang, t};

use super::{Failure, Looks, MAX_FEN, ROW, money, paper_error};
use crate::paper::{PaperError, clean, half_widths};

/// A4 in a workbook's list of paper sizes.
const A4: u8 = 9;

/// Characters a sheet's name may have.
const NAME: usize = 31;
/// Widths a column may have, in digits as Excel counts.
const NARROW: usize = 10;
const WIDE: usize = 40;
/// Rows looked at to find a column's width.
const LOOKED_AT: u32 = 200;
/// Digits a number of a workbook keeps.
const MOST: u64 = 999_999_999_999_999;

/// Writes the public columns of the tables, `None` where there are none; `at` becomes the moment of creation.
pub fn tables(lang: Lang, tables: &[&Table], at: At) -> Result<Option<Vec<u8>>, PaperError> {
    let shown: Vec<&Table> = tables.iter().copied().filter(|table| table.public().next().is_some()).collect();
    if shown.is_empty() {
        return Ok(None);
    }
    written(lang, &shown, at).map(Some).map_err(paper_error)
}

fn written(lang: Lang, tables: &[&Table], at: At) -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(at.0.div_euclid(1000))?;
    let properties = DocProperties::new().set_title(t(lang, "material-sheet-file")).set_author(t(lang, "product-name"));
    book.set_properties(&properties.set_creation_datetime(&created));
    let looks = Looks::new();
    let mut names = BTreeSet::new();
    for table in tables {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(pick(lang, &table.title), &t(lang, "material-sheet-file"), &mut names))?;
        one(sheet, lang, table, &looks)?;
    }
    Ok(book.save_to_buffer()?)
}

/// A name Excel takes: no signs of formulas and paths, at most 31 characters, none twice whatever its case.
fn sheet_name(title: &str, other: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = clean(title).chars().filter(|sign| !"[]:*?/\\'".contains(*sign)).collect();
    let plain = if plain.trim().is_empty() { other.to_owned() } else { plain.trim().to_owned() };
    let cut = |text: &str, room: usize| text.chars().take(room).collect::<String>();
    let mut name = cut(&plain, NAME);
    let mut number = 1;
    while !taken.insert(name.to_lowercase()) {
        number += 1;
        let tail = format!(" {number}");
        name = cut(&plain, NAME - tail.chars().count()) + &tail;
    }
    name
}

fn one(sheet: &mut Worksheet, lang: Lang, table: &Table, looks: &Looks) -> Result<(), Failure> {
    let columns: Vec<&Column> = table.public().collect();
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let title = clean(pick(lang, &table.title));
    if last == 0 {
        sheet.write_string_with_format(0, 0, &title, &looks.title)?;
    } else {
        sheet.merge_range(0, 0, 0, last, &title, &looks.title)?;
    }
    sheet.set_row_height(0, 34.0)?;
    for (at, column) in (0..).zip(&columns) {
        let heading = clean(&heading(lang, column));
        let cells = (0..table.rows.min(LOOKED_AT)).map(|row| half_widths(&value_text(lang, &column.value(row))));
        let widest = cells.chain([half_widths(&heading)]).max().unwrap_or(NARROW).clamp(NARROW, WIDE) + 2;
        sheet.set_column_width(at, f64::from(u8::try_from(widest).unwrap_or(u8::MAX)))?;
        sheet.write_string_with_format(1, at, heading, &looks.head)?;
        let look = Look::of(column, looks);
        for row in 0..table.rows {
            cell(sheet, lang, row + 2, at, &column.value(row), &look)?;
        }
    }
    sheet.set_row_height(1, 28.0)?;
    sheet.set_freeze_panes(2, 1)?;
    if columns.iter().any(|column| column.total.is_some()) {
        let row = table.rows + 2;
        sheet.set_row_height(row, ROW)?;
        for (at, column) in (0..).zip(&columns) {
            let look = Look::of(column, looks).heavy(looks);
            cell(sheet, lang, row, at, column.total.as_ref().unwrap_or(&Value::None), &look)?;
        }
    }
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(1, 1)?;
    Ok(())
}

/// How the cells of one column are set.
struct Look {
    words: Format,
    money: Format,
    number: Format,
}

impl Look {
    fn of(column: &Column, looks: &Looks) -> Look {
        let decimals = match column.cells {
            Cells::Decimal { scale, .. } if scale > 0 => format!("#,##0.{}", "0".repeat(usize::from(scale))),
            _ => "#,##0".to_owned(),
        };
        let words = if column.cells.are_figures() { looks.figure.clone() } else { looks.words.clone() };
        let number = looks.money.clone().set_num_format(decimals).set_align(FormatAlign::Right);
        Look { words, money: looks.money.clone(), number }
    }

    fn heavy(self, looks: &Looks) -> Look {
        let number = self.number.set_font_name("黑体").set_bold();
        Look { words: looks.total_words.clone(), money: looks.total_money.clone(), number }
    }
}

fn cell(sheet: &mut Worksheet, lang: Lang, row: u32, at: u16, value: &Value, look: &Look) -> Result<(), Failure> {
    match value {
        Value::None => {
            sheet.write_blank(row, at, &look.words)?;
        }
        Value::Money(fen) if fen.0.unsigned_abs() <= MAX_FEN => money(sheet, row, at, Some(Fen(fen.0)), &look.money)?,
        Value::Integer(units) if units.unsigned_abs() <= MOST => number(sheet, row, at, (*units, 0), &look.number)?,
        Value::Decimal { units, scale } if units.unsigned_abs() <= MOST => {
            number(sheet, row, at, (*units, *scale), &look.number)?;
        }
        // Words, and numbers too long for a cell of numbers.
        other => {
            sheet.write_string_with_format(row, at, clean(&value_text(lang, other)), &look.words)?;
        }
    }
    Ok(())
}

/// A scaled integer as the nearest number the format has, which shows and reads back as the same.
fn number(sheet: &mut Worksheet, row: u32, at: u16, (units, scale): (i64, u8), look: &Format) -> Result<(), Failure> {
    let number: f64 = amounts::scaled::plain(units, scale).parse().map_err(|_| Failure::Amount)?;
    sheet.write_number_with_format(row, at, number, look)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_plain_short_and_never_twice() {
        let mut taken = BTreeSet::new();
        let mut name = |title: &str| sheet_name(title, "表格", &mut taken);
        assert_eq!(name("比价/明细"), "比价明细");
        assert_eq!(name("比价明细"), "比价明细 2");
        assert_eq!(name("[]"), "表格");
        assert_eq!(name(&"长".repeat(50)).chars().count(), 31);
        assert_eq!(name(&"长".repeat(50)), format!("{} 2", "长".repeat(29)));
    }
}
