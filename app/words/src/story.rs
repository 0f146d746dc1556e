//! A small meeting for the tests: commands through `decide` and `fold`, as the session does it, without a file.

use std::collections::BTreeMap;

use amounts::{CentiSqm, Fen, Rounding};
use deliberation::agenda::ItemKind;
use deliberation::ballot::{Choice, Method};
use deliberation::collection::PaidBy;
use deliberation::command::ImportRow;
use deliberation::cost::CostSheet;
use deliberation::ids::{CollectionNo, EventSeq, ItemNo, MotionNo, PersonId, ProcedureNo, QuoteNo, SheetNo, VoteNo};
use deliberation::material::Materials;
use deliberation::meeting::Plan;
use deliberation::people::Capacity;
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome};
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::rule::Bilingual;
use deliberation::speakers::{Side, TalkRule};
use deliberation::text::{BlobHash, BlobRef, PersonCard, Sealable, Words};
use deliberation::{At, Command, Day, Door, Event, Origin, Recorded, Refusal, State, Who, decide, fold};

pub(crate) mod votes;

use crate::names::NameBook;

/// Doors, owners and areas; 毛素 owns two flats.
const ROLL: [(&str, &str, i64); 7] = [
    ("1-1-101", "史娥凤", 56_38),
    ("1-1-102", "刘华燕", 64_72),
    ("1-2-101", "毛素", 56_38),
    ("1-2-102", "周凤军", 64_72),
    ("1-2-402", "姜立凤", 64_72),
    ("1-3-301", "马卫", 56_38),
    ("1-3-401", "毛素", 56_38),
];

/// Staff and a supplier, people 8 to 10.
const GUESTS: [(&str, Capacity, &str); 3] = [
    ("何静", Capacity::Community, "社区居委会"),
    ("郭小满", Capacity::Community, "社区居委会"),
    ("丁师傅", Capacity::Guest, "宏清环卫"),
];

/// A file being told.
pub(crate) struct Story {
    /// What holds.
    pub(crate) state: State,
    /// What the session would read from blobs.
    pub(crate) names: NameBook,
    /// Everything that happened.
    pub(crate) events: Vec<Recorded>,
    /// Who works at the desk.
    pub(crate) by: PersonId,
    now: At,
    blobs: u8,
}

pub(crate) fn door(text: &str) -> Who {
    Who::Door(Door::new(text))
}

pub(crate) fn person(number: u32) -> Who {
    Who::Person(PersonId(number))
}

impl Story {
    /// An empty file, at 18:50 on the day of the meeting.
    pub(crate) fn new() -> Story {
        let now = At::parse("2026-07-18T18:50:00+08:00").unwrap();
        Story {
            state: State::default(),
            names: NameBook::default(),
            events: Vec::new(),
            by: PersonId::NOBODY,
            now,
            blobs: 0,
        }
    }

    /// Puts the clock of the story.
    pub(crate) fn at(&mut self, time: &str) -> &mut Story {
        self.now = At::parse(time).unwrap();
        self
    }

    /// Does a command the rules allow; the number of its first event.
    pub(crate) fn does(&mut self, command: Command) -> EventSeq {
        self.tries(command).unwrap()
    }

