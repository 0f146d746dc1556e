//! One of several: a field that opens a list. Enter or space opens it, arrows or Tab move, Enter takes, Esc leaves.

use egui::{Align2, CornerRadius, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use super::lines::{Ink, text_paint};
use crate::look::button::focus_ring_paint;
use crate::look::icons::{Icon, icon_paint};
use crate::look::tokens::{Size, corner, frame, palette, space, stroke};

/// A field of choices; true if another one was taken.
pub(crate) fn select_ui<K: PartialEq + Clone>(
    ui: &mut Ui,
    name: &str,
    choices: &[(K, String)],
    chosen: &mut K,
    width: f32,
) -> bool {
    let shown = choices.iter().find(|(key, _)| key == chosen).map_or("", |(_, text)| text.as_str());
    let button = select_button_ui(ui, name, shown, width);
    let just_opened = button.clicked();
    let mut taken = None;
    Popup::menu(&button).width(width).gap(2.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        egui::ScrollArea::vertical().max_height(8.0 * frame::BUTTON_PANE).show(ui, |ui| {
            for (key, text) in choices {
                let row = option_ui(ui, text, key == chosen, width);
                if just_opened && key == chosen {
                    row.request_focus();
                }
                if row.clicked() {
                    taken = Some(key.clone());
                }
            }
        });
        if taken.is_some() {
            ui.close();
        }
    });
    match taken {
        Some(key) => {
            button.request_focus();
            let changed = key != *chosen;
            *chosen = key;
            changed
        }
        None => false,
    }
}

fn select_button_ui(ui: &mut Ui, name: &str, shown: &str, width: f32) -> Response {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, frame::BUTTON), Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    let fill = if response.hovered() { colours.well } else { colours.field };
    let border = Stroke::new(stroke::HAIR, colours.edge);
    ui.painter().rect(rect, CornerRadius::same(corner::BUTTON), fill, border, StrokeKind::Inside);
    if response.has_focus() {
        focus_ring_paint(ui, rect);
    }
    let side = frame::ICON_CHIP;
    let arrow = Rect::from_center_size(pos2(rect.right() - space::S3 - side / 2.0, rect.center().y), Vec2::splat(side));
    icon_paint(ui.painter(), arrow, Icon::Down, colours.ink2);
    let from = pos2(rect.left() + space::S3, rect.center().y);
    let room = arrow.left() - space::S1 - from.x;
    text_paint(ui, shown, Ink::new(Size::Body, colours.ink), Align2::LEFT_CENTER, from, room);
    response
}

fn option_ui(ui: &mut Ui, text: &str, marked: bool, width: f32) -> Response {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, frame::BUTTON_PANE), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, marked, text));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
    } else if marked {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.soft);
    }
    let from = pos2(rect.left() + space::S2, rect.center().y);
    text_paint(ui, text, Ink::new(Size::Body, colours.ink), Align2::LEFT_CENTER, from, width - space::S4);
    response
}
