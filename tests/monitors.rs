//! The room's window on real monitors: on the right one, unplugged while the meeting goes on, back by itself, remembered.
//!
//! Needs Xorg with its dummy driver and what [`desktop`] names, which `tests/all` installs. With `FANGZHUO_PICTURES` naming
//! a folder the pictures of the desktop are kept there; those in `tests/screens` were, at half their size.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;
#[path = "common/desktop.rs"]
mod desktop;

use common::{Folder, fangzhuo, root};
use desktop::{Area, Desktop, Picture, Program, until};

/// The desk's monitor, and the wall at its right.
const DESK: Area = Area::new(0, 0, 1440, 900);
const WALL: Area = Area::new(1440, 0, 1920, 1080);
/// The inside of the wall, where no frame of the desk's window reaches.
const CARD: Area = Area::new(1500, 40, 1800, 1000);
const OLD_WALL: Area = Area::new(1440, 0, 1024, 768);

/// Ground of a warning at the desk, and the paper of the screen, as the tokens have them.
const WARNING: [u8; 3] = [0xF6, 0xE9, 0xC6];
const PAPER: [u8; 3] = [0xFB, 0xFA, 0xF6];

/// Both windows of a program on a desktop.
struct Hall<'a> {
    desktop: &'a Desktop,
    desk: String,
}

