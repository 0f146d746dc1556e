//! What was said: for and against in two columns, or, where nobody takes sides, one list.

use deliberation::speakers::{Side, Turn};
use egui::{Ui, Vec2};
use words::names::text_or_erased;
use words::speaking::side_word;

use super::Table;
use crate::look::rules::{firm_line_paint, hairline_paint};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{mark_word_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::section_ui;

/// The reasons noted so far.
pub(super) fn reasons_ui(ui: &mut Ui, bench: &Bench<'_>, table: &Table<'_>) {
    let said: Vec<&Turn> = table
        .meeting
        .speakers
        .turns
        .iter()
        .filter(|turn| turn.item == Some(table.item) && turn.said.is_some())
        .collect();
    let of = |side: Side| said.iter().copied().filter(move |turn| turn.side == side).collect::<Vec<_>>();
    let sides = table.motion.is_some() || said.iter().any(|turn| matches!(turn.side, Side::Yes | Side::No));
    if sides {
        ui.add_space(space::S3);
        let gap = if bench.small { 24.0 } else { space::S6 };
        let width = (ui.available_width() - gap) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for side in [Side::Yes, Side::No] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    side_ui(ui, bench, side, &of(side));
                });
            }
        });
    }
    let others: Vec<&Turn> = said.into_iter().filter(|turn| !matches!(turn.side, Side::Yes | Side::No)).collect();
    if !others.is_empty() {
        ui.add_space(space::S3);
        let count = bench.tell("meeting-entries", &[("n", &others.len().to_string())]);
        section_ui(ui, &bench.say("meeting-speeches"), &count);
        for turn in others {
            speech_ui(ui, bench, turn, true);
        }
    }
}

fn side_ui(ui: &mut Ui, bench: &Bench<'_>, side: Side, turns: &[&Turn]) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        let (mark, title) = match side {
            Side::Yes => (session::audience::Side::Yes, bench.say("meeting-reasons-yes")),
            _ => (session::audience::Side::No, bench.say("meeting-reasons-no")),
        };
        mark_word_ui(ui, mark, &title, Size::Body);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let count = bench.tell("meeting-entries", &[("n", &turns.len().to_string())]);
            text_ui(ui, &count, Size::Note, Weight::Regular, colours.ink2);
        });
    });
    ui.add_space(space::S1);
    let x = ui.max_rect().x_range();
    firm_line_paint(ui.painter(), x, ui.cursor().top(), &colours);
    if turns.is_empty() {
        ui.add_space(space::S3);
        text_ui(ui, &bench.say("meeting-reasons-none"), Size::Note, Weight::Regular, colours.ink2);
    }
    for turn in turns {
        speech_ui(ui, bench, turn, false);
    }
}

fn speech_ui(ui: &mut Ui, bench: &Bench<'_>, turn: &Turn, with_side: bool) {
    let colours = *palette(ui);
    let Some(said) = &turn.said else { return };
    ui.add_space(space::S2);
    let text = text_or_erased(bench.lang, bench.snapshot.as_ref(), said.blob);
    text_ui(ui, &text, Size::Body, Weight::Regular, colours.ink);
    let mut who = bench.name_and_place(turn.person);
    if with_side && !turn.side.is_turn() {
        who = format!("{who}\u{3000}{}", side_word(bench.lang, turn.side));
    }
    text_ui(ui, &who, Size::Note, Weight::Regular, colours.ink2);
    ui.add_space(space::S2);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), egui::Sense::hover());
    hairline_paint(ui.painter(), rect.x_range(), rect.center().y, &colours);
}
