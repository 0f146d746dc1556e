//! The panes of the ways to count, by names and keys: hands, hands by door, papers read twice, secret papers, proxy
//! sheets, an election.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;
#[path = "meeting/votes.rs"]
mod votes;

use common::{Setting, click, press, type_text};
use deliberation::Command;
use deliberation::ballot::{BallotOrigin, Choice, Method};
use deliberation::ids::MotionNo;
use egui::Key;
use egui_kittest::kittest::Queryable as _;
use hands::{choice_of, elsewhere, facts, focus, shows};
use votes::{change_to, debate, election, give_proxy, opened, paper, person, vote, write};

#[test]
fn given_hands_above_those_here_then_the_sentence_is_said_and_nothing_is_counted_and_a_recount_replaces() {
    let mut window = opened("deliberation", Method::Hands);
    write(&mut window, "赞成", "30");
    write(&mut window, "反对", "5");
    assert!(shows(&window, "合计 35 票，多于能表决的 31 人"));
    press(&mut window, Key::Enter);
    assert!(vote(&window).side_counts.is_empty());
    write(&mut window, "赞成", "20");
    write(&mut window, "弃权", "2");
    assert!(shows(&window, "合计 27，最多 31"));
    press(&mut window, Key::Enter);
    assert_eq!(vote(&window).tally.yes.heads, 20);
    assert!(shows(&window, "第 1 次点数"));
    write(&mut window, "赞成", "19");
    click(&mut window, "登记点数");
    assert_eq!((vote(&window).tally.yes.heads, vote(&window).tally.no.heads), (19, 0));
    assert!(shows(&window, "第 2 次点数"));
}

#[test]
fn given_no_count_then_closing_is_refused_in_one_sentence() {
    let mut window = opened("deliberation", Method::Hands);
    press(&mut window, Key::F9);
    press(&mut window, Key::Enter);
    assert!(window.state().desk.complaint().unwrap().text.contains("还没有点数"));
    assert!(facts(&window).open_vote().is_some());
}

#[test]
fn given_households_picked_by_click_and_key_then_one_deed_marks_them_all() {
    let mut window = opened("deliberation", Method::HandsByDoor);
    click(&mut window, "1-1-101 史娥凤");
    click(&mut window, "1-1-201 梁霞");
    click(&mut window, "1-1-501 宋文");
    // Pressed once more it is let go.
    click(&mut window, "1-1-501 宋文");
    assert_eq!(window.get_by_label("1-1-201 梁霞").value().as_deref(), Some("已选"));
    // Whoever is not here cannot be picked.
    click(&mut window, "1-1-402 王华");
    let before = facts(&window).votes.len();
    click(&mut window, "登记赞成 2 户");
    assert_eq!(before, 1);
    assert_eq!((choice_of(&window, "1-1-101"), choice_of(&window, "1-1-501")), (Some(Choice::Yes), None));
    press(&mut window, Key::Num3);
    focus(&mut window, "找一户");
    type_text(&mut window, "1-1-501");
    press(&mut window, Key::Enter);
    click(&mut window, "登记弃权 1 户");
    assert_eq!(choice_of(&window, "1-1-501"), Some(Choice::Abstain));
    assert_eq!(vote(&window).ballots[&person(&window, "1-1-101")].origin, BallotOrigin::Hands);
}

#[test]
fn given_papers_then_the_second_reads_blind_and_what_differs_is_put_right_by_each_of_them() {
    let mut window = opened("deliberation", Method::Paper);
    change_to(&mut window, "曾福");
    assert!(shows(&window, "第 1 批，曾福录入"));
    for line in ["1-1-101 1", "1-1-201 2", "1-1-501　０"] {
        paper(&mut window, line);
    }
    assert!(shows(&window, "录了 3 张"));
    assert!(shows(&window, "1-1-201 梁霞 反对"));
    click(&mut window, "这一批录完");
    assert!(shows(&window, "现在还是曾福，复录要换一个人"));
    change_to(&mut window, "钟强兰");
    assert!(shows(&window, "第 1 批，钟强兰复录"));
    // Nothing of the first reading can be seen.
    assert!(!shows(&window, "1-1-201 梁霞 反对") && !shows(&window, "3 张"));
    for line in ["1-1-101 1", "1-1-201 1", "1-1-501 0"] {
        paper(&mut window, line);
    }
    click(&mut window, "这一批录完");
    assert!(vote(&window).ballots.is_empty(), "what two people differ on does not count");
    assert!(shows(&window, "两人录的有 1 户不一样"));
    assert!(shows(&window, "1-1-201 梁霞 反对 赞成"));
    click(&mut window, "改我录的");
    click(&mut window, "2 1-1-201 梁霞 赞成");
    assert_eq!(window.get_by_label("房号和票").value().as_deref(), Some("1-1-201 1"));
    hands::clear(&mut window);
    paper(&mut window, "1-1-201 2");
    click(&mut window, "这一批录完");
    assert!(shows(&window, "这一批两人录的一致，已经计票"));
    assert_eq!((choice_of(&window, "1-1-201"), choice_of(&window, "1-1-501")), (Some(Choice::No), Some(Choice::Void)));
    assert!(shows(&window, "第 1 批 两人一致，3 张"));
}

