//! The band over everything while a rehearsal is under way: that it is one, its clock, and how it plays.

use deliberation::At;
use egui::{Label, Layout, Margin, Panel, Ui};
use session::Workspace;
use session::rehearsal::SPEEDS;
use words::moment::{Zone, clock_seconds};
use words::{Lang, t, tf};

use crate::look::tokens::{frame, space};
use crate::look::{Button, Icon, Size, Weight, icon_ui, job, palette};

/// Height of the band.
const BAND: f32 = 48.0;

/// Below this width the words about the copy are left out.
const ROOM: f32 = 120.0;

/// What was pressed on the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Steer {
    /// Stand still, or go on.
    Toggle,
    /// One line.
    Step,
    /// So fast.
    Speed(u32),
    /// The rest by hand.
    TakeOver,
    /// Save a copy.
    Keep,
    /// Leave.
    Leave,
}

/// Shows the band while there is a rehearsal.
pub(crate) fn band_ui(ui: &mut Ui, lang: Lang, workspace: &Workspace) -> Option<Steer> {
    let (rehearsal, session) = (workspace.rehearsal()?, workspace.session()?);
    let colours = *palette(ui);
    let mut steer = None;
    let ground =
        egui::Frame::new().fill(colours.warn_bg).inner_margin(Margin { left: 20, right: 20, top: 0, bottom: 0 });
    let panel = Panel::top("rehearsal").exact_size(BAND).resizable(false).show_separator_line(false).frame(ground);
    panel.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            let mut button = |ui: &mut Ui, text: String, icon: Icon, deed: Steer| {
                if ui.add(Button::normal(&text).icon(icon).pane()).clicked() {
                    steer = Some(deed);
                }
            };
            button(ui, t(lang, "rehearsal-leave"), Icon::Cross, Steer::Leave);
            button(ui, t(lang, "rehearsal-keep"), Icon::Export, Steer::Keep);
            if rehearsal.played().is_some() {
                button(ui, t(lang, "rehearsal-take-over"), Icon::Hand, Steer::TakeOver);
                if rehearsal.stopped().is_none() {
                    button(ui, t(lang, "rehearsal-step"), Icon::Next, Steer::Step);
                    let (word, icon) = if rehearsal.stands() {
                        (t(lang, "rehearsal-play"), Icon::Play)
                    } else {
                        (t(lang, "rehearsal-pause"), Icon::Pause)
                    };
                    button(ui, word, icon, Steer::Toggle);
                }
            }
            ui.spacing_mut().item_spacing.x = space::S1;
            for speed in SPEEDS.into_iter().rev() {
                let text = tf(lang, "rehearsal-speed", &[("n", &speed.to_string())]);
                let here = rehearsal.speed() == speed;
                if ui.add(Button::normal(&text).pane().marked(here)).clicked() && !here {
                    steer = Some(Steer::Speed(speed));
                }
            }
            ui.add_space(space::S2);
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S2;
                icon_ui(ui, Icon::Warning, frame::ICON_CHIP, colours.warn);
                ui.add(Label::new(job(&t(lang, "rehearsal-band"), Size::Lead, Weight::Medium, colours.warn)));
                let zone = Zone::of(&session.facts().file);
                let time = clock_seconds(&zone, At(rehearsal.now().utc_ms));
                ui.add(Label::new(job(&time, Size::Body, Weight::Medium, colours.ink)));
                let said = match (rehearsal.stopped(), rehearsal.played()) {
                    (Some(why), _) => tf(lang, "rehearsal-stopped", &[("why", why)]),
                    (None, Some((done, all))) => {
                        tf(lang, "rehearsal-played", &[("done", &done.to_string()), ("all", &all.to_string())])
                    }
                    (None, None) => t(lang, "rehearsal-by-hand"),
                };
                ui.add(Label::new(job(&said, Size::Body, Weight::Regular, colours.ink)).truncate());
                if ui.available_width() < ROOM {
                    return;
                }
                let text = t(lang, "rehearsal-band-text");
                ui.add(Label::new(job(&text, Size::Note, Weight::Regular, colours.ink2)).truncate());
            });
        });
    });
    steer
}
