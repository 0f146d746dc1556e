//! What the shell and its pages say to each other.
//!
//! A page is drawn with a [`Scene`]: the open file, the moment, what keys and buttons asked of it. It submits commands
//! to the session and tells the shell its [`Wish`]es; it never reads a key, a file or a clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use session::audience::AudienceView;
use session::{Now, Session};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::dialogs::Question;
use crate::screen::Setting;
use crate::status::ScreenState;

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
    /// 开会前检查.
    Preflight,
}

impl Place {
    /// All, in the order of the rail.
    pub const ALL: [Place; 10] = [
        Place::Meeting,
        Place::SignIn,
        Place::Matters,
        Place::Roll,
        Place::Collections,
        Place::Procedures,
        Place::Figures,
        Place::Preflight,
        Place::Home,
        Place::Import,
    ];

    /// Its name; `None` for a place one only comes to with a file in hand.
    pub fn name(self, lang: Lang) -> Option<String> {
        Some(match self {
            Place::Home => t(lang, "rail-home"),
            Place::Meeting => t(lang, "rail-meetings"),
            Place::SignIn => t(lang, "action-sign-in"),
            Place::Matters => t(lang, "rail-matters"),
            Place::Roll => t(lang, "rail-roll"),
            Place::Collections => t(lang, "rail-collections"),
            Place::Procedures => t(lang, "rail-procedures"),
            Place::Figures => t(lang, "rail-figures"),
            Place::Preflight => t(lang, "preflight-title"),
            Place::Import => return None,
        })
    }
}

impl Place {
    /// What is done there, in a few words; empty for a place one only comes to with a file in hand.
    pub fn help(self, lang: Lang) -> String {
        match self {
            Place::Home => t(lang, "place-home-help"),
            Place::Meeting => t(lang, "place-meetings-help"),
            Place::SignIn => t(lang, "action-sign-in-help"),
            Place::Matters => t(lang, "place-matters-help"),
            Place::Roll => t(lang, "place-roll-help"),
            Place::Collections => t(lang, "place-collections-help"),
            Place::Procedures => t(lang, "place-procedures-help"),
            Place::Figures => t(lang, "place-figures-help"),
            Place::Preflight => t(lang, "action-preflight-help"),
            Place::Import => String::new(),
        }
    }
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
    /// Say this there: it went well.
    Tell(String),
    /// Rehearse this on a scratch copy.
    Rehearse(session::Subject),
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
    /// Whether the room sees anything.
    pub screen: ScreenState,
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

    /// What became of a file somebody wanted written: where it is now, or why it is not.
    pub fn tell_written(&mut self, path: &Path, written: Result<(), String>) {
        self.wishes.push(written_wish(self.lang, path, written));
    }

    /// As if the key of `action` had been pressed; it is done in the next frame.
    pub fn wish(&mut self, action: Action) {
        self.wishes.push(Wish::Do(action));
    }
}

/// What is said of a file somebody wanted written.
pub(crate) fn written_wish(lang: Lang, path: &Path, written: Result<(), String>) -> Wish {
    match written {
        Ok(()) => Wish::Tell(tf(lang, "desk-written", &[("path", &path.display().to_string())])),
        Err(sentence) => Wish::Complain(sentence),
    }
}
