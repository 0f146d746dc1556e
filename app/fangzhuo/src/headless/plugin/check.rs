//! `fangzhuo plugin check FILE.fz.wasm|DIR`: every step of an adoption in its order, and the sheet a person would read.

use std::fmt::Write as _;
use std::path::Path;

use procedure::adoption::{Examination, Sheet, examine};
use procedure::manifest::SettingKind;
use words::{Lang, t, tf};

use super::source;
use crate::answer::Answer;
use crate::places::engine;

/// Examines a file, or what the sources in a folder build to; the first refusal ends it with its sentence.
pub(super) fn run(lang: Lang, what: &Path) -> Answer {
    let bytes = match source::bytes(lang, what) {
        Ok(bytes) => bytes,
        Err(answer) => return answer,
    };
    let engine = match engine() {
        Ok(engine) => engine,
        Err(failure) => return Answer::bad(source::sentence(lang, &failure)),
    };
    let examination = examine(&engine, &bytes, &mut |_| {});
    let mut text = steps(lang, &examination);
    if let Some(failure) = examination.failure() {
        return Answer::negative(text, source::sentence(lang, failure));
    }
    if let Some(of) = &examination.sheet {
        text.push('\n');
        text.push_str(&sheet(lang, of));
    }
    Answer::done(text)
}

/// One line a step.
fn steps(lang: Lang, examination: &Examination) -> String {
    let mut text = String::new();
    for (step, found) in &examination.steps {
        let (mark, found) = match found {
            Ok(found) => ("✓", found.clone()),
            Err(failure) => ("✗", failure.detail()),
        };
        // Writing to a text does not fail.
        let _ = writeln!(text, "{mark} {}\t{found}", t(lang, step.key()));
    }
    text
}

/// What a person reads before it is adopted.
fn sheet(lang: Lang, sheet: &Sheet) -> String {
    let manifest = sheet.manifest();
    let tag = lang.tag();
    let mut lines = vec![
        tf(
            lang,
            "plugin-sheet-title",
            &[("title", manifest.title.get(tag)), ("id", &manifest.id), ("version", &manifest.version)],
        ),
        tf(
            lang,
            "plugin-sheet-authors",
            &[("authors", &manifest.authors.join(&t(lang, "headless-comma"))), ("licence", &manifest.licence)],
        ),
    ];
    for setting in &manifest.settings {
        let required = if setting.required { t(lang, "plugin-sheet-required") } else { String::new() };
        let default = setting.default.as_deref().unwrap_or_default();
        let args = [
            ("label", setting.label.get(tag)),
            ("id", &*setting.id),
            ("kind", &t(lang, kind_key(setting.kind))),
            ("default", default),
            ("required", &required),
        ];
        lines.push(tf(
            lang,
            if default.is_empty() { "plugin-sheet-setting" } else { "plugin-sheet-setting-default" },
            &args,
        ));
    }
    for table in &manifest.tables {
        let columns: Vec<&str> = table.columns.iter().map(|column| column.label.get(tag)).collect();
        lines.push(tf(
            lang,
            "plugin-sheet-table",
            &[("id", &table.id), ("columns", &columns.join(&t(lang, "headless-comma")))],
        ));
    }
    let reads = if sheet.reads_columns() { "plugin-sheet-reads-columns" } else { "plugin-sheet-reads" };
    lines.push(t(lang, reads));
    lines.push(t(lang, "plugin-sheet-cannot"));
    lines.push(tf(lang, "plugin-sheet-cases", &[("count", &sheet.cases.len().to_string())]));
    lines.join("\n") + "\n"
}

fn kind_key(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Text => "plugin-kind-text",
        SettingKind::Flag => "plugin-kind-flag",
        SettingKind::Integer => "plugin-kind-integer",
        SettingKind::Money => "plugin-kind-money",
        SettingKind::Decimal => "plugin-kind-decimal",
        SettingKind::Day => "plugin-kind-day",
        SettingKind::Choice => "plugin-kind-choice",
        SettingKind::Column => "plugin-kind-column",
    }
}
