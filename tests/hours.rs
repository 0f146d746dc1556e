//! Six hours of a meeting in both real windows at sixty times the speed: the program's own memory and the clocks.
//!
//! A rehearsal plays it from a file with an agenda of six hours, and takes six minutes: `tests/proof hours` runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;
#[path = "common/desktop.rs"]
mod desktop;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use common::{Folder, fangzhuo, root};
use deliberation::meeting::{Meeting, Phase};
use desktop::{Desktop, Program, until};
use session::Session;

/// How much faster the rehearsal goes than the clock on the wall.
const SPEED: i64 = 60;
const MINUTE_MS: i64 = 60_000;
/// Between two looks.
const LOOK: Duration = Duration::from_secs(10);

/// The example's meeting with an agenda of six hours, not opened.
fn six_hours(folder: &Folder) -> String {
    let story = std::fs::read_to_string(root().join("tests/stories/septic-tank.jsonl")).unwrap();
    let begins = |line: &str| line.contains(r#""do":"open-meeting""#) || line.contains(r#""do":"sign-in""#);
    let planned = story.lines().take_while(|line| !begins(line));
    let longer = planned.map(|line| match line.split_once(r#""minutes":"#) {
        // Six items; two of them stay short.
        Some((before, "5}")) => format!(r#"{before}"minutes":5}}"#),
        Some((before, rest)) => {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            format!(r#"{before}"minutes":88{rest}"#)
        }
        None => line.to_owned(),
    });
    let longer: Vec<String> = longer.collect();
    std::fs::copy(common::estate(), folder.path("roll-shuichan.csv")).unwrap();
    let story = folder.write("story.jsonl", longer.join("\n"));
    let file = folder.at("a.fz");
    fangzhuo(["play", &story, "--file", &file]).done();
    file
}

/// Takes an entry of the palette by its English name.
fn take(desktop: &Desktop, desk: &str, name: &str) {
    desktop.press(desk, "ctrl+k");
    std::thread::sleep(Duration::from_millis(500));
    desktop.xdotool(&["type", name]);
    std::thread::sleep(Duration::from_millis(500));
    desktop.press(desk, "Return");
    std::thread::sleep(Duration::from_millis(500));
}

/// The rehearsal's copy, read as another program would.
fn copy(folder: &Folder) -> Option<Session> {
    let copies = folder.path(".config/fangzhuo/rehearsal");
    let files = |below: PathBuf| std::fs::read_dir(below).into_iter().flatten().map(|entry| entry.unwrap().path());
    let copy = files(copies).flat_map(files).find(|path| path.extension().is_some_and(|ending| ending == "fz"))?;
    Session::open(&copy, Arc::new(|| ())).ok()
}

/// The moment of the last deed, in ms.
fn last(copy: &Session) -> i64 {
    copy.snapshot().saved_at
}

/// What the clocks of turns and items ran, against the moments of the deeds that started and stopped them.
fn clocks_agree(meeting: &Meeting) {
    let Phase::Closed { from, to } = meeting.phase else { panic!("it was closed") };
    let turns = &meeting.speakers.turns;
    assert!(turns.len() > 100, "{} turns", turns.len());
    let spoken: i64 = turns.iter().map(|turn| turn.ended.unwrap().since(turn.started)).sum();
    assert_eq!(spoken, turns.iter().map(|turn| turn.spent_ms).sum::<i64>(), "a clock is what its turns were");
    let spent: i64 = meeting.items.iter().map(|item| item.spent_ms).sum();
    let between = to.since(from) - spent;
    let most = i64::try_from(meeting.items.len() + 1).unwrap() * 20_000;
    assert!((0..=most).contains(&between), "{between} ms between the items");
    assert!(to.since(from) >= 345 * MINUTE_MS, "{} min", to.since(from) / MINUTE_MS);
}

/// Memory of the program's own, in KiB: not what it shares with files on the disk.
fn own_memory(program: &Program) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
#[ignore = "takes six minutes; tests/proof hours runs it"]
fn six_hours_in_real_windows_keep_memory_and_clocks_steady() {
    let (folder, desktop) = (Folder::new(), Desktop::with_monitors());
    let file = six_hours(&folder);
    desktop.plug("DUMMY1", "wide", 1440);
    let program = Program::start(&desktop, &folder.path(""), &[&file]);
    let desk = until("the desk's window", || desktop.windows("^fangzhuo$").into_iter().next());
    std::thread::sleep(Duration::from_secs(3));
    desktop.press(&desk, "F5");
    until("the room's window", || desktop.windows("^fangzhuo-screen$").into_iter().next());
    take(&desktop, &desk, "Rehearse this file");
    until("the copy", || copy(&folder));
    (0..3).for_each(|_| take(&desktop, &desk, "Rehearsal: faster"));
    let first = last(&copy(&folder).unwrap());
    take(&desktop, &desk, "Rehearsal: play, pause");

    let start = until("the first deed", || Some(last(&copy(&folder)?)).filter(|at| *at > first));
    let began = Instant::now();
    let mut memory = Vec::new();
    let (end, meeting) = loop {
        std::thread::sleep(LOOK);
        let copy = copy(&folder).unwrap();
        let (at, meeting) = (last(&copy), copy.facts().working_meeting().unwrap().1);
        if matches!(meeting.phase, Phase::Closed { .. }) {
            break (at, meeting.clone());
        }
        memory.push(own_memory(&program));
        let real = i64::try_from(began.elapsed().as_millis()).unwrap() * SPEED;
        let minutes = |ms: i64| ms / MINUTE_MS;
        println!(
            "{} min, {} min on the wall, own memory {} KiB",
            minutes(at - start),
            minutes(real),
            memory[memory.len() - 1]
        );
        assert!(at - start <= real + MINUTE_MS, "the rehearsal runs away");
        assert!(memory.len() < 60, "the rehearsal stands");
    };
    desktop.keep("hours-over");
    clocks_agree(&meeting);
    let pace = 1_000 * (end - start) / (i64::try_from(began.elapsed().as_millis()).unwrap() * SPEED);
    // The last look comes up to ten seconds after the end, and a line that is due is played before time goes on.
    assert!(pace >= 900, "{pace} thousandths of sixty times the speed");
    let hour = memory.len() / 6;
    let (after_one, most) = (memory[hour], memory[hour..].iter().max().copied().unwrap());
    println!(
        "{pace} thousandths of sixty times the speed; own memory after an hour {after_one} KiB, at most {most} KiB"
    );
    println!("{}", most * 1_000 / after_one);
}
