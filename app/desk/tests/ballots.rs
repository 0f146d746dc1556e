//! Opening, closing and opening again: rule, way, scope, who is kept out, what is foreseen, what the result says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;
#[path = "meeting/votes.rs"]
mod votes;

use common::{click, press, settle, type_text};
use deliberation::Command;
use deliberation::ballot::{Choice, Method};
use deliberation::electorate::Scope;
use deliberation::ids::VoteNo;
use deliberation::verdict::Outcome;
use egui::Key;
use egui_kittest::kittest::Queryable as _;
use hands::{choice_of, desk, elsewhere, enter, facts, focus, meeting, shows};
use story::{ROLL_CALL, VOTED, desk_at};
use votes::{choose, debate, give_proxy, opened, person, reach, vote, write};

#[test]
fn given_f9_and_one_key_then_the_usual_vote_is_open_with_what_was_foreseen() {
    let mut window = debate();
    press(&mut window, Key::F9);
    assert!(shows(&window, "赞成的人比反对的多就算通过"));
    assert!(shows(&window, "能表决的 31 人，1,960.76 ㎡"));
    assert!(window.get_by_label("开始点名").is_focused());
    press(&mut window, Key::Enter);
    let vote = vote(&window);
    assert_eq!((vote.rule.id.as_str(), vote.method, &vote.scope), ("deliberation", Method::RollCall, &Scope::Whole));
    // The sentence that was read out is the vote's own.
    assert!(shows(&window, vote.sentence.zh.clone().as_str()));
}

#[test]
fn given_a_rule_that_measures_area_then_ways_without_area_are_not_offered_and_the_line_says_why() {
    let mut window = debate();
    press(&mut window, Key::F9);
    let title = facts(&window).rule("cn-civil-code-278-9").unwrap().title.zh.clone();
    let line = format!("{title}\u{3000}业主共同决定");
    choose(&mut window, "规则", &line);
    assert!(shows(&window, "第278条") || shows(&window, "278"));
    assert!(shows(&window, "规则要算面积，只数人数的不知道是谁的面积"));
    window.get_by_role_and_label(egui::accesskit::Role::ComboBox, "方式").click();
    settle(&mut window);
    assert!(window.query_by_role_and_label(egui::accesskit::Role::Button, "举手表决").is_none());
    assert!(window.query_by_role_and_label(egui::accesskit::Role::Button, "书面表决").is_some());
}

#[test]
fn given_too_few_who_can_vote_then_the_turnout_that_is_missing_is_said_before_the_vote() {
    let mut window = debate();
    let heads = facts(&window).roll.heads().iter().map(|head| head.person);
    let here: Vec<_> = heads.filter(|person| meeting(&window).attendance.is_present(*person)).collect();
    for person in here.into_iter().take(15) {
        elsewhere(&mut window, Command::SignOut { who: person.into() });
    }
    press(&mut window, Key::F9);
    let title = facts(&window).rule("cn-civil-code-278-9").unwrap().title.zh.clone();
    choose(&mut window, "规则", &format!("{title}\u{3000}业主共同决定"));
    choose(&mut window, "方式", "点名表决");
    assert!(shows(&window, "就算都表决，还差 "));
    // On paper those who are not here can vote too.
    choose(&mut window, "方式", "书面表决");
    assert!(shows(&window, "都表决就够参加门槛"));
}

#[test]
fn given_one_stair_as_scope_then_only_its_owners_are_asked() {
    let mut window = debate();
    press(&mut window, Key::F9);
    choose(&mut window, "范围", "1号楼2单元业主");
    reach(&mut window, "开始点名");
    let roll = facts(&window).roll.clone();
    let vote = vote(&window);
    assert!(!vote.electorate.heads.is_empty());
    let outside = |person: &deliberation::ids::PersonId| {
        !roll.head(*person).unwrap().units.iter().any(|unit| roll.unit(*unit).unwrap().stair == "2")
    };
    assert!(!vote.electorate.heads.keys().any(outside));
    assert!(window.query_by_label("1-1-101 史娥凤").is_none(), "another stair is not in the picture");
    assert!(window.query_by_label("1-2-101 毛素").is_some());
}

#[test]
fn given_somebody_with_an_interest_then_he_is_kept_out_with_the_reason_and_not_called() {
    let mut window = debate();
    press(&mut window, Key::F9);
    click(&mut window, "有人要回避…");
    type_text(&mut window, "1-1-101");
    press(&mut window, Key::Enter);
    focus(&mut window, "回避的原因");
    enter(&mut window, "是宏清环卫的股东");
    assert!(shows(&window, "回避：史娥凤 1-1-101，是宏清环卫的股东"));
    assert!(shows(&window, "能表决的 30 人"));
    reach(&mut window, "开始点名");
    let kept = person(&window, "1-1-101");
    assert_eq!(vote(&window).electorate.recused, [kept]);
    assert_eq!(window.get_by_label("1-1-101 史娥凤").value().as_deref(), Some("回避"));
}

