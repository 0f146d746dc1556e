//! Who pays for what is voted on: the cost behind each side of a vote, shares as households pledge, what one household's
//! share is made of, and two versions of a sheet side by side.

use amounts::Fen;
use deliberation::ballot::Choice;
use deliberation::collection::{Collection, Standing};
use deliberation::cost::CostSheet;
use deliberation::ids::{CollectionNo, SheetNo, VoteNo};
use deliberation::payers::{Change, CostBySide, Pledged, compare, cost_by_side, pledged, yes_doors};
use deliberation::terms::Payers;
use deliberation::vote::Vote;
use deliberation::{Door, Facts};

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

fn money(lang: Lang, amount: Fen, id: String) -> Figure {
    Quantity::Money(amount).figure(lang, id)
}

/// The sheet a vote decides on; an election decides on none.
pub fn sheet_of<'a>(facts: &'a Facts, vote: &Vote) -> Option<&'a CostSheet> {
    let sheet = facts.motion(vote.motion)?.sheet.filter(|_| vote.seats == 0)?;
    Some(&facts.sheet(sheet)?.sheet)
}

/// The cost behind each side of a vote; none if nothing is to be paid, or sides were counted without doors.
pub fn costs_of(facts: &Facts, vote: &Vote) -> Option<CostBySide> {
    sheet_of(facts, vote).and_then(|sheet| cost_by_side(vote, sheet))
}

/// `vote.N.cost.yes|no|abstain|void`: what the households of one side would pay together.
pub fn side(lang: Lang, number: VoteNo, costs: &CostBySide, choice: Choice) -> Figure {
    money(lang, costs.side(choice), format!("vote.{number}.cost.{}", choice.key()))
}

/// `vote.N.cost.silent`: of those who have not answered.
pub fn silent(lang: Lang, number: VoteNo, costs: &CostBySide) -> Figure {
    money(lang, costs.silent, format!("vote.{number}.cost.silent"))
}

/// `vote.N.cost.all`: of everybody together.
pub fn everybody(lang: Lang, number: VoteNo, costs: &CostBySide) -> Figure {
    money(lang, costs.sum(), format!("vote.{number}.cost.all"))
}

/// Who would pay if a vote's yes were its pledges, where those who agree pay; `None` where everybody pays, nobody said
/// yes, or sides were counted without doors.
pub fn pledged_by_vote(facts: &Facts, vote: &Vote) -> Option<Pledged> {
    let sheet = sheet_of(facts, vote)?;
    let agreed = facts.motion(vote.motion).is_some_and(|motion| motion.terms.payers == Payers::Agreed);
    agreed.then(|| pledged(sheet, &yes_doors(vote, sheet)).ok()).flatten()
}

/// `vote.N.pledged.households`: how many households that is.
pub fn vote_pledges(lang: Lang, number: VoteNo, pledged: &Pledged) -> Figure {
    Quantity::households(pledged.due.len()).figure(lang, format!("vote.{number}.pledged.households"))
}

/// `vote.N.pledged.highest`: the most any of them would pay.
pub fn vote_highest(lang: Lang, number: VoteNo, pledged: &Pledged) -> Figure {
    money(lang, pledged.highest, format!("vote.{number}.pledged.highest"))
}

/// All of a vote's.
pub fn of_vote(lang: Lang, facts: &Facts, number: VoteNo, vote: &Vote) -> Vec<Figure> {
    let Some(costs) = costs_of(facts, vote) else { return Vec::new() };
    let sides =
        [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void].map(|choice| side(lang, number, &costs, choice));
    let mut all: Vec<Figure> =
        sides.into_iter().chain([silent(lang, number, &costs), everybody(lang, number, &costs)]).collect();
    if let Some(pledged) = pledged_by_vote(facts, vote) {
        all.extend([vote_pledges(lang, number, &pledged), vote_highest(lang, number, &pledged)]);
    }
    all
}

/// How the pledges of a collection stand; `None` while nobody has pledged, and where everybody pays.
pub fn standing(facts: &Facts, collection: &Collection) -> Option<Standing> {
    if collection.payers == Payers::Everybody {
        return None;
    }
    collection.standing(&facts.sheet(collection.sheet)?.sheet)
}

/// `collection.N.pledged.households`: how many have pledged.
pub fn pledges(lang: Lang, number: CollectionNo, standing: &Standing) -> Figure {
    Quantity::households(standing.pledged.due.len()).figure(lang, format!("collection.{number}.pledged.households"))
}

