//! Commands of every kind made from three numbers, so that any sequence of numbers is a sequence of deeds.

use amounts::{Fen, Rounding, split};
use deliberation::agenda::ItemKind;
use deliberation::ballot::{Choice, Method};
use deliberation::collection::{Answer, PaidBy};
use deliberation::cost::CostSheet;
use deliberation::ids::{
    CollectionNo, EventSeq, ItemNo, MatterNo, MeetingNo, MotionNo, ObjectionNo, PersonId, PollNo, ProcedureNo, QuoteNo,
    SheetNo, VoteNo,
};
use deliberation::material::{Candidate, Carried, Cells, Column, Duty, Materials, Offer, Responsible, Value};
use deliberation::poll::{PollKind, Settled};
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome};
use deliberation::rule::Bilingual;
use deliberation::speakers::{Prompt, Side, TalkRule};
use deliberation::text::{BlobHash, BlobRef, Sealable, Words};
use deliberation::{At, Command, Day, Door, Who, material};

pub(crate) const HOUSEHOLDS: u32 = 6;

pub(crate) fn blob(seed: u32) -> BlobRef {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&seed.to_be_bytes());
    BlobRef { blob: BlobHash(hash) }
}

pub(crate) fn door(n: u32) -> Door {
    Door::new(format!("1-{}", n % (HOUSEHOLDS + 1) + 1))
}

pub(crate) fn who(n: u32) -> Who {
    Who::Door(door(n))
}

pub(crate) fn words(n: u32) -> Words {
    Words { words: Sealable::Sealed(blob(1_000 + n)), about: vec![who(n)] }
}

pub(crate) fn both(text: &str) -> Bilingual {
    Bilingual { zh: text.to_owned(), en: text.to_owned() }
}

pub(crate) fn sheet(gross: i64) -> CostSheet {
    let weights = vec![1; HOUSEHOLDS as usize];
    let shares: Vec<Fen> = split(gross, &weights, Rounding::Fen).unwrap().shares.into_iter().map(Fen).collect();
    let none = vec![Fen(0); weights.len()];
    CostSheet {
        id: "sheet".into(),
        title: both("清掏费"),
        rule: both("按户"),
        source: both(""),
        gross: Fen(gross),
        funding: Vec::new(),
        surplus: Fen(0),
        rounding: Rounding::Fen,
        doors: (0..HOUSEHOLDS).map(door).collect(),
        weights,
        due: shares.clone(),
        shares,
        reliefs: none.clone(),
        compensations: none,
        instalments: Vec::new(),
    }
}

/// A table, two candidates of whom one may not be voted on, two duties and a result.
pub(crate) fn materials() -> Materials {
    let (id, rows) = ("table".to_owned(), 2);
    let column = |id: &str, cells, total| Column {
        id: id.into(),
        label: both(id),
        private: cells == Cells::Sealed,
        cells,
        empty: Vec::new(),
        total,
    };
    let columns = vec![
        column("door", Cells::Door(vec![door(0), door(1)]), None),
        column("share", Cells::Money(vec![Fen(100), Fen(50)]), Some(Value::Money(Fen(150)))),
        column("relief", Cells::Sealed, None),
    ];
    let candidate = |title: &str, excluded: Option<&str>| Candidate {
        id: title.into(),
        title: both(title),
        note: Bilingual::default(),
        amount: None,
        excluded: excluded.map(both),
    };
    let duty = |responsible| Duty { text: both("贴公示"), responsible, due: None };
    Materials {
        tables: vec![material::Table { id, title: both("比价"), rows, columns }],
        candidates: vec![
            candidate("路灯", None),
            candidate("棚子", Some("距住宅不足 6 米")),
            candidate("管道", None),
            candidate("绿化", None),
        ],
        duties: vec![duty(Responsible::Person(PersonId(1))), duty(Responsible::Words(both("楼长")))],
        carry: vec![Carried { id: "amount".into(), value: Value::Money(Fen(165_000)) }],
    }
}

