//! What a person did on a page, held against the page: no procedure ever gets a value from outside its own forms.
//!
//! Pure. The desk asks it beside the field, the session asks it again before the event is sent, so that a story or a later
//! window cannot pass either.

use std::collections::BTreeSet;

use crate::clean::is_hostile;
use crate::contract::{
    Action, Block, Bounds, Button, Check, Checklist, Decimal, Entry, Field, FieldKind, Form, Key, Page, Press,
    Submission, Table, Value,
};
use crate::{limits, page};

/// What does not fit a page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {wrong}")]
pub struct Problem {
    /// Such as `form.quote.price`, for the author.
    pub path: String,
    /// The field it stands beside, if it is about one.
    pub at: Option<Key>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// Why an action or a value does not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The page has no such form, button, checklist, item, field or row.
    #[error("the page has no such thing")]
    Unknown,
    /// It cannot be used now, in the procedure's own words.
    #[error("closed: {0}")]
    Closed(String),
    /// A field is given twice.
    #[error("given twice")]
    Twice,
    /// A field that must be filled is empty.
    #[error("empty, and it must be filled")]
    Missing,
    /// The value is of another kind or scale.
    #[error("of another kind")]
    Kind,
    /// Below the least, which is told as a value of the field's kind.
    #[error("below the least")]
    Least(Value),
    /// Above the most, which is told as a value of the field's kind.
    #[error("above the most")]
    Most(Value),
    /// More characters than may be typed.
    #[error("longer than {0} characters")]
    Long(u32),
    /// An option the field does not offer, or one ticked twice.
    #[error("not offered")]
    Option,
    /// A household that is not in the roll.
    #[error("a household that is not in the roll")]
    Household,
    /// Evidence without a SHA-256, or too much of it.
    #[error("evidence without a SHA-256")]
    Evidence,
}

impl Wrong {
    /// A stable code, as a story may expect it.
    pub const fn code(&self) -> &'static str {
        match self {
            Wrong::Unknown => "not-on-page",
            Wrong::Closed(_) => "closed",
            Wrong::Twice => "given-twice",
            Wrong::Missing => "missing",
            Wrong::Kind => "wrong-kind",
            Wrong::Least(_) => "too-small",
            Wrong::Most(_) => "too-large",
            Wrong::Long(_) => "too-long",
            Wrong::Option => "not-offered",
            Wrong::Household => "no-household",
            Wrong::Evidence => "bad-evidence",
        }
    }
}

/// Holds any action against the page it was done on; `households` is the length of the roll. A new day fits every page.
pub fn check_action(page: &Page, action: &Action, households: u32) -> Result<(), Problem> {
    match action {
        Action::Submit(submission) => check_submission(page, submission, households),
        Action::Press(press) => check_press(page, press),
        Action::Check(check) => check_finding(page, check),
        Action::Tick(_) => Ok(()),
    }
}

/// Holds a submission against its form: every value of the field's own kind, within its bounds, nothing unknown, nothing
/// twice, nothing missing that must be filled. What is left out is empty.
pub fn check_submission(page: &Page, submission: &Submission, households: u32) -> Result<(), Problem> {
    let path = format!("form.{}", shown(&submission.form));
    let about = |wrong: Wrong| Problem { path: path.clone(), at: None, wrong };
    let form = blocks(page).find_map(|block| match block {
        Block::Form(form) if form.id == submission.form => Some(form),
        _ => None,
    });
    let form: &Form = form.ok_or_else(|| about(Wrong::Unknown))?;
    if let Some(reason) = &form.closed {
        return Err(about(Wrong::Closed(reason.clone())));
    }
    if submission.row.is_some_and(|row| !tables(page).any(|table| row < table.rows)) {
        return Err(about(Wrong::Unknown));
    }
    let at = |id: &Key, wrong: Wrong| Problem { path: format!("{path}.{}", shown(id)), at: Some(id.clone()), wrong };
    let mut seen = BTreeSet::new();
    for Entry { id, value } in &submission.entries {
        let field = form.fields.iter().find(|field| field.id == *id);
        let field = field.ok_or_else(|| Problem { at: None, ..at(id, Wrong::Unknown) })?;
        if !seen.insert(id) {
            return Err(at(id, Wrong::Twice));
        }
        check_value(field, value, households).map_err(|wrong| at(id, wrong))?;
    }
    match form.fields.iter().find(|field| field.required && !seen.contains(&field.id)) {
        Some(field) => Err(at(&field.id, Wrong::Missing)),
        None => Ok(()),
    }
}

