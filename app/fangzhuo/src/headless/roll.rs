//! A roll as a script hands it over: no person is there to choose, so only an empty area is taken, as not known.

use std::path::Path;

use papers::roll_in::{Choices, RollPreview, RollRow, UnitKind, problem_text, read_roll};
use papers::sheet::error_text;
use procedure::{HouseholdRow, RollColumn};
use words::{Lang, tf};

use super::{name, read};
use crate::answer::Answer;

/// The households a procedure sees, their doors in the same order, and the further columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Roll {
    pub(super) doors: Vec<String>,
    pub(super) rows: Vec<HouseholdRow>,
    pub(super) columns: Vec<RollColumn>,
}

/// The households of a roll that a procedure sees.
pub(super) fn read_households(lang: Lang, path: &Path) -> Result<Roll, Answer> {
    let preview = read_whole(lang, path)?;
    let rows = preview.accept(&Choices::empty_areas_not_known(&preview));
    Ok(households(&preview, rows))
}

/// Reads a roll; any row that is refused for more than an empty area makes it bad input.
pub(super) fn read_whole(lang: Lang, path: &Path) -> Result<RollPreview, Answer> {
    let bytes = read(lang, path)?;
    let file = name(path);
    let refused = |what: &str| Answer::bad(tf(lang, "headless-roll-refused", &[("path", &file), ("what", what)]));
    let preview = read_roll(&file, &bytes, None).map_err(|error| refused(&error_text(lang, &error)))?;
    let choices = Choices::empty_areas_not_known(&preview);
    let mut bad =
        preview.rows.iter().filter(|row| !row.refusals().is_empty() && !choices.area_not_known.contains(&row.number));
    if let Some(first) = bad.next() {
        let problem = problem_text(lang, first);
        let rows = [first].into_iter().chain(bad).map(|row| row.number.to_string()).collect::<Vec<_>>();
        let args = [
            ("path", file.as_str()),
            ("row", problem.row.as_str()),
            ("what", problem.headline.as_str()),
            ("count", &rows.len().to_string()),
            ("rows", &rows.join(&words::t(lang, "headless-comma"))),
        ];
        return Err(Answer::bad(tf(lang, "headless-roll-bad-rows", &args)));
    }
    Ok(preview)
}

/// The default scope: flats and shops.
fn households(preview: &RollPreview, rows: Vec<RollRow>) -> Roll {
    let rows: Vec<RollRow> =
        rows.into_iter().filter(|row| matches!(row.kind, UnitKind::Flat | UnitKind::Shop)).collect();
    let cell = |row: &RollRow, heading: &str| {
        row.extra.iter().find(|(known, _)| known == heading).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let column = |heading: &String| RollColumn {
        heading: heading.clone(),
        cells: rows.iter().map(|row| cell(row, heading)).collect(),
        private: false,
    };
    Roll {
        doors: rows.iter().map(|row| row.door.to_string()).collect(),
        columns: preview.extra_headings.iter().map(column).collect(),
        rows: rows.iter().map(household).collect(),
    }
}

fn household(row: &RollRow) -> HouseholdRow {
    HouseholdRow {
        kind: row.kind.key().to_owned(),
        building: row.building.clone(),
        stair: row.stair.clone(),
        floor: row.floor.map(i64::from),
        area: row.area,
        residents: row.residents.map(i64::from),
    }
}
