//! A paper as plain data: what stands on it and in which order, not how it is drawn.
//!
//! The minutes, notices and share rolls are built here once and written by `papers` as Word, Markdown or Excel. Every
//! text is finished: numbers come from figures, words from the locale files. Nothing here measures, breaks lines or
//! knows a file format; the layout after GB/T 9704 belongs to the writers.

use amounts::Fen;

use crate::locale::{Lang, t};

/// One A4 paper: a title, lines about the occasion, then blocks from top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title, centred; one line in the model, broken by the writer.
    pub title: String,
    /// Time, place, chair and so on: label and text, one line each.
    pub meta: Vec<MetaLine>,
    /// What follows, in order.
    pub blocks: Vec<Block>,
    /// Small text at the foot of every page, above the page number; e.g. the head of the file.
    pub footer: Option<String>,
    /// The language of the texts, so that Word checks spelling with the right dictionary.
    pub lang: Lang,
}

/// "时间 2026年7月18日 19:00": a label set apart from its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetaLine {
    /// Without colon; the writer puts it.
    pub label: String,
    /// What the label names.
    pub text: String,
}

/// One piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is "一、", 2 is "（一）", 3 and more are set like bold text.
    Heading {
        /// From 1; numbering stands in the text.
        level: u8,
        /// One line.
        text: String,
    },
    /// Running text, first line indented by two characters.
    Paragraph {
        /// Set apart at the beginning, e.g. "出席"; without colon.
        label: Option<String>,
        /// The text; a line break in it stays a line break.
        text: String,
    },
    /// A table with one head row.
    Table(Table),
    /// Places to sign, in one row: "主持人签字" and a line.
    SignatureLine {
        /// What stands before each line.
        labels: Vec<String>,
    },
    /// A QR code with the same content in words beside it, so that paper can be checked by hand.
    Code {
        /// What the code says.
        payload: String,
        /// Lines beside it.
        lines: Vec<String>,
    },
    /// Small text, e.g. what a signature confirms.
    Note(String),
    /// One empty line.
    Space,
    /// What follows begins on a new page.
    PageBreak,
}

/// A table of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Above the table; may be absent.
    pub caption: Option<String>,
    /// Heading, side and share of the width of each column.
    pub columns: Vec<Column>,
    /// As many cells a row as columns; a missing cell is drawn empty, a surplus one not at all.
    pub rows: Vec<Vec<String>>,
    /// The last row, set apart.
    pub total: Option<Vec<String>>,
}

/// A column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The head cell; repeated on every page.
    pub heading: String,
    /// Where its texts stand.
    pub align: Align,
    /// Its share of the table's width, relative to the other columns; 0 counts as 1.
    pub width: u16,
}

/// Where a text stands within its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Short marks.
    Center,
    /// Figures.
    Right,
}

impl Document {
    /// An empty paper with a title.
    pub fn new(lang: Lang, title: impl Into<String>) -> Document {
        Document { title: title.into(), lang, ..Document::default() }
    }

    /// Adds a line about the occasion.
    pub fn meta(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.meta.push(MetaLine { label: label.into(), text: text.into() });
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading { level, text: text.into() });
    }

    /// Adds running text.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph { label: None, text: text.into() });
    }

    /// Adds running text that begins with a label, "出席：…".
    pub fn labelled(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph { label: Some(label.into()), text: text.into() });
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }
}

impl Column {
    /// A column of words.
    pub fn words(heading: impl Into<String>, width: u16) -> Column {
        Column { heading: heading.into(), align: Align::Left, width }
    }

    /// A column of figures.
    pub fn figures(heading: impl Into<String>, width: u16) -> Column {
        Column { heading: heading.into(), align: Align::Right, width }
    }

    /// A column of short marks.
    pub fn marks(heading: impl Into<String>, width: u16) -> Column {
        Column { heading: heading.into(), align: Align::Center, width }
    }
}

impl Table {
    /// Every row with exactly one cell a column, as the writers need it.
    pub fn cells<'a>(&'a self, row: &'a [String]) -> impl Iterator<Item = (&'a Column, &'a str)> {
        self.columns.iter().enumerate().map(|(at, column)| (column, row.get(at).map_or("", String::as_str)))
    }
}

