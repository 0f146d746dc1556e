//! The numbers things go by. Each is a type of its own, so that a motion can never be taken for a vote.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(pub $inner);

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    self.0.fmt(f)
                }
            }
        )+
    };
}

ids! {
    /// A person or company of this file, from 1; 0 = nobody named yet. Numbers are never used twice.
    PersonId(u32);
    /// The place of an event in the file, from 1 without gaps.
    EventSeq(u64);
    /// A meeting of the file, from 1 in the order of planning.
    MeetingNo(u32);
    /// An agenda item of a meeting, from 1.
    ItemNo(u32);
    /// A motion of the file, from 1.
    MotionNo(u32);
    /// A vote of the file, from 1 in the order of opening.
    VoteNo(u32);
    /// A poll (soft vote) of the file, from 1 in the order of opening.
    PollNo(u32);
    /// An option of a poll, or a grade of a sense check, from 1.
    OptionNo(u32);
    /// An objection within its poll, from 1.
    ObjectionNo(u32);
    /// A procedure run of the file, from 1 in the order of starting.
    ProcedureNo(u32);
    /// A cost sheet of the file, from 1 in the order procedures concluded it.
    SheetNo(u32);
    /// A collection of the file, from 1.
    CollectionNo(u32);
    /// An advance within its collection, from 1.
    AdvanceNo(u32);
    /// A matter of the ledger, from 1.
    MatterNo(u32);
    /// A quote within its agenda item, from 1.
    QuoteNo(u32);
    /// A row of the roll in natural door order, from 0; also the plugin contract's `household`.
    UnitIx(u32);
}

impl PersonId {
    /// Nobody named yet.
    pub const NOBODY: PersonId = PersonId(0);
}

/// Numbers that count from 1 along a list of the state.
macro_rules! listed {
    ($($name:ident),+) => {
        $(impl $name {
            /// The number of the entry at `index` of its list.
            pub fn at(index: usize) -> $name {
                $name(u32::try_from(index + 1).unwrap_or(u32::MAX))
            }

            /// Where the entry stands in its list; `None` for 0.
            pub fn index(self) -> Option<usize> {
                usize::try_from(self.0).ok()?.checked_sub(1)
            }
        })+
    };
}

listed!(
    AdvanceNo,
    MeetingNo,
    ItemNo,
    MotionNo,
    VoteNo,
    PollNo,
    OptionNo,
    ObjectionNo,
    ProcedureNo,
    SheetNo,
    CollectionNo,
    MatterNo,
    QuoteNo
);

impl UnitIx {
    /// The row at `index`.
    pub fn at(index: usize) -> UnitIx {
        UnitIx(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Where the row stands in the roll.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
