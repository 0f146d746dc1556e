//! A roll file before it comes in: which column is what, what becomes of each row, and what a person decides.
//!
//! Nothing is written before the button is pressed. The rows are the reader's; here are only choices and their effect.

mod columns;
mod rows;
mod side;

pub(super) use side::noted_ui;

use std::path::PathBuf;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};
use session::roll_in::SheetAndMapping;
use session::{RollImport, Ticket};
use words::{Lang, Quantity, t, tf};

use crate::action::Action;
use crate::choice::Choice;
use crate::dialogs::Question;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{frame, space};
use crate::look::{Banner, BannerKind, Button, Icon, Size, Weight, palette, text_ui};
use crate::page::{Place, Scene, Wish};
use crate::top_bar::head_bar_ui;

/// What the answer to "where to save the refused rows" is told back with.
const REFUSED_ROWS: &str = "refused-rows";

/// The import page with the file it is about.
#[derive(Debug)]
pub(crate) struct ImportPage {
    import: RollImport,
    effect: Effect,
    /// The columns that are seldom looked at are shown too.
    all_columns: bool,
    sent: Option<Ticket>,
    saved: Option<PathBuf>,
}

/// What would come of the import as it stands, counted once a change.
#[derive(Clone, Copy, Debug, Default)]
struct Effect {
    /// Units of the roll.
    units: usize,
    /// Rows of the sheet that come in.
    rows: usize,
    /// Rows that stay out though they speak of a household.
    refused: usize,
}

impl Effect {
    fn of(import: &RollImport) -> Effect {
        let rows = import.rows();
        let taken: usize = rows.iter().map(|row| row.rows.len()).sum();
        let counts = import.preview.counts;
        Effect { units: rows.len(), rows: taken, refused: (counts.importable + counts.refused).saturating_sub(taken) }
    }
}

impl ImportPage {
    pub(crate) fn new(import: RollImport) -> ImportPage {
        ImportPage { effect: Effect::of(&import), import, all_columns: false, sent: None, saved: None }
    }

