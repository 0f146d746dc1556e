//! The speakers pane, prompts and talk rules on the desk, by accessible names and keys, with scripted moments.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, click, press, session, settle};
use deliberation::Command;
use deliberation::speakers::{Prompt, Side, TalkRule};
use egui::{Key, Modifiers};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use hands::{desk, elsewhere, enter, meeting, shows};
use session::audience::Card;
use story::{DEBATE, QUOTES, desk_at};

/// So many seconds later, a frame a second as a running clock asks for.
fn later(window: &mut Window, seconds: u64) {
    for _ in 0..seconds {
        let now = &mut window.state_mut().now;
        (now.mono_ms, now.utc_ms) = (now.mono_ms + 1_000, now.utc_ms + 1_000);
        window.run_steps(1);
    }
    settle(window);
}

/// The computer sleeps: the monotonic clock stands still, the wall clock goes on.
fn sleep(window: &mut Window, seconds: i64) {
    window.state_mut().now.utc_ms += seconds * 1_000;
    settle(window);
}

fn held(window: &mut Window, held: Modifiers, key: Key) {
    window.key_press_modifiers(held, key);
    settle(window);
}

#[test]
fn given_f7_then_the_first_is_called_and_the_second_press_starts_the_clock() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F7);
    assert!(shows(&window, "已请，走上来") && shows(&window, "叶玉长 1-1-202 赞成") && shows(&window, "2:00"));
    assert!(meeting(&window).speakers.speaking().is_none());
    let (view, _) = window.state().desk.audience();
    let Card::Speaker(card) = &view.card else { panic!("no debate on the screen") };
    assert!(card.called);
    press(&mut window, Key::F7);
    later(&mut window, 30);
    assert!(shows(&window, "1:30") && !shows(&window, "还剩 30 秒"));
    later(&mut window, 60);
    assert!(shows(&window, "还剩 30 秒") && shows(&window, "0:30"));
    later(&mut window, 30);
    assert!(shows(&window, "时间到，谢谢") && shows(&window, "+0:00"));
    // Thirty seconds more once; the second time a sentence says why not.
    held(&mut window, Modifiers::COMMAND, Key::ArrowUp);
    assert!(shows(&window, "0:30"));
    held(&mut window, Modifiers::COMMAND, Key::ArrowUp);
    assert!(shows(&window, "一次发言最多加 30 秒"));
}

#[test]
fn given_a_forgotten_start_then_a_notice_says_since_when_and_one_key_counts_from_there() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F7);
    later(&mut window, 14);
    assert!(!shows(&window, "发言人已换"));
    later(&mut window, 26);
    assert!(shows(&window, "发言人已换 40 秒，计时未开"));
    held(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    assert!(!shows(&window, "发言人已换") && shows(&window, "1:20"));
    press(&mut window, Key::F10);
    assert!(shows(&window, "发言人已换 40 秒，计时未开"));
    click(&mut window, "从那时算起");
    assert!(shows(&window, "1:20"));
}

#[test]
fn given_somebody_called_who_does_not_come_then_the_hand_goes_down_and_the_next_is_called() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F7);
    click(&mut window, "不说了，放下");
    assert!(meeting(&window).speakers.called.is_none());
    press(&mut window, Key::F7);
    assert!(shows(&window, "康德 1-2-302 反对"));
    click(&mut window, "每人");
    assert!(shows(&window, "叶玉长 放下了手 0:00"));
}

#[test]
fn given_a_computer_that_slept_then_the_clock_stands_and_says_so_until_it_goes_on() {
    let mut window = desk(DEBATE);
    later(&mut window, 1);
    let before = meeting(&window).speakers.speaking().unwrap().spent_ms;
    sleep(&mut window, 372);
    assert!(shows(&window, "休眠 6 分钟，计时停着"), "{before}");
    assert!(shows(&window, "1:23"));
    press(&mut window, Key::S);
    later(&mut window, 3);
    assert!(shows(&window, "1:20") && !shows(&window, "休眠"));
}

#[test]
fn given_a_point_of_order_then_it_stands_first_with_its_reason_and_takes_no_turn() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F3);
    enter(&mut window, "1-1-501");
    click(&mut window, "秩序问题");
    assert!(shows(&window, "1 宋文 1-1-501 秩序问题 秩序问题先处理"));
    press(&mut window, Key::F7);
    press(&mut window, Key::F7);
    assert!(shows(&window, "不占次数"));
}

