//! What every pane is drawn with: the open file, its last durable picture, the moment, the language.

use std::path::PathBuf;
use std::sync::Arc;

use deliberation::ids::PersonId;
use deliberation::{At, Command, Day, Facts};
use session::{Now, Session, Snapshot, Ticket};
use words::moment::Zone;
use words::names::person_name;
use words::{Lang, t, tf};

use crate::action::Action;
use crate::dialogs::Question;
use crate::look::tokens::frame;
use crate::page::{Scene, Wish};
use crate::screen::Setting;
use crate::status::ScreenState;

/// The bench the panes work at for one frame. Facts are read from the picture, deeds are sent to the session.
pub(crate) struct Bench<'a> {
    pub(crate) session: &'a mut Session,
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) lang: Lang,
    pub(crate) now: Now,
    pub(crate) zone: Zone,
    /// Below [`frame::ROOMY`]: the narrow panes hold.
    pub(crate) small: bool,
    /// Pinyin is being composed in some field; nothing is committed meanwhile.
    pub(crate) composing: bool,
    pub(crate) actions: &'a [Action],
    /// A path somebody chose, for whoever asked.
    pub(crate) answer: Option<&'a (Question, PathBuf)>,
    /// How the room's screen is set up.
    pub(crate) setting: Setting,
    /// Whether the room sees anything.
    pub(crate) screen: ScreenState,
    pub(crate) wishes: &'a mut Vec<Wish>,
}

impl<'a> Bench<'a> {
    /// The bench of this frame.
    pub(crate) fn new(ui: &egui::Ui, scene: &'a mut Scene<'_>) -> Bench<'a> {
        let window = ui.ctx().content_rect().size();
        let snapshot = Arc::clone(scene.session.snapshot());
        Bench {
            zone: Zone::of(&snapshot.facts.file),
            snapshot,
            lang: scene.lang,
            now: scene.now,
            small: window.x < frame::ROOMY.x || window.y < frame::ROOMY.y,
            composing: scene.composing,
            session: &mut *scene.session,
            actions: scene.actions,
            answer: scene.answer,
            setting: scene.setting,
            screen: scene.screen,
            wishes: &mut *scene.wishes,
        }
    }

    /// What holds.
    pub(crate) fn facts(&self) -> &Facts {
        &self.snapshot.facts
    }

    /// The moment as events keep it.
    pub(crate) fn at(&self) -> At {
        At(self.now.utc_ms)
    }

    /// The day by the clocks of the file's zone.
    pub(crate) fn today(&self) -> Day {
        self.zone.day(self.at())
    }

    /// A text of the locale files.
    pub(crate) fn say(&self, key: &str) -> String {
        t(self.lang, key)
    }

    /// A text of the locale files with its places filled.
    pub(crate) fn tell(&self, key: &str, args: &[(&str, &str)]) -> String {
        tf(self.lang, key, args)
    }

    /// A person's name.
    pub(crate) fn name(&self, person: PersonId) -> String {
        person_name(self.lang, self.snapshot.as_ref(), person)
    }

    /// Where somebody belongs: the first door, else the party; may be empty.
    pub(crate) fn place(&self, person: PersonId) -> String {
        let facts = self.facts();
        match facts.roll.door_of(person) {
            Some(door) => door.to_string(),
            None => facts.people.get(&person).map(|entry| entry.party.clone()).unwrap_or_default(),
        }
    }

    /// "周凤军 1-2-102".
    pub(crate) fn name_and_place(&self, person: PersonId) -> String {
        let (name, place) = (self.name(person), self.place(person));
        if place.is_empty() { name } else { format!("{name} {place}") }
    }

    /// Sends a command; what becomes of it is shown by the shell.
    pub(crate) fn submit(&mut self, command: Command) -> Ticket {
        self.session.submit(command)
    }

    /// Whether the keys or a button asked this of the page.
    pub(crate) fn asked(&self, action: Action) -> bool {
        self.actions.contains(&action)
    }

    /// As if the key of `action` had been pressed.
    pub(crate) fn wish(&mut self, action: Action) {
        self.wishes.push(Wish::Do(action));
    }

    /// Whether Enter ended the editing of this field, not a composition.
    pub(crate) fn entered(&self, ui: &egui::Ui, field: &egui::Response) -> bool {
        field.lost_focus() && !self.composing && ui.input(|input| input.key_pressed(egui::Key::Enter))
    }
}
