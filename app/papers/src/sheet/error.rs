//! Why a file gives no roll at all, each reason with its own sentence.

use words::{Lang, t, tf};

use super::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS};

/// Why a file could not be read as a table or held no roll; nothing of it was kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RollFileError {
    /// A workbook that is cut short or damaged.
    #[error("the workbook cannot be read")]
    Unreadable,
    /// No cell holds anything.
    #[error("there is nothing in the file")]
    Empty,
    /// A workbook that opens only with a password.
    #[error("the workbook is protected by a password")]
    PasswordProtected,
    /// The Excel format of before 2007.
    #[error("the file is an old .xls workbook")]
    LegacyXls,
    /// Neither a workbook nor a text table.
    #[error("the file is no .xlsx and no .csv")]
    OtherType,
    /// Bytes that are no text in any encoding this program reads.
    #[error("the text is neither UTF-8 nor GB 18030 nor UTF-16")]
    WrongEncoding,
    /// No heading says which column holds the door.
    #[error("no column of doors")]
    NoDoorColumn {
        /// The sheet looked at, empty for a text file.
        sheet: String,
        /// The sheet's row taken for the headings.
        row: u32,
        /// The headings found there, in order.
        headings: Vec<String>,
    },
    /// More than this program takes.
    #[error("the file is too large")]
    TooLarge(Limit),
    /// The sheet or row asked for does not exist; the file changed meanwhile.
    #[error("the sheet asked for is not there")]
    NoSuchSheet,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// More than [`MAX_BYTES`].
    Bytes,
    /// Something stands in this row, beyond [`MAX_ROWS`].
    Rows(u32),
    /// Something stands in this column (from 1), beyond [`MAX_COLUMNS`].
    Columns(u32),
}

/// The sentence for `error`: what is wrong and what to do; nothing was written in any case.
pub fn error_text(lang: Lang, error: &RollFileError) -> String {
    match error {
        RollFileError::Unreadable => t(lang, "import-error-unreadable"),
        RollFileError::Empty => t(lang, "import-error-empty"),
        RollFileError::PasswordProtected => t(lang, "import-error-password"),
        RollFileError::LegacyXls => t(lang, "import-error-legacy"),
        RollFileError::OtherType => t(lang, "import-error-other-type"),
        RollFileError::WrongEncoding => t(lang, "import-error-encoding"),
        RollFileError::NoDoorColumn { headings, .. } if headings.is_empty() => t(lang, "import-error-no-headings"),
        RollFileError::NoDoorColumn { row, headings, .. } => {
            let headings = headings.join(&t(lang, "import-list-comma"));
            tf(lang, "import-error-no-door", &[("row", &row.to_string()), ("headings", &headings)])
        }
        RollFileError::TooLarge(Limit::Bytes) => {
            tf(lang, "import-error-too-large", &[("limit", &(MAX_BYTES / 1024 / 1024).to_string())])
        }
        RollFileError::TooLarge(Limit::Rows(row)) => {
            tf(lang, "import-error-too-many-rows", &[("row", &row.to_string()), ("limit", &MAX_ROWS.to_string())])
        }
        RollFileError::TooLarge(Limit::Columns(column)) => tf(
            lang,
            "import-error-too-many-columns",
            &[("column", &column.to_string()), ("limit", &MAX_COLUMNS.to_string())],
        ),
        RollFileError::NoSuchSheet => t(lang, "import-error-no-such-sheet"),
    }
}
