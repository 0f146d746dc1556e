//! Soft votes as deeds: limits, ranking, ties and run-offs, objections, and that nothing of it decides anything.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::collections::BTreeSet;

use amounts::CentiSqm;
use deliberation::agenda::ItemKind;
use deliberation::ballot::Method;
use deliberation::command::ImportRow;
use deliberation::ids::{EventSeq, ItemNo, MotionNo, ObjectionNo, OptionNo, PersonId, PollNo};
use deliberation::meeting::{EntryKind, Plan};
use deliberation::people::Capacity;
use deliberation::poll::{MOST_OPTIONS, Poll, PollError, PollKind, Settled};
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::speakers::TalkRule;
use deliberation::text::{BlobHash, BlobRef, Sealable, Words};
use deliberation::{At, Command, Door, Origin, Recorded, Refusal, State, Who, decide, fold};
use proptest::prelude::*;

const POLL: PollNo = PollNo(1);

fn blob(seed: u32) -> BlobRef {
    let mut hash = [0; 32];
    hash[..4].copy_from_slice(&seed.to_be_bytes());
    BlobRef { blob: BlobHash(hash) }
}

fn who(n: u32) -> Who {
    Who::Door(Door::new(format!("1-{n}")))
}

fn words(n: u32) -> Words {
    Words { words: Sealable::Sealed(blob(1_000 + n)), about: Vec::new() }
}

/// A meeting with so many residents in the hall, each of one flat, and an item on the table.
struct Hall {
    state: State,
}

impl Hall {
    fn with(residents: u32) -> Hall {
        let mut hall = Hall { state: State::default() };
        let row = |n: u32| ImportRow {
            unit: Unit {
                door: Door::new(format!("1-{n}")),
                kind: UnitKind::Flat,
                building: "1".into(),
                stair: String::new(),
                floor: None,
                area: Some(CentiSqm(8_000)),
                area_source: AreaSource::Roll,
            },
            owners: vec![Sealable::Sealed(blob(n))],
            residents: None,
        };
        let plan = Plan {
            title: "小方桌".into(),
            ordinal: None,
            place: "活动室".into(),
            start: At(0),
            talk: TalkRule::default(),
            agenda_locks: false,
            ..Plan::default()
        };
        let kind = ItemKind::Proposal;
        for command in [
            Command::CreateFile { title: "万都".into(), zone: "Asia/Shanghai".into(), lang: "zh-CN".into() },
            Command::ImportRoll { rows: (1..=residents.max(2)).map(row).collect(), columns: Vec::new() },
            Command::PlanMeeting { plan },
            Command::AddItem { title: "今年先办哪几件".into(), kind, minutes: 10, before: None },
        ] {
            hall.does(command);
        }
        for n in 1..=residents {
            hall.does(Command::SignIn { who: who(n) });
        }
        hall.does(Command::OpenMeeting { chair: who(1), recorder: who(2), counters: Vec::new() });
        hall.does(Command::StartItem { item: ItemNo(1) });
        hall
    }

    fn tries(&mut self, command: &Command) -> Result<(), Refusal> {
        let origin = Origin { at: At(i64::try_from(self.state.seq.0).unwrap()), by: PersonId::NOBODY };
        let events = decide(&self.state, command, &origin)?;
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = EventSeq(self.state.seq.0 + 1);
            fold(&mut self.state, &Recorded { seq, at: origin.at, by: origin.by, deed, event });
        }
        Ok(())
    }

    fn does(&mut self, command: Command) {
        self.tries(&command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
    }

    fn refuses(&mut self, command: Command) -> Refusal {
        let before = self.state.facts.clone();
        let refusal = self.tries(&command).unwrap_err();
        assert_eq!(self.state.facts, before, "a refusal changed something");
        refusal
    }

    fn asks(&mut self, kind: PollKind, options: &[&str]) -> Result<(), Refusal> {
        self.tries(&asking(kind, options))
    }

    fn poll(&self, number: PollNo) -> &Poll {
        self.state.facts.poll(number).unwrap()
    }

    fn counts(&mut self, poll: PollNo, counts: &[u32]) -> Result<(), Refusal> {
        self.tries(&Command::CountPoll { poll, counts: counts.to_vec() })
    }
}

