//! Taking a procedure in from a file, starting it, replacing it, taking it off the list; and deeds of a procedure that come
//! faster than they are written.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use deliberation::ids::ProcedureNo;
use deliberation::{At, Refusal};
use procedure::Engine;
use procedure::contract::{Action, Entry, Submission, Value};
use session::examination::Step;
use session::procedure_replay::{Found, replay};
use session::{Examining, Failure, Now, Outcome, Session, Story, Wake};
use words::Lang;

const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const ROLL: &str = "房号,业主,电话,建筑面积,常住人口\n\
    1-101,史娥凤,13800000001,60.00,3\n1-102,马卫,13800000002,60.00,2\n1-103,周凤军,13800000003,60.00,1\n";

fn quiet() -> Wake {
    Arc::new(|| {})
}

/// A meeting with an item on the table, on a program that ships no procedure of its own.
fn meeting(folder: &Path) -> Session {
    let at = At::parse("2026-07-18T19:00:00+08:00").unwrap();
    let path = folder.join("a.fz");
    let mut session = Session::create(&path, "水产宿舍", "Asia/Shanghai", Lang::ZhCn, at, quiet()).unwrap();
    session.tick(Now { mono_ms: 1_000, utc_ms: at.0 });
    let story = r#"{"at":"2026-07-18T19:00:00+08:00","do":"import-roll","file":"roll.csv"}
{"do":"plan-meeting","title":"分摊","place":"","start":"2026-07-18T19:00:00+08:00"}
{"do":"add-item","title":"水费怎么分","kind":"proposal","minutes":5}
{"do":"sign-in","who":"1-101"}
{"do":"open-meeting","chair":"1-101","recorder":"1-102"}
{"do":"start-item","item":1}"#;
    let read = |_: &str| Ok(ROLL.as_bytes().to_vec());
    Story::parse(Lang::ZhCn, story).unwrap().play(&mut session, Lang::ZhCn, &read).unwrap();
    session
}

/// A file of the disk with the shipped procedure, and `note` in a section nobody reads: another hash, the same procedure.
fn file(folder: &Path, note: u8) -> PathBuf {
    let path = folder.join(format!("别处来的-{note}.fz.wasm"));
    std::fs::write(&path, [PROCEDURE, &[0, 2, 1, note]].concat()).unwrap();
    path
}

fn examined(session: &mut Session, path: &Path) -> session::Examined {
    session.examine_procedure(path);
    session.settle();
    let Some(Examining::Done(examined)) = session.examining() else { panic!("{:?}", session.examining()) };
    (**examined).clone()
}

fn adopt(session: &mut Session, path: &Path) -> Outcome {
    examined(session, path);
    let ticket = session.adopt_examined().unwrap();
    session.settle();
    // What was adopted is got ready beside the meeting.
    session.settle();
    session.outcome(ticket).unwrap().clone()
}

fn start(session: &mut Session, plugin: &str) -> Outcome {
    let settings = vec![("amount".to_owned(), "100.00".to_owned()), ("method".to_owned(), "household".to_owned())];
    let ticket = session.start_procedure(plugin, settings);
    session.settle();
    session.outcome(ticket).unwrap().clone()
}

#[test]
fn given_a_sound_file_when_it_is_examined_then_every_step_is_there_and_the_sheet_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = meeting(folder.path());
    let found = examined(&mut session, &file(folder.path(), b'x')).found.unwrap();
    let steps: Vec<Step> = found.steps.iter().map(|(step, _)| *step).collect();
    assert_eq!(steps, Step::ALL);
    assert!(found.steps.iter().all(|(_, found)| found.is_ok()));
    let sheet = found.sheet.unwrap();
    assert_eq!(sheet.manifest().id, "fee-apportionment");
    assert_eq!(sheet.bytes, PROCEDURE.len() + 4);
    assert!(sheet.reads_columns() && !sheet.cases.is_empty());
    // Nothing is recorded before a person has said so, and putting it away leaves nothing.
    assert!(session.facts().adopted.is_empty());
    session.put_examined_away();
    assert!(session.examining().is_none() && session.adopt_examined().is_none());
}

#[test]
fn given_files_that_are_none_when_they_are_examined_then_each_stops_at_its_step_and_cannot_be_adopted() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = meeting(folder.path());
    let mut refused = |name: &str, bytes: &[u8], wanted: Step| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let found = examined(&mut session, &path).found.unwrap();
        assert!(matches!(found.failure(), Some(Failure::Unfit { .. })), "{name}: {found:?}");
        assert_eq!(found.steps.last().unwrap().0, wanted, "{name}");
        assert!(session.adopt_examined().is_none());
    };
    refused("large.wasm", &vec![0; (24 << 20) + 1], Step::Size);
    refused("empty.wasm", b"", Step::Screen);
    refused("half.wasm", &PROCEDURE[..PROCEDURE.len() / 2], Step::Screen);
    refused("bare.wasm", b"\0asm\x0d\0\x01\0", Step::World);
    assert!(examined(&mut session, &folder.path().join("no such file")).found.is_err());
    assert!(session.facts().adopted.is_empty());
}

