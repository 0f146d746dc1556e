//! What a person did on a page against the page it was done on: nothing from outside a form passes, whatever is sent.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use procedure::contract::{
    Action, Block, Bounds, Button, Check, CheckItem, Checklist, ChoiceItem, Decimal, DecimalBounds, Entry, Evidence,
    Field, FieldKind, Finding, Form, Measure, Page, Press, Section, Submission, TextBounds, Tone, Value,
};
use procedure::submission::{Problem, Wrong, check_action, check_submission, check_value};
use proptest::prelude::*;

/// The length of the roll.
const HOUSEHOLDS: u32 = 36;

fn page(blocks: Vec<Block>) -> Page {
    let section = Section { id: "s".to_owned(), title: String::new(), folded: false, blocks };
    Page { headline: String::new(), sections: vec![section] }
}

fn field(id: &str, kind: FieldKind, required: bool) -> Field {
    let (label, help) = (id.to_owned(), String::new());
    Field { id: id.to_owned(), label, help, kind, required, initial: Value::None, problem: None }
}

fn form(fields: Vec<Field>) -> Form {
    Form { id: "quote".to_owned(), title: String::new(), fields, submit_label: String::new(), closed: None }
}

/// A form with every kind of field.
fn every_kind() -> Vec<Field> {
    let options = || ["low", "best"].map(|id| ChoiceItem { id: id.to_owned(), label: id.to_owned() }).to_vec();
    let limits = |min, max| Bounds { min: Some(min), max: Some(max) };
    vec![
        field("firm", FieldKind::Text(TextBounds { lines: 1, max_chars: 8 }), true),
        field("tax", FieldKind::Flag, false),
        field("days", FieldKind::Integer(limits(1, 90)), false),
        field("price", FieldKind::Money(limits(1, 1_000_000)), true),
        field("area", FieldKind::Decimal(DecimalBounds { scale: 2, limits: limits(0, 10_000) }), false),
        field("until", FieldKind::Day(limits(20_000, 21_000)), false),
        field("way", FieldKind::Choice(options()), false),
        field("ways", FieldKind::Choices(options()), false),
        field("door", FieldKind::Household, false),
    ]
}

fn send(entries: Vec<(&str, Value)>) -> Submission {
    let entries = entries.into_iter().map(|(id, value)| Entry { id: id.to_owned(), value }).collect();
    Submission { form: "quote".to_owned(), row: None, entries }
}

fn checked(submission: &Submission) -> Result<(), Problem> {
    check_submission(&page(vec![Block::Form(form(every_kind()))]), submission, HOUSEHOLDS)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

#[test]
fn a_form_filled_as_it_asks_passes_and_what_is_left_out_is_empty() {
    let least = vec![("firm", text("宏清环卫")), ("price", Value::Money(165_000))];
    assert_eq!(checked(&send(least.clone())), Ok(()));
    let mut all = least;
    all.extend([
        ("tax", Value::Flag(true)),
        ("days", Value::Integer(90)),
        ("area", Value::Decimal(Decimal { units: 5_638, scale: 2 })),
        ("until", Value::Day(20_654)),
        ("way", Value::Choice("low".to_owned())),
        ("ways", Value::Choices(vec!["best".to_owned(), "low".to_owned()])),
        ("door", Value::Household(35)),
    ]);
    assert_eq!(checked(&send(all)), Ok(()));
}

#[test]
fn each_thing_that_does_not_fit_is_named_with_its_field() {
    let with = |id: &'static str, value: Value| {
        let mut entries = vec![("firm", text("宏清")), ("price", Value::Money(1))];
        entries.retain(|(known, _)| *known != id);
        entries.push((id, value));
        let problem = checked(&send(entries)).unwrap_err();
        assert_eq!(problem.at.as_deref(), Some(id), "{problem}");
        assert_eq!(problem.path, format!("form.quote.{id}"));
        problem.wrong
    };
    assert_eq!(with("price", Value::Money(0)), Wrong::Least(Value::Money(1)));
    assert_eq!(with("price", Value::Money(1_000_001)), Wrong::Most(Value::Money(1_000_000)));
    assert_eq!(with("price", Value::Integer(5)), Wrong::Kind);
    assert_eq!(with("price", Value::None), Wrong::Missing);
    assert_eq!(with("firm", text("  ")), Wrong::Missing);
    assert_eq!(with("firm", text("九个汉字就太长了呀")), Wrong::Long(8));
    assert_eq!(with("firm", text("a\u{202E}b")), Wrong::Kind);
    assert_eq!(with("area", Value::Decimal(Decimal { units: 1, scale: 3 })), Wrong::Kind);
    assert_eq!(with("until", Value::Day(19_999)), Wrong::Least(Value::Day(20_000)));
    assert_eq!(with("way", Value::Choice("other".to_owned())), Wrong::Option);
    assert_eq!(with("ways", Value::Choices(vec!["low".to_owned(), "low".to_owned()])), Wrong::Option);
    assert_eq!(with("door", Value::Household(HOUSEHOLDS)), Wrong::Household);
    let twice = send(vec![("firm", text("a")), ("firm", text("b")), ("price", Value::Money(1))]);
    assert_eq!(checked(&twice).unwrap_err().wrong, Wrong::Twice);
    assert_eq!(checked(&send(vec![("firm", text("a"))])).unwrap_err().wrong, Wrong::Missing);
}

