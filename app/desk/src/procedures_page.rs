//! 程序: the procedures this program brings along, with what tells one from another, and beside them the rules votes are
//! held by.

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui};
use words::{t, tf};

use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, empty_ui, hairline_ui, palette, text_ui};
use crate::page::Scene;
use crate::rules::RulesPage;
use crate::table::pair_ui;
use crate::top_bar::head_bar_ui;

/// Width of the labels.
const LABEL: f32 = 104.0;

/// What is shown of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Procedures,
    Rules,
}

/// The page with what it remembers.
#[derive(Default)]
pub(crate) struct ProceduresPage {
    tab: Tab,
    rules: RulesPage,
}

impl ProceduresPage {
    /// Closes what Esc closes here; true if there was something.
    pub(crate) fn leave(&mut self) -> bool {
        self.tab == Tab::Rules && self.rules.leave()
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
            Tab::Procedures => procedures_ui(ui, scene),
            Tab::Rules => self.rules.page_ui(ui, scene),
        }
    }
}

fn procedures_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let lang = scene.lang;
    let colours = *palette(ui);
    let inner = Frame::new().fill(colours.sheet).inner_margin(Margin { left: 32, right: 32, top: 28, bottom: 12 });
    CentralPanel::no_frame().frame(inner).show(ui, |ui| {
        let shipped = scene.session.shipped_procedures();
        if shipped.len() == 0 {
            let (title, next) = if scene.session.procedures_busy() {
                (t(lang, "procedures-under-way"), t(lang, "procedures-under-way-next"))
            } else {
                (t(lang, "procedures-none"), t(lang, "procedures-none-next"))
            };
            empty_ui(ui, Icon::Procedure, &title, &next, |_| ());
            return;
        }
        text_ui(ui, &t(lang, "procedures-hint"), Size::Body, Weight::Regular, colours.ink2);
        ui.add_space(space::S4);
        ScrollArea::vertical().id_salt("procedures").auto_shrink([false, false]).show(ui, |ui| {
            for (manifest, hash) in shipped {
                text_ui(ui, manifest.title.get(lang.tag()), Size::Lead, Weight::Medium, colours.ink);
                pair_ui(ui, &t(lang, "procedures-id"), &manifest.id, LABEL);
                pair_ui(ui, &t(lang, "procedures-version"), &manifest.version, LABEL);
                pair_ui(ui, &t(lang, "procedures-authors"), &manifest.authors.join(&t(lang, "list-comma")), LABEL);
                pair_ui(ui, &t(lang, "procedures-licence"), &manifest.licence, LABEL);
                pair_ui(ui, &t(lang, "procedures-hash"), &in_groups(&hash.to_string()), LABEL);
                // Those that ran in this file, of any version.
                let runs = scene.session.facts().procedures.iter().filter(|run| run.plugin.id == *manifest.id).count();
                let runs = words::Quantity::count(runs).number(lang);
                pair_ui(ui, &t(lang, "procedures-used"), &tf(lang, "procedures-times", &[("n", &runs)]), LABEL);
                ui.add_space(space::S3);
                hairline_ui(ui);
                ui.add_space(space::S3);
            }
        });
    });
}

/// A hash in groups of eight, to be compared by eye.
fn in_groups(hash: &str) -> String {
    let digits: Vec<char> = hash.chars().collect();
    digits.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
