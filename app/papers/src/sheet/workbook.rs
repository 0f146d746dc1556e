//! `.xlsx`: cells one by one, so that a stray cell in the last row of the sheet costs nothing.

use std::cell::Cell as Flag;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{Cell, Limit, MAX_COLUMNS, MAX_ROWS, RollFileError, Sheet};

/// What a workbook may unpack to, in bytes; a roll at the limits stays far below.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;

thread_local! {
    static READING: Flag<bool> = const { Flag::new(false) };
}

/// Whether this thread is inside the library that reads somebody's workbook: a panic there is an answer about the file
/// and no mistake of the program.
pub fn is_reading_a_workbook() -> bool {
    READING.get()
}

/// Reads every worksheet; charts and macros are passed over.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, RollFileError> {
    check_container(bytes)?;
    // The library computes with what the file says of itself ("C3:A1", row 4294967297) and stops where that overflows;
    // `Cargo.toml` has it checked in every profile, or the row would be another one.
    let before = READING.replace(true);
    let sheets = catch_unwind(AssertUnwindSafe(|| worksheets(bytes)));
    READING.set(before);
    sheets.unwrap_or(Err(RollFileError::Unreadable))
}

fn worksheets(bytes: &[u8]) -> Result<Vec<Sheet>, RollFileError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(refused)?;
    let tabs: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|tab| tab.typ == SheetType::WorkSheet)
        .map(|tab| (tab.name.clone(), tab.visible != SheetVisible::Visible))
        .collect();
    tabs.into_iter()
        .map(|(name, hidden)| {
            let mut rows = cells(&mut book, &name)?;
            fill_merged(&mut book, &name, &mut rows);
            Ok(Sheet { name, hidden, rows }.trimmed())
        })
        .collect()
}

/// A workbook, and none that unpacks to more than a machine has: every part is unpacked once, into nothing.
fn check_container(bytes: &[u8]) -> Result<(), RollFileError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| RollFileError::Unreadable)?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name.trim_start_matches('/').starts_with(wanted));
    // Office documents all look alike from outside; only a workbook of XML parts holds sheets this program reads.
    if !has("[content_types].xml") || has("word/") || has("ppt/") || has("xl/workbook.bin") {
        return Err(RollFileError::OtherType);
    }
    let mut left = MAX_UNPACKED;
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|_| RollFileError::Unreadable)?;
        let read = std::io::copy(&mut part.by_ref().take(left + 1), &mut std::io::sink());
        let read = read.map_err(|_| RollFileError::Unreadable)?;
        left = left.checked_sub(read).ok_or(RollFileError::TooLarge(Limit::Bytes))?;
    }
    Ok(())
}

fn refused(error: XlsxError) -> RollFileError {
    match error {
        XlsxError::Password => RollFileError::PasswordProtected,
        _ => RollFileError::Unreadable,
    }
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn cells(book: &mut Book<'_>, name: &str) -> Result<Vec<Vec<Cell>>, RollFileError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(refused)?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    while let Some(found) = reader.next_cell().map_err(refused)? {
        let cell = cell(found.get_value());
        if cell.text.is_empty() {
            continue;
        }
        let (row, column) = found.get_position();
        if row >= MAX_ROWS {
            return Err(RollFileError::TooLarge(Limit::Rows(row.saturating_add(1))));
        }
        if column >= MAX_COLUMNS {
            return Err(RollFileError::TooLarge(Limit::Columns(column.saturating_add(1))));
        }
        *place(&mut rows, row, column) = cell;
    }
    Ok(rows)
}

fn place(rows: &mut Vec<Vec<Cell>>, row: u32, column: u32) -> &mut Cell {
    let (row, column) = (row as usize, column as usize);
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let row = &mut rows[row];
    if row.len() <= column {
        row.resize_with(column + 1, Cell::default);
    }
    &mut row[column]
}

/// What the cell shows, numbers exactly: the shortest decimal text that is this number.
fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::String(text) => Cell::new(text),
        DataRef::SharedString(text) => Cell::new(text),
        DataRef::Int(number) => Cell::new(&number.to_string()),
        DataRef::Float(number) => Cell::new(&number.to_string()),
        DataRef::Bool(yes) => Cell::new(if *yes { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
            let mut text = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute) != (0, 0) {
                text = format!("{text} {hour:02}:{minute:02}");
            }
            Cell { text, date: true }
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell { text: text.trim().to_owned(), date: true },
        DataRef::Error(error) => Cell::new(&error.to_string()),
        DataRef::Empty => Cell::default(),
    }
}

/// A cell merged downwards says its text for every row it covers: "1号楼" beside twelve doors.
fn fill_merged(book: &mut Book<'_>, name: &str, rows: &mut Vec<Vec<Cell>>) {
    // A workbook whose merges cannot be read is still a table.
    for region in book.merge_cells_by_sheet_name(name).unwrap_or_default() {
        let ((top, left), (bottom, right)) = (region.start, region.end);
        if left != right || top >= bottom || left >= MAX_COLUMNS {
            continue;
        }
        let Some(cell) = rows.get(top as usize).and_then(|row| row.get(left as usize)).cloned() else { continue };
        let last = bottom.min(u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_sub(1));
        for row in top + 1..=last {
            *place(rows, row, left) = cell.clone();
        }
    }
}
