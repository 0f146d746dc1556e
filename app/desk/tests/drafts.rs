//! What is half typed outlives a crash: two seconds at most are lost, no refresh touches it, what was sent is gone.
//!
//! A crash is played by copying file and side file away while the program still runs: nothing is closed, nothing is told.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use std::path::{Path, PathBuf};

use common::{Setting, Window, press, session, settle, type_text, window, window_with};
use desk::page::Place;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use session::drafts::side_path;
use story::{DEBATE, PROCEDURE, desk_at};
use words::Lang;

/// Lets so much time pass, and the thread that writes do what it was told.
fn wait(window: &mut Window, ms: u64) {
    let now = &mut window.state_mut().now;
    now.mono_ms += ms;
    now.utc_ms += i64::try_from(ms).unwrap();
    window.run_steps(2);
    assert!(session(window).head().is_some());
}

fn side(window: &Window) -> Option<String> {
    std::fs::read_to_string(side_path(session(window).path())).ok()
}

/// Copies what lies on the disk now and opens it as after a crash.
fn after_a_crash(window: &Window, folder: &Path) -> Window {
    let path = session(window).path();
    let copy = folder.join("a.fz");
    std::fs::copy(path, &copy).unwrap();
    if side(window).is_some() {
        std::fs::copy(side_path(path), side_path(&copy)).unwrap();
    }
    reopened(copy)
}

fn reopened(path: PathBuf) -> Window {
    let mut window = window_with(Setting::default(), |_| ());
    window.state_mut().desk.open(&path);
    settle(&mut window);
    window
}

fn field(window: &Window, name: &str) -> String {
    window.get_by_role_and_label(egui::Role::TextInput, name).accesskit_node().value().unwrap_or_default()
}

fn focus(window: &mut Window, name: &str) {
    window.get_by_role_and_label(egui::Role::TextInput, name).focus();
    window.run_steps(2);
}

fn own_sentence() -> String {
    words::t(Lang::ZhCn, "meeting-own-sentence")
}

#[test]
fn given_a_sentence_half_typed_when_the_program_breaks_two_seconds_later_then_it_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = desk_at(Setting::default(), DEBATE);
    focus(&mut window, &own_sentence());
    type_text(&mut window, "物业说下周来");
    wait(&mut window, 1_999);
    assert_eq!(side(&window), None, "not yet");
    wait(&mut window, 1);
    let mut again = after_a_crash(&window, folder.path());
    assert_eq!(field(&again, &own_sentence()), "物业说下周来");
    assert!(again.state().desk.complaint().unwrap().text.contains("会议"));
    // What goes on in the meeting does not touch it.
    press(&mut again, Key::F7);
    assert_eq!(field(&again, &own_sentence()), "物业说下周来");
}

#[test]
fn given_somebody_who_never_stops_typing_then_at_most_two_seconds_are_lost() {
    let mut window = desk_at(Setting::default(), DEBATE);
    focus(&mut window, &own_sentence());
    for letter in "卷帘门今天修好".chars() {
        type_text(&mut window, &letter.to_string());
        wait(&mut window, 700);
    }
    assert!(side(&window).unwrap().contains("卷帘门今"), "{:?}", side(&window));
}

#[test]
fn given_pinyin_being_composed_then_no_half_syllable_reaches_the_side_file_and_the_commit_does() {
    let mut window = desk_at(Setting::default(), DEBATE);
    focus(&mut window, &own_sentence());
    type_text(&mut window, "修");
    window.event(Event::Ime(ImeEvent::Preedit { text: "men".into(), active_range_chars: None }));
    window.run_steps(1);
    for _ in 0..10 {
        wait(&mut window, 1_000);
    }
    assert_eq!(side(&window), None, "half a syllable is nobody's text");
    window.event(Event::Ime(ImeEvent::Commit("门".into())));
    window.run_steps(2);
    wait(&mut window, 2_000);
    let kept = side(&window).unwrap();
    assert!(kept.contains("修门") && !kept.contains("men\""), "{kept}");
}

#[test]
fn given_a_half_typed_text_when_it_is_sent_then_the_side_file_is_gone_with_the_deed() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = desk_at(Setting::default(), DEBATE);
    focus(&mut window, &own_sentence());
    type_text(&mut window, "物业说下周来");
    wait(&mut window, 2_000);
    assert!(side(&window).is_some());
    press(&mut window, Key::Enter);
    wait(&mut window, 0);
    assert_eq!(side(&window), None);
    let again = after_a_crash(&window, folder.path());
    assert_eq!(field(&again, &own_sentence()), "");
    assert!(again.state().desk.complaint().is_none());
}