fn asking(kind: PollKind, options: &[&str]) -> Command {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    Command::OpenPoll { question: "先办哪几件".into(), kind, options, guests: false, procedure: None }
}

fn named(poll: &Poll, options: &[OptionNo]) -> BTreeSet<String> {
    options.iter().map(|option| poll.options[option.index().unwrap()].clone()).collect()
}

fn names(options: &[&str]) -> BTreeSet<String> {
    options.iter().map(|option| (*option).to_owned()).collect()
}

const TOPICS: [&str; 5] = ["装路灯", "修车棚", "清管道", "添座椅", "补绿化"];
const THREE_DOTS: PollKind = PollKind::Dots { per_person: 3, cap: 1, winners: 3 };

/// M-4: 40 residents × 3 dots, at most 1 per topic → ≤ 120 dots; tie for 3rd place → run-off among the tied only.
#[test]
fn m_4_forty_residents_with_three_dots_each_and_a_tie_for_the_third_place() {
    let mut hall = Hall::with(40);
    hall.asks(THREE_DOTS, &TOPICS).unwrap();
    assert_eq!(hall.poll(POLL).present, 40);
    assert_eq!((hall.poll(POLL).most_together(), hall.poll(POLL).most_each()), (Some(120), 40));
    assert_eq!(
        hall.counts(POLL, &[40, 31, 20, 20, 10]),
        Err(Refusal::PollOverLimit { counted: 121, allowed: 120 }),
        "121 dots are one too many"
    );
    let over = Refusal::OptionOverLimit { option: OptionNo(1), counted: 41, allowed: 40 };
    assert_eq!(hall.counts(POLL, &[41, 20, 20, 20, 10]), Err(over), "at most one dot each on a topic");
    hall.counts(POLL, &[40, 31, 20, 9, 20]).unwrap();
    hall.does(Command::ClosePoll { poll: POLL });
    let ranking = hall.poll(POLL).ranking().unwrap();
    assert_eq!(named(hall.poll(POLL), &ranking.winners), names(&["装路灯", "修车棚"]));
    assert_eq!(named(hall.poll(POLL), &ranking.tied), names(&["清管道", "补绿化"]));
    assert_eq!(ranking.rows.iter().map(|row| row.place).collect::<Vec<_>>(), [1, 2, 3, 3, 5]);

    hall.does(Command::OpenRunoff { poll: POLL });
    let runoff = hall.poll(PollNo(2));
    assert_eq!(runoff.options, ["清管道", "补绿化"], "only the tied, in the order they were named");
    assert_eq!(runoff.kind, PollKind::Dots { per_person: 1, cap: 1, winners: 1 });
    assert_eq!((runoff.runoff_of, hall.poll(POLL).runoff), (Some(POLL), Some(PollNo(2))));
    hall.counts(PollNo(2), &[19, 21]).unwrap();
    hall.does(Command::ClosePoll { poll: PollNo(2) });
    let ranking = hall.poll(PollNo(2)).ranking().unwrap();
    assert_eq!(named(hall.poll(PollNo(2)), &ranking.winners), names(&["补绿化"]));
    assert_eq!(hall.refuses(Command::OpenRunoff { poll: PollNo(2) }), Refusal::NoTie);
    assert_eq!(hall.refuses(Command::OpenRunoff { poll: POLL }), Refusal::RunoffOpened);
}

#[test]
fn given_a_runoff_that_ties_again_then_another_one_is_held_among_the_same() {
    let mut hall = Hall::with(4);
    hall.asks(PollKind::Approval { winners: 1 }, &["甲", "乙", "丙"]).unwrap();
    hall.counts(POLL, &[2, 4, 4]).unwrap();
    assert_eq!(hall.refuses(Command::OpenRunoff { poll: POLL }), Refusal::PollNotClosed);
    hall.does(Command::ClosePoll { poll: POLL });
    hall.does(Command::OpenRunoff { poll: POLL });
    hall.counts(PollNo(2), &[2, 2]).unwrap();
    hall.does(Command::ClosePoll { poll: PollNo(2) });
    hall.does(Command::OpenRunoff { poll: PollNo(2) });
    assert_eq!(hall.poll(PollNo(3)).options, ["乙", "丙"]);
    // Undoing the opening of a run-off leaves the tie open again.
    hall.does(Command::Undo);
    assert_eq!(hall.poll(PollNo(2)).runoff, None);
}

