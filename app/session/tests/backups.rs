//! Copies that make themselves, in scripted time: after a closed vote, after an erasure, after five minutes of work.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use deliberation::meeting::Plan;
use deliberation::speakers::TalkRule;
use deliberation::{At, Command, Door, Who};
use session::{Now, Places, Session, Shipped, Story, Workspace};
use tempfile::TempDir;
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const MINUTE_MS: u64 = 60_000;

/// A PC on which a file of a community is open.
struct Pc {
    workspace: Workspace,
    now: Now,
    folder: TempDir,
}

impl Pc {
    fn new() -> Pc {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { config: folder.path().join("config"), documents: folder.path().join("documents") };
        std::fs::create_dir_all(&places.documents).unwrap();
        let shipped = Shipped { components: vec![PROCEDURE], ..Shipped::default() };
        let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
        let now = Now { mono_ms: 7_000_000, utc_ms: At::parse("2026-07-18T18:00:00+08:00").unwrap().0 };
        workspace.tick(now);
        workspace.create(&folder.path().join("documents/水产宿舍.fz"), "水产宿舍").unwrap();
        Pc { workspace, now, folder }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("documents/水产宿舍.fz")
    }

    fn session(&mut self) -> &mut Session {
        self.workspace.session_mut().unwrap()
    }

    /// A deed like any other.
    fn plans(&mut self) {
        let plan = Plan {
            title: "小方桌".into(),
            ordinal: None,
            place: "活动室".into(),
            start: At(self.now.utc_ms),
            talk: TalkRule::default(),
            ..Plan::default()
        };
        assert!(self.session().submit_and_settle(Command::PlanMeeting { plan }).is_done());
    }

    /// A frame so much later.
    fn later(&mut self, ms: u64) {
        self.now.mono_ms += ms;
        self.now.utc_ms += i64::try_from(ms).unwrap();
        self.workspace.tick(self.now);
    }

    /// Frames of no time until the copy under way lies there.
    fn backed_up(&mut self) -> PathBuf {
        let known = self.session().last_backup().cloned();
        for _ in 0..60_000 {
            self.later(0);
            match self.session().last_backup() {
                Some(last) if Some(last) != known.as_ref() => return last.clone().unwrap().0,
                _ => std::thread::sleep(std::time::Duration::from_millis(1)),
            }
        }
        panic!("no copy was made");
    }

    fn copies(&self) -> Vec<String> {
        let folder = self.workspace.places.backups();
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .map(|found| found.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect())
            .unwrap_or_default();
        names.sort();
        names
    }
}

fn count(path: &Path) -> u64 {
    let report = journal::verify(path).unwrap();
    assert_eq!(report.state, journal::State::Good);
    journal::ReadOnly::open(path).unwrap().head().unwrap().count
}

#[test]
fn given_work_when_five_minutes_have_gone_by_then_a_verified_copy_lies_on_this_pc() {
    let mut pc = Pc::new();
    pc.later(60 * MINUTE_MS);
    assert_eq!((pc.session().backup_due_ms(), pc.copies()), (None, vec![]), "nothing was done yet");
    pc.plans();
    pc.later(0);
    assert_eq!(pc.session().backup_due_ms(), Some(5 * MINUTE_MS));
    pc.later(5 * MINUTE_MS - 1);
    assert_eq!(pc.session().backup_due_ms(), Some(1));
    assert_eq!(pc.session().last_backup(), None);
    pc.later(1);
    let copy = pc.backed_up();
    assert_eq!(count(&copy), pc.session().snapshot().seq.0);
    assert_eq!(pc.session().backup_due_ms(), None, "every deed has its copy");
    // The next takes its place.
    pc.plans();
    pc.later(0);
    pc.later(5 * MINUTE_MS);
    assert_eq!(pc.backed_up(), copy);
    assert_eq!((count(&copy), pc.copies().len()), (3, 1));
}

