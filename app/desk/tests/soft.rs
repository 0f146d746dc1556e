//! Soft votes on the desk, by accessible names and keys, on the played septic-tank meeting: opened, counted, objected to,
//! closed and run off, and at every step said to decide nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use common::{Setting, Window, click, press, session, settle, type_text};
use deliberation::Command;
use deliberation::ids::{OptionNo, PollNo};
use deliberation::poll::{Poll, PollKind, Settled};
use egui::{Key, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use hands::{clear, desk, elsewhere, enter, facts, focus, shows};
use story::{DEBATE, desk_at};
use words::Lang;

const FIRST: PollNo = PollNo(1);
const NOT_BINDING: &str = "不作为决定，只供参考";

fn poll(window: &Window, number: PollNo) -> &Poll {
    facts(window).poll(number).unwrap()
}

fn fill(window: &mut Window, field: &str, text: &str) {
    focus(window, field);
    clear(window);
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            press(window, Key::Enter);
        }
        type_text(window, line);
    }
}

fn choose(window: &mut Window, field: &str, text: &str) {
    click(window, field);
    click(window, text);
}

/// Opens a poll by its form.
fn asks(window: &mut Window, kind: &str, question: &str, options: &str) {
    click(window, "意向了解…");
    choose(window, "方式", kind);
    fill(window, "问什么", question);
    if !options.is_empty() {
        fill(window, "选项（一行一个）", options);
    }
}

#[test]
fn given_three_dots_each_when_options_tie_for_the_last_place_then_a_run_off_is_held_among_them_alone() {
    let mut window = desk(DEBATE);
    asks(&mut window, "贴点", "今年先办哪几件", "装路灯\n修车棚\n清管道");
    fill(&mut window, "每人几点", "2");
    fill(&mut window, "选出几项", "2");
    assert!(shows(&window, NOT_BINDING));
    click(&mut window, "开始");
    assert_eq!(poll(&window, FIRST).kind, PollKind::Dots { per_person: 2, cap: 1, winners: 2 });
    assert_eq!(poll(&window, FIRST).present, 31);
    assert!(shows(&window, "已填 0，最多 62；每项最多 31"));
    // Nothing else can be done with the item while it is open.
    assert!(window.query_by_label("议定…").is_none());

    fill(&mut window, "装路灯的数", "32");
    assert!(shows(&window, "第 1 项是 32，多于到会的人能给一项的 31"));
    fill(&mut window, "装路灯的数", "30");
    fill(&mut window, "修车棚的数", "16");
    fill(&mut window, "清管道的数", "17");
    assert!(shows(&window, "合计 63，多于到会的人能给的 62"));
    fill(&mut window, "清管道的数", "16");
    assert!(shows(&window, "已填 62，最多 62；每项最多 31"));
    press(&mut window, Key::Enter);
    assert_eq!(poll(&window, FIRST).counts.as_deref(), Some([30, 16, 16].as_slice()), "Enter records the count");

    click(&mut window, "结束…");
    assert!(shows(&window, "结束以后不能再改"));
    click(&mut window, "确认结束");
    assert!(poll(&window, FIRST).closed.is_some());
    assert!(shows(&window, "选出：装路灯；修车棚、清管道一样多，从中再选 1 项"));
    assert!(window.query_by_label("装路灯　选出 30").is_some());
    assert!(window.query_by_label("修车棚　同票 16").is_some());

    click(&mut window, "同票决选");
    let runoff = poll(&window, PollNo(2));
    assert_eq!(
        (runoff.options.as_slice(), runoff.runoff_of),
        (["修车棚".into(), "清管道".into()].as_slice(), Some(FIRST))
    );
    assert!(shows(&window, "贴点决选进行中"));
    fill(&mut window, "修车棚的数", "12");
    fill(&mut window, "清管道的数", "19");
    click(&mut window, "登记点数");
    click(&mut window, "结束…");
    click(&mut window, "确认结束");
    assert!(shows(&window, "选出：清管道"));
    assert!(shows(&window, "已经开过决选"));
}

