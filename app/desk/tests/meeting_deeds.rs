//! What the meeting pages do, by accessible names and keys, on the played septic-tank meeting: deeds reach the session as
//! commands, drafts outlive every refresh, nothing is committed while pinyin is being composed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, click, press, session, settle, type_text};
use deliberation::agenda::ItemState;
use deliberation::ballot::Choice;
use deliberation::collection::Answer;
use deliberation::ids::{CollectionNo, ItemNo, MatterNo, MeetingNo, VoteNo};
use deliberation::meeting::Meeting;
use deliberation::speakers::Side;
use deliberation::text::Words;
use deliberation::{Command, Door, Facts};
use desk::page::Place;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use story::{
    BEFORE, COLLECTION, DEBATE, Moment, OVER, PROCEDURE, QUOTES, READ_BACK, REVIEW, ROLL_CALL, VOTED, desk_at,
};

fn desk(moment: Moment) -> Window {
    desk_at(Setting::default(), moment)
}

fn facts(window: &Window) -> &Facts {
    session(window).facts()
}

fn meeting(window: &Window) -> &Meeting {
    facts(window).working_meeting().unwrap().1
}

fn shows(window: &Window, label: &str) -> bool {
    window.query_all_by_label_contains(label).next().is_some()
}

fn focus(window: &mut Window, label: &str) {
    window.get_by_label(label).focus();
    window.run_steps(2);
}

fn clear(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.key_press(Key::Delete);
    window.run_steps(1);
}

fn enter(window: &mut Window, text: &str) {
    type_text(window, text);
    press(window, Key::Enter);
}

/// Somebody else's deed, as from a second hand.
fn elsewhere(window: &mut Window, command: Command) {
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    assert!(session.submit_and_settle(command).is_done());
    settle(window);
}

fn choice_of(window: &Window, door: &str) -> Option<Choice> {
    let voter = facts(window).roll.voter(&Door::new(door))?;
    facts(window).vote(VoteNo(1))?.ballots.get(&voter).map(|ballot| ballot.choice)
}

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
    // The keyboard stands on the first side now.
    assert!(window.get_by_label("赞成").is_focused());
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    let hand = meeting(&window).speakers.hands.last().unwrap().clone();
    let door = facts(&window).roll.door_of(hand.person).unwrap().to_string();
    assert_eq!((door.as_str(), hand.side), ("1-1-302", Side::No));
    assert!(window.query_by_label("谁举手").is_none(), "the form closes when the hand is up");
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
    click(&mut window, "3 周凤军 1-2-102 赞成 19:38 举手；说过 1 次");
    click(&mut window, "放下");
    assert_eq!(meeting(&window).speakers.hands.len(), 2);
    let row = window.get_by_label_contains("康德 1-2-302 反对");
    row.click();
    settle(&mut window);
    click(&mut window, "请发言");
    let turn = meeting(&window).speakers.speaking().unwrap();
    assert_eq!(facts(&window).roll.door_of(turn.person).unwrap().as_str(), "1-2-302");
}

