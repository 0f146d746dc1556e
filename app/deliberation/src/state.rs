//! Everything the file says, folded: the facts, and the history that undo walks along.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::collection::Collection;
use crate::cost::SheetRecord;
use crate::history::History;
use crate::ids::{
    CollectionNo, EventSeq, MatterNo, MeetingNo, MotionNo, PersonId, PollNo, ProcedureNo, SheetNo, VoteNo,
};
use crate::material::Offer;
use crate::matter::Matter;
use crate::meeting::{Meeting, Phase};
use crate::motion::Motion;
use crate::people::People;
use crate::poll::Poll;
use crate::procedure::{Adopted, ProcedureRun};
use crate::roll::{Roll, RollChange};
use crate::rule::{self, Rule};
use crate::text::BlobHash;
use crate::time::At;
use crate::vote::Vote;
use crate::who::Who;

/// What a file begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileFacts {
    /// The community.
    pub title: String,
    /// IANA time zone of its papers and days.
    pub zone: String,
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// When it was made.
    pub created: At,
}

/// All that holds now. Cloning shares every large part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Title, zone, language.
    pub file: FileFacts,
    /// People by number.
    pub people: Arc<People>,
    /// The roll.
    pub roll: Arc<Roll>,
    /// How the roll came to be what it is.
    pub roll_changes: Vec<RollChange>,
    /// Rules of the community's own, by id.
    pub rules: Arc<BTreeMap<String, Rule>>,
    /// Headings of the roll's further columns.
    pub columns: Arc<Vec<String>>,
    /// Meetings in the order of planning.
    pub meetings: Vec<Arc<Meeting>>,
    /// Motions of all meetings.
    pub motions: Vec<Arc<Motion>>,
    /// Procedures the community took in, in that order; those that are retired too.
    pub adopted: Vec<Arc<Adopted>>,
    /// Procedure runs of all meetings.
    pub procedures: Vec<Arc<ProcedureRun>>,
    /// Cost sheets of all meetings.
    pub sheets: Vec<Arc<SheetRecord>>,
    /// Votes of all meetings.
    pub votes: Vec<Arc<Vote>>,
    /// Polls (soft votes) of all meetings.
    pub polls: Vec<Arc<Poll>>,
    /// Collections.
    pub collections: Vec<Arc<Collection>>,
    /// The ledger.
    pub matters: Vec<Arc<Matter>>,
}

/// Facts, the history behind them, and what no undo takes back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The last event.
    pub seq: EventSeq,
    /// What holds now.
    pub facts: Facts,
    /// Deeds that can be undone and redone.
    pub history: History,
    /// The highest person number ever given; never given again.
    pub last_person: PersonId,
    /// Personal data by person, of undone deeds too: what an erasure has to reach.
    pub personal: BTreeMap<PersonId, Vec<BlobHash>>,
}

impl Facts {
    /// A meeting by its number.
    pub fn meeting(&self, number: MeetingNo) -> Option<&Meeting> {
        self.meetings.get(number.index()?).map(Arc::as_ref)
    }

    /// The meeting in session.
    pub fn open_meeting(&self) -> Option<(MeetingNo, &Meeting)> {
        self.meetings
            .iter()
            .position(|meeting| meeting.is_open())
            .map(|i| (MeetingNo::at(i), self.meetings[i].as_ref()))
    }

    /// The meeting people work on: the one in session, else the next one planned, else the last one held.
    pub fn working_meeting(&self) -> Option<(MeetingNo, &Meeting)> {
        let numbered =
            || self.meetings.iter().enumerate().map(|(index, meeting)| (MeetingNo::at(index), meeting.as_ref()));
        let planned = || numbered().filter(|(_, meeting)| meeting.phase == Phase::Planned);
        self.open_meeting()
            .or_else(|| planned().min_by_key(|(_, meeting)| meeting.plan.start))
            .or_else(|| numbered().next_back())
    }

    /// A motion by its number.
    pub fn motion(&self, number: MotionNo) -> Option<&Motion> {
        self.motions.get(number.index()?).map(Arc::as_ref)
    }

