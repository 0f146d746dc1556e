//! Tables: ruled ones of texts, and the bare one that sets a QR code beside its words.

use docx_rs::{
    AlignmentType, BorderType, HeightRule, Pic, Run, Table as WordTable, TableAlignmentType, TableBorder,
    TableBorderPosition, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType, WidthType,
};
use words::Lang;
use words::document::{Align, Table};

use super::text::{Face, Ids, Style, run};
use super::{code, layout, parts};
use crate::paper::clean;

/// Rows that fit on a page beside some text.
const SMALL: usize = 12;

/// A table with lines, a head row that repeats and rows that stay whole.
pub(super) fn ruled(ids: &mut Ids, lang: Lang, table: &Table) -> WordTable {
    let widths = widths(table);
    let head: Vec<String> = table.columns.iter().map(|column| column.heading.clone()).collect();
    let lines = table.rows.len() + usize::from(table.total.is_some());
    // A small table stays on one page; of a large one the last rows stay together, so that no total stands alone.
    let together = |at: usize| at + 1 < lines && (lines <= SMALL || at + 3 >= lines);
    // The mark is turned into "repeat as head row" once the parts are written.
    let head = row(ids, lang, table, &widths, &head, Face::CellHead, lines > 0);
    let mut rows = vec![head.row_height(parts::HEAD_ROW_MARK).height_rule(HeightRule::AtLeast)];
    for (at, texts) in table.rows.iter().enumerate() {
        rows.push(row(ids, lang, table, &widths, texts, Face::Cell, together(at)));
    }
    if let Some(total) = &table.total {
        rows.push(row(ids, lang, table, &widths, total, Face::CellTotal, false));
    }
    let line = |position| TableBorder::new(position).border_type(BorderType::Single).size(4).color("000000");
    let mut ruled = WordTable::new(rows);
    for position in [
        TableBorderPosition::Top,
        TableBorderPosition::Bottom,
        TableBorderPosition::Left,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ] {
        ruled = ruled.set_border(line(position));
    }
    framed(ruled, widths)
}

/// A QR code of 28 mm with lines of small text at its right.
pub(super) fn code(ids: &mut Ids, lang: Lang, image: code::Image, lines: &[String]) -> WordTable {
    /// 28 mm in English Metric Units, 36,000 a millimetre.
    const SIDE: u32 = 28 * 36_000;
    let picture = Pic::new_with_dimensions(image.png, image.side, image.side).id(image.id).size(SIDE, SIDE);
    let widths = vec![1900, layout::WIDTH - 1900];
    let mut words = TableCell::new().width(widths[1], WidthType::Dxa).vertical_align(VAlignType::Center);
    for line in lines {
        let paragraph = ids.paragraph(Style::Note);
        words = words.add_paragraph(paragraph.add_run(run(lang, Face::Small, &clean(line))));
    }
    if lines.is_empty() {
        words = words.add_paragraph(ids.paragraph(Style::Note));
    }
    let left = docx_rs::Paragraph::new().id(ids.paragraph(Style::Nothing).id).add_run(Run::new().add_image(picture));
    let picture = TableCell::new().width(widths[0], WidthType::Dxa).add_paragraph(left);
    framed(WordTable::without_borders(vec![TableRow::new(vec![picture, words]).cant_split()]), widths)
}

fn framed(table: WordTable, widths: Vec<usize>) -> WordTable {
    table
        .align(TableAlignmentType::Center)
        .layout(TableLayoutType::Fixed)
        .width(widths.iter().sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 80, 0, 80))
        .set_grid(widths)
}

fn row(
    ids: &mut Ids,
    lang: Lang,
    table: &Table,
    widths: &[usize],
    texts: &[String],
    face: Face,
    keep: bool,
) -> TableRow {
    let cells = table.cells(texts).zip(widths).map(|((column, text), &width)| {
        let align = match (face, column.align) {
            (Face::CellHead, _) | (_, Align::Center) => AlignmentType::Center,
            (_, Align::Left) => AlignmentType::Left,
            (_, Align::Right) => AlignmentType::Right,
        };
        let paragraph = ids.paragraph(Style::Cell(align)).keep_next(keep).add_run(run(lang, face, &clean(text)));
        TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(paragraph)
    });
    TableRow::new(cells.collect()).cant_split()
}

/// The type area shared out by the columns' wishes; the last column takes what rounding leaves.
fn widths(table: &Table) -> Vec<usize> {
    let wishes: Vec<usize> = table.columns.iter().map(|column| usize::from(column.width.max(1))).collect();
    let all: usize = wishes.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = wishes.iter().map(|wish| layout::WIDTH * wish / all).collect();
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += layout::WIDTH - used;
    }
    widths
}
