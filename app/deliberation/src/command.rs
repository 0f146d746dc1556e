//! What people ask for: one command a deed. Its payload is what a story line holds after `"do"`.

mod making;

use amounts::{CentiSqm, Fen};
use serde::{Deserialize, Serialize};

use crate::agenda::ItemKind;
use crate::ballot::{Choice, DoorBallot, Method};
use crate::collection::{Answer, PaidBy};
use crate::cost::CostSheet;
use crate::door::Door;
use crate::electorate::{Body, Scope};
use crate::ids::{
    AdvanceNo, CollectionNo, EventSeq, ItemNo, MatterNo, MeetingNo, MotionNo, ObjectionNo, PersonId, PollNo,
    ProcedureNo, QuoteNo, SheetNo, VoteNo,
};
use crate::material::Offer;
use crate::meeting::Plan;
use crate::people::Capacity;
use crate::poll::{PollKind, Settled};
use crate::procedure::{Conclusion, Plugin};
use crate::roll::{AreaSource, Unit};
use crate::rule::{Bilingual, Rule};
use crate::speakers::{Prompt, Side, TalkRule};
use crate::tally::SideCounts;
use crate::terms::Terms;
use crate::text::{BlobHash, BlobRef, PersonCard, Scan, Sealable, Words};
use crate::time::{At, Day};
use crate::who::Who;

/// When and by whose hand a command comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// UTC.
    pub at: At,
    /// A person of the file; nobody yet = 0.
    pub by: PersonId,
}

/// One row of an import: the unit, its owners and its household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ImportRow {
    /// The unit.
    #[serde(flatten)]
    pub unit: Unit,
    /// Cards of its owners; the first votes.
    pub owners: Vec<Sealable<PersonCard>>,
    /// Residents, if known.
    #[serde(default)]
    pub residents: Option<u32>,
}

/// A deed somebody asks for. Item and meeting default to those on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[allow(missing_docs, reason = "the variants are documented; their fields are documented at their types")]
pub enum Command {
    /// Begins a file: its title, time zone and language.
    CreateFile { title: String, zone: String, lang: String },
    /// Takes a roll in; `columns` = headings of further columns.
    ImportRoll {
        rows: Vec<ImportRow>,
        #[serde(default)]
        columns: Vec<String>,
    },
    /// Says that the units behind these doors belong to one owner.
    ConfirmSameOwner { doors: Vec<Door> },
    /// Says who of a unit's owners votes for it.
    NameVoter { door: Door, who: Who },
    /// Says that these units are not delivered yet: the developer votes for them, as one head (解释 2009 第 9 条).
    HoldUndelivered { doors: Vec<Door>, developer: Who },
    /// Says that these units are delivered: their own owners vote for them.
    DeliverUnits { doors: Vec<Door> },
    /// Puts a unit's area right, with its source.
    CorrectArea { door: Door, area: CentiSqm, source: AreaSource },
    /// Records that a unit has other owners now; the first votes.
    TransferUnit { door: Door, owners: Vec<Sealable<PersonCard>> },
    /// Adds somebody who owns no unit.
    AddPerson {
        card: Sealable<PersonCard>,
        #[serde(default)]
        capacity: Capacity,
        #[serde(default)]
        party: String,
    },
    /// Erases a person's data: the card, all texts about them, and the texts named here.
    ErasePerson {
        person: Who,
        #[serde(default)]
        also: Vec<BlobHash>,
    },

