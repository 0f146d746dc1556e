//! Collecting an adopted sheet: the columns add up to the bill after any deeds, whoever advanced what.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use amounts::{CentiSqm, Fen, Rounding};
use deliberation::agenda::ItemKind;
use deliberation::ballot::{Choice, Method};
use deliberation::collection::{Answer, Collection, PaidBy};
use deliberation::command::ImportRow;
use deliberation::cost::{CostSheet, Funding};
use deliberation::ids::{AdvanceNo, CollectionNo, EventSeq, ItemNo, MotionNo, PersonId, ProcedureNo, SheetNo, VoteNo};
use deliberation::material::Materials;
use deliberation::meeting::Plan;
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome};
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::rule::Bilingual;
use deliberation::speakers::TalkRule;
use deliberation::text::{BlobHash, BlobRef, Sealable, Words};
use deliberation::{At, Command, Door, Origin, Recorded, Refusal, State, Who, decide, fold, fold_all};
use proptest::prelude::*;

const HOUSEHOLDS: u32 = 6;
/// What each door pays: rounded up to the yuan, the last one receives compensation.
const DUE: [i64; 6] = [10_000, 10_000, 10_000, 5_100, 5_100, -2_000];
const FUNDING: i64 = 3_000;
const SURPLUS: i64 = 200;
const BILL: i64 = 40_200 + FUNDING - SURPLUS;
const FIRST: CollectionNo = CollectionNo(1);
/// Adopted the sheet, passed later, failed later, in the order of opening.
const ADOPTED: VoteNo = VoteNo(1);
const LATER: VoteNo = VoteNo(2);
const FAILED: VoteNo = VoteNo(3);

fn blob(seed: u32) -> BlobRef {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&seed.to_be_bytes());
    BlobRef { blob: BlobHash(hash) }
}

fn door(n: u32) -> Door {
    Door::new(format!("1-{}", n + 1))
}

fn who(n: u32) -> Who {
    Who::Door(door(n))
}

fn words(n: u32) -> Words {
    Words { words: Sealable::Sealed(blob(1_000 + n)), about: Vec::new() }
}

fn both(text: &str) -> Bilingual {
    Bilingual { zh: text.to_owned(), en: text.to_owned() }
}

fn sheet() -> CostSheet {
    let due = DUE.map(Fen).to_vec();
    let none = vec![Fen(0); DUE.len()];
    let mut compensations = none.clone();
    compensations[5] = Fen(2_000);
    CostSheet {
        id: "shares".into(),
        title: both("清掏费"),
        rule: both("按户"),
        source: both(""),
        gross: Fen(DUE.iter().sum::<i64>() + FUNDING - SURPLUS),
        funding: vec![Funding { kind: "subsidy".into(), label: both("补贴"), amount: Fen(FUNDING) }],
        surplus: Fen(SURPLUS),
        rounding: Rounding::YuanUp,
        doors: (0..HOUSEHOLDS).map(door).collect(),
        weights: vec![2, 2, 2, 1, 1, 0],
        shares: due.iter().map(|due| Fen(due.0.max(0))).collect(),
        reliefs: none,
        compensations,
        due,
        instalments: Vec::new(),
    }
}

/// A file as a session keeps it, without a disk.
#[derive(Default)]
struct Table {
    state: State,
    journal: Vec<Recorded>,
}

