//! Events to state: total, pure, and all there is to opening a file.
//!
//! An event that does not fit (which `decide` never makes) changes nothing; folding never fails and needs no blob.

mod collecting;
mod polling;
mod procedures;
mod roll;
mod speaking;
mod votes;

use std::sync::Arc;

use crate::agenda::{Item, ItemState, Quote};
use crate::event::{Event, NewPerson, Recorded};
use crate::history::steers;
use crate::ids::{ItemNo, MatterNo, MeetingNo};
use crate::matter::Matter;
use crate::meeting::{Entry, EntryKind, Meeting, Phase, Proxy};
use crate::motion::Motion;
use crate::people::{Capacity, Person};
use crate::state::{Facts, FileFacts, State};
use crate::terms::Terms;
use crate::time::At;

/// Takes the next event into the state.
pub fn fold(state: &mut State, recorded: &Recorded) {
    state.seq = recorded.seq;
    for (person, blob) in recorded.event.personal_blobs() {
        state.personal.entry(person).or_default().push(blob);
    }
    let of_all = match &recorded.event {
        Event::ProcedureStarted { inputs, columns: true, .. } => Some(inputs.blob),
        Event::ProcedureConcluded { private: Some(private), .. } => Some(private.blob),
        _ => None,
    };
    if let Some(blob) = of_all {
        // A further or private column says something of every household: its cells go with whichever of them goes first.
        for person in state.facts.roll.parties() {
            state.personal.entry(person).or_default().push(blob);
        }
    }
    let brought = match &recorded.event {
        Event::RollImported { people, .. } | Event::UnitTransferred { people, .. } => {
            people.iter().map(|person| person.id).max()
        }
        Event::PersonAdded { person, .. } => Some(person.id),
        Event::PersonErased { person, .. } => {
            state.personal.remove(person);
            None
        }
        _ => None,
    };
    state.last_person = state.last_person.max(brought.unwrap_or_default());
    match &recorded.event {
        Event::DeedUndone { undoes } => state.history.undo(&mut state.facts, *undoes),
        Event::DeedRedone { redoes } => state.history.redo(&mut state.facts, *redoes),
        _ => state.history.record(&mut state.facts, recorded),
    }
}

/// Folds a whole file.
pub fn fold_all<'a>(events: impl IntoIterator<Item = &'a Recorded>) -> State {
    let mut state = State::default();
    events.into_iter().for_each(|recorded| fold(&mut state, recorded));
    state
}

fn meeting_mut(facts: &mut Facts, number: MeetingNo) -> Option<&mut Meeting> {
    facts.meetings.get_mut(number.index()?).map(Arc::make_mut)
}

/// Adds to a meeting's record, from which the minutes are drafted.
fn note(meeting: &mut Meeting, recorded: &Recorded, kind: EntryKind) {
    let item = meeting.current();
    meeting.record.push(Entry { seq: recorded.seq, at: recorded.at, item, kind });
}

/// Takes one event into the facts.
pub(crate) fn apply(facts: &mut Facts, recorded: &Recorded) {
    if !steers(&recorded.event) {
        // `None` marks an event that does not fit: it changes nothing.
        let _fits = preparing(facts, recorded)
            .or_else(|| roll::apply(facts, recorded))
            .or_else(|| votes::apply(facts, recorded))
            .or_else(|| polling::apply(facts, recorded))
            .or_else(|| in_session(facts, recorded))
            .or_else(|| speaking::apply(facts, recorded))
            .or_else(|| deciding(facts, recorded))
            .or_else(|| procedures::apply(facts, recorded))
            .or_else(|| collecting::apply(facts, recorded))
            .or_else(|| afterwards(facts, recorded));
    }
}

fn add_person(facts: &mut Facts, person: &NewPerson, capacity: Capacity, party: &str) {
    let person_data =
        Person { card: person.card.blob, capacity, party: party.to_owned(), erased: false, merged_into: None };
    Arc::make_mut(&mut facts.people).insert(person.id, person_data);
}

