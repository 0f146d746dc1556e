//! What the tests of the ways to vote do again and again: a rule, a way, who is at the desk, a proxy.

#![allow(dead_code, missing_docs, reason = "each test file uses a part of it")]

use deliberation::ballot::Method;
use deliberation::electorate::Scope;
use deliberation::ids::{MotionNo, PersonId, VoteNo};
use deliberation::rule::{Bilingual, Election, Ties};
use deliberation::vote::Vote;
use deliberation::{Command, Door};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::common::{Setting, Window, press, settle};
use crate::hands::{desk, elsewhere, facts, focus};
use crate::story::{DEBATE, desk_at};

/// The debate of the story with a vote opened on its motion.
pub(crate) fn opened(rule: &str, method: Method) -> Window {
    opened_in(Setting::default(), rule, method)
}

pub(crate) fn opened_in(setting: Setting, rule: &str, method: Method) -> Window {
    let mut window = desk_at(setting, DEBATE);
    elsewhere(&mut window, Command::open_vote(MotionNo(1), rule, method));
    window
}

pub(crate) fn vote(window: &Window) -> &Vote {
    facts(window).vote(VoteNo(1)).unwrap()
}

/// Ctrl+P until this person is at the desk.
pub(crate) fn change_to(window: &mut Window, name: &str) {
    for _ in 0..5 {
        if window.query_all_by_label_contains(&format!("{name}操作")).next().is_some() {
            return;
        }
        window.key_press_modifiers(Modifiers::COMMAND, Key::P);
        settle(window);
    }
    panic!("{name} has no duty");
}

/// The household of `principal` gives `agent` a paper.
pub(crate) fn give_proxy(window: &mut Window, principal: &str, agent: &str) {
    let agent = Door::new(agent).into();
    let command = Command::GiveProxy { principal: Door::new(principal), agent, paper: String::new(), scan: None };
    elsewhere(window, command);
}

pub(crate) fn person(window: &Window, door: &str) -> PersonId {
    facts(window).roll.voter(&Door::new(door)).unwrap()
}

/// Takes another one of a field of choices.
pub(crate) fn choose(window: &mut Window, field: &str, option: &str) {
    window.get_by_role_and_label(egui::accesskit::Role::ComboBox, field).click();
    settle(window);
    // The list may be longer than what of it can be seen.
    window.get_by_role_and_label(egui::accesskit::Role::Button, option).scroll_to_me();
    settle(window);
    window.get_by_role_and_label(egui::accesskit::Role::Button, option).click();
    settle(window);
}

/// Scrolls to a button as a person would, and presses it.
pub(crate) fn reach(window: &mut Window, label: &str) {
    window.get_by_label(label).scroll_to_me();
    settle(window);
    crate::common::click(window, label);
}

/// Writes into a number field of a side.
pub(crate) fn write(window: &mut Window, field: &str, text: &str) {
    let node = window.get_by_role_and_label(egui::accesskit::Role::TextInput, field);
    node.focus();
    window.run_steps(2);
    crate::hands::clear(window);
    crate::common::type_text(window, text);
}

pub(crate) fn debate() -> Window {
    desk(DEBATE)
}

/// Reads a paper in: the line and Enter, in the field that has the keyboard.
pub(crate) fn paper(window: &mut Window, line: &str) {
    focus(window, "房号和票");
    crate::common::type_text(window, line);
    press(window, Key::Enter);
}

/// The debate with an election of two among three opened, on paper.
pub(crate) fn election(setting: Setting) -> Window {
    let mut window = desk_at(setting, DEBATE);
    let mut rule = facts(&window).rule("deliberation").unwrap().clone();
    rule.id = "house-representative".into();
    rule.title = Bilingual { zh: "选楼长".to_owned(), en: "House representatives".to_owned() };
    rule.election = Some(Election { seats: None, ties: Ties::RunOff });
    elsewhere(&mut window, Command::AdoptRule { rule: Box::new(rule) });
    let candidates = ["1-1-501", "1-2-102", "1-3-501"].map(|door| Door::new(door).into()).to_vec();
    let command = Command::OpenVote {
        motion: MotionNo(1),
        rule: "house-representative".to_owned(),
        method: Method::Paper,
        scope: Scope::Whole,
        body: None,
        candidates,
        seats: Some(2),
        sentence: Bilingual::default(),
    };
    elsewhere(&mut window, command);
    window
}
