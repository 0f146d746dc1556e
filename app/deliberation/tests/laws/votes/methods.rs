//! Each way of voting in the hall ends in ballots or counts by side, and never in more than the heads there.

use deliberation::ballot::{BallotOrigin, Choice, Method};
use deliberation::ids::{MotionNo, PersonId};
use deliberation::rule::{Secrecy, Silence, Unreturned};
use deliberation::tally::SideCounts;
use deliberation::verdict::Outcome;
use deliberation::{Command, Refusal};

use super::hall::{CHAIR, COUNTER, Hall, door, owners_rule};

fn sides(yes: u32, no: u32, abstain: u32) -> SideCounts {
    SideCounts { yes, no, abstain, void: 0 }
}

/// M-5: yes + no + abstain above those present is refused.
#[test]
fn m5_hands_are_counted_by_side_and_never_beyond_the_hall() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::Hands);
    assert_eq!(hall.refuses(Command::CloseVote { vote }), Refusal::NotCounted);
    let too_many = Command::CountSides { vote, counts: sides(4, 2, 1) };
    assert_eq!(hall.refuses(too_many), Refusal::TooManyVotes { counted: 7, allowed: 6 });
    hall.does(Command::CountSides { vote, counts: sides(3, 3, 0) });
    assert_eq!(hall.vote(vote).verdict().outcome, Outcome::Failed);
    // A recount stands in the place of the count; both are kept.
    hall.does(Command::CountSides { vote, counts: sides(4, 2, 0) });
    assert_eq!(hall.vote(vote).side_counts.len(), 2);
    assert_eq!((hall.vote(vote).tally.yes.heads, hall.vote(vote).tally.yes.known_area()), (4, None));
    assert_eq!(hall.refuses(Command::ballot(vote, door(1), Choice::Yes)), Refusal::OtherMethod);
    hall.does(Command::CloseVote { vote });
    assert_eq!(hall.vote(vote).verdict().outcome, Outcome::Passed);
    hall.holds_together();
}

#[test]
fn secret_papers_count_when_two_people_agree() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::Secret);
    hall.does(Command::CountSides { vote, counts: sides(4, 2, 0) });
    assert_eq!(hall.vote(vote).tally.yes.heads, 0);
    // The same person twice is one counter.
    hall.does(Command::CountSides { vote, counts: sides(4, 2, 0) });
    assert_eq!(hall.refuses(Command::CloseVote { vote }), Refusal::CountersDiffer);
    hall.by = COUNTER;
    hall.does(Command::CountSides { vote, counts: sides(4, 1, 0) });
    assert_eq!(hall.refuses(Command::CloseVote { vote }), Refusal::CountersDiffer);
    hall.does(Command::CountSides { vote, counts: sides(4, 2, 0) });
    hall.does(Command::CloseVote { vote });
    assert_eq!((hall.vote(vote).tally.yes.heads, hall.vote(vote).tally.no.heads), (4, 2));
    hall.by = PersonId::NOBODY;
    hall.moves();
    let vote = hall.opens("deliberation", Method::Secret);
    assert_eq!(hall.refuses(Command::CountSides { vote, counts: sides(1, 0, 0) }), Refusal::NobodyCounts);
    hall.holds_together();
}

#[test]
fn hands_can_be_marked_by_door() {
    let mut hall = Hall::open();
    hall.does(Command::ConfirmSameOwner { doors: vec![door(1), door(2)] });
    let vote = hall.opens("deliberation", Method::HandsByDoor);
    let mark =
        |doors: &[u32], choice| Command::MarkHands { vote, doors: doors.iter().map(|n| door(*n)).collect(), choice };
    assert_eq!(hall.refuses(mark(&[3, 9], Choice::Yes)), Refusal::ElectorAbsent { door: door(9) });
    // Two doors of one owner are one hand.
    let before = hall.journal.len();
    hall.does(mark(&[1, 2, 3], Choice::Yes));
    assert_eq!((hall.vote(vote).tally.yes.heads, hall.journal.len() - before), (2, 2));
    assert_eq!(hall.vote(vote).ballots[&PersonId(3)].origin, BallotOrigin::Hands);
    assert!(matches!(hall.refuses(mark(&[2], Choice::Yes)), Refusal::AlreadyVoted { .. }));
    hall.does(mark(&[4], Choice::No));
    hall.does(Command::CloseVote { vote });
    assert_eq!(hall.vote(vote).verdict().outcome, Outcome::Passed);
    hall.holds_together();
}

/// V-10: a second answer for the same unit is listed and does not count.
#[test]
fn v10_a_second_answer_that_differs_is_a_listed_conflict() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    assert_eq!(
        hall.refuses(Command::ballot(vote, door(1), Choice::Yes)),
        Refusal::AlreadyVoted { door: door(1), choice: Choice::Yes }
    );
    hall.says(vote, 1, Choice::No);
    let counted = hall.vote(vote);
    assert_eq!((counted.tally.yes.heads, counted.tally.no.heads, counted.conflicts.len()), (1, 0, 1));
    assert_eq!(counted.conflicts[0].second.choice, Choice::No);
    // A slip of the hand is taken back like any deed.
    hall.does(Command::Undo);
    assert!(hall.vote(vote).conflicts.is_empty());
    hall.holds_together();
}

