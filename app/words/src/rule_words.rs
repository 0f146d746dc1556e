//! A rule, its binding level and a verdict in plain words, from data alone: any rule file can be read out.
//!
//! * `sentence` the rule as it is projected and read out · `notes` what a detail page says besides
//! * `binding` what kind of decision it makes, with law and article · `because` why a result came out as it did

mod because;
mod binding;
mod notes;
mod sentence;

use deliberation::rule::{Bilingual, RuleError};

use amounts::Ratio;

use crate::locale::{Lang, t, tf};
use crate::numeral::hanzi;

pub use because::{reason, shortfall_line, shortfall_text, surplus_text};
pub use binding::{binding_long, binding_short, cited, source_text, superseded_text};
pub use notes::rule_notes;
pub use sentence::{rule_sentence, rule_text};

/// The text of this language.
pub fn pick(lang: Lang, text: &Bilingual) -> &str {
    match lang {
        Lang::ZhCn => &text.zh,
        Lang::En => &text.en,
    }
}

/// Why a rule cannot be used, as a clause.
pub fn rule_problem(lang: Lang, problem: &RuleError) -> String {
    let with = |key: &str, detail: &str| tf(lang, key, &[("detail", detail)]);
    match problem {
        RuleError::Unreadable { detail } => with("rule-problem-unreadable", detail),
        RuleError::BadId { id } => with("rule-problem-bad-id", id),
        RuleError::NoTitle => t(lang, "rule-problem-no-title"),
        RuleError::NoApproval => t(lang, "rule-problem-no-approval"),
        RuleError::NoShare { share } => with("rule-problem-no-share", share),
        RuleError::NeverMet { share } => with("rule-problem-never-met", share),
        RuleError::AlwaysMet { share } => with("rule-problem-always-met", share),
        RuleError::WrongWay => t(lang, "rule-problem-wrong-way"),
        RuleError::Twice => t(lang, "rule-problem-twice"),
        RuleError::TurnoutOfItself => t(lang, "rule-problem-turnout-of-itself"),
        RuleError::PresentOfAbsent => t(lang, "rule-problem-present-of-absent"),
        RuleError::AreaOfBody => t(lang, "rule-problem-area-of-body"),
        RuleError::SecretArea => t(lang, "rule-problem-secret-area"),
        RuleError::BadElection => t(lang, "rule-problem-bad-election"),
        RuleError::NoSource => t(lang, "rule-problem-no-source"),
        RuleError::NoClause => t(lang, "rule-problem-no-clause"),
    }
}

/// A share in words: 一半, 三分之二; "two thirds" where English has a word for it.
pub fn share_word(lang: Lang, ratio: Ratio) -> String {
    let divisor = gcd(ratio.num.unsigned_abs(), ratio.den.unsigned_abs()).max(1);
    let (num, den) = (ratio.num.unsigned_abs() / divisor, ratio.den.unsigned_abs() / divisor);
    match (lang, num, den) {
        (_, 1, 2) => t(lang, "share-half"),
        (_, 1, 1) => t(lang, "share-whole"),
        (Lang::En, 1, 3) => "one third".to_owned(),
        (Lang::En, 2, 3) => "two thirds".to_owned(),
        (Lang::En, 1, 4) => "one quarter".to_owned(),
        (Lang::En, 3, 4) => "three quarters".to_owned(),
        _ => {
            let write = |n: u64| match (lang, u32::try_from(n)) {
                // 百分之五十一, not 一百分之五十一.
                (Lang::ZhCn, Ok(100)) => "百".to_owned(),
                (Lang::ZhCn, Ok(n)) => hanzi(n),
                _ => n.to_string(),
            };
            tf(lang, "share-fraction", &[("num", &write(num)), ("den", &write(den))])
        }
    }
}

/// Neighbours and strangers alike: everything that is the same goes into one group, in order of appearance.
fn grouped<T: Copy>(all: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for one in all {
        match groups.iter_mut().find(|group| same(&group[0], one)) {
            Some(group) => group.push(*one),
            None => groups.push(vec![*one]),
        }
    }
    groups
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests;
