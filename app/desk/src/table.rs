//! Tables of the desk: exact widths, numbers at the right, a hairline under each row, only visible rows made.
//!
//! A row is one widget with one name, so that a screen reader and the tests read it as people do.

use egui::{Align, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2};

use crate::look::button::focus_ring_paint;
use crate::look::rules::{firm_line_paint, hairline_paint};
use crate::look::text::one_line_job;
use crate::look::tokens::{frame, space};
use crate::look::{Icon, Palette, Size, Weight, icon_paint, job, palette};

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// In points; 0 shares what is left.
    pub width: f32,
    /// Numbers stand at the right.
    pub number: bool,
}

impl Column {
    /// A column of texts.
    pub fn text(title: impl Into<String>, width: f32) -> Column {
        Column { title: title.into(), width, number: false }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>, width: f32) -> Column {
        Column { title: title.into(), width, number: true }
    }
}

/// In what colour a cell or row speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// Ink.
    #[default]
    Plain,
    /// Second ink.
    Quiet,
    /// The accent, for icons of what is done.
    Good,
    /// To be looked at.
    Warn,
    /// Refused.
    Err,
}

impl Voice {
    fn ink(self, palette: &Palette) -> egui::Color32 {
        match self {
            Voice::Plain => palette.ink,
            Voice::Quiet => palette.ink2,
            Voice::Good => palette.accent,
            Voice::Warn => palette.warn,
            Voice::Err => palette.err,
        }
    }
}

/// A cell: an icon, a text, or both.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// May be empty.
    pub text: String,
    /// Before the text.
    pub icon: Option<Icon>,
    /// Its colour.
    pub voice: Voice,
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell { text, ..Cell::default() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        text.to_owned().into()
    }
}

impl Cell {
    /// In the second ink.
    pub fn quiet(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), icon: None, voice: Voice::Quiet }
    }

    /// With an icon, both in a colour.
    pub fn sign(icon: Icon, text: impl Into<String>, voice: Voice) -> Cell {
        Cell { text: text.into(), icon: Some(icon), voice }
    }
}

/// A row as it is painted.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// One a column.
    pub cells: Vec<Cell>,
    /// On the ground of an error.
    pub refused: bool,
    /// What a screen reader says; empty = the cells one after the other.
    pub name: String,
}

/// A table.
pub struct Table {
    id: &'static str,
    columns: Vec<Column>,
    height: f32,
    marked: Option<usize>,
    show_marked: bool,
    clickable: bool,
}

impl Table {
    /// A table of these columns; `id` tells its scrolling from that of others.
    pub fn new(id: &'static str, columns: Vec<Column>) -> Table {
        Table { id, columns, height: frame::ROW, marked: None, show_marked: false, clickable: false }
    }

    /// Rows of another height than 33.
    #[must_use]
    pub fn row_height(mut self, height: f32) -> Table {
        self.height = height;
        self
    }

    /// Rows can be clicked; `marked` stands out, and is scrolled to when `show` says so.
    #[must_use]
    pub fn clickable(mut self, marked: Option<usize>, show: bool) -> Table {
        (self.marked, self.show_marked, self.clickable) = (marked, show, true);
        self
    }

