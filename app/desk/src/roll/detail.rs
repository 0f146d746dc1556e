//! One household of the roll: its unit, its owners with what the file knows of them, and what can be put right.

use deliberation::ids::{PersonId, UnitIx};
use deliberation::roll::{Ownership, Roll, Unit};
use egui::{ScrollArea, Ui};
use session::Snapshot;
use words::{Lang, Quantity, t, tf};

use super::list::{kind_word, owner_name};
use super::sheets::source_word;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, palette, section_ui, text_ui};
use crate::table::pair_ui;

/// Width of the labels.
const LABEL: f32 = 88.0;

/// What somebody wants done with the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// Put its area right.
    Area,
    /// Other owners.
    Transfer,
    /// It is not delivered, the developer votes.
    Hold,
    /// It is delivered.
    Deliver,
    /// This co-owner votes.
    Voter(PersonId),
    /// Erase this person's data.
    Erase(PersonId),
}

/// Shows the household; what somebody asks for.
pub(super) fn detail_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, unit: UnitIx) -> Option<Ask> {
    let roll = &snapshot.facts.roll;
    let entry = roll.unit(unit)?;
    let ownership = roll.ownership(unit)?;
    let palette = *palette(ui);
    let mut asked = None;
    ScrollArea::vertical().id_salt("roll-detail").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S1;
        text_ui(ui, &kind_word(lang, entry.kind), Size::Note, Weight::Regular, palette.ink2);
        text_ui(ui, entry.door.as_str(), Size::Title, Weight::Medium, palette.ink);
        ui.add_space(space::S3);
        unit_ui(ui, snapshot, lang, unit, entry);
        head_ui(ui, roll, lang, ownership);
        ui.add_space(space::S2);
        asked = buttons_ui(ui, lang, ownership);
        if let Some(developer) = ownership.developer {
            ui.add_space(space::S4);
            section_ui(ui, &t(lang, "roll-detail-developer"), &t(lang, "roll-detail-votes"));
            let name = words::person_name(lang, snapshot, developer);
            text_ui(ui, &name, Size::Lead, Weight::Regular, palette.ink);
            text_ui(ui, &t(lang, "roll-detail-undelivered"), Size::Body, Weight::Regular, palette.ink2);
        }
        for owner in &ownership.parties {
            ui.add_space(space::S4);
            asked = owner_ui(ui, snapshot, lang, *owner, ownership).or(asked);
        }
    });
    asked
}

fn unit_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, unit: UnitIx, entry: &Unit) {
    let area = Quantity::Area(entry.area).text(lang);
    let area = match entry.area {
        Some(_) => {
            tf(lang, "roll-detail-area-from", &[("area", &area), ("source", &source_word(lang, entry.area_source))])
        }
        None => area,
    };
    pair_ui(ui, &t(lang, "roll-detail-area"), &area, LABEL);
    let unknown = || t(lang, "figure-unknown");
    let floor = entry.floor.map_or_else(unknown, |floor| floor.to_string());
    pair_ui(ui, &t(lang, "roll-column-floor"), &floor, LABEL);
    let residents = snapshot.facts.roll.residents(unit);
    let residents = residents.map_or_else(unknown, |count| Quantity::Heads(count.into()).text(lang));
    pair_ui(ui, &t(lang, "roll-column-residents"), &residents, LABEL);
}

/// The other units of the same head.
fn head_ui(ui: &mut Ui, roll: &Roll, lang: Lang, ownership: &Ownership) {
    let Some(head) = roll.head(ownership.votes()).filter(|head| head.units.len() > 1) else { return };
    let doors: Vec<&str> =
        head.units.iter().filter_map(|unit| roll.unit(*unit)).map(|unit| unit.door.as_str()).collect();
    pair_ui(ui, &t(lang, "roll-detail-same-owner"), &doors.join(&t(lang, "list-comma")), LABEL);
    pair_ui(ui, &t(lang, "roll-detail-together"), &Quantity::Area(head.area).text(lang), LABEL);
}

fn buttons_ui(ui: &mut Ui, lang: Lang, ownership: &Ownership) -> Option<Ask> {
    let deliver = if ownership.developer.is_some() {
        (t(lang, "roll-deliver"), Icon::Check, Ask::Deliver)
    } else {
        (t(lang, "roll-undelivered"), Icon::Flag, Ask::Hold)
    };
    let buttons = [
        (t(lang, "roll-correct-area"), Icon::Edit, Ask::Area),
        (t(lang, "roll-transfer"), Icon::Person, Ask::Transfer),
        deliver,
    ];
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        for (word, icon, ask) in buttons {
            if ui.add(Button::normal(&word).icon(icon).pane()).clicked() {
                asked = Some(ask);
            }
        }
    });
    asked
}

/// One owner; what somebody asks about him.
fn owner_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, owner: PersonId, ownership: &Ownership) -> Option<Ask> {
    let several = ownership.parties.len() > 1;
    let name = owner_name(lang, snapshot, owner);
    let votes = several && ownership.votes() == owner;
    let right = if votes { t(lang, "roll-detail-votes") } else { String::new() };
    section_ui(ui, &t(lang, "roll-detail-owner"), &right);
    let palette = *palette(ui);
    text_ui(ui, &name, Size::Lead, Weight::Regular, palette.ink);
    let mut asked = None;
    let mut voter_ui = |ui: &mut Ui| {
        if several && ownership.voter != owner {
            let word = t(lang, "roll-let-vote");
            let named = tf(lang, "roll-let-vote-name", &[("name", &name)]);
            let response = ui.add(Button::normal(&word).icon(Icon::Hand).pane());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, named.as_str()));
            if response.clicked() {
                asked = Some(Ask::Voter(owner));
            }
        }
    };
    let Some(card) = snapshot.card(owner) else {
        text_ui(ui, &t(lang, "roll-detail-erased"), Size::Body, Weight::Regular, palette.ink2);
        voter_ui(ui);
        return asked;
    };
    if !card.phone.is_empty() {
        pair_ui(ui, &t(lang, "roll-detail-phone"), &card.phone, LABEL);
    }
    if !card.owner_id.is_empty() {
        pair_ui(ui, &t(lang, "import-field-owner-id"), &card.owner_id, LABEL);
    }
    if !card.note.is_empty() {
        pair_ui(ui, &t(lang, "roll-detail-note"), &card.note, LABEL);
    }
    for (heading, text) in &card.extra {
        pair_ui(ui, heading, text, LABEL);
    }
    ui.add_space(space::S2);
    let mut erase = false;
    ui.horizontal_wrapped(|ui| {
        voter_ui(ui);
        let word = t(lang, "erase-open");
        erase = ui.add(Button::normal(&word).icon(Icon::Cross).pane()).clicked();
    });
    if erase { Some(Ask::Erase(owner)) } else { asked }
}
