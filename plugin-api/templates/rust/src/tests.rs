//! `cargo test` runs the procedure natively; no WebAssembly is needed for it.

use fangzhuo_sdk::harness::{Meeting, Run};
use fangzhuo_sdk::outcome::Outcome;
use fangzhuo_sdk::ui::Finding;
use fangzhuo_sdk::values::{Decimal, Value};

use super::{ClothesRack, SITE};

/// Three metres; every setting of plugin.toml stands here, one that is not set as `Value::None`.
fn started() -> Run<ClothesRack> {
    let distance = Value::Decimal(Decimal { units: 300, scale: 2 });
    Meeting::of(0).set("distance", distance).set("place", Value::None).start().unwrap()
}

#[test]
fn given_a_rack_too_near_to_a_window_no_tick_helps() {
    let mut run = started();
    run.check(SITE, "window", Finding::Met, Some(299)).unwrap();
    assert_eq!(run.conclude().unwrap().outcome, Outcome::Rejected);
}

#[test]
fn given_an_item_nobody_has_looked_at_there_is_no_conclusion_yet() {
    let mut run = started();
    run.check(SITE, "window", Finding::Met, Some(300)).unwrap();
    let fault = run.conclude().unwrap_err();
    assert_eq!((fault.code.as_str(), fault.at.as_deref()), ("still-open", Some("fire-lane")));
    assert_eq!(run.page().headline, "3 项里查了 1 项");
}
