//! The desk window: where one is, what the keys ask for, what is said over the panes; pages do the rest.

mod banners;
mod check;
mod drafts;
mod rehearsing;
mod single;
mod size;
mod steer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::{CentralPanel, Context, Theme, Ui};
use session::audience::{AudienceView, Clock as SpeakerClock};
use session::{Now, Workspace};
use words::{Lang, t};

use crate::action::Action;
use crate::complaint::Complaint;
use crate::dialogs::{Dialogs, Question};
use crate::figures_page::FiguresPage;
use crate::finder::{Entry, Finder, Found};
use crate::home::{Home, HomeScene, HomeWish};
use crate::keys::Keys;
use crate::page::{Place, Scene, Wish};
use crate::pages::Pages;
use crate::preflight::Preflight;
use crate::procedures_page::ProceduresPage;
use crate::projection::{self, Projection};
use crate::roll::RollPage;
use crate::roll::import::ImportPage;
use crate::screen::{self, Hall, Setting};
use crate::screen_window::{Clock, Monitor, ScreenWindow};
use crate::sign_in::SignIn;
use crate::status::{save_chip_ui, undo_ui};
use crate::{help, rail, rehearsal_band, top_bar};

/// The desk with everything it remembers between frames.
pub struct Desk {
    workspace: Workspace,
    dialogs: Box<dyn Dialogs>,
    keys: Keys,
    place: Place,
    home: Home,
    sign_in: SignIn,
    roll: RollPage,
    import: Option<ImportPage>,
    figures: FiguresPage,
    procedures: ProceduresPage,
    preflight: Preflight,
    pages: Pages,
    finder: Finder,
    help: bool,
    /// The sheet of keys is turned a page down, or up.
    help_turn: Option<bool>,
    projection: Projection,
    complaint: Option<Complaint>,
    /// A roll dropped before there was a community to import it into.
    waiting_roll: Option<PathBuf>,
    answer: Option<(Question, PathBuf)>,
    wished: Vec<Action>,
    audience: Arc<AudienceView>,
    prepared: Option<Arc<AudienceView>>,
    screen: ScreenWindow,
    hall: Hall,
    dark: Option<bool>,
    full_screen: bool,
    single: single::Single,
    /// The window becomes the picture in the next frame.
    single_again: bool,
    /// A vote was open in the last frame.
    voting: bool,
}

impl Desk {
    /// A desk on the home page.
    pub fn new(workspace: Workspace, dialogs: Box<dyn Dialogs>) -> Desk {
        let audience = Arc::new(AudienceView::blank(workspace.lang()));
        let hall = size::hall_of(&workspace.preferences);
        let mut screen = ScreenWindow::default();
        screen.remember(workspace.preferences.screen.clone());
        Desk {
            workspace,
            dialogs,
            keys: Keys::default(),
            place: Place::Home,
            home: Home::default(),
            sign_in: SignIn::default(),
            roll: RollPage::default(),
            import: None,
            figures: FiguresPage::default(),
            procedures: ProceduresPage::default(),
            preflight: Preflight::default(),
            pages: Pages::default(),
            finder: Finder::default(),
            help: false,
            help_turn: None,
            projection: Projection::default(),
            complaint: None,
            waiting_roll: None,
            answer: None,
            wished: Vec::new(),
            audience,
            prepared: None,
            screen,
            hall,
            dark: None,
            full_screen: false,
            single: single::Single::default(),
            single_again: false,
            voting: false,
        }
    }

