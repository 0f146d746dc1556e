//! The true story end to end, on a real file: roll, sign-in, procedure, roll-call, money, papers, erasure.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::ids::{MeetingNo, PersonId, VoteNo};
use deliberation::{At, Command, Door, Event, Who};
use session::audience::Card;
use session::export::{self, Format};
use session::{Now, Outcome, Places, Session, Shipped, Shown, StageCard, Story, Wake, Workspace};
use words::{Lang, figures};

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");

fn shipped() -> Shipped {
    Shipped { components: vec![PROCEDURE], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] }
}

fn quiet() -> Wake {
    Arc::new(|| {})
}

#[allow(clippy::unnecessary_wraps, reason = "the type of a story's reader")]
fn read(name: &str) -> std::io::Result<Vec<u8>> {
    assert_eq!(name, "roll-shuichan.csv");
    Ok(ROLL.to_vec())
}

/// A workspace with the example open, as one key on the home page opens it.
fn example(folder: &Path) -> Workspace {
    let places = Places { config: folder.join("config"), documents: folder.join("documents") };
    let mut workspace = Workspace::new(places, shipped(), quiet());
    workspace.tick(Now { mono_ms: 1_000_000, utc_ms: At::parse("2026-07-18T18:59:00+08:00").unwrap().0 });
    workspace.open_example().unwrap();
    workspace
}

fn played(folder: &Path) -> Workspace {
    let mut workspace = example(folder);
    let story = Story::parse(Lang::ZhCn, STORY).unwrap();
    let rest = story.from("open-meeting");
    rest.play(workspace.session_mut().unwrap(), Lang::ZhCn, &read).unwrap();
    workspace
}

fn value(session: &Session, id: &str) -> String {
    figures::find(Lang::ZhCn, session.facts(), id).unwrap_or_else(|| panic!("no figure {id}")).value
}

#[test]
fn the_example_stands_ready_before_the_meeting_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let (number, meeting) = session.facts().working_meeting().unwrap();
    assert_eq!((number, meeting.items.len(), meeting.plan.ordinal), (MeetingNo(1), 6, Some(14)));
    assert!(!meeting.is_open());
    assert!(meeting.only_discussed(&meeting.items[4]) && meeting.items[4].title == "楼道灯改声控");
    assert_eq!(value(session, "meeting.1.present.heads"), "31");
    assert_eq!(value(session, "meeting.1.present.area"), "1960.76");
    assert!(matches!(&session.audience(Lang::ZhCn).card, Card::Agenda(card) if card.items.len() == 6));
    // The next example is a fresh copy: nothing is ever replaced.
    let first = session.path().to_owned();
    workspace.open_example().unwrap();
    assert_ne!(workspace.session().unwrap().path(), first);
    assert_eq!(workspace.preferences.recent.len(), 2);
}

#[test]
fn the_whole_story_comes_out_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = played(folder.path());
    let session = workspace.session_mut().unwrap();
    let sheet = &session.facts().sheets[0].sheet;
    assert_eq!(sheet.amounts().iter().map(|(fen, n)| (fen.0, *n)).collect::<Vec<_>>(), [(4584, 12), (4583, 24)]);
    assert_eq!(sheet.total_due().0, 165_000);
    assert_eq!(value(session, "collection.1.gap"), "91.67");
    // The work is closed, the money stays open.
    assert!(session.facts().matters[3].done.is_some());

    let folder = folder.path().join("papers");
    let written = export::meeting(session, Lang::ZhCn, MeetingNo(1), &folder, &Format::ALL).unwrap();
    assert_eq!(written.len(), 3);
    let minutes = std::fs::read_to_string(folder.join("minutes.md")).unwrap();
    for wanted in ["宏清环卫", "45.84", "1,647.54", "通过", "协商意见", "周凤军"] {
        assert!(minutes.contains(wanted), "{wanted} is not in the minutes:\n{minutes}");
    }

    // Closed and opened again, everything is as it was.
    let before = session.facts().clone();
    let path = session.path().to_owned();
    workspace.close();
    workspace.open(&path).unwrap();
    assert_eq!(workspace.session().unwrap().facts(), &before);
    let report = journal::verify(&path).unwrap();
    assert_eq!(report.state, journal::State::Good);
}

