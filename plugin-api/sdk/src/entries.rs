//! What was typed into a form, by field.

use crate::outcome::Submission;
use crate::values::{Day, Decimal, Household, Value};

impl Submission {
    fn value(&self, id: &str) -> Option<&Value> {
        self.entries.iter().find(|entry| entry.id == id).map(|entry| &entry.value)
    }

    /// Words without the spaces around them; "" where nothing was typed.
    pub fn text(&self, id: &str) -> &str {
        match self.value(id) {
            Some(Value::Text(text)) => text.trim(),
            _ => "",
        }
    }

    /// A whole number.
    pub fn integer(&self, id: &str) -> Option<i64> {
        match self.value(id) {
            Some(Value::Integer(number)) => Some(*number),
            _ => None,
        }
    }

    /// A measure.
    pub fn decimal(&self, id: &str) -> Option<Decimal> {
        match self.value(id) {
            Some(Value::Decimal(decimal)) => Some(*decimal),
            _ => None,
        }
    }

    /// Fen.
    pub fn money(&self, id: &str) -> Option<i64> {
        match self.value(id) {
            Some(Value::Money(fen)) => Some(*fen),
            _ => None,
        }
    }

    /// Whether it was ticked.
    pub fn flag(&self, id: &str) -> bool {
        matches!(self.value(id), Some(Value::Flag(true)))
    }

    /// A day since 1970-01-01.
    pub fn day(&self, id: &str) -> Option<Day> {
        match self.value(id) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// The key of the option that was chosen.
    pub fn choice(&self, id: &str) -> Option<&str> {
        match self.value(id) {
            Some(Value::Choice(key)) => Some(key),
            _ => None,
        }
    }

    /// The number behind the chosen key of the form `PREFIX-N`.
    pub fn numbered(&self, id: &str, prefix: &str) -> Option<usize> {
        self.choice(id)?.strip_prefix(prefix)?.strip_prefix('-')?.parse().ok()
    }

    /// A household.
    pub fn household(&self, id: &str) -> Option<Household> {
        match self.value(id) {
            Some(Value::Household(household)) => Some(*household),
            _ => None,
        }
    }
}