    /// The clock the room's window asks in its own frames.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Desk {
        self.screen.set_clock(clock);
        self
    }

    /// The monitors there are; told by the program whenever they change.
    pub fn set_monitors(&mut self, monitors: Vec<Monitor>) {
        self.screen.set_monitors(monitors);
    }

    /// The language of the desk.
    pub fn lang(&self) -> Lang {
        self.workspace.lang()
    }

    /// Where one is.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Goes to a place.
    pub fn show(&mut self, place: Place) {
        match place {
            Place::SignIn => self.sign_in.enter(),
            Place::Preflight => self.preflight = Preflight::of(self.workspace.preferences.room),
            _ => {}
        }
        self.place = place;
    }

    /// The open file and the home page's side of things.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The same, to work on: for the program and for tests.
    pub fn workspace_mut(&mut self) -> &mut Workspace {
        &mut self.workspace
    }

    /// What the room sees, and how its picture is laid out.
    pub fn audience(&self) -> (Arc<AudienceView>, Setting) {
        (Arc::clone(&self.audience), self.setting())
    }

    /// How the room's picture is laid out: by the monitor it is on, or by this window while it is the picture.
    fn setting(&self) -> Setting {
        self.single.setting(self.hall).unwrap_or_else(|| self.screen.setting(self.hall))
    }

    /// What is said over the panes.
    pub fn complaint(&self) -> Option<&Complaint> {
        self.complaint.as_ref()
    }

    /// Whether closing the window now would lose something under way: an open vote or poll is asked about first.
    pub fn holds(&self) -> bool {
        let under_way = |facts: &deliberation::Facts| facts.open_vote().is_some() || facts.open_poll().is_some();
        self.workspace.session().is_some_and(|session| under_way(session.facts()))
    }

    /// Opens a file, from the program's argument, a dialog or a drop.
    pub fn open(&mut self, path: &Path) {
        self.hand_over_drafts();
        match self.workspace.open(path) {
            Ok(()) => self.opened(),
            Err(why) => self.complaint = Some(Complaint::refused(why)),
        }
    }

    /// Closes the open file; what is half typed in it is there again when it is next opened.
    pub fn close(&mut self) {
        self.hand_over_drafts();
        self.workspace.close();
    }

    /// Opens the example as a fresh copy.
    pub fn open_example(&mut self) {
        self.hand_over_drafts();
        match self.workspace.open_example() {
            Ok(()) => self.opened(),
            Err(why) => self.complaint = Some(Complaint::refused(why)),
        }
    }

    fn opened(&mut self) {
        self.home.done();
        self.import = None;
        self.sign_in = SignIn::default();
        self.roll = RollPage::default();
        self.procedures = ProceduresPage::default();
        self.pages = Pages::default();
        self.projection = Projection::default();
        self.complaint = None;
        self.take_back_drafts();
        self.picture_again();
        let Some(session) = self.workspace.session() else { return };
        let facts = session.facts();
        self.place = if facts.roll.units().is_empty() { Place::Roll } else { Place::Meeting };
        if let Some(reason) = session.read_only() {
            let lang = self.workspace.lang();
            self.complaint = Some(Complaint::note(session::read_only_text(lang, session.path(), reason)));
        }
        if let Some(roll) = self.waiting_roll.take() {
            self.read_roll(&roll);
        }
    }

    fn read_roll(&mut self, path: &Path) {
        match self.workspace.read_roll(path) {
            Ok(import) => {
                self.import = Some(ImportPage::new(import));
                self.place = Place::Import;
                self.complaint = None;
            }
            Err(why) => self.complaint = Some(Complaint::refused(why)),
        }
    }

    /// What goes on also while the window is hidden: the writer's news, the room's card, the clocks.
    pub fn logic(&mut self, ctx: &Context, now: Now) {
        self.workspace.tick(now);
        let (now, tempo) = (self.moment(now), self.tempo());
        let lang = self.workspace.lang();
        if let Some(session) = self.workspace.session_mut() {
            session.speak(lang);
            for (_, outcome) in session.fresh_outcomes() {
                self.complaint = session.outcome_text(lang, &outcome).map(Complaint::refused);
            }
            self.audience = session.audience(lang);
            self.prepared = session.prepared(lang);
        } else {
            self.audience = Arc::new(AudienceView::blank(lang));
            self.prepared = None;
        }
        let setting = self.screen.setting(self.hall);
        self.screen.set_view(ctx, &self.audience, setting, now, tempo);
        let floor = self.workspace.session().and_then(session::Session::floor_change_ms);
        let looked_at = self.prepared.as_ref().and_then(|view| screen::next_change_ms(view, now));
        let changes = [floor, screen::next_change_ms(&self.audience, now), looked_at, self.next_tick(now)];
        let change = changes.into_iter().flatten().min();
        let line = self.workspace.rehearsal().and_then(session::Rehearsal::next_line_ms);
        let backup = self.workspace.session().and_then(session::Session::backup_due_ms);
        if let Some(ms) = change.and_then(|ms| tempo.real_ms(ms)).into_iter().chain(line).chain(backup).min() {
            ctx.request_repaint_after(Duration::from_millis(ms));
        }
        if let Some(answer) = self.dialogs.answer() {
            self.answer = Some(answer);
            ctx.request_repaint();
        }
    }

    /// When the speaker's clock on the desk changes, also while the room sees another card.
    fn next_tick(&self, now: Now) -> Option<u64> {
        let session = self.workspace.session()?;
        let (_, meeting) = session.facts().open_meeting()?;
        let turn = meeting.speakers.speaking()?;
        let whole = |ms: i64| u64::try_from(ms).unwrap_or(0);
        let clock = SpeakerClock {
            running_since_mono_ms: session.clock_since(),
            spent_ms: whole(turn.spent_ms),
            limit_ms: whole(turn.limit_ms),
        };
        clock.next_change_ms(now)
    }

    /// Draws the desk's window and keeps the room's window alive.
    pub fn ui(&mut self, ui: &mut Ui, now: Now) {
        let ctx = ui.ctx().clone();
        let now = self.moment(now);
        self.dress(&ctx);
        self.size_letters(&ctx);
        if std::mem::take(&mut self.single_again) {
            self.turn_single(&ctx, true);
        }
        self.take_drops(&ctx);
        self.take_answer();
        // The picture's keys are those of the meeting, wherever the desk under it is.
        let place = if self.single.is_on() { Place::Meeting } else { self.place };
        let mut for_page = Vec::new();
        for action in self.keys.read(&ctx, place) {
            if !self.turns_a_sheet(action, &mut for_page) {
                self.perform(&ctx, action, &mut for_page);
            }
        }
        // Keys of the room's own window mean the meeting, whatever is open at the desk.
        let mut elsewhere = Keys::read_foreign(&self.screen.take_keys(), place);
        elsewhere.append(&mut self.wished);
        for action in elsewhere {
            self.perform(&ctx, action, &mut for_page);
        }
        self.warn_alone();
        let mut wishes = Vec::new();
        // The picture for the room has its own band.
        if !self.single.is_on()
            && let Some(steer) = rehearsal_band::band_ui(ui, self.lang(), &self.workspace)
        {
            self.steer_rehearsal(&ctx, steer);
        }
        let now = self.moment(now);
        if self.single.is_on() {
            self.picture_ui(ui, now, &for_page, &mut wishes);
        } else if self.place == Place::Home || self.workspace.session().is_none() {
            self.home_ui(ui, now, &for_page);
        } else {
            self.file_ui(ui, now, &for_page, &mut wishes);
        }
        match self.finder.finder_ui(&ctx, self.place, &self.workspace, self.keys.composing()) {
            Found::Taken(Entry::Do(action)) => self.wished.push(action),
            Found::Taken(Entry::Go(place)) => self.show(place),
            Found::Taken(Entry::Open(path)) => self.open(&path),
            Found::Left | Found::Looking => {}
        }
        let turn = self.help_turn.take();
        if self.help && help::help_ui(&ctx, self.lang(), turn) {
            self.help = false;
        }
        self.projection_ui(&ctx, now, &mut wishes);
        self.grant(&ctx, wishes);
        self.answer = None;
        self.keep_drafts(&ctx);
        self.screen.window_ui(&ctx, self.lang());
        self.keep_monitor();
        self.keys.remember(&ctx);
    }

    fn projection_ui(&mut self, ctx: &Context, now: Now, wishes: &mut Vec<Wish>) {
        let (lang, composing, setting) = (self.workspace.lang(), self.keys.composing(), self.setting());
        let Some(session) = self.workspace.session_mut() else { return };
        let stand = projection::Stand { session, screen: &mut self.screen, lang, now, composing, setting, wishes };
        self.projection.sheet_ui(ctx, stand);
    }

    /// The room's monitor is known again at the next start.
    fn keep_monitor(&mut self) {
        let Some(seen) = self.screen.remembered() else { return };
        if self.workspace.preferences.screen.as_ref().is_none_or(|known| !known.is(seen)) {
            let seen = seen.clone();
            self.workspace.prefer(|preferences| preferences.screen = Some(seen));
        }
    }

    fn dress(&mut self, ctx: &Context) {
        let dark = self.workspace.preferences.dark;
        if self.dark != Some(dark) {
            self.dark = Some(dark);
            ctx.set_theme(if dark { Theme::Dark } else { Theme::Light });
        }
    }

    /// Asks people for a path; where the system has no window for it, says so instead of doing nothing.
    fn ask(&mut self, question: Question) {
        if self.dialogs.are_missing() {
            self.complaint = Some(Complaint::refused(t(self.workspace.lang(), "window-no-dialogs")));
        } else {
            self.dialogs.ask(question);
        }
    }

    fn grant(&mut self, ctx: &Context, wishes: Vec<Wish>) {
        for wish in wishes {
            match wish {
                Wish::Do(action) => self.wished.push(action),
                Wish::Show(place) => self.show(place),
                Wish::Ask(question) => self.ask(question),
                Wish::Rehearse(subject) => self.rehearse(&subject),
                Wish::Tell(text) => self.complaint = Some(Complaint::told(text)),
                Wish::Complain(text) => self.complaint = Some(Complaint::refused(text)),
            }
            ctx.request_repaint();
        }
    }

    fn home_ui(&mut self, ui: &mut Ui, now: Now, actions: &[Action]) {
        let waiting = self.waiting_roll.as_ref().and_then(|path| path.file_name());
        let waiting = waiting.map(|name| name.to_string_lossy().into_owned());
        let mut scene = HomeScene {
            workspace: &self.workspace,
            lang: self.workspace.lang(),
            now,
            actions,
            composing: self.keys.composing(),
            complaint: &mut self.complaint,
            answer: self.answer.as_ref(),
            waiting_roll: waiting.as_deref(),
        };
        let asked = self.home.home_ui(ui, &mut scene);
        let ctx = ui.ctx().clone();
        for wish in asked {
            match wish {
                HomeWish::Example => self.open_example(),
                HomeWish::Open(path) => self.open(&path),
                // The page shows it itself.
                HomeWish::Rehearse => {}
                HomeWish::Back => self.show(Place::Meeting),
                HomeWish::Create(path, title) => {
                    self.hand_over_drafts();
                    match self.workspace.create(&path, &title) {
                        Ok(()) => self.opened(),
                        Err(why) => self.complaint = Some(Complaint::refused(why)),
                    }
                }
                HomeWish::DiscardCrash => self.workspace.discard_crash(),
                HomeWish::ShowFolder => self.dialogs.show_folder(&self.workspace.places.config),
                HomeWish::Language => self.workspace.prefer(|preferences| {
                    preferences.lang = match preferences.lang {
                        Lang::ZhCn => Lang::En,
                        Lang::En => Lang::ZhCn,
                    };
                }),
                HomeWish::Dark => self.workspace.prefer(|preferences| preferences.dark = !preferences.dark),
                HomeWish::Shell(wish) => self.grant(&ctx, vec![wish]),
            }
            ctx.request_repaint();
        }
    }

    fn file_ui(&mut self, ui: &mut Ui, now: Now, actions: &[Action], wishes: &mut Vec<Wish>) {
        let lang = self.workspace.lang();
        let composing = self.keys.composing();
        if self.place == Place::Preflight {
            return self.preflight_ui(ui, now, actions, wishes);
        }
        let state = self.screen.state();
        let setting = self.setting();
        rail::rail_ui(ui, lang, self.place, self.blanks_unsaid(), wishes);
        let Some(session) = self.workspace.session_mut() else { return };
        if matches!(self.place, Place::Meeting | Place::SignIn) {
            top_bar::top_bar_ui(ui, session, lang, now, state, wishes);
        }
        banners::banners_ui(ui, lang, &mut self.complaint, state, session);
        let mut scene = Scene {
            session,
            lang,
            now,
            composing,
            actions,
            audience: &self.audience,
            prepared: self.prepared.as_ref(),
            setting,
            screen: state,
            answer: self.answer.as_ref(),
            wishes,
        };
        let status = |ui: &mut Ui, scene: &mut Scene<'_>| {
            undo_ui(ui, scene.session, scene.lang, scene.wishes);
            save_chip_ui(ui, scene.session, scene.lang, scene.now);
        };
        match self.place {
            Place::SignIn => self.sign_in.page_ui(ui, &mut scene),
            Place::Roll => self.roll.page_ui(ui, &mut scene, status),
            Place::Import => {
                let over = self.import.as_mut().is_none_or(|import| import.page_ui(ui, &mut scene));
                if over {
                    self.import = None;
                    self.place = Place::Roll;
                    let facts = self.workspace.session().map(session::Session::facts);
                    if facts.is_some_and(|facts| !facts.roll.units().is_empty() && facts.meetings.is_empty()) {
                        self.complaint = Some(Complaint::told(t(lang, "roll-imported-next")));
                    }
                    ui.ctx().request_repaint();
                }
            }
            Place::Procedures => self.procedures.page_ui(ui, &mut scene, status),
            Place::Figures => self.figures.page_ui(ui, &mut scene, status),
            // These paint their own grounds.
            place => {
                CentralPanel::no_frame().show(ui, |ui| self.pages.page_ui(ui, place, &mut scene));
            }
        }
    }
}
