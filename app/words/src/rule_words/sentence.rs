//! What a vote must reach, in one sentence without a period: as it is read out, projected and frozen into the vote.

use amounts::Ratio;
use deliberation::rule::{
    Approval, Base, Bilingual, Compare, Counted, Election, Electors, Measure, Rule, Secrecy, Silence, Turning, Turnout,
};

use super::{grouped, share_word};
use crate::locale::{Lang, t, tf};

const HALF: Ratio = Ratio { num: 1, den: 2 };

/// The sentence in both languages, as a vote freezes it.
pub fn rule_text(rule: &Rule) -> Bilingual {
    Bilingual { zh: rule_sentence(Lang::ZhCn, rule), en: rule_sentence(Lang::En, rule) }
}

/// What a vote must reach, in one sentence without a period: "赞成的人比反对的多就算通过，一样多不算".
///
/// It says everything that decides: turnout and approval with their shares, an election and its seats, how opinions are
/// given, what becomes of void papers and of papers that never came back. The rest is in the notes.
pub fn rule_sentence(lang: Lang, rule: &Rule) -> String {
    let mut parts = vec![simple_majority(lang, rule).unwrap_or_else(|| thresholds(lang, rule))];
    parts.extend(terms(lang, rule));
    parts.join(&t(lang, "rule-part-join"))
}

/// More yes than no and nothing else is said in everyday words.
fn simple_majority(lang: Lang, rule: &Rule) -> Option<String> {
    let plain = |a: &Approval| {
        a.of == Counted::Yes && a.compare == Compare::MoreThan && a.ratio == HALF && a.base == Base::Deciding
    };
    let nothing_else = rule.turnout.is_empty() && rule.election.is_none();
    if !nothing_else || rule.approval.is_empty() || !rule.approval.iter().all(plain) {
        return None;
    }
    Some(match (rule.measures(Measure::Heads), rule.measures(Measure::Area)) {
        (true, true) => t(lang, "rule-more-yes-both"),
        (false, true) => t(lang, "rule-more-yes-area"),
        _ => t(lang, "rule-more-yes-heads"),
    })
}

/// Every threshold, and what meeting them all means.
fn thresholds(lang: Lang, rule: &Rule) -> String {
    let turnout = grouped(&rule.turnout, |a, b| Turnout { measure: b.measure, ..*a } == *b);
    let approval = grouped(&rule.approval, |a, b| Approval { measure: b.measure, ..*a } == *b);
    let of_turnout = |group: &Vec<Turnout>| group.iter().map(|turnout| turnout.measure).collect::<Vec<_>>();
    let of_approval = |group: &Vec<Approval>| group.iter().map(|approval| approval.measure).collect::<Vec<_>>();
    let all_both = turnout.iter().map(of_turnout).chain(approval.iter().map(of_approval)).all(|group| group.len() > 1);
    let mut clauses: Vec<String> =
        turnout.iter().map(|group| turnout_clause(lang, rule, group[0], &of_turnout(group), all_both)).collect();
    clauses.extend(approval.iter().map(|group| approval_clause(lang, rule, group[0], &of_approval(group), all_both)));
    let clauses = clauses.join(&t(lang, "rule-clause-join"));
    let measured = if all_both { t(lang, "rule-both-measures") } else { String::new() };
    let args = [("clauses", &*clauses), ("measured", &*measured)];
    match rule.election {
        Some(Election { seats: Some(seats), .. }) => {
            let seats = seats.to_string();
            tf(lang, "rule-whole-election", &[args[0], args[1], ("seats", &seats)])
        }
        Some(_) => tf(lang, "rule-whole-election-open", &args),
        None if rule.approval.iter().all(|approval| approval.of == Counted::No) => {
            tf(lang, "rule-whole-dissent", &args)
        }
        None => tf(lang, "rule-whole", &args),
    }
}

fn turnout_clause(lang: Lang, rule: &Rule, turnout: Turnout, measures: &[Measure], said_at_the_end: bool) -> String {
    let (measure, how) = (measure_word(lang, measures), measured_word(lang, measures, said_at_the_end));
    let args = [
        ("measure", &*measure),
        ("how", &*how),
        ("base", &*base_word(lang, rule, turnout.base, measures)),
        ("share", &*share_word(lang, turnout.ratio)),
    ];
    match (turnout.of, turnout.compare) {
        (Turning::Participating, Compare::MoreThan) => tf(lang, "rule-turnout-more", &args),
        (Turning::Participating, _) => tf(lang, "rule-turnout-least", &args),
        (Turning::Present, Compare::MoreThan) => tf(lang, "rule-present-more", &args),
        (Turning::Present, _) => tf(lang, "rule-present-least", &args),
    }
}

fn approval_clause(lang: Lang, rule: &Rule, approval: Approval, measures: &[Measure], said_at_the_end: bool) -> String {
    if is_everybody(&approval) && measures.contains(&Measure::Heads) {
        return everybody(lang, rule, approval.base);
    }
    let (measure, how) = (measure_word(lang, measures), measured_word(lang, measures, said_at_the_end));
    let side = match (approval.of, rule.election) {
        (Counted::Yes, Some(_)) => t(lang, "rule-side-candidate"),
        (Counted::Yes, None) => t(lang, "rule-side-yes"),
        (Counted::No, _) => t(lang, "rule-side-no"),
    };
    let args = [
        ("side", &*side),
        ("measure", &*measure),
        ("how", &*how),
        ("base", &*base_word(lang, rule, approval.base, measures)),
        ("share", &*share_word(lang, approval.ratio)),
    ];
    match approval.compare {
        Compare::MoreThan => tf(lang, "rule-approval-more", &args),
        Compare::AtLeast => tf(lang, "rule-approval-least", &args),
        Compare::AtMost => tf(lang, "rule-approval-most", &args),
    }
}

