//! What the writers of papers share: why a paper cannot be made, and characters no paper may hold.

use words::{Lang, t};

/// Why a paper could not be made; nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// An amount beyond what a workbook keeps exactly: ten trillion yuan.
    #[error("an amount is too large for a workbook")]
    AmountTooLarge,
    /// A QR code cannot hold so long a text.
    #[error("the text is too long for a QR code")]
    CodeTooLong,
    /// The writer of the file format refused.
    #[error("the file format cannot hold this: {0}")]
    Format(String),
}

impl PaperError {
    /// The sentence for people, with what to do.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            PaperError::AmountTooLarge => t(lang, "paper-error-amount"),
            PaperError::CodeTooLong => t(lang, "paper-error-code"),
            PaperError::Format(_) => t(lang, "paper-error-format"),
        }
    }
}

/// Without the characters that XML cannot hold or that turn the direction of a line; line breaks and tabs stay.
pub(crate) fn clean(text: &str) -> String {
    let dropped = |c: char| {
        let control = c.is_control() && !matches!(c, '\n' | '\t');
        let turning = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        control || turning || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}')
    };
    text.chars().filter(|&c| !dropped(c)).collect()
}

/// How wide a text is, in half widths of a Chinese character.
pub(crate) fn half_widths(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The sign between a label and its text.
pub(crate) fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhCn => "：",
        Lang::En => ": ",
    }
}
