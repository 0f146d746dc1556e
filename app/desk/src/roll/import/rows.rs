//! The rows of the sheet as found, each with what becomes of it.

use egui::Ui;
use session::RollImport;
use session::roll_in::{Exception, Outcome, PreviewRow, Skip, problem_text};
use words::{Lang, t};

use super::columns::NARROW;
use crate::look::Icon;
use crate::table::{Cell, Column, Row, Table, Voice};

pub(super) fn rows_ui(ui: &mut Ui, lang: Lang, import: &RollImport) {
    // Where it is narrow, what becomes of the row is what must be read.
    let [door, owner, area] = if ui.available_width() < NARROW { [110.0, 96.0, 104.0] } else { [130.0, 130.0, 120.0] };
    let columns = vec![
        Column::number(t(lang, "import-column-row"), 64.0),
        Column::text(t(lang, "import-field-door"), door),
        Column::text(t(lang, "import-field-owner"), owner),
        Column::number(t(lang, "import-column-area"), area),
        Column::number(t(lang, "import-field-residents"), 84.0),
        Column::text(t(lang, "import-column-outcome"), 0.0),
    ];
    let rows = &import.preview.rows;
    Table::new("import", columns).table_ui(ui, rows.len(), |at| row(lang, import, &rows[at]));
}

fn row(lang: Lang, import: &RollImport, row: &PreviewRow) -> Row {
    let said = problem_text(lang, row);
    let written = &row.written;
    let filled = |text: &str| if text.is_empty() { Cell::quiet(t(lang, "import-cell-empty")) } else { text.into() };
    let number = Cell::quiet(row.number.to_string());
    let name = |short: &str| format!("{} {} {} {short}", said.row, written.door, written.owner);
    if let Outcome::Skipped(skip) = &row.outcome {
        let what = if *skip == Skip::Blank { t(lang, "import-row-blank") } else { written.door.clone() };
        let blank = || Cell::from("");
        let cells = vec![number, Cell::quiet(what), blank(), blank(), blank(), Cell::quiet(said.short.clone())];
        return Row { name: name(&said.short), cells, refused: false };
    }
    let (outcome, refused) = match &row.outcome {
        Outcome::Ok => (Cell::sign(Icon::Check, "", Voice::Good), false),
        Outcome::ReadOtherwise(_) => (Cell::sign(Icon::Edit, said.short.clone(), Voice::Plain), false),
        Outcome::Suspicious(..) => (Cell::sign(Icon::Warning, said.short.clone(), Voice::Warn), false),
        Outcome::Refused(_) => match lifted(lang, import, row) {
            Some(word) => (Cell::sign(Icon::Check, word, Voice::Good), false),
            None => (Cell::sign(Icon::Error, said.short.clone(), Voice::Err), true),
        },
        Outcome::Skipped(_) => (Cell::default(), false),
    };
    let cells = vec![
        number,
        filled(&written.door),
        filled(&written.owner),
        filled(&written.area),
        filled(&written.residents),
        outcome.clone(),
    ];
    Row { name: name(&outcome.text), cells, refused }
}

/// What a person chose for a refused row, if that lets it in.
fn lifted(lang: Lang, import: &RollImport, row: &PreviewRow) -> Option<String> {
    let exceptions = row.exceptions()?;
    let words: Option<Vec<String>> = exceptions
        .iter()
        .map(|exception| match exception {
            Exception::AreaNotKnown => {
                import.choices.area_not_known.contains(&row.number).then(|| t(lang, "import-as-area-unknown"))
            }
            Exception::CoOwner => import.choices.co_owner.contains(&row.number).then(|| t(lang, "import-as-co-owner")),
        })
        .collect();
    Some(words?.join(&t(lang, "import-list-semicolon")))
}
