//! One screen: the desk's window becomes the room's picture, and what must not be seen there never is.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;
#[path = "meeting/steering.rs"]
mod steering;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, press, session, settle, type_text};
use deliberation::Command;
use deliberation::ballot::{Choice, Method};
use deliberation::ids::MotionNo;
use desk::page::Place;
use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use session::audience::Card;
use steering::{at, ctrl, meeting, sees, shift};

#[test]
fn given_one_screen_then_one_key_makes_this_window_the_picture_and_the_remote_runs_the_meeting_in_it() {
    let mut window = meeting(Setting::default());
    shift(&mut window, Key::F5);
    assert!(window.query_by_label("会议").is_none(), "the rail is gone");
    window.get_by_label("投影画面");
    let before = session(&window).stage.shown();
    press(&mut window, Key::PageDown);
    assert_ne!(session(&window).stage.shown(), before);
    press(&mut window, Key::PageUp);
    assert_eq!(session(&window).stage.shown(), before);
    for key in [Key::B, Key::Escape] {
        press(&mut window, key);
        assert_eq!(sees(&window), Card::Blank, "{key:?}");
        press(&mut window, key);
        assert!(matches!(sees(&window), Card::Speaker(_)), "{key:?}");
    }
    shift(&mut window, Key::F5);
    window.get_by_label("会议");
    // A key that needs the desk brings it back.
    shift(&mut window, Key::F5);
    press(&mut window, Key::F2);
    assert_eq!(window.state().desk.place(), Place::SignIn);
    window.get_by_label("会议");
}

/// What stands on the picture that fills the window.
fn picture(window: &Window) -> String {
    window.get_by_label("投影画面").value().unwrap_or_default()
}

#[test]
fn given_one_screen_a_roll_call_goes_on_behind_the_picture_and_nobody_sees_who_answered_what() {
    let mut window = at(Setting::default(), story::ROLL_CALL);
    let answered = |window: &Window| session(window).facts().open_vote().map(|(_, vote)| vote.ballots.len());
    assert_eq!(answered(&window), Some(19));
    shift(&mut window, Key::F5);
    assert!(picture(&window).contains("请 1-2-501 表态（1 赞成，2 反对，3 弃权）"), "{}", picture(&window));
    press(&mut window, Key::Num2);
    assert_eq!(answered(&window), Some(20));
    assert!(window.query_by_label("会议").is_none(), "the desk came before the room");
    assert!(picture(&window).contains("请 1-2-502 表态"), "{}", picture(&window));
    press(&mut window, Key::F10);
    assert_eq!(answered(&window), Some(19));
    assert!(picture(&window).contains("请 1-2-501 表态"), "{}", picture(&window));

    // A key that needs the desk says how to get there, until the next key.
    press(&mut window, Key::F3);
    assert!(picture(&window).contains("主持台上看得到谁怎么投。要去，再按 Shift F5"), "{}", picture(&window));
    press(&mut window, Key::Num1);
    assert_eq!(answered(&window), Some(20));
    assert!(picture(&window).contains("请 1-2-502 表态"), "{}", picture(&window));

    // The calm card says nothing, and nobody answers behind it.
    press(&mut window, Key::B);
    assert_eq!(sees(&window), Card::Blank);
    press(&mut window, Key::Num1);
    assert!(!picture(&window).contains("表态"), "{}", picture(&window));
    press(&mut window, Key::B);
    assert_eq!(answered(&window), Some(20));

    // Nor behind the card before it, which is turned back to.
    press(&mut window, Key::PageUp);
    assert!(matches!(sees(&window), Card::Cost(_)), "another card");
    assert!(picture(&window).contains("按 PgUp、PgDn 回到表决画面"), "{}", picture(&window));
    press(&mut window, Key::Num1);
    assert_eq!(answered(&window), Some(20));
    while !matches!(sees(&window), Card::VoteOpen(_)) {
        press(&mut window, Key::PageDown);
    }

    // Nor while the screen stands still at a card from before.
    press(&mut window, Key::PageUp);
    ctrl(&mut window, Key::L);
    press(&mut window, Key::PageDown);
    press(&mut window, Key::Num1);
    assert_eq!(answered(&window), Some(20));
    ctrl(&mut window, Key::L);
    while !matches!(sees(&window), Card::VoteOpen(_)) {
        press(&mut window, Key::PageDown);
    }

    // Not even sign-in shows the desk, whose undo names the last answer; the way there is pressed twice.
    press(&mut window, Key::F2);
    assert!(window.query_by_label("会议").is_none(), "the desk came before the room");
    press(&mut window, Key::PageDown);
    shift(&mut window, Key::F5);
    assert!(window.query_by_label("会议").is_none(), "the desk came at the first press");
    shift(&mut window, Key::F5);
    window.get_by_label("会议");
    shift(&mut window, Key::F5);

    let left = session(&window).facts().open_vote().map(|(_, vote)| vote.left().heads).unwrap();
    (0..left).for_each(|_| press(&mut window, Key::Num1));
    assert!(picture(&window).contains("在场的都表过态了，按 F9 结束表决"), "{}", picture(&window));
    // One key too many, twice, changes nothing and lists nothing.
    (0..2).for_each(|_| press(&mut window, Key::Num2));
    let vote = session(&window).facts().open_vote().map(|(_, vote)| (vote.slips.len(), vote.conflicts.len()));
    assert_eq!(vote, Some((0, 0)));
    assert!(picture(&window).contains("在场的都表过态了，按 F9 结束表决"), "{}", picture(&window));
    // The rule speaks of yes and no; how many there are nobody says.
    let told = picture(&window).replace("赞成的人比反对的多就算通过", "");
    assert!(!told.contains("赞成") && !told.contains("反对"), "{told}");
}

