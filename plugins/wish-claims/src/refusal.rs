//! Why something is refused, and the sentence for it in both languages.

use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, fault};

use crate::post::{DUTY_CHARS, MOST_SEATS, POST_CHARS};
use crate::wish::{LABEL_CHARS, MOST_PARTS, Standing, WISH_CHARS};
use crate::words;

/// Why something is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    UnknownDeed,
    NoWish,
    LongWish,
    Parts,
    WishTwice,
    NoSuchWish,
    NotNow(Standing),
    NothingToPublish,
    NothingToRoll,
    NoLabel,
    ClaimedTwice,
    /// All parts are in these hands.
    Taken {
        wish: String,
        parts: u32,
        by: Vec<String>,
    },
    NoClaim,
    NoPost,
    Seats,
    PostTwice,
    NoSuchPost,
    AppliedTwice,
    NoApplicant,
    NotSeated,
    Hours,
    TooMany(usize),
    LapseDays,
    Round,
    /// The text of the rolled-over wishes cannot be read.
    Rolled,
    /// It speaks of another roll.
    OtherRoll,
    /// A row of a table cannot be used; the row of the headings is the first.
    Row(&'static str, usize),
    Nothing,
}

impl Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::UnknownDeed => "unknown-action",
            Refusal::NoWish => "no-wish",
            Refusal::LongWish => "wish-too-long",
            Refusal::Parts => "bad-parts",
            Refusal::WishTwice => "wish-twice",
            Refusal::NoSuchWish => "no-such-wish",
            Refusal::NotNow(_) => "not-now",
            Refusal::NothingToPublish => "nothing-to-publish",
            Refusal::NothingToRoll => "nothing-to-roll",
            Refusal::NoLabel => "no-label",
            Refusal::ClaimedTwice => "claimed-twice",
            Refusal::Taken { .. } => "taken",
            Refusal::NoClaim => "no-claim",
            Refusal::NoPost => "no-post",
            Refusal::Seats => "bad-seats",
            Refusal::PostTwice => "post-twice",
            Refusal::NoSuchPost => "no-such-post",
            Refusal::AppliedTwice => "applied-twice",
            Refusal::NoApplicant => "no-applicant",
            Refusal::NotSeated => "not-seated",
            Refusal::Hours => "bad-hours",
            Refusal::TooMany(_) => "too-many",
            Refusal::LapseDays => "bad-lapse-days",
            Refusal::Round => "bad-round",
            Refusal::Rolled => "rolled-over-unreadable",
            Refusal::OtherRoll => "another-roll",
            Refusal::Row(..) => "bad-row",
            Refusal::Nothing => "nothing-registered",
        }
    }

    /// The field it stands beside.
    fn at(&self) -> Option<&'static str> {
        Some(match self {
            Refusal::NoWish | Refusal::LongWish | Refusal::WishTwice | Refusal::NoSuchWish | Refusal::Taken { .. } => {
                "wish"
            }
            Refusal::Parts => "parts",
            Refusal::NoLabel | Refusal::ClaimedTwice | Refusal::AppliedTwice => "by",
            Refusal::NoClaim => "claim",
            Refusal::NoPost | Refusal::PostTwice | Refusal::NoSuchPost => "post",
            Refusal::Seats => "seats",
            Refusal::NoApplicant | Refusal::NotSeated => "applicant",
            Refusal::Hours => "hours",
            Refusal::LapseDays => "lapse-days",
            Refusal::Round => "round",
            Refusal::Rolled | Refusal::OtherRoll => "rolled-over",
            Refusal::Row(table, _) => table,
            _ => return None,
        })
    }

    pub(crate) fn fault(&self, lang: Lang) -> Fault {
        let message = match lang {
            Lang::ZhCn => self.chinese(),
            Lang::En => self.english(),
        };
        fault(self.code(), message, self.at().map(str::to_owned))
    }

    fn chinese(&self) -> String {
        match self {
            Refusal::UnknownDeed => "微心愿没有这个操作，请按页面上的按钮和表格来".to_owned(),
            Refusal::NoWish => "请写明心愿是什么".to_owned(),
            Refusal::LongWish => format!("心愿最多写 {WISH_CHARS} 个字"),
            Refusal::Parts => format!("份数要在 1 到 {MOST_PARTS} 之间；一人认领的写 1"),
            Refusal::WishTwice => "这一户的这个心愿已经登记，还没有实现，不用再登".to_owned(),
            Refusal::NoSuchWish => "没有这个心愿，请重新选".to_owned(),
            Refusal::NotNow(standing) => {
                format!("这个心愿现在是“{}”，不能这样办", words::standing(*standing, Lang::ZhCn))
            }
            Refusal::NothingToPublish => "没有已核实、等公布的心愿".to_owned(),
            Refusal::NothingToRoll => "没有可以转入下一期的心愿：公布过的都有人认领或已经实现".to_owned(),
            Refusal::NoLabel => format!("请写认领人的单位或代号，最多 {LABEL_CHARS} 个字，不写姓名"),
            Refusal::ClaimedTwice => "这位志愿者已经认领了这个心愿的一份，每人一份".to_owned(),
            Refusal::Taken { wish, parts: 1, by } => {
                format!("“{wish}”已由{}认领；请看看其他还没有人认领的心愿", words::few(by, Lang::ZhCn))
            }
            Refusal::Taken { wish, parts, .. } => format!("“{wish}”的 {parts} 份都已有人认领；请看看其他心愿"),
            Refusal::NoClaim => "没有这条正在办的认领：可能已送达、已退回或已作废".to_owned(),
            Refusal::NoPost => {
                format!("请写岗位名称（最多 {POST_CHARS} 个字），职责最多 {DUTY_CHARS} 个字")
            }
            Refusal::Seats => format!("岗位人数要在 1 到 {MOST_SEATS} 之间"),
            Refusal::PostTwice => "已经有同名的岗位，请换一个名称".to_owned(),
            Refusal::NoSuchPost => "没有这个岗位，请重新选".to_owned(),
            Refusal::AppliedTwice => "这位志愿者已经报了这个岗位".to_owned(),
            Refusal::NoApplicant => "没有这条报名，请重新选".to_owned(),
            Refusal::NotSeated => "这位志愿者还在候补，上岗后才能记时长".to_owned(),
            Refusal::Hours => "时长要大于 0，最多 1000 小时，一位小数".to_owned(),
            Refusal::TooMany(most) => format!("最多 {most} 条，请先办结一些，或分几次办"),
            Refusal::LapseDays => "认领作废的天数要在 1 到 365 之间".to_owned(),
            Refusal::Round => "期数要从 1 开始".to_owned(),
            Refusal::Rolled => "上一期转来的心愿读不出来；请改用“转入下一期”清单作为心愿表带入".to_owned(),
            Refusal::OtherRoll => {
                "名册和上一期不一样了，按顺序转来的心愿可能送错门；请改用“转入下一期”清单作为心愿表带入".to_owned()
            }
            Refusal::Row(table, row) => {
                let table = if *table == "posts" { "岗位表" } else { "心愿表" };
                format!("{table}第 {row} 行用不了：请核对房号、文字、份数或人数，也看看是不是重复")
            }
            Refusal::Nothing => "还没有登记心愿，也没有岗位，没有可以记入纪要的".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Refusal::UnknownDeed => "There is no such action here: use the buttons and forms of the page".to_owned(),
            Refusal::NoWish => "Write what is wished for".to_owned(),
            Refusal::LongWish => format!("A wish has at most {WISH_CHARS} characters"),
            Refusal::Parts => format!("A wish has 1 to {MOST_PARTS} parts; write 1 where one person fulfils it"),
            Refusal::WishTwice => "This wish of this household is registered and not yet fulfilled".to_owned(),
            Refusal::NoSuchWish => "There is no such wish: choose again".to_owned(),
            Refusal::NotNow(standing) => {
                format!("This wish is “{}” now: that cannot be done", words::standing(*standing, Lang::En))
            }
            Refusal::NothingToPublish => "No verified wish waits to be published".to_owned(),
            Refusal::NothingToRoll => "Nothing rolls over: whatever was published is claimed or fulfilled".to_owned(),
            Refusal::NoLabel => {
                format!("Write the volunteer's unit or code, at most {LABEL_CHARS} characters, no name")
            }
            Refusal::ClaimedTwice => "This volunteer holds a part of this wish already; one part each".to_owned(),
            Refusal::Taken { wish, parts: 1, by } => {
                format!("“{wish}” is claimed by {}: look at the wishes that are still free", words::few(by, Lang::En))
            }
            Refusal::Taken { wish, parts, .. } => {
                format!("All {parts} parts of “{wish}” are claimed: look at other wishes")
            }
            Refusal::NoClaim => "There is no such claim in hand: it may be delivered, given back or lapsed".to_owned(),
            Refusal::NoPost => {
                format!("Name the post (at most {POST_CHARS} characters); a duty has at most {DUTY_CHARS}")
            }
            Refusal::Seats => format!("A post has 1 to {MOST_SEATS} seats"),
            Refusal::PostTwice => "There is a post of this name already".to_owned(),
            Refusal::NoSuchPost => "There is no such post: choose again".to_owned(),
            Refusal::AppliedTwice => "This volunteer has signed up for this post already".to_owned(),
            Refusal::NoApplicant => "There is no such volunteer in a post: choose again".to_owned(),
            Refusal::NotSeated => "This volunteer still waits for a seat: hours count from then on".to_owned(),
            Refusal::Hours => "Hours are more than 0, at most 1000, with one decimal".to_owned(),
            Refusal::TooMany(most) => format!("There can be at most {most}: finish some first"),
            Refusal::LapseDays => "A claim lapses after 1 to 365 days".to_owned(),
            Refusal::Round => "Rounds count from 1".to_owned(),
            Refusal::Rolled => {
                "The rolled-over wishes cannot be read: hand in the list “rolls over” as the table of wishes".to_owned()
            }
            Refusal::OtherRoll => {
                "The roll is not the one of the round before, so a gift might reach the wrong door: hand in the list \
                 “rolls over” as the table of wishes"
                    .to_owned()
            }
            Refusal::Row(table, row) => {
                format!("Row {row} of the table {table} cannot be used: check door, words, parts or seats, and repeats")
            }
            Refusal::Nothing => "No wish and no post is registered: there is nothing for the minutes".to_owned(),
        }
    }
}