/// Whether an approval asks for everybody.
pub(super) fn is_everybody(approval: &Approval) -> bool {
    approval.of == Counted::Yes && approval.compare == Compare::AtLeast && approval.ratio == Ratio::ONE
}

/// Everybody is not a share.
fn everybody(lang: Lang, rule: &Rule, base: Base) -> String {
    match (base, rule.electorate) {
        (Base::All, Electors::Owners) => t(lang, "rule-everybody-owners"),
        (Base::All, Electors::Body) => t(lang, "rule-everybody-due"),
        (Base::All, Electors::Present) => t(lang, "rule-everybody-entitled"),
        (Base::Present, Electors::Body) => t(lang, "rule-everybody-members"),
        (Base::Present, _) => t(lang, "rule-everybody-present"),
        (Base::Participating, _) => t(lang, "rule-everybody-participating"),
        (Base::Deciding, _) => t(lang, "rule-everybody-deciding"),
    }
}

/// Where everybody must say yes, whoever says nothing is told of.
fn silence(lang: Lang, rule: &Rule) -> Option<String> {
    if rule.unreturned.is_some() {
        return None;
    }
    if rule.approval.iter().all(|approval| approval.of == Counted::No) {
        return Some(t(lang, "rule-silence-no-objection"));
    }
    let whole = rule.approval.iter().find(|approval| is_everybody(approval))?;
    Some(match whole.base {
        Base::All => t(lang, "rule-silence-no-yes"),
        Base::Present | Base::Participating => t(lang, "rule-abstention-no-yes"),
        Base::Deciding => t(lang, "rule-abstention-apart"),
    })
}

/// How opinions are given, and what becomes of papers that are void or never came back.
fn terms(lang: Lang, rule: &Rule) -> Vec<String> {
    let mut terms = Vec::new();
    if let Some(clause) = &rule.unreturned {
        let args = [("article", clause.article.as_str()), ("clause", clause.clause.as_str())];
        terms.push(match clause.counts_as {
            Silence::Abstain => tf(lang, "rule-unreturned-abstain", &args),
            Silence::Majority => tf(lang, "rule-unreturned-majority", &args),
        });
    }
    terms.extend(silence(lang, rule));
    if rule.void_apart {
        terms.push(t(lang, "rule-void-apart"));
    } else if counts_participants(rule) {
        terms.push(t(lang, "rule-void-takes-part"));
    }
    if rule.written {
        terms.push(t(lang, "rule-written"));
    }
    match rule.secrecy {
        Secrecy::Either => {}
        Secrecy::Open => terms.push(t(lang, "rule-open")),
        Secrecy::Secret => terms.push(t(lang, "rule-secret")),
    }
    terms
}

/// Whether it matters who took part, so that void papers must be placed.
pub(super) fn counts_participants(rule: &Rule) -> bool {
    rule.turnout.iter().any(|turnout| turnout.of == Turning::Participating)
        || rule.approval.iter().any(|approval| approval.base == Base::Participating)
}

fn measure_word(lang: Lang, measures: &[Measure]) -> String {
    match (measures.contains(&Measure::Heads), measures.contains(&Measure::Area)) {
        (true, true) => t(lang, "rule-measure-both"),
        (false, true) => t(lang, "rule-measure-area"),
        _ => t(lang, "rule-measure-heads"),
    }
}

/// The measure after the verb, where a language says it there and not once for the whole sentence; heads go without.
fn measured_word(lang: Lang, measures: &[Measure], said_at_the_end: bool) -> String {
    match (measures.contains(&Measure::Heads), measures.contains(&Measure::Area)) {
        _ if said_at_the_end => String::new(),
        (true, true) => t(lang, "rule-by-both"),
        (false, true) => t(lang, "rule-by-area"),
        _ => String::new(),
    }
}

/// Of what a share is taken; where heads alone count, of how many heads.
fn base_word(lang: Lang, rule: &Rule, base: Base, measures: &[Measure]) -> String {
    let heads = !measures.contains(&Measure::Area);
    match (base, rule.electorate) {
        (Base::Deciding, _) if heads => t(lang, "rule-base-deciding-heads"),
        (Base::Deciding, _) => t(lang, "rule-base-deciding"),
        (Base::Participating, _) if heads => t(lang, "rule-base-participating-heads"),
        (Base::Participating, _) => t(lang, "rule-base-participating"),
        (Base::Present, Electors::Body) => t(lang, "rule-base-members"),
        (Base::Present, _) if heads => t(lang, "rule-base-present-heads"),
        (Base::Present, _) => t(lang, "rule-base-present"),
        (Base::All, Electors::Owners) => t(lang, "rule-base-owners"),
        (Base::All, Electors::Body) => t(lang, "rule-base-due"),
        (Base::All, Electors::Present) => t(lang, "rule-base-entitled"),
    }
}
