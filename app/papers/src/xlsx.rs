//! The share roll (分摊清册) as a workbook: real numbers, a head row that stays and repeats, room to sign.
//!
//! No formulas and no macros: totals are values, texts are texts whatever they begin with. The same roll and moment
//! give the same bytes.

mod day_sheet;
mod tables;

use amounts::Fen;
use deliberation::time::At;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use words::document::{ShareRoll, ShareRow, share_headings};
use words::{t, tf};

use crate::paper::{PaperError, clean, colon, half_widths};

pub use day_sheet::day_sheet;
pub use tables::tables;

/// Widths of the columns, in digits as Excel counts; together a line of A4 across.
const WIDTHS: [f64; 10] = [15.0, 12.0, 13.0, 9.0, 12.0, 11.0, 12.0, 9.0, 13.0, 17.0];
const LAST: u16 = 9;
/// Rows high enough for a signature, in points.
const ROW: f64 = 25.0;
/// Where a workbook's numbers keep every fen: fifteen digits.
const MAX_FEN: u64 = 999_999_999_999_999;

/// Writes the share roll; `at` becomes the moment of creation the file tells.
pub fn share_roll(roll: &ShareRoll, at: At) -> Result<Vec<u8>, PaperError> {
    written(roll, at).map_err(paper_error)
}

fn paper_error(failure: Failure) -> PaperError {
    match failure {
        Failure::Amount => PaperError::AmountTooLarge,
        Failure::Writer(error) => PaperError::Format(error.to_string()),
    }
}

enum Failure {
    Amount,
    Writer(XlsxError),
}

impl From<XlsxError> for Failure {
    fn from(error: XlsxError) -> Failure {
        Failure::Writer(error)
    }
}

fn written(roll: &ShareRoll, at: At) -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_timestamp(at.0.div_euclid(1000))?;
    let properties = DocProperties::new().set_title(clean(&roll.title)).set_author(t(roll.lang, "product-name"));
    book.set_properties(&properties.set_creation_datetime(&created));
    let sheet = book.add_worksheet();
    sheet.set_name(t(roll.lang, "share-roll-sheet"))?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let looks = Looks::new();
    let head = heading_rows(sheet, roll, &looks)?;
    let mut row = head + 1;
    for share in &roll.rows {
        share_row(sheet, row, share, &looks)?;
        row += 1;
    }
    total_row(sheet, row, roll, &looks)?;
    for note in &roll.notes {
        row += 1;
        sheet.merge_range(row, 0, row, LAST, &clean(note), &looks.note)?;
        let lines = half_widths(note).div_ceil(LINE).clamp(1, 20);
        sheet.set_row_height(row, 18.0 * f64::from(u8::try_from(lines).unwrap_or(20)))?;
    }
    print_setup(sheet, roll, head)?;
    Ok(book.save_to_buffer()?)
}

/// What a line across the sheet holds, in half widths.
const LINE: usize = 120;

struct Looks {
    title: Format,
    fact: Format,
    unit: Format,
    head: Format,
    words: Format,
    mark: Format,
    figure: Format,
    money: Format,
    total_words: Format,
    total_money: Format,
    note: Format,
}

impl Looks {
    fn new() -> Looks {
        let plain = Format::new().set_font_name("宋体").set_font_size(11).set_align(FormatAlign::VerticalCenter);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_text_wrap();
        // A cell that is edited later keeps its first sign a sign: "=1" stays a text.
        let words = cell.clone().set_num_format("@").set_quote_prefix().set_indent(1);
        let money = cell.clone().set_num_format("#,##0.00").set_align(FormatAlign::Right);
        let heavy = |format: Format| format.set_font_name("黑体").set_bold();
        Looks {
            title: heavy(plain.clone()).set_font_size(18).set_align(FormatAlign::Center).set_quote_prefix(),
            fact: plain.clone().set_text_wrap().set_quote_prefix(),
            unit: plain.clone().set_align(FormatAlign::Right),
            head: heavy(cell.clone()).set_align(FormatAlign::Center).set_background_color(Color::RGB(0x00EE_EEEE)),
            mark: words.clone().set_indent(0).set_align(FormatAlign::Center),
            figure: words.clone().set_indent(0).set_align(FormatAlign::Right),
            total_words: heavy(words.clone()),
            total_money: heavy(money.clone()),
            note: plain.set_text_wrap().set_quote_prefix(),
            words,
            money,
        }
    }
}