/// File, roll, people and the plan of a meeting.
fn preparing(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    match &recorded.event {
        Event::FileCreated { title, zone, lang } => {
            facts.file =
                FileFacts { title: title.clone(), zone: zone.clone(), lang: lang.clone(), created: recorded.at };
        }
        Event::PersonAdded { person, capacity, party } => add_person(facts, person, *capacity, party),
        Event::PersonErased { person, .. } => Arc::make_mut(&mut facts.people).get_mut(person)?.erased = true,
        Event::MeetingPlanned { meeting, plan } => {
            if *meeting == MeetingNo::at(facts.meetings.len()) {
                facts.meetings.push(Arc::new(Meeting::new(plan.clone())));
            }
        }
        Event::ItemAdded { meeting, item, title, kind, budget_ms } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let added = Item {
                title: title.clone(),
                kind: *kind,
                budget_ms: *budget_ms,
                after_notice: meeting.noticed.is_some(),
                ..Item::default()
            };
            let place = item.index()?.min(meeting.items.len());
            meeting.items.insert(place, added);
        }
        Event::ItemChanged { meeting, item, title, kind, budget_ms } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let noticed = meeting.noticed.is_some();
            let item = meeting.item_mut(*item)?;
            // Another title or kind than the notice named is another item.
            item.after_notice |= noticed && (item.title != *title || item.kind != *kind);
            (item.title, item.kind, item.budget_ms) = (title.clone(), *kind, *budget_ms);
        }
        Event::PlanChanged { meeting, plan } => {
            let meeting = meeting_mut(facts, *meeting)?;
            // The notice no longer says when and where.
            if (meeting.plan.start, &meeting.plan.place) != (plan.start, &plan.place) {
                meeting.noticed = None;
            }
            meeting.plan = plan.clone();
        }
        Event::ItemMoved { meeting, item, to } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let (item, to) = (item.index()?, to.index()?);
            if item.max(to) < meeting.items.len() {
                let moved = meeting.items.remove(item);
                meeting.items.insert(to, moved);
            }
        }
        Event::ItemRemoved { meeting, item } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let item = item.index()?;
            if item < meeting.items.len() {
                meeting.items.remove(item);
            }
        }
        Event::NoticeGiven { meeting } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.noticed = Some(recorded.at);
            // A further notice names what was added since the first.
            meeting.items.iter_mut().for_each(|item| item.after_notice = false);
        }
        _ => return None,
    }
    Some(())
}

/// Attendance, agenda and speakers.
fn in_session(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    match &recorded.event {
        Event::MeetingOpened { meeting, duties } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.phase = Phase::Open(at);
            meeting.agreed_ms = Some(meeting.budget_ms());
            meeting.duties = *duties;
        }
        Event::DutiesChanged { meeting, duties } => meeting_mut(facts, *meeting)?.duties = *duties,
        Event::MeetingClosed { meeting } => {
            let roll = Arc::clone(&facts.roll);
            let meeting = meeting_mut(facts, *meeting)?;
            if let Phase::Open(from) = meeting.phase {
                meeting.phase = Phase::Closed { from, to: at };
                meeting.roll = Some(roll);
            }
        }
        Event::MinutesFinalised { meeting } => meeting_mut(facts, *meeting)?.finalised = Some(at),
        Event::PersonArrived { meeting, person } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.attendance.arrive(*person, at);
            if meeting.items.iter().any(|item| item.state != ItemState::Waiting) {
                note(meeting, recorded, EntryKind::Arrived(*person));
            }
        }
        Event::PersonLeft { meeting, person } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.attendance.leave(*person, at);
            if meeting.items.iter().any(|item| item.state != ItemState::Waiting) {
                note(meeting, recorded, EntryKind::Left(*person));
            }
        }
        Event::ProxyGiven { meeting, principal, agent, paper, scan } => {
            let proxy = Proxy { agent: *agent, paper: paper.clone(), scan: scan.clone(), at };
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.proxies.insert(*principal, proxy);
            note(meeting, recorded, EntryKind::Proxy(*principal, *agent));
        }
        Event::ProxyWithdrawn { meeting, principal } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.proxies.remove(principal);
            meeting.record.retain(|entry| !matches!(entry.kind, EntryKind::Proxy(from, _) if from == *principal));
        }
        Event::ItemStarted { meeting, item, reviewed } => {
            review(facts, recorded, (*meeting, *item), reviewed);
            let meeting = meeting_mut(facts, *meeting)?;
            if let Some(current) = meeting.current() {
                meeting.item_mut(current)?.leave(at, ItemState::Waiting);
            }
            let item = meeting.item_mut(*item)?;
            (item.state, item.since) = (ItemState::Current, Some(at));
            meeting.speakers.clear();
        }
        Event::ItemConcluded { meeting, item, conclusion } => {
            let meeting = meeting_mut(facts, *meeting)?;
            if !conclusion.is_empty() {
                meeting.record.push(Entry {
                    seq: recorded.seq,
                    at,
                    item: Some(*item),
                    kind: EntryKind::Concluded(conclusion.clone()),
                });
            }
            meeting.speakers.called = None;
            let item = meeting.item_mut(*item)?;
            item.leave(at, ItemState::Done);
            item.conclusion.clone_from(conclusion);
        }
        Event::ItemShelved { meeting, item } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.record.push(Entry { seq: recorded.seq, at, item: Some(*item), kind: EntryKind::Shelved });
            meeting.speakers.called = None;
            meeting.item_mut(*item)?.leave(at, ItemState::Shelved);
        }
        Event::NoteAdded { meeting, item, text } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let kind = EntryKind::Note(text.clone());
            meeting.record.push(Entry { seq: recorded.seq, at, item: *item, kind });
        }
        Event::SentenceEdited { meeting, sentence, text } => {
            meeting_mut(facts, *meeting)?.edits.insert(*sentence, text.clone());
        }
        Event::SentenceRestored { meeting, sentence } => {
            meeting_mut(facts, *meeting)?.edits.remove(sentence);
        }
        _ => return None,
    }
    Some(())
}

