//! Tables a story hands to a procedure: `"tables":{"quotes":"quotes.csv"}`, files beside the story.

use std::collections::BTreeMap;

use procedure::FrozenTable;
use serde_json::{Map, Value};
use words::{Lang, tf};

use crate::session::Session;
use crate::story::{ReadFile, StoryError};
use crate::table_in;

/// The tables a line names, read and frozen as the procedure's manifest wants them.
pub(crate) fn tables(
    session: &Session,
    lang: Lang,
    line: usize,
    plugin: &str,
    fields: &Map<String, Value>,
    read: ReadFile<'_>,
) -> Result<BTreeMap<String, FrozenTable>, StoryError> {
    let bad = |what: String| StoryError { line, what, bad_input: true };
    let named = fields.get("tables").and_then(Value::as_object).into_iter().flatten();
    let doors = deliberation::procedure::households(&session.facts().roll).into_iter();
    let doors = doors.filter_map(|unit| session.facts().roll.unit(unit)).map(|unit| unit.door.to_string());
    let doors: Vec<String> = doors.collect();
    let manifest = session.manifests().iter().find(|manifest| manifest.id == plugin);
    let mut tables = BTreeMap::new();
    for (id, file) in named {
        let wanted = manifest.and_then(|manifest| manifest.tables.iter().find(|wanted| wanted.id == *id));
        let (Some(wanted), Some(file)) = (wanted, file.as_str()) else {
            return Err(bad(tf(lang, "story-no-command", &[("detail", &format!("tables.{id}"))])));
        };
        let bytes = read(file)
            .map_err(|error| bad(tf(lang, "story-no-file", &[("file", file), ("detail", &error.to_string())])))?;
        let table = table_in::freeze(lang, file, &bytes, wanted, &doors).map_err(bad)?;
        tables.insert(id.clone(), table.table);
    }
    Ok(tables)
}
