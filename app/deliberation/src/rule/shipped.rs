//! The rules that come with the program: one file of `rules/` each, in the order they are offered.

use std::sync::LazyLock;

use super::Rule;

const SHIPPED: [&str; 27] = [
    include_str!("../../rules/deliberation.toml"),
    include_str!("../../rules/present-majority.toml"),
    include_str!("../../rules/unanimous.toml"),
    include_str!("../../rules/cn-civil-code-278-1.toml"),
    include_str!("../../rules/cn-civil-code-278-2.toml"),
    include_str!("../../rules/cn-civil-code-278-3.toml"),
    include_str!("../../rules/cn-civil-code-278-4.toml"),
    include_str!("../../rules/cn-civil-code-278-5.toml"),
    include_str!("../../rules/cn-civil-code-278-6.toml"),
    include_str!("../../rules/cn-civil-code-278-7.toml"),
    include_str!("../../rules/cn-civil-code-278-8.toml"),
    include_str!("../../rules/cn-civil-code-278-9.toml"),
    include_str!("../../rules/cn-civil-code-279.toml"),
    include_str!("../../rules/cn-lift-existing-building.toml"),
    include_str!("../../rules/cn-henan-dissent.toml"),
    include_str!("../../rules/cn-residents-meeting-2018-adults.toml"),
    include_str!("../../rules/cn-residents-meeting-2018-households.toml"),
    include_str!("../../rules/cn-residents-meeting-2018-groups.toml"),
    include_str!("../../rules/cn-villagers-meeting-adults.toml"),
    include_str!("../../rules/cn-villagers-meeting-households.toml"),
    include_str!("../../rules/cn-villagers-representatives.toml"),
    include_str!("../../rules/cn-villagers-group-adults.toml"),
    include_str!("../../rules/cn-villagers-group-households.toml"),
    include_str!("../../rules/four-steps-branch-proposal.toml"),
    include_str!("../../rules/four-steps-committees.toml"),
    include_str!("../../rules/four-steps-party-meeting.toml"),
    include_str!("../../rules/four-steps-resolution.toml"),
];

/// The rules that come with the program.
pub fn shipped() -> &'static [Rule] {
    static RULES: LazyLock<Vec<Rule>> =
        LazyLock::new(|| SHIPPED.iter().filter_map(|text| Rule::from_toml(text).ok()).collect());
    &RULES
}

/// A shipped rule by its id.
pub fn find(id: &str) -> Option<&'static Rule> {
    shipped().iter().find(|rule| rule.id == id)
}

/// The file texts themselves, for the tests.
#[cfg(test)]
pub(super) fn texts() -> &'static [&'static str] {
    &SHIPPED
}
