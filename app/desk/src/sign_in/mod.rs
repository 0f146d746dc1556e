//! Sign-in, the first ten minutes of a meeting: type a door or pinyin, Enter, the next one.
//!
//! One field keeps the focus. Owners stand in roll order, guests after them; who is in the hall carries a check and the
//! time. At the right: how many are there, the one that is marked, the opening of the meeting,
//! written authorities, and guests.

mod duties;
mod guest;
mod list;
mod person_field;
mod proxies;
mod proxy_sheet;
mod side;

use deliberation::Command;
use deliberation::ids::PersonId;
use deliberation::meeting::{Meeting, Phase};
use egui::{CentralPanel, Frame, Id, Key, Margin, Modifiers, Panel, Ui};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Field, Icon, Size, Weight, empty_ui, icon_ui, palette, text_ui};
use crate::page::{Place, Scene, Wish};
use duties::DutiesSheet;
use guest::GuestForm;
use list::People;
use proxy_sheet::ProxySheet;

/// What the sign-in page remembers.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct SignIn {
    #[serde(skip)]
    query: String,
    #[serde(skip)]
    people: People,
    #[serde(skip)]
    marked: Option<PersonId>,
    /// The mark moved by key: show it.
    #[serde(skip)]
    moved: bool,
    #[serde(skip)]
    last: Option<PersonId>,
    guest: GuestForm,
    duties: Option<DutiesSheet>,
    proxy: Option<ProxySheet>,
    /// Somebody left the field on purpose: it does not take the focus again by itself.
    #[serde(skip)]
    released: bool,
}

impl SignIn {
    /// When the page is shown anew: the field takes the focus.
    pub(crate) fn enter(&mut self) {
        self.released = false;
    }

    /// Closes what Esc closes here; true if there was something.
    pub(crate) fn leave(&mut self) -> bool {
        if self.duties.take().is_some() || self.proxy.take().is_some() {
            return true;
        }
        if !self.query.is_empty() {
            self.query.clear();
            self.marked = None;
            return true;
        }
        !std::mem::replace(&mut self.released, true)
    }

    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let lang = scene.lang;
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let meeting = snapshot.facts.working_meeting();
        let open = meeting.filter(|(_, meeting)| !matches!(meeting.phase, Phase::Closed { .. }));
        let Some((number, meeting)) = open else {
            nobody_ui(ui, scene, meeting.is_some());
            return;
        };
        let colours = *palette(ui);
        let pane = Panel::right("sign-in-side").exact_size(frame::DETAIL).resizable(false).show_separator_line(false);
        pane.frame(Frame::new().fill(colours.paper).inner_margin(Margin::same(28))).show(ui, |ui| {
            let edge = ui.max_rect().left() - 28.0;
            ui.painter().vline(edge, ui.clip_rect().y_range(), egui::Stroke::new(1.0, colours.line));
            egui::ScrollArea::vertical().id_salt("sign-in-side").auto_shrink([false, false]).show(ui, |ui| {
                side::counts_ui(ui, &snapshot, lang, number, meeting);
                if let Some(person) = self.marked
                    && side::marked_ui(ui, &snapshot, lang, meeting, person)
                {
                    self.toggle(scene, meeting, person);
                }
                if side::duties_ui(ui, &snapshot, lang, meeting) {
                    self.duties = Some(DutiesSheet::of(&snapshot, lang, meeting));
                }
                if proxies::proxies_ui(ui, scene, meeting) {
                    self.proxy = Some(ProxySheet::default());
                }
                self.guest.guest_ui(ui, scene);
            });
        });
        let inner = Frame::new().fill(colours.sheet).inner_margin(Margin { left: 32, right: 32, top: 24, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| self.door_ui(ui, scene, meeting));
        if let Some(sheet) = &mut self.duties
            && sheet.duties_ui(ui.ctx(), scene)
        {
            self.duties = None;
        }
        if let Some(sheet) = &mut self.proxy
            && sheet.proxy_ui(ui.ctx(), scene)
        {
            self.proxy = None;
        }
    }

