//! Acceptance (验收): what was planned against what is installed, a community's own checklist, and who is satisfied.
//!
//! A planned item is there or not, or is measured against its quantity with a tolerance; a criterion comes from the
//! community's own table (label, veto, weight, measure and limit, basis, place and date), so that a list of its own needs no
//! code. A measured number decides, no tick overrules it; an open item is never a pass; a failed veto stops everything; what
//! is met wants a photo of the work done or a written reason. Satisfaction is an exact share, of those asked or of those who
//! answered. What failed goes to the ledger and is looked at again.
//!
//! Read in this order: `item` (one thing to look at) and `satisfaction` → `verdict` (the rule) → `work` (the state) →
//! `refusal` → `begin` (settings and tables) → `deed` (from the page to the work) → `words`, `desk` (the pages) → `result`.

mod begin;
mod deed;
mod desk;
mod item;
mod refusal;
mod result;
mod satisfaction;
mod verdict;
mod words;
mod work;

#[cfg(test)]
mod tests;

use fangzhuo_sdk::outcome::{Conclusion, Event, Viewer};
use fangzhuo_sdk::page::page;
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, Procedure};
use work::Work;

/// What is looked at and what was found.
#[derive(Debug)]
struct Acceptance(Work);

impl Procedure for Acceptance {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        begin::work().map(Acceptance).map_err(|refusal| refusal.fault(lang))
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        let mut work = self.0.clone();
        deed::done(&mut work, event).map_err(|refusal| refusal.fault(lang))?;
        self.0 = work;
        Ok(())
    }

    fn page(&self, viewer: &Viewer, lang: Lang) -> Page {
        match begin::rules() {
            Ok(rules) if viewer.audience => desk::audience(&self.0, rules, lang),
            Ok(rules) => desk::show(&self.0, rules, viewer, lang),
            // Settings that cannot be read never let it begin.
            Err(refusal) => page(refusal.sentence(lang)),
        }
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        begin::rules().and_then(|rules| result::of(&self.0, rules, lang)).map_err(|refusal| refusal.fault(lang))
    }

    fn save(&self) -> Vec<u8> {
        // Plain fields, lists and maps always serialise, and always the same way.
        serde_json::to_vec(&self.0).unwrap_or_default()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().map(Acceptance)
    }
}

fangzhuo_sdk::procedure!(Acceptance);
