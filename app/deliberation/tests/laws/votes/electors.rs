//! Who counts: scope, recusal, proxies, several units, the developer, an unknown area; frozen when the vote opens.

use amounts::CentiSqm;
use deliberation::ballot::{BallotOrigin, Choice, Method};
use deliberation::electorate::{Body, Scope};
use deliberation::ids::{ItemNo, MeetingNo, MotionNo, PersonId};
use deliberation::rule::{Electors, Turning};
use deliberation::verdict::{Outcome, turnout_lacks};
use deliberation::{Command, Event, Refusal, Who, fold};

use super::hall::{CHAIR, COUNTER, Hall, both, door, owners_rule, read, reason, who};

fn opening(scope: Scope, body: Option<Body>, rule: &str, method: Method) -> Command {
    Command::OpenVote {
        motion: MotionNo(1),
        rule: rule.into(),
        method,
        scope,
        body,
        candidates: Vec::new(),
        seats: None,
        sentence: both("读出来的规则"),
    }
}

#[test]
fn a_vote_of_one_stair_counts_its_owners_with_the_area_they_have_there() {
    let mut hall = Hall::open();
    hall.does(Command::ConfirmSameOwner { doors: vec![door(5), door(6)] });
    let scope = Scope::Stair { building: "1".into(), stair: "2".into() };
    hall.does(opening(scope.clone(), None, "own-rule", Method::Merged));
    let vote = &hall.state.facts.votes[0];
    assert_eq!((vote.electorate.bases.all.heads, vote.electorate.bases.all.area), (5, CentiSqm(50_000)));
    assert_eq!((vote.scope.clone(), vote.sentence.clone()), (scope, both("读出来的规则")));
    // The owner of 1-5 and 1-6 came, and has here the area of 1-6 alone.
    assert_eq!(vote.electorate.heads[&PersonId(5)].area, Some(CentiSqm(10_000)));
    let stranger = hall.refuses(Command::ballot(deliberation::ids::VoteNo(1), door(1), Choice::Yes));
    assert_eq!(stranger, Refusal::NoElector { door: door(1) });
    hall.holds_together();
}

#[test]
fn whoever_has_an_interest_stands_aside_and_stays_out_of_every_base() {
    let mut hall = Hall::open();
    hall.does(Command::Recuse { motion: MotionNo(1), who: who(2), reason: reason() });
    let again = Command::Recuse { motion: MotionNo(1), who: who(2), reason: reason() };
    assert_eq!(hall.refuses(again), Refusal::AlreadyRecused);
    let vote = hall.opens("own-rule", Method::Merged);
    let vote = hall.vote(vote);
    assert_eq!((vote.electorate.bases.all.heads, vote.electorate.voices()), (9, 5));
    assert_eq!(vote.electorate.recused, [PersonId(2)]);
    hall.holds_together();
}

#[test]
fn an_agent_answers_for_his_principal_up_to_the_cap_of_the_rule() {
    let mut hall = Hall::open();
    let proxy = |principal, agent| Command::GiveProxy {
        principal: door(principal),
        agent: who(agent),
        paper: "W-01".into(),
        scan: None,
    };
    assert_eq!(hall.refuses(proxy(7, 7)), Refusal::ProxyForSelf);
    hall.does(proxy(7, 1));
    assert_eq!(hall.refuses(proxy(7, 2)), Refusal::ProxyGivenAlready { door: door(7) });
    hall.does(proxy(8, 1));
    let over = Refusal::ProxyOverCap { agent: Some(door(1)), holds: 2, cap: 1 };
    assert_eq!(hall.refuses(Command::open_vote(MotionNo(1), "own-rule", Method::RollCall)), over);
    hall.does(Command::WithdrawProxy { principal: door(8) });
    // Somebody who is there speaks for himself: a paper of his does not count towards the cap.
    hall.does(proxy(3, 1));
    let vote = hall.opens("own-rule", Method::RollCall);
    assert_eq!(hall.vote(vote).allowed(), 7);
    hall.says(vote, 7, Choice::No);
    assert_eq!(hall.vote(vote).ballots[&PersonId(7)].origin, BallotOrigin::Proxy { agent: PersonId(1) });
    let absent = hall.refuses(Command::ballot(vote, door(8), Choice::Yes));
    assert_eq!(absent, Refusal::ElectorAbsent { door: door(8) });
    // Signing in later does not change who counts.
    hall.does(Command::SignIn { who: who(8) });
    assert_eq!(hall.refuses(Command::ballot(vote, door(8), Choice::Yes)), Refusal::ElectorAbsent { door: door(8) });
    hall.holds_together();
}

