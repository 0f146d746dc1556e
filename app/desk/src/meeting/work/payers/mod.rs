//! Who pays, asked at the table: what one household would pay and how that came about, and two versions of a cost sheet
//! side by side. Both open as forms; what the room may see of them is projected from there.

mod compare;
mod household;

use deliberation::ids::SheetNo;
use egui::Ui;

pub(super) use self::compare::Compared;
pub(super) use self::household::Asked;
use super::Table;
use super::forms::{Form, Forms};
use crate::look::tokens::space;
use crate::look::{Button, Icon};
use crate::meeting::bench::Bench;

/// The sheet people mean: the motion's, else the last of the item.
fn sheet_of(bench: &Bench<'_>, table: &Table<'_>) -> Option<SheetNo> {
    let attached = table.motion.and_then(|(_, motion)| motion.sheet);
    attached.or_else(|| sheets(bench, table).last().copied())
}

/// The sheets of the item, oldest first.
fn sheets(bench: &Bench<'_>, table: &Table<'_>) -> Vec<SheetNo> {
    let here = bench.facts().sheets.iter().enumerate();
    let here = here.filter(|(_, record)| record.meeting == table.number && record.item == table.item);
    here.map(|(at, _)| SheetNo::at(at)).collect()
}

/// The buttons under the materials; nothing without a sheet.
pub(super) fn buttons_ui(ui: &mut Ui, bench: &Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
    if sheet_of(bench, table).is_none() {
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S2;
        if ui.add(Button::normal(&bench.say("payers-ask")).icon(Icon::Search).pane()).clicked() {
            forms.open(Form::Household);
        }
        if sheets(bench, table).len() > 1
            && ui.add(Button::normal(&bench.say("payers-compare-do")).icon(Icon::Figures).pane()).clicked()
        {
            forms.open(Form::Compare);
        }
    });
}
