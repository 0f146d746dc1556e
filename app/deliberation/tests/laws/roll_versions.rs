//! The roll over the years: an old vote keeps the roll it was counted by, a new one counts by the new.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use amounts::CentiSqm;
use deliberation::agenda::ItemKind;
use deliberation::ballot::{Choice, Method};
use deliberation::command::ImportRow;
use deliberation::ids::{EventSeq, ItemNo, MotionNo, PersonId, VoteNo};
use deliberation::meeting::Plan;
use deliberation::roll::{AreaSource, RollChangeKind, Unit, UnitKind};
use deliberation::speakers::TalkRule;
use deliberation::text::{BlobHash, BlobRef, PersonCard, Sealable, Words};
use deliberation::verdict::Outcome;
use deliberation::vote::Vote;
use deliberation::{At, Command, Door, Origin, Recorded, Refusal, State, Who, decide, fold, fold_all};

const OWNERS: &str = "cn-civil-code-278-5";

/// A file that grows by deeds.
#[derive(Default)]
struct Community {
    state: State,
    events: Vec<Recorded>,
    cards: u32,
}

impl Community {
    fn ask(&mut self, command: &Command) -> Result<(), Refusal> {
        let origin = Origin { at: At(1_000 * i64::try_from(self.events.len()).unwrap()), by: PersonId::NOBODY };
        let events = decide(&self.state, command, &origin)?;
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let recorded = Recorded { seq: EventSeq(self.state.seq.0 + 1), at: origin.at, by: origin.by, deed, event };
            fold(&mut self.state, &recorded);
            self.events.push(recorded);
        }
        Ok(())
    }

    fn done(&mut self, command: Command) {
        assert_eq!(self.ask(&command), Ok(()), "{command:?}");
    }

    fn card(&mut self) -> Sealable<PersonCard> {
        self.cards += 1;
        let mut hash = [0; 32];
        hash[..4].copy_from_slice(&self.cards.to_be_bytes());
        Sealable::Sealed(BlobRef { blob: BlobHash(hash) })
    }

    /// Takes a roll in: doors with their areas in 0.01 ㎡, each with one owner of its own.
    fn import(&mut self, units: &[(&str, i64)]) {
        let rows = units.iter().map(|(door, area)| ImportRow {
            unit: Unit {
                door: Door::new(*door),
                kind: UnitKind::Flat,
                building: "1".into(),
                stair: String::new(),
                floor: None,
                area: Some(CentiSqm(*area)),
                area_source: AreaSource::Roll,
            },
            owners: vec![self.card()],
            residents: None,
        });
        let rows = rows.collect();
        self.done(Command::ImportRoll { rows, columns: Vec::new() });
    }

    /// Opens a meeting after notice, with these doors in the hall and a motion on the table.
    fn meet(&mut self, present: &[&str]) -> MotionNo {
        let plan = Plan {
            title: "业主大会".into(),
            ordinal: None,
            place: String::new(),
            start: At(0),
            agenda_locks: true,
            talk: TalkRule::default(),
            ..Plan::default()
        };
        self.done(Command::PlanMeeting { plan });
        let title = "使用维修资金".to_owned();
        self.done(Command::AddItem { title, kind: ItemKind::Proposal, minutes: 10, before: None });
        self.done(Command::GiveNotice);
        for door in present {
            self.done(Command::SignIn { who: who(door) });
        }
        self.done(Command::OpenMeeting { chair: who(present[0]), recorder: who(present[1]), counters: Vec::new() });
        self.done(Command::StartItem { item: ItemNo(1) });
        let text = "用维修资金修屋面".to_owned();
        self.done(Command::MoveMotion { text, mover: who(present[0]), seconder: None, sheet: None });
        MotionNo::at(self.state.facts.motions.len() - 1)
    }

    fn open(&mut self, motion: MotionNo) -> VoteNo {
        self.done(Command::open_vote(motion, OWNERS, Method::RollCall));
        VoteNo::at(self.state.facts.votes.len() - 1)
    }

    fn vote(&self, number: VoteNo) -> &Vote {
        self.state.facts.vote(number).unwrap()
    }
}

fn who(door: &str) -> Who {
    Who::Door(Door::new(door))
}

fn door(door: &str) -> Door {
    Door::new(door)
}

/// Four owners; three of them, 180 of 240 ㎡, pass a motion by two to one.
fn decided() -> (Community, VoteNo) {
    let mut community = Community::default();
    let (title, zone, lang) = ("水产宿舍".into(), "Asia/Shanghai".into(), "zh-CN".into());
    community.done(Command::CreateFile { title, zone, lang });
    community.import(&[("1-101", 6_000), ("1-102", 6_000), ("1-103", 6_000), ("1-104", 6_000)]);
    let motion = community.meet(&["1-101", "1-102", "1-103"]);
    let vote = community.open(motion);
    for (at, choice) in [("1-101", Choice::Yes), ("1-102", Choice::Yes), ("1-103", Choice::No)] {
        community.done(Command::ballot(vote, door(at), choice));
    }
    community.done(Command::CloseVote { vote });
    (community, vote)
}

