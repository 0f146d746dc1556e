//! A plugin's table: doors and names put in by the host; sorted by its headings, filtered, grouped, copied; in newspaper
//! columns where it is short and narrow, in a window of its own where it is long. Only what is visible is made.

use egui::{Align2, Event, Rect, ScrollArea, Ui, Vec2};
use session::contract::{Cells, Column as Data, Table, Tone};
use session::page_text::{cell_text, value_text};
use words::Quantity;

use super::blocks::{button_ui, tone_sign};
use super::columns::{Shown, button_width, shown_columns, stretched};
use super::newspaper::{GAP, Group, LONG, columns_across, newspaper};
use super::rows::{Line, Sorting, fits, grouped, lines, needles, order};
use super::table_row::{Drawn, head_ui, heading_ui, row_ui, subtotal_ui, total_ui};
use super::{Host, PageBoard};
use crate::look::tokens::{Size, Weight, frame, palette};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::width;

/// Rows from which a table can be filtered.
const FILTERED: usize = 40;
/// Lines of the window of a long table.
const WINDOW: (f32, f32) = (6.0, 20.0);
/// What stands over and under that window in the same pane.
const AROUND: f32 = 150.0;

/// What is kept of a table between frames: how people look at it, and the rows worked out for that.
#[derive(Default)]
pub(super) struct TableView {
    sorting: Option<Sorting>,
    filter: String,
    /// How many rows were copied last.
    copied: Option<usize>,
    laid: Option<Laid>,
}

impl TableView {
    /// Another page, language or roll: what was worked out no longer holds; how people look at it does.
    pub(super) fn forget(&mut self) {
        (self.laid, self.copied) = (None, None);
    }
}

/// A table worked out for a sorting and a filter.
struct Laid {
    of: (Option<Sorting>, String),
    shown: Vec<Shown>,
    groups: Vec<Group>,
    headed: bool,
    lines: Vec<Line>,
    rows: usize,
}