#[test]
fn given_one_screen_an_answer_that_is_refused_is_said_without_saying_what_was_answered() {
    let mut window = at(Setting::default(), story::ROLL_CALL);
    shift(&mut window, Key::F5);
    // Somebody who was not here when the vote opened.
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::ArrowRight);
    assert!(picture(&window).contains("1-2-602：表决开始时没有到会"), "{}", picture(&window));
    press(&mut window, Key::Num1);
    assert!(window.state().desk.complaint().is_some());
    assert!(picture(&window).contains("没有记上，原因按 Shift F5 回主持台看"), "{}", picture(&window));
    assert!(!picture(&window).contains("赞成"), "{}", picture(&window));
    press(&mut window, Key::Escape);
    assert!(!picture(&window).contains("没有记上"), "{}", picture(&window));
    assert!(matches!(sees(&window), Card::VoteOpen(_)));
}

/// Whether it was the same as before or another is nobody's business in the room.
#[test]
fn given_one_screen_an_answer_that_stands_is_put_right_by_the_same_key_twice_without_saying_what_it_was() {
    let mut window = at(Setting::default(), story::ROLL_CALL);
    shift(&mut window, Key::F5);
    press(&mut window, Key::Num1);
    press(&mut window, Key::ArrowLeft);
    assert!(picture(&window).contains("1-2-501 已经表过态，记错了按 1 2 3 更正"), "{}", picture(&window));
    let said = |window: &Window| {
        let vote = session(window).facts().open_vote().map(|(_, vote)| vote).unwrap();
        let door = deliberation::Door::new("1-2-501");
        (vote.ballots[&vote.roll.voter(&door).unwrap()].choice, vote.slips.len())
    };
    for key in [Key::Num1, Key::Num2] {
        press(&mut window, key);
        assert!(picture(&window).contains("再按一次同一个键，就改成这个"), "{}", picture(&window));
        let told = picture(&window).replace("赞成的人比反对的多就算通过", "");
        assert!(!told.contains("赞成") && !told.contains("反对"), "{told}");
        assert_eq!(said(&window), (Choice::Yes, 0));
    }
    press(&mut window, Key::Escape);
    assert!(matches!(sees(&window), Card::VoteOpen(_)), "Esc left the question and blanked nothing");
    assert!(!picture(&window).contains("再按一次"), "{}", picture(&window));
    (0..2).for_each(|_| press(&mut window, Key::Num2));
    assert_eq!(said(&window), (Choice::No, 1));
    assert!(picture(&window).contains("请 1-2-502 表态"), "{}", picture(&window));
}

