//! The banner over the panes: why something was refused or failed, until the next deed succeeds or somebody closes it.

use egui::Ui;
use words::{Lang, t};

use crate::look::tokens::space;
use crate::look::{Banner, BannerKind, Button};

/// What is said, and how loudly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// A refusal is an error; what people should know is a note.
    pub note: bool,
    /// The sentence: what happened, what was kept, what to do.
    pub text: String,
}

impl Complaint {
    /// Something was refused or failed.
    pub fn refused(text: impl Into<String>) -> Complaint {
        Complaint { note: false, text: text.into() }
    }

    /// Something to know.
    pub fn note(text: impl Into<String>) -> Complaint {
        Complaint { note: true, text: text.into() }
    }

    /// Shows the banner; true when it was closed.
    pub fn complaint_ui(&self, ui: &mut Ui, lang: Lang) -> bool {
        let kind = if self.note { BannerKind::Warn } else { BannerKind::Err };
        let (_, closed) = Banner::new(kind, &self.text, "")
            .banner_ui(ui, |ui| ui.add(Button::text(&t(lang, "banner-close")).key("Esc").pane()).clicked());
        ui.add_space(space::S2);
        closed
    }
}
