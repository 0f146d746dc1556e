//! Why something is refused, and the sentence for it in both languages.

use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::item::LABEL_CHARS;
use crate::words;

/// Why something is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    UnknownDeed,
    NoLabel,
    LabelTwice(String),
    Number,
    Weight,
    Kind(String),
    Direction(String),
    LimitAlone,
    VetoWithoutBasis,
    /// A table of criteria, and no row of it applies.
    NoPlace,
    TooMany(usize),
    NoItem,
    NotMeasured {
        key: String,
        label: String,
    },
    NoReason {
        key: String,
        label: String,
    },
    NoHousehold,
    NoGrade,
    Slips,
    /// A row of a table cannot be used, with the reason; the row of the headings is the first.
    Row(&'static str, usize, Box<Refusal>),
    SatisfactionLeast,
    ScoreLeast,
    Nothing,
    /// These items nobody has looked at.
    Open(Vec<String>),
    /// These items are met without photo or reason.
    Unshown(Vec<String>),
    NobodyAsked,
}

impl Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::UnknownDeed => "unknown-action",
            Refusal::NoLabel => "no-label",
            Refusal::LabelTwice(_) => "label-twice",
            Refusal::Number => "bad-number",
            Refusal::Weight => "bad-weight",
            Refusal::Kind(_) => "bad-kind",
            Refusal::Direction(_) => "bad-direction",
            Refusal::LimitAlone => "limit-alone",
            Refusal::VetoWithoutBasis => "veto-without-basis",
            Refusal::NoPlace => "no-place",
            Refusal::TooMany(_) => "too-many",
            Refusal::NoItem => "no-such-item",
            Refusal::NotMeasured { .. } => "not-measured",
            Refusal::NoReason { .. } => "no-reason",
            Refusal::NoHousehold => "no-household",
            Refusal::NoGrade => "no-grade",
            Refusal::Slips => "bad-slips",
            Refusal::Row(_, _, why) => why.code(),
            Refusal::SatisfactionLeast => "bad-satisfaction-least",
            Refusal::ScoreLeast => "bad-score-least",
            Refusal::Nothing => "nothing-planned",
            Refusal::Open(_) => "open-items",
            Refusal::Unshown(_) => "no-evidence",
            Refusal::NobodyAsked => "nobody-asked",
        }
    }

    /// The field or item it stands beside.
    fn at(&self) -> Option<&str> {
        Some(match self {
            Refusal::NoLabel | Refusal::LabelTwice(_) => "item",
            Refusal::Number => "quantity",
            Refusal::Weight => "weight",
            Refusal::VetoWithoutBasis => "basis",
            Refusal::NoPlace => "place",
            Refusal::NotMeasured { key, .. } | Refusal::NoReason { key, .. } => key,
            Refusal::NoHousehold => "household",
            Refusal::NoGrade => "grade",
            Refusal::Slips => "very",
            Refusal::Row(table, ..) => table,
            Refusal::SatisfactionLeast => "satisfaction-least",
            Refusal::ScoreLeast => "score-least",
            Refusal::Unshown(_) => "reason",
            _ => return None,
        })
    }

    pub(crate) fn fault(&self, lang: Lang) -> Fault {
        fault(self.code(), self.sentence(lang), self.at().map(str::to_owned))
    }

    pub(crate) fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::ZhCn => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        let few = |labels: &[String]| words::few(labels, Lang::ZhCn);
        match self {
            Refusal::UnknownDeed => "验收没有这个操作，请按页面上的清单和表格来".to_owned(),
            Refusal::NoLabel => format!("请写项目名称，最多 {LABEL_CHARS} 个字"),
            Refusal::LabelTwice(label) => format!("清单里已经有“{label}”，请换一个名称"),
            Refusal::Number => "数量要大于 0，允许偏差不能是负数；写了偏差就要写数量".to_owned(),
            Refusal::Weight => "权重要在 0 到 1000000 之间".to_owned(),
            Refusal::Kind(kind) => format!("类别“{kind}”看不懂；写 否决、评分 或 说明，一般的检查项空着"),
            Refusal::Direction(direction) => format!("“{direction}”看不懂；写 至少 或 至多"),
            Refusal::LimitAlone => "限值和“至少或至多”要么都写，要么都空".to_owned(),
            Refusal::VetoWithoutBasis => "否决项要写依据：文件、条款".to_owned(),
            Refusal::NoPlace => "检查标准表里没有一条适用；请写明按哪个地方的规定检查".to_owned(),
            Refusal::TooMany(most) => format!("清单最多 {most} 项，请分几次验收"),
            Refusal::NoItem => "清单里没有这一项".to_owned(),
            Refusal::NotMeasured { label, .. } => format!("“{label}”要填实测的数，不能只打勾"),
            Refusal::NoReason { label, .. } => format!("“{label}”不适用，请在备注里写明原因"),
            Refusal::NoHousehold => "请选是哪一户".to_owned(),
            Refusal::NoGrade => "请选满意程度".to_owned(),
            Refusal::Slips => "问卷份数要是 0 到 1000000 之间的整数".to_owned(),
            Refusal::Row(table, row, why) => {
                let table = if *table == "plan" { "计划表" } else { "检查标准表" };
                format!("{table}第 {row} 行用不了：{}", why.chinese())
            }
            Refusal::SatisfactionLeast => "满意率写成 80% 或 4/5，在 0 到 100% 之间".to_owned(),
            Refusal::ScoreLeast => "检查得分要在 0 到 100 之间".to_owned(),
            Refusal::Nothing => "清单是空的：请带入计划表或检查标准表，或在页面上加项目".to_owned(),
            Refusal::Open(labels) => format!("还有 {} 项待查：{}；待查不等于通过", labels.len(), few(labels)),
            Refusal::Unshown(labels) => format!("{}没有完工照片；请附照片，或写明没有照片的原因", few(labels)),
            Refusal::NobodyAsked => "还没有问过满意不满意；请先登记回答".to_owned(),
        }
    }

    fn english(&self) -> String {
        let few = |labels: &[String]| words::few(labels, Lang::En);
        match self {
            Refusal::UnknownDeed => "There is no such action here: use the lists and forms of the page".to_owned(),
            Refusal::NoLabel => format!("Name the item, in at most {LABEL_CHARS} characters"),
            Refusal::LabelTwice(label) => format!("“{label}” stands in the list already: choose another name"),
            Refusal::Number => {
                "A quantity is more than 0, a tolerance is not negative, and a tolerance needs a quantity".to_owned()
            }
            Refusal::Weight => "A weight is 0 to 1000000".to_owned(),
            Refusal::Kind(kind) => {
                format!("The kind “{kind}” is not understood: write veto, score or info, or leave it empty")
            }
            Refusal::Direction(direction) => {
                format!("“{direction}” is not understood: write at least, or at most")
            }
            Refusal::LimitAlone => "Limit and direction stand together or not at all".to_owned(),
            Refusal::VetoWithoutBasis => "A veto names the rule it rests on".to_owned(),
            Refusal::NoPlace => {
                "No row of the table of criteria applies: say the rules of which place count".to_owned()
            }
            Refusal::TooMany(most) => format!("A list has at most {most} items: accept in several parts"),
            Refusal::NoItem => "The list has no such item".to_owned(),
            Refusal::NotMeasured { label, .. } => format!("“{label}” wants the measured number, not a tick alone"),
            Refusal::NoReason { label, .. } => format!("“{label}” does not apply: write down why in its note"),
            Refusal::NoHousehold => "Choose the household".to_owned(),
            Refusal::NoGrade => "Choose how satisfied they are".to_owned(),
            Refusal::Slips => "Numbers of slips are whole, 0 to 1000000".to_owned(),
            Refusal::Row(table, row, why) => {
                format!("Row {row} of the table {table} cannot be used: {}", why.english())
            }
            Refusal::SatisfactionLeast => "Write the share as 80% or 4/5, from 0 to 100%".to_owned(),
            Refusal::ScoreLeast => "The score is 0 to 100".to_owned(),
            Refusal::Nothing => {
                "The list is empty: hand in a plan or a table of criteria, or add items on the page".to_owned()
            }
            Refusal::Open(labels) => {
                format!("{} items are still to be looked at: {}; open is no pass", labels.len(), few(labels))
            }
            Refusal::Unshown(labels) => {
                format!("No photo of the work done: {}. Add one, or write down why there is none", few(labels))
            }
            Refusal::NobodyAsked => "Nobody was asked whether they are satisfied: record the answers first".to_owned(),
        }
    }
}
