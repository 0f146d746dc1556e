//! The report of a crash: plain text in the program's folder, shown at the next start, sent nowhere.
//!
//! It may be handed to whoever mends the program, so it says nothing of the community: of a message made while running
//! only the plain words stay, never what it quotes, no Chinese, no longer figures.

use std::path::{Path, PathBuf};

/// A report is read up to this size.
const LARGEST: u64 = 256 << 10;
/// Figures up to this many digits may stand in a message: lengths and indices, no phone numbers.
const FIGURES: usize = 4;

/// What is known when the program breaks.
#[derive(Clone, Copy, Debug)]
pub struct Crash<'a> {
    /// The program's version.
    pub version: &'a str,
    /// The system, by name.
    pub system: &'a str,
    /// What went wrong.
    pub message: &'a str,
    /// The message is part of the program and not made while running.
    pub fixed: bool,
    /// File and line of the program.
    pub place: &'a str,
    /// The calls that led there.
    pub backtrace: &'a str,
}

impl Crash<'_> {
    /// The report as it is written.
    pub fn text(&self) -> String {
        let message = if self.fixed { self.message.to_owned() } else { plain(self.message) };
        let (version, system, place, backtrace) = (self.version, self.system, self.place, self.backtrace);
        format!("fangzhuo {version} ({system})\n{message}\n{place}\n\n{backtrace}\n")
    }
}

/// Where the report lies.
pub fn path(config: &Path) -> PathBuf {
    config.join("crash.txt")
}

/// Writes a report; of several the first is kept, for the others followed from it.
pub fn write(config: &Path, crash: &Crash<'_>) -> std::io::Result<()> {
    use std::io::Write as _;
    std::fs::create_dir_all(config)?;
    std::fs::File::create_new(path(config))?.write_all(crash.text().as_bytes())
}

/// The report of an earlier run, if there is one.
pub fn read(config: &Path) -> Option<String> {
    let path = path(config);
    let small = std::fs::metadata(&path).is_ok_and(|found| found.len() <= LARGEST);
    let bytes = if small { std::fs::read(path).ok()? } else { return None };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// A message without what it quotes, without hanzi, with long figures hidden.
fn plain(message: &str) -> String {
    let mut plain = String::new();
    let mut quoted: Option<char> = None;
    let mut figures = String::new();
    let flush = |plain: &mut String, figures: &mut String| {
        plain.push_str(if figures.len() > FIGURES { "#" } else { figures });
        figures.clear();
    };
    for c in message.chars() {
        if let Some(end) = quoted {
            if c == end {
                quoted = None;
                plain.push_str("…\"");
            }
            continue;
        }
        if c.is_ascii_digit() {
            figures.push(c);
            continue;
        }
        flush(&mut plain, &mut figures);
        match c {
            '"' | '`' => {
                quoted = Some(c);
                plain.push('"');
            }
            c if c.is_ascii() => plain.push(if c.is_ascii_control() { ' ' } else { c }),
            _ => {}
        }
    }
    flush(&mut plain, &mut figures);
    if quoted.is_some() { plain + "…" } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_the_place_and_nothing_of_the_community() {
        let message = "byte index 4 is not a char boundary; it is inside '卫' (bytes 3..6) of `马卫 13912345678` at 13912345678 \"1-1-101\"";
        let crash = Crash {
            version: "0.1.0",
            system: "linux",
            message,
            fixed: false,
            place: "app/desk/src/desk.rs:12",
            backtrace: "0: desk::ui",
        };
        let text = crash.text();
        for secret in ["马", "卫", "139", "1-1-101"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        assert!(text.starts_with("fangzhuo 0.1.0 (linux)\nbyte index 4 is not a char boundary"));
        assert!(text.contains("app/desk/src/desk.rs:12") && text.contains("0: desk::ui"));
        assert!(Crash { message: "no page", fixed: true, ..crash }.text().contains("\nno page\n"));
        assert!(!plain("cut \"马卫 101").contains("101"), "an open quote");
    }

    #[test]
    fn the_first_report_is_kept_until_it_is_discarded() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config");
        let crash =
            |message| Crash { version: "1", system: "linux", message, fixed: true, place: "a.rs:1", backtrace: "" };
        assert_eq!(read(&config), None);
        write(&config, &crash("first")).unwrap();
        assert!(write(&config, &crash("second")).is_err());
        assert!(read(&config).unwrap().contains("first"));
    }
}
