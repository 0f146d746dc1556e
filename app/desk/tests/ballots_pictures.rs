//! The open-vote form, the panes of every way to count and the results in pictures, in both languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;
#[path = "meeting/votes.rs"]
mod votes;

use common::{Setting, Window, press, settle};
use deliberation::ballot::{Choice, DoorBallot, Method};
use deliberation::ids::{MotionNo, PersonId, VoteNo};
use deliberation::tally::SideCounts;
use deliberation::text::Words;
use deliberation::{Command, Door, Who};
use egui::Key;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use hands::{elsewhere, facts, meeting};
use story::{DEBATE, desk_at};
use votes::{election, give_proxy, opened_in};

/// A deed by the hand of somebody with a duty.
fn by(window: &mut Window, who: &Who, command: Command) {
    let person = facts(window).resolve(who).unwrap();
    let at = |window: &mut Window, person: PersonId| {
        window.state_mut().desk.workspace_mut().session_mut().unwrap().set_person(person);
    };
    at(window, person);
    elsewhere(window, command);
}

fn ballots(all: &[(&str, Choice)]) -> Vec<DoorBallot> {
    all.iter().map(|(door, choice)| DoorBallot { door: Door::new(*door), choice: *choice, slate: Vec::new() }).collect()
}

/// Every one in the hall but the last two votes: for, but each seventh is against and each eleventh abstains.
fn call(window: &mut Window) {
    let doors: Vec<Door> = {
        let roll = &facts(window).roll;
        let here = |person: &PersonId| meeting(window).attendance.is_present(*person);
        let people = roll.heads().iter().map(|head| head.person).filter(here);
        people.filter_map(|person| roll.door_of(person).cloned()).collect()
    };
    for (place, door) in doors.iter().enumerate().take(doors.len() - 2) {
        let choice = match place {
            n if n % 7 == 3 => Choice::No,
            n if n % 11 == 5 => Choice::Abstain,
            _ => Choice::Yes,
        };
        elsewhere(window, Command::ballot(VoteNo(1), door.clone(), choice));
    }
}

/// One window after the other in both languages.
#[derive(Default)]
struct Album(SnapshotResults);

impl Album {
    fn both(&mut self, name: &str, draw: impl Fn(Setting) -> Window) {
        for (setting, name) in
            [(Setting::default(), format!("ballots-{name}")), (Setting::english(), format!("ballots-{name}-en"))]
        {
            let mut window = draw(setting);
            window.snapshot(name);
            self.0.extend(window.take_snapshot_results());
        }
    }
}

fn both(name: &str, draw: impl Fn(Setting) -> Window) {
    Album::default().both(name, draw);
}

#[test]
fn the_form_of_an_owners_decision() {
    both("form", |setting| {
        let mut window = desk_at(setting, DEBATE);
        let motion = MotionNo(1);
        let reason = Words::typed("是宏清环卫的股东");
        elsewhere(&mut window, Command::Recuse { motion, who: Door::new("1-1-101").into(), reason });
        press(&mut window, Key::F9);
        let lang = window.state().desk.workspace().preferences.lang;
        let rule = facts(&window).rule("cn-civil-code-278-9").unwrap().clone();
        let field = words::t(lang, "meeting-rule");
        let title = words::rule_words::pick(lang, &rule.title).to_owned();
        window.get_by_role_and_label(egui::accesskit::Role::ComboBox, &field).click();
        settle(&mut window);
        let option = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::Button && node.label().is_some_and(|label| label.starts_with(&title))
        };
        window.get_by(option).scroll_to_me();
        settle(&mut window);
        window.get_by(option).click();
        settle(&mut window);
        window
    });
}

#[test]
fn hands_counted() {
    both("hands", |setting| {
        let mut window = opened_in(setting, "deliberation", Method::Hands);
        for counts in
            [SideCounts { yes: 20, no: 8, abstain: 2, void: 0 }, SideCounts { yes: 21, no: 8, abstain: 2, void: 0 }]
        {
            by(&mut window, &Who::Counter(0), Command::CountSides { vote: VoteNo(1), counts });
        }
        window
    });
}

#[test]
fn hands_by_door() {
    both("hands-by-door", |setting| {
        let mut window = opened_in(setting, "deliberation", Method::HandsByDoor);
        let doors = ["1-1-101", "1-1-102", "1-1-201", "1-2-101"].map(Door::new).to_vec();
        elsewhere(&mut window, Command::MarkHands { vote: VoteNo(1), doors, choice: Choice::Yes });
        press(&mut window, Key::Num2);
        for label in ["1-1-501", "1-1-502"] {
            window.get_by_label_contains(label).click();
            settle(&mut window);
        }
        window
    });
}

