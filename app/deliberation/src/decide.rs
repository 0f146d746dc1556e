//! Commands to events: every rule of the meeting, pure. Time comes in with the command; nothing is changed here.

mod afterwards;
mod collecting;
mod floor;
mod polling;
mod preparing;
mod procedures;
mod proposing;
mod roll;
mod speaking;
mod votes;

pub use votes::{fits, reopenable};

use crate::agenda::Item;
use crate::command::{Command, Origin};
use crate::event::Event;
use crate::ids::{ItemNo, MeetingNo, PersonId};
use crate::meeting::Meeting;
use crate::refusal::Refusal;
use crate::state::{Facts, State};
use crate::text::{TextRef, Words};
use crate::who::Who;

/// What a decision yields: the events of the deed, or why not.
pub type Decision = Result<Vec<Event>, Refusal>;

/// Holds a command against the rules.
pub fn decide(state: &State, command: &Command, origin: &Origin) -> Decision {
    let facts = &state.facts;
    if origin.by != PersonId::NOBODY && !facts.people.contains_key(&origin.by) {
        return Err(Refusal::UnknownPerson { who: Who::from(origin.by).into() });
    }
    if facts.file.title.is_empty() && !matches!(command, Command::CreateFile { .. }) {
        return Err(Refusal::NoFile);
    }
    match command {
        Command::Undo => {
            let deed = state.history.undoable().ok_or(if state.seq.0 > 1 {
                Refusal::Barrier
            } else {
                Refusal::NothingToUndo
            })?;
            Ok(vec![Event::DeedUndone { undoes: deed.seq }])
        }
        Command::Redo => {
            let deed = state.history.redoable().ok_or(Refusal::NothingToRedo)?;
            Ok(vec![Event::DeedRedone { redoes: deed.seq }])
        }
        Command::CreateFile { .. }
        | Command::AddPerson { .. }
        | Command::ErasePerson { .. }
        | Command::PlanMeeting { .. }
        | Command::ChangePlan { .. }
        | Command::AddItem { .. }
        | Command::ChangeItem { .. }
        | Command::MoveItem { .. }
        | Command::RemoveItem { .. }
        | Command::GiveNotice => preparing::decide(state, command),
        Command::ImportRoll { .. }
        | Command::ConfirmSameOwner { .. }
        | Command::NameVoter { .. }
        | Command::HoldUndelivered { .. }
        | Command::DeliverUnits { .. }
        | Command::CorrectArea { .. }
        | Command::TransferUnit { .. } => roll::decide(state, command),
        Command::OpenMeeting { .. }
        | Command::ChangeDuties { .. }
        | Command::CloseMeeting
        | Command::SignIn { .. }
        | Command::SignOut { .. }
        | Command::GiveProxy { .. }
        | Command::WithdrawProxy { .. }
        | Command::StartItem { .. }
        | Command::ConcludeItem { .. }
        | Command::ShelveItem { .. }
        | Command::RaiseHand { .. }
        | Command::LowerHand { .. }
        | Command::CallSpeaker { .. }
        | Command::StartTurn { .. }
        | Command::PauseTurn { .. }
        | Command::ResumeTurn
        | Command::ExtendTurn { .. }
        | Command::EndTurn
        | Command::SetTalkRule { .. }
        | Command::GivePrompt { .. }
        | Command::NoteSpeech { .. } => floor::decide(facts, command, origin),
        Command::NoteQuote { .. }
        | Command::ChooseQuote { .. }
        | Command::MoveMotion { .. }
        | Command::AmendMotion { .. }
        | Command::AttachSheet { .. }
        | Command::SetTerms { .. } => proposing::decide(facts, command),
        Command::AdoptProcedure { .. }
        | Command::RetireProcedure { .. }
        | Command::StartProcedure { .. }
        | Command::StepProcedure { .. }
        | Command::ContinueProcedure { .. }
        | Command::ConcludeProcedure { .. } => procedures::decide(facts, command, origin),
        Command::AdoptRule { .. }
        | Command::RetireRule { .. }
        | Command::Recuse { .. }
        | Command::OpenVote { .. }
        | Command::CastBallot { .. }
        | Command::PutBallotRight { .. }
        | Command::MarkHands { .. }
        | Command::CountSides { .. }
        | Command::ReadPapers { .. }
        | Command::CastProxies { .. }
        | Command::CloseVote { .. }
        | Command::ReopenVote { .. } => votes::decide(facts, command, origin),
        Command::OpenPoll { .. }
        | Command::CountPoll { .. }
        | Command::RaiseObjection { .. }
        | Command::SettleObjection { .. }
        | Command::ClosePoll { .. }
        | Command::OpenRunoff { .. } => polling::decide(facts, command, origin),
        Command::FinaliseMinutes { .. }
        | Command::AddNote { .. }
        | Command::EditSentence { .. }
        | Command::RestoreSentence { .. }
        | Command::TakeDuty { .. }
        | Command::FinishDuty { .. }
        | Command::ReopenDuty { .. } => afterwards::decide(facts, command, origin),
        Command::RecordAnswer { .. }
        | Command::StateLimit { .. }
        | Command::SettlePledges { .. }
        | Command::TakePayment { .. }
        | Command::RefundPayment { .. }
        | Command::AdvanceMoney { .. }
        | Command::RepayAdvance { .. }
        | Command::RecordBill { .. }
        | Command::UseSurplus { .. }
        | Command::WriteOffPart { .. } => collecting::decide(facts, command, origin),
    }
}

/// The meeting in session.
fn open(facts: &Facts) -> Result<(MeetingNo, &Meeting), Refusal> {
    facts.open_meeting().ok_or(if facts.meetings.is_empty() { Refusal::NoMeeting } else { Refusal::NotOpen })
}

/// The person a command names.
fn person(facts: &Facts, who: &Who) -> Result<PersonId, Refusal> {
    facts.resolve(who).ok_or_else(|| match who {
        Who::Door(door) => Refusal::UnknownDoor { door: door.clone() },
        other => Refusal::UnknownPerson { who: other.clone().into() },
    })
}

/// The item named, or the one on the table.
fn item(meeting: &Meeting, named: Option<ItemNo>) -> Result<(ItemNo, &Item), Refusal> {
    let number = named.or_else(|| meeting.current()).ok_or(Refusal::NoCurrentItem)?;
    let item = meeting.item(number).ok_or(Refusal::UnknownItem { item: number })?;
    Ok((number, item))
}

/// A text that says something.
fn said(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() { Err(Refusal::EmptyText) } else { Ok(text.to_owned()) }
}

/// The event that ends a running turn, if there is one.
fn end_turn(number: MeetingNo, meeting: &Meeting) -> Vec<Event> {
    meeting.speakers.speaking().map(|_| Event::TurnEnded { meeting: number }).into_iter().collect()
}

/// A sealed text with the people it is about: those named, whoever speaks and whoever writes.
fn text(facts: &Facts, words: &Words, further: &[PersonId]) -> Result<TextRef, Refusal> {
    let blob = words.words.sealed().ok_or(Refusal::NotSealed)?;
    let mut about: Vec<PersonId> = further.iter().copied().filter(|person| *person != PersonId::NOBODY).collect();
    for who in &words.about {
        about.push(person(facts, who)?);
    }
    about.sort();
    about.dedup();
    Ok(TextRef { blob, about })
}
