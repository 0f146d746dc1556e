//! Rehearsals played in scripted time: nothing here waits for a clock.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::agenda::{ItemKind, ItemState};
use deliberation::ids::{ItemNo, UnitIx};
use deliberation::meeting::{Meeting, Phase};
use deliberation::roll::UnitKind;
use deliberation::{At, Command};
use session::{Now, Places, Rehearsal, Session, Shipped, StageCard, Subject, Workspace};
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");

/// A workspace on an afternoon, and the real clock of its frames.
struct Hall {
    workspace: Workspace,
    real: Now,
}

impl Hall {
    fn in_folder(folder: &Path) -> Hall {
        let places = Places { config: folder.join("config"), documents: folder.join("documents") };
        std::fs::create_dir_all(&places.documents).unwrap();
        let shipped =
            Shipped { components: vec![PROCEDURE], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
        let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
        let real = Now { mono_ms: 7_000_000, utc_ms: At::parse("2026-07-18T15:00:00+08:00").unwrap().0 };
        workspace.tick(real);
        Hall { workspace, real }
    }

    fn session(&self) -> &Session {
        self.workspace.session().unwrap()
    }

    fn meeting(&self) -> Meeting {
        self.session().facts().working_meeting().unwrap().1.clone()
    }

    fn steer(&mut self, steer: impl FnOnce(&mut Rehearsal, Now)) {
        let (rehearsal, real) = self.workspace.rehearsal_mut().unwrap();
        steer(rehearsal, real);
    }

    /// A frame so many real milliseconds later; what was sent is durable before the next.
    fn frame(&mut self, ms: u64) {
        self.real = later(self.real, ms);
        self.workspace.tick(self.real);
        let session = self.workspace.session_mut().unwrap();
        session.settle();
        session.fresh_outcomes();
    }

    /// Frames until the story is over.
    fn play(&mut self, each: impl Fn(&Hall)) {
        for _ in 0..1_000_000 {
            if self.workspace.rehearsal().unwrap().played().is_none() {
                return;
            }
            assert_eq!(self.workspace.rehearsal().unwrap().stopped(), None);
            self.frame(100);
            each(self);
        }
        panic!("the story never ends");
    }

    fn scratch_files(&self) -> usize {
        std::fs::read_dir(self.workspace.places.config.join("rehearsal")).map_or(0, Iterator::count)
    }
}

/// Both clocks so much later.
fn later(now: Now, ms: u64) -> Now {
    Now { mono_ms: now.mono_ms + ms, utc_ms: now.utc_ms + i64::try_from(ms).unwrap() }
}

fn value(hall: &Hall, id: &str) -> String {
    words::figures::find(Lang::ZhCn, hall.session().facts(), id).unwrap().value
}

#[test]
fn the_example_plays_itself_to_its_end_and_gives_the_figures_of_the_true_evening() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.rehearse(&Subject::Example).unwrap();
    assert!(hall.session().rehearses() && hall.workspace.rehearsal().unwrap().stands(), "one looks first");
    let begun = hall.workspace.now();
    hall.frame(3_600_000);
    assert_eq!(hall.workspace.now(), begun, "it stands");
    hall.steer(|rehearsal, real| rehearsal.set_speed(real, 60));
    hall.steer(Rehearsal::toggle);
    hall.play(|hall| assert!(hall.workspace.rehearsal().is_some()));
    for (id, wanted) in [("vote.1.yes.heads", "26"), ("vote.1.verdict", "passed"), ("sheet.1.total", "1650.00")] {
        assert_eq!(value(&hall, id), wanted, "{id}");
    }
    let closed = At::parse("2026-07-18T20:12:30+08:00").unwrap();
    assert!(matches!(hall.meeting().phase, Phase::Closed { to, .. } if to == closed));
    assert!(hall.workspace.preferences.recent.is_empty(), "never a recent file");
    hall.workspace.leave_rehearsal().unwrap();
    assert!(hall.workspace.session().is_none());
    assert_eq!(
        (hall.scratch_files(), hall.workspace.now()),
        (0, hall.real),
        "the copy is gone, the clock is the wall's"
    );
}

