//! The foot of the agenda: how far the meeting is off its plan, and when it will end.

use deliberation::meeting::{Meeting, Phase};
use egui::{Ui, vec2};
use words::moment;

use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::pane_padding;
use crate::meeting::parts::lines::Ink;
use crate::meeting::parts::{line_ui, pane_ui};

pub(super) fn drift_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
    let colours = *palette(ui);
    let pane = ui.max_rect();
    hairline_paint(ui.painter(), pane.x_range(), pane.top(), &colours);
    let padding = pane_padding(bench.small);
    let inner = pane.shrink2(vec2(padding, space::S4));
    let (end, late) = meeting.drift(bench.at());
    let planned = meeting.planned_end();
    pane_ui(ui, "drift-lines", inner, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (word, expected) = match meeting.phase {
            Phase::Open(_) => (moment::drift(bench.lang, late), "meeting-ends-at"),
            Phase::Planned => (bench.say("meeting-not-open"), "meeting-ends-at"),
            Phase::Closed { .. } => (bench.say("meeting-over"), "meeting-ended-at"),
        };
        let planned = bench.tell("meeting-planned-end", &[("time", &moment::clock(&bench.zone, planned))]);
        let note = Ink::new(Size::Note, colours.ink2);
        line_ui(ui, (&word, Ink::medium(Size::Body, colours.ink)), (&planned, note));
        let time = moment::clock(&bench.zone, end);
        let expected = match expected {
            "meeting-ended-at" => bench.tell("meeting-ended-at", &[("time", &time)]),
            _ => bench.tell("meeting-ends-at", &[("time", &time)]),
        };
        line_ui(ui, (&expected, note), ("", note));
    });
}
