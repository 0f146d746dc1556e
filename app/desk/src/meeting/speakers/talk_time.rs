//! Talk time on the item by side, by person or by building, as lengths and digits.

use deliberation::ids::MeetingNo;
use deliberation::meeting::Meeting;
use deliberation::speakers::{Side, Spoken};
use egui::{Align, Align2, Color32, CornerRadius, Layout, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::audience::Share;
use words::figures::talk::TalkTime;
use words::speaking::{side_word, standing_word};

use super::clock::mark_of;
use crate::look::marks::{MARK_TO_TEXT, mark_colour, mark_paint};
use crate::look::measure_bar::share_x;
use crate::look::text::BASELINE_BELOW_MIDDLE;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint, text_width};
use crate::meeting::parts::scroll_ui;

const ROW: f32 = 24.0;
const BAR: f32 = 8.0;
/// Bars are drawn to the longest and at least to five minutes.
const FIVE_MINUTES: i64 = 300_000;

/// Whose talk time is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TalkView {
    #[default]
    Sides,
    People,
    Buildings,
}

/// A row: whose time, how long.
struct Line {
    side: Option<Side>,
    word: String,
    ms: i64,
    digits: String,
}

/// Talk time with the choice of whose.
pub(super) fn talk_time_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    (number, meeting): (MeetingNo, &Meeting),
    view: &mut TalkView,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        ui.set_min_height(Size::Note.desk_line());
        text_ui(ui, &bench.say("meeting-talk-time"), Size::Note, Weight::Regular, palette(ui).ink2);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            for (one, key) in [
                (TalkView::Buildings, "meeting-talk-buildings"),
                (TalkView::People, "meeting-talk-people"),
                (TalkView::Sides, "meeting-talk-sides"),
            ] {
                if ui.add(Button::text(&bench.say(key)).inline().marked(*view == one)).clicked() {
                    *view = one;
                }
            }
        });
    });
    ui.add_space(space::S1);
    let facts = bench.facts();
    let talk = TalkTime { facts, number, meeting, item: meeting.current(), now: bench.at() };
    let lines = match view {
        TalkView::Sides => sides(bench, &talk),
        TalkView::People => people(bench, &talk),
        TalkView::Buildings => buildings(bench, &talk),
    };
    if lines.is_empty() {
        text_ui(ui, &bench.say("meeting-talk-nobody"), Size::Note, Weight::Regular, palette(ui).ink2);
        return;
    }
    let whole = lines.iter().map(|line| line.ms).max().unwrap_or(0).max(FIVE_MINUTES);
    scroll_ui(ui, "talk-lines", |ui| {
        let columns = columns(ui, &lines);
        for line in &lines {
            line_ui(ui, line, whole, columns);
        }
    });
}

/// For and against; what else was said only if there was any.
fn sides(bench: &Bench<'_>, talk: &TalkTime<'_>) -> Vec<Line> {
    let shown = |side: &Side| matches!(side, Side::Yes | Side::No) || talk.side_ms(*side) > 0;
    let line = |side| Line {
        side: Some(side),
        word: side_word(bench.lang, side),
        ms: talk.side_ms(side),
        digits: talk.side(bench.lang, side).text,
    };
    Side::ALL.into_iter().filter(shown).map(line).collect()
}

/// Whoever has spoken and how far they are; then whoever took the hand down again.
fn people(bench: &Bench<'_>, talk: &TalkTime<'_>) -> Vec<Line> {
    let speakers = &talk.meeting.speakers;
    let mut all = talk.people();
    for hand in &speakers.withdrawn {
        if all.iter().all(|spoken| spoken.person != hand.person) {
            all.push(Spoken { person: hand.person, times: 0, ms: 0 });
        }
    }
    let line = |spoken: &Spoken| {
        let standing = speakers.standing(spoken.person, talk.item);
        let standing = standing.map(|standing| standing_word(bench.lang, standing)).unwrap_or_default();
        Line {
            side: None,
            word: format!("{} {standing}", bench.name(spoken.person)),
            ms: spoken.ms,
            digits: talk.person(bench.lang, spoken).text,
        }
    };
    all.iter().map(line).collect()
}

fn buildings(bench: &Bench<'_>, talk: &TalkTime<'_>) -> Vec<Line> {
    let all = talk.buildings();
    let line = |one: &words::figures::talk::OfBuilding| Line {
        side: None,
        word: match &one.building {
            Some(building) => bench.tell("meeting-talk-building", &[("n", building)]),
            None => bench.say("meeting-talk-guests"),
        },
        ms: one.ms,
        digits: talk.building(bench.lang, one).text,
    };
    all.iter().map(line).collect()
}

/// Width of the words and of the digits: one for all, so that the bars can be compared.
fn columns(ui: &Ui, lines: &[Line]) -> (f32, f32) {
    let ink = Ink::new(Size::Note, palette(ui).ink);
    let width = |text: &str| text_width(ui, text, ink);
    let room = ui.available_width() * 0.6;
    let words = lines.iter().map(|line| width(&line.word) + left_of(line)).fold(0.0, f32::max);
    let digits = lines.iter().map(|line| width(&line.digits)).fold(0.0, f32::max);
    (words.min(room), digits)
}

/// A side keeps the room of its mark, with or without one, so that the words stand under each other.
fn left_of(line: &Line) -> f32 {
    if line.side.is_some() { MARK_TO_TEXT * Size::Note.desk_px() + 6.0 } else { 0.0 }
}

fn line_ui(ui: &mut Ui, line: &Line, whole: i64, (words, digits): (f32, f32)) {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let name = format!("{} {}", line.word, line.digits);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let middle = rect.center().y;
    let ink = Ink::new(Size::Note, colours.ink);
    let square = MARK_TO_TEXT * Size::Note.desk_px();
    let left = rect.left() + left_of(line);
    let mut fill: Color32 = colours.accent;
    if let Some(mark) = line.side.and_then(mark_of) {
        let baseline = middle + BASELINE_BELOW_MIDDLE * Size::Note.desk_px();
        let place = Rect::from_min_size(pos2(rect.left(), baseline - square), Vec2::splat(square));
        mark_paint(ui.painter(), place, mark, &colours);
        fill = mark_colour(&colours, mark);
    }
    text_paint(ui, &line.word, ink, Align2::LEFT_CENTER, pos2(left, middle), words - left_of(line) + 1.0);
    text_paint(ui, &line.digits, ink, Align2::RIGHT_CENTER, pos2(rect.right(), middle), digits + 1.0);
    let from = rect.left() + 64.0_f32.max(words + space::S3);
    let to = rect.right() - 60.0_f32.max(digits + space::S3);
    let bar = Rect::from_min_max(pos2(from, middle - BAR / 2.0), pos2(to, middle + BAR / 2.0));
    ui.painter().rect_filled(bar, CornerRadius::ZERO, colours.well);
    let filled = bar.with_max_x(share_x(bar, Share { part: line.ms, whole }));
    ui.painter().rect_filled(filled, CornerRadius::ZERO, fill);
}
