//! What the paragraph of a vote says of money: the maintenance fund, the cost behind each side, and the shares of those who
//! said yes where those who agree pay.

use deliberation::Facts;
use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::vote::Vote;

use crate::figures::payers;
use crate::fund_words::{fund_matter, fund_source, fund_word};
use crate::locale::{Lang, t, tf};
use crate::speaking::choice_word;

/// "本项涉及筹集维修资金（《民法典》第278条第1款第6项）", and that the rule is another one where it is.
pub(crate) fn fund_sentence(lang: Lang, facts: &Facts, vote: &Vote) -> Option<String> {
    let matter = fund_matter(facts, facts.motion(vote.motion)?)?;
    let args = [("matter", &*fund_word(lang, matter)), ("source", &*fund_source(lang, matter))];
    Some(match matter.misfit(&vote.rule) {
        None => tf(lang, "minutes-vote-fund", &args),
        Some(_) => tf(lang, "minutes-vote-fund-misfit", &args),
    })
}

/// "按应出的钱算：赞成1,191.67元、反对…，合计1,650.00元": the sides of which there are any.
pub(super) fn cost_sentences(lang: Lang, facts: &Facts, number: VoteNo, vote: &Vote) -> Vec<String> {
    let Some(costs) = payers::costs_of(facts, vote) else { return Vec::new() };
    let spoken = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];
    let has = |choice: &Choice| *choice == Choice::Yes || costs.side(*choice).0 != 0;
    let mut parts: Vec<String> = spoken
        .into_iter()
        .filter(has)
        .map(|choice| {
            let amount = payers::side(lang, number, &costs, choice).paper;
            tf(lang, "minutes-vote-cost-side", &[("side", &choice_word(lang, choice)), ("amount", &amount)])
        })
        .collect();
    if costs.silent.0 != 0 {
        let amount = payers::silent(lang, number, &costs).paper;
        parts.push(tf(lang, "minutes-vote-cost-silent", &[("amount", &amount)]));
    }
    let (list, all) = (parts.join(&t(lang, "list-comma")), payers::everybody(lang, number, &costs).paper);
    let mut said = vec![tf(lang, "minutes-vote-cost", &[("sides", &list), ("all", &all)])];
    if let Some(pledged) = payers::pledged_by_vote(facts, vote) {
        let households = payers::vote_pledges(lang, number, &pledged).paper;
        let highest = payers::vote_highest(lang, number, &pledged).paper;
        let args = [("households", &*households), ("highest", &*highest)];
        said.push(tf(lang, "minutes-vote-pledged", &args));
    }
    said
}