/// `collection.N.pledged.highest`: the most anybody would pay if only those who pledged so far paid the bill.
pub fn highest(lang: Lang, number: CollectionNo, standing: &Standing) -> Figure {
    money(lang, standing.pledged.highest, format!("collection.{number}.pledged.highest"))
}

/// `collection.N.pledged.least`: the most anybody would pay if all pledged.
pub fn least(lang: Lang, number: CollectionNo, standing: &Standing) -> Figure {
    money(lang, standing.least, format!("collection.{number}.pledged.least"))
}

/// `collection.N.pledged.over`: how many would pay more than they can.
pub fn over(lang: Lang, number: CollectionNo, standing: &Standing) -> Figure {
    Quantity::households(standing.over.len()).figure(lang, format!("collection.{number}.pledged.over"))
}

/// `collection.N.pledged.needed`: how many more must pledge before nobody does; none if that cannot be.
pub fn needed(lang: Lang, number: CollectionNo, standing: &Standing) -> Option<Figure> {
    let count = standing.needed?;
    Some(Quantity::households(count).figure(lang, format!("collection.{number}.pledged.needed")))
}

/// `collection.N.pledged.DOOR`: what one household would pay then.
pub fn pledged_at(lang: Lang, number: CollectionNo, standing: &Standing, door: &Door) -> Option<Figure> {
    let (_, due) = standing.pledged.due.iter().find(|(other, _)| other == door)?;
    Some(money(lang, *due, format!("collection.{number}.pledged.{door}")))
}

/// `collection.N.limit.DOOR`: what a household can pay at the most, if it said so.
pub fn limit_at(lang: Lang, number: CollectionNo, collection: &Collection, door: &Door) -> Option<Figure> {
    Some(money(lang, collection.account(door)?.limit?, format!("collection.{number}.limit.{door}")))
}

/// All of a collection's.
pub fn of_collection(lang: Lang, facts: &Facts, number: CollectionNo, collection: &Collection) -> Vec<Figure> {
    let limits = collection.accounts.iter().filter_map(|account| limit_at(lang, number, collection, &account.door));
    let mut all: Vec<Figure> = limits.collect();
    if let Some(standing) = standing(facts, collection) {
        all.extend([pledges(lang, number, &standing), highest(lang, number, &standing)]);
        all.extend([least(lang, number, &standing), over(lang, number, &standing)]);
        all.extend(needed(lang, number, &standing));
        let due = standing.pledged.due.iter();
        all.extend(due.map(|(door, due)| money(lang, *due, format!("collection.{number}.pledged.{door}"))));
    }
    all
}

/// What a household's share is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// The weight of the split, a plain number.
    Weight,
    /// The share of the split.
    Share,
    /// What is taken off for relief.
    Relief,
    /// What is taken off as compensation.
    Compensation,
}

impl Made {
    /// The part of the id that names it.
    pub fn key(self) -> &'static str {
        match self {
            Made::Weight => "weight",
            Made::Share => "share",
            Made::Relief => "relief",
            Made::Compensation => "compensation",
        }
    }
}

/// `sheet.N.weight|share|relief|compensation.DOOR`: found by their ids alone, in no list of all numbers, because relief
/// is nobody else's business.
pub fn made_of(lang: Lang, number: SheetNo, sheet: &CostSheet, row: usize, made: Made) -> Option<Figure> {
    let id = format!("sheet.{number}.{}.{}", made.key(), sheet.doors.get(row)?);
    Some(match made {
        Made::Weight => Quantity::Count(i64::try_from(*sheet.weights.get(row)?).unwrap_or(i64::MAX)).figure(lang, id),
        Made::Share => money(lang, *sheet.shares.get(row)?, id),
        Made::Relief => money(lang, *sheet.reliefs.get(row)?, id),
        Made::Compensation => money(lang, *sheet.compensations.get(row)?, id),
    })
}

/// `sheet.N.instalment.K.DOOR`: one payment in parts, K from 1.
pub fn instalment(lang: Lang, number: SheetNo, sheet: &CostSheet, row: usize, place: usize) -> Option<Figure> {
    let amount = sheet.instalments.get(place)?.amounts.get(row)?;
    let id = format!("sheet.{number}.instalment.{}.{}", place + 1, sheet.doors.get(row)?);
    Some(money(lang, *amount, id))
}

