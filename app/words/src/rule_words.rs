//! A rule, its binding level and a verdict in plain words, from data alone: any rule file can be read out.

use deliberation::rule::{
    Approval, Base, Bilingual, BindingLevel, Compare, Counted, Measure, Rule, RuleError, Turnout,
};
use deliberation::verdict::{Check, Outcome, Threshold, Verdict};

use amounts::Ratio;

use crate::figure::Style;
use crate::figures::vote::measured;
use crate::locale::{Lang, t, tf};
use crate::numeral::hanzi;

/// The text of this language.
pub fn pick(lang: Lang, text: &Bilingual) -> &str {
    match lang {
        Lang::ZhCn => &text.zh,
        Lang::En => &text.en,
    }
}

/// The sentence in both languages, as a vote freezes it.
pub fn rule_text(rule: &Rule) -> Bilingual {
    Bilingual { zh: rule_sentence(Lang::ZhCn, rule), en: rule_sentence(Lang::En, rule) }
}

/// What a vote must reach, in one sentence without a period: "赞成的人比反对的多就算通过，一样多不算".
pub fn rule_sentence(lang: Lang, rule: &Rule) -> String {
    if let Some(simple) = simple_majority(lang, rule) {
        return simple;
    }
    let turnout = grouped(&rule.turnout, |a, b| a.ratio == b.ratio && a.base == b.base);
    let approval = grouped(&rule.approval, |a, b| {
        a.of == b.of && a.compare == b.compare && a.ratio == b.ratio && a.base == b.base
    });
    let mut clauses = Vec::new();
    for group in turnout {
        let args = [
            ("measure", &*measure_word(lang, &group.iter().map(|t| t.measure).collect::<Vec<_>>())),
            ("base", &*base_word(lang, group[0].base)),
            ("share", &*share_word(lang, group[0].ratio)),
        ];
        clauses.push(tf(lang, "rule-turnout", &args));
    }
    for group in approval {
        let first = group[0];
        let args = [
            ("side", &*side(lang, first.of)),
            ("measure", &*measure_word(lang, &group.iter().map(|a| a.measure).collect::<Vec<_>>())),
            ("base", &*base_word(lang, first.base)),
            ("share", &*share_word(lang, first.ratio)),
        ];
        clauses.push(match first.compare {
            Compare::MoreThan => tf(lang, "rule-approval-more", &args),
            Compare::AtLeast => tf(lang, "rule-approval-least", &args),
            Compare::AtMost => tf(lang, "rule-approval-most", &args),
        });
    }
    let clauses = clauses.join(&t(lang, "rule-clause-join"));
    if rule.void_apart {
        tf(lang, "rule-whole-void-apart", &[("clauses", &clauses)])
    } else {
        tf(lang, "rule-whole", &[("clauses", &clauses)])
    }
}

