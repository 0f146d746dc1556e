//! The manifest: what a procedure says about itself (`plugin.toml`, custom section `fangzhuo:manifest`).

mod places;

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::Failure;
use crate::contract::{Key, is_key};
use crate::limits;
use crate::settings::{self, SettingError};
use crate::worlds::World;
use places::Places;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
    /// English.
    pub en: String,
}

impl Bilingual {
    /// The text in the language of a tag; Chinese for any other than English.
    pub fn get(&self, lang: &str) -> &str {
        if lang == "en" { &self.en } else { &self.zh_cn }
    }
}

/// What a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SettingKind {
    /// Words.
    Text,
    /// Yes or no.
    Flag,
    /// A whole number.
    Integer,
    /// Yuan with at most two decimals.
    Money,
    /// A number with at most six decimals.
    Decimal,
    /// `YYYY-MM-DD`
    Day,
    /// One of the options.
    Choice,
    /// A further column of the roll.
    Column,
}

/// One option of a setting of kind `choice`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingOption {
    /// Its key.
    pub id: Key,
    /// Its words.
    pub label: Bilingual,
}

/// A first value, frozen when the procedure starts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Its key.
    pub id: Key,
    /// What it takes.
    pub kind: SettingKind,
    /// Its words.
    pub label: Bilingual,
    /// As it would be typed.
    #[serde(default)]
    pub default: Option<String>,
    /// Whether the procedure cannot start without it.
    #[serde(default)]
    pub required: bool,
    /// The options of a `choice`.
    #[serde(default)]
    pub options: Vec<SettingOption>,
}

/// What the cells of a table's column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Yes or no.
    Flag,
    /// Whole numbers.
    Integer,
    /// Yuan.
    Money,
    /// Numbers with decimals.
    Decimal,
    /// Dates.
    Day,
    /// Keys.
    Choice,
    /// Doors.
    Household,
}

/// A column of a table the procedure wants.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableColumn {
    /// Its key.
    pub id: Key,
    /// What its cells are.
    pub kind: ColumnKind,
    /// Its heading.
    pub label: Bilingual,
}

/// A table the procedure wants besides the households.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WantedTable {
    /// Its key.
    pub id: Key,
    /// Its columns.
    #[serde(rename = "column")]
    pub columns: Vec<TableColumn>,
}

/// What a procedure says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Its key, the same in all versions.
    pub id: Key,
    /// Such as 0.1.0.
    pub version: String,
    /// The world of the contract it was built against.
    pub world: String,
    /// An SPDX expression.
    pub licence: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Its name.
    pub title: Bilingual,
    /// Its first values.
    #[serde(default, rename = "setting")]
    pub settings: Vec<Setting>,
    /// Tables it wants.
    #[serde(default, rename = "table")]
    pub tables: Vec<WantedTable>,
}

/// What is wrong with a manifest, and where its author finds it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("plugin.toml line {line}{}{key}: {problem}", if .key.is_empty() { "" } else { ", " })]
pub struct ManifestError {
    /// The line, counted from 1.
    pub line: usize,
    /// Such as `setting.distance.default`; empty where the text is no TOML, or something is missing at its top.
    pub key: String,
    /// What it is.
    pub problem: ManifestProblem,
}

/// What is wrong at a place of a manifest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManifestProblem {
    /// For the author, in English.
    #[error("{0}")]
    Said(String),
    /// The default of a setting is no value of its kind; this has a sentence in both languages.
    #[error("{0}")]
    Default(SettingError),
}

impl From<ManifestError> for Failure {
    fn from(error: ManifestError) -> Failure {
        Failure::unfit(error.to_string())
    }
}

/// A place by its key, and what is wrong there.
type Wrong = (String, ManifestProblem);

impl Manifest {
    /// Reads and checks a manifest.
    pub fn read(text: &str) -> Result<Manifest, ManifestError> {
        let mut manifest: Manifest = toml::from_str(text).map_err(|error| unread(text, &error))?;
        if let Err((key, problem)) = manifest.check() {
            let line = Places::of(text).line_of(&key);
            return Err(ManifestError { line, key: crate::clean::cleaned(&key, limits::LABEL), problem });
        }
        manifest.clean();
        Ok(manifest)
    }

    fn check(&self) -> Result<(), Wrong> {
        if !World::ALL.iter().any(|world| world.name() == self.world) {
            let (says, known) = (&self.world, World::names());
            return Err(said("world", format!("it was made for {says}, this program speaks {known}")));
        }
        if !is_key(&self.id) {
            return Err(said("id", no_key(&self.id)));
        }
        unique("setting", self.settings.iter().map(|setting| &setting.id))?;
        unique("table", self.tables.iter().map(|table| &table.id))?;
        for setting in &self.settings {
            let of = format!("setting.{}", setting.id);
            unique(&format!("{of}.options"), setting.options.iter().map(|option| &option.id))?;
            if (setting.kind == SettingKind::Choice) == setting.options.is_empty() {
                return Err(said(format!("{of}.options"), "options belong to a choice, and to it alone"));
            }
            settings::check_default(setting)
                .map_err(|error| (format!("{of}.default"), ManifestProblem::Default(error)))?;
        }
        self.tables.iter().try_for_each(|table| {
            unique(&format!("table.{}.column", table.id), table.columns.iter().map(|column| &column.id))
        })
    }

    /// The setting of this id.
    pub fn setting(&self, id: &str) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.id == id)
    }

    /// A manifest's words are as foreign as any other text of a procedure.
    fn clean(&mut self) {
        let label = |text: &mut String| *text = crate::clean::cleaned(text, limits::LABEL);
        let both = |text: &mut Bilingual| {
            label(&mut text.zh_cn);
            label(&mut text.en);
        };
        both(&mut self.title);
        label(&mut self.version);
        label(&mut self.licence);
        self.authors.iter_mut().for_each(label);
        for setting in &mut self.settings {
            both(&mut setting.label);
            setting.options.iter_mut().for_each(|option| both(&mut option.label));
        }
        self.tables.iter_mut().flat_map(|table| &mut table.columns).for_each(|column| both(&mut column.label));
    }
}

/// What the reader of TOML says, at the key it means.
fn unread(text: &str, error: &toml::de::Error) -> ManifestError {
    let places = Places::of(text);
    let at = error.span().map_or(0, |span| span.start);
    let key = places.around(at).unwrap_or_default();
    let key = crate::clean::cleaned(key, limits::LABEL);
    let said = crate::clean::cleaned(error.message(), limits::MESSAGE);
    ManifestError { line: places.line(at), key, problem: ManifestProblem::Said(said) }
}

fn said(key: impl Into<String>, problem: impl Into<String>) -> Wrong {
    (key.into(), ManifestProblem::Said(problem.into()))
}

fn no_key(id: &str) -> String {
    let id = crate::clean::cleaned(id, limits::LABEL);
    format!("{id:?} is no key: a to z, 0 to 9 and -, at most 64 characters")
}

fn unique<'a>(list: &str, ids: impl Iterator<Item = &'a Key>) -> Result<(), Wrong> {
    let mut seen = BTreeSet::new();
    for id in ids {
        let place = format!("{list}.{id}.id");
        if !is_key(id) {
            return Err(said(place, no_key(id)));
        }
        if !seen.insert(id) {
            return Err(said(place, format!("{id} stands twice")));
        }
    }
    Ok(())
}
