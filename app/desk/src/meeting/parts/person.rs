//! Somebody by door, pinyin or name: what is typed narrows a short list; Enter takes the first.

use deliberation::ids::PersonId;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, CornerRadius, Id, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::Found;

use super::lines::{Ink, text_paint};
use crate::look::button::focus_ring_paint;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, frame, palette, space};
use crate::look::{Field, Icon};
use crate::meeting::bench::Bench;

/// Who may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Anybody of the file.
    Anybody,
    /// Those in the hall.
    InTheHall,
    /// Owners of units.
    Owners,
}

/// A field for a person and, once taken, who it is.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct PersonField {
    pub(crate) text: String,
    pub(crate) chosen: Option<PersonId>,
}

/// Suggestions under the field.
const SHOWN: usize = 5;

impl PersonField {
    /// A field that holds somebody already.
    pub(crate) fn holding(bench: &Bench<'_>, person: PersonId) -> PersonField {
        PersonField { text: bench.name_and_place(person), chosen: Some(person) }
    }

    /// A search for an owner that is empty again once somebody is taken; `focus` puts the cursor into it once.
    pub(crate) fn owner_search_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        id: Id,
        focus: &mut bool,
    ) -> Option<PersonId> {
        if std::mem::take(focus) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let (name, hint) = (bench.say("meeting-find-door"), bench.say("meeting-find-door-hint"));
        let width = ui.available_width();
        let found = self.person_ui(ui, bench, id, (&name, &hint), Whom::Owners, width)?;
        *self = PersonField::default();
        Some(found.person)
    }

    /// Shows the field with its suggestions; the one just taken, with the door that fitted.
    pub(crate) fn person_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        id: Id,
        labels: (&str, &str),
        whom: Whom,
        width: f32,
    ) -> Option<Found> {
        let (name, hint) = labels;
        let field = Field::new(&mut self.text, name).hint(hint).icon(Icon::Search).width(width).id(id);
        let response = field.field_ui(ui);
        if response.changed() {
            self.chosen = None;
        }
        if self.chosen.is_some() || self.text.trim().is_empty() {
            return None;
        }
        let found = fitting(bench, &self.text, whom);
        let mut taken = if bench.entered(ui, &response) { found.first().copied() } else { None };
        ui.spacing_mut().item_spacing.y = 0.0;
        for one in found.iter().take(SHOWN) {
            let (person, place) = person_text(bench, one);
            if suggestion_ui(ui, &person, &place, width).clicked() {
                taken = Some(*one);
            }
        }
        if found.is_empty() {
            let none = bench.say("meeting-nobody-fits");
            crate::look::text_ui(ui, &none, Size::Note, crate::look::Weight::Regular, palette(ui).ink2);
        }
        if let Some(one) = taken {
            self.chosen = Some(one.person);
            let (person, place) = person_text(bench, &one);
            self.text = if place.is_empty() { person } else { format!("{person} {place}") };
        }
        taken
    }

    /// The same in a form with more fields: after Enter the keyboard stays, so that Tab goes on to the next field, and
    /// whatever is typed next is somebody else.
    pub(crate) fn form_person_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        id: Id,
        labels: (&str, &str),
        whom: Whom,
        width: f32,
    ) -> Option<Found> {
        let taken = self.person_ui(ui, bench, id, labels, whom, width);
        if taken.is_some() {
            select_all(ui, id, &self.text);
        }
        taken
    }
}

/// Gives a field the keyboard with its whole text selected: what is typed next takes its place.
pub(crate) fn select_all(ui: &Ui, id: Id, text: &str) {
    ui.memory_mut(|memory| memory.request_focus(id));
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::default(), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

/// Those who fit what was typed and may be meant.
pub(crate) fn fitting(bench: &Bench<'_>, query: &str, whom: Whom) -> Vec<Found> {
    let facts = bench.facts();
    let mut found = session::find(&bench.snapshot, query);
    found.retain(|one| match whom {
        Whom::Anybody => true,
        Whom::Owners => one.unit.is_some(),
        Whom::InTheHall => {
            facts.working_meeting().is_some_and(|(_, meeting)| meeting.attendance.is_present(one.person))
        }
    });
    found
}

/// Name and place of somebody found: the door that fitted, else the party.
fn person_text(bench: &Bench<'_>, found: &Found) -> (String, String) {
    let unit = found.unit.and_then(|unit| bench.facts().roll.unit(unit));
    let place = unit.map_or_else(|| bench.place(found.person), |unit| unit.door.to_string());
    (bench.name(found.person), place)
}

/// A line of the list: "1-3-601 方文金" and something at the right.
pub(crate) fn suggestion_ui(ui: &mut Ui, left: &str, right: &str, width: f32) -> Response {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, frame::BUTTON), Sense::click());
    let name = if right.is_empty() { left.to_owned() } else { format!("{left} {right}") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
    }
    let middle = rect.center().y;
    let ink2 = Ink::new(Size::Body, colours.ink2);
    let shown = text_paint(ui, right, ink2, Align2::RIGHT_CENTER, pos2(rect.right(), middle), width);
    let ink = Ink::new(Size::Body, colours.ink);
    let room = shown.left() - rect.left() - space::S2;
    text_paint(ui, left, ink, Align2::LEFT_CENTER, pos2(rect.left() + space::S1, middle), room);
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(2.0));
    }
    response
}
