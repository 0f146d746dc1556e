//! Which site: vetoes by measured fact, points only where there is none, and how far the weights decide.
//!
//! A procedure without code: the criteria are a table, `criteria`, that a community writes itself (veto, points or remark,
//! unit and limit, the rule with place and date). Rules are those of a place; changing the place holds what was measured
//! against the other rules. Without a table a list for charging electric bicycles serves (`builtin`), which cites only
//! what was read, with its place.
//!
//! Owns the guards: a veto rests on who found it or on evidence, and only new evidence lifts it, never words, votes or the
//! number of supporters; a veto nobody has found out about (待查) is never a pass; a number decides over what was ticked;
//! points count only for sites without a veto. A leader by points is shown with the exact weight at which another site
//! would lead; equal points are a tie, whatever the order of rows. A batch takes all sites that can be chosen and is
//! concluded only when their counts add up to it.
//!
//! It measures nothing and votes on nothing: candidates go to the ballot, and `carry` takes the chosen `site` on.
//!
//! Read in this order: `measured` (numbers) → `criteria` (the rules) → `builtin` → `site` (what was found) → `score` (the
//! weights) → `standing` (what it comes to) → `state` (what happens) → `start` (settings and tables) → `words` → `form`,
//! `sheet`, `desk`, `audience` (the pages) → `result` (candidates, findings, minutes).

mod audience;
mod builtin;
mod criteria;
mod desk;
mod form;
mod measured;
mod result;
mod score;
mod sheet;
mod site;
mod standing;
mod start;
mod state;
#[cfg(test)]
mod tests;
mod words;

use fangzhuo_sdk::outcome::{Conclusion, Event, Viewer};
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, Procedure};
use state::State;

/// First bytes of the state, so that another format is recognised.
const HEAD: &[u8] = b"site-selection 1\n";

struct SiteSelection(State);

impl Procedure for SiteSelection {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        start::state(lang).map(SiteSelection)
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
        serde_json::from_slice(bytes.strip_prefix(HEAD)?).ok().map(SiteSelection)
    }
}

fangzhuo_sdk::procedure!(SiteSelection);
