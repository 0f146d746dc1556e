//! The doors two people read differently, with both readings side by side.

use deliberation::paper::{PaperBatch, Reads};
use deliberation::vote::Vote;
use egui::Ui;

use crate::look::tokens::{frame, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Cell, Column, fill, head_ui, row_ui};
use crate::meeting::work::counting::conflicts::said_of;

/// The table: door, owner, what each of the two read.
pub(super) fn table_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, batch: &PaperBatch) {
    let colours = *palette(ui);
    let [first, second, ..] = batch.readings.as_slice() else { return };
    let columns = vec![
        Column::words(bench.say("roll-column-door"), 120.0),
        Column::words("", 120.0),
        Column::words(bench.name(first.counter), 140.0),
        Column::words(bench.name(second.counter), 140.0),
    ];
    let columns = fill(columns, ui.available_width());
    ui.add_space(space::S1);
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ui, &columns);
    let read = |reads: &Option<Reads>| match reads {
        Some(reads) => Cell::new(said_of(bench, reads.choice, &reads.slate), colours.ink),
        None => Cell::new(bench.say("ballots-paper-missing"), colours.warn),
    };
    egui::ScrollArea::vertical().id_salt("papers-differ").auto_shrink([false, true]).show(ui, |ui| {
        for mismatch in batch.mismatches() {
            let name = vote.voter(&mismatch.door).map(|voter| bench.name(voter)).unwrap_or_default();
            let cells = [
                Cell::new(mismatch.door.to_string(), colours.ink),
                Cell::new(name, colours.ink2),
                read(&mismatch.first),
                read(&mismatch.second),
            ];
            row_ui(ui, &columns, &cells, frame::ROW, None);
        }
    });
}
