//! A turn an event lets begin.

use serde::{Deserialize, Serialize};

use crate::ids::{ItemNo, PersonId};
use crate::speakers::Side;
use crate::time::At;

/// A turn an event lets begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct NewTurn {
    /// Who.
    pub person: PersonId,
    /// For which side.
    pub side: Side,
    /// On which item.
    pub item: Option<ItemNo>,
    /// Time allowed in ms; 0 = no limit.
    pub limit_ms: i64,
    /// The earlier moment the clock runs from, where its start was forgotten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<At>,
}
