//! What keys and buttons do: at once on the open file, in the shell, or left for the page that is shown.

use std::path::Path;

use deliberation::Command;
use egui::{Context, Popup, ViewportCommand};
use session::StageCard;
use words::{t, tf};

use super::Desk;
use crate::action::Action;
use crate::complaint::Complaint;
use crate::dialogs::Question;
use crate::page::Place;
use crate::projection::Part;
use crate::screen;

/// Endings of tables that may be a roll; what is in them the import says.
const TABLES: [&str; 9] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "tab", "txt", ""];

/// What ± 30 s adds or takes, in ms.
const STEP_MS: i64 = 30_000;

impl Desk {
    /// Files dropped on the window: a community's file is opened, a table is read as a roll, a procedure is examined.
    pub(super) fn take_drops(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        for file in dropped {
            self.take_file(file.path());
        }
    }

    fn take_file(&mut self, path: &Path) {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let lang = self.workspace.lang();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if ending == "fz" {
            self.open(path);
        } else if ending == "wasm" {
            self.take_procedure(path);
        } else if !TABLES.contains(&ending.as_str()) {
            self.complaint = Some(Complaint::refused(tf(lang, "drop-not-ours", &[("file", &name)])));
        } else {
            self.take_roll(path);
        }
    }

    fn take_roll(&mut self, path: &Path) {
        if self.workspace.session().is_some() {
            self.read_roll(path);
        } else {
            // A roll belongs to a community: its name first.
            self.waiting_roll = Some(path.to_owned());
            self.home.begin();
            self.place = Place::Home;
        }
    }

    /// A procedure goes the way of adoption: examined first, then read by a person.
    fn take_procedure(&mut self, path: &Path) {
        let lang = self.workspace.lang();
        match self.workspace.session_mut() {
            Some(session) if session.read_only().is_none() => {
                session.examine_procedure(path);
                self.complaint = None;
                self.procedures.turn_to_procedures();
                self.show(Place::Procedures);
            }
            Some(_) => self.complaint = Some(Complaint::refused(t(lang, "rules-read-only"))),
            None => self.complaint = Some(Complaint::refused(t(lang, "drop-procedure-first-file"))),
        }
    }

    pub(super) fn take_answer(&mut self) {
        match &self.answer {
            Some((Question::OpenFile, path)) => {
                let path = path.clone();
                self.answer = None;
                self.open(&path);
            }
            Some((Question::PickRoll, path)) => {
                let path = path.clone();
                self.answer = None;
                self.take_roll(&path);
            }
            Some((Question::SaveAs { what: super::rehearsing::KEPT, .. }, path)) => {
                let path = path.clone();
                self.answer = None;
                self.keep_rehearsal(&path);
            }
            _ => {}
        }
    }

