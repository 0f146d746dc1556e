//! Where what a manifest says stands in its text, for whoever has to mend it.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key of the manifest, by its way from the top: the parts of a list are named by their `id`, else counted from 1.
struct Place {
    name: String,
    key: Range<usize>,
    value: Range<usize>,
}

/// All keys of a manifest that is TOML at all.
pub(super) struct Places<'a> {
    text: &'a str,
    places: Vec<Place>,
}

impl<'a> Places<'a> {
    /// Of a text; without any where it is no TOML.
    pub(super) fn of(text: &'a str) -> Places<'a> {
        let mut places = Vec::new();
        if let Ok(table) = DeTable::parse(text) {
            below("", table.get_ref(), &mut places);
        }
        Places { text, places }
    }

    /// The line of a position, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count()
    }

    /// The innermost key a position belongs to; none at the top.
    pub(super) fn around(&self, at: usize) -> Option<&str> {
        let spans = self.places.iter().flat_map(|place| [(place, &place.key), (place, &place.value)]);
        let around = spans.filter(|(_, span)| span.contains(&at));
        around.min_by_key(|(_, span)| span.len()).map(|(place, _)| place.name.as_str())
    }

    /// The line of the last key of this name, or of the nearest one above it; the first line where there is none.
    pub(super) fn line_of(&self, name: &str) -> usize {
        let mut name = name;
        loop {
            if let Some(place) = self.places.iter().rev().find(|place| place.name == name) {
                return self.line(place.key.start);
            }
            match name.rsplit_once('.') {
                Some((above, _)) => name = above,
                None => return 1,
            }
        }
    }
}

fn below(above: &str, table: &DeTable<'_>, places: &mut Vec<Place>) {
    for (key, value) in table {
        let name = if above.is_empty() { key.get_ref().to_string() } else { format!("{above}.{}", key.get_ref()) };
        entry(name, key.span(), value, places);
    }
}

fn entry(name: String, key: Range<usize>, value: &Spanned<DeValue<'_>>, places: &mut Vec<Place>) {
    match value.get_ref() {
        DeValue::Table(table) => below(&name, table, places),
        DeValue::Array(parts) => {
            for (part, at) in parts.iter().zip(1_usize..) {
                let id =
                    part.get_ref().as_table().and_then(|table| table.get("id")).and_then(|id| id.get_ref().as_str());
                let name = id.map_or_else(|| format!("{name}.{at}"), |id| format!("{name}.{id}"));
                entry(name, part.span(), part, places);
            }
        }
        _ => {}
    }
    places.push(Place { name, key, value: value.span() });
}
