//! `.csv` and its relatives: which encoding, which delimiter, which row of the sheet.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::{Cell, Limit, MAX_COLUMNS, MAX_ROWS, RollFileError, Sheet};

/// Reads a delimited text; a spreadsheet program would show the same row numbers.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet, RollFileError> {
    // One kind of line end, so that lines can be counted; a last line without one counts too.
    let mut text = decode(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let delimiter = delimiter(&text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).map_err(|_| RollFileError::Unreadable)? {
            break;
        }
        // The reader jumps over blank lines; a sheet shows them as rows.
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let lines = usize::try_from(reader.position().line() - before).unwrap_or(usize::MAX);
        let blank = lines.saturating_sub(inside + 1);
        rows.extend(std::iter::repeat_with(Vec::new).take(blank));
        rows.push(record.iter().map(|field| Cell::new(unguarded(field.trim()))).collect());
    }
    let sheet = Sheet { rows, ..Sheet::default() }.trimmed();
    within_limits(&sheet)?;
    Ok(sheet)
}

/// Takes off the apostrophe that keeps a spreadsheet from reckoning with a text; our own tables put it there.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

fn within_limits(sheet: &Sheet) -> Result<(), RollFileError> {
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    if rows > MAX_ROWS {
        return Err(RollFileError::TooLarge(Limit::Rows(rows)));
    }
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let columns = u32::try_from(columns).unwrap_or(u32::MAX);
    if columns > MAX_COLUMNS {
        return Err(RollFileError::TooLarge(Limit::Columns(columns)));
    }
    Ok(())
}

/// UTF-8 or UTF-16 by their marks, else UTF-8 where it fits, else UTF-16 where zero bytes betray it, else GB 18030.
fn decode(bytes: &[u8]) -> Result<String, RollFileError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(encoding, &bytes[mark..]).ok_or(RollFileError::WrongEncoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && is_text(text)
    {
        return Ok(text.to_owned());
    }
    // Chinese in GB 18030 has no zero bytes; in UTF-16 every comma, digit and line end has one.
    let text = if bytes.contains(&0) {
        // Many bytes happen to be UTF-16; a table has lines in it.
        [UTF_16LE, UTF_16BE].into_iter().filter_map(|wide| strict(wide, bytes)).find(|text| text.contains(['\n', '\r']))
    } else {
        strict(GB18030, bytes)
    };
    text.ok_or(RollFileError::WrongEncoding)
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    is_text(&text).then(|| text.into_owned())
}

/// No roll has control characters or characters that mean nothing; the wrong encoding makes them.
fn is_text(text: &str) -> bool {
    text.chars().all(|c| {
        let layout = matches!(c, '\t' | '\n' | '\r' | '\u{1a}' | '\u{c}');
        let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}');
        layout || !(c.is_control() || private || matches!(c, '\u{fffd}' | '\u{feff}'))
    })
}

/// The delimiter that cuts most lines into the same number of pieces.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: char| {
        let mut lines_by_count = std::collections::BTreeMap::<usize, usize>::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()).take(100) {
            let mut quoted = false;
            let count = line
                .chars()
                .filter(|&c| {
                    quoted ^= c == '"';
                    c == delimiter && !quoted
                })
                .count();
            if count > 0 {
                *lines_by_count.entry(count).or_default() += 1;
            }
        }
        lines_by_count.iter().map(|(count, lines)| count * lines).max().unwrap_or(0)
    };
    let (comma, semicolon, tab) = (score(','), score(';'), score('\t'));
    if tab > comma && tab >= semicolon {
        b'\t'
    } else if semicolon > comma {
        b';'
    } else {
        b','
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        let row = |row: Vec<Cell>| row.into_iter().map(|cell| cell.text).collect();
        read(bytes).unwrap().rows.into_iter().map(row).collect()
    }

    #[test]
    fn one_table_in_every_encoding_and_delimiter_is_one_table() {
        let plain = "房号,业主\n1-1-101,史娥凤\n";
        let expected = texts(plain.as_bytes());
        assert_eq!(expected, [["房号", "业主"], ["1-1-101", "史娥凤"]]);
        let wide = |to: fn(u16) -> [u8; 2]| plain.encode_utf16().flat_map(to).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        assert_eq!(texts(&marked(b"\xEF\xBB\xBF", plain.into())), expected);
        assert_eq!(texts(&GB18030.encode(plain).0), expected);
        assert_eq!(texts(&marked(b"\xFF\xFE", wide(u16::to_le_bytes))), expected);
        assert_eq!(texts(&marked(b"\xFE\xFF", wide(u16::to_be_bytes))), expected);
        assert_eq!(texts(&wide(u16::to_le_bytes)), expected);
        assert_eq!(texts(&wide(u16::to_be_bytes)), expected);
        for other in [";", "\t"] {
            assert_eq!(texts(plain.replace(',', other).as_bytes()), expected, "{other:?}");
        }
        assert_eq!(texts(plain.replace('\n', "\r\n").as_bytes()), expected);
        assert_eq!(texts(plain.replace('\n', "\r").as_bytes()), expected);
        assert_eq!(texts(plain.trim_end().as_bytes()), expected);
    }

    #[test]
    fn rows_keep_the_numbers_a_spreadsheet_shows() {
        let text = "\n\n名册\n\n房号,备注\n1,\"两\n行\"\n\n\n2,\"引\"\"号\"\n\n";
        let rows = texts(text.as_bytes());
        let numbered: Vec<(usize, &str)> =
            rows.iter().enumerate().filter(|(_, row)| !row.is_empty()).map(|(at, row)| (at + 1, &*row[0])).collect();
        assert_eq!(numbered, [(3, "名册"), (5, "房号"), (6, "1"), (9, "2")]);
        assert_eq!(rows[5][1], "两\n行");
        assert_eq!(rows[8][1], "引\"号");
    }

    #[test]
    fn a_delimiter_inside_quotes_or_in_a_note_is_none() {
        assert_eq!(texts(b"a;b\n\"1,2,3,4\";2\n"), [["a", "b"], ["1,2,3,4", "2"]]);
        assert_eq!(texts("a\tb\n1\t甲,乙\n".as_bytes()), [["a", "b"], ["1", "甲,乙"]]);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for junk in
            [&[0x80, 0x81, 0xff, 0xfe, 0x00, 0x01][..], &[0xff, 0xff, 0xff], b"a,b\n1,\xff\xff\n", b"\x01\x02,\x03"]
        {
            assert_eq!(read(junk), Err(RollFileError::WrongEncoding), "{junk:?}");
        }
    }
}
