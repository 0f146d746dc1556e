//! Single-screen mode: one key turns the desk's window into the picture for the room, and back.
//!
//! The keys that run the meeting act as ever, and a hand is raised on a small sheet over the picture; a key that needs the
//! desk brings the desk back first, so that nothing is typed in front of the room by accident. While people vote no key
//! does that by itself, because the desk shows who has answered what: a roll-call goes on by its keys with the called door
//! in a band, closing is asked over the picture, and every other key says how to get back to the desk.

use std::sync::Arc;

use egui::{Context, Ui, Vec2, ViewportCommand};
use session::audience::AudienceView;
use session::{Now, Session, StageCard};
use words::{t, tf};

use super::Desk;
use crate::action::Action;
use crate::complaint::Complaint;
use crate::look::BannerKind;
use crate::page::{Scene, Wish};
use crate::screen::{Aspect, Hall, Setting, screen_ui};
use crate::status::ScreenState;

/// Whether this window is the picture, and how large it was when it was last painted.
#[derive(Default)]
pub(super) struct Single {
    on: bool,
    size: Vec2,
    /// A key needed the desk while people vote; said until the next key, which may be the way to the desk.
    needs_desk: bool,
    /// Whom the keys of a roll-call act on, as the band last said it.
    calling: Option<String>,
    /// The keys of a roll-call act: the room sees its card, and nothing is asked over it.
    calls: bool,
}

impl Single {
    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    /// Turns the window into the picture or into the desk again; `full` is what the desk's window was.
    pub(super) fn turn(&mut self, ctx: &Context, on: bool, full: bool) {
        if self.on != on {
            self.on = on;
            self.needs_desk = false;
            self.size = ctx.content_rect().size();
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on || full));
            ctx.request_repaint();
        }
    }

    /// How the picture is laid out while it is on.
    pub(super) fn setting(&self, hall: Hall) -> Option<Setting> {
        self.on.then(|| Setting { aspect: Aspect::of(self.size), hall })
    }
}

impl Desk {
    /// Before a key acts on the picture: whether it may. A key that needs the desk brings it back, or while people vote says
    /// that it would.
    pub(super) fn acts_behind_picture(&mut self, ctx: &Context, action: Action) -> bool {
        if !self.single.on {
            return true;
        }
        let said = std::mem::take(&mut self.single.needs_desk);
        let here = acts_on_the_picture(action) || self.takes_off(action) || self.is_hand_over_picture(action);
        if self.holds() {
            let acts = match action {
                // The way to the desk is pressed twice: the room will see what was recorded.
                Action::SingleScreen => said,
                Action::OpenVote => self.votes(),
                Action::CallYes | Action::CallNo | Action::CallAbstain => self.single.calls,
                _ => here,
            };
            self.single.needs_desk = !acts;
            return acts;
        }
        if !here {
            self.turn_single(ctx, false);
        }
        true
    }

    /// Turns the window into the picture or into the desk again, and has it so again when this file is next opened in the
    /// middle of a meeting: what the room must not see is not shown because the program had to be started anew.
    pub(super) fn turn_single(&mut self, ctx: &Context, on: bool) {
        self.single.turn(ctx, on, self.full_screen);
        let session = self.workspace.session().filter(|session| on && !session.rehearses());
        let of = session.map(|session| session.path().to_owned());
        self.workspace.prefer(|preferences| preferences.single_screen = of);
    }

    /// After a file was opened: as the picture, where the meeting that runs in it was left as one.
    pub(super) fn picture_again(&mut self) {
        let was = self.workspace.preferences.single_screen.as_deref();
        let runs = |session: &Session| was == Some(session.path()) && session.facts().open_meeting().is_some();
        let elsewhere = self.screen.knows_monitors() && !self.screen.is_alone();
        self.single_again = !elsewhere && self.workspace.session().is_some_and(runs);
    }

    /// A vote opens while the only monitor shows the desk: what is recorded is seen by whoever sees it.
    pub(super) fn warn_alone(&mut self) {
        let votes = self.votes();
        if votes && !std::mem::replace(&mut self.voting, votes) && self.screen.is_alone() && !self.single.on {
            let args = [("key", &*Action::SingleScreen.key_cap(self.lang()))];
            let key = if self.counts_totals() { "single-vote-alone-count" } else { "single-vote-alone" };
            self.complaint = Some(Complaint::note(tf(self.lang(), key, &args)));
        }
        self.voting = votes;
    }

