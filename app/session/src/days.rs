//! Days that begin: every procedure that still runs is told of the newest one, once, by nobody.
//!
//! Days nobody had the file open are skipped: a procedure holds its deadlines against the day it is told of and never
//! counts the days it hears of. A procedure that will not have the day goes on without it; why is shown beside its page.

use std::collections::BTreeMap;

use deliberation::ids::{PersonId, ProcedureNo};
use deliberation::{At, Day, Origin};
use procedure::Failure;
use procedure::contract::Action;
use words::Lang;
use words::moment::Zone;

use crate::session::Session;
use crate::writer::{Outcome, Ticket};

/// What is known of today.
#[derive(Debug, Default)]
pub(crate) struct Days {
    /// Today, from when to when it lasts.
    today: Option<(Day, i64, i64)>,
    /// What each procedure was last told, or is being told.
    told: BTreeMap<ProcedureNo, (Day, Option<Ticket>)>,
    /// Procedures that would not have the day, and why.
    refused: BTreeMap<ProcedureNo, (Day, Failure)>,
}

impl Days {
    /// The day of a moment in the zone of the file; looked up once a day.
    fn today(&mut self, zone: impl FnOnce() -> Zone, at: At) -> Day {
        if let Some((day, from, to)) = self.today
            && (from..to).contains(&at.0)
        {
            return day;
        }
        let zone = zone();
        let day = zone.day(at);
        let begins = |day| zone.at(day, 0, 0).map(|at| at.0);
        // Where no clock shows midnight, or the calendar ends, the day is looked up again at the next moment.
        let from = begins(day).unwrap_or(at.0);
        let to = begins(Day(day.0.saturating_add(1))).unwrap_or(at.0);
        self.today = Some((day, from, to));
        day
    }
}

impl Session {
    /// Tells running procedures of the day of this moment, as far as they have not been told. True if any is being told.
    pub(crate) fn tell_day(&mut self, at: At) -> bool {
        let snapshot = std::sync::Arc::clone(self.snapshot());
        if self.read_only().is_some() || snapshot.facts.procedures.iter().all(|run| run.conclusion.is_some()) {
            return false;
        }
        let file = &snapshot.facts.file;
        let today = self.days.today(|| Zone::of(file), at);
        let mut telling = false;
        for (index, run) in snapshot.facts.procedures.iter().enumerate() {
            let procedure = ProcedureNo::at(index);
            let known = run.day.unwrap_or_else(|| Zone::of(file).day(run.started));
            let tried = self.days.told.get(&procedure).map(|(day, _)| *day);
            if run.conclusion.is_some() || known.max(tried.unwrap_or(known)) >= today {
                continue;
            }
            let lang = Lang::from_tag(&file.lang).unwrap_or_default();
            let origin = Origin { at, by: PersonId::NOBODY };
            let ticket = self.step_as(procedure, Action::Tick(today.0), origin, lang);
            self.days.told.insert(procedure, (today, Some(ticket)));
            telling = true;
        }
        telling
    }

    /// Takes note of what became of a day that was told; true where the ticket was one, for people sent nothing and
    /// need not hear of it as if they had.
    pub(crate) fn was_telling(&mut self, ticket: Ticket, outcome: &Outcome) -> bool {
        let told = self.days.told.iter_mut().find(|(_, (_, under_way))| *under_way == Some(ticket));
        let Some((procedure, (day, under_way))) = told else { return false };
        *under_way = None;
        match outcome {
            Outcome::Procedure(failure) => {
                self.days.refused.insert(*procedure, (*day, failure.clone()));
            }
            Outcome::Done(..) => {
                self.days.refused.remove(procedure);
            }
            // Told already, or concluded meanwhile; what the disk would not take the next opening tells again.
            Outcome::Refused(..) | Outcome::NotSaved(_) => {}
        }
        true
    }

    /// The day a procedure would not be told of, and why; people go on as they were.
    pub fn day_refused(&self, procedure: ProcedureNo) -> Option<&(Day, Failure)> {
        self.days.refused.get(&procedure)
    }
}
