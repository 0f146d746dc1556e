//! The cards of the septic-tank meeting (and of a charging point elsewhere), as the session would publish them.

use session::audience::*;
use words::Lang;

pub(crate) const NOW: Now = Now { mono_ms: 1_000_000, utc_ms: 0 };

pub(crate) fn view(card: Card) -> AudienceView {
    AudienceView { card, ..AudienceView::blank(Lang::ZhCn) }
}

fn s(text: &str) -> String {
    text.to_owned()
}

pub(crate) fn head(item: &str, what: &str, right: &str) -> HeadLine {
    HeadLine { item: s(item), what: s(what), right: s(right) }
}

pub(crate) fn agenda_of(items: &[(&str, &str, &str)]) -> Card {
    Card::Agenda(AgendaCard {
        title: s("水产宿舍小方桌会议"),
        facts: vec![s("7 月 18 日 星期六 19:00"), s("社区活动室")],
        request: s("发言请先举手"),
        items: items
            .iter()
            .enumerate()
            .map(|(number, (title, remark, time))| AgendaLine {
                number: (number + 1).to_string(),
                title: s(title),
                remark: s(remark),
                time: s(time),
                progress: Progress::Ahead,
            })
            .collect(),
    })
}

pub(crate) fn agenda() -> Card {
    agenda_of(&[
        ("上次议定事项", "", "5 分"),
        ("化粪池清掏选哪家", "", "15 分"),
        ("清掏费怎么分摊", "", "20 分"),
        ("谁收款、谁监工", "", "10 分"),
        ("楼道灯改声控", "只议不决", "10 分"),
        ("宣读今晚结论", "", "5 分"),
    ])
}

/// The debate when `spent` milliseconds of two minutes are spent.
pub(crate) fn speaker_at(spent: u64) -> SpeakerCard {
    SpeakerCard {
        head: head("第 3 项", "动议", "每人 2 分钟，每项 2 次"),
        motion: s("化粪池清掏费 1,650 元，\n由 36 户按户平均分摊。"),
        speaker: Some(Speaker { name: s("马卫"), side: Some(Side::No) }),
        called: false,
        clock: Some(Clock { running_since_mono_ms: Some(NOW.mono_ms - spent), spent_ms: 0, limit_ms: 120_000 }),
        next: vec![
            NextSpeaker { name: s("周凤军"), side: Some(Side::Yes), reason: s("轮到赞成一方") },
            NextSpeaker { name: s("康德"), side: Some(Side::No), reason: s("本项还没发过言") },
        ],
    }
}

pub(crate) fn speaker() -> Card {
    Card::Speaker(speaker_at(36_000))
}

pub(crate) fn speaker_ending() -> Card {
    Card::Speaker(speaker_at(90_000))
}

/// Called and on the way: a point of order, the clock full and not running.
pub(crate) fn speaker_called() -> Card {
    let mut card = speaker_at(0);
    card.called = true;
    card.speaker = Some(Speaker { name: s("宋文"), side: Some(Side::Order) });
    card.clock = Some(Clock { running_since_mono_ms: None, spent_ms: 0, limit_ms: 120_000 });
    Card::Speaker(card)
}

pub(crate) fn speaker_overtime() -> Card {
    Card::Speaker(speaker_at(132_000))
}

fn answered(all: i64, amount: i64) -> MeasureBar {
    MeasureBar { all, parts: vec![BarPart { side: None, amount }], lines: vec![] }
}

pub(crate) fn vote_open() -> Card {
    Card::VoteOpen(VoteOpenCard {
        head: head("第 3 项", "正在点名表决", "到会业主 31 人"),
        question: s("同意化粪池清掏费 1,650 元\n由 36 户按户平均分摊吗？"),
        rule: s("赞成比反对多，就算通过；\n弃权不算，面积只作参考。"),
        binding: s("协商意见\n不具业主大会效力"),
        notes: vec![],
        answered: s("19"),
        of: s("31 人"),
        measures: vec![
            OpenMeasure { label: s("人数 19 人"), note: s("到会 31 人"), bar: answered(31, 19) },
            OpenMeasure { label: s("面积 1,205.81 ㎡"), note: s("只作参考"), bar: answered(196_076, 120_581) },
        ],
    })
}

fn sides(all: i64, amounts: [i64; 3]) -> MeasureBar {
    let kinds = [Side::Yes, Side::No, Side::Abstain];
    MeasureBar {
        all,
        parts: kinds.iter().zip(amounts).map(|(side, amount)| BarPart { side: Some(*side), amount }).collect(),
        lines: vec![],
    }
}

fn half_of_deciding(mut bar: MeasureBar, label: &str) -> MeasureBar {
    let deciding = bar.parts[0].amount + bar.parts[1].amount;
    bar.lines.push(ThresholdLine { at: Share { part: deciding, whole: 2 * bar.all }, label: s(label) });
    bar
}