#[test]
fn what_the_page_does_not_have_or_has_closed_is_refused() {
    let unknown = send(vec![("nothing", Value::None)]);
    assert_eq!(checked(&unknown).unwrap_err().wrong, Wrong::Unknown);
    let other = Submission { form: "another\nform".to_owned(), row: None, entries: Vec::new() };
    let problem = checked(&other).unwrap_err();
    assert_eq!((problem.path.as_str(), problem.wrong), ("form.?", Wrong::Unknown));
    let closed = Form { closed: Some("已经选定".to_owned()), ..form(Vec::new()) };
    let problem = check_submission(&page(vec![Block::Form(closed)]), &send(Vec::new()), HOUSEHOLDS).unwrap_err();
    assert_eq!(problem.wrong, Wrong::Closed("已经选定".to_owned()));
}

#[test]
fn a_press_needs_its_button_open_and_its_row_there() {
    let button = |id: &str, closed: Option<&str>| Button {
        id: id.to_owned(),
        label: id.to_owned(),
        tone: Tone::Neutral,
        closed: closed.map(str::to_owned),
    };
    let page = page(vec![Block::Buttons(vec![button("a", Some("还早"))]), Block::Buttons(vec![button("b", None)])]);
    let press = |id: &str, row| check_action(&page, &Action::Press(Press { button: id.to_owned(), row }), HOUSEHOLDS);
    assert_eq!(press("b", None), Ok(()));
    assert_eq!(press("a", None).unwrap_err().wrong, Wrong::Closed("还早".to_owned()));
    assert_eq!(press("b", Some(0)).unwrap_err().wrong, Wrong::Unknown);
    assert_eq!(press("c", None).unwrap_err().wrong, Wrong::Unknown);
}

#[test]
fn a_finding_needs_its_item_a_measure_only_where_one_is_asked_and_evidence_by_hash() {
    let item = |id: &str, measure: Option<Measure>, closed: Option<&str>| CheckItem {
        id: id.to_owned(),
        label: id.to_owned(),
        basis: String::new(),
        finding: Finding::Open,
        measure,
        veto: true,
        evidence_required: false,
        evidence: Vec::new(),
        note: String::new(),
        closed: closed.map(str::to_owned),
    };
    let measure = Measure { unit: "m".to_owned(), scale: 1, value: None, limit: Some(50), at_least: true };
    let items = vec![item("gas", Some(measure), None), item("seen", None, None), item("shut", None, Some("不适用"))];
    let list = Checklist { id: "site".to_owned(), title: String::new(), items };
    let page = page(vec![Block::Checklist(list)]);
    let check = |item: &str, measured, hash: &str| {
        let evidence = Evidence { hash: hash.to_owned(), caption: "西墙".to_owned() };
        let (checklist, note) = ("site".to_owned(), String::new());
        let check = Check {
            checklist,
            item: item.to_owned(),
            finding: Finding::Failed,
            measured,
            note,
            evidence: vec![evidence],
        };
        check_action(&page, &Action::Check(check), HOUSEHOLDS).map_err(|problem| problem.wrong)
    };
    let hash = "0a".repeat(32);
    assert_eq!(check("gas", Some(0), &hash), Ok(()));
    assert_eq!(check("seen", Some(0), &hash), Err(Wrong::Kind));
    assert_eq!(check("seen", None, &hash.to_uppercase()), Err(Wrong::Evidence));
    assert_eq!(check("shut", None, &hash), Err(Wrong::Closed("不适用".to_owned())));
    assert_eq!(check("none", None, &hash), Err(Wrong::Unknown));
    assert_eq!(check_action(&page, &Action::Tick(20_652), HOUSEHOLDS), Ok(()));
}

