//! The audience view: everything the room may see, and nothing else.
//!
//! Owns the plain data that cross from the session to the screen window. Texts are finished: numbers were written once,
//! by the figures of `words`; the screen breaks, places and paints them. Numbers stand here only where geometry needs
//! them, as exact pairs, and for the clock, whose digits the screen computes from [`Now`] so that a running clock needs
//! no new snapshot.
//!
//! Never here: phone numbers, notes, relief, who has or has not paid. There is no field that could hold them. A line
//! break set by sense is a `\n` in the text.

use words::Lang;

/// The two clocks of a frame; the windows get them each frame and read no clock themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds of the monotonic clock: what deadlines are measured with.
    pub mono_ms: u64,
    /// UTC milliseconds since 1970: for the record alone.
    pub utc_ms: i64,
}

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
}

impl AudienceView {
    /// The calm card.
    pub fn blank(lang: Lang) -> AudienceView {
        AudienceView { lang, card: Card::Blank, page: 0, hint: None }
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
    /// A vote under way; it has no field for a running yes or no.
    VoteOpen(VoteOpenCard),
    /// A closed vote.
    VoteResult(VoteResultCard),
    /// The decisions of the meeting, read back one by one.
    Decisions(DecisionsCard),
    /// A break with the time left.
    Break(BreakCard),
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

/// A clock on the monotonic time; the digits are computed where they are painted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Since when it runs, in [`Now::mono_ms`]; `None` while paused or not started.
    pub running_since_mono_ms: Option<u64>,
    /// Time spent before that.
    pub spent_ms: u64,
    /// Time allowed; 0 = no limit, the clock counts up.
    pub limit_ms: u64,
}

/// What a clock says at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockReading {
    /// Whole seconds to show: left (rounded up), over (rounded down) or spent (without a limit).
    pub seconds: u64,
    /// Which of them.
    pub phase: ClockPhase,
    /// Milliseconds of [`Self::limit_ms`] that are left: the length of the bar.
    pub left_ms: u64,
    /// The limit of the clock.
    pub limit_ms: u64,
}

/// The shapes of a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockPhase {
    /// No limit: counts up, no bar.
    Unlimited,
    /// Time is left.
    Running,
    /// Thirty seconds or less are left.
    Ending,
    /// The time is over.
    Over,
}

/// From here on a clock says how many seconds are left in words.
pub const WARN_MS: u64 = 30_000;

impl Clock {
    /// Time spent at `now`, in milliseconds. A `now` before the start counts as the start.
    pub fn spent_at(self, now: Now) -> u64 {
        let running = self.running_since_mono_ms.map_or(0, |since| now.mono_ms.saturating_sub(since));
        self.spent_ms.saturating_add(running)
    }

    /// What the clock says at `now`.
    pub fn reading(self, now: Now) -> ClockReading {
        let spent = self.spent_at(now);
        let left_ms = self.limit_ms.saturating_sub(spent);
        let (seconds, phase) = match (self.limit_ms, left_ms) {
            (0, _) => (spent / 1000, ClockPhase::Unlimited),
            (limit, 0) => ((spent - limit) / 1000, ClockPhase::Over),
            (_, left) if left <= WARN_MS => (left.div_ceil(1000), ClockPhase::Ending),
            (_, left) => (left.div_ceil(1000), ClockPhase::Running),
        };
        ClockReading { seconds, phase, left_ms, limit_ms: self.limit_ms }
    }

    /// Milliseconds until the digits change, for the next repaint; `None` while it stands still.
    pub fn next_change_ms(self, now: Now) -> Option<u64> {
        self.running_since_mono_ms?;
        let spent = self.spent_at(now);
        Some(match self.limit_ms.saturating_sub(spent) {
            0 => 1000 - (spent - self.limit_ms) % 1000,
            // The shown second is left rounded up: it changes when a whole one is reached.
            left => match left % 1000 {
                0 => 1000,
                rest => rest,
            },
        })
    }
}

impl ClockReading {
    /// The digits: "1:24", "+0:12", "12:05".
    pub fn text(self) -> String {
        let sign = if self.phase == ClockPhase::Over { "+" } else { "" };
        format!("{sign}{}:{:02}", self.seconds / 60, self.seconds % 60)
    }
}

