//! What people do on a procedure's page, on a real file: held against the page, photos kept as blobs, tables handed in, and
//! nothing on the wall that nobody has looked at.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use deliberation::ids::{ItemNo, ProcedureNo};
use deliberation::{At, Command, Who};
use session::audience::Card;
use session::contract::{Action, Block, Check, Entry, Evidence, Finding, Submission, Value};
use session::evidence::{self, Picture};
use session::{Failure, Now, Outcome, Places, Session, Shipped, StageCard, Workspace, table_in};
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const SHARING: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const SITES: &[u8] = include_bytes!("../../../plugins/site-selection/site-selection.fz.wasm");

const FIRST: ProcedureNo = ProcedureNo(1);

/// The example with its meeting open and the third item on the table.
fn meeting(folder: &Path) -> Workspace {
    let places = Places { config: folder.join("config"), documents: folder.join("documents") };
    let shipped =
        Shipped { components: vec![SHARING, SITES], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
    let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
    workspace.tick(Now { mono_ms: 1_000_000, utc_ms: At::parse("2026-07-18T18:59:00+08:00").unwrap().0 });
    workspace.open_example().unwrap();
    let session = workspace.session_mut().unwrap();
    let chair = session.facts().roll.heads()[0].person;
    let who = Who::Person(chair);
    session.submit_and_settle(Command::OpenMeeting { chair: who.clone(), recorder: who, counters: vec![] });
    session.submit_and_settle(Command::StartItem { item: ItemNo(3) });
    session.set_person(chair);
    workspace
}

/// Does something on the page and waits until it is durable or refused.
fn act(session: &mut Session, action: Action) -> Outcome {
    let ticket = session.act(FIRST, action);
    session.settle();
    session.outcome(ticket).unwrap().clone()
}

fn submit(form: &str, entries: Vec<(&str, Value)>) -> Action {
    let entries = entries.into_iter().map(|(id, value)| Entry { id: id.to_owned(), value }).collect();
    Action::Submit(Submission { form: form.to_owned(), row: None, entries })
}

fn refused(outcome: Outcome) -> (String, Option<String>, String) {
    match outcome {
        Outcome::Procedure(Failure::Refused(fault)) => (fault.code, fault.at, fault.message),
        other => panic!("a refusal was expected: {other:?}"),
    }
}

#[test]
fn given_a_value_outside_the_form_when_it_is_sent_then_the_procedure_never_hears_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = meeting(folder.path());
    let session = workspace.session_mut().unwrap();
    session.start_procedure("fee-apportionment", vec![("amount".to_owned(), "1650".to_owned())]);
    session.settle();
    let Some(Ok(page)) = session.procedure_view(FIRST).map(|view| view.page.clone()) else { panic!("no page") };
    let form = page.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Form(form) => Some(form.id.clone()),
        _ => None,
    });
    let form = form.unwrap();
    let (code, at, message) = refused(act(session, submit(&form, vec![("amount", Value::Integer(5))])));
    assert_eq!((code.as_str(), at.as_deref()), ("wrong-kind", Some("amount")));
    assert!(message.contains("重新填"), "{message}");
    let (code, _, message) = refused(act(session, submit("no-such-form", Vec::new())));
    assert_eq!(code, "not-on-page");
    assert!(message.contains("没有记录"), "{message}");
    let press = session::contract::Press { button: "no-such-button".to_owned(), row: Some(3) };
    assert_eq!(refused(act(session, Action::Press(press))).0, "not-on-page");
    assert_eq!(session.facts().procedures[0].steps.len(), 0);
}

#[test]
fn given_a_photo_when_it_backs_a_finding_then_the_file_keeps_it_and_erasing_its_giver_takes_it_away() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = meeting(folder.path());
    let session = workspace.session_mut().unwrap();
    let sites = ("sites".to_owned(), "西侧围墙；两个单元之间".to_owned());
    session.start_procedure("site-selection", vec![sites]);
    session.settle();
    let view = session.procedure_view(FIRST).map(|view| view.page.clone());
    let Some(Ok(page)) = view else { panic!("no page: {view:?}") };
    let list = page.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Checklist(list) => Some(list.clone()),
        _ => None,
    });
    let list = list.unwrap();
    let item = list.items.iter().find(|item| item.closed.is_none()).unwrap();

    let photo = folder.path().join("西墙.png");
    image::DynamicImage::new_rgb8(40, 30).save(&photo).unwrap();
    let read = evidence::read(Lang::ZhCn, &photo).unwrap();
    let check = Check {
        checklist: list.id.clone(),
        item: item.id.clone(),
        finding: Finding::Failed,
        measured: item.measure.as_ref().map(|_| 0),
        note: "燃气公司图纸".to_owned(),
        evidence: vec![Evidence { hash: read.hash().to_string(), caption: "西墙外".to_owned() }],
    };
    let ticket = session.act_with(FIRST, Action::Check(check), std::slice::from_ref(&read));
    session.settle();
    assert!(session.outcome(ticket).is_some_and(Outcome::is_done), "{:?}", session.outcome(ticket));
    assert_eq!(session.facts().procedures[0].evidence, [read.hash()]);
    // The page shows it by hash and caption, and the file has the picture.
    let Some(Ok(page)) = session.procedure_view(FIRST).map(|view| view.page.clone()) else { panic!("no page") };
    let shown = page.sections.iter().flat_map(|section| &section.blocks).any(|block| match block {
        Block::Checklist(list) => {
            list.items.iter().flat_map(|item| &item.evidence).any(|one| one.hash == read.hash().to_string())
        }
        _ => false,
    });
    assert!(shown);
    assert_eq!(session.evidence(read.hash()), Picture::Coming);
    session.settle_evidence();
    let Picture::Drawn(drawn) = session.evidence(read.hash()) else { panic!("a picture was expected") };
    assert_eq!((drawn.width, drawn.height), (40, 30));

    // A photo is a text of whoever brought it; people are erased after the meeting.
    let closed = session.submit_and_settle(Command::CloseMeeting);
    assert!(closed.is_done(), "{closed:?}");
    let who = Who::Person(session.person());
    let outcome = session.submit_and_settle(Command::ErasePerson { person: who, also: Vec::new() });
    assert!(outcome.is_done(), "{outcome:?}");
    let path = session.path().to_owned();
    workspace.close();
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);
    workspace.open(&path).unwrap();
    let session = workspace.session_mut().unwrap();
    session.evidence(read.hash());
    session.settle_evidence();
    assert_eq!(session.evidence(read.hash()), Picture::Gone);
}

