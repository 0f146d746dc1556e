//! The day sheet (上门清单) as a workbook: one block a stair, high rows to write in, real numbers for what is open.

use deliberation::time::At;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};
use words::day_sheet::{DayRow, DaySheet, day_boxes, day_headings, day_signatures};
use words::{t, tf};

use super::{Failure, LINE, Looks, ROW, money, paper_error};
use crate::paper::{PaperError, clean, colon, half_widths};

/// Widths of the columns, in digits as Excel counts; together a line of A4 across.
const WIDTHS: [f64; 8] = [15.0, 11.0, 13.0, 13.0, 22.0, 14.0, 12.0, 24.0];
const LAST: u16 = 7;

/// Writes the day sheet; `at` becomes the moment of creation the file tells.
pub fn day_sheet(sheet: &DaySheet, at: At) -> Result<Vec<u8>, PaperError> {
    written(sheet, at).map_err(paper_error)
}

fn written(day: &DaySheet, at: At) -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(at.0.div_euclid(1000))?;
    let properties = DocProperties::new().set_title(clean(&day.title)).set_author(t(day.lang, "product-name"));
    book.set_properties(&properties.set_creation_datetime(&created));
    let sheet = book.add_worksheet();
    sheet.set_name(t(day.lang, "day-sheet-file"))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let looks = Looks::new();
    sheet.merge_range(0, 0, 0, LAST, &clean(&day.title), &looks.title)?;
    sheet.set_row_height(0, 34.0)?;
    let mut row = 1;
    for fact in &day.facts {
        let text = clean(&format!("{}{}{}", fact.label, colon(day.lang), fact.text));
        line(sheet, row, &text, &looks.fact)?;
        row += 1;
    }
    sheet.merge_range(row, 0, row, LAST, &t(day.lang, "share-roll-unit"), &looks.unit)?;
    row += 1;
    for (column, heading) in (0..).zip(day_headings(day.lang)) {
        sheet.write_string_with_format(row, column, heading, &looks.head)?;
    }
    sheet.set_row_height(row, 28.0)?;
    sheet.set_freeze_panes(row + 1, 1)?;
    let head = row;
    let stair_look = looks.total_words.clone().set_align(FormatAlign::Left);
    for stair in &day.stairs {
        row += 1;
        sheet.merge_range(row, 0, row, LAST, &clean(&stair.heading), &stair_look)?;
        sheet.set_row_height(row, ROW)?;
        for household in &stair.rows {
            row += 1;
            household_row(sheet, row, day, household, &looks)?;
        }
    }
    for note in &day.notes {
        row += 1;
        line(sheet, row, &clean(note), &looks.note)?;
    }
    row += 2;
    let [visitor, when] = day_signatures(day.lang);
    let look: &Format = &looks.fact;
    sheet.merge_range(row, 0, row, 3, &format!("{visitor}{}", colon(day.lang)), look)?;
    sheet.merge_range(row, 4, row, LAST, &format!("{when}{}", colon(day.lang)), look)?;
    sheet.set_row_height(row, ROW)?;
    print_setup(sheet, day, head)?;
    Ok(book.save_to_buffer()?)
}

/// One text across the sheet, on as many lines as it takes.
fn line(sheet: &mut Worksheet, row: u32, text: &str, look: &Format) -> Result<(), Failure> {
    sheet.merge_range(row, 0, row, LAST, text, look)?;
    let lines = half_widths(text).div_ceil(LINE).clamp(1, 20);
    sheet.set_row_height(row, 18.0 * f64::from(u8::try_from(lines).unwrap_or(20)))?;
    Ok(())
}

fn household_row(sheet: &mut Worksheet, row: u32, day: &DaySheet, it: &DayRow, looks: &Looks) -> Result<(), Failure> {
    sheet.set_row_height(row, ROW)?;
    sheet.write_string_with_format(row, 0, clean(&it.door), &looks.words)?;
    sheet.write_string_with_format(row, 1, clean(&it.owner), &looks.words)?;
    sheet.write_string_with_format(row, 2, clean(&it.answer), &looks.mark)?;
    money(sheet, row, 3, Some(it.open), &looks.money)?;
    sheet.write_string_with_format(row, 4, day_boxes(day.lang), &looks.mark)?;
    for column in 5..=LAST {
        sheet.write_blank(row, column, &looks.words)?;
    }
    Ok(())
}

fn print_setup(sheet: &mut Worksheet, day: &DaySheet, head: u32) -> Result<(), Failure> {
    /// A4 in the list of paper sizes.
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    // In inches: room for a clipboard at the top.
    sheet.set_margins(0.5, 0.4, 0.8, 0.6, 0.3, 0.3);
    sheet.set_repeat_rows(head, head)?;
    let pages = tf(day.lang, "share-roll-pages", &[("page", "&P"), ("pages", "&N")]);
    sheet.set_footer(format!("&C{pages}"));
    Ok(())
}
