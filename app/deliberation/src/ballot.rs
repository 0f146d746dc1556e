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

/// How a vote is held, which is where its ballots come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Door by door, each answers aloud (点名).
    #[default]
    RollCall,
}

/// One head's ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// The voter.
    pub voter: PersonId,
    /// The door he was called by.
    pub door: Door,
    /// What he said.
    pub choice: Choice,
    /// When.
    pub at: At,
}
