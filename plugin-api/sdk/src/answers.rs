//! A ready-made state: named values, saved as lines of text that are always the same for the same values.

use std::collections::BTreeMap;

use crate::text::{escape, unescape};
use crate::values::{Decimal, Entry, Value};

/// First line of the bytes, so that another format is recognised.
const HEAD: &str = "answers 1";

/// Named values of every kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers(BTreeMap<String, Value>);

impl Answers {
    /// What was answered under this name.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.0.get(id)
    }

    /// Sets one answer; `none` removes it.
    pub fn set(&mut self, id: &str, value: Value) {
        match value {
            Value::None => self.0.remove(id),
            value => self.0.insert(id.to_owned(), value),
        };
    }

    /// Takes over a submitted form.
    pub fn take(&mut self, entries: &[Entry]) {
        for entry in entries {
            self.set(&entry.id, entry.value.clone());
        }
    }

    /// Money under this name, in fen.
    pub fn money(&self, id: &str) -> Option<i64> {
        match self.get(id) {
            Some(Value::Money(fen)) => Some(*fen),
            _ => None,
        }
    }

    /// The option chosen under this name.
    pub fn choice(&self, id: &str) -> Option<&str> {
        match self.get(id) {
            Some(Value::Choice(key)) => Some(key),
            _ => None,
        }
    }

    /// A whole number under this name.
    pub fn integer(&self, id: &str) -> Option<i64> {
        match self.get(id) {
            Some(Value::Integer(whole)) => Some(*whole),
            _ => None,
        }
    }

    /// Words under this name.
    pub fn text(&self, id: &str) -> Option<&str> {
        match self.get(id) {
            Some(Value::Text(words)) => Some(words),
            _ => None,
        }
    }

    /// Yes or no under this name; no where nothing was said.
    pub fn flag(&self, id: &str) -> bool {
        matches!(self.get(id), Some(Value::Flag(true)))
    }

    /// As bytes.
    pub fn save(&self) -> Vec<u8> {
        let mut text = HEAD.to_owned();
        for (id, value) in &self.0 {
            let line = match value {
                Value::Money(fen) => format!("\n{id} money {fen}"),
                Value::Integer(whole) => format!("\n{id} integer {whole}"),
                Value::Choice(key) => format!("\n{id} choice {key}"),
                Value::Text(words) => format!("\n{id} text {}", escape(words)),
                Value::Flag(flag) => format!("\n{id} flag {flag}"),
                Value::Decimal(of) => format!("\n{id} decimal {} {}", of.units, of.scale),
                Value::Day(day) => format!("\n{id} day {day}"),
                Value::Choices(keys) => format!("\n{id} choices {}", keys.join(",")),
                Value::Household(row) => format!("\n{id} household {row}"),
                // `set` keeps none.
                Value::None => continue,
            };
            text.push_str(&line);
        }
        text.into_bytes()
    }

    /// From bytes that [`save`](Answers::save) wrote.
    pub fn load(bytes: &[u8]) -> Option<Answers> {
        let mut lines = core::str::from_utf8(bytes).ok()?.split('\n');
        if lines.next() != Some(HEAD) {
            return None;
        }
        lines.map(line).collect::<Option<BTreeMap<_, _>>>().map(Answers)
    }
}

fn line(line: &str) -> Option<(String, Value)> {
    let mut words = line.splitn(3, ' ');
    let (id, kind, rest) = (words.next()?, words.next()?, words.next()?);
    let value = match kind {
        "money" => Value::Money(rest.parse().ok()?),
        "integer" => Value::Integer(rest.parse().ok()?),
        "choice" => Value::Choice(rest.to_owned()),
        "text" => Value::Text(unescape(rest)?),
        "flag" => Value::Flag(rest.parse().ok()?),
        "decimal" => {
            let (units, scale) = rest.split_once(' ')?;
            Value::Decimal(Decimal { units: units.parse().ok()?, scale: scale.parse().ok()? })
        }
        "day" => Value::Day(rest.parse().ok()?),
        "choices" => Value::Choices(rest.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect()),
        "household" => Value::Household(rest.parse().ok()?),
        _ => return None,
    };
    Some((id.to_owned(), value))
}
