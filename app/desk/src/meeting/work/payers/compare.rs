//! Two versions of a cost sheet: who pays less, who more, together how much, and every household from the old amount to the
//! new.

use deliberation::ids::SheetNo;
use egui::{ScrollArea, Ui, vec2};
use session::StageCard;
use words::figures::payers::{self, Comparison};

use super::household::money;
use super::{Table, sheet_of, sheets};
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::table::{Cell, Column, fill, head_ui, row_ui};
use crate::meeting::parts::{captioned_ui, select_ui};
use crate::meeting::work::materials::sheet_line;

/// Rows shown at once.
const ROWS: f32 = 8.0;

/// The two versions that were chosen; nothing chosen is the motion's and the one before it.
#[derive(Default)]
pub(in crate::meeting::work) struct Compared {
    before: Option<SheetNo>,
    after: Option<SheetNo>,
    /// The comparison of these two, kept: a roll may be long.
    kept: Option<Comparison>,
}

impl Compared {
    /// The form; true if it was left.
    pub(in crate::meeting::work) fn compare_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &Table<'_>,
    ) -> bool {
        let known = sheets(bench, table);
        let Some(mut after) = self.after.filter(|after| known.contains(after)).or_else(|| sheet_of(bench, table))
        else {
            return true;
        };
        let earlier = known.iter().rev().copied().find(|sheet| *sheet < after);
        let Some(mut before) =
            self.before.filter(|before| known.contains(before)).or(earlier).or_else(|| known.first().copied())
        else {
            return true;
        };
        let choices: Vec<(SheetNo, String)> = known.iter().map(|sheet| (*sheet, name(bench, *sheet))).collect();
        let half = (ui.available_width() - space::S4) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            for (caption, sheet) in
                [(bench.say("payers-version-before"), &mut before), (bench.say("payers-version-after"), &mut after)]
            {
                captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &choices, sheet, half));
            }
        });
        (self.before, self.after) = (Some(before), Some(after));
        if self.kept.as_ref().is_none_or(|kept| (kept.before, kept.after) != (before, after)) {
            self.kept = Comparison::of(bench.facts(), before, after);
        }
        if let Some(comparison) = &self.kept {
            groups_ui(ui, bench, comparison);
            rows_ui(ui, bench, comparison);
        }
        let mut left = false;
        ui.horizontal(|ui| {
            if ui.add(Button::primary(&bench.say("payers-compare-project")).icon(Icon::Screen)).clicked() {
                bench.session.stage.show(StageCard::Compare { before, after });
            }
            left = ui.add(Button::text(&bench.say("meeting-leave"))).clicked();
        });
        left
    }
}

/// "第 2 版，按面积分摊：…".
fn name(bench: &Bench<'_>, number: SheetNo) -> String {
    let Some(record) = bench.facts().sheet(number) else { return String::new() };
    let line = sheet_line(bench, number, &record.sheet);
    bench.tell("payers-version", &[("n", &number.to_string()), ("line", &line)])
}

/// "20 户少出，共 83.20 元；16 户多出，共 83.20 元；0 户不变".
fn groups_ui(ui: &mut Ui, bench: &Bench<'_>, comparison: &Comparison) {
    use payers::Compared::{Added, Higher, Lower, Same, Saved};
    let figure = |compared| comparison.figure(bench.lang, compared).text;
    let args = [
        ("lower", figure(Lower)),
        ("saved", figure(Saved)),
        ("higher", figure(Higher)),
        ("added", figure(Added)),
        ("same", figure(Same)),
    ];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    let text = bench.tell("payers-compare-line", &args);
    text_ui(ui, &text, Size::Body, Weight::Medium, palette(ui).ink);
}

fn rows_ui(ui: &mut Ui, bench: &Bench<'_>, comparison: &Comparison) {
    let colours = *palette(ui);
    let columns = vec![
        Column::words(bench.say("payers-column-door"), 120.0),
        Column::number(bench.say("payers-column-before"), 130.0),
        Column::number(bench.say("payers-column-after"), 130.0),
        Column::number(bench.say("payers-column-by"), 130.0),
        Column::words("", 90.0),
    ];
    let columns = fill(columns, ui.available_width());
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        head_ui(ui, &columns);
        let area = ScrollArea::vertical().id_salt("payers-compare").max_height(ROWS * frame::ROW_TIGHT);
        area.auto_shrink([false, true]).show_rows(ui, frame::ROW_TIGHT, comparison.changes.len(), |ui, range| {
            for change in &comparison.changes[range] {
                let by = change.by().0;
                let word = match by.signum() {
                    -1 => bench.say("payers-lower"),
                    1 => bench.say("payers-higher"),
                    _ => bench.say("payers-same"),
                };
                let text = comparison.by(bench.lang, change).number;
                let text = if by > 0 { format!("+{text}") } else { text };
                let cells = [
                    Cell::new(change.door.to_string(), colours.ink),
                    Cell::new(money(bench, change.before), colours.ink),
                    Cell::new(money(bench, change.after), colours.ink),
                    Cell::new(text, colours.ink),
                    Cell::new(word, colours.ink2),
                ];
                row_ui(ui, &columns, &cells, frame::ROW_TIGHT, None);
            }
        });
    });
    ui.add_space(space::S2);
}
