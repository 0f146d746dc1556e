//! The screen steered from the desk: looking first and putting up, notice, break, test picture, monitors.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;
#[path = "meeting/steering.rs"]
mod steering;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, click, press, session, settle, type_text, window};
use deliberation::Command;
use deliberation::ballot::Method;
use deliberation::ids::MotionNo;
use desk::screen_window::Monitor;
use egui::{Event, ImeEvent, Key, pos2, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use session::StageCard;
use session::audience::Card;
use steering::{MOVED, ctrl, meeting, sees, shift};
use words::Lang;

fn notice(window: &Window) -> Option<String> {
    window.state().desk.audience().0.notice.clone()
}

fn monitors() -> Vec<Monitor> {
    let monitor = |index, name: &str, width, height, x, desk| Monitor {
        index,
        name: name.into(),
        size: vec2(width, height),
        position: pos2(x, 0.0),
        desk,
    };
    vec![
        monitor(0, "eDP-1", 1440.0, 900.0, 0.0, true),
        monitor(1, "HDMI-1", 1920.0, 1080.0, 1440.0, false),
        monitor(2, "VGA-1", 1024.0, 768.0, 3360.0, false),
    ]
}

/// Nobody answers its questions.
struct Silent;
impl desk::dialogs::Dialogs for Silent {
    fn ask(&mut self, _: desk::dialogs::Question) {}
    fn answer(&mut self) -> Option<(desk::dialogs::Question, std::path::PathBuf)> {
        None
    }
}

#[test]
fn given_shift_page_down_then_the_desk_looks_at_the_next_card_and_f12_puts_it_up() {
    let mut window = meeting(Setting::default());
    window.get_by_label("投影没开");
    shift(&mut window, Key::PageDown);
    window.get_by_label("先看：费用");
    window.get_by_label("观众还看不到");
    assert!(matches!(sees(&window), Card::Speaker(_)));
    press(&mut window, Key::F12);
    assert!(matches!(sees(&window), Card::Cost(_)));
    assert!(window.query_by_label("先看：费用").is_none());
    press(&mut window, Key::PageUp);
    assert!(matches!(sees(&window), Card::Speaker(_)));
    // The button does the same.
    shift(&mut window, Key::PageDown);
    click(&mut window, "上屏");
    assert!(matches!(sees(&window), Card::Cost(_)));
}

#[test]
fn in_the_smallest_window_what_is_looked_at_is_seen_all_the_same() {
    let mut window = meeting(Setting::small());
    assert!(window.query_by_label("投影画面").is_none(), "the preview is folded away");
    shift(&mut window, Key::PageDown);
    window.get_by_label("投影画面");
}

#[test]
fn while_looking_blank_acts_on_the_screen_in_the_next_frame() {
    let mut window = meeting(Setting::default());
    shift(&mut window, Key::PageDown);
    window.key_press(Key::B);
    window.run_steps(1);
    assert_eq!(sees(&window), Card::Blank);
    window.get_by_label("先看：费用");
}

#[test]
fn given_a_notice_typed_in_pinyin_then_only_the_finished_line_reaches_the_screen_and_the_same_key_takes_it_off() {
    let mut window = meeting(Setting::default());
    ctrl(&mut window, Key::B);
    window.event(Event::Ime(ImeEvent::Preedit { text: "qing".into(), active_range_chars: None }));
    window.run_steps(2);
    assert_eq!(notice(&window), None, "half a syllable");
    window.event(Event::Ime(ImeEvent::Commit("请".into())));
    window.run_steps(1);
    type_text(&mut window, "挪车");
    assert_eq!(notice(&window), None, "not before Enter");
    press(&mut window, Key::Enter);
    assert_eq!(notice(&window).as_deref(), Some("请挪车"));
    assert!(window.query_by_label("用哪块屏幕").is_none(), "the sheet is put away");
    press(&mut window, Key::F8);
    assert_eq!(notice(&window), None, "the calm card alone");
    press(&mut window, Key::F8);
    ctrl(&mut window, Key::B);
    assert_eq!(notice(&window), None);
    assert!(window.query_by_label("用哪块屏幕").is_none());
    // The line is kept for the next time.
    ctrl(&mut window, Key::B);
    press(&mut window, Key::Enter);
    assert_eq!(notice(&window).as_deref(), Some("请挪车"));
}

#[test]
fn a_notice_of_more_than_two_lines_is_refused_in_its_field_and_kept() {
    let mut window = meeting(Setting::default());
    ctrl(&mut window, Key::B);
    type_text(&mut window, &"楼下的车请马上挪开".repeat(8));
    window.get_by_label("太长了，投影底部放不下");
    press(&mut window, Key::Enter);
    assert_eq!(notice(&window), None);
    window.get_by_label("太长了，投影底部放不下");
}

#[test]
fn given_a_break_then_the_keys_of_the_clock_move_it_and_the_same_key_ends_it() {
    let mut window = meeting(Setting::default());
    shift(&mut window, Key::F8);
    press(&mut window, Key::Enter);
    let left = |window: &Window| match sees(window) {
        Card::Break(card) => card.clock.reading(window.state().now).text(),
        other => format!("{other:?}"),
    };
    assert_eq!(left(&window), "10:00");
    ctrl(&mut window, Key::ArrowUp);
    assert_eq!(left(&window), "11:00");
    window.state_mut().now.mono_ms += 60_000;
    settle(&mut window);
    ctrl(&mut window, Key::ArrowDown);
    assert_eq!(left(&window), "9:00");
    ctrl(&mut window, Key::D);
    click(&mut window, "加 1 分钟");
    assert_eq!(left(&window), "10:00");
    press(&mut window, Key::Escape);
    shift(&mut window, Key::F8);
    assert!(matches!(sees(&window), Card::Speaker(_)));
}

#[test]
fn the_minutes_of_a_break_are_checked_with_one_sentence() {
    let mut window = meeting(Setting::default());
    shift(&mut window, Key::F8);
    type_text(&mut window, "00");
    window.get_by_label("写 1 到 99 之间的整数");
    press(&mut window, Key::Enter);
    assert!(matches!(sees(&window), Card::Speaker(_)));
}

#[test]
fn the_test_picture_goes_up_and_off_by_one_key() {
    let mut window = meeting(Setting::default());
    shift(&mut window, Key::F12);
    assert_eq!(sees(&window), Card::Pattern);
    press(&mut window, Key::PageDown);
    assert_eq!(session(&window).stage.shown().page, 1);
    shift(&mut window, Key::F12);
    assert!(matches!(sees(&window), Card::Speaker(_)));
}

#[test]
fn given_the_desks_monitor_alone_when_the_screen_is_opened_then_the_way_of_one_screen_is_named() {
    let mut window = meeting(Setting::default());
    window.state_mut().desk.set_monitors(monitors()[..1].to_vec());
    press(&mut window, Key::F5);
    let said = window.state().desk.complaint().map(|said| (said.kind, said.text.clone())).unwrap();
    assert_eq!(
        said,
        (
            desk::look::BannerKind::Warn,
            "只有这一块屏，投影开在另一个窗口里，可能在本窗口后面。要让本窗口变成投影画面，按 Shift F5".to_owned()
        )
    );
    window.state_mut().desk.set_monitors(monitors());
    press(&mut window, Key::Escape);
    press(&mut window, Key::F5);
    assert!(window.state().desk.complaint().is_none());
}

#[test]
fn given_the_desks_monitor_alone_when_a_vote_opens_on_the_desk_then_it_is_said_who_can_see_it() {
    let mut window = meeting(Setting::default());
    window.state_mut().desk.set_monitors(monitors()[..1].to_vec());
    let open = Command::open_vote(MotionNo(1), "deliberation", Method::RollCall);
    assert!(window.state_mut().desk.workspace_mut().session_mut().unwrap().submit_and_settle(open).is_done());
    settle(&mut window);
    let said = window.state().desk.complaint().map(|said| said.text.clone()).unwrap();
    assert_eq!(said, "只有这一块屏：大家看得到谁怎么投。按 Shift F5 换成投影画面再点名");
}

#[test]
fn given_an_open_list_then_esc_closes_it_and_the_room_goes_on_seeing_its_card() {
    let mut window = meeting(Setting::default());
    press(&mut window, Key::F4);
    window.query_all_by_role(egui::Role::ComboBox).next().unwrap().click();
    window.run_steps(2);
    assert!(egui::Popup::is_any_open(&window.ctx), "no list is open");
    press(&mut window, Key::Escape);
    assert!(!egui::Popup::is_any_open(&window.ctx));
    assert!(matches!(sees(&window), Card::Speaker(_)), "the room sees a blank");
    assert!(window.query_all_by_role(egui::Role::ComboBox).next().is_some(), "the form is still there");
}

#[test]
fn the_sheet_lists_the_monitors_by_their_numbers_and_another_one_can_be_taken() {
    let mut window = meeting(Setting::default());
    window.state_mut().desk.set_monitors(monitors());
    settle(&mut window);
    ctrl(&mut window, Key::D);
    window.get_by_label("HDMI-1　1920 × 1080");
    window.get_by_label("主持台在这里");
    window.get_by_label("投影用这块");
    click(&mut window, "用 3 号");
    assert_eq!(window.state().desk.audience().1.aspect, desk::screen::Aspect::Old);
    window.get_by_label("用 2 号");
    let known = window.state().desk.workspace().preferences.screen.clone().unwrap();
    assert_eq!((known.name.as_str(), known.width, known.x), ("VGA-1", 1024, 3360));
}

#[test]
fn given_a_start_with_a_remembered_monitor_then_it_is_taken_again_and_foreign_keys_in_the_preferences_stay() {
    let mut window = window(Setting::default());
    let folder = window.state().folder.path().join("config");
    let text = r#"{"lang":"zh-CN","hall":{"rows":9},"screen":{"name":"VGA-1","width":1024,"height":768,"x":3360,"y":0,"gamma":2}}"#;
    std::fs::write(folder.join("preferences.json"), text).unwrap();
    let places = window.state().desk.workspace().places.clone();
    let workspace = session::Workspace::new(places, common::shipped(), std::sync::Arc::new(|| ()));
    window.state_mut().desk = desk::Desk::new(workspace, Box::new(Silent));
    window.state_mut().desk.set_monitors(monitors());
    settle(&mut window);
    assert_eq!(window.state().desk.audience().1.aspect, desk::screen::Aspect::Old);
    window.state_mut().desk.workspace_mut().prefer(|preferences| preferences.dark = true);
    let kept = std::fs::read_to_string(folder.join("preferences.json")).unwrap();
    assert!(kept.contains("\"rows\": 9") && kept.contains("\"gamma\": 2"), "{kept}");
}

#[test]
fn the_sheet_and_what_is_looked_at_look_as_they_were_judged() {
    let mut results = SnapshotResults::new();
    for (name, setting) in [
        ("projection", Setting::default()),
        ("projection-dark", Setting::dark()),
        ("projection-720-en", Setting { size: common::SMALL, ..Setting::english() }),
    ] {
        let mut window = meeting(setting);
        window.state_mut().desk.set_monitors(monitors());
        ctrl(&mut window, Key::D);
        window.snapshot(name);
        results.extend_harness(&mut window);
    }
    for (name, setting) in
        [("looked-at", Setting::default()), ("looked-at-720", Setting::small()), ("looked-at-en", Setting::english())]
    {
        let mut window = meeting(setting);
        shift(&mut window, Key::PageDown);
        window.snapshot(name);
        results.extend_harness(&mut window);
    }
    let mut window = meeting(Setting::default());
    window.state_mut().desk.workspace_mut().session_mut().unwrap().stage.begin_break(10, story::moment(MOVED.1));
    window.state_mut().desk.workspace_mut().session_mut().unwrap().stage.set_notice("车牌 A12345 请挪车");
    settle(&mut window);
    ctrl(&mut window, Key::D);
    window.snapshot("projection-break");
    results.extend_harness(&mut window);
    assert_eq!(session(&window).stage.shown().card, StageCard::Break);
    assert_eq!(window.state().desk.lang(), Lang::ZhCn);
}