#[test]
fn given_one_screen_and_a_count_of_hands_then_a_digit_says_the_way_to_the_desk() {
    let mut window = meeting(Setting::default());
    let open = Command::open_vote(MotionNo(1), "deliberation", Method::Hands);
    assert!(window.state_mut().desk.workspace_mut().session_mut().unwrap().submit_and_settle(open).is_done());
    settle(&mut window);
    shift(&mut window, Key::F5);
    assert!(!picture(&window).contains("主持台"), "{}", picture(&window));
    press(&mut window, Key::Num1);
    assert!(window.query_by_label("会议").is_none(), "the desk came before the room");
    assert!(picture(&window).contains("要去，再按 Shift F5"), "{}", picture(&window));
    shift(&mut window, Key::F5);
    window.get_by_label("会议");
}

#[test]
fn given_one_screen_closing_a_vote_is_asked_over_the_picture_without_what_it_would_be() {
    let mut window = at(Setting::default(), story::ROLL_CALL);
    shift(&mut window, Key::F5);
    press(&mut window, Key::F9);
    assert!(window.query_by_label("会议").is_none(), "the desk came before the room");
    window.get_by_label("现在结束表决？");
    let answered = |window: &Window| session(window).facts().open_vote().map(|(_, vote)| vote.ballots.len());
    press(&mut window, Key::Num1);
    assert_eq!(answered(&window), Some(19), "an answer behind the question");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("现在结束表决？").is_none());
    assert!(session(&window).facts().open_vote().is_some(), "Esc leaves it open");
    assert!(matches!(sees(&window), Card::VoteOpen(_)), "and blanks nothing");
    // Enter closes it only when nobody is still to be called.
    press(&mut window, Key::F9);
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert!(session(&window).facts().open_vote().is_some());
    let left = session(&window).facts().open_vote().map(|(_, vote)| vote.left().heads).unwrap();
    (0..left).for_each(|_| press(&mut window, Key::Num1));
    press(&mut window, Key::F9);
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert!(session(&window).facts().open_vote().is_none());
    assert!(matches!(sees(&window), Card::VoteResult(_)));
    window.get_by_label("投影画面");
}

#[test]
fn given_one_screen_the_picture_is_laid_out_for_this_window_and_its_clock_runs() {
    let mut window = at(Setting { size: vec2(1280.0, 960.0), ..Setting::default() }, story::DEBATE);
    shift(&mut window, Key::F5);
    assert_eq!(window.state().desk.audience().1.aspect, desk::screen::Aspect::Old);
    let clock = |window: &Window| window.get_by_label("投影画面").value().unwrap_or_default();
    let before = clock(&window);
    window.state_mut().now.mono_ms += 1_000;
    settle(&mut window);
    assert_ne!(clock(&window), before, "the clock stands");
    press(&mut window, Key::S);
    let paused = clock(&window);
    window.state_mut().now.mono_ms += 5_000;
    settle(&mut window);
    assert_eq!(clock(&window), paused, "the clock runs on");
}

