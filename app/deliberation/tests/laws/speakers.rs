//! The floor: who is called, whose clock runs, how often and how long, what the chair reminds of.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use crate::sequences::deeds::who;
use crate::sequences::table::Table;
use deliberation::ids::{EventSeq, ItemNo};
use deliberation::meeting::EntryKind;
use deliberation::speakers::{Prompt, Side, SpeakerQueue, Standing, TalkRule};
use deliberation::{At, Command, Event, Recorded, Refusal, fold_all};

/// So many seconds after the meeting's start, long after it was opened.
fn at(seconds: i64) -> At {
    At(1_784_372_400_000 + 1_000_000 + seconds * 1_000)
}

fn speakers(table: &Table) -> &SpeakerQueue {
    &table.state.facts.meetings[0].speakers
}

fn does(table: &mut Table, seconds: i64, command: &Command) {
    assert_eq!(table.tries(at(seconds), command), Ok(()), "{command:?}");
}

fn hand(n: u32, side: Side) -> Command {
    Command::RaiseHand { who: who(n), side }
}

const CALL: Command = Command::CallSpeaker { who: None, side: None };

fn motion() -> Command {
    Command::MoveMotion { text: "按户平均分摊".into(), mover: who(0), seconder: None, sheet: None }
}

#[test]
fn m2_given_two_turns_then_the_third_hand_is_refused_until_the_motion_changes() {
    let mut table = Table::open();
    table.has([motion()]);
    for _ in 0..2 {
        table.has([hand(0, Side::Yes), CALL, Command::start_turn(), Command::EndTurn]);
    }
    assert_eq!(table.tries(at(0), &hand(0, Side::No)), Err(Refusal::TurnsUsedUp { turns: 2 }));
    // A question and a point of order are no turn, and leave the limit where it was.
    for side in [Side::Question, Side::Order] {
        table.has([hand(0, side), CALL, Command::start_turn(), Command::EndTurn]);
    }
    assert_eq!(table.tries(at(0), &hand(0, Side::No)), Err(Refusal::TurnsUsedUp { turns: 2 }));
    table.has([motion(), hand(0, Side::No), Command::Undo, Command::Undo]);
    assert_eq!(table.tries(at(0), &hand(0, Side::No)), Err(Refusal::TurnsUsedUp { turns: 2 }));
}

#[test]
fn m3_given_thirty_seconds_more_then_no_further_second_is_added_to_this_turn_and_to_the_next_one_is() {
    let mut table = Table::open();
    let more = Command::ExtendTurn { by_ms: 30_000 };
    let less = Command::ExtendTurn { by_ms: -30_000 };
    table.has([hand(0, Side::Yes), Command::start_turn(), more.clone()]);
    assert_eq!(table.tries(at(0), &more), Err(Refusal::ExtraTimeGiven { most_ms: 30_000 }));
    let turn = speakers(&table).speaking().unwrap();
    assert_eq!((turn.limit_ms, turn.extra_ms), (150_000, 30_000));
    // What was given can be taken and given again; the last half minute cannot be taken.
    table.has([less.clone(), more.clone(), less.clone(), less.clone(), less.clone(), less.clone()]);
    assert_eq!(table.tries(at(0), &less), Err(Refusal::NoTimeToTake));
    assert_eq!(speakers(&table).speaking().unwrap().limit_ms, 30_000);
    table.has([hand(1, Side::No), Command::start_turn(), more.clone()]);
    assert_eq!(table.tries(at(0), &more), Err(Refusal::ExtraTimeGiven { most_ms: 30_000 }));
    assert_eq!(table.tries(at(0), &Command::ExtendTurn { by_ms: 0 }), Err(Refusal::NothingChanges));
}

