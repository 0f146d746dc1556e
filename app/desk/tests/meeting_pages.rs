//! The meeting page, the recorder's desk, collections and the ledger in pictures, on the played septic-tank meeting.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, press, settle, type_text};
use desk::page::Place;
use egui::Key;
use egui_kittest::kittest::Queryable as _;
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

/// 我家要出多少 in the narrow pane: door and amount stand whole, which is what was asked for.
#[test]
fn a_households_share_is_read_whole_beside_its_door() {
    for setting in [Setting::default(), Setting::small(), Setting::english()] {
        let mut window = desk_at(setting, PROCEDURE);
        let name = if window.state().desk.lang() == words::Lang::En {
            "What does my household pay"
        } else {
            "我家要出多少"
        };
        window.get_by_role_and_label(egui::Role::TextInput, name).focus();
        window.run_steps(2);
        type_text(&mut window, "1101");
        press(&mut window, Key::Enter);
        settle(&mut window);
        let cut: Vec<String> = galleys(&window)
            .into_iter()
            .filter(|(text, cut)| *cut && text.contains("45.84"))
            .map(|(text, _)| text)
            .collect();
        assert!(galleys(&window).iter().any(|(text, _)| text == "45.84"));
        assert_eq!(cut, Vec::<String>::new());
    }
}

/// Every line that was painted, and whether its end was cut off.
fn galleys(window: &Window) -> Vec<(String, bool)> {
    fn collect(shape: &egui::Shape, out: &mut Vec<(String, bool)>) {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, out)),
            egui::Shape::Text(text) => out.push((text.galley.job.text.clone(), text.galley.elided)),
            _ => {}
        }
    }
    let mut lines = Vec::new();
    window.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut lines));
    lines
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
