//! What the meeting page does before and in a vote, by accessible names and keys, on the played septic-tank meeting:
//! deeds reach the session as commands, drafts outlive every refresh, nothing is committed while pinyin is composed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, click, press, session, settle, type_text};
use deliberation::Command;
use deliberation::agenda::ItemState;
use deliberation::ballot::Choice;
use deliberation::ids::{ItemNo, MatterNo};
use deliberation::speakers::Side;
use deliberation::text::Words;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use hands::{choice_of, clear, desk, elsewhere, enter, facts, focus, meeting, shows};
use story::{DEBATE, QUOTES, REVIEW, ROLL_CALL, VOTED, desk_at};

#[test]
fn given_a_debate_then_the_three_panes_name_what_people_see() {
    let window = desk(DEBATE);
    for name in [
        "3 清掏费怎么分摊 正在议 讨论、表决",
        "5 楼道灯改声控  只议不决，通知后新增",
        "化粪池清掏费 1,650 元，由 36 户按户平均分摊。",
        "周凤军 1-2-102 提出，宋文 1-1-501 附议，19:26",
        "相差不大，一户四十五六元，争不起。",
        "马卫 1-3-301 反对",
        "1:24",
        "1 叶玉长 1-1-202 赞成 轮到赞成一方",
        "赞成 2:45",
        "晚 4 分钟 原定 20:05",
        "马卫说了什么…",
    ] {
        assert!(window.query_by_label(name).is_some(), "{name}");
    }
}

#[test]
fn given_f3_when_pinyin_enter_and_a_side_are_chosen_by_key_then_the_hand_is_up() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F3);
    enter(&mut window, "gsz");
    // The keyboard stands on the plain word, not on a side; the sides are a step away.
    assert!(window.get_by_label("发言").is_focused());
    window.get_by_label("反对").focus();
    window.run_steps(1);
    press(&mut window, Key::Enter);
    let hand = meeting(&window).speakers.hands.last().unwrap().clone();
    let door = facts(&window).roll.door_of(hand.person).unwrap().to_string();
    assert_eq!((door.as_str(), hand.side), ("1-1-302", Side::No));
    assert!(window.query_by_label("谁举手").is_none(), "the form closes when the hand is up");
}

/// Enter takes the person, Tab goes on to the next field: nobody reaches for the mouse in the middle of a form.
#[test]
fn given_a_person_taken_with_enter_then_tab_goes_on_to_the_next_field() {
    let mut window = desk(QUOTES);
    press(&mut window, Key::F9);
    window.get_by_label("提出的人").focus();
    window.run_steps(2);
    enter(&mut window, "zhoufengjun");
    assert!(window.get_by_label("提出的人").is_focused());
    press(&mut window, Key::Tab);
    assert!(window.get_by_label("附议的人").is_focused());
}

/// Two hasty Enters write nobody down for or against anything; Esc leaves nothing behind for the next hand.
#[test]
fn given_a_hand_in_a_hurry_then_it_takes_no_side_and_after_esc_the_next_begins_anew() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F3);
    enter(&mut window, "gsz");
    press(&mut window, Key::Enter);
    assert_eq!(meeting(&window).speakers.hands.last().unwrap().side, Side::Neutral);
    press(&mut window, Key::F3);
    type_text(&mut window, "zhoufengjun");
    press(&mut window, Key::Escape);
    press(&mut window, Key::F3);
    assert_eq!(window.get_by_label("谁举手").value().unwrap_or_default(), "");
}

#[test]
fn given_somebody_not_in_the_hall_then_he_is_not_offered_for_a_hand() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F3);
    type_text(&mut window, "1-1-402");
    assert!(shows(&window, "没有这样的人"));
}

#[test]
fn given_a_waiting_row_when_it_is_opened_then_the_floor_can_be_given_or_the_hand_lowered() {
    let mut window = desk(DEBATE);
    click(&mut window, "3 周凤军 1-2-102 赞成 说过 1 次，让次数少的先说");
    click(&mut window, "放下");
    assert_eq!(meeting(&window).speakers.hands.len(), 2);
    let row = window.get_by_label_contains("康德 1-2-302 反对");
    row.click();
    settle(&mut window);
    click(&mut window, "请发言");
    let called = meeting(&window).speakers.called.unwrap();
    assert_eq!(facts(&window).roll.door_of(called.person).unwrap().as_str(), "1-2-302");
    click(&mut window, "开始计时");
    assert_eq!(meeting(&window).speakers.speaking().unwrap().person, called.person);
}