#[test]
fn no_card_before_the_close_shows_a_running_yes_or_no() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let story = Story::parse(Lang::ZhCn, STORY).unwrap().from("open-meeting").until("close-vote");
    let session = workspace.session_mut().unwrap();
    story.play(session, Lang::ZhCn, &read).unwrap();
    let view = session.audience(Lang::ZhCn);
    let Card::VoteOpen(card) = &view.card else { panic!("{view:?}") };
    assert_eq!((card.answered.as_str(), card.of.as_str()), ("31", "31 人"));
    assert!(card.measures.iter().all(|m| m.bar.parts.len() == 1 && m.bar.parts[0].side.is_none()));
    assert!(card.binding.contains("协商意见") && card.measures.iter().all(|m| m.bar.lines.is_empty()));

    session.submit_and_settle(Command::CloseVote { vote: VoteNo(1) });
    let view = session.audience(Lang::ZhCn);
    let Card::VoteResult(card) = &view.card else { panic!("{view:?}") };
    let sides: Vec<(&str, &str)> = card.sides.iter().map(|s| (s.heads.as_str(), s.area.as_str())).collect();
    assert_eq!(sides, [("26", "1,647.54 ㎡"), ("3", "197.31 ㎡"), ("2", "115.91 ㎡")]);
    assert_eq!((card.verdict.as_str(), card.margin.as_str()), ("通过", "比过半多出 11 人"));
    // Heads decide; area has no threshold.
    assert_eq!((card.measures[0].bar.lines.len(), card.measures[1].bar.lines.len()), (1, 0));
    // One sentence refuses to go back behind the close.
    let outcome = session.submit_and_settle(Command::Undo);
    assert!(session.outcome_text(Lang::ZhCn, &outcome).is_some());
}

#[test]
fn blank_hides_everything_at_once_and_lock_holds_a_card() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    session.stage.toggle_blank();
    assert_eq!(session.audience(Lang::ZhCn).card, Card::Blank);
    session.stage.toggle_blank();
    let agenda = session.audience(Lang::ZhCn);
    session.stage.toggle_lock();
    let open = Story::parse(Lang::ZhCn, STORY).unwrap().from("open-meeting").until("conclude-item");
    open.play(session, Lang::ZhCn, &read).unwrap();
    assert_eq!(session.audience(Lang::ZhCn), agenda);
    session.stage.toggle_lock();
    session.tick(Now { mono_ms: 2_000_000, ..session.now() });
    assert_eq!(session.stage.shown(), Shown { card: StageCard::Review, page: 0 });
    // What is still open stands first, with how long it should have been done.
    let Card::Decisions(review) = session.audience(Lang::ZhCn).card.clone() else { panic!("another card") };
    let first = &review.rows[0];
    assert_eq!((first.by.as_str(), first.under_day.as_str()), ("7 月 15 日", "过期 3 天"));
    assert!(review.rows[1..].iter().all(|row| !row.under_day.contains("过期")));
}

#[test]
fn erasing_one_resident_leaves_a_good_file_and_every_sum() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = played(folder.path());
    let session = workspace.session_mut().unwrap();
    let before: Vec<_> = figures::all(Lang::ZhCn, session.facts());
    let person = session.facts().roll.voter(&Door::new("1-2-102")).unwrap();
    assert_eq!(session.snapshot().name(person), "周凤军");
    let outcome = session.submit_and_settle(Command::ErasePerson { person: Who::Person(person), also: Vec::new() });
    assert!(outcome.is_done(), "{outcome:?}");
    assert_eq!(session.snapshot().name(person), "");
    assert_eq!(figures::all(Lang::ZhCn, session.facts()), before);
    let path = session.path().to_owned();
    workspace.close();
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);
    // The name is gone from the bytes of the file, not only from the program.
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows("周凤军".len()).any(|window| window == "周凤军".as_bytes()));
    assert!(bytes.windows("谢金山".len()).any(|window| window == "谢金山".as_bytes()));
}

