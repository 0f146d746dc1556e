//! The program on a desktop without a monitor: both windows come up, keys arrive, leaving is asked about when it matters.
//!
//! Needs Xvfb, xdotool and ImageMagick, which `tests/all` installs. Waits look at what is there, never at the clock alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::{Folder, fangzhuo, is_chinese, root};

/// Longer than any of this takes on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A desktop of its own; ends with the test.
struct Desktop {
    server: Child,
    display: String,
}

impl Desktop {
    fn new() -> Desktop {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is not installed; tests/all installs it");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Desktop { server, display: format!(":{}", number.trim()) }
    }

    fn xdotool(&self, words: &[&str]) -> String {
        let output = Command::new("xdotool").args(words).env("DISPLAY", &self.display).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn windows(&self) -> Vec<String> {
        self.xdotool(&["search", "--onlyvisible", "--name", "."]).lines().map(str::to_owned).collect()
    }

    /// Presses a key with the program's first window in focus.
    fn press(&self, key: &str) {
        self.xdotool(&["windowfocus", "--sync", &self.windows()[0], "key", key]);
    }

    /// How many colours the picture of the whole desktop has, and its pixels.
    fn picture(&self) -> (usize, Vec<u8>) {
        let output = Command::new("import")
            .args(["-display", &self.display, "-window", "root", "-depth", "8", "rgb:-"])
            .output()
            .expect("ImageMagick is not installed; tests/all installs it");
        let mut colours: Vec<&[u8]> = output.stdout.chunks_exact(3).collect();
        colours.sort_unstable();
        colours.dedup();
        (colours.len(), output.stdout)
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        self.server.kill().unwrap();
        self.server.wait().unwrap();
    }
}

/// The program in a home of its own.
struct Program(Child);

impl Program {
    fn start(desktop: &Desktop, home: &Path, words: &[&str]) -> Program {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fangzhuo"));
        command.args(words).env("DISPLAY", &desktop.display).env("HOME", home).stderr(Stdio::null());
        for place in ["WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DBUS_SESSION_BUS_ADDRESS", "FANGZHUO_LOG"]
        {
            command.env_remove(place);
        }
        Program(command.spawn().unwrap())
    }

    /// Its exit code, if it has ended.
    fn ended(&mut self) -> Option<i32> {
        self.0.try_wait().unwrap().map(|status| status.code().unwrap_or(-1))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[track_caller]
fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn given_a_first_start_one_key_opens_the_example_another_the_rooms_window_and_a_third_leaves() {
    let (folder, desktop) = (Folder::new(), Desktop::new());
    let home = folder.path("");
    let mut program = Program::start(&desktop, &home, &[]);
    until("a drawn window", || (desktop.windows().len() == 1 && desktop.picture().0 > 50).then_some(()));
    desktop.press("e");
    let example = until("the example's file", || folder.names("").into_iter().find(|name| name.ends_with("宿舍.fz")));
    desktop.press("F5");
    until("the room's window", || (desktop.windows().len() == 2).then_some(()));
    desktop.press("ctrl+q");
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
    until("a drawn window", || (desktop.windows().len() == 1 && desktop.picture().0 > 50).then_some(()));
    let drawn = until("a still picture", || {
        let (_, once) = desktop.picture();
        std::thread::sleep(Duration::from_millis(300));
        (desktop.picture().1 == once).then_some(once)
    });
    desktop.press("ctrl+q");
    until("the question", || (desktop.picture().1 != drawn).then_some(()));
    // While it is asked, no key calls a ballot on the page below.
    desktop.press("1");
    desktop.press("Escape");
    until("the desk again", || (desktop.picture().1 == drawn).then_some(()));
    assert_eq!(program.ended(), None);
    desktop.press("ctrl+q");
    until("the question again", || (desktop.picture().1 != drawn).then_some(()));
    desktop.press("Return");
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
