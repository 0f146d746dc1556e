//! The work pane: what is on the table, by kind of item. One form is open at a time, under the head.

mod area_default;
mod counting;
mod forms;
mod head;
mod materials;
mod motion;
mod open_vote;
mod payers;
mod prompts;
mod quotes;
mod read_back;
mod reasons;
mod results;
mod review;
mod roll_call;
mod soft;
mod start;
mod talk_rule;
mod terms;
mod verdict;
mod vote_result;

use deliberation::Facts;
use deliberation::agenda::ItemKind;
use deliberation::ids::{ItemNo, MeetingNo, MotionNo, ProcedureNo, VoteNo};
use deliberation::meeting::Meeting;
use deliberation::motion::Motion;
use egui::{Ui, vec2};

use self::forms::Forms;
pub(super) use self::head::title_ui;
use super::bench::Bench;
use super::parts::{pane_ui, scroll_ui};
use super::procedure::ProcedurePane;
use crate::action::Action;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{frame, palette, space};
use crate::look::{Button, Icon, empty_ui};

/// What the middle shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    /// Nothing is on the table.
    #[default]
    Nothing,
    Review,
    Debate,
    Procedure(ProcedureNo),
    Vote(VoteNo),
    ReadBack,
}

/// What the right pane shows beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RightPane {
    /// Who speaks and who waits.
    Speakers,
    /// Whom or what the keys of a vote act on.
    Vote,
    /// What a household has to pay.
    Household,
}

/// The work pane with its drafts.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct WorkPane {
    #[serde(skip)]
    mode: Mode,
    forms: Forms,
    quotes: quotes::Quotes,
    #[serde(skip_serializing_if = "counting::Counting::is_untouched")]
    counting: counting::Counting,
    #[serde(skip_serializing_if = "ProcedurePane::is_untouched")]
    procedure: ProcedurePane,
    soft: soft::Soft,
    results: results::Results,
    #[serde(skip)]
    prompts: prompts::Prompts,
    /// A running procedure laid aside to go on talking.
    #[serde(skip)]
    aside: Option<ProcedureNo>,
    /// The item that was shown last.
    #[serde(skip)]
    at: Option<(MeetingNo, ItemNo)>,
}

/// The item on the table as the pane's parts see it.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    pub(super) number: MeetingNo,
    pub(super) meeting: &'a Meeting,
    pub(super) item: ItemNo,
    pub(super) entry: &'a deliberation::agenda::Item,
    /// The last motion moved under it.
    pub(super) motion: Option<(MotionNo, &'a Motion)>,
    /// Its last vote.
    pub(super) vote: Option<VoteNo>,
}

impl<'a> Table<'a> {
    fn of(facts: &'a Facts, number: MeetingNo, meeting: &'a Meeting) -> Option<Table<'a>> {
        let item = meeting.current()?;
        let entry = meeting.item(item)?;
        let motion = facts.motions.iter().rposition(|motion| motion.meeting == number && motion.item == item);
        let motion = motion.map(|at| (MotionNo::at(at), facts.motions[at].as_ref()));
        let vote = motion.and_then(|(motion, _)| facts.votes.iter().rposition(|vote| vote.motion == motion));
        Some(Table { number, meeting, item, entry, motion, vote: vote.map(VoteNo::at) })
    }
}

impl WorkPane {
    /// Finds out what the middle shows; the height of what lies under it.
    pub(super) fn below(&mut self, facts: &Facts, meeting: &Meeting, small: bool) -> f32 {
        self.mode = self.mode_of(facts, meeting);
        if self.votes() {
            self.forms.vote_began();
        } else {
            self.counting.leave();
        }
        if small { frame::STRIP_SMALL } else { frame::STRIP }
    }

