//! Commands made in short, what of them becomes blobs, and their names in stories.

use super::Command;
use crate::ballot::{Choice, Method};
use crate::door::Door;
use crate::electorate::Scope;
use crate::ids::{MotionNo, VoteNo};
use crate::rule::Bilingual;
use crate::text::Seal;

impl Command {
    /// Opens a vote among everybody on the roll.
    pub fn open_vote(motion: MotionNo, rule: &str, method: Method) -> Command {
        Command::OpenVote {
            motion,
            rule: rule.to_owned(),
            method,
            scope: Scope::Whole,
            body: None,
            candidates: Vec::new(),
            seats: None,
            sentence: Bilingual::default(),
        }
    }

    /// Gives the floor to whoever is called, else to the next in the queue.
    pub fn start_turn() -> Command {
        Command::StartTurn { who: None, side: None, since: None }
    }

    /// One ballot of a vote that is no election.
    pub fn ballot(vote: VoteNo, door: Door, choice: Choice) -> Command {
        Command::CastBallot { vote, door, choice, slate: Vec::new() }
    }

    /// Every piece of personal data that becomes a blob before the command is decided.
    pub fn sealables(&mut self) -> Vec<&mut dyn Seal> {
        match self {
            Command::ImportRoll { rows, .. } => {
                rows.iter_mut().flat_map(|row| &mut row.owners).map(|card| card as &mut dyn Seal).collect()
            }
            Command::AddPerson { card, .. } => vec![card],
            Command::TransferUnit { owners, .. } => owners.iter_mut().map(|card| card as &mut dyn Seal).collect(),
            Command::GiveProxy { scan: Some(scan), .. } => vec![scan],
            Command::Recuse { reason, .. } | Command::ReopenVote { reason, .. } => vec![&mut reason.words],
            Command::NoteSpeech { words, .. }
            | Command::RaiseObjection { words, .. }
            | Command::SettleObjection { words, .. }
            | Command::AddNote { words, .. }
            | Command::UseSurplus { words, .. }
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
