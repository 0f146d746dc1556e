//! What an author needs to write a Fangzhuo procedure.
//!
//! A procedure is a pure reducer over one value: implement [`Procedure`] for it and write [`procedure!`]`(YourType)` once.
//! The host calls with the state as bytes; this crate loads the value, hands it the event, and saves it again. A panic
//! refuses the event and reaches the author's console through `host.log`.
//!
//! Read in this order: [`Procedure`] → [`Lang`] → [`settings`] (what was set), [`roll`] (the households) and [`tables`] → [`page`]
//! (what people see) → [`conclusion`] (what comes of it) → [`Answers`] and [`Checks`] (ready-made states: named values, and
//! the findings of checklists) → `harness` (a procedure run by the author's own `cargo test`, without WebAssembly).
//! Everything of the contract itself stands under [`values`], [`ui`] and [`outcome`], under the contract's own names;
//! [`amounts`] computes exactly as the host does.
//!
//! It draws nothing, keeps nothing between calls and has no clock, no random number and no file.

mod answers;
/// The contract, as generated; prefer the names exported beside it.
#[allow(missing_docs, clippy::all, clippy::pedantic, reason = "generated from the contract")]
pub mod bindings {
    wit_bindgen::generate!({
        path: "../wit/0.1.0",
        world: "plugin",
        pub_export_macro: true,
        default_bindings_module: "fangzhuo_sdk::bindings",
        additional_derives: [PartialEq],
    });
}
mod checks;
pub mod conclusion;
pub mod days;
mod entries;
mod glue;
#[cfg(not(target_family = "wasm"))]
pub mod harness;
pub mod host;
mod lang;
pub mod page;
pub mod roll;
pub mod settings;
pub mod tables;
mod text;

pub use amounts;
pub use answers::Answers;
pub use checks::Checks;
pub use glue::{Procedure, conclude, init, update, view};
pub use lang::Lang;

/// Events, viewers and what a procedure yields.
pub use bindings::exports::fangzhuo::procedure::procedure as outcome;
/// What a page is made of.
pub use bindings::fangzhuo::procedure::ui;
/// Values, faults and evidence.
pub use bindings::fangzhuo::procedure::values;

/// Makes a type that implements [`Procedure`] the procedure of this component.
#[macro_export]
macro_rules! procedure {
    ($procedure:ty) => {
        struct Exported;

        impl $crate::outcome::Guest for Exported {
            fn init(locale: String) -> Result<Vec<u8>, $crate::values::Fault> {
                $crate::init::<$procedure>(&locale)
            }
            fn update(state: Vec<u8>, event: $crate::outcome::Event) -> Result<Vec<u8>, $crate::values::Fault> {
                $crate::update::<$procedure>(&state, &event)
            }
            fn view(state: Vec<u8>, viewer: $crate::outcome::Viewer) -> $crate::ui::Page {
                $crate::view::<$procedure>(&state, &viewer)
            }
            fn conclude(state: Vec<u8>, locale: String) -> Result<$crate::outcome::Conclusion, $crate::values::Fault> {
                $crate::conclude::<$procedure>(&state, &locale)
            }
        }

        $crate::bindings::export!(Exported with_types_in $crate::bindings);
    };
}

/// A refusal in the words people will read; `at` names a field, or a household by [`roll::household_key`].
pub fn fault(code: &str, message: String, at: Option<String>) -> values::Fault {
    values::Fault { code: code.to_owned(), message, at }
}
