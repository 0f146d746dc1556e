//! Households that pay the same, and which stairs they are.

use fangzhuo_sdk::{Lang, roll};

use crate::sharing::Sharing;

/// More groups than this are not named one by one.
pub(crate) const FEW: usize = 4;
/// More stairs than this make no short name.
const FEW_STAIRS: usize = 4;

/// Households with one amount, the first of the roll first.
pub(crate) struct Group {
    /// In fen; a negative one is received.
    pub(crate) due: i64,
    /// Ascending, never empty.
    pub(crate) rows: Vec<usize>,
}

/// The groups, the largest amount first.
pub(crate) fn of(sharing: &Sharing) -> Vec<Group> {
    let mut by_due = std::collections::BTreeMap::<i64, Vec<usize>>::new();
    for (row, due) in sharing.due.iter().enumerate() {
        by_due.entry(*due).or_default().push(row);
    }
    by_due.into_iter().rev().map(|(due, rows)| Group { due, rows }).collect()
}

/// Building and stair of every household, as people call them: "1 号楼一单元", or "一单元" in a single building.
pub(crate) fn stairs(lang: Lang) -> Vec<String> {
    let (buildings, stairs) = (roll::words("building"), roll::words("stair"));
    let several = buildings.iter().any(|building| *building != buildings[0]);
    let name = |(building, stair): (&String, &String)| {
        if stair.is_empty() {
            return String::new();
        }
        match (several && !building.is_empty(), lang) {
            (true, Lang::ZhCn) => format!("{building} 号楼{}单元", numeral(stair)),
            (true, Lang::En) => format!("building {building}, stair {stair}"),
            (false, Lang::ZhCn) => format!("{}单元", numeral(stair)),
            (false, Lang::En) => format!("stair {stair}"),
        }
    };
    buildings.iter().zip(&stairs).map(name).collect()
}

/// The stairs a group consists of, if it is whole stairs and they are few: "二单元、三单元".
pub(crate) fn place(group: &Group, stairs: &[String], lang: Lang) -> Option<String> {
    let mut inside: Vec<&String> = Vec::new();
    for row in &group.rows {
        if !inside.contains(&&stairs[*row]) {
            if inside.len() == FEW_STAIRS {
                return None;
            }
            inside.push(&stairs[*row]);
        }
    }
    let whole = stairs.iter().filter(|stair| inside.contains(stair)).count() == group.rows.len();
    let named = inside.iter().all(|stair| !stair.is_empty());
    let everybody = group.rows.len() == stairs.len();
    (whole && named && !everybody).then(|| {
        let words: Vec<&str> = inside.iter().map(|stair| stair.as_str()).collect();
        words.join(lang.pick("、", ", "))
    })
}

/// 1 to 10 in Chinese, others as written with a blank after.
fn numeral(stair: &str) -> String {
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match stair.parse::<usize>() {
        Ok(number @ 1..=10) => NUMERALS[number - 1].to_owned(),
        _ => format!("{stair} "),
    }
}