/// See [`Card::Procedure`]. Private columns and names were dropped before this was made.
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

/// See [`Card::VoteOpen`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteOpenCard {
    /// Item and way of voting; who may vote at the right.
    pub head: HeadLine,
    /// The question in one sentence.
    pub question: String,
    /// The rule in one sentence.
    pub rule: String,
    /// Which kind of decision, with its clause: one to two lines.
    pub binding: String,
    /// How many have answered: "19".
    pub answered: String,
    /// Of how many: "31 人".
    pub of: String,
    /// Heads first, then area.
    pub measures: Vec<OpenMeasure>,
}

/// A measure of an open vote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenMeasure {
    /// "人数 19 人".
    pub label: String,
    /// "需 24 人", "只作参考".
    pub note: String,
    /// One part: those who have answered.
    pub bar: MeasureBar,
}

/// See [`Card::VoteResult`].
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
    /// The bars: heads first, then area.
    pub measures: Vec<ResultMeasure>,
    /// By how much, in words: "比过半多出 11 人" or "赞成还差 5 人".
    pub margin: String,
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

/// See [`Card::Decisions`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionsCard {
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
    /// "星期六"; may be empty.
    pub weekday: String,
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
    /// Time left.
    pub clock: Clock,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(mono_ms: u64) -> Now {
        Now { mono_ms, utc_ms: 0 }
    }

    const TWO_MINUTES: Clock = Clock { running_since_mono_ms: Some(1_000), spent_ms: 0, limit_ms: 120_000 };

    #[test]
    fn given_two_minutes_when_thirty_six_seconds_are_spent_then_it_says_one_twenty_four() {
        let reading = TWO_MINUTES.reading(at(37_000));
        assert_eq!((reading.text().as_str(), reading.phase), ("1:24", ClockPhase::Running));
    }

    #[test]
    fn the_last_second_is_shown_in_full_and_overtime_begins_with_it_spent() {
        assert_eq!(TWO_MINUTES.reading(at(1_000)).text(), "2:00");
        assert_eq!(TWO_MINUTES.reading(at(120_999)).text(), "0:01");
        let over = TWO_MINUTES.reading(at(121_000));
        assert_eq!((over.text().as_str(), over.phase, over.left_ms), ("+0:00", ClockPhase::Over, 0));
        assert_eq!(TWO_MINUTES.reading(at(133_999)).text(), "+0:12");
    }

    #[test]
    fn thirty_seconds_before_the_end_it_warns() {
        assert_eq!(TWO_MINUTES.reading(at(90_999)).phase, ClockPhase::Running);
        let ending = TWO_MINUTES.reading(at(91_000));
        assert_eq!((ending.text().as_str(), ending.phase), ("0:30", ClockPhase::Ending));
    }

    #[test]
    fn a_paused_clock_stands_and_asks_for_no_repaint() {
        let paused = Clock { running_since_mono_ms: None, spent_ms: 36_000, limit_ms: 120_000 };
        assert_eq!(paused.reading(at(0)), paused.reading(at(999_999)));
        assert_eq!(paused.next_change_ms(at(5)), None);
    }

    #[test]
    fn a_clock_without_limit_counts_up() {
        let up = Clock { running_since_mono_ms: Some(0), spent_ms: 600_000, limit_ms: 0 };
        let reading = up.reading(at(5_500));
        assert_eq!((reading.text().as_str(), reading.phase), ("10:05", ClockPhase::Unlimited));
    }

    #[test]
    fn the_digits_change_exactly_when_the_clock_says_so() {
        for clock in [TWO_MINUTES, Clock { limit_ms: 0, ..TWO_MINUTES }, Clock { spent_ms: 119_250, ..TWO_MINUTES }] {
            for mono in [1_000_u64, 1_001, 1_749, 1_750, 1_751, 90_500, 120_999, 121_000, 121_001, 130_400] {
                let wait = clock.next_change_ms(at(mono)).unwrap();
                let text = clock.reading(at(mono)).text();
                assert_eq!(clock.reading(at(mono + wait - 1)).text(), text, "too late by {mono}");
                assert_ne!(clock.reading(at(mono + wait)).text(), text, "too early by {mono}");
            }
        }
    }
}
