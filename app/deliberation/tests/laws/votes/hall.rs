//! A small hall to vote in: ten flats, their owners, a meeting with one item and one motion.

use amounts::{CentiSqm, Ratio};
use deliberation::agenda::ItemKind;
use deliberation::ballot::{Choice, DoorBallot, Method};
use deliberation::command::ImportRow;
use deliberation::ids::{EventSeq, ItemNo, MotionNo, PersonId, VoteNo};
use deliberation::meeting::Plan;
use deliberation::people::Capacity;
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::rule::{
    Approval, Base, Bilingual, BindingLevel, Compare, Counted, Electors, Measure, Rule, Source, Turnout,
};
use deliberation::speakers::TalkRule;
use deliberation::text::{BlobHash, BlobRef, Sealable, Words};
use deliberation::vote::Vote;
use deliberation::{At, Command, Door, Origin, Recorded, Refusal, State, Who, decide, fold, fold_all};

pub(crate) const DOORS: u32 = 10;
pub(crate) const CHAIR: PersonId = PersonId(11);
pub(crate) const COUNTER: PersonId = PersonId(12);

pub(crate) fn blob(seed: u32) -> BlobRef {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&seed.to_be_bytes());
    BlobRef { blob: BlobHash(hash) }
}

/// Doors 1-1 … 1-5 in stair 1, 1-6 … 1-10 in stair 2.
pub(crate) fn door(n: u32) -> Door {
    Door::new(format!("1-{n}"))
}

pub(crate) fn who(n: u32) -> Who {
    Who::Door(door(n))
}

pub(crate) fn reason() -> Words {
    Words { words: Sealable::Sealed(blob(900)), about: Vec::new() }
}

pub(crate) fn read(n: u32, choice: Choice) -> DoorBallot {
    DoorBallot { door: door(n), choice, slate: Vec::new() }
}

/// Owners by heads and area: ≥ 2/3 take part, more than half of those say yes.
pub(crate) fn owners_rule() -> Rule {
    let measures = [Measure::Heads, Measure::Area];
    let approval = |measure| Approval {
        of: Counted::Yes,
        compare: Compare::MoreThan,
        ratio: Ratio { num: 1, den: 2 },
        base: Base::Participating,
        measure,
    };
    Rule {
        id: "own-rule".into(),
        title: both("业主表决"),
        scope: Bilingual::default(),
        source: Some(Source { law: both("议事规则"), article: "3".into(), date: "2026-01-01".into() }),
        superseded: None,
        level: BindingLevel::Owners,
        electorate: Electors::Owners,
        turnout: measures.map(|measure| Turnout::of_all(measure, Ratio { num: 2, den: 3 })).to_vec(),
        approval: measures.map(approval).to_vec(),
        election: None,
        proxies_per_agent: Some(1),
        secrecy: deliberation::rule::Secrecy::Either,
        written: false,
        void_apart: false,
        unreturned: None,
        needs_notice: false,
    }
}

pub(crate) fn both(text: &str) -> Bilingual {
    Bilingual { zh: text.into(), en: text.into() }
}

/// The file of one meeting, by hand of the chair unless said otherwise.
pub(crate) struct Hall {
    pub(crate) state: State,
    pub(crate) journal: Vec<Recorded>,
    pub(crate) by: PersonId,
}

impl Hall {
    /// Doors 1–6 have come; one motion is on the table; the own rule is adopted. Each flat has 100 ㎡.
    pub(crate) fn open() -> Hall {
        Hall::open_with((1..=DOORS).map(row).collect())
    }

    /// The same, but nobody knows the area of one flat.
    pub(crate) fn open_without_area_of(n: u32) -> Hall {
        let mut rows: Vec<ImportRow> = (1..=DOORS).map(row).collect();
        rows.iter_mut().filter(|row| row.unit.door == door(n)).for_each(|row| row.unit.area = None);
        Hall::open_with(rows)
    }

    /// The same, but what is on the table was added after the notice; `locks` = the agenda locks by it.
    pub(crate) fn open_with_late_item(locks: bool) -> Hall {
        let mut hall = Hall::planned((1..=DOORS).map(row).collect(), locks);
        hall.does(Command::GiveNotice);
        hall.adds("楼道灯");
        hall.begins(ItemNo(2));
        hall
    }

    fn open_with(rows: Vec<ImportRow>) -> Hall {
        let mut hall = Hall::planned(rows, false);
        hall.begins(ItemNo(1));
        hall
    }