#[test]
fn a_second_program_reads_and_says_who_writes() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = example(folder.path());
    let path = workspace.session().unwrap().path().to_owned();
    let mut second = Session::open(&path, quiet()).unwrap();
    assert!(second.read_only().is_some());
    assert_eq!(second.facts(), workspace.session().unwrap().facts());
    let outcome = second.submit_and_settle(Command::GiveNotice);
    assert!(matches!(outcome, Outcome::Refused(0, deliberation::Refusal::ReadOnly)), "{outcome:?}");
}

#[test]
fn a_batch_is_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let before = session.facts().clone();
    let ticket = session.submit_all(vec![
        Command::SignIn { who: Who::Door(Door::new("1-1-402")) },
        Command::SignIn { who: Who::Door(Door::new("9-9-999")) },
    ]);
    session.settle();
    assert!(matches!(session.outcome(ticket), Some(Outcome::Refused(1, _))));
    assert_eq!(session.facts(), &before);
}

#[test]
fn page_down_runs_the_meeting_and_page_up_goes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let who = |n| Who::Person(PersonId(n));
    session.submit_and_settle(Command::OpenMeeting { chair: who(37), recorder: who(38), counters: vec![] });
    let down = |session: &mut Session| {
        session.next_moment(1);
        session.settle();
    };
    let current = |session: &Session| session.facts().open_meeting().and_then(|(_, m)| m.current()).map(|i| i.0);
    down(session);
    assert_eq!(current(session), Some(1));
    // What was settled before, then the agenda between the items: a press too many ends nothing, and goes back without a
    // deed.
    assert_eq!(session.stage.shown().card, StageCard::Review);
    down(session);
    assert_eq!((current(session), session.stage.is_at_end()), (Some(1), true));
    session.previous_moment();
    assert_eq!((session.stage.shown().card, session.stage.is_at_end()), (StageCard::Review, false));
    down(session);
    down(session);
    assert_eq!(current(session), Some(2));
    session.submit_and_settle(Command::RaiseHand {
        who: Who::Door(Door::new("1-1-101")),
        side: deliberation::speakers::Side::Neutral,
    });
    // The first press calls, the second starts the clock; back goes step by step.
    down(session);
    let called = |session: &Session| session.facts().open_meeting().is_some_and(|(_, m)| m.speakers.called.is_some());
    assert!(called(session));
    down(session);
    let speaking =
        |session: &Session| session.facts().open_meeting().is_some_and(|(_, m)| m.speakers.speaking().is_some());
    assert!(speaking(session));
    session.previous_moment();
    session.settle();
    assert!(called(session) && !speaking(session));
    session.previous_moment();
    session.settle();
    assert!(!called(session));
    // Back over the change of item: the first is on the table again, nothing is lost to the remote.
    session.submit_and_settle(Command::LowerHand { who: Who::Door(Door::new("1-1-101")) });
    session.submit_and_settle(Command::Undo);
    session.submit_and_settle(Command::Undo);
    session.previous_moment();
    session.settle();
    assert_eq!(current(session), Some(1));
    for _ in 0..20 {
        down(session);
    }
    // It never ends a meeting and never opens a vote.
    assert!(session.facts().open_meeting().is_some() && session.facts().votes.is_empty());
    assert_eq!(current(session), Some(6));
    assert!(session.snapshot().undoable.as_ref().is_some_and(|deed| {
        deed.events.iter().any(|recorded| matches!(recorded.event, Event::ItemStarted { .. }))
    }));
}

