//! Opening a file: up to 100,000 events of a long meeting, made by the rules themselves, folded into the facts. The cost
//! of one event must not grow with their number.
#![allow(clippy::panic, reason = "a benchmark that cannot go on has no figure")]

mod common;

use std::sync::LazyLock;

use common::{Cards, EVENING, roll};
use deliberation::event::Event;
use deliberation::ids::{EventSeq, PersonId};
use deliberation::meeting::Plan;
use deliberation::speakers::TalkRule;
use deliberation::{At, Command, Origin, Recorded, State, Who, decide, fold, fold_all};
use divan::Bencher;

const EVENTS: usize = 100_000;
const HOUSEHOLDS: u32 = 1_000;

fn main() {
    divan::main();
}

static MEETING: LazyLock<Vec<Recorded>> = LazyLock::new(long_meeting);

/// People come and go, raise hands and speak, until there are enough events.
fn long_meeting() -> Vec<Recorded> {
    let (mut state, mut events) = (State::default(), Vec::with_capacity(EVENTS));
    let mut clock = EVENING.0;
    let mut submit = |command: &Command| {
        clock += 1_000;
        let origin = Origin { at: At(clock), by: PersonId::NOBODY };
        let made = decide(&state, command, &origin).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        let deed = EventSeq(state.seq.0 + 1);
        for event in made {
            let recorded = Recorded { seq: EventSeq(state.seq.0 + 1), at: origin.at, by: origin.by, deed, event };
            fold(&mut state, &recorded);
            events.push(recorded);
        }
        events.len()
    };
    let doors: Vec<Who> = match roll(HOUSEHOLDS, Cards::Sealed) {
        Command::ImportRoll { rows, .. } => rows.iter().map(|row| Who::from(row.unit.door.to_string())).collect(),
        _ => Vec::new(),
    };
    let begin = [
        Command::CreateFile { title: "x".to_owned(), zone: "Asia/Shanghai".to_owned(), lang: "zh-CN".to_owned() },
        roll(HOUSEHOLDS, Cards::Sealed),
        Command::PlanMeeting {
            plan: Plan {
                title: "x".to_owned(),
                ordinal: None,
                place: "x".to_owned(),
                start: EVENING,
                talk: TalkRule { turns: u32::MAX, ..TalkRule::default() },
                agenda_locks: false,
            },
        },
        Command::AddItem {
            title: "x".to_owned(),
            kind: deliberation::agenda::ItemKind::Discussion,
            minutes: 600,
            before: None,
        },
        Command::OpenMeeting { chair: doors[0].clone(), recorder: doors[1].clone(), counters: Vec::new() },
        Command::StartItem { item: deliberation::ids::ItemNo(1) },
    ];
    for command in &begin {
        submit(command);
    }
    for who in doors.iter().cycle() {
        let who = who.clone();
        let visit = [
            Command::SignIn { who: who.clone() },
            Command::RaiseHand { who: who.clone(), side: deliberation::speakers::Side::default() },
            Command::StartTurn { who: Some(who.clone()), side: None },
            Command::EndTurn,
            Command::SignOut { who },
        ];
        if visit.iter().map(&mut submit).max() >= Some(EVENTS) {
            break;
        }
    }
    events.truncate(EVENTS);
    events
}

#[divan::bench(args = [1_000, 10_000, EVENTS], sample_count = 10, sample_size = 1)]
fn fold_events(bencher: Bencher<'_, '_>, count: usize) {
    let events = &MEETING[..count];
    bencher.counter(events.len()).bench(|| fold_all(events));
}

#[divan::bench(args = [EVENTS], sample_count = 10, sample_size = 1)]
fn decode_and_fold_events(bencher: Bencher<'_, '_>, count: usize) {
    let bodies: Vec<Vec<u8>> = MEETING[..count].iter().map(Recorded::encode).collect();
    bencher.counter(bodies.len()).bench(|| {
        let mut state = State::default();
        for (seq, body) in (1..).zip(&bodies) {
            match Recorded::decode(EventSeq(seq), body) {
                Ok(recorded) => fold(&mut state, &recorded),
                Err(error) => panic!("{error:?}"),
            }
        }
        state
    });
}

/// What every snapshot for the windows costs.
#[divan::bench]
fn clone_the_facts(bencher: Bencher<'_, '_>) {
    let state = fold_all(&*MEETING);
    assert!(matches!(MEETING[0].event, Event::FileCreated { .. }));
    bencher.bench(|| state.facts.clone());
}
