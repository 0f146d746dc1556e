//! Pictures of the roll and of sign-in with an owners' vote under way: undelivered units, sheets, changes, proxies.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, press, settle, type_text, window_with};
use desk::page::Place;
use egui::Key;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use session::Story;
use words::Lang;

fn settings() -> [(&'static str, Setting); 4] {
    [("", Setting::default()), ("-dark", Setting::dark()), ("-en", Setting::english()), ("-720", Setting::small())]
}

fn picture(album: &mut SnapshotResults, window: &mut Window, name: impl Into<String>) {
    window.snapshot(name);
    album.extend(window.take_snapshot_results());
}

/// The owners' vote up to the first line that does `until`.
fn owners_vote(setting: Setting, until: &str) -> Window {
    let stories = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/stories");
    let lines = std::fs::read_to_string(stories.join("owners-vote.jsonl")).unwrap();
    let story = Story::parse(Lang::ZhCn, &lines).unwrap().until(until);
    window_with(setting, |workspace| {
        workspace.create(&workspace.places.documents.join("和坊小区.fz"), "和坊小区").unwrap();
        let session = workspace.session_mut().unwrap();
        let now = session.now();
        story.play(session, Lang::ZhCn, &|name| std::fs::read(stories.join(name))).unwrap();
        session.tick(now);
        // What the story expects to be refused is no news on the desk.
        session.fresh_outcomes();
    })
}

fn at_the_roll(setting: Setting, until: &str, search: &str) -> Window {
    let mut window = owners_vote(setting, until);
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    if !search.is_empty() {
        window.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
        settle(&mut window);
        type_text(&mut window, search);
        window.query_all_by(|node| node.role() == egui::Role::Row).next().unwrap().click();
        settle(&mut window);
    }
    window
}

fn open(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

#[test]
fn a_unit_that_is_not_delivered_beside_the_list() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = at_the_roll(setting, "plan-meeting", "3-1-101");
        window.key_press(Key::Escape);
        settle(&mut window);
        picture(&mut album, &mut window, format!("roll-undelivered{name}"));
    }
}

#[test]
fn co_owners_and_what_may_be_one_owner() {
    let mut album = SnapshotResults::new();
    let mut window = at_the_roll(Setting::default(), "confirm-same-owner", "");
    picture(&mut album, &mut window, "roll-same-owner");
    let mut window = at_the_roll(Setting::default(), "confirm-same-owner", "1-1-102");
    picture(&mut album, &mut window, "roll-co-owners");
}

#[test]
fn sheets_by_which_a_unit_is_put_right() {
    let mut album = SnapshotResults::new();
    let mut window = at_the_roll(Setting::default(), "plan-meeting", "2-1-602");
    open(&mut window, "更正面积…");
    type_text(&mut window, "80,o");
    picture(&mut album, &mut window, "roll-sheet-area");
    press(&mut window, Key::Escape);
    open(&mut window, "过户…");
    open(&mut window, "加一位共有人");
    picture(&mut album, &mut window, "roll-sheet-transfer");
    press(&mut window, Key::Escape);
    open(&mut window, "未交付…");
    picture(&mut album, &mut window, "roll-sheet-undelivered");
}

#[test]
fn the_changes_over_the_years() {
    let mut album = SnapshotResults::new();
    for (name, setting, word) in [("", Setting::default(), "名册变动"), ("-en", Setting::english(), "Changes")] {
        let mut window = at_the_roll(setting, "nothing-more", "");
        open(&mut window, word);
        picture(&mut album, &mut window, format!("roll-changes{name}"));
    }
}

#[test]
fn proxies_and_a_late_arrival_at_sign_in() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = owners_vote(setting, "cast-proxies");
        press(&mut window, Key::F2);
        picture(&mut album, &mut window, format!("sign-in-proxies{name}"));
    }
    let mut window = owners_vote(Setting::default(), "open-meeting");
    press(&mut window, Key::F2);
    open(&mut window, "登记委托…");
    type_text(&mut window, "1-2-2");
    picture(&mut album, &mut window, "sign-in-proxy-sheet");
}