    fn mode_of(&self, facts: &Facts, meeting: &Meeting) -> Mode {
        let Some(item) = meeting.current() else { return Mode::Nothing };
        let here =
            |of: MeetingNo, at: ItemNo| facts.meeting(of).is_some_and(|of| std::ptr::eq(of, meeting)) && at == item;
        if let Some((number, vote)) = facts.open_vote()
            && here(vote.meeting, vote.item)
        {
            return Mode::Vote(number);
        }
        if facts.open_poll().is_some_and(|(_, poll)| here(poll.meeting, poll.item)) {
            return Mode::Debate;
        }
        let runs = facts.procedures.iter().rposition(|run| here(run.meeting, run.item) && run.conclusion.is_none());
        if let Some(procedure) = runs.map(ProcedureNo::at)
            && self.aside != Some(procedure)
        {
            return Mode::Procedure(procedure);
        }
        match meeting.item(item).map(|item| item.kind) {
            Some(ItemKind::Review) => Mode::Review,
            Some(ItemKind::ReadBack) => Mode::ReadBack,
            _ => Mode::Debate,
        }
    }

    /// Whether a vote is open in the middle: its band takes the place of the strip.
    pub(super) fn votes(&self) -> bool {
        matches!(self.mode, Mode::Vote(_))
    }

    /// What stands beside it.
    pub(super) fn right_pane(&self) -> RightPane {
        match self.mode {
            Mode::Vote(_) => RightPane::Vote,
            Mode::Procedure(_) => RightPane::Household,
            _ => RightPane::Speakers,
        }
    }

    /// Closes what is open; drafts are kept. True if something was.
    pub(super) fn leave(&mut self) -> bool {
        self.forms.leave() | self.counting.leave() | self.soft.leave()
    }

    pub(super) fn has_form(&self) -> bool {
        self.forms.open.is_some() || self.counting.has_form() || self.soft.has_form()
    }

    /// After half-typed texts came back.
    pub(super) fn taken_back(&mut self) {
        self.procedure.taken_back();
    }

