//! Sign-in by keyboard alone, guests by party, leaving, and the opening of the meeting.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, click, press, session, settle, type_text, window_with};
use desk::page::Place;
use egui::{Event, ImeEvent, Key};
use egui_kittest::kittest::Queryable as _;

fn at_the_door(setting: Setting) -> Window {
    let mut window = window_with(setting, |workspace| {
        workspace.open_example().unwrap();
        // The story has signed people in already: an empty hall to begin with.
        let session = workspace.session_mut().unwrap();
        let people: Vec<_> = session.facts().meetings[0].attendance.stays().iter().map(|stay| stay.person).collect();
        for person in people {
            session.submit_and_settle(deliberation::Command::SignOut { who: person.into() });
        }
    });
    press(&mut window, Key::F2);
    window
}

fn present(window: &Window) -> Vec<String> {
    let facts = session(window).facts();
    let meeting = facts.working_meeting().unwrap().1;
    let heads = meeting.attendance.present_heads(&facts.roll);
    heads.map(|head| facts.roll.unit(head.units[0]).unwrap().door.to_string()).collect()
}

#[test]
fn given_the_field_when_doors_and_pinyin_are_typed_with_enter_then_each_is_in_and_the_focus_stays() {
    let mut window = at_the_door(Setting::default());
    for query in ["1101", "1-1-102", "mawei", "２１０１"] {
        type_text(&mut window, query);
        press(&mut window, Key::Enter);
    }
    assert_eq!(present(&window), ["1-1-101", "1-1-102", "1-2-101", "1-3-301"]);
    assert!(window.get_by_label("房号或拼音").is_focused());
}

#[test]
fn given_a_room_number_of_three_stairs_then_those_still_out_come_first_and_arrows_choose() {
    let mut window = at_the_door(Setting::default());
    type_text(&mut window, "102");
    press(&mut window, Key::Enter);
    type_text(&mut window, "102");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert_eq!(present(&window), ["1-1-102", "1-3-102"]);
}

#[test]
fn given_pinyin_under_composition_when_enter_confirms_the_hanzi_then_nobody_is_signed_in_by_it() {
    let mut window = at_the_door(Setting::default());
    window.event(Event::Ime(ImeEvent::Preedit { text: "ma'wei".into(), active_range_chars: None }));
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(2);
    settle(&mut window);
    assert!(present(&window).is_empty());
    window.event(Event::Ime(ImeEvent::Commit("马卫".into())));
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert_eq!(present(&window), ["1-3-301"]);
}

#[test]
fn given_somebody_in_the_hall_when_signed_in_again_then_the_banner_says_so_and_esc_takes_it_away() {
    let mut window = at_the_door(Setting::default());
    for _ in 0..2 {
        type_text(&mut window, "1101");
        press(&mut window, Key::Enter);
    }
    window.get_by_label_contains("已经签到，没有重复记");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label_contains("没有重复记").is_none());
    type_text(&mut window, "1102");
    press(&mut window, Key::Enter);
    assert_eq!(present(&window), ["1-1-101", "1-1-102"]);
}

#[test]
fn given_a_guest_then_party_and_name_are_entered_and_they_are_in_without_a_vote() {
    let mut window = at_the_door(Setting::default());
    click(&mut window, "物业");
    window.get_by_label("单位").focus();
    window.run_steps(2);
    type_text(&mut window, "安居物业");
    window.get_by_role_and_label(egui::Role::TextInput, "姓名").focus();
    window.run_steps(2);
    type_text(&mut window, "沈工");
    press(&mut window, Key::Enter);
    let facts = session(&window).facts();
    let meeting = facts.working_meeting().unwrap().1;
    let guests: Vec<_> = meeting.attendance.present_guests(&facts.roll).collect();
    assert_eq!(session(&window).snapshot().name(guests[0]), "沈工");
    assert_eq!(meeting.attendance.measure(&facts.roll).0, 0);
}

#[test]
fn given_somebody_marked_when_they_leave_then_they_are_out_with_the_time() {
    let mut window = at_the_door(Setting::default());
    type_text(&mut window, "1101");
    press(&mut window, Key::Enter);
    click(&mut window, "1-1-101 史娥凤 已到");
    click(&mut window, "离场");
    assert!(present(&window).is_empty());
    window.get_by_label("1-1-101 史娥凤 已离场");
}

#[test]
fn given_enough_people_when_the_duties_are_named_then_the_meeting_is_open_with_old_and_new_people() {
    let mut window = at_the_door(Setting::default());
    click(&mut window, "开会…");
    type_text(&mut window, "hejing");
    press(&mut window, Key::Enter);
    window.get_by_role_and_label(egui::Role::TextInput, "记录").focus();
    window.run_steps(2);
    type_text(&mut window, "许新来");
    click(&mut window, "开会");
    let facts = session(&window).facts();
    let (_, meeting) = facts.open_meeting().expect("the meeting is open");
    let name = |person| session(&window).snapshot().name(person).to_owned();
    assert_eq!((name(meeting.duties.chair), name(meeting.duties.recorder)), ("何静".into(), "许新来".into()));
    assert_eq!(window.state().desk.place(), Place::Meeting);
}

#[test]
fn given_two_counters_who_are_one_person_then_the_refusal_is_said_and_the_form_stays() {
    let mut window = at_the_door(Setting::default());
    click(&mut window, "开会…");
    for (label, query) in [("主持", "hejing"), ("记录", "gxm"), ("计票一", "1101"), ("计票二", "1101")] {
        window.get_by_role_and_label(egui::Role::TextInput, label).focus();
        window.run_steps(2);
        type_text(&mut window, query);
        press(&mut window, Key::Enter);
    }
    click(&mut window, "开会");
    assert!(session(&window).facts().open_meeting().is_none());
    window.get_by_label_contains("两位计票人选了同一个人");
    window.get_by_role_and_label(egui::Role::TextInput, "计票二");
}
