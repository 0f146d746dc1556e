//! Who speaks and the clock: 72 points, from the monotonic time; 30 seconds left and overtime in words and shape.

use deliberation::Command;
use deliberation::ids::PersonId;
use deliberation::meeting::Meeting;
use deliberation::speakers::{Side, Turn};
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};
use session::audience::{Clock, ClockPhase, ClockReading};
use words::moment;
use words::speaking::side_word;

use crate::action::Action;
use crate::look::marks::{MARK_TO_TEXT, mark_paint};
use crate::look::text::BASELINE_BELOW_MIDDLE;
use crate::look::tokens::{Size, Weight, frame, palette, space, stroke};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, line_ui, text_paint};

const BAR: f32 = 8.0;
const STEP: f32 = 52.0;

/// The clock of a turn on the monotonic time.
pub(super) fn clock_of(bench: &Bench<'_>, turn: &Turn) -> Clock {
    Clock {
        running_since_mono_ms: turn.running_since.and_then(|_| bench.session.clock_since()),
        spent_ms: u64::try_from(turn.spent_ms).unwrap_or(0),
        limit_ms: u64::try_from(turn.limit_ms).unwrap_or(0),
    }
}

/// Draws again when the digits change.
pub(super) fn repaint_at_change(ui: &Ui, bench: &Bench<'_>, turn: &Turn) {
    if let Some(ms) = clock_of(bench, turn).next_change_ms(bench.now) {
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(ms.max(1)));
    }
}

/// The mark of a speaker's side; a neutral speech has none.
pub(super) fn mark_of(side: Side) -> Option<session::audience::Side> {
    match side {
        Side::Yes => Some(session::audience::Side::Yes),
        Side::No => Some(session::audience::Side::No),
        Side::Question => Some(session::audience::Side::Question),
        Side::Order => Some(session::audience::Side::Order),
        Side::Neutral => None,
    }
}

/// Paints mark and word of a side with its right end at `right`; where it begins.
pub(super) fn side_paint(ui: &Ui, bench: &Bench<'_>, side: Side, right: egui::Pos2) -> f32 {
    let colours = *palette(ui);
    let word = side_word(bench.lang, side);
    let shown = text_paint(ui, &word, Ink::new(Size::Body, colours.ink), Align2::RIGHT_CENTER, right, 120.0);
    let Some(mark) = mark_of(side) else { return shown.left() };
    let square = MARK_TO_TEXT * Size::Body.desk_px();
    let baseline = right.y + BASELINE_BELOW_MIDDLE * Size::Body.desk_px();
    let left = shown.left() - square - 6.0;
    mark_paint(ui.painter(), Rect::from_min_size(pos2(left, baseline - square), Vec2::splat(square)), mark, &colours);
    left
}

/// Who speaks, the clock and its buttons; without a speaker, one sentence.
pub(super) fn speaking_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
    let colours = *palette(ui);
    let note = Ink::new(Size::Note, colours.ink2);
    let Some(turn) = meeting.speakers.speaking() else {
        line_ui(ui, (&bench.say("meeting-speaking"), note), ("", note));
        ui.add_space(space::S1);
        let nobody = if meeting.speakers.hands.is_empty() {
            bench.say("meeting-nobody-speaks")
        } else {
            bench.say("meeting-nobody-speaks-yet")
        };
        text_ui(ui, &nobody, Size::Body, Weight::Regular, colours.ink2);
        if !meeting.speakers.hands.is_empty() {
            ui.add_space(space::S3);
            next_ui(ui, bench, true);
        }
        return;
    };
    let clock = clock_of(bench, turn);
    let reading = clock.reading(bench.now);
    let caption = match reading.phase {
        _ if turn.slept_ms > 0 => (slept_text(bench, turn.slept_ms), colours.warn),
        ClockPhase::Ending => {
            (bench.tell("meeting-seconds-left", &[("n", &reading.seconds.to_string())]), colours.warn)
        }
        ClockPhase::Over => (bench.say("meeting-time-over"), colours.err),
        _ if turn.running_since.is_none() => (bench.say("meeting-clock-paused"), colours.ink2),
        _ => (bench.say("meeting-speaking"), colours.ink2),
    };
    let caption_ink = Ink {
        size: Size::Note,
        weight: if caption.1 == colours.ink2 { Weight::Regular } else { Weight::Medium },
        colour: caption.1,
    };
    line_ui(ui, (&caption.0, caption_ink), (&turn_count(bench, meeting, turn.person, turn.side), note));
    speaker_ui(ui, bench, turn.person, turn.side);
    reading_ui(ui, &reading);
    repaint_at_change(ui, bench, turn);
    ui.add_space(space::S3);
    buttons_ui(ui, bench, turn);
    ui.add_space(space::S2);
    next_ui(ui, bench, !meeting.speakers.hands.is_empty());
}

/// "休眠 6 分钟，计时停着": the computer slept, and nobody lost the time.
fn slept_text(bench: &Bench<'_>, ms: i64) -> String {
    const MINUTE_MS: i64 = 60_000;
    // Whole minutes, unless it was less than one.
    let ms = if ms < MINUTE_MS { ms } else { ms / MINUTE_MS * MINUTE_MS };
    bench.tell("meeting-clock-slept", &[("span", &moment::span(bench.lang, ms))])
}