/// What a sheet's rest of an id says of one household: `share.DOOR`, `instalment.1.DOOR`.
pub(super) fn find_made(lang: Lang, number: SheetNo, sheet: &CostSheet, rest: &str) -> Option<Figure> {
    let (kind, door) = rest.split_once('.')?;
    if kind == "instalment" {
        let (place, door) = door.split_once('.')?;
        let place = place.parse::<usize>().ok()?.checked_sub(1)?;
        return instalment(lang, number, sheet, sheet.row(&Door::new(door))?, place);
    }
    let made = [Made::Weight, Made::Share, Made::Relief, Made::Compensation];
    let made = made.into_iter().find(|made| made.key() == kind)?;
    made_of(lang, number, sheet, sheet.row(&Door::new(door))?, made)
}

/// Two versions of a sheet side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The earlier one.
    pub before: SheetNo,
    /// The later one.
    pub after: SheetNo,
    /// Every household of either, in door order.
    pub changes: Vec<Change>,
}

/// What a comparison counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Households that pay less.
    Lower,
    /// Households that pay more.
    Higher,
    /// Households that pay the same.
    Same,
    /// What the first pay less together.
    Saved,
    /// What the second pay more together.
    Added,
}

impl Compared {
    /// The part of the id that names it.
    pub fn key(self) -> &'static str {
        match self {
            Compared::Lower => "lower",
            Compared::Higher => "higher",
            Compared::Same => "same",
            Compared::Saved => "saved",
            Compared::Added => "added",
        }
    }
}

impl Comparison {
    /// Holds two sheets of the file side by side.
    pub fn of(facts: &Facts, before: SheetNo, after: SheetNo) -> Option<Comparison> {
        let changes = compare(&facts.sheet(before)?.sheet, &facts.sheet(after)?.sheet);
        Some(Comparison { before, after, changes })
    }

    /// A sheet with the version before it under the same item; `None` for the first.
    pub fn with_previous(facts: &Facts, after: SheetNo) -> Option<Comparison> {
        let record = facts.sheet(after)?;
        let earlier = facts.sheets.iter().take(after.index()?);
        let same =
            earlier.enumerate().rev().find(|(_, other)| (other.meeting, other.item) == (record.meeting, record.item));
        Comparison::of(facts, SheetNo::at(same?.0), after)
    }

    fn id(&self, rest: &str) -> String {
        format!("sheet.{}.than.{}.{rest}", self.after, self.before)
    }

    /// `sheet.N.than.M.lower|higher|same|saved|added`.
    pub fn figure(&self, lang: Lang, compared: Compared) -> Figure {
        let by = || self.changes.iter().map(|change| change.by().0);
        let id = self.id(compared.key());
        let sum = |parts: &mut dyn Iterator<Item = i64>| {
            Fen(parts.fold(0, |sum, part| sum.saturating_add(part.saturating_abs())))
        };
        match compared {
            Compared::Lower => Quantity::households(by().filter(|by| *by < 0).count()).figure(lang, id),
            Compared::Higher => Quantity::households(by().filter(|by| *by > 0).count()).figure(lang, id),
            Compared::Same => Quantity::households(by().filter(|by| *by == 0).count()).figure(lang, id),
            Compared::Saved => money(lang, sum(&mut by().filter(|by| *by < 0)), id),
            Compared::Added => money(lang, sum(&mut by().filter(|by| *by > 0)), id),
        }
    }

    /// `sheet.N.than.M.DOOR`: what one household pays more, negative = less.
    pub fn by(&self, lang: Lang, change: &Change) -> Figure {
        money(lang, change.by(), self.id(change.door.as_str()))
    }

    /// All of them.
    pub fn all(&self, lang: Lang) -> Vec<Figure> {
        let counts = [Compared::Lower, Compared::Higher, Compared::Same, Compared::Saved, Compared::Added];
        let counts = counts.into_iter().map(|compared| self.figure(lang, compared));
        counts.chain(self.changes.iter().map(|change| self.by(lang, change))).collect()
    }
}

/// `N.than.M.…` of a sheet's id.
pub(super) fn find_compared(lang: Lang, facts: &Facts, after: SheetNo, rest: &str) -> Option<Figure> {
    let (before, _) = rest.strip_prefix("than.")?.split_once('.')?;
    let comparison = Comparison::of(facts, SheetNo(before.parse().ok()?), after)?;
    let id = format!("sheet.{after}.{rest}");
    comparison.all(lang).into_iter().find(|figure| figure.id == id)
}

#[cfg(test)]
mod tests;
