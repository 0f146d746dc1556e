//! 开会前检查: the screen, letters for the hall, the clock, the disk, the last backup; each line says whether it is well or
//! what to do. One question is asked: how far the last row sits from how high a picture.

use std::path::Path;

use amounts::scaled;
use deliberation::At;
use deliberation::meeting::Phase;
use egui::{Align2, CentralPanel, Frame, Margin, ScrollArea, Sense, Ui, Vec2};
use session::preferences::{BackupMade, Room};
use session::preflight::{ClockState, LEAST_FREE, clock, is_fresh, same_hour};
use words::moment::{self, Zone};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::dialogs::Question;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Field, Icon, Size, Weight, icon_paint, palette, text_ui};
use crate::page::{Place, Scene, Wish};
use crate::screen::Hall;
use crate::screen_window::Monitor;
use crate::status::ScreenState;
use crate::top_bar::head_bar_ui;

/// Width of a line.
const LINE: f32 = 880.0;
/// Width of what is checked.
const WHAT: f32 = 120.0;
/// Width of a measure's field.
const MEASURE: f32 = 120.0;
/// What a backup is asked for with.
const BACKUP: &str = "backup";
/// Measures beyond these (in centimetres) are slips of the keyboard.
const FARTHEST: i64 = 20_000;

/// The page with what is typed into it.
#[derive(Debug, Default)]
pub(crate) struct Preflight {
    distance: String,
    height: String,
    /// Where a backup is being put.
    copying: bool,
    /// Why the last one failed.
    failed: Option<String>,
}

/// What the shell knows around the meeting.
pub(crate) struct Surroundings<'a> {
    pub(crate) screen: ScreenState,
    /// How many monitors there are and the one for the room.
    pub(crate) monitors: Option<(usize, Option<&'a Monitor>)>,
    /// The zone of this PC.
    pub(crate) zone: Option<&'a str>,
    pub(crate) room: Option<Room>,
    pub(crate) backup: Option<BackupMade>,
    /// Where the file lies, in words.
    pub(crate) place: String,
}

/// What the page learnt, to be kept on this PC.
#[derive(Default)]
pub(crate) struct Learnt {
    pub(crate) room: Option<Room>,
    pub(crate) backup: Option<BackupMade>,
}

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Well,
    /// Something to do.
    Look,
    /// Being looked at.
    Waiting,
}

/// A line: what was found, and what to do about it (may be empty).
struct Line {
    stands: Stands,
    found: String,
    next: String,
}

impl Line {
    fn well(found: String) -> Line {
        Line { stands: Stands::Well, found, next: String::new() }
    }

    fn look(found: String, next: String) -> Line {
        Line { stands: Stands::Look, found, next }
    }
}

impl Preflight {
    /// The page, with the hall as it was last measured.
    pub(crate) fn of(room: Option<Room>) -> Preflight {
        let metres = |cm: u32| scaled::plain(i64::from(cm), 2);
        Preflight {
            distance: room.map(|room| metres(room.distance)).unwrap_or_default(),
            height: room.map(|room| metres(room.height)).unwrap_or_default(),
            ..Preflight::default()
        }
    }