    /// Shows head and rows as high as the place allows; the row that was clicked.
    pub fn table_ui(self, ui: &mut Ui, count: usize, mut row: impl FnMut(usize) -> Row) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = ui.available_width();
        let widths = self.widths(width);
        self.head_ui(ui, width, &widths);
        let mut clicked = None;
        let mut area = ScrollArea::vertical().id_salt(self.id).auto_shrink([false, false]);
        if let Some(marked) = self.marked.filter(|_| self.show_marked) {
            #[expect(clippy::cast_precision_loss, reason = "rows of a roll")]
            let offset = (marked as f32 * self.height - ui.available_height() / 2.0).max(0.0);
            area = area.vertical_scroll_offset(offset);
        }
        area.show_rows(ui, self.height, count, |ui, range| {
            for at in range {
                if self.row_ui(ui, width, &widths, &row(at), self.marked == Some(at)).clicked() {
                    clicked = Some(at);
                }
            }
        });
        clicked
    }

    fn widths(&self, width: f32) -> Vec<f32> {
        let fixed: f32 = self.columns.iter().map(|column| column.width).sum();
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let open = self.columns.iter().filter(|column| column.width == 0.0).count().max(1) as f32;
        let rest = ((width - fixed) / open).max(space::S8);
        self.columns.iter().map(|column| if column.width == 0.0 { rest } else { column.width }).collect()
    }

    fn head_ui(&self, ui: &mut Ui, width: f32, widths: &[f32]) {
        let palette = *palette(ui);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, frame::ROW), Sense::hover());
        let mut x = rect.left();
        for (column, width) in self.columns.iter().zip(widths) {
            let cell = Rect::from_min_size(pos2(x, rect.top()), Vec2::new(*width, rect.height()));
            let inner = cell.shrink2(Vec2::new(space::S3, 0.0));
            let text = one_line_job(&column.title, Size::Note, Weight::Regular, palette.ink2, inner.width());
            let galley = ui.painter().layout_job(text);
            let align = if column.number { Align::Max } else { Align::Min };
            let place = egui::Align2([align, Align::Center]).align_size_within_rect(galley.size(), inner);
            ui.painter().galley(place.min, galley, palette.ink2);
            x += width;
        }
        firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &palette);
    }

    fn row_ui(&self, ui: &mut Ui, width: f32, widths: &[f32], row: &Row, marked: bool) -> Response {
        let palette = *palette(ui);
        let sense = if self.clickable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, self.height), sense);
        response.widget_info(|| {
            let cells = || row.cells.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
            let name = if row.name.is_empty() { cells().collect::<Vec<_>>().join(" ") } else { row.name.clone() };
            if self.clickable {
                WidgetInfo::selected(Role::Row, true, marked, name)
            } else {
                WidgetInfo::labeled(Role::Row, true, name)
            }
        });
        let ground = match () {
            () if row.refused => Some(palette.err_bg),
            () if marked => Some(palette.soft),
            () if self.clickable && response.hovered() => Some(palette.well),
            () => None,
        };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, ground);
        }
        let mut x = rect.left();
        for (at, ((column, width), cell)) in self.columns.iter().zip(widths).zip(&row.cells).enumerate() {
            // A text runs on over empty cells at its right, as in a spreadsheet.
            let empty =
                row.cells[at + 1..].iter().take_while(|cell| cell.text.is_empty() && cell.icon.is_none()).count();
            let free: f32 = if column.number { 0.0 } else { widths.iter().skip(at + 1).take(empty).sum() };
            let place = Rect::from_min_size(pos2(x, rect.top()), Vec2::new(*width + free, rect.height()));
            cell_paint(ui, place.shrink2(Vec2::new(space::S3, 0.0)), cell, column.number, &palette);
            x += width;
        }
        hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &palette);
        if response.has_focus() {
            focus_ring_paint(ui, rect.shrink(3.0));
        }
        response
    }
}

fn cell_paint(ui: &Ui, place: Rect, cell: &Cell, number: bool, palette: &Palette) {
    let ink = cell.voice.ink(palette);
    let mut left = place.left();
    if let Some(icon) = cell.icon {
        let square =
            Rect::from_min_size(pos2(left, place.center().y - frame::ICON_CHIP / 2.0), Vec2::splat(frame::ICON_CHIP));
        icon_paint(ui.painter(), square, icon, ink);
        left += frame::ICON_CHIP + space::S2;
    }
    if cell.text.is_empty() {
        return;
    }
    // The sign carries the colour of what is well; its words are read in ink.
    let ink = if cell.voice == Voice::Good { palette.ink } else { ink };
    let text = one_line_job(&cell.text, Size::Body, Weight::Regular, ink, place.right() - left);
    let galley = ui.painter().layout_job(text);
    let x = if number { place.right() - galley.size().x } else { left };
    ui.painter().galley(pos2(x, place.center().y - galley.size().y / 2.0), galley, ink);
}

/// A label and its value on one line, for the panes at the right: the label takes `width`.
pub fn pair_ui(ui: &mut Ui, label: &str, value: &str, width: f32) {
    let palette = *palette(ui);
    ui.horizontal_top(|ui| {
        let galley = ui.painter().layout_job(job(label, Size::Body, Weight::Regular, palette.ink2));
        let width = width.max(galley.size().x + space::S2);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, Size::Body.desk_line()), Sense::hover());
        ui.painter().galley(rect.min, galley, palette.ink2);
        ui.add(egui::Label::new(job(value, Size::Body, Weight::Regular, palette.ink)).wrap());
    });
}
