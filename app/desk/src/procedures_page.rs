//! 程序: the procedures there are, with what tells one from another; a file that is examined and adopted; and beside them
//! the rules votes are held by.

mod list;
mod sheet;

use egui::{CentralPanel, Frame, Margin, Ui};
use words::t;

use self::sheet::Wanted;
use crate::action::Action;
use crate::dialogs::Question;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, empty_ui, palette, text_ui};
use crate::page::{Scene, Wish};
use crate::rules::RulesPage;
use crate::top_bar::head_bar_ui;

/// What is shown of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Procedures,
    Rules,
}

/// The page with what it remembers.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct ProceduresPage {
    #[serde(skip)]
    tab: Tab,
    rules: RulesPage,
    /// What the author of a refused file needs is shown.
    #[serde(skip)]
    details: bool,
    /// A file that somebody wants to adopt is shown.
    #[serde(skip)]
    examining: bool,
    /// Somebody put it away.
    #[serde(skip)]
    leaving: bool,
}

impl ProceduresPage {
    /// Closes what Esc closes here; true if there was something.
    pub(crate) fn leave(&mut self) -> bool {
        match self.tab {
            Tab::Rules => self.rules.leave(),
            Tab::Procedures => {
                self.leaving = self.examining;
                self.leaving
            }
        }
    }

    /// Shows the procedures and not the rules.
    pub(crate) fn turn_to_procedures(&mut self) {
        self.tab = Tab::Procedures;
    }

    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, status: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
        let lang = scene.lang;
        let title = scene.session.facts().file.title.clone();
        let heading = match self.tab {
            Tab::Procedures => t(lang, "procedures-title"),
            Tab::Rules => t(lang, "rules-title"),
        };
        head_bar_ui(ui, &title, &heading, |ui| {
            status(ui, scene);
            ui.add_space(space::S4);
            // The bar is filled from the right.
            for (tab, name) in
                [(Tab::Rules, t(lang, "rules-title")), (Tab::Procedures, t(lang, "rules-tab-procedures"))]
            {
                if ui.add(Button::normal(&name).marked(self.tab == tab)).clicked() {
                    self.tab = tab;
                }
            }
        });
        match self.tab {
            Tab::Procedures => self.procedures_ui(ui, scene),
            Tab::Rules => self.rules.page_ui(ui, scene),
        }
    }

    fn procedures_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if let Some((Question::PickProcedure, path)) = scene.answer {
            self.details = false;
            scene.session.examine_procedure(path);
        }
        if std::mem::take(&mut self.leaving) || scene.asked(Action::Leave) {
            scene.session.put_examined_away();
        }
        self.examining = scene.session.examining().is_some();
        let lang = scene.lang;
        let closed = scene.session.read_only().is_some().then(|| t(lang, "rules-read-only"));
        let fill = palette(ui).sheet;
        let inner = Frame::new().fill(fill).inner_margin(Margin { left: 32, right: 32, top: 28, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| match scene.session.examining().cloned() {
            Some(examining) => match sheet::sheet_ui(ui, scene, &examining, &mut self.details, closed.as_deref()) {
                Some(Wanted::Adopt) if scene.session.adopt_examined().is_none() => {
                    scene.wishes.push(Wish::Complain(t(lang, "adoption-not-sealed")));
                }
                Some(Wanted::Leave) => scene.session.put_examined_away(),
                _ => {}
            },
            None => list_or_empty_ui(ui, scene, closed.as_deref()),
        });
    }
}

fn list_or_empty_ui(ui: &mut Ui, scene: &mut Scene<'_>, closed: Option<&str>) {
    let lang = scene.lang;
    if scene.session.offered_procedures().next().is_none() {
        let (title, next) = if scene.session.procedures_busy() {
            (t(lang, "procedures-under-way"), t(lang, "procedures-under-way-next"))
        } else {
            (t(lang, "procedures-none"), t(lang, "procedures-none-next"))
        };
        empty_ui(ui, Icon::Procedure, &title, &next, |ui| {
            let bring = t(lang, "adoption-bring");
            if ui.add(Button::primary(&bring).icon(Icon::Import).closed(closed)).clicked() {
                scene.wishes.push(Wish::Ask(Question::PickProcedure));
            }
        });
        return;
    }
    ui.horizontal(|ui| {
        let ink = palette(ui).ink2;
        text_ui(ui, &t(lang, "procedures-hint"), Size::Body, Weight::Regular, ink);
        let bring = t(lang, "adoption-bring");
        if ui.add(Button::text(&bring).icon(Icon::Import).inline().closed(closed)).clicked() {
            scene.wishes.push(Wish::Ask(Question::PickProcedure));
        }
    });
    ui.add_space(space::S4);
    if let Some(sha256) = list::list_ui(ui, scene, closed) {
        scene.session.retire_procedure(sha256);
    }
}

/// A hash in groups of eight, to be compared by eye.
fn in_groups(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