#[test]
fn given_a_vote_that_is_closed_then_its_copy_is_made_at_once() {
    let mut pc = Pc::new();
    let story = Story::parse(Lang::ZhCn, STORY).unwrap();
    let rest = story.from("import-roll").through("close-vote");
    let read = |_: &str| Ok(ROLL.to_vec());
    rest.play(pc.session(), Lang::ZhCn, &read).unwrap();
    pc.later(0);
    let copy = pc.backed_up();
    let copied = Session::open(&copy, Arc::new(|| {})).unwrap();
    assert!(copied.facts().votes[0].closed.is_some());
}

#[test]
fn given_somebody_erased_then_no_copy_names_them_any_more() {
    let mut pc = Pc::new();
    let read = |_: &str| Ok("房号,业主,建筑面积\n1-101,史娥凤,60.00\n1-102,马卫,60.00\n".as_bytes().to_vec());
    let roll = Story::parse(Lang::ZhCn, r#"{"at":"2026-07-18T19:00:00+08:00","do":"import-roll","file":"r.csv"}"#);
    roll.unwrap().play(pc.session(), Lang::ZhCn, &read).unwrap();
    pc.later(0);
    pc.later(5 * MINUTE_MS);
    let copy = pc.backed_up();
    let holds = |path: &Path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains("马卫");
    assert!(holds(&copy));
    let older = copy.with_file_name(copy.file_name().unwrap().to_str().unwrap().replace(".fz", "-2.fz"));
    std::fs::copy(&copy, &older).unwrap();
    let person = Who::Door(Door::new("1-102"));
    assert!(pc.session().submit_and_settle(Command::ErasePerson { person, also: Vec::new() }).is_done());
    pc.later(1_000);
    assert_eq!(pc.backed_up(), copy);
    assert!(!holds(&copy) && !older.exists());
}

#[test]
fn given_a_file_put_back_to_an_earlier_day_then_the_copy_that_knows_more_stays() {
    let mut pc = Pc::new();
    let (file, early) = (pc.file(), pc.folder.path().join("early.fz"));
    pc.workspace.close();
    std::fs::copy(&file, &early).unwrap();
    pc.workspace.open(&file).unwrap();
    for _ in 0..3 {
        pc.plans();
    }
    pc.later(0);
    pc.later(5 * MINUTE_MS);
    let full = pc.backed_up();
    pc.workspace.close();
    std::fs::copy(&early, &file).unwrap();
    pc.workspace.open(&file).unwrap();
    pc.plans();
    pc.later(0);
    pc.later(5 * MINUTE_MS);
    let second = pc.backed_up();
    assert_eq!((count(&full), count(&second)), (4, 2));
}

#[test]
fn given_a_damaged_file_then_the_sentence_says_where_its_copy_lies() {
    let mut pc = Pc::new();
    pc.plans();
    pc.later(0);
    pc.later(5 * MINUTE_MS);
    let copy = pc.backed_up();
    pc.workspace.close();
    std::fs::write(pc.file(), "").unwrap();
    let said = pc.workspace.open(&pc.file()).unwrap_err();
    assert!(said.contains(copy.to_str().unwrap()), "{said}");
    // A file that is only missing has no need of it.
    std::fs::remove_file(pc.file()).unwrap();
    let said = pc.workspace.open(&pc.file()).unwrap_err();
    assert!(!said.contains(copy.to_str().unwrap()), "{said}");
}

#[test]
fn given_a_place_that_takes_nothing_then_it_is_said_and_tried_again_after_five_minutes() {
    let mut pc = Pc::new();
    std::fs::write(pc.workspace.places.backups(), "in the way").unwrap();
    pc.plans();
    pc.later(0);
    pc.later(5 * MINUTE_MS);
    for _ in 0..60_000 {
        pc.later(0);
        if pc.session().last_backup().is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    assert!(pc.session().last_backup().unwrap().is_err());
    assert_eq!(pc.session().backup_due_ms(), Some(5 * MINUTE_MS));
    std::fs::remove_file(pc.workspace.places.backups()).unwrap();
    pc.later(5 * MINUTE_MS);
    assert_eq!(count(&pc.backed_up()), 2);
}
