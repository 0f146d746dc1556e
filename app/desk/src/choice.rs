//! A choice of one out of several: a field that opens a list.

use egui::{
    CornerRadius, Popup, PopupCloseBehavior, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use crate::look::button::focus_ring_paint;
use crate::look::text::{mixed_job, one_line_job};
use crate::look::tokens::{corner, frame, space, stroke};
use crate::look::{Button, Icon, Size, Weight, icon_paint, palette};

/// A field that opens a list of `options`; the place of the option that was taken in this frame.
pub struct Choice<'a> {
    name: &'a str,
    lead: &'a str,
    value: &'a str,
    options: &'a [String],
    chosen: &'a str,
    width: f32,
}

impl<'a> Choice<'a> {
    /// `name` is what a screen reader and the tests call it; `value` what is chosen now.
    pub fn new(name: &'a str, value: &'a str, options: &'a [String]) -> Choice<'a> {
        Choice { name, lead: "", value, options, chosen: value, width: 200.0 }
    }

    /// Stands before the value: "建筑面积 › 面积".
    #[must_use]
    pub fn lead(mut self, lead: &'a str) -> Self {
        self.lead = lead;
        self
    }

    /// The option that is marked in the list, where it is not the value shown.
    #[must_use]
    pub fn chosen(mut self, chosen: &'a str) -> Self {
        self.chosen = chosen;
        self
    }

    /// As wide as this.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field and, when it is open, the list.
    pub fn choice_ui(self, ui: &mut Ui) -> Option<usize> {
        let palette = *palette(ui);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(self.width, frame::BUTTON), Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, self.name);
            info.current_text_value = Some(self.value.to_owned());
            info
        });
        let radius = CornerRadius::same(corner::BUTTON);
        let fill = if response.hovered() { palette.well } else { palette.sheet };
        ui.painter().rect(rect, radius, fill, Stroke::new(stroke::HAIR, palette.edge), StrokeKind::Inside);
        if response.has_focus() {
            focus_ring_paint(ui, rect);
        }
        let middle = rect.center().y;
        let sign =
            |x: f32| Rect::from_min_size(pos2(x, middle - frame::ICON_CHIP / 2.0), Vec2::splat(frame::ICON_CHIP));
        let mut x = rect.left() + space::S3;
        let right = rect.right() - space::S3 - frame::ICON_CHIP - space::S2;
        if !self.lead.is_empty() {
            // The lead gives way before the value does.
            let value = ui.painter().layout_job(mixed_job(&[(self.value, Size::Body, Weight::Medium, palette.ink)]));
            let room = right - x - value.size().x - frame::ICON_CHIP - 2.0 * space::S1;
            let lead = one_line_job(self.lead, Size::Body, Weight::Regular, palette.ink, room.max(space::S5));
            let lead = ui.painter().layout_job(lead);
            let lead_width = lead.size().x;
            ui.painter().galley(pos2(x, middle - lead.size().y / 2.0), lead, palette.ink);
            x += lead_width + space::S1;
            icon_paint(ui.painter(), sign(x), Icon::Next, palette.ink2);
            x += frame::ICON_CHIP + space::S1;
        }
        let weight = if self.lead.is_empty() { Weight::Regular } else { Weight::Medium };
        let value = ui.painter().layout_job(one_line_job(self.value, Size::Body, weight, palette.ink, right - x));
        ui.painter().galley(pos2(x, middle - value.size().y / 2.0), value, palette.ink);
        icon_paint(ui.painter(), sign(right + space::S2), Icon::Down, palette.ink2);
        let mut taken = None;
        Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).accessible_name(self.name).show(|ui| {
            ui.set_min_width(self.width);
            egui::ScrollArea::vertical().max_height(10.0 * frame::BUTTON).show(ui, |ui| {
                for (at, option) in self.options.iter().enumerate() {
                    if ui.add(Button::text(option).marked(option == self.chosen)).clicked() {
                        taken = Some(at);
                    }
                }
            });
        });
        taken
    }
}