    fn adds(&mut self, title: &str) {
        self.does(Command::AddItem { title: title.into(), kind: ItemKind::Proposal, minutes: 10, before: None });
    }

    /// The meeting opens with this item on the table.
    fn begins(&mut self, item: ItemNo) {
        (1..=6).for_each(|n| self.does(Command::SignIn { who: who(n) }));
        self.does(Command::OpenMeeting { chair: Who::Person(CHAIR), recorder: Who::Person(COUNTER), counters: vec![] });
        self.by = CHAIR;
        self.does(Command::StartItem { item });
        self.moves();
        self.does(Command::AdoptRule { rule: Box::new(owners_rule()) });
    }

    fn planned(rows: Vec<ImportRow>, agenda_locks: bool) -> Hall {
        let mut hall = Hall { state: State::default(), journal: Vec::new(), by: PersonId::NOBODY };
        hall.does(Command::CreateFile {
            title: "水产宿舍".into(), zone: "Asia/Shanghai".into(), lang: "zh-CN".into()
        });
        hall.does(Command::ImportRoll { rows, columns: Vec::new() });
        for seed in [701, 702] {
            let card = Sealable::Sealed(blob(seed));
            hall.does(Command::AddPerson { card, capacity: Capacity::Community, party: String::new() });
        }
        let plan = Plan {
            title: "小方桌".into(),
            ordinal: None,
            place: "活动室".into(),
            start: At(0),
            talk: TalkRule::default(),
            agenda_locks,
            ..Plan::default()
        };
        hall.does(Command::PlanMeeting { plan });
        hall.adds("电梯大修");
        hall
    }

    /// Moves one more motion.
    pub(crate) fn moves(&mut self) {
        self.does(Command::MoveMotion {
            text: "大修一号电梯。".into(), mover: who(1), seconder: None, sheet: None
        });
    }

    pub(crate) fn tries(&mut self, command: &Command) -> Result<(), Refusal> {
        let origin = Origin { at: At(i64::try_from(self.journal.len()).unwrap() * 1_000), by: self.by };
        let events = decide(&self.state, command, &origin)?;
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = EventSeq(self.state.seq.0 + 1);
            let recorded = Recorded { seq, at: origin.at, by: origin.by, deed, event };
            fold(&mut self.state, &recorded);
            self.journal.push(recorded);
        }
        Ok(())
    }

    pub(crate) fn does(&mut self, command: Command) {
        assert_eq!(self.tries(&command), Ok(()), "{command:?}");
    }

    /// The refusal, after which nothing has changed.
    pub(crate) fn refuses(&mut self, command: Command) -> Refusal {
        let before = self.state.clone();
        let refusal = self.tries(&command).unwrap_err();
        assert_eq!(before, self.state);
        refusal
    }

    pub(crate) fn opens(&mut self, rule: &str, method: Method) -> VoteNo {
        let motion = MotionNo::at(self.state.facts.motions.len() - 1);
        self.does(Command::open_vote(motion, rule, method));
        VoteNo::at(self.state.facts.votes.len() - 1)
    }

    pub(crate) fn says(&mut self, vote: VoteNo, n: u32, choice: Choice) {
        self.does(Command::ballot(vote, door(n), choice));
    }

    pub(crate) fn reads(
        &mut self,
        by: PersonId,
        vote: VoteNo,
        batch: u32,
        ballots: &[(u32, Choice)],
    ) -> Result<(), Refusal> {
        let hand = std::mem::replace(&mut self.by, by);
        let ballots = ballots.iter().map(|(n, choice)| read(*n, *choice)).collect();
        let done = self.tries(&Command::ReadPapers { vote, batch, ballots });
        self.by = hand;
        done
    }

    pub(crate) fn vote(&self, vote: VoteNo) -> &Vote {
        self.state.facts.vote(vote).unwrap()
    }

    /// What is stored folds to what is held.
    pub(crate) fn holds_together(&self) {
        assert_eq!(fold_all(&self.journal), self.state);
        for event in &self.journal {
            assert_eq!(Recorded::decode(event.seq, &event.encode()).as_ref(), Ok(event));
        }
    }
}

fn row(n: u32) -> ImportRow {
    ImportRow {
        unit: Unit {
            door: door(n),
            kind: UnitKind::Flat,
            building: "1".into(),
            stair: if n <= 5 { "1".into() } else { "2".into() },
            floor: None,
            area: Some(CentiSqm(10_000)),
            area_source: AreaSource::Register,
        },
        owners: vec![Sealable::Sealed(blob(n))],
        residents: None,
    }
}
