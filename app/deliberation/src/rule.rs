//! A vote's rule as data: what turnout it needs, what approval, whom it binds, where it comes from.

use amounts::Ratio;
use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Distinct voters (人数).
    Heads,
    /// Exclusive area (专有部分面积).
    Area,
}

/// How a count is held against its threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Compare {
    /// More than (超过、过半, 民法典 1259: the number itself not included).
    #[serde(rename = ">")]
    MoreThan,
    /// At least (以上, the number itself included).
    #[serde(rename = "≥")]
    AtLeast,
    /// At most.
    #[serde(rename = "≤")]
    AtMost,
}

/// Of what a threshold is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// Those who said yes or no.
    Deciding,
    /// Those who took part.
    Participating,
    /// Those in the hall when the vote opened.
    Present,
    /// The whole electorate.
    All,
}

/// The side an approval threshold counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// Those for it.
    Yes,
    /// Those against it (dissent vote, 异议表决).
    No,
}

/// A turnout threshold: participation at least this share of the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Turnout {
    /// What is counted.
    pub measure: Measure,
    /// The share needed, itself included.
    pub ratio: Ratio,
    /// Of what.
    pub base: Base,
}

/// An approval threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Approval {
    /// Which side is counted.
    pub of: Counted,
    /// How it is held against the share.
    pub compare: Compare,
    /// The share.
    pub ratio: Ratio,
    /// Of what.
    pub base: Base,
    /// What is counted.
    pub measure: Measure,
}

/// What kind of decision a vote makes: a code and, in the locale files, its words on every card and paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BindingLevel {
    /// 协商意见，不具业主大会效力.
    Deliberation,
    /// 居民会议决定.
    Residents,
    /// 村民(代表)会议决定.
    Villagers,
    /// 党内审议意见.
    Party,
    /// 业主共同决定, with the article.
    Owners,
}

impl BindingLevel {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            BindingLevel::Deliberation => "deliberation",
            BindingLevel::Residents => "residents",
            BindingLevel::Villagers => "villagers",
            BindingLevel::Party => "party",
            BindingLevel::Owners => "owners",
        }
    }
}

/// Who may vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Electors {
    /// The heads in the hall when the vote opens.
    Present,
    /// Every head in scope.
    Owners,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The law or the community's own text.
    pub law: Bilingual,
    /// Its article.
    pub article: String,
    /// Its date.
    pub date: String,
}

/// A vote's rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Its id, e.g. `deliberation`.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// Where it comes from; a deliberation cites nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What kind of decision it makes.
    pub level: BindingLevel,
    /// Who may vote.
    pub electorate: Electors,
    /// Turnout thresholds; none = any turnout will do.
    #[serde(default)]
    pub turnout: Vec<Turnout>,
    /// Approval thresholds, all of which must be met.
    pub approval: Vec<Approval>,
    /// Whether void ballots count apart instead of as participating.
    #[serde(default)]
    pub void_apart: bool,
    /// Whether an item needs prior notice to be voted on.
    #[serde(default)]
    pub needs_notice: bool,
}

impl Rule {
    /// Reads a rule file.
    pub fn from_toml(text: &str) -> Result<Rule, RuleError> {
        let rule: Rule = toml::from_str(text).map_err(|error| RuleError::Unreadable(error.message().to_owned()))?;
        if rule.approval.is_empty() {
            return Err(RuleError::NoApproval);
        }
        let shares = rule.turnout.iter().map(|t| t.ratio).chain(rule.approval.iter().map(|a| a.ratio));
        for ratio in shares {
            if ratio < Ratio::ZERO || ratio > Ratio::ONE {
                return Err(RuleError::NoShare(ratio.to_string()));
            }
        }
        Ok(rule)
    }

    /// Whether a measure decides anything under this rule; otherwise it is information.
    pub fn measures(&self, measure: Measure) -> bool {
        self.turnout.iter().any(|t| t.measure == measure) || self.approval.iter().any(|a| a.measure == measure)
    }
}

/// Why a text is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// Not TOML, or a field is missing or unknown.
    #[error("the rule file cannot be read: {0}")]
    Unreadable(String),
    /// Nothing decides.
    #[error("the rule has no approval threshold")]
    NoApproval,
    /// A share below 0 or above 1.
    #[error("{0} is no share between 0 and 1")]
    NoShare(String),
}

const SHIPPED: [&str; 1] = [include_str!("../rules/deliberation.toml")];

/// The rules that come with the program.
pub fn shipped() -> Vec<Rule> {
    SHIPPED.iter().filter_map(|text| Rule::from_toml(text).ok()).collect()
}

/// A shipped rule by its id.
pub fn find(id: &str) -> Option<Rule> {
    shipped().into_iter().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_rule_is_read() {
        assert_eq!(shipped().len(), SHIPPED.len());
        let rule = find("deliberation").unwrap();
        assert!(rule.measures(Measure::Heads) && !rule.measures(Measure::Area));
        assert!(rule.source.is_none() && rule.turnout.is_empty());
        let text = serde_json::to_string(&rule).unwrap();
        assert_eq!(serde_json::from_str::<Rule>(&text).unwrap(), rule);
    }

    #[test]
    fn a_rule_that_decides_nothing_or_more_than_everything_is_refused() {
        let text = SHIPPED[0];
        assert!(matches!(
            Rule::from_toml(&text.replace("ratio = \"1/2\"", "ratio = \"3/2\"")),
            Err(RuleError::NoShare(_))
        ));
        assert!(matches!(Rule::from_toml("id = 1"), Err(RuleError::Unreadable(_))));
        let none = text.split("[[approval]]").next().unwrap().to_owned() + "approval = []";
        assert!(Rule::from_toml(&none).is_err());
    }
}