/// "本项第 2 次"; a question or a point of order is none.
pub(super) fn turn_count(bench: &Bench<'_>, meeting: &Meeting, person: PersonId, side: Side) -> String {
    if !side.is_turn() {
        return bench.say("meeting-no-turn");
    }
    let speakers = &meeting.speakers;
    let taken = speakers.turns_taken(person, meeting.current());
    // Whoever is called has not begun it.
    let begins = u32::from(speakers.called.is_some_and(|called| called.person == person));
    bench.tell("meeting-turn-count", &[("n", &taken.saturating_add(begins).to_string())])
}

/// The digits and the bar under them.
pub(super) fn reading_ui(ui: &mut Ui, reading: &ClockReading) {
    digits_ui(ui, reading);
    ui.add_space(space::S1);
    bar_ui(ui, reading);
}

/// A name, where somebody belongs, and the side.
pub(super) fn speaker_ui(ui: &mut Ui, bench: &Bench<'_>, person: PersonId, side: Side) {
    let colours = *palette(ui);
    let line = Vec2::new(ui.available_width(), Size::Title.desk_line() + space::S1);
    let (rect, response) = ui.allocate_exact_size(line, Sense::hover());
    let (name, place) = (bench.name(person), bench.place(person));
    let label = format!("{name} {place} {}", side_word(bench.lang, side));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label));
    let left = side_paint(ui, bench, side, rect.right_center());
    let room = left - rect.left() - space::S2;
    let ink = Ink { size: Size::Title, weight: Weight::Medium, colour: colours.ink };
    let shown = text_paint(ui, &name, ink, Align2::LEFT_CENTER, rect.left_center(), room);
    let from = shown.right() + space::S2;
    text_paint(
        ui,
        &place,
        Ink::new(Size::Body, colours.ink2),
        Align2::LEFT_CENTER,
        pos2(from, rect.center().y),
        left - from,
    );
}

fn digits_ui(ui: &mut Ui, reading: &ClockReading) {
    let colours = *palette(ui);
    let size = Vec2::new(ui.available_width(), Size::Clock.desk_line());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let text = reading.text();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    text_paint(ui, &text, Ink::new(Size::Clock, colours.ink), Align2::LEFT_CENTER, rect.left_center(), rect.width());
}

fn bar_ui(ui: &mut Ui, reading: &ClockReading) {
    let colours = *palette(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), BAR), Sense::hover());
    match reading.phase {
        ClockPhase::Unlimited => {}
        ClockPhase::Over => {
            let border = Stroke::new(stroke::FOCUS, colours.err);
            ui.painter().rect_stroke(rect, CornerRadius::ZERO, border, StrokeKind::Inside);
        }
        ClockPhase::Running | ClockPhase::Ending => {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
            let share = session::audience::Share {
                part: i64::try_from(reading.left_ms).unwrap_or(i64::MAX),
                whole: i64::try_from(reading.limit_ms).unwrap_or(i64::MAX),
            };
            let left = crate::look::measure_bar::share_x(rect, share);
            ui.painter().rect_filled(rect.with_max_x(left), CornerRadius::ZERO, colours.accent);
        }
    }
}

fn buttons_ui(ui: &mut Ui, bench: &mut Bench<'_>, turn: &Turn) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S2;
        let (text, icon) = match turn.running_since {
            Some(_) => (bench.say("meeting-pause"), Icon::Pause),
            None => (bench.say("meeting-resume"), Icon::Play),
        };
        let cap = Action::Clock.key_cap(bench.lang);
        let wide = ui.available_width() - 2.0 * (STEP + space::S2);
        if ui.add(Button::normal(&text).icon(icon).key(&cap).pane().width(wide)).clicked() {
            bench.wish(Action::Clock);
        }
        for (action, text) in [(Action::MoreTime, "+30"), (Action::LessTime, "\u{2212}30")] {
            let button = ui.add(Button::normal(text).pane().width(STEP));
            if button.on_hover_text(action.name(bench.lang)).clicked() {
                bench.wish(action);
            }
        }
    });
}

/// The next speaker; with nobody waiting, the end of the turn.
fn next_ui(ui: &mut Ui, bench: &mut Bench<'_>, waiting: bool) {
    let width = ui.available_width();
    if waiting {
        let caps = Action::NextSpeaker.shortcuts().last().map(|one| one.cap(bench.lang)).unwrap_or_default();
        let text = bench.say("meeting-next-speaker");
        let button = Button::primary(&text).icon(Icon::Next).key(&caps).large(frame::BUTTON, Size::Body).width(width);
        if ui.add(button).clicked() {
            bench.wish(Action::NextSpeaker);
        }
    } else {
        let text = bench.say("meeting-end-turn");
        if ui.add(Button::normal(&text).icon(Icon::Check).large(frame::BUTTON, Size::Body).width(width)).clicked() {
            bench.submit(Command::EndTurn);
        }
    }
}