/// A resident's name in a note about something else: it is shown for decision, and goes if it is ticked.
#[test]
fn given_a_name_in_what_was_typed_on_a_page_then_it_is_among_the_texts_of_an_erasure() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = meeting(folder.path());
    let session = workspace.session_mut().unwrap();
    session.start_procedure("site-selection", vec![("sites".to_owned(), "西侧围墙；两个单元之间".to_owned())]);
    session.settle();
    let Some(Ok(page)) = session.procedure_view(FIRST).map(|view| view.page.clone()) else { panic!("no page") };
    let list = page.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Checklist(list) => Some(list.clone()),
        _ => None,
    });
    let (list, named) = (list.unwrap(), session.facts().roll.heads()[4].person);
    let name = session.snapshot().name(named).to_owned();
    let check = Check {
        checklist: list.id.clone(),
        item: list.items.iter().find(|item| item.closed.is_none()).unwrap().id.clone(),
        finding: Finding::Open,
        measured: None,
        note: format!("{name}说下面有管子"),
        evidence: Vec::new(),
    };
    assert!(act(session, Action::Check(check)).is_done());
    assert!(session.submit_and_settle(Command::CloseMeeting).is_done());
    let path = session.path().to_owned();
    let found =
        |session: &Session| session.snapshot().register.texts_with(&name).map(|(blob, _)| blob).collect::<Vec<_>>();
    let also = found(session);
    assert_eq!(also.len(), 1, "the deed is known as it is done");
    workspace.close();
    workspace.open(&path).unwrap();
    let session = workspace.session_mut().unwrap();
    assert_eq!(found(session), also, "and when the file is opened again");
    let text = session.snapshot().register.text(also[0]).unwrap();
    assert_eq!(text, format!("{name}说下面有管子"));
    assert!(session.submit_and_settle(Command::ErasePerson { person: Who::Person(named), also }).is_done());
    workspace.close();
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(name.len()).any(|window| window == name.as_bytes()));
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);
}

#[test]
fn given_a_communitys_own_criteria_when_the_procedure_starts_with_them_then_they_are_its_checklist() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = meeting(folder.path());
    let session = workspace.session_mut().unwrap();
    let manifest = session.manifests().iter().find(|manifest| manifest.id == "site-selection").unwrap().clone();
    let wanted = manifest.tables.iter().find(|wanted| wanted.id == "criteria").unwrap();
    let labels: Vec<&str> = wanted.columns.iter().map(|column| column.label.get("zh-CN")).collect();
    let cell = |id: &str| match id {
        "id" => "tree",
        "label" => "离古树的距离",
        "kind" => "veto",
        "unit" => "米",
        "limit" => "3",
        "direction" => "至少",
        "basis" => "小区公约第 8 条",
        _ => "",
    };
    let cells: Vec<&str> = wanted.columns.iter().map(|column| cell(&column.id)).collect();
    let table = folder.path().join("条件.csv");
    std::fs::write(&table, format!("{}\n{}\n", labels.join(","), cells.join(","))).unwrap();
    let read = table_in::read(Lang::ZhCn, &table, wanted, &[]).unwrap();
    assert_eq!((read.name.as_str(), read.table.rows), ("条件.csv", 1));

    let settings = vec![("sites".to_owned(), "西侧围墙".to_owned())];
    session.start_procedure_with("site-selection", settings, BTreeMap::from([("criteria".to_owned(), read.table)]));
    session.settle();
    let view = session.procedure_view(FIRST).map(|view| view.page.clone());
    let Some(Ok(page)) = view else { panic!("no page: {view:?}") };
    assert!(format!("{page:?}").contains("离古树的距离"));
}

#[test]
fn given_a_page_nobody_has_looked_at_when_it_is_to_be_projected_then_it_stays_off_the_wall() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = meeting(folder.path());
    let session = workspace.session_mut().unwrap();
    session.start_procedure("site-selection", vec![("sites".to_owned(), "西侧围墙".to_owned())]);
    session.settle();
    session.stage.show(StageCard::Procedure(FIRST));
    assert!(!matches!(session.audience(Lang::ZhCn).card, Card::Procedure(_)));
    session.stage.look_at(FIRST);
    session.stage.show(StageCard::Procedure(FIRST));
    let first = session.audience(Lang::ZhCn);
    assert!(matches!(first.card, Card::Procedure(_)), "{first:?}");
    // Made once for the page, not for every frame.
    assert!(Arc::ptr_eq(&first, &session.audience(Lang::ZhCn)));
}
