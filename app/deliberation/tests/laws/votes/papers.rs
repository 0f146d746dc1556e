//! Papers: read twice by two people, merged with the hall, and elections by them.

use deliberation::ballot::{BallotOrigin, Choice, DoorBallot, Method};
use deliberation::ids::{EventSeq, MotionNo, PersonId, VoteNo};
use deliberation::rule::{Election, Silence, Ties, Unreturned};
use deliberation::verdict::Outcome;
use deliberation::{At, Command, Event, Recorded, Refusal, fold};

use super::hall::{CHAIR, COUNTER, DOORS, Hall, both, door, owners_rule, who};

use Choice::{Abstain, No, Void, Yes};

#[test]
fn papers_of_the_absent_count_once_two_people_read_them_alike() {
    let mut hall = Hall::open();
    let vote = hall.opens("own-rule", Method::Paper);
    assert_eq!(hall.vote(vote).allowed(), DOORS);
    assert_eq!(hall.reads(PersonId::NOBODY, vote, 1, &[(9, Yes)]), Err(Refusal::NobodyCounts));
    assert_eq!(hall.reads(CHAIR, vote, 2, &[(9, Yes)]), Err(Refusal::UnknownBatch { next: 1 }));
    assert_eq!(hall.reads(CHAIR, vote, 1, &[(9, Yes), (9, No)]), Err(Refusal::DuplicateDoor { door: door(9) }));
    assert_eq!(hall.reads(CHAIR, vote, 1, &[(77, Yes)]), Err(Refusal::UnknownDoor { door: door(77) }));
    assert_eq!(hall.reads(CHAIR, vote, 1, &[]), Err(Refusal::EmptyText));
    hall.reads(CHAIR, vote, 1, &[(7, Yes), (8, Yes), (9, No)]).unwrap();
    assert_eq!(hall.vote(vote).answered_heads(), 0);
    assert_eq!(hall.refuses(Command::CloseVote { vote }), Refusal::BatchOpen { batch: 1, differing: 0 });
    hall.reads(COUNTER, vote, 1, &[(7, Yes), (8, No), (9, No)]).unwrap();
    assert_eq!(hall.refuses(Command::CloseVote { vote }), Refusal::BatchOpen { batch: 1, differing: 1 });
    assert_eq!(hall.reads(PersonId(3), vote, 1, &[(7, Yes)]), Err(Refusal::BatchHasTwo { batch: 1 }));
    hall.reads(COUNTER, vote, 1, &[(9, No), (8, Yes), (7, Yes)]).unwrap();
    assert_eq!((hall.vote(vote).tally.yes.heads, hall.vote(vote).tally.no.heads), (2, 1));
    assert_eq!(hall.vote(vote).ballots[&PersonId(7)].origin, BallotOrigin::Paper { batch: 1 });
    assert_eq!(hall.reads(COUNTER, vote, 1, &[(10, Yes)]), Err(Refusal::BatchAccepted { batch: 1 }));
    hall.does(Command::CloseVote { vote });
    // Three of ten do not make two thirds.
    let verdict = hall.vote(vote).verdict();
    assert_eq!(verdict.outcome, Outcome::Failed);
    assert_eq!(verdict.shortfall(deliberation::rule::Measure::Heads), Some(4));
    hall.holds_together();
}

#[test]
fn hall_and_papers_merge_and_a_double_answer_is_listed_with_its_origin() {
    let mut hall = Hall::open();
    let vote = hall.opens("own-rule", Method::Merged);
    (1..=5).for_each(|n| hall.says(vote, n, Yes));
    for reader in [CHAIR, COUNTER] {
        // 1-4 says on paper what it said in the hall: that is no conflict.
        hall.reads(reader, vote, 1, &[(4, Yes), (5, No), (7, Yes), (8, Void), (9, Abstain)]).unwrap();
    }
    let counted = hall.vote(vote);
    assert_eq!((counted.answered_heads(), counted.tally.yes.heads, counted.tally.void.heads), (8, 6, 1));
    assert_eq!(counted.conflicts.len(), 1);
    assert_eq!(counted.conflicts[0].origin, BallotOrigin::Paper { batch: 1 });
    // 8 of 10 take part, 6 of 8 say yes.
    hall.does(Command::CloseVote { vote });
    assert_eq!(hall.vote(vote).verdict().outcome, Outcome::Passed);
    hall.holds_together();
}

#[test]
fn in_a_vote_of_those_present_a_paper_of_somebody_absent_is_refused() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::Paper);
    assert_eq!(hall.vote(vote).allowed(), 6);
    assert_eq!(hall.reads(CHAIR, vote, 1, &[(9, Yes)]), Err(Refusal::ElectorAbsent { door: door(9) }));
}

