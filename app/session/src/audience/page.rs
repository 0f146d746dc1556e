//! A procedure's page for the room: finished strings, no form, no button, no private column.

use super::{HeadLine, Share};

/// See [`super::Card::Procedure`]. Private columns and names were dropped before this was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProcedureCard {
    /// Item and the procedure's title; the scope at the right.
    pub head: HeadLine,
    /// What the page is about, one headline.
    pub headline: String,
    /// What stands on it, top down.
    pub blocks: Vec<PageBlock>,
}

/// A part of a procedure's page, as strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageBlock {
    /// A heading over what follows.
    Section(String),
    /// Running text.
    Text(String),
    /// A notice of the plugin, in a frame with its name.
    Notice {
        /// Name of the procedure that says so.
        from: String,
        /// What kind.
        tone: Tone,
        /// Title.
        title: String,
        /// Text; may be empty.
        text: String,
    },
    /// Key figures.
    Figures(Vec<FigureText>),
    /// A table.
    Table(TableText),
    /// Bars of one unit.
    Bars(BarsText),
    /// Ways to go or rules to meet, each with its finding; excluded ones are struck through.
    Findings(Vec<FindingText>),
}

/// The tone of a figure, a notice or a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Good.
    Good,
    /// To be looked at.
    Warning,
    /// Bad.
    Bad,
}

/// A key figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureText {
    /// "总额".
    pub label: String,
    /// "1,650.00".
    pub value: String,
    /// "元"; may be empty.
    pub unit: String,
    /// A remark under it; may be empty.
    pub note: String,
    /// Its tone, shown by a sign beside the number.
    pub tone: Tone,
}

/// A table of finished cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableText {
    /// Title; may be empty.
    pub title: String,
    /// The columns.
    pub columns: Vec<ColumnText>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<RowText>,
    /// The sums, as long as `columns`, empty cells where there is none.
    pub total: Option<Vec<String>>,
}

/// A column's head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnText {
    /// Label, with the unit.
    pub label: String,
    /// Numbers stand at the right.
    pub number: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowText {
    /// Finished cells.
    pub cells: Vec<String>,
    /// Its tone.
    pub tone: Tone,
}

/// Bars of one unit on one scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarsText {
    /// Title; may be empty.
    pub title: String,
    /// The bars.
    pub items: Vec<BarText>,
    /// A mark across all of them and what it stands for.
    pub line: Option<(Share, String)>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarText {
    /// What it measures.
    pub label: String,
    /// The number in words and figures.
    pub value: String,
    /// Its length as a share of the longest.
    pub share: Share,
    /// Its tone.
    pub tone: Tone,
}

/// A way to go or a rule to meet, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingText {
    /// "西侧围墙".
    pub title: String,
    /// What was found.
    pub finding: Finding,
    /// The finding in words: "不能选", "可以选", "待查".
    pub word: String,
    /// Why: "地下燃气管道，距离 0.0 米"; may be empty.
    pub reason: String,
    /// "12 人支持"; may be empty.
    pub support: String,
}

/// What was found of a way or a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Finding {
    /// Not looked at yet: never a pass.
    #[default]
    Open,
    /// Met.
    Met,
    /// Not met.
    Failed,
    /// Excluded by a veto: struck through.
    Excluded,
    /// Does not apply.
    NotApplicable,
}