#[test]
fn papers_under_way_and_papers_that_differ() {
    let read = [("1-1-101", Choice::Yes), ("1-1-201", Choice::No), ("1-1-501", Choice::Void), ("1-2-102", Choice::Yes)];
    let papers =
        |batch: u32, all: &[(&str, Choice)]| Command::ReadPapers { vote: VoteNo(1), batch, ballots: ballots(all) };
    let mut album = Album::default();
    album.both("papers", |setting| {
        let mut window = opened_in(setting, "deliberation", Method::Paper);
        by(&mut window, &Who::Counter(0), papers(1, &read));
        by(&mut window, &Who::Counter(1), papers(1, &read));
        by(&mut window, &Who::Counter(0), papers(2, &[("1-2-201", Choice::Yes)]));
        let second = facts(&window).resolve(&Who::Counter(1)).unwrap();
        window.state_mut().desk.workspace_mut().session_mut().unwrap().set_person(second);
        settle(&mut window);
        for line in ["1-2-201 1", "1-2-202 2", "1-2-301 3", "101 1"] {
            hands::enter(&mut window, line);
        }
        window
    });
    album.both("papers-differ", |setting| {
        let mut window = opened_in(setting, "deliberation", Method::Paper);
        let mut other = read;
        other[1].1 = Choice::Yes;
        by(&mut window, &Who::Counter(0), papers(1, &read));
        by(&mut window, &Who::Counter(1), papers(1, &other[..3]));
        window
    });
}

#[test]
fn secret_papers() {
    both("secret", |setting| {
        let mut window = opened_in(setting, "deliberation", Method::Secret);
        for (counter, yes) in [(0, 20), (1, 19)] {
            let counts = SideCounts { yes, no: 7, abstain: 2, void: 1 };
            by(&mut window, &Who::Counter(counter), Command::CountSides { vote: VoteNo(1), counts });
        }
        window
    });
}

#[test]
fn roll_call_with_agents_and_conflicts_and_a_proxy_sheet() {
    let prepare = |setting: Setting| {
        let mut window = desk_at(setting, DEBATE);
        for principal in ["1-1-402", "1-2-602", "1-3-302"] {
            give_proxy(&mut window, principal, "1-1-501");
        }
        elsewhere(&mut window, Command::open_vote(MotionNo(1), "deliberation", Method::Merged));
        for (door, choice) in [("1-1-101", Choice::Yes), ("1-1-102", Choice::No), ("1-1-101", Choice::No)] {
            elsewhere(&mut window, Command::ballot(VoteNo(1), Door::new(door), choice));
        }
        window
    };
    let mut album = Album::default();
    album.both("merged", prepare);
    album.both("slip", |setting| {
        let mut window = prepare(setting);
        press(&mut window, Key::Num2);
        window
    });
    album.both("proxies", |setting| {
        let mut window = prepare(setting);
        let lang = window.state().desk.workspace().preferences.lang;
        window.get_by_label(&words::t(lang, "ballots-tab-proxies")).click();
        settle(&mut window);
        press(&mut window, Key::Num1);
        window
    });
}

#[test]
fn the_result_of_an_owners_decision_on_paper() {
    both("result", |setting| {
        let mut window = opened_in(setting, "cn-civil-code-278-9", Method::RollCall);
        call(&mut window);
        elsewhere(&mut window, Command::CloseVote { vote: VoteNo(1) });
        elsewhere(&mut window, Command::ReopenVote { vote: VoteNo(1), reason: Words::typed("漏点了两户") });
        elsewhere(&mut window, Command::CloseVote { vote: VoteNo(1) });
        window
    });
}

#[test]
fn the_result_of_an_election() {
    both("election", |setting| {
        let mut window = election(setting);
        let slate = |door: &str, slate: [Choice; 3]| DoorBallot {
            door: Door::new(door),
            choice: Choice::Yes,
            slate: slate.to_vec(),
        };
        let ballots = vec![
            slate("1-1-101", [Choice::Yes, Choice::Yes, Choice::No]),
            slate("1-1-201", [Choice::Yes, Choice::No, Choice::Abstain]),
            slate("1-1-301", [Choice::Yes; 3]),
            slate("1-2-201", [Choice::No, Choice::Yes, Choice::No]),
        ];
        for counter in [0, 1] {
            let ballots = ballots.clone();
            by(&mut window, &Who::Counter(counter), Command::ReadPapers { vote: VoteNo(1), batch: 1, ballots });
        }
        elsewhere(&mut window, Command::CloseVote { vote: VoteNo(1) });
        window
    });
}
