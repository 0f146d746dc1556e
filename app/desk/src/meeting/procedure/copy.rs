//! A table as text for a spreadsheet: tabs between cells, a line a row.

/// The lines of a table: headings, rows, sums; cells hold neither tabs nor line ends, numbers are written plainly.
pub(super) fn tsv<'a>(rows: impl Iterator<Item = &'a [String]>, numbers: &[bool]) -> String {
    let mut text = String::new();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            text.push_str(&one(cell, numbers.get(at) == Some(&true)));
        }
        text.push('\n');
    }
    text
}

fn one(cell: &str, number: bool) -> String {
    let plain: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if number {
        // "1,650.00" is text to many spreadsheets.
        return plain.replace(',', "");
    }
    // The words are a procedure's: none of them may become a formula.
    match plain.chars().next() {
        Some('=' | '+' | '-' | '@') => format!("'{plain}"),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_cells_numbers_stay_numbers_and_nothing_becomes_a_formula() {
        let rows: [Vec<String>; 2] = [
            vec!["房号".into(), "备注".into(), "应分（元）".into()],
            vec!["1-1-101".into(), "=1+1\t又\n一行".into(), "-1,650.00".into()],
        ];
        let text = tsv(rows.iter().map(Vec::as_slice), &[false, false, true]);
        assert_eq!(text, "房号\t备注\t应分（元）\n1-1-101\t'=1+1 又 一行\t-1650.00\n");
    }
}
