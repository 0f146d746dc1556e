//! Start, step and conclude: the procedure runs, and what came of it goes to the writer by hashes.

use std::collections::BTreeMap;
use std::sync::Arc;

use deliberation::ids::ProcedureNo;
use deliberation::procedure::ProcedureRun;
use deliberation::text::BlobRef;
use deliberation::{Command, Day};
use journal::SealedBlob;
use procedure::contract::{Action, Cells};
use procedure::{Failure, FrozenTable, Running};

use super::jobs::{Run, What};
use super::{Work, broken, frozen, name, record, seal, state};
use crate::materials;
use crate::page_check;

/// What the writer gets.
type Deed = (Command, Vec<SealedBlob>);

impl Work {
    pub(super) fn deed(&mut self, run: &Run) -> Result<Deed, Failure> {
        match &run.what {
            What::Start { plugin, settings, tables } => self.begin(run, plugin, settings, tables),
            What::Step { procedure, action, evidence } => self.step(run, *procedure, action, evidence),
            What::Conclude { procedure } => self.conclude(run, *procedure),
        }
    }

    /// Where a deed starts from: what is on its way to the writer, else the picture.
    fn newest(&mut self, run: &Run, number: ProcedureNo) -> Result<(ProcedureRun, usize, Running), Failure> {
        if !run.follows {
            self.states.fall_back(number);
        }
        let record = run.snapshot.facts.procedure(number).cloned();
        let record = record.ok_or_else(|| broken("there is no such procedure in the file"))?;
        if let Some(ahead) = self.states.ahead_of(number, &record) {
            return Ok((record, ahead.steps, ahead.running));
        }
        let running = self.current(&run.snapshot, number)?;
        let steps = record.steps.len();
        Ok((record, steps, running))
    }

    fn step(
        &mut self,
        run: &Run,
        procedure: ProcedureNo,
        action: &Action,
        evidence: &[SealedBlob],
    ) -> Result<Deed, Failure> {
        let (record, steps, before) = self.newest(run, procedure)?;
        if !matches!(action, Action::Tick(_)) {
            // What a person did was done on this page; the procedure never hears of anything that is not on it.
            let page = self.page(procedure, &before, run.lang)?;
            page_check::checked(run.lang, &page, action, before.inputs().households())?;
        }
        let event = frozen::event(run, &record, steps, action.clone());
        let next = before.step(&event)?;
        let blob = seal(serde_json::to_vec(&event).unwrap_or_default())?;
        let command = Command::StepProcedure {
            procedure,
            event: BlobRef { blob: name(&blob) },
            before: state(&before),
            after: state(&next),
            day: match action {
                Action::Tick(day) => Some(Day(*day)),
                _ => None,
            },
            evidence: evidence.iter().map(|one| BlobRef { blob: name(one) }).collect(),
        };
        self.states.pass(procedure, steps + 1, next);
        Ok((command, [blob].into_iter().chain(evidence.iter().cloned()).collect()))
    }

    fn conclude(&mut self, run: &Run, procedure: ProcedureNo) -> Result<Deed, Failure> {
        let (kept, _, running) = self.newest(run, procedure)?;
        let concluded = running.conclude(run.lang.tag())?;
        let doors = kept.doors();
        let (materials, hidden) = materials::record::materials(&concluded, &doors, &run.snapshot);
        let hidden = hidden.map(|hidden| seal(serde_json::to_vec(&hidden).unwrap_or_default())).transpose()?;
        let command = Command::ConcludeProcedure {
            procedure,
            before: state(&running),
            conclusion: record::conclusion(&concluded, materials),
            sheets: record::sheets(&concluded, &doors),
            private: hidden.as_ref().map(|hidden| BlobRef { blob: name(hidden) }),
        };
        Ok((command, hidden.into_iter().collect()))
    }

    fn begin(
        &mut self,
        run: &Run,
        plugin: &str,
        settings: &[(String, String)],
        tables: &BTreeMap<String, FrozenTable>,
    ) -> Result<Deed, Failure> {
        let (record, component, blob) = self.offered(&run.snapshot, plugin)?;
        let manifest = &component.anatomy().manifest;
        let (rows, columns) = frozen::table(&run.snapshot);
        let mut inputs = procedure::settings::inputs(manifest, &rows, &columns, settings)
            .map_err(|error| page_check::setting_refused(run.lang, &error))?;
        inputs.tables.extend(tables.iter().map(|(id, table)| (id.clone(), table.clone())));
        let inputs_blob = seal(inputs.to_json())?;
        let of_households =
            |table: &FrozenTable| table.columns.values().any(|column| matches!(column.data.cells, Cells::Household(_)));
        let further = inputs.has_further_columns() || tables.values().any(of_households);
        let running = Running::start(component, Arc::new(inputs), run.lang.tag())?;
        let command = Command::StartProcedure {
            plugin: record,
            inputs: BlobRef { blob: name(&inputs_blob) },
            columns: further,
            lang: run.lang.tag().to_owned(),
            after: state(&running),
        };
        let procedure = ProcedureNo::at(run.snapshot.facts.procedures.len());
        self.states.keep(procedure, running);
        Ok((command, blob.into_iter().chain([inputs_blob]).collect()))
    }
}