#[test]
fn given_a_call_then_the_clock_stands_until_it_is_started_and_the_next_call_ends_the_turn() {
    let mut table = Table::open();
    does(&mut table, 0, &hand(0, Side::Yes));
    does(&mut table, 5, &hand(1, Side::No));
    does(&mut table, 10, &CALL);
    let called = speakers(&table).called.unwrap();
    assert_eq!((called.side, called.raised, called.at), (Side::Yes, Some(at(0)), at(10)));
    assert!(speakers(&table).speaking().is_none());
    assert_eq!(table.tries(at(12), &CALL), Err(Refusal::SpeakerIsCalled));
    assert_eq!(table.tries(at(12), &hand(0, Side::Yes)), Err(Refusal::HandIsUp));
    does(&mut table, 20, &Command::start_turn());
    assert_eq!(speakers(&table).speaking().unwrap().spent(at(50)), 30_000);
    does(&mut table, 60, &CALL);
    assert_eq!(speakers(&table).last_spoken().unwrap().spent_ms, 40_000);
    // The second does not come: the hand is withdrawn, and nobody waits.
    does(&mut table, 70, &Command::LowerHand { who: who(1) });
    let person = speakers(&table).withdrawn[0].person;
    assert_eq!(speakers(&table).standing(person, Some(ItemNo(2))), Some(Standing::Withdrawn));
    assert_eq!(table.tries(at(80), &CALL), Err(Refusal::NobodyWaits));
    // Undone step by step, everything stands as it stood.
    does(&mut table, 90, &Command::Undo);
    assert_eq!(speakers(&table).called.unwrap().person, person);
    does(&mut table, 91, &Command::Undo);
    assert!(speakers(&table).speaking().is_some() && speakers(&table).waits(person));
}

#[test]
fn given_somebody_called_when_he_leaves_or_the_item_ends_then_nobody_is_called() {
    let mut table = Table::open();
    table.has([hand(0, Side::Yes), CALL, Command::SignOut { who: who(0) }]);
    assert_eq!(speakers(&table).called, None);
    table.has([hand(1, Side::No), CALL, Command::ShelveItem { item: None }]);
    assert_eq!(speakers(&table).called, None);
    table.has([Command::StartItem { item: ItemNo(1) }, hand(1, Side::No), CALL]);
    table.has([Command::ConcludeItem { item: None, conclusion: String::new() }]);
    assert_eq!(speakers(&table).called, None);
}

#[test]
fn given_a_forgotten_start_then_the_clock_runs_as_from_the_call_and_never_from_before() {
    let mut table = Table::open();
    does(&mut table, 0, &hand(0, Side::Yes));
    does(&mut table, 10, &CALL);
    let since = |seconds| Command::StartTurn { who: None, side: None, since: Some(at(seconds)) };
    assert_eq!(table.tries(at(50), &since(9)), Err(Refusal::MomentOutsideTurn));
    assert_eq!(table.tries(at(50), &since(51)), Err(Refusal::MomentOutsideTurn));
    does(&mut table, 50, &since(10));
    let turn = speakers(&table).speaking().unwrap();
    assert_eq!((turn.started, turn.spent(at(50))), (at(10), 40_000));
    // Somebody named without a call speaks at the earliest since the turn before has ended.
    does(&mut table, 60, &Command::EndTurn);
    let named = |seconds| Command::StartTurn { who: Some(who(1)), side: None, since: Some(at(seconds)) };
    assert_eq!(table.tries(at(90), &named(59)), Err(Refusal::MomentOutsideTurn));
    does(&mut table, 90, &named(60));
    assert_eq!(speakers(&table).speaking().unwrap().spent(at(90)), 30_000);
}

#[test]
fn given_the_computer_slept_then_the_clock_stands_as_it_stood_and_says_how_long() {
    let mut table = Table::open();
    does(&mut table, 0, &hand(0, Side::Yes));
    does(&mut table, 10, &Command::start_turn());
    let asleep = |seconds| Command::PauseTurn { since: Some(at(seconds)) };
    assert_eq!(table.tries(at(400), &asleep(9)), Err(Refusal::MomentOutsideTurn));
    assert_eq!(table.tries(at(400), &asleep(401)), Err(Refusal::MomentOutsideTurn));
    does(&mut table, 400, &asleep(40));
    let turn = speakers(&table).speaking().unwrap();
    assert_eq!((turn.spent(at(400)), turn.slept_ms), (30_000, 360_000));
    does(&mut table, 410, &Command::ResumeTurn);
    let turn = speakers(&table).speaking().unwrap();
    assert_eq!((turn.spent(at(415)), turn.slept_ms), (35_000, 0));
}

