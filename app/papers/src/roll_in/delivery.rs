//! What a roll says of a unit beside its size: where the area comes from, and whether the unit has been handed over.
//!
//! The developer votes for what is sold and not handed over, or not sold at all, as one head (解释 2009 第 9 条); so a
//! unit that is not delivered needs the developer's name.

use super::AreaSource;
use super::fold::{bare, folded};
use super::row::OwnerCell;

const REGISTER: [&str; 8] = ["登记簿", "不动产登记", "不动产权", "产权证", "房产证", "房本", "登记", "register"];
const SURVEY: [&str; 4] = ["实测", "测绘", "实量", "survey"];
const CONTRACT: [&str; 4] = ["合同", "预售", "预测", "contract"];
const ROLL: [&str; 3] = ["名册", "原表", "roll"];

/// Where an area comes from; the roll itself where nothing is said, `None` for words that say something else.
pub(super) fn read_source(text: &str) -> Option<AreaSource> {
    let words = bare(text);
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    match () {
        () if words.is_empty() || says(&ROLL) => Some(AreaSource::Roll),
        // "合同登记面积" is what the contract says: the weaker source wins.
        () if says(&CONTRACT) => Some(AreaSource::Contract),
        () if says(&SURVEY) => Some(AreaSource::Survey),
        () if says(&REGISTER) => Some(AreaSource::Register),
        () => None,
    }
}

/// What a cell of the column 交付 says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Delivery {
    /// Handed over, or nothing is said.
    Delivered,
    /// Not handed over; the developer, where the cell names one in brackets.
    Undelivered(String),
}

const YES: [&str; 14] =
    ["是", "已交付", "已交", "已交房", "交付", "已入住", "已收房", "√", "✓", "1", "y", "yes", "true", "delivered"];
const NO: [&str; 20] = [
    "否",
    "未交付",
    "未交",
    "未交房",
    "没交",
    "没交付",
    "未收房",
    "未售",
    "未售出",
    "待售",
    "×",
    "✗",
    "x",
    "0",
    "n",
    "no",
    "false",
    "undelivered",
    "notdelivered",
    "unsold",
];

/// Reads it; `None` for words that say neither.
pub(super) fn read_delivery(text: &str) -> Option<Delivery> {
    let folded = folded(text);
    let (word, name) = match folded.split_once(['(', '[']) {
        Some((word, rest)) => (word, rest.trim_end_matches([')', ']', ' ']).trim().to_owned()),
        None => (folded.as_str(), String::new()),
    };
    let word = bare(word);
    match word.as_str() {
        "" if name.is_empty() => Some(Delivery::Delivered),
        word if YES.contains(&word) => Some(Delivery::Delivered),
        word if NO.contains(&word) => Some(Delivery::Undelivered(name)),
        _ => None,
    }
}

const COMPANIES: [&str; 6] = ["开发", "置业", "地产", "房产", "建设公司", "developer"];

/// The developer of a unit that is not delivered: by its own column, by the brackets, else the owner who is a company
/// that builds; empty where nobody is named.
pub(super) fn developer(column: &str, brackets: &str, owners: &[OwnerCell]) -> String {
    let builds = |owner: &&OwnerCell| {
        let name = bare(&owner.name);
        COMPANIES.iter().any(|word| name.contains(word))
    };
    match (column.trim(), brackets.trim()) {
        ("", "") => owners.iter().find(builds).map(|owner| owner.name.trim().to_owned()).unwrap_or_default(),
        ("", brackets) => brackets.to_owned(),
        (column, _) => column.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_of_an_area_is_known_by_its_words() {
        for (text, source) in [
            ("", Some(AreaSource::Roll)),
            ("不动产登记簿", Some(AreaSource::Register)),
            ("房产证", Some(AreaSource::Register)),
            ("实测 面积", Some(AreaSource::Survey)),
            ("购房合同", Some(AreaSource::Contract)),
            ("合同登记面积", Some(AreaSource::Contract)),
            ("Land register", Some(AreaSource::Register)),
            ("听说的", None),
        ] {
            assert_eq!(read_source(text), source, "{text}");
        }
    }

    #[test]
    fn a_unit_is_delivered_unless_the_cell_says_no() {
        let not = |name: &str| Some(Delivery::Undelivered(name.to_owned()));
        for (text, read) in [
            ("", Some(Delivery::Delivered)),
            ("是", Some(Delivery::Delivered)),
            ("已交付（2024年）", Some(Delivery::Delivered)),
            ("未交付", not("")),
            ("未售", not("")),
            ("未交付（万都置业）", not("万都置业")),
            ("NO", not("")),
            ("快了", None),
            ("（万都置业）", None),
        ] {
            assert_eq!(read_delivery(text), read, "{text}");
        }
    }

    #[test]
    fn the_developer_is_named_or_is_an_owner_who_builds() {
        let owner = |name: &str| OwnerCell { name: name.to_owned(), ..OwnerCell::default() };
        assert_eq!(developer("万都置业", "另一家", &[]), "万都置业");
        assert_eq!(developer("", "万都置业", &[owner("张三")]), "万都置业");
        assert_eq!(developer(" ", "", &[owner("张三"), owner("安泰房地产开发有限公司")]), "安泰房地产开发有限公司");
        assert_eq!(developer("", "", &[owner("张三")]), "");
    }
}
