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

/// The type area shared out by the columns' wishes, but no column narrower than its longest word or number as long as all
/// of these find room; the last column takes what rounding leaves.
fn widths(table: &Table) -> Vec<usize> {
    let wishes: Vec<usize> = table.columns.iter().map(|column| usize::from(column.width.max(1))).collect();
    let needs: Vec<usize> = (0..wishes.len()).map(|column| need(table, column)).collect();
    let (all, needed) = (wishes.iter().sum::<usize>().max(1), needs.iter().sum::<usize>());
    let shares: Vec<usize> = wishes.iter().map(|wish| layout::WIDTH * wish / all).collect();
    let beyond: usize = shares.iter().zip(&needs).map(|(share, need)| share.saturating_sub(*need)).sum();
    let mut widths = match layout::WIDTH.checked_sub(needed) {
        // What is over the needs goes to the columns that wished for more than they need.
        Some(over) if beyond > 0 => {
            let width = |(share, need): (&usize, &usize)| need + over * share.saturating_sub(*need) / beyond;
            shares.iter().zip(&needs).map(width).collect()
        }
        _ => shares,
    };
    let used: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += layout::WIDTH.saturating_sub(used);
    }
    widths
}

/// What a column needs so that no word and no number of it is broken, in twips, with the cell's margins. Between two
/// characters of Chinese a line may end.
fn need(table: &Table, column: usize) -> usize {
    /// Twips of half a character for each half point of its size.
    const HALF: usize = 5;
    const MARGINS: usize = 2 * 80 + 20;
    let heading = table.columns.get(column).map(|column| column.heading.as_str());
    let rows = table.rows.iter().chain(&table.total).filter_map(|row| row.get(column)).map(String::as_str);
    let words =
        heading.into_iter().chain(rows).flat_map(|text| text.split(|c: char| c.is_whitespace() || !c.is_ascii()));
    let longest = words.map(str::len).max().unwrap_or(0).max(2);
    longest * HALF * Face::Cell.half_points() + MARGINS
}

#[cfg(test)]
mod tests {
    use words::document::Column;

    use super::*;

    fn table(columns: &[(&str, u16)], rows: &[&[&str]]) -> Table {
        let column =
            |(heading, width): &(&str, u16)| Column { heading: (*heading).into(), align: Align::Left, width: *width };
        Table {
            caption: None,
            columns: columns.iter().map(column).collect(),
            rows: rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect(),
            total: None,
        }
    }

    #[test]
    fn no_word_or_number_is_broken_as_long_as_all_find_room() {
        let given = table(
            &[("Question", 40), ("Present", 1), ("Abstain", 1)],
            &[&["Hongqing empties the pits", "32", "5,500.00"]],
        );
        let widths = widths(&given);
        assert_eq!(widths.iter().sum::<usize>(), layout::WIDTH);
        for (column, width) in widths.iter().enumerate() {
            assert!(*width >= need(&given, column), "{column}: {widths:?}");
        }
        assert!(widths[0] > widths[1] + widths[2], "the wish still counts: {widths:?}");
    }

    #[test]
    fn words_too_long_for_the_page_and_chinese_follow_the_wishes() {
        let long = "x".repeat(90);
        let given = table(&[("甲", 1), ("乙", 3)], &[&[&long, "一共四句话"]]);
        assert_eq!(widths(&given), [layout::WIDTH / 4, layout::WIDTH - layout::WIDTH / 4]);
        let chinese = table(&[("议题是什么", 3), ("结果", 1)], &[&["清掏费怎么分摊", "通过"]]);
        assert_eq!(widths(&chinese), [layout::WIDTH * 3 / 4, layout::WIDTH - layout::WIDTH * 3 / 4]);
    }
}