#[test]
fn given_what_somebody_said_half_typed_when_the_floor_changes_then_it_still_belongs_to_him() {
    let mut window = desk(DEBATE);
    focus(&mut window, "马卫说了什么…");
    type_text(&mut window, "一个人住");
    elsewhere(&mut window, Command::start_turn());
    assert!(shows(&window, "马卫说了什么…"));
    enter(&mut window, "，用得少");
    let turns = &meeting(&window).speakers.turns;
    let said = turns[turns.len() - 2].said.as_ref().unwrap();
    assert_eq!(session(&window).snapshot().register.text(said.blob), Some("一个人住，用得少"));
    assert!(turns.last().unwrap().said.is_none());
}

#[test]
fn given_pinyin_being_composed_when_enter_is_pressed_then_nothing_is_committed_until_the_word_is_chosen() {
    let mut window = desk(DEBATE);
    focus(&mut window, "补一句记录…");
    window.event(Event::Ime(ImeEvent::Preedit { text: "shi fou".into(), active_range_chars: None }));
    window.run_steps(2);
    let before = session(&window).snapshot().seq;
    press(&mut window, Key::Enter);
    assert_eq!(session(&window).snapshot().seq, before);
    window.event(Event::Ime(ImeEvent::Commit("是否".into())));
    window.run_steps(2);
    focus(&mut window, "补一句记录…");
    enter(&mut window, "通知到租户");
    assert_eq!(session(&window).snapshot().seq.0, before.0 + 1);
    assert!(shows(&window, "通知到租户"));
}

#[test]
fn given_a_half_typed_sentence_when_others_act_then_it_stays_as_it_is() {
    let mut window = desk(DEBATE);
    focus(&mut window, "补一句记录…");
    type_text(&mut window, "主持人说明");
    elsewhere(&mut window, Command::AddNote { meeting: None, item: None, words: Words::typed("另一句") });
    assert_eq!(window.get_by_label("补一句记录…").value().as_deref(), Some("主持人说明"));
}

#[test]
fn given_a_motion_when_f9_and_enter_are_pressed_then_the_roll_call_begins_under_the_rule_shown() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F9);
    assert!(shows(&window, "赞成的人比反对的多就算通过"));
    assert!(shows(&window, "协商意见，不具业主大会效力"));
    assert!(shows(&window, "没有约定时，费用按专有部分面积分摊"), "the split is by household");
    press(&mut window, Key::Enter);
    assert!(facts(&window).open_vote().is_some());
    assert!(shows(&window, "1-1-101 史娥凤"));
}

#[test]
fn given_a_motion_when_its_words_are_changed_then_the_box_and_the_facts_have_them() {
    let mut window = desk(DEBATE);
    click(&mut window, "修改…");
    clear(&mut window);
    type_text(&mut window, "清掏费由 36 户平摊。");
    click(&mut window, "改好");
    assert_eq!(facts(&window).motions[0].text, "清掏费由 36 户平摊。");
    assert!(window.query_by_label("修改动议").is_none());
}

#[test]
fn given_a_roll_call_when_1_2_3_are_pressed_then_each_marked_household_answers_and_the_next_is_called() {
    let mut window = desk(ROLL_CALL);
    window.get_by_label("1-2-501 文玉河");
    press(&mut window, Key::Num1);
    press(&mut window, Key::Num2);
    press(&mut window, Key::Num3);
    assert_eq!(choice_of(&window, "1-2-501"), Some(Choice::Yes));
    assert_eq!(choice_of(&window, "1-2-502"), Some(Choice::No));
    assert_eq!(choice_of(&window, "1-2-601"), Some(Choice::Abstain));
    // 1-2-602 is absent and is passed over.
    assert!(shows(&window, "点到 22 人，共 31 人"));
    press(&mut window, Key::Num1);
    assert_eq!(choice_of(&window, "1-3-101"), Some(Choice::Yes));
    press(&mut window, Key::F10);
    assert_eq!(choice_of(&window, "1-3-101"), None);
}

