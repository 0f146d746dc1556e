//! The columns of a plugin's table as they are drawn, with their widths.

use egui::Ui;
use session::contract::{Cells, ColumnData, Table};
use session::page_text::{cell_text, is_number, value_text};

use super::Host;
use crate::look::text::job;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Column, width};

/// A column as it is drawn: one of the plugin's, or the names the host puts beside its doors.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub(super) column: Column,
    /// The place among the plugin's columns.
    pub(super) of: usize,
    pub(super) names: bool,
}

/// The plugin's columns but the one that groups, each door followed by its owner; widths by the longest text.
pub(super) fn shown_columns(
    ui: &Ui,
    bench: &Bench<'_>,
    host: &Host,
    table: &Table,
    grouped: Option<usize>,
) -> Vec<Shown> {
    let measured = |texts: &mut dyn Iterator<Item = String>, label: &str| {
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
        let mut texts = widest(&data.data, table.rows).map(|row| cell_text(bench.lang, &host.doors, &data.data, row));
        let mut wide = measured(&mut texts, &data.label);
        if let Some(total) = &data.total {
            wide = wide.max(measured(&mut std::iter::once(value_text(bench.lang, &[], total).0), ""));
        }
        let number = is_number(&data.data.cells);
        shown.push(Shown { column: Column { label: data.label.clone(), width: wide, number }, of: at, names: false });
        if let Cells::Household(cells) = &data.data.cells {
            let mut names = cells.iter().map(|household| host.owner(bench, *household));
            let label = bench.say("meeting-owner");
            let wide = measured(&mut names, &label);
            shown.push(Shown { column: Column::words(label, wide), of: at, names: true });
        }
    }
    shown
}

/// The rows whose text may be the longest: of numbers the least and the most, of anything else all.
fn widest(data: &ColumnData, rows: u32) -> Box<dyn Iterator<Item = u32> + '_> {
    let ends = |numbers: &[i64]| {
        let place = |at: Option<(usize, &i64)>| at.and_then(|(at, _)| u32::try_from(at).ok());
        let numbered = || numbers.iter().enumerate();
        [place(numbered().min_by_key(|one| *one.1)), place(numbered().max_by_key(|one| *one.1))]
    };
    match &data.cells {
        Cells::Integer(cells) | Cells::Money(cells) => Box::new(ends(cells).into_iter().flatten()),
        Cells::Decimal(cells) => Box::new(ends(&cells.units).into_iter().flatten()),
        _ => Box::new(0..rows),
    }
}

/// The columns stretched to the width of their newspaper column: they share what is left.
pub(super) fn stretched(shown: &[Shown], each: f32) -> Vec<Column> {
    let mut columns: Vec<Column> = shown.iter().map(|one| one.column.clone()).collect();
    let left = (each - width(&columns)).max(0.0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let share = left / columns.len().max(1) as f32;
    for column in &mut columns {
        column.width += share;
    }
    columns
}

/// The room a row's button needs, with a gap before it.
pub(super) fn button_width(ui: &Ui, label: &str) -> f32 {
    let word = job(label, Size::Body, Weight::Regular, palette(ui).ink);
    let text = ui.painter().layout_job(word).size().x;
    (text + 2.0 * space::S4 + frame::ICON + space::S3).min(240.0)
}
