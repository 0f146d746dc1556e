//! The floor between two deeds, with scripted moments: a forgotten start, a prompt on the screen, a computer that slept.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::ids::{ItemNo, PersonId};
use deliberation::speakers::{Prompt, Side, SpeakerQueue};
use deliberation::{At, Command, Door, Who};
use session::audience::Card;
use session::{Now, Places, Session, Shipped, Workspace};
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");

/// So many seconds into the evening, on both clocks alike.
fn at(seconds: u64) -> Now {
    let utc_ms = At::parse("2026-07-18T19:00:00+08:00").unwrap().0;
    Now { mono_ms: 5_000_000 + seconds * 1_000, utc_ms: utc_ms + i64::try_from(seconds).unwrap() * 1_000 }
}

/// The example opened, its third item on the table, one hand up for the motion.
fn debate(folder: &Path) -> Workspace {
    let places = Places { config: folder.join("config"), documents: folder.join("documents") };
    let shipped = Shipped { components: Vec::new(), example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
    let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
    workspace.tick(at(0));
    workspace.open_example().unwrap();
    let session = workspace.session_mut().unwrap();
    frame(session, at(0));
    let who = |n| Who::Person(PersonId(n));
    does(session, Command::OpenMeeting { chair: who(37), recorder: who(38), counters: Vec::new() });
    does(session, Command::StartItem { item: ItemNo(3) });
    does(session, Command::RaiseHand { who: Who::Door(Door::new("1-1-101")), side: Side::Yes });
    workspace
}

fn does(session: &mut Session, command: Command) {
    assert!(session.submit_and_settle(command.clone()).is_done(), "{command:?}");
}

/// A frame, and everything it asks for made durable.
fn frame(session: &mut Session, now: Now) {
    session.tick(now);
    session.settle();
}

fn speakers(session: &Session) -> &SpeakerQueue {
    &session.facts().open_meeting().unwrap().1.speakers
}

#[test]
fn given_a_call_and_no_clock_then_after_a_while_it_is_noticed_and_one_act_counts_from_the_call() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = debate(folder.path());
    let session = workspace.session_mut().unwrap();
    frame(session, at(10));
    session.next_speaker();
    session.settle();
    frame(session, at(24));
    assert_eq!((session.forgotten_ms(), session.floor_change_ms()), (None, Some(1_000)));
    let Card::Speaker(card) = &session.audience(Lang::ZhCn).card else { panic!("no debate on the screen") };
    assert!(card.called && card.speaker.is_some());
    let clock = card.clock.unwrap();
    assert_eq!((clock.running_since_mono_ms, clock.spent_ms, clock.limit_ms), (None, 0, 120_000));
    frame(session, at(50));
    assert_eq!(session.forgotten_ms(), Some(40_000));
    session.start_from_call();
    session.settle();
    assert_eq!(session.forgotten_ms(), None);
    assert_eq!(speakers(session).speaking().unwrap().spent(At(at(50).utc_ms)), 40_000);
    // Digits are counted on the monotonic clock, from the same moment.
    assert_eq!(session.clock_since(), Some(at(10).mono_ms));
}

#[test]
fn given_a_computer_that_slept_then_the_clock_stands_as_before_and_says_for_how_long() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = debate(folder.path());
    let session = workspace.session_mut().unwrap();
    for step in [10, 11] {
        frame(session, at(step));
        session.next_speaker();
        session.settle();
    }
    frame(session, at(41));
    assert!(speakers(session).speaking().unwrap().running_since.is_none(), "no frame for thirty seconds is a sleep");
    does(session, Command::ResumeTurn);
    // The monotonic clock stands still in the sleep of this machine, the wall clock goes on.
    frame(session, at(60));
    let woken = Now { mono_ms: at(61).mono_ms, utc_ms: at(421).utc_ms };
    frame(session, woken);
    let turn = speakers(session).speaking().unwrap();
    assert_eq!((turn.running_since, turn.spent_ms, turn.slept_ms), (None, 19_000, 361_000));
    assert_eq!(session.clock_since(), None);
    // Undone, the clock has run all the while; one frame later nothing is paused a second time.
    does(session, Command::Undo);
    frame(session, Now { mono_ms: woken.mono_ms + 1_000, utc_ms: woken.utc_ms + 1_000 });
    assert!(speakers(session).speaking().unwrap().running_since.is_some());
}

#[test]
fn given_frames_once_a_second_or_a_clock_put_right_then_nothing_is_paused() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = debate(folder.path());
    let session = workspace.session_mut().unwrap();
    session.next_speaker();
    session.settle();
    session.next_speaker();
    session.settle();
    for second in 1..200 {
        frame(session, at(second));
    }
    frame(session, Now { mono_ms: at(200).mono_ms, utc_ms: at(195).utc_ms });
    frame(session, Now { mono_ms: at(201).mono_ms, utc_ms: at(205).utc_ms });
    assert!(speakers(session).speaking().unwrap().running_since.is_some());
    assert_eq!(session.clock_since(), Some(at(0).mono_ms));
}

#[test]
fn given_a_prompt_then_the_debate_shows_it_for_some_seconds_and_undo_takes_it_off() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = debate(folder.path());
    let session = workspace.session_mut().unwrap();
    frame(session, at(10));
    does(session, Command::GivePrompt { prompt: Prompt::OnTopic });
    let hint = |session: &mut Session| session.audience(Lang::ZhCn).hint.clone();
    frame(session, at(17));
    assert_eq!((hint(session).as_deref(), session.floor_change_ms()), (Some("请就事论事"), Some(1_000)));
    frame(session, at(18));
    assert_eq!((hint(session), session.floor_change_ms()), (None, None));
    does(session, Command::GivePrompt { prompt: Prompt::FaceChair });
    frame(session, at(19));
    assert_eq!(hint(session).as_deref(), Some("请面向主持人"));
    session.stage.toggle_blank();
    assert_eq!(hint(session), None);
    session.stage.toggle_blank();
    does(session, Command::Undo);
    frame(session, at(20));
    assert_eq!(hint(session), None);
}

#[test]
fn given_the_last_speaker_then_one_act_puts_them_into_the_queue_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = debate(folder.path());
    let session = workspace.session_mut().unwrap();
    for _ in 0..3 {
        session.next_speaker();
        session.settle();
    }
    assert!(speakers(session).speaking().is_none() && speakers(session).hands.is_empty());
    session.raise_last();
    session.settle();
    assert_eq!(speakers(session).hands[0].side, Side::Yes);
}
