//! From the preview and a person's choices to the rows of the roll.

use std::collections::{BTreeMap, BTreeSet};

use amounts::CentiSqm;

use super::places::{key_of, place_of};
use super::row::{Exception, OwnerCell, PreviewRow, ReadRow};
use super::{AreaSource, Door, RollPreview, UnitKind};

/// What a person chose in the preview; nothing of it is chosen by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Rows with an empty area that are taken as "area not known".
    pub area_not_known: BTreeSet<u32>,
    /// Second rows of a door that are taken as a further owner of the unit.
    pub co_owner: BTreeSet<u32>,
    /// Proposals (by their place in [`RollPreview::proposals`]) that were confirmed.
    pub same_owner: BTreeSet<usize>,
}

impl Choices {
    /// Every empty area taken as not known, and nothing else: what `--roll` does without asking.
    pub fn empty_areas_not_known(preview: &RollPreview) -> Choices {
        let rows =
            preview.rows.iter().filter(|row| row.exceptions().is_some_and(|all| all == [Exception::AreaNotKnown]));
        Choices { area_not_known: rows.map(|row| row.number).collect(), ..Choices::default() }
    }
}

/// One unit of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollRow {
    /// The rows of the sheet it comes from: one, or one an owner.
    pub rows: Vec<u32>,
    /// As written.
    pub door: Door,
    /// By the words of the kind column and the door; a flat where nothing says otherwise.
    pub kind: UnitKind,
    /// Read from the door, may be empty.
    pub building: String,
    /// Read from the door, may be empty.
    pub stair: String,
    /// From the floor column, else from the door.
    pub floor: Option<i32>,
    /// `None` = not known, never zero.
    pub area: Option<CentiSqm>,
    /// Where the area comes from.
    pub area_source: AreaSource,
    /// Not delivered: the developer's name, empty where the sheet names none.
    pub undelivered: Option<String>,
    /// People living there.
    pub residents: Option<u32>,
    /// May be empty: the sheet names nobody.
    pub owners: Vec<RollOwner>,
    /// May be empty.
    pub note: String,
    /// Further columns: heading and text, empty cells left out.
    pub extra: Vec<(String, String)>,
}

/// An owner of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollOwner {
    /// From 1; the same number in two rows is one person, as confirmed.
    pub party: u32,
    /// As written, may be empty.
    pub name: String,
    /// As written, may be empty.
    pub phone: String,
    /// The number the sheet gives the owner, may be empty.
    pub owner_id: String,
}

impl RollPreview {
    /// The units that come in and are not delivered, by developer; under "" those whose developer nobody named.
    pub fn undelivered(&self) -> BTreeMap<String, Vec<String>> {
        let mut by_developer: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for read in self.rows.iter().filter(|row| row.importable()).filter_map(|row| row.read.as_ref()) {
            if let Some(developer) = &read.undelivered {
                by_developer.entry(developer.clone()).or_default().push(read.door.clone());
            }
        }
        by_developer
    }

    /// The rows of the roll under `choices`, in natural door order.
    ///
    /// Refused rows come in only where the choices lift every refusal they have.
    pub fn accept(&self, choices: &Choices) -> Vec<RollRow> {
        let lifted = |row: &PreviewRow| {
            row.exceptions().is_some_and(|exceptions| {
                exceptions.iter().all(|exception| match exception {
                    Exception::AreaNotKnown => choices.area_not_known.contains(&row.number),
                    Exception::CoOwner => choices.co_owner.contains(&row.number),
                })
            })
        };
        let mut units: Vec<(RollRow, Vec<OwnerCell>)> = Vec::new();
        let mut unit_of_door: BTreeMap<String, usize> = BTreeMap::new();
        for row in &self.rows {
            let Some(read) = row.read.as_ref().filter(|_| row.importable() || lifted(row)) else { continue };
            let co_owner = row.exceptions().is_some_and(|all| all.contains(&Exception::CoOwner));
            match unit_of_door.get(&key_of(&read.door)) {
                Some(&unit) => {
                    let (unit, owners) = &mut units[unit];
                    join(unit, owners, row.number, read, &self.extra_headings);
                }
                // The door's first row was not imported: its further owners wait for it.
                None if co_owner => {}
                None => {
                    unit_of_door.insert(key_of(&read.door), units.len());
                    units.push((unit(row.number, read, &self.extra_headings), read.owners.clone()));
                }
            }
        }
        units.sort_by(|(one, _), (other, _)| one.door.cmp(&other.door));
        self.number_parties(units, choices)
    }