    /// Draws the page; what it learnt in this frame.
    pub(crate) fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, around: &Surroundings<'_>) -> Learnt {
        let lang = scene.lang;
        let mut learnt = Learnt::default();
        let title = scene.session.facts().file.title.clone();
        head_bar_ui(ui, &title, &t(lang, "preflight-title"), |ui| {
            let cap = Action::SignIn.key_cap(lang);
            if ui.add(Button::primary(&t(lang, "preflight-on")).icon(Icon::Next).key(&cap)).clicked() {
                scene.wish(Action::SignIn);
            }
            if ui.add(Button::normal(&t(lang, "preflight-again"))).clicked() {
                scene.session.look_around();
            }
        });
        self.follow_backup(scene, &mut learnt);
        let inner =
            Frame::new().fill(palette(ui).sheet).inner_margin(Margin { left: 32, right: 32, top: 20, bottom: 12 });
        CentralPanel::no_frame().frame(inner).show(ui, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(LINE);
                ui.spacing_mut().item_spacing.y = 0.0;
                text_ui(ui, &t(lang, "preflight-hint"), Size::Body, Weight::Regular, palette(ui).ink2);
                ui.add_space(space::S4);
                screen_ui(ui, scene, around);
                learnt.room = self.letters_ui(ui, lang, around.room);
                line_ui(ui, &t(lang, "preflight-clock"), &clock_line(scene, around), |_| ());
                let found = disk_line(scene, &around.place);
                line_ui(ui, &t(lang, "preflight-disk"), &found, |_| ());
                self.backup_ui(ui, scene, around);
            });
        });
        learnt
    }

    /// The one question: the last row's distance and the picture's height.
    fn letters_ui(&mut self, ui: &mut Ui, lang: Lang, room: Option<Room>) -> Option<Room> {
        let (line, problem) = letters_line(lang, room, &self.distance, &self.height);
        let mut changed = false;
        line_ui(ui, &t(lang, "preflight-letters"), &line, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S4;
                for (text, key) in [(&mut self.distance, true), (&mut self.height, false)] {
                    let name = if key { t(lang, "preflight-distance") } else { t(lang, "preflight-height") };
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = space::S1;
                        text_ui(ui, &name, Size::Note, Weight::Regular, palette(ui).ink2);
                        changed |= Field::new(text, &name).number().width(MEASURE).field_ui(ui).changed();
                    });
                }
            });
            if let Some(problem) = &problem {
                text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
            }
        });
        let typed = measured(&self.distance, &self.height).filter(|typed| changed && Some(*typed) != room)?;
        ui.ctx().request_repaint();
        Some(typed)
    }

    fn follow_backup(&mut self, scene: &mut Scene<'_>, learnt: &mut Learnt) {
        if let Some((Question::SaveAs { what: BACKUP, .. }, to)) = scene.answer {
            if is_same_file(scene.session.path(), to) {
                self.failed = Some(t(scene.lang, "preflight-backup-itself"));
            } else {
                scene.session.back_up(to);
                (self.copying, self.failed) = (true, None);
            }
        }
        match scene.session.backed_up() {
            Some(Ok(to)) => {
                let of = scene.session.path().to_owned();
                learnt.backup = Some(BackupMade { of, to, at: scene.now.utc_ms });
                self.copying = false;
            }
            Some(Err(detail)) => {
                self.failed = Some(tf(scene.lang, "preflight-backup-failed", &[("detail", &detail)]));
                self.copying = false;
            }
            None => self.copying &= scene.session.is_backing_up(),
        }
    }

    fn backup_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>, around: &Surroundings<'_>) {
        let lang = scene.lang;
        let zone = Zone::of(&scene.session.facts().file);
        let now = At(scene.now.utc_ms);
        let line = match (&self.failed, &around.backup) {
            _ if self.copying => {
                Line { stands: Stands::Waiting, found: t(lang, "preflight-backup-under-way"), next: String::new() }
            }
            (Some(failed), _) => Line::look(failed.clone(), t(lang, "preflight-backup-elsewhere")),
            (None, None) => Line::look(t(lang, "preflight-backup-none"), t(lang, "preflight-backup-next")),
            (None, Some(made)) => {
                let time = moment::day_time(lang, &zone, At(made.at));
                let place = made.to.display().to_string();
                let found = tf(lang, "preflight-backup-at", &[("time", &time), ("place", &place)]);
                if is_fresh(At(made.at), now) {
                    Line::well(found)
                } else {
                    Line::look(found, t(lang, "preflight-backup-old"))
                }
            }
        };
        let closed = scene.session.read_only().is_some().then(|| t(lang, "rules-read-only"));
        let own = own_backup_text(scene);
        line_ui(ui, &t(lang, "preflight-backup"), &line, |ui| {
            text_ui(ui, &own, Size::Body, Weight::Regular, palette(ui).ink2);
            let word = t(lang, "preflight-back-up");
            if ui.add(Button::normal(&word).icon(Icon::Export).pane().closed(closed.as_deref())).clicked() {
                let stem = scene.session.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
                let name = tf(lang, "preflight-backup-name", &[("name", &stem)]);
                scene.wishes.push(Wish::Ask(Question::SaveAs { what: BACKUP, name }));
            }
        });
    }
}

/// What became of the copies that make themselves.
fn own_backup_text(scene: &Scene<'_>) -> String {
    let lang = scene.lang;
    match scene.session.last_backup() {
        None => t(lang, "preflight-backup-own"),
        Some(Ok((path, at))) => {
            let time = moment::day_time(lang, &Zone::of(&scene.session.facts().file), *at);
            tf(lang, "preflight-backup-own-at", &[("time", &time), ("place", &path.display().to_string())])
        }
        Some(Err(detail)) => tf(lang, "preflight-backup-own-failed", &[("detail", detail)]),
    }
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    one == other
}

