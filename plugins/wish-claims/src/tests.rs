//! The whole procedure, as an author runs it: the domain's examples from the first form to the conclusion.

use fangzhuo_sdk::harness::{Meeting, Run};
use fangzhuo_sdk::outcome::Material;
use fangzhuo_sdk::ui::{Block, Page};
use fangzhuo_sdk::values::{Cells, ColumnData, Value};

use crate::WishClaims;

/// 2026-07-18, the day of the harness's events.
const DAY: i32 = 20_652;

fn meeting() -> Meeting {
    let mut meeting = Meeting::of(36);
    for id in ["round", "lapse-days", "rolled-over"] {
        meeting = meeting.set(id, Value::None);
    }
    let none = |cells| ColumnData { cells, empty: Vec::new() };
    meeting
        .table("wishes", 0)
        .column("wishes", "household", none(Cells::Household(Vec::new())))
        .column("wishes", "wish", none(Cells::Text(Vec::new())))
        .column("wishes", "parts", none(Cells::Integer(Vec::new())))
        .column("wishes", "rounds", none(Cells::Integer(Vec::new())))
        .table("posts", 0)
        .column("posts", "post", none(Cells::Text(Vec::new())))
        .column("posts", "seats", none(Cells::Integer(Vec::new())))
        .column("posts", "duty", none(Cells::Text(Vec::new())))
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn choice(key: &str) -> Value {
    Value::Choice(key.to_owned())
}

/// Wishes of the first households, registered, verified and published.
fn published(wishes: &[(&str, i64)]) -> Run<WishClaims> {
    let mut run: Run<WishClaims> = meeting().start().unwrap();
    for (row, (wish, parts)) in (0..).zip(wishes) {
        let entries = [("household", Value::Household(row)), ("wish", text(wish)), ("parts", Value::Integer(*parts))];
        run.submit("wish", &entries).unwrap();
    }
    for _ in wishes {
        run.press("verify", Some(0)).unwrap();
    }
    run.press("publish-all", None).unwrap();
    run
}

fn said(page: &Page) -> String {
    format!("{page:?}")
}

#[test]
fn at_003_7_two_members_claim_the_walking_stick_one_wins_the_other_is_told_and_given_back_it_is_free() {
    let mut run = published(&[("拐杖", 1), ("老花镜", 1)]);
    let claim = |by: &str| [("wish", choice("wish-0")), ("by", text(by))];
    run.submit("claim", &claim("实验中学1号")).unwrap();
    let told = run.submit("claim", &claim("实验中学2号")).unwrap_err();
    assert_eq!((told.code.as_str(), told.at.as_deref()), ("taken", Some("wish")));
    assert!(told.message.contains("实验中学1号"), "{}", told.message);
    run.submit("news", &[("claim", choice("claim-0-0")), ("news", choice("withdrawn"))]).unwrap();
    run.submit("claim", &claim("实验中学2号")).unwrap();
    run.press("delivered", Some(0)).unwrap();
    run.press("confirm", Some(0)).unwrap();
    let concluded = run.conclude().unwrap();
    assert!(
        concluded.summary.contains("已实现 1 个") && concluded.summary.contains("转入下一期 1 个"),
        "{}",
        concluded.summary
    );
}

#[test]
fn m_9_on_the_eighth_day_the_claim_lapses_by_the_tick_and_the_ledger_says_by_when() {
    let mut run = published(&[("轮椅", 10)]);
    run.submit("claim", &[("wish", choice("wish-0")), ("by", text("1号"))]).unwrap();
    let due = |run: &Run<WishClaims>| {
        let duties = run.conclude().unwrap().materials.into_iter().find_map(|material| match material {
            Material::Duties(duties) => Some(duties),
            _ => None,
        });
        duties.map(|duties| duties.into_iter().map(|duty| (duty.responsible, duty.due)).collect::<Vec<_>>())
    };
    assert_eq!(due(&run), Some(vec![("1号".to_owned(), Some(DAY + 7))]));
    run.tick(DAY + 7).unwrap();
    assert!(due(&run).is_some());
    run.tick(DAY + 8).unwrap();
    assert_eq!(due(&run), None);
    assert!(said(&run.page()).contains("今天作废的认领"));
}

#[test]
fn m_9_the_eleventh_of_ten_is_refused() {
    let mut run = published(&[("轮椅", 10)]);
    let claim = |at: usize| [("wish", choice("wish-0")), ("by", text(&format!("{at}号")))];
    (1..=10).for_each(|at| run.submit("claim", &claim(at)).unwrap());
    assert_eq!(run.submit("claim", &claim(11)).unwrap_err().code, "taken");
}

#[test]
fn at_003_9_the_fourth_for_mediating_is_queued_and_each_filled_post_names_one_person() {
    let mut run: Run<WishClaims> = meeting().start().unwrap();
    for (title, seats) in [("调解", 3), ("义诊", 4), ("普法", 5), ("宣传", 10)] {
        run.submit("post", &[("post", text(title)), ("seats", Value::Integer(seats)), ("duty", Value::None)]).unwrap();
    }
    for at in 1..=4 {
        run.submit("apply", &[("post", choice("post-0")), ("by", text(&format!("{at}号")))]).unwrap();
    }
    let concluded = run.conclude().unwrap();
    assert!(concluded.summary.contains("名额 22 个，已上岗 3 人"), "{}", concluded.summary);
    let duties = concluded.materials.iter().find_map(|material| match material {
        Material::Duties(duties) => Some(duties.iter().map(|duty| duty.responsible.as_str()).collect::<Vec<_>>()),
        _ => None,
    });
    assert_eq!(duties, Some(vec!["1号", "2号", "3号"]));
    run.submit("service", &[("applicant", choice("applicant-0-0")), ("leaves", Value::Flag(true))]).unwrap();
    assert!(run.conclude().unwrap().summary.contains("已上岗 3 人"));
}

#[test]
fn given_a_round_that_ended_what_it_left_begins_the_next_one_verified_and_first() {
    let mut run = published(&[("拐杖", 1), ("老花镜", 1)]);
    run.submit("claim", &[("wish", choice("wish-0")), ("by", text("1号"))]).unwrap();
    run.press("delivered", Some(0)).unwrap();
    let carry = run.conclude().unwrap().carry;
    let next = carry.into_iter().fold(meeting(), |meeting, entry| meeting.set(&entry.id, entry.value));
    let mut run: Run<WishClaims> = next.start().unwrap();
    run.press("publish-all", None).unwrap();
    let page = said(&run.audience(None));
    assert!(page.contains("第 2 期") && page.contains("老花镜") && !page.contains("拐杖"), "{page}");
    // The rows of another roll are other doors.
    let text = match run.conclude().unwrap().carry.pop() {
        Some(entry) => entry.value,
        None => Value::None,
    };
    let other = meeting().integers("floor", &[Some(1); 36]).set("rolled-over", text);
    assert_eq!(other.start::<WishClaims>().unwrap_err().code, "another-roll");
}

#[test]
fn on_the_screen_there_is_no_door_and_no_volunteer() {
    let mut run = published(&[("拐杖", 1), ("轮椅", 2)]);
    run.submit("claim", &[("wish", choice("wish-1")), ("by", text("实验中学1号"))]).unwrap();
    let page = run.audience(Some(0));
    let tables = page.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let shown: Vec<_> = tables.flat_map(|table| &table.columns).filter(|column| !column.private).collect();
    assert!(shown.iter().any(|column| column.id == "wish"));
    assert!(!format!("{shown:?}").contains("实验中学1号"), "{shown:?}");
    assert!(!shown.iter().any(|column| matches!(column.data.cells, Cells::Household(_))));
}

#[test]
fn given_nothing_it_has_a_page_and_cannot_be_concluded() {
    let run: Run<WishClaims> = meeting().start().unwrap();
    assert!(said(&run.page()).contains("从这里开始"));
    assert_eq!(run.conclude().unwrap_err().code, "nothing-registered");
}
