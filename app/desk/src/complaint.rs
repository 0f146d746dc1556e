//! The banner over the panes: why something was refused or failed, what people should know, where a file went; until the
//! next deed succeeds or somebody closes it.

use egui::Ui;
use words::{Lang, t};

use crate::look::tokens::space;
use crate::look::{Banner, BannerKind, Button};

/// What is said, and how loudly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Refused or failed; to be looked at; or good to know.
    pub kind: BannerKind,
    /// The sentence: what happened, what was kept, what to do.
    pub text: String,
}

impl Complaint {
    /// Something was refused or failed.
    pub fn refused(text: impl Into<String>) -> Complaint {
        Complaint { kind: BannerKind::Err, text: text.into() }
    }

    /// Something to look at.
    pub fn note(text: impl Into<String>) -> Complaint {
        Complaint { kind: BannerKind::Warn, text: text.into() }
    }

    /// Something that went well, with what one may want to know about it.
    pub fn told(text: impl Into<String>) -> Complaint {
        Complaint { kind: BannerKind::Info, text: text.into() }
    }

    /// Shows the banner; true when it was closed.
    pub fn complaint_ui(&self, ui: &mut Ui, lang: Lang) -> bool {
        let (_, closed) = Banner::new(self.kind, &self.text, "")
            .banner_ui(ui, |ui| ui.add(Button::text(&t(lang, "banner-close")).key("Esc").pane()).clicked());
        ui.add_space(space::S2);
        closed
    }
}
