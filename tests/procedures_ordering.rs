//! Ordering courses and services, through the component: what is held, what waits, and who is looked for.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;
#[path = "common/procedures.rs"]
mod procedures;

use common::{Folder, estate, fangzhuo, is_chinese};
use procedure::contract::{Block, Cells, Outcome, Value};
use procedures::{DAY, Played, choice, duties, own_cases, said, sheet, start, text, told};
use serde_json::Value as Json;

const NAME: &str = "ordering";

fn at_001_1() -> Played {
    let offers = [
        ("offer", &["钩织", "杯花", "面塑"][..]),
        ("teacher", &["能人1", "能人2", "能人3"][..]),
        ("day", &["2026-07-25", "2026-07-25", "2026-07-26"][..]),
        ("hours", &["14:00-15:30", "14:00-15:30", "14:00-15:30"][..]),
    ];
    let mut played = start(NAME, 36, &[], &[("offers", &offers)]).unwrap();
    for (offer, orders) in [18, 7, 5].into_iter().enumerate() {
        for household in 0..orders {
            order(&mut played, household, offer, 1).unwrap();
        }
    }
    played
}

fn order(played: &mut Played, household: u32, offer: usize, places: i64) -> Result<(), procedure::contract::Fault> {
    let entries = [
        ("household", Value::Household(household)),
        ("offer", choice(&format!("offer-{offer}"))),
        ("places", Value::Integer(places)),
    ];
    played.submit("order", &entries)
}

#[test]
fn its_own_cases_hold() {
    assert!(own_cases(NAME) >= 11);
}

#[test]
fn at_001_1_crochet_18_and_cup_flowers_7_open_dough_figures_5_wait_for_one_more() {
    let mut played = at_001_1();
    let concluded = played.conclude("zh-CN").unwrap();
    assert_eq!(concluded.outcome, Outcome::Recorded);
    assert_eq!(concluded.summary, "钩织、杯花够人数，开办；面塑不够人数，继续征集。");
    let duties: Vec<(String, Option<i32>)> =
        duties(&concluded).into_iter().map(|duty| (duty.responsible, duty.due)).collect();
    let wanted = [("能人1", Some(DAY + 7)), ("能人2", Some(DAY + 7)), ("社区", None)];
    assert_eq!(duties, wanted.map(|(who, due)| (who.to_owned(), due)));
    order(&mut played, 30, 2, 1).unwrap();
    assert_eq!(played.conclude("zh-CN").unwrap().summary, "钩织、杯花、面塑够人数，开办。");
}

#[test]
fn at_001_1_one_teacher_cannot_be_booked_twice_at_one_hour_and_at_another_hour_can() {
    let mut played = at_001_1();
    let arrange = |hours: &str| {
        [("offer", choice("offer-1")), ("teacher", text("能人1")), ("day", Value::Day(DAY + 7)), ("hours", text(hours))]
    };
    let fault = played.submit("arrange", &arrange("15:00-16:00")).unwrap_err();
    assert_eq!((fault.code.as_str(), fault.at.as_deref()), ("teacher-busy", Some("teacher")));
    assert!(fault.message.contains("能人1") && fault.message.contains("钩织"), "{}", fault.message);
    played.submit("arrange", &arrange("15:30-16:30")).unwrap();
}

#[test]
fn the_same_from_tables_as_a_script_hands_them_in() {
    let folder = Folder::new();
    let offers = folder.write(
        "offers.csv",
        "课程或服务,老师或服务方,日期,时间,最少几人,最多几人\n钩织,能人1,2026-07-25,14:00-15:30,6,16\n面塑,,,,,\n",
    );
    let door = |at: usize| format!("1-{}-{}0{}", at / 12 + 1, at % 12 / 2 + 1, at % 2 + 1);
    let rows = (0..18).map(|at| format!("{},钩织,1\n", door(at))).collect::<Vec<_>>().concat();
    let orders = folder.write("orders.csv", format!("房号,课程或服务,几人\n{rows}{},面塑,5\n", door(0)));
    let tables = [format!("offers={offers}"), format!("orders={orders}")];
    let roll = estate();
    let words = ["plugin", "run", NAME, "--roll", &roll, "--table", &tables[0], "--table", &tables[1], "--json"];
    let json: Json = serde_json::from_str(&fangzhuo(words).done()).unwrap();
    assert_eq!(json["summary"], "钩织够人数，开办；面塑不够人数，继续征集。");
    assert!(json["minutes"][1].as_str().unwrap().contains("候补 2 人"), "{json}");
    let orders = &json["materials"][1]["sheet"]["columns"][0]["data"]["cells"]["household"];
    assert_eq!((&orders[0], &orders[17]), (&Json::from("1-1-101"), &Json::from(door(17))));
}