#[test]
fn a_step_plays_one_line_and_stands_and_a_hand_takes_over_in_the_middle() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.rehearse(&Subject::Example).unwrap();
    for played in 1..=4 {
        hall.steer(Rehearsal::step);
        hall.frame(1);
        hall.frame(500);
        assert_eq!(hall.workspace.rehearsal().unwrap().played().unwrap().0, played);
    }
    assert_eq!(hall.meeting().items[0].conclusion, "2件已办，1件未办");
    assert_eq!(hall.workspace.now().utc_ms, At::parse("2026-07-18T19:04:50+08:00").unwrap().0);

    hall.steer(Rehearsal::take_over);
    let outcome = hall.workspace.session_mut().unwrap().submit_and_settle(Command::StartItem { item: ItemNo(3) });
    assert!(outcome.is_done());
    let at = hall.workspace.now();
    hall.frame(40_000);
    assert_eq!(hall.workspace.now().utc_ms - at.utc_ms, 40_000, "at the speed of life");
    assert_eq!(hall.meeting().current(), Some(ItemNo(3)), "and nothing plays any more");
}

#[test]
fn a_deed_by_hand_that_the_story_did_not_expect_stops_it_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.rehearse(&Subject::Example).unwrap();
    hall.steer(Rehearsal::step);
    hall.frame(1);
    // The first item is on the table already when its line comes.
    let first = Command::StartItem { item: ItemNo(1) };
    assert!(hall.workspace.session_mut().unwrap().submit_and_settle(first).is_done());
    hall.steer(Rehearsal::step);
    hall.frame(1);
    hall.frame(1);
    let rehearsal = hall.workspace.rehearsal().unwrap();
    assert!(rehearsal.stopped().is_some_and(|why| why.contains("第 1 项")), "{:?}", rehearsal.stopped());
    assert!(rehearsal.stands() && rehearsal.next_line_ms().is_none());
}

#[test]
fn a_copy_of_the_open_file_leaves_the_original_as_it_was_and_goes_back_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.open_example().unwrap();
    let path = hall.session().path().to_owned();
    let before = hall.session().head().unwrap();
    hall.workspace.rehearse(&Subject::File(path.clone())).unwrap();
    assert_ne!(hall.session().path(), path);
    assert_eq!(hall.session().facts().file.title, "水产宿舍");
    // Those who had signed in are not signed in twice; the evening is played on its own agenda.
    hall.steer(|rehearsal, real| rehearsal.set_speed(real, 60));
    hall.steer(Rehearsal::toggle);
    hall.play(|_| ());
    assert!(matches!(hall.meeting().phase, Phase::Closed { .. }));
    let kept = folder.path().join("kept.fz");
    hall.workspace.keep_rehearsal(&kept).unwrap();
    assert!(journal::verify(&kept).unwrap().is_sound());
    hall.workspace.leave_rehearsal().unwrap();
    assert_eq!((hall.session().path(), hall.session().rehearses()), (path.as_path(), false));
    assert_eq!(hall.session().head().unwrap(), before, "not a byte of it");
    assert_eq!(hall.meeting().phase, Phase::Planned);
    assert_eq!(hall.scratch_files(), 0);
    assert!(kept.exists(), "what was saved stays");
    let recent: Vec<&Path> = hall.workspace.preferences.recent.iter().map(|recent| recent.path.as_path()).collect();
    assert_eq!(recent, [path.as_path()]);
}

