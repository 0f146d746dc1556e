//! Checklists: items with a rule they rest on, a measure and its limit, and what was found.

use crate::outcome::Check;
use crate::ui::{CheckItem, Checklist, Finding, Measure};

/// A checklist of these items.
pub fn checklist(id: &str, title: &str, items: Vec<CheckItem>) -> Checklist {
    Checklist { id: id.to_owned(), title: title.to_owned(), items }
}

/// An item nobody has looked at yet; `basis` is the rule or measurement it rests on, with place and date where it is local.
pub fn check_item(id: &str, label: &str, basis: &str) -> CheckItem {
    CheckItem {
        id: id.to_owned(),
        label: label.to_owned(),
        basis: basis.to_owned(),
        finding: Finding::Open,
        measure: None,
        veto: false,
        evidence_required: false,
        evidence: Vec::new(),
        note: String::new(),
        closed: None,
    }
}

/// Where a checklist stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A veto item failed: the proposal stops here, whatever else is open.
    Vetoed,
    /// Something is still to be looked at (待查), which is never a pass.
    Open,
    /// Everything was looked at and something without veto failed.
    Failed,
    /// Everything was looked at and nothing failed.
    Passed,
}

impl CheckItem {
    /// Failing it stops the proposal.
    pub fn veto(self) -> CheckItem {
        CheckItem { veto: true, ..self }
    }

    /// It takes a photo or a file.
    pub fn needs_evidence(self) -> CheckItem {
        CheckItem { evidence_required: true, ..self }
    }

    /// To be measured, in 10^-scale of the unit, and at least so much.
    pub fn at_least(self, limit: i64, scale: u8, unit: &str) -> CheckItem {
        self.measured(Some(limit), scale, unit, true)
    }

    /// To be measured, in 10^-scale of the unit, and at most so much.
    pub fn at_most(self, limit: i64, scale: u8, unit: &str) -> CheckItem {
        self.measured(Some(limit), scale, unit, false)
    }

    fn measured(self, limit: Option<i64>, scale: u8, unit: &str, at_least: bool) -> CheckItem {
        CheckItem { measure: Some(Measure { unit: unit.to_owned(), scale, value: None, limit, at_least }), ..self }
    }

    /// With what was found, if anything was. A measure with a limit decides by itself: no tick overrules a number, and
    /// without the number it stays open.
    pub fn found(self, check: Option<&Check>) -> CheckItem {
        let Some(check) = check else { return self };
        let measure = self.measure.map(|measure| Measure { value: check.measured, ..measure });
        let finding = match (&measure, check.finding) {
            (_, Finding::NotApplicable) => Finding::NotApplicable,
            (Some(measure), ticked) => measure.finding().unwrap_or(ticked),
            (None, ticked) => ticked,
        };
        let (note, evidence) = (check.note.clone(), check.evidence.clone());
        CheckItem { finding, measure, note, evidence, ..self }
    }

    /// Shut, with the reason.
    pub fn closed(self, why: impl Into<String>) -> CheckItem {
        CheckItem { closed: Some(why.into()), ..self }
    }

    /// Whether it still wants a look, or the evidence it takes.
    pub fn is_open(&self) -> bool {
        self.finding == Finding::Open
            || (self.finding != Finding::NotApplicable && self.evidence_required && self.evidence.is_empty())
    }
}

impl Measure {
    /// What the number says; `None` where there is no limit.
    fn finding(&self) -> Option<Finding> {
        let limit = self.limit?;
        let Some(value) = self.value else { return Some(Finding::Open) };
        let holds = if self.at_least { value >= limit } else { value <= limit };
        Some(if holds { Finding::Met } else { Finding::Failed })
    }
}

impl Checklist {
    /// Where it stands.
    pub fn standing(&self) -> Standing {
        let any = |is: fn(&CheckItem) -> bool| self.items.iter().any(is);
        if any(|item| item.veto && item.finding == Finding::Failed) {
            Standing::Vetoed
        } else if any(CheckItem::is_open) {
            Standing::Open
        } else if any(|item| item.finding == Finding::Failed) {
            Standing::Failed
        } else {
            Standing::Passed
        }
    }
}
