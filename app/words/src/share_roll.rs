//! The share roll (分摊清册) of a cost sheet, with what its collection knows so far.
//!
//! On paper owners stand with their family name alone, and nobody who did not agree is said to owe anything.

use deliberation::Facts;
use deliberation::collection::{Account, Answer, Collection};
use deliberation::cost::CostSheet;
use deliberation::ids::SheetNo;
use deliberation::rule::BindingLevel;
use deliberation::verdict::Outcome;

use crate::document::{MetaLine, ShareRoll, ShareRow};
use crate::figure::{Quantity, close_up};
use crate::figures::sheet;
use crate::locale::{Lang, t, tf};
use crate::minutes::minutes_title;
use crate::moment::{Zone, paper_date};
use crate::names::{Names, masked};
use crate::rule_words::pick;
use crate::speaking::answer_word;

/// The share roll of a sheet; `None` for a sheet that is not there.
pub fn share_roll(lang: Lang, facts: &Facts, names: &dyn Names, number: SheetNo) -> Option<ShareRoll> {
    let sheet = &facts.sheet(number)?.sheet;
    let collection = facts.collections.iter().find(|collection| collection.sheet == number).map(AsRef::as_ref);
    let title = pick(lang, &sheet.title);
    // A sheet called "费用分摊" gives "费用分摊清册", not "费用分摊分摊清册".
    let title = title.strip_suffix(&*t(lang, "share-roll-title-tail")).unwrap_or(title).trim_end();
    let basis = Basis::of(facts, sheet);
    let asked = |row: &usize| {
        let account = sheet.doors.get(*row).and_then(|door| collection?.account(door));
        account.is_none_or(|account| collection.is_none_or(|collection| collection.asks(account)))
    };
    let rows = (0..sheet.doors.len())
        .filter(asked)
        .filter_map(|row| share_row(lang, facts, names, sheet, collection, basis, row));
    Some(ShareRoll {
        title: tf(lang, "share-roll-title", &[("title", title)]),
        facts: facts_of(lang, facts, number, sheet),
        rows: rows.collect(),
        notes: notes(lang, facts, sheet, collection),
        lang,
    })
}

fn facts_of(lang: Lang, facts: &Facts, number: SheetNo, sheet: &CostSheet) -> Vec<MetaLine> {
    let mut lines = Vec::new();
    let mut add = |label: String, text: &str| {
        if !text.trim().is_empty() {
            lines.push(MetaLine { label, text: close_up(lang, text) });
        }
    };
    add(t(lang, "share-roll-fact-project"), pick(lang, &sheet.title));
    add(t(lang, "share-roll-fact-gross"), sheet::total(lang, number, sheet).paper());
    let funding: Vec<String> = sheet
        .funding
        .iter()
        .map(|funding| {
            let amount = Quantity::Money(funding.amount).paper(lang);
            tf(lang, "share-roll-funding", &[("label", pick(lang, &funding.label)), ("amount", &amount)])
        })
        .collect();
    add(t(lang, "share-roll-fact-funding"), &funding.join(&t(lang, "list-comma")));
    let due = sheet::due(lang, number, sheet);
    let settled = facts.collections.iter().find(|entry| entry.sheet == number && entry.settled.is_some());
    let households = match settled {
        Some(entry) => Quantity::households(entry.asked()).paper(lang),
        None => sheet::households(lang, number, sheet).paper,
    };
    let net = tf(lang, "share-roll-net", &[("amount", due.paper()), ("households", &households)]);
    add(t(lang, "share-roll-fact-net"), &net);
    add(t(lang, "share-roll-fact-rule"), pick(lang, &sheet.rule));
    let adopted = adopted(lang, facts, number);
    add(t(lang, "share-roll-fact-source"), adopted.as_deref().unwrap_or(pick(lang, &sheet.source)));
    lines
}

/// "水产宿舍第14次小方桌会议表决通过，2026年7月18日": the vote that adopted the sheet.
pub(crate) fn adopted(lang: Lang, facts: &Facts, number: SheetNo) -> Option<String> {
    let vote = facts.votes.iter().rfind(|vote| {
        vote.closed.is_some()
            && vote.verdict().outcome == Outcome::Passed
            && facts.motion(vote.motion).is_some_and(|motion| motion.sheet == Some(number))
    })?;
    let title = minutes_title(lang, facts.meeting(vote.meeting)?);
    let meeting = title.strip_suffix("纪要").or_else(|| title.strip_prefix("Minutes of ")).unwrap_or(&title);
    let date = paper_date(lang, &Zone::of(&facts.file), vote.closed?.at);
    Some(tf(lang, "share-roll-adopted", &[("meeting", meeting), ("date", &date)]))
}

/// What the weights of a sheet are, as far as the roll tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Basis {
    /// All the same: a household is a household.
    Household,
    /// The areas of the roll in 0.01 m².
    Area,
    /// The residents of the roll.
    Residents,
    /// Anything else stands in the column of coefficients.
    Other,
}

impl Basis {
    fn of(facts: &Facts, sheet: &CostSheet) -> Basis {
        let weights = || sheet.doors.iter().zip(&sheet.weights);
        let area = |door| facts.roll.unit(facts.roll.find(door)?)?.area.and_then(|area| u64::try_from(area.0).ok());
        let residents = |door| facts.roll.residents(facts.roll.find(door)?).map(u64::from);
        if sheet.weights.windows(2).all(|pair| pair[0] == pair[1]) {
            Basis::Household
        } else if weights().all(|(door, weight)| area(door) == Some(*weight)) {
            Basis::Area
        } else if weights().all(|(door, weight)| residents(door) == Some(*weight)) {
            Basis::Residents
        } else {
            Basis::Other
        }
    }
}

