//! The window: eframe's start, fonts, the clock, and leaving. What is drawn and done is the desk's.
//!
//! The room's window is a second viewport that the desk keeps; both are drawn by OpenGL (glow), and where that cannot
//! start on Windows (remote desktop, old drivers) by wgpu. [`dialogs`] asks the system for paths, [`monitors`] tells the
//! desk what it could project on, [`place`] puts the window where it was, [`crash`] writes down what went wrong,
//! [`failure`] says why no window came up.

mod crash;
mod dialogs;
mod failure;
mod monitors;
mod place;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use desk::Desk;
use desk::confirm::{Answer as Choice, Confirm};
use desk::screen_window::Clock;
use eframe::{App, CreationContext, Frame, NativeOptions, Renderer};
use egui::{Context, Event, Key, Modifiers, Ui, ViewportBuilder, ViewportCommand};
use session::preferences::Preferences;
use session::preflight::zone_of_this_pc;
use session::{Now, Places, Workspace};
use words::{Lang, t};

use crate::answer::Answer;
use crate::places::places;
use crate::shipped::shipped;
use dialogs::SystemDialogs;
use monitors::Monitors;
use place::Follow;

/// What the monotonic clock says at the start: a turn that ran before a restart began before it, by ten days at most.
const BEFORE_MS: u64 = 10 * 24 * 3_600_000;

/// The icon of both windows where the system does not take it from the package.
const ICON: &[u8] = include_bytes!("../../../../packaging/icons/128x128.png");

/// Opens the window, on a file or on the home page, and stays until it is closed.
pub(crate) fn open(lang: Option<Lang>, file: Option<&Path>) -> Answer {
    let spoken = lang.unwrap_or_default();
    let places = places();
    crash::watch(places.config.clone());
    let mut failed = None;
    for renderer in RENDERERS {
        match run(*renderer, &places, lang, file) {
            Ok(()) => return Answer::done(""),
            Err(error) => {
                tracing::error!(?renderer, %error, "no window");
                let next = failure::is_graphics(&error);
                failed = Some(error);
                if !next {
                    break;
                }
            }
        }
    }
    failed.map_or_else(|| Answer::done(""), |error| failure::not_opened(spoken, &error))
}

/// What draws the windows, first choice first.
const RENDERERS: &[Renderer] = &[
    Renderer::Glow,
    #[cfg(windows)]
    Renderer::Wgpu,
];

/// Runs the program with one renderer until its window is closed.
fn run(renderer: Renderer, places: &Places, lang: Option<Lang>, file: Option<&Path>) -> Result<(), eframe::Error> {
    let (file, places) = (file.map(Path::to_owned), places.clone());
    let left = Preferences::load(&places.config).window;
    let viewport = place::start(ViewportBuilder::default(), left)
        .with_title(t(lang.unwrap_or_default(), "window-title"))
        // The name of packaging/linux/fangzhuo.desktop: by it a desktop finds the icon and groups the windows.
        .with_app_id("fangzhuo")
        .with_icon(eframe::icon_data::from_png_bytes(ICON).unwrap_or_default());
    let options = NativeOptions {
        viewport,
        renderer,
        // The desk brings fonts and a provider that asks for the Chinese forms whatever the system speaks.
        system_font_fallback: false,
        centered: left.is_none(),
        ..NativeOptions::default()
    };
    let begin =
        move |start: &CreationContext<'_>| -> Box<dyn App> { Box::new(Program::new(start, places, lang, file)) };
    eframe::run_native("fangzhuo", options, Box::new(move |start| Ok(begin(start))))
}

/// The program as eframe runs it.
struct Program {
    desk: Desk,
    clock: Clock,
    monitors: Monitors,
    place: Follow,
    /// The desk's language, for the dialogs.
    spoken: Arc<Mutex<Lang>>,
    /// Somebody wanted to leave while a vote is open, and is being asked.
    asked_to_leave: bool,
    /// The answer was to leave.
    leaving: bool,
}

