//! Pictures of the shell's pages: home, import, sign-in, roll and the rest, light, dark, in English and at 1280 × 720.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, data, press, settle, type_text, window, window_with};
use desk::page::Place;
use egui::Key;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;

/// A setting by what its pictures are called after.
fn settings() -> [(&'static str, Setting); 4] {
    [("", Setting::default()), ("-dark", Setting::dark()), ("-en", Setting::english()), ("-720", Setting::small())]
}

/// Takes a picture; all pictures of a test are judged together.
fn picture(album: &mut SnapshotResults, window: &mut Window, name: impl Into<String>) {
    window.snapshot(name);
    album.extend(window.take_snapshot_results());
}

fn example(setting: Setting) -> Window {
    window_with(setting, |workspace| workspace.open_example().unwrap())
}

#[test]
fn home_on_a_first_start() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = window(setting);
        settle(&mut window);
        picture(&mut album, &mut window, format!("shell-home-first{name}"));
    }
}

#[test]
fn home_with_files() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = window_with(setting, |workspace| {
            let documents = workspace.places.documents.clone();
            for title in ["万都小区", "农机局小区", "丰泽苑"] {
                workspace.create(&documents.join(format!("{title}.fz")), title).unwrap();
                workspace.close();
            }
            std::fs::remove_file(documents.join("农机局小区.fz")).unwrap();
            workspace.open_example().unwrap();
            workspace.close();
        });
        settle(&mut window);
        picture(&mut album, &mut window, format!("shell-home{name}"));
    }
}

#[test]
fn a_new_community() {
    let mut album = SnapshotResults::new();
    let mut window = window_with(Setting::default(), |workspace| {
        // The picture shows the folder: one that is called alike everywhere.
        workspace.places.documents = std::path::PathBuf::from("/home/xiaoqu/文档");
    });
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::N);
    settle(&mut window);
    type_text(&mut window, "水产宿舍");
    picture(&mut album, &mut window, "shell-home-new");
}

fn importing(mut setting: Setting, file: &str) -> Window {
    setting.paths = vec![data(file)];
    let mut window = window_with(setting, |workspace| {
        let path = workspace.places.documents.join("水产宿舍.fz");
        workspace.create(&path, "水产宿舍").unwrap();
    });
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    let lang = window.state().desk.lang();
    window.get_all_by_label(&words::t(lang, "roll-import")).next().unwrap().click();
    settle(&mut window);
    window
}

#[test]
fn import() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        picture(&mut album, &mut importing(setting, "roll-bad.csv"), format!("shell-import{name}"));
    }
    picture(&mut album, &mut importing(Setting::default(), "roll-shuichan.xlsx"), "shell-import-workbook");
}

#[test]
fn sign_in() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = example(setting);
        press(&mut window, Key::F2);
        type_text(&mut window, "102");
        settle(&mut window);
        picture(&mut album, &mut window, format!("shell-sign-in{name}"));
    }
    let mut window = example(Setting::default());
    press(&mut window, Key::F2);
    window.get_by_label("开会…").click();
    settle(&mut window);
    type_text(&mut window, "hejing");
    settle(&mut window);
    picture(&mut album, &mut window, "shell-sign-in-opening");
}

#[test]
fn roll() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = example(setting);
        window.state_mut().desk.show(Place::Roll);
        settle(&mut window);
        window.query_all_by(|node| node.role() == egui::Role::Row).nth(12).unwrap().click();
        settle(&mut window);
        picture(&mut album, &mut window, format!("shell-roll{name}"));
    }
}

#[test]
fn roll_empty_and_erasing() {
    let mut album = SnapshotResults::new();
    let mut window = window_with(Setting::default(), |workspace| {
        let path = workspace.places.documents.join("水产宿舍.fz");
        workspace.create(&path, "水产宿舍").unwrap();
    });
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    picture(&mut album, &mut window, "shell-roll-empty");
    let mut window = example(Setting::default());
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    window.query_all_by(|node| node.role() == egui::Role::Row).next().unwrap().click();
    settle(&mut window);
    window.get_by_label("删除个人资料…").click();
    settle(&mut window);
    picture(&mut album, &mut window, "shell-roll-erasing");
}

#[test]
fn procedures_and_figures() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = example(setting);
        for (page, place) in [("procedures", Place::Procedures), ("figures", Place::Figures)] {
            window.state_mut().desk.show(place);
            settle(&mut window);
            picture(&mut album, &mut window, format!("shell-{page}{name}"));
        }
    }
}

#[test]
fn help_and_a_refusal() {
    let mut album = SnapshotResults::new();
    for (name, setting) in settings() {
        let mut window = example(setting);
        window.state_mut().desk.show(Place::SignIn);
        settle(&mut window);
        window.key_press(Key::F7);
        settle(&mut window);
        picture(&mut album, &mut window, format!("shell-refusal{name}"));
        press(&mut window, Key::F1);
        picture(&mut album, &mut window, format!("shell-help{name}"));
    }
}
