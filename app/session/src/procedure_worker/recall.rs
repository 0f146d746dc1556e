//! A procedure at its recorded state: from memory, else rebuilt by replay of the file's events.

use std::sync::Arc;
use std::sync::mpsc::channel;

use deliberation::ids::ProcedureNo;
use deliberation::procedure::ProcedureRun;
use deliberation::text::BlobHash;
use procedure::contract::Event;
use procedure::{Failure, Inputs, Running};

use super::{Work, broken, state};
use crate::snapshot::Snapshot;
use crate::writer::Request;

impl Work {
    /// A procedure at its recorded state.
    pub(super) fn current(&mut self, snapshot: &Snapshot, number: ProcedureNo) -> Result<Running, Failure> {
        let record = snapshot.facts.procedure(number);
        let record = record.ok_or_else(|| broken("there is no such procedure in the file"))?;
        if let Some(running) = self.states.get(number, record.current()) {
            return Ok(running);
        }
        let running = self.rebuilt(number, record)?;
        self.states.keep(number, running.clone());
        Ok(running)
    }

    /// Replays what the file keeps, with more fuel than the deeds had, and hands on the state with the usual fuel.
    fn rebuilt(&mut self, number: ProcedureNo, record: &ProcedureRun) -> Result<Running, Failure> {
        let component = self.of_the_file(&record.plugin)?;
        let inputs = self.blob(record.inputs).map_err(|_| erased(number, record))?;
        let inputs = Arc::new(Inputs::from_json(&inputs).map_err(|error| broken(&error.to_string()))?);
        let mut running = Running::replay(Arc::clone(&component), Arc::clone(&inputs), &record.lang)?;
        for step in &record.steps {
            let event: Event =
                serde_json::from_slice(&self.blob(step.event)?).map_err(|error| broken(&error.to_string()))?;
            running = running.step(&event)?;
        }
        if state(&running) != record.current() {
            return Err(broken("a replay gives another state than the recorded one"));
        }
        Ok(Running::resume(component, inputs, &record.lang, running.state().clone()))
    }

    pub(super) fn blob(&self, blob: BlobHash) -> Result<Vec<u8>, Failure> {
        let (ask, answer) = channel();
        let asked = self.writer.send(Request::Blob(blob, ask)).ok().and_then(|()| answer.recv().ok());
        asked.flatten().ok_or_else(|| broken("a part of its record was erased"))
    }
}

/// Its frozen data went with somebody whose household is in them: it stands as recorded and cannot be repeated.
fn erased(number: ProcedureNo, record: &ProcedureRun) -> Failure {
    broken(&format!("the frozen data of procedure {number} ({}) were erased with a person", record.plugin.id))
}
