//! The two forms of the desk's page: the bill and its method, and what few bills need.

use fangzhuo_sdk::Answers;
use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::Rounding;
use fangzhuo_sdk::page::{field, options};
use fangzhuo_sdk::ui::{Bounds, Field, FieldKind, Form, TextBounds};
use fangzhuo_sdk::values::Value;

use crate::method::Method;
use crate::plan::{Bearer, Plan};

/// The bill.
pub(crate) const BILL: &str = "plan";
/// What few bills need.
pub(crate) const MORE: &str = "more";

/// Characters of a line people type.
const LINE: u32 = 600;

pub(crate) fn bill(plan: &Plan, lang: Lang) -> Form {
    let methods = Method::ALL.into_iter().filter(|method| !method.needs_basis() || plan.basis.is_some());
    let methods = options(methods.map(|method| (method.key(), method.label(lang))));
    let roundings = options([
        (Rounding::Fen.name(), lang.pick("分到分", "To the fen")),
        (Rounding::Yuan.name(), lang.pick("分到元", "To the yuan")),
        (Rounding::YuanUp.name(), lang.pick("进整到元", "Up to the yuan")),
    ]);
    let money = |min| FieldKind::Money(Bounds { min: Some(min), max: None });
    let amount = plan.amount.map_or(Value::None, |fen| Value::Money(fen.0));
    let chosen = |key: &str| Value::Choice(key.to_owned());
    let fields = vec![
        field("method", lang.pick("办法", "Method"), methods, chosen(plan.method.key())),
        field("amount", lang.pick("总额（元）", "Amount (yuan)"), money(1), amount),
        field("subsidy", lang.pick("补贴（元）", "Subsidy (yuan)"), money(0), Value::Money(plan.subsidy.0)),
        field("rounding", lang.pick("零头", "Rounding"), roundings, chosen(plan.rounding.name())),
    ];
    Form { id: BILL.to_owned(), title: String::new(), fields, submit_label: submit(lang), closed: None }
}

pub(crate) fn more(plan: &Plan, answers: &Answers, lang: Lang) -> Form {
    let line = |id: &str, label: &str, help: &str| {
        let initial = match answers.get(id) {
            Some(Value::Text(text)) => Value::Text(text.clone()),
            _ => Value::Text(String::new()),
        };
        let kind = FieldKind::Text(TextBounds { lines: 1, max_chars: LINE });
        Field { required: false, help: help.to_owned(), ..field(id, label, kind, initial) }
    };
    let mut fields = vec![
        line(
            "funding",
            lang.pick("其他来源的钱", "Money from elsewhere"),
            lang.pick("如：街道补贴 80000；业主捐款 5000", "Such as: street grant 80000; gifts 5000"),
        ),
        line("instalments", lang.pick("分期", "Instalments"), lang.pick("如 30/50/20", "Such as 30/50/20")),
        line(
            "household-part",
            lang.pick("混合时按户的部分", "Part by household, when mixed"),
            lang.pick("如 1/2", "Such as 1/2"),
        ),
        line(
            "coefficients",
            lang.pick("各层的系数", "Coefficients of the floors"),
            lang.pick("如：1-2=0；3=0.7；4=0.8；不写就按楼层减一", "Such as: 1-2=0; 3=0.7; 4=0.8; else floor − 1"),
        ),
        line(
            "basis-source",
            lang.pick("系数、档或份额的出处", "Where these figures come from"),
            lang.pick("写文件名、条款和日期", "Document, clause and date"),
        ),
    ];
    if let Some(relief) = &plan.relief {
        let bearers = options([
            ("redistribute", lang.pick("其余各户", "The other households")),
            ("source", lang.pick("指定来源", "A named source")),
        ]);
        let chosen = match relief.bearer {
            Bearer::Open => Value::None,
            Bearer::Others => Value::Choice("redistribute".to_owned()),
            Bearer::Source(_) => Value::Choice("source".to_owned()),
        };
        fields.push(field("relief-mode", lang.pick("减免由谁承担", "Who bears the relief"), bearers, chosen));
        fields.push(line(
            "relief-source",
            lang.pick("指定的来源", "The named source"),
            lang.pick("如：公共收益、共建单位", "Such as: common income, a partner"),
        ));
    }
    Form { id: MORE.to_owned(), title: String::new(), fields, submit_label: submit(lang), closed: None }
}

fn submit(lang: Lang) -> String {
    lang.pick("重算", "Compute").to_owned()
}
