//! The system's file dialogs: asked on the window's thread, waited for on another, answered in a later frame.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Poll, Wake, Waker};
use std::thread::Thread;

use desk::dialogs::{Dialogs, Question};
use rfd::{AsyncFileDialog, FileHandle};
use words::{Lang, t};

type Chosen = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;
type Told = (u64, Question, Option<PathBuf>);

/// Dialogs of the system.
pub(super) struct SystemDialogs {
    ctx: egui::Context,
    /// As the desk speaks now.
    lang: Arc<Mutex<Lang>>,
    tell: Sender<Told>,
    told: Receiver<Told>,
    /// The number of the last question; an answer to an earlier one comes too late.
    last: u64,
}

impl SystemDialogs {
    pub(super) fn new(ctx: egui::Context, lang: Arc<Mutex<Lang>>) -> SystemDialogs {
        let (tell, told) = channel();
        SystemDialogs { ctx, lang, tell, told, last: 0 }
    }
}

impl Dialogs for SystemDialogs {
    fn ask(&mut self, question: Question) {
        self.last += 1;
        let (number, tell, ctx) = (self.last, self.tell.clone(), self.ctx.clone());
        let lang = *self.lang.lock().unwrap_or_else(PoisonError::into_inner);
        let chosen = dialog(lang, &question);
        std::thread::spawn(move || {
            let path = wait(chosen).map(|file| file.path().to_owned());
            // The desk may be gone by now; then nobody needs the answer.
            let _ = tell.send((number, question, path));
            ctx.request_repaint();
        });
    }

    fn are_missing(&self) -> bool {
        cfg!(all(unix, not(target_os = "macos"))) && !has_session_bus() && !has_program("zenity")
    }

    fn show_folder(&mut self, folder: &Path) {
        let program = if cfg!(windows) {
            "explorer"
        } else if cfg!(target_os = "macos") {
            "open"
        } else {
            "xdg-open"
        };
        let shown = std::process::Command::new(program).arg(folder).spawn();
        match shown {
            // Waited for, so that nothing of it is left over.
            Ok(mut child) => drop(std::thread::spawn(move || child.wait())),
            Err(error) => tracing::warn!(%error, program, "the folder was not shown"),
        }
    }

    fn answer(&mut self) -> Option<(Question, PathBuf)> {
        let last = self.last;
        self.told.try_iter().find_map(|(number, question, path)| Some((question, path.filter(|_| number == last)?)))
    }
}

/// Whether there is somebody to ask the desktop's portal through.
fn has_session_bus() -> bool {
    let named = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty());
    named || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists())
}

fn has_program(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// The dialog for a question, shown at once.
fn dialog(lang: Lang, question: &Question) -> Chosen {
    let new = |title: &str| AsyncFileDialog::new().set_title(title);
    let community = |dialog: AsyncFileDialog| dialog.add_filter(t(lang, "window-kind-file"), &["fz"]);
    match question {
        Question::OpenFile => Box::pin(community(new(&t(lang, "window-open-file"))).pick_file()),
        Question::PickRoll => {
            let dialog = new(&t(lang, "window-pick-roll")).add_filter(t(lang, "window-kind-roll"), &["xlsx", "csv"]);
            Box::pin(dialog.pick_file())
        }
        Question::PickTable { .. } => {
            let dialog = new(&t(lang, "page-window-table")).add_filter(t(lang, "page-window-tables"), &["xlsx", "csv"]);
            Box::pin(dialog.pick_file())
        }
        Question::PickEvidence { .. } => {
            let dialog = new(&t(lang, "page-window-evidence"));
            Box::pin(dialog.add_filter(t(lang, "window-kind-scan"), &session::scan::ENDINGS).pick_file())
        }
        Question::PickProcedure => {
            let dialog = new(&t(lang, "adoption-window"));
            Box::pin(dialog.add_filter(t(lang, "adoption-window-kind"), &["wasm"]).pick_file())
        }
        Question::PickScan => {
            let dialog = new(&t(lang, "window-pick-scan"));
            Box::pin(dialog.add_filter(t(lang, "window-kind-scan"), &session::scan::ENDINGS).pick_file())
        }
        Question::NewFile(path) => Box::pin(at(community(new(&t(lang, "window-new-file"))), path).save_file()),
        Question::SaveAs { name, .. } => {
            let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().into_owned());
            let dialog = new(&t(lang, "window-save-as")).set_file_name(name);
            Box::pin(match ending {
                Some(ending) => dialog.add_filter(ending.clone(), &[ending]).save_file(),
                None => dialog.save_file(),
            })
        }
    }
}

/// Begins in the folder and with the name of a path.
fn at(dialog: AsyncFileDialog, path: &Path) -> AsyncFileDialog {
    let named = match path.file_name() {
        Some(name) => dialog.set_file_name(name.to_string_lossy()),
        None => dialog,
    };
    match path.parent() {
        Some(folder) => named.set_directory(folder),
        None => named,
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits for a dialog on this thread.
fn wait(mut chosen: Chosen) -> Option<FileHandle> {
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut task = std::task::Context::from_waker(&waker);
    loop {
        match chosen.as_mut().poll(&mut task) {
            Poll::Ready(file) => return file,
            Poll::Pending => std::thread::park(),
        }
    }
}