    /// Does what a key or button asks; what belongs to the page is left for it.
    pub(super) fn perform(&mut self, ctx: &Context, action: Action, for_page: &mut Vec<Action>) {
        if !self.acts_behind_picture(ctx, action) {
            return;
        }
        match action {
            Action::Help => self.help = !self.help,
            Action::Commands => self.finder.toggle(),
            Action::TextLarger | Action::TextSmaller | Action::TextNormal => self.change_letters(ctx, action),
            Action::Leave => self.leave(ctx, for_page),
            Action::Open => self.ask(Question::OpenFile),
            Action::FullScreen => {
                self.full_screen = !self.full_screen;
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(self.full_screen));
            }
            Action::ScreenOn => {
                self.screen.open();
                if self.screen.is_alone() {
                    let args = [("key", &*Action::SingleScreen.key_cap(self.lang()))];
                    self.complaint = Some(Complaint::note(tf(self.lang(), "screen-alone", &args)));
                }
            }
            Action::ScreenOff => self.screen.close(),
            Action::Identify => self.screen.toggle_identify(),
            Action::Example => for_page.push(action),
            Action::New if self.place == Place::Home => for_page.push(action),
            _ if self.workspace.session().is_none() => {}
            Action::Preflight => self.show(Place::Preflight),
            Action::Rehearse
            | Action::RehearsalPlay
            | Action::RehearsalFaster
            | Action::RehearsalSlower
            | Action::RehearsalLeave => self.rehearse_by(ctx, action),
            Action::SingleScreen => {
                self.projection.leave();
                self.turn_single(ctx, !self.single.is_on());
            }
            Action::Projection => {
                if !self.projection.leave() {
                    self.projection.open(Part::Nothing);
                }
            }
            Action::Notice if !self.takes_off(action) => self.projection.open(Part::Notice),
            Action::Break if !self.takes_off(action) => self.projection.open(Part::Break),
            Action::SignIn => {
                self.show(Place::SignIn);
                for_page.push(action);
            }
            Action::Find if matches!(self.place, Place::Roll | Place::SignIn | Place::Collections) => {
                for_page.push(action);
            }
            Action::New if matches!(self.place, Place::Matters | Place::Collections) => for_page.push(action),
            Action::New => {
                self.home.begin();
                self.place = Place::Home;
            }
            Action::NewItem
            | Action::Minutes
            | Action::ExportMinutes
            | Action::OpenVote
            | Action::RaiseHand
            | Action::ItemUp
            | Action::ItemDown
            | Action::Find
            | Action::CallYes
            | Action::CallNo
            | Action::CallAbstain => {
                self.place = Place::Meeting;
                for_page.push(action);
            }
            _ => self.steer(action),
        }
    }

    /// What goes straight to the open file, wherever one is.
    fn steer(&mut self, action: Action) {
        let setting = self.setting();
        let pages = screen::pages(&self.room_view(), setting);
        let ahead = self.prepared.as_ref().map_or(pages, |view| screen::pages(view, setting));
        let now = self.workspace.now();
        let Some(session) = self.workspace.session_mut() else { return };
        let pausing = session.stage.shown().card == StageCard::Break;
        match action {
            Action::NextMoment => session.next_moment(pages),
            Action::PreviousMoment => session.previous_moment(),
            Action::Undo => session.undo(),
            Action::Redo => session.redo(),
            Action::Blank => session.stage.toggle_blank(),
            Action::Lock => session.stage.toggle_lock(),
            Action::ChangePerson => session.next_person(),
            Action::NextSpeaker => session.next_speaker(),
            Action::Clock => session.start_or_pause(),
            Action::ClockFromCall => session.start_from_call(),
            Action::LookAhead => session.look_ahead(ahead),
            Action::LookBack => session.look_back(),
            Action::PutUp => {
                session.stage.put_up();
            }
            Action::ByHand => session.stage.toggle_by_hand(),
            Action::Notice => session.stage.set_notice(""),
            Action::Break => session.stage.end_break(),
            Action::Pattern if session.stage.shown().card == StageCard::Pattern => session.stage.follow(),
            Action::Pattern => session.stage.show(StageCard::Pattern),
            Action::MoreTime if pausing => session.stage.move_break(1, now),
            Action::LessTime if pausing => session.stage.move_break(-1, now),
            Action::MoreTime => {
                session.submit(Command::ExtendTurn { by_ms: STEP_MS });
            }
            Action::LessTime => {
                session.submit(Command::ExtendTurn { by_ms: -STEP_MS });
            }
            Action::ReAddSpeaker => session.raise_last(),
            other => {
                if let Some(prompt) = other.prompt() {
                    session.submit(Command::GivePrompt { prompt });
                }
            }
        }
        // Whatever was done to the stage is seen in this very frame.
        let lang = self.workspace.lang();
        if let Some(session) = self.workspace.session_mut() {
            session.follow_stage();
            self.audience = session.audience(lang);
            self.prepared = session.prepared(lang);
        }
    }

    /// Whether the room sees the calm card while a page is shown whose head does not say so.
    pub(super) fn blanks_unsaid(&self) -> bool {
        let headed = matches!(self.place, Place::Meeting | Place::SignIn);
        !headed && self.workspace.session().is_some_and(|session| session.stage.is_blank())
    }

    /// A page key of the desk that belongs to what is open over the meeting: the help sheet, the palette, the look before a
    /// procedure's page goes up. Nobody who sees that means the meeting behind it.
    pub(super) fn turns_a_sheet(&mut self, action: Action, for_page: &mut Vec<Action>) -> bool {
        let down = match action {
            Action::NextMoment => true,
            Action::PreviousMoment => false,
            _ => return false,
        };
        if self.help {
            self.help_turn = Some(down);
        } else if self.finder.is_open() {
            self.finder.turn(down);
        } else if self.place == Place::Meeting && !self.single.is_on() && self.pages.meeting().looks_first() {
            for_page.push(action);
        } else {
            return false;
        }
        true
    }

    /// Whether the key of a notice or a break takes it off again: then no sheet is needed.
    pub(super) fn takes_off(&self, action: Action) -> bool {
        let Some(stage) = self.workspace.session().map(|session| &session.stage) else { return false };
        match action {
            Action::Notice => stage.notice().is_some(),
            Action::Break => stage.pause().is_some(),
            _ => false,
        }
    }

    /// Esc: an open list, the sheet over everything, then the banner, then the field, then what the page has open, then
    /// blank.
    fn leave(&mut self, ctx: &Context, for_page: &mut Vec<Action>) {
        if Popup::is_any_open(ctx) {
            Popup::close_all(ctx);
            return;
        }
        let sheets = self.finder.leave() || std::mem::take(&mut self.help) || self.projection.leave();
        if sheets {
            return;
        }
        if self.asks_over_picture() {
            for_page.push(Action::Leave);
            return;
        }
        if self.complaint.take().is_some() {
            return;
        }
        if self.single.is_on() {
            // What the desk has open is not seen: Esc means the picture.
            self.steer(Action::Blank);
            return;
        }
        let closed = match self.place {
            Place::Home => {
                self.waiting_roll = None;
                self.home.leave() || self.workspace.session().is_none()
            }
            Place::SignIn => self.sign_in.leave(),
            Place::Roll => self.roll.leave(),
            Place::Procedures => self.procedures.leave(),
            Place::Preflight => {
                let typing = self.keys.focused();
                if !typing {
                    self.place = Place::Meeting;
                }
                true
            }
            Place::Import => {
                for_page.push(Action::Leave);
                true
            }
            _ if self.pages.has_open_form(self.place) => {
                for_page.push(Action::Leave);
                true
            }
            _ => false,
        };
        // egui has taken the focus away already: a field that had it is left now.
        if !closed && !self.keys.focused() {
            self.steer(Action::Blank);
        }
    }
}
