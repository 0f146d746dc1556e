//! A table file as rows of text: `.xlsx` and `.csv` brought to one form.
//!
//! Owns the question "what kind of file is this": by its content first, by its name second, because offices rename
//! files. Keeps the sheet's own row numbers, so that every later sentence can say where to look. Knows nothing of rolls
//! or ballots; never writes.

mod error;
mod text;
mod workbook;

pub use error::{Limit, RollFileError, error_text};
pub use workbook::is_reading_a_workbook;

/// The largest file read, in bytes: a roll of 20,000 rows is a tenth of it.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;
/// The last row of a sheet that is read; the same number of rows a procedure may see.
pub const MAX_ROWS: u32 = 20_000;
/// The columns of a sheet that are read.
pub const MAX_COLUMNS: u32 = 64;

/// One sheet of a workbook, or all of a text file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// As its tab says; empty for a text file.
    pub name: String,
    /// Hidden by whoever made the workbook; offered, but never chosen by itself.
    pub hidden: bool,
    /// Every row from the first to the last used one, blank ones included: row `n` of the sheet at index `n − 1`.
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Without blanks around it; a number in its shortest exact form.
    pub text: String,
    /// The workbook holds a date here, which is what becomes of a door like `1-2-3` typed into a fresh sheet.
    pub date: bool,
}

impl Cell {
    fn new(text: &str) -> Cell {
        Cell { text: text.trim().to_owned(), date: false }
    }
}

impl Sheet {
    /// The text of a cell, empty where there is none; row and column from 0.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |cell| &cell.text)
    }

    /// The cell at row and column, both from 0.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.rows.get(row)?.get(column)
    }

    /// Drops empty cells at the end of rows and blank rows at the end of the sheet.
    fn trimmed(mut self) -> Sheet {
        for row in &mut self.rows {
            let used = row.iter().rposition(|cell| !cell.text.is_empty()).map_or(0, |last| last + 1);
            row.truncate(used);
        }
        let used = self.rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        self.rows.truncate(used);
        self
    }
}

/// Reads a table file into its sheets.
pub fn read_sheets(file_name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, RollFileError> {
    if bytes.is_empty() {
        return Err(RollFileError::Empty);
    }
    if bytes.len() > MAX_BYTES {
        return Err(RollFileError::TooLarge(Limit::Bytes));
    }
    let sheets = match kind_of(file_name, bytes) {
        Kind::Zip => workbook::read(bytes)?,
        Kind::Text => vec![text::read(bytes)?],
        Kind::Refused(error) => return Err(error),
    };
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(RollFileError::Empty);
    }
    Ok(sheets)
}

enum Kind {
    Zip,
    Text,
    Refused(RollFileError),
}

/// The container of Office before 2007, and of every workbook with a password to open.
const COMPOUND_FILE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// Beginnings of files that people pick by mistake.
const NO_TABLES: [&[u8]; 6] = [b"%PDF", b"{\\rtf", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"Rar!"];

fn kind_of(file_name: &str, bytes: &[u8]) -> Kind {
    let extension = file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if bytes.starts_with(b"PK\x03\x04") {
        return Kind::Zip;
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return Kind::Refused(compound_file(bytes));
    }
    if NO_TABLES.iter().any(|beginning| bytes.starts_with(beginning)) || is_web_page(bytes) {
        return Kind::Refused(RollFileError::OtherType);
    }
    match extension.as_str() {
        "xlsx" | "xlsm" => Kind::Refused(RollFileError::Unreadable),
        // Some programs write plain text and call it .xls.
        "" | "csv" | "txt" | "tsv" | "tab" | "xls" => Kind::Text,
        _ => Kind::Refused(RollFileError::OtherType),
    }
}

/// The directory of a compound file names its streams in UTF-16.
fn compound_file(bytes: &[u8]) -> RollFileError {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if names("EncryptedPackage") {
        RollFileError::PasswordProtected
    } else if names("Workbook") || names("Book") {
        RollFileError::LegacyXls
    } else {
        RollFileError::OtherType
    }
}

/// Web pages are handed out as .xls by many office systems.
fn is_web_page(bytes: &[u8]) -> bool {
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = head.trim_ascii_start();
    let head = head[..head.len().min(32)].to_ascii_lowercase();
    [b"<html".as_slice(), b"<!doctype", b"<table", b"<?xml"].iter().any(|beginning| head.starts_with(beginning))
}
