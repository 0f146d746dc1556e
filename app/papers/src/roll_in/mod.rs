//! Rolls in: a table of doors, owners and areas as offices keep it, read so that a person can check it first.
//!
//! [`read_roll`] finds the sheet, the head row and the columns by itself and says of every row what becomes of it;
//! [`RollPreview::accept`] gives the rows of the roll under a person's choices. Nothing is imported here, nothing is
//! guessed at: what is no number is refused with its row, and one owner of two doors is proposed, never concluded.
//!
//! Read in this order: `headings` (which column means what) → `numbers`, `places`, `kind`, `delivery` (what a cell says) → `judge`
//! and `large` (what becomes of a row) → `owners` (proposals) → `accept` → `sentences` (all of it in words).

mod accept;
mod delivery;
pub(crate) mod fold;
pub(crate) mod headings;
pub(crate) mod judge;
mod kind;
mod large;
mod numbers;
mod owners;
mod places;
mod refused;
mod row;
mod sentences;

pub use accept::{Choices, RollOwner, RollRow};
pub use deliberation::door::Door;
pub use deliberation::roll::{AreaSource, UnitKind};
pub use headings::{Field, Mapping};
pub use numbers::{How, typed_area};
pub use owners::{Basis, Named, SameOwner, same_owners};
pub use row::{Among, Exception, LargeArea, Misread, Outcome, PreviewRow, Refusal, Skip, Written};
pub use sentences::{ProblemText, problem_text, proposal_text, remarks};

use crate::sheet::{RollFileError, Sheet, read_sheets};
use headings::Headings;

/// What a person chose instead of what the program found by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetAndMapping {
    /// The sheet, from 0, as in [`RollPreview::sheets`].
    pub sheet: usize,
    /// The head row as the sheet counts, from 1; `None` = find it.
    pub head_row: Option<u32>,
    /// Which column (from 0) means what; `None` = by the headings.
    pub mapping: Option<Mapping>,
}

/// A table file as it would be imported, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollPreview {
    /// Every sheet of the file with its number of rows.
    pub sheets: Vec<SheetSeen>,
    /// The sheet shown, from 0.
    pub sheet: usize,
    /// The head row as the sheet counts, from 1.
    pub head_row: u32,
    /// Every column that has a heading or a cell below it.
    pub columns: Vec<ColumnSeen>,
    /// What the columns mean: found, or as the person chose.
    pub mapping: Mapping,
    /// Headings of the columns kept as further columns, in order, each once.
    pub extra_headings: Vec<String>,
    /// Every row but the head row, in the order of the sheet.
    pub rows: Vec<PreviewRow>,
    /// How many rows come in, are refused, are skipped.
    pub counts: Counts,
    /// Who may be one owner of several doors.
    pub proposals: Vec<SameOwner>,
}

/// A sheet one may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetSeen {
    /// As its tab says; empty for a text file.
    pub name: String,
    /// The last used row.
    pub rows: usize,
}

/// A column one may give a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnSeen {
    /// From 0.
    pub column: usize,
    /// As written; empty where the head row has nothing.
    pub heading: String,
    /// What it means at present.
    pub field: Option<Field>,
}

/// The figures at the head of the preview; they add up to the rows of the sheet without its head row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows imported without any choice.
    pub importable: usize,
    /// Rows refused.
    pub refused: usize,
    /// Titles, blank rows, sums, footnotes.
    pub skipped: usize,
}

/// Reads a roll from the bytes of an `.xlsx` or `.csv` file.
///
/// `choice` is what a person changed in the preview before; without it the first sheet with a column of doors is taken.
pub fn read_roll(file_name: &str, bytes: &[u8], choice: Option<SheetAndMapping>) -> Result<RollPreview, RollFileError> {
    let sheets = read_sheets(file_name, bytes)?;
    let (at, headings) = match choice {
        Some(choice) => chosen(&sheets, choice)?,
        None => found(&sheets)?,
    };
    Ok(preview(&sheets, at, headings))
}

fn found(sheets: &[Sheet]) -> Result<(usize, Headings), RollFileError> {
    let usable = || sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden && !sheet.rows.is_empty());
    usable()
        .find_map(|(at, sheet)| Some((at, headings::find(sheet)?)))
        // A roll on a hidden sheet alone is still a roll.
        .or_else(|| sheets.iter().enumerate().find_map(|(at, sheet)| Some((at, headings::find(sheet)?))))
        .ok_or_else(|| no_door(usable().map(|(_, sheet)| sheet).next().or(sheets.first())))
}

