//! Who pays how much: total, what is taken off, the rule in one sentence, examples and the whole list by door.

use std::collections::BTreeMap;

use amounts::Fen;
use deliberation::ids::{SheetNo, UnitIx};
use words::figure::Quantity;
use words::figures::sheet;
use words::rule_words::pick;
use words::{t, tf};

use super::Room;
use crate::audience::{Card, CostCard, CostExample, CostRow, FigureText, Tone};

/// Distinct amounts shown as examples; a sheet with more of them is looked up in the list.
const EXAMPLES: usize = 3;

pub(super) fn card(room: &Room<'_>, number: SheetNo) -> Option<Card> {
    let lang = room.lang;
    let record = room.snapshot.facts.sheet(number)?;
    let bill = &record.sheet;
    let unit = t(lang, "room-yuan");
    let term = |label: String, value: String| FigureText {
        label,
        value,
        unit: unit.clone(),
        note: String::new(),
        tone: Tone::Neutral,
    };
    let households = sheet::households(lang, number, bill).text;
    let terms = vec![
        term(t(lang, "room-total"), sheet::total(lang, number, bill).number),
        term(t(lang, "room-subsidy"), sheet::funding(lang, number, bill).number),
        term(tf(lang, "room-shared-by", &[("households", &households)]), sheet::due(lang, number, bill).number),
    ];
    let list = bill.doors.iter().enumerate().filter_map(|(row, door)| {
        let amount = sheet::due_at(lang, number, bill, row)?.number;
        Some(CostRow { door: door.to_string(), amount })
    });
    Some(Card::Cost(CostCard {
        head: room.head(Some(record.item), t(lang, "room-cost"), String::new()),
        terms,
        rule: rule_text(room, number, bill),
        examples: examples(room, bill),
        list: list.collect(),
    }))
}

/// The rule for people, and that only those pay who agree where that is so.
fn rule_text(room: &Room<'_>, number: SheetNo, bill: &deliberation::cost::CostSheet) -> String {
    let rule = pick(room.lang, &bill.rule);
    if !super::payers::pays_if_agreed(room, number) {
        return rule.to_owned();
    }
    format!("{rule}\n{}", t(room.lang, "payers-agreed-rule"))
}

/// The distinct amounts, largest first, each with how many households pay it and one of them.
fn examples(room: &Room<'_>, bill: &deliberation::cost::CostSheet) -> Vec<CostExample> {
    let lang = room.lang;
    let mut groups: BTreeMap<Fen, Vec<usize>> = BTreeMap::new();
    for (row, due) in bill.due.iter().enumerate() {
        groups.entry(*due).or_default().push(row);
    }
    let groups = groups.into_iter().rev().take(EXAMPLES);
    groups
        .map(|(due, rows)| {
            let count = Quantity::households(rows.len()).text(lang);
            let who = match stairs(room, bill, &rows) {
                Some(stairs) => tf(lang, "room-stairs", &[("stairs", &stairs), ("households", &count)]),
                None => count,
            };
            let example = rows.first().and_then(|row| bill.doors.get(*row));
            CostExample {
                who,
                example: example.map(|door| tf(lang, "room-such-as", &[("door", door.as_str())])).unwrap_or_default(),
                amount: Quantity::Money(due).number(lang),
                unit: t(lang, "room-yuan-each"),
            }
        })
        .collect()
}

/// The stairs a group of households is, if it is exactly whole ones of one building: "一、二"; `None` otherwise.
fn stairs(room: &Room<'_>, bill: &deliberation::cost::CostSheet, rows: &[usize]) -> Option<String> {
    let roll = &room.snapshot.facts.roll;
    let place = |row: usize| {
        let unit = roll.find(bill.doors.get(row)?).and_then(|unit: UnitIx| roll.unit(unit))?;
        (!unit.stair.is_empty()).then(|| (unit.building.clone(), unit.stair.clone()))
    };
    let mine: Vec<(String, String)> = rows.iter().map(|row| place(*row)).collect::<Option<_>>()?;
    let building = mine.first()?.0.clone();
    let mut named: Vec<String> = mine.iter().map(|(_, stair)| stair.clone()).collect();
    named.dedup();
    let whole = (0..bill.doors.len())
        .filter(|row| place(*row).is_some_and(|(b, stair)| b == building && named.contains(&stair)))
        .count();
    if whole != rows.len() || mine.iter().any(|(b, _)| *b != building) {
        return None;
    }
    let words = named.iter().map(|stair| match (room.lang, stair.parse::<u32>()) {
        (words::Lang::ZhCn, Ok(n)) => words::numeral::hanzi(n),
        _ => stair.clone(),
    });
    Some(words.collect::<Vec<_>>().join(&t(room.lang, "room-stair-join")))
}
