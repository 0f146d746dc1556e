//! A procedure run natively, so that an author's `cargo test` needs no WebAssembly.
//!
//! ```text
//! let meeting = Meeting::of(3).set("limit", Value::Integer(300));
//! let mut run = meeting.start::<MyProcedure>().unwrap();
//! run.check("site", "window", Finding::Met, Some(320)).unwrap();
//! assert_eq!(run.conclude().unwrap().outcome, Outcome::Adopted);
//! ```
//!
//! Every call goes through the bytes of the state, as in the host: what a value forgets to save is gone. What the test
//! does not give cannot be read. It does not check pages or limits; `fangzhuo plugin check` and `plugin test` do.

pub(crate) mod fake;

use std::marker::PhantomData;

use crate::outcome::{Action, Check, Conclusion, Event, Press, Role, Submission, Viewer};
use crate::ui::{Finding, Page};
use crate::values::{Cells, ColumnData, Day, Decimals, Entry, Fault, Household, Value};
use crate::{Procedure, roll};

/// What a procedure finds when it starts.
#[derive(Clone, Debug, Default)]
pub struct Meeting {
    data: fake::Data,
}

impl Meeting {
    /// A roll of so many flats of which nothing is known; add columns with [`Meeting::column`].
    pub fn of(households: u32) -> Meeting {
        let all: Vec<u32> = (0..households).collect();
        let count = all.len();
        let nothing = |cells: Cells| ColumnData { cells, empty: all.clone() };
        let meeting = Meeting::default().table(roll::TABLE, households);
        let meeting = meeting.column(
            roll::TABLE,
            "kind",
            ColumnData { cells: Cells::Choice(vec!["flat".to_owned(); count]), empty: Vec::new() },
        );
        let meeting = meeting
            .column(roll::TABLE, "building", nothing(Cells::Text(vec![String::new(); count])))
            .column(roll::TABLE, "stair", nothing(Cells::Text(vec![String::new(); count])))
            .column(roll::TABLE, "floor", nothing(Cells::Integer(vec![0; count])))
            .column(roll::TABLE, "residents", nothing(Cells::Integer(vec![0; count])));
        let areas = Cells::Decimal(Decimals { scale: 2, units: vec![0; count] });
        meeting.column(roll::TABLE, "area", nothing(areas))
    }

    /// With the areas of the households, in 0.01 m²; `None` is not known.
    pub fn areas(self, areas: &[Option<i64>]) -> Meeting {
        let units = areas.iter().map(|area| area.unwrap_or(0)).collect();
        let data = ColumnData { cells: Cells::Decimal(Decimals { scale: 2, units }), empty: empty(areas) };
        self.column(roll::TABLE, "area", data)
    }

    /// With whole numbers of the households in this column (`floor`, `residents`, `c1` …); `None` is empty.
    pub fn integers(self, column: &str, numbers: &[Option<i64>]) -> Meeting {
        let cells = Cells::Integer(numbers.iter().map(|number| number.unwrap_or(0)).collect());
        self.column(roll::TABLE, column, ColumnData { cells, empty: empty(numbers) })
    }

    /// With a table of the manifest, of so many rows and no column yet.
    pub fn table(mut self, table: &str, rows: u32) -> Meeting {
        self.data.tables.insert(table.to_owned(), (rows, Default::default()));
        self
    }

    /// With a column of a table.
    pub fn column(mut self, table: &str, column: &str, data: ColumnData) -> Meeting {
        self.data.tables.entry(table.to_owned()).or_default().1.insert(column.to_owned(), data);
        self
    }

    /// With a setting; `Value::None` is one that the manifest declares and nobody has set.
    pub fn set(mut self, id: &str, value: Value) -> Meeting {
        self.data.settings.insert(id.to_owned(), value);
        self
    }

    /// Starts the procedure, in Chinese.
    pub fn start<P: Procedure>(&self) -> Result<Run<P>, Fault> {
        let (state, log) = fake::during(&self.data, || crate::init::<P>(ZH_CN));
        Ok(Run { data: self.data.clone(), state: state?, seq: 0, role: Role::Chair, log, of: PhantomData })
    }
}

const ZH_CN: &str = "zh-CN";
const EN: &str = "en";

fn empty<T>(cells: &[Option<T>]) -> Vec<u32> {
    (0..).zip(cells).filter(|(_, cell)| cell.is_none()).map(|(row, _)| row).collect()
}

