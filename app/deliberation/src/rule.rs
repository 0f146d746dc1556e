//! A vote's rule as data: what turnout it needs, what approval, whom it binds, where it comes from.

mod shipped;
mod soundness;

use amounts::Ratio;
use serde::{Deserialize, Serialize};

pub use shipped::{find, shipped};
pub use soundness::RuleError;

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

/// Whose turning up a turnout threshold counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turning {
    /// Those who handed in a ballot.
    #[default]
    Participating,
    /// Those in the hall when the vote opened (到会), whether they vote or not.
    Present,
}

/// A turnout threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Turnout {
    /// Whose turning up counts.
    #[serde(default)]
    pub of: Turning,
    /// How it is held against the share.
    #[serde(default = "at_least")]
    pub compare: Compare,
    /// What is counted.
    pub measure: Measure,
    /// The share.
    pub ratio: Ratio,
    /// Of what.
    pub base: Base,
}

impl Turnout {
    /// At least this share of the whole electorate takes part.
    pub fn of_all(measure: Measure, ratio: Ratio) -> Turnout {
        Turnout { of: Turning::Participating, compare: Compare::AtLeast, measure, ratio, base: Base::All }
    }
}

fn at_least() -> Compare {
    Compare::AtLeast
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
    /// The members of a body the roll does not list (adults, household representatives, delegates, party members): how
    /// many are due and how many came is told when the vote opens, and hands or papers are counted by side.
    Body,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The law or the community's own text.
    pub law: Bilingual,
    /// Its article.
    pub article: String,
    /// Its date, or the date at which its text was read.
    pub date: String,
}

/// What took a rule's place: the rule is old law (旧法).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Superseded {
    /// By which text.
    pub by: Bilingual,
    /// Since when.
    pub date: String,
}

/// An election: each candidate is approved or not, the approved with the most yes get the seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Election {
    /// How many are elected; without it, told when the vote opens.
    #[serde(default)]
    pub seats: Option<u32>,
    /// What is done when approved candidates tie for the last seat.
    #[serde(default)]
    pub ties: Ties,
}

/// What is done about a tie for the last seat; the program never breaks one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ties {
    /// A run-off among the tied alone.
    #[default]
    RunOff,
    /// A lot drawn before everybody, noted in the minutes.
    Lot,
}

/// Whether ballots are open or secret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Secrecy {
    /// As the meeting wishes.
    #[default]
    Either,
    /// By name.
    Open,
    /// By secret ballot.
    Secret,
}

/// A clause by which ballots that never came back take part; without one they never do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unreturned {
    /// As what they count.
    pub counts_as: Silence,
    /// The clause, verbatim.
    pub clause: String,
    /// Where it stands.
    pub article: String,
}

/// As what a ballot that never came back counts under a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// It takes part and says nothing.
    Abstain,
    /// It follows the larger of yes and no by heads (从众); between equal sides it says nothing.
    Majority,
}

/// A vote's rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Its id, e.g. `deliberation`.
    pub id: String,
    /// Its name.
    pub title: Bilingual,
    /// What it is for, in one sentence; may be empty.
    #[serde(default, skip_serializing_if = "Bilingual::is_empty")]
    pub scope: Bilingual,
    /// Where it comes from; a deliberation cites nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Old law, and what took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded: Option<Superseded>,
    /// What kind of decision it makes.
    pub level: BindingLevel,
    /// Who may vote.
    pub electorate: Electors,
    /// Turnout thresholds, all of which must be met; none = any turnout will do.
    #[serde(default)]
    pub turnout: Vec<Turnout>,
    /// Approval thresholds, all of which must be met.
    pub approval: Vec<Approval>,
    /// An election, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub election: Option<Election>,
    /// For how many others one agent may vote; none = the rule sets no cap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxies_per_agent: Option<u32>,
    /// Open or secret.
    #[serde(default)]
    pub secrecy: Secrecy,
    /// Whether every opinion must be given in writing.
    #[serde(default)]
    pub written: bool,
    /// Whether void ballots count apart instead of as participating.
    #[serde(default)]
    pub void_apart: bool,
    /// A clause by which ballots that never came back take part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unreturned: Option<Unreturned>,
    /// Whether an item needs prior notice to be voted on.
    #[serde(default)]
    pub needs_notice: bool,
}

impl Rule {
    /// Reads a rule file and holds it against itself.
    pub fn from_toml(text: &str) -> Result<Rule, RuleError> {
        let rule: Rule =
            toml::from_str(text).map_err(|error| RuleError::Unreadable { detail: error.message().to_owned() })?;
        soundness::check(&rule)?;
        Ok(rule)
    }

    /// Why the rule cannot be used, if it contradicts itself.
    pub fn check(&self) -> Result<(), RuleError> {
        soundness::check(self)
    }

    /// Whether a measure decides anything under this rule; otherwise it is information.
    pub fn measures(&self, measure: Measure) -> bool {
        self.turnout.iter().any(|t| t.measure == measure) || self.approval.iter().any(|a| a.measure == measure)
    }

    /// Whether anything is held against those in the hall, so that their number must be known.
    pub fn needs_present(&self) -> bool {
        self.turnout.iter().any(|t| t.base == Base::Present || t.of == Turning::Present)
            || self.approval.iter().any(|a| a.base == Base::Present)
    }
}

impl Bilingual {
    /// Whether neither language says anything.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

#[cfg(test)]
mod tests;
