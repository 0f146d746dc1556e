//! One field of a plugin's form as it is typed: text until it is read, with the host's own checks beside it.

use amounts::{Fen, scaled};
use deliberation::Day;
use session::contract::{Decimal, Field, FieldKind, Value};
use session::page_check::wrong_text;
use session::submission::check_value;
use words::{Lang, t};

use crate::drafts::Touched;
use crate::meeting::parts::PersonField;
use crate::meeting::parts::read::{self, plain};

/// A field half typed.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct FieldDraft {
    /// What the plugin put in it first; a newer one replaces what nobody touched.
    base: Value,
    /// What is typed.
    pub(super) text: String,
    /// What is chosen: flags, choices, households.
    pub(super) value: Value,
    /// A household being looked for.
    pub(super) person: PersonField,
    /// What is wrong with it, from the host or the plugin.
    #[serde(skip)]
    pub(super) problem: Option<String>,
}

impl Touched for FieldDraft {
    fn touched(&self) -> bool {
        self.text != written(&self.base) || self.value != self.base || !self.person.text.is_empty()
    }
}

impl FieldDraft {
    /// A field as the plugin fills it.
    pub(super) fn begin(field: &Field) -> FieldDraft {
        FieldDraft {
            base: field.initial.clone(),
            text: written(&field.initial),
            value: field.initial.clone(),
            person: PersonField::default(),
            problem: None,
        }
    }

    /// Takes over what the plugin now puts in it, unless somebody has changed it meanwhile.
    pub(super) fn refresh(&mut self, field: &Field) {
        if self.base == field.initial {
            return;
        }
        if self.touched() {
            self.base = field.initial.clone();
        } else {
            *self = FieldDraft::begin(field);
        }
    }

    /// Reads it; the error is the sentence beside the field.
    pub(super) fn read(&self, lang: Lang, field: &Field, households: u32) -> Result<Value, String> {
        let value = self.value_of(lang, &field.kind)?;
        // The same check the session makes before the procedure hears of it.
        check_value(field, &value, households).map_err(|wrong| wrong_text(lang, &wrong))?;
        Ok(value)
    }

    fn value_of(&self, lang: Lang, kind: &FieldKind) -> Result<Value, String> {
        let text = plain(&self.text);
        match kind {
            FieldKind::Text(_) => {
                Ok(Value::Text(self.text.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect()))
            }
            // What is not ticked is answered too.
            FieldKind::Flag => Ok(Value::Flag(self.value == Value::Flag(true))),
            FieldKind::Household if self.value == Value::None && !self.person.text.trim().is_empty() => {
                Err(t(lang, "page-wrong-household-typed"))
            }
            FieldKind::Choice(_) | FieldKind::Choices(_) | FieldKind::Household => Ok(self.value.clone()),
            _ if text.is_empty() => Ok(Value::None),
            FieldKind::Integer(_) => {
                scaled::parse(&text, 0).map(Value::Integer).map_err(|_| t(lang, "meeting-not-count"))
            }
            FieldKind::Money(_) => read::money(lang, amount(&text)).map(|fen| Value::Money(fen.0)),
            FieldKind::Decimal(bounds) => {
                let scale = bounds.scale;
                let units = scaled::parse(&text, scale).map_err(|_| t(lang, "meeting-not-number"))?;
                Ok(Value::Decimal(Decimal { units, scale }))
            }
            FieldKind::Day(_) => Ok(read::day(lang, &text)?.map_or(Value::None, |day| Value::Day(day.0))),
        }
    }
}

/// An amount without the sign of the yuan before it or its word behind it.
fn amount(text: &str) -> &str {
    text.trim_start_matches(['\u{A5}', '\u{FFE5}']).trim_end_matches('\u{5143}').trim()
}

/// A value as it is typed.
fn written(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => scaled::plain(*number, 0),
        Value::Money(fen) => Fen(*fen).to_string(),
        Value::Decimal(decimal) => scaled::plain(decimal.units, decimal.scale),
        Value::Day(day) => read::write_day(Day(*day)),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use session::contract::{Bounds, TextBounds};

    use super::*;

    fn field(kind: FieldKind, initial: Value, required: bool) -> Field {
        Field {
            id: "f".into(),
            label: "总额（元）".into(),
            help: String::new(),
            kind,
            required,
            initial,
            problem: None,
        }
    }

    fn money(initial: Value) -> Field {
        field(FieldKind::Money(Bounds { min: Some(1), max: None }), initial, false)
    }

    #[test]
    fn money_is_read_in_yuan_and_held_to_its_bounds() {
        let field = money(Value::Money(165_000));
        let mut draft = FieldDraft::begin(&field);
        assert_eq!(draft.text, "1,650.00");
        assert_eq!(draft.read(Lang::ZhCn, &field, 36), Ok(Value::Money(165_000)));
        draft.text = "０".into();
        assert!(draft.read(Lang::ZhCn, &field, 36).unwrap_err().contains("0.01"));
        for typed in ["1650", "1,650.00", "￥１，６５０", "1650元"] {
            draft.text = typed.into();
            assert_eq!(draft.read(Lang::ZhCn, &field, 36), Ok(Value::Money(165_000)), "{typed}");
        }
        draft.text = "一千".into();
        assert!(draft.read(Lang::ZhCn, &field, 36).is_err());
        draft.text = " ".into();
        assert_eq!(draft.read(Lang::ZhCn, &field, 36), Ok(Value::None));
    }

    #[test]
    fn given_a_half_typed_field_when_the_page_is_refreshed_then_it_stays_and_an_untouched_one_follows() {
        let mut touched = FieldDraft::begin(&money(Value::Money(100)));
        touched.text = "16".into();
        let mut untouched = FieldDraft::begin(&money(Value::Money(100)));
        let newer = money(Value::Money(200));
        touched.refresh(&newer);
        untouched.refresh(&newer);
        assert_eq!((touched.text.as_str(), untouched.text.as_str()), ("16", "2.00"));
    }

    #[test]
    fn days_texts_and_what_is_required_are_checked() {
        let day = field(FieldKind::Day(Bounds { min: Some(20_000), max: None }), Value::None, true);
        let mut draft = FieldDraft::begin(&day);
        assert!(draft.read(Lang::En, &day, 36).is_err());
        draft.text = "2026-07-20".into();
        assert_eq!(draft.read(Lang::En, &day, 36), Ok(Value::Day(20_654)));
        draft.text = "2026-7-20".into();
        assert_eq!(draft.read(Lang::En, &day, 36), Ok(Value::Day(20_654)));
        draft.text = "2001-01-01".into();
        assert!(draft.read(Lang::En, &day, 36).is_err());
        let text = field(FieldKind::Text(TextBounds { lines: 1, max_chars: 3 }), Value::None, false);
        let mut draft = FieldDraft::begin(&text);
        draft.text = "四个汉字".into();
        assert!(draft.read(Lang::En, &text, 36).is_err());
    }
}