    /// Plans a meeting.
    PlanMeeting {
        #[serde(flatten)]
        plan: Plan,
    },
    /// Changes the plan of a meeting that has not opened. Another time or place than the notice named takes the notice back.
    ChangePlan {
        #[serde(flatten)]
        plan: Plan,
    },
    /// Adds an agenda item: at the end, or before one that has not begun.
    AddItem {
        title: String,
        #[serde(default)]
        kind: ItemKind,
        minutes: u32,
        #[serde(default)]
        before: Option<ItemNo>,
    },
    /// Changes an item that has not begun.
    ChangeItem { item: ItemNo, title: String, kind: ItemKind, minutes: u32 },
    /// Moves an item that has not begun to another place among those that have not.
    MoveItem { item: ItemNo, to: ItemNo },
    /// Takes an item off the agenda that has not begun and that no notice named.
    RemoveItem { item: ItemNo },
    /// Records that the notice went out.
    GiveNotice,
    /// Opens the meeting and names the duties.
    OpenMeeting {
        chair: Who,
        recorder: Who,
        #[serde(default)]
        counters: Vec<Who>,
    },
    /// Names other people for the duties.
    ChangeDuties {
        chair: Who,
        recorder: Who,
        #[serde(default)]
        counters: Vec<Who>,
    },
    /// Closes the meeting.
    CloseMeeting,
    /// Makes the minutes final.
    FinaliseMinutes { meeting: MeetingNo },

    /// Signs somebody in.
    SignIn { who: Who },
    /// Signs somebody out.
    SignOut { who: Who },
    /// Records a written authority to vote for somebody in this meeting; `paper` = its number, `scan` = its picture.
    GiveProxy {
        principal: Door,
        agent: Who,
        #[serde(default)]
        paper: String,
        #[serde(default)]
        scan: Option<Scan>,
    },
    /// Takes it back.
    WithdrawProxy { principal: Door },

    /// Puts an item on the table.
    StartItem { item: ItemNo },
    /// Ends an item with a sentence that holds.
    ConcludeItem {
        item: Option<ItemNo>,
        #[serde(default)]
        conclusion: String,
    },
    /// Puts an item off.
    ShelveItem { item: Option<ItemNo> },

    /// Raises somebody's hand.
    RaiseHand {
        who: Who,
        #[serde(default)]
        side: Side,
    },
    /// Takes a hand down.
    LowerHand { who: Who },
    /// Calls the next in the queue, or somebody named, to the microphone; the clock does not start yet.
    CallSpeaker {
        #[serde(default)]
        who: Option<Who>,
        #[serde(default)]
        side: Option<Side>,
    },
    /// Gives the floor: to whoever is called, else to the next in the queue, or to somebody named; `since` = the earlier
    /// moment the clock runs from, where its start was forgotten.
    StartTurn {
        #[serde(default)]
        who: Option<Who>,
        #[serde(default)]
        side: Option<Side>,
        #[serde(default)]
        since: Option<At>,
    },
    /// Stops the speaker's clock; `since` = the moment the computer fell asleep, as which it then stands.
    PauseTurn {
        #[serde(default)]
        since: Option<At>,
    },
    /// Lets it run again.
    ResumeTurn,
    /// Gives or takes time, in ms.
    ExtendTurn { by_ms: i64 },
    /// Ends the turn.
    EndTurn,
    /// Says how long and how often one may speak on an item, from the next turn on.
    SetTalkRule {
        #[serde(default)]
        item: Option<ItemNo>,
        #[serde(flatten)]
        talk: TalkRule,
    },
    /// Reminds the hall of a rule, naming nobody.
    GivePrompt { prompt: Prompt },
    /// Notes what was said; `turn` counts the meeting's turns from 1, the last by default.
    NoteSpeech {
        #[serde(default)]
        turn: Option<u32>,
        #[serde(flatten)]
        words: Words,
    },

    /// Adds a sentence of the recorder's own.
    AddNote {
        #[serde(default)]
        meeting: Option<MeetingNo>,
        #[serde(default)]
        item: Option<ItemNo>,
        #[serde(flatten)]
        words: Words,
    },
    /// Puts a drafted sentence differently.
    EditSentence {
        meeting: MeetingNo,
        sentence: EventSeq,
        #[serde(flatten)]
        words: Words,
    },
    /// Goes back to the drafted sentence.
    RestoreSentence { meeting: MeetingNo, sentence: EventSeq },

    /// Notes a supplier's price.
    NoteQuote { supplier: String, amount: Fen },
    /// Takes a quote.
    ChooseQuote { quote: QuoteNo },