#[test]
fn a_file_that_is_not_open_is_copied_too_and_one_that_is_none_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.open_example().unwrap();
    let path = hall.session().path().to_owned();
    hall.workspace.close();
    let nothing = Subject::File(folder.path().join("documents/none.fz"));
    let why = hall.workspace.rehearse(&nothing).unwrap_err();
    assert!(why.contains("原来的文件没有动"), "{why}");
    assert!(hall.workspace.session().is_none() && hall.scratch_files() == 0);
    hall.workspace.rehearse(&Subject::File(path.clone())).unwrap();
    assert_eq!(hall.session().facts().roll.units().len(), 36);
    // Opening another file leaves the rehearsal.
    hall.workspace.open(&path).unwrap();
    assert!(hall.workspace.rehearsal().is_none() && !hall.session().rehearses() && hall.scratch_files() == 0);
}

#[test]
fn what_a_crash_left_behind_is_deleted_at_the_next_start_but_not_what_is_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.rehearse(&Subject::Community).unwrap();
    let left = folder.path().join("config/rehearsal/77");
    std::fs::create_dir(&left).unwrap();
    std::fs::write(left.join("旧.fz"), b"half a file").unwrap();
    let second = Hall::in_folder(folder.path());
    assert!(!left.exists());
    assert_eq!(second.scratch_files(), 1, "another program is in the middle of one");
}

#[test]
fn the_made_up_community_is_untidy_and_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.rehearse(&Subject::Community).unwrap();
    let facts = hall.session().facts().clone();
    hall.workspace.rehearse(&Subject::Community).unwrap();
    assert_eq!(hall.session().facts().roll, facts.roll);
    let roll = &facts.roll;
    assert_eq!(roll.units().len(), 200);
    let shops = roll.units().iter().filter(|unit| unit.kind == UnitKind::Shop).count();
    let unknown = roll.units().iter().filter(|unit| unit.area.is_none()).count();
    let several = roll.heads().iter().filter(|head| head.units.len() > 1).count();
    assert_eq!((shops, unknown, several), (20, 6, 5));
    let owned = (0..200).filter_map(|unit| roll.ownership(UnitIx(unit)));
    assert!(owned.filter(|ownership| ownership.parties.len() > 1).count() > 5, "couples");
    let (_, meeting) = facts.working_meeting().unwrap();
    assert!(!meeting.items.is_empty() && meeting.noticed.is_some());
}

/// The made-up community with an agenda of six hours, in a file of its own.
fn long_agenda(hall: &mut Hall, path: &Path) {
    hall.workspace.rehearse(&Subject::Community).unwrap();
    hall.workspace.keep_rehearsal(path).unwrap();
    hall.workspace.leave_rehearsal().unwrap();
    hall.workspace.open(path).unwrap();
    let planned: i64 = hall.meeting().budget_ms();
    let left = u32::try_from((6 * 3_600_000 - planned) / 60_000).unwrap();
    let kinds = [ItemKind::Discussion, ItemKind::Proposal];
    let add = |n: u32| Command::AddItem {
        title: format!("第 {n} 件事"),
        kind: kinds[n as usize % 2],
        minutes: left / 5 + u32::from(n < left % 5),
        before: Some(ItemNo(2)),
    };
    let session = hall.workspace.session_mut().unwrap();
    session.submit_all((0..5).map(add).collect());
    session.settle();
    assert_eq!(hall.meeting().budget_ms(), 6 * 3_600_000);
}

