//! Forms and their fields. A field must be filled unless it is [`optional`](Field::optional).

use crate::ui::{Bounds, DecimalBounds, Field, FieldKind, Form, TextBounds};
use crate::values::Value;

use super::{field, options};

/// Neither least nor most.
const ANY: Bounds = Bounds { min: None, max: None };

/// A form with its button.
pub fn form(id: &str, title: &str, submit_label: &str, fields: Vec<Field>) -> Form {
    Form { id: id.to_owned(), title: title.to_owned(), fields, submit_label: submit_label.to_owned(), closed: None }
}

/// Words, at most so many characters, in so many lines.
pub fn text_field(id: &str, label: &str, lines: u32, max_chars: u32) -> Field {
    field(id, label, FieldKind::Text(TextBounds { lines, max_chars }), Value::None)
}

/// Yes or no.
pub fn flag_field(id: &str, label: &str) -> Field {
    field(id, label, FieldKind::Flag, Value::None)
}

/// A whole number.
pub fn integer_field(id: &str, label: &str) -> Field {
    field(id, label, FieldKind::Integer(ANY), Value::None)
}

/// Money; typed in yuan, given in fen.
pub fn money_field(id: &str, label: &str) -> Field {
    field(id, label, FieldKind::Money(ANY), Value::None)
}

/// A measure in units of 10^-scale.
pub fn decimal_field(id: &str, label: &str, scale: u8) -> Field {
    field(id, label, FieldKind::Decimal(DecimalBounds { scale, limits: ANY }), Value::None)
}

/// A date, in days since 1970-01-01.
pub fn day_field(id: &str, label: &str) -> Field {
    field(id, label, FieldKind::Day(ANY), Value::None)
}

/// One of these, as pairs of key and words.
pub fn choice_field<'a>(id: &str, label: &str, items: impl IntoIterator<Item = (&'a str, &'a str)>) -> Field {
    field(id, label, options(items), Value::None)
}

/// Any of these, as pairs of key and words.
pub fn choices_field<'a>(id: &str, label: &str, items: impl IntoIterator<Item = (&'a str, &'a str)>) -> Field {
    let kind = match options(items) {
        FieldKind::Choice(items) => FieldKind::Choices(items),
        kind => kind,
    };
    field(id, label, kind, Value::None)
}

/// A household, picked by door or pinyin.
pub fn household_field(id: &str, label: &str) -> Field {
    field(id, label, FieldKind::Household, Value::None)
}

impl Field {
    /// May stay empty.
    pub fn optional(self) -> Field {
        Field { required: false, ..self }
    }

    /// With a line of help.
    pub fn help(self, help: impl Into<String>) -> Field {
        Field { help: help.into(), ..self }
    }

    /// Holding this to begin with.
    pub fn initially(self, value: Value) -> Field {
        Field { initial: value, ..self }
    }

    /// With what is wrong with it.
    pub fn problem(self, problem: impl Into<String>) -> Field {
        Field { problem: Some(problem.into()), ..self }
    }

    /// From, to, both included: of whole numbers, fen, units of a measure or days; other kinds have no bounds.
    pub fn between(self, min: Option<i64>, max: Option<i64>) -> Field {
        let limits = Bounds { min, max };
        let kind = match self.kind {
            FieldKind::Integer(_) => FieldKind::Integer(limits),
            FieldKind::Money(_) => FieldKind::Money(limits),
            FieldKind::Day(_) => FieldKind::Day(limits),
            FieldKind::Decimal(of) => FieldKind::Decimal(DecimalBounds { limits, ..of }),
            kind => kind,
        };
        Field { kind, ..self }
    }
}

impl Form {
    /// Shut, with the reason.
    pub fn closed(self, why: impl Into<String>) -> Form {
        Form { closed: Some(why.into()), ..self }
    }
}