/// What a careless user might press next; most of it is refused most of the time.
pub(crate) fn command((kind, a, b): (u8, u32, u32)) -> Command {
    let meeting = MeetingNo(1);
    let side = Side::ALL[a as usize % 5];
    match kind {
        0 => Command::SignIn { who: who(a) },
        1 => Command::SignOut { who: who(a) },
        2 => Command::StartItem { item: ItemNo(a % 4 + 1) },
        3 => Command::ConcludeItem { item: None, conclusion: if b % 2 == 0 { String::new() } else { "照办".into() } },
        4 => Command::ShelveItem { item: None },
        5 => Command::RaiseHand { who: who(a), side },
        6 => Command::LowerHand { who: who(a) },
        7 => Command::start_turn(),
        8 => Command::PauseTurn { since: None },
        9 => Command::ResumeTurn,
        10 => Command::ExtendTurn { by_ms: 30_000 },
        11 => Command::EndTurn,
        12 => Command::NoteSpeech { turn: None, words: words(a) },
        13 => Command::AddNote { meeting: None, item: None, words: words(a) },
        14 => Command::NoteQuote { supplier: "宏清环卫".into(), amount: Fen(i64::from(b)) },
        15 => Command::ChooseQuote { quote: QuoteNo(a % 3) },
        16 => Command::MoveMotion { text: "按户平均分摊".into(), mover: who(a), seconder: None, sheet: None },
        17 => Command::AmendMotion { motion: MotionNo(a % 3), text: "按面积分摊".into() },
        18 => Command::AttachSheet { motion: MotionNo(a % 3), sheet: SheetNo(1) },
        19 => Command::open_vote(MotionNo(a % 3), "deliberation", Method::RollCall),
        20..=22 => Command::ballot(VoteNo(b % 3), door(a), Choice::SPOKEN[b as usize % 3]),
        23 => Command::PutBallotRight {
            vote: VoteNo(b % 3),
            door: door(a),
            choice: (b % 7 > 1).then_some(Choice::SPOKEN[b as usize % 3]),
            slate: Vec::new(),
        },
        24 => Command::CloseVote { vote: VoteNo(a % 3) },
        25 => {
            Command::TakeDuty { text: "上门收款".into(), responsible: who(a), due: None, item: None, offer: None }
        }
        26 => Command::FinishDuty { matter: MatterNo(a % 3) },
        27 => Command::ReopenDuty { matter: MatterNo(a % 3) },
        28 => Command::RecordAnswer {
            collection: CollectionNo(1),
            door: door(a),
            answer: if b % 2 == 0 { Answer::Agreed } else { Answer::Declined },
        },
        29 => Command::TakePayment {
            collection: CollectionNo(1),
            door: door(a),
            amount: Fen(i64::from(b) * 100),
            receipt: "001".into(),
            method: PaidBy::Cash,
            taken_by: who(b),
        },
        30 => Command::StartProcedure {
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
        },
        31 => Command::ConcludeProcedure {
            procedure: ProcedureNo(1),
            before: blob(3).blob,
            conclusion: Conclusion {
                outcome: ProcedureOutcome::Recorded,
                summary: both("按户"),
                minutes: vec![both("按户")],
                materials: materials(),
            },
            sheets: vec![sheet(1_650 + i64::from(b))],
            private: None,
        },
        32 => Command::AddItem {
            title: "楼道灯".into(),
            kind: ItemKind::Discussion,
            minutes: 5,
            before: (a % 2 == 0).then_some(ItemNo(b % 5)),
        },
        33 => Command::EditSentence { meeting, sentence: EventSeq(u64::from(a % 80)), words: words(b) },
        34 => Command::RestoreSentence { meeting, sentence: EventSeq(u64::from(a % 80)) },
        35 => Command::ConfirmSameOwner { doors: vec![door(a), door(b)] },
        36 => Command::CloseMeeting,
        37 => Command::FinaliseMinutes { meeting },
        38 => Command::ErasePerson { person: who(a), also: Vec::new() },
        39..=43 => Command::Undo,
        44 => Command::OpenPoll {
            question: "先办哪几件".into(),
            kind: [
                PollKind::Sense,
                PollKind::Consent,
                PollKind::Dots { per_person: b % 4, cap: 1, winners: 1 },
                PollKind::Approval { winners: b % 3 },
            ][a as usize % 4],
            options: if a % 4 < 2 { Vec::new() } else { vec!["路灯".into(), "棚子".into(), "管道".into()] },
            guests: b % 2 == 0,
            procedure: (a % 7 == 0).then_some(ProcedureNo(1)),
        },
        45 => Command::CountPoll { poll: PollNo(a % 3), counts: vec![b % 3, a % 3, 1] },
        46 => Command::RaiseObjection { poll: PollNo(a % 3), who: who(b), words: words(b) },
        47 => Command::SettleObjection {
            poll: PollNo(a % 3),
            objection: ObjectionNo(b % 3),
            how: if b % 2 == 0 { Settled::Withdrawn } else { Settled::Integrated },
            words: words(a),
        },
        48 => Command::ClosePoll { poll: PollNo(a % 3) },
        49 => Command::OpenRunoff { poll: PollNo(a % 3) },
        50 => Command::StepProcedure {
            procedure: ProcedureNo(1),
            event: blob(2_000 + a),
            before: blob(3 + a % 2).blob,
            after: blob(3 + b % 2).blob,
            day: (a % 3 > 0).then_some(Day(20_650 + i32::try_from(b).unwrap())),
            evidence: Vec::new(),
        },
        51 => Command::ContinueProcedure { procedure: ProcedureNo(a % 3) },
        52 | 53 => Command::TakeDuty {
            text: "贴公示".into(),
            responsible: who(a),
            due: None,
            item: None,
            offer: Some(Offer { procedure: ProcedureNo(1), duty: b % 3 }),
        },
        54 => Command::CallSpeaker { who: (b % 2 == 0).then(|| who(a)), side: None },
        55 => Command::PauseTurn { since: Some(At(1_784_372_400_000 + i64::from(b) * 40_000)) },
        56 => Command::StartTurn { who: None, side: None, since: Some(At(1_784_372_400_000 + i64::from(b) * 40_000)) },
        57 => Command::SetTalkRule { item: Some(ItemNo(a % 4)), talk: TalkRule { limit_ms: 60_000, turns: b % 4 } },
        58 => Command::GivePrompt { prompt: Prompt::ALL[a as usize % Prompt::ALL.len()] },
        59 => Command::AddItem { title: "楼道灯".into(), kind: ItemKind::Proposal, minutes: b, before: None },
        60 => Command::MoveItem { item: ItemNo(a % 5 + 1), to: ItemNo(b % 5 + 1) },
        61 => Command::RemoveItem { item: ItemNo(a % 5 + 1) },
        _ => Command::Redo,
    }
}