fn share_row(
    lang: Lang,
    facts: &Facts,
    names: &dyn Names,
    sheet: &CostSheet,
    collection: Option<&Collection>,
    basis: Basis,
    row: usize,
) -> Option<ShareRow> {
    let door = sheet.doors.get(row)?;
    let unit = facts.roll.find(door);
    let account = collection.and_then(|collection| collection.account(door));
    let settled = collection.is_some_and(|collection| collection.settled.is_some());
    let owner = unit.and_then(|unit| facts.roll.ownership(unit)).and_then(|owners| names.person(owners.voter));
    let (basis_text, weight) = match basis {
        Basis::Household => (Quantity::Households(1).paper(lang), String::new()),
        Basis::Area => (
            Quantity::Area(unit.and_then(|unit| facts.roll.unit(unit)).and_then(|unit| unit.area)).text(lang),
            String::new(),
        ),
        Basis::Residents => {
            let residents = unit.and_then(|unit| facts.roll.residents(unit)).unwrap_or_default();
            (Quantity::Heads(i64::from(residents)).paper(lang), String::new())
        }
        Basis::Other => (String::new(), sheet.weights.get(row).map(u64::to_string).unwrap_or_default()),
    };
    Some(ShareRow {
        door: door.to_string(),
        owner: owner.map_or_else(|| t(lang, "name-erased"), |name| masked(&name)),
        basis: basis_text,
        weight,
        // Where those who agreed pay, their settled shares stand in the place of the sheet's.
        due: if settled { account?.due } else { *sheet.due.get(row)? },
        relief: if settled { amounts::Fen::default() } else { sheet.reliefs.get(row).copied().unwrap_or_default() },
        paid: account.filter(|account| !account.payments.is_empty()).map(Account::paid),
        agreed: account
            .filter(|account| account.answer != Answer::NotReached)
            .map(|account| answer_word(lang, account.answer))
            .unwrap_or_default(),
        paid_on: account
            .and_then(|account| account.payments.last())
            .map(|payment| paper_date(lang, &Zone::of(&facts.file), payment.at))
            .unwrap_or_default(),
    })
}

fn notes(lang: Lang, facts: &Facts, sheet: &CostSheet, collection: Option<&Collection>) -> Vec<String> {
    let mut notes = Vec::new();
    let level = collection.and_then(|collection| facts.vote(collection.vote)).map(|vote| vote.rule.level);
    if level == Some(BindingLevel::Deliberation) {
        notes.push(t(lang, "share-roll-note-deliberation"));
    }
    if sheet.surplus.0 > 0 {
        let amount = Quantity::Money(sheet.surplus).text(lang);
        notes.push(close_up(lang, &tf(lang, "share-roll-note-surplus", &[("amount", &amount)])));
    }
    notes.push(t(lang, "share-roll-note-names"));
    notes
}

#[cfg(test)]
mod tests {
    use amounts::Fen;

    use super::*;
    use crate::story::Story;

    #[test]
    fn the_roll_shows_shares_answers_and_payments_with_shortened_names() {
        let story = Story::told();
        let roll = share_roll(Lang::ZhCn, &story.state.facts, &story.names, SheetNo(1)).unwrap();
        assert_eq!(roll.title, "化粪池清掏费分摊清册");
        let facts: Vec<String> = roll.facts.iter().map(|line| format!("{}:{}", line.label, line.text)).collect();
        assert_eq!(
            facts,
            [
                "项目:化粪池清掏费",
                "总额:1,650.00元",
                "实分:1,650.00元，7户",
                "办法:按户平均分摊",
                "依据:水产宿舍第14次小方桌会议表决通过，2026年7月18日",
            ]
        );
        let first = &roll.rows[0];
        assert_eq!((first.owner.as_str(), first.basis.as_str(), first.agreed.as_str()), ("史**", "1户", "同意"));
        assert_eq!((first.due, first.paid, first.paid_on.as_str()), (Fen(23_572), Some(Fen(23_572)), "2026年7月19日"));
        let second = &roll.rows[1];
        assert_eq!((second.paid, second.agreed.as_str(), second.paid_on.as_str()), (None, "", ""));
        assert_eq!(roll.totals().unwrap().due, Fen(165_000));
        assert!(roll.notes[0].contains("协商意见") && !roll.notes.concat().contains("欠"));
        let english = share_roll(Lang::En, &story.state.facts, &story.names, SheetNo(1)).unwrap();
        assert_eq!(english.rows[0].basis, "1 household");
        assert!(share_roll(Lang::En, &story.state.facts, &story.names, SheetNo(9)).is_none());
    }

    #[test]
    fn the_basis_is_read_off_the_weights_where_the_roll_knows_them() {
        let story = Story::told();
        let facts = &story.state.facts;
        let mut sheet = facts.sheets[0].sheet.clone();
        sheet.weights = sheet
            .doors
            .iter()
            .map(|door| {
                let unit = facts.roll.unit(facts.roll.find(door).unwrap()).unwrap();
                u64::try_from(unit.area.unwrap().0).unwrap()
            })
            .collect();
        let of = |sheet: &CostSheet| Basis::of(facts, sheet);
        assert!(of(&sheet) == Basis::Area);
        sheet.weights[3] += 1;
        assert!(of(&sheet) == Basis::Other);
    }
}
