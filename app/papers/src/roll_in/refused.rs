//! The refused rows as a table of their own, to be mended and imported again.

use words::{Lang, t};

use super::RollPreview;
use super::sentences::problem_text;

/// Headings of the columns this program adds; on the way back in they are no columns of the roll.
pub(super) fn is_own_heading(heading: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| own_headings(lang).iter().any(|own| own == heading))
}

fn own_headings(lang: Lang) -> [String; 3] {
    [t(lang, "import-csv-row"), t(lang, "import-csv-problem"), t(lang, "import-csv-advice")]
}

impl RollPreview {
    /// The refused rows with all their columns, their row number, what is wrong and what to do.
    ///
    /// UTF-8 with a mark, so that a double click shows Chinese as Chinese; no cell begins like a formula. Writing into
    /// memory fails only with the machine.
    pub fn refused_rows_csv(&self, lang: Lang) -> std::io::Result<Vec<u8>> {
        let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xef, 0xbb, 0xbf]);
        let [row, problem, advice] = own_headings(lang);
        let columns: Vec<_> = self.columns.iter().filter(|column| !is_own_heading(&column.heading)).collect();
        let headings = columns.iter().map(|column| guarded(&column.heading));
        table.write_record([row].into_iter().chain(headings).chain([problem, advice]))?;
        for row in self.rows.iter().filter(|row| !row.refusals().is_empty()) {
            let cells =
                columns.iter().map(|of| row.cells.get(of.column).map_or_else(String::new, |text| guarded(text)));
            let text = problem_text(lang, row);
            let said = [guarded(&text.headline), guarded(&text.detail)];
            table.write_record([row.number.to_string()].into_iter().chain(cells).chain(said))?;
        }
        table.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// A text that a spreadsheet program will not take for a formula; plain numbers stay as they are.
fn guarded(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let number = text.strip_prefix('-').is_some_and(|rest| amounts::scaled::parse(rest, 6).is_ok());
    if formula && !number { format!("'{text}") } else { text.to_owned() }
}
