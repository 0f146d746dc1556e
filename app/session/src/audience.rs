//! The audience view: everything the room may see, and nothing else.
//!
//! Owns the plain data that cross from the session to the screen window. Texts are finished: numbers were written once,
//! by the figures of `words`; the screen breaks, places and paints them. Numbers stand here only where geometry needs
//! them, as exact pairs, and for the clock, whose digits the screen computes from [`Now`] so that a running clock needs
//! no new snapshot.
//!
//! Never here: phone numbers, notes, relief, who has or has not paid. There is no field that could hold them. A line
//! break set by sense is a `\n` in the text.

mod page;
mod payers;
mod poll;
mod vote;

use words::Lang;

pub use crate::clock::{Clock, ClockPhase, ClockReading, Now, WARN_MS};
pub use crate::room::procedure::blocks as page_blocks;
pub use page::{
    BarText, BarsText, ColumnText, FigureText, Finding, FindingText, PageBlock, ProcedureCard, RowText, TableText, Tone,
};
pub use payers::{CompareCard, CompareGroup, CostSides, DueCard};
pub use poll::{PollCame, PollOpenCard, PollOption, PollResultCard, PollRow};
pub use vote::{
    BarPart, CheckLine, ElectionResultCard, MeasureBar, OpenMeasure, Outcome, ResultMeasure, Share, SideCount,
    ThresholdLine, VoteOpenCard, VoteResultCard,
};

/// What the room sees now: one card, one page of it.
#[derive(Clone, Debug, PartialEq)]
pub struct AudienceView {
    /// The language of the card's fixed words.
    pub lang: Lang,
    /// The card. While the screen is blanked it is [`Card::Blank`] and the former card is not here at all.
    pub card: Card,
    /// Page of the card, from 0; a page past the end shows the last one.
    pub page: usize,
    /// A reminder of the chair without a name ("请让人说完"), shown as one line at the foot of a debate.
    pub hint: Option<String>,
    /// It is a rehearsal: the screen says so over every card.
    pub rehearsal: bool,
    /// A short line typed at the desk ("车牌 A12345 请挪车"), in a band under the card; never over the calm one.
    pub notice: Option<String>,
}

impl AudienceView {
    /// The calm card.
    pub fn blank(lang: Lang) -> AudienceView {
        AudienceView { lang, card: Card::Blank, page: 0, hint: None, notice: None, rehearsal: false }
    }
}

/// A moment of the meeting as the room sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Card {
    /// Before the meeting and between items: what will be talked about.
    Agenda(AgendaCard),
    /// Debate: the motion, who speaks, the clock, the next two.
    Speaker(SpeakerCard),
    /// A procedure's audience page.
    Procedure(ProcedureCard),
    /// Who pays how much.
    Cost(CostCard),
    /// What one door pays.
    Due(DueCard),
    /// Two versions of a sheet side by side.
    Compare(CompareCard),
    /// A vote under way or about to open; it has no field for a running yes or no.
    VoteOpen(VoteOpenCard),
    /// A closed vote.
    VoteResult(VoteResultCard),
    /// A closed election.
    ElectionResult(ElectionResultCard),
    /// A poll under way; it has no field for a running count either.
    PollOpen(PollOpenCard),
    /// A closed poll, which decides nothing.
    PollResult(PollResultCard),
    /// The decisions of the meeting, read back one by one.
    Decisions(DecisionsCard),
    /// A break with the time left.
    Break(BreakCard),
    /// The test picture: edges, sizes, contrast and colours, for setting up the hall.
    Pattern,
    /// "Please wait"; painted before anything else.
    Blank,
}

/// The line over a card: item and kind on the left, rule, scope or place on the right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadLine {
    /// "第 3 项".
    pub item: String,
    /// "动议", "表决结果"; may be empty.
    pub what: String,
    /// "每人 2 分钟，每项 2 次"; may be empty.
    pub right: String,
}