#[test]
fn an_option_nobody_chose_never_comes_out() {
    let mut hall = Hall::with(3);
    hall.asks(THREE_DOTS, &TOPICS).unwrap();
    hall.counts(POLL, &[3, 0, 0, 0, 0]).unwrap();
    let ranking = hall.poll(POLL).ranking().unwrap();
    assert_eq!((ranking.winners.as_slice(), ranking.tied.is_empty()), ([OptionNo(1)].as_slice(), true));
    hall.does(Command::CountPoll { poll: POLL, counts: vec![0; 5] });
    hall.does(Command::ClosePoll { poll: POLL });
    assert!(hall.poll(POLL).ranking().unwrap().winners.is_empty());
    assert_eq!(hall.refuses(Command::OpenRunoff { poll: POLL }), Refusal::NoTie);
}

#[test]
fn grades_of_a_sense_check_are_at_most_those_in_the_hall() {
    let mut hall = Hall::with(6);
    hall.asks(PollKind::Sense, &[]).unwrap();
    assert_eq!(hall.counts(POLL, &[3, 3, 1]), Err(Refusal::PollOverLimit { counted: 7, allowed: 6 }));
    assert_eq!(hall.counts(POLL, &[3, 3]), Err(Refusal::BadPollCount { got: 2, expected: 3 }));
    assert_eq!(hall.refuses(Command::ClosePoll { poll: POLL }), Refusal::PollNotCounted);
    hall.counts(POLL, &[3, 2, 1]).unwrap();
    // Counting again replaces the count.
    hall.counts(POLL, &[2, 2, 1]).unwrap();
    hall.does(Command::ClosePoll { poll: POLL });
    assert_eq!(hall.poll(POLL).total(), 5);
    assert_eq!(hall.counts(POLL, &[1, 1, 1]), Err(Refusal::PollClosed));
}

#[test]
fn consent_passes_when_no_objection_stands() {
    let mut hall = Hall::with(3);
    hall.asks(PollKind::Consent, &[]).unwrap();
    let raise = |n| Command::RaiseObjection { poll: POLL, who: who(n), words: words(n) };
    let settle = |n, how| Command::SettleObjection { poll: POLL, objection: ObjectionNo(n), how, words: words(9) };
    hall.does(raise(1));
    hall.does(raise(3));
    assert_eq!(hall.poll(POLL).consented(), Some(false));
    hall.does(settle(1, Settled::Withdrawn));
    assert_eq!(hall.refuses(settle(1, Settled::Integrated)), Refusal::ObjectionSettled);
    assert_eq!(hall.refuses(settle(3, Settled::Integrated)), Refusal::UnknownObjection);
    assert_eq!(hall.poll(POLL).standing(), 1);
    assert_eq!(hall.counts(POLL, &[]), Err(Refusal::PollHasNoCount));
    hall.does(settle(2, Settled::Integrated));
    assert_eq!(hall.poll(POLL).consented(), Some(true));
    hall.does(Command::ClosePoll { poll: POLL });
    assert_eq!(hall.refuses(raise(2)), Refusal::PollClosed);
    // Erasing whoever objected reaches reason and answer.
    let person = hall.poll(POLL).objections[0].person;
    assert_eq!(hall.state.personal[&person], [blob(1).blob, blob(1_001).blob, blob(1_009).blob]);
}

