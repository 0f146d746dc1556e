//! What the chair reminds the hall of by one key (主持提示): a rule, never a name.
//!
//! After the thirteen rules of a community's card (domain page §3.1): whoever leads a meeting is neutral, so a rule is
//! said to everybody and no record tells to whom.

use serde::{Deserialize, Serialize};

use crate::ids::ItemNo;
use crate::time::At;

/// A rule of speaking in a few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prompt {
    /// Say first whether for or against (请先表明立场).
    StanceFirst,
    /// Keep to the matter (请就事论事).
    OnTopic,
    /// Let people finish (请让人说完).
    NoInterrupting,
    /// Speak to the chair, not to each other (请面向主持人).
    FaceChair,
    /// No attacks, no guessing of motives (请文明发言).
    Courtesy,
    /// The time is up: finish (时间到，请收尾).
    WindUp,
    /// Raise a hand and wait to be called (发言请先举手).
    HandFirst,
    /// One matter at a time (一次只说一件事).
    OneMatter,
    /// Those who have not spoken go first (请没说过的先说).
    NewVoices,
}

impl Prompt {
    /// All, in the order of their keys; those behind the sixth have none.
    pub const ALL: [Prompt; 9] = [
        Prompt::StanceFirst,
        Prompt::OnTopic,
        Prompt::NoInterrupting,
        Prompt::FaceChair,
        Prompt::Courtesy,
        Prompt::WindUp,
        Prompt::HandFirst,
        Prompt::OneMatter,
        Prompt::NewVoices,
    ];
}

/// A rule the chair reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prompted {
    /// Which.
    pub prompt: Prompt,
    /// When.
    pub at: At,
    /// Under which item.
    pub item: Option<ItemNo>,
}
