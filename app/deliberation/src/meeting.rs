//! One meeting: agenda, duties, attendance, speakers and the record from which the minutes are drafted.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::agenda::{Item, ItemState};
use crate::attendance::Attendance;
use crate::ids::{EventSeq, ItemNo, MatterNo, MotionNo, PersonId, PollNo, ProcedureNo, QuoteNo, VoteNo};
use crate::people::{Capacity, People};
use crate::roll::Roll;
use crate::rule::Source;
use crate::speakers::{Prompted, SpeakerQueue, TalkRule};
use crate::text::TextRef;
use crate::time::{At, Day};

/// What is known of a meeting before it opens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Plan {
    /// Its title, e.g. 水产宿舍小方桌会议.
    pub title: String,
    /// The how-manieth of the community, if it counts them (第 14 次).
    #[serde(default)]
    pub ordinal: Option<u32>,
    /// Where.
    pub place: String,
    /// When it is to begin.
    pub start: At,
    /// How long and how often one may speak.
    #[serde(default)]
    pub talk: TalkRule,
    /// Whether an item added after the notice may only be discussed (只议不决).
    #[serde(default)]
    pub agenda_locks: bool,
    /// The template it was planned by; empty = none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub template: String,
    /// How long before it the notice should go out, if anything says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticePeriod>,
    /// Who belongs at the table (四方); whoever of them is missing is warned of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<TableParty>,
}

/// How long before a meeting its notice should go out. Short notice is warned of, never refused: who may waive it is
/// not the program's to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NoticePeriod {
    /// Days from the day of the notice to the day of the meeting.
    pub days: u32,
    /// Where it says so; without a source it is the community's own custom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl NoticePeriod {
    /// By how many days a notice given on one day for a meeting on another is short; `None` if it is in time.
    pub fn short_by(&self, given: Day, held: Day) -> Option<u32> {
        let between = i64::from(held.0) - i64::from(given.0);
        u32::try_from(i64::from(self.days) - between).ok().filter(|short| *short > 0)
    }
}

/// A party that belongs at the table, e.g. 物业.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TableParty {
    /// As people call it.
    pub name: String,
    /// Anybody of this capacity stands for it; without one, whoever signed in for a party of this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
}

/// Who does what in the meeting; every one is a person of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Duties {
    /// Leads it (主持人).
    pub chair: PersonId,
    /// Takes the minutes (记录人).
    pub recorder: PersonId,
    /// Count the votes (计票人), two different people or nobody yet.
    pub counters: [PersonId; 2],
}

/// A written authority to vote for somebody in one meeting (授权委托书).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// Who votes.
    pub agent: PersonId,
    /// The paper's number, may be empty.
    pub paper: String,
    /// Its picture.
    pub scan: Option<TextRef>,
    /// When it was recorded.
    pub at: At,
}

/// How far a meeting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// Not opened.
    #[default]
    Planned,
    /// In session since.
    Open(At),
    /// Over.
    Closed {
        /// Opened.
        from: At,
        /// Closed.
        to: At,
    },
}

/// Something that happened and belongs into the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The event; also the key by which its sentence is edited.
    pub seq: EventSeq,
    /// When.
    pub at: At,
    /// Under which item.
    pub item: Option<ItemNo>,
    /// What.
    pub kind: EntryKind,
}

/// What an entry of the record is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A quote was named.
    Quote(QuoteNo),
    /// A quote was taken.
    QuoteChosen(QuoteNo),
    /// A motion was moved, in these words.
    Moved(MotionNo, String),
    /// A motion got another text.
    Amended(MotionNo, String),
    /// A procedure was concluded.
    Procedure(ProcedureNo),
    /// Somebody spoke: the place among the meeting's turns.
    Speech(usize),
    /// A sentence of the recorder's own.
    Note(TextRef),
    /// A vote was closed.
    Vote(VoteNo),
    /// A closed vote was opened again: the place among its reopenings.
    Reopened(VoteNo, usize),
    /// Somebody is kept out of a motion's votes, and why.
    Recused(MotionNo, PersonId, TextRef),
    /// A poll was closed.
    Poll(PollNo),
    /// Somebody objected to what was put to consent: the place among the poll's objections.
    Objection(PollNo, usize),
    /// Somebody gave an agent written authority.
    Proxy(PersonId, PersonId),
    /// Somebody took on a duty.
    Duty(MatterNo),
    /// What was settled before was looked at, in this order, and what of it was done by the end of the meeting.
    Reviewed(Vec<(MatterNo, bool)>),
    /// An item was concluded.
    Concluded(String),
    /// An item was put off.
    Shelved,
    /// An item got a talk rule of its own.
    TalkRule(TalkRule),
    /// Somebody came after the first item had begun.
    Arrived(PersonId),
    /// Somebody left before the end.
    Left(PersonId),
}

/// Opened this far from the planned start, a meeting is held on another day than planned.
const ANOTHER_DAY_MS: i64 = 12 * 3_600_000;

