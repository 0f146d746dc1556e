//! What an erasure reaches beyond a person's card: the cells of further roll columns a procedure froze.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::ids::ProcedureNo;
use deliberation::{At, Command, Door, Who};
use session::{Now, Session, Story, Wake};
use words::Lang;

const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const ROLL: &str = "房号,业主,电话,建筑面积,常住人口,水表\n\
    1-101,史娥凤,13800000001,60.00,3,12\n1-102,马卫,13800000002,60.00,2,8\n1-103,周凤军,13800000003,60.00,1,20\n";

fn quiet() -> Wake {
    Arc::new(|| {})
}

/// A meeting with one procedure, begun with these settings and concluded, and closed.
fn shared(path: &Path, settings: &str) -> Session {
    let at = At::parse("2026-07-18T19:00:00+08:00").unwrap();
    let mut session = Session::create(path, "水产宿舍", "Asia/Shanghai", Lang::ZhCn, at, quiet()).unwrap();
    session.bring(&[PROCEDURE]);
    session.tick(Now { mono_ms: 1_000, utc_ms: at.0 });
    let story = format!(
        r#"{{"at":"2026-07-18T19:00:00+08:00","do":"import-roll","file":"roll.csv"}}
{{"do":"plan-meeting","title":"分摊","place":"","start":"2026-07-18T19:00:00+08:00"}}
{{"do":"add-item","title":"水费怎么分","kind":"proposal","minutes":5}}
{{"do":"sign-in","who":"1-101"}}
{{"do":"open-meeting","chair":"1-101","recorder":"1-102"}}
{{"do":"start-item","item":1}}
{{"do":"start-procedure","plugin":"fee-apportionment","settings":{settings}}}
{{"do":"conclude-procedure","procedure":1}}
{{"do":"close-meeting"}}"#
    );
    let read = |_: &str| Ok(ROLL.as_bytes().to_vec());
    Story::parse(Lang::ZhCn, &story).unwrap().play(&mut session, Lang::ZhCn, &read).unwrap();
    session
}

fn erase(session: &mut Session, door: &str) {
    let person = Who::Door(Door::new(door));
    let outcome = session.submit_and_settle(Command::ErasePerson { person, also: Vec::new() });
    assert!(outcome.is_done(), "{outcome:?}");
}

fn holds(path: &Path, text: &str) -> bool {
    let bytes = std::fs::read(path).unwrap();
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// The cells of the meters as the frozen data write them.
const METERS: &str = r#""integer":[12,8,20]"#;

#[test]
fn given_frozen_meters_when_one_of_the_households_is_erased_then_they_are_gone_and_the_run_says_it_cannot_be_repeated()
{
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("meters.fz");
    let mut session = shared(&path, r#"{"amount":"80.00","method":"meter","basis":"水表"}"#);
    assert!(holds(&path, METERS));
    let sheet = session.facts().sheets[0].sheet.clone();
    erase(&mut session, "1-102");
    // A second erasure lists the same blob again, which is gone already.
    erase(&mut session, "1-103");
    assert_eq!(session.facts().sheets[0].sheet, sheet, "who pays what stays");
    drop(session);
    assert!(!holds(&path, METERS));
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);

    let mut session = Session::open(&path, quiet()).unwrap();
    session.bring(&[PROCEDURE]);
    session.tick(Now { mono_ms: 1_000, utc_ms: 0 });
    session.settle();
    let view = session.procedure_view(ProcedureNo(1));
    let Some(session::ProcedureView { page: Err(failure), .. }) = view else { panic!("{view:?}") };
    let said = format!("{failure:?}");
    assert!(said.contains("procedure 1 (fee-apportionment)") && said.contains("erased"), "{said}");
}

#[test]
fn given_a_split_by_households_alone_then_an_erasure_leaves_its_frozen_data_and_it_can_be_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("households.fz");
    let mut session = shared(&path, r#"{"amount":"80.00","method":"household"}"#);
    erase(&mut session, "1-102");
    drop(session);
    assert!(holds(&path, "[6000,6000,6000]"), "areas are nobody's secret and stay");
}
