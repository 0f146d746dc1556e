//! Opening a file: up to 100,000 events of a community, made by the rules themselves, folded into the facts. The cost of
//! one event must not grow with the years; in one endless meeting it does, for undo keeps that meeting at hand.
#![allow(clippy::panic, reason = "a benchmark that cannot go on has no figure")]

mod common;

use std::sync::LazyLock;

use common::{Cards, EVENING, roll};
use deliberation::event::Event;
use deliberation::ids::{EventSeq, PersonId};
use deliberation::meeting::Plan;
use deliberation::speakers::{Side, TalkRule};
use deliberation::{At, Command, Origin, Recorded, State, Who, decide, fold, fold_all};
use divan::Bencher;

const EVENTS: usize = 100_000;
const HOUSEHOLDS: u32 = 1_000;
/// Visits of an ordinary meeting, five events each.
const VISITS: usize = 100;

fn main() {
    divan::main();
}

/// Twenty years of a community: one meeting after the other.
static YEARS: LazyLock<Vec<Recorded>> = LazyLock::new(|| community(VISITS));
/// The worst case: one meeting that never ends.
static ENDLESS: LazyLock<Vec<Recorded>> = LazyLock::new(|| community(usize::MAX));

/// The file so far, and the commands that go on with it.
#[derive(Default)]
struct File {
    state: State,
    events: Vec<Recorded>,
}

impl File {
    fn submit(&mut self, command: &Command) {
        let origin = Origin { at: At(EVENING.0 + 1_000 * self.state.seq.0.cast_signed()), by: PersonId::NOBODY };
        let made = decide(&self.state, command, &origin).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in made {
            let seq = EventSeq(self.state.seq.0 + 1);
            let recorded = Recorded { seq, at: origin.at, by: origin.by, deed, event };
            fold(&mut self.state, &recorded);
            self.events.push(recorded);
        }
    }

    fn open_meeting(&mut self, chair: &Who, recorder: &Who) {
        let title = || "x".to_owned();
        let plan = Plan {
            title: title(),
            ordinal: None,
            place: title(),
            start: EVENING,
            talk: TalkRule { turns: u32::MAX, ..TalkRule::default() },
            agenda_locks: false,
            ..Plan::default()
        };
        let kind = deliberation::agenda::ItemKind::Discussion;
        for command in [
            Command::PlanMeeting { plan },
            Command::AddItem { title: title(), kind, minutes: 60, before: None },
            Command::OpenMeeting { chair: chair.clone(), recorder: recorder.clone(), counters: Vec::new() },
            Command::StartItem { item: deliberation::ids::ItemNo(1) },
        ] {
            self.submit(&command);
        }
    }
}

/// People come and go, raise hands and speak; after so many visits a meeting ends and the next one begins.
fn community(visits: usize) -> Vec<Recorded> {
    let mut file = File { events: Vec::with_capacity(EVENTS), ..File::default() };
    let doors: Vec<Who> = match roll(HOUSEHOLDS, Cards::Sealed) {
        Command::ImportRoll { rows, .. } => rows.iter().map(|row| Who::from(row.unit.door.to_string())).collect(),
        _ => Vec::new(),
    };
    let [title, zone, lang] = ["x", "Asia/Shanghai", "zh-CN"].map(str::to_owned);
    file.submit(&Command::CreateFile { title, zone, lang });
    file.submit(&roll(HOUSEHOLDS, Cards::Sealed));
    file.open_meeting(&doors[0], &doors[1]);
    for (visit, who) in doors.iter().cycle().enumerate() {
        if visit > 0 && visit.is_multiple_of(visits) {
            file.submit(&Command::CloseMeeting);
            file.open_meeting(&doors[0], &doors[1]);
        }
        for command in [
            Command::SignIn { who: who.clone() },
            Command::RaiseHand { who: who.clone(), side: Side::default() },
            Command::StartTurn { who: Some(who.clone()), side: None, since: None },
            Command::EndTurn,
            Command::SignOut { who: who.clone() },
        ] {
            file.submit(&command);
        }
        if file.events.len() >= EVENTS {
            break;
        }
    }
    file.events.truncate(EVENTS);
    file.events
}

#[divan::bench(args = [1_000, 10_000, EVENTS], sample_count = 10, sample_size = 1)]
fn fold_years(bencher: Bencher<'_, '_>, count: usize) {
    let events = &YEARS[..count];
    bencher.counter(events.len()).bench(|| fold_all(events));
}

#[divan::bench(args = [1_000, 10_000, EVENTS], sample_count = 5, sample_size = 1)]
fn fold_endless_meeting(bencher: Bencher<'_, '_>, count: usize) {
    let events = &ENDLESS[..count];
    bencher.counter(events.len()).bench(|| fold_all(events));
}

#[divan::bench(args = [EVENTS], sample_count = 10, sample_size = 1)]
fn decode_and_fold_years(bencher: Bencher<'_, '_>, count: usize) {
    let bodies: Vec<Vec<u8>> = YEARS[..count].iter().map(Recorded::encode).collect();
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
    let state = fold_all(&*YEARS);
    assert!(matches!(YEARS[0].event, Event::FileCreated { .. }));
    bencher.bench(|| state.facts.clone());
}
