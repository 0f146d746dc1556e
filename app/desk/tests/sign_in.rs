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

/// One hand on the keyboard, nobody touches the mouse: a name and Enter, four times, and Enter on the button.
#[test]
fn given_names_and_enter_then_the_keyboard_goes_from_field_to_field_and_opens_the_meeting() {
    let mut window = at_the_door(Setting::default());
    click(&mut window, "开会…");
    for name in ["hejing", "gxm"] {
        type_text(&mut window, name);
        press(&mut window, Key::Enter);
    }
    assert!(window.get_by_role_and_label(egui::Role::TextInput, "计票一").is_focused());
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    assert!(session(&window).facts().open_meeting().is_none());
    press(&mut window, Key::Enter);
    let (_, meeting) = session(&window).facts().open_meeting().expect("the meeting is open");
    let name = |person| session(&window).snapshot().name(person).to_owned();
    assert_eq!(name(meeting.duties.chair), "何静");
    assert_ne!(meeting.duties.recorder, meeting.duties.chair);
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

fn fill(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(egui::Role::TextInput, field).focus();
    window.run_steps(2);
    type_text(window, text);
    press(window, Key::Enter);
}

/// A picture small enough for a test: what it is stands in its first bytes.
fn scan(folder: &std::path::Path, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn give_proxy(window: &mut Window, principal: &str, agent: &str, paper: &str) {
    click(window, "登记委托…");
    fill(window, "委托人", principal);
    fill(window, "受托人", agent);
    window.get_by_role_and_label(egui::Role::TextInput, "委托书编号").focus();
    window.run_steps(2);
    type_text(window, paper);
}

fn proxies(window: &Window) -> &std::collections::BTreeMap<deliberation::ids::PersonId, deliberation::meeting::Proxy> {
    &session(window).facts().working_meeting().unwrap().1.proxies
}

#[test]
fn given_a_written_proxy_when_it_is_recorded_with_its_scan_then_the_counts_the_load_and_the_way_back_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = scan(folder.path(), "委托书.docx", b"PK\x03\x04");
    let right = scan(folder.path(), "W-03.png", b"\x89PNG\r\n\x1a\n....");
    let mut window = at_the_door(Setting { paths: vec![wrong, right], ..Setting::default() });
    type_text(&mut window, "1101");
    press(&mut window, Key::Enter);
    give_proxy(&mut window, "1-2-201", "1-1-101", "W-03");
    click(&mut window, "附上扫描件…");
    window.get_by_label_contains("委托书.docx 不是照片或扫描件");
    click(&mut window, "附上扫描件…");
    window.get_by_label("已附 W-03.png");
    click(&mut window, "登记");
    let proxy = proxies(&window).values().next().unwrap();
    assert_eq!((proxy.paper.as_str(), proxy.scan.is_some()), ("W-03", true));
    window.get_by_label("到会 1 人，另受托 1 户");
    window.get_by_label_contains("史娥凤（1-1-101） 受托 1 户");
    window.get_by_label("有扫描件");
    // The agent is about to leave: what that means stands beside the button.
    click(&mut window, "1-1-101 史娥凤 已到");
    window.get_by_label_contains("离场以后，这些户没人代表");
    let withdraw = window.query_all_by_label_contains("撤回").next().unwrap();
    withdraw.click();
    settle(&mut window);
    assert!(proxies(&window).is_empty());
}

#[test]
fn given_an_agent_nobody_knows_then_he_comes_in_with_the_proxy_and_answers_once_he_is_in_the_hall() {
    let mut window = at_the_door(Setting::default());
    give_proxy(&mut window, "1-2-201", "贺远", "");
    click(&mut window, "登记");
    window.get_by_label_contains("贺远 受托 1 户");
    window.get_by_label("受托人不在会场，这些户现在没人代表");
    assert!(window.query_by_label_contains("另受托").is_none());
    type_text(&mut window, "heyuan");
    press(&mut window, Key::Enter);
    window.get_by_label("到会 0 人，另受托 1 户");
}

#[test]
fn given_a_principal_who_comes_himself_then_he_speaks_for_himself_and_it_is_said() {
    let mut window = at_the_door(Setting::default());
    for door in ["1-1-101", "1-2-201"] {
        type_text(&mut window, door);
        press(&mut window, Key::Enter);
    }
    give_proxy(&mut window, "1-2-201", "1-1-101", "W-04");
    click(&mut window, "登记");
    window.get_by_label("本人已到，由本人表决");
    assert!(window.query_by_label_contains("另受托").is_none());
}

#[test]
fn given_an_open_vote_when_somebody_comes_in_then_it_is_seen_that_he_does_not_count_this_time() {
    use deliberation::ballot::Method;
    use deliberation::ids::{ItemNo, MotionNo};
    let mut window = window_with(Setting::default(), |workspace| {
        workspace.open_example().unwrap();
        let session = workspace.session_mut().unwrap();
        let here = |door: &str| deliberation::Who::Door(deliberation::Door::new(door));
        let late = here("1-1-101");
        session.submit_and_settle(deliberation::Command::SignOut { who: late });
        let (chair, recorder) = (here("1-1-102"), here("1-1-201"));
        for command in [
            deliberation::Command::OpenMeeting { chair, recorder, counters: Vec::new() },
            deliberation::Command::StartItem { item: ItemNo(3) },
            deliberation::Command::MoveMotion {
                text: "按户平均分摊".into(),
                mover: here("1-1-102"),
                seconder: None,
                sheet: None,
            },
            deliberation::Command::open_vote(MotionNo(1), "deliberation", Method::RollCall),
        ] {
            assert!(session.submit_and_settle(command).is_done());
        }
    });
    press(&mut window, Key::F2);
    type_text(&mut window, "1-1-101");
    press(&mut window, Key::Enter);
    window.get_by_label("1 人表决开始后到会，这次不计");
    window.get_by_label("1-1-101 史娥凤 表决开始后到会，这次不计");
}

#[test]
fn only_those_one_still_waits_for_are_listed_until_everybody_is_there_again() {
    let mut window = at_the_door(Setting::default());
    for query in ["1101", "1102"] {
        type_text(&mut window, query);
        press(&mut window, Key::Enter);
    }
    let all = session(&window).facts().roll.heads().len();
    let button = format!("只看没到的 {}", all - 2);
    let shown = |window: &Window, door: &str| {
        let is_row = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::Role::Row && node.label().is_some_and(|label| label.starts_with(door))
        };
        window.query_all_by(is_row).next().is_some()
    };
    assert!(shown(&window, "1-1-101"));
    click(&mut window, &button);
    assert!(!shown(&window, "1-1-101") && shown(&window, "1-1-201"));
    // Whoever has come is found by typing all the same.
    type_text(&mut window, "1101");
    assert!(shown(&window, "1-1-101"));
    press(&mut window, Key::Escape);
    click(&mut window, &button);
    assert!(shown(&window, "1-1-101"));
}
