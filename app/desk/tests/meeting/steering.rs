//! The screen steered from the desk: the debate before the vote, keys with Shift and Ctrl, what the room sees.

use desk::page::Place;
use egui::{Key, Modifiers};
use session::audience::Card;

use crate::common::{Setting, Window, settle};
use crate::story::{self, desk_at};

/// The motion is on the table, nobody speaks any more, the vote is not opened.
pub(crate) const MOVED: story::Moment = ("\"do\":\"open-vote\"", "2026-07-18T19:45:00+08:00");

pub(crate) fn meeting(setting: Setting) -> Window {
    at(setting, MOVED)
}

pub(crate) fn at(setting: Setting, moment: story::Moment) -> Window {
    let mut window = desk_at(setting, moment);
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    window
}

pub(crate) fn shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::SHIFT, key);
    settle(window);
}

pub(crate) fn ctrl(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

pub(crate) fn sees(window: &Window) -> Card {
    window.state().desk.audience().0.card.clone()
}
