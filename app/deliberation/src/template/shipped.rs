//! The templates that come with the program: one file of `templates/` each, in the order they are offered.

use std::sync::LazyLock;

use super::Template;

const SHIPPED: [&str; 8] = [
    include_str!("../../templates/small-table.toml"),
    include_str!("../../templates/council.toml"),
    include_str!("../../templates/building.toml"),
    include_str!("../../templates/owners-assembly.toml"),
    include_str!("../../templates/owners-assembly-special.toml"),
    include_str!("../../templates/joint.toml"),
    include_str!("../../templates/four-steps.toml"),
    include_str!("../../templates/open-space.toml"),
];

/// The templates that come with the program.
pub fn shipped() -> &'static [Template] {
    static TEMPLATES: LazyLock<Vec<Template>> =
        LazyLock::new(|| SHIPPED.iter().filter_map(|text| Template::from_toml(text).ok()).collect());
    &TEMPLATES
}

/// A shipped template by its id.
pub fn find(id: &str) -> Option<&'static Template> {
    shipped().iter().find(|template| template.id == id)
}

/// The file texts themselves, for the tests.
#[cfg(test)]
pub(super) fn texts() -> &'static [&'static str] {
    &SHIPPED
}
