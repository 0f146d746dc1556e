//! The forms of the desk's page.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{field, options};
use fangzhuo_sdk::ui::{Bounds, ChoiceItem, DecimalBounds, Field, FieldKind, Form, TextBounds};
use fangzhuo_sdk::values::{Decimal, Value};

use crate::plan::{MOST_FEN, Method, Plan, TieRule};
use crate::quote::{Quote, line_key, points_key};
use crate::state::{State, form};
use crate::typed::{MOST_POINTS, PERCENT_SCALE, WHOLE};
use crate::words;

/// Characters of a line people type.
const LINE: u32 = 200;
/// Characters of the scope sheet in one field.
const SHEET: u32 = 2_000;

fn form(id: &str, title: &str, fields: Vec<Field>, submit: &str) -> Form {
    Form { id: id.to_owned(), title: title.to_owned(), fields, submit_label: submit.to_owned(), closed: None }
}

fn text(lines: u32, max_chars: u32) -> FieldKind {
    FieldKind::Text(TextBounds { lines, max_chars })
}

/// A field that may stay empty, with a word of help.
fn free(help: &str, field: Field) -> Field {
    Field { required: false, help: help.to_owned(), ..field }
}

fn money(min: i64, max: i64) -> FieldKind {
    FieldKind::Money(Bounds { min: Some(min), max: Some(max) })
}

fn whole(max: i64) -> FieldKind {
    FieldKind::Integer(Bounds { min: Some(0), max: Some(max) })
}

