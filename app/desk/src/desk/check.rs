//! The check before a meeting: what the shell knows is given to its page, what the page learns is kept on this PC.

use egui::Ui;
use session::Now;

use super::{Desk, banners, size};
use crate::action::Action;
use crate::home::place_of;
use crate::page::{Scene, Wish};
use crate::preflight::Surroundings;
use crate::rail;

impl Desk {
    pub(super) fn preflight_ui(&mut self, ui: &mut Ui, now: Now, actions: &[Action], wishes: &mut Vec<Wish>) {
        let lang = self.workspace.lang();
        let state = self.screen.state();
        let setting = self.screen.setting(self.hall);
        rail::rail_ui(ui, lang, self.place, self.blanks_unsaid(), wishes);
        let zone = self.workspace.zone.clone();
        let path = self.workspace.session().map(|session| session.path().to_owned()).unwrap_or_default();
        let around = Surroundings {
            screen: state,
            monitors: self.screen.knows_monitors().then(|| (self.screen.monitors().len(), self.screen.chosen())),
            zone: zone.as_deref(),
            room: self.workspace.preferences.room,
            backup: self.workspace.preferences.backup_of(&path).cloned(),
            place: place_of(lang, &self.workspace.places.documents, &path),
        };
        let Some(session) = self.workspace.session_mut() else { return };
        banners::banners_ui(ui, lang, &mut self.complaint, state, session);
        let mut scene = Scene {
            session,
            lang,
            now,
            composing: self.keys.composing(),
            actions,
            audience: &self.audience,
            prepared: self.prepared.as_ref(),
            setting,
            screen: state,
            answer: self.answer.as_ref(),
            wishes,
        };
        let learnt = self.preflight.page_ui(ui, &mut scene, &around);
        if let Some(room) = learnt.room {
            self.workspace.prefer(|preferences| preferences.room = Some(room));
            self.hall = size::hall_of(&self.workspace.preferences);
        }
        if let Some(backup) = learnt.backup {
            self.workspace.prefer(|preferences| preferences.backed_up(backup));
        }
    }
}