#[test]
fn given_a_talk_rule_for_an_item_then_it_holds_there_from_the_next_turn_on_and_is_on_record() {
    let mut table = Table::open();
    let rule = TalkRule { limit_ms: 180_000, turns: 1 };
    let set = |talk| Command::SetTalkRule { item: None, talk };
    table.has([hand(0, Side::Yes), Command::start_turn(), set(rule), hand(1, Side::No)]);
    assert_eq!(speakers(&table).speaking().unwrap().limit_ms, 120_000);
    table.has([Command::start_turn(), Command::EndTurn]);
    assert_eq!(speakers(&table).last_spoken().unwrap().limit_ms, 180_000);
    assert_eq!(table.tries(at(0), &hand(1, Side::No)), Err(Refusal::TurnsUsedUp { turns: 1 }));
    let meeting = &table.state.facts.meetings[0];
    assert!(meeting.record.iter().any(|entry| entry.kind == EntryKind::TalkRule(rule)));
    assert_eq!((meeting.talk(Some(ItemNo(2))), meeting.talk(Some(ItemNo(1)))), (rule, TalkRule::default()));
    assert_eq!(table.tries(at(0), &set(rule)), Err(Refusal::NothingChanges));
    assert_eq!(table.tries(at(0), &set(TalkRule { turns: 0, ..rule })), Err(Refusal::BadTalkRule));
    // Without a limit of time nothing is added or taken.
    table.has([set(TalkRule { limit_ms: 0, turns: 3 }), hand(1, Side::No), Command::start_turn()]);
    assert_eq!(table.tries(at(0), &Command::ExtendTurn { by_ms: 30_000 }), Err(Refusal::NoTimeToTake));
}

#[test]
fn a_prompt_says_which_rule_and_never_to_whom() {
    let mut table = Table::open();
    table.has([hand(0, Side::Yes), Command::start_turn(), Command::GivePrompt { prompt: Prompt::OnTopic }]);
    let given = table.journal.last().unwrap();
    let body = String::from_utf8(given.encode()).unwrap();
    let at = given.at.0;
    let seq = given.seq;
    assert_eq!(
        body,
        format!(r#"{{"v":1,"at":{at},"by":0,"t":"prompt-given","meeting":1,"item":2,"prompt":"on-topic"}}"#)
    );
    assert_eq!(Recorded::decode(seq, body.as_bytes()).unwrap(), *given);
    table.has([Command::Undo]);
    assert!(table.state.facts.meetings[0].prompts.is_empty());
}

#[test]
fn what_earlier_programs_wrote_of_turns_is_read_as_they_meant_it() {
    let mut table = Table::open();
    let seq = |n| EventSeq(table.state.seq.0 + n);
    let read = |n, body: &str| Recorded::decode(seq(n), body.as_bytes()).unwrap();
    let started = read(
        1,
        r#"{"v":1,"at":1784373400000,"by":0,"t":"turn-started","meeting":1,"person":1,"side":"yes","item":2,"limit-ms":120000}"#,
    );
    let paused = read(2, r#"{"v":1,"at":1784373440000,"by":0,"t":"turn-paused","meeting":1}"#);
    assert!(matches!(&started.event, Event::TurnStarted { turn, .. } if turn.since.is_none()));
    table.journal.extend([started, paused]);
    let state = fold_all(&table.journal);
    let turn = state.facts.meetings[0].speakers.speaking().unwrap();
    assert_eq!((turn.spent_ms, turn.slept_ms, turn.extra_ms), (40_000, 0, 0));
}
