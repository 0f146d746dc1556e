//! Single lines: painted texts that are cut with …, rows with something at the right, captions over fields.

use egui::{Align2, Color32, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use crate::look::text::one_line_job;
use crate::look::tokens::{Size, Weight, palette, space};

/// How a painted text looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    pub(crate) size: Size,
    pub(crate) weight: Weight,
    pub(crate) colour: Color32,
}

impl Ink {
    /// Regular.
    pub(crate) fn new(size: Size, colour: Color32) -> Ink {
        Ink { size, weight: Weight::Regular, colour }
    }

    /// Medium.
    pub(crate) fn medium(size: Size, colour: Color32) -> Ink {
        Ink { size, weight: Weight::Medium, colour }
    }
}

/// Paints one line of text, cut with … at `width`, with `anchor` of its box at `at`; its place.
pub(crate) fn text_paint(ui: &Ui, text: &str, ink: Ink, anchor: Align2, at: Pos2, width: f32) -> Rect {
    let galley = ui.painter().layout_job(one_line_job(text, ink.size, ink.weight, ink.colour, width.max(1.0)));
    let rect = anchor.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, ink.colour);
    rect
}

/// How wide one line of text is, uncut.
pub(crate) fn text_width(ui: &Ui, text: &str, ink: Ink) -> f32 {
    ui.painter().layout_job(one_line_job(text, ink.size, ink.weight, ink.colour, f32::INFINITY)).size().x
}

/// The largest size at which none of the key figures is cut at `width`: a figure without its end is another figure.
pub(crate) fn figure_size<'a>(ui: &Ui, figures: impl Iterator<Item = &'a str> + Clone, width: f32) -> Size {
    let ink = |size| Ink::new(size, palette(ui).ink);
    let fits = |size: &Size| figures.clone().all(|figure| text_width(ui, figure, ink(*size)) <= width);
    [Size::Display, Size::Head, Size::Title, Size::Lead].into_iter().find(fits).unwrap_or(Size::Body)
}

/// Gives a painted place a name for screen readers and tests.
pub(crate) fn name_place(ui: &Ui, rect: Rect, salt: impl std::hash::Hash + std::fmt::Debug, name: &str) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(&salt), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    response
}

/// A row as wide as the place: words at the left, words at the right, on one line.
pub(crate) fn line_ui(ui: &mut Ui, left: (&str, Ink), right: (&str, Ink)) -> Response {
    let height = left.1.size.desk_line().max(right.1.size.desk_line());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let name = if right.0.is_empty() { left.0.to_owned() } else { format!("{} {}", left.0, right.0) };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let shown = text_paint(ui, right.0, right.1, Align2::RIGHT_CENTER, rect.right_center(), rect.width());
    let room = if right.0.is_empty() { rect.width() } else { shown.left() - rect.left() - space::S2 };
    text_paint(ui, left.0, left.1, Align2::LEFT_CENTER, rect.left_center(), room);
    response
}

/// A caption over what `add` shows, within `width`. It has no name of its own: the field below it has.
pub(crate) fn captioned_ui<R>(ui: &mut Ui, caption: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::S1;
        caption_ui(ui, caption);
        add(ui)
    })
    .inner
}

/// The caption of a field that carries the name itself.
pub(crate) fn caption_ui(ui: &mut Ui, caption: &str) {
    let ink = Ink::new(Size::Note, palette(ui).ink2);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), Size::Note.desk_line()), Sense::hover());
    text_paint(ui, caption, ink, Align2::LEFT_CENTER, rect.left_center(), rect.width());
}

/// A section heading whose words at the right have a name too.
pub(crate) fn section_ui(ui: &mut Ui, title: &str, right: &str) {
    let heading = crate::look::section_ui(ui, title, right);
    if !right.is_empty() {
        let half = heading.rect.with_min_x(heading.rect.center().x);
        name_place(ui, half, ("section", title), right);
    }
}

/// A label and its text side by side: 应分 45.84 元.
pub(crate) fn pair_ui(ui: &mut Ui, label: &str, text: &str, ink: Ink, label_width: f32) -> Response {
    let ink2 = palette(ui).ink2;
    let height = Size::Body.desk_line() + space::S2;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let name = format!("{label} {text}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let middle = rect.center().y;
    let caption = Ink::new(Size::Body, ink2);
    text_paint(ui, label, caption, Align2::LEFT_CENTER, pos2(rect.left(), middle), label_width);
    let from = rect.left() + label_width;
    text_paint(ui, text, ink, Align2::LEFT_CENTER, pos2(from, middle), rect.right() - from);
    response
}