fn chosen(sheets: &[Sheet], choice: SheetAndMapping) -> Result<(usize, Headings), RollFileError> {
    let sheet = sheets.get(choice.sheet).ok_or(RollFileError::NoSuchSheet)?;
    let row = match choice.head_row {
        Some(row) => {
            let row = usize::try_from(row).ok().and_then(|row| row.checked_sub(1));
            Some(row.filter(|&row| row < sheet.rows.len()).ok_or(RollFileError::NoSuchSheet)?)
        }
        None => headings::find(sheet).map(|headings| headings.row),
    };
    if sheet.rows.is_empty() {
        return Err(no_door(Some(sheet)));
    }
    let row = row.unwrap_or_else(|| headings::likeliest_row(sheet));
    let mapping = choice.mapping.unwrap_or_else(|| headings::mapped(sheet, row));
    if mapping.contains_key(&Field::Door) {
        Ok((choice.sheet, Headings { row, mapping }))
    } else {
        Err(no_door(Some(sheet)))
    }
}

fn no_door(sheet: Option<&Sheet>) -> RollFileError {
    let Some(sheet) = sheet.filter(|sheet| !sheet.rows.is_empty()) else { return RollFileError::Empty };
    let row = headings::likeliest_row(sheet);
    let headings = sheet.rows[row].iter().map(|cell| cell.text.clone()).filter(|text| !text.is_empty()).collect();
    RollFileError::NoDoorColumn { sheet: sheet.name.clone(), row: number(row), headings }
}

/// One text for a door however it is written: doors with the same text are one door.
pub fn door_key(door: &Door) -> String {
    places::key_of(door.as_str())
}

fn number(row: usize) -> u32 {
    u32::try_from(row + 1).unwrap_or(u32::MAX)
}

fn preview(sheets: &[Sheet], at: usize, headings: Headings) -> RollPreview {
    let sheet = &sheets[at];
    let width = sheet.rows[headings.row..].iter().map(Vec::len).max().unwrap_or(0);
    let used = |column: &usize| (headings.row..sheet.rows.len()).any(|row| !sheet.text(row, *column).is_empty());
    let field_of = |column: usize| headings.mapping.iter().find(|(_, of)| **of == column).map(|(field, _)| *field);
    let columns: Vec<ColumnSeen> = (0..width)
        .filter(used)
        .map(|column| {
            let heading = sheet.text(headings.row, column).to_owned();
            ColumnSeen { column, heading, field: field_of(column) }
        })
        .collect();
    let extra: Vec<&ColumnSeen> =
        columns.iter().filter(|column| column.field.is_none() && !refused::is_own_heading(&column.heading)).collect();
    let rows = judge::rows(sheet, &headings, &extra.iter().map(|column| column.column).collect::<Vec<_>>());
    RollPreview {
        sheets: sheets.iter().map(|sheet| SheetSeen { name: sheet.name.clone(), rows: sheet.rows.len() }).collect(),
        sheet: at,
        head_row: number(headings.row),
        extra_headings: names_of(&extra),
        counts: Counts {
            importable: rows.iter().filter(|row| row.importable()).count(),
            refused: rows.iter().filter(|row| !row.refusals().is_empty()).count(),
            skipped: rows.iter().filter(|row| matches!(row.outcome, Outcome::Skipped(_))).count(),
        },
        proposals: owners::proposals(&rows),
        columns,
        mapping: headings.mapping,
        rows,
    }
}

/// One name a column: the column's letter where it has no heading, a number behind a heading that stands twice.
fn names_of(columns: &[&ColumnSeen]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(columns.len());
    for column in columns {
        let plain = if column.heading.is_empty() { letters(column.column) } else { column.heading.clone() };
        let mut name = plain.clone();
        let mut times = 1;
        while names.contains(&name) {
            times += 1;
            name = format!("{plain} {times}");
        }
        names.push(name);
    }
    names
}

/// A, B … Z, AA …, as the spreadsheet shows it.
fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    match column.checked_sub(26) {
        Some(rest) => format!("{}{}", letters(rest / 26), letter(rest)),
        None => letter(column).to_string(),
    }
}
