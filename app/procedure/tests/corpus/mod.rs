//! The hostile corpus: what each case is, how it is driven, and how it may end.
//!
//! A case is a file that is brought to the host as any other is: examined, compiled, started, shown, stepped and concluded,
//! as far as it gets. It ends as one of the six failures, or harmlessly as values that were checked on their way out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
#![allow(dead_code, unreachable_pub, reason = "each test target uses a part")]

pub mod bodies;
pub mod files;
pub mod pages;
pub mod seeds;

use std::sync::Arc;

use procedure::contract::{Action, Event, Press, Role, Viewer};
use procedure::{Engine, Failure, Inputs, Running, households_table};

use crate::common::{cost_sheet, desk, estate, start};

/// How a case may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Harmless,
    TooSlow,
    TooMuchMemory,
    Broken,
    Invalid,
    Unfit,
}

pub struct Case {
    pub name: String,
    pub ends: Vec<End>,
    /// It uses up its fuel or its time on purpose; the ordinary tests leave it to the proof.
    pub slow: bool,
    /// It is the compiler's to survive: the proof compiles it in a child.
    pub child: bool,
    pub file: Box<dyn Fn() -> Vec<u8>>,
    /// What must hold of the values, if there are any.
    pub holds: fn(&Run) -> bool,
}

impl Case {
    pub fn new(name: impl Into<String>, ends: &[End], file: impl Fn() -> Vec<u8> + 'static) -> Case {
        Case {
            name: name.into(),
            ends: ends.to_vec(),
            slow: false,
            child: false,
            file: Box::new(file),
            holds: |_| true,
        }
    }

    pub fn slow(self) -> Case {
        Case { slow: true, ..self }
    }
}

/// A case that got as far as running.
pub struct Run {
    pub first: Running,
    pub next: Running,
}

pub fn all(full: bool) -> Vec<Case> {
    let seeds = if full { 500 } else { 60 };
    [bodies::cases(), files::cases(full), pages::cases(), seeds::cases(seeds)].into_iter().flatten().collect()
}

pub fn press() -> Event {
    let action = Action::Press(Press { button: "go".to_owned(), row: None });
    let at = "2026-07-18T11:41:06.000Z".to_owned();
    Event { seq: 1, at, actor: "p1".to_owned(), role: Role::Chair, locale: "zh-CN".to_owned(), action }
}

/// The roll every case sees: 36 flats, and a relief column the community keeps private.
pub fn inputs() -> Arc<Inputs> {
    use procedure::contract::{Cells, ColumnData};
    let mut households = households_table(&estate());
    let cells = Cells::Text((0..36).map(|row| if row == 7 { "低保".to_owned() } else { String::new() }).collect());
    let data = ColumnData { cells, empty: (0..36).filter(|row| *row != 7).collect() };
    households.columns.insert("c1".to_owned(), procedure::FrozenColumn { data: data.into(), private: true });
    Arc::new(Inputs { tables: [("households".to_owned(), households)].into(), settings: [].into() })
}

/// Drives a file as far as it goes.
pub fn drive(engine: &Engine, bytes: &[u8]) -> Result<Run, Failure> {
    let first = Running::start(engine.component(bytes)?, inputs(), "zh-CN")?;
    first.page(&desk("zh-CN"))?;
    first.page(&Viewer { audience: true, ..desk("en") })?;
    let next = first.step(&press())?;
    next.page(&desk("en"))?;
    next.conclude("zh-CN")?;
    Ok(Run { first, next })
}

/// The kind of a failure; a refusal in the procedure's own words is a value like any other.
pub fn end(outcome: &Result<Run, Failure>) -> End {
    match outcome {
        Ok(_) | Err(Failure::Refused(_)) => End::Harmless,
        Err(Failure::TooSlow(_)) => End::TooSlow,
        Err(Failure::TooMuchMemory(_)) => End::TooMuchMemory,
        Err(Failure::Broken { .. }) => End::Broken,
        Err(Failure::Invalid { .. }) => End::Invalid,
        Err(Failure::Unfit { .. }) => End::Unfit,
    }
}

/// Why a case misbehaved; `None` if it ended as it may and its values hold.
pub fn wrong(engine: &Engine, case: &Case) -> Option<String> {
    let outcome = drive(engine, &(case.file)());
    let ended = end(&outcome);
    if !case.ends.contains(&ended) {
        let said = outcome.err().map(|failure| failure.detail()).unwrap_or_default();
        return Some(format!("ended as {ended:?} ({said}), not as {:?}", case.ends));
    }
    match &outcome {
        Ok(run) if !(case.holds)(run) => Some("what came of it does not hold".to_owned()),
        _ => None,
    }
}

/// A call of a good procedure; the same whatever ran before it.
pub fn the_meeting_goes_on() -> Vec<i64> {
    let running = start(&estate(), &[], &[("amount", "1650")]).unwrap();
    assert!(!running.page(&desk("zh-CN")).unwrap().sections.is_empty());
    cost_sheet(&running.conclude("zh-CN").unwrap().zh_cn).due.clone()
}
