//! Small wishes (微心愿) from registering to thanks, and posts by need (按需设岗).
//!
//! A wish is registered for a household, verified, published, claimed in one or several parts, delivered, and confirmed by
//! who received it; a claim that is silent for more than seven days lapses when the day begins, and what nobody
//! holds rolls over and stands first in the next round. A post has seats: who comes first is seated, who comes later waits in
//! line. It never learns a name: households are rows of the roll, volunteers short labels; on the screen there are neither.
//!
//! Read in this order: `wish` and `post` (one of each, with its rules) → `board` (the state and every deed on it) →
//! `refusal` (why not, in both languages) → `begin` and `rolled` (where it starts) → `deed` (from the page to the board) →
//! `words`, `lists`, `forms`, `desk` and `audience` (the pages) → `result` (duties, sheets, what rolls over).

mod audience;
mod begin;
mod board;
mod deed;
mod desk;
mod forms;
mod lists;
mod post;
mod refusal;
mod result;
mod rolled;
mod wish;
mod words;

#[cfg(test)]
mod tests;

use board::Board;
use fangzhuo_sdk::outcome::{Conclusion, Event, Viewer};
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, Procedure, roll};

/// The board of wishes and posts.
#[derive(Debug)]
struct WishClaims(Board);

impl Procedure for WishClaims {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        begin::board().map(WishClaims).map_err(|refusal| refusal.fault(lang))
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        let mut board = self.0.clone();
        deed::done(&mut board, event).map_err(|refusal| refusal.fault(lang))?;
        self.0 = board;
        Ok(())
    }

    fn page(&self, viewer: &Viewer, lang: Lang) -> Page {
        if viewer.audience { audience::show(&self.0, lang) } else { desk::show(&self.0, viewer, lang) }
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        result::of(&self.0, &roll::mark(), lang).map_err(|refusal| refusal.fault(lang))
    }

    fn save(&self) -> Vec<u8> {
        // Plain fields and lists always serialise, and always the same way.
        serde_json::to_vec(&self.0).unwrap_or_default()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().map(WishClaims)
    }
}

fangzhuo_sdk::procedure!(WishClaims);
