//! The septic-tank meeting as the room sees it: the story is played on a real file, every card painted from its facts.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::At;
use deliberation::ids::SheetNo;
use desk::screen::{Setting, pages, screen_ui};
use egui::vec2;
use egui_kittest::{Harness, SnapshotResults};
use session::audience::{AudienceView, Now};
use session::{Places, Session, Shipped, Shown, StageCard, Story, Workspace};
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");

fn now(text: &str, mono_ms: u64) -> Now {
    Now { mono_ms, utc_ms: At::parse(text).unwrap().0 }
}

fn example(folder: &Path) -> Workspace {
    let places = Places { config: folder.join("config"), documents: folder.join("documents") };
    let shipped =
        Shipped { components: vec![PROCEDURE], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
    let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
    workspace.tick(now("2026-07-18T18:59:00+08:00", 1_000_000));
    workspace.open_example().unwrap();
    workspace
}

/// Plays the story from one line to before another.
fn play(session: &mut Session, from: &str, until: &str) {
    let read = |_: &str| Ok(ROLL.to_vec());
    Story::parse(Lang::ZhCn, STORY).unwrap().from(from).until(until).play(session, Lang::ZhCn, &read).unwrap();
}

fn snapshot(results: &mut SnapshotResults, name: &str, view: AudienceView, now: Now) {
    let mut harness = Harness::builder()
        .with_size(vec2(1920.0, 1080.0))
        .with_context_setup(desk::look::install)
        .build_ui(move |ui| screen_ui(ui, ui.ctx().content_rect(), &view, Setting::default(), now));
    harness.run_steps(2);
    harness.snapshot(name);
    results.extend_harness(&mut harness);
}

#[test]
fn the_room_sees_the_meeting_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let mut results = SnapshotResults::new();
    let agenda = session.audience(Lang::ZhCn).as_ref().clone();
    snapshot(&mut results, "story-1-agenda", agenda, session.now());

    // 马卫 has the floor since 19:39:42; 36 seconds later his clock says 1:24.
    let story = Story::parse(Lang::ZhCn, STORY).unwrap();
    let read = |_: &str| Ok(ROLL.to_vec());
    let debate = story.from("open-meeting").before_note(|words| words.starts_with("一个人住"));
    session.tick(now("2026-07-18T19:40:18+08:00", 3_000_000));
    debate.play(session, Lang::ZhCn, &read).unwrap();
    let speaker = session.audience(Lang::ZhCn).as_ref().clone();
    snapshot(&mut results, "story-2-speaker", speaker, session.now());

    let cost = session.card_view(Lang::ZhCn, Shown { card: StageCard::Cost(SheetNo(1)), page: 0 });
    assert!(pages(&cost, Setting::default()) >= 2, "36 doors stand on pages of their own");
    snapshot(&mut results, "story-3-cost", cost, session.now());
}

#[test]
fn the_room_sees_the_vote_and_the_decisions() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let mut results = SnapshotResults::new();
    play(session, "open-meeting", "close-vote");
    let open = session.audience(Lang::ZhCn).as_ref().clone();
    snapshot(&mut results, "story-4-vote-open", open, session.now());
    play(session, "close-vote", "close-meeting");
    let result = Shown { card: StageCard::Vote(deliberation::ids::VoteNo(1)), page: 0 };
    let result = session.card_view(Lang::ZhCn, result);
    snapshot(&mut results, "story-5-vote-result", result, session.now());
    let english = session.card_view(Lang::En, Shown { card: StageCard::Vote(deliberation::ids::VoteNo(1)), page: 0 });
    snapshot(&mut results, "story-5-vote-result-en", english, session.now());
    // The read-back is on the table again.
    session.submit_and_settle(deliberation::Command::Undo);
    session.stage.read_to(1);
    let decisions = session.audience(Lang::ZhCn).as_ref().clone();
    snapshot(&mut results, "story-6-decisions", decisions, session.now());
    session.stage.read_to(4);
    let duties = session.audience(Lang::ZhCn).as_ref().clone();
    snapshot(&mut results, "story-6-duties", duties, session.now());
    let english = session.audience(Lang::En).as_ref().clone();
    snapshot(&mut results, "story-6-duties-en", english, session.now());
}
