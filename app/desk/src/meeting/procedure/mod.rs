//! A procedure in the work pane: the host draws the plugin's page, its doors and the names behind them.
//!
//! While a call runs the last good page stays; a failure is one sentence over it. What is half typed in a form is kept
//! through every refresh and while another procedure or page is looked at. Concluding makes the sheets the meeting's and
//! attaches the new one to the motion.
//!
//! [`board`] a page as it is worked on; it sends nothing, the pane does · `blocks`, `table`, `form`, `checklist` its blocks ·
//! `rows`, `newspaper`, `copy` pure parts of tables · `preview` the look before anything is projected · `household` the
//! look-up at the right.

mod blocks;
pub mod board;
mod checklist;
mod columns;
mod copy;
mod field;
mod form;
mod household;
mod newspaper;
mod pictures;
mod preview;
mod rows;
mod table;
mod table_row;

use std::collections::BTreeMap;
use std::sync::Arc;

use deliberation::Command;
use deliberation::Door;
use deliberation::ids::{PersonId, ProcedureNo, SheetNo, UnitIx};
use deliberation::procedure::{ProcedureRun, households};
use deliberation::roll::Roll;
use deliberation::text::BlobHash;
use egui::Ui;
use session::contract::Page;
use session::{Failure, Outcome, Ticket};
use words::Lang;
use words::rule_words::pick;

pub use self::board::{Deed, PageBoard};
use super::bench::Bench;
use super::parts::{PersonField, scroll_ui};
use super::work::Table as ItemTable;
use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Chip, ChipKind, Icon, text_ui};
use crate::meeting::work::title_ui;
use crate::page::Scene;

/// What the pane keeps of the procedure that is drawn, and the half-typed pages of the others.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct ProcedurePane {
    of: Option<ProcedureNo>,
    board: PageBoard,
    /// The boards of procedures that are not drawn now.
    #[serde(with = "crate::drafts::pairs")]
    others: BTreeMap<ProcedureNo, LaidAside>,
    /// The last page that could be drawn.
    #[serde(skip)]
    last_good: Option<Arc<Page>>,
    #[serde(skip)]
    host: Option<(Arc<Roll>, usize, Lang, Arc<Host>)>,
    #[serde(skip)]
    search: PersonField,
    #[serde(skip)]
    household: Option<UnitIx>,
    #[serde(skip)]
    concluding: Option<Ticket>,
    #[serde(skip)]
    preview: preview::Preview,
    #[serde(skip)]
    details: bool,
}

/// A board that is not drawn now, with its last page.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct LaidAside {
    board: PageBoard,
    #[serde(skip)]
    page: Option<Arc<Page>>,
}

impl Touched for LaidAside {
    fn touched(&self) -> bool {
        self.board.touched()
    }
}

/// What every part of a page is drawn with.
pub(super) struct Host {
    /// The plugin's name: its notices stand under it.
    pub(super) title: String,
    /// The units the procedure sees, by the number it gives them.
    pub(super) units: Vec<UnitIx>,
    /// Their doors.
    pub(super) doors: Vec<Door>,
    /// Photos and files people attached to it.
    pub(super) evidence: Vec<BlobHash>,
    pub(super) procedure: ProcedureNo,
    roll: Arc<Roll>,
}

impl Host {
    fn of(title: &str, roll: &Arc<Roll>, procedure: ProcedureNo, evidence: &[BlobHash]) -> Host {
        let units = households(roll);
        let doors = units.iter().filter_map(|unit| roll.unit(*unit)).map(|unit| unit.door.clone()).collect();
        let (title, evidence, roll) = (title.to_owned(), evidence.to_vec(), Arc::clone(roll));
        Host { title, units, doors, evidence, procedure, roll }
    }

    /// The household of a unit, as the procedure counts.
    pub(super) fn household(&self, unit: UnitIx) -> Option<u32> {
        self.units.iter().position(|other| *other == unit).and_then(|at| u32::try_from(at).ok())
    }

    /// Whoever votes for a household's unit.
    pub(super) fn voter(&self, household: u32) -> Option<PersonId> {
        let unit = self.units.get(household as usize)?;
        self.roll.ownership(*unit).map(|owner| owner.voter)
    }

    /// Their name, drawn by the host alone.
    pub(super) fn owner(&self, bench: &Bench<'_>, household: u32) -> String {
        self.voter(household).map_or_else(String::new, |voter| bench.name(voter))
    }

