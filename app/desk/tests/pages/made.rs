//! Pages made by hand, with everything a procedure may put on one.

use session::contract::{
    Bar, Bars, Block, Bounds, Button, Cells, CheckItem, Checklist, ChoiceItem, Column, ColumnData, Contender,
    Contenders, Decimal, DecimalBounds, Decimals, Evidence, Field, FieldKind, Figure, Finding, Form, Measure, Notice,
    Page, Section, Table, TextBounds, Tone, Unit, Value,
};
use words::Lang;

/// A text in the language of the page.
pub(crate) fn say(lang: Lang, zh: &str, en: &str) -> String {
    if lang == Lang::En { en.to_owned() } else { zh.to_owned() }
}

pub(crate) fn section(id: &str, title: String, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title, folded: false, blocks }
}

pub(crate) fn page(headline: String, sections: Vec<Section>) -> Page {
    Page { headline, sections }
}

fn field(id: &str, label: String, kind: FieldKind, required: bool, initial: Value) -> Field {
    Field { id: id.to_owned(), label, help: String::new(), kind, required, initial, problem: None }
}

/// One field of every kind.
pub(crate) fn every_field(lang: Lang) -> Form {
    let any = Bounds { min: None, max: None };
    let options = |pairs: &[(&str, &str, &str)]| -> Vec<ChoiceItem> {
        pairs.iter().map(|(id, zh, en)| ChoiceItem { id: (*id).to_owned(), label: say(lang, zh, en) }).collect()
    };
    let ways = options(&[("low", "最低价", "Lowest price"), ("best", "综合评分", "Best overall")]);
    let parts = options(&[("pump", "水泵", "Pump"), ("pipe", "管道", "Pipe"), ("well", "井盖", "Cover")]);
    let days = Bounds { min: Some(1), max: Some(90) };
    let area = DecimalBounds { scale: 2, limits: Bounds { min: Some(0), max: Some(100_000) } };
    let fields = vec![
        field(
            "firm",
            say(lang, "供应商", "Supplier"),
            FieldKind::Text(TextBounds { lines: 1, max_chars: 20 }),
            true,
            Value::None,
        ),
        field(
            "price",
            say(lang, "报价（元）", "Price (yuan)"),
            FieldKind::Money(Bounds { min: Some(1), max: Some(500_000) }),
            true,
            Value::Money(165_000),
        ),
        field("days", say(lang, "工期（天）", "Days"), FieldKind::Integer(days), false, Value::Integer(3)),
        field("until", say(lang, "有效期到", "Valid until"), FieldKind::Day(any), false, Value::Day(20_653)),
        field("area", say(lang, "面积（㎡）", "Area (㎡)"), FieldKind::Decimal(area), false, Value::None),
        field(
            "way",
            say(lang, "比法", "How to compare"),
            FieldKind::Choice(ways),
            true,
            Value::Choice("low".to_owned()),
        ),
        field("door", say(lang, "哪一户", "Which household"), FieldKind::Household, false, Value::None),
        field("tax", say(lang, "含税", "Tax included"), FieldKind::Flag, false, Value::Flag(true)),
        field(
            "parts",
            say(lang, "包括", "Includes"),
            FieldKind::Choices(parts),
            false,
            Value::Choices(vec!["pump".to_owned()]),
        ),
        field(
            "note",
            say(lang, "说明", "Remark"),
            FieldKind::Text(TextBounds { lines: 2, max_chars: 200 }),
            false,
            Value::None,
        ),
    ];
    let submit_label = say(lang, "记下报价", "Keep the quote");
    Form { id: "quote".to_owned(), title: say(lang, "一家报价", "A quote"), fields, submit_label, closed: None }
}

fn button(id: &str, label: String, tone: Tone, closed: Option<String>) -> Button {
    Button { id: id.to_owned(), label, tone, closed }
}

