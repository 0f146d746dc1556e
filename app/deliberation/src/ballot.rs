//! Ballots: one a head, with the choice and where it came from.

use serde::{Deserialize, Serialize};

use crate::door::Door;
use crate::ids::PersonId;
use crate::time::At;

/// What a ballot says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// 赞成.
    Yes,
    /// 反对.
    No,
    /// 弃权: takes part, is not yes.
    Abstain,
    /// 无效.
    Void,
}

impl Choice {
    /// The three a voter can say, in the order they are called.
    pub const SPOKEN: [Choice; 3] = [Choice::Yes, Choice::No, Choice::Abstain];

    /// The key of the locale files and of figures.
    pub fn key(self) -> &'static str {
        match self {
            Choice::Yes => "yes",
            Choice::No => "no",
            Choice::Abstain => "abstain",
            Choice::Void => "void",
        }
    }
}

/// How a vote is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// A show of hands, counted by side.
    Hands,
    /// A show of hands, the households marked one by one.
    HandsByDoor,
    /// Door by door, each answers aloud (点名).
    #[default]
    RollCall,
    /// Signed papers, entered twice by two people.
    Paper,
    /// Secret papers, counted by side by two people.
    Secret,
    /// The hall by roll-call or hands, the others on paper.
    Merged,
}

impl Method {
    /// All of them, in the order a form offers them.
    pub const ALL: [Method; 6] =
        [Method::RollCall, Method::Hands, Method::HandsByDoor, Method::Paper, Method::Merged, Method::Secret];

    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Method::Hands => "hands",
            Method::HandsByDoor => "hands-by-door",
            Method::RollCall => "roll-call",
            Method::Paper => "paper",
            Method::Secret => "secret",
            Method::Merged => "merged",
        }
    }

    /// Whether it counts by side without names, so that no area is known.
    pub fn by_totals(self) -> bool {
        matches!(self, Method::Hands | Method::Secret)
    }

    /// Whether papers are entered in batches.
    pub fn takes_paper(self) -> bool {
        matches!(self, Method::Paper | Method::Merged)
    }

    /// Whether those in the hall answer by door.
    pub fn takes_doors(self) -> bool {
        matches!(self, Method::HandsByDoor | Method::RollCall | Method::Merged)
    }
}

/// Where one ballot came from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum BallotOrigin {
    /// Answered aloud.
    #[default]
    RollCall,
    /// A hand that was marked.
    Hands,
    /// A paper of a batch.
    Paper {
        /// The batch, from 1.
        batch: u32,
    },
    /// An agent with written authority.
    Proxy {
        /// Who.
        agent: PersonId,
    },
}

impl BallotOrigin {
    /// Whether it is the ordinary one, which events leave out.
    pub fn is_roll_call(&self) -> bool {
        *self == BallotOrigin::RollCall
    }
}

/// What is read off one door's paper, or marked for one door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct DoorBallot {
    /// The door.
    pub door: Door,
    /// What it says; in an election, yes = a valid paper.
    pub choice: Choice,
    /// In an election, what it says of each candidate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slate: Vec<Choice>,
}

/// One head's ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// The voter.
    pub voter: PersonId,
    /// The door he was called by.
    pub door: Door,
    /// What he said; in an election, yes = a valid paper.
    pub choice: Choice,
    /// In an election, what he said of each candidate; empty in any other vote.
    pub slate: Vec<Choice>,
    /// Where it came from.
    pub origin: BallotOrigin,
    /// When.
    pub at: At,
}

/// A second ballot of one head that says something else: listed, not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The voter.
    pub voter: PersonId,
    /// The ballot that stands.
    pub first: DoorBallot,
    /// The one that does not.
    pub second: DoorBallot,
    /// Where the second came from.
    pub origin: BallotOrigin,
    /// When it came.
    pub at: At,
}
