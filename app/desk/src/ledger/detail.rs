//! One matter: what, who, until when, where it comes from, and the tick.

use deliberation::Command;
use deliberation::ids::MatterNo;
use deliberation::matter::Matter;
use egui::Ui;
use words::moment;

use super::rows::{Standing, distance, origin, standing};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Chip, ChipKind, Icon, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::line_ui;
use crate::meeting::parts::lines::{Ink, pair_ui};

const LABEL: f32 = 84.0;

/// The detail pane.
pub(super) fn detail_ui(ui: &mut Ui, bench: &mut Bench<'_>, number: MatterNo, matter: &Matter) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S1;
    let note = Ink::new(Size::Note, colours.ink2);
    let caption = bench.tell("meeting-matter-number", &[("n", &number.to_string())]);
    line_ui(ui, (&caption, note), (&origin(bench, matter), note));
    text_ui(ui, &matter.text, Size::Title, Weight::Medium, colours.ink);
    ui.add_space(space::S1);
    let today = bench.zone.day(bench.at()).0;
    match standing(matter, today) {
        Standing::Late => ui.add(Chip::new(Icon::Warning, &distance(bench, matter), ChipKind::Warn).small()),
        Standing::Done => ui.add(Chip::new(Icon::Check, &bench.say("meeting-matter-done"), ChipKind::Quiet).small()),
        _ => ui.add(Chip::new(Icon::Clock, &bench.say("meeting-matter-open"), ChipKind::Quiet).small()),
    };
    ui.add_space(space::S2);
    hairline_ui(ui);
    ui.add_space(space::S1);
    let ink = Ink::new(Size::Body, colours.ink);
    pair_ui(ui, &bench.say("meeting-duty-who"), &bench.name_and_place(matter.responsible), ink, LABEL);
    let due = matter.due.map_or_else(|| "—".to_owned(), |due| moment::day(bench.lang, due));
    pair_ui(ui, &bench.say("meeting-duty-due"), &due, ink, LABEL);
    pair_ui(ui, &bench.say("meeting-taken-on"), &moment::day_time(bench.lang, &bench.zone, matter.at), ink, LABEL);
    if let Some(done) = matter.done {
        pair_ui(ui, &bench.say("meeting-done-on"), &moment::day_time(bench.lang, &bench.zone, done), ink, LABEL);
    }
    ui.add_space(space::S3);
    match matter.done {
        None => {
            if ui.add(Button::primary(&bench.say("meeting-matter-tick")).icon(Icon::Check)).clicked() {
                bench.submit(Command::FinishDuty { matter: number });
            }
        }
        Some(_) => {
            if ui.add(Button::normal(&bench.say("meeting-matter-untick"))).clicked() {
                bench.submit(Command::ReopenDuty { matter: number });
            }
        }
    }
}