/// Holds a value against its field.
pub fn check_value(field: &Field, value: &Value, households: u32) -> Result<(), Wrong> {
    let nothing = match value {
        Value::None => true,
        Value::Text(text) => text.trim().is_empty(),
        Value::Choices(keys) => keys.is_empty(),
        _ => false,
    };
    if nothing && field.required {
        return Err(Wrong::Missing);
    }
    match (&field.kind, value) {
        (_, Value::None) | (FieldKind::Flag, Value::Flag(_)) => Ok(()),
        (FieldKind::Text(bounds), Value::Text(text)) => {
            let most = bounds.max_chars.min(u32::try_from(limits::TEXT).unwrap_or(u32::MAX));
            if text.chars().count() > most as usize {
                Err(Wrong::Long(most))
            } else if text.chars().any(is_hostile) {
                Err(Wrong::Kind)
            } else {
                Ok(())
            }
        }
        (FieldKind::Integer(bounds), Value::Integer(number)) => within(bounds, *number, Value::Integer),
        (FieldKind::Money(bounds), Value::Money(fen)) => within(bounds, *fen, Value::Money),
        (FieldKind::Decimal(bounds), Value::Decimal(decimal)) if decimal.scale == bounds.scale => {
            within(&bounds.limits, decimal.units, |units| Value::Decimal(Decimal { units, scale: bounds.scale }))
        }
        (FieldKind::Day(bounds), Value::Day(day)) => {
            let as_day = |n: i64| Value::Day(i32::try_from(n).unwrap_or(if n < 0 { i32::MIN } else { i32::MAX }));
            within(bounds, i64::from(*day), as_day)
        }
        (FieldKind::Choice(items), Value::Choice(key)) => {
            if items.iter().any(|item| item.id == *key) {
                Ok(())
            } else {
                Err(Wrong::Option)
            }
        }
        (FieldKind::Choices(items), Value::Choices(keys)) => {
            let offered = keys.iter().all(|key| items.iter().any(|item| item.id == *key));
            let once = keys.iter().collect::<BTreeSet<_>>().len() == keys.len();
            if offered && once { Ok(()) } else { Err(Wrong::Option) }
        }
        (FieldKind::Household, Value::Household(household)) => {
            if *household < households {
                Ok(())
            } else {
                Err(Wrong::Household)
            }
        }
        _ => Err(Wrong::Kind),
    }
}

fn within(bounds: &Bounds, number: i64, value: impl Fn(i64) -> Value) -> Result<(), Wrong> {
    if let Some(min) = bounds.min.filter(|min| number < *min) {
        return Err(Wrong::Least(value(min)));
    }
    match bounds.max.filter(|max| number > *max) {
        Some(max) => Err(Wrong::Most(value(max))),
        None => Ok(()),
    }
}

fn check_press(page: &Page, press: &Press) -> Result<(), Problem> {
    let about = |wrong: Wrong| Problem { path: format!("button.{}", shown(&press.button)), at: None, wrong };
    let found: Option<&Button> = match press.row {
        None => {
            let buttons = blocks(page).filter_map(|block| match block {
                Block::Buttons(buttons) => Some(buttons),
                _ => None,
            });
            best(buttons.flatten().filter(|button| button.id == press.button))
        }
        Some(row) => {
            let actions = tables(page).filter(|table| row < table.rows).filter_map(|table| table.row_action.as_ref());
            best(actions.filter(|button| button.id == press.button))
        }
    };
    match found.map(|button| &button.closed) {
        None => Err(about(Wrong::Unknown)),
        Some(Some(reason)) => Err(about(Wrong::Closed(reason.clone()))),
        Some(None) => Ok(()),
    }
}

/// An open one, else any.
fn best<'a>(buttons: impl Iterator<Item = &'a Button>) -> Option<&'a Button> {
    buttons.min_by_key(|button| button.closed.is_some())
}

fn check_finding(page: &Page, check: &Check) -> Result<(), Problem> {
    let path = format!("checklist.{}.{}", shown(&check.checklist), shown(&check.item));
    let about = |wrong: Wrong| Problem { path: path.clone(), at: None, wrong };
    let list = blocks(page).find_map(|block| match block {
        Block::Checklist(list) if list.id == check.checklist => Some(list),
        _ => None,
    });
    let item = list.and_then(|list: &Checklist| list.items.iter().find(|item| item.id == check.item));
    let item = item.ok_or_else(|| about(Wrong::Unknown))?;
    if let Some(reason) = &item.closed {
        return Err(about(Wrong::Closed(reason.clone())));
    }
    if check.measured.is_some() && item.measure.is_none() {
        return Err(about(Wrong::Kind));
    }
    if check.note.chars().count() > limits::MESSAGE {
        return Err(about(Wrong::Long(u32::try_from(limits::MESSAGE).unwrap_or(u32::MAX))));
    }
    let sound = check.evidence.len() <= limits::ITEMS
        && check
            .evidence
            .iter()
            .all(|evidence| page::is_sha256(&evidence.hash) && evidence.caption.chars().count() <= limits::LABEL);
    if sound { Ok(()) } else { Err(about(Wrong::Evidence)) }
}

fn blocks(page: &Page) -> impl Iterator<Item = &Block> {
    page.sections.iter().flat_map(|section| &section.blocks)
}

fn tables(page: &Page) -> impl Iterator<Item = &Table> {
    blocks(page).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// A key for a path; what is none may be of any length and is not repeated.
fn shown(key: &Key) -> &str {
    if crate::contract::is_key(key) { key } else { "?" }
}
