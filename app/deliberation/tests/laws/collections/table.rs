//! A file without a disk on the evening after its cost sheet was adopted, and the deeds of whoever collects.

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
use deliberation::{At, Command, Door, Origin, Recorded, Refusal, State, Who, decide, fold};

pub(super) const HOUSEHOLDS: u32 = 6;
/// What each door pays: rounded up to the yuan, the last one receives compensation.
pub(super) const DUE: [i64; 6] = [10_000, 10_000, 10_000, 5_100, 5_100, -2_000];
pub(super) const FUNDING: i64 = 3_000;
pub(super) const SURPLUS: i64 = 200;
pub(super) const BILL: i64 = 40_200 + FUNDING - SURPLUS;
pub(super) const FIRST: CollectionNo = CollectionNo(1);
/// Adopted the sheet, passed later, failed later, in the order of opening.
pub(super) const ADOPTED: VoteNo = VoteNo(1);
pub(super) const LATER: VoteNo = VoteNo(2);
pub(super) const FAILED: VoteNo = VoteNo(3);

pub(super) fn blob(seed: u32) -> BlobRef {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&seed.to_be_bytes());
    BlobRef { blob: BlobHash(hash) }
}

pub(super) fn door(n: u32) -> Door {
    Door::new(format!("1-{}", n + 1))
}

pub(super) fn who(n: u32) -> Who {
    Who::Door(door(n))
}

pub(super) fn words(n: u32) -> Words {
    Words { words: Sealable::Sealed(blob(1_000 + n)), about: Vec::new() }
}

pub(super) fn both(text: &str) -> Bilingual {
    Bilingual { zh: text.to_owned(), en: text.to_owned() }
}

pub(super) fn sheet() -> CostSheet {
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
pub(super) struct Table {
    pub(super) state: State,
    pub(super) journal: Vec<Recorded>,
}

impl Table {
    pub(super) fn tries(&mut self, command: &Command) -> Result<(), Refusal> {
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

    pub(super) fn does(&mut self, command: &Command) {
        self.tries(command).unwrap();
    }

    pub(super) fn refused(&mut self, command: &Command) -> Refusal {
        self.tries(command).unwrap_err()
    }

    pub(super) fn collection(&self) -> &Collection {
        self.state.facts.collection(FIRST).unwrap()
    }

    pub(super) fn gap(&self) -> i64 {
        self.collection().sums().gap().0
    }

    /// A vote by everybody on a motion of its own; the first carries the sheet.
    pub(super) fn vote(&mut self, number: u32, sheet: Option<SheetNo>, choice: Choice) {
        self.does(&Command::MoveMotion { text: format!("动议 {number}"), mover: who(0), seconder: None, sheet });
        self.does(&Command::open_vote(MotionNo(number), "deliberation", Method::RollCall));
        for n in 0..HOUSEHOLDS {
            self.does(&Command::ballot(VoteNo(number), door(n), choice));
        }
        self.does(&Command::CloseVote { vote: VoteNo(number) });
    }

    /// The evening on which the sheet was adopted, with two further votes after it.
    pub(super) fn collecting() -> Table {
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

pub(super) fn answer(n: u32, answer: Answer) -> Command {
    Command::RecordAnswer { collection: FIRST, door: door(n), answer }
}

pub(super) fn pay(n: u32, amount: i64, receipt: &str) -> Command {
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

pub(super) fn refund(n: u32, amount: i64, receipt: &str) -> Command {
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

pub(super) fn advance(n: u32, amount: i64, part: Option<u32>) -> Command {
    Command::AdvanceMoney { collection: FIRST, who: who(n), amount: Fen(amount), door: part.map(door) }
}

pub(super) fn repay(advance: u32, amount: i64) -> Command {
    Command::RepayAdvance { collection: FIRST, advance: AdvanceNo(advance), amount: Fen(amount) }
}

pub(super) fn bill(amount: i64) -> Command {
    Command::RecordBill { collection: FIRST, amount: Fen(amount) }
}

pub(super) fn spend(amount: i64) -> Command {
    Command::UseSurplus { collection: FIRST, amount: Fen(amount), words: words(7) }
}

pub(super) fn write_off(n: u32, amount: Option<i64>, vote: VoteNo) -> Command {
    let source = "公共收益".to_owned();
    Command::WriteOffPart { collection: FIRST, door: door(n), amount: amount.map(Fen), source, vote }
}
