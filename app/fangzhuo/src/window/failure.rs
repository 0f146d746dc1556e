//! No window came up: said in the terminal, and in a message of the system where one can be shown.

use words::{Lang, t, tf};

use crate::answer::Answer;

/// Whether it was the graphics that failed: another renderer may do.
pub(super) fn is_graphics(error: &eframe::Error) -> bool {
    #[cfg(windows)]
    if matches!(error, eframe::Error::Wgpu(_)) {
        return true;
    }
    matches!(error, eframe::Error::OpenGL(_) | eframe::Error::Glutin(_) | eframe::Error::NoGlutinConfigs(..))
}

/// The sentence and the exit code.
pub(super) fn not_opened(lang: Lang, error: &eframe::Error) -> Answer {
    let graphics = is_graphics(error);
    let said = if graphics {
        t(lang, "window-no-graphics")
    } else {
        tf(lang, "window-no-display", &[("detail", &error.to_string())])
    };
    // Without a desktop there is no message either; Windows always has one.
    if !graphics && !cfg!(windows) {
        return Answer::negative("", said);
    }
    // Who started it by a click sees no terminal.
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title(t(lang, "window-title"))
        .set_description(&said)
        .show();
    Answer::negative("", said)
}