impl<'a> Hall<'a> {
    /// Waits for the desk's window and for what is drawn in it.
    fn new(desktop: &'a Desktop) -> Hall<'a> {
        let desk = until("the desk's window", || desktop.windows("^fangzhuo$").into_iter().next());
        until("a drawn desk", || (desktop.picture_of(DESK).colours() > 50).then_some(()));
        Hall { desktop, desk }
    }

    fn press(&self, key: &str) {
        self.desktop.press(&self.desk, key);
    }

    /// The room's window, if it is there.
    fn screen(&self) -> Option<String> {
        self.desktop.windows("^fangzhuo-screen$").into_iter().next()
    }

    /// Waits until the room's window fills an area and something is drawn in it.
    #[track_caller]
    fn fills(&self, wall: Area) -> String {
        let window = until(&format!("the room's window at {wall:?}"), || {
            self.screen().filter(|window| self.desktop.area(window) == Some(wall))
        });
        until("a drawn card", || {
            let picture = self.desktop.picture_of(wall);
            (picture.count(PAPER) > picture.0.len() / 3 / 2 && picture.colours() > 20).then_some(())
        });
        window
    }

    /// Whether the desk says that the screen is lost: a banner over the panes, and the chip.
    fn warns(&self) -> bool {
        self.desktop.picture_of(DESK).count(WARNING) > 20_000
    }

    /// Waits until a part of the desktop looks otherwise, and stands still.
    #[track_caller]
    fn changes(&self, area: Area, before: &Picture, what: &str) -> Picture {
        until(what, || (self.desktop.picture_of(area) != *before).then_some(()));
        self.desktop.still(area)
    }
}

#[test]
fn given_two_monitors_then_f5_fills_the_one_that_is_not_the_desks_and_unplugging_it_stops_nothing() {
    let (folder, desktop) = (Folder::new(), Desktop::with_monitors());
    desktop.plug("DUMMY1", "wide", 1440);
    let mut program = Program::start(&desktop, &folder.path(""), &[]);
    let hall = Hall::new(&desktop);
    hall.press("e");
    until("the example's file", || folder.names("").into_iter().find(|name| name.ends_with("宿舍.fz")));
    hall.press("F5");
    hall.fills(WALL);
    until("no warning", || (!hall.warns()).then_some(()));
    desktop.keep("example-two-monitors");

    // B blanks and brings back, from either window; Esc never closes the screen.
    let card = desktop.still(CARD);
    hall.press("b");
    let calm = hall.changes(CARD, &card, "the calm card");
    hall.press("b");
    until("the card again", || (desktop.picture_of(CARD) == card).then_some(()));
    desktop.press(&hall.screen().unwrap(), "b");
    until("the calm card, from the room's window", || (desktop.picture_of(CARD) == calm).then_some(()));
    desktop.press(&hall.screen().unwrap(), "Escape");
    until("the card after Esc", || (desktop.picture_of(CARD) == card).then_some(()));

    // A number on every monitor, and off again.
    hall.press("shift+F11");
    until("a number on both monitors", || {
        let mut places: Vec<i32> =
            desktop.windows("^fangzhuo-number$").iter().filter_map(|window| Some(desktop.area(window)?.x)).collect();
        places.sort_unstable();
        matches!(places[..], [desk, wall] if desk < WALL.x && wall > WALL.x).then_some(())
    });
    desktop.keep("example-numbers");
    hall.press("shift+F11");
    until("no numbers", || desktop.windows("^fangzhuo-number$").is_empty().then_some(()));

    desktop.unplug("DUMMY1");
    until("no room's window", || hall.screen().is_none().then_some(()));
    until("the warning", || hall.warns().then_some(()));
    assert_eq!(program.ended(), None);
    desktop.keep("example-unplugged");

    desktop.plug("DUMMY1", "wide", 1440);
    hall.fills(WALL);
    until("no warning any more", || (!hall.warns()).then_some(()));
    until("the same card", || (desktop.picture_of(CARD) == card).then_some(()));

    hall.press("shift+Escape");
    until("a closed screen", || hall.screen().is_none().then_some(()));

    // With one screen only: this window becomes the picture, is blanked, and is the desk again.
    hall.press("shift+F5");
    until("the picture over the whole monitor", || (desktop.area(&hall.desk) == Some(DESK)).then_some(()));
    let picture = desktop.still(DESK);
    hall.press("b");
    hall.changes(DESK, &picture, "the calm card in the desk's window");
    hall.press("b");
    until("the card in the desk's window", || (desktop.picture_of(DESK) == picture).then_some(()));
    hall.press("shift+F5");
    until("the desk again", || (desktop.area(&hall.desk) != Some(DESK)).then_some(()));
    hall.press("ctrl+q");
    assert_eq!(until("the end", || program.ended()), 0);
    // Remembered by name, size and place.
    let kept = std::fs::read_to_string(folder.path(".config/fangzhuo/preferences.json")).unwrap();
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    assert_eq!(kept["screen"], serde_json::json!({"name": "DUMMY1", "width": 1920, "height": 1080, "x": 1440, "y": 0}),);
}

#[test]
fn given_a_speaker_when_the_monitor_goes_then_page_down_goes_on_and_the_wall_comes_back_with_what_holds_by_then() {
    let (folder, desktop) = (Folder::new(), Desktop::with_monitors());
    let story = std::fs::read_to_string(root().join("tests/stories/septic-tank.jsonl")).unwrap();
    let played: Vec<&str> = story.lines().take_while(|line| !line.contains(r#""do":"start-turn""#)).collect();
    std::fs::copy(common::estate(), folder.path("roll-shuichan.csv")).unwrap();
    let story = folder.write("story.jsonl", played.join("\n"));
    let file = folder.at("a.fz");
    fangzhuo(["play", &story, "--file", &file]).done();
    let count = || -> u64 {
        let said = fangzhuo(["verify", &file]).done();
        said.lines().find_map(|line| line.strip_prefix("count: ")?.parse().ok()).unwrap()
    };
    let before = count();

    desktop.plug("DUMMY1", "wide", 1440);
    let mut program = Program::start(&desktop, &folder.path(""), &[&file]);
    let hall = Hall::new(&desktop);
    hall.press("F5");
    hall.fills(WALL);
    let waiting = desktop.still(CARD);

    desktop.unplug("DUMMY1");
    until("the warning", || (hall.screen().is_none() && hall.warns()).then_some(()));
    hall.press("Next");
    until("a deed while there is no screen", || (count() > before).then_some(()));

    // Another projector on the same plug: 4:3, at the same place.
    desktop.plug("DUMMY1", "old", 1440);
    hall.fills(OLD_WALL);
    desktop.keep("speaker-4-3");
    // A better mode while it is shown.
    desktop.plug("DUMMY1", "wide", 1440);
    hall.fills(WALL);
    assert_ne!(desktop.picture_of(CARD), waiting, "the speaker is not on the wall");
    desktop.keep("speaker-two-monitors");

    // The monitors change places under the desk's window: the room's goes to the one that is not the desk's now.
    desktop.run("xrandr", &["--output", "DUMMY1", "--pos", "0x0", "--output", "DUMMY0", "--pos", "1920x0"]);
    hall.fills(Area::new(1920, 0, 1440, 900));
    hall.press("ctrl+q");
    assert_eq!(until("the end", || program.ended()), 0);
    assert!(fangzhuo(["verify", &file]).done().ends_with("state: good\n"));
}
