//! A desk in a harness: our fonts alone, a temporary folder, a moment that stands still unless a test moves it.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::Desk;
use desk::dialogs::{Dialogs, Question};
use egui::{Theme, Vec2, vec2};
use egui_kittest::Harness;
use session::{Now, Places, Session, Shipped, Workspace};
use words::Lang;

/// The roomy window of the design.
pub(crate) const ROOMY: Vec2 = vec2(1440.0, 900.0);
/// The smallest one.
pub(crate) const SMALL: Vec2 = vec2(1280.0, 720.0);

/// 18 July 2026, 18:40 in Shanghai: twenty minutes before the example meeting.
pub(crate) const EVENING: Now = Now { mono_ms: 1_000_000, utc_ms: 1_784_371_200_000 };

/// Everything the program ships.
pub(crate) fn shipped() -> Shipped {
    Shipped {
        components: vec![include_bytes!("../../../../plugins/fee-apportionment/fee-apportionment.fz.wasm")],
        example: include_str!("../../../../tests/stories/septic-tank.jsonl"),
        example_files: vec![("roll-shuichan.csv", include_bytes!("../../../../tests/stories/roll-shuichan.csv"))],
    }
}

/// Answers questions with paths known beforehand.
struct Answers(VecDeque<PathBuf>, Option<(Question, PathBuf)>);

impl Dialogs for Answers {
    fn ask(&mut self, question: Question) {
        self.1 = self.0.pop_front().map(|path| (question, path));
    }

    fn answer(&mut self) -> Option<(Question, PathBuf)> {
        self.1.take()
    }
}

/// A desk, its moment and its folder.
pub(crate) struct Table {
    pub(crate) desk: Desk,
    pub(crate) now: Now,
    pub(crate) folder: tempfile::TempDir,
}

/// How a test wants its desk.
pub(crate) struct Setting {
    pub(crate) size: Vec2,
    pub(crate) lang: Lang,
    pub(crate) dark: bool,
    /// What people will choose in file dialogs, in order.
    pub(crate) paths: Vec<PathBuf>,
}

impl Default for Setting {
    fn default() -> Setting {
        Setting { size: ROOMY, lang: Lang::ZhCn, dark: false, paths: Vec::new() }
    }
}

impl Setting {
    pub(crate) fn english() -> Setting {
        Setting { lang: Lang::En, ..Setting::default() }
    }

    pub(crate) fn dark() -> Setting {
        Setting { dark: true, ..Setting::default() }
    }

    pub(crate) fn small() -> Setting {
        Setting { size: SMALL, ..Setting::default() }
    }

    pub(crate) fn choosing(path: impl AsRef<Path>) -> Setting {
        Setting { paths: vec![path.as_ref().to_owned()], ..Setting::default() }
    }
}

pub(crate) type Window = Harness<'static, Table>;

/// A desk on its home page, in a window.
pub(crate) fn window(setting: Setting) -> Window {
    window_with(setting, |_| ())
}

/// The same, with something done to the workspace before the first frame.
pub(crate) fn window_with(setting: Setting, prepare: impl FnOnce(&mut Workspace)) -> Window {
    let folder = tempfile::tempdir().unwrap();
    // A name of constant length and content: a picture may show the path.
    let documents = folder.path().join("documents");
    std::fs::create_dir_all(&documents).unwrap();
    let places = Places { config: folder.path().join("config"), documents };
    let mut workspace = Workspace::new(places, shipped(), Arc::new(|| ()));
    workspace.prefer(|preferences| (preferences.lang, preferences.dark) = (setting.lang, setting.dark));
    workspace.tick(EVENING);
    prepare(&mut workspace);
    let desk = Desk::new(workspace, Box::new(Answers(setting.paths.into(), None)));
    let table = Table { desk, now: EVENING, folder };
    let theme = if setting.dark { Theme::Dark } else { Theme::Light };
    let mut harness = Harness::builder()
        .with_size(setting.size)
        .with_theme(theme)
        .with_max_steps(64)
        .with_render_cursor(false)
        .with_context_setup(desk::look::install)
        .build_ui_state(
            |ui, table: &mut Table| {
                // The program's window has no margin; the harness gives one.
                let whole = ui.ctx().content_rect();
                ui.set_clip_rect(whole);
                ui.scope_builder(egui::UiBuilder::new().max_rect(whole), |ui| {
                    table.desk.logic(ui.ctx(), table.now);
                    table.desk.ui(ui, table.now);
                });
            },
            table,
        );
    harness.run_steps(3);
    harness
}

/// Some frames, with everything sent made durable in between.
pub(crate) fn settle(window: &mut Window) {
    for _ in 0..4 {
        window.run_steps(2);
        if let Some(session) = window.state_mut().desk.workspace_mut().session_mut() {
            session.settle();
        }
    }
    window.run_steps(2);
}

/// The open file.
pub(crate) fn session(window: &Window) -> &Session {
    window.state().desk.workspace().session().expect("a file is open")
}

/// Types into the field that has the focus, letter by letter as a keyboard does.
pub(crate) fn type_text(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(egui::Event::Text(letter.to_string()));
        window.run_steps(1);
    }
    window.run_steps(1);
}

/// Presses a key.
pub(crate) fn press(window: &mut Window, key: egui::Key) {
    window.key_press(key);
    window.run_steps(2);
    settle(window);
}

/// Clicks what has this name.
pub(crate) fn click(window: &mut Window, label: &str) {
    use egui_kittest::kittest::Queryable as _;
    window.get_by_label(label).click();
    window.run_steps(2);
    settle(window);
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Drags a file into the window.
pub(crate) fn drop_file(window: &mut Window, path: &Path) {
    window.input_mut().dropped_files = vec![Arc::new(Dropped(path.to_owned()))];
    window.run_steps(1);
    settle(window);
}

/// The data of the papers' tests.
pub(crate) fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../papers/tests/data").join(name)
}
