//! What a build says while it goes on: on stderr what is begun, and each step of the tool that does it.

use std::io::{BufRead as _, BufReader, IsTerminal as _, Read, Write as _};
use std::process::{Child, Command, Stdio};

use words::{Lang, t, tf};

use crate::answer::Answer;

/// Where cargo's words for its steps end: "   Compiling", "  Downloaded".
const STEP: usize = 12;

/// Says what is begun with the procedure of this id.
pub(super) fn say(lang: Lang, key: &'static str, id: &str) {
    // Nobody listening (a closed pipe) is no reason not to build.
    let _ = writeln!(std::io::stderr().lock(), "{}", tf(lang, key, &[("id", id)]));
}

/// Runs a tool to its end: what it wrote to stdout, and its messages where nobody has seen them on a terminal. Its steps are
/// passed on as they come.
pub(super) fn finished(lang: Lang, mut tool: Command, failed: &'static str) -> Result<(Vec<u8>, String), Answer> {
    let watched = std::io::stderr().is_terminal();
    tool.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(if watched { Stdio::inherit() } else { Stdio::piped() });
    let name = tool.get_program().to_string_lossy().into_owned();
    let missing = |_| Answer::bad(tf(lang, "plugin-no-tool", &[("tool", &name)]));
    let mut child = tool.spawn().map_err(missing)?;
    let said = child.stderr.take().map(|stderr| std::thread::spawn(move || heard(stderr)));
    let output = Child::wait_with_output(child).map_err(missing)?;
    let said = said.and_then(|said| said.join().ok()).unwrap_or_default();
    if output.status.success() {
        let worth = said.lines().any(|line| line.starts_with("warning"));
        return Ok((output.stdout, if worth { said } else { String::new() }));
    }
    Err(Answer::negative(said, t(lang, failed)))
}

/// Passes the steps on and gives the rest.
fn heard(stderr: impl Read) -> String {
    let mut rest = String::new();
    for line in BufReader::new(stderr).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        if is_step(&line) {
            let _ = writeln!(std::io::stderr().lock(), "{line}");
        } else {
            rest.push_str(&line);
            rest.push('\n');
        }
    }
    rest
}

/// A word on the right of twelve columns, as cargo writes what it does.
fn is_step(line: &str) -> bool {
    let Some((head, rest)) = line.split_at_checked(STEP) else { return false };
    let word = head.trim_start();
    let mut letters = word.chars();
    rest.starts_with(' ')
        && letters.next().is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_of_cargo_are_told_from_its_messages() {
        for step in ["   Compiling rack v0.1.0 (/plugin)", "    Finished `release` profile", " Downloading crates ..."]
        {
            assert!(is_step(step), "{step}");
        }
        for message in ["error[E0425]: cannot find", "warning: unused", "  --> src/lib.rs:3:1", "   |", "", "编译"] {
            assert!(!is_step(message), "{message}");
        }
    }
}