#[test]
fn given_an_adopted_file_then_it_starts_from_the_file_s_own_bytes_and_is_locked_by_its_hash() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = meeting(folder.path());
    assert!(matches!(start(&mut session, "fee-apportionment"), Outcome::Procedure(Failure::Unfit { .. })));
    assert!(adopt(&mut session, &file(folder.path(), b'x')).is_done());
    let [first] = session.facts().adopted.as_slice() else { panic!("one was adopted") };
    let (first, by) = (first.plugin.sha256, first.by);
    assert_eq!(by, session.facts().working_meeting().unwrap().1.duties.chair);
    assert!(start(&mut session, "fee-apportionment").is_done());

    // The same bytes again are refused; other bytes of the same id take the place, and what runs stays with its own.
    let again = adopt(&mut session, &file(folder.path(), b'x'));
    assert!(matches!(again, Outcome::Refused(0, Refusal::ProcedureAdopted)), "{again:?}");
    assert!(adopt(&mut session, &file(folder.path(), b'y')).is_done());
    let listed: Vec<_> = session.offered_procedures().map(|offered| offered.sha256).collect();
    assert_eq!(session.manifests().iter().filter(|manifest| manifest.id == "fee-apportionment").count(), 1);
    assert_eq!(listed.len(), 1);
    assert_ne!(listed[0], first);
    assert_eq!(session.facts().procedure(ProcedureNo(1)).unwrap().plugin.sha256, first);
    // The file alone is enough to go on: another program, which ships nothing, ends it on the hash it began with.
    let path = session.path().to_owned();
    drop(session);
    let mut session = Session::open(&path, quiet()).unwrap();
    session.tick(Now { mono_ms: 1_000, utc_ms: At::parse("2026-07-18T19:30:00+08:00").unwrap().0 });
    let ticket = session.conclude_procedure(ProcedureNo(1));
    session.settle();
    assert!(session.outcome(ticket).unwrap().is_done(), "{:?}", session.outcome(ticket));
    assert_eq!(session.facts().sheets[0].sheet.total_due().0, 10_000);

    // Off the list, it is not started any more, neither by id nor by hash.
    let ticket = session.retire_procedure(listed[0]);
    session.settle();
    assert!(session.outcome(ticket).unwrap().is_done());
    assert_eq!(session.offered_procedures().count(), 0);
    for name in ["fee-apportionment".to_owned(), first.to_string(), listed[0].to_string()] {
        assert!(matches!(start(&mut session, &name), Outcome::Procedure(Failure::Unfit { .. })), "{name}");
    }
}

fn plan(amount: i64) -> Action {
    let entry = |id: &str, value| Entry { id: id.to_owned(), value };
    let choice = |key: &str| Value::Choice(key.to_owned());
    let entries = vec![
        entry("method", choice("household")),
        entry("amount", Value::Money(amount)),
        entry("subsidy", Value::Money(0)),
        entry("rounding", choice("fen")),
    ];
    Action::Submit(Submission { form: "plan".to_owned(), row: None, entries })
}

#[test]
fn given_deeds_that_come_faster_than_they_are_written_then_none_is_lost_and_all_replay() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = meeting(folder.path());
    session.bring(&[PROCEDURE]);
    assert!(start(&mut session, "fee-apportionment").is_done());
    session.act(ProcedureNo(1), plan(5_000));
    session.settle();
    let tickets: Vec<_> = (1..=12).map(|yuan| session.act(ProcedureNo(1), plan(yuan * 100))).collect();
    // Somebody takes back meanwhile what is the newest then.
    session.submit(deliberation::Command::Undo);
    let more: Vec<_> = (13..=15).map(|yuan| session.act(ProcedureNo(1), plan(yuan * 100))).collect();
    session.settle();
    for ticket in tickets.iter().chain(&more) {
        let outcome = session.outcome(*ticket).unwrap();
        assert!(outcome.is_done(), "{outcome:?}");
    }
    // One of the sixteen was taken back, whichever; everything else stands.
    assert_eq!(session.facts().procedure(ProcedureNo(1)).unwrap().steps.len(), 15);
    let ticket = session.conclude_procedure(ProcedureNo(1));
    session.settle();
    assert!(session.outcome(ticket).unwrap().is_done());
    let path = session.path().to_owned();
    drop(session);
    for level in [procedure::compile::Level::None, procedure::compile::Level::Speed] {
        let all = replay(&path, &Engine::at_level(level).unwrap()).unwrap();
        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|again| again.found == Found::Agrees), "{level:?}: {all:?}");
    }
}
