//! A closed vote opened again: an act of its own, with a reason, behind which nothing is undone.

use amounts::{Fen, Rounding};
use deliberation::ballot::{Choice, Method};
use deliberation::collection::Answer;
use deliberation::cost::CostSheet;
use deliberation::ids::{CollectionNo, MotionNo, ProcedureNo, SheetNo, VoteNo};
use deliberation::meeting::EntryKind;
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome};
use deliberation::verdict::Outcome;
use deliberation::{Command, Refusal};

use super::hall::{Hall, blob, both, door, reason};

fn reopen(vote: VoteNo) -> Command {
    Command::ReopenVote { vote, reason: reason() }
}

#[test]
fn a_reopened_vote_keeps_its_ballots_and_tells_how_it_had_come_out() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    assert_eq!(hall.refuses(reopen(vote)), Refusal::VoteNotClosed);
    hall.says(vote, 1, Choice::Yes);
    hall.says(vote, 2, Choice::No);
    hall.does(Command::CloseVote { vote });
    assert_eq!(hall.refuses(Command::ballot(vote, door(3), Choice::Yes)), Refusal::VoteClosed);
    assert_eq!(hall.refuses(Command::Undo), Refusal::Barrier);
    hall.does(reopen(vote));
    assert_eq!(hall.refuses(Command::Undo), Refusal::Barrier);
    hall.says(vote, 3, Choice::Yes);
    hall.does(Command::CloseVote { vote });
    let held = hall.vote(vote);
    assert_eq!((held.reopened[0].before, held.verdict().outcome), (Outcome::Failed, Outcome::Passed));
    let (_, meeting) = hall.state.facts.open_meeting().unwrap();
    let told = |kind: fn(&EntryKind) -> bool| meeting.record.iter().filter(|entry| kind(&entry.kind)).count();
    assert_eq!(told(|kind| matches!(kind, EntryKind::Vote(_))), 1);
    assert_eq!(told(|kind| matches!(kind, EntryKind::Reopened(..))), 1);
    hall.holds_together();
}

#[test]
fn one_vote_is_open_at_a_time_and_unknown_ones_are_named() {
    let mut hall = Hall::open();
    let first = hall.opens("deliberation", Method::RollCall);
    hall.says(first, 1, Choice::Yes);
    hall.does(Command::CloseVote { vote: first });
    hall.moves();
    hall.opens("deliberation", Method::Hands);
    assert_eq!(hall.refuses(reopen(first)), Refusal::VoteOpen);
    assert_eq!(hall.refuses(reopen(VoteNo(9))), Refusal::UnknownVote);
}

/// A hall whose motion carries a sheet of 100.00 for door 1-1.
fn with_sheet() -> Hall {
    let mut hall = Hall::open();
    let plugin = Plugin {
        id: "fee-apportionment".into(),
        version: "0.1.0".into(),
        title: both("费用分摊"),
        sha256: blob(1).blob,
        component: blob(1),
    };
    hall.does(Command::StartProcedure {
        plugin,
        inputs: blob(2),
        columns: false,
        lang: "zh-CN".into(),
        after: blob(3).blob,
    });
    let sheet = CostSheet {
        id: "sheet".into(),
        title: both("大修费"),
        rule: both("按户"),
        source: both(""),
        gross: Fen(10_000),
        funding: Vec::new(),
        surplus: Fen(0),
        rounding: Rounding::Fen,
        doors: vec![door(1)],
        weights: vec![1],
        due: vec![Fen(10_000)],
        shares: vec![Fen(10_000)],
        reliefs: vec![Fen(0)],
        compensations: vec![Fen(0)],
        instalments: Vec::new(),
    };
    let conclusion = Conclusion {
        outcome: ProcedureOutcome::Recorded,
        summary: both("按户"),
        minutes: vec![both("按户")],
        materials: deliberation::material::Materials::default(),
    };
    let before = blob(3).blob;
    let (procedure, sheets) = (ProcedureNo(1), vec![sheet]);
    hall.does(Command::ConcludeProcedure { procedure, before, conclusion, sheets, private: None });
    hall.does(Command::AttachSheet { motion: MotionNo(1), sheet: SheetNo(1) });
    hall
}

#[test]
fn what_a_reopened_vote_adopted_is_not_collected_until_it_passes_again() {
    let mut hall = with_sheet();
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    hall.does(Command::CloseVote { vote });
    assert!(!hall.state.facts.collections[0].withdrawn);
    hall.does(reopen(vote));
    assert!(hall.state.facts.collections[0].withdrawn);
    let answer = Command::RecordAnswer { collection: CollectionNo(1), door: door(1), answer: Answer::Agreed };
    assert_eq!(hall.refuses(answer.clone()), Refusal::UnknownCollection);
    hall.does(Command::CloseVote { vote });
    assert_eq!(hall.state.facts.collections.len(), 1);
    assert!(!hall.state.facts.collections[0].withdrawn);
    // Once a household has answered, the vote stands.
    hall.does(answer);
    assert_eq!(hall.refuses(reopen(vote)), Refusal::CollectionBegun);
    hall.holds_together();
}
