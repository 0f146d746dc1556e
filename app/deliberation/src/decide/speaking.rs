//! Speakers: hands, who is called, turns and their clock, talk rules, what the chair reminds of.

use super::{Decision, end_turn, item, open, person, text};
use crate::agenda::ItemState;
use crate::command::{Command, Origin};
use crate::event::{Event, NewTurn};
use crate::ids::{MeetingNo, PersonId};
use crate::meeting::{Meeting, Phase};
use crate::refusal::Refusal;
use crate::speakers::talk_rule::MOST_EXTRA_MS;
use crate::speakers::{Side, Turn};
use crate::state::Facts;
use crate::time::At;
use crate::who::Who;

/// A person in the hall.
pub(super) fn present(facts: &Facts, meeting: &Meeting, who: &Who) -> Result<PersonId, Refusal> {
    let person = person(facts, who)?;
    if meeting.attendance.is_present(person) {
        Ok(person)
    } else {
        Err(Refusal::NotPresent { door: facts.roll.door_of(person).cloned() })
    }
}

pub(super) fn decide(facts: &Facts, command: &Command, origin: &Origin) -> Decision {
    if let Command::SetTalkRule { item: named, talk } = command {
        // A rule may be set while the meeting is planned.
        let (number, meeting) = facts.working_meeting().ok_or(Refusal::NoMeeting)?;
        let (wanted, entry) = item(meeting, *named)?;
        if matches!(meeting.phase, Phase::Closed { .. }) {
            return Err(Refusal::NotOpen);
        }
        if matches!(entry.state, ItemState::Done | ItemState::Shelved) {
            return Err(Refusal::ItemHasBegun { item: wanted });
        }
        if !talk.is_sound() {
            return Err(Refusal::BadTalkRule);
        }
        if *talk == meeting.talk(Some(wanted)) {
            return Err(Refusal::NothingChanges);
        }
        return Ok(vec![Event::TalkRuleSet { meeting: number, item: wanted, talk: *talk }]);
    }
    let (number, meeting) = open(facts)?;
    let speakers = &meeting.speakers;
    let running = || speakers.speaking().ok_or(Refusal::NobodySpeaks);
    match command {
        Command::RaiseHand { who, side } => {
            let person = present(facts, meeting, who)?;
            if speakers.waits(person) {
                return Err(Refusal::HandIsUp);
            }
            may_speak(meeting, person, *side)?;
            Ok(vec![Event::HandRaised { meeting: number, person, side: *side }])
        }
        Command::LowerHand { who } => {
            let person = person(facts, who)?;
            if !speakers.waits(person) {
                return Err(Refusal::NoHand);
            }
            Ok(vec![Event::HandLowered { meeting: number, person }])
        }
        Command::CallSpeaker { who, side } => {
            let already = |person| speakers.called.is_some_and(|called| called.person == person);
            if who.is_none() && speakers.called.is_some() {
                return Err(Refusal::SpeakerIsCalled);
            }
            let Some((person, side)) = wanted(facts, meeting, who.as_ref(), *side)? else {
                return Ok(end_turn(number, meeting));
            };
            if already(person) {
                return Err(Refusal::SpeakerIsCalled);
            }
            may_speak(meeting, person, side)?;
            let mut events = end_turn(number, meeting);
            events.push(Event::SpeakerCalled { meeting: number, person, side });
            Ok(events)
        }
        Command::StartTurn { who, side, since } => {
            let Some((person, side)) = wanted(facts, meeting, who.as_ref(), *side)? else {
                return Ok(end_turn(number, meeting));
            };
            may_speak(meeting, person, side)?;
            let since = since.filter(|since| *since != origin.at);
            if since.is_some_and(|since| since > origin.at || since < free_since(meeting, person)) {
                return Err(Refusal::MomentOutsideTurn);
            }
            let mut events = end_turn(number, meeting);
            let item = meeting.current();
            let limit_ms = meeting.talk(item).limit_ms;
            let turn = NewTurn { person, side, item, limit_ms, since };
            events.push(Event::TurnStarted { meeting: number, turn });
            Ok(events)
        }
        Command::PauseTurn { since } => {
            let running = running()?.running_since.ok_or(Refusal::ClockPaused)?;
            if since.is_some_and(|since| since < running || since > origin.at) {
                return Err(Refusal::MomentOutsideTurn);
            }
            Ok(vec![Event::TurnPaused { meeting: number, since: *since }])
        }
        Command::ResumeTurn => {
            if running()?.running_since.is_some() {
                return Err(Refusal::ClockRuns);
            }
            Ok(vec![Event::TurnResumed { meeting: number }])
        }
        Command::ExtendTurn { by_ms } => extend(number, running()?, *by_ms),
        Command::EndTurn => {
            running()?;
            Ok(vec![Event::TurnEnded { meeting: number }])
        }
        Command::GivePrompt { prompt } => {
            Ok(vec![Event::PromptGiven { meeting: number, item: meeting.current(), prompt: *prompt }])
        }
        Command::NoteSpeech { turn, words } => {
            let last = u32::try_from(speakers.turns.len()).unwrap_or(u32::MAX);
            let turn = turn.unwrap_or(last);
            let speech = (turn as usize).checked_sub(1).and_then(|index| speakers.turns.get(index));
            let speaker = speech.ok_or(Refusal::NoTurn)?.person;
            Ok(vec![Event::SpeechNoted { meeting: number, turn, text: text(facts, words, &[speaker, origin.by])? }])
        }
        _ => Ok(Vec::new()),
    }
}

