//! What comes of a procedure as text, for the author's console and for whoever runs it without a meeting.

use std::fmt::Write as _;

use amounts::Fen;
use deliberation::{Day, Door};
use procedure::contract::{Candidate, Conclusion, CostSheet, Duty, Fault, Household, Material};
use session::page_text::value_text;
use words::moment::paper_day_long;
use words::{Lang, t, tf};

use super::show;

/// The conclusion: its sentences, each material with its amounts and days, and what it hands on.
pub(super) fn text(lang: Lang, conclusion: &Conclusion, doors: &[Door]) -> String {
    let mut text = String::new();
    // Writing to a text does not fail, here and below.
    let _ = writeln!(text, "{}", conclusion.summary);
    for sentence in &conclusion.minutes {
        let _ = writeln!(text, "{sentence}");
    }
    for material in &conclusion.materials {
        let told = match material {
            Material::Sheet(sheet) => show::sheet(lang, sheet, doors),
            Material::CostSheet(sheet) => cost_sheet(lang, sheet, doors),
            Material::Candidates(candidates) => candidates.iter().map(candidate).collect(),
            Material::Duties(duties) => duties.iter().map(|duty| duty_line(lang, duty)).collect(),
        };
        if !told.is_empty() {
            let _ = write!(text, "\n{told}");
        }
    }
    if !conclusion.carry.is_empty() {
        let _ = writeln!(text, "\n{}", t(lang, "plugin-show-carry"));
    }
    for entry in &conclusion.carry {
        let (value, unit) = value_text(lang, doors, &entry.value);
        let _ = writeln!(text, "  {} = {value}{unit}", entry.id);
    }
    text
}

/// A refusal in its own words, with the code and the place a case names it by.
pub(super) fn refusal(lang: Lang, fault: &Fault, doors: &[Door]) -> String {
    let door = |household: Household| doors.get(usize::try_from(household).ok()?).map(ToString::to_string);
    let sentence = fault.sentence(door);
    let Some(at) = fault.household().and_then(door).or_else(|| fault.at.clone()) else {
        return tf(lang, "plugin-show-refused", &[("sentence", &sentence), ("code", &fault.code)]);
    };
    tf(lang, "plugin-show-refused-at", &[("sentence", &sentence), ("code", &fault.code), ("at", &at)])
}

fn candidate(candidate: &Candidate) -> String {
    let amount = candidate.amount.map(|amount| Fen(amount).to_string()).unwrap_or_default();
    let excluded = candidate.excluded.as_ref().map(|why| format!("✗ {why}")).unwrap_or_default();
    line(&[&candidate.title, &amount, &candidate.note, &excluded])
}

fn duty_line(lang: Lang, duty: &Duty) -> String {
    let due = duty.due.map(|due| due_text(lang, due)).unwrap_or_default();
    line(&[&duty.text, &duty.responsible, &due])
}

fn due_text(lang: Lang, due: i32) -> String {
    tf(lang, "plugin-show-due", &[("day", &paper_day_long(lang, Day(due)))])
}

/// What there is of these, side by side.
fn line(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    format!("{}\n", parts.join("\t"))
}

fn cost_sheet(lang: Lang, sheet: &CostSheet, doors: &[Door]) -> String {
    let door = |household: &Household| {
        let door = usize::try_from(*household).ok().and_then(|row| doors.get(row));
        door.map(ToString::to_string).unwrap_or_default()
    };
    let mut text = String::new();
    let _ = writeln!(text, "{}", sheet.title);
    for (household, due) in sheet.households.iter().zip(&sheet.due) {
        let _ = writeln!(text, "{}\t{}", door(household), Fen(*due));
    }
    let total = Fen(sum(&sheet.due));
    let _ = writeln!(text, "{}\t{total}", t(lang, "headless-total"));
    for funding in &sheet.funding {
        let _ = writeln!(text, "{}\t{}", funding.label, Fen(funding.amount));
    }
    if sheet.surplus != 0 {
        let _ = writeln!(text, "{}\t{}", t(lang, "headless-surplus"), Fen(sheet.surplus));
    }
    for instalment in &sheet.instalments {
        let due = instalment.due.map(|due| due_text(lang, due)).unwrap_or_default();
        text.push_str(&line(&[&instalment.label, &Fen(sum(&instalment.amounts)).to_string(), &due]));
    }
    text
}

fn sum(amounts: &[i64]) -> i64 {
    amounts.iter().fold(0, |sum, amount| sum.saturating_add(*amount))
}