/// A clause lets papers that never came back follow the majority, or take part and say nothing; without one they do not.
#[test]
fn papers_that_never_came_back_count_only_by_a_clause() {
    let outcome = |counts_as: Option<Silence>| {
        let mut hall = Hall::open();
        let mut rule = owners_rule();
        rule.unreturned = counts_as.map(|counts_as| Unreturned {
            counts_as,
            clause: "逾期未交的票计入多数意见".into(),
            article: "第 9 条".into(),
        });
        if rule.unreturned.is_some() {
            hall.does(Command::AdoptRule { rule: Box::new(rule) });
        }
        let vote = hall.opens("own-rule", Method::Paper);
        for reader in [CHAIR, COUNTER] {
            hall.reads(reader, vote, 1, &[(1, Yes), (2, Yes), (3, No)]).unwrap();
        }
        assert_eq!(hall.vote(vote).settled(), None);
        hall.does(Command::CloseVote { vote });
        let vote = hall.vote(vote);
        (vote.verdict().outcome, vote.counted().yes.heads, vote.tally.yes.heads)
    };
    assert_eq!(outcome(None), (Outcome::Failed, 2, 2));
    assert_eq!(outcome(Some(Silence::Abstain)), (Outcome::Failed, 2, 2));
    assert_eq!(outcome(Some(Silence::Majority)), (Outcome::Passed, 9, 2));
}

fn election(hall: &mut Hall, seats: u32, candidates: &[u32]) -> VoteNo {
    elected_by(hall, Method::Paper, seats, candidates)
}

fn elected_by(hall: &mut Hall, method: Method, seats: u32, candidates: &[u32]) -> VoteNo {
    let mut rule = owners_rule();
    rule.id = "our-election".into();
    rule.election = Some(Election { seats: None, ties: Ties::RunOff });
    hall.does(Command::AdoptRule { rule: Box::new(rule) });
    let open = |candidates: &[u32], seats| Command::OpenVote {
        motion: MotionNo(1),
        rule: "our-election".into(),
        method,
        scope: deliberation::electorate::Scope::Whole,
        body: None,
        candidates: candidates.iter().map(|n| who(*n)).collect(),
        seats,
        sentence: both(""),
    };
    assert_eq!(hall.refuses(open(&[], Some(2))), Refusal::NoCandidates);
    assert_eq!(hall.refuses(open(candidates, None)), Refusal::NoCandidates);
    assert_eq!(hall.refuses(open(candidates, Some(0))), Refusal::NoCandidates);
    assert_eq!(hall.refuses(open(&[1, 1], Some(2))), Refusal::CandidateTwice);
    hall.does(open(candidates, Some(seats)));
    VoteNo(1)
}

fn elect(hall: &mut Hall, vote: VoteNo, papers: &[(u32, [Choice; 3])]) {
    for reader in [CHAIR, COUNTER] {
        hall.by = reader;
        let ballot =
            |(n, slate): &(u32, [Choice; 3])| DoorBallot { door: door(*n), choice: Yes, slate: slate.to_vec() };
        hall.does(Command::ReadPapers { vote, batch: 1, ballots: papers.iter().map(ballot).collect() });
    }
}

#[test]
fn an_election_fills_its_seats_with_the_approved_who_have_most() {
    let mut hall = Hall::open();
    let vote = election(&mut hall, 2, &[1, 2, 3]);
    let incomplete = DoorBallot { door: door(1), choice: Yes, slate: vec![Yes] };
    let refusal = hall.refuses(Command::ReadPapers { vote, batch: 1, ballots: vec![incomplete] });
    assert_eq!(refusal, Refusal::BadSlate { door: door(1) });
    let papers: Vec<(u32, [Choice; 3])> =
        (1..=8).map(|n| (n, [Yes, if n <= 6 { Yes } else { No }, if n <= 5 { Yes } else { No }])).collect();
    elect(&mut hall, vote, &papers);
    hall.does(Command::CloseVote { vote });
    // Who is elected is not known before the last paper.
    assert_eq!(hall.vote(vote).settled(), None);
    let result = hall.vote(vote).election().unwrap();
    assert_eq!((result.elected, result.tied, result.vacant), (vec![PersonId(1), PersonId(2)], vec![], 0));
    assert_eq!(hall.vote(vote).verdict().outcome, Outcome::Passed);
    hall.holds_together();
}

/// How the election came out is told of whoever took the last seat, not of whoever stands first on the paper.
#[test]
fn an_unapproved_first_candidate_does_not_speak_for_the_elected_last() {
    let mut hall = Hall::open();
    let vote = election(&mut hall, 1, &[1, 2, 3]);
    let papers: Vec<(u32, [Choice; 3])> = (1..=8).map(|n| (n, [No, No, Yes])).collect();
    elect(&mut hall, vote, &papers);
    let result = hall.vote(vote).election().unwrap();
    assert_eq!((result.elected, result.verdict.outcome), (vec![PersonId(3)], Outcome::Passed));
}

