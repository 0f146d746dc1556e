//! The rules in a row: the community's own first, then files of its folder nobody took, then those the program brings.

use deliberation::Facts;
use deliberation::rule::{Rule, shipped};
use egui::Ui;
use session::RuleFile;
use words::Lang;
use words::rule_words::{binding_short, pick, source_text};
use words::t;

use crate::look::Icon;
use crate::table::{Cell, Column, Row, Table, Voice};

/// Where a rule of the list comes from.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    /// Adopted into this file.
    Own(Rule),
    /// Offered by the folder beside the file.
    File(RuleFile),
    /// The program's.
    Shipped(&'static Rule),
}

/// What tells an entry from the others, so that it stays marked when the list changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Rule(String),
    File(String),
}

impl Entry {
    pub(super) fn key(&self) -> Key {
        match self {
            Entry::Own(rule) => Key::Rule(rule.id.clone()),
            Entry::Shipped(rule) => Key::Rule(rule.id.clone()),
            Entry::File(file) => Key::File(file.name()),
        }
    }

    /// The rule, where it can be read.
    pub(super) fn rule(&self) -> Option<&Rule> {
        match self {
            Entry::Own(rule) => Some(rule),
            Entry::Shipped(rule) => Some(rule),
            Entry::File(file) => file.rule.as_ref().ok(),
        }
    }

    /// 自带, 自定, 文件夹.
    pub(super) fn origin(&self, lang: Lang) -> String {
        match self {
            Entry::Own(_) => t(lang, "rules-own"),
            Entry::Shipped(_) => t(lang, "rules-shipped"),
            Entry::File(_) => t(lang, "rules-folder"),
        }
    }
}

/// Everything there is to vote by, and the files that are not adopted as they stand.
pub(super) fn entries(facts: &Facts, files: &[RuleFile]) -> Vec<Entry> {
    let own = facts.rules.values().cloned().map(Entry::Own);
    let adopted = |file: &&RuleFile| {
        file.rule.as_ref().is_ok_and(|rule| facts.rules.get(&rule.id).is_some_and(|own| own == rule))
    };
    let offered = files.iter().filter(|file| !adopted(file)).cloned().map(Entry::File);
    own.chain(offered).chain(shipped().iter().map(Entry::Shipped)).collect()
}

/// Shows the list; the place of the row that was clicked.
pub(super) fn list_ui(ui: &mut Ui, lang: Lang, entries: &[Entry], marked: Option<usize>) -> Option<usize> {
    let columns = vec![
        Column::text(t(lang, "rules-column-title"), 0.0),
        Column::text(t(lang, "rules-column-level"), 176.0),
        Column::text(t(lang, "rules-column-source"), 248.0),
        Column::text(t(lang, "rules-column-origin"), 92.0),
    ];
    Table::new("rules", columns)
        .clickable(marked, false)
        .table_ui(ui, entries.len(), |at| entries.get(at).map(|entry| row(lang, entry)).unwrap_or_default())
}

fn row(lang: Lang, entry: &Entry) -> Row {
    let Some(rule) = entry.rule() else {
        let Entry::File(file) = entry else { return Row::default() };
        let unusable = Cell::sign(Icon::Error, t(lang, "rules-unusable"), Voice::Err);
        let cells = vec![file.name().into(), Cell::default(), unusable, entry.origin(lang).into()];
        return Row { cells, refused: true, name: String::new() };
    };
    let source = match (&rule.superseded, &rule.source) {
        (Some(_), Some(source)) => {
            let cited = source_text(lang, &deliberation::rule::Source { date: String::new(), ..source.clone() });
            Cell::sign(Icon::Warning, old(lang, &cited), Voice::Warn)
        }
        (Some(_), None) => Cell::sign(Icon::Warning, t(lang, "rules-old"), Voice::Warn),
        (None, Some(source)) => {
            source_text(lang, &deliberation::rule::Source { date: String::new(), ..source.clone() }).into()
        }
        (None, None) => Cell::quiet(t(lang, "rules-no-source")),
    };
    let origin = match entry {
        Entry::Own(_) | Entry::File(_) => Cell::from(entry.origin(lang)),
        Entry::Shipped(_) => Cell::quiet(entry.origin(lang)),
    };
    let cells = vec![pick(lang, &rule.title).into(), binding_short(lang, rule.level).into(), source, origin];
    Row { cells, refused: false, name: String::new() }
}

fn old(lang: Lang, cited: &str) -> String {
    words::tf(lang, "rules-old-source", &[("source", cited)])
}