#[test]
fn given_a_body_that_is_not_on_the_roll_then_due_and_present_are_told_and_only_totals_are_offered() {
    let mut window = debate();
    press(&mut window, Key::F9);
    let rule = facts(&window).rule("cn-villagers-representatives").unwrap().clone();
    choose(&mut window, "规则", &format!("{}\u{3000}村民（代表）会议决定", rule.title.zh));
    assert!(shows(&window, "请填应到和实到人数"));
    write(&mut window, "应到人数", "30");
    write(&mut window, "实到人数", "18");
    assert!(shows(&window, "还差 2 人才够开会"));
    write(&mut window, "实到人数", "20");
    assert!(!shows(&window, "才够开会"));
    assert!(shows(&window, "成员不在名册上，只能数人数"));
    reach(&mut window, "开始举手");
    assert_eq!((vote(&window).method, vote(&window).allowed()), (Method::Hands, 20));
}

#[test]
fn given_an_election_then_seats_and_candidates_are_asked_for_and_it_is_held_on_paper() {
    let mut window = debate();
    press(&mut window, Key::F9);
    let rule = facts(&window).rule("cn-civil-code-278-3").unwrap().clone();
    choose(&mut window, "规则", &format!("{}\u{3000}业主共同决定", rule.title.zh));
    assert!(shows(&window, "选举要有候选人和席位数"));
    write(&mut window, "席位", "1");
    focus(&mut window, "加一名候选人");
    enter(&mut window, "1-1-501");
    enter(&mut window, "1-2-102");
    assert!(shows(&window, "1 宋文 1-1-501") && shows(&window, "2 周凤军 1-2-102"));
    reach(&mut window, "开始收票");
    let vote = vote(&window);
    assert_eq!((vote.method, vote.seats, vote.candidates.len()), (Method::Paper, 1, 2));
}

#[test]
fn given_an_agent_in_the_hall_then_the_absent_principal_is_called_and_answered_for() {
    let mut window = debate();
    give_proxy(&mut window, "1-1-402", "1-1-501");
    elsewhere(&mut window, Command::open_vote(deliberation::ids::MotionNo(1), "deliberation", Method::RollCall));
    click(&mut window, "1-1-402 王华");
    assert!(shows(&window, "由宋文代"));
    press(&mut window, Key::Num1);
    let ballot = &vote(&window).ballots[&person(&window, "1-1-402")];
    let agent = person(&window, "1-1-501");
    assert_eq!(ballot.origin, deliberation::ballot::BallotOrigin::Proxy { agent });
}

#[test]
fn given_a_second_answer_that_differs_then_both_are_listed_and_the_first_counts() {
    let mut window = opened("deliberation", Method::RollCall);
    click(&mut window, "1-1-101 史娥凤");
    press(&mut window, Key::Num1);
    click(&mut window, "1-1-101 史娥凤");
    press(&mut window, Key::Num2);
    click(&mut window, "是另一位业主说的：记下，不算票");
    assert!(shows(&window, "1 张票和先前登记的不一样，没有算"));
    assert!(shows(&window, "1-1-101 史娥凤：先赞成（点名），后反对（点名）；算先前的"));
    assert_eq!(vote(&window).tally.yes.heads, 1);
}