impl PageBoard {
    pub(super) fn table_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        host: &Host,
        table: &Table,
        (key, heading): (&str, &str),
    ) {
        // Taken out for the time of drawing: the board also takes what is pressed in it.
        let mut view = self.tables.remove(key).unwrap_or_default();
        let wanted = (view.sorting, view.filter.clone());
        let laid = view.laid.take().filter(|laid| laid.of == wanted).unwrap_or_else(|| {
            self.laid_out += 1;
            lay(ui, bench, host, table, &view)
        });
        let top = ui.cursor().min;
        ui.push_id(key, |ui| {
            title_ui(ui, bench, host, table, &mut view, &laid, heading);
            let fault = self.fault.clone();
            let drawn = Drawn { host, table, shown: &laid.shown, fault: fault.as_ref() };
            let natural: f32 = laid.shown.iter().map(|one| one.column.width).sum();
            let action = table.row_action.as_ref().map_or(0.0, |button| button_width(ui, &button.label));
            let room = ui.available_width();
            let across =
                if table.row_action.is_some() { 1 } else { columns_across(natural, room, &laid.groups, laid.rows) };
            let clicked = if across > 1 {
                self.newspaper_ui(ui, bench, &drawn, &laid, (view.sorting, across, room))
            } else {
                let beside = action + bar_beside(ui, &laid);
                self.list_ui(ui, bench, &drawn, &laid, (view.sorting, natural.max(room - beside), action))
            };
            if let Some(column) = clicked {
                view.sorting = Sorting::clicked(view.sorting, column);
                view.copied = None;
            }
            if laid.rows == 0 && table.rows > 0 {
                text_ui(ui, &bench.say("page-filter-none"), Size::Body, Weight::Regular, palette(ui).ink2);
            }
            total_ui(ui, bench, &drawn);
        });
        let whole = Rect::from_min_max(top, ui.min_rect().max);
        let copy = ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy)));
        if copy && ui.rect_contains_pointer(whole) && ui.memory(|memory| memory.focused().is_none()) {
            view.copied = Some(copy_out(ui, bench, host, table, &laid));
        }
        view.laid = Some(laid);
        self.tables.insert(key.to_owned(), view);
    }

    /// Short and narrow: groups or rows side by side. The column whose heading was clicked.
    fn newspaper_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        drawn: &Drawn<'_>,
        laid: &Laid,
        (sorting, across, room): (Option<Sorting>, usize, f32),
    ) -> Option<usize> {
        #[expect(clippy::cast_precision_loss, reason = "three columns at most")]
        let each = (room - GAP * (across as f32 - 1.0)) / across as f32;
        let columns = stretched(&laid.shown, each);
        let mut clicked = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = Vec2::new(GAP, 0.0);
            for (paper, groups) in newspaper(&laid.groups, across).into_iter().enumerate() {
                ui.vertical(|ui| {
                    ui.set_width(each);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    clicked = head_ui(ui, bench, drawn, &columns, sorting, paper).or(clicked);
                    for group in &groups {
                        for row in &group.rows {
                            self.rows_drawn += 1;
                            row_ui(ui, bench, drawn, &columns, *row, frame::ROW_TIGHT);
                        }
                        if laid.headed {
                            subtotal_ui(ui, bench, drawn, &columns, group);
                        }
                    }
                });
            }
        });
        clicked
    }

    /// One row under the other; a long table scrolls in a window of its own under its head. The column whose heading was
    /// clicked.
    fn list_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        drawn: &Drawn<'_>,
        laid: &Laid,
        (sorting, wide, action): (Option<Sorting>, f32, f32),
    ) -> Option<usize> {
        let columns = stretched(&laid.shown, wide);
        let whole = width(&columns) + action + bar_beside(ui, laid);
        let long = laid.lines.len() > LONG;
        let pane = ui.clip_rect().height();
        let mut clicked = None;
        let across = ScrollArea::horizontal().id_salt("across").auto_shrink([false, true]);
        across.show(ui, |ui| {
            ui.set_min_width(whole);
            ui.spacing_mut().item_spacing.y = 0.0;
            clicked = head_ui(ui, bench, drawn, &columns, sorting, 0);
            let line_ui = |board: &mut PageBoard, ui: &mut Ui, line: Line| match line {
                Line::Heading(at) => heading_ui(ui, &columns, &laid.groups[at]),
                Line::Subtotal(at) => subtotal_ui(ui, bench, drawn, &columns, &laid.groups[at]),
                Line::Row(row) => {
                    board.rows_drawn += 1;
                    let place = row_ui(ui, bench, drawn, &columns, row, frame::ROW);
                    if let Some(button) = &drawn.table.row_action {
                        board.row_action_ui(ui, button, row, place, action);
                    }
                }
            };
            if long {
                let height = (pane - AROUND).clamp(WINDOW.0 * frame::ROW, WINDOW.1 * frame::ROW);
                let area = ScrollArea::vertical().id_salt("rows").max_height(height).min_scrolled_height(height);
                area.auto_shrink([false, true]).show_rows(ui, frame::ROW, laid.lines.len(), |ui, range| {
                    for line in &laid.lines[range] {
                        line_ui(self, ui, *line);
                    }
                });
            } else {
                for line in &laid.lines {
                    line_ui(self, ui, *line);
                }
            }
        });
        clicked
    }

    fn row_action_ui(&mut self, ui: &mut Ui, button: &session::contract::Button, row: u32, place: Rect, action: f32) {
        let right = Rect::from_min_size(place.right_top(), Vec2::new(action, place.height()));
        if !ui.is_rect_visible(right) {
            return;
        }
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt(("act", row)).max_rect(right).layout(layout));
        if let Some(act) = button_ui(&mut child, button, Some(row)) {
            self.deed(act);
        }
    }
}

/// Title and rows at the left, filter and copy at the right.
fn title_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    host: &Host,
    table: &Table,
    view: &mut TableView,
    laid: &Laid,
    heading: &str,
) {
    let colours = *palette(ui);
    let all = table.rows as usize;
    let title = if table.title.is_empty() { heading } else { table.title.as_str() };
    let households = table.columns.iter().any(|column| matches!(column.data.cells, Cells::Household(_)));
    let number = |n: usize| Quantity::count(n).number(bench.lang);
    let rows = match () {
        () if laid.rows < all => bench.tell("page-filtered", &[("n", &number(laid.rows)), ("all", &number(all))]),
        () if households => Quantity::households(all).text(bench.lang),
        () => bench.tell("meeting-rows", &[("n", &number(all))]),
    };
    ui.horizontal(|ui| {
        ui.set_min_height(frame::BUTTON_PANE);
        text_ui(ui, title, Size::Body, Weight::Medium, colours.ink);
        text_ui(ui, &rows, Size::Body, Weight::Regular, colours.ink2);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let copy = bench.say("page-copy");
            let button = ui.add(Button::text(&copy).pane()).on_hover_text(bench.say("page-copy-why"));
            if button.clicked() {
                view.copied = Some(copy_out(ui, bench, host, table, laid));
            }
            if let Some(copied) = view.copied {
                let said = bench.tell("page-copied", &[("n", &number(copied))]);
                text_ui(ui, &said, Size::Note, Weight::Regular, colours.ink2);
            }
            if all > FILTERED {
                let (name, hint) = (bench.say("page-filter"), bench.say("page-filter-hint"));
                let field = Field::new(&mut view.filter, &name).hint(&hint).icon(Icon::Search).width(260.0);
                if field.field_ui(ui).changed() {
                    view.copied = None;
                }
            }
        });
    });
}