    /// Draws the middle.
    pub(super) fn work_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        let inner = ui.max_rect().shrink2(if bench.small { vec2(space::S5, space::S4) } else { vec2(space::S6, 24.0) });
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let table = Table::of(&snapshot.facts, number, meeting);
        if let Some(here) = table.as_ref().map(|table| (table.number, table.item))
            && self.at.replace(here).is_some_and(|before| before != here)
        {
            // A form does not travel to another item; what was written is there again when it is next opened.
            self.forms.leave();
            self.soft.leave();
        }
        if self.procedure.follow_conclusion(bench) {
            self.forms.open(forms::Form::Motion);
        }
        pane_ui(ui, "work-inner", inner, |ui| {
            let Some(table) = table else {
                nothing_ui(ui, bench, meeting);
                return;
            };
            match self.mode {
                Mode::Vote(vote) => self.counting.counting_ui(ui, bench, vote),
                Mode::Procedure(procedure) => {
                    results::day_ui(ui, bench, procedure);
                    let laid_aside = self.procedure.procedure_ui(ui, bench, &table, procedure);
                    if laid_aside {
                        self.aside = Some(procedure);
                    }
                }
                _ => self.item_ui(ui, bench, &table),
            }
        });
    }

    fn item_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
        self.forms.follow(bench, table);
        head::head_ui(ui, bench, table, &mut self.forms, &mut self.soft);
        ui.add_space(space::S3);
        let rest = ui.available_rect_before_wrap();
        // A form has the pane to itself: its button must not be below the edge. The keys of the prompts act all the same.
        let alone = self.mode == Mode::Debate && !self.has_form();
        let foot = if alone { self.prompts.height() } else { 0.0 };
        let (above, below) = rest.split_top_bottom_at_y(rest.bottom() - foot);
        pane_ui(ui, "item-above", above, |ui| self.item_parts_ui(ui, bench, table));
        if foot > 0.0 {
            hairline_paint(ui.painter(), below.x_range(), below.top(), palette(ui));
            pane_ui(ui, "item-foot", below.with_min_y(below.top() + space::S2), |ui| {
                self.prompts.foot_ui(ui, bench, table, &mut self.forms);
            });
        }
    }

    fn item_parts_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
        scroll_ui(ui, "item", |ui| {
            ui.spacing_mut().item_spacing.y = space::S2;
            if self.forms.just_opened() {
                ui.scroll_to_cursor(Some(egui::Align::Min));
            }
            self.forms.form_ui(ui, bench, table);
            self.soft.soft_ui(ui, bench, table);
            match self.mode {
                Mode::Review => review::review_ui(ui, bench, table),
                Mode::ReadBack => read_back::read_back_ui(ui, bench, table),
                _ => self.debate_ui(ui, bench, table),
            }
            ui.add_space(space::S3);
        });
    }

    fn debate_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
        if let Some(procedure) = self.aside {
            let back = bench.say("meeting-procedure-back");
            if ui.add(Button::normal(&back).icon(Icon::Procedure).pane()).clicked() {
                self.aside = None;
                self.mode = Mode::Procedure(procedure);
            }
        }
        motion::motion_ui(ui, bench, table, &mut self.forms);
        vote_result::vote_result_ui(ui, bench, table, &mut self.forms);
        if table.entry.kind == ItemKind::Discussion && table.motion.is_none() || !table.entry.quotes.is_empty() {
            self.quotes.quotes_ui(ui, bench, table, &mut self.forms);
        }
        materials::materials_ui(ui, bench, table);
        self.results.results_ui(ui, bench, table, &mut self.forms, &mut self.soft);
        payers::buttons_ui(ui, bench, table, &mut self.forms);
        reasons::reasons_ui(ui, bench, table);
        review::duties_ui(ui, bench, table);
    }

    /// What goes on while the window is the room's picture; see [`counting::Counting::behind_picture_ui`].
    pub(super) fn behind_picture_ui(&mut self, ui: &Ui, bench: &mut Bench<'_>) -> Option<String> {
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let open = snapshot.facts.open_vote();
        if bench.asked(Action::Leave) || open.is_none() {
            self.counting.leave();
        }
        let (number, vote) = open?;
        self.forms.vote_began();
        self.counting.behind_picture_ui(ui, bench, number, vote)
    }

    /// Whether it is asked whether to close the open vote.
    pub(super) fn asks_to_close(&self) -> bool {
        self.counting.asks()
    }

    /// Whether a key was pressed for a household whose answer stands.
    pub(super) fn doubts_an_answer(&self) -> bool {
        self.counting.doubts_an_answer()
    }

    /// Whether a procedure's page is looked at before it goes up.
    pub(super) fn looks_first(&self) -> bool {
        matches!(self.mode, Mode::Procedure(_)) && self.procedure.looks_first()
    }

    /// The band under an open vote.
    pub(super) fn band_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        if let Mode::Vote(vote) = self.mode {
            self.counting.band_ui(ui, bench, vote);
        }
    }

    /// The right pane of an open vote.
    pub(super) fn called_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        if let Mode::Vote(vote) = self.mode {
            self.counting.right_ui(ui, bench, vote);
        }
    }

    /// The right pane of a procedure.
    pub(super) fn household_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>) {
        if let Mode::Procedure(procedure) = self.mode {
            self.procedure.household_ui(ui, bench, procedure);
        }
    }
}

/// Between two items.
fn nothing_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
    let next = session::stage::next_item(meeting).and_then(|item| Some((item, meeting.item(item)?)));
    let title = bench.say("meeting-no-item");
    let text = match next {
        Some(_) => bench.say("meeting-no-item-next"),
        None => bench.say("meeting-no-item-left"),
    };
    empty_ui(ui, Icon::Meeting, &title, &text, |ui| match next {
        Some((number, item)) => {
            let name = bench.tell("meeting-start-item", &[("n", &number.to_string()), ("title", &item.title)]);
            let cap = Action::NextMoment.key_cap(bench.lang);
            if ui.add(Button::primary(&name).icon(Icon::Next).key(&cap)).clicked() {
                bench.submit(deliberation::Command::StartItem { item: number });
            }
        }
        None => {
            if ui.add(Button::primary(&bench.say("meeting-close")).icon(Icon::Check)).clicked() {
                bench.submit(deliberation::Command::CloseMeeting);
            }
        }
    });
}
