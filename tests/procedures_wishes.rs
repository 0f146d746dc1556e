//! Small wishes and posts by need, through the component: from a list of wishes to who delivers what by when.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;
#[path = "common/procedures.rs"]
mod procedures;

use common::is_chinese;
use procedure::contract::{Block, Cells, Outcome, Value};
use procedures::{Played, choice, duties, own_cases, said, sheet, start, text, told};

const NAME: &str = "wish-claims";

/// These wishes, verified and published, with their parts.
fn published(wishes: &[&str], parts: &[&str]) -> Played {
    let doors: Vec<String> = (0..wishes.len()).map(|row| row.to_string()).collect();
    let doors: Vec<&str> = doors.iter().map(String::as_str).collect();
    let table = [("household", doors.as_slice()), ("wish", wishes), ("parts", parts)];
    let mut played = start(NAME, 36, &[], &[("wishes", &table)]).unwrap();
    for _ in wishes {
        played.press("verify", Some(0)).unwrap();
    }
    played.press("publish-all", None).unwrap();
    played
}

fn claim(played: &mut Played, wish: usize, by: &str) -> Result<(), procedure::contract::Fault> {
    played.submit("claim", &[("wish", choice(&format!("wish-{wish}"))), ("by", text(by))])
}

#[test]
fn its_own_cases_hold() {
    assert!(own_cases(NAME) >= 10);
}

#[test]
fn at_003_7_of_two_claims_within_the_same_second_one_wins_the_other_is_told_and_a_claim_given_back_is_free_again() {
    let mut played = published(&["拐杖", "老花镜"], &["1", "1"]);
    claim(&mut played, 0, "实验中学1号").unwrap();
    let before = played.state();
    let told_so = claim(&mut played, 0, "实验中学2号").unwrap_err();
    assert_eq!((told_so.code.as_str(), told_so.at.as_deref()), ("taken", Some("wish")));
    assert!(told_so.message.contains("拐杖") && told_so.message.contains("实验中学1号"), "{}", told_so.message);
    assert_eq!(played.state(), before);
    // The choice is still on the page of whoever comes a moment late, marked as claimed.
    assert!(said(&played.desk("zh-CN")).contains("拐杖（已有人认领）"));
    played.submit("news", &[("claim", choice("claim-0-0")), ("news", choice("withdrawn"))]).unwrap();
    claim(&mut played, 0, "实验中学2号").unwrap();
    assert_eq!(duties(&played.conclude("zh-CN").unwrap())[0].responsible, "实验中学2号");
}

#[test]
fn m_9_ten_share_a_wheelchair_the_eleventh_is_refused_and_on_day_8_silence_frees_the_parts() {
    let mut played = published(&["轮椅"], &["10"]);
    for volunteer in 1..=10 {
        claim(&mut played, 0, &format!("{volunteer}号")).unwrap();
    }
    assert_eq!(claim(&mut played, 0, "11号").unwrap_err().code, "taken");
    played.submit("news", &[("claim", choice("claim-0-9")), ("news", choice("delivered"))]).unwrap();
    let waiting = |played: &Played| duties(&played.conclude("zh-CN").unwrap()).len();
    assert_eq!(waiting(&played), 9);
    played.tick(procedures::DAY + 7).unwrap();
    assert_eq!(waiting(&played), 9);
    played.tick(procedures::DAY + 8).unwrap();
    assert_eq!(waiting(&played), 0);
    claim(&mut played, 0, "11号").unwrap();
    let due = duties(&played.conclude("zh-CN").unwrap())[0].due;
    assert_eq!(due, Some(procedures::DAY + 15));
}

#[test]
fn from_registered_to_confirmed_and_what_is_left_rolls_over_to_the_next_procedure() {
    let mut played = published(&["拐杖", "老花镜"], &["1", "1"]);
    claim(&mut played, 0, "1号").unwrap();
    played.press("delivered", Some(0)).unwrap();
    assert!(claim(&mut played, 0, "2号").is_err());
    played.press("confirm", Some(0)).unwrap();
    let concluded = played.conclude("zh-CN").unwrap();
    assert_eq!(concluded.outcome, Outcome::Recorded);
    assert!(concluded.summary.contains("已实现 1 个") && concluded.summary.contains("转入下一期 1 个"));
    let Cells::Household(doors) = &sheet(&concluded, "rolls-over").columns[0].data.cells else { panic!() };
    assert_eq!(*doors, [1]);
    // The host offers the results as settings of the next procedure.
    let set: Vec<(String, String)> = concluded
        .carry
        .iter()
        .map(|entry| match &entry.value {
            Value::Text(text) => (entry.id.clone(), text.clone()),
            Value::Integer(number) => (entry.id.clone(), number.to_string()),
            other => panic!("{other:?}"),
        })
        .collect();
    let set: Vec<(&str, &str)> = set.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let mut next = start(NAME, 36, &set, &[]).unwrap();
    next.press("publish-all", None).unwrap();
    let screen = said(&next.screen("zh-CN"));
    assert!(screen.contains("第 2 期") && screen.contains("老花镜") && !screen.contains("拐杖"), "{screen}");
    // With a roll of other doors it is refused rather than delivered to the wrong one.
    let refused = start(NAME, 35, &set, &[]).map(|_| ()).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.at.as_deref()), ("another-roll", Some("rolled-over")));
}

