//! What the tests of the meeting pages do again and again: open the story at a moment, look, write, press.

#![allow(dead_code, missing_docs, reason = "each test file uses a part of it")]

use deliberation::ballot::Choice;
use deliberation::ids::VoteNo;
use deliberation::meeting::Meeting;
use deliberation::{Command, Door, Facts};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::common::{Setting, Window, press, session, settle, type_text};
use crate::story::{Moment, desk_at};

pub(crate) fn desk(moment: Moment) -> Window {
    desk_at(Setting::default(), moment)
}

pub(crate) fn facts(window: &Window) -> &Facts {
    session(window).facts()
}

pub(crate) fn meeting(window: &Window) -> &Meeting {
    facts(window).working_meeting().unwrap().1
}

pub(crate) fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label_contains(label).next().is_some()
}

pub(crate) fn focus(window: &mut Window, label: &str) {
    window.get_by_label(label).focus();
    window.run_steps(2);
}

pub(crate) fn clear(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.key_press(Key::Delete);
    window.run_steps(1);
}

pub(crate) fn enter(window: &mut Window, text: &str) {
    type_text(window, text);
    press(window, Key::Enter);
}

/// Somebody else's deed, as from a second hand.
pub(crate) fn elsewhere(window: &mut Window, command: Command) {
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    assert!(session.submit_and_settle(command).is_done());
    settle(window);
}

pub(crate) fn choice_of(window: &Window, door: &str) -> Option<Choice> {
    let voter = facts(window).roll.voter(&Door::new(door))?;
    facts(window).vote(VoteNo(1))?.ballots.get(&voter).map(|ballot| ballot.choice)
}
