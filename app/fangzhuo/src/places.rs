//! Where this PC keeps things, and the engine that keeps what it compiled there.

use std::path::Path;

use procedure::compile::Compiler;
use procedure::{Engine, Failure};
use session::Places;

/// Where this PC keeps things; beside the program's folder of work where the system names no place.
pub(crate) fn places() -> Places {
    let here = || std::env::current_dir().unwrap_or_default();
    let project = directories::ProjectDirs::from("", "", "fangzhuo");
    let user = directories::UserDirs::new();
    let home = user.as_ref().map_or_else(here, |dirs| dirs.home_dir().to_owned());
    Places {
        config: project.map_or_else(|| home.join(".fangzhuo"), |dirs| dirs.config_dir().to_owned()),
        documents: user.and_then(|dirs| dirs.document_dir().map(Path::to_owned)).unwrap_or(home),
    }
}

/// An engine that compiles in a child of this program and finds again what the window compiled; without a path to
/// ourselves it compiles in this process.
pub(crate) fn engine() -> Result<Engine, Failure> {
    match std::env::current_exe() {
        Ok(program) => Engine::with_compiler(Compiler::new(program, places().compiled())),
        Err(_) => Engine::new(),
    }
}