    /// The field and the list under it.
    fn door_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, meeting: &Meeting) {
        let lang = scene.lang;
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let colours = *palette(ui);
        text_ui(ui, &t(lang, "sign-in-title"), Size::Title, Weight::Medium, colours.ink);
        ui.add_space(space::S1);
        let id = Id::unique("sign-in");
        if ui.memory(|memory| memory.has_focus(id)) {
            self.move_mark(ui, &snapshot, meeting);
        }
        let (name, hint) = (t(lang, "sign-in-field"), t(lang, "sign-in-hint"));
        let before = self.query.clone();
        let response = ui
            .horizontal(|ui| {
                let field = Field::new(&mut self.query, &name).hint(&hint).icon(Icon::Search).width(400.0).id(id);
                let response = field.field_ui(ui);
                if let Some(last) = self.last.filter(|last| meeting.attendance.is_present(*last)) {
                    icon_ui(ui, Icon::Check, frame::ICON_CHIP, colours.accent);
                    let label = words::person_label(lang, &snapshot.facts, snapshot.as_ref(), last);
                    let label = tf(lang, "sign-in-last", &[("name", &label)]);
                    text_ui(ui, &label, Size::Body, Weight::Regular, colours.ink);
                }
                response
            })
            .inner;
        if self.query != before {
            self.marked = self.people.rows(&snapshot, meeting, &self.query).first().copied();
        }
        let enter = ui.input(|input| input.key_pressed(Key::Enter)) && !scene.composing;
        if response.lost_focus() && enter {
            if let Some(person) = self.marked {
                scene.session.submit(Command::SignIn { who: person.into() });
                self.last = Some(person);
                self.query.clear();
                self.marked = None;
            }
            response.request_focus();
        }
        if scene.asked(Action::Find) || scene.asked(Action::SignIn) {
            self.released = false;
        }
        let free = ui.memory(|memory| memory.focused().is_none());
        if free && !self.released && self.duties.is_none() && self.proxy.is_none() {
            response.request_focus();
        }
        if self.query.trim().is_empty() {
            ui.add_space(space::S2);
            self.missing_ui(ui, lang, &snapshot, meeting);
        } else if self.people.rows(&snapshot, meeting, &self.query).is_empty() {
            ui.add_space(space::S3);
            text_ui(ui, &t(lang, "sign-in-nobody"), Size::Body, Weight::Regular, colours.ink2);
            return;
        }
        let show = std::mem::take(&mut self.moved);
        self.people.list_ui(ui, &snapshot, lang, meeting, &self.query, (&mut self.marked, show));
    }

    /// Shows only whom one still waits for, and everybody again.
    fn missing_ui(&mut self, ui: &mut Ui, lang: Lang, snapshot: &session::Snapshot, meeting: &Meeting) {
        let count = self.people.missing(snapshot, meeting);
        if count == 0 {
            self.people.missing_only = false;
            return;
        }
        let word = tf(lang, "sign-in-missing", &[("count", &words::Quantity::count(count).number(lang))]);
        if ui.add(Button::normal(&word).pane().marked(self.people.missing_only)).clicked() {
            self.people.missing_only = !self.people.missing_only;
            self.marked = None;
        }
        ui.add_space(space::S2);
    }

    /// Arrows move the mark without leaving the field.
    fn move_mark(&mut self, ui: &Ui, snapshot: &session::Snapshot, meeting: &Meeting) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if !down && !up {
            return;
        }
        let rows = self.people.rows(snapshot, meeting, &self.query);
        let at = self.marked.and_then(|person| rows.iter().position(|one| *one == person));
        let next = match at {
            None => 0,
            Some(at) if down => (at + 1).min(rows.len().saturating_sub(1)),
            Some(at) => at.saturating_sub(1),
        };
        self.marked = rows.get(next).copied();
        self.moved = true;
    }

    fn toggle(&mut self, scene: &mut Scene<'_>, meeting: &Meeting, person: PersonId) {
        let who = person.into();
        if meeting.attendance.is_present(person) {
            scene.session.submit(Command::SignOut { who });
        } else {
            scene.session.submit(Command::SignIn { who });
            self.last = Some(person);
        }
        self.released = false;
    }
}

/// No meeting to sign in for: what to do.
fn nobody_ui(ui: &mut Ui, scene: &mut Scene<'_>, over: bool) {
    let lang = scene.lang;
    let inner = Frame::new().fill(palette(ui).sheet).inner_margin(Margin::same(56));
    CentralPanel::no_frame().frame(inner).show(ui, |ui| {
        let (title, next) = if over {
            (t(lang, "sign-in-over"), t(lang, "sign-in-over-next"))
        } else {
            (t(lang, "sign-in-no-meeting"), t(lang, "sign-in-no-meeting-next"))
        };
        empty_ui(ui, Icon::Meeting, &title, &next, |ui| {
            if ui.add(Button::primary(&t(lang, "sign-in-to-meeting")).icon(Icon::Next)).clicked() {
                scene.wishes.push(Wish::Show(Place::Meeting));
            }
        });
    });
}
