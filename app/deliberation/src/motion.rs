//! A motion: the sentence that is voted on, with what was attached to it.

use crate::ids::{EventSeq, ItemNo, MeetingNo, PersonId, SheetNo};
use crate::terms::Terms;
use crate::time::At;

/// A motion (动议); with a cost sheet attached it is a proposal (提案).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Motion {
    /// In which meeting.
    pub meeting: MeetingNo,
    /// Under which item.
    pub item: ItemNo,
    /// The sentence, verbatim.
    pub text: String,
    /// Who moved it.
    pub mover: PersonId,
    /// Who seconded it.
    pub seconder: Option<PersonId>,
    /// When it was moved.
    pub at: At,
    /// The event that gave it its present text.
    pub seq: EventSeq,
    /// The cost sheet attached to it.
    pub sheet: Option<SheetNo>,
    /// Who pays, and whether it touches the maintenance fund.
    pub terms: Terms,
    /// Kept out of its votes for a conflict of interest.
    pub recused: Vec<PersonId>,
}
