//! A plugin's table: doors and names put in by the host, sorted, grouped, and in newspaper columns where it is narrow.

use std::cmp::Ordering;

use egui::{Align2, Rect, Sense, Ui, Vec2};
use session::contract::{Cells, Column as Data, ColumnData, Table, Tone};
use session::page_text::{cell_text, is_number, row_order, value_text};

use super::blocks::{button_ui, tone_sign};
use super::newspaper::{GAP, Group, columns_across, newspaper};
use super::{Host, ProcedurePane};
use crate::look::icon_paint;
use crate::look::rules::{firm_line_paint, hairline_paint};
use crate::look::text::job;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, name_place, text_paint};
use crate::meeting::parts::table::{Column, cells_paint, width};

/// How a table is sorted by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sorting {
    column: usize,
    descending: bool,
}

/// A column as it is drawn: one of the plugin's, or the names the host puts beside its doors.
struct Shown {
    column: Column,
    /// The place among the plugin's columns.
    of: usize,
    names: bool,
}

impl ProcedurePane {
    pub(super) fn table_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, table: &Table, heading: &str) {
        let colours = *palette(ui);
        let grouped = table.group_by.as_ref().and_then(|key| table.columns.iter().position(|one| one.id == *key));
        let shown = shown_columns(ui, bench, host, table, grouped);
        let order = self.order(table);
        let groups = groups(bench, host, table, grouped, &order);
        let title = if table.title.is_empty() { heading } else { table.title.as_str() };
        let households = table.columns.iter().any(|column| matches!(column.data.cells, Cells::Household(_)));
        let subtitle = if households {
            words::Quantity::households(order.len()).text(bench.lang)
        } else {
            bench.tell("meeting-rows", &[("n", &words::Quantity::count(order.len()).text(bench.lang))])
        };
        self.title_ui(ui, bench, table, &shown, title, &subtitle);
        let natural: f32 = shown.iter().map(|one| one.column.width).sum();
        let room = ui.available_width();
        let across = if table.row_action.is_some() { 1 } else { columns_across(natural, room, &groups, order.len()) };
        #[expect(clippy::cast_precision_loss, reason = "three columns at most")]
        let each = (room - GAP * (across as f32 - 1.0)) / across as f32;
        let columns = stretched(&shown, each);
        let papers = newspaper(groups, across);
        let drawn = Drawn { host, table, shown: &shown, columns: &columns, tight: across > 1 };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
            for paper in &papers {
                ui.vertical(|ui| {
                    ui.set_width(each);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    head_ui(ui, &columns);
                    for group in paper {
                        group_ui(ui, bench, &drawn, group, grouped);
                    }
                });
            }
        });
        total_ui(ui, bench, &drawn, &colours);
    }

    /// Title at the left, sorting at the right.
    fn title_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, table: &Table, shown: &[Shown], title: &str, rows: &str) {
        let colours = *palette(ui);
        ui.horizontal(|ui| {
            ui.set_min_height(frame::BUTTON_PANE);
            crate::look::text_ui(ui, title, Size::Body, Weight::Medium, colours.ink);
            crate::look::text_ui(ui, rows, Size::Body, Weight::Regular, colours.ink2);
            let mut keys: Vec<(Option<Sorting>, String)> = vec![(None, bench.say("meeting-sort-first"))];
            for one in shown.iter().filter(|one| !one.names) {
                for (descending, key) in [(false, "meeting-sort-up"), (true, "meeting-sort-down")] {
                    let args = [("column", one.column.label.as_str())];
                    let text = match key {
                        "meeting-sort-up" => bench.tell("meeting-sort-up", &args),
                        _ => bench.tell("meeting-sort-down", &args),
                    };
                    keys.push((Some(Sorting { column: one.of, descending }), text));
                }
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let mut chosen = self.sorted.get(&table.id).cloned();
                let name = bench.say("meeting-sort");
                if crate::meeting::parts::select_ui(ui, &name, &keys, &mut chosen, 196.0) {
                    match chosen {
                        Some(sorting) => self.sorted.insert(table.id.clone(), sorting),
                        None => self.sorted.remove(&table.id),
                    };
                }
            });
        });
    }

    fn order(&self, table: &Table) -> Vec<u32> {
        let mut rows = row_order(table);
        let sorting = self.sorted.get(&table.id);
        if let Some((sorting, column)) = sorting.and_then(|s| Some((s, table.columns.get(s.column)?))) {
            rows.sort_by(|a, b| {
                let order = compare(&column.data, *a, *b);
                if sorting.descending { order.reverse() } else { order }
            });
        }
        rows
    }
}