    /// Moves a motion on the item on the table.
    MoveMotion {
        text: String,
        mover: Who,
        #[serde(default)]
        seconder: Option<Who>,
        #[serde(default)]
        sheet: Option<SheetNo>,
    },
    /// Changes a motion's text.
    AmendMotion { motion: MotionNo, text: String },
    /// Attaches a cost sheet to a motion.
    AttachSheet { motion: MotionNo, sheet: SheetNo },
    /// Says who pays for what a motion adopts, and whether it touches the maintenance fund.
    SetTerms {
        motion: MotionNo,
        #[serde(flatten)]
        terms: Terms,
    },

    /// Takes a procedure into the file, after a person read its sheet; one of the same id is replaced for later runs.
    AdoptProcedure { plugin: Plugin },
    /// Takes a procedure off the list; what runs goes on with it.
    RetireProcedure { sha256: BlobHash },
    /// Records a procedure's start; made by the session after the plugin has run.
    StartProcedure {
        plugin: Plugin,
        inputs: BlobRef,
        /// Further columns of the roll are inside: cells about the households.
        #[serde(default)]
        columns: bool,
        lang: String,
        after: BlobHash,
    },
    /// Records a step; made by the session after the plugin has run.
    StepProcedure {
        procedure: ProcedureNo,
        event: BlobRef,
        before: BlobHash,
        after: BlobHash,
        /// The day it tells of, where nobody acts but a day began.
        #[serde(default)]
        day: Option<Day>,
        /// Photos and files that came with it, as blobs.
        #[serde(default)]
        evidence: Vec<BlobRef>,
    },
    /// Goes on with a procedure of an earlier meeting under the item on the table.
    ContinueProcedure { procedure: ProcedureNo },
    /// Records a conclusion; made by the session after the plugin has run and the host has checked the sheets.
    ConcludeProcedure {
        procedure: ProcedureNo,
        before: BlobHash,
        conclusion: Conclusion,
        sheets: Vec<CostSheet>,
        /// The cells of private columns of its tables.
        #[serde(default)]
        private: Option<BlobRef>,
    },

    /// Takes a rule of the community's own into the file; one of the same id is replaced for later votes.
    AdoptRule { rule: Box<Rule> },
    /// Takes such a rule off the list.
    RetireRule { rule: String },
    /// Keeps somebody out of the votes on a motion for a conflict of interest.
    Recuse {
        motion: MotionNo,
        who: Who,
        #[serde(flatten)]
        reason: Words,
    },

    /// Opens a vote on a motion under a rule.
    OpenVote {
        motion: MotionNo,
        rule: String,
        #[serde(default)]
        method: Method,
        /// The part of the roll it is among.
        #[serde(default)]
        scope: Scope,
        /// The size of a body the roll does not list.
        #[serde(default)]
        body: Option<Body>,
        /// Candidates of an election, in the order of the ballot paper.
        #[serde(default)]
        candidates: Vec<Who>,
        /// Seats of an election, where the rule leaves them open.
        #[serde(default)]
        seats: Option<u32>,
        /// The rule in one sentence; the session writes it from the rule.
        #[serde(default)]
        sentence: Bilingual,
    },
    /// Records one head's ballot, called by a door.
    CastBallot {
        vote: VoteNo,
        door: Door,
        choice: Choice,
        #[serde(default)]
        slate: Vec<Choice>,
    },
    /// Puts right what was recorded in the hall for a door's owner of an open vote: what they said in truth, or without a
    /// choice that they said nothing yet. The mistake is told in the minutes.
    PutBallotRight {
        vote: VoteNo,
        door: Door,
        #[serde(default)]
        choice: Option<Choice>,
        #[serde(default)]
        slate: Vec<Choice>,
    },
    /// Marks the hands of one side, door by door.
    MarkHands { vote: VoteNo, doors: Vec<Door>, choice: Choice },
    /// Counts hands, or secret papers, by side.
    CountSides {
        vote: VoteNo,
        #[serde(flatten)]
        counts: SideCounts,
    },
    /// Records what whoever works here reads off a batch of papers, from 1; reading it again replaces the reading.
    ReadPapers { vote: VoteNo, batch: u32, ballots: Vec<DoorBallot> },
    /// Records the ballots of everybody an agent votes for, in one go.
    CastProxies { vote: VoteNo, agent: Who, ballots: Vec<DoorBallot> },
    /// Closes a vote; nothing goes back behind it.
    CloseVote { vote: VoteNo },
    /// Opens a closed vote again, with the reason.
    ReopenVote {
        vote: VoteNo,
        #[serde(flatten)]
        reason: Words,
    },

