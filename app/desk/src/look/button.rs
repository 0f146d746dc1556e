//! Buttons: one primary deed, normal ones, and words that act. A key cap shows the key and is never part of the name.

use egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2, vec2};
use session::audience::Side;

use super::chip::{key_cap_paint, key_cap_width};
use super::icons::{Icon, icon_paint};
use super::marks::mark_paint;
use super::text::job;
use super::tokens::{Palette, Size, Weight, corner, frame, palette, space, stroke};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Normal,
    Text,
}

/// A button; add it with `ui.add(…)`.
#[derive(Clone, Debug)]
pub struct Button<'a> {
    text: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    mark: Option<Side>,
    key: Option<&'a str>,
    closed: Option<&'a str>,
    size: Size,
    height: f32,
    width: Option<f32>,
    max_width: Option<f32>,
    marked: bool,
}

impl<'a> Button<'a> {
    fn new(text: &'a str, kind: Kind) -> Button<'a> {
        Button {
            text,
            kind,
            icon: None,
            mark: None,
            key: None,
            closed: None,
            size: Size::Body,
            height: frame::BUTTON,
            width: None,
            max_width: None,
            marked: false,
        }
    }

    /// The one deed a place is about.
    pub fn primary(text: &'a str) -> Button<'a> {
        Button::new(text, Kind::Primary)
    }

    /// Any other deed.
    pub fn normal(text: &'a str) -> Button<'a> {
        Button::new(text, Kind::Normal)
    }

    /// A word in the accent colour, without a border.
    pub fn text(text: &'a str) -> Button<'a> {
        Button::new(text, Kind::Text)
    }

    /// With an icon before the word.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With the mark of a side before the word (the three buttons of a roll-call).
    #[must_use]
    pub fn mark(mut self, side: Side) -> Self {
        self.mark = Some(side);
        self
    }

    /// With the cap of the key that presses it, at the right; none where it is empty.
    #[must_use]
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = (!key.is_empty()).then_some(key);
        self
    }

    /// Cannot be pressed now; the reason is shown when the pointer rests on it. `None` leaves it open.
    #[must_use]
    pub fn closed(mut self, reason: Option<&'a str>) -> Self {
        self.closed = reason;
        self
    }

    /// 32 high, as in the side panes.
    #[must_use]
    pub fn pane(mut self) -> Self {
        self.height = frame::BUTTON_PANE;
        self
    }

    /// A word in a line of small text: as high as the line, without padding.
    #[must_use]
    pub fn inline(mut self) -> Self {
        self.height = Size::Note.desk_line();
        self.size = Size::Note;
        self
    }

    /// Of a given height and text size.
    #[must_use]
    pub fn large(mut self, height: f32, size: Size) -> Self {
        self.height = height;
        self.size = size;
        self
    }

    /// Exactly this wide; with a mark the content stands at the left and the key at the right, else in the middle.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The word is cut with … where the button would grow wider than this; the whole is in the tooltip.
    #[must_use]
    pub fn max_width(mut self, width: f32) -> Self {
        self.max_width = Some(width);
        self
    }

    /// The chosen one of several.
    #[must_use]
    pub fn marked(mut self, marked: bool) -> Self {
        self.marked = marked;
        self
    }

    fn padding(&self) -> f32 {
        match self.kind {
            Kind::Text if self.size == Size::Note => 0.0,
            Kind::Text => space::S1,
            _ if self.height <= frame::BUTTON_PANE => space::S3,
            _ => space::S4,
        }
    }
}

/// Ground, border and text of a state.
fn colours(kind: Kind, palette: &Palette, response: &Response, open: bool) -> [egui::Color32; 3] {
    let hovered = response.hovered() && open;
    let none = egui::Color32::TRANSPARENT;
    match kind {
        _ if !open && kind == Kind::Text => [none, none, palette.ink3],
        _ if !open => [palette.sheet, palette.line, palette.ink3],
        Kind::Primary => [palette.accent, palette.accent, palette.on_accent],
        Kind::Normal if hovered || response.is_pointer_button_down_on() => [palette.well, palette.edge, palette.ink],
        Kind::Normal => [palette.sheet, palette.edge, palette.ink],
        Kind::Text if hovered => [palette.well, none, palette.accent],
        Kind::Text => [none, none, palette.accent],
    }
}

/// The ring of a focused widget: 2 px, 1 px off the border.
pub fn focus_ring_paint(ui: &Ui, rect: Rect) {
    let radius = CornerRadius::same(corner::BUTTON + 2);
    ui.painter().rect_stroke(
        rect.expand(1.0),
        radius,
        Stroke::new(stroke::FOCUS, palette(ui).accent),
        StrokeKind::Outside,
    );
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let open = self.closed.is_none() && ui.is_enabled();
        let palette = *palette(ui);
        let weight = if self.kind == Kind::Primary { Weight::Medium } else { Weight::Regular };
        let sign = if self.icon.is_some() || self.mark.is_some() { frame::ICON + space::S2 } else { 0.0 };
        let key = self.key.map_or(0.0, |key| space::S2 + key_cap_width(ui, key));
        let sides = 2.0 * self.padding() + sign + key;
        let room =
            self.width.or(self.max_width).map_or(f32::INFINITY, |width| (width - sides).max(self.size.desk_px()));
        let mut text = job(self.text, self.size, weight, palette.ink);
        text.wrap =
            egui::text::TextWrapping { max_width: room, max_rows: 1, break_anywhere: true, ..Default::default() };
        let galley = ui.painter().layout_job(text);
        let content = sign + galley.size().x + key;
        let width = self.width.unwrap_or(content + 2.0 * self.padding()).max(self.height.min(content + sides));
        let size = Vec2::new(width, self.height);
        let (rect, mut response) = ui.allocate_exact_size(size, if open { Sense::click() } else { Sense::hover() });
        let marked = self.marked;
        response.widget_info(|| {
            if marked {
                WidgetInfo::selected(Role::Button, open, true, self.text)
            } else {
                WidgetInfo::labeled(Role::Button, open, self.text)
            }
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let [mut fill, border, ink] = colours(self.kind, &palette, &response, open);
        if self.marked && self.kind != Kind::Primary {
            fill = palette.soft;
        }
        let radius = CornerRadius::same(corner::BUTTON);
        ui.painter().rect(rect, radius, fill, Stroke::new(stroke::HAIR, border), StrokeKind::Inside);
        if response.has_focus() {
            focus_ring_paint(ui, rect);
        }
        let mut x = if self.mark.is_some() && self.width.is_some() {
            rect.left() + self.padding()
        } else {
            rect.center().x - content / 2.0
        };
        let middle = rect.center().y;
        if sign > 0.0 {
            let square = Rect::from_min_size(pos2(x, middle - frame::ICON / 2.0), Vec2::splat(frame::ICON));
            if let Some(icon) = self.icon {
                icon_paint(ui.painter(), square, icon, ink);
            }
            if let Some(side) = self.mark {
                mark_paint(ui.painter(), square.shrink(2.0), side, &palette);
            }
            x += sign;
        }
        let cut = galley.elided;
        let at = pos2(x, middle - galley.size().y / 2.0);
        let text_width = galley.size().x;
        ui.painter().galley_with_override_text_color(at, galley, ink);
        if let Some(key) = self.key {
            let right = if self.mark.is_some() && self.width.is_some() {
                rect.right() - self.padding()
            } else {
                x + text_width + key_cap_width(ui, key) + space::S2
            };
            let cap = Rect::from_min_size(
                pos2(right - key_cap_width(ui, key), middle - space::S5 / 2.0),
                vec2(key_cap_width(ui, key), space::S5),
            );
            key_cap_paint(ui, cap, key, ink);
        }
        if let Some(reason) = self.closed {
            response = response.on_hover_text(reason);
        } else if cut {
            response = response.on_hover_text(self.text);
        }
        response
    }
}
