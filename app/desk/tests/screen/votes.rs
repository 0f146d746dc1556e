//! Votes by law as the session publishes them: the longest real rules, every way of voting, an election of twelve.

use session::audience::*;
use words::Lang;

use super::story::{self, head, view};

fn s(text: &str) -> String {
    text.to_owned()
}

fn bar(all: i64, amount: i64, needed: Option<(i64, i64)>) -> MeasureBar {
    let lines = needed.map(|(part, whole)| ThresholdLine { at: Share { part, whole }, label: String::new() });
    MeasureBar { all, parts: vec![BarPart { side: None, amount }], lines: lines.into_iter().collect() }
}

/// 278 on paper, with people aside, proxies, and turnout still lacking.
fn owners_open() -> VoteOpenCard {
    VoteOpenCard {
        head: head("第 3 项", "正在会场和书面表决", "全体业主 35 人，回避 4 人，委托 3 人"),
        question: s("同意筹集维修资金 26,400 元，用于更换二号楼电梯主机吗？"),
        rule: s(
            "参加表决的人数和面积都不少于全体业主的三分之二，赞成的人数和面积都不少于参加表决的四分之三，才算通过；废票算参加，不算赞成",
        ),
        binding: s("业主共同决定\n《民法典》第278条第1款第6项"),
        notes: vec![],
        answered: s("19"),
        of: s("35 人"),
        measures: vec![
            OpenMeasure { label: s("人数 19 人"), note: s("参加还差 5 人"), bar: bar(35, 19, Some((2, 3))) },
            OpenMeasure {
                label: s("面积 1,205.81 ㎡"),
                note: s("参加还差 272.59 ㎡"),
                bar: bar(221_760, 120_581, Some((2, 3))),
            },
        ],
    }
}

/// The use of common parts by some: the longest citation and the longest sentence of a shipped rule.
fn owners_ahead() -> VoteOpenCard {
    VoteOpenCard {
        head: head("第 3 项", "准备点名表决", "全体业主 35 人，到会 31 人，回避 4 人，委托 3 人"),
        answered: String::new(),
        notes: vec![s("就算都表决，参加也还差 2 人、97.30 ㎡")],
        measures: vec![
            OpenMeasure {
                label: s("人数 35 人"),
                note: s("需 24 人"),
                bar: MeasureBar { parts: vec![], ..bar(35, 0, Some((2, 3))) },
            },
            OpenMeasure {
                label: s("面积 2,217.60 ㎡"),
                note: s("需 1,478.40 ㎡"),
                bar: MeasureBar { parts: vec![], ..bar(221_760, 0, Some((2, 3))) },
            },
        ],
        ..owners_open()
    }
}

/// A body by old law, its hands counted by totals, opened again.
fn old_law_again() -> VoteOpenCard {
    VoteOpenCard {
        head: head("第 2 项", "重新计票：举手表决", "应到 121 人，实到 70 人"),
        question: s("同意修订后的居民公约吗？"),
        rule: s("到会的人数超过应到人数的一半，赞成的人数超过到会成员的一半，才算通过"),
        binding: s("居民会议决定\n《居委会组织法》第9条、第10条，旧法"),
        notes: vec![s("原先公布：通过")],
        answered: s("0"),
        of: s("70 人"),
        measures: vec![OpenMeasure { label: s("人数 0 人"), note: s("到会已够"), bar: bar(70, 0, None) }],
    }
}

/// Hands by totals: no area anywhere.
fn hands_result() -> VoteResultCard {
    let passed = story::result_passed();
    let side = |count: &SideCount, heads: &str| SideCount { heads: s(heads), area: String::new(), ..count.clone() };
    let mut heads = passed.measures[0].clone();
    heads.bar.all = 121;
    for (part, amount) in heads.bar.parts.iter_mut().zip([36, 30, 4]) {
        part.amount = amount;
    }
    heads.bar.lines = vec![ThresholdLine { at: Share { part: 35, whole: 121 }, label: s("赞成过半") }];
    VoteResultCard {
        head: head("第 2 项", "重新计票结果", "居民会议决定《居委会组织法》第9条、第10条，旧法"),
        summary: s("70 人参加"),
        sides: passed.sides.iter().zip(["36", "30", "4"]).map(|(count, heads)| side(count, heads)).collect(),
        measures: vec![heads],
        margin: String::new(),
        notes: vec![s("原先公布：没通过")],
        checks: vec![
            CheckLine { text: s("到会人数占全体 70/121，应超过 1/2"), met: Some(true) },
            CheckLine { text: s("赞成人数占到会 36/70，应超过 1/2"), met: Some(true) },
        ],
        ..passed
    }
}