fn filled(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// What is fixed before the first quote.
pub(crate) fn plan(state: &State, lang: Lang) -> Form {
    let plan = &state.plan;
    let works: Vec<&str> = plan.scope.iter().map(|line| line.work.as_str()).collect();
    let (is_composite, price) = match &plan.method {
        Method::Lowest => (false, WHOLE / 2),
        Method::Composite { price, .. } => (true, *price),
    };
    let criteria: Vec<String> =
        plan.criteria().iter().map(|item| format!("{} {}", item.label, words::percent(item.weight))).collect();
    let methods = options([
        ("lowest", lang.pick("可比价最低", "Lowest comparable price")),
        ("composite", lang.pick("综合评分", "Composite score")),
    ]);
    let ties = options([
        ("start", lang.pick("开工早的优先", "The earlier start")),
        ("ask", lang.pick("由会议定", "The meeting")),
    ]);
    let chosen = |key: &str| Value::Choice(key.to_owned());
    let percent =
        FieldKind::Decimal(DecimalBounds { scale: PERCENT_SCALE, limits: Bounds { min: Some(0), max: Some(WHOLE) } });
    let fields = vec![
        free(
            lang.pick("一行一项，各家都照它报", "One a line; all quote for these"),
            field("scope", lang.pick("工作清单", "List of work"), text(6, SHEET), filled(&works.join("\n"))),
        ),
        field(
            "method",
            lang.pick("怎么选", "How to choose"),
            methods,
            chosen(if is_composite { "composite" } else { "lowest" }),
        ),
        free(
            lang.pick("只用于综合评分", "For a composite score"),
            field(
                "price-weight",
                lang.pick("价格占（%）", "Weight of the price (%)"),
                percent,
                Value::Decimal(Decimal { units: price, scale: PERCENT_SCALE }),
            ),
        ),
        free(
            lang.pick("如：工期 30；保修 20，和价格合起来 100", "Such as: time 30; warranty 20; 100 with the price"),
            field("criteria", lang.pick("其他评分项", "Other criteria"), text(1, SHEET), filled(&criteria.join("；"))),
        ),
        free(
            "",
            field(
                "ceiling",
                lang.pick("最高限价（元）", "Ceiling (yuan)"),
                money(1, MOST_FEN),
                plan.ceiling.map_or(Value::None, Value::Money),
            ),
        ),
        field(
            "low-percent",
            lang.pick("低于百分之几要说明", "To be explained below (%)"),
            whole(100),
            Value::Integer(plan.low),
        ),
        field(
            "tie",
            lang.pick("并列时", "At a tie"),
            ties,
            chosen(if plan.tie == TieRule::Ask { "ask" } else { "start" }),
        ),
    ];
    form(form::PLAN, "", fields, lang.pick("定下办法", "Fix the rule"))
}

/// A new quote, or the open one.
pub(crate) fn quote(state: &State, lang: Lang) -> Form {
    let open = state.opened();
    let blank = Quote::default();
    let old = open.unwrap_or(&blank);
    let mut fields = vec![
        field("supplier", lang.pick("报价单位", "Supplier"), text(1, LINE), filled(&old.supplier)),
        field(
            "price",
            lang.pick("报价（元）", "Quote (yuan)"),
            money(1, MOST_FEN),
            open.map_or(Value::None, |old| Value::Money(old.price)),
        ),
    ];
    if !state.plan.scope.is_empty() {
        let lines = (0_u32..).zip(&state.plan.scope);
        let item =
            |(line, text): (u32, &crate::plan::Line)| ChoiceItem { id: line_key(line), label: text.work.clone() };
        let ticked = old.missing.iter().map(|missing| line_key(missing.line)).collect();
        let label = lang.pick("缺哪几项", "What it leaves out");
        let kind = FieldKind::Choices(lines.map(item).collect());
        fields.push(free(
            lang.pick("对着工作清单勾；都有就不勾", "Held against the list; tick none if all are in"),
            field("missing", label, kind, Value::Choices(ticked)),
        ));
    }
    for (at, item) in state.plan.criteria().iter().enumerate() {
        let points = old.points.get(at).copied().flatten().map_or(Value::None, Value::Integer);
        let label = match lang {
            Lang::ZhCn => format!("{}评分（0–100）", item.label),
            Lang::En => format!("Points for {} (0–100)", item.label),
        };
        fields.push(free("", field(&points_key(at + 1), &label, whole(MOST_POINTS), points)));
    }
    let day = FieldKind::Day(Bounds { min: None, max: None });
    fields.extend([
        free("", field("start", lang.pick("开工日期", "Start"), day, old.start.map_or(Value::None, Value::Day))),
        free(
            lang.pick("谁、哪天、电话还是书面", "Who asked, when, by phone or on paper"),
            field("asked", lang.pick("询价记录", "How it was asked"), text(1, LINE), filled(&old.asked)),
        ),
        free(
            "",
            field(
                "conflict",
                lang.pick("有利害关系", "Conflict of interest"),
                FieldKind::Flag,
                Value::Flag(old.conflict.is_some()),
            ),
        ),
        free(
            lang.pick("有才填：是谁、什么关系、怎么回避", "Where there is one: who, how, and how they keep out"),
            field(
                "conflict-who",
                lang.pick("利害关系说明", "Who and how"),
                text(1, LINE),
                filled(old.conflict.as_deref().unwrap_or_default()),
            ),
        ),
        free(
            lang.pick("价格明显偏低时，对方怎么说", "Where it is unusually low: what the supplier says"),
            field("explanation", lang.pick("低价说明", "Why so low"), text(2, LINE), filled(&old.explanation)),
        ),
    ]);
    let title = match open {
        Some(quote) => match lang {
            Lang::ZhCn => format!("更正：{}", quote.supplier),
            Lang::En => format!("Correct: {}", quote.supplier),
        },
        None => lang.pick("记一家报价", "Enter a quote").to_owned(),
    };
    form(form::QUOTE, &title, fields, lang.pick("记下", "Enter"))
}

/// Amounts of the lines the open quote leaves out.
pub(crate) fn missing(quote: &Quote, plan: &Plan, lang: Lang) -> Form {
    let amount = |missing: &crate::quote::Missing| {
        let label = match lang {
            Lang::ZhCn => format!("{}（元）", plan.work(missing.line)),
            Lang::En => format!("{} (yuan)", plan.work(missing.line)),
        };
        let initial = missing.amount.map_or(Value::None, Value::Money);
        free("", field(&line_key(missing.line), &label, money(0, MOST_FEN), initial))
    };
    let mut fields: Vec<Field> = quote.missing.iter().map(amount).collect();
    fields.push(free(
        lang.pick("如：对方补报，7 月 12 日电话", "Such as: said by the supplier on the phone, 12 July"),
        field("basis", lang.pick("补算的依据", "What it rests on"), text(1, LINE), filled(&quote.basis)),
    ));
    let title = match lang {
        Lang::ZhCn => format!("{}的缺项要加多少钱", quote.supplier),
        Lang::En => format!("What {} leaves out costs on top", quote.supplier),
    };
    form(form::MISSING, &title, fields, lang.pick("补算", "Add"))
}

/// Why there are fewer than three.
pub(crate) fn few(state: &State, lang: Lang) -> Form {
    let reason = field("reason", lang.pick("原因", "Reason"), text(2, LINE), filled(&state.few_reason));
    let help = lang.pick("如：问了四家，只有两家愿意来", "Such as: four were asked, two would come");
    let title = lang.pick("不足三家的原因", "Why fewer than three");
    form(form::FEW, title, vec![free(help, reason)], lang.pick("写明", "State it"))
}

/// Second prices of the tied.
pub(crate) fn round(state: &State, tied: &[usize], lang: Lang) -> Form {
    let price = |at: &usize| {
        let quote = &state.quotes[*at];
        let label = match lang {
            Lang::ZhCn => format!("{}（元）", quote.supplier),
            Lang::En => format!("{} (yuan)", quote.supplier),
        };
        field(&quote.key(), &label, money(1, quote.price), Value::None)
    };
    let title = lang.pick("二次报价：只问并列的几家", "Second round: only the tied");
    form(form::ROUND, title, tied.iter().map(price).collect(), lang.pick("记下二次报价", "Enter second prices"))
}

/// A lot or a decision.
pub(crate) fn tie(state: &State, tied: &[usize], lang: Lang) -> Form {
    let item = |at: &usize| ChoiceItem { id: state.quotes[*at].key(), label: state.quotes[*at].supplier.clone() };
    let hows = options([
        ("lot", lang.pick("抽签", "A lot was drawn")),
        ("decision", lang.pick("议定", "The meeting decided")),
    ]);
    let account = field("account", lang.pick("经过或理由", "How it went, or why"), text(2, LINE), filled(""));
    let help = lang.pick("谁抽的签、谁在场；或议定的理由", "Who drew before whom; or the reason");
    let fields = vec![
        field("how", lang.pick("怎么定的", "How"), hows, Value::None),
        field(
            "chosen",
            lang.pick("定了哪家", "Which"),
            FieldKind::Choice(tied.iter().map(item).collect()),
            Value::None,
        ),
        Field { help: help.to_owned(), ..account },
    ];
    form(form::TIE, lang.pick("并列，抽签或议定", "Tied: by lot or decision"), fields, lang.pick("记下", "Enter"))
}

/// None is chosen.
pub(crate) fn again(state: &State, lang: Lang) -> Form {
    let old = state.again.as_deref().unwrap_or_default();
    let reason = field("reason", lang.pick("原因", "Reason"), text(2, LINE), filled(old));
    let help = lang.pick("清空再提交就是撤回", "Emptied and sent again, it is withdrawn");
    let title = lang.pick("都不选，重新询价", "Choose none and ask again");
    form(form::AGAIN, title, vec![free(help, reason)], lang.pick("都不选", "Choose none"))
}