#[test]
fn given_what_somebody_said_half_typed_when_the_floor_changes_then_it_still_belongs_to_him() {
    let mut window = desk(DEBATE);
    focus(&mut window, "马卫说了什么…");
    type_text(&mut window, "一个人住");
    elsewhere(&mut window, Command::StartTurn { who: None, side: None });
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
    // 402 of the second stair has answered: the first answer stands, and that is said.
    assert_eq!(choice_of(&window, "1-2-402"), Some(Choice::No));
    assert!(window.state().desk.complaint().is_some());
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
    press(&mut window, Key::F9);
    press(&mut window, Key::Enter);
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

#[test]
fn given_a_procedure_when_the_amount_is_changed_then_everybodys_share_is_new_and_a_bad_one_is_refused_beside_it() {
    let mut window = desk(PROCEDURE);
    assert!(shows(&window, "1-1-101 史娥凤 45.84"));
    assert!(shows(&window, "合计 1,650.00"));
    focus(&mut window, "总额（元）");
    clear(&mut window);
    enter(&mut window, "1,800");
    assert!(shows(&window, "1-1-101 史娥凤 50.00"));
    focus(&mut window, "总额（元）");
    clear(&mut window);
    enter(&mut window, "很多");
    assert!(shows(&window, "请写成金额，如 1,650.00"));
    assert_eq!(window.get_by_label("总额（元）").value().as_deref(), Some("很多"));
    assert!(shows(&window, "1-1-101 史娥凤 50.00"), "the last good page stays");
}

#[test]
fn given_a_rule_of_the_procedure_that_refuses_then_the_sentence_is_shown_and_the_draft_stays() {
    let mut window = desk(PROCEDURE);
    focus(&mut window, "补贴（元）");
    clear(&mut window);
    enter(&mut window, "9999");
    assert!(window.state().desk.complaint().is_some());
    assert_eq!(window.get_by_label("补贴（元）").value().as_deref(), Some("9999"));
    assert!(shows(&window, "1-1-101 史娥凤 45.84"));
}

#[test]
fn given_a_procedure_when_its_sheet_is_taken_without_a_motion_then_the_motion_form_opens_with_it() {
    let mut window = desk(PROCEDURE);
    click(&mut window, "用作费用方案");
    assert_eq!(facts(&window).sheets.len(), 1);
    assert!(shows(&window, "提出动议"));
    type_text(&mut window, "按户平摊。");
    press(&mut window, Key::Tab);
    enter(&mut window, "1-2-102");
    click(&mut window, "提出");
    let motion = facts(&window).motions.last().unwrap();
    assert_eq!((motion.text.as_str(), motion.sheet.map(|sheet| sheet.0)), ("按户平摊。", Some(1)));
    assert!(shows(&window, "45.84 元 × 12 户，45.83 元 × 24 户"));
}

#[test]
fn given_a_procedure_when_a_household_is_looked_up_then_its_amount_and_how_it_was_computed_stand_there() {
    let mut window = desk(PROCEDURE);
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_steps(2);
    type_text(&mut window, "3602");
    assert!(shows(&window, "1-3-602 高美珍 45.83 元"));
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert!(shows(&window, "房号 1-3-602 高美珍"));
}

#[test]
fn given_a_table_when_it_is_sorted_by_hand_then_the_order_changes_and_the_groups_hold() {
    let mut window = desk(PROCEDURE);
    click(&mut window, "排序");
    click(&mut window, "房号，从大到小");
    let top = |label: &str| window.get_by_label(label).rect().top();
    assert!(top("1-1-602 马建生 45.84") < top("1-1-601 阎英霞 45.84"));
    assert!(shows(&window, "小计 550.08"));
}

#[test]
fn given_the_recorders_desk_when_a_sentence_is_put_differently_then_it_is_kept_and_can_be_restored() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F6);
    click(&mut window, "事件 74 周凤军赞成：每户都在用，按户最简单，当晚就能收。");
    assert!(shows(&window, "第 3 项第 3 句的出处"));
    click(&mut window, "改这一句");
    clear(&mut window);
    enter(&mut window, "周凤军赞成：按户最简单");
    assert_eq!(meeting(&window).edits.len(), 1);
    assert!(shows(&window, "事件 74 周凤军赞成：按户最简单。"));
    click(&mut window, "还原");
    assert!(meeting(&window).edits.is_empty());
    press(&mut window, Key::F6);
    assert!(shows(&window, "展开记录台"));
}

#[test]
fn given_a_sentence_being_rewritten_when_esc_is_pressed_then_it_stays_as_it_was() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F6);
    let sentence = "事件 74 周凤军赞成：每户都在用，按户最简单，当晚就能收。";
    click(&mut window, sentence);
    click(&mut window, sentence);
    type_text(&mut window, "没想好");
    press(&mut window, Key::Escape);
    settle(&mut window);
    assert!(meeting(&window).edits.is_empty());
    assert!(shows(&window, sentence));
}