/// Works a table out: columns with their widths, rows in their order, those that fit the filter, in their groups.
fn lay(ui: &Ui, bench: &Bench<'_>, host: &Host, table: &Table, view: &TableView) -> Laid {
    let group = table.group_by.as_ref().and_then(|key| table.columns.iter().position(|one| one.id == *key));
    let shown = shown_columns(ui, bench, host, table, group);
    let mut rows = order(table, view.sorting);
    let needles = needles(&view.filter);
    let title_of = |row: u32| {
        let column = group.and_then(|at| table.columns.get(at));
        column.map_or_else(String::new, |column| cell_text(bench.lang, &host.doors, &column.data, row))
    };
    if !needles.is_empty() {
        let drawn = Drawn { host, table, shown: &shown, fault: None };
        rows.retain(|row| {
            let mut texts = drawn.texts(bench, *row);
            texts.push(title_of(*row));
            fits(&needles, &texts)
        });
    }
    let count = rows.len();
    let groups = match group {
        Some(_) => grouped(&rows, title_of, &order(table, None)),
        None => vec![Group { title: String::new(), rows }],
    };
    let lines = lines(&groups, group.is_some());
    Laid { of: (view.sorting, view.filter.clone()), shown, headed: group.is_some(), lines, groups, rows: count }
}

/// Puts the rows as they are shown on the clipboard, with headings and sums; how many rows.
fn copy_out(ui: &Ui, bench: &Bench<'_>, host: &Host, table: &Table, laid: &Laid) -> usize {
    let drawn = Drawn { host, table, shown: &laid.shown, fault: None };
    let group: Option<&Data> =
        table.group_by.as_ref().and_then(|key| table.columns.iter().find(|column| column.id == *key));
    let mut head: Vec<String> = laid.shown.iter().map(|one| one.column.label.clone()).collect();
    head.extend(group.map(|column| column.label.clone()));
    let mut rows = vec![head];
    for group in &laid.groups {
        for row in &group.rows {
            let mut cells = drawn.texts(bench, *row);
            cells.extend(laid.headed.then(|| group.title.clone()));
            rows.push(cells);
        }
    }
    let total = |one: &Shown| {
        let total = table.columns.get(one.of).filter(|_| !one.names).and_then(|column| column.total.as_ref());
        total.map_or_else(String::new, |total| value_text(bench.lang, &host.doors, total).0)
    };
    let totals: Vec<String> = laid.shown.iter().map(total).collect();
    if laid.rows == table.rows as usize && totals.iter().any(|text| !text.is_empty()) {
        rows.push(totals);
    }
    let numbers: Vec<bool> = laid.shown.iter().map(|one| one.column.number).collect();
    ui.ctx().copy_text(super::copy::tsv(rows.iter().map(Vec::as_slice), &numbers));
    laid.rows
}

/// The icon, colour and word of a row's tone.
pub(super) fn row_sign(
    bench: &Bench<'_>,
    tone: Tone,
    colours: &crate::look::Palette,
) -> Option<(Icon, egui::Color32, String)> {
    let word = match tone {
        Tone::Neutral => String::new(),
        Tone::Good => bench.say("page-tone-good"),
        Tone::Warning => bench.say("page-tone-warning"),
        Tone::Bad => bench.say("page-tone-bad"),
    };
    tone_sign(tone, colours).map(|(icon, ink)| (icon, ink, word))
}

/// Where something is said of one household: its rows in this table.
pub(super) fn is_household(table: &Table, row: u32, household: u32) -> bool {
    table.columns.iter().any(|column| match &column.data.cells {
        Cells::Household(cells) => {
            cells.get(row as usize) == Some(&household) && column.data.empty.binary_search(&row).is_err()
        }
        _ => false,
    })
}

/// A place in the middle of the left edge, for the sign of a row.
pub(super) fn sign_place(rect: Rect) -> Rect {
    Rect::from_center_size(Align2::LEFT_CENTER.pos_in_rect(&rect) + egui::vec2(5.0, 0.0), Vec2::splat(10.0))
}

/// Width of the scroll bar beside a long table.
fn bar_beside(ui: &Ui, laid: &Laid) -> f32 {
    if laid.lines.len() > LONG { ui.spacing().scroll.allocated_width() } else { 0.0 }
}