fn any_value() -> impl Strategy<Value = Value> {
    let small = -50i64..150;
    prop_oneof![
        Just(Value::None),
        "[a-c\u{202E}]{0,6}".prop_map(Value::Text),
        any::<bool>().prop_map(Value::Flag),
        small.clone().prop_map(Value::Integer),
        small.clone().prop_map(Value::Money),
        (small, 0u8..4).prop_map(|(units, scale)| Value::Decimal(Decimal { units, scale })),
        (-50i32..150).prop_map(Value::Day),
        "[ab]".prop_map(Value::Choice),
        prop::collection::vec("[ab]", 0..3).prop_map(Value::Choices),
        (0u32..50).prop_map(Value::Household),
    ]
}

fn any_kind() -> impl Strategy<Value = FieldKind> {
    let bounds =
        (prop::option::of(-20i64..50), prop::option::of(50i64..100)).prop_map(|(min, max)| Bounds { min, max });
    let options = || vec![ChoiceItem { id: "a".to_owned(), label: String::new() }];
    prop_oneof![
        (1u32..6).prop_map(|max_chars| FieldKind::Text(TextBounds { lines: 1, max_chars })),
        Just(FieldKind::Flag),
        bounds.clone().prop_map(FieldKind::Integer),
        bounds.clone().prop_map(FieldKind::Money),
        (bounds.clone(), 0u8..4).prop_map(|(limits, scale)| FieldKind::Decimal(DecimalBounds { scale, limits })),
        bounds.prop_map(FieldKind::Day),
        Just(FieldKind::Choice(options())),
        Just(FieldKind::Choices(options())),
        Just(FieldKind::Household),
    ]
}

/// Said again in the plainest way, kind by kind.
fn belongs(kind: &FieldKind, required: bool, value: &Value) -> bool {
    let inside = |bounds: &Bounds, n: i64| n >= bounds.min.unwrap_or(i64::MIN) && n <= bounds.max.unwrap_or(i64::MAX);
    match (kind, value) {
        (_, Value::None) => !required,
        (FieldKind::Text(bounds), Value::Text(text)) => {
            text.chars().count() <= bounds.max_chars as usize
                && !text.contains('\u{202E}')
                && !(required && text.trim().is_empty())
        }
        (FieldKind::Flag, Value::Flag(_)) => true,
        (FieldKind::Integer(bounds), Value::Integer(n)) | (FieldKind::Money(bounds), Value::Money(n)) => {
            inside(bounds, *n)
        }
        (FieldKind::Decimal(bounds), Value::Decimal(n)) => n.scale == bounds.scale && inside(&bounds.limits, n.units),
        (FieldKind::Day(bounds), Value::Day(day)) => inside(bounds, i64::from(*day)),
        (FieldKind::Choice(_), Value::Choice(key)) => key == "a",
        (FieldKind::Choices(_), Value::Choices(keys)) => match keys.as_slice() {
            [] => !required,
            [only] => only == "a",
            _ => false,
        },
        (FieldKind::Household, Value::Household(household)) => *household < HOUSEHOLDS,
        _ => false,
    }
}

proptest! {
    #[test]
    fn a_value_passes_exactly_when_it_belongs_to_its_field(kind in any_kind(), required: bool, value in any_value()) {
        let field = field("f", kind, required);
        let passes = check_value(&field, &value, HOUSEHOLDS).is_ok();
        prop_assert_eq!(passes, belongs(&field.kind, required, &value), "{:?} {:?}", field.kind, value);
    }

    #[test]
    fn a_submission_passes_only_when_each_of_its_values_does(
        values in prop::collection::vec((0usize..9, any_value()), 0..12),
    ) {
        let fields = every_kind();
        let entries: Vec<(&str, Value)> =
            values.iter().map(|(at, value)| (fields[*at].id.as_str(), value.clone())).collect();
        if checked(&send(entries.clone())).is_ok() {
            for (id, value) in &entries {
                let field = fields.iter().find(|field| field.id == *id).unwrap();
                prop_assert!(belongs(&field.kind, field.required, value));
                prop_assert_eq!(entries.iter().filter(|(other, _)| other == id).count(), 1);
            }
            for field in fields.iter().filter(|field| field.required) {
                prop_assert!(entries.iter().any(|(id, _)| *id == field.id));
            }
        }
    }
}