/// 278 failed, with everything the room should know besides.
fn owners_result() -> VoteResultCard {
    let owners = story::result_owners();
    let (mut sides, mut measures) = (owners.sides.clone(), owners.measures.clone());
    for (place, (heads, area)) in
        [("22", "1,393.60 ㎡"), ("4", "260.13 ㎡"), ("2", "115.91 ㎡")].into_iter().enumerate()
    {
        (sides[place].heads, sides[place].area) = (s(heads), s(area));
        measures[0].bar.parts[place].amount = [22, 4, 2][place];
        measures[1].bar.parts[place].amount = [139_360, 26_013, 11_591][place];
    }
    VoteResultCard {
        head: head("第 3 项", "表决结果", "业主共同决定《民法典》第278条第1款第6项"),
        outcome: Outcome::Failed,
        verdict: s("没通过"),
        reason: s("人数、面积都没达到四分之三"),
        margin: s("赞成还差 2 人、76.97 ㎡"),
        notes: vec![s("无效 3 人，算参加，不算赞成"), s("先后不一致 1 起，按第一次算"), s("4 人回避，不计入")],
        checks: vec![
            CheckLine { text: s("参加人数占全体 31/35，应达到 2/3"), met: Some(true) },
            CheckLine { text: s("参加面积占全体 1,960.76/2,217.60 ㎡，应达到 2/3"), met: Some(true) },
            CheckLine { text: s("赞成人数占参加表决 22/31，应达到 3/4"), met: Some(false) },
            CheckLine {
                text: s("赞成面积占参加表决 1,393.60/1,960.76 ㎡，应达到 3/4"), met: Some(false)
            },
        ],
        sides,
        measures,
        ..owners
    }
}

/// Areas of two doors are not known.
fn undecidable() -> VoteResultCard {
    let mut card = owners_result();
    card.outcome = Outcome::Undecided;
    card.verdict = s("信息不足");
    card.reason = s("有的面积不详");
    card.margin = s("面积不详：1-1-101、1-2-302、1-3-401 等 7 户");
    card.summary = s("31 人参加，面积不详");
    for side in &mut card.sides {
        side.area = s("面积不详");
    }
    card.checks[1] = CheckLine { text: s("参加面积不详"), met: None };
    card.checks[3] = CheckLine { text: s("赞成面积不详"), met: None };
    card.measures.truncate(1);
    card.notes = vec![s("4 人回避，不计入")];
    card
}

pub(crate) fn election(seats: usize) -> ElectionResultCard {
    let names = [
        "史娥凤",
        "刘华燕",
        "毛素",
        "周凤军",
        "姜立凤",
        "马卫",
        "欧阳建国",
        "宋文",
        "谢金山",
        "康德",
        "何静",
        "郭小满",
    ];
    let row = |(place, name): (usize, &&str)| {
        // The two behind the last seat have the same number of votes.
        let yes = 30 - 2 * if place == seats + 1 { seats } else { place };
        let (word, tone) = match place {
            place if place < seats => ("当选", Tone::Good),
            place if place < seats + 2 => ("同票", Tone::Warning),
            _ => ("未当选", Tone::Neutral),
        };
        let cells = [(*name).to_owned(), yes.to_string(), (31 - yes).to_string(), s("0"), s(word)];
        RowText { cells: cells.to_vec(), tone }
    };
    let column = |label: &str, number| ColumnText { label: s(label), number };
    ElectionResultCard {
        head: head("第 4 项", "表决结果", "业主共同决定《民法典》第278条第1款第3项"),
        outcome: Outcome::Undecided,
        verdict: format!("当选 {seats} 人"),
        reason: s("有人同票，要再投一次"),
        summary: s("31 人参加，1,960.76 ㎡"),
        candidates: TableText {
            title: String::new(),
            columns: vec![
                column("候选人", false),
                column("赞成", true),
                column("反对", true),
                column("弃权", true),
                column("结果", false),
            ],
            rows: names.iter().enumerate().map(row).collect(),
            total: None,
        },
        notes: vec![s("无效 3 人，算参加，不算赞成"), s("4 人回避，不计入")],
    }
}

fn english(card: Card) -> AudienceView {
    AudienceView { lang: Lang::En, ..view(card) }
}

