//! Where those who agree pay (谁同意谁出): shares over the sheet's weights as pledges come in, what a household can pay at
//! the most, and nothing paid before it is settled who pays.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::sync::Arc;

use amounts::{Fen, Rounding, split};
use deliberation::collection::{Answer, Collection, PaidBy};
use deliberation::cost::{CostSheet, SheetRecord};
use deliberation::ids::{CollectionNo, EventSeq, ItemNo, MeetingNo, MotionNo, PersonId, ProcedureNo, SheetNo, VoteNo};
use deliberation::people::{Capacity, Person};
use deliberation::rule::Bilingual;
use deliberation::terms::{FundMatter, Payers, Terms};
use deliberation::text::BlobHash;
use deliberation::{At, Command, Door, Event, Origin, Recorded, Refusal, State, Who, decide, fold};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

const FIRST: CollectionNo = CollectionNo(1);
const COLLECTOR: PersonId = PersonId(1);

fn door(n: usize) -> Door {
    Door::new(format!("1-{}", n + 1))
}

pub(crate) fn sheet(gross: i64, weights: &[u64], rounding: Rounding) -> CostSheet {
    let split = split(gross, weights, rounding).unwrap();
    let shares: Vec<Fen> = split.shares.into_iter().map(Fen).collect();
    let none = vec![Fen(0); weights.len()];
    CostSheet {
        id: "shares".into(),
        title: Bilingual::default(),
        rule: Bilingual::default(),
        source: Bilingual::default(),
        gross: Fen(gross),
        funding: Vec::new(),
        surplus: Fen(split.surplus),
        rounding,
        doors: (0..weights.len()).map(door).collect(),
        weights: weights.to_vec(),
        due: shares.clone(),
        shares,
        reliefs: none.clone(),
        compensations: none,
        instalments: Vec::new(),
    }
}

/// A file with one pay-if-you-agree collection that nobody has answered.
struct Project(State);

impl Project {
    fn of(sheet: CostSheet) -> Project {
        let mut state = State::default();
        state.facts.file.title = "农机局小区".into();
        let card = BlobHash([1; 32]);
        let person =
            Person { card, capacity: Capacity::Community, party: String::new(), erased: false, merged_into: None };
        Arc::make_mut(&mut state.facts.people).insert(COLLECTOR, person);
        let mut collection = Collection::new(SheetNo(1), VoteNo(1), At(0), &sheet);
        collection.payers = Payers::Agreed;
        let (procedure, meeting, item) = (ProcedureNo(1), MeetingNo(1), ItemNo(1));
        state.facts.sheets.push(Arc::new(SheetRecord { sheet, procedure, meeting, item }));
        state.facts.collections.push(Arc::new(collection));
        Project(state)
    }

    fn tries(&mut self, command: &Command) -> Result<(), Refusal> {
        let origin = Origin { at: At(1_000), by: COLLECTOR };
        for event in decide(&self.0, command, &origin)? {
            let seq = EventSeq(self.0.seq.0 + 1);
            fold(&mut self.0, &Recorded { seq, at: origin.at, by: origin.by, deed: seq, event });
        }
        Ok(())
    }

    fn does(&mut self, command: &Command) {
        self.tries(command).unwrap();
    }

    fn agree(&mut self, doors: std::ops::Range<usize>) {
        for n in doors {
            self.does(&answer(n, Answer::Agreed));
        }
    }

    fn collection(&self) -> &Collection {
        self.0.facts.collection(FIRST).unwrap()
    }

    fn due(&self, n: usize) -> i64 {
        self.collection().account(&door(n)).unwrap().due.0
    }

    /// The columns add up to what the households are asked for together.
    fn adds_up(&self) -> bool {
        let sums = self.collection().sums();
        let parts = [sums.paid, sums.written_off.0, sums.agreed_open.0, sums.not_reached.0, sums.declined.0];
        parts.iter().map(|part| part.0).sum::<i64>() == sums.due.0
    }
}

fn answer(n: usize, answer: Answer) -> Command {
    Command::RecordAnswer { collection: FIRST, door: door(n), answer }
}

fn limit(n: usize, limit: Option<i64>) -> Command {
    Command::StateLimit { collection: FIRST, door: door(n), limit: limit.map(Fen) }
}

fn pay(n: usize, amount: i64) -> Command {
    Command::TakePayment {
        collection: FIRST,
        door: door(n),
        amount: Fen(amount),
        receipt: String::new(),
        method: PaidBy::Cash,
        taken_by: Who::Person(COLLECTOR),
    }
}

