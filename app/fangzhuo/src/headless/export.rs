//! `fangzhuo export FILE.fz --meeting N --to DIR [--format …]`: a meeting's papers.

use std::path::{Path, PathBuf};

use deliberation::ids::MeetingNo;
use journal::{Report, State};
use session::Session;
use session::export::{self, Format};
use words::{Lang, t, tf};

use super::{begin, later, nobody};
use crate::answer::Answer;
use crate::cli;

/// Writes the papers and prints their paths, one a line.
pub(super) fn run(lang: Lang, file: &Path, meeting: u32, to: &Path, formats: &[cli::Format]) -> Answer {
    let mut papers = Vec::new();
    for format in formats {
        match format {
            cli::Format::Docx => papers.push(Format::Docx),
            cli::Format::Md => papers.push(Format::Markdown),
            cli::Format::Xlsx => papers.push(Format::Xlsx),
            cli::Format::Pdf => return later::answer(lang, "export --format pdf"),
            cli::Format::Json => return later::answer(lang, "export --format json"),
        }
    }
    if papers.is_empty() {
        papers.extend(Format::ALL);
    }
    match exported(lang, file, MeetingNo(meeting), to, &papers, Which::WithDaySheets) {
        Ok(paths) if paths.is_empty() => {
            Answer::negative("", tf(lang, "headless-nothing-to-export", &[("meeting", &meeting.to_string())]))
        }
        Ok(paths) => Answer::done(listed(&paths)),
        Err(answer) => answer,
    }
}

/// Which papers of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// Minutes and share roll.
    Meeting,
    /// And the day sheets of its collections that are open still.
    WithDaySheets,
}

/// Verifies the file, opens it, writes its papers; also the end of `demo`.
pub(super) fn exported(
    lang: Lang,
    file: &Path,
    meeting: MeetingNo,
    to: &Path,
    papers: &[Format],
    which: Which,
) -> Result<Vec<PathBuf>, Answer> {
    // A damaged file is an answer about the file; anything else that keeps papers from being written is bad input.
    let damaged = |report: &Report| matches!(report.state, State::Damaged(_) | State::Rewritten { .. });
    if journal::verify(file).as_ref().is_ok_and(damaged) {
        return Err(Answer::negative("", t(lang, "export-damaged")));
    }
    let opened = Session::open(file, nobody());
    let mut session = opened.map_err(|error| Answer::bad(error.text(lang, file)))?;
    begin(&mut session, lang);
    let mut paths = export::meeting(&session, lang, meeting, to, papers).map_err(Answer::bad)?;
    if which == Which::WithDaySheets {
        paths.extend(export::day_sheets(&session, lang, meeting, to, papers).map_err(Answer::bad)?);
    }
    Ok(paths)
}

/// Paths for stdout, one a line.
pub(super) fn listed(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join("\n")
}
