//! Full-width letters, digits and signs as people type them with a Chinese keyboard, brought to one form.

/// Full-width forms to their ASCII twins; every kind of dash between numbers to a hyphen; all else as written.
pub(crate) fn folded(text: &str) -> String {
    text.chars().map(fold).collect()
}

fn fold(c: char) -> char {
    match c {
        // The full-width block stands at a fixed distance from ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '。' => '.',
        _ => c,
    }
}

/// Folded, lower case, without blanks: for comparing what people wrote.
pub(crate) fn bare(text: &str) -> String {
    folded(text).to_lowercase().chars().filter(|c| !c.is_whitespace()).collect()
}