    /// "1-3-601 方文金".
    pub(super) fn label(&self, bench: &Bench<'_>, household: u32) -> String {
        let door = self.doors.get(household as usize).map(ToString::to_string).unwrap_or_default();
        format!("{door} {}", self.owner(bench, household))
    }
}

impl PageBoard {
    /// Draws a page that comes from nowhere: for tests and for authors who look at a page without running a meeting. What is
    /// done on it is taken with [`PageBoard::take_deeds`].
    pub fn show_ui(
        &mut self,
        ui: &mut Ui,
        scene: &mut Scene<'_>,
        title: &str,
        page: &Arc<Page>,
        evidence: &[BlobHash],
    ) {
        let roll = Arc::clone(&scene.session.facts().roll);
        let host = match self.host_drawn().filter(|host| Arc::ptr_eq(&host.roll, &roll) && host.evidence == evidence) {
            Some(host) => host,
            None => Arc::new(Host::of(title, &roll, ProcedureNo::at(0), evidence)),
        };
        let mut bench = Bench::new(ui, scene);
        scroll_ui(ui, "page", |ui| {
            ui.spacing_mut().item_spacing.y = space::S2;
            self.page_ui(ui, &mut bench, &host, page);
        });
    }
}

impl ProcedurePane {
    /// Whether nothing is half typed on any page.
    pub(super) fn is_untouched(&self) -> bool {
        !self.board.touched() && !self.others.values().any(Touched::touched)
    }

    /// After half-typed texts came back: photos that were picked and not sent did not.
    pub(super) fn taken_back(&mut self) {
        self.board.checks.taken_back();
        self.others.values_mut().for_each(|aside| aside.board.checks.taken_back());
    }

    /// Draws the pane; true if it is laid aside to go on talking.
    pub(super) fn procedure_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &ItemTable<'_>,
        procedure: ProcedureNo,
    ) -> bool {
        self.turn_to(procedure);
        let snapshot = Arc::clone(&bench.snapshot);
        let Some(run) = snapshot.facts.procedure(procedure) else { return false };
        let host = self.host(bench, procedure, run);
        self.board.hear(bench, &host);
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
        self.preview.preview_ui(ui, bench, procedure);
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
            self.board.page_ui(ui, bench, &host, &page);
            ui.add_space(space::S3);
        });
        for deed in self.board.take_deeds() {
            let ticket = bench.session.act_with(procedure, deed.action.clone(), &deed.evidence);
            self.board.follow(&deed, ticket);
        }
        aside
    }

    /// Lays the board of another procedure aside as it is and takes up the one of this.
    fn turn_to(&mut self, procedure: ProcedureNo) {
        if self.of == Some(procedure) {
            return;
        }
        let LaidAside { board, page } = self.others.remove(&procedure).unwrap_or_default();
        let board = std::mem::replace(&mut self.board, board);
        let left = LaidAside { board, page: std::mem::replace(&mut self.last_good, page) };
        if let Some(before) = self.of.replace(procedure) {
            self.others.insert(before, left);
        }
        (self.host, self.search, self.household) = (None, PersonField::default(), None);
        (self.preview, self.details) = (preview::Preview::default(), false);
    }

    /// What the page is drawn with, made again only for another roll, language or piece of evidence.
    fn host(&mut self, bench: &Bench<'_>, procedure: ProcedureNo, run: &ProcedureRun) -> Arc<Host> {
        let (roll, pieces) = (&run.roll, run.evidence.len());
        if let Some((known, count, lang, host)) = &self.host
            && Arc::ptr_eq(known, roll)
            && (*count, *lang) == (pieces, bench.lang)
        {
            return Arc::clone(host);
        }
        let host = Arc::new(Host::of(pick(bench.lang, &run.plugin.title), roll, procedure, &run.evidence));
        self.host = Some((Arc::clone(roll), pieces, bench.lang, Arc::clone(&host)));
        host
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
                self.preview.open(bench, procedure);
            }
            aside = ui.add(Button::text(&bench.say("meeting-procedure-aside"))).clicked();
            if computing {
                ui.add(Chip::new(Icon::Clock, &bench.say("meeting-computing"), ChipKind::Plain).small());
            }
        });
        aside
    }

    /// Whether the page is looked at before it goes up.
    pub(super) fn looks_first(&self) -> bool {
        self.preview.is_open()
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