fn counts(heads: [&str; 3], areas: [&str; 3]) -> Vec<SideCount> {
    [Side::Yes, Side::No, Side::Abstain]
        .into_iter()
        .zip(heads.into_iter().zip(areas))
        .map(|(side, (heads, area))| SideCount { side, heads: s(heads), area: s(area) })
        .collect()
}

pub(crate) fn result_passed() -> VoteResultCard {
    VoteResultCard {
        head: head("第 3 项", "表决结果", "协商意见，不具业主大会效力"),
        outcome: Outcome::Passed,
        verdict: s("通过"),
        reason: s("赞成过半"),
        summary: s("31 人参加，1,960.76 ㎡"),
        sides: counts(["26", "3", "2"], ["1,647.54 ㎡", "197.31 ㎡", "115.91 ㎡"]),
        measures: vec![
            ResultMeasure {
                label: s("人数"),
                note: String::new(),
                bar: half_of_deciding(sides(35, [26, 3, 2]), "赞成过半"),
            },
            ResultMeasure {
                label: s("面积"), note: s("面积只作参考"), bar: sides(221_760, [164_754, 19_731, 11_591])
            },
        ],
        margin: s("比过半多出 11 人"),
        notes: vec![],
        checks: vec![],
        costs: None,
    }
}

pub(crate) fn result_failed() -> VoteResultCard {
    VoteResultCard {
        outcome: Outcome::Failed,
        verdict: s("没通过"),
        reason: s("赞成没过半"),
        sides: counts(["11", "18", "2"], ["727.71 ㎡", "1,108.80 ㎡", "124.25 ㎡"]),
        measures: vec![
            ResultMeasure {
                label: s("人数"),
                note: String::new(),
                bar: half_of_deciding(sides(35, [11, 18, 2]), "赞成过半"),
            },
            ResultMeasure {
                label: s("面积"), note: s("面积只作参考"), bar: sides(221_760, [72_771, 110_880, 12_425])
            },
        ],
        margin: s("赞成还差 4 人"),
        ..result_passed()
    }
}

/// A vote of all owners with two thresholds in both bars, close to each other.
pub(crate) fn result_owners() -> VoteResultCard {
    let both = |bar: MeasureBar, first: &str, second: &str| {
        let whole = bar.all;
        let taking: i64 = bar.parts.iter().map(|part| part.amount).sum();
        let mut bar = bar;
        bar.lines = vec![
            ThresholdLine { at: Share { part: 3 * taking, whole: 4 * whole }, label: s(first) },
            ThresholdLine { at: Share { part: 2, whole: 3 }, label: s(second) },
        ];
        bar
    };
    VoteResultCard {
        head: head("第 3 项", "表决结果", "业主共同决定《民法典》第 278 条"),
        reason: s("人数、面积都够四分之三"),
        measures: vec![
            ResultMeasure {
                label: s("人数"),
                note: String::new(),
                bar: both(sides(35, [26, 3, 2]), "赞成四分之三", "参加三分之二"),
            },
            ResultMeasure {
                label: s("面积"),
                note: String::new(),
                bar: both(sides(221_760, [164_754, 19_731, 11_591]), "", ""),
            },
        ],
        margin: s("比四分之三多出 2 人、176.97 ㎡"),
        ..result_passed()
    }
}

pub(crate) fn checklist() -> Card {
    let item = |title: &str, finding, word: &str, reason: &str, support: &str| FindingText {
        title: s(title),
        finding,
        word: s(word),
        reason: s(reason),
        support: s(support),
    };
    Card::Procedure(ProcedureCard {
        head: head("第 2 项", "电动车充电点选址", "丰泽苑 9 号楼"),
        headline: s("充电点放在哪里？"),
        blocks: vec![PageBlock::Findings(vec![
            item("西侧围墙", Finding::Excluded, "不能选", "地下燃气管道，距离 0.0 米", "12 人支持"),
            item("两个单元之间", Finding::Met, "可以选", "燃气管 6.2 米，外墙 3.4 米", "7 人支持"),
            item("东门岗旁边", Finding::Open, "待查", "到安全出口的距离还没量", "3 人支持"),
        ])],
    })
}

pub(crate) fn quotes() -> Card {
    let column = |label: &str, number| ColumnText { label: s(label), number };
    let row = |cells: [&str; 4], tone| RowText { cells: cells.map(s).to_vec(), tone };
    Card::Procedure(ProcedureCard {
        head: head("第 2 项", "三家比价", "水产宿舍"),
        headline: s("化粪池清掏选哪家？"),
        blocks: vec![
            PageBlock::Table(TableText {
                title: String::new(),
                columns: vec![
                    column("哪一家", false),
                    column("报价（元）", true),
                    column("几天干完", true),
                    column("保修（月）", true),
                ],
                rows: vec![
                    row(["金山清洁", "1,800.00", "2", "3"], Tone::Neutral),
                    row(["宏清环卫", "1,650.00", "1", "6"], Tone::Good),
                    row(["联民管道", "1,720.00", "1", "3"], Tone::Neutral),
                ],
                total: None,
            }),
            PageBlock::Notice {
                from: s("三家比价"),
                tone: Tone::Warning,
                title: s("金山清洁的报价不含外运"),
                text: String::new(),
            },
        ],
    })
}