/// Two cells of a column, by value; empty ones last.
fn compare(column: &ColumnData, a: u32, b: u32) -> Ordering {
    let empty = |row: u32| column.empty.binary_search(&row).is_ok();
    let by_value = |a: usize, b: usize| match &column.cells {
        Cells::Text(cells) | Cells::Choice(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Flag(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Integer(cells) | Cells::Money(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Decimal(cells) => cells.units.get(a).cmp(&cells.units.get(b)),
        Cells::Day(cells) => cells.get(a).cmp(&cells.get(b)),
        Cells::Household(cells) => cells.get(a).cmp(&cells.get(b)),
    };
    empty(a).cmp(&empty(b)).then_with(|| by_value(a as usize, b as usize))
}

fn groups(bench: &Bench<'_>, host: &Host, table: &Table, grouped: Option<usize>, order: &[u32]) -> Vec<Group> {
    let Some(column) = grouped.and_then(|at| table.columns.get(at)) else {
        return vec![Group { title: String::new(), rows: order.to_vec() }];
    };
    let mut groups: Vec<Group> = Vec::new();
    for row in order {
        let title = cell_text(bench.lang, &host.doors, &column.data, *row);
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.rows.push(*row),
            None => groups.push(Group { title, rows: vec![*row] }),
        }
    }
    groups
}

/// The plugin's columns but the one that groups, each door followed by its owner; widths by the longest text.
fn shown_columns(ui: &Ui, bench: &Bench<'_>, host: &Host, table: &Table, grouped: Option<usize>) -> Vec<Shown> {
    let measured = |ui: &Ui, texts: &mut dyn Iterator<Item = String>, label: &str| {
        let ink = palette(ui).ink;
        let longest = texts.max_by_key(|text| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>());
        let cell =
            ui.painter().layout_job(job(&longest.unwrap_or_default(), Size::Body, Weight::Regular, ink)).size().x;
        let head = ui.painter().layout_job(job(label, Size::Note, Weight::Regular, ink)).size().x;
        // Numbers and words may come this close to their column's edges.
        cell.max(head).min(320.0) + 2.0 * space::S2 + 1.0
    };
    let mut shown = Vec::new();
    for (at, data) in table.columns.iter().enumerate().filter(|(at, _)| Some(*at) != grouped) {
        let mut texts = (0..table.rows).map(|row| cell_text(bench.lang, &host.doors, &data.data, row));
        let wide = measured(ui, &mut texts, &data.label);
        let number = is_number(&data.data.cells);
        shown.push(Shown { column: Column { label: data.label.clone(), width: wide, number }, of: at, names: false });
        if let Cells::Household(cells) = &data.data.cells {
            let mut names = cells.iter().map(|household| host.owner(bench, *household));
            let label = bench.say("meeting-owner");
            let wide = measured(ui, &mut names, &label);
            shown.push(Shown { column: Column::words(label, wide), of: at, names: true });
        }
    }
    shown
}

/// The columns stretched to the width of their newspaper column: the words share what is left.
fn stretched(shown: &[Shown], each: f32) -> Vec<Column> {
    let mut columns: Vec<Column> = shown.iter().map(|one| one.column.clone()).collect();
    let left = (each - width(&columns)).max(0.0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let share = left / columns.len().max(1) as f32;
    for column in &mut columns {
        column.width += share;
    }
    columns
}

/// What a row is drawn with.
struct Drawn<'a> {
    host: &'a Host,
    table: &'a Table,
    shown: &'a [Shown],
    columns: &'a [Column],
    tight: bool,
}

impl Drawn<'_> {
    fn data(&self, at: usize) -> Option<&Data> {
        self.table.columns.get(self.shown[at].of)
    }

    fn text(&self, bench: &Bench<'_>, at: usize, row: u32) -> String {
        let Some(data) = self.data(at) else { return String::new() };
        match (&data.data.cells, self.shown[at].names) {
            (Cells::Household(cells), true) => {
                cells.get(row as usize).map(|household| self.host.owner(bench, *household)).unwrap_or_default()
            }
            _ => cell_text(bench.lang, &self.host.doors, &data.data, row),
        }
    }
}

fn head_ui(ui: &mut Ui, columns: &[Column]) {
    crate::meeting::parts::table::head_ui(ui, columns);
}

fn group_ui(ui: &mut Ui, bench: &mut Bench<'_>, drawn: &Drawn<'_>, group: &Group, grouped: Option<usize>) {
    let colours = *palette(ui);
    let headed = grouped.is_some();
    let alone = drawn.tight;
    if headed && !alone {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width(drawn.columns), frame::ROW), Sense::hover());
        let title = Ink { size: Size::Body, weight: Weight::Medium, colour: colours.ink };
        let at = rect.left_center() + egui::vec2(space::S3, 0.0);
        text_paint(ui, &group.title, title, Align2::LEFT_CENTER, at, rect.width());
        name_place(ui, rect, ("group", &group.title), &group.title);
        firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    }
    for row in &group.rows {
        row_ui(ui, bench, drawn, *row);
    }
    if headed {
        subtotal_ui(ui, bench, drawn, group);
    }
}

