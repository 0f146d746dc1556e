//! What an event says of a ballot that was recorded wrongly.

use serde::{Deserialize, Serialize};

use crate::ballot::DoorBallot;
use crate::ids::{PersonId, VoteNo};

/// A ballot of an open vote put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct PutRight {
    /// In which vote.
    pub vote: VoteNo,
    /// Whose ballot.
    pub voter: PersonId,
    /// What was said in truth; `None` where nothing was, and the ballot was recorded for the wrong household.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<DoorBallot>,
}
