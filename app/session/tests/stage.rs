//! The stage by hand: looked at first and put up then, a notice over any card, a break that ends by itself. None of it is
//! a fact, and none of it waits for the disk.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::At;
use deliberation::ids::SheetNo;
use session::audience::{BreakCard, Card, ClockPhase};
use session::{Now, Places, Session, Shipped, Shown, StageCard, Story, Workspace};
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const MINUTE: u64 = 60_000;

/// The example with its motion and its cost sheet on the table, nobody speaking, the vote not opened yet.
fn moved(folder: &Path) -> Workspace {
    let places = Places { config: folder.join("config"), documents: folder.join("documents") };
    let shipped =
        Shipped { components: vec![PROCEDURE], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
    let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
    workspace.tick(Now { mono_ms: 1_000_000, utc_ms: At::parse("2026-07-18T19:40:00+08:00").unwrap().0 });
    workspace.open_example().unwrap();
    play(workspace.session_mut().unwrap(), "open-meeting", "open-vote");
    workspace
}

fn play(session: &mut Session, from: &str, until: &str) {
    let read = |_: &str| Ok(ROLL.to_vec());
    Story::parse(Lang::ZhCn, STORY).unwrap().from(from).until(until).play(session, Lang::ZhCn, &read).unwrap();
    session.tick(session.now());
}

/// Lets time pass.
fn later(session: &mut Session, ms: u64) {
    let now = session.now();
    let utc_ms = now.utc_ms + i64::try_from(ms).unwrap();
    session.tick(Now { mono_ms: now.mono_ms + ms, utc_ms });
}

fn card(session: &mut Session) -> Card {
    session.audience(Lang::ZhCn).card.clone()
}

fn pause(session: &mut Session) -> BreakCard {
    match card(session) {
        Card::Break(card) => card,
        other => panic!("{other:?}"),
    }
}

fn first(card: StageCard) -> Shown {
    Shown { card, page: 0 }
}

#[test]
fn given_a_card_that_is_looked_at_then_the_room_sees_nothing_of_it_until_it_is_put_up_and_page_up_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let before = card(session);
    assert!(matches!(before, Card::Speaker(_)));
    session.look_ahead(1);
    assert_eq!(session.stage.prepared(), Some(first(StageCard::Cost(SheetNo(1)))));
    assert!(matches!(session.prepared(Lang::ZhCn).unwrap().card, Card::Cost(_)));
    assert_eq!((card(session), session.on_screen()), (before.clone(), first(StageCard::Speaker)));
    // Its second page, of three; then it goes up as it was looked at.
    session.look_ahead(3);
    assert!(session.stage.put_up());
    assert_eq!(session.on_screen(), Shown { card: StageCard::Cost(SheetNo(1)), page: 1 });
    assert_eq!(session.prepared(Lang::ZhCn), None);
    assert!(!session.stage.put_up(), "nothing is looked at");
    session.previous_moment();
    assert_eq!((card(session), session.on_screen()), (before, first(StageCard::Speaker)));
}

#[test]
fn looking_ahead_and_back_again_looks_at_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    session.look_ahead(1);
    session.look_back();
    assert_eq!(session.stage.prepared(), None);
    // All round: every card once, and the one on the screen is not looked at.
    let mut seen = Vec::new();
    loop {
        session.look_ahead(1);
        let Some(looked_at) = session.stage.prepared() else { break };
        assert!(!seen.contains(&looked_at.card), "{looked_at:?} twice");
        seen.push(looked_at.card);
        assert!(!matches!(session.prepared(Lang::ZhCn).unwrap().card, Card::Blank), "{looked_at:?} is empty");
    }
    assert!(seen.contains(&StageCard::Agenda), "{seen:?}");
}

#[test]
fn given_cards_by_hand_when_the_vote_opens_then_its_card_waits_on_the_desk_and_page_down_puts_it_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    session.stage.toggle_by_hand();
    play(session, "open-vote", "close-vote");
    assert!(matches!(card(session), Card::Speaker(_)));
    assert!(matches!(session.prepared(Lang::ZhCn).unwrap().card, Card::VoteOpen(_)));
    let deeds = session.snapshot().seq;
    session.next_moment(1);
    session.settle();
    assert!(matches!(card(session), Card::VoteOpen(_)));
    assert_eq!(session.snapshot().seq, deeds, "putting up is no deed");
    // Following again shows what the meeting is at.
    play(session, "close-vote", "close-meeting");
    session.stage.toggle_by_hand();
    session.follow_stage();
    assert_eq!(session.stage.prepared(), None);
    assert_eq!(session.on_screen(), first(session::stage::called_for(session.facts())));
}

