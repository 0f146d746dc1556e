//! A vote in words that card, desk and paper share: how it is held, and among whom.

use deliberation::ballot::Method;
use deliberation::electorate::Scope;
use deliberation::vote::Vote;

use crate::figures::vote::checks::doors_text;
use crate::locale::{Lang, t, tf};
use crate::rule_words::{pick, rule_sentence};

/// The rule's sentence as it was frozen when the vote opened; files of an earlier time have none, there it is written now.
pub fn frozen_sentence(lang: Lang, vote: &Vote) -> String {
    let frozen = pick(lang, &vote.sentence);
    if frozen.is_empty() { rule_sentence(lang, &vote.rule) } else { frozen.to_owned() }
}

/// 点名表决, 举手表决, 书面表决, …
pub fn method_word(lang: Lang, method: Method) -> String {
    match method {
        Method::Hands => t(lang, "voting-hands"),
        Method::HandsByDoor => t(lang, "voting-hands-by-door"),
        Method::RollCall => t(lang, "voting-roll-call"),
        Method::Paper => t(lang, "voting-paper"),
        Method::Secret => t(lang, "voting-secret"),
        Method::Merged => t(lang, "voting-merged"),
    }
}

/// 全体业主, 3号楼2单元业主; buildings and stairs as the roll writes them, bare numbers with their word.
pub fn scope_text(lang: Lang, scope: &Scope) -> String {
    match scope {
        Scope::Whole => t(lang, "voting-scope-whole"),
        Scope::Building(building) => tf(lang, "voting-scope-building", &[("building", &building_text(lang, building))]),
        Scope::Stair { building, stair } => {
            let args = [("building", &*building_text(lang, building)), ("stair", &*stair_text(lang, stair))];
            tf(lang, "voting-scope-stair", &args)
        }
        Scope::Doors(doors) => tf(lang, "voting-scope-doors", &[("doors", &doors_text(lang, doors))]),
    }
}

fn building_text(lang: Lang, building: &str) -> String {
    if bare(building) { tf(lang, "voting-building-number", &[("n", building)]) } else { building.to_owned() }
}

fn stair_text(lang: Lang, stair: &str) -> String {
    if bare(stair) { tf(lang, "voting-stair-number", &[("n", stair)]) } else { stair.to_owned() }
}

/// 1号楼3单元: where a door is; what the roll does not tell is left out.
pub fn place_text(lang: Lang, building: &str, stair: &str) -> String {
    let (building, stair) = (building_text(lang, building), stair_text(lang, stair));
    if building.is_empty() || stair.is_empty() {
        return building + &stair;
    }
    tf(lang, "day-sheet-place", &[("building", &building), ("stair", &stair)])
}

fn bare(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use deliberation::Door;

    use super::*;

    #[test]
    fn a_scope_is_named_as_people_say_it() {
        let stair = Scope::Stair { building: "3".into(), stair: "2".into() };
        assert_eq!(scope_text(Lang::ZhCn, &stair), "3号楼2单元业主");
        assert_eq!(scope_text(Lang::En, &stair), "owners of building 3, stair 2");
        assert_eq!(scope_text(Lang::ZhCn, &Scope::Building("丰泽苑".into())), "丰泽苑业主");
        let doors = |n: u32| Scope::Doors((1..=n).map(|n| Door::new(format!("1-1-10{n}"))).collect());
        assert_eq!(scope_text(Lang::ZhCn, &doors(2)), "1-1-101、1-1-102的业主");
        assert_eq!(scope_text(Lang::ZhCn, &doors(5)), "1-1-101、1-1-102、1-1-103 等 5 户的业主");
    }
}