/// Who gets the floor: whoever is named, else whoever is called, else the next in the queue. `None` = the round ends,
/// because nobody waits after the last speaker.
fn wanted(
    facts: &Facts,
    meeting: &Meeting,
    who: Option<&Who>,
    side: Option<Side>,
) -> Result<Option<(PersonId, Side)>, Refusal> {
    let speakers = &meeting.speakers;
    if let Some(who) = who {
        let person = present(facts, meeting, who)?;
        let called = speakers.called.filter(|called| called.person == person).map(|called| called.side);
        let raised = speakers.hands.iter().find(|hand| hand.person == person).map(|hand| hand.side);
        return Ok(Some((person, side.or(called).or(raised).unwrap_or_default())));
    }
    if let Some(called) = speakers.called {
        return Ok(Some((called.person, called.side)));
    }
    match speakers.order(meeting.current()).first() {
        Some(next) => Ok(Some((next.hand.person, next.hand.side))),
        None if speakers.speaking().is_some() => Ok(None),
        None => Err(Refusal::NobodyWaits),
    }
}

/// Since when the floor is somebody's: the call, else the end of the turn before, else the start of the item.
fn free_since(meeting: &Meeting, person: PersonId) -> At {
    let speakers = &meeting.speakers;
    if let Some(called) = speakers.called.filter(|called| called.person == person) {
        return called.at;
    }
    let started = meeting.current().and_then(|item| meeting.item(item)?.since);
    let ended = speakers.turns.last().map(|turn| turn.ended.unwrap_or(At(i64::MAX)));
    ended.max(started).unwrap_or(At(i64::MAX))
}

/// Thirty seconds more, once a turn (test M-3); less, while some time is left.
fn extend(number: MeetingNo, turn: &Turn, by_ms: i64) -> Decision {
    if by_ms == 0 {
        return Err(Refusal::NothingChanges);
    }
    if turn.limit_ms == 0 || turn.limit_ms.saturating_add(by_ms) <= 0 {
        return Err(Refusal::NoTimeToTake);
    }
    if by_ms > 0 && turn.extra_ms.saturating_add(by_ms) > MOST_EXTRA_MS {
        return Err(Refusal::ExtraTimeGiven { most_ms: MOST_EXTRA_MS });
    }
    Ok(vec![Event::TurnExtended { meeting: number, by_ms }])
}

/// Turns are limited a motion; a question or a point of order is no turn and is never refused for that.
fn may_speak(meeting: &Meeting, person: PersonId, side: Side) -> Result<(), Refusal> {
    let item = meeting.current();
    let turns = meeting.talk(item).turns;
    if side.is_turn() && meeting.speakers.turns_taken(person, item) >= turns {
        return Err(Refusal::TurnsUsedUp { turns });
    }
    Ok(())
}
