//! Any text within one word of a line, and back.

/// Without control characters, tabs and line breaks.
pub(crate) fn escape(text: &str) -> String {
    text.escape_default().to_string()
}

/// The inverse of [`escape`].
pub(crate) fn unescape(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match rest.next()? {
            't' => plain.push('\t'),
            'r' => plain.push('\r'),
            'n' => plain.push('\n'),
            'u' => {
                let hex: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
                plain.push(char::from_u32(u32::from_str_radix(&hex, 16).ok()?)?);
            }
            c => plain.push(c),
        }
    }
    Some(plain)
}
