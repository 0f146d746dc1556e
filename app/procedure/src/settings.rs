//! Settings from text: `amount=1650.00`, a column by its key or heading, a choice by its key.

use std::collections::BTreeMap;

use amounts::{Fen, scaled};

use crate::contract::{Decimal, Key, Value};
use crate::inputs::{FrozenTable, Inputs};
use crate::manifest::{Manifest, Setting, SettingKind};
use crate::roll::{self, HouseholdRow, RollColumn};
use crate::tables;

/// Why settings do not fit the manifest.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// The manifest declares no such setting.
    #[error("there is no setting {id}")]
    Unknown {
        /// What was named.
        id: String,
    },
    /// A required setting has no value.
    #[error("the setting {id} is required")]
    Missing {
        /// Which.
        id: Key,
    },
    /// The text is no value of its kind.
    #[error("the setting {id} cannot be {text:?}")]
    Wrong {
        /// Which.
        id: Key,
        /// As written.
        text: String,
        /// What it takes.
        kind: SettingKind,
    },
    /// The roll has no such column, or two of this heading.
    #[error("the roll has no single column {text:?} for the setting {id}")]
    Column {
        /// Which.
        id: Key,
        /// As written.
        text: String,
    },
}

impl SettingError {
    /// The locale key of the sentence.
    pub const fn key(&self) -> &'static str {
        match self {
            SettingError::Unknown { .. } => "procedure-setting-unknown",
            SettingError::Missing { .. } => "procedure-setting-missing",
            SettingError::Wrong { kind, .. } => match kind {
                SettingKind::Text => "procedure-setting-not-text",
                SettingKind::Flag => "procedure-setting-not-flag",
                SettingKind::Integer => "procedure-setting-not-integer",
                SettingKind::Money => "procedure-setting-not-money",
                SettingKind::Decimal => "procedure-setting-not-decimal",
                SettingKind::Day => "procedure-setting-not-day",
                SettingKind::Choice | SettingKind::Column => "procedure-setting-not-choice",
            },
            SettingError::Column { .. } => "procedure-setting-no-column",
        }
    }

    /// What fills the sentence.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            SettingError::Unknown { id } | SettingError::Missing { id } => vec![("id", id.clone())],
            SettingError::Wrong { id, text, .. } | SettingError::Column { id, text } => {
                vec![("id", id.clone()), ("text", text.clone())]
            }
        }
    }
}

/// The frozen data of a run: the households, the further columns the settings name, the settings themselves, and each
/// table the manifest wants, without rows until it is handed in.
///
/// `texts` are pairs of id and text, the last of an id wins; defaults of the manifest fill the rest.
pub fn inputs(
    manifest: &Manifest,
    rows: &[HouseholdRow],
    columns: &[RollColumn],
    texts: &[(String, String)],
) -> Result<Inputs, SettingError> {
    if let Some((id, _)) = texts.iter().find(|(id, _)| manifest.setting(id).is_none()) {
        return Err(SettingError::Unknown { id: id.clone() });
    }
    let mut households = roll::households_table(rows);
    let mut settings = BTreeMap::new();
    for setting in &manifest.settings {
        let given = texts.iter().rev().find(|(id, _)| *id == setting.id).map(|(_, text)| text.as_str());
        let text = given.or(setting.default.as_deref()).map(str::trim).filter(|text| !text.is_empty());
        let value = match text {
            None if setting.required => return Err(SettingError::Missing { id: setting.id.clone() }),
            None => Value::None,
            Some(text) if setting.kind == SettingKind::Column => {
                let at = column(setting, text, columns)?;
                let key = format!("c{}", at + 1);
                households.columns.insert(key.clone(), roll::typed(&columns[at]));
                Value::Choice(key)
            }
            Some(text) => value(setting, text)?,
        };
        settings.insert(setting.id.clone(), value);
    }
    // A table nobody hands in has no rows; it is declared, so it can be read.
    let mut tables: BTreeMap<Key, FrozenTable> =
        manifest.tables.iter().map(|wanted| (wanted.id.clone(), tables::without_rows(wanted))).collect();
    tables.insert(roll::TABLE.to_owned(), households);
    Ok(Inputs { tables, settings })
}

/// Whether the default of a setting is a value of its kind; which column of a roll is one, only a roll can say.
pub(crate) fn check_default(setting: &Setting) -> Result<(), SettingError> {
    let text = setting.default.as_deref().map(str::trim).filter(|text| !text.is_empty());
    match text {
        Some(text) if setting.kind != SettingKind::Column => value(setting, text).map(drop),
        _ => Ok(()),
    }
}

/// A column by its key c1, c2 …, or by its heading as written.
fn column(setting: &Setting, text: &str, columns: &[RollColumn]) -> Result<usize, SettingError> {
    let mut headed = columns.iter().enumerate().filter(|(_, column)| column.heading.trim() == text).map(|(at, _)| at);
    let by_heading = match (headed.next(), headed.next()) {
        (Some(at), None) => Some(at),
        _ => None,
    };
    let numbered = || text.strip_prefix('c')?.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < columns.len());
    by_heading.or_else(numbered).ok_or_else(|| SettingError::Column { id: setting.id.clone(), text: text.to_owned() })
}

fn value(setting: &Setting, text: &str) -> Result<Value, SettingError> {
    let value = match setting.kind {
        SettingKind::Text => Some(Value::Text(text.to_owned())),
        SettingKind::Flag => flag(text).map(Value::Flag),
        SettingKind::Integer => scaled::parse(text, 0).ok().map(Value::Integer),
        SettingKind::Money => text.parse::<Fen>().ok().map(|fen| Value::Money(fen.0)),
        SettingKind::Decimal => decimal(text).map(Value::Decimal),
        SettingKind::Day => day(text).map(Value::Day),
        SettingKind::Choice | SettingKind::Column => {
            setting.options.iter().find(|option| option.id == text).map(|option| Value::Choice(option.id.clone()))
        }
    };
    let wrong = || SettingError::Wrong { id: setting.id.clone(), text: text.to_owned(), kind: setting.kind };
    value.ok_or_else(wrong)
}

fn decimal(text: &str) -> Option<Decimal> {
    let scale = u8::try_from(text.split_once('.').map_or(0, |(_, fraction)| fraction.len())).ok()?;
    if scale > scaled::MAX_SCALE {
        return None;
    }
    scaled::parse(text, scale).ok().map(|units| Decimal { units, scale })
}

/// Yes or no, in both languages.
pub(crate) fn flag(text: &str) -> Option<bool> {
    match text {
        "true" | "yes" | "是" => Some(true),
        "false" | "no" | "否" => Some(false),
        _ => None,
    }
}

/// `YYYY-MM-DD` as days since 1970-01-01, in the proleptic Gregorian calendar.
pub(crate) fn day(text: &str) -> Option<i32> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| parts.next().filter(|part| part.len() == digits)?.parse::<u32>().ok();
    let (year, month, day) = (i32::try_from(part(4)?).ok()?, part(2)?, part(2)?);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = *lengths.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    if !(1..=length).contains(&day) {
        return None;
    }
    // Years counted from March, so that the leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_year = i32::try_from((153 * month + 2) / 5 + day - 1).ok()?;
    Some(365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (text, days) in [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-07-18", 20_652)] {
            assert_eq!(day(text), Some(days), "{text}");
        }
        for text in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-32", "heute"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
