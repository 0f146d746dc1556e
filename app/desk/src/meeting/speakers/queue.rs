//! Who waits, in the fair order, each with the reason for the place.

use deliberation::Command;
use deliberation::ids::{MeetingNo, PersonId};
use deliberation::meeting::Meeting;
use deliberation::speakers::Place;
use egui::{Align2, CornerRadius, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use words::figure::Quantity;
use words::speaking::{place_reason, side_word};

use super::clock::side_paint;
use super::hand::HandForm;
use crate::action::Action;
use crate::look::button::focus_ring_paint;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint};
use crate::meeting::parts::scroll_ui;

const ROW: f32 = 56.0;
const HEAD: f32 = 28.0;
const OPENED: f32 = 40.0;
const FORM: f32 = 186.0;

/// How high the queue would like to be.
pub(super) fn height(meeting: &Meeting, form: bool, opened: bool) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let rows = meeting.speakers.hands.len().min(4) as f32 * ROW;
    HEAD + rows + if form { FORM } else { 0.0 } + if opened { OPENED } else { 0.0 }
}

/// Head, form of a hand, rows.
pub(super) fn queue_ui(
    ui: &mut Ui,
    bench: &mut Bench<'_>,
    number: MeetingNo,
    meeting: &Meeting,
    hand: &mut HandForm,
    opened: &mut Option<PersonId>,
) {
    let colours = *palette(ui);
    let waiting = meeting.speakers.order(meeting.current());
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.set_min_height(HEAD);
        let count = Quantity::Heads(i64::try_from(waiting.len()).unwrap_or(i64::MAX));
        let count = count.figure(bench.lang, format!("meeting.{number}.waiting")).text;
        let text = bench.tell("meeting-waiting", &[("count", &count)]);
        text_ui(ui, &text, Size::Note, Weight::Regular, colours.ink2);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (text, cap) = (bench.say("meeting-hand-add"), Action::RaiseHand.key_cap(bench.lang));
            if ui.add(Button::text(&text).key(&cap).large(HEAD, Size::Body)).clicked() {
                hand.open();
            }
        });
    });
    hairline_paint(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), &colours);
    if hand.is_open() {
        hand.hand_ui(ui, bench, meeting);
    }
    if waiting.len() > 4 || opened.is_some() {
        scroll_ui(ui, "waiting", |ui| rows_ui(ui, bench, &waiting, opened));
    } else {
        rows_ui(ui, bench, &waiting, opened);
    }
}

fn rows_ui(ui: &mut Ui, bench: &mut Bench<'_>, waiting: &[Place<'_>], opened: &mut Option<PersonId>) {
    for (at, place) in waiting.iter().enumerate() {
        place_ui(ui, bench, at + 1, place, opened);
    }
}

fn place_ui(ui: &mut Ui, bench: &mut Bench<'_>, at: usize, place: &Place<'_>, opened: &mut Option<PersonId>) {
    let colours = *palette(ui);
    let person = place.hand.person;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let (name, door) = (bench.name(person), bench.place(person));
    let reason = place_reason(bench.lang, &bench.zone, place);
    let marked = *opened == Some(person);
    let label = format!("{at} {name} {door} {} {reason}", side_word(bench.lang, place.hand.side));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, marked, &label));
    if response.hovered() || marked {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, if marked { colours.soft } else { colours.well });
    }
    let line = rect.top() + 18.0;
    let note = Ink::new(Size::Note, colours.ink2);
    text_paint(
        ui,
        &at.to_string(),
        Ink::new(Size::Body, colours.ink2),
        Align2::LEFT_CENTER,
        pos2(rect.left(), line),
        24.0,
    );
    let from = rect.left() + space::S6;
    let side = side_paint(ui, bench, place.hand.side, pos2(rect.right(), line));
    let room = side - from - space::S2;
    let shown = text_paint(ui, &name, Ink::new(Size::Body, colours.ink), Align2::LEFT_CENTER, pos2(from, line), room);
    let next = shown.right() + space::S1;
    text_paint(ui, &door, note, Align2::LEFT_CENTER, pos2(next, line + 0.5), (side - next - space::S1).max(1.0));
    text_paint(ui, &reason, note, Align2::LEFT_CENTER, pos2(from, line + 22.0), rect.right() - from);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(2.0));
    }
    if response.clicked() {
        *opened = if marked { None } else { Some(person) };
    }
    if *opened == Some(person) {
        ui.horizontal(|ui| {
            ui.set_min_height(OPENED);
            ui.add_space(space::S6);
            if ui.add(Button::normal(&bench.say("meeting-give-floor")).pane()).clicked() {
                let side = Some(place.hand.side);
                bench.submit(Command::CallSpeaker { who: Some(person.into()), side });
                *opened = None;
            }
            if ui.add(Button::normal(&bench.say("meeting-lower-hand")).icon(Icon::Cross).pane()).clicked() {
                bench.submit(Command::LowerHand { who: person.into() });
                *opened = None;
            }
        });
    }
    let bottom = ui.cursor().top() - 0.5;
    hairline_paint(ui.painter(), rect.x_range(), bottom, &colours);
}
