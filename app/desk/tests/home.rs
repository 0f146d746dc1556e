//! The home page: the example one key away, a new community, recent files, drops.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, click, data, drop_file, press, session, settle, type_text, window, window_with};
use desk::page::Place;
use egui::Key;
use egui_kittest::kittest::Queryable as _;
use words::Lang;

#[test]
fn given_a_first_start_when_e_is_pressed_then_the_example_is_open_ready_for_its_meeting() {
    let mut window = window(Setting::default());
    window.get_by_label("这里还没有文件");
    press(&mut window, Key::E);
    let facts = session(&window).facts();
    assert_eq!((facts.file.title.as_str(), facts.roll.heads().len()), ("水产宿舍", 35));
    assert!(facts.open_meeting().is_none(), "the facilitator opens it");
    assert_eq!(window.state().desk.place(), Place::Meeting);
}

#[test]
fn given_a_first_start_when_enter_is_pressed_then_the_example_opens_too() {
    let mut window = window(Setting::english());
    press(&mut window, Key::Enter);
    assert_eq!(session(&window).facts().roll.units().len(), 36);
}

#[test]
fn given_the_form_of_a_new_community_when_its_name_is_typed_then_letters_are_text_and_enter_makes_the_file() {
    let mut window = window(Setting::default());
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::N);
    settle(&mut window);
    window.key_press(Key::E);
    type_text(&mut window, "East");
    assert!(window.state().desk.workspace().session().is_none(), "E did not open the example while typing");
    press(&mut window, Key::Enter);
    assert_eq!(session(&window).facts().file.title, "East");
    assert!(session(&window).path().ends_with("East.fz"));
    assert_eq!(window.state().desk.place(), Place::Roll);
    window.get_by_label("还没有名册");
}

#[test]
fn given_no_name_when_the_file_is_to_be_made_then_the_button_is_closed_and_says_why() {
    let mut window = window(Setting::default());
    click(&mut window, "新建一个小区…");
    click(&mut window, "建好这个小区");
    assert!(window.state().desk.workspace().session().is_none());
    press(&mut window, Key::Escape);
    window.get_by_label("这里还没有文件");
}

/// Started anew in the middle of an evening, Enter goes on with that evening and makes no second example.
#[test]
fn given_a_recent_file_when_enter_is_pressed_then_it_is_opened() {
    let mut window = window_with(Setting::default(), |workspace| {
        let path = workspace.places.documents.join("last.fz");
        workspace.create(&path, "农机局小区").unwrap();
        workspace.close();
    });
    press(&mut window, Key::Enter);
    assert_eq!(session(&window).facts().file.title, "农机局小区");
}

#[test]
fn given_a_recent_file_that_is_gone_then_it_says_so_and_opening_it_complains_in_a_sentence() {
    let mut window = window_with(Setting::default(), |workspace| {
        let path = workspace.places.documents.join("gone.fz");
        workspace.create(&path, "农机局小区").unwrap();
        workspace.close();
        std::fs::remove_file(path).unwrap();
    });
    click(&mut window, "农机局小区 文件不在，插上 U 盘就能打开");
    assert!(window.state().desk.workspace().session().is_none());
    window.get_by_label_contains("找不到这个文件");
}

#[test]
fn given_a_recent_file_when_it_is_clicked_then_it_opens() {
    let mut window = window_with(Setting::default(), |workspace| {
        workspace.open_example().unwrap();
        workspace.close();
    });
    click(&mut window, "水产宿舍 可以打开");
    assert_eq!(session(&window).facts().roll.units().len(), 36);
}

#[test]
fn given_no_community_when_a_roll_is_chosen_then_its_name_is_asked_first_and_the_import_follows() {
    let mut window = window(Setting::default());
    drop_file(&mut window, &data("roll-shuichan.csv"));
    window.get_by_label_contains("再导入 roll-shuichan.csv");
    type_text(&mut window, "水产宿舍");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().desk.place(), Place::Import);
    window.get_by_label("导入 36 户");
}

#[test]
fn given_an_open_file_when_another_is_dropped_then_it_is_open_instead() {
    let mut window = window_with(Setting::default(), |workspace| {
        let path = workspace.places.documents.join("other.fz");
        workspace.create(&path, "丰泽苑").unwrap();
        workspace.open_example().unwrap();
    });
    let path = window.state().folder.path().join("documents/other.fz");
    drop_file(&mut window, &path);
    assert_eq!(session(&window).facts().file.title, "丰泽苑");
}

#[test]
fn the_language_and_the_look_change_at_once_and_are_kept() {
    let mut window = window(Setting::default());
    click(&mut window, "English");
    window.get_by_label("Recent files");
    click(&mut window, "Dark");
    let preferences = &window.state().desk.workspace().preferences;
    assert_eq!((preferences.lang, preferences.dark), (Lang::En, true));
    let kept = session::preferences::Preferences::load(&window.state().desk.workspace().places.config);
    assert_eq!((kept.lang, kept.dark), (Lang::En, true));
}
