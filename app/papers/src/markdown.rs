//! A [`Document`] as Markdown: readable as it stands, and for whatever comes after Word.
//!
//! Nothing people wrote can become markup: signs that mean something to Markdown are escaped.

use words::Lang;
use words::document::{Align, Block, Document, Table};

use crate::paper::{clean, colon};

/// Writes `document`; ends with one line break.
pub fn markdown(document: &Document) -> String {
    let mut pieces = vec![format!("# {}", line(&document.title))];
    if !document.meta.is_empty() {
        let meta = document.meta.iter();
        let lines = meta.map(|of| format!("- {}{}{}", line(&of.label), colon(document.lang), line(&of.text)));
        pieces.push(lines.collect::<Vec<_>>().join("\n"));
    }
    pieces.extend(document.blocks.iter().filter_map(|block| piece(document.lang, block)));
    if let Some(footer) = &document.footer {
        pieces.push(format!("---\n\n{}", lines(footer)));
    }
    let mut text = pieces.join("\n\n");
    text.push('\n');
    text
}

fn piece(lang: Lang, block: &Block) -> Option<String> {
    Some(match block {
        // The title is the only heading of the first level.
        Block::Heading { level, text } => format!("{} {}", "#".repeat(usize::from(*level).clamp(1, 5) + 1), line(text)),
        Block::Paragraph { label: None, text } | Block::Note(text) => lines(text),
        // The colon stands outside: bold that ends in a full-width sign before a character is not closed.
        Block::Paragraph { label: Some(label), text } => format!("**{}**{}{}", line(label), colon(lang), lines(text)),
        Block::Table(table) => table_text(table),
        Block::SignatureLine { labels } => {
            let slots = labels.iter().map(|label| format!("{}{}＿＿＿＿＿＿＿＿", line(label), colon(lang)));
            slots.collect::<Vec<_>>().join("　　")
        }
        Block::Code { payload, lines } => {
            let mut words: Vec<String> = lines.iter().map(|text| line(text)).collect();
            words.push(format!("`{}`", clean(payload).replace('`', "'")));
            words.join("  \n")
        }
        Block::Space => return None,
        Block::PageBreak => "---".to_owned(),
    })
}

fn table_text(table: &Table) -> String {
    let cells = |row: &[String], strong: bool| {
        let cells = table.cells(row).map(|(_, text)| {
            let text = lines(text).replace("  \n", "<br>");
            if strong && !text.is_empty() { format!("**{text}**") } else { text }
        });
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let headings: Vec<String> = table.columns.iter().map(|column| column.heading.clone()).collect();
    let rule = table.columns.iter().map(|column| match column.align {
        Align::Left => ":---",
        Align::Center => ":---:",
        Align::Right => "---:",
    });
    let mut rows = vec![cells(&headings, false), format!("| {} |", rule.collect::<Vec<_>>().join(" | "))];
    rows.extend(table.rows.iter().map(|row| cells(row, false)));
    rows.extend(table.total.iter().map(|row| cells(row, true)));
    match &table.caption {
        Some(caption) => format!("{}\n\n{}", line(caption), rows.join("\n")),
        None => rows.join("\n"),
    }
}

/// A text of one line.
fn line(text: &str) -> String {
    escaped(&clean(text).replace(['\n', '\t'], " "))
}

/// A text whose line breaks stay; blank lines in it would end the piece and are left out.
fn lines(text: &str) -> String {
    let text = clean(text);
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(escaped).collect::<Vec<_>>().join("  \n")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let text = text.trim();
    for (at, c) in text.char_indices() {
        let always = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        let begins = at == 0 && matches!(c, '#' | '-' | '+' | '=');
        // "1. " at the beginning of a line would begin a list; "1.50" would not.
        let numbers = matches!(c, '.' | ')') && at > 0 && text[..at].bytes().all(|b| b.is_ascii_digit());
        let numbers = numbers && text[at + 1..].chars().next().is_none_or(char::is_whitespace);
        if always || begins || numbers {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_people_wrote_becomes_markup() {
        for (text, expected) in [
            ("# 标题", "\\# 标题"),
            ("1. 第一", "1\\. 第一"),
            ("184.80", "184.80"),
            ("2)", "2\\)"),
            ("-5", "\\-5"),
            ("3-2-501", "3-2-501"),
            ("<b>[x](y)</b>", "\\<b\\>\\[x\\](y)\\</b\\>"),
            ("a|b", "a\\|b"),
            ("\u{202e}反\u{7}", "反"),
        ] {
            assert_eq!(line(text), expected);
        }
        assert_eq!(lines("一\n\n - 二\n"), "一  \n\\- 二");
    }
}
