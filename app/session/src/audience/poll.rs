//! A poll (soft vote) as the room sees it: how to take part while it is open, what it came to once it is closed.

use super::{FindingText, HeadLine, MeasureBar};

/// See [`super::Card::PollOpen`]; it has no field for a running count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollOpenCard {
    /// Item, kind of poll and those in the hall; "不作为决定，只供参考" at the right, on every page.
    pub head: HeadLine,
    /// What is asked.
    pub question: String,
    /// How one takes part: "每人 3 点，同一项最多贴 1 点，选出 3 项".
    pub how: String,
    /// The options, or the grades of a sense check; none in a consent.
    pub options: Vec<PollOption>,
    /// Candidates of the procedure it comes from that may not be voted on, struck through, with the reason.
    pub struck: Vec<FindingText>,
}

/// An option of an open poll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollOption {
    /// "2"; empty for a grade.
    pub number: String,
    /// The option.
    pub text: String,
}

/// See [`super::Card::PollResult`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollResultCard {
    /// Item, kind of poll and those in the hall; "不作为决定，只供参考" at the right, on every page.
    pub head: HeadLine,
    /// What was asked.
    pub question: String,
    /// What came out, in one line; empty for a sense check.
    pub result: String,
    /// Whether [`PollResultCard::result`] leaves something open: a tie, or an objection.
    pub open: bool,
    /// The counts, most first; grades in their order.
    pub rows: Vec<PollRow>,
    /// Candidates of the procedure it comes from that could not be voted on.
    pub struck: Vec<FindingText>,
    /// What stands below: dots in all, those who showed no grade, or objections; may be empty.
    pub foot: String,
}

/// An option with its count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollRow {
    /// The option or grade.
    pub label: String,
    /// "31", "12 人".
    pub count: String,
    /// One part of the most the hall can give.
    pub bar: MeasureBar,
    /// What became of it.
    pub came: PollCame,
    /// "选出", "同票"; empty where nothing is to be said.
    pub remark: String,
}

/// What became of an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PollCame {
    /// Nothing to be said: a grade, or an option that did not come out.
    #[default]
    Plain,
    /// It came out.
    Out,
    /// It ties for the last place.
    Tied,
}