/// A procedure in the middle of its work.
#[derive(Debug)]
pub struct Run<P> {
    data: fake::Data,
    state: Vec<u8>,
    seq: u32,
    role: Role,
    log: Vec<String>,
    of: PhantomData<P>,
}

impl<P: Procedure> Run<P> {
    /// Lets somebody else act and look from here on; the chair does at first.
    pub fn role(&mut self, role: Role) -> &mut Self {
        self.role = role;
        self
    }

    /// Submits a form.
    pub fn submit(&mut self, form: &str, entries: &[(&str, Value)]) -> Result<(), Fault> {
        self.submit_row(form, None, entries)
    }

    /// Submits a form that stands for a row of a table.
    pub fn submit_row(&mut self, form: &str, row: Option<u32>, entries: &[(&str, Value)]) -> Result<(), Fault> {
        let entry = |(id, value): &(&str, Value)| Entry { id: (*id).to_owned(), value: value.clone() };
        let entries = entries.iter().map(entry).collect();
        self.act(Action::Submit(Submission { form: form.to_owned(), row, entries }))
    }

    /// Presses a button, of a row or of none.
    pub fn press(&mut self, button: &str, row: Option<u32>) -> Result<(), Fault> {
        self.act(Action::Press(Press { button: button.to_owned(), row }))
    }

    /// Says what was found at an item of a checklist.
    pub fn check(&mut self, checklist: &str, item: &str, finding: Finding, measured: Option<i64>) -> Result<(), Fault> {
        let (checklist, item) = (checklist.to_owned(), item.to_owned());
        let (note, evidence) = (String::new(), Vec::new());
        self.act(Action::Check(Check { checklist, item, finding, measured, note, evidence }))
    }

    /// Lets a new day begin.
    pub fn tick(&mut self, day: Day) -> Result<(), Fault> {
        self.act(Action::Tick(day))
    }

    /// Any action; a fault leaves everything as it was.
    pub fn act(&mut self, action: Action) -> Result<(), Fault> {
        let event = Event {
            seq: self.seq + 1,
            at: "2026-07-18T11:00:00.000Z".to_owned(),
            actor: "p1".to_owned(),
            role: self.role,
            locale: ZH_CN.to_owned(),
            action,
        };
        let (state, log) = fake::during(&self.data, || crate::update::<P>(&self.state, &event));
        self.log = log;
        self.state = state?;
        self.seq += 1;
        Ok(())
    }

    /// The page on the desk, in Chinese.
    pub fn page(&self) -> Page {
        self.look(self.role, ZH_CN, false, None)
    }

    /// The page on the screen, in Chinese, with the focus on a household or on none.
    pub fn audience(&self, focus: Option<Household>) -> Page {
        self.look(Role::Observer, ZH_CN, true, focus)
    }

    /// The page as somebody sees it.
    pub fn look(&self, role: Role, locale: &str, audience: bool, focus: Option<Household>) -> Page {
        let viewer = Viewer { role, locale: locale.to_owned(), audience, focus };
        fake::during(&self.data, || crate::view::<P>(&self.state, &viewer)).0
    }

    /// What comes of it, in Chinese; the host asks in both languages, and so does this, for a refusal in one alone is an
    /// error of the procedure.
    pub fn conclude(&self) -> Result<Conclusion, Fault> {
        let conclude = |locale| fake::during(&self.data, || crate::conclude::<P>(&self.state, locale)).0;
        let (zh_cn, en) = (conclude(ZH_CN), conclude(EN));
        match (&zh_cn, &en) {
            (Ok(zh_cn), Ok(en)) => {
                let shape = |of: &Conclusion| (of.outcome, of.minutes.len(), of.materials.len(), of.carry.clone());
                assert_eq!(shape(zh_cn), shape(en), "the conclusions in zh-CN and en differ in more than text");
            }
            (Err(zh_cn), Err(en)) => assert_eq!((&zh_cn.code, &zh_cn.at), (&en.code, &en.at), "the faults differ"),
            _ => panic!("concluded in one language alone: {zh_cn:?} and {en:?}"),
        }
        zh_cn
    }

    /// The state as the host keeps it.
    pub fn state(&self) -> &[u8] {
        &self.state
    }

    /// What the last start or action wrote to the author's console.
    pub fn log(&self) -> &[String] {
        &self.log
    }
}

#[cfg(test)]
mod tests;