#[test]
fn a_rule_says_in_which_way_it_can_be_counted() {
    let mut hall = Hall::open();
    let open = |method| Command::open_vote(MotionNo(1), "own-rule", method);
    // Hands and secret papers say nothing of area.
    for method in [Method::Hands, Method::Secret] {
        assert_eq!(hall.refuses(open(method)), Refusal::SidesHaveNoArea);
    }
    let mut rule = owners_rule();
    rule.written = true;
    hall.does(Command::AdoptRule { rule: Box::new(rule.clone()) });
    assert_eq!(hall.refuses(open(Method::RollCall)), Refusal::MustBeWritten);
    rule.written = false;
    rule.turnout.truncate(1);
    rule.approval.truncate(1);
    rule.secrecy = Secrecy::Secret;
    hall.does(Command::AdoptRule { rule: Box::new(rule.clone()) });
    assert_eq!(hall.refuses(open(Method::RollCall)), Refusal::MustBeSecret);
    hall.does(open(Method::Secret));
    hall.does(Command::Undo);
    rule.secrecy = Secrecy::Open;
    hall.does(Command::AdoptRule { rule: Box::new(rule) });
    assert_eq!(hall.refuses(open(Method::Secret)), Refusal::MustBeOpen);
    assert_eq!(
        hall.refuses(Command::open_vote(MotionNo(1), "by-acclaim", Method::Hands)),
        Refusal::UnknownRule { rule: "by-acclaim".into() }
    );
    hall.does(Command::RetireRule { rule: "own-rule".into() });
    assert!(matches!(hall.refuses(open(Method::Hands)), Refusal::UnknownRule { .. }));
    hall.holds_together();
}

#[test]
fn a_contradictory_rule_and_one_of_a_shipped_id_are_not_adopted() {
    let mut hall = Hall::open();
    let mut rule = owners_rule();
    rule.approval.clear();
    assert!(matches!(hall.refuses(Command::AdoptRule { rule: Box::new(rule) }), Refusal::BadRule { .. }));
    let mut rule = owners_rule();
    rule.id = "deliberation".into();
    assert!(matches!(hall.refuses(Command::AdoptRule { rule: Box::new(rule) }), Refusal::RuleIdTaken { .. }));
    assert_eq!(hall.refuses(Command::AdoptRule { rule: Box::new(owners_rule()) }), Refusal::NothingChanges);
}

#[test]
fn the_last_votes_that_cannot_change_it_are_known() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::RollCall);
    (1..=3).for_each(|n| hall.says(vote, n, Choice::Yes));
    // 3 yes, 3 left: a tie would fail.
    assert_eq!(hall.vote(vote).settled(), None);
    hall.says(vote, 4, Choice::Yes);
    assert_eq!(hall.vote(vote).settled(), Some(Outcome::Passed));
    hall.does(Command::CloseVote { vote });
    hall.moves();
    let vote = hall.opens("own-rule", Method::RollCall);
    // Six of ten cannot make two thirds, whatever they say.
    hall.by = CHAIR;
    hall.says(vote, 1, Choice::Yes);
    assert_eq!(hall.vote(vote).settled(), Some(Outcome::Failed));
}

#[test]
fn hands_left_are_heads_without_area() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::Hands);
    assert_eq!(hall.vote(vote).left().heads, 6);
    hall.does(Command::CountSides { vote, counts: sides(3, 1, 0) });
    let left = hall.vote(vote).left();
    assert_eq!((left.heads, left.area.0, left.area_unknown), (2, 0, 2));
}

/// Where silence votes too, by a clause, nothing is settled before the last ballot; nor is anything before the first.
#[test]
fn where_silence_votes_nothing_is_settled_early() {
    let mut hall = Hall::open();
    let mut rule = owners_rule();
    rule.turnout.clear();
    hall.does(Command::AdoptRule { rule: Box::new(rule.clone()) });
    let vote = hall.opens("own-rule", Method::Merged);
    assert_eq!(hall.vote(vote).settled(), None);
    (1..=6).for_each(|n| hall.says(vote, n, Choice::Yes));
    assert_eq!(hall.vote(vote).settled(), Some(Outcome::Passed));
    hall.does(Command::CloseVote { vote });

    rule.unreturned =
        Some(Unreturned {
            counts_as: Silence::Abstain, clause: "未交的票按弃权计".into(), article: "第 12 条".into()
        });
    hall.does(Command::AdoptRule { rule: Box::new(rule) });
    hall.moves();
    let vote = hall.opens("own-rule", Method::Merged);
    (1..=6).for_each(|n| hall.says(vote, n, Choice::Yes));
    assert_eq!(hall.vote(vote).settled(), None);
}

#[test]
fn what_may_not_be_voted_on_now_is_refused_with_its_reason() {
    let mut hall = Hall::open();
    // The owners' vote by law wants a notice, and this meeting never gave one.
    let open = |motion| Command::open_vote(MotionNo(motion), "cn-civil-code-278-5", Method::Paper);
    assert_eq!(hall.refuses(open(1)), Refusal::NoNotice);
    assert_eq!(hall.refuses(open(9)), Refusal::UnknownMotion);
    hall.opens("deliberation", Method::RollCall);
}