#[test]
fn given_a_closed_vote_when_the_roll_changes_over_the_years_then_the_vote_is_what_it_was() {
    let (mut community, first) = decided();
    community.done(Command::CloseMeeting);
    let before = community.vote(first).clone();
    assert_eq!(before.verdict().outcome, Outcome::Passed);
    assert_eq!((before.counted().yes.heads, before.counted().yes.area), (2, CentiSqm(12_000)));
    let seller = before.voter(&door("1-102")).unwrap();
    let meeting_measure = |community: &Community| {
        let meeting = &community.state.facts.meetings[0];
        meeting.attendance.measure(meeting.roll_or(&community.state.facts.roll))
    };
    let present = meeting_measure(&community);

    // Sold, measured again, joined, held undelivered, and in the end a new roll altogether.
    let buyer = community.card();
    community.done(Command::TransferUnit { door: door("1-102"), owners: vec![buyer] });
    community.done(Command::CorrectArea { door: door("1-101"), area: CentiSqm(9_999), source: AreaSource::Register });
    community.done(Command::ConfirmSameOwner { doors: vec![door("1-103"), door("1-104")] });
    community.done(Command::HoldUndelivered { doors: vec![door("1-101")], developer: who("1-104") });
    assert_ne!(community.state.facts.roll.voter(&door("1-102")), Some(seller));
    community.import(&[("1-101", 5_000), ("1-103", 5_000), ("2-201", 30_000)]);

    let after = community.vote(first);
    assert_eq!(after, &before, "not one field of the vote has moved");
    assert_eq!(after.verdict(), before.verdict());
    assert_eq!(after.voter(&door("1-102")), Some(seller), "a door that is gone is still looked up");
    assert_eq!(after.voter(&door("2-201")), None, "and a door that came later is not");
    assert_eq!(after.electorate.bases.all.area, CentiSqm(24_000));
    assert_eq!(meeting_measure(&community), present, "so is the attendance of its meeting");
    let kinds: Vec<&RollChangeKind> = community.state.facts.roll_changes.iter().map(|change| &change.kind).collect();
    assert_eq!(
        kinds,
        [
            &RollChangeKind::Imported(4),
            &RollChangeKind::Transferred(door("1-102")),
            &RollChangeKind::AreaCorrected(door("1-101")),
            &RollChangeKind::Joined(vec![door("1-103"), door("1-104")]),
            &RollChangeKind::HeldUndelivered(vec![door("1-101")]),
            &RollChangeKind::Imported(3),
        ]
    );

    // The next vote counts by the new roll: one of three heads, and one with 300 of 400 ㎡.
    let motion = community.meet(&["1-101", "2-201"]);
    let second = community.open(motion);
    assert_eq!(community.vote(second).electorate.bases.all.heads, 3);
    assert_eq!(community.vote(second).electorate.bases.all.area, CentiSqm(40_000));
    let gone = Command::ballot(second, door("1-102"), Choice::Yes);
    assert_eq!(community.ask(&gone), Err(Refusal::UnknownDoor { door: door("1-102") }));
    community.done(Command::ballot(second, door("2-201"), Choice::Yes));
    community.done(Command::ballot(second, door("1-101"), Choice::Yes));
    assert_eq!(community.vote(second).verdict().outcome, Outcome::Passed);
    assert_eq!(community.vote(first), &before);

    // What the file says is what is remembered: folded again it is the same.
    assert_eq!(fold_all(&community.events).facts, community.state.facts);
}

#[test]
fn given_a_vote_opened_again_in_its_meeting_then_it_still_counts_by_its_own_roll() {
    let (mut community, vote) = decided();
    community.done(Command::CorrectArea { door: door("1-104"), area: CentiSqm(60_000), source: AreaSource::Register });
    let words = Words { words: Sealable::Sealed(BlobRef { blob: BlobHash([9; 32]) }), about: Vec::new() };
    community.done(Command::ReopenVote { vote, reason: words });
    assert_eq!(community.vote(vote).electorate.bases.all.area, CentiSqm(24_000));
    community.done(Command::CloseVote { vote });
    // By the area of the new roll three owners with 180 of 780 ㎡ would be too few.
    assert_eq!(community.vote(vote).verdict().outcome, Outcome::Passed);
    assert_eq!(community.state.facts.roll.area(), Some(CentiSqm(78_000)));
}

#[test]
fn given_an_open_vote_then_the_roll_stays_as_it_is_until_the_close() {
    let (mut community, _) = decided();
    let text = "再议一次".to_owned();
    community.done(Command::MoveMotion { text, mover: who("1-101"), seconder: None, sheet: None });
    let vote = community.open(MotionNo(2));
    let card = community.card();
    for change in [
        Command::CorrectArea { door: door("1-101"), area: CentiSqm(1), source: AreaSource::Survey },
        Command::TransferUnit { door: door("1-101"), owners: vec![card] },
        Command::HoldUndelivered { doors: vec![door("1-101")], developer: who("1-102") },
        Command::ConfirmSameOwner { doors: vec![door("1-101"), door("1-102")] },
    ] {
        assert_eq!(community.ask(&change), Err(Refusal::VoteOpen), "{change:?}");
    }
    community.done(Command::CloseVote { vote });
    let change = Command::CorrectArea { door: door("1-101"), area: CentiSqm(1), source: AreaSource::Survey };
    community.done(change.clone());
    assert_eq!(community.ask(&change), Err(Refusal::NothingChanges));
}
