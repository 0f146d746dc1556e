//! The shell around the pages: which keys act when, refusals, undo, the help sheet, the rail.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, click, press, session, settle, type_text, window_with};
use desk::action::Action;
use desk::page::Place;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use session::audience::Card;
use words::Lang;

fn example(setting: Setting) -> Window {
    let mut window = window_with(setting, |workspace| workspace.open_example().unwrap());
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    window
}

fn blank(window: &Window) -> bool {
    session(window).stage.is_blank()
}

fn shows_calm_card(window: &Window) -> bool {
    matches!(window.state().desk.audience().0.card, Card::Blank)
}

#[test]
fn given_no_field_then_b_period_and_f8_blank_and_bring_back() {
    let mut window = example(Setting::default());
    for key in [Key::B, Key::Period, Key::F8] {
        press(&mut window, key);
        assert!(blank(&window) && shows_calm_card(&window), "{key:?}");
        press(&mut window, key);
        assert!(!blank(&window), "{key:?}");
    }
}

#[test]
fn given_a_field_then_letters_and_digits_are_text_and_f8_still_blanks() {
    let mut window = example(Setting::default());
    press(&mut window, Key::F2);
    for key in [Key::B, Key::S, Key::Space, Key::Num1, Key::Period] {
        window.key_press(key);
        window.run_steps(2);
    }
    let before = session(&window).snapshot().seq;
    settle(&mut window);
    assert!(!blank(&window));
    assert_eq!(session(&window).snapshot().seq, before);
    press(&mut window, Key::F8);
    assert!(blank(&window));
}

#[test]
fn given_a_composition_then_no_letter_acts_and_esc_belongs_to_it_but_f8_acts() {
    let mut window = example(Setting::default());
    window.event(Event::Ime(ImeEvent::Preedit { text: "bu".into(), active_range_chars: None }));
    window.run_steps(1);
    for key in [Key::B, Key::Escape] {
        press(&mut window, key);
        assert!(!blank(&window), "{key:?}");
    }
    press(&mut window, Key::F8);
    assert!(blank(&window));
    window.event(Event::Ime(ImeEvent::Commit("不".into())));
    window.run_steps(1);
    press(&mut window, Key::B);
    assert!(!blank(&window), "the composition is over");
}

#[test]
fn given_a_field_with_the_focus_when_esc_is_pressed_then_it_is_left_first_and_the_next_one_blanks() {
    let mut window = example(Setting::default());
    press(&mut window, Key::F2);
    press(&mut window, Key::Escape);
    assert!(!blank(&window));
    press(&mut window, Key::Escape);
    assert!(blank(&window));
}

#[test]
fn a_held_key_acts_once() {
    let mut window = example(Setting::default());
    let event =
        |repeat| Event::Key { key: Key::F8, physical_key: None, pressed: true, repeat, modifiers: Modifiers::NONE };
    for repeat in [false, true, true, true] {
        window.event(event(repeat));
        window.run_steps(1);
    }
    assert!(blank(&window));
}

#[test]
fn given_a_deed_against_the_rules_then_the_banner_says_why_until_the_next_that_succeeds() {
    let mut window = example(Setting::default());
    press(&mut window, Key::F7);
    window.get_by_label_contains("会议没有在开");
    press(&mut window, Key::F2);
    type_text(&mut window, "1-2-402");
    press(&mut window, Key::Enter);
    assert!(window.query_by_label_contains("会议没有在开").is_none());
}

#[test]
fn given_a_deed_when_f10_is_pressed_then_it_is_taken_back_by_name_and_shift_f10_does_it_again() {
    let mut window = example(Setting::default());
    let undo = session(&window).snapshot().undoable.clone().expect("the story did something");
    let facts = session(&window).facts().clone();
    let label = words::undo_label(Lang::ZhCn, &facts, session(&window).snapshot().as_ref(), &undo);
    window.get_by_label(&label);
    press(&mut window, Key::F10);
    assert_ne!(*session(&window).facts(), facts);
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    settle(&mut window);
    assert_eq!(*session(&window).facts(), facts);
}

