//! One household of the roll: its unit, its owners with what the file knows of them, and the way to erase that.

use deliberation::ids::{PersonId, UnitIx};
use egui::{ScrollArea, Ui};
use session::Snapshot;
use words::{Lang, Quantity, t};

use super::list::kind_word;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, palette, section_ui, text_ui};
use crate::table::pair_ui;

/// Width of the labels.
const LABEL: f32 = 88.0;

/// Shows the household; the person whose data somebody wants to erase.
pub(super) fn detail_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, unit: UnitIx) -> Option<PersonId> {
    let roll = &snapshot.facts.roll;
    let entry = roll.unit(unit)?;
    let ownership = roll.ownership(unit)?;
    let palette = *palette(ui);
    let mut erase = None;
    ScrollArea::vertical().id_salt("roll-detail").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S1;
        text_ui(ui, &kind_word(lang, entry.kind), Size::Note, Weight::Regular, palette.ink2);
        text_ui(ui, entry.door.as_str(), Size::Title, Weight::Medium, palette.ink);
        ui.add_space(space::S3);
        pair_ui(ui, &t(lang, "roll-detail-area"), &Quantity::Area(entry.area).text(lang), LABEL);
        let unknown = || t(lang, "figure-unknown");
        let floor = entry.floor.map_or_else(unknown, |floor| floor.to_string());
        pair_ui(ui, &t(lang, "roll-column-floor"), &floor, LABEL);
        let residents = roll.residents(unit).map_or_else(unknown, |count| Quantity::Heads(count.into()).text(lang));
        pair_ui(ui, &t(lang, "roll-column-residents"), &residents, LABEL);
        if let Some(head) = roll.head(ownership.voter).filter(|head| head.units.len() > 1) {
            let doors: Vec<&str> =
                head.units.iter().filter_map(|unit| roll.unit(*unit)).map(|unit| unit.door.as_str()).collect();
            pair_ui(ui, &t(lang, "roll-detail-same-owner"), &doors.join(&t(lang, "list-comma")), LABEL);
            pair_ui(ui, &t(lang, "roll-detail-together"), &Quantity::Area(head.area).text(lang), LABEL);
        }
        for owner in &ownership.parties {
            ui.add_space(space::S4);
            if owner_ui(ui, snapshot, lang, *owner, *owner == ownership.voter && ownership.parties.len() > 1) {
                erase = Some(*owner);
            }
        }
    });
    erase
}

/// One owner; true when somebody wants to erase the data.
fn owner_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, owner: PersonId, votes: bool) -> bool {
    let name = words::person_name(lang, snapshot, owner);
    let right = if votes { t(lang, "roll-detail-votes") } else { String::new() };
    section_ui(ui, &t(lang, "roll-detail-owner"), &right);
    let palette = *palette(ui);
    text_ui(ui, &name, Size::Lead, Weight::Regular, palette.ink);
    let Some(card) = snapshot.card(owner) else {
        text_ui(ui, &t(lang, "roll-detail-erased"), Size::Body, Weight::Regular, palette.ink2);
        return false;
    };
    if !card.phone.is_empty() {
        pair_ui(ui, &t(lang, "roll-detail-phone"), &card.phone, LABEL);
    }
    if !card.note.is_empty() {
        pair_ui(ui, &t(lang, "roll-detail-note"), &card.note, LABEL);
    }
    for (heading, text) in &card.extra {
        pair_ui(ui, heading, text, LABEL);
    }
    ui.add_space(space::S2);
    let erase = t(lang, "erase-open");
    ui.add(Button::normal(&erase).icon(Icon::Cross).pane()).clicked()
}