/// Notice, figures, bars, contenders, buttons and a form.
pub(crate) fn comparing(lang: Lang) -> Page {
    let figure = |zh: &str, en: &str, value, note: String, tone| Figure { label: say(lang, zh, en), value, note, tone };
    let figures = vec![
        figure("最低报价（元）", "Lowest (yuan)", Value::Money(165_000), say(lang, "宏清环卫", "Hongqing"), Tone::Good),
        figure("家数", "Quotes", Value::Integer(3), say(lang, "要三家", "three needed"), Tone::Neutral),
        figure(
            "差价（%）",
            "Spread (%)",
            Value::Decimal(Decimal { units: 91, scale: 1 }),
            String::new(),
            Tone::Warning,
        ),
    ];
    let notice = Notice {
        tone: Tone::Warning,
        title: say(lang, "利民管道没报井盖", "Limin leaves out the cover"),
        text: say(
            lang,
            "缺一项就不能同别家比，请补报或划去",
            "A missing line makes it incomparable; ask for it or leave it out",
        ),
    };
    let bar = |zh: &str, en: &str, amount, tone| Bar { label: say(lang, zh, en), amount, tone };
    let bars = Bars {
        id: "prices".to_owned(),
        title: say(lang, "报价同上限比", "Prices against the ceiling"),
        unit: Unit::Money,
        items: vec![
            bar("宏清环卫", "Hongqing", 165_000, Tone::Good),
            bar("利民管道", "Limin", 172_000, Tone::Neutral),
            bar("顺达疏通", "Shunda", 180_000, Tone::Bad),
        ],
        line: Some(175_000),
    };
    let way = |id: &str, zh: &str, en: &str, note: String, excluded: Option<String>, score: i64, support| Contender {
        id: id.to_owned(),
        title: say(lang, zh, en),
        note,
        excluded,
        score: Some(Decimal { units: score, scale: 1 }),
        support,
    };
    let contenders = Contenders {
        id: "ways".to_owned(),
        title: say(lang, "三家", "Three suppliers"),
        items: vec![
            way("a", "宏清环卫", "Hongqing", say(lang, "三天完工", "done in three days"), None, 920, Some(12)),
            way("b", "利民管道", "Limin", say(lang, "五天完工", "done in five days"), None, 885, Some(7)),
            way(
                "c",
                "顺达疏通",
                "Shunda",
                String::new(),
                Some(say(lang, "超过上限 1,750.00 元", "above the ceiling of 1,750.00 yuan")),
                610,
                Some(3),
            ),
        ],
    };
    let buttons = vec![
        button("take", say(lang, "选最低的", "Take the lowest"), Tone::Good, None),
        button("again", say(lang, "重新询价", "Ask again"), Tone::Neutral, None),
        button(
            "drop",
            say(lang, "作废", "Call it off"),
            Tone::Bad,
            Some(say(lang, "已经有三家报价", "three quotes are in")),
        ),
    ];
    page(
        say(lang, "清掏化粪池选哪家？", "Who empties the septic tank?"),
        vec![
            section("sum", String::new(), vec![Block::Figures(figures), Block::Notice(notice), Block::Bars(bars)]),
            section("who", String::new(), vec![Block::Contenders(contenders), Block::Buttons(buttons)]),
        ],
    )
}

/// The form alone.
pub(crate) fn filling(lang: Lang) -> Page {
    let intro =
        Block::Text(say(lang, "每家一张，填完一家再填下一家。", "One form for each supplier, one after the other."));
    page(String::new(), vec![section("form", String::new(), vec![intro, Block::Form(every_field(lang))])])
}