    /// Whether the open vote is counted by side, without whose answer it was.
    fn counts_totals(&self) -> bool {
        let vote = self.workspace.session().and_then(|session| session.facts().open_vote());
        vote.is_some_and(|(_, vote)| vote.method.by_totals())
    }

    fn votes(&self) -> bool {
        self.workspace.session().is_some_and(|session| session.facts().open_vote().is_some())
    }

    /// Whether something stands over the picture that Esc takes away.
    pub(super) fn asks_over_picture(&self) -> bool {
        self.single.on && self.pages.meeting().asks_over_picture()
    }

    /// Hands are raised over the picture while a meeting runs and nobody votes.
    fn is_hand_over_picture(&self, action: Action) -> bool {
        let runs = self.workspace.session().is_some_and(|session| session.facts().open_meeting().is_some());
        action == Action::RaiseHand && runs && !self.votes()
    }

    /// Paints what the room sees over the whole window, with a band that says whom the keys of a roll-call act on.
    pub(super) fn picture_ui(&mut self, ui: &mut Ui, now: Now, actions: &[Action], wishes: &mut Vec<Wish>) {
        let (lang, setting) = (self.lang(), self.setting());
        let rect = ui.ctx().content_rect();
        self.single.size = rect.size();
        let Some(session) = self.workspace.session_mut() else { return };
        let mut scene = Scene {
            session,
            lang,
            now,
            composing: self.keys.composing(),
            actions,
            audience: &self.audience,
            prepared: self.prepared.as_ref(),
            setting,
            screen: ScreenState::On,
            answer: self.answer.as_ref(),
            wishes,
        };
        let called = self.pages.meeting_mut().behind_picture_ui(ui, &mut scene);
        let vote = self.workspace.session().and_then(|session| session.facts().open_vote()).map(|(number, _)| number);
        let seen = self.workspace.session().is_some_and(|session| {
            Some(session.on_screen().card) == vote.map(StageCard::Vote) && !session.stage.is_blank()
        });
        self.single.calls = seen && called.is_some() && !self.pages.meeting().asks_to_close();
        self.single.calling = called.map(|line| {
            // Nobody answers a question that the room does not see.
            if seen { line } else { t(lang, "single-back-to-vote") }
        });
        screen_ui(ui, rect, &self.room_view(), setting, now);
    }

    /// What the room sees: with the band while this window is its picture.
    pub(super) fn room_view(&self) -> Arc<AudienceView> {
        let mut view = Arc::clone(&self.audience);
        if !self.single.on {
            return view;
        }
        let way = Action::SingleScreen.key_cap(self.lang());
        let refused = self.complaint.as_ref().is_some_and(|said| said.kind == BannerKind::Err);
        let line = if self.single.needs_desk {
            let key = if self.counts_totals() { "single-needs-desk-count" } else { "single-needs-desk" };
            Some(tf(self.lang(), key, &[("key", &way)]))
        } else if refused {
            // The reason may say who has answered what.
            Some(tf(self.lang(), "single-refused", &[("key", &way)]))
        } else {
            self.single.calling.clone().filter(|_| view.notice.is_none())
        };
        if line.is_some() {
            Arc::make_mut(&mut view).notice = line;
        }
        view
    }
}

/// Whether an action has its whole effect on the picture, so that the desk need not come back for it.
fn acts_on_the_picture(action: Action) -> bool {
    matches!(
        action,
        Action::NextMoment
            | Action::PreviousMoment
            | Action::NextSpeaker
            | Action::Clock
            | Action::ReAddSpeaker
            | Action::MoreTime
            | Action::LessTime
            | Action::Undo
            | Action::Redo
            | Action::Blank
            | Action::Lock
            | Action::PutUp
            | Action::Pattern
            | Action::ChangePerson
            | Action::ScreenOn
            | Action::ScreenOff
            | Action::SingleScreen
            | Action::Leave
    ) || action.prompt().is_some()
}