pub(crate) fn figures() -> Card {
    let figure = |label: &str, value: &str, unit: &str, note: &str, tone| FigureText {
        label: s(label),
        value: s(value),
        unit: s(unit),
        note: s(note),
        tone,
    };
    let bar = |label: &str, value: &str, part, tone| BarText {
        label: s(label),
        value: s(value),
        share: Share { part, whole: 26 },
        tone,
    };
    Card::Procedure(ProcedureCard {
        head: head("第 5 项", "楼道灯改声控", "水产宿舍"),
        headline: s("改声控要花多少？"),
        blocks: vec![
            PageBlock::Figures(vec![
                figure("灯", "18", "盏", "", Tone::Neutral),
                figure("每盏", "26.00", "元", "含安装", Tone::Neutral),
                figure("一年省电", "312.00", "元", "", Tone::Good),
            ]),
            PageBlock::Bars(BarsText {
                title: s("问过的人怎么说"),
                items: vec![bar("现在就改", "26 人", 26, Tone::Neutral), bar("先修坏的", "9 人", 9, Tone::Neutral)],
                line: None,
            }),
        ],
    })
}

pub(crate) fn cost_with(rows: usize) -> CostCard {
    let term = |label: &str, value: &str| FigureText {
        label: s(label),
        value: s(value),
        unit: s("元"),
        ..FigureText::default()
    };
    let example = |who: &str, example: &str, amount: &str| CostExample {
        who: s(who),
        example: s(example),
        amount: s(amount),
        unit: s("元/户"),
    };
    CostCard {
        head: head("第 3 项", "费用方案", ""),
        terms: vec![term("总额", "1,650.00"), term("补贴", "0.00"), term("36 户分摊", "1,650.00")],
        rule: s("1,650 元由 36 户平均分；\n除不尽的 12 分，前 12 户各多 1 分。"),
        examples: vec![
            example("一单元 12 户", "如 1-1-101", "45.84"),
            example("二、三单元 24 户", "如 1-3-602", "45.83"),
        ],
        list: (0..rows)
            .map(|row| CostRow {
                door: format!("1-{}-{}0{}", row / 12 + 1, row / 2 % 6 + 1, row % 2 + 1),
                amount: s(if row < 12 { "45.84" } else { "45.83" }),
            })
            .collect(),
    }
}

pub(crate) fn decisions_of(rows: Vec<DecisionLine>) -> Card {
    Card::Decisions(DecisionsCard {
        reads: true, head: head("第 6 项", "宣读今晚结论", "有不对的请举手"), rows
    })
}

pub(crate) fn decision(
    number: usize,
    what: &str,
    who: &str,
    by: &str,
    under_day: &str,
    progress: Progress,
) -> DecisionLine {
    DecisionLine {
        number: number.to_string(),
        what: s(what),
        who: s(who),
        by: s(by),
        under_day: s(under_day),
        progress,
    }
}

pub(crate) fn decisions() -> Card {
    decisions_of(vec![
        decision(1, "请宏清环卫清掏化粪池，\n1,650.00 元", "何静", "7 月 20 日", "星期一", Progress::Done),
        decision(2, "按户上门收款，\n每户 45.84 或 45.83 元", "周凤军", "7 月 25 日", "星期六", Progress::Current),
        decision(3, "现场监工，\n收支贴在一楼公示栏", "宋文", "7 月 26 日", "星期日", Progress::Ahead),
    ])
}

pub(crate) fn pause() -> Card {
    Card::Break(BreakCard {
        title: s("休息"),
        until: s("19:50 继续"),
        over: s("休息结束\n请回座位，我们接着开"),
        clock: Clock { running_since_mono_ms: Some(NOW.mono_ms - 60_000), spent_ms: 0, limit_ms: 600_000 },
    })
}

/// Every card of the story by the name of its picture.
pub(crate) fn cards() -> Vec<(&'static str, Card)> {
    vec![
        ("screen-agenda", agenda()),
        ("screen-speaker", speaker()),
        ("screen-speaker-ending", speaker_ending()),
        ("screen-speaker-overtime", speaker_overtime()),
        ("screen-speaker-called", speaker_called()),
        ("screen-vote-open", vote_open()),
        ("screen-vote-result", Card::VoteResult(result_passed())),
        ("screen-vote-result-failed", Card::VoteResult(result_failed())),
        ("screen-vote-result-owners", Card::VoteResult(result_owners())),
        ("screen-site-checklist", checklist()),
        ("screen-quotes", quotes()),
        ("screen-figures", figures()),
        ("screen-cost", Card::Cost(cost_with(36))),
        ("screen-decisions", decisions()),
        ("screen-break", pause()),
        ("screen-blank", Card::Blank),
    ]
}
