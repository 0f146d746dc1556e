//! The agenda: items with kind, time budget and outcome.

use amounts::Fen;
use serde::{Deserialize, Serialize};

use crate::ids::QuoteNo;
use crate::speakers::TalkRule;
use crate::time::At;

/// What is done under an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// What became of the last meeting's decisions.
    Review,
    /// Talk, perhaps quotes, a conclusion.
    #[default]
    Discussion,
    /// A motion, talk and a vote.
    Proposal,
    /// A plugin's procedure.
    Procedure,
    /// Read-back of the decisions, corrected from the floor.
    ReadBack,
}

impl ItemKind {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            ItemKind::Review => "review",
            ItemKind::Discussion => "discussion",
            ItemKind::Proposal => "proposal",
            ItemKind::Procedure => "procedure",
            ItemKind::ReadBack => "read-back",
        }
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemState {
    /// Not begun.
    #[default]
    Waiting,
    /// On the table.
    Current,
    /// Concluded.
    Done,
    /// Put off (搁置).
    Shelved,
}

/// A supplier's quote, noted as it was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The supplier.
    pub supplier: String,
    /// The price in fen.
    pub amount: Fen,
}

/// An item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// What is done under it.
    pub kind: ItemKind,
    /// Time planned for it in ms.
    pub budget_ms: i64,
    /// Added after the notice went out.
    pub after_notice: bool,
    /// Where it stands.
    pub state: ItemState,
    /// Time spent on it in ms, without the stretch that runs.
    pub spent_ms: i64,
    /// On the table since.
    pub since: Option<At>,
    /// What came of it.
    pub conclusion: String,
    /// Quotes named under it.
    pub quotes: Vec<Quote>,
    /// The quote that was taken.
    pub chosen: Option<QuoteNo>,
    /// How long and how often one may speak on it, where that is another rule than the meeting's.
    pub talk: Option<TalkRule>,
}

impl Item {
    /// Time spent at `now` in ms.
    pub fn spent(&self, now: At) -> i64 {
        self.spent_ms.saturating_add(self.since.map_or(0, |since| now.since(since).max(0)))
    }

    /// Takes the item off the table.
    pub fn leave(&mut self, at: At, state: ItemState) {
        self.spent_ms = self.spent(at);
        self.since = None;
        self.state = state;
    }
}
