//! From an action of the page to a deed on the work.

use fangzhuo_sdk::outcome::{Action, Check, Event, Submission};
use fangzhuo_sdk::ui;

use crate::item::{BASIS_CHARS, Finding, Found, Item, Kind, Limit, List, Photo, UNIT_CHARS};
use crate::refusal::Refusal;
use crate::satisfaction::Grade;
use crate::work::{self, LINE_CHARS, Planned, Work};

/// Forms, by the keys the page gives them.
pub(crate) mod key {
    pub(crate) const ITEM: &str = "item";
    pub(crate) const CRITERION: &str = "criterion";
    pub(crate) const ANSWER: &str = "answer";
    pub(crate) const SLIPS: &str = "slips";
    pub(crate) const CLOSING: &str = "closing";
}

/// Decimals of numbers typed on the page.
pub(crate) const TYPED_SCALE: u8 = 2;
const MOST_SLIPS: i64 = 1_000_000;

/// What the event makes of the work; an error leaves it to the caller to keep the old one.
pub(crate) fn done(work: &mut Work, event: &Event) -> Result<(), Refusal> {
    match &event.action {
        Action::Check(check) => checked(work, check),
        Action::Submit(form) => submitted(work, form),
        // Nothing here ages.
        Action::Tick(_) => Ok(()),
        Action::Press(_) => Err(Refusal::UnknownDeed),
    }
}

fn checked(work: &mut Work, check: &Check) -> Result<(), Refusal> {
    let photo = |evidence: &fangzhuo_sdk::values::Evidence| Photo {
        hash: evidence.hash.clone(),
        caption: evidence.caption.clone(),
    };
    let found = Found {
        finding: match check.finding {
            ui::Finding::Open => Finding::Open,
            ui::Finding::Met => Finding::Met,
            ui::Finding::Failed => Finding::Failed,
            ui::Finding::NotApplicable => Finding::NotApplicable,
        },
        measured: check.measured,
        note: check.note.clone(),
        evidence: check.evidence.iter().map(photo).collect(),
    };
    work.find(&check.checklist, &check.item, found)
}

fn submitted(work: &mut Work, form: &Submission) -> Result<(), Refusal> {
    match form.form.as_str() {
        key::ITEM => {
            let (quantity, tolerance) = (typed(form, "quantity")?, typed(form, "tolerance")?);
            // Whole pieces without a tolerance are counted, not measured to the hundredth.
            let counted = tolerance.is_none() && quantity.is_none_or(|units| units % 100 == 0);
            let (scale, quantity) =
                if counted { (0, quantity.map(|units| units / 100)) } else { (TYPED_SCALE, quantity) };
            let (unit, basis) = (short(form, "unit", UNIT_CHARS)?, short(form, "basis", BASIS_CHARS)?);
            let planned = Planned { label: form.text("item"), unit, scale, quantity, tolerance, basis };
            work.add(List::Plan, planned.item()?)
        }
        key::CRITERION => {
            let limit = typed(form, "limit")?;
            let limit = limit.map(|limit| match form.choice("direction") {
                Some("at-most") => Limit::AtMost(limit),
                _ => Limit::AtLeast(limit),
            });
            let (unit, basis) =
                (short(form, "unit", UNIT_CHARS)?.to_owned(), short(form, "basis", BASIS_CHARS)?.to_owned());
            let label = work::label(form.text("item"))?;
            let kind = if form.flag("veto") { Kind::Veto } else { Kind::Counts };
            if kind == Kind::Veto && basis.is_empty() {
                return Err(Refusal::VetoWithoutBasis);
            }
            let weight = u32::from(kind == Kind::Counts);
            let (scale, local) = (TYPED_SCALE, Vec::new());
            let item = Item { label, unit, scale, limit, kind, weight, basis, local };
            work.add(List::Criteria, item)
        }
        key::ANSWER => {
            let household = form.household("household").ok_or(Refusal::NoHousehold)?;
            work.answer(household, form.choice("grade").and_then(Grade::of).ok_or(Refusal::NoGrade)?);
            Ok(())
        }
        key::SLIPS => {
            for (slips, grade) in work.answers.slips.iter_mut().zip(Grade::ALL) {
                let number = form.integer(grade.key()).unwrap_or(0);
                let number = Some(number).filter(|number| *number <= MOST_SLIPS).and_then(|n| u32::try_from(n).ok());
                *slips = number.ok_or(Refusal::Slips)?;
            }
            Ok(())
        }
        key::CLOSING => {
            short(form, "reason", LINE_CHARS)?.clone_into(&mut work.reason);
            short(form, "responsible", LINE_CHARS)?.clone_into(&mut work.responsible);
            work.due = form.day("due");
            Ok(())
        }
        _ => Err(Refusal::UnknownDeed),
    }
}

/// A number of a field with two decimals.
fn typed(form: &Submission, id: &str) -> Result<Option<i64>, Refusal> {
    match form.decimal(id) {
        None => Ok(None),
        Some(decimal) if decimal.scale == TYPED_SCALE => Ok(Some(decimal.units)),
        Some(_) => Err(Refusal::Number),
    }
}

/// A line of at most so many characters; the page allows no more.
fn short<'a>(form: &'a Submission, id: &str, most: u32) -> Result<&'a str, Refusal> {
    let text = form.text(id);
    if text.chars().count() > most as usize { Err(Refusal::UnknownDeed) } else { Ok(text) }
}
