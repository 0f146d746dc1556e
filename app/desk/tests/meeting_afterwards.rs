//! Procedures, the recorder's desk, collections and the ledger, by accessible names and keys, on the played story.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, click, press, settle, type_text};
use deliberation::Door;
use deliberation::collection::Answer;
use deliberation::ids::{CollectionNo, MatterNo, MeetingNo};
use desk::look::BannerKind;
use desk::page::Place;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use hands::{clear, desk, enter, facts, focus, meeting, shows};
use session::audience::Progress;
use story::{BEFORE, COLLECTION, DEBATE, Moment, OVER, PROCEDURE, READ_BACK, REVIEW, VOTED, desk_at};

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
    // The complaint stands above the page; behind it the last good page has stayed, and what was typed too.
    press(&mut window, Key::Escape);
    assert!(window.state().desk.complaint().is_none());
    assert_eq!(window.get_by_label("补贴（元）").value().as_deref(), Some("9999"));
    assert!(shows(&window, "1-1-101 史娥凤 45.84"));
}

#[test]
fn given_a_procedure_when_its_sheet_is_taken_without_a_motion_then_the_motion_form_opens_with_it() {
    let mut window = desk(PROCEDURE);
    click(&mut window, "采用结果");
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
    // Columns side by side have a heading each.
    for heading in ["按房号排序", "房号，从小到大"] {
        window.query_all_by_label(heading).next().unwrap().click();
        window.run_steps(2);
        settle(&mut window);
    }
    let top = |label: &str| window.get_by_label(label).rect().top();
    assert!(top("1-1-602 马建生 45.84") < top("1-1-601 阎英霞 45.84"));
    // Each stair stays by itself; its sum stands under its last row.
    assert!(shows(&window, "1-2-602") && shows(&window, "1-3-602"));
}

#[test]
fn given_the_recorders_desk_when_a_sentence_is_put_differently_then_it_is_kept_and_can_be_restored() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F6);
    click(&mut window, "记录 74 周凤军赞成：每户都在用，按户最简单，当晚就能收。");
    assert!(shows(&window, "第 3 项第 3 句的出处"));
    click(&mut window, "改这一句");
    clear(&mut window);
    enter(&mut window, "周凤军赞成：按户最简单");
    assert_eq!(meeting(&window).edits.len(), 1);
    assert!(shows(&window, "记录 74 周凤军赞成：按户最简单。"));
    click(&mut window, "还原");
    assert!(meeting(&window).edits.is_empty());
    press(&mut window, Key::F6);
    assert!(shows(&window, "展开记录台"));
}

#[test]
fn given_a_sentence_being_rewritten_when_esc_is_pressed_then_it_stays_as_it_was() {
    let mut window = desk(DEBATE);
    press(&mut window, Key::F6);
    let sentence = "记录 74 周凤军赞成：每户都在用，按户最简单，当晚就能收。";
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
    // Where it went is said, and taken away by Esc.
    let said = window.state().desk.complaint().cloned().unwrap();
    assert_eq!((said.kind, said.text), (BannerKind::Info, format!("已存到 {}", path.display())));
    press(&mut window, Key::Escape);
    assert!(window.state().desk.complaint().is_none());
}

#[test]
fn the_palette_exports_the_minutes_whether_or_not_they_are_open() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("纪要.docx");
    let mut window = desk_at(Setting::choosing(&path), DEBATE);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut window);
    type_text(&mut window, "导出");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
}

#[test]
fn given_a_voted_item_when_another_motion_is_moved_then_the_room_sees_that_motion() {
    let mut window = desk(VOTED);
    assert!(matches!(window.state().desk.audience().0.card, session::audience::Card::VoteResult(_)));
    let motion = deliberation::Command::MoveMotion {
        text: "改在周末清掏。".to_owned(),
        mover: Door::new("1-2-102").into(),
        seconder: Some(Door::new("1-1-501").into()),
        sheet: None,
    };
    hands::elsewhere(&mut window, motion);
    let session::audience::Card::Speaker(card) = &window.state().desk.audience().0.card.clone() else {
        unreachable!("the old result stays before the room")
    };
    assert!(card.motion.contains("改在周末清掏"), "{}", card.motion);
}

#[test]
fn given_a_file_that_cannot_be_written_then_it_is_not_said_to_be_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = desk_at(Setting::choosing(folder.path()), DEBATE);
    press(&mut window, Key::F6);
    click(&mut window, "导出 Word…");
    settle(&mut window);
    assert_eq!(window.state().desk.complaint().map(|said| said.kind), Some(BannerKind::Err));
}

#[test]
fn given_final_minutes_then_nothing_promises_that_a_sentence_can_be_edited() {
    let mut window = desk(OVER);
    press(&mut window, Key::F6);
    assert!(shows(&window, "点一句，看它出自哪一条记录；再点一次就能改"));
    click(&mut window, "定稿…");
    click(&mut window, "定稿");
    assert!(!shows(&window, "再点一次就能改"));
    assert!(shows(&window, "点一句，看它出自哪一条记录"));
}