const SETTLE: Command = Command::SettlePledges { collection: FIRST };

/// AT-003-3: 28,000.00 by 56 households; 42 pledge.
#[test]
fn given_forty_two_pledges_when_it_is_settled_then_they_pay_the_whole_bill_and_nobody_else_is_asked() {
    let mut gate = Project::of(sheet(2_800_000, &[1; 56], Rounding::Fen));
    assert_eq!(gate.tries(&SETTLE), Err(Refusal::NobodyPledged));
    gate.agree(0..42);
    let sheet = gate.0.facts.sheet(SheetNo(1)).unwrap().sheet.clone();
    let standing = gate.collection().standing(&sheet).unwrap();
    assert_eq!((standing.pledged.highest, standing.least, standing.needed), (Fen(66_667), Fen(50_000), Some(0)));
    // Nothing is taken while every further pledge changes the share.
    assert_eq!(gate.tries(&pay(0, 1)), Err(Refusal::PledgesOpen));
    gate.does(&SETTLE);
    assert_eq!((gate.due(0), gate.due(41), gate.due(42)), (66_667, 66_666, 0));
    let sums = gate.collection().sums();
    assert_eq!((sums.due, sums.gap(), sums.agreed_open.1, sums.not_reached.1), (Fen(2_800_000), Fen(2_800_000), 42, 0));
    assert_eq!((gate.collection().asked(), sums.paid_households), (42, 0));
    assert_eq!(gate.tries(&pay(42, 1)), Err(Refusal::MoreThanOpen { door: door(42), open: Fen(0) }));
    assert_eq!(gate.tries(&SETTLE), Err(Refusal::NoPledges));
    assert!(gate.adds_up());
}

#[test]
fn given_limits_when_shares_are_above_them_then_it_cannot_be_settled_until_enough_have_joined() {
    let mut gate = Project::of(sheet(2_800_000, &[1; 56], Rounding::Fen));
    gate.agree(0..42);
    gate.does(&limit(3, Some(55_000)));
    assert_eq!(gate.tries(&limit(3, Some(55_000))), Err(Refusal::NothingChanges));
    assert_eq!(gate.tries(&limit(3, Some(0))), Err(Refusal::BadAmount));
    let sheet = gate.0.facts.sheet(SheetNo(1)).unwrap().sheet.clone();
    let standing = gate.collection().standing(&sheet).unwrap();
    assert_eq!(standing.over, [(door(3), Fen(66_667), Fen(55_000))]);
    assert_eq!(standing.needed, Some(9));
    let above = Refusal::AboveLimit { door: door(3), share: Fen(66_667), limit: Fen(55_000) };
    assert_eq!(gate.tries(&SETTLE), Err(above));
    gate.agree(42..51);
    assert_eq!(gate.collection().standing(&sheet).unwrap().needed, Some(0));
    // Below what everybody would pay together it never works.
    gate.does(&limit(3, Some(49_999)));
    assert_eq!(gate.collection().standing(&sheet).unwrap().needed, None);
    // Without a limit, or without its pledge, it does.
    gate.does(&limit(3, None));
    gate.does(&SETTLE);
    assert_eq!(gate.tries(&limit(3, Some(1))), Err(Refusal::NoPledges));
}

#[test]
fn given_a_settled_project_when_somebody_joins_before_any_money_then_pledges_are_gathered_again() {
    let mut gate = Project::of(sheet(60_000, &[1, 2, 3], Rounding::Fen));
    gate.agree(0..2);
    gate.does(&SETTLE);
    assert_eq!((gate.due(0), gate.due(1), gate.due(2)), (20_000, 40_000, 0));
    gate.agree(2..3);
    assert!(gate.collection().is_pledging());
    assert_eq!((gate.due(0), gate.due(1), gate.due(2)), (10_000, 20_000, 30_000));
    gate.does(&answer(2, Answer::Declined));
    gate.does(&SETTLE);
    gate.does(&pay(0, 5_000));
    // Now every other share would be another one.
    assert_eq!(gate.tries(&answer(2, Answer::Agreed)), Err(Refusal::PledgesSettled { door: door(2) }));
    gate.does(&answer(1, Answer::Declined));
    let sums = gate.collection().sums();
    assert_eq!((sums.paid, sums.agreed_open.0, sums.declined), (Fen(5_000), Fen(15_000), (Fen(40_000), 1)));
    assert!(gate.adds_up());
}

