//! The whole procedure, as an author runs it.

use fangzhuo_sdk::harness::{Meeting, Run};
use fangzhuo_sdk::outcome::Material;
use fangzhuo_sdk::ui::Block;
use fangzhuo_sdk::values::{Cells, ColumnData, Decimals, Value};

use crate::Ordering;

/// 2026-07-18, the day of the harness's events.
const DAY: i32 = 20_652;

fn meeting() -> Meeting {
    let none = |cells| ColumnData { cells, empty: Vec::new() };
    let mut meeting = Meeting::of(36).table("offers", 0).table("orders", 0);
    for id in ["least", "closes", "rolled-over"] {
        meeting = meeting.set(id, Value::None);
    }
    for (table, id) in [("offers", "offer"), ("offers", "teacher"), ("offers", "hours"), ("orders", "offer")] {
        meeting = meeting.column(table, id, none(Cells::Text(Vec::new())));
    }
    for (table, id) in [("offers", "least"), ("offers", "most"), ("orders", "places")] {
        meeting = meeting.column(table, id, none(Cells::Integer(Vec::new())));
    }
    meeting.column("offers", "day", none(Cells::Day(Vec::new()))).column(
        "orders",
        "household",
        none(Cells::Household(Vec::new())),
    )
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn offer(run: &mut Run<Ordering>, name: &str, teacher: &str, hours: &str) -> Result<(), fangzhuo_sdk::values::Fault> {
    let day = if hours.is_empty() { Value::None } else { Value::Day(DAY + 7) };
    let entries = [
        ("offer", text(name)),
        ("teacher", text(teacher)),
        ("day", day),
        ("hours", text(hours)),
        ("least", Value::Integer(6)),
    ];
    run.submit("offer", &entries)
}

fn order(run: &mut Run<Ordering>, household: u32, offer: usize) -> Result<(), fangzhuo_sdk::values::Fault> {
    let entries = [
        ("household", Value::Household(household)),
        ("offer", Value::Choice(format!("offer-{offer}"))),
        ("places", Value::Integer(1)),
    ];
    run.submit("order", &entries)
}

fn at_001_1() -> Run<Ordering> {
    let mut run: Run<Ordering> = meeting().start().unwrap();
    for (name, teacher, hours) in [("钩织", "能人1", "14:00-15:30"), ("杯花", "", "15:00-16:00"), ("面塑", "能人3", "")]
    {
        offer(&mut run, name, teacher, hours).unwrap();
    }
    for (at, orders) in [18, 7, 5].into_iter().enumerate() {
        (0..orders).for_each(|household| order(&mut run, household, at).unwrap());
    }
    run
}

#[test]
fn at_001_1_crochet_and_cup_flowers_open_dough_figures_wait_and_somebody_is_looked_for() {
    let run = at_001_1();
    let concluded = run.conclude().unwrap();
    assert_eq!(concluded.summary, "钩织、杯花够人数，开办；面塑不够人数，继续征集。");
    let duties = concluded.materials.iter().find_map(|material| match material {
        Material::Duties(duties) => Some(duties),
        _ => None,
    });
    let duties: Vec<_> =
        duties.unwrap().iter().map(|duty| (duty.text.as_str(), duty.responsible.as_str(), duty.due)).collect();
    assert_eq!(
        duties,
        [
            ("办“钩织”：18 人 2026-07-25 14:00-15:30", "能人1", Some(DAY + 7)),
            ("发招募令：找人办“杯花”，已有 7 人点", "社区", Some(DAY + 7)),
            ("继续征集“面塑”，还差 1 人", "社区", None),
        ]
    );
}

#[test]
fn at_001_1_one_teacher_cannot_be_booked_twice_at_one_hour_and_the_sentence_says_where_she_is() {
    let mut run: Run<Ordering> = meeting().start().unwrap();
    offer(&mut run, "钩织", "能人1", "14:00-15:30").unwrap();
    let fault = offer(&mut run, "杯花", "能人1", "15:00-16:00").unwrap_err();
    assert_eq!((fault.code.as_str(), fault.at.as_deref()), ("teacher-busy", Some("teacher")));
    assert!(fault.message.contains("能人1") && fault.message.contains("钩织"), "{}", fault.message);
}

#[test]
fn given_the_next_round_what_waited_begins_with_its_orders_and_one_more_opens_it() {
    let carry = at_001_1().conclude().unwrap().carry;
    let next = carry.into_iter().fold(meeting(), |meeting, entry| meeting.set(&entry.id, entry.value));
    let mut run: Run<Ordering> = next.start().unwrap();
    assert_eq!(run.conclude().unwrap().summary, "面塑不够人数，继续征集。");
    assert_eq!(order(&mut run, 0, 0).unwrap_err().code, "ordered-twice");
    order(&mut run, 20, 0).unwrap();
    assert_eq!(run.conclude().unwrap().summary, "面塑够人数，开办。");
}

#[test]
fn given_the_last_day_orders_end_the_day_after_by_the_tick() {
    let mut run: Run<Ordering> = meeting().set("closes", Value::Day(DAY)).start().unwrap();
    offer(&mut run, "钩织", "", "").unwrap();
    order(&mut run, 0, 0).unwrap();
    run.tick(DAY + 1).unwrap();
    assert_eq!(order(&mut run, 1, 0).unwrap_err().code, "closed");
}

#[test]
fn on_the_screen_there_is_demand_and_no_household() {
    let run = at_001_1();
    let page = run.audience(Some(0));
    let blocks: Vec<&Block> = page.sections.iter().flat_map(|section| &section.blocks).collect();
    let [Block::Bars(bars), Block::Table(table)] = blocks.as_slice() else { panic!("{blocks:?}") };
    let seen: Vec<_> = bars.items.iter().map(|bar| (bar.label.as_str(), bar.amount)).collect();
    assert_eq!((seen, bars.line), (vec![("钩织", 18), ("杯花", 7), ("面塑", 5)], Some(6)));
    assert!(!table.columns.iter().any(|column| matches!(column.data.cells, Cells::Household(_))));
}

#[test]
fn given_tables_they_are_the_offers_and_orders_and_a_bad_row_is_named() {
    let column = |cells| ColumnData { cells, empty: Vec::new() };
    let words = |words: &[&str]| column(Cells::Text(words.iter().map(|word| (*word).to_owned()).collect()));
    let tables = |named: [&str; 2]| {
        let meeting = meeting()
            .table("offers", 1)
            .column("offers", "offer", words(&["钩织"]))
            .column("offers", "teacher", words(&["能人1"]))
            .column("offers", "hours", words(&[""]))
            .column("offers", "least", ColumnData { cells: Cells::Integer(vec![0]), empty: vec![0] })
            .column("offers", "most", column(Cells::Integer(vec![6])))
            .column("offers", "day", ColumnData { cells: Cells::Day(vec![0]), empty: vec![0] })
            .table("orders", 2);
        meeting
            .column("orders", "household", column(Cells::Household(vec![0, 1])))
            .column("orders", "offer", words(&named))
            .column("orders", "places", column(Cells::Integer(vec![4, 4])))
    };
    let run: Run<Ordering> = tables(["钩织", "钩织"]).start().unwrap();
    assert!(run.conclude().unwrap().minutes[1].contains("点了 8 人，最少 6 人：开；候补 2 人"));
    let fault = tables(["钩织", "杯花"]).start::<Ordering>().unwrap_err();
    assert_eq!((fault.code.as_str(), fault.at.as_deref()), ("no-such-offer", Some("orders")));
    assert!(fault.message.contains("第 3 行"), "{}", fault.message);
    // A roll that says other things is another roll.
    let areas = ColumnData { cells: Cells::Decimal(Decimals { scale: 2, units: vec![1; 36] }), empty: Vec::new() };
    let text = at_001_1().conclude().unwrap().carry.remove(0).value;
    let other = meeting().column("households", "area", areas).set("rolled-over", text);
    assert_eq!(other.start::<Ordering>().unwrap_err().code, "another-roll");
}