#[test]
fn given_a_roll_call_when_arrows_or_a_door_number_are_used_then_the_mark_moves_there() {
    let mut window = desk(ROLL_CALL);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Num1);
    // 402 of the second stair has answered: what one key pressed there means is asked.
    assert_eq!(choice_of(&window, "1-2-402"), Some(Choice::No));
    assert!(shows(&window, "这户已经表过态了，刚才按的是："));
    press(&mut window, Key::Num1);
    assert_eq!(choice_of(&window, "1-2-402"), Some(Choice::Yes));
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_steps(2);
    enter(&mut window, "3502");
    press(&mut window, Key::Num3);
    assert_eq!(choice_of(&window, "1-3-502"), Some(Choice::Abstain));
}

#[test]
fn given_somebody_absent_then_he_can_be_looked_at_and_not_recorded() {
    let mut window = desk(ROLL_CALL);
    click(&mut window, "1-2-602 傅美国");
    assert!(shows(&window, "表决开始时没有到会"));
    click(&mut window, "赞成");
    assert_eq!(choice_of(&window, "1-2-602"), None);
}

#[test]
fn given_a_vote_under_way_then_closing_asks_first_and_says_what_it_means() {
    let mut window = desk(ROLL_CALL);
    assert!(shows(&window, "现在结束：通过，赞成过半（弃权不计）"));
    assert!(shows(&window, "赞成 16 人，需 10 人"));
    press(&mut window, Key::F9);
    assert!(shows(&window, "还没点到的 12 人按没参加算"));
    press(&mut window, Key::Escape);
    assert!(!shows(&window, "还没点到的 12 人按没参加算"));
    assert!(facts(&window).open_vote().is_some());
    // Twelve are not called yet: a hasty Enter is no answer for them.
    press(&mut window, Key::F9);
    press(&mut window, Key::Enter);
    assert!(facts(&window).open_vote().is_some());
    press(&mut window, Key::F9);
    click(&mut window, "结束表决");
    assert!(facts(&window).open_vote().is_none());
    assert!(shows(&window, "表决结果"));
    assert!(shows(&window, "通过，赞成过半（弃权不计）"));
}

#[test]
fn given_the_smallest_window_then_the_roll_call_keeps_verdict_and_called_household() {
    let window = desk_at(Setting::small(), ROLL_CALL);
    assert!(shows(&window, "现在结束：通过"));
    assert!(shows(&window, "1-2-501 文玉河"));
    assert!(window.query_by_label("遮屏").is_some() && window.query_by_label("锁定").is_some());
    let picture = words::t(words::Lang::ZhCn, "screen-picture");
    assert!(window.query_by_label(&picture).is_none(), "the preview picture is folded");
}

#[test]
fn given_quotes_when_one_is_noted_and_taken_then_the_conclusion_is_begun_and_enter_ends_the_item() {
    let mut window = desk(QUOTES);
    focus(&mut window, "供应商");
    type_text(&mut window, "通达清洁");
    press(&mut window, Key::Tab);
    enter(&mut window, "１，９００");
    assert!(shows(&window, "通达清洁 1,900.00 元"));
    click(&mut window, "选它… 宏清环卫");
    assert_eq!(window.get_by_label("议定").value().as_deref(), Some("选用报价最低的宏清环卫，1,650.00 元"));
    press(&mut window, Key::Enter);
    let item = meeting(&window).item(ItemNo(2)).unwrap();
    assert_eq!((item.state, item.conclusion.as_str()), (ItemState::Done, "选用报价最低的宏清环卫，1,650.00 元"));
    assert_eq!(item.quotes.len(), 4);
}

#[test]
fn given_a_price_that_is_none_then_it_is_said_beside_the_field_and_the_draft_stays() {
    let mut window = desk(QUOTES);
    focus(&mut window, "供应商");
    type_text(&mut window, "通达清洁");
    press(&mut window, Key::Tab);
    enter(&mut window, "一千九");
    assert!(shows(&window, "请写成金额，如 1,650.00"));
    assert_eq!(window.get_by_label("报价（元）").value().as_deref(), Some("一千九"));
    assert_eq!(meeting(&window).item(ItemNo(2)).unwrap().quotes.len(), 3);
}