#[test]
fn given_an_objection_when_it_is_taken_in_then_none_stands() {
    let mut window = desk(DEBATE);
    asks(&mut window, "同意性表决", "周末施工", "");
    click(&mut window, "开始");
    assert!(shows(&window, "还没有人提出异议"));
    click(&mut window, "记下异议");
    assert!(shows(&window, "请选提出异议的人"));
    focus(&mut window, "谁有异议");
    enter(&mut window, "1-2-102");
    focus(&mut window, "理由");
    enter(&mut window, "夜里太吵");
    assert!(shows(&window, "1　周凤军 1-2-102：夜里太吵"));
    assert_eq!(poll(&window, FIRST).standing(), 1);

    click(&mut window, "处理第 1 条");
    click(&mut window, "已采纳");
    assert!(shows(&window, "请写一句怎么处理的"));
    focus(&mut window, "怎么处理的");
    type_text(&mut window, "晚上八点以后不施工");
    click(&mut window, "已采纳");
    let settled = poll(&window, FIRST).objections[0].settled.clone().unwrap();
    assert_eq!(settled.0, Settled::Integrated);
    assert_eq!(session(&window).snapshot().register.text(settled.1.blob), Some("晚上八点以后不施工"));
    assert!(shows(&window, "采纳：晚上八点以后不施工"));
    click(&mut window, "结束…");
    click(&mut window, "确认结束");
    assert!(shows(&window, "没有保留的异议"));
}

#[test]
fn given_an_objection_that_stands_when_the_close_is_asked_about_then_it_is_told_and_can_be_left() {
    let mut window = desk(DEBATE);
    asks(&mut window, "同意性表决", "周末施工", "");
    click(&mut window, "开始");
    focus(&mut window, "谁有异议");
    enter(&mut window, "1-2-102");
    focus(&mut window, "理由");
    enter(&mut window, "夜里太吵");
    click(&mut window, "结束…");
    assert!(shows(&window, "还有 1 条异议没有处理"));
    click(&mut window, "先不结束");
    assert!(poll(&window, FIRST).closed.is_none());
    click(&mut window, "结束…");
    click(&mut window, "确认结束");
    assert_eq!(poll(&window, FIRST).consented(), Some(false));
    assert!(shows(&window, "还有 1 条异议"));
}

#[test]
fn given_a_sense_check_then_a_count_beyond_the_hall_is_told_while_it_is_typed_and_cannot_be_recorded() {
    let mut window = desk(DEBATE);
    asks(&mut window, "意向测评", "按户分摊好不好", "");
    click(&mut window, "开始");
    for (grade, count) in [("支持的数", "20"), ("可以的数", "8"), ("担心的数", "4")] {
        fill(&mut window, grade, count);
    }
    assert!(shows(&window, "合计 32，多于到会的人能给的 31"));
    press(&mut window, Key::Enter);
    assert_eq!(poll(&window, FIRST).counts, None);
    fill(&mut window, "担心的数", "2");
    click(&mut window, "登记点数");
    click(&mut window, "结束…");
    click(&mut window, "确认结束");
    assert!(window.query_by_label("支持 20 人").is_some());
    assert!(shows(&window, "没表态 1 人"));
}

#[test]
fn given_a_form_that_cannot_be_held_then_it_says_why_and_keeps_what_was_typed() {
    let mut window = desk(DEBATE);
    asks(&mut window, "多选赞成", "先办哪几件", "装路灯");
    click(&mut window, "开始");
    assert!(shows(&window, "选项少于两个"));
    fill(&mut window, "选项（一行一个）", "装路灯\n修车棚");
    click(&mut window, "开始");
    assert!(shows(&window, "选出的项数不对"), "three of two cannot come out");
    fill(&mut window, "选出几项", "一");
    click(&mut window, "开始");
    assert!(facts(&window).polls.is_empty());
    fill(&mut window, "选出几项", "1");
    assert_eq!(window.get_by_label("问什么").value().as_deref(), Some("先办哪几件"));
    click(&mut window, "开始");
    assert_eq!(poll(&window, FIRST).options, ["装路灯", "修车棚"]);
}