    /// Shows the page; true when it is over: imported, or left without.
    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let lang = scene.lang;
        if let Some((Question::SaveAs { what: REFUSED_ROWS, .. }, path)) = scene.answer {
            match self.import.save_refused(lang, path) {
                Ok(()) => self.saved = Some(path.clone()),
                Err(why) => scene.wishes.push(Wish::Complain(why)),
            }
        }
        if let Some(over) = self.outcome(scene) {
            return over;
        }
        if scene.asked(Action::Leave) {
            scene.wishes.push(Wish::Show(Place::Roll));
            return true;
        }
        self.head_ui(ui, scene);
        let left = self.foot_ui(ui, scene);
        let colours = *palette(ui);
        let pane =
            Panel::right("import-side").exact_size(frame::DETAIL_IMPORT).resizable(false).show_separator_line(false);
        let paper = Frame::new().fill(colours.paper).inner_margin(Margin { left: 28, right: 28, top: 20, bottom: 12 });
        pane.frame(paper).show(ui, |ui| {
            let edge = ui.max_rect().left() - 28.0;
            ui.painter().vline(edge, ui.clip_rect().y_range(), egui::Stroke::new(1.0, colours.line));
            if side::side_ui(ui, lang, &mut self.import, self.effect, self.saved.as_deref(), scene.wishes) {
                self.effect = Effect::of(&self.import);
            }
        });
        let sheet = Frame::new().fill(colours.sheet).inner_margin(Margin { left: 32, right: 32, top: 20, bottom: 0 });
        CentralPanel::no_frame().frame(sheet).show(ui, |ui| {
            for remark in session::roll_in::remarks(lang, &self.import.preview) {
                Banner::new(BannerKind::Warn, &remark, "").banner_ui(ui, |_| ());
                ui.add_space(space::S2);
            }
            if let Some(mapping) = columns::columns_ui(ui, lang, &self.import.preview, &mut self.all_columns) {
                let preview = &self.import.preview;
                let choice =
                    SheetAndMapping { sheet: preview.sheet, head_row: Some(preview.head_row), mapping: Some(mapping) };
                self.read_again(lang, choice, scene);
            }
            ui.add_space(space::S2);
            rows::rows_ui(ui, lang, &self.import);
        });
        if left {
            scene.wishes.push(Wish::Show(Place::Roll));
        }
        left
    }

    /// What became of the import, once it was sent.
    fn outcome(&mut self, scene: &mut Scene<'_>) -> Option<bool> {
        let ticket = self.sent?;
        if scene.session.is_pending(ticket) {
            return None;
        }
        self.sent = None;
        let done = scene.session.outcome(ticket).is_some_and(session::Outcome::is_done);
        if done {
            scene.wishes.push(Wish::Show(Place::Roll));
        }
        done.then_some(true)
    }

    fn read_again(&mut self, lang: Lang, choice: SheetAndMapping, scene: &mut Scene<'_>) {
        match self.import.read_again(lang, choice) {
            Ok(()) => self.effect = Effect::of(&self.import),
            Err(why) => scene.wishes.push(Wish::Complain(why)),
        }
    }

    fn head_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let lang = scene.lang;
        let over = tf(lang, "import-over", &[("title", &scene.session.facts().file.title)]);
        let file = self.import.file_name.clone();
        let preview = &self.import.preview;
        let sheets: Vec<String> = preview.sheets.iter().enumerate().map(|(at, _)| self.sheet_name(lang, at)).collect();
        let current = sheets.get(preview.sheet).cloned().unwrap_or_default();
        let rows = preview.sheets.get(preview.sheet).map_or(0, |sheet| sheet.rows);
        let rows = tf(lang, "import-rows", &[("count", &Quantity::count(rows).number(lang))]);
        let taken = head_bar_ui(ui, &over, &file, |ui| {
            if sheets.len() > 1 {
                let name = t(lang, "import-choose-sheet");
                let taken = Choice::new(&name, &current, &sheets).width(240.0).choice_ui(ui);
                text_ui(ui, &rows, Size::Body, Weight::Regular, palette(ui).ink2);
                taken
            } else {
                text_ui(ui, &rows, Size::Body, Weight::Regular, palette(ui).ink2);
                None
            }
        });
        if let Some(sheet) = taken {
            self.read_again(lang, SheetAndMapping { sheet, head_row: None, mapping: None }, scene);
        }
    }

    /// "第 1 张表“登记”".
    fn sheet_name(&self, lang: Lang, at: usize) -> String {
        let number = (at + 1).to_string();
        match self.import.preview.sheets.get(at) {
            Some(sheet) if !sheet.name.is_empty() => {
                tf(lang, "import-sheet-named", &[("n", &number), ("name", &sheet.name)])
            }
            _ => tf(lang, "import-sheet", &[("n", &number)]),
        }
    }

    /// What is going to happen, and the two buttons; true when the file is to be left.
    fn foot_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) -> bool {
        let lang = scene.lang;
        let palette = *palette(ui);
        let panel = Panel::bottom("import-foot").exact_size(76.0).resizable(false).show_separator_line(false);
        let frame = Frame::new().fill(palette.paper).inner_margin(Margin { left: 32, right: 32, top: 0, bottom: 0 });
        let mut left = false;
        panel.frame(frame).show(ui, |ui| {
            let whole = ui.max_rect();
            hairline_paint(ui.painter(), whole.expand2(egui::vec2(32.0, 0.0)).x_range(), whole.top() + 0.5, &palette);
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            ui.scope_builder(egui::UiBuilder::new().max_rect(whole).layout(layout), |ui| {
                let households = Quantity::households(self.effect.units).text(lang);
                let import = tf(lang, "import-do", &[("households", &households)]);
                let reason = match () {
                    () if self.effect.units == 0 => Some(t(lang, "import-nothing")),
                    () if self.sent.is_some() => Some(t(lang, "import-under-way")),
                    () => None,
                };
                let button = Button::primary(&import).icon(Icon::Import).closed(reason.as_deref());
                if ui.add(button).clicked() {
                    self.sent = Some(scene.session.submit_all(self.import.commands(scene.session.snapshot())));
                }
                let leave = t(lang, "import-leave");
                left = ui.add(Button::normal(&leave).key("Esc")).clicked();
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let replaces = !scene.session.facts().roll.units().is_empty();
                    let promise = if replaces { t(lang, "import-promise-replaces") } else { t(lang, "import-promise") };
                    text_ui(ui, &promise, Size::Body, Weight::Regular, palette.ink2);
                });
            });
        });
        left
    }
}