/// Title, facts, the unit and the head row; returns where the head row stands.
fn heading_rows(sheet: &mut Worksheet, roll: &ShareRoll, looks: &Looks) -> Result<u32, Failure> {
    sheet.merge_range(0, 0, 0, LAST, &clean(&roll.title), &looks.title)?;
    sheet.set_row_height(0, 34.0)?;
    let mut row = 0;
    for facts in lines_of_facts(roll) {
        row += 1;
        let slots: &[(u16, u16)] = if facts.len() == 1 { &[(0, LAST)] } else { &[(0, 2), (3, 6), (7, LAST)] };
        for (text, (from, to)) in facts.iter().zip(slots) {
            sheet.merge_range(row, *from, row, *to, text, &looks.fact)?;
        }
        let lines = facts.iter().map(|text| half_widths(text)).max().unwrap_or(1).div_ceil(LINE).clamp(1, 20);
        sheet.set_row_height(row, 20.0 * f64::from(u8::try_from(lines).unwrap_or(20)))?;
    }
    row += 1;
    sheet.merge_range(row, 0, row, LAST, &t(roll.lang, "share-roll-unit"), &looks.unit)?;
    row += 1;
    for (column, heading) in (0..).zip(share_headings(roll.lang)) {
        sheet.write_string_with_format(row, column, heading, &looks.head)?;
    }
    sheet.set_row_height(row, 28.0)?;
    sheet.set_freeze_panes(row + 1, 1)?;
    Ok(row)
}

/// Short facts three a line, a long one alone.
fn lines_of_facts(roll: &ShareRoll) -> Vec<Vec<String>> {
    const SHORT: usize = 34;
    let mut lines: Vec<Vec<String>> = Vec::new();
    for fact in &roll.facts {
        let text = clean(&format!("{}{}{}", fact.label, colon(roll.lang), fact.text)).replace('\n', " ");
        let joins = |line: &Vec<String>| line.len() < 3 && half_widths(&line[0]) <= SHORT;
        match lines.last_mut() {
            Some(line) if half_widths(&text) <= SHORT && joins(line) => line.push(text),
            _ => lines.push(vec![text]),
        }
    }
    lines
}

fn share_row(sheet: &mut Worksheet, row: u32, share: &ShareRow, looks: &Looks) -> Result<(), Failure> {
    sheet.set_row_height(row, ROW)?;
    sheet.write_string_with_format(row, 0, clean(&share.door), &looks.words)?;
    sheet.write_string_with_format(row, 1, clean(&share.owner), &looks.words)?;
    sheet.write_string_with_format(row, 2, clean(&share.basis), &looks.figure)?;
    sheet.write_string_with_format(row, 3, clean(&share.weight), &looks.figure)?;
    money(sheet, row, 4, Some(share.due), &looks.money)?;
    money(sheet, row, 5, Some(share.relief), &looks.money)?;
    money(sheet, row, 6, share.paid, &looks.money)?;
    sheet.write_string_with_format(row, 7, clean(&share.agreed), &looks.mark)?;
    sheet.write_string_with_format(row, 8, clean(&share.paid_on), &looks.mark)?;
    sheet.write_blank(row, LAST, &looks.words)?;
    Ok(())
}

fn total_row(sheet: &mut Worksheet, row: u32, roll: &ShareRoll, looks: &Looks) -> Result<(), Failure> {
    let totals = roll.totals().ok_or(Failure::Amount)?;
    sheet.set_row_height(row, ROW)?;
    sheet.write_string_with_format(row, 0, t(roll.lang, "share-roll-total"), &looks.total_words)?;
    for column in [1, 2, 3, 7, 8, LAST] {
        sheet.write_blank(row, column, &looks.total_words)?;
    }
    money(sheet, row, 4, Some(totals.due), &looks.total_money)?;
    money(sheet, row, 5, Some(totals.relief), &looks.total_money)?;
    money(sheet, row, 6, Some(totals.paid), &looks.total_money)?;
    Ok(())
}

/// An amount as a number: the nearest one the format has, which shows and reads back as the same fen.
fn money(sheet: &mut Worksheet, row: u32, column: u16, amount: Option<Fen>, look: &Format) -> Result<(), Failure> {
    let Some(amount) = amount else {
        sheet.write_blank(row, column, look)?;
        return Ok(());
    };
    if amount.0.unsigned_abs() > MAX_FEN {
        return Err(Failure::Amount);
    }
    let number: f64 = amount.plain().parse().map_err(|_| Failure::Amount)?;
    sheet.write_number_with_format(row, column, number, look)?;
    Ok(())
}

fn print_setup(sheet: &mut Worksheet, roll: &ShareRoll, head: u32) -> Result<(), Failure> {
    /// A4 in the list of paper sizes.
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    // In inches: room for a binder at the left.
    sheet.set_margins(0.6, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_repeat_rows(head, head)?;
    let pages = tf(roll.lang, "share-roll-pages", &[("page", "&P"), ("pages", "&N")]);
    sheet.set_footer(format!("&C{pages}"));
    Ok(())
}