#[test]
fn a_full_course_has_a_waiting_list_in_order_of_event_and_who_waits_first_moves_up() {
    let offers = [("offer", &["理发"][..]), ("teacher", &["微发馆"][..]), ("least", &["1"][..]), ("most", &["3"][..])];
    let mut played = start(NAME, 10, &[], &[("offers", &offers)]).unwrap();
    for (household, places) in [(4, 2), (2, 2), (7, 1)] {
        order(&mut played, household, 0, places).unwrap();
    }
    let seats = |played: &Played| match &sheet(&played.conclude("zh-CN").unwrap(), "orders").columns[3].data.cells {
        Cells::Integer(seats) => seats.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(seats(&played), [2, 1, 0]);
    assert_eq!(order(&mut played, 4, 0, 1).unwrap_err().code, "ordered-twice");
    played.press("cancel", Some(0)).unwrap();
    assert_eq!(seats(&played), [2, 1]);
}

#[test]
fn a_household_that_ordered_two_courses_of_one_hour_is_named_on_the_desk_and_not_on_the_screen() {
    let played = at_001_1();
    let clashes = |page: &procedure::contract::Page| {
        let mut tables = page.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) if table.id == "clashes" => Some(table.rows),
            _ => None,
        });
        tables.next()
    };
    // Households 0 to 6 ordered crochet and cup flowers, both on the 25th at 14:00.
    assert_eq!(clashes(&played.desk("zh-CN")), Some(7));
    assert_eq!(clashes(&played.screen("zh-CN")), None);
}

#[test]
fn after_the_last_day_and_after_closing_by_hand_no_order_is_taken() {
    let offers = [("offer", &["钩织"][..])];
    let mut played = start(NAME, 10, &[("closes", "2026-07-18")], &[("offers", &offers)]).unwrap();
    order(&mut played, 0, 0, 1).unwrap();
    played.press("close", None).unwrap();
    assert_eq!(order(&mut played, 1, 0, 1).unwrap_err().code, "closed");
    played.press("reopen", None).unwrap();
    order(&mut played, 1, 0, 1).unwrap();
    played.tick(DAY + 1).unwrap();
    assert_eq!(order(&mut played, 2, 0, 1).unwrap_err().code, "closed");
    assert!(said(&played.desk("zh-CN")).contains("点单已经截止"));
}

#[test]
fn on_the_screen_there_is_demand_with_the_minimum_as_a_mark_and_no_household() {
    let screen = at_001_1().screen("zh-CN");
    let blocks: Vec<&Block> = screen.sections.iter().flat_map(|section| &section.blocks).collect();
    let [Block::Bars(bars), Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:?}") };
    let amounts: Vec<i64> = bars.items.iter().map(|bar| bar.amount).collect();
    assert_eq!((amounts, bars.line), (vec![18, 7, 5], Some(6)));
    assert!(!table.columns.iter().any(|column| matches!(column.data.cells, Cells::Household(_))));
}

#[test]
fn in_english_there_is_no_chinese_but_what_people_typed() {
    let offers = [
        ("offer", &["crochet", "cup flowers", "dough figures"][..]),
        ("teacher", &["t1", "", "t3"][..]),
        ("day", &["2026-07-25", "2026-07-25", ""][..]),
        ("hours", &["14:00-15:30", "15:00-16:00", ""][..]),
        ("least", &["1", "1", "6"][..]),
        ("most", &["2", "", ""][..]),
    ];
    let mut played = start(NAME, 10, &[], &[("offers", &offers)]).unwrap();
    for (household, offer) in [(0, 0), (0, 1), (0, 2), (1, 0), (2, 0)] {
        order(&mut played, household, offer, 1).unwrap();
    }
    let mut concluded = played.conclude("en").unwrap();
    concluded.carry.clear();
    for said in [said(&played.desk("en")), said(&played.screen("en")), told(&concluded)] {
        assert!(!is_chinese(&said), "{said}");
    }
}

#[test]
fn twenty_thousand_orders_stay_within_the_limits() {
    let doors: Vec<String> = (0..20_000).map(|row| row.to_string()).collect();
    let doors: Vec<&str> = doors.iter().map(String::as_str).collect();
    let names = vec!["钩织"; doors.len()];
    let offers = [("offer", &["钩织", "杯花"][..]), ("teacher", &["能人1", "能人2"][..])];
    let orders = [("household", doors.as_slice()), ("offer", names.as_slice())];
    let mut played = start(NAME, 20_000, &[], &[("offers", &offers), ("orders", &orders)]).unwrap();
    played.press("cancel", Some(0)).unwrap();
    order(&mut played, 0, 1, 1).unwrap();
    assert_eq!(order(&mut played, 1, 1, 1).unwrap_err().code, "too-many");
    assert_eq!(sheet(&played.conclude("zh-CN").unwrap(), "orders").rows, 20_000);
}
