//! Chips that say a state, and the caps of keys.

use egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2,
};

use super::icons::{Icon, icon_paint};
use super::text::job;
use super::tokens::{Palette, Size, Weight, corner, frame, palette, space, stroke};

/// The states a chip can say, and with them its looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipKind {
    /// Without a ground: 已保存, 投影：发言.
    Plain,
    /// Second text on the well: 只读.
    Quiet,
    /// A border alone: 已锁定.
    Bordered,
    /// Warning: 投影断开.
    Warn,
    /// Error: 没存上.
    Err,
    /// Ground of ink: 已遮屏, the only dark chip.
    Dark,
}

impl ChipKind {
    /// Ground, border, text.
    fn colours(self, palette: &Palette) -> [Color32; 3] {
        let none = Color32::TRANSPARENT;
        match self {
            ChipKind::Plain => [none, none, palette.ink],
            ChipKind::Quiet => [palette.well, none, palette.ink2],
            ChipKind::Bordered => [none, palette.line, palette.ink2],
            ChipKind::Warn => [palette.warn_bg, none, palette.warn],
            ChipKind::Err => [palette.err_bg, none, palette.err],
            ChipKind::Dark => [palette.ink, none, palette.sheet],
        }
    }
}

/// A state in an icon and a word; add it with `ui.add(…)`.
#[derive(Clone, Debug)]
pub struct Chip<'a> {
    text: &'a str,
    kind: ChipKind,
    icon: Icon,
    accent_icon: bool,
    size: Size,
}

impl<'a> Chip<'a> {
    /// A chip; the icon takes the colour of the word.
    pub fn new(icon: Icon, text: &'a str, kind: ChipKind) -> Chip<'a> {
        Chip { text, kind, icon, accent_icon: false, size: Size::Body }
    }

    /// The icon in the accent colour (saved, live).
    #[must_use]
    pub fn accent_icon(mut self) -> Self {
        self.accent_icon = true;
        self
    }

    /// In the small size.
    #[must_use]
    pub fn small(mut self) -> Self {
        self.size = Size::Note;
        self
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let palette = *palette(ui);
        let [fill, border, ink] = self.kind.colours(&palette);
        let ink = if self.size == Size::Note && self.kind == ChipKind::Plain { palette.ink2 } else { ink };
        let galley = ui.painter().layout_job(job(self.text, self.size, Weight::Regular, ink));
        let padding = if self.kind == ChipKind::Plain { 0.0 } else { space::S2 };
        let icon = frame::ICON_CHIP + 2.0;
        let size = Vec2::new(2.0 * padding + icon + 6.0 + galley.size().x, frame::ICON_CHIP + space::S3);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        if ui.is_rect_visible(rect) {
            let radius = CornerRadius::same(corner::CHIP);
            ui.painter().rect(rect, radius, fill, Stroke::new(stroke::HAIR, border), StrokeKind::Inside);
            let square =
                Rect::from_min_size(pos2(rect.left() + padding, rect.center().y - icon / 2.0), Vec2::splat(icon));
            let sign = if self.accent_icon { palette.accent } else { ink };
            icon_paint(ui.painter(), square, self.icon, sign);
            let at = pos2(square.right() + 6.0, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
        }
        response
    }
}

/// How wide the cap of a key is.
pub fn key_cap_width(ui: &Ui, key: &str) -> f32 {
    let galley = ui.painter().layout_job(job(key, Size::Note, Weight::Regular, palette(ui).ink));
    (galley.size().x + 2.0 * 6.0).max(space::S5)
}

/// Paints the cap of a key: its name in a thin border. Not a widget and without a name.
pub fn key_cap_paint(ui: &Ui, rect: Rect, key: &str, ink: Color32) {
    let galley = ui.painter().layout_job(job(key, Size::Note, Weight::Regular, ink));
    let border = Stroke::new(stroke::HAIR, ink.gamma_multiply(0.6));
    ui.painter().rect_stroke(rect, CornerRadius::same(corner::CHIP), border, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
}

/// The cap of a key as a place of its own, as on the help sheet; it has no accessible name.
pub fn key_cap_ui(ui: &mut Ui, key: &str) -> Response {
    let size = Vec2::new(key_cap_width(ui, key), space::S5);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    if ui.is_rect_visible(rect) {
        key_cap_paint(ui, rect, key, palette(ui).ink);
    }
    response
}