/// A hand goes up on a small sheet: neither the desk comes before the room nor is the mouse wanted.
#[test]
fn given_one_screen_a_hand_is_raised_over_the_picture_and_the_desk_stays_away() {
    let mut window = meeting(Setting::default());
    shift(&mut window, Key::F5);
    let hands = |window: &Window| {
        let session = session(window);
        session.facts().open_meeting().map(|(_, meeting)| meeting.speakers.hands.len()).unwrap()
    };
    let before = hands(&window);
    press(&mut window, Key::F3);
    assert!(window.query_by_label("会议").is_none(), "the desk came before the room");
    // A letter belongs to the field, and Esc takes the sheet away without blanking the room.
    type_text(&mut window, "b");
    assert_ne!(sees(&window), Card::Blank);
    press(&mut window, Key::Escape);
    assert_ne!(sees(&window), Card::Blank);
    assert!(window.query_by_label("加一位发言人").is_none());
    press(&mut window, Key::F3);
    type_text(&mut window, "1-1-501");
    press(&mut window, Key::Enter);
    window.run_steps(2);
    window.snapshot("single-hand");
    press(&mut window, Key::Enter);
    assert_eq!(hands(&window), before + 1);
    assert!(window.query_by_label("加一位发言人").is_none(), "the sheet goes with the deed");
    window.get_by_label("投影画面");
    press(&mut window, Key::F7);
    assert!(matches!(sees(&window), Card::Speaker(_)));
}

/// A program that had to be started anew in the middle of a vote does not show the room who voted how.
#[test]
fn given_one_screen_and_a_vote_when_the_file_is_opened_again_then_the_window_is_the_picture_again() {
    let mut window = at(Setting::default(), story::ROLL_CALL);
    shift(&mut window, Key::F5);
    press(&mut window, Key::Num1);
    let path = session(&window).path().to_owned();
    window.state_mut().desk.close();
    window.state_mut().desk.open(&path);
    settle(&mut window);
    assert!(window.query_by_label("会议").is_none(), "the desk came before the room");
    assert_eq!(session(&window).facts().open_vote().map(|(_, vote)| vote.ballots.len()), Some(20));
    // Left for the desk on purpose, it is the desk that comes again.
    (0..2).for_each(|_| shift(&mut window, Key::F5));
    window.get_by_label("会议");
    window.state_mut().desk.close();
    window.state_mut().desk.open(&path);
    settle(&mut window);
    window.get_by_label("会议");
}

/// What is not counted cannot be closed, and Esc takes the question away here and at the desk.
#[test]
fn given_one_screen_and_hands_not_counted_then_enter_behind_f9_closes_nothing_and_esc_leaves_no_question_behind() {
    let mut window = meeting(Setting::default());
    let open = Command::open_vote(MotionNo(1), "deliberation", Method::Hands);
    assert!(window.state_mut().desk.workspace_mut().session_mut().unwrap().submit_and_settle(open).is_done());
    settle(&mut window);
    shift(&mut window, Key::F5);
    press(&mut window, Key::F9);
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert!(session(&window).facts().open_vote().is_some(), "nobody was counted");
    press(&mut window, Key::F9);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label("现在结束表决？").is_none());
    (0..2).for_each(|_| shift(&mut window, Key::F5));
    window.get_by_label("会议");
    assert!(window.query_by_label("现在结束表决？").is_none(), "the question was left behind the picture");
}

/// A question about an answer does not outlive the answer or the vote.
#[test]
fn given_one_screen_and_a_key_for_an_answer_that_stands_then_undo_or_the_close_takes_the_question_away() {
    let mut window = at(Setting::default(), story::ROLL_CALL);
    shift(&mut window, Key::F5);
    press(&mut window, Key::Num1);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::Num2);
    assert!(picture(&window).contains("再按一次"), "{}", picture(&window));
    press(&mut window, Key::F10);
    assert!(picture(&window).contains("请 1-2-501 表态"), "{}", picture(&window));

    let left = session(&window).facts().open_vote().map(|(_, vote)| vote.left().heads).unwrap();
    (0..left).for_each(|_| press(&mut window, Key::Num1));
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::Num2);
    press(&mut window, Key::F9);
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert!(session(&window).facts().open_vote().is_none());
    press(&mut window, Key::Escape);
    assert_eq!(sees(&window), Card::Blank, "Esc means the picture again");
}