/// The two measures in centimetres; `None` unless both are numbers that can be.
fn measured(distance: &str, height: &str) -> Option<Room> {
    let cm = |text: &str| {
        let read = scaled::parse(text.trim(), 2).ok().filter(|cm| (1..=FARTHEST).contains(cm))?;
        u32::try_from(read).ok()
    };
    Some(Room { distance: cm(distance)?, height: cm(height)? })
}

fn letters_line(lang: Lang, room: Option<Room>, distance: &str, height: &str) -> (Line, Option<String>) {
    let typed = !distance.trim().is_empty() && !height.trim().is_empty();
    let problem = (typed && measured(distance, height).is_none()).then(|| t(lang, "preflight-not-metres"));
    let Some(room) = room else {
        return (Line::look(t(lang, "preflight-letters-unknown"), t(lang, "preflight-letters-next")), problem);
    };
    let (hall, enough) = Hall::for_room(room.distance, room.height);
    // Hundredths, rounded: 1.29.
    let factor = scaled::plain((i64::from(hall.as_permille()) + 5) / 10, 2);
    let args = [("factor", factor.as_str())];
    let line = match (enough, hall == Hall::default()) {
        (true, true) => Line::well(t(lang, "preflight-letters-usual")),
        (true, false) => Line::well(tf(lang, "preflight-letters-grow", &args)),
        (false, _) => Line::look(tf(lang, "preflight-letters-small", &args), t(lang, "preflight-letters-small-next")),
    };
    (line, problem)
}

fn screen_ui(ui: &mut Ui, scene: &mut Scene<'_>, around: &Surroundings<'_>) {
    let lang = scene.lang;
    let named = |monitor: &Monitor| {
        let size = format!("{:.0} × {:.0}", monitor.size.x, monitor.size.y);
        let name = if monitor.name.is_empty() { t(lang, "preflight-screen-nameless") } else { monitor.name.clone() };
        (name, size)
    };
    let found = around.monitors.and_then(|(_, room)| room).map(named);
    let said = |key: &str| {
        let (name, size) = found.clone().unwrap_or_default();
        tf(lang, key, &[("name", &name), ("size", &size)])
    };
    let alone = || tf(lang, "preflight-screen-none-next", &[("key", &Action::SingleScreen.key_cap(lang))]);
    let line = match (around.screen, &found) {
        (ScreenState::Lost, _) => Line::look(t(lang, "screen-state-lost"), t(lang, "preflight-screen-lost-next")),
        (ScreenState::On, Some(_)) => Line::well(said("preflight-screen-on")),
        (ScreenState::Off, Some(_)) => Line::well(said("preflight-screen-found")),
        (_, None) if around.monitors.is_some() => Line::look(t(lang, "preflight-screen-none"), alone()),
        (_, None) => Line::look(t(lang, "preflight-screen-unknown"), alone()),
    };
    line_ui(ui, &t(lang, "preflight-screen"), &line, |ui| {
        if around.screen == ScreenState::Off {
            let (word, cap) = (Action::ScreenOn.name(lang), Action::ScreenOn.key_cap(lang));
            if ui.add(Button::normal(&word).icon(Icon::Screen).key(&cap).pane()).clicked() {
                scene.wish(Action::ScreenOn);
            }
        }
    });
}

fn clock_line(scene: &Scene<'_>, around: &Surroundings<'_>) -> Line {
    let lang = scene.lang;
    let facts = scene.session.facts();
    let zone = Zone::of(&facts.file);
    let now = At(scene.now.utc_ms);
    let planned = facts.working_meeting().map(|(_, meeting)| meeting);
    let planned = planned.filter(|meeting| matches!(meeting.phase, Phase::Planned)).map(|meeting| meeting.plan.start);
    let same = around.zone.is_none_or(|zone| same_hour(zone, &facts.file.zone, now));
    let time = moment::date(lang, &zone, now) + " " + &moment::clock(&zone, now);
    let found = tf(lang, "preflight-clock-is", &[("time", &time)]);
    match clock(now, At(scene.session.snapshot().saved_at), planned, same) {
        ClockState::Plausible => Line::well(found),
        ClockState::BeforeLastDeed(at) => {
            let at = moment::date(lang, &zone, at) + " " + &moment::clock(&zone, at);
            Line::look(found, tf(lang, "preflight-clock-behind", &[("time", &at)]))
        }
        ClockState::OtherZone => Line::look(found, tf(lang, "preflight-clock-zone", &[("zone", &facts.file.zone)])),
        ClockState::FarFromPlan(at) => {
            let at = moment::day_time(lang, &zone, at);
            Line::look(found, tf(lang, "preflight-clock-plan", &[("time", &at)]))
        }
    }
}