    /// Opens a soft vote under the item on the table: a question, a way of asking, and its options.
    OpenPoll {
        question: String,
        kind: PollKind,
        #[serde(default)]
        options: Vec<String>,
        /// Whether those in the hall who vote for no unit take part too.
        #[serde(default)]
        guests: bool,
        /// The concluded procedure whose candidates are the options; without options all that may be put to the vote.
        #[serde(default)]
        procedure: Option<ProcedureNo>,
    },
    /// Records the count of a poll: a number an option or grade, in the place of the count before.
    CountPoll { poll: PollNo, counts: Vec<u32> },
    /// Records an objection to a proposal that is put to consent.
    RaiseObjection {
        poll: PollNo,
        who: Who,
        #[serde(flatten)]
        words: Words,
    },
    /// Records what became of an objection.
    SettleObjection {
        poll: PollNo,
        objection: ObjectionNo,
        how: Settled,
        #[serde(flatten)]
        words: Words,
    },
    /// Closes a poll; nothing goes back behind it.
    ClosePoll { poll: PollNo },
    /// Opens a run-off among those that tied for the last place of a closed poll.
    OpenRunoff { poll: PollNo },

    /// Gives somebody a duty; without an item it comes from outside a meeting.
    TakeDuty {
        text: String,
        responsible: Who,
        #[serde(default)]
        due: Option<Day>,
        #[serde(default)]
        item: Option<ItemNo>,
        /// The duty of a concluded procedure it is; it belongs to that procedure's item.
        #[serde(default)]
        offer: Option<Offer>,
    },
    /// Ticks a duty off.
    FinishDuty { matter: MatterNo },
    /// Opens it again.
    ReopenDuty { matter: MatterNo },

    /// Records a household's answer.
    RecordAnswer { collection: CollectionNo, door: Door, answer: Answer },
    /// Records what a household can pay at the most, where those who agree pay; without a limit, that it set none.
    StateLimit {
        collection: CollectionNo,
        door: Door,
        #[serde(default)]
        limit: Option<Fen>,
    },
    /// Settles who pays where those who agree pay: the bill is split among them, to the fen.
    SettlePledges { collection: CollectionNo },
    /// Records money taken.
    TakePayment {
        collection: CollectionNo,
        door: Door,
        amount: Fen,
        #[serde(default)]
        receipt: String,
        #[serde(default)]
        method: PaidBy,
        taken_by: Who,
    },
    /// Gives money back to a household, never more than it paid.
    RefundPayment {
        collection: CollectionNo,
        door: Door,
        amount: Fen,
        #[serde(default)]
        receipt: String,
        #[serde(default)]
        method: PaidBy,
        given_by: Who,
    },
    /// Records that somebody advanced money to the supplier (垫付): for the gap, or for one household's part.
    AdvanceMoney {
        collection: CollectionNo,
        who: Who,
        amount: Fen,
        #[serde(default)]
        door: Option<Door>,
    },
    /// Pays an advance back, in parts, from what came in.
    RepayAdvance { collection: CollectionNo, advance: AdvanceNo, amount: Fen },
    /// Records what the supplier's bill came to.
    RecordBill { collection: CollectionNo, amount: Fen },
    /// Records what a surplus (结余) was used for.
    UseSurplus {
        collection: CollectionNo,
        amount: Fen,
        #[serde(flatten)]
        words: Words,
    },
    /// Puts a household's open part, or some of it, onto a named source, by a vote taken after the sheet was adopted.
    WriteOffPart {
        collection: CollectionNo,
        door: Door,
        #[serde(default)]
        amount: Option<Fen>,
        source: String,
        vote: VoteNo,
    },

    /// Takes the last deed back.
    Undo,
    /// Does it again.
    Redo,
}