/// Only what was settled is gathered again.
#[test]
fn given_open_pledges_then_an_answer_is_an_answer_and_nothing_else() {
    let gate = Project::of(sheet(60_000, &[1, 2, 3], Rounding::Fen));
    let events = decide(&gate.0, &answer(0, Answer::Agreed), &Origin { at: At(1_000), by: COLLECTOR }).unwrap();
    let wanted = Event::HouseholdAnswered { collection: FIRST, door: door(0), answer: Answer::Agreed };
    assert_eq!(events, [wanted]);
}

#[test]
fn where_everybody_pays_there_is_nothing_to_settle() {
    let mut project = Project::of(sheet(60_000, &[1, 2, 3], Rounding::Fen));
    Arc::make_mut(&mut project.0.facts.collections[0]).payers = Payers::Everybody;
    assert_eq!(project.tries(&SETTLE), Err(Refusal::NoPledges));
    assert_eq!(project.tries(&limit(0, Some(1))), Err(Refusal::NoPledges));
    project.does(&pay(0, 10_000));
}

/// As stories and journals write them.
#[test]
fn terms_and_pledges_are_plain_json() {
    let read = |text: &str| serde_json::from_str::<Command>(text).unwrap();
    let terms = read(r#"{"do":"set-terms","motion":1,"payers":"agreed","fund":"raise"}"#);
    let wanted = Terms { fund: Some(FundMatter::Raise), payers: Payers::Agreed };
    assert_eq!(terms, Command::SetTerms { motion: MotionNo(1), terms: wanted });
    let plain = read(r#"{"do":"set-terms","motion":1}"#);
    assert_eq!(plain, Command::SetTerms { motion: MotionNo(1), terms: Terms::default() });
    assert_eq!(read(r#"{"do":"state-limit","collection":1,"door":"1-4","limit":55000}"#), limit(3, Some(55_000)));
    assert_eq!(read(r#"{"do":"settle-pledges","collection":1}"#), SETTLE);
    let event = Event::TermsSet { motion: MotionNo(1), fund: None, payers: Payers::Everybody };
    let text = serde_json::to_string(&event).unwrap();
    assert_eq!(text, r#"{"t":"terms-set","motion":1}"#);
    assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event);
}

fn persistence() -> ProptestConfig {
    ProptestConfig {
        cases: 200,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(persistence())]

    /// Any answers, limits, settlements and payments in any order: the sheet's weights never change, the settled shares
    /// are the bill (and what rounding up leaves over) split by those weights among those who agreed, and the columns add
    /// up.
    #[test]
    fn the_settled_shares_are_the_bill_over_the_sheets_own_weights(
        weights in prop::collection::vec(1u64..10_000, 2..9),
        yuan in 1i64..100_000,
        coin in 0usize..3,
        deeds in prop::collection::vec((0u8..9, 0usize..9, 1i64..400_000), 1..60),
    ) {
        let rounding = [Rounding::Fen, Rounding::Yuan, Rounding::YuanUp][coin];
        let first = sheet(yuan * 100, &weights, rounding);
        let mut project = Project::of(first.clone());
        for (kind, n, amount) in deeds {
            let n = n % weights.len();
            let _may_be_refused = project.tries(&match kind {
                0..=2 => answer(n, Answer::Agreed),
                3 => answer(n, Answer::Declined),
                4 => limit(n, Some(amount)),
                5 => limit(n, None),
                6 | 7 => SETTLE,
                _ => pay(n, amount),
            });
            prop_assert!(project.adds_up());
            prop_assert_eq!(&project.0.facts.sheet(SheetNo(1)).unwrap().sheet, &first);
            let collection = project.collection();
            if collection.is_pledging() {
                prop_assert_eq!(collection.sums().paid, Fen(0));
                prop_assert_eq!(collection.accounts.iter().map(|account| account.due).collect::<Vec<_>>(), first.due.clone());
            } else if !collection.has_money() {
                let agreed: Vec<usize> = (0..weights.len())
                    .filter(|n| collection.account(&door(*n)).unwrap().answer == Answer::Agreed)
                    .collect();
                let theirs: Vec<u64> = agreed.iter().map(|n| weights[*n]).collect();
                let plain = split(yuan * 100, &theirs, rounding).unwrap();
                prop_assert_eq!(agreed.iter().map(|n| project.due(*n)).collect::<Vec<_>>(), plain.shares);
                prop_assert_eq!(collection.due.0, yuan * 100 + plain.surplus);
            }
        }
    }
}
