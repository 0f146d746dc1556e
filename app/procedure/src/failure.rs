//! The six plain sentences: why a procedure did not do what was asked, and the locale keys that say so.

use crate::contract::{Fault, Household};

/// Which call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Call {
    /// Before any call: instantiation.
    Start,
    /// `init`
    Init,
    /// `update`
    Update,
    /// `view`
    View,
    /// `conclude`
    Conclude,
}

impl Call {
    /// The contract's name.
    pub const fn name(self) -> &'static str {
        match self {
            Call::Start => "start",
            Call::Init => "init",
            Call::Update => "update",
            Call::View => "view",
            Call::Conclude => "conclude",
        }
    }
}

/// Why a procedure did not do what was asked. Nothing was changed, and the meeting goes on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The rule of the procedure refuses it, in the procedure's own words.
    #[error("refused by the rule ({}): {}", .0.code, .0.message)]
    Refused(Fault),
    /// It used up its fuel.
    #[error("too slow in {}", .0.name())]
    TooSlow(Call),
    /// It wanted more memory, tables or data across the boundary than it may have.
    #[error("too much memory in {}", .0.name())]
    TooMuchMemory(Call),
    /// A trap, a panic, or a result that cannot be.
    #[error("error in the procedure in {}: {detail}", .call.name())]
    Broken {
        /// Where.
        call: Call,
        /// For the author, in English.
        detail: String,
    },
    /// What it wants drawn or recorded breaks the contract.
    #[error("not valid at {path}: {problem}")]
    Invalid {
        /// Such as `sections[0].blocks[2].table.columns[1]`.
        path: String,
        /// For the author, in English.
        problem: String,
    },
    /// The file is no procedure this version can run.
    #[error("does not fit this version: {detail}")]
    Unfit {
        /// For the author, in English.
        detail: String,
    },
}

impl Failure {
    pub(crate) fn unfit(detail: impl Into<String>) -> Failure {
        Failure::Unfit { detail: detail.into() }
    }

    pub(crate) fn broken(call: Call, detail: impl Into<String>) -> Failure {
        Failure::Broken { call, detail: detail.into() }
    }

    /// The locale key of the sentence.
    pub const fn key(&self) -> &'static str {
        match self {
            Failure::Refused(_) => "procedure-refused",
            Failure::TooSlow(_) => "procedure-too-slow",
            Failure::TooMuchMemory(_) => "procedure-too-much-memory",
            Failure::Broken { .. } => "procedure-broken",
            Failure::Invalid { .. } => "procedure-invalid",
            Failure::Unfit { .. } => "procedure-unfit",
        }
    }

    /// What fills the sentence; `door` gives the door of a household a refusal names.
    pub fn args(&self, door: impl Fn(Household) -> Option<String>) -> Vec<(&'static str, String)> {
        match self {
            Failure::Refused(fault) => vec![("message", fault.sentence(door))],
            Failure::Invalid { path, .. } => vec![("path", path.clone())],
            Failure::TooSlow(_) | Failure::TooMuchMemory(_) | Failure::Broken { .. } | Failure::Unfit { .. } => {
                Vec::new()
            }
        }
    }

    /// The details that stand one click away: for the author, in English.
    pub fn detail(&self) -> String {
        self.to_string()
    }
}
