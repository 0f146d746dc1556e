//! After a crash: what is known of it is offered to be read, found in its folder, or thrown away. Nothing is sent.

use egui::{ScrollArea, Ui};
use words::{Lang, t};

use super::HomeWish;
use crate::confirm::sheet;
use crate::look::tokens::space;
use crate::look::{Banner, BannerKind, Button, Size, Weight, palette, text_ui};

/// The report on its sheet.
const REPORT: egui::Vec2 = egui::vec2(840.0, 420.0);

pub(super) fn crash_ui(ui: &mut Ui, lang: Lang, report: &str, reading: &mut bool, wishes: &mut Vec<HomeWish>) {
    Banner::new(BannerKind::Warn, &t(lang, "crash-title"), &t(lang, "crash-text")).banner_ui(ui, |ui| {
        let act = |ui: &mut Ui, word: &str| ui.add(Button::text(word).inline()).clicked();
        *reading |= act(ui, &t(lang, "crash-read"));
        if act(ui, &t(lang, "crash-folder")) {
            wishes.push(HomeWish::ShowFolder);
        }
        if act(ui, &t(lang, "crash-discard")) {
            wishes.push(HomeWish::DiscardCrash);
        }
    });
    ui.add_space(space::S5);
    if *reading {
        let ctx = ui.ctx().clone();
        let (closed, beside) = sheet(&ctx, "crash", |ui| report_ui(ui, lang, report));
        *reading = !closed && !beside;
    }
}

fn report_ui(ui: &mut Ui, lang: Lang, report: &str) -> bool {
    let palette = *palette(ui);
    ui.set_width(REPORT.x);
    let mut closed = false;
    ui.horizontal(|ui| {
        text_ui(ui, &t(lang, "crash-report"), Size::Title, Weight::Medium, palette.ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closed = ui.add(Button::text(&t(lang, "banner-close")).key("Esc").pane()).clicked();
        });
    });
    ui.add_space(space::S2);
    ScrollArea::both().max_height(REPORT.y).auto_shrink([false, false]).show(ui, |ui| {
        ui.add(
            egui::Label::new(crate::look::job(report, Size::Note, Weight::Regular, palette.ink))
                .extend()
                .selectable(true),
        );
    });
    closed
}