impl Program {
    fn new(start: &CreationContext<'_>, places: Places, lang: Option<Lang>, file: Option<PathBuf>) -> Program {
        let ctx = &start.egui_ctx;
        desk::look::install(ctx);
        desk::look::fonts::install_system(ctx);
        let clock = clock();
        let waker = ctx.clone();
        let mut workspace = Workspace::new(places, shipped(), Arc::new(move || waker.request_repaint()));
        // Without a path to ourselves, procedures are compiled in this process.
        if let Ok(program) = std::env::current_exe() {
            workspace.compile_by(program);
        }
        if let Some(lang) = lang {
            workspace.preferences.lang = lang;
        }
        workspace.zone = zone_of_this_pc();
        workspace.tick(clock());
        ctx.send_viewport_cmd(ViewportCommand::Title(t(workspace.lang(), "window-title")));
        let spoken = Arc::new(Mutex::new(workspace.lang()));
        let dialogs = SystemDialogs::new(ctx.clone(), Arc::clone(&spoken));
        let mut desk = Desk::new(workspace, Box::new(dialogs)).with_clock(Arc::clone(&clock));
        if let Some(file) = file {
            desk.open(&file);
        }
        let monitors = Monitors::watch(start, ctx.clone());
        let place = Follow::from(desk.workspace().preferences.window);
        Program { desk, clock, monitors, place, spoken, asked_to_leave: false, leaving: false }
    }

    /// Closing while a vote is open is asked about first: nothing would be lost, but the room would wait.
    fn close_ui(&mut self, ctx: &Context, answered: Option<Choice>) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.leaving && self.desk.holds() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.asked_to_leave = true;
        }
        if !self.asked_to_leave {
            return;
        }
        let lang = self.desk.lang();
        let (title, text, yes) = (t(lang, "window-leave"), t(lang, "window-leave-text"), t(lang, "window-leave-yes"));
        let clicked = Confirm::new("leave", &title, &text, &yes).confirm_ui(ctx, lang, |_| ());
        match answered.or(clicked) {
            Some(Choice::Yes) => {
                self.leaving = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Some(Choice::No) => {
                self.asked_to_leave = false;
                ctx.request_repaint();
            }
            None => {}
        }
    }
}

/// The keys of the question: Enter leaves, Esc stays; none of the others reaches the page below while it is asked.
fn answer_by_key(ctx: &Context) -> Option<Choice> {
    ctx.input_mut(|input| {
        let stay = input.consume_key(Modifiers::NONE, Key::Escape);
        let leave = input.consume_key(Modifiers::NONE, Key::Enter);
        input.events.retain(|event| !matches!(event, Event::Key { .. } | Event::Text(_)));
        stay.then_some(Choice::No).or(leave.then_some(Choice::Yes))
    })
}

impl App for Program {
    fn logic(&mut self, ctx: &Context, _: &mut Frame) {
        if let Some(monitors) = self.monitors.news() {
            self.place.check(ctx, &monitors);
            self.desk.set_monitors(monitors);
        }
        self.desk.logic(ctx, (self.clock)());
        *self.spoken.lock().unwrap_or_else(PoisonError::into_inner) = self.desk.lang();
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut Frame) {
        let ctx = ui.ctx().clone();
        let answered = if self.asked_to_leave { answer_by_key(&ctx) } else { None };
        self.desk.ui(ui, (self.clock)());
        self.place.see(&ctx);
        self.close_ui(&ctx, answered);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _: Option<&eframe::glow::Context>) {
        self.desk.close();
        let last = self.place.last();
        self.desk.workspace_mut().prefer(|preferences| preferences.window = last);
    }
}

/// Both clocks of the program: one that never jumps, for what is measured, and the wall's, for the record.
fn clock() -> Clock {
    let began = Instant::now();
    Arc::new(move || {
        let utc = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Now {
            mono_ms: BEFORE_MS.saturating_add(u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX)),
            utc_ms: i64::try_from(utc.as_millis()).unwrap_or(i64::MAX),
        }
    })
}
