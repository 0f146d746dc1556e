//! File dialogs as questions and answers: the program asks the system, tests answer from a script.
//!
//! An open dialog must not hold up a frame: the room's clock runs on. So a question is asked in one frame and its answer
//! looked for in every later one.

use std::path::{Path, PathBuf};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which community's file (`.fz`) to open.
    OpenFile,
    /// Where to put a new community's file; the path offered.
    NewFile(PathBuf),
    /// Which roll (`.xlsx`, `.csv`) to read.
    PickRoll,
    /// Which picture of a paper (`.jpg`, `.png`, `.pdf`) to attach.
    PickScan,
    /// Which photo or file (`.jpg`, `.png`, `.pdf`) backs an item of a procedure's checklist.
    PickEvidence {
        /// The checklist.
        list: String,
        /// Its item.
        item: String,
    },
    /// Which spreadsheet (`.xlsx`, `.csv`) a procedure gets as a table.
    PickTable {
        /// The table's key.
        table: String,
    },
    /// Which procedure (`.wasm`) to examine.
    PickProcedure,
    /// Where to save a paper or a table: what it is, for whoever asked, and the file name offered.
    SaveAs {
        /// Told back with the answer.
        what: &'static str,
        /// "纪要.docx"; its extension says the kind of file.
        name: String,
    },
}

/// Who asks people for paths.
pub trait Dialogs {
    /// Begins to ask; a question that is still open is dropped.
    fn ask(&mut self, question: Question);
    /// Whether the system has no such windows, so that nobody would ever answer.
    fn are_missing(&self) -> bool {
        false
    }
    /// Opens a folder in the system's own window; nothing where there is no such system.
    fn show_folder(&mut self, folder: &Path) {
        tracing::info!(folder = %folder.display(), "nobody shows folders here");
    }
    /// The answer, once there is one; nothing comes when the person thought better of it.
    fn answer(&mut self) -> Option<(Question, PathBuf)>;
}

/// Answers known beforehand, for tests and for a program without a window system: asked questions are kept.
#[derive(Debug, Default)]
pub struct Scripted {
    /// The paths people will choose, next first; an empty list means they think better of it.
    pub paths: std::collections::VecDeque<PathBuf>,
    /// Everything that was asked.
    pub asked: Vec<Question>,
    ready: std::collections::VecDeque<(Question, PathBuf)>,
}

impl Scripted {
    /// Someone who will choose these paths one after the other.
    pub fn choosing(paths: impl IntoIterator<Item = PathBuf>) -> Scripted {
        Scripted { paths: paths.into_iter().collect(), ..Scripted::default() }
    }
}

impl Dialogs for Scripted {
    fn ask(&mut self, question: Question) {
        self.asked.push(question.clone());
        self.ready.clear();
        if let Some(path) = self.paths.pop_front() {
            self.ready.push_back((question, path));
        }
    }

    fn answer(&mut self) -> Option<(Question, PathBuf)> {
        self.ready.pop_front()
    }
}
