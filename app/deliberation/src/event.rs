//! What happened, as the file keeps it: one JSON object an event, past tense, integers only.

mod blobs;
mod person;
mod poll;
mod putting_right;
mod recorded;
mod skip;
mod turn;

use amounts::{CentiSqm, Fen};
use serde::{Deserialize, Serialize};

use crate::agenda::ItemKind;
use crate::ballot::{BallotOrigin, Choice, DoorBallot, Method};
use crate::collection::{Answer, PaidBy};
use crate::cost::CostSheet;
use crate::door::Door;
use crate::electorate::{Body, Elector, Scope};
use crate::ids::{
    AdvanceNo, CollectionNo, EventSeq, ItemNo, MatterNo, MeetingNo, MotionNo, ObjectionNo, OptionNo, PersonId, PollNo,
    ProcedureNo, QuoteNo, SheetNo, VoteNo,
};
use crate::matter;
use crate::meeting::{Duties, Plan};
use crate::people::Capacity;
use crate::poll::Settled;
use crate::procedure::{Conclusion, Plugin};
use crate::roll::{AreaSource, RollEntry};
use crate::rule::{Bilingual, Rule};
use crate::speakers::{Prompt, Side, TalkRule};
use crate::tally::{SideCounts, Tally};
use crate::terms::{FundMatter, Payers};
use crate::text::{BlobHash, BlobRef, TextRef};
use crate::time::{At, Day};
use crate::verdict::Outcome;

pub use self::{person::NewPerson, poll::NewPoll, putting_right::PutRight, turn::NewTurn};
pub use recorded::{Recorded, UnknownEvent, VERSION};

