//! Why something is refused, and the sentence for it in both languages.

use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::board::ORDER_PLACES;
use crate::offer::{MOST_PLACES, NAME_CHARS};

/// Why something is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    UnknownDeed,
    NoName,
    NameTwice,
    Teacher,
    /// The teacher gives the other offer at that hour.
    TeacherBusy {
        teacher: String,
        other: String,
    },
    Hours,
    NoDay,
    Least,
    Most,
    NoOffer,
    Places,
    OrderedTwice,
    Closed,
    NoOrder,
    TooMany(usize),
    /// A row of a table cannot be used, with the reason; the row of the headings is the first.
    Row(&'static str, usize, Box<Refusal>),
    Rolled,
    OtherRoll,
    NoOffers,
    NoOrders,
}

impl Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::UnknownDeed => "unknown-action",
            Refusal::NoName => "no-name",
            Refusal::NameTwice => "name-twice",
            Refusal::Teacher => "teacher-too-long",
            Refusal::TeacherBusy { .. } => "teacher-busy",
            Refusal::Hours => "bad-hours",
            Refusal::NoDay => "no-day",
            Refusal::Least => "bad-least",
            Refusal::Most => "bad-most",
            Refusal::NoOffer => "no-such-offer",
            Refusal::Places => "bad-places",
            Refusal::OrderedTwice => "ordered-twice",
            Refusal::Closed => "closed",
            Refusal::NoOrder => "no-such-order",
            Refusal::TooMany(_) => "too-many",
            Refusal::Row(_, _, why) => why.code(),
            Refusal::Rolled => "rolled-over-unreadable",
            Refusal::OtherRoll => "another-roll",
            Refusal::NoOffers => "no-offers",
            Refusal::NoOrders => "no-orders",
        }
    }

    /// The field it stands beside.
    fn at(&self) -> Option<&'static str> {
        Some(match self {
            Refusal::NoName | Refusal::NameTwice | Refusal::NoOffer => "offer",
            Refusal::Teacher | Refusal::TeacherBusy { .. } => "teacher",
            Refusal::Hours => "hours",
            Refusal::NoDay => "day",
            Refusal::Least => "least",
            Refusal::Most => "most",
            Refusal::Places => "places",
            Refusal::OrderedTwice => "household",
            Refusal::Row(table, ..) => table,
            Refusal::Rolled | Refusal::OtherRoll => "rolled-over",
            _ => return None,
        })
    }

    pub(crate) fn fault(&self, lang: Lang) -> Fault {
        fault(self.code(), self.sentence(lang), self.at().map(str::to_owned))
    }

    fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::ZhCn => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Refusal::UnknownDeed => "点课点单没有这个操作，请按页面上的按钮和表格来".to_owned(),
            Refusal::NoName => format!("请写课程或服务的名称，最多 {NAME_CHARS} 个字"),
            Refusal::NameTwice => "已经有同名的课程或服务，请换一个名称".to_owned(),
            Refusal::Teacher => format!("老师或服务方最多写 {NAME_CHARS} 个字，写代号或单位"),
            Refusal::TeacherBusy { teacher, other } => {
                format!("{teacher}这个时间已安排“{other}”，一位老师同一时间只能上一门；请换时间或换老师")
            }
            Refusal::Hours => "时间要写成 14:00-15:30 这样，结束在开始之后".to_owned(),
            Refusal::NoDay => "写了时间就要写日期".to_owned(),
            Refusal::Least => format!("最少人数要在 1 到 {MOST_PLACES} 之间"),
            Refusal::Most => format!("最多人数不能少于最少人数，也不能超过 {MOST_PLACES}；不限就空着"),
            Refusal::NoOffer => "没有这门课程或服务，请重新选".to_owned(),
            Refusal::Places => format!("人数要在 1 到 {ORDER_PLACES} 之间"),
            Refusal::OrderedTwice => "这一户已经点过这一门；要改人数，请先取消再点".to_owned(),
            Refusal::Closed => "点单已经截止".to_owned(),
            Refusal::NoOrder => "没有这条点单，请重新选".to_owned(),
            Refusal::TooMany(most) => format!("最多 {most} 条，请分几次办"),
            Refusal::Row(table, row, why) => {
                let table = if *table == "orders" { "点单表" } else { "课程表" };
                format!("{table}第 {row} 行用不了：{}", why.chinese())
            }
            Refusal::Rolled => "上一期转来的课读不出来；请用课程表和点单表带入".to_owned(),
            Refusal::OtherRoll => "名册和上一期不一样了，按顺序转来的报名可能对错门；请用点单表带入".to_owned(),
            Refusal::NoOffers => "还没有课程或服务可点".to_owned(),
            Refusal::NoOrders => "还没有人点单，没有可以记入纪要的".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Refusal::UnknownDeed => "There is no such action here: use the buttons and forms of the page".to_owned(),
            Refusal::NoName => format!("Name what is offered, in at most {NAME_CHARS} characters"),
            Refusal::NameTwice => "Something of this name is offered already: choose another name".to_owned(),
            Refusal::Teacher => format!("Teacher or provider have at most {NAME_CHARS} characters"),
            Refusal::TeacherBusy { teacher, other } => format!(
                "{teacher} gives “{other}” at that time, and nobody can be at two places: change the time or the teacher"
            ),
            Refusal::Hours => "Write the hours as 14:00-15:30, the end after the beginning".to_owned(),
            Refusal::NoDay => "Hours need a day".to_owned(),
            Refusal::Least => format!("The least number is 1 to {MOST_PLACES}"),
            Refusal::Most => format!("The most is not below the least nor above {MOST_PLACES}; leave it empty for all"),
            Refusal::NoOffer => "There is no such offer: choose again".to_owned(),
            Refusal::Places => format!("An order has 1 to {ORDER_PLACES} places"),
            Refusal::OrderedTwice => {
                "This household has ordered it already: cancel that order first to change the places".to_owned()
            }
            Refusal::Closed => "No more orders are taken".to_owned(),
            Refusal::NoOrder => "There is no such order: choose again".to_owned(),
            Refusal::TooMany(most) => format!("There can be at most {most}"),
            Refusal::Row(table, row, why) => {
                format!("Row {row} of the table {table} cannot be used: {}", why.english())
            }
            Refusal::Rolled => {
                "What rolled over cannot be read: hand in the tables of offers and orders instead".to_owned()
            }
            Refusal::OtherRoll => {
                "The roll is not the one of the round before, so orders might stand at the wrong door: hand in the table \
                 of orders instead"
                    .to_owned()
            }
            Refusal::NoOffers => "Nothing is offered yet".to_owned(),
            Refusal::NoOrders => "Nobody has ordered anything: there is nothing for the minutes".to_owned(),
        }
    }
}