#[test]
fn given_lines_that_are_none_then_each_gets_a_sentence_and_nothing_is_read() {
    let mut window = opened("deliberation", Method::Paper);
    change_to(&mut window, "曾福");
    paper(&mut window, "1-1-101 1");
    for (line, sentence) in [
        ("1-1-201", "开头要写房号"),
        ("9-9-901 1", "名册里没有 9-9-901"),
        ("1-1-201 7", "写 1、2、3 或 0"),
        ("1-1-101 2", "1-1-101 这一批已经录过赞成"),
        ("101 1", "101 对得上好几户"),
        ("1-1-402 1", "没有到会"),
    ] {
        focus(&mut window, "房号和票");
        hands::clear(&mut window);
        paper(&mut window, line);
        assert!(shows(&window, sentence), "{line}");
        assert!(shows(&window, "录了 1 张"), "{line}");
    }
    // Digits alone do where they fit one door.
    focus(&mut window, "房号和票");
    hands::clear(&mut window);
    paper(&mut window, "11201 2");
    assert!(shows(&window, "录了 2 张"));
}

#[test]
fn given_a_batch_that_waits_then_closing_is_refused_and_the_vote_stays_open() {
    let mut window = opened("deliberation", Method::Merged);
    click(&mut window, "录票");
    change_to(&mut window, "曾福");
    paper(&mut window, "1-1-101 1");
    click(&mut window, "这一批录完");
    press(&mut window, Key::F9);
    click(&mut window, "结束表决");
    assert!(window.state().desk.complaint().unwrap().text.contains("第 1 批还没有两人核对一致"));
    assert!(vote(&window).closed.is_none());
    // The hall goes on beside it.
    click(&mut window, "点名");
    click(&mut window, "1-1-201 梁霞");
    press(&mut window, Key::Num1);
    assert_eq!(choice_of(&window, "1-1-201"), Some(Choice::Yes));
}

#[test]
fn given_secret_papers_then_the_second_counter_sees_nothing_before_he_has_counted() {
    let mut window = opened("deliberation", Method::Secret);
    change_to(&mut window, "曾福");
    write(&mut window, "赞成", "20");
    write(&mut window, "反对", "6");
    click(&mut window, "登记我的点数");
    assert!(shows(&window, "现在还是曾福，复点要换一个人"));
    change_to(&mut window, "钟强兰");
    assert!(shows(&window, "曾福点过了；你也点完才显示"));
    assert!(!shows(&window, "赞成 20"));
    write(&mut window, "赞成", "19");
    write(&mut window, "反对", "6");
    click(&mut window, "登记我的点数");
    assert!(shows(&window, "两人点的不一样") && shows(&window, "赞成 20") && shows(&window, "赞成 19"));
    assert_eq!(vote(&window).tally.yes.heads, 0);
    click(&mut window, "重新点…");
    write(&mut window, "赞成", "20");
    write(&mut window, "反对", "6");
    click(&mut window, "登记我的点数");
    assert!(shows(&window, "两人点的一致，已经计票"));
    assert_eq!((vote(&window).tally.yes.heads, vote(&window).tally.no.heads), (20, 6));
}

#[test]
fn given_a_proxy_sheet_then_one_key_a_principal_and_one_deed_enter_it() {
    let mut window = debate();
    for principal in ["1-1-402", "1-2-602"] {
        give_proxy(&mut window, principal, "1-1-501");
    }
    elsewhere(&mut window, Command::open_vote(MotionNo(1), "deliberation", Method::RollCall));
    click(&mut window, "代投单");
    assert!(shows(&window, "宋文 代 2 户，已投 0 户"));
    press(&mut window, Key::Num1);
    press(&mut window, Key::Num2);
    click(&mut window, "登记代投单，2 户");
    assert_eq!((choice_of(&window, "1-1-402"), choice_of(&window, "1-2-602")), (Some(Choice::Yes), Some(Choice::No)));
    let agent = person(&window, "1-1-501");
    assert_eq!(vote(&window).ballots[&person(&window, "1-1-402")].origin, BallotOrigin::Proxy { agent });
    assert!(shows(&window, "宋文 代 2 户，已投 2 户"));
}

#[test]
fn given_an_election_then_a_paper_takes_a_digit_a_candidate_and_the_result_names_who_is_elected() {
    let mut window = election(Setting::default());
    for counter in ["曾福", "钟强兰"] {
        change_to(&mut window, counter);
        assert!(shows(&window, "1 宋文\u{3000}2 周凤军\u{3000}3 曾福"));
        paper(&mut window, "1-1-101 1");
        assert!(shows(&window, "有 3 名候选人，写了 1 个数字"));
        hands::clear(&mut window);
        for line in ["1-1-101 122", "1-1-201 122", "1-1-301 212"] {
            paper(&mut window, line);
        }
        click(&mut window, "这一批录完");
    }
    assert!(shows(&window, "宋文 2") && shows(&window, "周凤军 1"));
    press(&mut window, Key::F9);
    press(&mut window, Key::Enter);
    assert!(shows(&window, "选出 1 人，空缺 1 席"));
    assert!(shows(&window, "宋文 1-1-501 赞成 2、反对 1、弃权 0") && shows(&window, "当选"));
    assert!(shows(&window, "没有当选"));
    assert!(shows(&window, "计票：曾福、钟强兰"));
}
