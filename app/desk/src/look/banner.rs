//! Banners: what happened, what was kept and what to do, over the panes or at the head of one.

use egui::{CornerRadius, Frame, Margin, Rect, Response, Ui, Vec2, pos2, vec2};

use super::icons::{Icon, icon_paint};
use super::text::text_ui;
use super::tokens::{Size, Weight, corner, frame, palette, space};

/// What a banner is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// Something to know.
    Info,
    /// Something to look at.
    Warn,
    /// Something that was refused or failed.
    Err,
}

/// A banner.
#[derive(Clone, Debug)]
pub struct Banner<'a> {
    kind: BannerKind,
    icon: Icon,
    title: &'a str,
    text: &'a str,
}

impl<'a> Banner<'a> {
    /// A banner; `text` may be empty.
    pub fn new(kind: BannerKind, title: &'a str, text: &'a str) -> Banner<'a> {
        let icon = match kind {
            BannerKind::Info => Icon::Info,
            BannerKind::Warn => Icon::Warning,
            BannerKind::Err => Icon::Error,
        };
        Banner { kind, icon, title, text }
    }

    /// Another icon than the kind's.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = icon;
        self
    }

    /// Shows the banner as wide as its place, with what `actions` adds under the text (text buttons, `inline`, in a row).
    pub fn banner_ui<R>(self, ui: &mut Ui, actions: impl FnOnce(&mut Ui) -> R) -> (Response, R) {
        let palette = *palette(ui);
        let (fill, ink) = match self.kind {
            BannerKind::Info => (palette.soft, palette.accent),
            BannerKind::Warn => (palette.warn_bg, palette.warn),
            BannerKind::Err => (palette.err_bg, palette.err),
        };
        let shown = Frame::new()
            .fill(fill)
            .corner_radius(CornerRadius::same(corner::BUTTON))
            .inner_margin(Margin { left: 46, right: 16, top: 10, bottom: 10 })
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                // A row without actions takes no height.
                ui.spacing_mut().item_spacing = vec2(space::S4, 0.0);
                ui.spacing_mut().interact_size.y = 0.0;
                let title = text_ui(ui, self.title, Size::Body, Weight::Regular, palette.ink);
                if !self.text.is_empty() {
                    text_ui(ui, self.text, Size::Note, Weight::Regular, palette.ink);
                }
                let done = ui.horizontal_wrapped(actions).inner;
                (title.rect, done)
            });
        let (title, done) = shown.inner;
        let square = Rect::from_min_size(
            pos2(shown.response.rect.left() + space::S4, title.center().y - frame::ICON / 2.0),
            Vec2::splat(frame::ICON),
        );
        icon_paint(ui.painter(), square, self.icon, ink);
        (shown.response, done)
    }
}