#[test]
fn a_sheet_of_proxies_goes_in_at_once_or_not_at_all() {
    let mut hall = Hall::open();
    let mut rule = owners_rule();
    rule.proxies_per_agent = None;
    hall.does(Command::AdoptRule { rule: Box::new(rule) });
    for n in [7, 8] {
        hall.does(Command::GiveProxy { principal: door(n), agent: who(1), paper: String::new(), scan: None });
    }
    let vote = hall.opens("own-rule", Method::RollCall);
    let sheet = |doors: [u32; 2]| Command::CastProxies {
        vote,
        agent: who(1),
        ballots: vec![read(doors[0], Choice::Yes), read(doors[1], Choice::No)],
    };
    assert_eq!(hall.refuses(sheet([7, 9])), Refusal::NotTheAgent { door: door(9) });
    assert_eq!(hall.refuses(sheet([7, 7])), Refusal::DuplicateDoor { door: door(7) });
    hall.does(sheet([7, 8]));
    assert_eq!((hall.vote(vote).tally.yes.heads, hall.vote(vote).tally.no.heads), (1, 1));
    assert_eq!(hall.vote(vote).agents()[&PersonId(1)].len(), 2);
    hall.holds_together();
}

/// V-8: the developer's undelivered flats are one head; delivered, their own owners vote.
#[test]
fn v8_undelivered_units_are_one_head_until_they_are_delivered() {
    let mut hall = Hall::open();
    let doors = vec![door(8), door(9), door(10)];
    hall.does(Command::HoldUndelivered { doors: doors.clone(), developer: Who::Person(CHAIR) });
    let head = hall.state.facts.roll.head(CHAIR).unwrap();
    assert_eq!((head.units.len(), head.area), (3, Some(CentiSqm(30_000))));
    assert_eq!(hall.state.facts.roll.heads().len(), 8);
    hall.does(Command::DeliverUnits { doors: vec![door(9)] });
    assert_eq!(hall.state.facts.roll.voter(&door(9)), Some(PersonId(9)));
    assert_eq!(hall.refuses(Command::DeliverUnits { doors: vec![door(9)] }), Refusal::NothingChanges);
    hall.holds_together();
}

#[test]
fn an_unknown_area_is_named_before_anybody_votes_and_can_be_put_right() {
    let mut hall = Hall::open_without_area_of(4);
    let open = Command::open_vote(MotionNo(1), "own-rule", Method::Paper);
    assert_eq!(hall.refuses(open), Refusal::AreaMissing { door: door(4) });
    // In the other stair nobody's area is missing.
    let scope = Scope::Stair { building: "1".into(), stair: "2".into() };
    hall.does(opening(scope, None, "own-rule", Method::Paper));
    hall.does(Command::Undo);
    let area = |area| Command::CorrectArea {
        door: door(4),
        area: CentiSqm(area),
        source: deliberation::roll::AreaSource::Survey,
    };
    assert_eq!(hall.refuses(area(0)), Refusal::BadUnit { door: door(4) });
    hall.does(area(12_345));
    assert_eq!(hall.refuses(area(12_345)), Refusal::NothingChanges);
    let vote = hall.opens("own-rule", Method::Paper);
    assert_eq!(hall.vote(vote).electorate.bases.all.area, CentiSqm(102_345));
    // While a vote counts by it the roll stays.
    assert_eq!(hall.refuses(area(9_000)), Refusal::VoteOpen);
    hall.holds_together();
}

#[test]
fn an_unknown_area_of_somebody_who_stands_aside_keeps_nobody_from_voting() {
    let mut hall = Hall::open_without_area_of(4);
    hall.does(Command::Recuse { motion: MotionNo(1), who: who(4), reason: reason() });
    let vote = hall.opens("own-rule", Method::Paper);
    let all = hall.vote(vote).electorate.bases.all;
    assert_eq!((all.heads, all.area), (9, CentiSqm(90_000)));
    hall.holds_together();
}

#[test]
fn a_vote_belongs_to_the_item_its_motion_was_moved_under() {
    let mut hall = Hall::open();
    let vote = hall.opens("own-rule", Method::RollCall);
    let vote = hall.vote(vote);
    assert_eq!((vote.meeting, vote.item, vote.motion), (MeetingNo(1), ItemNo(1), MotionNo(1)));
    assert_eq!(vote.question, "大修一号电梯。");
    let kept = hall.journal.iter().rev().find_map(|recorded| match &recorded.event {
        Event::VoteOpened { item, .. } => Some(*item),
        _ => None,
    });
    assert_eq!(kept, Some(ItemNo(1)));
}

#[test]
fn a_vote_in_which_nobody_may_vote_does_not_open() {
    let mut hall = Hall::open();
    // Everybody of stair 1 has an interest, and of stair 2 only 1-6 has come.
    for n in [1, 2, 3, 4, 5, 6] {
        hall.does(Command::Recuse { motion: MotionNo(1), who: who(n), reason: reason() });
    }
    let stair = |stair: &str| Scope::Stair { building: "1".into(), stair: stair.into() };
    let open = |scope, rule| opening(scope, None, rule, Method::Hands);
    assert_eq!(hall.refuses(open(stair("1"), "unanimous")), Refusal::NobodyMayVote);
    assert_eq!(hall.refuses(open(stair("2"), "deliberation")), Refusal::NobodyMayVote);
    let paper = |scope| opening(scope, None, "own-rule", Method::Paper);
    assert_eq!(hall.refuses(paper(stair("1"))), Refusal::NobodyMayVote);
    // Those who stay at home can vote on paper.
    hall.does(paper(stair("2")));
    assert_eq!(hall.state.facts.votes[0].electorate.bases.all.heads, 4);
}

