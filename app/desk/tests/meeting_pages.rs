//! The meeting page, the recorder's desk, collections and the ledger in pictures, on the played septic-tank meeting.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, press, settle};
use desk::page::Place;
use egui::Key;
use story::{COLLECTION, DEBATE, PROCEDURE, ROLL_CALL, desk_at};

fn show(window: &mut Window, place: Place, name: &str) {
    window.state_mut().desk.show(place);
    settle(window);
    window.snapshot(name);
}

#[test]
fn the_discussion_looks_as_designed() {
    desk_at(Setting::default(), DEBATE).snapshot("meeting-discussion");
}

#[test]
fn the_discussion_looks_as_designed_in_the_dark() {
    desk_at(Setting::dark(), DEBATE).snapshot("meeting-discussion-dark");
}

#[test]
fn the_discussion_looks_as_designed_in_english() {
    desk_at(Setting::english(), DEBATE).snapshot("meeting-discussion-english");
}

#[test]
fn the_discussion_looks_as_designed_in_the_smallest_window() {
    desk_at(Setting::small(), DEBATE).snapshot("meeting-discussion-720");
}

#[test]
fn the_roll_call_looks_as_designed() {
    desk_at(Setting::default(), ROLL_CALL).snapshot("meeting-roll-call");
}

#[test]
fn the_roll_call_looks_as_designed_in_the_smallest_window() {
    desk_at(Setting::small(), ROLL_CALL).snapshot("meeting-roll-call-720");
}

#[test]
fn the_procedure_looks_as_designed() {
    desk_at(Setting::default(), PROCEDURE).snapshot("meeting-procedure");
}

#[test]
fn the_procedure_looks_as_designed_in_english() {
    desk_at(Setting::english(), PROCEDURE).snapshot("meeting-procedure-english");
}

#[test]
fn the_minutes_look_as_designed() {
    let mut window = desk_at(Setting::default(), DEBATE);
    press(&mut window, Key::F6);
    window.snapshot("meeting-minutes");
}

#[test]
fn the_collection_looks_as_designed() {
    let mut window = desk_at(Setting::default(), COLLECTION);
    show(&mut window, Place::Collections, "meeting-collection");
}

#[test]
fn the_collection_looks_as_designed_in_english_and_small() {
    let setting = Setting { lang: words::Lang::En, ..Setting::small() };
    let mut window = desk_at(setting, COLLECTION);
    show(&mut window, Place::Collections, "meeting-collection-720-english");
}

#[test]
fn the_ledger_looks_as_designed() {
    let mut window = desk_at(Setting::default(), COLLECTION);
    show(&mut window, Place::Matters, "meeting-ledger");
}
