//! "What does my household pay": a door or pinyin, its amount, and how the procedure computed it.

use std::sync::Arc;

use deliberation::ids::{ProcedureNo, UnitIx};
use egui::{Id, Ui};
use session::contract::{Block, Cells, Page, Table};
use session::page_text::cell_text;

use super::{Host, ProcedurePane};
use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Field, Icon, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::caption_ui;
use crate::meeting::parts::person::{fitting, suggestion_ui};
use crate::meeting::parts::{Whom, scroll_ui};

/// Households shown while typing.
const SHOWN: usize = 6;

impl ProcedurePane {
    /// The look-up in the right pane.
    pub(in crate::meeting) fn household_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, procedure: ProcedureNo) {
        let snapshot = Arc::clone(&bench.snapshot);
        let Some(run) = snapshot.facts.procedure(procedure) else { return };
        let host = self.host(bench, procedure, run);
        let colours = *palette(ui);
        ui.spacing_mut().item_spacing.y = space::S1;
        hairline_ui(ui);
        ui.add_space(space::S2);
        caption_ui(ui, &bench.say("meeting-my-share"));
        let id = Id::unique("meeting-my-share");
        if bench.asked(Action::Find) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let (name, hint) = (bench.say("meeting-my-share"), bench.say("meeting-find-door-hint"));
        let field = Field::new(&mut self.search.text, &name).hint(&hint).icon(Icon::Search).id(id).field_ui(ui);
        if field.changed() {
            self.household = None;
        }
        let page = self.last_good.clone();
        let mut taken = None;
        if self.household.is_none() && !self.search.text.trim().is_empty() {
            let found = fitting(bench, &self.search.text, Whom::Owners);
            let units: Vec<UnitIx> = found.iter().filter_map(|one| one.unit).collect();
            if bench.entered(ui, &field) {
                taken = units.first().copied();
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = ui.available_width();
            for unit in units.iter().take(SHOWN) {
                let Some(household) = host.household(*unit) else { continue };
                let due = page.as_deref().and_then(|page| amount_of(bench, &host, page, household)).unwrap_or_default();
                if suggestion_ui(ui, &host.label(bench, household), &due, width).clicked() {
                    taken = Some(*unit);
                }
            }
        }
        if let Some(unit) = taken {
            self.household = Some(unit);
            if let Some(household) = host.household(unit) {
                self.search.text = host.label(bench, household);
            }
            bench.session.focus(procedure, unit);
        }
        ui.add_space(space::S2);
        self.explained_ui(ui, bench, &host);
        text_ui(ui, &bench.say("meeting-no-names-on-screen"), Size::Note, Weight::Regular, colours.ink2);
    }

    /// What the procedure says of this household: the sections its page has only for it.
    fn explained_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host) {
        let Some(unit) = self.household else { return };
        let focused = bench.session.focus_view(host.procedure).filter(|view| view.unit == unit);
        let Some(page) = focused.map(|view| view.page.clone()) else {
            text_ui(ui, &bench.say("meeting-computing"), Size::Body, Weight::Regular, palette(ui).ink2);
            return;
        };
        let page = match page {
            Ok(page) => page,
            Err(failure) => {
                self.failure_ui(ui, bench, &failure);
                return;
            }
        };
        let plain = self.last_good.clone();
        let known = |id: &str| plain.as_ref().is_some_and(|page| page.sections.iter().any(|section| section.id == id));
        scroll_ui(ui, "explained", |ui| {
            ui.spacing_mut().item_spacing.y = space::S2;
            for section in page.sections.iter().filter(|section| !known(&section.id)) {
                for (at, block) in section.blocks.iter().enumerate() {
                    // Only to be read: what is filled in belongs to the page itself.
                    if !matches!(block, Block::Form(_) | Block::Buttons(_) | Block::Checklist(_)) {
                        let key = format!("explained/{}/{at}", section.id);
                        self.board.block_ui(ui, bench, host, block, (&key, ""));
                    }
                }
            }
        });
    }
}

/// What a page's first table of households says a household pays: its last column of money.
fn amount_of(bench: &Bench<'_>, host: &Host, page: &Page, household: u32) -> Option<String> {
    let mut tables = page.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let (table, row) = tables.find_map(|table| Some((table, row_of(table, household)?)))?;
    let money = table.columns.iter().rev().find(|column| matches!(column.data.cells, Cells::Money(_)))?;
    let number = cell_text(bench.lang, &host.doors, &money.data, row);
    Some(words::tf(bench.lang, "figure-money", &[("n", &number)]))
}

fn row_of(table: &Table, household: u32) -> Option<u32> {
    table.columns.iter().find_map(|column| match &column.data.cells {
        Cells::Household(cells) => {
            cells.iter().position(|other| *other == household).and_then(|at| u32::try_from(at).ok())
        }
        _ => None,
    })
}