#[test]
fn given_an_objection_left_standing_then_consent_is_not_reached() {
    let mut hall = Hall::with(2);
    hall.asks(PollKind::Consent, &[]).unwrap();
    hall.does(Command::RaiseObjection { poll: POLL, who: who(2), words: words(2) });
    hall.does(Command::ClosePoll { poll: POLL });
    assert_eq!(hall.poll(POLL).consented(), Some(false));
    let record = &hall.state.facts.open_meeting().unwrap().1.record;
    let told = |holds: fn(&EntryKind) -> bool| record.iter().filter(|entry| holds(&entry.kind)).count();
    assert_eq!(told(|kind| matches!(kind, EntryKind::Objection(..))), 1);
    assert_eq!(told(|kind| matches!(kind, EntryKind::Poll(_))), 1);
}

#[test]
fn an_objection_is_of_somebody_in_the_hall_and_of_consent_only() {
    let mut hall = Hall::with(2);
    hall.does(Command::SignOut { who: who(2) });
    hall.asks(PollKind::Consent, &[]).unwrap();
    let raise = |n| Command::RaiseObjection { poll: POLL, who: who(n), words: words(n) };
    assert_eq!(hall.refuses(raise(2)), Refusal::NotPresent { door: Some(Door::new("1-2")) });
    assert_eq!(hall.refuses(raise(7)), Refusal::UnknownDoor { door: Door::new("1-7") });
    hall.does(Command::ClosePoll { poll: POLL });
    hall.asks(PollKind::Sense, &[]).unwrap();
    let raise = Command::RaiseObjection { poll: PollNo(2), who: who(1), words: words(1) };
    assert_eq!(hall.refuses(raise), Refusal::TakesNoObjection);
}

#[test]
fn a_poll_and_a_vote_are_never_open_together_and_the_item_waits_for_both() {
    let mut hall = Hall::with(3);
    let motion = Command::MoveMotion { text: "装路灯".into(), mover: who(1), seconder: None, sheet: None };
    hall.does(motion);
    hall.asks(PollKind::Sense, &[]).unwrap();
    let vote = || Command::open_vote(MotionNo(1), "deliberation", Method::RollCall);
    assert_eq!(hall.refuses(vote()), Refusal::PollOpen);
    assert_eq!(hall.asks(PollKind::Sense, &[]), Err(Refusal::PollOpen));
    let conclude = Command::ConcludeItem { item: None, conclusion: String::new() };
    assert_eq!(hall.refuses(conclude), Refusal::PollOpen);
    assert_eq!(hall.refuses(Command::CloseMeeting), Refusal::PollOpen);
    hall.counts(POLL, &[3, 0, 0]).unwrap();
    hall.does(Command::ClosePoll { poll: POLL });
    hall.does(vote());
    assert_eq!(hall.asks(PollKind::Sense, &[]), Err(Refusal::VoteOpen));
    // A poll leaves the motion as it was: it can still be voted on, and nothing is adopted.
    assert!(hall.state.facts.collections.is_empty());
}

#[test]
fn an_open_poll_can_be_undone_and_a_closed_one_cannot() {
    let mut hall = Hall::with(3);
    hall.asks(PollKind::Sense, &[]).unwrap();
    hall.counts(POLL, &[1, 1, 1]).unwrap();
    hall.does(Command::Undo);
    assert_eq!(hall.poll(POLL).counts, None);
    hall.does(Command::Undo);
    assert!(hall.state.facts.polls.is_empty());
    hall.does(Command::Redo);
    hall.counts(POLL, &[1, 1, 1]).unwrap();
    hall.does(Command::ClosePoll { poll: POLL });
    assert_eq!(hall.refuses(Command::Undo), Refusal::Barrier);
}

#[test]
fn those_who_come_and_go_later_do_not_change_the_limits() {
    let mut hall = Hall::with(3);
    hall.does(Command::AddPerson {
        card: Sealable::Sealed(blob(77)),
        capacity: Capacity::Resident,
        party: String::new(),
    });
    hall.does(Command::SignIn { who: Who::Person(PersonId(4)) });
    hall.asks(PollKind::Sense, &[]).unwrap();
    assert_eq!(hall.poll(POLL).present, 3, "owners only, unless guests are asked too");
    hall.does(Command::Undo);
    hall.does(Command::OpenPoll {
        question: "办不办".into(),
        kind: PollKind::Sense,
        options: Vec::new(),
        guests: true,
        procedure: None,
    });
    assert_eq!(hall.poll(POLL).present, 4);
    hall.does(Command::SignOut { who: who(3) });
    hall.counts(POLL, &[4, 0, 0]).unwrap();
}