#[test]
fn given_a_half_typed_count_when_the_count_is_undone_or_others_act_then_it_stays() {
    let mut window = desk(DEBATE);
    asks(&mut window, "意向测评", "按户分摊好不好", "");
    click(&mut window, "开始");
    fill(&mut window, "支持的数", "2");
    let words = deliberation::text::Words::typed("另一句");
    elsewhere(&mut window, Command::AddNote { meeting: None, item: None, words });
    assert_eq!(window.get_by_label("支持的数").value().as_deref(), Some("2"));
}

/// The form, the count, the objections, a result with a tie and one of grades.
#[test]
fn the_soft_votes_look_as_designed() {
    let mut results = SnapshotResults::new();
    let picture = |mut window: Window, name: &str, results: &mut SnapshotResults| {
        settle(&mut window);
        window.snapshot(name);
        results.extend_harness(&mut window);
    };
    let options = || ["装路灯", "修车棚", "清管道", "添座椅"].map(str::to_owned).to_vec();
    let open = |kind, options| Command::OpenPoll {
        question: "今年先办哪几件？".into(),
        kind,
        options,
        guests: false,
        procedure: None,
    };
    let dots = PollKind::Dots { per_person: 3, cap: 1, winners: 2 };

    let mut window = desk(DEBATE);
    asks(&mut window, "贴点", "今年先办哪几件？", "装路灯\n修车棚\n清管道\n添座椅");
    picture(window, "soft-form", &mut results);

    let mut window = desk(DEBATE);
    elsewhere(&mut window, open(dots, options()));
    elsewhere(&mut window, Command::CountPoll { poll: FIRST, counts: vec![30, 21, 21, 12] });
    assert_eq!(
        window.get_by_label("清管道的数").value().as_deref(),
        Some("21"),
        "another's count stands in the fields"
    );
    fill(&mut window, "装路灯的数", "32");
    picture(window, "soft-count", &mut results);

    let small = Setting { size: vec2(1280.0, 720.0), lang: Lang::En, ..Setting::default() };
    let mut window = desk_at(small, DEBATE);
    elsewhere(&mut window, open(PollKind::Consent, Vec::new()));
    let words = deliberation::text::Words::typed("夜里太吵");
    let who = deliberation::Who::Door(deliberation::Door::new("1-2-102"));
    elsewhere(&mut window, Command::RaiseObjection { poll: FIRST, who, words });
    picture(window, "soft-objections-english-720", &mut results);

    let mut window = desk(DEBATE);
    elsewhere(&mut window, open(dots, options()));
    elsewhere(&mut window, Command::CountPoll { poll: FIRST, counts: vec![30, 21, 21, 12] });
    elsewhere(&mut window, Command::ClosePoll { poll: FIRST });
    assert_eq!(poll(&window, FIRST).ranking().unwrap().tied, [OptionNo(2), OptionNo(3)]);
    picture(window, "soft-result", &mut results);

    // The head has all its buttons in the smallest window, in the longer language.
    let small = Setting { size: vec2(1280.0, 720.0), lang: Lang::En, ..Setting::default() };
    let mut window = desk_at(small, DEBATE);
    elsewhere(&mut window, open(PollKind::Sense, Vec::new()));
    elsewhere(&mut window, Command::CountPoll { poll: FIRST, counts: vec![20, 8, 2] });
    elsewhere(&mut window, Command::ClosePoll { poll: FIRST });
    picture(window, "soft-result-english-720", &mut results);
}
