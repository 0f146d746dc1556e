//! Slips of the hand: an answer recorded wrongly is put right while the vote is open, and stays told.

use deliberation::ballot::{BallotOrigin, Choice, Method};
use deliberation::ids::{PersonId, VoteNo};
use deliberation::verdict::Outcome;
use deliberation::{Command, Refusal};

use super::hall::{CHAIR, COUNTER, Hall, door, read, reason};

fn right(vote: VoteNo, n: u32, choice: Option<Choice>) -> Command {
    Command::PutBallotRight { vote, door: door(n), choice, slate: Vec::new() }
}

fn counted(hall: &Hall, vote: VoteNo) -> (u32, u32, u32) {
    let tally = hall.vote(vote).tally;
    (tally.yes.heads, tally.no.heads, tally.abstain.heads)
}

#[test]
fn an_answer_many_deeds_back_is_put_right_and_both_are_told() {
    let mut hall = Hall::open();
    let vote = hall.opens("own-rule", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    for n in [2, 3, 4] {
        hall.says(vote, n, Choice::No);
    }
    let area = |hall: &Hall| (hall.vote(vote).tally.yes.known_area(), hall.vote(vote).tally.no.known_area());
    let before = area(&hall);
    hall.does(right(vote, 1, Some(Choice::No)));
    assert_eq!((counted(&hall, vote), hall.vote(vote).answered_heads()), ((0, 4, 0), 4));
    assert_ne!(area(&hall), before);
    let slip = &hall.vote(vote).slips[0];
    assert_eq!((slip.before.choice, slip.after.as_ref().map(|said| said.choice)), (Choice::Yes, Some(Choice::No)));
    // It is a deed like any other.
    hall.does(Command::Undo);
    assert_eq!((counted(&hall, vote), area(&hall), hall.vote(vote).slips.len()), ((1, 3, 0), before, 0));
    hall.does(Command::Redo);
    hall.does(Command::CloseVote { vote });
    assert_eq!(hall.refuses(right(vote, 1, Some(Choice::Yes))), Refusal::VoteClosed);
    hall.holds_together();
}

#[test]
fn an_answer_of_the_wrong_household_is_struck_and_the_household_is_still_to_be_called() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    hall.says(vote, 2, Choice::Yes);
    hall.does(right(vote, 1, None));
    assert_eq!(counted(&hall, vote), (1, 0, 0));
    assert_eq!(hall.vote(vote).answered, [PersonId(2)]);
    assert!(hall.vote(vote).unanswered().any(|person| person == PersonId(1)));
    assert_eq!(hall.refuses(right(vote, 1, None)), Refusal::NotAnswered { door: door(1) });
    hall.says(vote, 1, Choice::Abstain);
    assert_eq!((counted(&hall, vote), hall.vote(vote).slips.len()), ((1, 0, 1), 1));
    hall.holds_together();
}

#[test]
fn a_conflict_ends_where_the_second_answer_was_the_true_one_and_stays_where_it_was_another() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    hall.says(vote, 1, Choice::No);
    hall.says(vote, 1, Choice::Abstain);
    hall.does(right(vote, 1, Some(Choice::No)));
    let held = hall.vote(vote);
    let listed: Vec<_> =
        held.conflicts.iter().map(|conflict| (conflict.first.choice, conflict.second.choice)).collect();
    assert_eq!((counted(&hall, vote), listed), ((0, 1, 0), vec![(Choice::No, Choice::Abstain)]));
    hall.does(right(vote, 1, None));
    assert!(hall.vote(vote).conflicts.is_empty());
    hall.holds_together();
}

