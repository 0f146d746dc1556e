//! Cards with more text than a page holds, in Chinese and English.

use session::audience::*;
use words::Lang;

use super::story;

const MOTION: &str = "本小区化粪池多年没有清掏，雨天返水，大家同意请宏清环卫来清掏，费用由三十六户按户平均分摊，先由物业垫付，收齐以后再还给物业。";

fn english(card: Card) -> AudienceView {
    AudienceView { card, hint: Some("Please let everybody finish".to_owned()), ..AudienceView::blank(Lang::En) }
}

pub(crate) fn twenty_decisions() -> Card {
    let rows = (1..=20)
        .map(|number| {
            let what = if number % 3 == 0 { MOTION } else { "按户上门收款" };
            let who = if number % 4 == 0 { "周凤军、宋文、何静、谢金山" } else { "周凤军" };
            story::decision(number, what, who, "12 月 25 日", "星期六", Progress::Ahead)
        })
        .collect();
    story::decisions_of(rows)
}

pub(crate) fn twelve_items() -> Card {
    let items: Vec<(&str, &str, &str)> = (0..12)
        .map(|number| match number % 4 {
            0 => ("上次议定事项", "", "5 分"),
            1 => ("电动自行车在楼道里停放充电怎么办，哪些地方可以装充电桩", "只议不决", "120 分"),
            2 => ("清掏费怎么分摊", "只议不决", "20 分"),
            _ => ("谁收款、谁监工", "", ""),
        })
        .collect();
    story::agenda_of(&items)
}

pub(crate) fn long_speaker() -> Card {
    let mut card = story::speaker_at(132_000);
    card.motion = MOTION.into();
    card.speaker = Some(Speaker { name: "万都物业服务有限公司".to_owned(), side: Some(Side::Question) });
    card.next[0].name = "泰州市高港区某某街道社区居民委员会".into();
    Card::Speaker(card)
}

fn wide_table(rows: usize) -> Card {
    let columns =
        ["门牌", "建筑面积（㎡）", "人口（人）", "按户应出（元）", "按面积应出（元）", "按人口应出（元）", "说明"];
    let columns =
        columns.iter().map(|label| ColumnText { label: (*label).to_owned(), number: label.contains('（') }).collect();
    let cells = ["1-1-101", "56.38", "3", "45.84", "41.95", "48.06", "一楼不用电梯，按八折算"];
    Card::Procedure(ProcedureCard {
        head: story::head("第 3 项", "费用分摊", "水产宿舍"),
        headline: "三种办法各家要出多少？".to_owned(),
        blocks: vec![
            PageBlock::Section("按三种办法各算一遍".to_owned()),
            PageBlock::Text(MOTION.to_owned()),
            PageBlock::Table(TableText {
                title: "各户金额".to_owned(),
                columns,
                rows: (0..rows)
                    .map(|row| RowText {
                        cells: cells.map(str::to_owned).to_vec(),
                        tone: if row % 5 == 0 { Tone::Bad } else { Tone::Neutral },
                    })
                    .collect(),
                total: Some(
                    ["合计", "2,217.60", "101", "1,650.00", "1,650.00", "1,650.00", ""].map(str::to_owned).to_vec(),
                ),
            }),
        ],
    })
}

pub(crate) fn english_result() -> AudienceView {
    let mut card = story::result_passed();
    card.head = story::head("Item 3", "Result of the vote", "Deliberation, not a decision of the owners' assembly");
    card.verdict = "Passed".into();
    card.reason = "More than half of those deciding are for it".into();
    card.summary = "31 persons took part, 1,960.76 m²".into();
    card.margin = "11 persons more than half".into();
    card.measures[0].label = "Persons".into();
    card.measures[0].bar.lines[0].label = "Half are for it".into();
    card.measures[1].label = "Area".into();
    card.measures[1].note = "The area is for information only".into();
    english(Card::VoteResult(card))
}

pub(crate) fn english_open() -> AudienceView {
    let Card::VoteOpen(mut card) = story::vote_open() else { unreachable!() };
    card.head = story::head("Item 3", "Vote by roll-call", "31 owners present");
    card.question =
        "Shall the fee of 1,650 yuan for emptying the septic tank be shared equally by 36 households?".into();
    card.rule = "It passes if more than half of those who say yes or no say yes; abstentions do not count.".into();
    card.binding = "Deliberation, not a decision of the owners' assembly".into();
    card.of = "31 persons".into();
    card.measures[0].label = "19 persons".into();
    card.measures[0].note = "31 present".into();
    card.measures[1].label = "Area 1,205.81 m²".into();
    card.measures[1].note = "For information only".into();
    english(Card::VoteOpen(card))
}

