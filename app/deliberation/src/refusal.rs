//! Why a command is refused. A code for stories and scripts; `words` makes the sentence.

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::ballot::Choice;
use crate::door::Door;
use crate::ids::{ItemNo, OptionNo};
use crate::poll::PollError;
use crate::rule::{Bilingual, RuleError};

/// Why `decide` made nothing of a command; nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[error("{}", self.code())]
#[allow(missing_docs, reason = "the codes and their sentences stand in the locale topic `refusal`")]
pub enum Refusal {
    /// The file has begun already.
    FileExists,
    /// The first command must begin the file.
    NoFile,
    /// A text that must say something is empty.
    EmptyText,
    /// The roll has no unit.
    EmptyRoll,
    /// A door stands twice.
    DuplicateDoor { door: Door },
    /// A unit has no owner or an impossible area.
    BadUnit { door: Door },
    /// The roll cannot change while a vote or a meeting is open.
    MeetingOpen,
    /// No such door.
    UnknownDoor { door: Door },
    /// Nobody of that name, number or duty.
    UnknownPerson { who: String },
    /// These doors are one owner's already, or fewer than two were named.
    NothingToJoin,
    /// No meeting is planned.
    NoMeeting,
    /// The meeting is not in session.
    NotOpen,
    /// It is in session already, or over.
    AlreadyOpened,
    /// The agenda is empty.
    NoAgenda,
    /// No such item.
    UnknownItem { item: ItemNo },
    /// No item is on the table.
    NoCurrentItem,
    /// The item is on the table already.
    ItemIsCurrent { item: ItemNo },
    /// The item has begun.
    ItemHasBegun { item: ItemNo },
    /// The notice named the item: it stays on the agenda, or is put off.
    ItemAnnounced { item: ItemNo },
    /// The notice promised that nothing added later is voted on.
    LockStays,
    /// The two counters must be two people.
    SameCounter,
    /// A vote is open; it comes first.
    VoteOpen,
    /// Another meeting is in session.
    OtherMeetingOpen,
    /// Signed in already.
    AlreadyPresent { door: Option<Door> },
    /// Not in the hall.
    NotPresent { door: Option<Door> },
    /// Has a hand up already.
    HandIsUp,
    /// Has no hand up.
    NoHand,
    /// Has used up all turns on this item (限次).
    TurnsUsedUp { turns: u32 },
    /// Nobody waits.
    NobodyWaits,
    /// Is called already, or somebody else is and has not begun.
    SpeakerIsCalled,
    /// The chair has added all there is to add to this turn, in ms.
    ExtraTimeGiven { most_ms: i64 },
    /// The turn has no limit, or none would be left.
    NoTimeToTake,
    /// The clock cannot run or stand as from this moment: it is outside the turn.
    MomentOutsideTurn,
    /// Nobody could speak under this talk rule.
    BadTalkRule,
    /// Somebody is speaking.
    SomebodySpeaks,
    /// Nobody is speaking.
    NobodySpeaks,
    /// The clock is paused already.
    ClockPaused,
    /// The clock runs already.
    ClockRuns,
    /// No such turn.
    NoTurn,
    /// No such sentence.
    UnknownSentence,
    /// The minutes are final.
    MinutesFinal,
    /// The meeting is not over.
    MeetingNotClosed,
    /// An amount must be above zero.
    BadAmount,
    /// No such quote.
    UnknownQuote,
    /// No such motion.
    UnknownMotion,
    /// No such cost sheet.
    UnknownSheet,
    /// The motion has been voted on.
    MotionVoted,
    /// The item came after the notice and may only be discussed (只议不决).
    OnlyDiscussed { item: ItemNo },
    /// No such rule.
    UnknownRule { rule: String },
    /// The rule measures area and these doors have none.
    AreaMissing { door: Door },
    /// The rule needs a recorded notice.
    NoNotice,
    /// A rule of the community's own contradicts itself.
    BadRule { because: RuleError },
    /// A shipped rule has this id.
    RuleIdTaken { rule: String },
    /// The person is kept out of this motion's votes already.
    AlreadyRecused,
    /// The rule wants every opinion in writing.
    MustBeWritten,
    /// The rule wants a secret ballot.
    MustBeSecret,
    /// The rule wants an open vote.
    MustBeOpen,
    /// Hands or secret papers counted by side say nothing of area, and the rule measures it.
    SidesHaveNoArea,
    /// The rule is for a body the roll does not list: how many are due and present must be told.
    BodyUnknown,
    /// More present than due.
    BodyTooMany { due: u32, present: u32 },
    /// The members of the body are not on the roll: they can only be counted by side.
    BodyByDoor,
    /// An election needs candidates, and at least as many seats as one.
    NoCandidates,
    /// A candidate stands twice.
    CandidateTwice,
    /// The rule is no election, or the vote has no candidates.
    NoElection,
    /// An election is held on paper.
    ElectionOnPaper,
    /// A paper does not say something of each candidate.
    BadSlate { door: Door },
    /// An agent holds more proxies than the rule allows.
    ProxyOverCap { agent: Option<Door>, holds: u32, cap: u32 },
    /// Nobody votes for himself by proxy.
    ProxyForSelf,
    /// A proxy was given for this owner already.
    ProxyGivenAlready { door: Door },
    /// No proxy was given for this owner.
    NoProxy { door: Door },
    /// The agent does not vote for this owner.
    NotTheAgent { door: Door },
    /// The vote is held in another way.
    OtherMethod,
    /// More votes than heads in the hall with their proxies, or than the electorate.
    TooManyVotes { counted: u32, allowed: u32 },
    /// No such batch; the next is this one.
    UnknownBatch { next: u32 },
    /// Two people agree on the batch already.
    BatchAccepted { batch: u32 },
    /// A batch has been read by one person only, or by two who differ.
    BatchOpen { batch: u32, differing: u32 },
    /// Two people have read the batch; a third does not help.
    BatchHasTwo { batch: u32 },
    /// Nobody has counted yet.
    NotCounted,
    /// The two counters of a secret ballot do not agree, or only one has counted.
    CountersDiffer,
    /// Somebody must say who counts.
    NobodyCounts,
    /// The vote is open.
    VoteNotClosed,
    /// The sheet the vote adopted is being collected already.
    CollectionBegun,
    /// The person owns no part of this unit.
    NotAnOwner { door: Door },
    /// Nothing would change.
    NothingChanges,
    /// Nobody may vote.
    NobodyMayVote,
    /// No such vote.
    UnknownVote,
    /// The vote is closed.
    VoteClosed,
    /// The door's owner is not in the electorate.
    NoElector { door: Door },
    /// The door's owner was not in the hall when the vote opened.
    ElectorAbsent { door: Door },
    /// The owner has answered already; the first answer stands until it is undone.
    AlreadyVoted { door: Door, choice: Choice },
    /// The owner has not answered: there is nothing to put right.
    NotAnswered { door: Door },
    /// A poll is open; it comes first.
    PollOpen,
    /// No such poll.
    UnknownPoll,
    /// The poll is closed.
    PollClosed,
    /// The poll is open.
    PollNotClosed,
    /// The poll cannot be held like this.
    BadPoll { because: PollError },
    /// Nobody is in the hall who could take part in a poll.
    NobodyTakesPart,
    /// Consent is not counted: objections are recorded.
    PollHasNoCount,
    /// A number an option, or one a grade.
    BadPollCount { got: u32, expected: u32 },
    /// More dots or grades than the hall can give.
    PollOverLimit { counted: u64, allowed: u64 },
    /// More on one option than the hall can give it.
    OptionOverLimit { option: OptionNo, counted: u64, allowed: u64 },
    /// Nobody has counted the poll yet.
    PollNotCounted,
    /// Only consent takes objections.
    TakesNoObjection,
    /// No such objection.
    UnknownObjection,
    /// The objection is withdrawn or taken in already.
    ObjectionSettled,
    /// Nothing ties for the last place.
    NoTie,
    /// There is a run-off for this tie already.
    RunoffOpened,
    /// No such procedure.
    UnknownProcedure,
    /// The procedure is concluded.
    ProcedureConcluded,
    /// The state the step was computed from is no longer current.
    StepOutdated,
    /// A procedure is running on this item already.
    ProcedureRuns,
    /// The procedure is on the list already, in exactly these bytes.
    ProcedureAdopted,
    /// The procedure is not on the list, or was taken off it.
    ProcedureNotAdopted,
    /// A sheet's lists do not fit together or name doors the roll does not have.
    BadSheet,
    /// A table of a conclusion does not hold together, or it names somebody or a door that is not there.
    BadMaterials,
    /// The procedure is not concluded yet.
    ProcedureNotConcluded,
    /// The procedure is under this item already.
    ProcedureIsHere,
    /// The procedure was told of this day or a later one already.
    DayTold,
    /// The procedure has no candidate of this name.
    NotACandidate { option: String },
    /// The candidate may not be put to the vote.
    CandidateExcluded { option: String, reason: Bilingual },
    /// The procedure offers no such duty.
    UnknownOffer,
    /// The duty is in the ledger already.
    OfferTaken,
    /// No such matter.
    UnknownMatter,
    /// The matter is done already, or open already.
    MatterUnchanged,
    /// No such collection.
    UnknownCollection,
    /// The door is not in the collection.
    NotInCollection { door: Door },
    /// More than what is open.
    MoreThanOpen { door: Door, open: Fen },
    /// Another payment or refund of this collection has the number already.
    ReceiptUsed { receipt: String, door: Door },
    /// More than the household paid.
    MoreThanPaid { door: Door, paid: Fen },
    /// More than the gap that nobody has advanced yet.
    MoreThanGap { left: Fen },
    /// No such advance.
    UnknownAdvance,
    /// More than is left of the advance.
    MoreThanAdvanced { left: Fen },
    /// An advance is paid back from what came in since, and this is more.
    MoreThanCameIn { left: Fen },
    /// More than the surplus there is.
    MoreThanSurplus { left: Fen },
    /// A share goes to another source only by a later vote that passed.
    NotDecidedLater,
    /// Pledges are still gathered; money moves once it is settled who pays.
    PledgesOpen,
    /// It is settled who pays, or everybody does: there are no pledges to gather.
    NoPledges,
    /// Nobody has pledged yet.
    NobodyPledged,
    /// Somebody's share is above what they can pay.
    AboveLimit { door: Door, share: Fen, limit: Fen },
    /// Money has come in by the settled shares; this household is not among them.
    PledgesSettled { door: Door },
    /// The household has paid: it agreed.
    HasPaid { door: Door },
    /// Erased already.
    AlreadyErased,
    /// Nothing to undo since the last barrier.
    NothingToUndo,
    /// Undo stops at a barrier: a closed vote, a concluded procedure, final minutes or an erasure.
    Barrier,
    /// Nothing to redo.
    NothingToRedo,
    /// Personal data reached the rules without having become a blob.
    NotSealed,
    /// The file is read-only.
    ReadOnly,
}

impl Refusal {
    /// The code, e.g. `already-voted`.
    pub fn code(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        value.get("code").and_then(|code| code.as_str()).unwrap_or_default().to_owned()
    }
}