impl Table {
    fn tries(&mut self, command: &Command) -> Result<(), Refusal> {
        let at = At(1_784_372_400_000 + i64::try_from(self.journal.len()).unwrap() * 7_000);
        let origin = Origin { at, by: PersonId::NOBODY };
        let events = decide(&self.state, command, &origin)?;
        assert!(!events.is_empty(), "a deed without events: {command:?}");
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = EventSeq(self.state.seq.0 + 1);
            let recorded = Recorded { seq, at, by: origin.by, deed, event };
            fold(&mut self.state, &recorded);
            self.journal.push(recorded);
        }
        Ok(())
    }

    fn does(&mut self, command: &Command) {
        self.tries(command).unwrap();
    }

    fn refused(&mut self, command: &Command) -> Refusal {
        self.tries(command).unwrap_err()
    }

    fn collection(&self) -> &Collection {
        self.state.facts.collection(FIRST).unwrap()
    }

    fn gap(&self) -> i64 {
        self.collection().sums().gap().0
    }

    /// A vote by everybody on a motion of its own; the first carries the sheet.
    fn vote(&mut self, number: u32, sheet: Option<SheetNo>, choice: Choice) {
        self.does(&Command::MoveMotion { text: format!("动议 {number}"), mover: who(0), seconder: None, sheet });
        self.does(&Command::open_vote(MotionNo(number), "deliberation", Method::RollCall));
        for n in 0..HOUSEHOLDS {
            self.does(&Command::ballot(VoteNo(number), door(n), choice));
        }
        self.does(&Command::CloseVote { vote: VoteNo(number) });
    }

    /// The evening on which the sheet was adopted, with two further votes after it.
    fn collecting() -> Table {
        let mut table = Table::default();
        let rows = (0..HOUSEHOLDS).map(|n| ImportRow {
            unit: Unit {
                door: door(n),
                kind: UnitKind::Flat,
                building: "1".into(),
                stair: String::new(),
                floor: Some(1),
                area: Some(CentiSqm(5_000)),
                area_source: AreaSource::Roll,
            },
            owners: vec![Sealable::Sealed(blob(100 + n))],
            residents: Some(n),
        });
        let plan = Plan {
            title: "小方桌".into(),
            ordinal: None,
            place: "活动室".into(),
            start: At(1_784_372_400_000),
            talk: TalkRule::default(),
            ..Plan::default()
        };
        let item = Command::AddItem { title: "分摊".into(), kind: ItemKind::Proposal, minutes: 9, before: None };
        table.does(&Command::CreateFile {
            title: "水产宿舍".into(),
            zone: "Asia/Shanghai".into(),
            lang: "zh-CN".into(),
        });
        table.does(&Command::ImportRoll { rows: rows.collect(), columns: Vec::new() });
        table.does(&Command::PlanMeeting { plan });
        table.does(&item);
        for n in 0..HOUSEHOLDS {
            table.does(&Command::SignIn { who: who(n) });
        }
        table.does(&Command::OpenMeeting { chair: who(0), recorder: who(1), counters: vec![who(2), who(3)] });
        table.does(&Command::StartItem { item: ItemNo(1) });
        table.does(&Command::StartProcedure {
            plugin: Plugin {
                id: "fee-apportionment".into(),
                version: "0.1.0".into(),
                title: both("费用分摊"),
                sha256: blob(1).blob,
                component: blob(1),
            },
            inputs: blob(2),
            columns: false,
            lang: "zh-CN".into(),
            after: blob(3).blob,
        });
        let outcome = ProcedureOutcome::Recorded;
        table.does(&Command::ConcludeProcedure {
            procedure: ProcedureNo(1),
            before: blob(3).blob,
            conclusion: Conclusion {
                outcome,
                summary: both("按户"),
                minutes: vec![both("按户")],
                materials: Materials::default(),
            },
            sheets: vec![sheet()],
            private: None,
        });
        table.vote(1, Some(SheetNo(1)), Choice::Yes);
        table.vote(2, None, Choice::Yes);
        table.vote(3, None, Choice::No);
        table
    }
}

fn answer(n: u32, answer: Answer) -> Command {
    Command::RecordAnswer { collection: FIRST, door: door(n), answer }
}

fn pay(n: u32, amount: i64, receipt: &str) -> Command {
    let (door, receipt) = (door(n), receipt.to_owned());
    Command::TakePayment {
        collection: FIRST,
        door,
        amount: Fen(amount),
        receipt,
        method: PaidBy::Cash,
        taken_by: who(1),
    }
}

fn refund(n: u32, amount: i64, receipt: &str) -> Command {
    let (door, receipt) = (door(n), receipt.to_owned());
    Command::RefundPayment {
        collection: FIRST,
        door,
        amount: Fen(amount),
        receipt,
        method: PaidBy::Cash,
        given_by: who(1),
    }
}

fn advance(n: u32, amount: i64, part: Option<u32>) -> Command {
    Command::AdvanceMoney { collection: FIRST, who: who(n), amount: Fen(amount), door: part.map(door) }
}

fn repay(advance: u32, amount: i64) -> Command {
    Command::RepayAdvance { collection: FIRST, advance: AdvanceNo(advance), amount: Fen(amount) }
}

fn bill(amount: i64) -> Command {
    Command::RecordBill { collection: FIRST, amount: Fen(amount) }
}

fn spend(amount: i64) -> Command {
    Command::UseSurplus { collection: FIRST, amount: Fen(amount), words: words(7) }
}

fn write_off(n: u32, amount: Option<i64>, vote: VoteNo) -> Command {
    let source = "公共收益".to_owned();
    Command::WriteOffPart { collection: FIRST, door: door(n), amount: amount.map(Fen), source, vote }
}