/// Six hours of one meeting at sixty times the speed, in frames of a tenth of a second: what is kept does not grow, and
/// no clock drifts from another.
#[test]
fn six_hours_at_sixty_times_the_speed_keep_memory_and_clocks_steady() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    let path = folder.path().join("documents/long.fz");
    long_agenda(&mut hall, &path);
    let start = hall.meeting().plan.start;
    let items = i64::try_from(hall.meeting().items.len()).unwrap();
    hall.workspace.rehearse(&Subject::File(path)).unwrap();
    hall.steer(|rehearsal, real| rehearsal.set_speed(real, 60));
    hall.steer(Rehearsal::toggle);
    let begun = hall.workspace.now();

    hall.play(|hall| {
        let now = hall.workspace.now();
        let session = hall.session();
        assert_eq!(now.mono_ms - begun.mono_ms, u64::try_from(now.utc_ms - begun.utc_ms).unwrap());
        // Kept things, all of them bounded.
        let kept = session.kept();
        assert!(kept.pending == 0 && kept.fresh == 0 && kept.outcomes <= 256 && kept.moves == 0, "{kept:?}");
        let meeting = hall.meeting();
        assert!(meeting.speakers.hands.len() <= 3);
        // The speaker's clock on the monotonic time says what the facts say of the turn.
        if let Some(turn) = meeting.speakers.speaking()
            && let Some(since) = turn.running_since
        {
            let mono = session.clock_since().unwrap();
            assert_eq!(i64::try_from(now.mono_ms - mono).unwrap(), now.utc_ms - since.0);
        }
        // The agenda's time is the time of the meeting less what lay between the items.
        if let Phase::Open(from) = meeting.phase {
            let spent: i64 = meeting.items.iter().map(|item| item.spent(At(now.utc_ms))).sum();
            let between = now.utc_ms - from.0 - spent;
            assert!((0..=(items + 1) * 20_000).contains(&between), "{between}");
        }
    });

    let meeting = hall.meeting();
    let Phase::Closed { from, to } = meeting.phase else { panic!("it was closed") };
    assert_eq!(from, start);
    assert!(to.since(from) >= 6 * 3_600_000 - 10 * 60_000, "{}", to.since(from));
    assert!(meeting.items.iter().all(|item| item.state == ItemState::Done));
    // Between two items lie twenty seconds, before the first and after the last too.
    let spent: i64 = meeting.items.iter().map(|item| item.spent_ms).sum();
    assert_eq!(to.since(from), spent + (items + 1) * 20_000);
    assert_eq!(meeting.drift(to).1, to.since(from) - 6 * 3_600_000);
    let turns = &meeting.speakers.turns;
    assert!(turns.len() > 100, "{}", turns.len());
    let spoken: i64 = turns.iter().map(|turn| turn.ended.unwrap().since(turn.started)).sum();
    assert_eq!(spoken, turns.iter().map(|turn| turn.spent_ms).sum::<i64>(), "a clock is what its turns were");
    assert!(hall.session().facts().votes.len() >= 3);
    assert_eq!(hall.session().stage.shown().card, StageCard::Decisions);
}

#[test]
fn given_the_example_opened_months_later_then_its_meeting_is_now_and_its_days_came_along() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.open_example().unwrap();
    let on_the_day = hall.meeting();
    assert_eq!(on_the_day.plan.start, At::parse("2026-07-18T19:00:00+08:00").unwrap());
    let due = |hall: &Hall| hall.session().facts().matters.last().unwrap().due.unwrap();
    let before = due(&hall);

    let now = At::parse("2027-01-05T10:20:30+08:00").unwrap();
    hall.workspace.tick(Now { mono_ms: 9_000_000, utc_ms: now.0 });
    hall.workspace.open_example().unwrap();
    let meeting = hall.meeting();
    assert_eq!(meeting.plan.start, At::parse("2027-01-05T10:20:00+08:00").unwrap());
    assert_eq!(due(&hall).0 - before.0, 170);
    assert_eq!(meeting.attendance.present().count(), on_the_day.attendance.present().count());
    // Opened at once it is on time.
    assert_eq!(meeting.drift(now).1, 0);
}

/// Stepping jumps over minutes in one frame; the computer did not sleep for that, and no speaker's clock is stopped.
#[test]
fn a_rehearsal_stepped_over_minutes_stops_nobodys_clock() {
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_folder(folder.path());
    hall.workspace.rehearse(&Subject::Community).unwrap();
    for _ in 0..120 {
        hall.steer(Rehearsal::step);
        hall.frame(100);
        hall.frame(100);
    }
    let turns = hall.meeting().speakers.turns;
    let over: Vec<_> = turns.iter().filter_map(|turn| Some((turn, turn.ended?))).collect();
    assert!(over.len() > 5, "{}", over.len());
    for (turn, ended) in over {
        assert_eq!(turn.spent_ms, ended.since(turn.started), "{turn:?}");
    }
}
