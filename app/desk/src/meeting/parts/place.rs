//! Panes at exact places: a rectangle in, a child out that cannot draw outside it.

use egui::{Rect, ScrollArea, Ui, UiBuilder};

/// Draws into a rectangle of its own; nothing of it is drawn outside, and the parent's cursor does not move.
pub(crate) fn pane_ui<R>(ui: &mut Ui, salt: &str, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = egui::Layout::top_down(egui::Align::Min);
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
    // Focus rings and the edges of buttons reach a little over their place.
    child.shrink_clip_rect(rect.expand(4.0));
    add(&mut child)
}

/// A list that scrolls within what is left of its pane.
pub(crate) fn scroll_ui<R>(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show(ui, add).inner
}
