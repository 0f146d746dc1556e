//! The materials of a conclusion as the journal keeps them: every text in both languages, doors instead of row numbers,
//! people instead of names, and the cells of private columns apart.

use amounts::Fen;
use deliberation::ids::PersonId;
use deliberation::material::{Candidate, Carried, Cells, Column, Duty, Materials, Responsible, Table, Value};
use deliberation::rule::Bilingual;
use deliberation::{Day, Door};
use procedure::Concluded;
use procedure::contract::{self, Material};

use super::hidden::{Hidden, HiddenColumn};
use crate::snapshot::Snapshot;

/// The materials beside the cost sheets; the private cells of their tables, if there are any.
pub(crate) fn materials(concluded: &Concluded, doors: &[Door], snapshot: &Snapshot) -> (Materials, Option<Hidden>) {
    let mut found = Materials::default();
    let mut hidden = Hidden::default();
    for pair in concluded.zh_cn.materials.iter().zip(&concluded.en.materials) {
        match pair {
            (Material::Sheet(zh), Material::Sheet(en)) => found.tables.push(table(zh, en, doors, &mut hidden)),
            (Material::Candidates(zh), Material::Candidates(en)) => {
                found.candidates.extend(zh.iter().zip(en).map(|(zh, en)| candidate(zh, en)));
            }
            (Material::Duties(zh), Material::Duties(en)) => {
                found.duties.extend(zh.iter().zip(en).map(|(zh, en)| duty(zh, en, snapshot)));
            }
            // Cost sheets have a place of their own; the host refuses conclusions whose lists differ.
            _ => {}
        }
    }
    let carry = concluded.zh_cn.carry.iter().zip(&concluded.en.carry);
    let carry = carry.map(|(zh, en)| Carried { id: zh.id.clone(), value: value(&zh.value, &en.value, doors) });
    found.carry = carry.collect();
    (found, (!hidden.columns.is_empty()).then_some(hidden))
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

fn table(zh: &contract::Sheet, en: &contract::Sheet, doors: &[Door], hidden: &mut Hidden) -> Table {
    let columns = zh.columns.iter().zip(&en.columns).map(|(zh_column, en_column)| {
        let column = column(zh_column, en_column, doors);
        if !column.private {
            return column;
        }
        let label = column.label.clone();
        let id = column.id.clone();
        hidden.columns.push(HiddenColumn { table: zh.id.clone(), column });
        Column { id, label, private: true, cells: Cells::Sealed, empty: Vec::new(), total: None }
    });
    Table { id: zh.id.clone(), title: both(&zh.title, &en.title), rows: zh.rows, columns: columns.collect() }
}

fn column(zh: &contract::Column, en: &contract::Column, doors: &[Door]) -> Column {
    let total = match (&zh.total, &en.total) {
        (Some(zh), Some(en)) => Some(value(zh, en, doors)),
        _ => None,
    };
    Column {
        id: zh.id.clone(),
        label: both(&zh.label, &en.label),
        private: zh.private,
        cells: cells(&zh.data.cells, &en.data.cells, doors),
        empty: zh.data.empty.clone(),
        total,
    }
}

fn cells(zh: &contract::Cells, en: &contract::Cells, doors: &[Door]) -> Cells {
    match zh {
        contract::Cells::Text(zh) => {
            let en = match en {
                contract::Cells::Text(en) if en != zh => en.clone(),
                _ => Vec::new(),
            };
            Cells::Text { zh: zh.clone(), en }
        }
        contract::Cells::Flag(cells) => Cells::Flag(cells.clone()),
        contract::Cells::Integer(cells) => Cells::Integer(cells.clone()),
        contract::Cells::Money(cells) => Cells::Money(cells.iter().copied().map(Fen).collect()),
        contract::Cells::Decimal(cells) => Cells::Decimal { scale: cells.scale, units: cells.units.clone() },
        contract::Cells::Day(cells) => Cells::Day(cells.iter().copied().map(Day).collect()),
        contract::Cells::Choice(cells) => Cells::Choice(cells.clone()),
        contract::Cells::Household(cells) => Cells::Door(cells.iter().map(|row| door(doors, *row)).collect()),
    }
}

/// The door of a household; the host has checked that there is one, except in cells without a value.
fn door(doors: &[Door], household: u32) -> Door {
    doors.get(household as usize).cloned().unwrap_or_else(|| Door::new(""))
}

fn value(zh: &contract::Value, en: &contract::Value, doors: &[Door]) -> Value {
    match zh {
        contract::Value::None => Value::None,
        contract::Value::Text(zh) => Value::Text(match en {
            contract::Value::Text(en) => both(zh, en),
            _ => both(zh, zh),
        }),
        contract::Value::Flag(flag) => Value::Flag(*flag),
        contract::Value::Integer(number) => Value::Integer(*number),
        contract::Value::Money(fen) => Value::Money(Fen(*fen)),
        contract::Value::Decimal(decimal) => Value::Decimal { units: decimal.units, scale: decimal.scale },
        contract::Value::Day(day) => Value::Day(Day(*day)),
        contract::Value::Choice(key) => Value::Choice(key.clone()),
        contract::Value::Choices(keys) => Value::Choices(keys.clone()),
        contract::Value::Household(household) => Value::Door(door(doors, *household)),
    }
}

fn candidate(zh: &contract::Candidate, en: &contract::Candidate) -> Candidate {
    let excluded = match (&zh.excluded, &en.excluded) {
        (Some(zh), Some(en)) => Some(both(zh, en)),
        _ => None,
    };
    Candidate {
        id: zh.id.clone(),
        title: both(&zh.title, &en.title),
        note: both(&zh.note, &en.note),
        amount: zh.amount.map(Fen),
        excluded,
    }
}

fn duty(zh: &contract::Duty, en: &contract::Duty, snapshot: &Snapshot) -> Duty {
    let responsible = match named(snapshot, &zh.responsible) {
        Some(person) => Responsible::Person(person),
        None => Responsible::Words(both(&zh.responsible, &en.responsible)),
    };
    Duty { text: both(&zh.text, &en.text), responsible, due: zh.due.map(Day) }
}

/// Whom a text names: `p` and a number, a door, or the whole name of exactly one person of the file.
fn named(snapshot: &Snapshot, text: &str) -> Option<PersonId> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let facts = &snapshot.facts;
    let number = text.strip_prefix('p').and_then(|number| number.parse().ok()).map(PersonId);
    if let Some(person) = number.filter(|person| facts.people.contains_key(person)) {
        return Some(person);
    }
    if let Some(voter) = facts.roll.voter(&Door::new(text)) {
        return Some(voter);
    }
    // Somebody known to be the same as another goes by the other's number.
    let people = facts.people.iter().filter(|(_, person)| person.merged_into.is_none());
    let mut found = people.filter(|(person, _)| snapshot.name(**person) == text).map(|(person, _)| *person);
    match (found.next(), found.next()) {
        (Some(person), None) => Some(person),
        _ => None,
    }
}