    /// A procedure run by its number.
    pub fn procedure(&self, number: ProcedureNo) -> Option<&ProcedureRun> {
        self.procedures.get(number.index()?).map(Arc::as_ref)
    }

    /// The adopted procedure of this hash that is on the list.
    pub fn adopted(&self, sha256: BlobHash) -> Option<&Adopted> {
        let known = self.adopted.iter().map(Arc::as_ref);
        known.rev().find(|adopted| adopted.plugin.sha256 == sha256 && adopted.retired.is_none())
    }

    /// Whether a procedure of this hash was taken off the list, and not put on it again.
    pub fn is_retired(&self, sha256: BlobHash) -> bool {
        let known = |adopted: &Arc<Adopted>| adopted.plugin.sha256 == sha256;
        self.adopted.iter().any(known) && self.adopted(sha256).is_none()
    }

    /// A cost sheet by its number.
    pub fn sheet(&self, number: SheetNo) -> Option<&SheetRecord> {
        self.sheets.get(number.index()?).map(Arc::as_ref)
    }

    /// A vote by its number.
    pub fn vote(&self, number: VoteNo) -> Option<&Vote> {
        self.votes.get(number.index()?).map(Arc::as_ref)
    }

    /// A rule to vote by: the community's own, or a shipped one.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.get(id).or_else(|| rule::find(id))
    }

    /// Every rule to vote by, the community's own first.
    pub fn all_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.values().chain(rule::shipped())
    }

    /// The vote that is open, if any.
    pub fn open_vote(&self) -> Option<(VoteNo, &Vote)> {
        let index = self.votes.iter().rposition(|vote| vote.closed.is_none())?;
        Some((VoteNo::at(index), self.votes[index].as_ref()))
    }

    /// A poll by its number.
    pub fn poll(&self, number: PollNo) -> Option<&Poll> {
        self.polls.get(number.index()?).map(Arc::as_ref)
    }

    /// The poll that is open, if any.
    pub fn open_poll(&self) -> Option<(PollNo, &Poll)> {
        let index = self.polls.iter().rposition(|poll| poll.closed.is_none())?;
        Some((PollNo::at(index), self.polls[index].as_ref()))
    }

    /// A collection by its number.
    pub fn collection(&self, number: CollectionNo) -> Option<&Collection> {
        self.collections.get(number.index()?).map(Arc::as_ref)
    }

    /// A matter by its number.
    pub fn matter(&self, number: MatterNo) -> Option<&Matter> {
        self.matters.get(number.index()?).map(Arc::as_ref)
    }

    /// The duty of the ledger an offered one became.
    pub fn taken_up(&self, offer: Offer) -> Option<MatterNo> {
        let from = |matter: &Matter| matter.from.and_then(|from| from.offer);
        self.matters.iter().position(|matter| from(matter) == Some(offer)).map(MatterNo::at)
    }

    /// Procedures of earlier meetings that are not concluded, for people to go on with.
    pub fn left_running(&self, meeting: MeetingNo) -> impl Iterator<Item = (ProcedureNo, &ProcedureRun)> {
        let runs = self.procedures.iter().enumerate().map(|(at, run)| (ProcedureNo::at(at), run.as_ref()));
        runs.filter(move |(_, run)| run.meeting < meeting && run.conclusion.is_none())
    }

    /// The person a command names; duties are those of the meeting people work on.
    pub fn resolve(&self, who: &Who) -> Option<PersonId> {
        let duty = |pick: fn(&crate::meeting::Duties) -> PersonId| {
            self.working_meeting()
                .map(|(_, meeting)| pick(&meeting.duties))
                .filter(|person| *person != PersonId::NOBODY)
        };
        match who {
            Who::Chair => duty(|duties| duties.chair),
            Who::Recorder => duty(|duties| duties.recorder),
            Who::Counter(0) => duty(|duties| duties.counters[0]),
            Who::Counter(_) => duty(|duties| duties.counters[1]),
            Who::Person(person) => self.people.contains_key(person).then_some(*person),
            Who::Newest => self.people.keys().next_back().copied(),
            Who::Door(door) => self.roll.voter(door),
        }
    }
}
