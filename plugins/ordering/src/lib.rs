//! Courses and services offered, ordered by the households, and held from their minimum on (点课、点单).
//!
//! Each offer has a minimum and may have a capacity, a teacher and a time. Orders count in the order in which they come:
//! what exceeds the capacity waits and moves up; what stays below the minimum waits for more and rolls over to the next
//! round; what has enough people and nobody to give it becomes a recruit call. One teacher is never booked twice at one
//! hour; a household that ordered two things of one time is named. The screen shows demand, never who ordered.
//!
//! Read in this order: `hours` and `offer` (one offer) → `board` (the state, the seating, every deed) → `refusal` → `begin`
//! and `rolled` (where it starts) → `deed` (from the page to the board) → `words`, `lists`, `desk` (the pages) → `result`.

mod begin;
mod board;
mod deed;
mod desk;
mod hours;
mod lists;
mod offer;
mod refusal;
mod result;
mod rolled;
mod words;

#[cfg(test)]
mod tests;

use board::Board;
use fangzhuo_sdk::outcome::{Conclusion, Event, Viewer};
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Lang, Procedure, roll};

/// The board of offers and orders.
#[derive(Debug)]
struct Ordering(Board);

impl Procedure for Ordering {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        begin::board().map(Ordering).map_err(|refusal| refusal.fault(lang))
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        let mut board = self.0.clone();
        deed::done(&mut board, event).map_err(|refusal| refusal.fault(lang))?;
        self.0 = board;
        Ok(())
    }

    fn page(&self, viewer: &Viewer, lang: Lang) -> Page {
        if viewer.audience { desk::audience(&self.0, lang) } else { desk::show(&self.0, begin::least(), viewer, lang) }
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        result::of(&self.0, &roll::mark(), lang).map_err(|refusal| refusal.fault(lang))
    }

    fn save(&self) -> Vec<u8> {
        // Plain fields and lists always serialise, and always the same way.
        serde_json::to_vec(&self.0).unwrap_or_default()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().map(Ordering)
    }
}

fangzhuo_sdk::procedure!(Ordering);