/// Quotes and motions.
fn deciding(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    match &recorded.event {
        Event::QuoteNoted { meeting, item, supplier, amount } => {
            let meeting = meeting_mut(facts, *meeting)?;
            let quotes = &mut meeting.item_mut(*item)?.quotes;
            quotes.push(Quote { supplier: supplier.clone(), amount: *amount });
            let number = crate::ids::QuoteNo::at(quotes.len() - 1);
            note(meeting, recorded, EntryKind::Quote(number));
        }
        Event::QuoteChosen { meeting, item, quote } => {
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.item_mut(*item)?.chosen = Some(*quote);
            note(meeting, recorded, EntryKind::QuoteChosen(*quote));
        }
        Event::MotionMoved { meeting, item, motion, text, mover, seconder } => {
            facts.motions.push(Arc::new(Motion {
                meeting: *meeting,
                item: *item,
                text: text.clone(),
                mover: *mover,
                seconder: *seconder,
                at,
                seq: recorded.seq,
                sheet: None,
                terms: Terms::default(),
                recused: Vec::new(),
            }));
            let meeting = meeting_mut(facts, *meeting)?;
            meeting.speakers.turn_to_motion(*item);
            note(meeting, recorded, EntryKind::Moved(*motion, text.clone()));
        }
        Event::MotionAmended { motion: number, text } => {
            let motion = Arc::make_mut(facts.motions.get_mut(number.index()?)?);
            motion.text.clone_from(text);
            motion.seq = recorded.seq;
            let meeting = motion.meeting;
            note(meeting_mut(facts, meeting)?, recorded, EntryKind::Amended(*number, text.clone()));
        }
        Event::SheetAttached { motion, sheet } => {
            Arc::make_mut(facts.motions.get_mut(motion.index()?)?).sheet = Some(*sheet);
        }
        Event::TermsSet { motion, fund, payers } => {
            Arc::make_mut(facts.motions.get_mut(motion.index()?)?).terms = Terms { fund: *fund, payers: *payers };
        }
        _ => return None,
    }
    Some(())
}

/// The ledger.
fn afterwards(facts: &mut Facts, recorded: &Recorded) -> Option<()> {
    let at = recorded.at;
    match &recorded.event {
        Event::DutyTaken { matter, text, responsible, due, from } => {
            facts.matters.push(Arc::new(Matter {
                text: text.clone(),
                responsible: *responsible,
                due: *due,
                from: *from,
                at,
                seq: recorded.seq,
                done: None,
            }));
            if let Some(origin) = from {
                let meeting = meeting_mut(facts, origin.meeting)?;
                let kind = EntryKind::Duty(*matter);
                meeting.record.push(Entry { seq: recorded.seq, at, item: Some(origin.item), kind });
            }
        }
        Event::DutyDone { matter } => done(facts, *matter, Some(at))?,
        Event::DutyReopened { matter } => done(facts, *matter, None)?,
        _ => return None,
    }
    Some(())
}

/// A review that begins tells what it looks at; begun a second time it tells nothing new.
fn review(facts: &mut Facts, recorded: &Recorded, (number, item): (MeetingNo, ItemNo), reviewed: &[MatterNo]) {
    let done = |matter: &MatterNo| facts.matter(*matter).is_some_and(|matter| matter.done.is_some());
    let looked_at: Vec<_> = reviewed.iter().map(|matter| (*matter, done(matter))).collect();
    let Some(meeting) = meeting_mut(facts, number) else { return };
    let told = |entry: &Entry| entry.item == Some(item) && matches!(entry.kind, EntryKind::Reviewed(_));
    if !looked_at.is_empty() && !meeting.record.iter().any(told) {
        let kind = EntryKind::Reviewed(looked_at);
        meeting.record.push(Entry { seq: recorded.seq, at: recorded.at, item: Some(item), kind });
    }
}

/// Done or open again: in the ledger, and in the review of the meeting in session.
fn done(facts: &mut Facts, matter: MatterNo, when: Option<At>) -> Option<()> {
    Arc::make_mut(facts.matters.get_mut(matter.index()?)?).done = when;
    let open = facts.open_meeting().map(|(number, _)| number);
    for entry in open.and_then(|number| meeting_mut(facts, number)).into_iter().flat_map(|meeting| &mut meeting.record)
    {
        if let EntryKind::Reviewed(looked_at) = &mut entry.kind {
            looked_at.iter_mut().filter(|(of, _)| *of == matter).for_each(|(_, done)| *done = when.is_some());
        }
    }
    Some(())
}