#[test]
fn the_room_sees_what_was_settled_before_while_it_is_looked_at_and_whoever_asks_about_it() {
    let mut window = desk(REVIEW);
    let session::audience::Card::Decisions(card) = &window.state().desk.audience().0.card.clone() else {
        unreachable!("{:?}", window.state().desk.audience().0.card)
    };
    assert_eq!((card.head.item.as_str(), card.head.what.as_str()), ("第 1 项", "上次议定的事"));
    let facts = facts(&window);
    let before = deliberation::matter::before_meeting(facts, MeetingNo(1));
    let ticked = |row: &session::audience::DecisionLine| (row.what.clone(), row.progress == Progress::Done);
    let rows: Vec<_> = card.rows.iter().map(ticked).collect();
    let wanted: Vec<_> = before.iter().map(|(_, matter)| (matter.text.clone(), matter.done.is_some())).collect();
    assert!(!wanted.is_empty());
    assert_eq!(rows, wanted);
    press(&mut window, Key::F3);
    type_text(&mut window, "1101");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    assert!(matches!(window.state().desk.audience().0.card, session::audience::Card::Speaker(_)));
}

#[test]
fn one_press_too_many_of_the_remote_shows_the_agenda_and_says_what_the_next_one_does() {
    let mut window = desk(REVIEW);
    let item = |window: &Window| meeting(window).current().map(|item| item.0);
    press(&mut window, Key::PageDown);
    assert_eq!(item(&window), Some(1));
    assert!(matches!(window.state().desk.audience().0.card, session::audience::Card::Agenda(_)));
    assert!(shows(&window, "再按 PgDn 进下一项"));
    press(&mut window, Key::PageUp);
    assert!(matches!(window.state().desk.audience().0.card, session::audience::Card::Decisions(_)));
    press(&mut window, Key::PageDown);
    press(&mut window, Key::PageDown);
    assert_eq!(item(&window), Some(2));
}

#[test]
fn given_the_read_back_then_decisions_and_duties_are_read_one_by_one_and_the_meeting_can_be_closed() {
    let mut window = desk(READ_BACK);
    assert!(shows(&window, "读了 0 条，共 7 条"));
    click(&mut window, "读完，下一条");
    assert!(shows(&window, "读了 1 条，共 7 条"));
    assert!(shows(&window, " 按户上门收款，每户 45.84 或 45.83 元 周凤军 1-2-102 7 月 25 日 星期六"));
    click(&mut window, "散会");
    assert!(!meeting(&window).is_open());
}

/// Number, text and whether it is being read: what the room sees of the decisions.
fn read_to_the_room(window: &Window) -> (session::audience::HeadLine, Vec<(String, String, Progress)>) {
    let session::audience::Card::Decisions(card) = &window.state().desk.audience().0.card else { unreachable!() };
    let rows = card.rows.iter().map(|row| (row.number.clone(), row.what.clone(), row.progress));
    (card.head.clone(), rows.collect())
}

#[test]
fn desk_and_room_read_the_same_list_back_and_the_remote_goes_through_it_line_by_line() {
    let mut window = desk(READ_BACK);
    let (_, rows) = read_to_the_room(&window);
    let texts: Vec<&str> = rows.iter().map(|(_, what, _)| what.as_str()).collect();
    assert_eq!(
        texts[..2],
        ["选用报价最低的宏清环卫，1,650.00元", "按户平均分摊，12户各45.84元，24户各45.83元"],
        "the decisions themselves, not only duties"
    );
    assert_eq!(rows.len(), 7);
    for (number, what, _) in &rows {
        assert!(shows(&window, &format!("{number} {what}")), "the desk has no line {number} {what}");
    }
    for read in 1..=7 {
        press(&mut window, Key::PageDown);
        assert!(shows(&window, &format!("读了 {read} 条，共 7 条")));
        let (_, rows) = read_to_the_room(&window);
        let done = rows.iter().filter(|(.., progress)| *progress == Progress::Done).count();
        assert_eq!(done, read);
    }
    // Back from the desk, on from the remote: one count.
    click(&mut window, "上一条");
    assert!(shows(&window, "读了 6 条，共 7 条"));
    assert_eq!(read_to_the_room(&window).1[6].2, Progress::Current);
    press(&mut window, Key::PageUp);
    assert!(shows(&window, "读了 7 条，共 7 条"));
    // Read past a list that has become shorter: the desk moves nothing by itself, one step back is one step back.
    window.state_mut().desk.workspace_mut().session_mut().unwrap().stage.read_to(9);
    settle(&mut window);
    let stage = &window.state().desk.workspace().session().unwrap().stage;
    assert_eq!(stage.reading(), 9);
    press(&mut window, Key::PageUp);
    assert_eq!(window.state().desk.workspace().session().unwrap().stage.reading(), 7);
}

#[test]
fn given_a_closed_meeting_then_the_room_sees_what_was_settled_and_is_thanked_not_asked() {
    let mut window = desk(READ_BACK);
    click(&mut window, "散会");
    let (head, rows) = read_to_the_room(&window);
    assert_eq!((head.item.as_str(), head.what.as_str(), head.right.as_str()), ("", "会上定下的事", "散会，谢谢大家"));
    assert_eq!(rows.len(), 7);
    assert!(rows.iter().all(|(.., progress)| *progress == Progress::Ahead));
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
    click(&mut window, "1-2-602 傅美国 还没答复 45.83 —");
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