fn english_open() -> AudienceView {
    let mut card = owners_open();
    card.head = head(
        "Item 3",
        "Vote in the hall and on paper",
        "all owners: 35 people, stood aside: 4 people, by proxy: 3 people",
    );
    card.question = s("Shall 26,400 yuan be raised for the maintenance fund to replace the lift of building 2?");
    card.rule = s(
        "Passed if at least two thirds of all owners take part and at least three quarters of those taking part say yes, \
         each by heads and by area; void papers count as taking part, not as yes",
    );
    card.binding = s("Owners' decision\nCivil Code art. 278 para. 1 no. 6");
    card.of = s("35 people");
    card.measures[0].label = s("19 people");
    card.measures[0].note = s("turnout lacks 5 people");
    card.measures[1].label = s("Area 1,205.81 ㎡");
    card.measures[1].note = s("turnout lacks 272.59 ㎡");
    english(Card::VoteOpen(card))
}

fn english_result() -> AudienceView {
    let mut card = owners_result();
    card.head = head("Item 3", "Result of the recount", "Owners' decision, Civil Code art. 278 para. 1 no. 6");
    card.verdict = s("Not passed");
    card.reason = s("less than three quarters in favour by heads and by area");
    card.summary = s("31 people took part, 1,960.76 ㎡");
    card.margin = s("2 people, 76.97 ㎡ missing in favour");
    card.notes = vec![s("Announced before: Passed"), s("Stood aside, not counted: 4 people")];
    card.measures[0].label = s("Heads");
    card.measures[1].label = s("Area");
    card.measures[0].bar.lines[0].label = s("yes three quarters");
    card.measures[0].bar.lines[1].label = s("turnout two thirds");
    for (check, text) in card.checks.iter_mut().zip([
        "Taking part by heads, of everybody entitled: 31/35, at least 2/3 needed",
        "Taking part by area, of everybody entitled: 1,960.76/2,217.60 ㎡, at least 2/3 needed",
        "Yes by heads, of those taking part: 22/31, at least 3/4 needed",
        "Yes by area, of those taking part: 1,393.60/1,960.76 ㎡, at least 3/4 needed",
    ]) {
        check.text = s(text);
    }
    english(Card::VoteResult(card))
}

fn english_undecidable() -> AudienceView {
    let Card::VoteResult(mut card) = english_result().card else { unreachable!() };
    card.outcome = Outcome::Undecided;
    card.verdict = s("Cannot be decided");
    card.reason = s("some areas are not known");
    card.margin = s("area not known: 1-1-101, 1-2-302, 1-3-401 and others, 7 households");
    card.summary = s("31 people took part, area not known");
    card.measures.truncate(1);
    english(Card::VoteResult(card))
}

fn english_election() -> AudienceView {
    let mut card = election(5);
    card.head = head("Item 4", "Result of the vote", "Owners' decision, Civil Code art. 278 para. 1 no. 3");
    card.verdict = s("Elected: 5 people");
    card.reason = s("A tie: there is a run-off");
    card.summary = s("31 people took part, 1,960.76 ㎡");
    card.notes = vec![s("Void: 3 people; they take part, not as yes")];
    let labels = ["Candidate", "yes", "no", "abstain", "Result"];
    for (column, label) in card.candidates.columns.iter_mut().zip(labels) {
        column.label = s(label);
    }
    for row in &mut card.candidates.rows {
        row.cells[4] = match row.tone {
            Tone::Good => s("Elected"),
            Tone::Warning => s("Tied"),
            _ => s("Not elected"),
        };
    }
    english(Card::ElectionResult(card))
}

/// Every card of votes by law, by the name of its picture.
pub(crate) fn views() -> Vec<(&'static str, AudienceView)> {
    vec![
        ("vote-owners-open", view(Card::VoteOpen(owners_open()))),
        ("vote-owners-ahead", view(Card::VoteOpen(owners_ahead()))),
        ("vote-old-law-again", view(Card::VoteOpen(old_law_again()))),
        ("vote-hands-result", view(Card::VoteResult(hands_result()))),
        ("vote-owners-result", view(Card::VoteResult(owners_result()))),
        ("vote-undecidable", view(Card::VoteResult(undecidable()))),
        ("vote-election", view(Card::ElectionResult(election(5)))),
        ("en-vote-owners-open", english_open()),
        ("en-vote-owners-result", english_result()),
        ("en-vote-undecidable", english_undecidable()),
        ("en-vote-election", english_election()),
    ]
}
