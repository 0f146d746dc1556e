//! Tables with exact columns: a head with a firm line, rows with hairlines, numbers at the right in one weight.
//!
//! Head and total stand outside what scrolls and use the same widths. A row is one named place: its cells in order.

use egui::{Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

use super::lines::{Ink, text_paint};
use crate::look::button::focus_ring_paint;
use crate::look::rules::{firm_line_paint, hairline_paint};
use crate::look::tokens::{Size, palette, space};

/// A column.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) label: String,
    pub(crate) width: f32,
    /// A number: set at the right.
    pub(crate) number: bool,
}

impl Column {
    /// Words.
    pub(crate) fn words(label: impl Into<String>, width: f32) -> Column {
        Column { label: label.into(), width, number: false }
    }

    /// Numbers.
    pub(crate) fn number(label: impl Into<String>, width: f32) -> Column {
        Column { label: label.into(), width, number: true }
    }
}

/// A cell: its text and colour.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) colour: Color32,
    pub(crate) medium: bool,
}

impl Cell {
    /// A cell in a colour.
    pub(crate) fn new(text: impl Into<String>, colour: Color32) -> Cell {
        Cell { text: text.into(), colour, medium: false }
    }

    /// The same in Medium: words that must be seen, never one number among others.
    pub(crate) fn medium(text: impl Into<String>, colour: Color32) -> Cell {
        Cell { text: text.into(), colour, medium: true }
    }
}

/// Stretches the widest column of words so that the columns fill `width`.
pub(crate) fn fill(mut columns: Vec<Column>, width: f32) -> Vec<Column> {
    let taken: f32 = columns.iter().map(|column| column.width).sum();
    let words = columns.iter_mut().filter(|column| !column.number).max_by(|a, b| a.width.total_cmp(&b.width));
    if let Some(widest) = words {
        widest.width = (widest.width + width - taken).max(widest.width.min(space::S8));
    }
    columns
}

/// The width of all columns.
pub(crate) fn width(columns: &[Column]) -> f32 {
    columns.iter().map(|column| column.width).sum()
}

/// The head: labels over a firm line.
pub(crate) fn head_ui(ui: &mut Ui, columns: &[Column]) -> Response {
    let colours = *palette(ui);
    let height = Size::Note.desk_line() + space::S3;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width(columns), height), Sense::hover());
    let ink = Ink::new(Size::Note, colours.ink2);
    cells_paint(ui, rect, columns, |at| (columns[at].label.as_str(), ink));
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    response
}

/// A row. `clicks`: it can be pressed, by key too. The name is its cells in order.
pub(crate) fn row_ui(ui: &mut Ui, columns: &[Column], cells: &[Cell], height: f32, marked: Option<bool>) -> Response {
    let colours = *palette(ui);
    let sense = if marked.is_some() { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width(columns), height), sense);
    let name =
        cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    response.widget_info(|| match marked {
        Some(marked) => WidgetInfo::selected(Role::Button, true, marked, &name),
        None => WidgetInfo::labeled(Role::Label, true, &name),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if marked == Some(true) {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.soft);
    } else if marked.is_some() && response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.well);
    }
    cells_paint(ui, rect, columns, |at| match cells.get(at) {
        Some(cell) if cell.medium => (cell.text.as_str(), Ink::medium(Size::Body, cell.colour)),
        Some(cell) => (cell.text.as_str(), Ink::new(Size::Body, cell.colour)),
        None => ("", Ink::new(Size::Body, colours.ink)),
    });
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(2.0));
    }
    response
}

/// Paints one text a column into `rect`; texts are cut at their column.
pub(crate) fn cells_paint<'a>(ui: &Ui, rect: Rect, columns: &[Column], cell: impl Fn(usize) -> (&'a str, Ink)) {
    let mut left = rect.left();
    for (at, column) in columns.iter().enumerate() {
        let (text, ink) = cell(at);
        let (from, to) = (left + space::S3, left + column.width - space::S3);
        left += column.width;
        if text.is_empty() {
            continue;
        }
        if column.number {
            text_paint(ui, text, ink, Align2::RIGHT_CENTER, pos2(to, rect.center().y), to - from + space::S2);
        } else {
            text_paint(ui, text, ink, Align2::LEFT_CENTER, pos2(from, rect.center().y), to - from + space::S2);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_words_take_what_is_left_and_numbers_keep_their_width() {
        let columns = vec![Column::words("房号", 90.0), Column::words("业主", 120.0), Column::number("应分", 110.0)];
        let filled = fill(columns, 500.0);
        assert!((width(&filled) - 500.0).abs() < 0.01);
        assert!((filled[2].width - 110.0).abs() < 0.01 && (filled[0].width - 90.0).abs() < 0.01);
    }
}
