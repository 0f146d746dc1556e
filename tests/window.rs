//! The program on a desktop without a monitor: both windows come up, keys arrive, leaving is asked about when it matters.
//!
//! Needs Xvfb, xdotool and ImageMagick, which `tests/all` installs. Waits look at what is there, never at the clock alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;
#[path = "common/desktop.rs"]
mod desktop;

use std::process::{Command, Stdio};

use common::{Folder, fangzhuo, is_chinese, root};
use desktop::{Area, Desktop, Program, until};

/// All of the desktop.
const WHOLE: Area = Area::new(0, 0, 1600, 1000);

/// Presses a key with the program's first window in focus.
fn press(desktop: &Desktop, key: &str) {
    desktop.press(&desktop.windows("fangzhuo")[0], key);
}

#[test]
fn given_a_first_start_one_key_opens_the_example_another_the_rooms_window_and_a_third_leaves() {
    let (folder, desktop) = (Folder::new(), Desktop::new());
    let home = folder.path("");
    let mut program = Program::start(&desktop, &home, &[]);
    until("a drawn window", || {
        (desktop.windows("fangzhuo").len() == 1 && desktop.picture().colours() > 50).then_some(())
    });
    press(&desktop, "e");
    let example = until("the example's file", || folder.names("").into_iter().find(|name| name.ends_with("宿舍.fz")));
    press(&desktop, "F5");
    until("the room's window", || (desktop.windows("fangzhuo").len() == 2).then_some(()));
    press(&desktop, "ctrl+q");
    assert_eq!(until("the end", || program.ended()), 0);
    let file = folder.at(&example);
    assert!(fangzhuo(["verify", &file]).done().ends_with("state: good\n"));
    assert!(!folder.path(&format!("{example}.lock")).exists(), "the lock is left behind");
    assert!(folder.path(".config/fangzhuo/preferences.json").exists());
}

#[test]
fn given_an_open_vote_leaving_is_asked_about_first() {
    let (folder, desktop) = (Folder::new(), Desktop::new());
    let story = std::fs::read_to_string(root().join("tests/stories/septic-tank.jsonl")).unwrap();
    let played: Vec<&str> = story.lines().take_while(|line| !line.contains(r#""do":"close-vote""#)).collect();
    assert!(played.iter().any(|line| line.contains(r#""do":"open-vote""#)));
    std::fs::copy(common::estate(), folder.path("roll-shuichan.csv")).unwrap();
    let story = folder.write("story.jsonl", played.join("\n"));
    let file = folder.at("a.fz");
    fangzhuo(["play", &story, "--file", &file]).done();
    let before = fangzhuo(["verify", &file]).done();

    let mut program = Program::start(&desktop, &folder.path(""), &[&file, "--lang", "en"]);
    until("a drawn window", || {
        (desktop.windows("fangzhuo").len() == 1 && desktop.picture().colours() > 50).then_some(())
    });
    let drawn = desktop.still(WHOLE);
    press(&desktop, "ctrl+q");
    until("the question", || (desktop.picture() != drawn).then_some(()));
    // While it is asked, no key calls a ballot on the page below.
    press(&desktop, "1");
    press(&desktop, "Escape");
    until("the desk again", || (desktop.picture() == drawn).then_some(()));
    assert_eq!(program.ended(), None);
    press(&desktop, "ctrl+q");
    until("the question again", || (desktop.picture() != drawn).then_some(()));
    press(&desktop, "Return");
    assert_eq!(until("the end", || program.ended()), 0);
    assert_eq!(fangzhuo(["verify", &file]).done(), before);
}

#[test]
fn without_a_desktop_one_sentence_says_what_to_do() {
    for lang in ["zh-CN", "en"] {
        let output = Command::new(env!("CARGO_BIN_EXE_fangzhuo"))
            .args(["--lang", lang])
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("FANGZHUO_LOG", "off")
            .output()
            .unwrap();
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{sentence}");
        assert_eq!((sentence.trim().lines().count(), is_chinese(&sentence)), (1, lang == "zh-CN"), "{sentence}");
        assert!(sentence.contains("fangzhuo --help"), "{sentence}");
    }
}

#[test]
fn without_any_graphics_one_sentence_says_what_to_do_and_nothing_panics() {
    let (folder, desktop) = (Folder::new(), Desktop::without_graphics());
    for lang in ["zh-CN", "en"] {
        let output = Program::command(&desktop, &folder.path(""), &["--lang", lang])
            .envs(Desktop::NO_GRAPHICS)
            .env("FANGZHUO_LOG", "off")
            // The message of the system: whoever shows it finds no program here, and the sentence stands alone.
            .env("PATH", "/nonexistent")
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let sentence = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{sentence}");
        assert_eq!((sentence.trim().lines().count(), is_chinese(&sentence)), (1, lang == "zh-CN"), "{sentence}");
        assert!(sentence.contains("OpenGL"), "{sentence}");
    }
}
