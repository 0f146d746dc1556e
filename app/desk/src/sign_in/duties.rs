//! Opening the meeting: who leads it, who takes the minutes, who counts. People of the file, or new ones by name.

use deliberation::Command;
use deliberation::meeting::Meeting;
use deliberation::people::Capacity;
use egui::Context;
use session::{Snapshot, Ticket, find};
use words::{Lang, t};

use super::guest::{add, newest};
use super::person_field::{PersonField, person_ui};
use crate::confirm::sheet;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};
use crate::page::{Place, Scene, Wish};

/// Width of the sheet.
const WIDTH: f32 = 520.0;

/// The sheet with its four fields.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct DutiesSheet {
    fields: [PersonField; 4],
    /// The meeting is in session: other people for the duties.
    change: bool,
    /// Which field gets the keyboard next; behind the last the button does.
    #[serde(skip)]
    focus: Option<usize>,
    /// People who were added under their names first.
    #[serde(skip)]
    adding: Vec<Ticket>,
    #[serde(skip)]
    sent: Option<Ticket>,
}

impl DutiesSheet {
    /// The duties as they are, or as they were in the meeting before.
    pub(super) fn of(snapshot: &Snapshot, lang: Lang, meeting: &Meeting) -> DutiesSheet {
        let change = meeting.is_open();
        let duties = if change {
            meeting.duties
        } else {
            let before = snapshot.facts.meetings.iter().rev().nth(1);
            before.map(|before| before.duties).unwrap_or_default()
        };
        let people = [duties.chair, duties.recorder, duties.counters[0], duties.counters[1]];
        let fields = people.map(|person| PersonField::of(snapshot, lang, person));
        DutiesSheet { fields, change, focus: Some(0), adding: Vec::new(), sent: None }
    }

    /// Shows the sheet; true when it is over.
    pub(super) fn duties_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let lang = scene.lang;
        if let Some(over) = self.follow(scene) {
            return over;
        }
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let ((go, leave), beside) = sheet(ctx, "duties", |ui| {
            ui.set_width(WIDTH);
            let colours = *palette(ui);
            let title = if self.change { t(lang, "duties-change-title") } else { t(lang, "duties-open-title") };
            text_ui(ui, &title, Size::Title, Weight::Medium, colours.ink);
            text_ui(ui, &t(lang, "duties-hint"), Size::Body, Weight::Regular, colours.ink2);
            ui.add_space(space::S3);
            let labels =
                [t(lang, "duty-chair"), t(lang, "duty-recorder"), t(lang, "duty-counter-1"), t(lang, "duty-counter-2")];
            for (at, (field, label)) in self.fields.iter_mut().zip(&labels).enumerate() {
                let (response, entered) = person_ui(ui, &snapshot, lang, scene.composing, field, label);
                if self.focus == Some(at) {
                    response.request_focus();
                    self.focus = None;
                }
                if entered {
                    self.focus = Some(at + 1);
                    ui.ctx().request_repaint();
                }
            }
            let missing = self.fields[..2].iter().any(|field| field.name().is_empty());
            let reason = missing.then(|| t(lang, "duties-needs"));
            ui.add_space(space::S2);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let word = if self.change { t(lang, "duties-change-do") } else { t(lang, "duties-open-do") };
                let go = ui.add(Button::primary(&word).icon(Icon::Check).closed(reason.as_deref()));
                // Enter after the last name, and once more, opens the meeting.
                if self.focus == Some(labels.len()) && missing {
                    self.focus = Some(0);
                } else if self.focus == Some(labels.len()) && !go.has_focus() {
                    go.request_focus();
                    self.focus = None;
                }
                let go = go.clicked();
                (go, ui.add(Button::normal(&t(lang, "desk-leave-it")).key("Esc")).clicked())
            })
            .inner
        });
        if go {
            self.go(scene);
        }
        leave || beside
    }

    /// Adds those the file does not know, then names the duties.
    fn go(&mut self, scene: &mut Scene<'_>) {
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        for field in self.fields.iter_mut().filter(|field| field.person.is_none()) {
            // A name typed whole that only one person has is that person, not a second of the name.
            let mut named =
                find(&snapshot, field.name()).into_iter().filter(|one| snapshot.name(one.person) == field.name());
            if let (Some(only), None) = (named.next(), named.next()) {
                field.person = Some(only.person);
            }
        }
        let mut new: Vec<String> = Vec::new();
        for field in &self.fields {
            let name = field.name();
            if field.person.is_none() && !name.is_empty() && !new.iter().any(|known| known == name) {
                new.push(name.to_owned());
            }
        }
        self.adding = new.iter().map(|name| scene.session.submit(add(name, Capacity::Community, ""))).collect();
        if self.adding.is_empty() {
            self.name_them(scene);
        }
    }

    /// True when the duties are named, false when they were refused and the sheet is to be shown again.
    fn follow(&mut self, scene: &mut Scene<'_>) -> Option<bool> {
        let done = |scene: &Scene<'_>, ticket| scene.session.outcome(ticket).is_some_and(session::Outcome::is_done);
        if let Some(ticket) = self.sent {
            if scene.session.is_pending(ticket) {
                return None;
            }
            self.sent = None;
            let over = done(scene, ticket);
            if over && !self.change {
                scene.wishes.push(Wish::Show(Place::Meeting));
            }
            return Some(over).filter(|over| *over);
        }
        if !self.adding.is_empty() && !self.adding.iter().any(|ticket| scene.session.is_pending(*ticket)) {
            let all = self.adding.drain(..).all(|ticket| done(scene, ticket));
            if all {
                let snapshot = std::sync::Arc::clone(scene.session.snapshot());
                for field in self.fields.iter_mut().filter(|field| field.person.is_none()) {
                    field.person = newest(&snapshot, field.name(), "").filter(|_| !field.name().is_empty());
                }
                self.name_them(scene);
            }
        }
        None
    }

    fn name_them(&mut self, scene: &mut Scene<'_>) {
        let [chair, recorder, first, second] = self.fields.each_ref().map(|field| field.person);
        let (Some(chair), Some(recorder)) = (chair, recorder) else { return };
        let (chair, recorder) = (chair.into(), recorder.into());
        let counters = [first, second].into_iter().flatten().map(Into::into).collect();
        self.sent = Some(scene.session.submit(if self.change {
            Command::ChangeDuties { chair, recorder, counters }
        } else {
            Command::OpenMeeting { chair, recorder, counters }
        }));
    }
}