#[test]
fn given_a_locked_screen_then_what_it_shows_is_named_whatever_the_meeting_calls_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let before = card(session);
    session.stage.toggle_lock();
    session.stage.show(StageCard::Agenda);
    assert_eq!((card(session), session.on_screen()), (before, first(StageCard::Speaker)));
    session.stage.toggle_lock();
    assert_eq!(session.on_screen(), first(StageCard::Agenda));
}

#[test]
fn a_notice_stands_over_every_card_also_a_locked_one_but_never_over_the_calm_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let (deeds, before) = (session.snapshot().seq, card(session));
    session.stage.toggle_lock();
    session.audience(Lang::ZhCn);
    session.stage.set_notice("  车牌 A12345\n请挪车 ");
    let view = session.audience(Lang::ZhCn);
    assert_eq!((view.notice.as_deref(), &view.card), (Some("车牌 A12345 请挪车"), &before));
    session.stage.toggle_lock();
    session.look_ahead(1);
    assert_eq!(session.prepared(Lang::ZhCn).unwrap().notice, view.notice);
    session.stage.toggle_blank();
    assert_eq!(session.audience(Lang::ZhCn).notice, None);
    session.stage.toggle_blank();
    // It is no move: neither PageUp nor undo takes it off, and it is no deed.
    session.previous_moment();
    session.settle();
    session.stage.take_back();
    assert_eq!(session.stage.notice(), Some("车牌 A12345 请挪车"));
    session.stage.set_notice(" ");
    assert_eq!(session.audience(Lang::ZhCn).notice, None);
    assert!(session.snapshot().seq >= deeds);
    assert!(session.facts().meetings.iter().all(|meeting| !format!("{meeting:?}").contains("A12345")));
}

#[test]
fn given_a_break_of_ten_minutes_then_the_room_sees_the_time_left_and_when_it_goes_on_and_it_ends_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let deeds = session.snapshot().seq;
    session.stage.begin_break(10, session.now());
    let shown = pause(session);
    assert_eq!((shown.clock.reading(session.now()).text().as_str(), shown.until.as_str()), ("10:00", "19:50 继续"));
    later(session, 4 * MINUTE + 30_000);
    assert_eq!(pause(session).clock.reading(session.now()).text(), "5:30");
    session.stage.move_break(1, session.now());
    let shown = pause(session);
    assert_eq!((shown.clock.reading(session.now()).text().as_str(), shown.until.as_str()), ("6:30", "19:51 继续"));
    later(session, 6 * MINUTE + 30_000);
    let shown = pause(session);
    assert_eq!(shown.clock.reading(session.now()).phase, ClockPhase::Over);
    assert_eq!(shown.over, "休息结束\n请回座位，我们接着开");
    // A minute more counts from now, not from the end.
    later(session, 3 * MINUTE);
    session.stage.move_break(1, session.now());
    assert_eq!(pause(session).clock.reading(session.now()).text(), "1:00");
    assert_eq!(session.snapshot().seq, deeds, "a break is no deed");
}

#[test]
fn a_break_ends_by_page_down_and_by_the_first_deed_after_its_time_but_not_by_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    session.stage.begin_break(5, session.now());
    session.next_moment(1);
    session.follow_stage();
    assert!(matches!(card(session), Card::Speaker(_)));
    // Back to it exactly.
    session.previous_moment();
    assert!(matches!(card(session), Card::Break(_)));
    play_note(session);
    assert!(matches!(card(session), Card::Break(_)), "the secretary goes on writing");
    later(session, 6 * MINUTE);
    assert!(matches!(card(session), Card::Break(_)));
    play_note(session);
    assert!(matches!(card(session), Card::Speaker(_)), "the meeting goes on");
    assert_eq!(session.stage.pause(), None);
}

/// A line of the secretary: a deed that calls for no other card.
fn play_note(session: &mut Session) {
    let line = r#"{"do":"add-note","words":"休息"}"#;
    let story = Story::parse(Lang::ZhCn, line).unwrap();
    let before = session.snapshot().seq;
    let read = |_: &str| Ok(Vec::new());
    story.play(session, Lang::ZhCn, &read).unwrap();
    session.tick(session.now());
    assert!(session.snapshot().seq > before);
}

#[test]
fn minutes_less_never_end_a_break_before_now_and_undo_takes_the_break_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let before = card(session);
    session.stage.begin_break(1, session.now());
    session.stage.move_break(-5, session.now());
    assert_eq!(pause(session).clock.reading(session.now()).phase, ClockPhase::Ending);
    later(session, 1);
    assert_eq!(pause(session).clock.reading(session.now()).phase, ClockPhase::Over);
    session.undo();
    assert_eq!(pause(session).clock.reading(session.now()).phase, ClockPhase::Running);
    session.undo();
    session.settle();
    assert_eq!((card(session), session.stage.pause()), (before, None));
}
