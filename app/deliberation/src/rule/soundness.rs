//! Whether a rule can be used at all: a rule that contradicts itself is refused before anybody votes by it.

use amounts::Ratio;
use serde::{Deserialize, Serialize};

use super::{Approval, Base, BindingLevel, Compare, Counted, Electors, Measure, Rule, Secrecy, Turning};

/// Why a text is no usable rule. `words` makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "problem", rename_all = "kebab-case")]
pub enum RuleError {
    /// Not TOML, or a field is missing or unknown.
    #[error("the rule file cannot be read: {detail}")]
    Unreadable {
        /// What the reader says of it.
        detail: String,
    },
    /// The id is empty or has other characters than a-z, 0-9 and -.
    #[error("{id:?} is no id: small letters, digits and hyphens")]
    BadId {
        /// As written.
        id: String,
    },
    /// A title is missing in one language.
    #[error("the rule has no title in both languages")]
    NoTitle,
    /// Nothing decides.
    #[error("the rule has no approval threshold")]
    NoApproval,
    /// A share below 0 or above 1.
    #[error("{share} is no share between 0 and 1")]
    NoShare {
        /// As written.
        share: String,
    },
    /// More than everything is asked for: nothing can pass.
    #[error("more than {share} can never be reached")]
    NeverMet {
        /// As written.
        share: String,
    },
    /// At least nothing, or at most everything, is asked for: everything passes.
    #[error("{share} is always reached")]
    AlwaysMet {
        /// As written.
        share: String,
    },
    /// Few yes or many no are asked for.
    #[error("a side is counted the wrong way round: yes needs > or ≥, no needs ≤")]
    WrongWay,
    /// Two thresholds for the same side, measure and base.
    #[error("two thresholds for the same count")]
    Twice,
    /// Turnout is taken of those who vote, or presence of the present: always met.
    #[error("turnout is taken of itself")]
    TurnoutOfItself,
    /// A share of those present in a vote that the absent take part in.
    #[error("a share of those present, but the absent vote too")]
    PresentOfAbsent,
    /// Area is measured, but members of a body have none.
    #[error("members of a body have no area")]
    AreaOfBody,
    /// Area is measured, but secret ballots say nothing of it.
    #[error("secret ballots cannot be counted by area")]
    SecretArea,
    /// An election needs approval by yes and at least one seat, and candidates have no dissent.
    #[error("an election needs seats and approval by yes")]
    BadElection,
    /// A decision that binds needs its source.
    #[error("a binding decision needs its law and article")]
    NoSource,
    /// Ballots that never came back take part only by a clause that is quoted.
    #[error("the clause about ballots not returned is not quoted")]
    NoClause,
}

pub(super) fn check(rule: &Rule) -> Result<(), RuleError> {
    named(rule)?;
    if rule.approval.is_empty() {
        return Err(RuleError::NoApproval);
    }
    for turnout in &rule.turnout {
        share(turnout.ratio)?;
        reachable(turnout.compare, turnout.ratio)?;
        let of_itself = match turnout.of {
            Turning::Participating => matches!(turnout.base, Base::Deciding | Base::Participating),
            Turning::Present => turnout.base != Base::All,
        };
        if of_itself {
            return Err(RuleError::TurnoutOfItself);
        }
        if turnout.compare == Compare::AtMost {
            return Err(RuleError::WrongWay);
        }
    }
    for (place, approval) in rule.approval.iter().enumerate() {
        share(approval.ratio)?;
        reachable(approval.compare, approval.ratio)?;
        let right_way = match approval.of {
            Counted::Yes => approval.compare != Compare::AtMost,
            Counted::No => approval.compare == Compare::AtMost,
        };
        if !right_way {
            return Err(RuleError::WrongWay);
        }
        if approval.base == Base::Present && rule.electorate == Electors::Owners {
            return Err(RuleError::PresentOfAbsent);
        }
        let same =
            |other: &Approval| (other.of, other.base, other.measure) == (approval.of, approval.base, approval.measure);
        if rule.approval[..place].iter().any(same) {
            return Err(RuleError::Twice);
        }
    }
    for (place, turnout) in rule.turnout.iter().enumerate() {
        let same = |other: &super::Turnout| {
            (other.of, other.base, other.measure) == (turnout.of, turnout.base, turnout.measure)
        };
        if rule.turnout[..place].iter().any(same) {
            return Err(RuleError::Twice);
        }
    }
    whole(rule)
}

fn named(rule: &Rule) -> Result<(), RuleError> {
    let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if rule.id.is_empty() || !rule.id.chars().all(letter) {
        return Err(RuleError::BadId { id: rule.id.clone() });
    }
    if rule.title.zh.trim().is_empty() || rule.title.en.trim().is_empty() {
        return Err(RuleError::NoTitle);
    }
    Ok(())
}

/// What only shows when the parts are held against each other.
fn whole(rule: &Rule) -> Result<(), RuleError> {
    let area = rule.measures(Measure::Area);
    if area && rule.electorate == Electors::Body {
        return Err(RuleError::AreaOfBody);
    }
    if area && rule.secrecy == Secrecy::Secret {
        return Err(RuleError::SecretArea);
    }
    if let Some(election) = rule.election
        && (election.seats == Some(0) || rule.approval.iter().any(|approval| approval.of == Counted::No))
    {
        return Err(RuleError::BadElection);
    }
    let binds = matches!(rule.level, BindingLevel::Owners | BindingLevel::Residents | BindingLevel::Villagers);
    let cited = rule.source.as_ref().is_some_and(|source| !source.law.zh.is_empty() && !source.article.is_empty());
    if (binds || rule.source.is_some()) && !cited {
        return Err(RuleError::NoSource);
    }
    let quoted = |clause: &super::Unreturned| !clause.clause.trim().is_empty() && !clause.article.trim().is_empty();
    if rule.unreturned.as_ref().is_some_and(|clause| !quoted(clause)) {
        return Err(RuleError::NoClause);
    }
    Ok(())
}

fn share(ratio: Ratio) -> Result<(), RuleError> {
    if ratio < Ratio::ZERO || ratio > Ratio::ONE {
        return Err(RuleError::NoShare { share: ratio.to_string() });
    }
    Ok(())
}

/// Thresholds nothing can miss or nothing can meet decide nothing.
fn reachable(compare: Compare, ratio: Ratio) -> Result<(), RuleError> {
    match compare {
        Compare::MoreThan if ratio == Ratio::ONE => Err(RuleError::NeverMet { share: ratio.to_string() }),
        Compare::AtLeast if ratio == Ratio::ZERO => Err(RuleError::AlwaysMet { share: ratio.to_string() }),
        Compare::AtMost if ratio == Ratio::ONE => Err(RuleError::AlwaysMet { share: ratio.to_string() }),
        _ => Ok(()),
    }
}