#[test]
fn given_a_closed_meeting_then_making_the_minutes_final_asks_first() {
    let mut window = desk(OVER);
    press(&mut window, Key::F6);
    click(&mut window, "定稿…");
    assert!(meeting(&window).finalised.is_none());
    assert!(shows(&window, "定稿以后一句也不能再改"));
    click(&mut window, "定稿");
    assert!(meeting(&window).finalised.is_some());
    assert!(shows(&window, "已定稿"));
}

#[test]
fn given_the_minutes_when_word_is_asked_for_then_a_file_is_written_where_somebody_chose() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("纪要.docx");
    let mut window = desk_at(Setting::choosing(&path), DEBATE);
    press(&mut window, Key::F6);
    click(&mut window, "导出 Word…");
    settle(&mut window);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn given_the_read_back_then_decisions_and_duties_are_read_one_by_one_and_the_meeting_can_be_closed() {
    let mut window = desk(READ_BACK);
    assert!(shows(&window, "读了 0 条，共 8 条"));
    click(&mut window, "读完，下一条");
    assert!(shows(&window, "读了 1 条，共 8 条"));
    assert!(shows(&window, "7 按户上门收款，每户 45.84 或 45.83 元 周凤军 1-2-102 7 月 25 日 星期六"));
    click(&mut window, "散会");
    assert!(!meeting(&window).is_open());
}

#[test]
fn given_a_planned_meeting_then_it_says_what_is_next_and_leads_to_sign_in() {
    let mut window = desk(BEFORE);
    assert!(shows(&window, "7 月 18 日 星期六 19:00"));
    assert!(shows(&window, "现在加的事项只议不决"));
    click(&mut window, "去签到");
    assert_eq!(window.state().desk.place(), Place::SignIn);
}

#[test]
fn given_a_closed_meeting_when_the_next_is_planned_then_it_has_title_number_and_start() {
    let mut window = desk(OVER);
    click(&mut window, "筹备下一次…");
    focus(&mut window, "日期");
    clear(&mut window);
    type_text(&mut window, "2026-08-15");
    click(&mut window, "定下");
    let plan = &facts(&window).meeting(MeetingNo(2)).unwrap().plan;
    assert_eq!((plan.title.as_str(), plan.ordinal), ("水产宿舍小方桌会议", Some(15)));
    assert_eq!(plan.start, deliberation::At::parse("2026-08-15T19:00:00+08:00").unwrap());
    assert!(shows(&window, "议程还是空的"));
}

fn collection(window: &Window) -> deliberation::collection::Collection {
    facts(window).collection(CollectionNo(1)).unwrap().clone()
}

fn collections(moment: Moment) -> Window {
    let mut window = desk(moment);
    window.state_mut().desk.show(Place::Collections);
    settle(&mut window);
    window
}