#[test]
fn a_sheet_opens_as_a_collection_whose_bill_is_due_and_funding_less_what_rounding_leaves() {
    let table = Table::collecting();
    let sums = table.collection().sums();
    assert_eq!((sums.due, sums.funding, sums.bill), (Fen(40_200), Fen(FUNDING), Fen(BILL)));
    assert_eq!((sums.gap(), sums.surplus(), sums.over()), (Fen(40_000), Fen(0), Fen(SURPLUS)));
    assert_eq!(sums.not_reached, (Fen(40_200), 5), "who receives money is asked for none");
    assert!(table.collection().is_open() && !table.collection().has_begun());
}

#[test]
fn a_share_is_paid_in_parts_and_a_refund_never_exceeds_what_was_paid() {
    let mut table = Table::collecting();
    table.does(&pay(0, 4_000, "001"));
    table.does(&pay(0, 5_000, "002"));
    let over = table.refused(&pay(0, 1_001, "003"));
    assert_eq!(over, Refusal::MoreThanOpen { door: door(0), open: Fen(1_000) });
    table.does(&refund(0, 2_500, ""));
    assert_eq!(table.collection().account(&door(0)).unwrap().paid(), Fen(6_500));
    let over = table.refused(&refund(0, 6_501, ""));
    assert_eq!(over, Refusal::MoreThanPaid { door: door(0), paid: Fen(6_500) });
    // Whoever has money in agreed to it; with everything back they may still decline.
    assert_eq!(table.refused(&answer(0, Answer::Declined)), Refusal::HasPaid { door: door(0) });
    table.does(&refund(0, 6_500, "退-1"));
    table.does(&answer(0, Answer::Declined));
    let account = table.collection().account(&door(0)).unwrap();
    assert_eq!((account.owing(), account.open()), (Fen(0), Fen(10_000)));
    assert_eq!(table.gap(), 40_000);
}

#[test]
fn a_receipt_number_is_used_once_in_a_collection_and_the_door_that_has_it_is_told() {
    let mut table = Table::collecting();
    table.does(&pay(0, 100, " 007 "));
    let used = Refusal::ReceiptUsed { receipt: "007".into(), door: door(0) };
    for twice in [pay(1, 100, "007"), pay(0, 100, "007 "), refund(0, 50, "007")] {
        assert_eq!(table.refused(&twice), used);
    }
    // No number at all is nobody's.
    table.does(&pay(1, 100, ""));
    table.does(&pay(2, 100, ""));
    assert_eq!(table.collection().next_receipt(), "", "the last payment bore no number");
    table.does(&Command::Undo);
    table.does(&Command::Undo);
    assert_eq!(table.collection().next_receipt(), "008");
    table.does(&refund(0, 50, "008"));
    assert_eq!(table.collection().next_receipt(), "009", "a number a refund has is passed by");
}

#[test]
fn an_advance_leaves_the_gap_alone_and_is_repaid_in_parts_from_what_comes_in() {
    let mut table = Table::collecting();
    table.does(&pay(0, 10_000, "001"));
    assert_eq!(table.gap(), 30_000);
    table.does(&advance(1, 20_000, None));
    table.does(&advance(2, 5_000, Some(3)));
    assert_eq!(table.gap(), 30_000, "an advance is lent, not paid in");
    assert_eq!(table.refused(&advance(1, 5_001, None)), Refusal::MoreThanGap { left: Fen(5_000) });
    assert_eq!(table.refused(&advance(1, 101, Some(3))), Refusal::MoreThanGap { left: Fen(100) });
    assert_eq!(table.refused(&repay(1, 1)), Refusal::MoreThanCameIn { left: Fen(0) });
    // What a payment would pay back: the household's own part first, then the gap.
    assert_eq!(table.collection().repaid_by(&door(3), Fen(5_100)), Some((AdvanceNo(2), Fen(5_000))));
    assert_eq!(table.collection().repaid_by(&door(1), Fen(6_000)), Some((AdvanceNo(1), Fen(6_000))));
    table.does(&pay(1, 6_000, "002"));
    table.does(&repay(1, 4_000));
    assert_eq!(table.refused(&repay(2, 2_001)), Refusal::MoreThanCameIn { left: Fen(2_000) });
    table.does(&repay(2, 2_000));
    assert_eq!(table.refused(&repay(3, 1)), Refusal::UnknownAdvance);
    assert_eq!(table.gap(), 24_000);
    let sums = table.collection().sums();
    assert_eq!((sums.advanced, sums.repaid, sums.advances_open()), (Fen(25_000), Fen(6_000), Fen(19_000)));
    // All is in: the gap is zero, and the collection stays open until the last advance is back.
    for (n, amount, receipt) in [(1, 4_000, "003"), (2, 10_000, "004"), (3, 5_100, "005"), (4, 5_100, "006")] {
        table.does(&pay(n, amount, receipt));
    }
    assert_eq!((table.gap(), table.collection().is_open()), (0, true));
    assert_eq!(table.refused(&repay(2, 3_001)), Refusal::MoreThanAdvanced { left: Fen(3_000) });
    table.does(&repay(2, 3_000));
    table.does(&repay(1, 16_000));
    assert!(!table.collection().is_open());
}