/// The share roll (分摊清册) of a cost sheet: who pays how much, with room to sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareRoll {
    /// The title, e.g. "化粪池清掏费用分摊清册".
    pub title: String,
    /// 项目, 总额, 补贴, 实分, 办法, 依据: label and finished text.
    pub facts: Vec<MetaLine>,
    /// One row a household, in roll order.
    pub rows: Vec<ShareRow>,
    /// Lines below the table, e.g. what an agreement binds.
    pub notes: Vec<String>,
    /// The language of the headings.
    pub lang: Lang,
}

/// One household of a [`ShareRoll`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShareRow {
    /// As the roll writes it.
    pub door: String,
    /// The owner's name, already shortened for printing.
    pub owner: String,
    /// What the share is reckoned from, e.g. "56.38 ㎡".
    pub basis: String,
    /// The weight or coefficient, may be empty.
    pub weight: String,
    /// The share.
    pub due: Fen,
    /// What of the share another source bears.
    pub relief: Fen,
    /// What was paid; `None` = nothing yet, an empty cell.
    pub paid: Option<Fen>,
    /// 同意, 不同意 or empty.
    pub agreed: String,
    /// The day of the payment, or empty.
    pub paid_on: String,
}

/// The sums of a [`ShareRoll`], added up from its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShareTotals {
    /// Sum of the shares.
    pub due: Fen,
    /// Sum of the relief.
    pub relief: Fen,
    /// Sum of the payments.
    pub paid: Fen,
}

/// The column headings of a share roll, in the order of the columns.
///
/// 房号, 户主, 计算基数, 系数, 应分, 减免, 实缴, 是否同意, 缴款日期, 签名.
pub fn share_headings(lang: Lang) -> [String; 10] {
    [
        t(lang, "share-roll-door"),
        t(lang, "share-roll-owner"),
        t(lang, "share-roll-basis"),
        t(lang, "share-roll-weight"),
        t(lang, "share-roll-due"),
        t(lang, "share-roll-relief"),
        t(lang, "share-roll-paid"),
        t(lang, "share-roll-agreed"),
        t(lang, "share-roll-paid-on"),
        t(lang, "share-roll-signature"),
    ]
}

impl ShareRoll {
    /// Adds the rows up; `None` beyond 64 bits.
    pub fn totals(&self) -> Option<ShareTotals> {
        Some(ShareTotals {
            due: Fen::checked_sum(self.rows.iter().map(|row| row.due))?,
            relief: Fen::checked_sum(self.rows.iter().map(|row| row.relief))?,
            paid: Fen::checked_sum(self.rows.iter().filter_map(|row| row.paid))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_one_cell_a_column_whatever_it_was_given() {
        let table = Table { columns: vec![Column::words("a", 1), Column::figures("b", 1)], ..Table::default() };
        let texts = |row: &[&str]| {
            let row: Vec<String> = row.iter().map(|&cell| cell.to_owned()).collect();
            table.cells(&row).map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&["1"]), ["1", ""]);
        assert_eq!(texts(&["1", "2", "3"]), ["1", "2"]);
    }

    #[test]
    fn totals_are_the_rows_added_up() {
        let row = |due, paid| ShareRow { due: Fen(due), paid, ..ShareRow::default() };
        let roll = ShareRoll { rows: vec![row(4584, Some(Fen(4584))), row(4583, None)], ..ShareRoll::default() };
        assert_eq!(roll.totals(), Some(ShareTotals { due: Fen(9167), relief: Fen(0), paid: Fen(4584) }));
        let beyond = ShareRoll { rows: vec![row(i64::MAX, None), row(1, None)], ..ShareRoll::default() };
        assert_eq!(beyond.totals(), None);
    }

    #[test]
    fn share_headings_are_in_both_languages() {
        assert_eq!(share_headings(Lang::ZhCn).concat(), "房号户主计算基数系数应分减免实缴是否同意缴款日期签名");
        assert!(share_headings(Lang::En).iter().all(|heading| heading.is_ascii()));
    }
}
