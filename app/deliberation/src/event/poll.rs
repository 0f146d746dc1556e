//! A soft vote an event opens.

use serde::{Deserialize, Serialize};

use crate::ids::{PollNo, ProcedureNo};
use crate::poll::PollKind;

/// A soft vote an event opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct NewPoll {
    /// Its number.
    pub poll: PollNo,
    /// What is asked.
    pub question: String,
    /// In which way.
    pub kind: PollKind,
    /// What there is to choose from, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Whether those in the hall who vote for no unit take part too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guests: bool,
    /// How many can take part.
    pub present: u32,
    /// The procedure whose candidates the options are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<ProcedureNo>,
    /// The poll whose tied options run off here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runoff_of: Option<PollNo>,
}
