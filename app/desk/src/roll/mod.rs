//! The roll: units, owners, areas; one household beside the list; the way to an import and to an erasure.

mod detail;
mod erase;
pub(crate) mod import;
mod list;

use deliberation::ids::UnitIx;
use egui::{CentralPanel, Frame, Id, Margin, Panel, Ui};
use words::{t, tf};

use crate::action::Action;
use crate::dialogs::Question;
use crate::look::tokens::{frame, space, stroke};
use crate::look::{Button, Field, Icon, Size, Weight, empty_ui, palette, text_ui};
use crate::page::{Scene, Wish};
use crate::top_bar::head_bar_ui;
use erase::Erasing;
use list::List;

/// What the roll page remembers.
#[derive(Debug, Default)]
pub(crate) struct RollPage {
    query: String,
    list: List,
    marked: Option<UnitIx>,
    erasing: Option<Erasing>,
}

impl RollPage {
    /// Closes what Esc closes here; true if there was something.
    pub(crate) fn leave(&mut self) -> bool {
        if self.erasing.take().is_some() {
            return true;
        }
        if self.query.is_empty() {
            return false;
        }
        self.query.clear();
        true
    }

    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, status: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
        let lang = scene.lang;
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let facts = &snapshot.facts;
        let title = t(lang, "roll-title");
        let wanted = head_bar_ui(ui, &facts.file.title, &title, |ui| {
            let import = t(lang, "roll-import");
            let pressed = ui.add(Button::normal(&import).icon(Icon::Import)).clicked();
            status(ui, scene);
            pressed
        });
        if wanted {
            scene.wishes.push(Wish::Ask(Question::PickRoll));
        }
        if facts.roll.units().is_empty() {
            let inner = Frame::new().fill(palette(ui).sheet).inner_margin(Margin::same(56));
            CentralPanel::no_frame().frame(inner).show(ui, |ui| {
                let (title, next) = (t(lang, "roll-empty"), t(lang, "roll-empty-next"));
                empty_ui(ui, Icon::Roll, &title, &next, |ui| {
                    if ui.add(Button::primary(&t(lang, "roll-import")).icon(Icon::Import)).clicked() {
                        scene.wishes.push(Wish::Ask(Question::PickRoll));
                    }
                });
            });
            return;
        }
        let paper = palette(ui).paper;
        let pane = Panel::right("roll-detail").exact_size(frame::DETAIL).resizable(false).show_separator_line(false);
        pane.frame(Frame::new().fill(paper).inner_margin(Margin::same(28))).show(ui, |ui| {
            let edge = egui::Stroke::new(stroke::HAIR, palette(ui).line);
            ui.painter().vline(ui.max_rect().left() - 28.0, ui.clip_rect().y_range(), edge);
            match self.marked {
                Some(unit) => {
                    if let Some(person) = detail::detail_ui(ui, &snapshot, lang, unit) {
                        self.erasing = Some(Erasing::of(&snapshot, person));
                    }
                }
                None => summary_ui(ui, scene),
            }
        });
        let inner =
            Frame::new().fill(palette(ui).sheet).inner_margin(Margin { left: 32, right: 32, top: 20, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            let id = Id::unique("roll-search");
            let name = t(lang, "roll-search");
            let hint = t(lang, "roll-search-hint");
            ui.horizontal(|ui| {
                let field = Field::new(&mut self.query, &name).hint(&hint).icon(Icon::Search).width(320.0).id(id);
                let response = field.field_ui(ui);
                if scene.asked(Action::Find) {
                    response.request_focus();
                }
                if !self.query.is_empty() {
                    let count = self.list.rows(&snapshot, &self.query).len();
                    let count = words::Quantity::households(count).text(lang);
                    let found = tf(lang, "roll-found", &[("count", &count)]);
                    text_ui(ui, &found, Size::Body, Weight::Regular, palette(ui).ink2);
                }
            });
            ui.add_space(space::S2);
            self.list.list_ui(ui, &snapshot, lang, &self.query, &mut self.marked);
        });
        if self.erasing.as_mut().is_some_and(|erasing| erasing.erasing_ui(ui.ctx(), scene)) {
            self.erasing = None;
        }
    }
}

/// The roll as a whole, while no household is marked.
fn summary_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let lang = scene.lang;
    let facts = scene.session.facts();
    let palette = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S3;
    for figure in words::figures::roll(lang, facts) {
        let label = match figure.id.as_str() {
            "roll.units" => t(lang, "roll-units"),
            "roll.heads" => t(lang, "roll-heads"),
            _ => t(lang, "roll-area"),
        };
        let unit = figure.text.strip_prefix(figure.number.as_str()).unwrap_or_default().trim();
        crate::look::key_figure_ui(ui, &label, &figure.number, unit);
    }
    let unknown = facts.roll.doors_without_area().count();
    if unknown > 0 {
        let count = words::Quantity::households(unknown).text(lang);
        let text = tf(lang, "roll-areas-unknown", &[("count", &count)]);
        text_ui(ui, &text, Size::Body, Weight::Regular, palette.warn);
    }
    ui.add_space(space::S2);
    text_ui(ui, &t(lang, "roll-mark-one"), Size::Body, Weight::Regular, palette.ink2);
}
