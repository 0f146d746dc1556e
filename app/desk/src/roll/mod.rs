//! The roll: units, owners, areas; one household beside the list, and what can be put right about it; its changes over
//! the years; the way to an import and to an erasure.

mod changes;
mod detail;
mod erase;
pub(crate) mod import;
mod list;
mod same_owner;
mod sheets;

use deliberation::Command;
use deliberation::ids::UnitIx;
use egui::{CentralPanel, Frame, Id, Margin, Panel, Ui};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::dialogs::Question;
use crate::look::tokens::{frame, space, stroke};
use crate::look::{Button, Field, Icon, Size, Weight, empty_ui, palette, text_ui};
use crate::page::{Scene, Wish};
use crate::top_bar::head_bar_ui;
use detail::Ask;
use erase::Erasing;
use list::{Counts, List, Part};
use same_owner::SameOwners;
use session::Snapshot;
use sheets::{AreaSheet, Open, TransferSheet, UndeliveredSheet};

/// What the roll page remembers.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(crate) struct RollPage {
    #[serde(skip)]
    query: String,
    #[serde(skip)]
    list: List,
    #[serde(skip)]
    counts: Counts,
    #[serde(skip)]
    marked: Option<UnitIx>,
    #[serde(skip)]
    erasing: Option<Erasing>,
    #[serde(skip)]
    part: Part,
    open: Option<Open>,
    /// The changes over the years stand in the place of the list.
    #[serde(skip)]
    changes: bool,
    #[serde(skip)]
    same: SameOwners,
}

impl RollPage {
    /// Closes what Esc closes here; true if there was something.
    pub(crate) fn leave(&mut self) -> bool {
        if self.erasing.take().is_some() || self.open.take().is_some() || std::mem::take(&mut self.changes) {
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
        self.counts.follow(&snapshot, lang);
        let title = t(lang, "roll-title");
        let wanted = head_bar_ui(ui, &facts.file.title, &title, |ui| {
            let import = t(lang, "roll-import");
            let pressed = ui.add(Button::normal(&import).icon(Icon::Import)).clicked();
            if !facts.roll_changes.is_empty() {
                let changes = t(lang, "roll-changes");
                if ui.add(Button::normal(&changes).icon(Icon::Clock).marked(self.changes)).clicked() {
                    self.changes = !self.changes;
                }
            }
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
                    if let Some(ask) = detail::detail_ui(ui, &snapshot, lang, unit) {
                        self.answer(scene, &snapshot, unit, ask);
                    }
                }
                None => {
                    egui::ScrollArea::vertical().id_salt("roll-summary").auto_shrink([false, false]).show(ui, |ui| {
                        summary_ui(ui, lang, &self.counts);
                        ui.add_space(space::S4);
                        self.same.proposals_ui(ui, scene);
                    });
                }
            }
        });
        let inner =
            Frame::new().fill(palette(ui).sheet).inner_margin(Margin { left: 32, right: 32, top: 20, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            if self.changes {
                changes::changes_ui(ui, &snapshot, lang);
                return;
            }
            self.search_ui(ui, scene, &snapshot);
            ui.add_space(space::S2);
            self.list.list_ui(ui, &snapshot, lang, (&self.query, self.part), &mut self.marked);
        });
        if self.open.as_mut().is_some_and(|open| open.open_ui(ui.ctx(), scene)) {
            self.open = None;
        }
        if self.erasing.as_mut().is_some_and(|erasing| erasing.erasing_ui(ui.ctx(), scene)) {
            self.erasing = None;
        }
    }

    /// The field, how many fit, and the parts of the roll that need somebody to look.
    fn search_ui(&mut self, ui: &mut Ui, scene: &Scene<'_>, snapshot: &Snapshot) {
        let lang = scene.lang;
        let (name, hint) = (t(lang, "roll-search"), t(lang, "roll-search-hint"));
        ui.horizontal(|ui| {
            let id = Id::unique("roll-search");
            let field = Field::new(&mut self.query, &name).hint(&hint).icon(Icon::Search).width(280.0).id(id);
            let response = field.field_ui(ui);
            if scene.asked(Action::Find) {
                response.request_focus();
            }
            if !self.query.is_empty() || self.part != Part::All {
                let count = self.list.rows(snapshot, &self.query, self.part).len();
                let count = words::Quantity::households(count).text(lang);
                let found = tf(lang, "roll-found", &[("count", &count)]);
                text_ui(ui, &found, Size::Body, Weight::Regular, palette(ui).ink2);
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                for part in [Part::Undelivered, Part::NoArea] {
                    let count = self.counts.of(part);
                    if count == 0 {
                        // The last area came in: the list shows everybody again.
                        if self.part == part {
                            self.part = Part::All;
                        }
                        continue;
                    }
                    let count = words::Quantity::count(count).number(lang);
                    let word = if part == Part::NoArea {
                        tf(lang, "roll-part-no-area", &[("count", &count)])
                    } else {
                        tf(lang, "roll-part-undelivered", &[("count", &count)])
                    };
                    if ui.add(Button::normal(&word).pane().marked(self.part == part)).clicked() {
                        self.part = if self.part == part { Part::All } else { part };
                    }
                }
            });
        });
    }

    /// Opens the sheet somebody asked for, or does what needs none.
    fn answer(&mut self, scene: &mut Scene<'_>, snapshot: &Snapshot, unit: UnitIx, ask: Ask) {
        let lang = scene.lang;
        let Some(entry) = snapshot.facts.roll.unit(unit) else { return };
        match ask {
            Ask::Erase(person) => self.erasing = Some(Erasing::of(snapshot, person)),
            Ask::Area => self.open = Some(Open::Area(AreaSheet::of(lang, entry))),
            Ask::Transfer => self.open = Some(Open::Transfer(TransferSheet::of(&entry.door))),
            Ask::Hold => {
                let listed = self.list.rows(snapshot, &self.query, self.part);
                self.open = Some(Open::Undelivered(UndeliveredSheet::of(snapshot, lang, unit, listed)));
            }
            Ask::Deliver => {
                scene.session.submit(Command::DeliverUnits { doors: vec![entry.door.clone()] });
            }
            Ask::Voter(person) => {
                scene.session.submit(Command::NameVoter { door: entry.door.clone(), who: person.into() });
            }
        }
    }
}

/// The roll as a whole, while no household is marked.
fn summary_ui(ui: &mut Ui, lang: Lang, counts: &Counts) {
    let palette = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S3;
    for figure in counts.figures() {
        let label = match figure.id.as_str() {
            "roll.units" => t(lang, "roll-units"),
            "roll.heads" => t(lang, "roll-heads"),
            _ => t(lang, "roll-area"),
        };
        let unit = figure.text.strip_prefix(figure.number.as_str()).unwrap_or_default().trim();
        crate::look::key_figure_ui(ui, &label, &figure.number, unit);
    }
    let without_area = counts.of(Part::NoArea);
    if without_area > 0 {
        let count = words::Quantity::households(without_area).text(lang);
        let text = tf(lang, "roll-areas-unknown", &[("count", &count)]);
        text_ui(ui, &text, Size::Body, Weight::Regular, palette.warn);
    }
    ui.add_space(space::S2);
    text_ui(ui, &t(lang, "roll-mark-one"), Size::Body, Weight::Regular, palette.ink2);
}
