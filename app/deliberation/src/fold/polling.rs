//! Soft votes: what was asked, counted, objected to and how it came out.

use std::sync::Arc;

use super::meeting_mut;
use crate::event::{Event, NewPoll, Recorded};
use crate::ids::PollNo;
use crate::meeting::{Entry, EntryKind};
use crate::poll::{Objection, Poll};
use crate::state::Facts;

fn poll_mut(facts: &mut Facts, number: PollNo) -> Option<&mut Poll> {
    facts.polls.get_mut(number.index()?).map(Arc::make_mut)
}

pub(super) fn apply(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    let entry = |item, kind| Entry { seq: recorded.seq, at, item: Some(item), kind };
    match &recorded.event {
        Event::PollOpened { meeting, item, opened } => {
            let NewPoll { poll: number, question, kind, options, guests, present, procedure, runoff_of } = opened;
            if *number != PollNo::at(facts.polls.len()) {
                return None;
            }
            if let Some(first) = runoff_of {
                poll_mut(facts, *first)?.runoff = Some(*number);
            }
            facts.polls.push(Arc::new(Poll {
                meeting: *meeting,
                item: *item,
                question: question.clone(),
                kind: *kind,
                options: options.clone(),
                guests: *guests,
                present: *present,
                opened: at,
                counts: None,
                objections: Vec::new(),
                closed: None,
                procedure: *procedure,
                runoff_of: *runoff_of,
                runoff: None,
            }));
        }
        Event::PollCounted { poll, counts } => {
            let poll = poll_mut(facts, *poll)?;
            if poll.closed.is_some() || poll.check(counts).is_err() {
                return None;
            }
            poll.counts = Some(counts.clone());
        }
        Event::ObjectionRaised { poll: number, person, text, .. } => {
            let poll = poll_mut(facts, *number)?;
            poll.objections.push(Objection { person: *person, reason: text.clone(), at, settled: None });
            let (meeting, item, place) = (poll.meeting, poll.item, poll.objections.len() - 1);
            meeting_mut(facts, meeting)?.record.push(entry(item, EntryKind::Objection(*number, place)));
        }
        Event::ObjectionSettled { poll, objection, how, text } => {
            let objections = &mut poll_mut(facts, *poll)?.objections;
            objections.get_mut(objection.index()?)?.settled = Some((*how, text.clone()));
        }
        Event::PollClosed { poll: number, .. } => {
            let poll = poll_mut(facts, *number)?;
            poll.closed.get_or_insert(at);
            let (meeting, item) = (poll.meeting, poll.item);
            meeting_mut(facts, meeting)?.record.push(entry(item, EntryKind::Poll(*number)));
        }
        _ => return None,
    }
    Some(())
}
