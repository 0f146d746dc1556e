//! A small checklist through the harness.

use super::*;
use crate::conclusion::conclusion;
use crate::outcome::Outcome;
use crate::page::{Standing, check_item, checklist, page, section};
use crate::ui::{Block, Checklist};
use crate::{Checks, Lang, fault};

/// One item, to be measured against a setting.
struct Gap {
    checks: Checks,
}

impl Gap {
    fn list(&self) -> Checklist {
        let Value::Integer(limit) = crate::host::setting("limit") else { panic!("no limit") };
        let item = check_item("window", "离窗", "条例").at_least(limit, 2, "m").veto();
        checklist("site", "选点", vec![item.found(self.checks.get("site", "window"))])
    }
}

impl Procedure for Gap {
    fn begin(_: Lang) -> Result<Self, Fault> {
        crate::host::log(&format!("{} households", roll::count()));
        Ok(Gap { checks: Checks::default() })
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        match &event.action {
            Action::Check(check) => self.checks.take(check),
            _ => return Err(fault("unknown", lang.pick("没有", "No").to_owned(), None)),
        }
        Ok(())
    }

    fn page(&self, _: &Viewer, _: Lang) -> Page {
        page("选点").with(section("all", "选点", Vec::new()).with(self.list()))
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        match self.list().standing() {
            Standing::Open => Err(fault("open", lang.pick("待查", "Open").to_owned(), Some("window".to_owned()))),
            Standing::Passed => Ok(conclusion(Outcome::Adopted, lang.pick("可以", "Yes"))),
            Standing::Vetoed | Standing::Failed => Ok(conclusion(Outcome::Rejected, lang.pick("不行", "No"))),
        }
    }

    fn save(&self) -> Vec<u8> {
        self.checks.save()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        Some(Gap { checks: Checks::load(bytes)? })
    }
}

fn started() -> Run<Gap> {
    Meeting::of(3).set("limit", Value::Integer(300)).start().unwrap()
}

#[test]
fn given_a_limit_when_it_is_measured_the_number_decides_and_no_tick() {
    let mut run = started();
    assert_eq!(run.log(), ["3 households"]);
    assert_eq!(run.conclude().unwrap_err().code, "open");
    run.check("site", "window", Finding::Met, Some(299)).unwrap();
    assert_eq!(run.conclude().unwrap().outcome, Outcome::Rejected);
    run.check("site", "window", Finding::Failed, Some(300)).unwrap();
    assert_eq!(run.conclude().unwrap().outcome, Outcome::Adopted);
    run.check("site", "window", Finding::Met, None).unwrap();
    assert_eq!(run.conclude().unwrap_err().code, "open");
    let Block::Checklist(list) = &run.page().sections[0].blocks[0] else { panic!("no checklist") };
    assert_eq!(list.items[0].measure.as_ref().unwrap().limit, Some(300));
}

#[test]
fn given_a_refused_action_the_state_stays_and_the_next_one_goes_on_from_it() {
    let mut run = started();
    run.check("site", "window", Finding::Met, Some(400)).unwrap();
    let before = run.state().to_vec();
    assert_eq!(run.press("x", None).unwrap_err().code, "unknown");
    assert_eq!(run.state(), before);
    assert_eq!(run.conclude().unwrap().summary, "可以");
}

#[test]
#[should_panic(expected = "the test gives no setting limit")]
fn given_no_setting_reading_it_ends_the_call_as_the_host_would() {
    let run = Meeting::of(1).start::<Gap>().unwrap();
    run.page();
}