pub(crate) fn english_speaker() -> AudienceView {
    let mut card = story::speaker_at(132_000);
    card.head = story::head("Item 3", "Motion", "2 minutes each, twice an item");
    card.motion = "The fee of 1,650 yuan for emptying the septic tank is shared equally by 36 households.".into();
    card.speaker = Some(Speaker { name: "Property company".to_owned(), side: Some(Side::Question) });
    card.next[0] = NextSpeaker {
        name: "Representative of the street office".to_owned(),
        side: Some(Side::Abstain),
        reason: "It is the turn of the other side".to_owned(),
    };
    english(Card::Speaker(card))
}

pub(crate) fn english_agenda() -> AudienceView {
    let Card::Agenda(mut card) = story::agenda() else { unreachable!() };
    card.title = "Meeting of the Shuichan dormitory at one square table".into();
    card.facts = vec!["Saturday 18 July, 19:00".to_owned(), "Activity room of the community".to_owned()];
    card.request = "Raise a hand before you speak".into();
    for item in &mut card.items {
        item.title = "How the fee for emptying the septic tank is shared among the households".into();
        item.remark = "For discussion only".into();
        item.time = "20 min".into();
    }
    english(Card::Agenda(card))
}

pub(crate) fn english_decisions() -> AudienceView {
    let row = |number| {
        story::decision(
            number,
            "Ask Hongqing to empty the septic tank for 1,650.00 yuan",
            "Zhou Fengjun, Song Wen",
            "25 December",
            "Saturday",
            Progress::Current,
        )
    };
    let Card::Decisions(mut card) = story::decisions_of((1..=4).map(row).collect()) else { unreachable!() };
    card.head = story::head("Item 6", "Decisions of tonight", "Raise a hand if it is wrong");
    english(Card::Decisions(card))
}

pub(crate) fn english_checklist() -> AudienceView {
    let Card::Procedure(mut card) = story::checklist() else { unreachable!() };
    card.head = story::head("Item 2", "Charging point for bicycles", "Fengze court, building 9");
    card.headline = "Where shall the charging point for electric bicycles stand?".into();
    card.blocks = vec![PageBlock::Findings(vec![FindingText {
        title: "Along the western wall of the compound".to_owned(),
        finding: Finding::Excluded,
        word: "Cannot be chosen".to_owned(),
        reason: "A gas pipe runs under it, distance 0.0 metres, where at least 5.0 are asked for".to_owned(),
        support: "12 are for it".to_owned(),
    }])];
    english(Card::Procedure(card))
}

/// Views that need pages somewhere, by name.
/// With a rule the chair reminds of.
pub(crate) fn prompted(card: Card) -> AudienceView {
    AudienceView { hint: Some("请就事论事".to_owned()), ..story::view(card) }
}

pub(crate) fn views() -> Vec<(&'static str, AudienceView)> {
    let zh = story::view;
    let mut long_cost = story::cost_with(2000);
    long_cost.rule = MOTION.into();
    let Card::VoteOpen(mut long_vote) = story::vote_open() else { unreachable!() };
    long_vote.question = MOTION.into();
    let mut undecided = story::result_owners();
    undecided.outcome = Outcome::Undecided;
    undecided.verdict = "还不算数".into();
    undecided.reason = "参加的人和面积都不够三分之二".into();
    undecided.margin = "参加的还差 9 人、612.00 ㎡".into();
    vec![
        ("long-agenda", zh(twelve_items())),
        ("long-speaker", zh(long_speaker())),
        ("prompted", prompted(story::speaker())),
        ("prompted-called", prompted(story::speaker_called())),
        ("prompted-long", prompted(long_speaker())),
        ("long-decisions", zh(twenty_decisions())),
        ("long-table", zh(wide_table(12))),
        ("huge-table", zh(wide_table(2000))),
        ("long-cost", zh(Card::Cost(long_cost))),
        ("long-vote", zh(Card::VoteOpen(long_vote))),
        ("undecided", zh(Card::VoteResult(undecided))),
        ("en-result", english_result()),
        ("en-open", english_open()),
        ("en-speaker", english_speaker()),
        ("en-agenda", english_agenda()),
        ("en-decisions", english_decisions()),
        ("en-checklist", english_checklist()),
        ("en-blank", english(Card::Blank)),
    ]
}
