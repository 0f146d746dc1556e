//! A procedure in the work pane: the host draws the plugin's page, its doors and the names behind them.
//!
//! While a call runs the last good page stays; a failure is one sentence over it. What is half typed in a form is kept
//! through every refresh. Concluding makes the sheets the meeting's and attaches the new one to the motion.

mod blocks;
mod field;
mod form;
mod household;
mod newspaper;
mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use deliberation::Command;
use deliberation::ids::{ProcedureNo, SheetNo, UnitIx};
use deliberation::roll::UnitKind;
use deliberation::{Door, procedure::ProcedureRun};
use egui::Ui;
use session::contract::{Page, Section};
use session::{Failure, Outcome, StageCard, Ticket};
use words::rule_words::pick;

use self::form::FormDrafts;
use super::bench::Bench;
use super::parts::{PersonField, scroll_ui};
use super::work::Table as ItemTable;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Chip, ChipKind, Icon, text_ui};
use crate::meeting::work::title_ui;

/// What the pane keeps of the procedure that is drawn.
#[derive(Default)]
pub(super) struct ProcedurePane {
    of: Option<ProcedureNo>,
    drafts: FormDrafts,
    /// The last page that could be drawn.
    last_good: Option<Arc<Page>>,
    sorted: BTreeMap<String, table::Sorting>,
    unfolded: BTreeMap<String, bool>,
    search: PersonField,
    household: Option<UnitIx>,
    concluding: Option<Ticket>,
    details: bool,
}

/// What every part of a page is drawn with.
pub(super) struct Host {
    /// The plugin's name: its notices stand under it.
    pub(super) title: String,
    /// The units the procedure sees, by the number it gives them.
    pub(super) units: Vec<UnitIx>,
    /// Their doors.
    pub(super) doors: Vec<Door>,
    pub(super) procedure: ProcedureNo,
}

impl Host {
    fn of(bench: &Bench<'_>, procedure: ProcedureNo, run: &ProcedureRun) -> Host {
        let roll = &bench.facts().roll;
        // A procedure sees flats and shops in roll order and names them by their place among these.
        let seen = |kind: UnitKind| matches!(kind, UnitKind::Flat | UnitKind::Shop);
        let units = roll.units().iter().enumerate().filter(|(_, unit)| seen(unit.kind));
        let (units, doors) = units.map(|(index, unit)| (UnitIx::at(index), unit.door.clone())).unzip();
        Host { title: pick(bench.lang, &run.plugin.title).to_owned(), units, doors, procedure }
    }

    /// The household of a unit, as the procedure counts.
    pub(super) fn household(&self, unit: UnitIx) -> Option<u32> {
        self.units.iter().position(|other| *other == unit).and_then(|at| u32::try_from(at).ok())
    }

    /// Whoever votes for a household's unit.
    pub(super) fn owner(&self, bench: &Bench<'_>, household: u32) -> String {
        let unit = self.units.get(household as usize);
        let owner = unit.and_then(|unit| bench.facts().roll.ownership(*unit));
        owner.map_or_else(String::new, |owner| bench.name(owner.voter))
    }
}

