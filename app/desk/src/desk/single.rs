//! Single-screen mode: one key turns the desk's window into the picture for the room, and back.
//!
//! The keys that run the meeting act as ever; a key that needs the desk brings the desk back first, so that nothing is
//! typed in front of the room by accident.

use std::sync::Arc;

use egui::{Context, Ui, Vec2, ViewportCommand};
use session::Now;
use session::audience::AudienceView;

use crate::action::Action;
use crate::screen::{Aspect, Hall, Setting, screen_ui};

/// Whether this window is the picture, and how large it was when it was last painted.
#[derive(Default)]
pub(super) struct Single {
    on: bool,
    size: Vec2,
}

impl Single {
    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    /// Turns the window into the picture or into the desk again; `full` is what the desk's window was.
    pub(super) fn turn(&mut self, ctx: &Context, on: bool, full: bool) {
        if self.on != on {
            self.on = on;
            self.size = ctx.content_rect().size();
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on || full));
            ctx.request_repaint();
        }
    }

    /// How the picture is laid out while it is on.
    pub(super) fn setting(&self, hall: Hall) -> Option<Setting> {
        self.on.then(|| Setting { aspect: Aspect::of(self.size), hall })
    }

    /// Paints what the room sees over the whole window.
    pub(super) fn picture_ui(&mut self, ui: &mut Ui, view: &Arc<AudienceView>, hall: Hall, now: Now) {
        let rect = ui.ctx().content_rect();
        self.size = rect.size();
        let setting = Setting { aspect: Aspect::of(self.size), hall };
        screen_ui(ui, rect, view, setting, now);
    }
}

/// Whether an action has its whole effect on the picture, so that the desk need not come back for it.
pub(super) fn acts_on_the_picture(action: Action) -> bool {
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
    )
}
