//! An owners' vote under the Civil Code from the roll to the reopened count: played, verified, on paper, read back, erased.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use common::{Folder, fangzhuo, root, text};
use deliberation::ids::PersonId;
use deliberation::{At, Command, Door, Event, Who};
use session::{Session, Story};
use words::{Lang, figures};

fn stories() -> PathBuf {
    root().join("tests/stories")
}

/// The story and the file it is played into, open.
fn played(at: &Path, until: Option<&str>) -> Session {
    let lines = std::fs::read_to_string(stories().join("owners-vote.jsonl")).unwrap();
    let story = Story::parse(Lang::ZhCn, &lines).unwrap();
    let story = until.map_or(story.clone(), |command| story.until(command));
    let Some(Command::CreateFile { title, zone, .. }) = story.creates() else { panic!("the story makes its file") };
    let begins = story.begins().unwrap_or(At(0));
    let mut session = Session::create(at, &title, &zone, Lang::ZhCn, begins, Arc::new(|| {})).unwrap();
    let read = |name: &str| std::fs::read(stories().join(name));
    story.play(&mut session, Lang::ZhCn, &read).unwrap();
    session
}

#[test]
fn the_story_is_played_verified_and_on_paper_by_commands_alone() {
    let folder = Folder::new();
    let (story, file) = (text(&stories().join("owners-vote.jsonl")), folder.at("vote.fz"));
    fangzhuo(["play", &story, "--file", &file]).done();
    assert!(fangzhuo(["verify", &file]).done().contains("state: good"));
    fangzhuo(["export", &file, "--meeting", "1", "--to", &folder.at("papers"), "--format", "md"]).done();
    let minutes = std::fs::read_to_string(folder.path("papers/minutes.md")).unwrap();
    for wanted in [
        "1号楼门厅改建",
        "鲁班装修队回避",
        "没有拆",
        "赞成19人（1,840.00平方米）",
        "1-1-502先反对、后赞成",
        "业主共同决定（《民法典》第278条第1款第7项）",
        "卢工受书面委托代安泰置业表决",
    ] {
        assert!(minutes.contains(wanted), "{wanted} is not in the minutes:\n{minutes}");
    }
}

#[test]
fn read_back_from_the_file_everything_is_as_it_was_played() {
    let folder = Folder::new();
    let path = folder.path("vote.fz");
    let session = played(&path, None);
    let (facts, shown) = (session.facts().clone(), figures::all(Lang::ZhCn, session.facts()));
    drop(session);
    let again = Session::open(&path, Arc::new(|| {})).unwrap();
    assert_eq!(again.facts(), &facts);
    assert_eq!(figures::all(Lang::ZhCn, again.facts()), shown);
    let vote = &facts.votes[0];
    // What the sale and the new area after the vote leave alone, and what they change for the next one.
    let sold = Door::new("1-1-202");
    assert_ne!(vote.roll.voter(&sold), facts.roll.voter(&sold));
    assert_eq!(vote.roll.area().map(|area| area.0), Some(318_000));
    assert_eq!(facts.roll.area().map(|area| area.0), Some(318_125));
    let conflict = &vote.conflicts[0];
    assert_eq!((conflict.first.door.as_str(), conflict.second.door.as_str()), ("1-1-502", "1-1-502"));
    assert_eq!(vote.batches[0].accepted.is_some(), vote.batches[0].mismatches().is_empty());
}

#[test]
fn one_owner_is_proposed_over_the_whole_roll_with_the_reason_and_never_by_a_name() {
    let folder = Folder::new();
    let session = played(&folder.path("vote.fz"), Some("confirm-same-owner"));
    let proposals = session::same_owner::proposals(session.snapshot());
    let doors: Vec<Vec<&str>> =
        proposals.iter().map(|proposal| proposal.doors.iter().map(Door::as_str).collect()).collect();
    assert_eq!(doors, [vec!["1-1-101", "2-1-101"], vec!["底商1", "底商2"]], "and not the two of one name");
    let said: Vec<String> = proposals.iter().map(|proposal| proposal.text(Lang::ZhCn).detail).collect();
    assert!(said[0].contains("同名同电话") && said[1].contains("业主编号都是 e-9"), "{said:?}");
    drop(session);
    let folder = Folder::new();
    let session = played(&folder.path("vote.fz"), None);
    assert_eq!(session::same_owner::proposals(session.snapshot()), []);
}

#[test]
fn an_erased_principal_takes_the_scan_along_and_the_sums_stay() {
    let folder = Folder::new();
    let path = folder.path("vote.fz");
    let mut session = played(&path, None);
    let shown = figures::all(Lang::ZhCn, session.facts());
    let principal = session.facts().roll.voter(&Door::new("2-1-202")).unwrap();
    let recused = session.facts().roll.voter(&Door::new("底商3")).unwrap();
    let scan = session.facts().meetings[0].proxies[&principal].scan.clone().unwrap();
    let reason = session.facts().meetings[0].record.iter().find_map(|entry| match &entry.kind {
        deliberation::meeting::EntryKind::Recused(_, _, text) => Some(text.blob),
        _ => None,
    });
    let kept = |blob| session::Snapshot::clone(&played_snapshot(&path)).register.text(blob).map(str::to_owned);
    assert!(scan.about.contains(&principal));
    let whose: Vec<PersonId> = vec![principal, recused];
    for person in whose {
        let outcome = session.submit_and_settle(Command::ErasePerson { person: Who::Person(person), also: Vec::new() });
        assert!(outcome.is_done(), "{outcome:?}");
    }
    assert_eq!(figures::all(Lang::ZhCn, session.facts()), shown);
    drop(session);
    assert_eq!(kept(reason.unwrap()), None);
    let bytes = std::fs::read(&path).unwrap();
    let png = std::fs::read(stories().join("owners-vote-scan.png")).unwrap();
    for gone in [&png[..64], "鲁班装修队想承接".as_bytes()] {
        assert!(!bytes.windows(gone.len()).any(|window| window == gone));
    }
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);
    assert!(listed(&path).contains(&scan.blob));
}

fn played_snapshot(path: &Path) -> Arc<session::Snapshot> {
    Arc::clone(Session::open(path, Arc::new(|| {})).unwrap().snapshot())
}

/// Every blob an erasure of the file lists.
fn listed(path: &Path) -> Vec<deliberation::text::BlobHash> {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut events = conn.prepare("SELECT seq, body FROM event ORDER BY seq").unwrap();
    let rows = events.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
    rows.map(Result::unwrap)
        .filter_map(|(seq, body)| {
            deliberation::Recorded::decode(deliberation::ids::EventSeq(u64::try_from(seq).unwrap()), &body).ok()
        })
        .filter_map(|recorded| match recorded.event {
            Event::PersonErased { blobs, .. } => Some(blobs),
            _ => None,
        })
        .flatten()
        .collect()
}