/// Where a person or a vote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// 赞成, a disc.
    Yes,
    /// 反对, a square.
    No,
    /// 弃权, a triangle.
    Abstain,
    /// 提问, a ring; of speakers only.
    Question,
    /// 秩序问题, the ring of what is no turn; of speakers only.
    Order,
}

/// How far along a line of a card is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Still to come.
    #[default]
    Ahead,
    /// Under way or being read.
    Current,
    /// Done or read.
    Done,
}

/// See [`Card::Agenda`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaCard {
    /// Title of the meeting.
    pub title: String,
    /// Time and place: "7 月 18 日 星期六 19:00", "社区活动室".
    pub facts: Vec<String>,
    /// How to take the floor: "发言请先举手".
    pub request: String,
    /// The items.
    pub items: Vec<AgendaLine>,
}

/// One item of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaLine {
    /// "3".
    pub number: String,
    /// Title.
    pub title: String,
    /// "只议不决" or empty.
    pub remark: String,
    /// "20 分" or empty.
    pub time: String,
    /// Done items carry a check mark, the current one the accent edge.
    pub progress: Progress,
}

/// See [`Card::Speaker`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerCard {
    /// Item and talk rule.
    pub head: HeadLine,
    /// The motion verbatim, or the title of an item that is only discussed.
    pub motion: String,
    /// Who has the floor; `None` between two speakers.
    pub speaker: Option<Speaker>,
    /// The speaker is called and on the way: the clock has not started.
    pub called: bool,
    /// Their clock.
    pub clock: Option<Clock>,
    /// The next ones in order; the card shows two.
    pub next: Vec<NextSpeaker>,
}

/// Who has the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Name, or the party of a guest.
    pub name: String,
    /// For which side; `None` when not asked.
    pub side: Option<Side>,
}

/// One who waits for the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextSpeaker {
    /// Name, or the party of a guest.
    pub name: String,
    /// For which side; `None` when not asked.
    pub side: Option<Side>,
    /// Why now: "轮到赞成一方"; may be empty.
    pub reason: String,
}

/// See [`Card::Cost`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostCard {
    /// Item and title; the page is added by the screen.
    pub head: HeadLine,
    /// Total first, then what is taken off, then what is shared: read "a − b = c".
    pub terms: Vec<FigureText>,
    /// The rule for people, with its line breaks.
    pub rule: String,
    /// Groups or households as examples with their amounts.
    pub examples: Vec<CostExample>,
    /// The full list in roll order; may be empty.
    pub list: Vec<CostRow>,
}

/// An example of what is to be paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostExample {
    /// "一单元 12 户".
    pub who: String,
    /// "如 1-1-101"; may be empty.
    pub example: String,
    /// "45.84".
    pub amount: String,
    /// "元/户".
    pub unit: String,
}

/// A row of the full list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostRow {
    /// "1-1-101".
    pub door: String,
    /// "45.84".
    pub amount: String,
}

/// See [`Card::Decisions`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionsCard {
    /// They are read back one by one: the screen stands on the one that is read, not where somebody turned to.
    pub reads: bool,
    /// Item; a request at the right: "有不对的请举手".
    pub head: HeadLine,
    /// The decisions.
    pub rows: Vec<DecisionLine>,
}

/// One decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionLine {
    /// "2".
    pub number: String,
    /// What is to be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// "7 月 25 日"; may be empty.
    pub by: String,
    /// Under the day: "星期六", of what is overdue "过期 3 天"; may be empty.
    pub under_day: String,
    /// Read ones carry a check mark, the one being read the accent edge.
    pub progress: Progress,
}

/// See [`Card::Break`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BreakCard {
    /// "休息".
    pub title: String,
    /// "19:50 继续"; may be empty.
    pub until: String,
    /// What is said instead of digits when the time is up: "休息结束".
    pub over: String,
    /// Time left.
    pub clock: Clock,
}
