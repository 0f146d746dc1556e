//! The versions of the contract this program speaks, with one adapter each: how its imports are linked and its four
//! functions called.
//!
//! The host works with the types of [`crate::contract`] alone. A released version is never changed (`plugin-api/wit`); the
//! next one gets a variant here and a file beside this one, which turns its own types into the host's. A procedure that was
//! built against an older version so goes on to run as long as its variant stands here.

mod v0_1_0;

use wasmtime::component::Linker;

use crate::contract::{Conclusion, Event, Page, Viewer};
use crate::engine::{Component, Exports, Frozen};
use crate::failure::Failure;
use crate::frame::Frame;

/// A version of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// `fangzhuo:procedure@0.1.0`
    V0_1_0,
}

impl World {
    /// All, the oldest first.
    pub const ALL: [World; 1] = [World::V0_1_0];

    /// The version new procedures are built against.
    pub const NEWEST: World = World::V0_1_0;

    /// Such as `0.1.0`; the folder of `plugin-api/wit` that describes it.
    pub const fn version(self) -> &'static str {
        match self {
            World::V0_1_0 => "0.1.0",
        }
    }

    /// The world as a manifest names it.
    pub fn name(self) -> String {
        self.interface("plugin")
    }

    /// The full name of an interface of this version.
    pub(crate) fn interface(self, name: &str) -> String {
        format!("fangzhuo:procedure/{name}@{}", self.version())
    }

    /// The names of all, for whoever brings another.
    pub(crate) fn names() -> String {
        World::ALL.map(World::name).join(", ")
    }

    /// What a procedure of this version may import.
    pub(crate) fn imports(self) -> [String; 3] {
        ["host", "values", "ui"].map(|name| self.interface(name))
    }

    /// Defines all that it may import.
    pub(crate) fn link(self, linker: &mut Linker<Frame>) -> wasmtime::Result<()> {
        match self {
            World::V0_1_0 => v0_1_0::link(self, linker),
        }
    }

    /// The four functions, of this version's types: found out before anybody relies on them.
    pub(crate) fn check(self, exports: &mut Exports<'_>) -> Result<(), Failure> {
        match self {
            World::V0_1_0 => v0_1_0::check(exports),
        }
    }

    pub(crate) fn init(self, component: &Component, run: &Frozen, locale: &str) -> Result<Vec<u8>, Failure> {
        match self {
            World::V0_1_0 => v0_1_0::init(component, run, locale),
        }
    }

    pub(crate) fn update(
        self,
        component: &Component,
        run: &Frozen,
        state: &[u8],
        event: &Event,
    ) -> Result<Vec<u8>, Failure> {
        match self {
            World::V0_1_0 => v0_1_0::update(component, run, state, event),
        }
    }

    pub(crate) fn view(
        self,
        component: &Component,
        run: &Frozen,
        state: &[u8],
        viewer: &Viewer,
    ) -> Result<Page, Failure> {
        match self {
            World::V0_1_0 => v0_1_0::view(component, run, state, viewer),
        }
    }

    pub(crate) fn conclude(
        self,
        component: &Component,
        run: &Frozen,
        state: &[u8],
        locale: &str,
    ) -> Result<Conclusion, Failure> {
        match self {
            World::V0_1_0 => v0_1_0::conclude(component, run, state, locale),
        }
    }
}
