//! `fangzhuo plugin …`: what a volunteer needs to write a procedure and to show that it is right.
//!
//! [`create`] a working checklist to change (out of [`kit`]) · [`build`] sources to one component, with the compiler that
//! [`toolchain`] finds, saying so as it goes ([`progress`]) · [`check`] every step of an adoption · [`test`] its own cases · [`run`] on a roll or a case, once or
//! after every change ([`watch`], with pages by [`show`] and what comes of it by [`conclusion`]) · [`source`] where a procedure comes from.

mod build;
mod check;
mod conclusion;
mod create;
mod kit;
mod progress;
mod run;
mod show;
mod source;
mod test;
mod toolchain;
mod watch;

use std::path::{Path, PathBuf};

use words::Lang;

use super::name;
use crate::answer::Answer;
use crate::cli::PluginCommand;

/// Runs a command.
pub(super) fn answer(lang: Lang, command: PluginCommand) -> Answer {
    match command {
        PluginCommand::New { name, language } => create::run(lang, &name, language),
        PluginCommand::Build { folder } => build::run(lang, &folder.unwrap_or_else(here)),
        PluginCommand::Check { what } => check::run(lang, &what.unwrap_or_else(here)),
        PluginCommand::Test { what, update } => test::run(lang, &what.unwrap_or_else(here), update),
        PluginCommand::Run(running) => run::run(lang, &running),
    }
}

fn here() -> PathBuf {
    Path::new(".").to_owned()
}

/// A size as people read it: bytes below ten thousand, else KiB.
fn bytes_text(bytes: usize) -> String {
    if bytes < 10_000 { format!("{bytes} B") } else { format!("{} KiB", bytes / 1_024) }
}
