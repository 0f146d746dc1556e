//! Units that are not delivered: which ones, and the developer who votes for them as one head (解释 2009 第 9 条).

use deliberation::Door;
use deliberation::people::Capacity;
use egui::Context;
use session::Snapshot;
use session::roll_import::hold;
use words::{Lang, Quantity, t, tf};

use super::{Sent, caption_ui, sheet_ui};
use crate::look::tokens::space;
use crate::look::{Button, Field};
use crate::page::Scene;

/// A choice of units with its name.
type Part = (String, Vec<Door>);

/// Units about to be held for their developer.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(in crate::roll) struct UndeliveredSheet {
    parts: Vec<Part>,
    chosen: usize,
    developer: String,
    #[serde(skip)]
    focused: bool,
    #[serde(skip)]
    sent: Sent,
}

impl UndeliveredSheet {
    /// For this unit, its building, or the units in the list where it shows a part of the roll.
    pub(in crate::roll) fn of(
        snapshot: &Snapshot,
        lang: Lang,
        unit: deliberation::ids::UnitIx,
        listed: &[deliberation::ids::UnitIx],
    ) -> UndeliveredSheet {
        let roll = &snapshot.facts.roll;
        let mut parts: Vec<Part> = Vec::new();
        if let Some(one) = roll.unit(unit) {
            parts.push((tf(lang, "roll-undelivered-one", &[("door", one.door.as_str())]), vec![one.door.clone()]));
            let building = &one.building;
            let doors = |pick: &dyn Fn(&deliberation::roll::Unit) -> bool| -> Vec<Door> {
                roll.units().iter().filter(|unit| pick(unit)).map(|unit| unit.door.clone()).collect()
            };
            if !building.is_empty() {
                let all = doors(&|unit| unit.building == *building);
                let count = Quantity::households(all.len()).text(lang);
                let args = [("building", building.as_str()), ("count", &count)];
                parts.push((tf(lang, "roll-undelivered-building", &args), all));
            }
        }
        if listed.len() > 1 && listed.len() < roll.units().len() {
            let listed: Vec<Door> =
                listed.iter().filter_map(|unit| roll.unit(*unit)).map(|unit| unit.door.clone()).collect();
            let count = Quantity::households(listed.len()).text(lang);
            parts.push((tf(lang, "roll-undelivered-listed", &[("count", &count)]), listed));
        }
        UndeliveredSheet { parts, chosen: 0, developer: String::new(), focused: false, sent: Sent::default() }
    }

    pub(super) fn undelivered_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        if self.sent.done(scene) {
            return true;
        }
        let lang = scene.lang;
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let (title, hint) = (t(lang, "roll-undelivered-title"), t(lang, "roll-undelivered-hint"));
        let word = t(lang, "roll-undelivered-do");
        let foot = sheet_ui(
            ctx,
            lang,
            "roll-undelivered",
            (&title, &hint),
            (&word, |ui: &mut egui::Ui| {
                caption_ui(ui, &t(lang, "roll-undelivered-which"));
                ui.horizontal_wrapped(|ui| {
                    for (place, (name, _)) in self.parts.iter().enumerate() {
                        if ui.add(Button::normal(name).pane().marked(self.chosen == place)).clicked() {
                            self.chosen = place;
                        }
                    }
                });
                ui.add_space(space::S2);
                let label = t(lang, "roll-undelivered-developer");
                caption_ui(ui, &label);
                let response = Field::new(&mut self.developer, &label).field_ui(ui);
                if !std::mem::replace(&mut self.focused, true) {
                    response.request_focus();
                }
                let known = companies(&snapshot);
                ui.horizontal_wrapped(|ui| {
                    for name in known.iter().filter(|name| **name != self.developer.trim()) {
                        if ui.add(Button::normal(name).pane()).clicked() {
                            self.developer.clone_from(name);
                            break;
                        }
                    }
                });
                self.developer.trim().is_empty().then(|| t(lang, "roll-undelivered-needs"))
            }),
        );
        if foot.go
            && let Some((_, doors)) = self.parts.get(self.chosen)
        {
            let commands = hold(&snapshot, &self.developer, doors.clone());
            self.sent.send(scene, commands);
        }
        foot.leave
    }
}

/// Companies of the file: whoever is known as a guest under the company's own name.
fn companies(snapshot: &Snapshot) -> Vec<String> {
    let guests = snapshot.facts.people.iter().filter(|(_, entry)| entry.capacity == Capacity::Guest && !entry.erased);
    let named = guests.filter(|(person, entry)| !entry.party.is_empty() && snapshot.name(**person) == entry.party);
    named.map(|(_, entry)| entry.party.clone()).collect()
}
