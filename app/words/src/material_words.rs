//! What procedures conclude, in words and tables: for the minutes, the workbook, the desk. Private columns never get here.

use deliberation::Facts;
use deliberation::ids::{MeetingNo, ProcedureNo};
use deliberation::material::{Candidate, Column, Materials, Table, Value};
use deliberation::procedure::ProcedureRun;

use crate::document;
use crate::figure::{Quantity, close_up};
use crate::locale::{Lang, t, tf};
use crate::moment::day_short;
use crate::rule_words::pick;

/// Rows a table may have to stand in the minutes; a longer one goes with them as a workbook.
pub const ROWS_IN_MINUTES: u32 = 60;

/// A value without its unit; empty for none. Areas keep two decimals, money its fen.
pub fn value_text(lang: Lang, value: &Value) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) => pick(lang, text).to_owned(),
        Value::Flag(true) => t(lang, "page-yes"),
        Value::Flag(false) => t(lang, "page-no"),
        Value::Integer(number) => amounts::scaled::grouped(*number, 0),
        Value::Money(fen) => Quantity::Money(*fen).number(lang),
        Value::Decimal { units, scale } => amounts::scaled::grouped(*units, *scale),
        Value::Day(day) => day_short(lang, *day),
        Value::Choice(key) => key.clone(),
        Value::Choices(keys) => keys.join(" "),
        Value::Door(door) => door.to_string(),
    }
}

/// The heading of a column; one of money says so, unless its label does.
pub fn heading(lang: Lang, column: &Column) -> String {
    let label = pick(lang, &column.label);
    let unit = tf(lang, "material-heading-money", &[("label", "")]);
    match column.cells {
        deliberation::material::Cells::Money(_) if !label.ends_with(unit.trim()) => {
            tf(lang, "material-heading-money", &[("label", label)])
        }
        _ => label.to_owned(),
    }
}

/// A table as papers set it, its public columns alone; none where nothing is public.
pub fn paper_table(lang: Lang, table: &Table) -> Option<document::Table> {
    let public: Vec<&Column> = table.public().collect();
    if public.is_empty() {
        return None;
    }
    let cell = |column: &Column, row| close_up(lang, &value_text(lang, &column.value(row)));
    let rows: Vec<Vec<String>> =
        (0..table.rows).map(|row| public.iter().map(|column| cell(column, row)).collect()).collect();
    let columns = public.iter().enumerate().map(|(at, column)| {
        let longest = rows.iter().filter_map(|row| row.get(at)).map(|text| text.chars().count()).max();
        let width = u16::try_from(longest.unwrap_or(0).clamp(3, 16)).unwrap_or(16);
        let heading = heading(lang, column);
        if column.cells.are_figures() {
            document::Column::figures(heading, width)
        } else {
            document::Column::words(heading, width)
        }
    });
    let columns = columns.collect();
    let total = |column: &&Column| {
        column.total.as_ref().map(|total| close_up(lang, &value_text(lang, total))).unwrap_or_default()
    };
    let total = public.iter().any(|column| column.total.is_some()).then(|| public.iter().map(total).collect());
    Some(document::Table { caption: Some(close_up(lang, pick(lang, &table.title))), columns, rows, total })
}

/// The candidates of a conclusion: name, price where any has one, remark, and whether each may be voted on.
pub fn candidates_table(lang: Lang, title: &str, candidates: &[Candidate]) -> Option<document::Table> {
    if candidates.is_empty() {
        return None;
    }
    let priced = candidates.iter().any(|candidate| candidate.amount.is_some());
    let mut columns = vec![document::Column::words(t(lang, "material-candidate"), 5)];
    if priced {
        columns.push(document::Column::figures(t(lang, "material-candidate-amount"), 3));
    }
    columns.push(document::Column::words(t(lang, "material-candidate-note"), 6));
    columns.push(document::Column::words(t(lang, "material-candidate-state"), 6));
    let row = |candidate: &Candidate| {
        let mut row = vec![close_up(lang, pick(lang, &candidate.title))];
        if priced {
            row.push(candidate.amount.map(|fen| Quantity::Money(fen).number(lang)).unwrap_or_default());
        }
        row.push(close_up(lang, pick(lang, &candidate.note)));
        row.push(close_up(lang, &candidate_state(lang, candidate)));
        row
    };
    let caption = Some(close_up(lang, &tf(lang, "material-candidates", &[("title", title)])));
    Some(document::Table { caption, columns, rows: candidates.iter().map(row).collect(), total: None })
}

/// "可以选" or "不能选：距住宅 4.2 米".
pub fn candidate_state(lang: Lang, candidate: &Candidate) -> String {
    match &candidate.excluded {
        None => t(lang, "page-choosable"),
        Some(reason) => {
            let reason = crate::minutes::open_ended(pick(lang, reason));
            if reason.is_empty() {
                t(lang, "page-excluded")
            } else {
                tf(lang, "material-excluded", &[("reason", reason)])
            }
        }
    }
}

/// The concluded procedures of a meeting with what they left, in the order they were started.
pub fn concluded(facts: &Facts, meeting: MeetingNo) -> impl Iterator<Item = (ProcedureNo, &ProcedureRun, &Materials)> {
    let runs = facts.procedures.iter().enumerate().filter(move |(_, run)| run.meeting == meeting);
    runs.filter_map(|(at, run)| Some((ProcedureNo::at(at), run.as_ref(), run.materials()?)))
}

/// The tables of the minutes: those short enough, and the candidates.
pub(crate) fn minutes_tables(lang: Lang, facts: &Facts, meeting: MeetingNo) -> Vec<document::Table> {
    let mut tables = Vec::new();
    for (_, run, materials) in concluded(facts, meeting) {
        let short = materials.tables.iter().filter(|table| table.rows > 0 && table.rows <= ROWS_IN_MINUTES);
        tables.extend(short.filter_map(|table| paper_table(lang, table)));
        tables.extend(candidates_table(lang, pick(lang, &run.plugin.title), &materials.candidates));
    }
    tables
}

/// Names of the tables that go with the minutes as a workbook.
pub(crate) fn attached(lang: Lang, facts: &Facts, meeting: MeetingNo) -> Vec<String> {
    let tables = concluded(facts, meeting).flat_map(|(_, _, materials)| &materials.tables);
    let beyond = tables.filter(|table| table.rows > ROWS_IN_MINUTES && table.public().next().is_some());
    beyond.map(|table| pick(lang, &table.title).to_owned()).collect()
}
