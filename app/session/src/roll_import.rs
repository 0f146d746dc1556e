//! A roll file on its way in: read, looked at by a person, then one transaction.

use std::collections::BTreeMap;

use deliberation::command::ImportRow;
use deliberation::roll::{AreaSource, Unit};
use deliberation::text::{PersonCard, Sealable};
use deliberation::{Command, Door};
use papers::roll_in::{Choices, RollPreview, RollRow, SheetAndMapping, read_roll};
use papers::sheet::{RollFileError, error_text};
use words::Lang;

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

    /// The import as commands of one transaction: the roll, then each owner confirmed for several doors.
    pub fn commands(&self) -> Vec<Command> {
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
        commands
    }
}

fn read(lang: Lang, file_name: &str, bytes: &[u8], choice: Option<SheetAndMapping>) -> Result<RollPreview, String> {
    read_roll(file_name, bytes, choice).map_err(|error: RollFileError| error_text(lang, &error))
}

fn import_row(row: &RollRow) -> ImportRow {
    let card = |name: &str, phone: &str| {
        Sealable::Open(PersonCard {
            name: name.to_owned(),
            phone: phone.to_owned(),
            note: row.note.clone(),
            extra: row.extra.clone(),
        })
    };
    let mut owners: Vec<_> = row.owners.iter().map(|owner| card(&owner.name, &owner.phone)).collect();
    if owners.is_empty() {
        // A unit whose owner the roll does not name still has one.
        owners.push(card("", ""));
    }
    ImportRow {
        unit: Unit {
            door: row.door.clone(),
            kind: row.kind,
            building: row.building.clone(),
            stair: row.stair.clone(),
            floor: row.floor,
            area: row.area,
            area_source: AreaSource::Roll,
        },
        owners,
        residents: row.residents,
    }
}
