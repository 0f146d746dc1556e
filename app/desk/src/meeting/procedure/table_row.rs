//! The lines of a plugin's table: head, heading of a group, row, sums.

use egui::{Align2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::contract::{Cells, Column as Data, Tone};
use session::page_text::{cell_text, sum_text, value_text};

use super::Host;
use super::columns::Shown;
use super::newspaper::Group;
use super::rows::Sorting;
use super::table::{is_household, row_sign, sign_place};
use crate::look::button::focus_ring_paint;
use crate::look::rules::{firm_line_paint, hairline_paint};
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Icon, icon_paint};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, name_place, text_paint};
use crate::meeting::parts::table::{Column, cells_paint, width};

/// What a row is drawn with.
pub(super) struct Drawn<'a> {
    pub(super) host: &'a Host,
    pub(super) table: &'a session::contract::Table,
    pub(super) shown: &'a [Shown],
    /// A household something is wrong with, and what.
    pub(super) fault: Option<&'a (u32, String)>,
}

impl Drawn<'_> {
    fn data(&self, at: usize) -> Option<&Data> {
        self.shown.get(at).and_then(|shown| self.table.columns.get(shown.of))
    }

    fn text(&self, bench: &Bench<'_>, at: usize, row: u32) -> String {
        let Some(data) = self.data(at) else { return String::new() };
        match &data.data.cells {
            Cells::Household(cells) if self.shown[at].names => {
                let known = data.data.empty.binary_search(&row).is_err();
                let household = cells.get(row as usize).filter(|_| known);
                household.map(|household| self.host.owner(bench, *household)).unwrap_or_default()
            }
            _ => cell_text(bench.lang, &self.host.doors, &data.data, row),
        }
    }

    /// The cells of a row as texts.
    pub(super) fn texts(&self, bench: &Bench<'_>, row: u32) -> Vec<String> {
        (0..self.shown.len()).map(|at| self.text(bench, at, row)).collect()
    }
}

/// The head: each label of the plugin sorts by its column. The column that was clicked; `paper` tells heads apart.
pub(super) fn head_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    drawn: &Drawn<'_>,
    columns: &[Column],
    sorting: Option<Sorting>,
    paper: usize,
) -> Option<usize> {
    let colours = *palette(ui);
    let height = Size::Note.desk_line() + space::S3;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width(columns), height), Sense::hover());
    let mut clicked = None;
    let mut left = rect.left();
    for (at, (column, shown)) in columns.iter().zip(drawn.shown).enumerate() {
        let cell = Rect::from_min_size(pos2(left, rect.top()), Vec2::new(column.width, height));
        left += column.width;
        let by = sorting.filter(|by| by.column == shown.of && !shown.names);
        let arrow = if by.is_some() { 14.0 } else { 0.0 };
        let (from, to) = (cell.left() + space::S3, cell.right() - space::S3);
        let ink = Ink::new(Size::Note, if by.is_some() { colours.ink } else { colours.ink2 });
        let room = to - from + space::S2 - arrow;
        let middle = cell.center().y;
        let text = if column.number {
            text_paint(ui, &column.label, ink, Align2::RIGHT_CENTER, pos2(to - arrow, middle), room)
        } else {
            text_paint(ui, &column.label, ink, Align2::LEFT_CENTER, pos2(from, middle), room)
        };
        if let Some(by) = by {
            arrow_paint(ui, pos2(text.right() + 9.0, middle), by.descending);
        }
        if shown.names {
            continue;
        }
        let response = ui.interact(cell, ui.scope_id().with(("head", paper, at)), Sense::click());
        let args = [("column", column.label.as_str())];
        let name = match by {
            None => bench.tell("page-sort-by", &args),
            Some(Sorting { descending: false, .. }) => bench.tell("page-sorted-up", &args),
            Some(_) => bench.tell("page-sorted-down", &args),
        };
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, by.is_some(), &name));
        if response.hovered() {
            ui.painter().hline(egui::Rangef::new(from, to), rect.bottom() - 2.0, (2.0, colours.edge));
        }
        if response.has_focus() {
            focus_ring_paint(ui, cell.shrink(2.0));
        }
        if response.on_hover_text(name).clicked() {
            clicked = Some(shown.of);
        }
    }
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    clicked
}

/// A small triangle: up for smallest first.
fn arrow_paint(ui: &Ui, at: egui::Pos2, down: bool) {
    let point = if down { 3.0 } else { -3.0 };
    let corners = vec![at + egui::vec2(-4.0, -point), at + egui::vec2(4.0, -point), at + egui::vec2(0.0, point)];
    ui.painter().add(egui::Shape::convex_polygon(corners, palette(ui).ink, egui::Stroke::NONE));
}