#[test]
fn given_the_first_item_then_matters_of_before_are_ticked_and_opened_again() {
    let mut window = desk(REVIEW);
    assert!(shows(&window, "2 件办完，1 件没办完"));
    click(&mut window, "办完了 楼道灯改声控，问清费用");
    assert!(facts(&window).matter(MatterNo(3)).unwrap().done.is_some());
    click(&mut window, "重新打开 换一楼公示栏的玻璃");
    assert!(facts(&window).matter(MatterNo(1)).unwrap().done.is_none());
}

#[test]
fn given_f4_when_an_item_is_typed_then_it_stands_before_the_read_back_and_is_only_discussed() {
    let mut window = desk(REVIEW);
    press(&mut window, Key::F4);
    enter(&mut window, "门口的路灯");
    let items = &meeting(&window).items;
    assert_eq!(items[items.len() - 2].title, "门口的路灯");
    assert!(shows(&window, "6 门口的路灯  只议不决，通知后新增"));
    assert!(window.query_by_label("新的一项").is_none());
}

#[test]
fn given_an_item_of_the_agenda_when_it_is_pressed_then_it_is_on_the_table() {
    let mut window = desk(REVIEW);
    click(&mut window, "4 谁收款、谁监工  讨论");
    assert_eq!(meeting(&window).current(), Some(ItemNo(4)));
}

#[test]
fn given_a_duty_with_whom_and_until_when_then_it_is_in_the_ledger_and_under_the_item() {
    let mut window = desk(VOTED);
    click(&mut window, "交办…");
    type_text(&mut window, "请宏清环卫来清掏");
    press(&mut window, Key::Tab);
    enter(&mut window, "hejing");
    focus(&mut window, "时限");
    enter(&mut window, "2026/7/20");
    let matter = facts(&window).matters.last().unwrap();
    assert_eq!((matter.text.as_str(), matter.from.unwrap().item), ("请宏清环卫来清掏", ItemNo(3)));
    assert!(shows(&window, "本项交办"));
    assert!(shows(&window, "请宏清环卫来清掏 何静 7 月 20 日 没办完"));
}

#[test]
fn given_nobody_for_a_duty_then_the_form_says_so_and_keeps_its_words() {
    let mut window = desk(VOTED);
    click(&mut window, "交办…");
    type_text(&mut window, "清掏");
    click(&mut window, "交办");
    assert!(shows(&window, "请先选定谁来办"));
    press(&mut window, Key::Escape);
    click(&mut window, "交办…");
    assert_eq!(window.get_by_label("办什么").value().as_deref(), Some("清掏"));
}

/// A form does not travel to another item; what was written is there again when it is next opened.
#[test]
fn given_a_half_typed_duty_when_another_item_begins_then_its_form_is_closed_and_its_words_are_kept() {
    let mut window = desk(VOTED);
    click(&mut window, "交办…");
    type_text(&mut window, "清掏");
    click(&mut window, "4 谁收款、谁监工  讨论");
    assert!(window.query_by_label("办什么").is_none());
    click(&mut window, "交办…");
    assert_eq!(window.get_by_label("办什么").value().as_deref(), Some("清掏"));
}

/// A page key turns what lies over the meeting, never the meeting behind it.
#[test]
fn given_the_sheet_of_keys_or_the_palette_when_a_page_key_is_pressed_then_the_meeting_stands_still() {
    let mut window = desk(DEBATE);
    let stand = |window: &common::Window| {
        let session = window.state().desk.workspace().session().unwrap();
        (session.stage.shown(), session.snapshot().seq)
    };
    let before = stand(&window);
    for open in [(Modifiers::NONE, Key::F1), (Modifiers::COMMAND, Key::K)] {
        window.key_press_modifiers(open.0, open.1);
        settle(&mut window);
        (0..3).for_each(|_| press(&mut window, Key::PageDown));
        press(&mut window, Key::PageUp);
        assert_eq!(stand(&window), before, "{open:?}");
        press(&mut window, Key::Escape);
    }
    press(&mut window, Key::PageDown);
    assert_ne!(stand(&window), before);
}
