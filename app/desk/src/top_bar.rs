//! The bars over the pages: the meeting's top bar, and the head bar of every other page.

use amounts::CentiSqm;
use deliberation::ids::{MeetingNo, PersonId};
use deliberation::meeting::Meeting;
use deliberation::rule::Measure;
use egui::{Frame, Label, Margin, Panel, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};
use session::audience::{BarPart, MeasureBar};
use session::{Now, Session};
use words::figures::meeting::{Attendees, attendance};
use words::{Lang, t, tf};

use crate::look::rules::hairline_paint;
use crate::look::tokens::{frame, space};
use crate::look::{DESK_BAR, Size, Weight, job, measure_bar_paint, palette, text_ui};
use crate::page::Wish;
use crate::status::{ScreenState, save_chip_ui, screen_chip_ui, undo_ui};

/// Width of the attendance bars.
const BAR: f32 = 96.0;

/// Title, date, attendance, saved state, undo and what the room sees.
pub(crate) fn top_bar_ui(
    ui: &mut Ui,
    session: &Session,
    lang: Lang,
    now: Now,
    screen: ScreenState,
    wishes: &mut Vec<Wish>,
) {
    let palette = *palette(ui);
    let panel = Panel::top("top-bar").exact_size(frame::TOP_BAR).resizable(false).show_separator_line(false);
    let frame = Frame::new().fill(palette.paper).inner_margin(Margin { left: 20, right: 20, top: 0, bottom: 0 });
    panel.frame(frame).show(ui, |ui| {
        let whole = ui.max_rect();
        hairline_paint(ui.painter(), whole.expand2(vec2(space::S5, 0.0)).x_range(), whole.bottom() - 0.5, &palette);
        let right = ui
            .scope_builder(
                UiBuilder::new().max_rect(whole).layout(egui::Layout::right_to_left(egui::Align::Center)),
                |ui| {
                    ui.spacing_mut().item_spacing.x = space::S4;
                    screen_chip_ui(ui, session, lang, screen);
                    undo_ui(ui, session, lang, wishes);
                    save_chip_ui(ui, session, lang, now);
                    ui.min_rect().left()
                },
            )
            .inner;
        let left = Rect::from_min_max(whole.min, pos2(right - space::S4, whole.bottom()));
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
            ui.set_clip_rect(ui.clip_rect().intersect(left));
            match session.facts().working_meeting() {
                Some((number, meeting)) => meeting_ui(ui, session, lang, number, meeting),
                None => title_ui(ui, &session.facts().file.title, &t(lang, "top-no-meeting"), left.width()),
            }
        });
    });
}

fn meeting_ui(ui: &mut Ui, session: &Session, lang: Lang, number: MeetingNo, meeting: &Meeting) {
    let zone = words::moment::Zone::of(&session.facts().file);
    let day = words::moment::day_time(lang, &zone, meeting.plan.start);
    let when = match meeting.plan.ordinal {
        Some(ordinal) => tf(lang, "top-ordinal-day", &[("ordinal", &ordinal.to_string()), ("day", &day)]),
        None => day,
    };
    // Several people take turns at one keyboard: whose hand it is stands where everybody looks.
    let hand = session.person();
    let when = if meeting.is_open() && hand != PersonId::NOBODY {
        let name = words::person_name(lang, session.snapshot().as_ref(), hand);
        tf(lang, "top-hand", &[("when", &when), ("name", &name)])
    } else {
        when
    };
    let whole = ui.max_rect();
    let attendance = 320.0_f32.min(whole.width() * 0.55);
    title_ui(ui, &meeting.plan.title, &when, whole.width() - attendance - space::S6);
    let place = Rect::from_min_max(pos2(whole.right() - attendance, whole.top()), whole.max);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| attendance_ui(ui, session, lang, number, meeting));
}