#[test]
fn undo_takes_back_the_newest_thing_and_a_move_of_the_screen_only_if_it_is_that() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    session.stage.show(StageCard::Decisions);
    session.submit_and_settle(Command::SignIn { who: Who::Door(Door::new("1-1-402")) });
    session.undo();
    session.settle();
    assert_eq!(value(session, "meeting.1.present.heads"), "31");
    session.stage.show(StageCard::Decisions);
    session.undo();
    session.settle();
    assert_eq!(session.stage.shown().card, StageCard::Decisions);
    assert_eq!(value(session, "meeting.1.present.heads"), "31");
}

#[test]
fn a_procedure_page_follows_an_undo() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let until = Story::parse(Lang::ZhCn, STORY).unwrap().from("open-meeting").until("conclude-procedure");
    until.play(session, Lang::ZhCn, &read).unwrap();
    let number = deliberation::ids::ProcedureNo(1);
    let shown = |session: &Session| session.procedure_view(number).map(|view| view.state);
    let first = session.facts().procedures[0].current();
    assert_eq!(shown(session), Some(first));
    let entry = |id: &str, value| session::contract::Entry { id: id.to_owned(), value };
    let form = session.procedure_view(number).unwrap().page.clone().unwrap();
    let form = form.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        session::contract::Block::Form(form) => Some(form.clone()),
        _ => None,
    });
    let form = form.unwrap();
    let entries = form.fields.iter().map(|field| match field.id.as_str() {
        "amount" => entry("amount", session::contract::Value::Money(180_000)),
        _ => entry(&field.id, field.initial.clone()),
    });
    let submission = session::contract::Submission { form: form.id.clone(), row: None, entries: entries.collect() };
    let ticket = session.act(number, session::contract::Action::Submit(submission));
    session.settle();
    assert!(session.outcome(ticket).unwrap().is_done(), "{:?}", session.outcome(ticket));
    assert_ne!(shown(session), Some(first));
    session.submit_and_settle(Command::Undo);
    session.settle();
    assert_eq!(session.facts().procedures[0].current(), first);
    assert_eq!(shown(session), Some(first));
}

#[test]
fn a_blank_forgets_the_card_and_opening_the_open_file_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    session.stage.show(StageCard::Decisions);
    let wrong = session.audience(Lang::ZhCn);
    session.stage.toggle_blank();
    session.audience(Lang::ZhCn);
    session.stage.show(StageCard::Agenda);
    session.stage.toggle_lock();
    session.stage.toggle_blank();
    assert_ne!(session.audience(Lang::ZhCn), wrong);
    let path = session.path().to_owned();
    workspace.open(&path).unwrap();
    assert!(workspace.session().unwrap().read_only().is_none());
}

#[test]
fn an_owner_of_two_flats_is_erased_from_the_bytes_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = played(folder.path());
    let session = workspace.session_mut().unwrap();
    let outcome =
        session.submit_and_settle(Command::ErasePerson { person: Who::Door(Door::new("1-2-101")), also: vec![] });
    assert!(outcome.is_done(), "{outcome:?}");
    let path = session.path().to_owned();
    workspace.close();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows("毛素".len()).any(|window| window == "毛素".as_bytes()));
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);
}

#[test]
fn given_a_meeting_that_settled_nothing_then_its_last_card_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = example(folder.path());
    let session = workspace.session_mut().unwrap();
    let who = |n| Who::Person(PersonId(n));
    session.submit_and_settle(Command::OpenMeeting { chair: who(37), recorder: who(38), counters: vec![] });
    assert!(session.submit_and_settle(Command::CloseMeeting).is_done());
    session.tick(session.now());
    let view = session.audience(Lang::ZhCn);
    let Card::Decisions(card) = &view.card else { unreachable!("{:?}", view.card) };
    let rows: Vec<&str> = card.rows.iter().map(|row| row.what.as_str()).collect();
    assert_eq!((card.head.right.as_str(), rows), ("散会，谢谢大家", vec!["没有定下什么事"]));
}