#[test]
fn given_text_in_a_field_then_ctrl_z_belongs_to_the_field_and_outside_it_undoes() {
    let mut window = example(Setting::default());
    press(&mut window, Key::F2);
    let before = session(&window).snapshot().seq;
    type_text(&mut window, "11");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(session(&window).snapshot().seq, before, "undone in the field alone");
    window.state_mut().desk.show(Place::Figures);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert!(session(&window).snapshot().seq > before, "an undo is a deed");
}

#[test]
fn f1_shows_every_action_that_has_a_key_and_esc_closes_it_before_it_blanks() {
    for lang in [Lang::ZhCn, Lang::En] {
        let mut window = example(Setting { lang, ..Setting::default() });
        press(&mut window, Key::F1);
        for action in Action::ALL {
            let shown = window.query_all_by_label(&action.name(lang)).next().is_some();
            assert!(shown || action.shortcuts().is_empty(), "{action:?}");
        }
        press(&mut window, Key::Escape);
        assert!(!blank(&window));
    }
}

#[test]
fn every_entry_of_the_rail_leads_to_a_page_with_something_on_it() {
    let mut window = example(Setting::default());
    for (word, place) in [
        ("台账", Place::Matters),
        ("名册", Place::Roll),
        ("收缴", Place::Collections),
        ("程序", Place::Procedures),
        ("统计", Place::Figures),
        ("会议", Place::Meeting),
    ] {
        window.get_by_role_and_label(egui::Role::Button, word).click();
        settle(&mut window);
        assert_eq!(window.state().desk.place(), place);
    }
    click(&mut window, "首页");
    assert_eq!(window.state().desk.place(), Place::Home);
    click(&mut window, "回到 水产宿舍");
    assert_eq!(window.state().desk.place(), Place::Meeting);
}

#[test]
fn the_shipped_procedure_is_listed_with_its_version_and_checksum() {
    let mut window = example(Setting::default());
    window.get_by_role_and_label(egui::Role::Button, "程序").click();
    settle(&mut window);
    assert!(window.query_all_by_label("fee-apportionment").next().is_some());
    let hash = session(&window).shipped_procedures().next().unwrap().1.to_string();
    let groups: Vec<&str> = (0..8).map(|at| &hash[at * 8..at * 8 + 8]).collect();
    window.get_by_label(&groups.join(" "));
}

#[test]
fn given_an_open_meeting_when_ctrl_p_is_pressed_then_the_top_bar_names_the_next_of_the_duties() {
    let mut window = example(Setting::default());
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    let [chair, recorder] = ["1-1-101", "1-1-102"].map(|door| deliberation::Who::from(door.to_owned()));
    assert!(
        session
            .submit_and_settle(deliberation::Command::OpenMeeting { chair, recorder, counters: Vec::new() })
            .is_done()
    );
    settle(&mut window);
    window.get_by_label_contains("史娥凤操作");
    window.key_press_modifiers(Modifiers::COMMAND, Key::P);
    settle(&mut window);
    window.get_by_label_contains("刘华燕操作");
}

#[test]
fn given_the_room_s_window_has_the_focus_then_the_remote_runs_the_meeting_and_b_blanks() {
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    let events = [key(Key::PageDown), key(Key::B), key(Key::A), key(Key::PageUp)];
    let asked = desk::keys::Keys::read_foreign(&events, Place::Meeting);
    assert_eq!(asked, [Action::NextMoment, Action::Blank, Action::PreviousMoment]);
}

#[test]
fn the_top_bar_says_how_many_are_there_and_what_the_room_sees() {
    let window = example(Setting::default());
    let facts = session(&window).facts();
    let present = facts.working_meeting().unwrap().1.attendance.measure(&facts.roll).0;
    window.get_by_label(&format!("{present} / 35 人"));
    window.get_by_label("投影没开");
}