#[test]
fn given_an_open_household_when_ctrl_n_and_enter_are_pressed_then_the_open_amount_is_taken_under_the_next_receipt() {
    let mut window = collections(COLLECTION);
    assert!(shows(&window, "1-1-402 王华 同意 45.84"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(3);
    press(&mut window, Key::Enter);
    let account = collection(&window).account(&Door::new("1-1-402")).unwrap().clone();
    assert_eq!((account.open().0, account.payments[0].receipt.as_str()), (0, "035"));
    // On to the next that is open, with its own amount.
    assert_eq!(window.get_by_label("金额（元）").value().as_deref(), Some("45.83"));
    assert!(shows(&window, "合计 36 户 1,650.00 1,604.17 缺口 45.83"));
}

#[test]
fn given_more_than_is_open_then_it_is_refused_in_a_sentence_and_the_form_stays_filled_in() {
    let mut window = collections(COLLECTION);
    focus(&mut window, "金额（元）");
    clear(&mut window);
    enter(&mut window, "50");
    assert!(window.state().desk.complaint().is_some());
    assert_eq!(window.get_by_label("金额（元）").value().as_deref(), Some("50"));
    assert_eq!(collection(&window).sums().paid.0, 155_833);
}

#[test]
fn given_a_household_that_was_not_reached_when_its_answer_changes_then_the_columns_still_add_up() {
    let mut window = collections(COLLECTION);
    click(&mut window, "1-2-602 傅美国 没联系上 45.83 —");
    assert!(shows(&window, "未收 45.83 元"), "it does not owe");
    click(&mut window, "改意见…");
    click(&mut window, "不同意");
    let sums = collection(&window).sums();
    assert_eq!(sums.declined, (amounts::Fen(4_583), 1));
    let open = sums.agreed_open.0.0 + sums.not_reached.0.0 + sums.declined.0.0;
    assert_eq!(sums.due.0, sums.paid.0 + open);
    assert_eq!(collection(&window).account(&Door::new("1-2-602")).unwrap().answer, Answer::Declined);
    assert!(shows(&window, "不同意 45.83 1 户，不算应收"));
}

#[test]
fn given_the_collection_page_then_nobody_is_called_in_arrears_and_arrows_walk_the_rows() {
    let mut window = collections(COLLECTION);
    assert!(!shows(&window, "欠"));
    press(&mut window, Key::ArrowDown);
    assert!(window.query_by_label("1-2-602 45.58 ㎡，常住 1 人").is_some() || shows(&window, "未收 45.83 元"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_steps(2);
    enter(&mut window, "3602");
    assert!(shows(&window, "这一户已收齐"));
}

#[test]
fn given_the_ledger_then_matters_stand_by_what_is_due_and_are_noted_and_ticked_by_key() {
    let mut window = desk(COLLECTION);
    window.state_mut().desk.show(Place::Matters);
    settle(&mut window);
    assert!(shows(&window, "3 楼道灯改声控，问清费用 会外 没办完 易军金 7 月 15 日 过期 5 天"));
    click(&mut window, "4 请宏清环卫清掏化粪池，1,650.00 元 第 14 次会议，第 4 项 没办完 何静 7 月 20 日 今天到期");
    click(&mut window, "办完了");
    assert!(facts(&window).matter(MatterNo(4)).unwrap().done.is_some());
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(3);
    type_text(&mut window, "东墙树枝挡窗");
    press(&mut window, Key::Tab);
    enter(&mut window, "guoxiaoman");
    focus(&mut window, "时限");
    enter(&mut window, "2026-08-03");
    let matter = facts(&window).matters.last().unwrap();
    assert_eq!((matter.text.as_str(), matter.from), ("东墙树枝挡窗", None));
    assert!(shows(&window, "还有 14 天"));
}

#[test]
fn given_an_empty_collection_and_ledger_then_they_say_what_to_do_next() {
    let mut window = collections(BEFORE);
    assert!(shows(&window, "还没有要收的费用"));
    click(&mut window, "去会议");
    assert_eq!(window.state().desk.place(), Place::Meeting);
}

#[test]
fn given_the_keyboard_alone_then_tab_reaches_every_pane_of_a_debate() {
    let mut window = desk(DEBATE);
    let mut reached = Vec::new();
    let wanted =
        ["4 谁收款、谁监工  讨论", "结束本项…", "修改…", "马卫说了什么…", "补一句记录…", "暂停", "下一位", "遮屏"];
    for _ in 0..60 {
        window.key_press(Key::Tab);
        window.run_steps(2);
        for name in wanted {
            let focused = window.query_by_label(name).is_some_and(|node| node.is_focused());
            if focused && !reached.contains(&name) {
                reached.push(name);
            }
        }
    }
    reached.sort_unstable();
    let mut all = wanted.to_vec();
    all.sort_unstable();
    assert_eq!(reached, all);
}
