//! Who pays: one door's due, asked for in the hall (我家要出多少), and two versions of a sheet side by side.
//!
//! The room sees door and amount. How a household's weight, relief or compensation came about stays on the desk.

use deliberation::collection::Collection;
use deliberation::cost::CostSheet;
use deliberation::ids::{CollectionNo, SheetNo};
use deliberation::terms::Payers;
use words::figures::payers::{self, Compared, Comparison};
use words::figures::sheet;
use words::rule_words::pick;
use words::{Quantity, t, tf};

use super::Room;
use crate::audience::{Card, ColumnText, CompareCard, CompareGroup, CostRow, DueCard, RowText, TableText};

/// What one door pays by a sheet, found by its row.
pub(super) fn due_card(room: &Room<'_>, number: SheetNo, row: u32) -> Option<Card> {
    let lang = room.lang;
    let record = room.snapshot.facts.sheet(number)?;
    let costs = &record.sheet;
    let row = usize::try_from(row).ok()?;
    let door = costs.doors.get(row)?;
    let due = *costs.due.get(row)?;
    let receives = due.0 < 0;
    let amount = if receives {
        Quantity::Money(amounts::Fen(due.0.saturating_neg())).number(lang)
    } else {
        sheet::due_at(lang, number, costs, row)?.number
    };
    let parts = costs.instalments.iter().enumerate().filter_map(|(place, instalment)| {
        let amount = payers::instalment(lang, number, costs, row, place)?.text;
        Some(CostRow { door: pick(lang, &instalment.label).to_owned(), amount })
    });
    Some(Card::Due(DueCard {
        head: room.head(Some(record.item), t(lang, "payers-my-due"), String::new()),
        door: door.to_string(),
        label: if receives { t(lang, "payers-receives") } else { t(lang, "payers-pays") },
        amount,
        unit: t(lang, "room-yuan"),
        rule: pick(lang, &costs.rule).to_owned(),
        notes: notes(room, number, costs, row),
        parts: parts.collect(),
    }))
}

/// The total and among how many; what those who agree pay.
fn notes(room: &Room<'_>, number: SheetNo, costs: &CostSheet, row: usize) -> Vec<String> {
    let lang = room.lang;
    let facts = &room.snapshot.facts;
    let total = sheet::due(lang, number, costs).text;
    let households = sheet::households(lang, number, costs).text;
    let mut notes = vec![tf(lang, "payers-shared", &[("total", &total), ("households", &households)])];
    let Some(door) = costs.doors.get(row) else { return notes };
    match collection_of(facts, number) {
        Some((collection, entry)) if entry.payers == Payers::Agreed => {
            if let Some(standing) = payers::standing(facts, entry) {
                let households = payers::pledges(lang, collection, &standing).text;
                let mine = payers::pledged_at(lang, collection, &standing, door);
                notes.push(match mine {
                    Some(mine) => tf(lang, "payers-now", &[("households", &households), ("amount", &mine.text)]),
                    None => tf(lang, "payers-now-without", &[("households", &households)]),
                });
            }
        }
        _ if pays_if_agreed(room, number) => notes.push(t(lang, "payers-agreed-rule")),
        _ => {}
    }
    notes
}

/// The collection of a sheet, unless its vote was opened again.
fn collection_of(facts: &deliberation::Facts, number: SheetNo) -> Option<(CollectionNo, &Collection)> {
    let place = facts.collections.iter().position(|entry| entry.sheet == number && !entry.withdrawn)?;
    Some((CollectionNo::at(place), facts.collections.get(place)?.as_ref()))
}

/// Whether the last motion that carries the sheet has those pay who agree.
pub(super) fn pays_if_agreed(room: &Room<'_>, number: SheetNo) -> bool {
    let motions = &room.snapshot.facts.motions;
    let motion = motions.iter().rfind(|motion| motion.sheet == Some(number));
    motion.is_some_and(|motion| motion.terms.payers == Payers::Agreed)
}

/// Two versions of a sheet.
pub(super) fn compare_card(room: &Room<'_>, before: SheetNo, after: SheetNo) -> Option<Card> {
    let lang = room.lang;
    let facts = &room.snapshot.facts;
    let comparison = Comparison::of(facts, before, after)?;
    let rule = |number| Some(pick(lang, &facts.sheet(number)?.sheet.rule).to_owned());
    let group = |what: &str, households: Compared, sum: Option<Compared>| CompareGroup {
        what: t(lang, what),
        households: comparison.figure(lang, households).text,
        sum: sum
            .map(|sum| tf(lang, "payers-together", &[("amount", &comparison.figure(lang, sum).text)]))
            .unwrap_or_default(),
    };
    let amount = |amount: Option<amounts::Fen>| match amount {
        Some(fen) => Quantity::Money(fen).number(lang),
        None => "—".to_owned(),
    };
    let rows = comparison.changes.iter().map(|change| {
        let by = signed(comparison.by(lang, change).number, change.by());
        RowText {
            cells: vec![change.door.to_string(), amount(change.before), amount(change.after), by],
            ..RowText::default()
        }
    });
    let column = |key: &str, number: bool| ColumnText { label: t(lang, key), number };
    Some(Card::Compare(CompareCard {
        head: room.head(facts.sheet(after).map(|record| record.item), t(lang, "payers-compare"), String::new()),
        before: tf(lang, "payers-before", &[("rule", &rule(before)?)]),
        after: tf(lang, "payers-after", &[("rule", &rule(after)?)]),
        groups: vec![
            group("payers-lower", Compared::Lower, Some(Compared::Saved)),
            group("payers-higher", Compared::Higher, Some(Compared::Added)),
            group("payers-same", Compared::Same, None),
        ],
        rows: TableText {
            columns: vec![
                column("payers-column-door", false),
                column("payers-column-before", true),
                column("payers-column-after", true),
                column("payers-column-by", true),
            ],
            rows: rows.collect(),
            ..TableText::default()
        },
    }))
}

/// With a plus where it is more.
fn signed(number: String, by: amounts::Fen) -> String {
    if by.0 > 0 { format!("+{number}") } else { number }
}
