//! Before the meeting: the check, a file dragged in, the report of a crash, and what is said when a result is corrected.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests stop like tests")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, click, drop_file, press, session, settle, type_text, window, window_with};
use deliberation::Command;
use deliberation::ids::VoteNo;
use deliberation::text::Words;
use desk::page::Place;
use desk::screen_window::Monitor;
use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use session::StageCard;
use session::audience::Card;
use session::crash::Crash;
use session::preferences::Preferences;
use story::{BEFORE, READ_BACK, VOTED, desk_at};
use words::Lang;

fn monitors() -> Vec<Monitor> {
    let monitor = |index, name: &str, x, desk| Monitor {
        index,
        name: name.into(),
        size: vec2(1920.0, 1080.0),
        position: pos2(x, 0.0),
        desk,
    };
    vec![monitor(0, "eDP-1", 0.0, true), monitor(1, "HDMI-1", 1920.0, false)]
}

/// The check of the example before its meeting, twenty minutes early.
fn check(setting: Setting) -> Window {
    let mut window = desk_at(setting, BEFORE);
    window.state_mut().desk.set_monitors(monitors());
    window.state_mut().desk.show(Place::Preflight);
    wait_for_the_disk(&mut window);
    window
}

fn wait_for_the_disk(window: &mut Window) {
    window.run_steps(2);
    // Asked in the frame, answered by the thread that writes before it answers this.
    assert!(session(window).head().is_some());
    settle(window);
}

#[test]
fn the_check_is_reached_from_the_meeting_page_and_each_line_says_how_it_stands() {
    let mut window = desk_at(Setting::default(), BEFORE);
    click(&mut window, "开会前检查");
    assert_eq!(window.state().desk.place(), Place::Preflight);
    wait_for_the_disk(&mut window);
    window.get_by_label_contains("查不到接了几块屏");
    window.get_by_label("还不知道会场多大");
    window.get_by_label_contains("18:59");
    window.get_by_label_contains("写得进去");
    window.get_by_label_contains("还没有手工备份过");
    window.state_mut().desk.set_monitors(monitors());
    settle(&mut window);
    window.get_by_label("找到另一块屏：HDMI-1（1920 × 1080）");
    click(&mut window, "打开投影");
    window.get_by_label("已经投到 HDMI-1（1920 × 1080）");
    press(&mut window, Key::Escape);
    assert_eq!(window.state().desk.place(), Place::Meeting);
    assert!(!session(&window).stage.is_blank());
}

#[test]
fn the_hall_is_measured_once_and_the_screen_grows_by_it() {
    let mut window = check(Setting::default());
    let usual = window.state().desk.audience().1.hall;
    for (name, text) in [("末排离画面（米）", "8"), ("画面高（米）", "1.2")] {
        window.get_by_role_and_label(egui::Role::TextInput, name).focus();
        window.run_steps(2);
        type_text(&mut window, text);
    }
    settle(&mut window);
    window.get_by_label_contains("放大到 1.29 倍");
    let hall = window.state().desk.audience().1.hall;
    assert!(hall > usual);
    let kept = Preferences::load(&window.state().desk.workspace().places.config);
    assert_eq!(kept.room.map(|room| (room.distance, room.height)), Some((800, 120)));
    // The next start has it.
    let next = window_with(Setting::default(), |workspace| workspace.prefer(|preferences| *preferences = kept));
    assert_eq!(next.state().desk.audience().1.hall, hall);
}

#[test]
fn a_clock_that_is_behind_the_file_and_another_zone_are_named() {
    let mut window = check(Setting::default());
    window.state_mut().desk.workspace_mut().zone = Some("America/New_York".into());
    settle(&mut window);
    window.get_by_label_contains("时区和小区的（Asia/Shanghai）不一样");
    window.state_mut().now.utc_ms -= 400 * 24 * 3_600_000;
    settle(&mut window);
    window.get_by_label_contains("电脑的钟慢了");
}

