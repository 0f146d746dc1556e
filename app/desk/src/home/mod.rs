//! The home page: recent files, a new community, the example one key away.
//!
//! It opens nothing itself: what a person wants goes to the shell as a [`HomeWish`], because what is open stays open
//! until the other file is.

mod crash;
mod form;
mod recent;
mod rehearse;
mod start;

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Key, Margin, Panel, Ui};
use session::{Now, Workspace};
use words::Lang;

use crate::action::Action;
use crate::complaint::Complaint;
use crate::dialogs::Question;
use crate::look::palette;
use crate::look::tokens::{frame, stroke};
use crate::page::Wish;
use form::NewCommunity;
pub(crate) use recent::place_of;

/// How often it is looked whether the recent files are there: somebody may put the stick in.
const LOOK_MS: u64 = 2_000;

/// What a person wants on the home page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HomeWish {
    /// Open the example.
    Example,
    /// Open this file.
    Open(PathBuf),
    /// Choose what to rehearse.
    Rehearse,
    /// Go back to the file that is open.
    Back,
    /// Make a file here for a community of this name.
    Create(PathBuf, String),
    /// The other language.
    Language,
    /// Dark or light.
    Dark,
    /// Throw the report of a crash away.
    DiscardCrash,
    /// Open the program's folder.
    ShowFolder,
    /// Something for the shell.
    Shell(Wish),
}

/// What the home page remembers.
#[derive(Debug, Default)]
pub(crate) struct Home {
    form: Option<NewCommunity>,
    /// What to rehearse is being chosen.
    rehearsing: bool,
    /// Whether each recent file is where it was, when last looked.
    there: Vec<bool>,
    looked: Option<u64>,
    /// The report of a crash is being read.
    reading: bool,
}

/// What the home page is drawn with.
pub(crate) struct HomeScene<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) lang: Lang,
    pub(crate) now: Now,
    pub(crate) actions: &'a [Action],
    pub(crate) composing: bool,
    pub(crate) complaint: &'a mut Option<Complaint>,
    pub(crate) answer: Option<&'a (Question, PathBuf)>,
    /// A roll that waits for a community to be imported into.
    pub(crate) waiting_roll: Option<&'a str>,
}

impl Home {
    /// Begins the form of a new community.
    pub(crate) fn begin(&mut self) {
        self.form = Some(NewCommunity::default());
        self.rehearsing = false;
    }

    /// Shows what can be rehearsed.
    pub(crate) fn choose_rehearsal(&mut self) {
        (self.form, self.rehearsing) = (None, true);
    }

    /// Whether a form is open; gives it up. True if there was one.
    pub(crate) fn leave(&mut self) -> bool {
        let open = std::mem::take(&mut self.reading) | std::mem::take(&mut self.rehearsing);
        open | self.form.take().is_some()
    }

    /// After a file was opened or made.
    pub(crate) fn done(&mut self) {
        *self = Home::default();
    }

    pub(crate) fn home_ui(&mut self, ui: &mut Ui, scene: &mut HomeScene<'_>) -> Vec<HomeWish> {
        let mut wishes = Vec::new();
        if scene.actions.contains(&Action::New) {
            self.begin();
        }
        if scene.actions.contains(&Action::Example) {
            wishes.push(HomeWish::Example);
        }
        let nothing_over = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        let free = self.form.is_none() && !self.reading && !self.rehearsing && !scene.composing && nothing_over;
        if free && ui.input(|input| input.modifiers.is_none() && input.key_pressed(Key::Enter)) {
            // Enter goes on with what was worked on last; the first time that is the example.
            wishes.push(match scene.workspace.preferences.recent.first() {
                _ if scene.workspace.session().is_some() => HomeWish::Back,
                Some(last) => HomeWish::Open(last.path.clone()),
                None => HomeWish::Example,
            });
        }
        self.look(ui, scene);
        let palette = *palette(ui);
        let roomy = ui.available_width() >= frame::ROOMY.x;
        let start = if roomy { 448.0 } else { 400.0 };
        let margin = if roomy { 64 } else { 40 };
        let panel = Panel::left("home-start").exact_size(start).resizable(false).show_separator_line(false);
        let inner =
            Frame::new().fill(palette.paper).inner_margin(Margin { left: margin, right: 56, top: 72, bottom: 32 });
        panel.frame(inner).show(ui, |ui| start::start_ui(ui, scene, &mut wishes));
        let inner =
            Frame::new().fill(palette.sheet).inner_margin(Margin { left: 56, right: margin, top: 72, bottom: 32 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            let edge = egui::Stroke::new(stroke::HAIR, palette.line);
            ui.painter().vline(ui.max_rect().left() - 55.5, ui.clip_rect().y_range(), edge);
            if let Some(complaint) = scene.complaint.as_ref()
                && complaint.complaint_ui(ui, scene.lang)
            {
                *scene.complaint = None;
            }
            if let Some(report) = scene.workspace.crash() {
                crash::crash_ui(ui, scene.lang, report, &mut self.reading, &mut wishes);
            }
            match &mut self.form {
                Some(form) => form.form_ui(ui, scene, &mut wishes),
                None if self.rehearsing => rehearse::rehearse_ui(ui, scene, &self.there, &mut wishes),
                None => recent::recent_ui(ui, scene, &self.there, &mut wishes),
            }
        });
        if wishes.iter().any(|wish| matches!(wish, HomeWish::Shell(Wish::Do(Action::New)))) {
            self.begin();
        }
        if wishes.contains(&HomeWish::Rehearse) {
            self.choose_rehearsal();
        }
        wishes
    }

    fn look(&mut self, ui: &Ui, scene: &HomeScene<'_>) {
        let due = self.looked.is_none_or(|at| scene.now.mono_ms.saturating_sub(at) >= LOOK_MS);
        if due || self.there.len() != scene.workspace.preferences.recent.len() {
            self.looked = Some(scene.now.mono_ms);
            let recent = &scene.workspace.preferences.recent;
            self.there = recent.iter().map(|recent| scene.workspace.is_there(&recent.path)).collect();
        }
        if self.there.contains(&false) {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(LOOK_MS));
        }
    }
}