fn row_ui(ui: &mut Ui, bench: &mut Bench<'_>, drawn: &Drawn<'_>, row: u32) {
    let colours = *palette(ui);
    let height = if drawn.tight { frame::ROW_TIGHT } else { frame::ROW };
    let place = ui.cursor().min;
    let rect = Rect::from_min_size(place, Vec2::new(width(drawn.columns), height));
    let (_, response) = ui.allocate_exact_size(rect.size(), Sense::hover());
    if !ui.is_rect_visible(rect) {
        return;
    }
    let texts: Vec<String> = (0..drawn.shown.len()).map(|at| drawn.text(bench, at, row)).collect();
    let name = texts.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
    let tone = drawn.table.row_tones.get(row as usize).copied().unwrap_or(Tone::Neutral);
    let sign = tone_sign(tone, &colours);
    if let Some((icon, ink)) = sign {
        let square = Rect::from_center_size(rect.left_center() + egui::vec2(5.0, 0.0), Vec2::splat(10.0));
        icon_paint(ui.painter(), square, icon, ink);
    }
    let ink = Ink::new(Size::Body, if tone == Tone::Bad { colours.err } else { colours.ink });
    cells_paint(ui, rect, drawn.columns, |at| (texts[at].as_str(), ink));
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &colours);
    if let Some(action) = &drawn.table.row_action {
        let right = Rect::from_min_max(rect.right_top() - egui::vec2(120.0, 0.0), rect.right_bottom());
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let builder = egui::UiBuilder::new().id_salt(("row", row)).max_rect(right).layout(layout);
        let mut child = ui.new_child(builder);
        button_ui(&mut child, bench, drawn.host, action, Some(row));
    }
}

/// "1 单元小计 550.08": the sums of a group's columns of numbers that have a total.
fn subtotal_ui(ui: &mut Ui, bench: &Bench<'_>, drawn: &Drawn<'_>, group: &Group) {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width(drawn.columns), frame::ROW), Sense::hover());
    let title = bench.tell("meeting-subtotal", &[("group", &group.title)]);
    let sums: Vec<String> = (0..drawn.shown.len())
        .map(|at| {
            drawn
                .data(at)
                .filter(|data| data.total.is_some())
                .map_or_else(String::new, |data| sum(bench, data, &group.rows))
        })
        .collect();
    let name = format!("{title} {}", sums.concat());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name.trim()));
    let ink2 = Ink::new(Size::Body, colours.ink2);
    text_paint(ui, &title, ink2, Align2::LEFT_CENTER, rect.left_center() + egui::vec2(space::S3, 0.0), rect.width());
    let ink = Ink::new(Size::Body, colours.ink);
    cells_paint(ui, rect, drawn.columns, |at| (sums[at].as_str(), ink));
}

/// The sum of some rows of a column, written as its cells are; empty where it has none or is beyond 64 bits.
fn sum(bench: &Bench<'_>, data: &Data, rows: &[u32]) -> String {
    let add = |cells: &[i64]| {
        let all: i128 = rows.iter().filter_map(|row| cells.get(*row as usize)).map(|one| i128::from(*one)).sum();
        i64::try_from(all).ok()
    };
    let cells = match &data.data.cells {
        Cells::Integer(cells) => add(cells).map(|sum| Cells::Integer(vec![sum])),
        Cells::Money(cells) => add(cells).map(|sum| Cells::Money(vec![sum])),
        Cells::Decimal(cells) => add(&cells.units)
            .map(|sum| Cells::Decimal(session::contract::Decimals { scale: cells.scale, units: vec![sum] })),
        _ => None,
    };
    cells.map_or_else(String::new, |cells| cell_text(bench.lang, &[], &ColumnData { cells, empty: Vec::new() }, 0))
}

/// The plugin's totals under everything.
fn total_ui(ui: &mut Ui, bench: &Bench<'_>, drawn: &Drawn<'_>, colours: &crate::look::Palette) {
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
    firm_line_paint(ui.painter(), rect.x_range(), rect.top(), colours);
    let text = match totals.as_slice() {
        [(_, only)] => bench.tell("meeting-total", &[("sum", only)]),
        many => many.iter().map(|(label, sum)| format!("{label} {sum}")).collect::<Vec<_>>().join("\u{3000}"),
    };
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
    let ink = Ink { size: Size::Body, weight: Weight::Medium, colour: colours.ink };
    text_paint(ui, &text, ink, Align2::RIGHT_CENTER, rect.right_center() - egui::vec2(space::S3, 0.0), rect.width());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_cells_are_sorted_last() {
        let column = ColumnData { cells: Cells::Money(vec![300, 0, 100]), empty: vec![1] };
        let mut rows = [0, 1, 2];
        rows.sort_by(|a, b| compare(&column, *a, *b));
        assert_eq!(rows, [2, 0, 1]);
    }
}