impl ProcedurePane {
    /// Draws the pane; true if it is laid aside to go on talking.
    pub(super) fn procedure_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &ItemTable<'_>,
        procedure: ProcedureNo,
    ) -> bool {
        if self.of != Some(procedure) {
            *self = ProcedurePane { of: Some(procedure), ..ProcedurePane::default() };
        }
        let snapshot = Arc::clone(&bench.snapshot);
        let Some(run) = snapshot.facts.procedure(procedure) else { return false };
        let host = Host::of(bench, procedure, run);
        self.drafts.follow(bench);
        let view = bench.session.procedure_view(procedure).map(|view| view.page.clone());
        let failure = match view {
            Some(Ok(page)) => {
                self.last_good = Some(page);
                None
            }
            Some(Err(failure)) => Some(failure),
            None => None,
        };
        let aside = self.head_ui(ui, bench, table, run, procedure);
        ui.add_space(space::S3);
        if let Some(failure) = failure {
            self.failure_ui(ui, bench, &failure);
        }
        let Some(page) = self.last_good.clone() else {
            text_ui(ui, &bench.say("meeting-computing"), Size::Body, Weight::Regular, palette(ui).ink2);
            return aside;
        };
        scroll_ui(ui, "procedure", |ui| {
            ui.spacing_mut().item_spacing.y = space::S2;
            self.page_ui(ui, bench, &host, &page);
            ui.add_space(space::S3);
        });
        aside
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &ItemTable<'_>,
        run: &ProcedureRun,
        procedure: ProcedureNo,
    ) -> bool {
        let item = bench.tell("item-number", &[("n", &table.item.to_string())]);
        let title = pick(bench.lang, &run.plugin.title);
        let args = [("title", title), ("version", run.plugin.version.as_str())];
        let caption = format!("{item}\u{3000}{}", bench.tell("meeting-procedure-of", &args));
        let computing = bench.session.procedures_busy();
        let mut aside = false;
        title_ui(ui, &caption, &table.entry.title, Size::Head, |ui| {
            let why = self.last_good.is_none().then(|| bench.say("meeting-computing"));
            let text = bench.say("meeting-procedure-take");
            if ui.add(Button::primary(&text).icon(Icon::Check).closed(why.as_deref())).clicked()
                && self.concluding.is_none()
            {
                self.concluding = Some(bench.session.conclude_procedure(procedure));
            }
            if ui.add(Button::normal(&bench.say("meeting-project")).icon(Icon::Screen)).clicked() {
                bench.session.stage.show(StageCard::Procedure(procedure));
            }
            aside = ui.add(Button::text(&bench.say("meeting-procedure-aside"))).clicked();
            if computing {
                ui.add(Chip::new(Icon::Clock, &bench.say("meeting-computing"), ChipKind::Plain).small());
            }
        });
        aside
    }

    fn failure_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, failure: &Failure) {
        let sentence = bench.session.outcome_text(bench.lang, &Outcome::Procedure(failure.clone())).unwrap_or_default();
        let detail = if self.details { failure.detail() } else { String::new() };
        Banner::new(BannerKind::Err, &sentence, &detail).banner_ui(ui, |ui| {
            if ui.add(Button::text(&bench.say("procedure-detail"))).clicked() {
                self.details = !self.details;
            }
        });
        ui.add_space(space::S3);
    }

    fn page_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, page: &Page) {
        for section in &page.sections {
            self.section_ui(ui, bench, host, section);
        }
    }

    fn section_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, section: &Section) {
        let mut open = true;
        // A section that is one table lends it its heading.
        let lends = section.blocks.len() == 1 && matches!(section.blocks[0], session::contract::Block::Table(_));
        if section.folded {
            let unfolded = self.unfolded.entry(section.id.clone()).or_insert(false);
            let icon = if *unfolded { Icon::Down } else { Icon::Next };
            if ui.add(Button::text(&section.title).icon(icon)).clicked() {
                *unfolded = !*unfolded;
            }
            open = *unfolded;
        } else if !section.title.is_empty() && !lends {
            text_ui(ui, &section.title, Size::Body, Weight::Medium, palette(ui).ink);
        }
        if open {
            for block in &section.blocks {
                let heading = if lends && !section.folded { section.title.as_str() } else { "" };
                self.block_ui(ui, bench, host, block, heading);
            }
        }
    }

    /// Follows a conclusion under way, drawn or not: the new sheet goes to the motion of its item. True if there is a new
    /// sheet and no motion yet to go to.
    pub(super) fn follow_conclusion(&mut self, bench: &mut Bench<'_>) -> bool {
        let (Some(ticket), Some(procedure)) = (self.concluding, self.of) else { return false };
        let Some(outcome) = bench.session.outcome(ticket) else {
            if !bench.session.is_pending(ticket) {
                self.concluding = None;
            }
            return false;
        };
        let done = outcome.is_done();
        self.concluding = None;
        let snapshot = Arc::clone(&bench.snapshot);
        let facts = &snapshot.facts;
        let Some(run) = facts.procedure(procedure).filter(|_| done) else { return false };
        let sheet: Option<SheetNo> = run.sheets.last().copied();
        let motion = facts.motions.iter().rposition(|motion| motion.meeting == run.meeting && motion.item == run.item);
        let motion = motion.map(deliberation::ids::MotionNo::at);
        if let (Some(sheet), Some(motion)) = (sheet, motion)
            && !facts.votes.iter().any(|vote| vote.motion == motion)
        {
            bench.submit(Command::AttachSheet { motion, sheet });
        }
        sheet.is_some() && motion.is_none()
    }
}
