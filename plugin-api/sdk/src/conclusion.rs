//! What comes of a procedure: sentences for the minutes, and materials the meeting goes on with.

use crate::outcome::{Candidate, Conclusion, CostSheet, Duty, Material, Outcome, Sheet};
use crate::ui::Column;
use crate::values::{Day, Entry, Value};

/// An outcome and its one sentence; add the rest with the words of [`Conclusion`].
pub fn conclusion(outcome: Outcome, summary: impl Into<String>) -> Conclusion {
    Conclusion { outcome, summary: summary.into(), minutes: Vec::new(), materials: Vec::new(), carry: Vec::new() }
}

/// A table for the minutes and the exports, as long as its first column.
pub fn sheet(id: &str, title: &str, columns: Vec<Column>) -> Sheet {
    Sheet { id: id.to_owned(), title: title.to_owned(), rows: columns.first().map_or(0, Column::rows), columns }
}

/// A candidate that may be put to the vote.
pub fn candidate(id: &str, title: &str) -> Candidate {
    Candidate { id: id.to_owned(), title: title.to_owned(), note: String::new(), amount: None, excluded: None }
}

/// A duty for the ledger, without a day.
pub fn duty(text: impl Into<String>, responsible: impl Into<String>) -> Duty {
    Duty { text: text.into(), responsible: responsible.into(), due: None }
}

impl Conclusion {
    /// With one more sentence in the minutes.
    pub fn minute(mut self, sentence: impl Into<String>) -> Conclusion {
        self.minutes.push(sentence.into());
        self
    }

    /// With a table in the minutes.
    pub fn sheet(self, sheet: Sheet) -> Conclusion {
        self.material(Material::Sheet(sheet))
    }

    /// With a cost sheet for a motion.
    pub fn cost_sheet(self, sheet: CostSheet) -> Conclusion {
        self.material(Material::CostSheet(sheet))
    }

    /// With candidates for a ballot.
    pub fn candidates(self, candidates: Vec<Candidate>) -> Conclusion {
        self.material(Material::Candidates(candidates))
    }

    /// With duties for the ledger.
    pub fn duties(self, duties: Vec<Duty>) -> Conclusion {
        self.material(Material::Duties(duties))
    }

    /// With a result the host offers to the next procedure of the item, under the id of its setting.
    pub fn carrying(mut self, id: &str, value: Value) -> Conclusion {
        self.carry.push(Entry { id: id.to_owned(), value });
        self
    }

    fn material(mut self, material: Material) -> Conclusion {
        self.materials.push(material);
        self
    }
}

impl Candidate {
    /// With a line below its title.
    pub fn note(self, note: impl Into<String>) -> Candidate {
        Candidate { note: note.into(), ..self }
    }

    /// For so many fen.
    pub fn amount(self, fen: i64) -> Candidate {
        Candidate { amount: Some(fen), ..self }
    }

    /// Not to be voted on, with the reason.
    pub fn excluded(self, why: impl Into<String>) -> Candidate {
        Candidate { excluded: Some(why.into()), ..self }
    }
}

impl Duty {
    /// Due on this day since 1970-01-01.
    pub fn due(self, day: Day) -> Duty {
        Duty { due: Some(day), ..self }
    }
}
