//! A plugin's page on the desk, with what people are in the middle of: half-typed forms, findings, tables as they look at
//! them. What they do comes out as actions; nothing here sends one.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Ui;
use session::contract::{Action, Block, Page, Section};
use session::evidence::ReadEvidence;
use session::{Failure, Outcome, Ticket};

use super::Host;
use super::checklist::Checks;
use super::form::FormDrafts;
use super::pictures::Pictures;
use super::table::TableView;
use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, palette};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;

/// What a person did on a page, with the photos and files that go along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// In the words of the contract.
    pub action: Action,
    /// Picked and not in the file yet.
    pub evidence: Vec<ReadEvidence>,
}

/// Where on the page a deed was done: what came of it is said there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Form(String),
    Check(String, String),
    Press,
}

impl Source {
    fn of(action: &Action) -> Source {
        match action {
            Action::Submit(submission) => Source::Form(submission.form.clone()),
            Action::Check(check) => Source::Check(check.checklist.clone(), check.item.clone()),
            Action::Press(_) | Action::Tick(_) => Source::Press,
        }
    }
}

/// The page of one procedure as it is worked on. Kept while another page is looked at.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct PageBoard {
    pub(super) forms: FormDrafts,
    pub(super) checks: Checks,
    #[serde(skip)]
    pub(super) tables: BTreeMap<String, TableView>,
    #[serde(skip)]
    pub(super) pictures: Pictures,
    /// A household the procedure refused something of, and its sentence.
    #[serde(skip)]
    pub(super) fault: Option<(u32, String)>,
    /// How often a table was worked out.
    #[serde(skip)]
    pub(super) laid_out: usize,
    /// Rows of tables made in the last frame.
    #[serde(skip)]
    pub(super) rows_drawn: usize,
    #[serde(skip)]
    page: Option<Arc<Page>>,
    /// Which roll and language the tables were worked out for.
    #[serde(skip)]
    of: Option<Arc<Host>>,
    #[serde(skip)]
    unfolded: BTreeMap<String, bool>,
    #[serde(skip)]
    deeds: Vec<Deed>,
    #[serde(skip)]
    sent: Vec<(Ticket, Source)>,
}

impl Touched for PageBoard {
    fn touched(&self) -> bool {
        self.forms.touched() || self.checks.touched()
    }
}

impl PageBoard {
    /// Draws a page.
    pub(super) fn page_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Arc<Host>, page: &Arc<Page>) {
        let same_page = self.page.as_ref().is_some_and(|known| Arc::ptr_eq(known, page));
        let same_host = self.of.as_ref().is_some_and(|known| Arc::ptr_eq(known, host));
        if !(same_page && same_host) {
            self.tables.values_mut().for_each(TableView::forget);
            (self.page, self.of) = (Some(Arc::clone(page)), Some(Arc::clone(host)));
        }
        self.rows_drawn = 0;
        self.take_evidence(bench);
        for section in &page.sections {
            self.section_ui(ui, bench, host, section);
        }
        self.enlarged_ui(ui, bench, host);
    }

    fn section_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, section: &Section) {
        let mut open = true;
        // A section that is one table lends it its heading.
        let lends = section.blocks.len() == 1 && matches!(section.blocks[0], Block::Table(_));
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
            for (at, block) in section.blocks.iter().enumerate() {
                let heading = if lends && !section.folded { section.title.as_str() } else { "" };
                let key = format!("{}/{at}", section.id);
                self.block_ui(ui, bench, host, block, (&key, heading));
            }
        }
    }

    /// What the page was last drawn with.
    pub(super) fn host_drawn(&self) -> Option<Arc<Host>> {
        self.of.clone()
    }

    /// Notes what a person did, unless the same form, item or button still waits for its answer.
    pub(super) fn deed(&mut self, action: Action) {
        self.deed_with(action, Vec::new());
    }

    /// The same with photos and files.
    pub(super) fn deed_with(&mut self, action: Action, evidence: Vec<ReadEvidence>) {
        let source = Source::of(&action);
        if !self.sent.iter().any(|(_, waiting)| *waiting == source) {
            self.fault = None;
            self.deeds.push(Deed { action, evidence });
        }
    }

    /// What people did since it was last asked.
    pub fn take_deeds(&mut self) -> Vec<Deed> {
        std::mem::take(&mut self.deeds)
    }

    /// Rows of tables that were made in the last frame: of a long table no more than are visible.
    pub fn rows_drawn(&self) -> usize {
        self.rows_drawn
    }

    /// How often a table was worked out so far: once a page and whenever somebody sorts or filters.
    pub fn laid_out(&self) -> usize {
        self.laid_out
    }

    /// Says under which ticket a deed went out, to hear what becomes of it.
    pub(super) fn follow(&mut self, deed: &Deed, ticket: Ticket) {
        self.sent.push((ticket, Source::of(&deed.action)));
    }

    /// Looks for what became of what was sent: done, and the draft goes; refused, and the sentence stands where it belongs.
    pub(super) fn hear(&mut self, bench: &Bench<'_>, host: &Host) {
        for (ticket, source) in std::mem::take(&mut self.sent) {
            match bench.session.outcome(ticket) {
                None if bench.session.is_pending(ticket) => self.sent.push((ticket, source)),
                Some(Outcome::Done(..)) => match &source {
                    Source::Form(form) => self.forms.done(form),
                    Source::Check(list, item) => self.checks.done(list, item),
                    Source::Press => {}
                },
                Some(Outcome::Procedure(Failure::Refused(fault))) => {
                    let door = |household: u32| host.doors.get(household as usize).map(ToString::to_string);
                    let sentence = fault.sentence(door);
                    self.fault = fault.household().map(|household| (household, sentence.clone()));
                    match &source {
                        Source::Form(form) => self.forms.refused(form, fault, &sentence),
                        Source::Check(list, item) => self.checks.refused(list, item, sentence),
                        Source::Press => {}
                    }
                }
                None | Some(_) => {}
            }
        }
    }
}