#[test]
fn given_a_form_refused_then_it_is_still_kept() {
    let mut window = desk_at(Setting::default(), DEBATE);
    press(&mut window, Key::F4);
    type_text(&mut window, "路灯");
    let minutes = words::t(Lang::ZhCn, "meeting-item-minutes");
    focus(&mut window, &minutes);
    type_text(&mut window, "多");
    press(&mut window, Key::Enter);
    wait(&mut window, 2_000);
    assert!(side(&window).unwrap().contains("路灯"));
}

/// The first item a program shows is no other one: its form is not closed for it.
#[test]
fn given_a_form_of_the_item_on_the_table_when_the_program_breaks_then_it_is_open_again_with_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = desk_at(Setting::default(), DEBATE);
    common::click(&mut window, "结束本项…");
    type_text(&mut window, "先问物业");
    wait(&mut window, 2_000);
    let again = after_a_crash(&window, folder.path());
    assert_eq!(field(&again, "议定"), "先问物业");
}

#[test]
fn forms_of_every_kind_come_back_open_and_filled() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = desk_at(Setting::default(), DEBATE);
    press(&mut window, Key::F4);
    type_text(&mut window, "楼道灯");
    window.state_mut().desk.show(Place::Matters);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut window);
    type_text(&mut window, "请物业报价");
    press(&mut window, Key::F2);
    let party = words::t(Lang::ZhCn, "guest-party");
    focus(&mut window, &party);
    type_text(&mut window, "街道办");
    wait(&mut window, 2_000);
    let mut again = after_a_crash(&window, folder.path());
    assert_eq!(field(&again, &words::t(Lang::ZhCn, "meeting-item-title")), "楼道灯");
    again.state_mut().desk.show(Place::Matters);
    settle(&mut again);
    assert!(
        again
            .get_all_by_role(egui::Role::TextInput)
            .any(|node| { node.accesskit_node().value().is_some_and(|text| text == "请物业报价") })
    );
    again.state_mut().desk.show(Place::SignIn);
    settle(&mut again);
    assert_eq!(field(&again, &party), "街道办");
}

#[test]
fn a_form_of_a_procedure_comes_back_and_what_it_was_filled_with_is_nobody_s_draft() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = desk_at(Setting::default(), PROCEDURE);
    press(&mut window, Key::F12);
    wait(&mut window, 2_000);
    let untouched = side(&window);
    assert_eq!(untouched, None, "filled in by itself");
    let name = {
        let fields: Vec<String> = window
            .get_all_by_role(egui::Role::TextInput)
            .filter(|node| {
                node.accesskit_node().value().is_some_and(|text| text.contains("1,650") || text.contains("1650"))
            })
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        fields.first().expect("the amount is in a field").clone()
    };
    focus(&mut window, &name);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    type_text(&mut window, "1777");
    wait(&mut window, 2_000);
    let again = after_a_crash(&window, folder.path());
    assert_eq!(field(&again, &name), "1777");
}

#[test]
fn a_file_left_with_half_typed_texts_has_them_when_it_is_next_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("水产.fz");
    let mut first = window_with(Setting::default(), |workspace| workspace.create(&path, "水产宿舍").unwrap());
    first.state_mut().desk.show(Place::Matters);
    settle(&mut first);
    first.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut first);
    type_text(&mut first, "修门");
    first.state_mut().desk.close();
    drop(first);
    let mut again = reopened(path.clone());
    again.state_mut().desk.show(Place::Matters);
    settle(&mut again);
    assert!(
        again
            .get_all_by_role(egui::Role::TextInput)
            .any(|node| { node.accesskit_node().value().is_some_and(|text| text == "修门") })
    );
    // Another file of the same name gets none of it.
    drop(again);
    std::fs::remove_file(&path).unwrap();
    let other = window_with(Setting::default(), |workspace| workspace.create(&path, "别的小区").unwrap());
    assert!(session(&other).drafts().is_empty());
    drop(other);
    let home = window(Setting::default());
    assert!(home.state().desk.complaint().is_none());
}
