//! Who pays, as the session publishes it: the cost behind the sides, one door's due, two versions of a sheet.

use session::audience::*;

use super::story::{self, head, view};

fn s(text: &str) -> String {
    text.to_owned()
}

fn column(label: &str, number: bool) -> ColumnText {
    ColumnText { label: s(label), number }
}

fn row(cells: &[&str]) -> RowText {
    RowText { cells: cells.iter().map(|cell| s(cell)).collect(), ..RowText::default() }
}

/// The septic tank's vote with what each side would pay.
fn costs() -> VoteResultCard {
    let table = TableText {
        title: String::new(),
        columns: vec![
            column("各方应出的钱", false),
            column("人数", true),
            column("面积（㎡）", true),
            column("应出（元）", true),
        ],
        rows: vec![
            row(&["赞成", "26", "1,647.54", "1,191.75"]),
            row(&["反对", "3", "197.31", "137.50"]),
            row(&["弃权", "2", "115.91", "91.67"]),
            row(&["没表态", "", "", "229.08"]),
        ],
        total: Some(vec![s("合计"), s(""), s(""), s("1,650.00")]),
    };
    let parts = [(Side::Yes, 119_175), (Side::No, 13_750), (Side::Abstain, 9_167)];
    let parts = parts.map(|(side, amount)| BarPart { side: Some(side), amount }).to_vec();
    let bar = MeasureBar { all: 165_000, parts, lines: vec![] };
    let note = s("谁同意谁出：赞成的 26 户分摊时，最高一户 63.47 元");
    VoteResultCard { costs: Some(CostSides { table, bar, note }), ..story::result_passed() }
}

fn due() -> DueCard {
    DueCard {
        head: head("第 3 项", "我家要出多少", ""),
        door: s("1-3-301"),
        label: s("应出"),
        amount: s("45.83"),
        unit: s("元"),
        rule: s("1,650 元由 36 户平均分；\n除不尽的 12 分，前 12 户各多 1 分。"),
        notes: vec![s("一共 1,650.00 元，36 户分摊")],
        parts: vec![],
    }
}

/// The lift's due in three parts, the longest door and amount.
fn long_due() -> DueCard {
    let part = |what: &str, amount: &str| CostRow { door: s(what), amount: s(amount) };
    DueCard {
        door: s("锦绣花园三期12幢2单元1802"),
        amount: s("110,605.61"),
        rule: s("按楼层系数乘面积分摊，系数由三楼起每层加一成，一、二楼不出；加装电梯工程款减去补贴"),
        notes: vec![s("一共 480,000.00 元，14 户分摊"), s("谁同意谁出：现在 12 户同意，这一户出 128,040.12 元")],
        parts: vec![
            part("签合同时付", "33,181.68 元"),
            part("设备到场、监理验收合格以后付", "55,302.81 元"),
            part("通过验收", "22,121.12 元"),
        ],
        ..due()
    }
}

fn compared(count: usize) -> CompareCard {
    let group = |what: &str, households: &str, sum: &str| CompareGroup {
        what: s(what),
        households: s(households),
        sum: s(sum),
    };
    CompareCard {
        head: head("第 3 项", "两个方案比一比", ""),
        before: s("原方案：1,650 元由 36 户平均分"),
        after: s("新方案：1,650 元按专有部分面积分"),
        groups: vec![
            group("少出", "20 户", "共 83.20 元"),
            group("多出", "16 户", "共 83.20 元"),
            group("不变", "0 户", ""),
        ],
        rows: TableText {
            columns: vec![
                column("房号", false),
                column("原来（元）", true),
                column("现在（元）", true),
                column("相差（元）", true),
            ],
            rows: (1..=count)
                .map(|n| row(&[format!("1-{}-{n:03}", n % 3 + 1).as_str(), "45.84", "41.20", "−4.64"]))
                .collect(),
            ..TableText::default()
        },
    }
}

/// With their pictures.
pub(crate) fn cards() -> Vec<(&'static str, AudienceView)> {
    let page = |view: AudienceView, page: usize| AudienceView { page, ..view };
    vec![
        ("screen-payers-sides", page(view(Card::VoteResult(costs())), 1)),
        ("screen-payers-due", view(Card::Due(due()))),
        ("screen-payers-due-long", view(Card::Due(long_due()))),
        ("screen-payers-compare", view(Card::Compare(compared(36)))),
        ("screen-payers-compare-2", page(view(Card::Compare(compared(36))), 1)),
    ]
}

/// All that must keep the rules of every card.
pub(crate) fn views() -> Vec<(&'static str, AudienceView)> {
    vec![
        ("payers-sides", view(Card::VoteResult(costs()))),
        ("payers-due", view(Card::Due(due()))),
        ("payers-due-long", view(Card::Due(long_due()))),
        ("payers-compare", view(Card::Compare(compared(36)))),
        ("payers-compare-huge", view(Card::Compare(compared(2000)))),
    ]
}