/// Found many deeds later: undo would take back all of them.
#[test]
fn given_an_answer_recorded_wrongly_then_the_right_key_twice_puts_it_right_and_the_result_tells_it() {
    let mut window = opened("deliberation", Method::RollCall);
    click(&mut window, "1-1-101 史娥凤");
    (0..4).for_each(|_| press(&mut window, Key::Num1));
    let said = |window: &common::Window| {
        let vote = vote(window);
        (vote.tally.yes.heads, vote.tally.no.heads, vote.slips.len(), vote.conflicts.len())
    };
    assert_eq!(said(&window), (4, 0, 0, 0));
    click(&mut window, "1-1-101 史娥凤");
    assert!(shows(&window, "已登记赞成；记错了，按 1 2 3 更正"));
    // One press asks, and Esc leaves everything as it is.
    press(&mut window, Key::Num2);
    assert!(shows(&window, "这户已经表过态了，刚才按的是："));
    press(&mut window, Key::Escape);
    assert!(!shows(&window, "这户已经表过态了，刚才按的是："));
    assert!(!window.state().desk.workspace().session().unwrap().stage.is_blank(), "Esc left the question");
    press(&mut window, Key::Num2);
    press(&mut window, Key::Num3);
    assert_eq!(said(&window), (4, 0, 0, 0), "another key asks again");
    press(&mut window, Key::Num2);
    press(&mut window, Key::Num2);
    assert_eq!(said(&window), (3, 1, 1, 0));
    assert!(shows(&window, "撤销：更正 1-1-101：反对"));
    // Recorded for the wrong household: it is still to be called.
    click(&mut window, "1-1-102 刘华燕");
    click(&mut window, "其实还没有表态");
    assert_eq!(said(&window), (2, 1, 2, 0));
    press(&mut window, Key::F9);
    click(&mut window, "结束表决");
    assert!(shows(&window, "更正登记：1-1-101由赞成更正为反对"));
    assert!(shows(&window, "更正登记：1-1-102由赞成更正为尚未表态"));
}

#[test]
fn given_hands_marked_by_door_then_a_household_that_stands_can_be_put_right() {
    let mut window = opened("deliberation", Method::HandsByDoor);
    let mark = |choice| Command::MarkHands { vote: VoteNo(1), doors: vec![deliberation::Door::new("1-1-101")], choice };
    elsewhere(&mut window, mark(Choice::Yes));
    click(&mut window, "1-1-101 史娥凤");
    assert!(shows(&window, "1-1-101 登记的是赞成"));
    click(&mut window, "更正为弃权");
    let vote = vote(&window);
    assert_eq!((vote.tally.yes.heads, vote.tally.abstain.heads, vote.slips.len()), (0, 1, 1));
}

#[test]
fn given_votes_that_cannot_change_it_any_more_then_the_desk_says_so() {
    let window = desk_at(common::Setting::default(), story::ROLL_CALL);
    assert!(shows(&window, "已能定：通过，剩下的票改变不了"));
}

#[test]
fn given_a_closed_vote_then_every_fraction_is_exact_and_it_can_be_opened_again_with_a_reason() {
    let mut window = desk_at(common::Setting::default(), VOTED);
    for text in ["赞成 26 人 / 赞成和反对 29 人 要超过 1/2，即 15 人 达到", "方式：点名表决"] {
        assert!(shows(&window, text), "{text}");
    }
    // It stands under the table of the costs, below what is in view.
    window.get_by_label("重开表决…").click_accesskit();
    window.run_steps(2);
    settle(&mut window);
    assert!(shows(&window, "都会写进纪要，也会投影") && shows(&window, "收缴先收回"));
    enter(&mut window, "漏点了 1-2-602");
    assert!(facts(&window).open_vote().is_some());
    assert_eq!(vote(&window).reopened.len(), 1);
    assert!(shows(&window, "重新打开过：原来通过；原因：漏点了 1-2-602"));
    press(&mut window, Key::F9);
    press(&mut window, Key::Enter);
    assert_eq!(vote(&window).verdict().outcome, Outcome::Passed);
    assert!(shows(&window, "重新打开：原来通过；原因：漏点了 1-2-602"));
    assert!(!facts(&window).collections[0].withdrawn);
}

#[test]
fn given_money_already_taken_then_the_vote_is_not_offered_to_be_opened_again() {
    let mut window = desk_at(common::Setting::default(), VOTED);
    let collection = deliberation::ids::CollectionNo(1);
    let answer = deliberation::collection::Answer::Agreed;
    let door = deliberation::Door::new("1-1-101");
    elsewhere(&mut window, Command::RecordAnswer { collection, door, answer });
    assert!(window.query_by_label("重开表决…").is_none());
    assert!(facts(&window).vote(VoteNo(1)).unwrap().closed.is_some());
}

/// The next key after an undo belongs to whose answer was taken back, not to the neighbour.
#[test]
fn given_an_answer_taken_back_then_that_household_is_called_again() {
    let mut window = desk(ROLL_CALL);
    press(&mut window, Key::Num1);
    assert_eq!(choice_of(&window, "1-2-501"), Some(Choice::Yes));
    let answered = facts(&window).vote(VoteNo(1)).unwrap().ballots.len();
    press(&mut window, Key::F10);
    assert_eq!(choice_of(&window, "1-2-501"), None);
    press(&mut window, Key::Num2);
    assert_eq!(choice_of(&window, "1-2-501"), Some(Choice::No));
    assert_eq!(facts(&window).vote(VoteNo(1)).unwrap().ballots.len(), answered, "nobody else was written down");
}
