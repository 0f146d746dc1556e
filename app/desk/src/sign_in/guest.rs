//! Guests by party: whom they come from, their name, and they are in.

use deliberation::Command;
use deliberation::ids::PersonId;
use deliberation::people::Capacity;
use deliberation::text::{PersonCard, Sealable};
use egui::{Key, Ui};
use session::{Snapshot, Ticket};
use words::{Lang, t};

use crate::look::tokens::space;
use crate::look::{Button, Field, Icon, section_ui};
use crate::page::Scene;

/// A half-typed guest, and one on the way into the file.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct GuestForm {
    party: String,
    name: String,
    capacity: Capacity,
    /// Added; to be signed in once the file has them.
    #[serde(skip)]
    coming: Option<(Ticket, String, String)>,
}

/// Whom a guest comes from, as one says it.
const CAPACITIES: [Capacity; 4] = [Capacity::Property, Capacity::Community, Capacity::Guest, Capacity::Resident];

impl GuestForm {
    pub(super) fn guest_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let lang = scene.lang;
        self.follow(scene);
        if self.capacity == Capacity::Owner {
            self.capacity = Capacity::Guest;
        }
        section_ui(ui, &t(lang, "guest-title"), "");
        ui.horizontal_wrapped(|ui| {
            for capacity in CAPACITIES {
                let word = capacity_word(lang, capacity);
                let chosen = self.capacity == capacity;
                if ui.add(Button::normal(&word).pane().marked(chosen)).clicked() {
                    self.capacity = capacity;
                }
            }
        });
        let width = (ui.available_width() - space::S2) / 2.0;
        let mut entered = false;
        ui.horizontal_top(|ui| {
            let (party, name) = (t(lang, "guest-party"), t(lang, "guest-name"));
            for (text, label) in [(&mut self.party, &party), (&mut self.name, &name)] {
                let response = Field::new(text, label).hint(label).width(width).field_ui(ui);
                entered |= response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !scene.composing;
            }
        });
        ui.add_space(space::S1);
        let ready = !self.name.trim().is_empty();
        let reason = (!ready).then(|| t(lang, "guest-needs-name"));
        let word = t(lang, "guest-do");
        let pressed = ui.add(Button::normal(&word).icon(Icon::Plus).pane().closed(reason.as_deref())).clicked();
        if ready && (pressed || entered) {
            let (name, party) = (self.name.trim().to_owned(), self.party.trim().to_owned());
            let ticket = scene.session.submit(add(&name, self.capacity, &party));
            self.coming = Some((ticket, name, party));
            self.name.clear();
        }
        ui.add_space(space::S4);
    }

    /// Signs the guest in once the file has them.
    fn follow(&mut self, scene: &mut Scene<'_>) {
        let Some((ticket, name, party)) = self.coming.take() else { return };
        if scene.session.is_pending(ticket) {
            self.coming = Some((ticket, name, party));
            return;
        }
        if scene.session.outcome(ticket).is_some_and(session::Outcome::is_done)
            && let Some(person) = newest(scene.session.snapshot(), &name, &party)
        {
            scene.session.submit(Command::SignIn { who: person.into() });
        }
    }
}

/// The command that adds somebody who owns no unit.
pub(super) fn add(name: &str, capacity: Capacity, party: &str) -> Command {
    let card = PersonCard { name: name.to_owned(), ..PersonCard::default() };
    Command::AddPerson { card: Sealable::Open(card), capacity, party: party.to_owned() }
}

/// The person of this name and party that was added last.
pub(super) fn newest(snapshot: &Snapshot, name: &str, party: &str) -> Option<PersonId> {
    let others = snapshot.facts.people.iter().rev().filter(|(_, entry)| entry.capacity != Capacity::Owner);
    let mut named = others.filter(|(person, entry)| entry.party == party && snapshot.name(**person) == name);
    named.next().map(|(person, _)| *person)
}

fn capacity_word(lang: Lang, capacity: Capacity) -> String {
    match capacity {
        Capacity::Owner => t(lang, "capacity-owner"),
        Capacity::Resident => t(lang, "capacity-resident"),
        Capacity::Community => t(lang, "capacity-community"),
        Capacity::Property => t(lang, "capacity-property"),
        Capacity::Guest => t(lang, "capacity-guest"),
    }
}
