//! Tables a procedure concluded: named with their length, unfolded on request, their first rows; private columns are said
//! to be there and not shown, for somebody may be looking over a shoulder.

use std::collections::BTreeSet;

use deliberation::ids::ProcedureNo;
use deliberation::material::{Materials, Table};
use egui::Ui;
use words::Quantity;
use words::material_words::{heading, value_text};
use words::rule_words::pick;

use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Cell, Column, fill, head_ui, row_ui};

/// Rows shown; the workbook has them all.
const SHOWN: u32 = 200;
/// The least width of a column.
const LEAST: f32 = 72.0;

pub(super) fn tables_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    procedure: ProcedureNo,
    materials: &Materials,
    open: &mut BTreeSet<(ProcedureNo, String)>,
) {
    let colours = *palette(ui);
    for table in &materials.tables {
        let key = (procedure, table.id.clone());
        let title = pick(bench.lang, &table.title);
        let unfolded = open.contains(&key);
        ui.horizontal(|ui| {
            text_ui(ui, title, Size::Body, Weight::Medium, colours.ink);
            let rows = Quantity::count(table.rows as usize).number(bench.lang);
            text_ui(ui, &bench.tell("material-table-rows", &[("n", &rows)]), Size::Note, Weight::Regular, colours.ink2);
            let (word, icon) = if unfolded {
                (bench.say("material-table-close"), Icon::Down)
            } else {
                (bench.say("material-table-open"), Icon::Next)
            };
            let button = ui.add(Button::text(&word).icon(icon).pane());
            let name = format!("{word} {title}");
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            if button.clicked() {
                if unfolded {
                    open.remove(&key)
                } else {
                    open.insert(key.clone())
                };
            }
        });
        if table.columns.iter().any(|column| column.private) {
            text_ui(ui, &bench.say("material-table-private"), Size::Note, Weight::Regular, colours.ink2);
        }
        if unfolded {
            rows_ui(ui, bench, table);
        }
    }
}

fn rows_ui(ui: &mut Ui, bench: &Bench<'_>, table: &Table) {
    let colours = *palette(ui);
    let public: Vec<_> = table.public().collect();
    let shown = table.rows.min(SHOWN);
    let texts: Vec<Vec<String>> = public
        .iter()
        .map(|column| (0..shown).map(|row| value_text(bench.lang, &column.value(row))).collect())
        .collect();
    let columns = public.iter().zip(&texts).map(|(column, texts)| {
        let label = heading(bench.lang, column);
        let wide = |text: &str| {
            let job = crate::look::job(text, Size::Body, Weight::Regular, colours.ink);
            ui.painter().layout_job(job).size().x
        };
        let longest = texts.iter().max_by_key(|text| text.chars().count()).map_or(0.0, |text| wide(text));
        let width = longest.max(wide(&label)).max(LEAST) + space::S4;
        if column.cells.are_figures() { Column::number(label, width) } else { Column::words(label, width) }
    });
    let columns = fill(columns.collect(), ui.available_width());
    head_ui(ui, &columns);
    for row in 0..shown as usize {
        let cells = texts.iter().map(|column| Cell::new(column.get(row).cloned().unwrap_or_default(), colours.ink));
        row_ui(ui, &columns, &cells.collect::<Vec<_>>(), frame::BUTTON, None);
    }
    if public.iter().any(|column| column.total.is_some()) {
        let total = |column: &&deliberation::material::Column| {
            let total = column.total.as_ref().map(|total| value_text(bench.lang, total));
            Cell::medium(total.unwrap_or_default(), colours.ink)
        };
        row_ui(ui, &columns, &public.iter().map(total).collect::<Vec<_>>(), frame::BUTTON, None);
    }
    if table.rows > shown {
        let n = Quantity::count(shown as usize).number(bench.lang);
        let more = bench.tell("material-table-more", &[("n", &n)]);
        text_ui(ui, &more, Size::Note, Weight::Regular, colours.ink2);
    }
}