fn title_ui(ui: &mut Ui, title: &str, under: &str, width: f32) {
    let palette = *palette(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.set_max_width(width);
        ui.add_space(space::S3);
        ui.add(Label::new(job(title, Size::Lead, Weight::Medium, palette.ink)).truncate());
        ui.add(Label::new(job(under, Size::Note, Weight::Regular, palette.ink2)).truncate());
    });
}

/// Heads and area in the hall out of all; a deliberation needs no quorum, so there is no threshold.
fn attendance_ui(ui: &mut Ui, session: &Session, lang: Lang, number: MeetingNo, meeting: &Meeting) {
    let palette = *palette(ui);
    let facts = session.facts();
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = Size::Body.desk_line();
    ui.add_space(space::S3);
    let present = meeting.attendance.measure(&facts.roll);
    let all = (facts.roll.heads().len(), facts.roll.area());
    for measure in words::figures::MEASURES {
        let figure = |who| attendance(lang, facts, number, meeting, who, measure);
        let (here, due) = (figure(Attendees::Present), figure(Attendees::Due));
        let label = match measure {
            Measure::Heads => t(lang, "top-present"),
            Measure::Area => t(lang, "top-area"),
        };
        let text = tf(lang, "top-of-all", &[("present", &here.number), ("all", &due.text)]);
        ui.horizontal(|ui| {
            ui.set_height(Size::Body.desk_line());
            ui.spacing_mut().item_spacing.x = 0.0;
            let (rect, _) = ui.allocate_exact_size(vec2(52.0, Size::Body.desk_line()), Sense::hover());
            let galley = ui.painter().layout_job(job(&label, Size::Note, Weight::Regular, palette.ink2));
            ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, palette.ink2);
            text_ui(ui, &text, Size::Note, Weight::Regular, palette.ink);
            let bar = match measure {
                Measure::Heads => Some((i64::from(present.0), i64::try_from(all.0).unwrap_or(0))),
                Measure::Area => present.1.zip(all.1).map(|(CentiSqm(part), CentiSqm(whole))| (part, whole)),
            };
            let Some((part, whole)) = bar.filter(|(_, whole)| *whole > 0) else { return };
            let room = ui.max_rect().right() - ui.cursor().left() - space::S3;
            if room < BAR {
                return;
            }
            let line =
                Rect::from_min_size(pos2(ui.max_rect().right() - BAR, rect.center().y - 4.0), Vec2::new(BAR, 8.0));
            let bar = MeasureBar { all: whole, parts: vec![BarPart { side: None, amount: part }], lines: Vec::new() };
            measure_bar_paint(ui.painter(), line, &bar, DESK_BAR, &palette, palette.paper);
        });
    }
}

/// The head of a page that is not the meeting's: where one is, what it is called, what can be done at the right.
pub(crate) fn head_bar_ui<R>(ui: &mut Ui, over: &str, title: &str, right: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = *palette(ui);
    let panel = Panel::top("head-bar").exact_size(frame::HEAD_BAR).resizable(false).show_separator_line(false);
    let frame = Frame::new().fill(palette.paper).inner_margin(Margin { left: 32, right: 32, top: 0, bottom: 0 });
    panel
        .frame(frame)
        .show(ui, |ui| {
            let whole = ui.max_rect();
            hairline_paint(ui.painter(), whole.expand2(vec2(32.0, 0.0)).x_range(), whole.bottom() - 0.5, &palette);
            let layout = egui::Layout::right_to_left(egui::Align::Center);
            let done = ui.scope_builder(UiBuilder::new().max_rect(whole).layout(layout), |ui| {
                ui.spacing_mut().item_spacing.x = space::S3;
                let done = right(ui);
                (done, ui.min_rect().left())
            });
            let left = Rect::from_min_max(whole.min, pos2(done.inner.1 - space::S4, whole.bottom()));
            ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(space::S4);
                ui.add(Label::new(job(over, Size::Note, Weight::Regular, palette.ink2)).truncate());
                ui.add(Label::new(job(title, Size::Title, Weight::Medium, palette.ink)).truncate());
            });
            done.inner.0
        })
        .inner
}
