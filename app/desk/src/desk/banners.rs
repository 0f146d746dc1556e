//! What is said over the panes.

use egui::{Frame, Margin, Panel, Ui};
use session::{SaveState, Session};
use words::{Lang, t};

use crate::complaint::Complaint;
use crate::look::tokens::space;
use crate::look::{Banner, BannerKind, palette};
use crate::status::ScreenState;

/// Over the panes: the screen that is gone, and what was refused.
pub(super) fn banners_ui(
    ui: &mut Ui,
    lang: Lang,
    complaint: &mut Option<Complaint>,
    state: ScreenState,
    session: &Session,
) {
    let lost = state == ScreenState::Lost;
    let unsaved = match session.save_state(lang) {
        SaveState::NotSaved(why) if complaint.is_none() => Some(why),
        _ => None,
    };
    if complaint.is_none() && !lost && unsaved.is_none() {
        return;
    }
    let frame = Frame::new().fill(palette(ui).paper).inner_margin(Margin { left: 20, right: 20, top: 8, bottom: 0 });
    Panel::top("banners").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        if lost {
            let (title, text) = (t(lang, "screen-state-lost"), t(lang, "screen-lost-text"));
            Banner::new(BannerKind::Warn, &title, &text).banner_ui(ui, |_| ());
            ui.add_space(space::S2);
        }
        if let Some(why) = unsaved {
            Banner::new(BannerKind::Err, &why, "").banner_ui(ui, |_| ());
            ui.add_space(space::S2);
        }
        if complaint.as_ref().is_some_and(|complaint| complaint.complaint_ui(ui, lang)) {
            *complaint = None;
        }
    });
}