#[test]
fn a_surplus_is_what_came_in_beyond_the_bill_and_is_used_no_more_than_once() {
    let mut table = Table::collecting();
    assert_eq!(table.refused(&spend(1)), Refusal::MoreThanSurplus { left: Fen(0) });
    for (n, amount) in [(0, 10_000), (1, 10_000), (2, 10_000), (3, 5_100), (4, 5_100)] {
        table.does(&pay(n, amount, ""));
    }
    assert_eq!(table.collection().sums().surplus(), Fen(SURPLUS), "from rounding up");
    // The supplier asks less than the sheet knew.
    table.does(&bill(BILL - 1_000));
    assert_eq!(table.refused(&bill(BILL - 1_000)), Refusal::NothingChanges);
    table.does(&spend(1_100));
    assert_eq!(table.refused(&spend(101)), Refusal::MoreThanSurplus { left: Fen(100) });
    assert_eq!(table.collection().uses[0].words.blob, blob(1_007).blob);
    // Money that was spent is missing once a household gets its own back.
    table.does(&refund(4, 500, ""));
    let sums = table.collection().sums();
    assert_eq!((sums.surplus(), sums.gap()), (Fen(0), Fen(400)));
    // And asks more: nobody owes what the sheet did not ask.
    table.does(&bill(BILL + 9_000));
    let sums = table.collection().sums();
    assert_eq!((sums.short(), sums.gap(), sums.agreed_open.0), (Fen(9_900), Fen(10_400), Fen(500)));
}

#[test]
fn a_part_goes_to_another_source_only_by_a_later_vote_that_passed() {
    let mut table = Table::collecting();
    table.does(&answer(0, Answer::Declined));
    for wrong in [ADOPTED, FAILED] {
        assert_eq!(table.refused(&write_off(0, None, wrong)), Refusal::NotDecidedLater);
    }
    assert_eq!(table.refused(&write_off(0, None, VoteNo(9))), Refusal::UnknownVote);
    let beyond = table.refused(&write_off(0, Some(10_001), LATER));
    assert_eq!(beyond, Refusal::MoreThanOpen { door: door(0), open: Fen(10_000) });
    table.does(&write_off(0, Some(4_000), LATER));
    table.does(&write_off(0, None, LATER));
    let account = table.collection().account(&door(0)).unwrap();
    assert_eq!((account.open(), account.paid(), account.written_off()), (Fen(0), Fen(0), Fen(10_000)));
    assert_eq!((table.gap(), table.collection().sums().written_off), (30_000, (Fen(10_000), 1)));
    // The vote it rests on does not open again behind its back.
    let reason = words(3);
    assert_eq!(table.refused(&Command::ReopenVote { vote: LATER, reason }), Refusal::CollectionBegun);
}

#[test]
fn a_collection_whose_vote_is_opened_again_takes_nothing() {
    let mut table = Table::collecting();
    table.does(&Command::ReopenVote { vote: ADOPTED, reason: words(3) });
    for nothing in [answer(0, Answer::Agreed), pay(0, 1, ""), advance(1, 1, None), bill(1), write_off(0, None, LATER)] {
        assert_eq!(table.refused(&nothing), Refusal::UnknownCollection);
    }
    assert!(!table.collection().is_open());
}

/// What a careless user might press next; the first four kinds of answers and payments most often.
fn command((kind, a, b): (u8, u32, u32)) -> Command {
    let n = a % (HOUSEHOLDS + 1);
    let amount = i64::from(b) * 100;
    match kind {
        0..=2 => answer(n, [Answer::Agreed, Answer::Declined, Answer::NotReached][b as usize % 3]),
        3..=7 => pay(n, amount, &format!("{}", (a * 7 + b) % 40)),
        8 => refund(n, amount, ""),
        9 => advance(n, amount, (b % 2 == 0).then_some(n)),
        10 => repay(a % 3 + 1, amount),
        11 => bill(BILL + amount - 5_000),
        12 => spend(i64::from(b)),
        13 => write_off(n, (b % 2 == 0).then_some(amount), VoteNo(a % 3 + 1)),
        14 => pay(n, DUE[n as usize % DUE.len()], ""),
        15 | 16 => Command::Undo,
        _ => Command::Redo,
    }
}

