//! 统计: every number of the file by its id, as desk, screen, papers and scripts write it.

use deliberation::ids::EventSeq;
use egui::{CentralPanel, Frame, Margin, Ui};
use words::{Figure, Lang, t};

use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, empty_ui, palette, text_ui};
use crate::page::{Place, Scene, Wish};
use crate::table::{Cell, Column, Row, Table};
use crate::top_bar::head_bar_ui;

/// The figures as last made.
#[derive(Debug, Default)]
pub(crate) struct FiguresPage {
    of: Option<(EventSeq, Lang)>,
    figures: Vec<Figure>,
}

impl FiguresPage {
    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, status: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
        let lang = scene.lang;
        let title = scene.session.facts().file.title.clone();
        head_bar_ui(ui, &title, &t(lang, "figures-title"), |ui| status(ui, scene));
        let of = Some((scene.session.snapshot().seq, lang));
        if self.of != of {
            self.figures = words::figures::all(lang, scene.session.facts());
            self.of = of;
        }
        let colours = *palette(ui);
        let inner = Frame::new().fill(colours.sheet).inner_margin(Margin { left: 32, right: 32, top: 20, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            if self.figures.is_empty() || scene.session.facts().roll.units().is_empty() {
                none_ui(ui, scene);
                return;
            }
            text_ui(ui, &t(lang, "figures-hint"), Size::Body, Weight::Regular, colours.ink2);
            ui.add_space(space::S2);
            let columns = vec![
                Column::text(t(lang, "figures-column-id"), 0.0),
                Column::number(t(lang, "figures-column-text"), 240.0),
                Column::number(t(lang, "figures-column-value"), 200.0),
            ];
            let figures = &self.figures;
            Table::new("figures", columns).table_ui(ui, figures.len(), |at| row(&figures[at]));
        });
    }
}

/// Nothing is counted yet: the roll comes first.
fn none_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let lang = scene.lang;
    ui.add_space(space::S5);
    empty_ui(ui, Icon::Figures, &t(lang, "figures-none"), &t(lang, "figures-none-next"), |ui| {
        if ui.add(Button::primary(&t(lang, "figures-to-roll")).icon(Icon::Roll)).clicked() {
            scene.wishes.push(Wish::Show(Place::Roll));
        }
    });
}

fn row(figure: &Figure) -> Row {
    let cells = vec![figure.id.as_str().into(), figure.text.as_str().into(), Cell::quiet(figure.value.clone())];
    Row { cells, ..Row::default() }
}