fn disk_line(scene: &mut Scene<'_>, folder: &str) -> Line {
    let lang = scene.lang;
    if let Some(reason) = scene.session.read_only() {
        let why = session::read_only_text(lang, scene.session.path(), reason);
        return Line::look(why, t(lang, "preflight-disk-read-only"));
    }
    let place = [("place", folder)];
    match scene.session.around() {
        None => Line { stands: Stands::Waiting, found: t(lang, "preflight-looking"), next: String::new() },
        Some(found) if !found.writable => {
            Line::look(tf(lang, "preflight-disk-closed", &place), t(lang, "preflight-disk-closed-next"))
        }
        Some(found) => match found.free {
            Some(free) if free < LEAST_FREE => {
                let left = (free >> 20).to_string();
                let said = tf(lang, "preflight-disk-full", &[("place", folder), ("left", &left)]);
                Line::look(said, t(lang, "preflight-disk-full-next"))
            }
            Some(_) => Line::well(tf(lang, "preflight-disk-well", &place)),
            None => Line::well(tf(lang, "preflight-disk-writable", &place)),
        },
    }
}

/// One line: sign and what is checked at the left, what was found and what to do, then what can be done about it.
fn line_ui(ui: &mut Ui, what: &str, line: &Line, acts: impl FnOnce(&mut Ui)) {
    let colours = *palette(ui);
    ui.add_space(space::S4);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(space::S3, space::S1);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(WHAT, Size::Body.desk_line()), Sense::hover());
        let (icon, ink) = match line.stands {
            Stands::Well => (Icon::Check, colours.accent),
            Stands::Look => (Icon::Warning, colours.warn),
            Stands::Waiting => (Icon::Clock, colours.ink2),
        };
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, what));
        let square = Align2::LEFT_CENTER.anchor_size(rect.left_center(), Vec2::splat(frame::ICON));
        icon_paint(ui.painter(), square, icon, ink);
        let galley = ui.painter().layout_job(crate::look::job(what, Size::Body, Weight::Medium, colours.ink));
        let left = rect.left_center() + Vec2::new(frame::ICON + space::S2, 0.0);
        ui.painter().galley(Align2::LEFT_CENTER.anchor_size(left, galley.size()).min, galley, colours.ink);
        ui.vertical(|ui| {
            let ink = if line.stands == Stands::Look { colours.warn } else { colours.ink };
            text_ui(ui, &line.found, Size::Body, Weight::Regular, ink);
            if !line.next.is_empty() {
                text_ui(ui, &line.next, Size::Body, Weight::Regular, colours.ink2);
            }
            acts(ui);
        });
    });
    ui.add_space(space::S4);
    let y = ui.cursor().top();
    hairline_paint(ui.painter(), ui.max_rect().x_range(), y, &colours);
}

/// The way here from a meeting that has not opened.
pub(crate) fn way_ui(ui: &mut Ui, lang: Lang, wishes: &mut Vec<Wish>) {
    let cap = Action::Preflight.key_cap(lang);
    if ui.add(Button::normal(&t(lang, "preflight-title")).icon(Icon::Check).key(&cap)).clicked() {
        wishes.push(Wish::Show(Place::Preflight));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metres_are_read_in_centimetres_and_nonsense_is_no_measure() {
        assert_eq!(measured("8", "1.2"), Some(Room { distance: 800, height: 120 }));
        for (distance, height) in [("", "1.2"), ("8", ""), ("-8", "1"), ("0", "1"), ("8", "999"), ("八", "1")] {
            assert_eq!(measured(distance, height), None, "{distance} {height}");
        }
    }

    #[test]
    fn letters_say_what_the_hall_needs_in_both_languages() {
        for lang in Lang::ALL {
            let line = |distance, height| letters_line(lang, Some(Room { distance, height }), "8", "1").0;
            assert_eq!(line(300, 120).stands, Stands::Well);
            assert!(line(800, 120).found.contains("1.29"), "{}", line(800, 120).found);
            assert_eq!(line(1500, 120).stands, Stands::Look);
            assert_eq!(letters_line(lang, None, "", "").0.stands, Stands::Look);
            assert!(letters_line(lang, None, "abc", "1").1.is_some());
        }
    }
}
