//! What people ask for: one command a deed. Its payload is what a story line holds after `"do"`.

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::agenda::ItemKind;
use crate::ballot::{Choice, Method};
use crate::collection::{Answer, PaidBy};
use crate::cost::CostSheet;
use crate::door::Door;
use crate::ids::{
    CollectionNo, EventSeq, ItemNo, MatterNo, MeetingNo, MotionNo, PersonId, ProcedureNo, QuoteNo, SheetNo, VoteNo,
};
use crate::meeting::Plan;
use crate::people::Capacity;
use crate::procedure::{Conclusion, Plugin};
use crate::roll::Unit;
use crate::speakers::Side;
use crate::text::{BlobHash, BlobRef, PersonCard, Seal, Sealable, Words};
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
    /// Gives the floor: to the next in the queue, or to somebody named.
    StartTurn {
        #[serde(default)]
        who: Option<Who>,
        #[serde(default)]
        side: Option<Side>,
    },
    /// Stops the speaker's clock.
    PauseTurn,
    /// Lets it run again.
    ResumeTurn,
    /// Gives or takes time, in ms.
    ExtendTurn { by_ms: i64 },
    /// Ends the turn.
    EndTurn,
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

    /// Records a procedure's start; made by the session after the plugin has run.
    StartProcedure { plugin: Plugin, inputs: BlobRef, lang: String, after: BlobHash },
    /// Records a step; made by the session after the plugin has run.
    StepProcedure { procedure: ProcedureNo, event: BlobRef, before: BlobHash, after: BlobHash },
    /// Records a conclusion; made by the session after the plugin has run and the host has checked the sheets.
    ConcludeProcedure { procedure: ProcedureNo, before: BlobHash, conclusion: Conclusion, sheets: Vec<CostSheet> },

    /// Opens a vote on a motion under a rule.
    OpenVote {
        motion: MotionNo,
        rule: String,
        #[serde(default)]
        method: Method,
    },
    /// Records one head's ballot, called by a door.
    CastBallot { vote: VoteNo, door: Door, choice: Choice },
    /// Closes a vote; nothing goes back behind it.
    CloseVote { vote: VoteNo },

    /// Gives somebody a duty; without an item it comes from outside a meeting.
    TakeDuty {
        text: String,
        responsible: Who,
        #[serde(default)]
        due: Option<Day>,
        #[serde(default)]
        item: Option<ItemNo>,
    },
    /// Ticks a duty off.
    FinishDuty { matter: MatterNo },
    /// Opens it again.
    ReopenDuty { matter: MatterNo },

    /// Records a household's answer.
    RecordAnswer { collection: CollectionNo, door: Door, answer: Answer },
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

    /// Takes the last deed back.
    Undo,
    /// Does it again.
    Redo,
}

impl Command {
    /// Every piece of personal data that becomes a blob before the command is decided.
    pub fn sealables(&mut self) -> Vec<&mut dyn Seal> {
        match self {
            Command::ImportRoll { rows, .. } => {
                rows.iter_mut().flat_map(|row| &mut row.owners).map(|card| card as &mut dyn Seal).collect()
            }
            Command::AddPerson { card, .. } => vec![card],
            Command::NoteSpeech { words, .. }
            | Command::AddNote { words, .. }
            | Command::EditSentence { words, .. } => {
                vec![&mut words.words]
            }
            _ => Vec::new(),
        }
    }

    /// Its name in stories, e.g. `open-vote`.
    pub fn name(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        value.get("do").and_then(|name| name.as_str()).unwrap_or_default().to_owned()
    }
}