#[test]
fn given_two_turns_then_a_third_hand_is_refused_in_one_sentence() {
    let mut window = desk(DEBATE);
    for _ in 0..2 {
        let raise = Command::RaiseHand { who: deliberation::Door::new("1-1-501").into(), side: Side::Yes };
        elsewhere(&mut window, raise);
        let who = Some(deliberation::Door::new("1-1-501").into());
        elsewhere(&mut window, Command::StartTurn { who, side: None, since: None });
        elsewhere(&mut window, Command::EndTurn);
    }
    held(&mut window, Modifiers::COMMAND, Key::R);
    assert!(shows(&window, "这位在本项已经说满 2 次"));
}

#[test]
fn given_talk_time_then_it_is_shown_by_side_person_and_building_in_the_words_of_the_figures() {
    let mut window = desk(DEBATE);
    assert!(shows(&window, "赞成 2:45"));
    click(&mut window, "每人");
    assert!(shows(&window, "周凤军 举着手 1:30") && shows(&window, "马卫 正在说 0:36"));
    click(&mut window, "楼栋");
    assert!(shows(&window, "1 栋 3:21"));
}

#[test]
fn given_alt_and_a_digit_then_the_room_reads_a_rule_for_some_seconds_and_no_name_is_kept() {
    let mut window = desk(DEBATE);
    held(&mut window, Modifiers::ALT, Key::Num2);
    let hint = |window: &Window| window.state().desk.audience().0.hint.clone();
    assert_eq!(hint(&window).as_deref(), Some("请就事论事"));
    assert_eq!(meeting(&window).prompts.last().map(|given| given.prompt), Some(Prompt::OnTopic));
    let before = session(&window).snapshot().seq;
    later(&mut window, 8);
    assert_eq!((hint(&window), session(&window).snapshot().seq), (None, before));
    click(&mut window, "更多…");
    click(&mut window, "请没说过的先说");
    assert_eq!(hint(&window).as_deref(), Some("请没说过的先说"));
    press(&mut window, Key::F10);
    assert_eq!(hint(&window), None);
}

#[test]
fn given_another_rule_card_for_the_item_then_it_holds_there_is_on_the_screen_and_in_the_minutes() {
    let mut window = desk(DEBATE);
    click(&mut window, "换…");
    click(&mut window, "每人 1 分钟，每项 3 次");
    let talk = meeting(&window).talk(meeting(&window).current());
    assert_eq!(talk, TalkRule { limit_ms: 60_000, turns: 3 });
    let (view, _) = window.state().desk.audience();
    let Card::Speaker(card) = &view.card else { panic!("no debate on the screen") };
    assert_eq!(card.head.right, "每人 1 分钟，每项 3 次");
    assert!(shows(&window, "本项发言规则改为：每人1分钟，每项3次"));
    assert!(window.query_by_label("只管这一项，从下一位起，记入纪要").is_none(), "the form closes");
}

#[test]
fn the_floor_looks_as_designed() {
    let mut album = SnapshotResults::new();
    let mut picture = |window: &mut Window, name: &str| {
        window.snapshot(name);
        album.extend_harness(window);
    };
    let mut window = desk(DEBATE);
    press(&mut window, Key::F7);
    picture(&mut window, "floor-called");
    later(&mut window, 40);
    picture(&mut window, "floor-forgotten");
    let mut window = desk(DEBATE);
    later(&mut window, 1);
    sleep(&mut window, 372);
    click(&mut window, "每人");
    picture(&mut window, "floor-slept");
    click(&mut window, "换…");
    picture(&mut window, "floor-talk-rule");
    let mut window = desk_at(Setting { size: common::SMALL, ..Setting::english() }, DEBATE);
    press(&mut window, Key::F7);
    later(&mut window, 40);
    picture(&mut window, "floor-forgotten-720-english");
    let mut window = desk_at(Setting::dark(), QUOTES);
    press(&mut window, Key::F3);
    enter(&mut window, "1-1-501");
    held(&mut window, Modifiers::ALT, Key::Num3);
    picture(&mut window, "floor-prompt-dark");
}