/// One meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Title, place, time, rules of speaking.
    pub plan: Plan,
    /// How far it is.
    pub phase: Phase,
    /// Who does what.
    pub duties: Duties,
    /// The notice went out.
    pub noticed: Option<At>,
    /// The items in order.
    pub items: Vec<Item>,
    /// Time in ms that the agenda took as it stood at the opening: what added items are late against.
    pub agreed_ms: Option<i64>,
    /// Who is in the hall.
    pub attendance: Attendance,
    /// Rules the chair reminded of; nobody is named.
    pub prompts: Vec<Prompted>,
    /// Written authorities to vote for somebody, by whom they are from.
    pub proxies: BTreeMap<PersonId, Proxy>,
    /// Who speaks and who waits.
    pub speakers: SpeakerQueue,
    /// What happened, in order.
    pub record: Vec<Entry>,
    /// Sentences the recorder put differently, by the event they come from.
    pub edits: BTreeMap<EventSeq, TextRef>,
    /// The minutes are final.
    pub finalised: Option<At>,
    /// The roll as it was at the close; until then the file's roll holds.
    pub roll: Option<Arc<Roll>>,
}

impl Meeting {
    /// A meeting nobody has opened.
    pub fn new(plan: Plan) -> Meeting {
        Meeting {
            plan,
            phase: Phase::Planned,
            duties: Duties::default(),
            noticed: None,
            items: Vec::new(),
            agreed_ms: None,
            attendance: Attendance::default(),
            prompts: Vec::new(),
            proxies: BTreeMap::new(),
            speakers: SpeakerQueue::default(),
            record: Vec::new(),
            edits: BTreeMap::new(),
            finalised: None,
            roll: None,
        }
    }

    /// The roll this meeting counts by: the file's until the close, and as it was then ever after.
    pub fn roll_or<'a>(&'a self, current: &'a Roll) -> &'a Roll {
        self.roll.as_deref().unwrap_or(current)
    }

    /// Whether it is in session.
    pub fn is_open(&self) -> bool {
        matches!(self.phase, Phase::Open(_))
    }

    /// The item on the table.
    pub fn current(&self) -> Option<ItemNo> {
        self.items.iter().position(|item| item.state == ItemState::Current).map(ItemNo::at)
    }

    /// An item by its number.
    pub fn item(&self, number: ItemNo) -> Option<&Item> {
        self.items.get(number.index()?)
    }

    /// An item by its number, to be changed.
    pub fn item_mut(&mut self, number: ItemNo) -> Option<&mut Item> {
        self.items.get_mut(number.index()?)
    }

    /// Whether an item may only be discussed: it came after the notice and the meeting's agenda locks.
    pub fn only_discussed(&self, item: &Item) -> bool {
        self.plan.agenda_locks && item.after_notice
    }

    /// How long and how often one may speak on an item; between two items, the meeting's rule.
    pub fn talk(&self, item: Option<ItemNo>) -> TalkRule {
        item.and_then(|item| self.item(item)?.talk).unwrap_or(self.plan.talk)
    }

    /// Whether anything has happened under an item: its number then stands in the record.
    pub fn has_begun(&self, number: ItemNo) -> bool {
        let begun = |item: &Item| item.state != ItemState::Waiting || item.spent_ms > 0 || item.since.is_some();
        self.record.iter().any(|entry| entry.item == Some(number)) || self.item(number).is_some_and(begun)
    }

    /// Whether its agenda can still be put in another order.
    pub fn phase_allows_moving(&self) -> bool {
        !matches!(self.phase, Phase::Closed { .. })
    }

    /// Whether the notice named an item.
    pub fn is_announced(&self, item: &Item) -> bool {
        self.noticed.is_some() && !item.after_notice
    }

    /// The parties of the table of whom nobody is in the hall.
    pub fn missing_parties<'a>(&'a self, people: &'a People) -> impl Iterator<Item = &'a TableParty> {
        let here = |party: &TableParty| {
            self.attendance.present().filter_map(|person| people.get(&person)).any(|person| match party.capacity {
                Some(capacity) => person.capacity == capacity,
                None => person.party.contains(party.name.trim()),
            })
        };
        self.plan.parties.iter().filter(move |party| !here(party))
    }

    /// Time planned for all items in ms.
    pub fn budget_ms(&self) -> i64 {
        self.items.iter().fold(0, |sum, item| sum.saturating_add(item.budget_ms))
    }

    /// When the meeting was to end by the agenda it opened with.
    pub fn planned_end(&self) -> At {
        let length = self.agreed_ms.unwrap_or_else(|| self.budget_ms());
        At(self.begins().0.saturating_add(length))
    }

    /// The planned start; opened on another day, as a rehearsal is, it is measured from its own opening.
    fn begins(&self) -> At {
        match self.phase {
            Phase::Open(from) | Phase::Closed { from, .. } if from.since(self.plan.start).abs() > ANOTHER_DAY_MS => {
                from
            }
            _ => self.plan.start,
        }
    }

    /// When the meeting will end at `now` if every open item takes what is left of its budget, and by how many ms that
    /// is later than planned (negative = earlier). An item added in the meeting makes it later, one put off earlier; one
    /// passed over is still to come.
    pub fn drift(&self, now: At) -> (At, i64) {
        let planned_end = self.planned_end();
        let left: i64 = self
            .items
            .iter()
            .filter(|item| matches!(item.state, ItemState::Waiting | ItemState::Current))
            .map(|item| item.budget_ms.saturating_sub(item.spent(now)).max(0))
            .fold(0, i64::saturating_add);
        let base = match self.phase {
            Phase::Planned => self.plan.start,
            Phase::Open(_) => now,
            Phase::Closed { to, .. } => return (to, to.since(planned_end)),
        };
        let end = At(base.0.saturating_add(left));
        (end, end.since(planned_end))
    }
}