/// The heading of a group.
pub(super) fn heading_ui(ui: &mut Ui, columns: &[Column], group: &Group) {
    let colours = *palette(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width(columns), frame::ROW), Sense::hover());
    let title = Ink { size: Size::Body, weight: Weight::Medium, colour: colours.ink };
    let at = rect.left_center() + egui::vec2(space::S3, 0.0);
    text_paint(ui, &group.title, title, Align2::LEFT_CENTER, at, rect.width());
    name_place(ui, rect, ("group", &group.title), &group.title);
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
}

/// A row: its sign, its cells; where it stands.
pub(super) fn row_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    drawn: &Drawn<'_>,
    columns: &[Column],
    row: u32,
    height: f32,
) -> Rect {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width(columns), height), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return rect;
    }
    let texts = drawn.texts(bench, row);
    let tone = drawn.table.row_tones.get(row as usize).copied().unwrap_or(Tone::Neutral);
    let sign = row_sign(bench, tone, &colours);
    let fault = drawn.fault.filter(|(household, _)| is_household(drawn.table, row, *household));
    let word = sign.as_ref().map(|(.., word)| word.clone());
    let cells = texts.iter().filter(|text| !text.is_empty()).cloned();
    let name = cells.chain(word).chain(fault.map(|(_, message)| message.clone())).collect::<Vec<_>>().join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    if fault.is_some() {
        ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, colours.err_bg);
        icon_paint(ui.painter(), sign_place(rect), Icon::Error, colours.err);
    } else if let Some((icon, ink, _)) = &sign {
        icon_paint(ui.painter(), sign_place(rect), *icon, *ink);
    }
    let ink = Ink::new(Size::Body, if tone == Tone::Bad || fault.is_some() { colours.err } else { colours.ink });
    cells_paint(ui, rect, columns, |at| (texts[at].as_str(), ink));
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    match (fault, sign) {
        (Some((_, message)), _) => {
            response.on_hover_text(bench.tell("page-fault-here", &[("message", message)]));
        }
        (None, Some((.., word))) => {
            response.on_hover_text(word);
        }
        (None, None) => {}
    }
    rect
}

/// "1 单元小计 550.08": the sums of a group's columns of numbers that have a total.
pub(super) fn subtotal_ui(ui: &mut Ui, bench: &Bench<'_>, drawn: &Drawn<'_>, columns: &[Column], group: &Group) {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width(columns), frame::ROW), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    let title = bench.tell("meeting-subtotal", &[("group", &group.title)]);
    let summed = |at: usize| {
        let data = drawn.data(at).filter(|data| data.total.is_some());
        data.map_or_else(String::new, |data| sum_text(bench.lang, data, &group.rows))
    };
    let sums: Vec<String> = (0..drawn.shown.len()).map(summed).collect();
    let name = format!("{title} {}", sums.concat());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.trim()));
    let ink2 = Ink::new(Size::Body, colours.ink2);
    text_paint(ui, &title, ink2, Align2::LEFT_CENTER, rect.left_center() + egui::vec2(space::S3, 0.0), rect.width());
    let ink = Ink::new(Size::Body, colours.ink);
    cells_paint(ui, rect, columns, |at| (sums[at].as_str(), ink));
}

/// The plugin's totals under everything.
pub(super) fn total_ui(ui: &mut Ui, bench: &Bench<'_>, drawn: &Drawn<'_>) {
    let colours = *palette(ui);
    let totals: Vec<(String, String)> = drawn
        .table
        .columns
        .iter()
        .filter_map(|column| {
            Some((column.label.clone(), value_text(bench.lang, &drawn.host.doors, column.total.as_ref()?).0))
        })
        .collect();
    if totals.is_empty() {
        return;
    }
    ui.add_space(space::S1);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), frame::ROW + space::S1), Sense::hover());
    firm_line_paint(ui.painter(), rect.x_range(), rect.top(), &colours);
    let text = match totals.as_slice() {
        [(_, only)] => bench.tell("meeting-total", &[("sum", only)]),
        many => many.iter().map(|(label, sum)| format!("{label} {sum}")).collect::<Vec<_>>().join("\u{3000}"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let ink = Ink { size: Size::Body, weight: Weight::Medium, colour: colours.ink };
    text_paint(ui, &text, ink, Align2::RIGHT_CENTER, rect.right_center() - egui::vec2(space::S3, 0.0), rect.width());
}