#[test]
fn a_poll_that_cannot_be_held_says_why() {
    let mut hall = Hall::with(3);
    let many: Vec<String> = (0..=MOST_OPTIONS).map(|n| n.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let dots = |per_person, cap, winners| PollKind::Dots { per_person, cap, winners };
    let twice = PollError::OptionTwice { option: "甲".into() };
    let bad: [(PollKind, &[&str], PollError); 10] = [
        (THREE_DOTS, &["甲"], PollError::TooFewOptions),
        (THREE_DOTS, &many, PollError::TooManyOptions),
        (dots(1, 1, 1), &["甲", " 甲 "], twice),
        (PollKind::Sense, &["甲", "乙"], PollError::NoOptionsWanted),
        (PollKind::Consent, &["甲"], PollError::NoOptionsWanted),
        (PollKind::Approval { winners: 0 }, &["甲", "乙"], PollError::Winners),
        (PollKind::Approval { winners: 2 }, &["甲", "乙"], PollError::Winners),
        (dots(0, 1, 1), &["甲", "乙"], PollError::NoDots),
        (dots(1, 0, 1), &["甲", "乙"], PollError::NoDots),
        (dots(1, 2, 1), &["甲", "乙"], PollError::CapOverDots),
    ];
    for (kind, options, because) in bad {
        assert_eq!(hall.refuses(asking(kind, options)), Refusal::BadPoll { because }, "{kind:?} {options:?}");
    }
    assert_eq!(hall.refuses(asking(THREE_DOTS, &["甲", " "])), Refusal::EmptyText);
    let nothing = Command::OpenPoll {
        question: " ".into(),
        kind: PollKind::Sense,
        options: Vec::new(),
        guests: false,
        procedure: None,
    };
    assert_eq!(hall.refuses(nothing), Refusal::EmptyText);
    assert_eq!(hall.counts(PollNo(9), &[1]), Err(Refusal::UnknownPoll));
    let mut empty = Hall::with(0);
    assert_eq!(empty.asks(PollKind::Sense, &[]), Err(Refusal::NobodyTakesPart));
}

/// Counts of dots or approvals within the hall's limits, and how many of how many options come out.
fn counted() -> impl Strategy<Value = (Vec<u32>, u32)> {
    prop::collection::vec(0u32..5, 2..9).prop_flat_map(|counts| {
        let most = u32::try_from(counts.len()).unwrap() - 1;
        (Just(counts), 1..=most)
    })
}

fn held(kind: PollKind, options: Vec<String>, counts: Vec<u32>) -> Poll {
    let hall = Hall::with(2);
    Poll {
        meeting: deliberation::ids::MeetingNo(1),
        item: ItemNo(1),
        question: "先办哪几件".into(),
        kind,
        options,
        guests: false,
        present: 5,
        opened: hall.state.facts.meetings[0].plan.start,
        counts: Some(counts),
        objections: Vec::new(),
        closed: None,
        procedure: None,
        runoff_of: None,
        runoff: None,
    }
}

proptest! {
    /// The order in which options are named decides nothing: shuffled, the same ones come out and the same ones tie.
    #[test]
    fn the_order_of_options_never_decides(((counts, winners), turn) in (counted(), any::<prop::sample::Index>())) {
        let kind = PollKind::Approval { winners };
        let options: Vec<String> = (0..counts.len()).map(|n| format!("项{n}")).collect();
        let poll = held(kind, options.clone(), counts.clone());
        let by = turn.index(counts.len());
        let (mut turned_options, mut turned_counts) = (options, counts);
        turned_options.rotate_left(by);
        turned_counts.rotate_left(by);
        turned_options.reverse();
        turned_counts.reverse();
        let turned = held(kind, turned_options, turned_counts);
        let (a, b) = (poll.ranking().unwrap(), turned.ranking().unwrap());
        prop_assert_eq!(named(&poll, &a.winners), named(&turned, &b.winners));
        prop_assert_eq!(named(&poll, &a.tied), named(&turned, &b.tied));
        prop_assert_eq!(a.open, b.open);
    }

    /// Whoever comes out has more than whoever does not; only those level at the boundary tie, and a run-off is among
    /// them alone; never more come out than were to.
    #[test]
    fn winners_are_above_the_tied_and_these_above_the_rest((counts, winners) in counted()) {
        let options: Vec<String> = (0..counts.len()).map(|n| format!("项{n}")).collect();
        let poll = held(PollKind::Approval { winners }, options, counts.clone());
        let ranking = poll.ranking().unwrap();
        let of = |list: &[OptionNo]| list.iter().map(|option| poll.count(*option)).collect::<Vec<_>>();
        let (won, tied) = (of(&ranking.winners), of(&ranking.tied));
        let out: Vec<u32> = (0..counts.len())
            .map(OptionNo::at)
            .filter(|option| !ranking.winners.contains(option) && !ranking.tied.contains(option))
            .map(|option| poll.count(option))
            .collect();
        prop_assert!(won.iter().all(|count| *count > 0));
        prop_assert!(won.len() + ranking.open as usize <= winners as usize);
        for count in &won {
            prop_assert!(tied.iter().chain(&out).all(|other| other < count));
        }
        if tied.is_empty() {
            prop_assert_eq!(ranking.open, 0);
            prop_assert!(poll.runoff_kind().is_none());
            // All places are filled, or nobody is left whom anybody chose.
            prop_assert!(won.len() == winners as usize || out.iter().all(|count| *count == 0));
        } else {
            prop_assert!(tied.windows(2).all(|pair| pair[0] == pair[1]));
            prop_assert!(out.iter().all(|count| *count < tied[0]));
            prop_assert!(tied.len() > ranking.open as usize && ranking.open > 0);
            prop_assert_eq!(won.len() + ranking.open as usize, winners as usize);
            let (kind, options) = poll.runoff_kind().unwrap();
            prop_assert_eq!(options.into_iter().collect::<BTreeSet<_>>(), named(&poll, &ranking.tied));
            prop_assert_eq!(kind.winners(), Some(ranking.open));
        }
    }

    /// Whatever people really do with their dots is accepted, and one dot more than the hall has is not.
    #[test]
    fn what_people_can_place_is_accepted_and_a_total_beyond_it_never(
        present in 1u32..9,
        per_person in 1u32..6,
        cap in 1u32..4,
        choices in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let cap = cap.min(per_person);
        let kind = PollKind::Dots { per_person, cap, winners: 1 };
        let options: Vec<String> = (0..4).map(|n| format!("项{n}")).collect();
        let mut poll = held(kind, options, vec![0; 4]);
        poll.present = present;
        // Each person in turn puts dots where there is still room under the cap.
        let mut counts = vec![0u32; 4];
        let mut choice = choices.iter();
        for _ in 0..present {
            let mut own = [0u32; 4];
            while own.iter().sum::<u32>() < per_person
                && let Some(at) = choice.next().map(|byte| usize::from(*byte) % 4)
            {
                if own[at] < cap {
                    own[at] += 1;
                }
            }
            counts.iter_mut().zip(own).for_each(|(all, one)| *all += one);
        }
        prop_assert_eq!(poll.check(&counts), Ok(()));
        let each = present * cap;
        for place in 0..4 {
            let mut more = counts.clone();
            more[place] = each + 1;
            prop_assert!(poll.check(&more).is_err());
        }
        let all = u64::from(present) * u64::from(per_person);
        if u64::from(each) * 4 > all {
            let mut full = vec![0u32; 4];
            let mut left = u32::try_from(all).unwrap() + 1;
            for place in &mut full {
                *place = left.min(each);
                left -= *place;
            }
            prop_assert_eq!(poll.check(&full), Err(Refusal::PollOverLimit { counted: all + 1, allowed: all }));
        }
    }
}