    /// Tries a command.
    pub(crate) fn tries(&mut self, mut command: Command) -> Result<EventSeq, Refusal> {
        let mut cards = BTreeMap::new();
        for sealable in command.sealables() {
            let Some(bytes) = sealable.open_bytes() else { continue };
            self.blobs += 1;
            let hash = BlobHash([self.blobs; 32]);
            match serde_json::from_slice::<PersonCard>(&bytes) {
                Ok(card) => drop(cards.insert(hash, card.name)),
                Err(_) => drop(self.names.texts.insert(hash, String::from_utf8(bytes).unwrap())),
            }
            sealable.seal(hash);
        }
        let by = self.by;
        let events = decide(&self.state, &command, &Origin { at: self.now, by })?;
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = EventSeq(self.state.seq.0 + 1);
            let people: Vec<_> = match &event {
                Event::RollImported { people, .. } => people.clone(),
                Event::PersonAdded { person, .. } => vec![person.clone()],
                _ => Vec::new(),
            };
            for person in people {
                self.names.people.insert(person.id, cards[&person.card.blob].clone());
            }
            let recorded = Recorded { seq, at: self.now, by, deed, event };
            fold(&mut self.state, &recorded);
            self.events.push(recorded);
        }
        self.now = At(self.now.0 + 10_000);
        Ok(deed)
    }

    /// File, roll, staff, the meeting with its agenda, everybody but 刘华燕 signed in, opened at 19:00.
    pub(crate) fn begun() -> Story {
        let mut story = Story::new();
        story.does(Command::CreateFile {
            title: "水产宿舍".into(),
            zone: "Asia/Shanghai".into(),
            lang: "zh-CN".into(),
        });
        let card = |name: &str| Sealable::Open(PersonCard { name: name.to_owned(), ..PersonCard::default() });
        let rows = ROLL.map(|(door, owner, area)| ImportRow {
            unit: Unit {
                door: Door::new(door),
                kind: UnitKind::Flat,
                building: "1".into(),
                stair: door[2..3].to_owned(),
                floor: None,
                area: Some(CentiSqm(area)),
                area_source: AreaSource::Roll,
            },
            owners: vec![card(owner)],
            residents: Some(3),
        });
        story.does(Command::ImportRoll { rows: rows.to_vec(), columns: Vec::new() });
        story.does(Command::ConfirmSameOwner { doors: vec![Door::new("1-2-101"), Door::new("1-3-401")] });
        for (name, capacity, party) in GUESTS {
            story.does(Command::AddPerson { card: card(name), capacity, party: party.to_owned() });
        }
        story.does(Command::PlanMeeting {
            plan: Plan {
                title: "水产宿舍小方桌会议".into(),
                ordinal: Some(14),
                place: "社区活动室".into(),
                start: At::parse("2026-07-18T19:00:00+08:00").unwrap(),
                talk: TalkRule::default(),
                agenda_locks: true,
                ..Plan::default()
            },
        });
        let item = |title: &str, kind, minutes| Command::AddItem { title: title.into(), kind, minutes, before: None };
        story.does(item("上次议定事项", ItemKind::Review, 5));
        story.does(item("化粪池清掏选哪家", ItemKind::Discussion, 15));
        story.does(item("清掏费怎么分摊", ItemKind::Proposal, 20));
        story.does(Command::GiveNotice);
        story.does(item("楼道灯改声控", ItemKind::Discussion, 10));
        for (door_text, _, _) in ROLL.into_iter().filter(|(d, _, _)| *d != "1-1-102" && *d != "1-3-401") {
            story.does(Command::SignIn { who: door(door_text) });
        }
        for number in 8..=10 {
            story.does(Command::SignIn { who: person(number) });
        }
        story.at("2026-07-18T19:00:00+08:00").does(Command::OpenMeeting {
            chair: person(8),
            recorder: person(9),
            counters: vec![door("1-1-101"), door("1-3-301")],
        });
        story
    }

    /// The whole evening up to the close, with the collection begun.
    pub(crate) fn told() -> Story {
        let mut story = Story::begun();
        story.does(Command::StartItem { item: ItemNo(1) });
        story.does(Command::ConcludeItem { item: None, conclusion: "上次议定 3 件，都已办完".into() });
        story.does(Command::StartItem { item: ItemNo(2) });
        for (supplier, amount) in [("顺达疏通", 180_000), ("宏清环卫", 165_000), ("利民管道", 172_000)] {
            story.does(Command::NoteQuote { supplier: supplier.into(), amount: Fen(amount) });
        }
        story.does(Command::ChooseQuote { quote: QuoteNo(2) });
        story.does(Command::ConcludeItem { item: None, conclusion: String::new() });
        story.at("2026-07-18T19:24:00+08:00").does(Command::StartItem { item: ItemNo(3) });
        story.apportion();
        story.debate();
        story.vote();
        story.does(Command::TakeDuty {
            text: "按户上门收款".into(),
            responsible: door("1-2-102"),
            due: Day::parse("2026-07-25"),
            item: None,
            offer: None,
        });
        story.does(Command::ConcludeItem { item: None, conclusion: String::new() });
        story.does(Command::StartItem { item: ItemNo(4) });
        story.does(Command::ShelveItem { item: None });
        story.does(Command::AddNote { meeting: None, item: None, words: Words::typed("散会前无其他意见。") });
        story.at("2026-07-18T20:05:00+08:00").does(Command::CloseMeeting);
        story.at("2026-07-19T09:00:00+08:00").does(Command::TakePayment {
            collection: CollectionNo(1),
            door: Door::new("1-1-101"),
            amount: Fen(23_572),
            receipt: "001".into(),
            method: PaidBy::Cash,
            taken_by: door("1-2-102"),
        });
        story
    }

    fn apportion(&mut self) {
        let both = |zh: &str, en: &str| Bilingual { zh: zh.into(), en: en.into() };
        let hash = |byte| BlobHash([byte; 32]);
        let reference = |byte| BlobRef { blob: hash(byte) };
        let plugin = Plugin {
            id: "fee-apportionment".into(),
            version: "0.1.0".into(),
            title: both("费用分摊", "Cost apportionment"),
            sha256: hash(200),
            component: reference(201),
        };
        self.does(Command::StartProcedure {
            plugin,
            inputs: reference(202),
            columns: false,
            lang: "zh-CN".into(),
            after: hash(203),
        });
        self.does(Command::StepProcedure {
            procedure: ProcedureNo(1),
            event: reference(204),
            before: hash(203),
            after: hash(205),
            day: None,
            evidence: Vec::new(),
        });
        let due = [23_572, 23_572, 23_572, 23_571, 23_571, 23_571, 23_571].map(Fen).to_vec();
        let sheet = CostSheet {
            id: "shares".into(),
            title: both("化粪池清掏费", "Septic tank cleaning"),
            rule: both("按户平均分摊", "Every household pays the same"),
            source: both("", ""),
            gross: Fen(165_000),
            funding: Vec::new(),
            surplus: Fen(0),
            rounding: Rounding::Fen,
            doors: ROLL.map(|(door, _, _)| Door::new(door)).to_vec(),
            weights: vec![1; 7],
            shares: due.clone(),
            reliefs: vec![Fen(0); 7],
            compensations: vec![Fen(0); 7],
            due,
            instalments: Vec::new(),
        };
        self.does(Command::ConcludeProcedure {
            procedure: ProcedureNo(1),
            before: hash(205),
            conclusion: Conclusion {
                outcome: ProcedureOutcome::Recorded,
                summary: both("7 户分摊 1,650.00 元。", "7 households share 1,650.00 yuan."),
                minutes: vec![both(
                    "3 户各 235.72 元，4 户各 235.71 元",
                    "3 households pay 235.72 yuan, 4 pay 235.71 yuan",
                )],
                materials: Materials::default(),
            },
            sheets: vec![sheet],
            private: None,
        });
    }

    fn debate(&mut self) {
        self.does(Command::MoveMotion {
            text: "化粪池清掏费 1,650 元，由 7 户按户平均分摊。".into(),
            mover: door("1-2-102"),
            seconder: Some(door("1-1-101")),
            sheet: Some(SheetNo(1)),
        });
        let speeches = [
            ("1-2-102", Side::Yes, "每户都在用，按户最简单"),
            ("1-3-301", Side::No, "一个人住，用得少，应当按人口分。"),
            ("1-1-101", Side::Question, "租户是否分摊？"),
        ];
        for (who, side, said) in speeches {
            self.does(Command::RaiseHand { who: door(who), side });
            self.does(Command::start_turn());
            self.does(Command::NoteSpeech { turn: None, words: Words::typed(said) });
            self.does(Command::EndTurn);
        }
        self.does(Command::SignIn { who: door("1-1-102") });
    }

    fn vote(&mut self) {
        self.does(Command::open_vote(MotionNo(1), "deliberation", Method::RollCall));
        let ballots = [
            ("1-1-101", Choice::Yes),
            ("1-1-102", Choice::Yes),
            ("1-2-101", Choice::Yes),
            ("1-2-102", Choice::Yes),
            ("1-2-402", Choice::No),
            ("1-3-301", Choice::Abstain),
        ];
        for (who, choice) in ballots {
            self.does(Command::ballot(VoteNo(1), Door::new(who), choice));
        }
        self.does(Command::CloseVote { vote: VoteNo(1) });
    }
}
