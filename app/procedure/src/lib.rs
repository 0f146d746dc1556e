//! The plugin host: check, run within limits, pages ready to draw.
//!
//! Owns everything between a foreign `NAME.fz.wasm` and the meeting: whether the file is a procedure this version fits
//! ([`Component::check`], [`adoption`]), compiling it in a child that can be killed ([`compile`], [`Engine::component`]), every
//! call in a fresh instance within the
//! [`limits`], the frozen data it reads ([`Inputs`], [`settings::inputs`]), and what comes out, checked and cleaned: pages
//! ([`Running::page`]), conclusions in both languages ([`Running::conclude`]) and cost sheets ([`check_cost_sheet`]).
//! wasmtime is visible only here.
//!
//! It never writes to the journal, draws, or keeps a state beyond the value in hand; it never hands a procedure a name, a
//! phone number, a clock, a file or a random number. Whatever a procedure does ends as a value or as one of six
//! [`Failure`]s, and the next call works as if nothing had happened.
//!
//! Read in this order: [`contract`] (the types), [`World`] (its versions) → `anatomy`, `manifest` (what a file is) → `roll`, `tables`, `settings`, `inputs`
//! (what it reads) → `engine`, `frame`, `pool` (how it runs) → `page`, `conclusion`, `cost`, `clean` (what comes out) → `running` → [`cases`].
//!
//! ```text
//! let component = Engine::new()?.component(&bytes)?;
//! let inputs = settings::inputs(&component.anatomy().manifest, &rows, &columns, &texts)?;
//! let running = Running::start(component, Arc::new(inputs), "zh-CN")?;
//! let next = running.step(&event)?;
//! let page = next.page(&viewer)?;
//! let concluded = next.conclude("zh-CN")?;
//! ```

pub mod adoption;
mod anatomy;
pub mod cases;
pub mod clean;
pub mod compile;
mod conclusion;
pub mod contract;
mod cost;
mod doors;
mod engine;
mod failure;
mod frame;
mod hash;
mod inputs;
pub mod limits;
pub mod manifest;
mod meter;
mod page;
mod pool;
pub mod roll;
mod running;
mod screen;
pub mod settings;
pub mod submission;
pub mod tables;
mod threads;
mod worlds;

pub use anatomy::{Anatomy, CASES_SECTION, MANIFEST_SECTION};
pub use conclusion::Concluded;
pub use cost::{SheetError, check_cost_sheet};
pub use doors::{conclusion_json, fault_json};
pub use engine::{Component, Engine};
pub use failure::{Call, Failure};
pub use hash::Hash;
pub use inputs::{FrozenColumn, FrozenTable, Inputs, InputsError};
pub use manifest::Manifest;
pub use meter::{Meter, Spent};
pub use roll::{HouseholdRow, RollColumn, households_table};
pub use running::{Running, State};
pub use settings::SettingError;
pub use worlds::World;