    /// Gives every owner a number, one number to those a person confirmed to be one.
    fn number_parties(&self, units: Vec<(RollRow, Vec<OwnerCell>)>, choices: &Choices) -> Vec<RollRow> {
        let confirmed: Vec<_> = choices.same_owner.iter().filter_map(|&at| self.proposals.get(at)).collect();
        // Proposals may chain (a number links A and B, a phone B and C): each owner names every group he is in.
        let mut party_of_group: Vec<Option<u32>> = vec![None; confirmed.len()];
        let groups_of = |row: &RollRow, owner: &OwnerCell| -> Vec<usize> {
            let is_in = |group: &usize| {
                let proposal = confirmed[*group];
                proposal.rows.iter().any(|number| row.rows.contains(number)) && proposal.basis.is_of(owner)
            };
            (0..confirmed.len()).filter(is_in).collect()
        };
        let linked = linked_groups(&units, confirmed.len(), groups_of);
        let mut parties = 0;
        let mut rows = Vec::with_capacity(units.len());
        for (mut row, owners) in units {
            for owner in owners {
                let group = groups_of(&row, &owner).first().map(|&group| linked[group]);
                let known = group.and_then(|group| party_of_group[group]);
                let party = known.unwrap_or_else(|| {
                    parties += 1;
                    parties
                });
                if let Some(group) = group {
                    party_of_group[group] = Some(party);
                }
                if row.owners.iter().all(|there| there.party != party) {
                    let OwnerCell { name, phone, owner_id } = owner;
                    row.owners.push(RollOwner { party, name, phone, owner_id });
                }
            }
            rows.push(row);
        }
        rows
    }
}

/// For every group the first group it is linked with through a common owner.
fn linked_groups(
    units: &[(RollRow, Vec<OwnerCell>)],
    count: usize,
    groups_of: impl Fn(&RollRow, &OwnerCell) -> Vec<usize>,
) -> Vec<usize> {
    let mut linked: Vec<usize> = (0..count).collect();
    if count == 0 {
        return linked;
    }
    for (row, owners) in units {
        for owner in owners {
            let groups = groups_of(row, owner);
            let Some(to) = groups.iter().map(|&group| linked[group]).min() else { continue };
            let from: BTreeSet<usize> = groups.iter().map(|&group| linked[group]).collect();
            for group in &mut linked {
                if from.contains(group) {
                    *group = to;
                }
            }
        }
    }
    linked
}

fn unit(number: u32, read: &ReadRow, headings: &[String]) -> RollRow {
    let place = place_of(&read.door);
    RollRow {
        rows: vec![number],
        door: Door::new(read.door.clone()),
        kind: read.kind,
        building: place.building.unwrap_or_default(),
        stair: place.stair.unwrap_or_default(),
        floor: read.floor,
        area: read.area,
        area_source: read.area_source,
        undelivered: read.undelivered.clone(),
        residents: read.residents,
        owners: Vec::new(),
        note: read.note.clone(),
        extra: extra(read, headings),
    }
}

fn extra(read: &ReadRow, headings: &[String]) -> Vec<(String, String)> {
    let named = headings.iter().zip(&read.extra).filter(|(_, text)| !text.is_empty());
    named.map(|(heading, text)| (heading.clone(), text.clone())).collect()
}

/// Adds a second row of a door: its owners, and what the first row does not say.
fn join(unit: &mut RollRow, owners: &mut Vec<OwnerCell>, number: u32, read: &ReadRow, headings: &[String]) {
    unit.rows.push(number);
    unit.residents = unit.residents.or(read.residents);
    unit.undelivered = unit.undelivered.take().or_else(|| read.undelivered.clone());
    unit.floor = unit.floor.or(read.floor);
    for owner in &read.owners {
        if !owners.contains(owner) {
            owners.push(owner.clone());
        }
    }
    add_text(&mut unit.note, &read.note);
    for (heading, text) in extra(read, headings) {
        match unit.extra.iter_mut().find(|(there, _)| *there == heading) {
            Some((_, there)) => add_text(there, &text),
            None => unit.extra.push((heading, text)),
        }
    }
}

fn add_text(there: &mut String, text: &str) {
    if there.is_empty() {
        text.clone_into(there);
    } else if !text.is_empty() && there != text {
        *there = format!("{there}；{text}");
    }
}
