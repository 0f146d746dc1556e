//! What the shell and its pages say to each other.
//!
//! A page is drawn with a [`Scene`]: the open file, the moment, what keys and buttons asked of it. It submits commands
//! to the session and tells the shell its [`Wish`]es; it never reads a key, a file or a clock.

use std::path::PathBuf;
use std::sync::Arc;

use session::audience::AudienceView;
use session::{Now, Session};
use words::Lang;

use crate::action::Action;
use crate::dialogs::Question;
use crate::screen::Setting;

/// The places one can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// Recent files, a new community, the example.
    #[default]
    Home,
    /// 会议: agenda, work, speakers, minutes.
    Meeting,
    /// 签到, the first ten minutes of a meeting.
    SignIn,
    /// 台账.
    Matters,
    /// 名册.
    Roll,
    /// A roll file before it comes in.
    Import,
    /// 收缴.
    Collections,
    /// 程序.
    Procedures,
    /// 统计.
    Figures,
}

/// What a page asks of the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// As if its key had been pressed.
    Do(Action),
    /// Go there.
    Show(Place),
    /// Ask for a path; the answer comes with a later [`Scene::answer`].
    Ask(Question),
    /// Say this in the banner over the panes until the next deed succeeds: what happened, what was kept, what to do.
    Complain(String),
}

/// What a page is drawn with.
pub struct Scene<'a> {
    /// The open file.
    pub session: &'a mut Session,
    /// The language of the desk.
    pub lang: Lang,
    /// The moment of this frame.
    pub now: Now,
    /// Pinyin is being composed: Enter and Esc belong to it.
    pub composing: bool,
    /// What was asked of this page in this frame, in order. Already done by the shell and not here: moments, blank,
    /// lock, undo, redo, clock, time, next speaker, last speaker again, change of person, screen, help, full screen.
    pub actions: &'a [Action],
    /// What the room sees.
    pub audience: &'a Arc<AudienceView>,
    /// What is looked at on the desk before it goes up.
    pub prepared: Option<&'a Arc<AudienceView>>,
    /// How the room's screen is set up; the preview is painted with it.
    pub setting: Setting,
    /// A path somebody chose, for the page whose question it was.
    pub answer: Option<&'a (Question, PathBuf)>,
    /// What the page asks of the shell.
    pub wishes: &'a mut Vec<Wish>,
}

impl Scene<'_> {
    /// Whether this was asked of the page in this frame.
    pub fn asked(&self, action: Action) -> bool {
        self.actions.contains(&action)
    }

    /// As if the key of `action` had been pressed; it is done in the next frame.
    pub fn wish(&mut self, action: Action) {
        self.wishes.push(Wish::Do(action));
    }
}
