//! A field for a person: typed by door, name or pinyin, found, taken with Enter or a click.

use deliberation::ids::PersonId;
use egui::{Key, Ui};
use session::{Snapshot, find};
use words::{Lang, t, tf};

use crate::look::tokens::space;
use crate::look::{Button, Field, Size, Weight, palette, text_ui};

/// How many of those found are shown.
const SHOWN: usize = 4;

/// A person as somebody types them.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct PersonField {
    /// As typed, or as the person is called.
    pub(super) text: String,
    /// Who was found.
    pub(super) person: Option<PersonId>,
}

impl PersonField {
    pub(super) fn of(snapshot: &Snapshot, lang: Lang, person: PersonId) -> PersonField {
        if person == PersonId::NOBODY || snapshot.card(person).is_none() {
            return PersonField::default();
        }
        let text = words::person_label(lang, &snapshot.facts, snapshot, person);
        PersonField { text, person: Some(person) }
    }

    /// As typed, without blanks at the ends.
    pub(super) fn name(&self) -> &str {
        self.text.trim()
    }

    fn take(&mut self, snapshot: &Snapshot, lang: Lang, person: PersonId) {
        *self = PersonField::of(snapshot, lang, person);
    }
}

/// A field for a person: typed, found, taken with Enter or a click; a name nobody has is a new person. Says whether Enter
/// was pressed in it, too.
pub(super) fn person_ui(
    ui: &mut Ui,
    snapshot: &Snapshot,
    lang: Lang,
    composing: bool,
    field: &mut PersonField,
    label: &str,
) -> (egui::Response, bool) {
    let colours = *palette(ui);
    text_ui(ui, label, Size::Note, Weight::Regular, colours.ink2);
    let hint = t(lang, "duties-field-hint");
    let before = field.text.clone();
    let response = Field::new(&mut field.text, label).hint(&hint).field_ui(ui);
    if field.text != before {
        field.person = None;
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !composing;
    if field.person.is_none() && !field.name().is_empty() {
        let found = find(snapshot, &field.text);
        if let Some(first) = found.first().filter(|_| entered) {
            field.take(snapshot, lang, first.person);
        } else {
            ui.horizontal_wrapped(|ui| {
                for one in found.iter().take(SHOWN) {
                    let name = words::person_label(lang, &snapshot.facts, snapshot, one.person);
                    if ui.add(Button::normal(&name).pane()).clicked() {
                        field.take(snapshot, lang, one.person);
                    }
                }
            });
            if found.is_empty() {
                let new = tf(lang, "duties-new-person", &[("name", field.name())]);
                text_ui(ui, &new, Size::Note, Weight::Regular, colours.ink2);
            }
        }
    }
    ui.add_space(space::S2);
    (response, entered)
}
