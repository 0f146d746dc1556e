//! The cards of a vote: about to open, under way, closed, and an election's result.

use super::{CostSides, HeadLine, Side, TableText};

/// A part of a whole as an exact pair; `whole` above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The part; at most `whole`.
    pub part: i64,
    /// The whole.
    pub whole: i64,
}

/// A measure as a bar: the whole bar is all, coloured is who takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureBar {
    /// The whole bar, in the unit of the parts (heads, or 0.01 ㎡).
    pub all: i64,
    /// From the left. While a vote is open there is one part without a side: those who have answered.
    pub parts: Vec<BarPart>,
    /// Thresholds, from the left.
    pub lines: Vec<ThresholdLine>,
}

/// One coloured part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BarPart {
    /// `None`: takes part, side not shown.
    pub side: Option<Side>,
    /// How much of `all`.
    pub amount: i64,
}

/// A threshold in a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThresholdLine {
    /// Where, as a share of the whole bar: half of 29 deciding among 35 is 29 / 70.
    pub at: Share,
    /// "赞成过半"; empty where the label stands elsewhere.
    pub label: String,
}

/// See [`Card::VoteOpen`](super::Card::VoteOpen).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteOpenCard {
    /// Item and way of voting; who may vote, who stands aside and who votes for others at the right.
    pub head: HeadLine,
    /// The question in one sentence.
    pub question: String,
    /// The rule in one sentence, as it was frozen.
    pub rule: String,
    /// Which kind of decision, with its clause: one to two lines.
    pub binding: String,
    /// "原先公布：通过", "就算都表决，参加也还差 5 人".
    pub notes: Vec<String>,
    /// How many have answered: "19"; empty before the vote opens.
    pub answered: String,
    /// Of how many: "31 人".
    pub of: String,
    /// Heads first, then area; no area where nobody's is counted.
    pub measures: Vec<OpenMeasure>,
}

/// A measure of an open vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenMeasure {
    /// "人数 19 人".
    pub label: String,
    /// "参加还差 5 人", "只作参考".
    pub note: String,
    /// One part: those who have answered.
    pub bar: MeasureBar,
}

/// See [`Card::VoteResult`](super::Card::VoteResult).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteResultCard {
    /// Item; the kind of decision and its clause at the right.
    pub head: HeadLine,
    /// What came out.
    pub outcome: Outcome,
    /// "通过", "没通过", "还不算数".
    pub verdict: String,
    /// Why in a few words: "赞成过半".
    pub reason: String,
    /// "31 人参加，1,960.76 ㎡".
    pub summary: String,
    /// The counts, in the order 赞成 反对 弃权.
    pub sides: Vec<SideCount>,
    /// The bars: heads first, then area; no area where nobody's was counted.
    pub measures: Vec<ResultMeasure>,
    /// By how much, in words: "比过半多出 11 人" or "赞成还差 5 人"; of an undecidable vote, what is missing.
    pub margin: String,
    /// What else the room should know: counted again, void papers, who stood aside.
    pub notes: Vec<String>,
    /// The exact fractions, on a page of their own; empty where the bars say everything.
    pub checks: Vec<CheckLine>,
    /// The cost behind each side, on a page of its own, where the motion carries costs.
    pub costs: Option<CostSides>,
}

/// A threshold as an exact fraction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckLine {
    /// "赞成人数占参加表决 26/31，应超过 1/2".
    pub text: String,
    /// Met or not; `None` = cannot be known.
    pub met: Option<bool>,
}

/// See [`Card::ElectionResult`](super::Card::ElectionResult).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionResultCard {
    /// Item; the kind of decision and its clause at the right.
    pub head: HeadLine,
    /// Whether every seat is filled.
    pub outcome: Outcome,
    /// "当选 2 人".
    pub verdict: String,
    /// "应选 3 人", "有人同票，再投一次".
    pub reason: String,
    /// "31 人参加，1,960.76 ㎡".
    pub summary: String,
    /// The candidates in the order of the result, with their counts.
    pub candidates: TableText,
    /// What else the room should know.
    pub notes: Vec<String>,
}

/// What a vote came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 通过.
    Passed,
    /// 没通过.
    Failed,
    /// 还不算数.
    Undecided,
}

/// The count of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideCount {
    /// Which side.
    pub side: Side,
    /// "26".
    pub heads: String,
    /// "1,647.54 ㎡"; may be empty.
    pub area: String,
}

/// A bar of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultMeasure {
    /// "人数", "面积".
    pub label: String,
    /// "只作参考"; may be empty.
    pub note: String,
    /// The bar with its thresholds.
    pub bar: MeasureBar,
}
