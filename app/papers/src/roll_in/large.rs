//! Areas far beyond their neighbours': imported as read, but pointed out.

use std::collections::HashMap;

use super::places::{Place, place_of};
use super::row::{Among, LargeArea, Outcome, PreviewRow};

/// Ten times the usual is a slipped point or a thousands separator more often than a home.
const LARGE: i64 = 10;
/// Fewer areas than this say nothing about what is usual.
const ENOUGH: usize = 3;

/// Whose areas are compared.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Group {
    Stair(String, String),
    Building(String),
    Roll,
}

/// The groups a door is in, the nearest first.
fn groups_of(place: Place) -> Vec<(Among, Group)> {
    let mut groups = Vec::with_capacity(3);
    if let Some(building) = place.building {
        if let Some(stair) = place.stair {
            groups.push((Among::Stair, Group::Stair(building.clone(), stair)));
        }
        groups.push((Among::Building, Group::Building(building)));
    }
    groups.push((Among::Roll, Group::Roll));
    groups
}

/// Turns importable rows with an area of at least ten times the median around them into suspicious ones.
pub(super) fn mark(rows: &mut [PreviewRow]) {
    let mut areas: HashMap<Group, Vec<i64>> = HashMap::new();
    let known: Vec<_> = rows.iter().map(area_and_groups).collect();
    for (area, groups) in known.iter().flatten() {
        for (_, group) in groups {
            areas.entry(group.clone()).or_default().push(area.0);
        }
    }
    for areas in areas.values_mut() {
        areas.sort_unstable();
    }
    for (row, known) in rows.iter_mut().zip(known) {
        let Some((area, groups)) = known else { continue };
        let usual = groups.iter().find_map(|(among, group)| {
            let areas = areas.get(group).filter(|areas| areas.len() >= ENOUGH)?;
            // The lower middle one, so that one slip in a small stair does not become the measure.
            Some((*among, areas[(areas.len() - 1) / 2]))
        });
        if let Some((among, median)) = usual
            && area.0 / LARGE >= median
        {
            let misread = match std::mem::replace(&mut row.outcome, Outcome::Ok) {
                Outcome::ReadOtherwise(misread) => misread,
                _ => Vec::new(),
            };
            row.outcome = Outcome::Suspicious(LargeArea { area, times: area.0 / median, among }, misread);
        }
    }
}

fn area_and_groups(row: &PreviewRow) -> Option<(amounts::CentiSqm, Vec<(Among, Group)>)> {
    let read = row.read.as_ref().filter(|_| row.importable())?;
    Some((read.area?, groups_of(place_of(&read.door))))
}
