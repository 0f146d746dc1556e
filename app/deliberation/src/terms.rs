//! What a motion is about besides its words: who is to pay for it, and whether it touches the maintenance fund (维修资金).

use serde::{Deserialize, Serialize};

use crate::rule::{BindingLevel, Rule};

/// Who pays for what a motion adopts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payers {
    /// Every household of the sheet, as the sheet has it.
    #[default]
    Everybody,
    /// Those who agree (谁同意谁出): the sheet's bill is split again among them, by the sheet's weights.
    Agreed,
}

impl Payers {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "the form serde asks for")]
    pub(crate) fn is_everybody(&self) -> bool {
        *self == Payers::Everybody
    }
}

/// What a vote does with the maintenance fund (民法典 278, items 5 and 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FundMatter {
    /// 使用维修资金.
    Use,
    /// 筹集维修资金.
    Raise,
}

/// The kind of funding of a cost sheet that tells that the fund is used.
const FUND: &str = "maintenance-fund";

impl FundMatter {
    /// The id of the rule the law has for it.
    pub fn rule(self) -> &'static str {
        match self {
            FundMatter::Use => "cn-civil-code-278-5",
            FundMatter::Raise => "cn-civil-code-278-6",
        }
    }

    /// The matter a sheet tells of by the kinds of its funding.
    pub fn of_sheet(sheet: &crate::cost::CostSheet) -> Option<FundMatter> {
        sheet.funding.iter().any(|funding| funding.kind == FUND && funding.amount.0 > 0).then_some(FundMatter::Use)
    }

    /// Why a rule does not fit a vote on this matter; `None` if it does.
    pub fn misfit(self, rule: &Rule) -> Option<Misfit> {
        if rule.id == self.rule() {
            return None;
        }
        if rule.level != BindingLevel::Owners {
            return Some(Misfit::NotTheOwners);
        }
        if rule.id.starts_with("cn-civil-code-") {
            return Some(Misfit::OtherMatter);
        }
        let lawful = crate::rule::find(self.rule());
        let same = lawful.is_some_and(|lawful| lawful.turnout == rule.turnout && lawful.approval == rule.approval);
        if same { None } else { Some(Misfit::OtherThresholds) }
    }
}

/// Why a rule does not fit a vote on the maintenance fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It is no joint decision of the owners, which alone disposes of the fund.
    NotTheOwners,
    /// It is the law's rule for another matter.
    OtherMatter,
    /// It is another rule, with other thresholds than the law's.
    OtherThresholds,
}

/// The terms of a motion, settled before its vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Terms {
    /// What it does with the maintenance fund.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund: Option<FundMatter>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Payers::is_everybody")]
    pub payers: Payers,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{Bilingual, find};

    fn misfit(matter: FundMatter, rule: &str) -> Option<Misfit> {
        matter.misfit(find(rule).unwrap())
    }

    #[test]
    fn each_matter_of_the_fund_has_its_rule_and_every_other_is_told() {
        assert_eq!(misfit(FundMatter::Use, "cn-civil-code-278-5"), None);
        assert_eq!(misfit(FundMatter::Raise, "cn-civil-code-278-6"), None);
        assert_eq!(misfit(FundMatter::Raise, "cn-civil-code-278-5"), Some(Misfit::OtherMatter));
        assert_eq!(misfit(FundMatter::Use, "cn-civil-code-278-6"), Some(Misfit::OtherMatter));
        assert_eq!(misfit(FundMatter::Use, "deliberation"), Some(Misfit::NotTheOwners));
        assert_eq!(misfit(FundMatter::Use, "cn-henan-dissent"), Some(Misfit::OtherThresholds));
    }

    /// A community's own rule fits if it asks for what the law asks for, whatever it is called.
    #[test]
    fn a_rule_of_ones_own_with_the_thresholds_of_the_law_fits() {
        let lawful = find(FundMatter::Raise.rule()).unwrap();
        let title = Bilingual { zh: "本小区筹集维修资金".into(), en: String::new() };
        let own = Rule { id: "own-fund".into(), title, ..lawful.clone() };
        assert_eq!(FundMatter::Raise.misfit(&own), None);
        assert_eq!(FundMatter::Use.misfit(&own), Some(Misfit::OtherThresholds));
    }
}
