//! A roll file on its way in: read, looked at by a person, then one transaction.

use std::collections::BTreeMap;

use deliberation::command::ImportRow;
use deliberation::people::Capacity;
use deliberation::roll::Unit;
use deliberation::text::{PersonCard, Sealable};
use deliberation::{Command, Door, Who};
use papers::roll_in::{Choices, RollPreview, RollRow, SheetAndMapping, read_roll};
use papers::sheet::{RollFileError, error_text};
use words::Lang;

use crate::snapshot::Snapshot;

/// A roll file, its preview, and what a person chose in it. Nothing is written before [`RollImport::commands`] is.
#[derive(Clone, Debug)]
pub struct RollImport {
    /// Its name, for the head of the page.
    pub file_name: String,
    bytes: Vec<u8>,
    /// Every row with what becomes of it.
    pub preview: RollPreview,
    /// What the person chose.
    pub choices: Choices,
}

impl RollImport {
    /// Reads a file; the error is the sentence for people.
    pub fn read(lang: Lang, file_name: &str, bytes: Vec<u8>) -> Result<RollImport, String> {
        let preview = read(lang, file_name, &bytes, None)?;
        Ok(RollImport { file_name: file_name.to_owned(), bytes, preview, choices: Choices::default() })
    }

    /// Reads it again with another sheet or other columns.
    pub fn read_again(&mut self, lang: Lang, choice: SheetAndMapping) -> Result<(), String> {
        self.preview = read(lang, &self.file_name, &self.bytes, Some(choice))?;
        self.choices = Choices::default();
        Ok(())
    }

    /// The rows that would come in now.
    pub fn rows(&self) -> Vec<RollRow> {
        self.preview.accept(&self.choices)
    }

    /// Writes the refused rows, with what is wrong and how to mend it, as a table of their own.
    pub fn save_refused(&self, lang: Lang, path: &std::path::Path) -> Result<(), String> {
        let bytes = self.preview.refused_rows_csv(lang).map_err(|error| {
            words::tf(lang, "export-not-written", &[("file", &self.file_name), ("detail", &error.to_string())])
        })?;
        crate::export::write(lang, path, &bytes)
    }

    /// The import as commands of one transaction: the roll, each owner confirmed for several doors, and each developer
    /// with the units that are not delivered; a developer the file knows is not added again.
    pub fn commands(&self, snapshot: &Snapshot) -> Vec<Command> {
        let rows = self.rows();
        let mut doors_of: BTreeMap<u32, Vec<Door>> = BTreeMap::new();
        for row in &rows {
            // Only whoever votes for the unit joins heads; a further co-owner has no vote of his own.
            if let Some(first) = row.owners.first() {
                doors_of.entry(first.party).or_default().push(row.door.clone());
            }
        }
        let columns = self.preview.extra_headings.clone();
        let mut commands = vec![Command::ImportRoll { rows: rows.iter().map(import_row).collect(), columns }];
        let joined = doors_of.into_values().filter(|doors| doors.len() > 1);
        commands.extend(joined.map(|doors| Command::ConfirmSameOwner { doors }));
        let mut held: BTreeMap<&str, Vec<Door>> = BTreeMap::new();
        for row in &rows {
            if let Some(developer) = row.undelivered.as_deref().filter(|developer| !developer.is_empty()) {
                held.entry(developer).or_default().push(row.door.clone());
            }
        }
        for (developer, doors) in held {
            commands.extend(hold(snapshot, developer, doors));
        }
        commands
    }
}

/// The commands by which a developer votes for units that are not delivered: added first where the file does not know
/// them as a company.
pub fn hold(snapshot: &Snapshot, developer: &str, doors: Vec<Door>) -> Vec<Command> {
    let name = developer.trim();
    let companies =
        snapshot.facts.people.iter().filter(|(_, entry)| entry.capacity != Capacity::Owner && !entry.erased);
    let mut named = companies.filter(|(person, entry)| entry.party == name && snapshot.name(**person) == name);
    if let Some((person, _)) = named.next() {
        return vec![Command::HoldUndelivered { doors, developer: Who::from(*person) }];
    }
    let card = PersonCard { name: name.to_owned(), ..PersonCard::default() };
    let add = Command::AddPerson { card: Sealable::Open(card), capacity: Capacity::Guest, party: name.to_owned() };
    vec![add, Command::HoldUndelivered { doors, developer: Who::Newest }]
}

fn read(lang: Lang, file_name: &str, bytes: &[u8], choice: Option<SheetAndMapping>) -> Result<RollPreview, String> {
    read_roll(file_name, bytes, choice).map_err(|error: RollFileError| error_text(lang, &error))
}

fn import_row(row: &RollRow) -> ImportRow {
    let card = |name: &str, phone: &str, owner_id: &str| {
        Sealable::Open(PersonCard {
            name: name.to_owned(),
            phone: phone.to_owned(),
            owner_id: owner_id.to_owned(),
            note: row.note.clone(),
            extra: row.extra.clone(),
        })
    };
    let mut owners: Vec<_> = row.owners.iter().map(|owner| card(&owner.name, &owner.phone, &owner.owner_id)).collect();
    if owners.is_empty() {
        // A unit whose owner the roll does not name still has one.
        owners.push(card("", "", ""));
    }
    ImportRow {
        unit: Unit {
            door: row.door.clone(),
            kind: row.kind,
            building: row.building.clone(),
            stair: row.stair.clone(),
            floor: row.floor,
            area: row.area,
            area_source: row.area_source,
        },
        owners,
        residents: row.residents,
    }
}
