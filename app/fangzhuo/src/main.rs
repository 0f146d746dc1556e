//! Fangzhuo 小方桌: a community runs its own meetings. This is the program; what it does lies in the crates below it.
//!
//! ```text
//! amounts ← deliberation ← words ← papers        what holds, the rules, the texts, the papers
//!                 ↑                   ↑
//! procedure ──────┤      journal      │           plugins; the file
//!                 └────── session ────┘           the only way to a durable deed
//!                            ↑
//!                          desk                   both windows, drawn from values
//!                            ↑
//!                         fangzhuo                this crate: start, command line, what is shipped
//! ```
//!
//! * [`cli`] the command line, its help and its mistakes in both languages · [`answer`] what a command says and with
//!   which exit code.
//! * [`headless`] the commands without a window, one file each, over the same session as the windows.
//! * [`window`] eframe, fonts, dialogs and both viewports; nothing of the meeting.
//! * [`places`] where this PC keeps things.
//! * [`console`] the terminal a command was started from, on Windows.
//! * [`shipped`] the procedures and the example that are part of the program file.
//!
//! It never decides anything about a meeting and never writes to a community's file but through the session.

// A window program on Windows: no console opens beside the window. What that takes from commands, `console` gives back.
#![windows_subsystem = "windows"]

mod answer;
mod cli;
mod console;
mod headless;
mod places;
mod shipped;
mod window;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    // This program as the child that compiles a procedure, for itself alone: no command, no log, no word on stdout.
    if words.get(1).is_some_and(|word| word == procedure::compile::CHILD_ARGUMENT) {
        return ExitCode::from(procedure::compile::serve());
    }
    let call = cli::read(&words);
    // Not for the window: it would be closed together with the terminal.
    if !matches!(&call, Ok(call) if call.command.is_none()) {
        console::join();
    }
    let answer = match call {
        Ok(call) => {
            log(call.command.is_some());
            match call.command {
                Some(command) => headless::run(call.lang.unwrap_or_default(), command),
                None => window::open(call.lang, call.file.as_deref()),
            }
        }
        Err(answer) => answer,
    };
    answer.say()
}

/// The program's own log, on stderr: what `FANGZHUO_LOG` asks for; a headless command is silent without it, for its
/// stderr is one sentence.
fn log(headless: bool) {
    let usual = if headless { "off" } else { "warn" };
    let filter = tracing_subscriber::EnvFilter::try_from_env("FANGZHUO_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(usual));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
