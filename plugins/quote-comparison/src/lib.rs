//! Which quote: all held against one scope sheet, by the lowest comparable price or a composite score.
//!
//! Owns the comparison and its guards. Scope, rule and ceiling stand before the first quote is opened. A quote that leaves
//! out a line of the sheet cannot be compared until somebody finds out what the line costs on top. A price above the
//! ceiling is out; one below 85 % of it (of the mean, where there is none) is to be explained, never excluded for it.
//! Fewer than three comparable quotes want a reason. A conflict of interest is declared with its quote and stands in the
//! minutes. Equals are settled by the earlier start, a second round, a lot or a decision with its account, never by the
//! order of rows. All figures are whole fen and exact fractions.
//!
//! It chooses nobody by itself where people have to: what is missing is said, and nothing is concluded before.
//! `carry` takes the comparable price of the chosen quote (`amount`) and its `supplier` to the next procedure.
//!
//! Read in this order: `typed` (what people write) → `plan` (what is fixed first) → `quote` → `settling` (of a tie) →
//! `ranking` (the rules) → `state` (what happens) → `start` (settings and tables) → `words` → `form`, `table`,
//! `contenders`, `desk`, `audience` (the pages) → `result` (candidates, sheet, minutes).

mod audience;
mod contenders;
mod desk;
mod form;
mod plan;
mod quote;
mod ranking;
mod result;
mod settling;
mod start;
mod state;
mod table;
#[cfg(test)]
mod tests;
mod typed;
mod words;

use fangzhuo_sdk::outcome::{Conclusion, Event, Viewer};
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, Procedure};
use state::State;

/// First bytes of the state, so that another format is recognised.
const HEAD: &[u8] = b"quote-comparison 1\n";

struct QuoteComparison(State);

impl Procedure for QuoteComparison {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        start::state(lang).map(QuoteComparison)
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        let mut next = self.0.clone();
        next.step(&event.action, lang)?;
        self.0 = next;
        Ok(())
    }

    fn page(&self, viewer: &Viewer, lang: Lang) -> Page {
        if viewer.audience { audience::page(&self.0, lang) } else { desk::page(&self.0, lang) }
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        result::conclusion(&self.0, lang)
    }

    fn save(&self) -> Vec<u8> {
        // Plain values always serialise.
        let body = serde_json::to_vec(&self.0).unwrap_or_default();
        [HEAD, &body].concat()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes.strip_prefix(HEAD)?).ok().map(QuoteComparison)
    }
}

fangzhuo_sdk::procedure!(QuoteComparison);