#[test]
fn a_backup_is_made_verified_and_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("水产宿舍-备份.fz");
    let mut window = check(Setting::choosing(&to));
    click(&mut window, "备份到…");
    while session(&window).is_backing_up() {
        window.run_steps(1);
        std::thread::yield_now();
    }
    settle(&mut window);
    window.get_by_label_contains("上次备份：");
    let path = session(&window).path().to_owned();
    let kept = Preferences::load(&window.state().desk.workspace().places.config);
    assert_eq!(kept.backup_of(&path).map(|backup| backup.to.as_path()), Some(to.as_path()));
    let copy = session::Session::open(&to, std::sync::Arc::new(|| ())).unwrap();
    assert_eq!(*copy.facts(), *session(&window).facts());
}

#[test]
fn given_a_place_that_takes_no_backup_then_the_line_says_so_and_the_file_is_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = check(Setting::choosing(folder.path().join("没有/备份.fz")));
    click(&mut window, "备份到…");
    while session(&window).is_backing_up() {
        window.run_steps(1);
        std::thread::yield_now();
    }
    settle(&mut window);
    window.get_by_label_contains("没有备份成");
}

#[test]
fn pictures_of_the_check() {
    let mut results = SnapshotResults::new();
    for (name, setting) in [
        ("preflight", Setting::default()),
        ("preflight-dark", Setting::dark()),
        ("preflight-720", Setting::small()),
        ("preflight-en", Setting::english()),
    ] {
        let mut window = check(setting);
        window.snapshot(name);
        results.extend(window.take_snapshot_results());
    }
}

#[test]
fn a_procedure_dragged_in_goes_the_way_of_adoption_and_anything_else_is_refused_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let component = folder.path().join("fee.fz.wasm");
    std::fs::write(&component, common::shipped().components[0]).unwrap();
    let poster = folder.path().join("海报.jpg");
    std::fs::write(&poster, b"\xff\xd8\xff").unwrap();

    let mut home = window(Setting::default());
    drop_file(&mut home, &component);
    home.get_by_label("先打开一个小区，再把程序拖进来");
    drop_file(&mut home, &poster);
    home.get_by_label_contains("用不上“海报.jpg”");

    let mut window = desk_at(Setting::default(), BEFORE);
    drop_file(&mut window, &poster);
    window.get_by_label_contains("用不上“海报.jpg”");
    assert_eq!(window.state().desk.place(), Place::Meeting);
    drop_file(&mut window, &component);
    assert_eq!(window.state().desk.place(), Place::Procedures);
    assert!(session(&window).examining().is_some());
}

fn after_a_crash(setting: Setting) -> Window {
    window_with(setting, |workspace| {
        let crash = Crash {
            version: "0.1.0",
            system: "linux",
            message: "index out of bounds: the len is 3 but the index is 7",
            fixed: false,
            place: "app/desk/src/desk.rs:120:9",
            backtrace: "   0: desk::desk::Desk::ui\n   1: fangzhuo::main",
        };
        session::crash::write(&workspace.places.config, &crash).unwrap();
        let (places, shipped) = (workspace.places.clone(), common::shipped());
        let (lang, dark) = (workspace.preferences.lang, workspace.preferences.dark);
        *workspace = session::Workspace::new(places, shipped, std::sync::Arc::new(|| ()));
        workspace.prefer(|preferences| (preferences.lang, preferences.dark) = (lang, dark));
    })
}

#[test]
fn given_a_crash_then_the_next_start_offers_its_report_once_and_discards_it() {
    let mut window = after_a_crash(Setting::default());
    let config = window.state().desk.workspace().places.config.clone();
    click(&mut window, "看一看");
    window.get_by_label_contains("index out of bounds");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label_contains("index out of bounds").is_none());
    click(&mut window, "不要了");
    assert!(window.query_by_label_contains("意外退出").is_none());
    assert_eq!(session::crash::read(&config), None);
}