/// The accepted deeds, added up in another way than the program does: every fen by the deed that moved it.
struct Ledger {
    done: Vec<Command>,
    undone: Vec<Command>,
}

impl Ledger {
    fn take(&mut self, command: &Command) {
        match command {
            Command::Undo => self.undone.push(self.done.pop().unwrap()),
            Command::Redo => self.done.push(self.undone.pop().unwrap()),
            other => {
                self.undone.clear();
                self.done.push(other.clone());
            }
        }
    }

    fn sum(&self, pick: impl Fn(&Command) -> Option<i64>) -> i64 {
        self.done.iter().filter_map(pick).sum()
    }

    fn holds(&self, collection: &Collection) {
        let paid = self.sum(|command| match command {
            Command::TakePayment { amount, .. } => Some(amount.0),
            Command::RefundPayment { amount, .. } => Some(-amount.0),
            _ => None,
        });
        let bill = self.done.iter().rev().find_map(|command| match command {
            Command::RecordBill { amount, .. } => Some(amount.0),
            _ => None,
        });
        let spent = self.sum(|command| match command {
            Command::UseSurplus { amount, .. } => Some(amount.0),
            _ => None,
        });
        let lent = self.sum(|command| match command {
            Command::AdvanceMoney { amount, .. } => Some(amount.0),
            Command::RepayAdvance { amount, .. } => Some(-amount.0),
            _ => None,
        });
        let bill = bill.unwrap_or(BILL);
        let sums = collection.sums();
        let borne = sums.written_off.0.0;
        let open = sums.agreed_open.0.0 + sums.not_reached.0.0 + sums.declined.0.0;
        assert_eq!((sums.paid.0, sums.bill.0, sums.surplus_used.0), (paid, bill, spent));
        assert_eq!(sums.advances_open().0, lent);
        // The columns add up, by household and altogether.
        assert_eq!(paid + borne + open, 40_200);
        assert_eq!(FUNDING + paid + borne + open + sums.short().0, bill + spent + sums.over().0);
        let households = sums.paid_households + sums.agreed_open.1 + sums.not_reached.1 + sums.declined.1;
        assert_eq!(households, collection.accounts.len());
        // Gap = bill − paid, whoever advanced it.
        assert_eq!(sums.gap().0 - sums.surplus().0, bill + spent - FUNDING - paid - borne);
        assert!(sums.gap().0 == 0 || sums.surplus().0 == 0);
        for account in &collection.accounts {
            assert!(account.paid().0 >= 0 && (account.open().0 >= 0 || account.due.0 < 0), "{account:?}");
            assert!(account.answer == Answer::Agreed || account.owing() == Fen(0), "{account:?}");
            assert!(account.answer == Answer::Agreed || account.paid() == Fen(0), "{account:?}");
        }
        let mut receipts: Vec<&str> =
            collection.accounts.iter().flat_map(|account| &account.payments).map(|p| p.receipt.as_str()).collect();
        receipts.retain(|receipt| !receipt.is_empty());
        let all = receipts.len();
        receipts.sort_unstable();
        receipts.dedup();
        assert_eq!(receipts.len(), all, "a receipt number twice");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_columns_add_up_to_the_bill_after_every_deed(
        presses in prop::collection::vec((0u8..18, 0u32..40, 0u32..120), 0..80),
    ) {
        let mut table = Table::collecting();
        let mut ledger = Ledger { done: Vec::new(), undone: Vec::new() };
        ledger.holds(table.collection());
        for press in presses {
            let command = command(press);
            let before = table.gap();
            if table.tries(&command).is_ok() {
                ledger.take(&command);
                if matches!(command, Command::AdvanceMoney { .. } | Command::RepayAdvance { .. }) {
                    prop_assert_eq!(table.gap(), before, "an advance moves no gap: {:?}", command);
                }
            }
            ledger.holds(table.collection());
        }
        prop_assert_eq!(&fold_all(&table.journal), &table.state);
        let read: Vec<Recorded> =
            table.journal.iter().map(|event| Recorded::decode(event.seq, &event.encode()).unwrap()).collect();
        prop_assert_eq!(&read, &table.journal);
    }
}
