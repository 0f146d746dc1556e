//! A vote as it would open now, so that its rule can be shown before it does. Nothing of it is kept.

use std::sync::Arc;

use deliberation::electorate::{Elector, Electorate, ProxyHolder};
use deliberation::meeting::Meeting;
use deliberation::motion::Motion;
use deliberation::rule::Electors;
use deliberation::vote::Vote;
use deliberation::{At, Facts};
use words::rule_words::rule_text;

use crate::stage::RulePreview;

/// `None` for a motion or a rule that is not there.
pub(super) fn vote(facts: &Facts, wanted: &RulePreview) -> Option<Vote> {
    let (motion, rule) = (facts.motion(wanted.motion)?, facts.rule(&wanted.rule)?);
    let meeting = facts.meeting(motion.meeting)?;
    let electorate = match (rule.electorate, wanted.body) {
        (Electors::Body, body) => body.map(Electorate::of_body).unwrap_or_default(),
        _ => electorate(facts, meeting, motion, wanted),
    };
    let roll = Arc::clone(&facts.roll);
    Some(Vote {
        meeting: motion.meeting,
        item: motion.item,
        motion: wanted.motion,
        question: motion.text.clone(),
        sentence: rule_text(rule),
        scope: wanted.scope.clone(),
        ..Vote::new(rule.clone(), wanted.method, electorate, roll, At(0))
    })
}

/// The heads in scope as the roll and the hall are now, without those who stand aside.
fn electorate(facts: &Facts, meeting: &Meeting, motion: &Motion, wanted: &RulePreview) -> Electorate {
    let heads = wanted.scope.heads(&facts.roll);
    let present = |person| meeting.attendance.is_present(person);
    let (aside, heads): (Vec<_>, Vec<_>) = heads.into_iter().partition(|(person, _)| motion.recused.contains(person));
    let elector = |(person, area)| {
        let proxy = meeting.proxies.get(&person);
        let proxy = proxy.map(|proxy| ProxyHolder { agent: proxy.agent, present: present(proxy.agent) });
        Elector { person, area, present: present(person), proxy }
    };
    let recused = aside.into_iter().map(|(person, _)| person).collect();
    Electorate::new(heads.into_iter().map(elector).collect(), recused)
}