/// What happened. No field may be called `v`, `t`, `at`, `by` or `deed`: those are the envelope's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[allow(missing_docs, reason = "each is its command in the past tense; its fields are documented at their types")]
pub enum Event {
    FileCreated {
        title: String,
        zone: String,
        lang: String,
    },
    RollImported {
        people: Vec<NewPerson>,
        entries: Vec<RollEntry>,
        columns: Vec<String>,
    },
    SameOwnerConfirmed {
        doors: Vec<Door>,
    },
    VoterNamed {
        door: Door,
        person: PersonId,
    },
    UnitsHeldUndelivered {
        doors: Vec<Door>,
        developer: PersonId,
    },
    UnitsDelivered {
        doors: Vec<Door>,
    },
    AreaCorrected {
        door: Door,
        area: CentiSqm,
        source: AreaSource,
    },
    UnitTransferred {
        door: Door,
        people: Vec<NewPerson>,
    },
    PersonAdded {
        person: NewPerson,
        capacity: Capacity,
        party: String,
    },
    PersonErased {
        person: PersonId,
        blobs: Vec<BlobHash>,
    },
    MeetingPlanned {
        meeting: MeetingNo,
        plan: Plan,
    },
    PlanChanged {
        meeting: MeetingNo,
        plan: Plan,
    },
    ItemAdded {
        meeting: MeetingNo,
        item: ItemNo,
        title: String,
        kind: ItemKind,
        budget_ms: i64,
    },
    ItemChanged {
        meeting: MeetingNo,
        item: ItemNo,
        title: String,
        kind: ItemKind,
        budget_ms: i64,
    },
    ItemMoved {
        meeting: MeetingNo,
        item: ItemNo,
        to: ItemNo,
    },
    ItemRemoved {
        meeting: MeetingNo,
        item: ItemNo,
    },
    NoticeGiven {
        meeting: MeetingNo,
    },
    MeetingOpened {
        meeting: MeetingNo,
        duties: Duties,
    },
    DutiesChanged {
        meeting: MeetingNo,
        duties: Duties,
    },
    MeetingClosed {
        meeting: MeetingNo,
    },
    MinutesFinalised {
        meeting: MeetingNo,
    },
    PersonArrived {
        meeting: MeetingNo,
        person: PersonId,
    },
    PersonLeft {
        meeting: MeetingNo,
        person: PersonId,
    },
    ProxyGiven {
        meeting: MeetingNo,
        principal: PersonId,
        agent: PersonId,
        paper: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scan: Option<TextRef>,
    },
    ProxyWithdrawn {
        meeting: MeetingNo,
        principal: PersonId,
    },
    ItemStarted {
        meeting: MeetingNo,
        item: ItemNo,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reviewed: Vec<MatterNo>,
    },
    ItemConcluded {
        meeting: MeetingNo,
        item: ItemNo,
        conclusion: String,
    },
    ItemShelved {
        meeting: MeetingNo,
        item: ItemNo,
    },
    HandRaised {
        meeting: MeetingNo,
        person: PersonId,
        side: Side,
    },
    HandLowered {
        meeting: MeetingNo,
        person: PersonId,
    },
    SpeakerCalled {
        meeting: MeetingNo,
        person: PersonId,
        side: Side,
    },
    TurnStarted {
        meeting: MeetingNo,
        #[serde(flatten)]
        turn: NewTurn,
    },
    TurnPaused {
        meeting: MeetingNo,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<At>,
    },
    TurnResumed {
        meeting: MeetingNo,
    },
    TurnExtended {
        meeting: MeetingNo,
        by_ms: i64,
    },
    TurnEnded {
        meeting: MeetingNo,
    },
    TalkRuleSet {
        meeting: MeetingNo,
        item: ItemNo,
        talk: TalkRule,
    },
    PromptGiven {
        meeting: MeetingNo,
        item: Option<ItemNo>,
        prompt: Prompt,
    },
    SpeechNoted {
        meeting: MeetingNo,
        turn: u32,
        text: TextRef,
    },
    NoteAdded {
        meeting: MeetingNo,
        item: Option<ItemNo>,
        text: TextRef,
    },
    SentenceEdited {
        meeting: MeetingNo,
        sentence: EventSeq,
        text: TextRef,
    },
    SentenceRestored {
        meeting: MeetingNo,
        sentence: EventSeq,
    },
    QuoteNoted {
        meeting: MeetingNo,
        item: ItemNo,
        supplier: String,
        amount: Fen,
    },
    QuoteChosen {
        meeting: MeetingNo,
        item: ItemNo,
        quote: QuoteNo,
    },
    MotionMoved {
        meeting: MeetingNo,
        item: ItemNo,
        motion: MotionNo,
        text: String,
        mover: PersonId,
        seconder: Option<PersonId>,
    },
    MotionAmended {
        motion: MotionNo,
        text: String,
    },
    SheetAttached {
        motion: MotionNo,
        sheet: SheetNo,
    },
    TermsSet {
        motion: MotionNo,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fund: Option<FundMatter>,
        #[serde(default, skip_serializing_if = "Payers::is_everybody")]
        payers: Payers,
    },
    ProcedureAdopted {
        plugin: Plugin,
    },
    ProcedureRetired {
        sha256: BlobHash,
    },
    ProcedureStarted {
        meeting: MeetingNo,
        item: ItemNo,
        procedure: ProcedureNo,
        plugin: Plugin,
        inputs: BlobRef,
        /// Further columns of the roll are inside: cells about the households, which go when one of them is erased.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        columns: bool,
        lang: String,
        after: BlobHash,
    },
    ProcedureStepped {
        procedure: ProcedureNo,
        event: TextRef,
        before: BlobHash,
        after: BlobHash,
        /// The day it told of, where nobody acted but a day began.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        day: Option<Day>,
        /// Photos and files that came with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<TextRef>,
    },
    ProcedureContinued {
        procedure: ProcedureNo,
        meeting: MeetingNo,
        item: ItemNo,
    },
    ProcedureConcluded {
        procedure: ProcedureNo,
        conclusion: Conclusion,
        sheets: Vec<CostSheet>,
        /// The cells of private columns of its tables.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        private: Option<BlobRef>,
    },
    RuleAdopted {
        rule: Box<Rule>,
    },
    RuleRetired {
        rule: String,
    },
    PersonRecused {
        motion: MotionNo,
        person: PersonId,
        text: TextRef,
    },
    VoteOpened {
        meeting: MeetingNo,
        item: ItemNo,
        motion: MotionNo,
        vote: VoteNo,
        question: String,
        rule: Box<Rule>,
        #[serde(default, skip_serializing_if = "Bilingual::is_empty")]
        sentence: Bilingual,
        method: Method,
        #[serde(default, skip_serializing_if = "Scope::is_whole")]
        scope: Scope,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<Body>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        candidates: Vec<PersonId>,
        #[serde(default, skip_serializing_if = "skip::is_zero")]
        seats: u32,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        recused: Vec<PersonId>,
        electors: Vec<Elector>,
    },
    BallotCast {
        vote: VoteNo,
        voter: PersonId,
        door: Door,
        choice: Choice,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        slate: Vec<Choice>,
        #[serde(default, skip_serializing_if = "BallotOrigin::is_roll_call")]
        origin: BallotOrigin,
    },
    BallotPutRight(PutRight),
    SidesCounted {
        vote: VoteNo,
        counter: PersonId,
        counts: SideCounts,
    },
    PapersRead {
        vote: VoteNo,
        batch: u32,
        counter: PersonId,
        ballots: Vec<DoorBallot>,
    },
    VoteClosed {
        vote: VoteNo,
        tally: Tally,
        outcome: Outcome,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        elected: Vec<PersonId>,
    },
    VoteReopened {
        vote: VoteNo,
        text: TextRef,
    },
    PollOpened {
        meeting: MeetingNo,
        item: ItemNo,
        #[serde(flatten)]
        opened: NewPoll,
    },
    PollCounted {
        poll: PollNo,
        counts: Vec<u32>,
    },
    ObjectionRaised {
        poll: PollNo,
        objection: ObjectionNo,
        person: PersonId,
        text: TextRef,
    },
    ObjectionSettled {
        poll: PollNo,
        objection: ObjectionNo,
        how: Settled,
        text: TextRef,
    },
    PollClosed {
        poll: PollNo,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        counts: Vec<u32>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        winners: Vec<OptionNo>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tied: Vec<OptionNo>,
        #[serde(default, skip_serializing_if = "skip::is_zero")]
        standing: u32,
    },
    DutyTaken {
        matter: MatterNo,
        text: String,
        responsible: PersonId,
        due: Option<Day>,
        from: Option<matter::Origin>,
    },
    DutyDone {
        matter: MatterNo,
    },
    DutyReopened {
        matter: MatterNo,
    },
    CollectionOpened {
        collection: CollectionNo,
        sheet: SheetNo,
        vote: VoteNo,
    },
    HouseholdAnswered {
        collection: CollectionNo,
        door: Door,
        answer: Answer,
    },
    LimitStated {
        collection: CollectionNo,
        door: Door,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit: Option<Fen>,
    },
    PledgesSettled {
        collection: CollectionNo,
        doors: Vec<Door>,
        due: Vec<Fen>,
    },
    PledgesReopened {
        collection: CollectionNo,
    },
    PaymentTaken {
        collection: CollectionNo,
        door: Door,
        amount: Fen,
        receipt: String,
        method: PaidBy,
        taken_by: PersonId,
    },
    PaymentRefunded {
        collection: CollectionNo,
        door: Door,
        amount: Fen,
        receipt: String,
        method: PaidBy,
        given_by: PersonId,
    },
    MoneyAdvanced {
        collection: CollectionNo,
        advance: AdvanceNo,
        person: PersonId,
        amount: Fen,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        door: Option<Door>,
    },
    AdvanceRepaid {
        collection: CollectionNo,
        advance: AdvanceNo,
        amount: Fen,
    },
    BillRecorded {
        collection: CollectionNo,
        amount: Fen,
    },
    SurplusUsed {
        collection: CollectionNo,
        amount: Fen,
        text: TextRef,
    },
    PartWrittenOff {
        collection: CollectionNo,
        door: Door,
        amount: Fen,
        source: String,
        vote: VoteNo,
    },
    DeedUndone {
        undoes: EventSeq,
    },
    DeedRedone {
        redoes: EventSeq,
    },
}
