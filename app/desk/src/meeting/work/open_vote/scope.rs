//! Among whom: everybody on the roll, one building, one stair (a shared part of one stair concerns only its owners).

use deliberation::electorate::Scope;
use deliberation::roll::Roll;
use egui::Ui;
use words::voting::scope_text;

use crate::meeting::bench::Bench;
use crate::meeting::parts::{captioned_ui, select_ui};

/// The field of scopes.
pub(super) fn scope_ui(ui: &mut Ui, bench: &Bench<'_>, roll: &Roll, scope: &mut Scope, width: f32) {
    let choices: Vec<(Scope, String)> =
        scopes(roll).into_iter().map(|s| (s.clone(), scope_text(bench.lang, &s))).collect();
    let caption = bench.say("ballots-scope");
    captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &choices, scope, width));
}

/// The whole, each building of several, each stair of a building that has several; in roll order.
fn scopes(roll: &Roll) -> Vec<Scope> {
    let mut buildings: Vec<(&str, Vec<&str>)> = Vec::new();
    for unit in roll.units() {
        let at = buildings.iter().position(|(name, _)| *name == unit.building).unwrap_or_else(|| {
            buildings.push((&unit.building, Vec::new()));
            buildings.len() - 1
        });
        let stairs = &mut buildings[at].1;
        if !stairs.contains(&unit.stair.as_str()) {
            stairs.push(&unit.stair);
        }
    }
    let mut scopes = vec![Scope::Whole];
    for (building, stairs) in &buildings {
        if buildings.len() > 1 && !building.is_empty() {
            scopes.push(Scope::Building((*building).to_owned()));
        }
        for stair in stairs.iter().filter(|stair| stairs.len() > 1 && !stair.is_empty()) {
            scopes.push(Scope::Stair { building: (*building).to_owned(), stair: (*stair).to_owned() });
        }
    }
    scopes
}

#[cfg(test)]
mod tests {
    use deliberation::Door;
    use deliberation::ids::PersonId;
    use deliberation::roll::{AreaSource, RollEntry, Unit, UnitKind};

    use super::*;

    fn roll(places: &[(&str, &str)]) -> Roll {
        let entries = places.iter().zip(1..).map(|((building, stair), n)| RollEntry {
            unit: Unit {
                door: Door::new(n.to_string()),
                kind: UnitKind::Flat,
                building: (*building).to_owned(),
                stair: (*stair).to_owned(),
                floor: None,
                area: None,
                area_source: AreaSource::Roll,
            },
            owners: vec![PersonId(n)],
            residents: None,
        });
        Roll::from_entries(entries.collect())
    }

    #[test]
    fn given_one_house_then_its_stairs_are_offered_and_not_the_house_again() {
        let stair = |stair: &str| Scope::Stair { building: "1".into(), stair: stair.into() };
        assert_eq!(scopes(&roll(&[("1", "1"), ("1", "2"), ("1", "1")])), [Scope::Whole, stair("1"), stair("2")]);
    }

    #[test]
    fn given_two_houses_of_one_stair_then_the_houses_are_offered() {
        let building = |name: &str| Scope::Building(name.into());
        assert_eq!(scopes(&roll(&[("1", ""), ("2", "")])), [Scope::Whole, building("1"), building("2")]);
    }
}
