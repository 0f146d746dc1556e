//! Who pays for what is voted on: the cost behind each side of a vote, and shares as households pledge.

use deliberation::ballot::Choice;
use deliberation::collection::{Answer, Collection};
use deliberation::cost::CostSheet;
use deliberation::ids::{CollectionNo, VoteNo};
use deliberation::payers::{CostBySide, Pledged, cost_by_side, pledged};
use deliberation::vote::Vote;
use deliberation::{Door, Facts};

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// The sheet a vote decides on.
pub fn sheet_of<'a>(facts: &'a Facts, vote: &Vote) -> Option<&'a CostSheet> {
    Some(&facts.sheet(facts.motion(vote.motion)?.sheet?)?.sheet)
}

/// `vote.N.cost.yes|no|abstain|void`: what the households of one side would pay together.
pub fn side(lang: Lang, number: VoteNo, costs: &CostBySide, choice: Choice) -> Figure {
    Quantity::Money(costs.side(choice)).figure(lang, format!("vote.{number}.cost.{}", choice.key()))
}

/// `vote.N.cost.silent`: of those who have not answered.
pub fn silent(lang: Lang, number: VoteNo, costs: &CostBySide) -> Figure {
    Quantity::Money(costs.silent).figure(lang, format!("vote.{number}.cost.silent"))
}

/// All of a vote's; none if nothing is to be paid, or hands were counted without doors.
pub fn of_vote(lang: Lang, facts: &Facts, number: VoteNo, vote: &Vote) -> Vec<Figure> {
    let Some(costs) = sheet_of(facts, vote).and_then(|sheet| cost_by_side(vote, sheet)) else { return Vec::new() };
    let sides =
        [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void].map(|choice| side(lang, number, &costs, choice));
    sides.into_iter().chain([silent(lang, number, &costs)]).collect()
}

/// The bill among those who have agreed so far; `None` while nobody has, or nothing is collected.
pub fn among_agreed(facts: &Facts, collection: &Collection) -> Option<Pledged> {
    let agreed = collection.accounts.iter().filter(|account| account.answer == Answer::Agreed);
    let doors = agreed.map(|account| account.door.clone()).collect();
    pledged(&facts.sheet(collection.sheet)?.sheet, &doors).ok()
}

/// `collection.N.pledged.highest`: the most anybody would pay if only those who agreed so far paid the bill.
pub fn highest(lang: Lang, number: CollectionNo, pledged: &Pledged) -> Figure {
    Quantity::Money(pledged.highest).figure(lang, format!("collection.{number}.pledged.highest"))
}

/// `collection.N.pledged.DOOR`: what one household would pay then.
pub fn at(lang: Lang, number: CollectionNo, pledged: &Pledged, door: &Door) -> Option<Figure> {
    let (_, due) = pledged.due.iter().find(|(other, _)| other == door)?;
    Some(Quantity::Money(*due).figure(lang, format!("collection.{number}.pledged.{door}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures;
    use crate::story::Story;

    /// What stands behind each side adds up to what the sheet has the households pay.
    #[test]
    fn the_cost_behind_the_sides_is_the_sheet() {
        let story = Story::told();
        let facts = &story.state.facts;
        let vote = facts.vote(VoteNo(1)).unwrap();
        let costs = of_vote(Lang::ZhCn, facts, VoteNo(1), vote);
        let fen = |figure: &Figure| figure.value.replace('.', "").parse::<i64>().unwrap();
        let sum: i64 = costs.iter().map(fen).sum();
        assert_eq!(sum, sheet_of(facts, vote).unwrap().total_due().0);
        let found = figures::find(Lang::En, facts, "vote.1.cost.no").unwrap();
        assert!(found.value != "0.00", "somebody said no: {}", found.text);
    }
}
