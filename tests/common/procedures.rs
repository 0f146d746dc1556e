//! A procedure played through its component as a meeting plays it, with every page looked at after every deed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]
#![allow(unreachable_pub, dead_code, reason = "each test target uses its own part of this")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use procedure::contract::{
    Action, Check, Conclusion, Duty, Entry, Event, Evidence, Fault, Finding, Material, Page, Press, Role, Sheet,
    Submission, Value, Viewer,
};
use procedure::{
    Component, Engine, Failure, FrozenColumn, FrozenTable, HouseholdRow, Running, cases, conclusion_json, settings,
    tables,
};

/// 2026-07-18, the day on which everything happens until a day begins.
pub const DAY: i32 = 20_652;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().unwrap());

/// A shipped component.
pub fn component(name: &str) -> Arc<Component> {
    let file = format!("../../plugins/{name}/{name}.fz.wasm");
    ENGINE.component(&std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()).unwrap()
}

/// Its own cases hold; how many there are.
#[track_caller]
pub fn own_cases(name: &str) -> usize {
    let results = cases::run(&component(name));
    let wrong: Vec<_> = results.iter().filter(|result| result.wrong.is_some()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    results.len()
}

/// Cells of a table by column, as a file would have them; the door of a household is its row.
pub type Cells<'a> = &'a [(&'a str, &'a [&'a str])];

/// A procedure in the middle of its work.
pub struct Played {
    pub running: Running,
    seq: u32,
}

/// Starts it over so many flats.
pub fn start(
    name: &str,
    households: usize,
    set: &[(&str, &str)],
    given: &[(&str, Cells<'_>)],
) -> Result<Played, Fault> {
    let component = component(name);
    let manifest = &component.anatomy().manifest;
    let rows = vec![HouseholdRow { kind: "flat".to_owned(), ..HouseholdRow::default() }; households];
    let texts: Vec<(String, String)> = set.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
    let mut inputs = settings::inputs(manifest, &rows, &[], &texts).unwrap();
    let doors: Vec<String> = (0..households).map(|row| row.to_string()).collect();
    for (id, cells) in given {
        let wanted = manifest.tables.iter().find(|wanted| wanted.id == *id).unwrap();
        let count = cells.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
        let mut columns = BTreeMap::new();
        for column in &wanted.columns {
            let given = cells.iter().find(|(id, _)| *id == column.id).map(|(_, cells)| *cells).unwrap_or_default();
            let mut texts: Vec<String> = given.iter().map(|cell| (*cell).to_owned()).collect();
            texts.resize(count, String::new());
            let data = tables::typed(column.kind, &texts, &doors).unwrap();
            columns.insert(column.id.clone(), FrozenColumn { data: data.into(), private: false });
        }
        inputs.tables.insert((*id).to_owned(), FrozenTable { rows: u32::try_from(count).unwrap(), columns });
    }
    let running = refused(Running::start(component, Arc::new(inputs), "zh-CN"))?;
    Ok(Played { running, seq: 0 })
}

/// What was refused by the rule; any other failure is an error of the procedure.
fn refused<T>(result: Result<T, Failure>) -> Result<T, Fault> {
    result.map_err(|failure| match failure {
        Failure::Refused(fault) => fault,
        other => panic!("{other}"),
    })
}

impl Played {
    /// A deed of the chair. What is refused leaves everything as it was; after what is done every page is valid.
    pub fn act(&mut self, action: Action) -> Result<(), Fault> {
        let event = Event {
            seq: self.seq + 1,
            at: "2026-07-18T11:00:00.000Z".to_owned(),
            actor: "p1".to_owned(),
            role: Role::Chair,
            locale: "zh-CN".to_owned(),
            action,
        };
        self.running = refused(self.running.step(&event))?;
        self.seq += 1;
        for locale in ["zh-CN", "en"] {
            self.desk(locale);
            self.screen(locale);
        }
        Ok(())
    }

    pub fn submit(&mut self, form: &str, entries: &[(&str, Value)]) -> Result<(), Fault> {
        let entry = |(id, value): &(&str, Value)| Entry { id: (*id).to_owned(), value: value.clone() };
        let entries = entries.iter().map(entry).collect();
        self.act(Action::Submit(Submission { form: form.to_owned(), row: None, entries }))
    }

    pub fn press(&mut self, button: &str, row: Option<u32>) -> Result<(), Fault> {
        self.act(Action::Press(Press { button: button.to_owned(), row }))
    }

    pub fn check(&mut self, item: &str, finding: Finding, measured: Option<i64>, photo: bool) -> Result<(), Fault> {
        let evidence = Evidence { hash: "ab".repeat(32), caption: "after".to_owned() };
        self.act(Action::Check(Check {
            checklist: item.rsplit_once('-').unwrap().0.to_owned(),
            item: item.to_owned(),
            finding,
            measured,
            note: String::new(),
            evidence: if photo { vec![evidence] } else { Vec::new() },
        }))
    }

    pub fn tick(&mut self, day: i32) -> Result<(), Fault> {
        self.act(Action::Tick(day))
    }

    #[track_caller]
    pub fn desk(&self, locale: &str) -> Page {
        let viewer = Viewer { role: Role::Chair, locale: locale.to_owned(), audience: false, focus: Some(0) };
        self.running.page(&viewer).unwrap()
    }

    /// As it is projected: without private columns.
    #[track_caller]
    pub fn screen(&self, locale: &str) -> Page {
        self.running.audience_page(locale, Some(0)).unwrap().unwrap()
    }

    /// The conclusion; the host has asked for it in both languages and held them together.
    pub fn conclude(&self, locale: &str) -> Result<Conclusion, Fault> {
        refused(self.running.conclude(locale)).map(|concluded| concluded.get(locale).clone())
    }

    /// SHA-256 of the state, the same on every machine.
    pub fn state(&self) -> String {
        self.running.state().hash().to_string()
    }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn choice(key: &str) -> Value {
    Value::Choice(key.to_owned())
}

/// Everything a page says, as JSON.
pub fn said(page: &Page) -> String {
    serde_json::to_string(page).unwrap()
}

/// Everything a conclusion says, as JSON.
pub fn told(conclusion: &Conclusion) -> String {
    conclusion_json(conclusion, &[]).to_string()
}

pub fn duties(conclusion: &Conclusion) -> Vec<Duty> {
    let lists = conclusion.materials.iter().filter_map(|material| match material {
        Material::Duties(duties) => Some(duties.clone()),
        _ => None,
    });
    lists.flatten().collect()
}

#[track_caller]
pub fn sheet<'a>(conclusion: &'a Conclusion, id: &str) -> &'a Sheet {
    let sheets = conclusion.materials.iter().filter_map(|material| match material {
        Material::Sheet(sheet) => Some(sheet),
        _ => None,
    });
    let mut found = sheets.filter(|sheet| sheet.id == id);
    found.next().unwrap()
}