/// A raised hand names one side; who approves of whom stands on a paper.
#[test]
fn hands_marked_by_door_say_nothing_of_candidates() {
    let mut hall = Hall::open();
    let vote = elected_by(&mut hall, Method::Merged, 2, &[1, 2, 3]);
    let hands = Command::MarkHands { vote, doors: vec![door(1)], choice: Yes };
    assert_eq!(hall.refuses(hands), Refusal::OtherMethod);
}

/// Put right, it is counted once for each candidate and once among all.
#[test]
fn an_election_ballot_put_right_counts_each_candidate_again() {
    let mut hall = Hall::open();
    let vote = elected_by(&mut hall, Method::Merged, 2, &[1, 2, 3]);
    let aloud = |n, slate: [Choice; 3]| Command::CastBallot { vote, door: door(n), choice: Yes, slate: slate.to_vec() };
    hall.does(aloud(1, [Yes, No, Yes]));
    hall.does(aloud(2, [Yes, Yes, Yes]));
    let slate = vec![No, Yes, Yes];
    hall.does(Command::PutBallotRight { vote, door: door(1), choice: Some(Yes), slate });
    let said = |hall: &Hall| {
        let candidates = &hall.vote(vote).candidates;
        candidates.iter().map(|one| (one.tally.yes.heads, one.tally.no.heads)).collect::<Vec<_>>()
    };
    assert_eq!((said(&hall), hall.vote(vote).answered_heads()), (vec![(1, 1), (2, 0), (2, 0)], 2));
    hall.does(Command::PutBallotRight { vote, door: door(1), choice: None, slate: Vec::new() });
    assert_eq!((said(&hall), hall.vote(vote).answered_heads()), (vec![(1, 0), (1, 0), (1, 0)], 1));
    hall.holds_together();
}

#[test]
fn a_tie_for_the_last_seat_is_left_open_and_an_unapproved_candidate_leaves_it_empty() {
    let mut hall = Hall::open();
    let vote = election(&mut hall, 2, &[1, 2, 3]);
    let papers: Vec<(u32, [Choice; 3])> =
        (1..=8).map(|n| (n, [Yes, if n <= 6 { Yes } else { No }, if n > 2 { Yes } else { No }])).collect();
    elect(&mut hall, vote, &papers);
    let result = hall.vote(vote).election().unwrap();
    assert_eq!((result.elected, result.tied, result.vacant), (vec![PersonId(1)], vec![PersonId(2), PersonId(3)], 0));
    assert_eq!(result.verdict.outcome, Outcome::Undecidable);

    let mut hall = Hall::open();
    let vote = election(&mut hall, 2, &[1, 2, 3]);
    let papers: Vec<(u32, [Choice; 3])> = (1..=8).map(|n| (n, [Yes, if n <= 4 { Yes } else { No }, No])).collect();
    elect(&mut hall, vote, &papers);
    // Four of eight is not more than half.
    let result = hall.vote(vote).election().unwrap();
    assert_eq!((result.elected, result.vacant), (vec![PersonId(1)], 1));
}

#[test]
fn candidates_of_a_vote_that_is_no_election_are_refused() {
    let mut hall = Hall::open();
    let open = Command::OpenVote {
        motion: MotionNo(1),
        rule: "own-rule".into(),
        method: Method::Paper,
        scope: deliberation::electorate::Scope::Whole,
        body: None,
        candidates: vec![who(1)],
        seats: Some(1),
        sentence: both(""),
    };
    assert_eq!(hall.refuses(open), Refusal::NoElection);
}

/// A fold is total: a batch out of its order, or after the close, changes nothing.
#[test]
fn papers_out_of_order_or_too_late_change_nothing_in_the_fold() {
    let mut hall = Hall::open();
    let vote = hall.opens("own-rule", Method::Paper);
    let late = |hall: &Hall, batch| {
        let event = Event::PapersRead { vote, batch, counter: CHAIR, ballots: Vec::new() };
        let seq = EventSeq(hall.state.seq.0 + 1);
        let mut state = hall.state.clone();
        fold(&mut state, &Recorded { seq, at: At(0), by: CHAIR, deed: seq, event });
        state.facts.votes[0] == hall.state.facts.votes[0]
    };
    assert!(late(&hall, 9) && late(&hall, 0));
    assert!(!late(&hall, 1));
    hall.does(Command::CloseVote { vote });
    assert!(late(&hall, 1));
}