#[test]
fn pictures_of_a_crash() {
    let mut results = SnapshotResults::new();
    for (name, setting) in [("home-crash", Setting::default()), ("home-crash-720", Setting::small())] {
        let mut window = after_a_crash(setting);
        window.snapshot(name);
        results.extend(window.take_snapshot_results());
    }
    let mut window = after_a_crash(Setting::english());
    click(&mut window, "Read it");
    window.snapshot("home-crash-report-en");
    results.extend(window.take_snapshot_results());
}

/// What the head of the room's card says.
fn said(window: &Window) -> String {
    let (view, _) = window.state().desk.audience();
    match &view.card {
        Card::VoteOpen(card) => card.head.what.clone(),
        Card::VoteResult(card) => card.head.what.clone(),
        Card::Decisions(card) => card.head.what.clone(),
        Card::Speaker(card) => card.head.what.clone(),
        other => panic!("{other:?}"),
    }
}

fn deed(window: &mut Window, command: Command) {
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    assert!(session.submit_and_settle(command).is_done());
    settle(window);
}

#[test]
fn given_a_result_on_the_screen_when_its_vote_is_reopened_then_the_screen_says_so_until_the_next_card() {
    let mut window = desk_at(Setting::default(), VOTED);
    let vote = VoteNo(1);
    window.state_mut().desk.workspace_mut().session_mut().unwrap().stage.show(StageCard::Vote(vote));
    settle(&mut window);
    assert!(!said(&window).contains("更正"));
    deed(&mut window, Command::ReopenVote { vote, reason: Words::typed("漏了一张票") });
    assert_eq!(said(&window), "更正：刚才的结果作废");
    window.snapshot("preflight-corrected-vote");
    let stage = &mut window.state_mut().desk.workspace_mut().session_mut().unwrap().stage;
    stage.show(StageCard::Speaker);
    stage.show(StageCard::Vote(vote));
    settle(&mut window);
    assert!(!said(&window).contains("更正"), "{}", said(&window));
}

#[test]
fn given_decisions_on_the_screen_when_one_is_taken_back_and_done_again_then_the_screen_says_so_each_time() {
    let mut window = desk_at(Setting::default(), READ_BACK);
    let responsible = deliberation::Who::from("1-1-101".to_owned());
    let text = "写一张告示".to_owned();
    let item = session(&window).facts().working_meeting().unwrap().1.current();
    deed(&mut window, Command::TakeDuty { text, responsible, due: None, item, offer: None });
    window.state_mut().desk.workspace_mut().session_mut().unwrap().stage.show(StageCard::Decisions);
    settle(&mut window);
    assert!(!said(&window).contains("更正"));
    // The move of the stage is newer than the deed: it is taken back first.
    window.state_mut().desk.workspace_mut().session_mut().unwrap().submit(Command::Undo);
    settle(&mut window);
    assert_eq!(said(&window), "更正：决定有改动");
    window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    settle(&mut window);
    assert_eq!(said(&window), "更正：决定有改动");
}

#[test]
fn a_speaker_taken_back_is_no_correction_and_a_blanked_room_has_seen_nothing() {
    let mut window = desk_at(Setting::default(), story::DEBATE);
    deed(&mut window, Command::EndTurn);
    deed(&mut window, Command::Undo);
    assert!(!said(&window).contains("更正"));
    let mut window = desk_at(Setting::default(), VOTED);
    let vote = VoteNo(1);
    let stage = &mut window.state_mut().desk.workspace_mut().session_mut().unwrap().stage;
    stage.show(StageCard::Vote(vote));
    stage.toggle_blank();
    settle(&mut window);
    deed(&mut window, Command::ReopenVote { vote, reason: Words::typed("漏了一张票") });
    press(&mut window, Key::F8);
    assert!(!said(&window).contains("更正"));
    assert_eq!(words::t(Lang::En, "room-corrected-vote"), "Correction: the result changed");
}