/// More yes than no and nothing else is said in everyday words.
fn simple_majority(lang: Lang, rule: &Rule) -> Option<String> {
    let half = Ratio { num: 1, den: 2 };
    let plain = |a: &Approval| {
        a.of == Counted::Yes && a.compare == Compare::MoreThan && a.ratio == half && a.base == Base::Deciding
    };
    if !rule.turnout.is_empty() || rule.approval.is_empty() || !rule.approval.iter().all(plain) {
        return None;
    }
    Some(match (rule.measures(Measure::Heads), rule.measures(Measure::Area)) {
        (true, true) => t(lang, "rule-more-yes-both"),
        (false, true) => t(lang, "rule-more-yes-area"),
        _ => t(lang, "rule-more-yes-heads"),
    })
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

/// What kind of decision the vote makes, for cards: 协商意见.
pub fn binding_short(lang: Lang, level: BindingLevel) -> String {
    match level {
        BindingLevel::Deliberation => t(lang, "binding-short-deliberation"),
        BindingLevel::Residents => t(lang, "binding-short-residents"),
        BindingLevel::Villagers => t(lang, "binding-short-villagers"),
        BindingLevel::Party => t(lang, "binding-short-party"),
        BindingLevel::Owners => t(lang, "binding-short-owners"),
    }
}

/// The same for papers: 协商意见，不具业主大会效力; with law and article where the rule has a source.
pub fn binding_long(lang: Lang, rule: &Rule) -> String {
    let level = match rule.level {
        BindingLevel::Deliberation => t(lang, "binding-long-deliberation"),
        other => binding_short(lang, other),
    };
    match &rule.source {
        Some(source) => {
            let args = [("level", &*level), ("law", pick(lang, &source.law)), ("article", &source.article)];
            tf(lang, "binding-with-source", &args)
        }
        None => level,
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

/// Why a vote came out as it did: "赞成过半", "参加的面积没达到三分之二".
///
/// `abstained` says whether anybody abstained: where only yes and no are held against each other, the sentence then says
/// that abstentions do not count.
pub fn reason(lang: Lang, style: Style, verdict: &Verdict, abstained: bool) -> String {
    let turnout_fails = verdict.checks.iter().any(|check| check.is_turnout() && check.met == Some(false));
    let stage: Vec<Check> =
        verdict.checks.iter().filter(|check| check.is_turnout() == turnout_fails).copied().collect();
    let decisive: Vec<Check> = stage
        .iter()
        .filter(|check| match verdict.outcome {
            Outcome::Failed => check.met == Some(false),
            _ => check.met == Some(true),
        })
        .copied()
        .collect();
    if decisive.is_empty() || verdict.outcome == Outcome::Undecidable {
        return t(lang, "reason-area-unknown");
    }
    let pieces: Vec<String> = grouped(&decisive, same_but_measure)
        .into_iter()
        .map(|group| {
            let text = piece(lang, style, &group);
            match group[0].threshold {
                Threshold::Approval(approval) if approval.base == Base::Deciding && abstained => {
                    tf(lang, "reason-without-abstentions", &[("reason", &text)])
                }
                _ => text,
            }
        })
        .collect();
    pieces.join(&t(lang, "reason-join"))
}

/// "还差 9 人、612.00 ㎡"; nothing where nothing is missing or nothing can be known.
pub fn shortfall_text(lang: Lang, verdict: &Verdict) -> Option<String> {
    Some(tf(lang, "shortfall", &[("amount", &amounts(lang, |measure| verdict.shortfall(measure))?)]))
}

/// The same, saying of what: "赞成还差 5 人、252.68 ㎡", "参加还差 5 人".
pub fn shortfall_line(lang: Lang, verdict: &Verdict) -> Option<String> {
    let amount = amounts(lang, |measure| verdict.shortfall(measure))?;
    let args = [("amount", &*amount)];
    let turnout = verdict.checks.iter().any(|check| check.is_turnout() && check.met == Some(false));
    let failing = verdict.checks.iter().find(|check| check.is_turnout() == turnout && check.met == Some(false))?;
    Some(match failing.threshold {
        Threshold::Turnout(_) => tf(lang, "shortfall-turnout", &args),
        Threshold::Approval(Approval { compare: Compare::AtMost, .. }) => tf(lang, "shortfall-too-many", &args),
        Threshold::Approval(Approval { of: Counted::No, .. }) => tf(lang, "shortfall-no", &args),
        Threshold::Approval(_) => tf(lang, "shortfall-yes", &args),
    })
}

/// "比过半多出 11 人"; nothing unless the vote has passed by more than the least.
pub fn surplus_text(lang: Lang, verdict: &Verdict) -> Option<String> {
    if verdict.outcome != Outcome::Passed {
        return None;
    }
    let approval = verdict.checks.iter().find_map(|check| match check.threshold {
        Threshold::Approval(approval) if approval.compare != Compare::AtMost => Some(approval),
        _ => None,
    })?;
    let amount = amounts(lang, |measure| verdict.surplus(measure))?;
    let half = Ratio { num: 1, den: 2 };
    let threshold = if approval.ratio == half && approval.compare == Compare::MoreThan {
        t(lang, "threshold-half")
    } else {
        share_word(lang, approval.ratio)
    };
    Some(tf(lang, "surplus", &[("threshold", &threshold), ("amount", &amount)]))
}

/// The amounts above zero of both measures, as a list.
fn amounts(lang: Lang, of: impl Fn(Measure) -> Option<i64>) -> Option<String> {
    let written: Vec<String> = crate::figures::MEASURES
        .into_iter()
        .filter_map(|measure| Some((measure, of(measure).filter(|amount| *amount > 0)?)))
        .map(|(measure, amount)| measured(measure, amount).text(lang))
        .collect();
    if written.is_empty() { None } else { Some(written.join(&t(lang, "list-comma"))) }
}

/// One group of checks that differ in the measure alone.
fn piece(lang: Lang, style: Style, group: &[Check]) -> String {
    let first = group[0];
    let met = first.met == Some(true);
    let compare = match first.threshold {
        Threshold::Turnout(_) => Compare::AtLeast,
        Threshold::Approval(approval) => approval.compare,
    };
    let threshold = threshold_word(lang, style, compare, first.ratio(), met);
    let args = [("threshold", &*threshold)];
    let both = group.len() > 1;
    let area = first.measure() == Measure::Area;
    match (first.threshold, both, area) {
        (Threshold::Turnout(_), true, _) => tf(lang, "reason-turnout-both", &args),
        (Threshold::Turnout(_), false, true) => tf(lang, "reason-turnout-area", &args),
        (Threshold::Turnout(_), false, false) => tf(lang, "reason-turnout-heads", &args),
        (Threshold::Approval(Approval { of: Counted::Yes, .. }), true, _) => tf(lang, "reason-yes-both", &args),
        (Threshold::Approval(Approval { of: Counted::Yes, .. }), false, true) => tf(lang, "reason-yes-area", &args),
        (Threshold::Approval(Approval { of: Counted::Yes, .. }), false, false) => tf(lang, "reason-yes-heads", &args),
        (Threshold::Approval(_), true, _) => tf(lang, "reason-no-both", &args),
        (Threshold::Approval(_), false, true) => tf(lang, "reason-no-area", &args),
        (Threshold::Approval(_), false, false) => tf(lang, "reason-no-heads", &args),
    }
}

/// 过半, 没过半, 达到四分之三, …
fn threshold_word(lang: Lang, style: Style, compare: Compare, ratio: Ratio, met: bool) -> String {
    let share = share_word(lang, ratio);
    let args = [("share", &*share)];
    let paper = style == Style::Paper;
    match (compare, met, paper) {
        (Compare::MoreThan, _, _) if ratio == (Ratio { num: 1, den: 2 }) => match (met, paper) {
            (true, _) => t(lang, "threshold-half"),
            (false, false) => t(lang, "threshold-half-not"),
            (false, true) => t(lang, "threshold-half-not-paper"),
        },
        (Compare::MoreThan, true, _) => tf(lang, "threshold-more", &args),
        (Compare::MoreThan, false, false) => tf(lang, "threshold-more-not", &args),
        (Compare::MoreThan, false, true) => tf(lang, "threshold-more-not-paper", &args),
        (Compare::AtLeast, true, _) => tf(lang, "threshold-least", &args),
        (Compare::AtLeast, false, false) => tf(lang, "threshold-least-not", &args),
        (Compare::AtLeast, false, true) => tf(lang, "threshold-least-not-paper", &args),
        (Compare::AtMost, true, _) => tf(lang, "threshold-most", &args),
        (Compare::AtMost, false, _) => tf(lang, "threshold-most-not", &args),
    }
}

fn same_but_measure(a: &Check, b: &Check) -> bool {
    match (a.threshold, b.threshold) {
        (Threshold::Turnout(a), Threshold::Turnout(b)) => Turnout { measure: b.measure, ..a } == b,
        (Threshold::Approval(a), Threshold::Approval(b)) => Approval { measure: b.measure, ..a } == b,
        _ => false,
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

fn measure_word(lang: Lang, measures: &[Measure]) -> String {
    match (measures.contains(&Measure::Heads), measures.contains(&Measure::Area)) {
        (true, true) => t(lang, "rule-measure-both"),
        (false, true) => t(lang, "rule-measure-area"),
        _ => t(lang, "rule-measure-heads"),
    }
}

fn base_word(lang: Lang, base: Base) -> String {
    match base {
        Base::Deciding => t(lang, "rule-base-deciding"),
        Base::Participating => t(lang, "rule-base-participating"),
        Base::Present => t(lang, "rule-base-present"),
        Base::All => t(lang, "rule-base-all"),
    }
}

fn side(lang: Lang, of: Counted) -> String {
    match of {
        Counted::Yes => t(lang, "rule-side-yes"),
        Counted::No => t(lang, "rule-side-no"),
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests;
