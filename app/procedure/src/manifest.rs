//! The manifest: what a procedure says about itself (`plugin.toml`, custom section `fangzhuo:manifest`).

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::Failure;
use crate::contract::{Key, is_key};
use crate::limits;
use crate::worlds::World;

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

impl Manifest {
    /// Reads and checks a manifest.
    pub fn read(text: &str) -> Result<Manifest, Failure> {
        let mut manifest: Manifest = toml::from_str(text)
            .map_err(|error| Failure::unfit(format!("the manifest cannot be read: {}", error.message())))?;
        if !World::ALL.iter().any(|world| world.name() == manifest.world) {
            let (says, known) = (&manifest.world, World::names());
            return Err(Failure::unfit(format!("it was made for {says}, this program speaks {known}")));
        }
        if !is_key(&manifest.id) {
            return Err(Failure::unfit(format!("its id is no key: {:?}", manifest.id)));
        }
        unique("setting", manifest.settings.iter().map(|setting| &setting.id))?;
        unique("table", manifest.tables.iter().map(|table| &table.id))?;
        for setting in &manifest.settings {
            unique("option", setting.options.iter().map(|option| &option.id))?;
            if (setting.kind == SettingKind::Choice) == setting.options.is_empty() {
                return Err(Failure::unfit(format!(
                    "setting {}: options belong to a choice, and to it alone",
                    setting.id
                )));
            }
        }
        for table in &manifest.tables {
            unique("column", table.columns.iter().map(|column| &column.id))?;
        }
        manifest.clean();
        Ok(manifest)
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

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a Key>) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !is_key(id) {
            return Err(Failure::unfit(format!("the {what} id is no key: {id:?}")));
        }
        if !seen.insert(id) {
            return Err(Failure::unfit(format!("the {what} {id} stands twice in the manifest")));
        }
    }
    Ok(())
}
