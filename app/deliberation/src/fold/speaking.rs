//! Hands, calls, turns and their clock, talk rules, what the chair reminded of.

use super::{meeting_mut, note};
use crate::event::{Event, Recorded};
use crate::meeting::{Entry, EntryKind};
use crate::speakers::{Hand, Prompted, Turn};
use crate::state::Facts;

pub(super) fn apply(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    match &recorded.event {
        Event::HandRaised { meeting, person, side } => {
            let hands = &mut meeting_mut(facts, *meeting)?.speakers.hands;
            hands.push(Hand { person: *person, side: *side, raised: at });
        }
        Event::HandLowered { meeting, person } => meeting_mut(facts, *meeting)?.speakers.lower(*person),
        Event::SpeakerCalled { meeting, person, side } => {
            meeting_mut(facts, *meeting)?.speakers.call(*person, *side, at);
        }
        Event::TurnStarted { meeting, turn } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let started = turn.since.unwrap_or(at);
            meeting.speakers.begin(Turn::begin(turn.person, turn.side, turn.item, started, turn.limit_ms));
            let place = meeting.speakers.turns.len() - 1;
            note(meeting, recorded, EntryKind::Speech(place));
        }
        Event::TurnPaused { meeting, since } => {
            let turn = meeting_mut(facts, *meeting)?.speakers.speaking_mut()?;
            turn.pause(since.unwrap_or(at));
            turn.slept_ms = since.map_or(0, |since| at.since(since));
        }
        Event::TurnResumed { meeting } => {
            let turn = meeting_mut(facts, *meeting)?.speakers.speaking_mut()?;
            turn.running_since.get_or_insert(at);
            turn.slept_ms = 0;
        }
        Event::TurnExtended { meeting, by_ms } => {
            let turn = meeting_mut(facts, *meeting)?.speakers.speaking_mut()?;
            turn.limit_ms = turn.limit_ms.saturating_add(*by_ms).max(0);
            turn.extra_ms = turn.extra_ms.saturating_add(*by_ms);
        }
        Event::TurnEnded { meeting } => {
            let turn = meeting_mut(facts, *meeting)?.speakers.speaking_mut()?;
            turn.pause(at);
            turn.ended = Some(at);
        }
        Event::SpeechNoted { meeting, turn, text } => {
            let turns = &mut meeting_mut(facts, *meeting)?.speakers.turns;
            turns.get_mut((*turn as usize).checked_sub(1)?)?.said = Some(text.clone());
        }
        Event::TalkRuleSet { meeting, item, talk } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.item_mut(*item)?.talk = Some(*talk);
            let kind = EntryKind::TalkRule(*talk);
            meeting.record.push(Entry { seq: recorded.seq, at, item: Some(*item), kind });
        }
        Event::PromptGiven { meeting, item, prompt } => {
            meeting_mut(facts, *meeting)?.prompts.push(Prompted { prompt: *prompt, at, item: *item });
        }
        _ => return None,
    }
    Some(())
}