/// A checklist of a site; `hash` is a photo in the file.
pub(crate) fn checking(lang: Lang, hash: Option<&str>) -> Page {
    let measure = |value, limit, at_least| Measure { unit: say(lang, "米", "m"), scale: 1, value, limit, at_least };
    let item = |id: &str, zh: &str, en: &str, finding, veto| CheckItem {
        id: id.to_owned(),
        label: say(lang, zh, en),
        basis: say(lang, "市消防规定第 12 条，2025 年 3 月", "City fire rule, article 12, March 2025"),
        finding,
        measure: None,
        veto,
        evidence_required: false,
        evidence: Vec::new(),
        note: String::new(),
        closed: None,
    };
    let evidence: Vec<Evidence> = hash
        .into_iter()
        .map(|hash| Evidence {
            hash: hash.to_owned(),
            caption: say(lang, "西墙外的燃气管", "Gas pipe at the west wall"),
        })
        .collect();
    let items = vec![
        CheckItem {
            measure: Some(measure(Some(0), Some(50), true)),
            evidence_required: true,
            evidence,
            note: say(lang, "管子就在墙外", "the pipe runs along the wall"),
            ..item("gas", "离燃气管的距离", "Distance to the gas pipe", Finding::Failed, true)
        },
        CheckItem {
            measure: Some(measure(None, Some(60), true)),
            ..item("exit", "离安全出口的距离", "Distance to the emergency exit", Finding::Open, true)
        },
        CheckItem {
            evidence_required: true, ..item("roof", "有遮雨的顶", "A roof against rain", Finding::Met, false)
        },
        CheckItem {
            closed: Some(say(lang, "不装灭火器的地方不用查", "not asked where no extinguisher is fitted")),
            ..item("tool", "灭火器够得着", "An extinguisher within reach", Finding::NotApplicable, false)
        },
    ];
    let list = Checklist { id: "west".to_owned(), title: say(lang, "西侧围墙", "West wall"), items };
    page(
        say(lang, "充电点放在哪里？", "Where does the charging point go?"),
        vec![section("list", String::new(), vec![Block::Checklist(list)])],
    )
}

fn column(id: &str, label: String, cells: Cells, total: Option<Value>) -> Column {
    Column { id: id.to_owned(), label, data: ColumnData { cells, empty: Vec::new() }, total, private: false }
}

/// A table of so many households: door, stair, area, share; every seventh is to be looked at.
pub(crate) fn sharing(lang: Lang, rows: u32, households: u32, grouped: bool) -> Page {
    let each = |row: u32| i64::from(row);
    let stair = |row: u32| say(lang, &format!("{} 单元", row % 3 + 1), &format!("stair {}", row % 3 + 1));
    let due: Vec<i64> = (0..rows).map(|row| 4_583 + each(row % 2)).collect();
    let total = due.iter().sum();
    let mut note =
        column("note", say(lang, "减免", "Relief"), Cells::Text(vec!["low income".to_owned(); rows as usize]), None);
    note.private = true;
    let columns = vec![
        column(
            "door",
            say(lang, "房号", "Door"),
            Cells::Household((0..rows).map(|row| row % households).collect()),
            None,
        ),
        column("stair", say(lang, "单元", "Stair"), Cells::Text((0..rows).map(stair).collect()), None),
        column(
            "area",
            say(lang, "面积（㎡）", "Area (㎡)"),
            Cells::Decimal(Decimals { scale: 2, units: (0..rows).map(|row| 5_000 + each(row * 37 % 4_000)).collect() }),
            None,
        ),
        note,
        column("due", say(lang, "应分（元）", "Due (yuan)"), Cells::Money(due), Some(Value::Money(total))),
    ];
    let tones = (0..rows).map(|row| if row % 7 == 3 { Tone::Warning } else { Tone::Neutral }).collect();
    let table = Table {
        id: "shares".to_owned(),
        title: String::new(),
        rows,
        columns,
        row_tones: tones,
        sort_by: None,
        descending: false,
        group_by: grouped.then(|| "stair".to_owned()),
        row_action: Some(button("why", say(lang, "怎么算的", "How so"), Tone::Neutral, None)),
    };
    page(
        say(lang, "清掏费每户多少？", "Who pays how much?"),
        vec![section("shares", say(lang, "分摊清册", "Shares"), vec![Block::Table(table)])],
    )
}
