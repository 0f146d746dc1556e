//! The cards about who pays: the cost behind the sides of a vote, one door's due, two versions of a sheet.
//!
//! Doors and amounts alone: no name, no relief, nothing of how a household's weight came about.

use super::{CostRow, HeadLine, MeasureBar, TableText};

/// Heads, area and cost behind each side of a vote, side by side on a page of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostSides {
    /// A row a side, and those who have not answered; everybody together as the total.
    pub table: TableText,
    /// The cost by side in one bar, in fen.
    pub bar: MeasureBar,
    /// "谁同意谁出：…"; may be empty.
    pub note: String,
}

/// See [`Card::Due`](super::Card::Due).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueCard {
    /// Item and title.
    pub head: HeadLine,
    /// "1-3-301".
    pub door: String,
    /// "应出".
    pub label: String,
    /// "45.83".
    pub amount: String,
    /// "元".
    pub unit: String,
    /// The rule for people.
    pub rule: String,
    /// "总额 1,650.00 元，36 户分摊", what those who agree would pay now.
    pub notes: Vec<String>,
    /// Payments in parts: what and how much.
    pub parts: Vec<CostRow>,
}

/// See [`Card::Compare`](super::Card::Compare).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareCard {
    /// Item and title.
    pub head: HeadLine,
    /// "原方案：按户平均分摊".
    pub before: String,
    /// "新方案：按面积分摊".
    pub after: String,
    /// Who pays less, who more, who the same: what, how many households, together how much.
    pub groups: Vec<CompareGroup>,
    /// Every household: door, before, after, change.
    pub rows: TableText,
}

/// One group of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareGroup {
    /// "少出".
    pub what: String,
    /// "20 户".
    pub households: String,
    /// "共 83.20 元"; empty for those who pay the same.
    pub sum: String,
}