#[test]
fn at_003_9_of_176_members_22_find_a_place_the_fourth_for_mediating_waits_and_moves_up() {
    let posts = [("post", &["调解", "义诊", "普法", "宣传"][..]), ("seats", &["3", "4", "5", "10"][..])];
    let mut played = start(NAME, 36, &[], &[("posts", &posts)]).unwrap();
    for volunteer in 1..=4 {
        played.submit("apply", &[("post", choice("post-0")), ("by", text(&format!("{volunteer}号")))]).unwrap();
    }
    let responsible = |played: &Played| -> Vec<String> {
        duties(&played.conclude("zh-CN").unwrap()).into_iter().map(|duty| duty.responsible).collect()
    };
    assert_eq!(responsible(&played), ["1号", "2号", "3号"]);
    assert!(played.conclude("zh-CN").unwrap().summary.contains("名额 22 个"));
    played.submit("service", &[("applicant", choice("applicant-0-1")), ("leaves", Value::Flag(true))]).unwrap();
    assert_eq!(responsible(&played), ["1号", "3号", "4号"]);
}

#[test]
fn on_the_screen_there_is_neither_door_nor_volunteer() {
    let mut played = published(&["拐杖", "轮椅"], &["1", "2"]);
    claim(&mut played, 1, "实验中学1号").unwrap();
    let posts = [("post", text("调解")), ("seats", Value::Integer(1)), ("duty", Value::None)];
    played.submit("post", &posts).unwrap();
    played.submit("apply", &[("post", choice("post-0")), ("by", text("实验中学1号"))]).unwrap();
    let screen = played.screen("zh-CN");
    assert!(said(&screen).contains("拐杖") && said(&screen).contains("调解"));
    assert!(!said(&screen).contains("实验中学1号"), "{screen:?}");
    let tables = screen.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    assert!(!tables.flat_map(|table| &table.columns).any(|column| matches!(column.data.cells, Cells::Household(_))));
    assert!(said(&played.desk("zh-CN")).contains("实验中学1号"));
}

#[test]
fn in_english_there_is_no_chinese_but_what_people_typed() {
    let mut played = published(&["walking stick", "wheelchair"], &["1", "2"]);
    for by in ["School 1", "School 2"] {
        claim(&mut played, 1, by).unwrap();
    }
    played.press("next-round", None).unwrap();
    let posts = [("post", text("mediation")), ("seats", Value::Integer(1)), ("duty", text("between neighbours"))];
    played.submit("post", &posts).unwrap();
    for by in ["a", "b"] {
        played.submit("apply", &[("post", choice("post-0")), ("by", text(by))]).unwrap();
    }
    played.tick(procedures::DAY + 8).unwrap();
    claim(&mut played, 0, "School 1").unwrap();
    let mut concluded = played.conclude("en").unwrap();
    // What is carried is for the next procedure, not for people.
    concluded.carry.clear();
    for said in [said(&played.desk("en")), said(&played.screen("en")), told(&concluded)] {
        assert!(!is_chinese(&said), "{said}");
    }
}

#[test]
fn a_thousand_wishes_stay_within_the_limits_and_one_more_is_refused() {
    let wishes: Vec<String> = (0..1_000).map(|at| format!("一副老花镜，{at} 度")).collect();
    let wishes: Vec<&str> = wishes.iter().map(String::as_str).collect();
    let doors = vec!["0"; wishes.len()];
    let table = [("household", doors.as_slice()), ("wish", wishes.as_slice())];
    let mut played = start(NAME, 3, &[], &[("wishes", &table)]).unwrap();
    played.press("verify", Some(999)).unwrap();
    let entries = [("household", Value::Household(1)), ("wish", text("拐杖")), ("parts", Value::Integer(1))];
    assert_eq!(played.submit("wish", &entries).unwrap_err().code, "too-many");
    let concluded = played.conclude("zh-CN").unwrap();
    assert_eq!(sheet(&concluded, "rolls-over").rows, 1_000);
    // More than a line holds goes by the list alone.
    assert!(!concluded.carry.iter().any(|entry| entry.id == "rolled-over"));
}
