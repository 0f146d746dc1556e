//! The way names and free texts reach sentences: asked for by number or hash, never stored here.
//!
//! The session answers from decoded blobs. Whatever was erased has no answer, and the sentence says so.

use std::collections::BTreeMap;

use deliberation::Facts;
use deliberation::ids::PersonId;
use deliberation::text::BlobHash;

use crate::locale::{Lang, t, tf};

/// Who knows names and texts.
pub trait Names {
    /// A person's name as the roll writes it; `None` once erased, or for a number nobody has.
    fn person(&self, person: PersonId) -> Option<String>;
    /// A free text; `None` once erased.
    fn text(&self, text: BlobHash) -> Option<String>;
}

/// Names and texts held in two maps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameBook {
    /// Names by person.
    pub people: BTreeMap<PersonId, String>,
    /// Texts by hash.
    pub texts: BTreeMap<BlobHash, String>,
}

impl Names for NameBook {
    fn person(&self, person: PersonId) -> Option<String> {
        self.people.get(&person).cloned()
    }

    fn text(&self, text: BlobHash) -> Option<String> {
        self.texts.get(&text).cloned()
    }
}

/// "马卫", or "（已删除）" for a person whose data were erased.
pub fn person_name(lang: Lang, names: &dyn Names, person: PersonId) -> String {
    names.person(person).filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t(lang, "name-erased"))
}

/// "马卫（1-3-301）": the name with the first door; guests stand with their party: "丁师傅（宏清环卫）".
pub fn person_label(lang: Lang, facts: &Facts, names: &dyn Names, person: PersonId) -> String {
    let name = person_name(lang, names, person);
    match place(facts, person) {
        Some(place) if place != name => tf(lang, "name-with-place", &[("name", &name), ("place", &place)]),
        _ => name,
    }
}

/// A free text, or "（已删除）".
pub fn text_or_erased(lang: Lang, names: &dyn Names, text: BlobHash) -> String {
    names.text(text).unwrap_or_else(|| t(lang, "text-erased"))
}

/// Where somebody belongs: the first door, else the party they speak for.
fn place(facts: &Facts, person: PersonId) -> Option<String> {
    if let Some(door) = facts.roll.door_of(person) {
        return Some(door.to_string());
    }
    facts.people.get(&person).map(|person| person.party.clone()).filter(|party| !party.is_empty())
}

/// A name as it is printed on lists: the family name and a mark for every further character, "马*", "欧阳*".
pub fn masked(name: &str) -> String {
    const COMPOUND: [&str; 16] = [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "夏侯", "诸葛", "尉迟", "皇甫", "公孙", "慕容",
        "令狐", "司徒",
    ];
    let name = name.trim();
    let kept = if COMPOUND.iter().any(|family| name.starts_with(family) && name.chars().count() > 2) { 2 } else { 1 };
    name.chars().enumerate().map(|(at, c)| if at < kept || c.is_whitespace() { c } else { '*' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_names_keep_the_family_name_only() {
        assert_eq!(masked("马卫"), "马*");
        assert_eq!(masked("史娥凤"), "史**");
        assert_eq!(masked("欧阳静"), "欧阳*");
        assert_eq!(masked("Ann Lee"), "A** ***");
        assert_eq!(masked(""), "");
    }

    #[test]
    fn an_erased_name_says_so_in_both_languages() {
        let book = NameBook::default();
        assert_eq!(person_name(Lang::ZhCn, &book, PersonId(3)), "（已删除）");
        assert_eq!(person_name(Lang::En, &book, PersonId(3)), "(erased)");
        assert_eq!(person_label(Lang::ZhCn, &Facts::default(), &book, PersonId(3)), "（已删除）");
    }
}