#[test]
fn what_is_no_slip_is_refused_with_its_reason() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    assert_eq!(hall.refuses(right(vote, 1, Some(Choice::Yes))), Refusal::NothingChanges);
    assert_eq!(hall.refuses(right(vote, 2, Some(Choice::Yes))), Refusal::NotAnswered { door: door(2) });
    assert_eq!(hall.refuses(right(vote, 99, None)), Refusal::UnknownDoor { door: door(99) });
    assert_eq!(hall.refuses(right(VoteNo(7), 1, None)), Refusal::UnknownVote);
    let slate = Command::PutBallotRight { vote, door: door(1), choice: Some(Choice::No), slate: vec![Choice::Yes] };
    assert_eq!(hall.refuses(slate), Refusal::BadSlate { door: door(1) });
    hall.does(Command::CloseVote { vote });
    hall.moves();
    let by_sides = hall.opens("deliberation", Method::Hands);
    assert_eq!(hall.refuses(right(by_sides, 1, None)), Refusal::OtherMethod);
}

/// What two people read off papers is put right by reading again before the batch is counted, and never after.
#[test]
fn papers_that_two_people_read_stand() {
    let mut hall = Hall::open();
    let vote = hall.opens("own-rule", Method::Merged);
    hall.says(vote, 1, Choice::Yes);
    for by in [CHAIR, COUNTER] {
        hall.by = by;
        hall.does(Command::ReadPapers { vote, batch: 1, ballots: vec![read(7, Choice::Yes)] });
    }
    hall.by = PersonId::NOBODY;
    assert_eq!(hall.refuses(right(vote, 7, Some(Choice::No))), Refusal::BatchAccepted { batch: 1 });
    hall.does(right(vote, 1, Some(Choice::No)));
    let origin = |n: u32| hall.vote(vote).ballots[&PersonId(n)].origin;
    assert_eq!((origin(1), origin(7)), (BallotOrigin::RollCall, BallotOrigin::Paper { batch: 1 }));
    hall.holds_together();
}

/// A slip found after the close: opened again with the reason, put right, closed with the other result.
#[test]
fn a_slip_found_after_the_close_changes_the_result_by_opening_again() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    hall.says(vote, 2, Choice::No);
    hall.does(Command::CloseVote { vote });
    hall.does(Command::ReopenVote { vote, reason: reason() });
    hall.does(right(vote, 2, Some(Choice::Yes)));
    hall.does(Command::CloseVote { vote });
    let held = hall.vote(vote);
    assert_eq!((held.reopened[0].before, held.verdict().outcome), (Outcome::Failed, Outcome::Passed));
    hall.holds_together();
}

/// A paper read after the hall's answer was recorded is no trace less because that answer was a slip.
#[test]
fn a_paper_read_since_is_the_ballot_where_the_hall_said_nothing_and_a_conflict_where_it_said_else() {
    let held = |paper: Choice| {
        let mut hall = Hall::open();
        let vote = hall.opens("own-rule", Method::Merged);
        hall.says(vote, 1, Choice::Yes);
        for by in [CHAIR, COUNTER] {
            hall.by = by;
            hall.does(Command::ReadPapers { vote, batch: 1, ballots: vec![read(1, paper)] });
        }
        hall.by = PersonId::NOBODY;
        (hall, vote)
    };
    for paper in [Choice::Yes, Choice::No] {
        let (mut hall, vote) = held(paper);
        hall.does(right(vote, 1, None));
        let ballot = &hall.vote(vote).ballots[&PersonId(1)];
        assert_eq!((ballot.choice, ballot.origin), (paper, BallotOrigin::Paper { batch: 1 }));
        assert!(hall.vote(vote).conflicts.is_empty());
        assert_eq!(hall.refuses(right(vote, 1, None)), Refusal::BatchAccepted { batch: 1 });
        hall.holds_together();

        let (mut hall, vote) = held(paper);
        hall.does(right(vote, 1, Some(Choice::Abstain)));
        let listed: Vec<_> =
            hall.vote(vote).conflicts.iter().map(|one| (one.first.choice, one.second.choice)).collect();
        assert_eq!((counted(&hall, vote), listed), ((0, 0, 1), vec![(Choice::Abstain, paper)]));
        hall.holds_together();
    }
}