#[test]
fn who_has_not_answered_is_known_by_name_and_whose_area_is_missing_by_door() {
    let mut hall = Hall::open_without_area_of(4);
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    hall.says(vote, 5, Choice::No);
    let left: Vec<u32> = hall.vote(vote).unanswered().map(|person| person.0).collect();
    assert_eq!(left, [2, 3, 4, 6]);
    // A rule that counts heads alone misses no area.
    assert_eq!(hall.vote(vote).doors_without_area(), []);
}

#[test]
fn a_body_is_counted_by_its_numbers() {
    let mut hall = Hall::open();
    let mut rule = owners_rule();
    rule.id = "meeting-of-121".into();
    rule.electorate = Electors::Body;
    rule.turnout.truncate(1);
    rule.turnout[0].of = Turning::Present;
    rule.turnout[0].compare = deliberation::rule::Compare::MoreThan;
    rule.turnout[0].ratio = amounts::Ratio { num: 1, den: 2 };
    rule.approval.truncate(1);
    rule.approval[0].base = deliberation::rule::Base::Present;
    hall.does(Command::AdoptRule { rule: Box::new(rule.clone()) });
    let open = |body, method| opening(Scope::Whole, body, "meeting-of-121", method);
    assert_eq!(hall.refuses(open(None, Method::Hands)), Refusal::BodyUnknown);
    let body = |due, present| Some(Body { due, present });
    assert_eq!(hall.refuses(open(body(0, 0), Method::Hands)), Refusal::BodyUnknown);
    assert_eq!(hall.refuses(open(body(10, 11), Method::Hands)), Refusal::BodyTooMany { due: 10, present: 11 });
    assert_eq!(hall.refuses(open(body(121, 70), Method::RollCall)), Refusal::BodyByDoor);
    assert_eq!(hall.refuses(open(body(121, 0), Method::Hands)), Refusal::NobodyMayVote);
    // All who are due may be there.
    hall.does(open(body(121, 121), Method::Hands));
    hall.does(Command::Undo);
    hall.does(open(body(121, 60), Method::Hands));
    // V-13: of 121, 61 make a quorum.
    let vote = &hall.state.facts.votes[0];
    assert_eq!(turnout_lacks(&rule, vote.electorate.bases, vote.left()), (1, 0));
    assert_eq!(vote.verdict().outcome, Outcome::Failed);
    hall.holds_together();
}

/// The minutes name them: whoever counts, stands aside, or votes for others.
#[test]
fn a_vote_names_its_counters_agents_and_those_who_stood_aside() {
    let mut hall = Hall::open();
    hall.does(Command::Recuse { motion: MotionNo(1), who: who(3), reason: reason() });
    hall.does(Command::GiveProxy { principal: door(7), agent: who(2), paper: String::new(), scan: None });
    let vote = hall.opens("own-rule", Method::Merged);
    assert_eq!(hall.vote(vote).named(), [PersonId(3), PersonId(2)]);
    hall.reads(COUNTER, vote, 1, &[(8, Choice::Yes)]).unwrap();
    assert_eq!(hall.vote(vote).named(), [COUNTER, PersonId(3), PersonId(2)]);
}

/// No vote by area opens while one is missing; a file of another hand that says otherwise still folds, and the doors are
/// named: those of the electorate, in the part of the roll it is among.
#[test]
fn a_vote_by_area_without_all_areas_names_the_doors_in_its_scope() {
    let mut hall = Hall::open_without_area_of(4);
    hall.does(Command::ConfirmSameOwner { doors: vec![door(4), door(6)] });
    let before = hall.state.clone();
    hall.opens("deliberation", Method::RollCall);
    let opened = hall.journal.last().unwrap().clone();
    let doors = |scope: Scope| {
        let mut opened = opened.clone();
        if let Event::VoteOpened { rule, scope: of, .. } = &mut opened.event {
            (**rule, *of) = (owners_rule(), scope);
        }
        let mut state = before.clone();
        fold(&mut state, &opened);
        state.facts.votes[0].doors_without_area()
    };
    let stair = |stair: &str| Scope::Stair { building: "1".into(), stair: stair.into() };
    assert_eq!(doors(Scope::Whole), [door(4)]);
    assert_eq!(doors(stair("1")), [door(4)]);
    // Its owner votes in stair 2 as well, with the flat there.
    assert_eq!(doors(stair("2")), []);
}
