//! 表决规则: what votes can be held by — the program's rules, the community's own, those its folder offers — and the
//! editor of its own. Saving is adopting: from then on the rule is in the file, and old votes keep theirs.

mod detail;
mod editor;
mod form;
mod list;
mod thresholds;

use deliberation::Command;
use deliberation::rule::Rule;
use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use session::{RuleFile, Session};
use words::{t, tf};

use crate::action::Action;
use crate::look::tokens::{frame, space, stroke};
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::page::Scene;
use detail::Wanted;
use form::RuleForm;
use list::{Entry, Key};

/// What the page remembers.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct RulesPage {
    #[serde(skip)]
    files: Vec<RuleFile>,
    #[serde(skip)]
    read: bool,
    #[serde(skip)]
    marked: Option<Key>,
    draft: Draft<RuleForm>,
    editing: bool,
}

impl RulesPage {
    /// Closes what Esc closes here; true if there was something.
    pub(crate) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.editing)
    }

    /// Draws the page under its head.
    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        if !std::mem::replace(&mut self.read, true) {
            self.files = scene.session.own_rules();
        }
        let mut bench = Bench::new(ui, scene);
        let saved = self.draft.value.id.trim().to_owned();
        if self.draft.settled(bench.session) && self.editing {
            self.editing = false;
            self.marked = Some(Key::Rule(saved));
        }
        if bench.asked(Action::Leave) {
            self.editing = false;
        }
        if self.editing {
            self.editor_ui(ui, &mut bench);
        } else {
            self.list_ui(ui, &mut bench);
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        let entries = list::entries(bench.facts(), &self.files);
        let place = self.marked.as_ref().and_then(|key| entries.iter().position(|entry| entry.key() == *key));
        let place = place.or(if entries.is_empty() { None } else { Some(0) });
        let closed = bench.session.read_only().is_some().then(|| bench.say("rules-read-only"));
        let wanted = side_ui(ui, |ui| {
            place.and_then(|at| entries.get(at)).and_then(|entry| {
                detail::detail_ui(ui, bench.lang, entry, closed.as_deref()).map(|wanted| (wanted, entry.clone()))
            })
        });
        if let Some((wanted, entry)) = wanted {
            self.grant(bench, wanted, &entry);
        }
        let inner =
            Frame::new().fill(palette(ui).sheet).inner_margin(Margin { left: 32, right: 32, top: 12, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            ui.horizontal(|ui| {
                let folder = bench.session.rules_folder();
                let folder = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let hint = bench.tell("rules-folder-hint", &[("folder", &folder)]);
                text_ui(ui, &hint, Size::Note, Weight::Regular, palette(ui).ink2);
                if ui.add(Button::text(&bench.say("rules-read-again")).icon(Icon::Import).inline()).clicked() {
                    self.files = bench.session.own_rules();
                }
            });
            ui.add_space(space::S2);
            if let Some(entry) = list::list_ui(ui, bench.lang, &entries, place).and_then(|at| entries.get(at)) {
                self.marked = Some(entry.key());
            }
        });
    }

    fn grant(&mut self, bench: &mut Bench<'_>, wanted: Wanted, entry: &Entry) {
        match (wanted, entry) {
            (Wanted::Adopt, Entry::File(file)) => {
                if let Some(command) = Session::adopting(file) {
                    bench.submit(command);
                    self.marked = entry.rule().map(|rule| Key::Rule(rule.id.clone()));
                }
            }
            (Wanted::Retire, Entry::Own(rule)) => {
                bench.submit(Command::RetireRule { rule: rule.id.clone() });
            }
            (Wanted::Change, Entry::Own(rule)) => self.edit(RuleForm::of(rule)),
            (Wanted::Copy, _) => {
                if let Some(rule) = entry.rule() {
                    self.edit(RuleForm::copy(rule, &taken(bench)));
                }
            }
            _ => {}
        }
    }

    fn edit(&mut self, form: RuleForm) {
        self.draft = Draft::default();
        self.draft.value = form;
        self.editing = true;
    }

    fn editor_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        let lang = bench.lang;
        let made = self.draft.value.own_rule(lang, &taken(bench));
        let closed = bench.session.read_only().is_some().then(|| bench.say("rules-read-only"));
        let (save, leave) = side_ui(ui, |ui| editor::reading_ui(ui, lang, &made, closed.as_deref()));
        let inner =
            Frame::new().fill(palette(ui).sheet).inner_margin(Margin { left: 32, right: 32, top: 16, bottom: 0 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            let heading = match &self.draft.value.changes {
                Some(id) => tf(lang, "rules-editing", &[("id", id)]),
                None => t(lang, "rules-new"),
            };
            text_ui(ui, &heading, Size::Title, Weight::Medium, palette(ui).ink);
            ui.add_space(space::S2);
            editor::fields_ui(ui, lang, &mut self.draft.value, made.as_ref().err());
        });
        if leave {
            self.editing = false;
        }
        if save && let Ok(rule) = made {
            self.draft.send(bench, vec![Command::AdoptRule { rule: Box::new(rule) }]);
        }
    }
}

/// Whether a rule of the list has this id.
fn taken(bench: &Bench<'_>) -> impl Fn(&str) -> bool + use<> {
    let ids: Vec<String> = bench.facts().all_rules().map(|rule: &Rule| rule.id.clone()).collect();
    move |id| ids.iter().any(|known| known == id)
}

/// The pane at the right.
fn side_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let paper = palette(ui).paper;
    let pane = Panel::right("rules-side").exact_size(frame::DETAIL).resizable(false).show_separator_line(false);
    pane.frame(Frame::new().fill(paper).inner_margin(Margin::same(28)))
        .show(ui, |ui| {
            let edge = egui::Stroke::new(stroke::HAIR, palette(ui).line);
            ui.painter().vline(ui.max_rect().left() - 28.0, ui.clip_rect().y_range(), edge);
            add(ui)
        })
        .inner
}
