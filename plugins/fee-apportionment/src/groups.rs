//! Households that pay the same, and which stairs they are.

use std::collections::BTreeMap;

use fangzhuo_sdk::{Lang, roll};

use crate::sharing::Sharing;

/// More groups than this are not named one by one.
pub(crate) const FEW: usize = 4;
/// More stairs than this make no short name.
const FEW_STAIRS: usize = 4;

/// Households with one amount.
pub(crate) struct Group {
    /// In fen; a negative one is received.
    pub(crate) due: i64,
    /// Ascending, never empty.
    pub(crate) rows: Vec<usize>,
}

/// The groups as far as they are named, the largest amount first.
pub(crate) enum Groups {
    /// All of them, if they are few.
    Few(Vec<Group>),
    /// Those who pay most and least, if there are more.
    Many { most: Group, least: Group },
}

/// Who pays the same.
pub(crate) fn of(sharing: &Sharing) -> Groups {
    let mut amounts = Vec::with_capacity(FEW + 1);
    for due in &sharing.due {
        if !amounts.contains(due) {
            amounts.push(*due);
            if amounts.len() > FEW {
                break;
            }
        }
    }
    let group = |due: i64| {
        let rows = sharing.due.iter().enumerate().filter(|(_, other)| **other == due);
        Group { due, rows: rows.map(|(row, _)| row).collect() }
    };
    if amounts.len() <= FEW {
        amounts.sort_unstable_by(|one, other| other.cmp(one));
        return Groups::Few(amounts.into_iter().map(group).collect());
    }
    let (most, least) =
        sharing.due.iter().fold((i64::MIN, i64::MAX), |(most, least), due| (most.max(*due), least.min(*due)));
    Groups::Many { most: group(most), least: group(least) }
}

/// Building and stair of every household, as people call them: "1 号楼一单元", or "一单元" in a single building.
pub(crate) struct Stairs {
    /// Each name once.
    names: Vec<String>,
    /// The name of each household.
    rows: Vec<usize>,
}

impl Stairs {
    pub(crate) fn of(lang: Lang) -> Stairs {
        let (buildings, stairs) = (roll::words("building"), roll::words("stair"));
        let several = buildings.iter().any(|building| *building != buildings[0]);
        let mut known = BTreeMap::<String, usize>::new();
        let mut rows = Vec::with_capacity(stairs.len());
        for (row, (building, stair)) in buildings.iter().zip(&stairs).enumerate() {
            // Neighbours mostly share a stair.
            if row > 0 && *stair == stairs[row - 1] && *building == buildings[row - 1] {
                rows.push(rows[row - 1]);
                continue;
            }
            let next = known.len();
            rows.push(*known.entry(name(several, building, stair, lang)).or_insert(next));
        }
        // The instance ends with the call: to give back so many words one by one would take as long as to read them.
        if cfg!(target_family = "wasm") {
            std::mem::forget((buildings, stairs));
        }
        let mut names = vec![String::new(); known.len()];
        for (name, at) in known {
            names[at] = name;
        }
        Stairs { names, rows }
    }

    /// Whether some household has another stair than the first.
    pub(crate) fn are_several(&self) -> bool {
        self.names.iter().skip(1).any(|name| !name.is_empty())
    }

    /// One name a household.
    pub(crate) fn cells(&self) -> Vec<String> {
        self.rows.iter().map(|name| self.names[*name].clone()).collect()
    }

    /// The stairs a group consists of, if it is whole stairs and they are few: "二单元、三单元".
    pub(crate) fn place(&self, group: &Group, lang: Lang) -> Option<String> {
        let mut inside: Vec<usize> = Vec::new();
        for row in &group.rows {
            if !inside.contains(&self.rows[*row]) {
                if inside.len() == FEW_STAIRS {
                    return None;
                }
                inside.push(self.rows[*row]);
            }
        }
        let whole = self.rows.iter().filter(|name| inside.contains(name)).count() == group.rows.len();
        let words: Vec<&str> = inside.iter().map(|name| self.names[*name].as_str()).collect();
        let named = words.iter().all(|name| !name.is_empty());
        let everybody = group.rows.len() == self.rows.len();
        (whole && named && !everybody).then(|| words.join(lang.pick("、", ", ")))
    }
}

fn name(several: bool, building: &str, stair: &str, lang: Lang) -> String {
    if stair.is_empty() {
        return String::new();
    }
    match (several && !building.is_empty(), lang) {
        (true, Lang::ZhCn) => format!("{building} 号楼{}单元", numeral(stair)),
        (true, Lang::En) => format!("building {building}, stair {stair}"),
        (false, Lang::ZhCn) => format!("{}单元", numeral(stair)),
        (false, Lang::En) => format!("stair {stair}"),
    }
}

/// 1 to 10 in Chinese, others as written with a blank after.
fn numeral(stair: &str) -> String {
    const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match stair.parse::<usize>() {
        Ok(number @ 1..=10) => NUMERALS[number - 1].to_owned(),
        _ => format!("{stair} "),
    }
}
