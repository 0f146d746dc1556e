//! The meeting page: agenda at the left, the work in the middle, speakers at the right, the minutes under the work.
//!
//! Three fixed panes, drawn at exact places. Each pane keeps its own half-typed drafts; facts come from the session's
//! last durable picture, deeds go to it as commands. Nothing here decides: whether something may be done the rules say,
//! and the shell shows their sentence.
//!
//! * [`bench`] what every pane is drawn with · [`draft`] half-typed things · [`parts`] small shared pieces.
//! * [`agenda`] the left pane, with the item form · [`planning`] a meeting before it opens.
//! * [`work`] the middle, by kind of item · [`procedure`] a plugin's page.
//! * [`speakers`] the right pane: clock, queue, hands, talk time · [`strip`] and [`record`] the minutes.

mod agenda;
pub(crate) mod bench;
pub(crate) mod draft;
mod foot;
pub(crate) mod parts;
mod planning;
pub mod procedure;
mod record;
mod speakers;
mod strip;
mod work;

use std::sync::Arc;

use deliberation::ids::{EventSeq, MeetingNo};
use deliberation::meeting::Phase;
use egui::{CornerRadius, Rect, Ui};
use words::Lang;
use words::minutes::Minutes;

use self::bench::Bench;
use self::parts::pane_ui;
use crate::action::Action;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{frame, palette, space};
use crate::page::Scene;

/// The meeting page with its drafts and what is marked in it.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct MeetingPage {
    agenda: agenda::AgendaPane,
    #[serde(skip_serializing_if = "planning::Planning::is_untouched")]
    planning: planning::Planning,
    work: work::WorkPane,
    speakers: speakers::SpeakersPane,
    strip: strip::Strip,
    record: record::RecordDesk,
    /// The minutes fill the middle.
    #[serde(skip)]
    recording: bool,
    #[serde(skip)]
    drafted: Drafted,
}

/// The minutes as last drafted, kept until something new is durable.
#[derive(Default)]
struct Drafted {
    of: Option<(EventSeq, Lang, MeetingNo)>,
    minutes: Arc<Minutes>,
}

impl Drafted {
    fn minutes(&mut self, bench: &Bench<'_>, number: MeetingNo) -> Arc<Minutes> {
        let of = Some((bench.snapshot.seq, bench.lang, number));
        if self.of != of {
            let drafted = words::minutes::draft(bench.lang, bench.facts(), bench.snapshot.as_ref(), number);
            self.minutes = Arc::new(drafted.unwrap_or_default());
            self.of = of;
        }
        Arc::clone(&self.minutes)
    }
}

/// Where the panes lie.
struct Places {
    agenda: Rect,
    work: Rect,
    speakers: Rect,
}

impl Places {
    fn of(page: Rect, small: bool) -> Places {
        let (left, right) =
            if small { (frame::AGENDA_SMALL, frame::SPEAKERS_SMALL) } else { (frame::AGENDA, frame::SPEAKERS) };
        let agenda = page.with_max_x(page.left() + left);
        let speakers = page.with_min_x(page.right() - right);
        Places { agenda, work: page.with_min_x(agenda.right()).with_max_x(speakers.left()), speakers }
    }
}

impl MeetingPage {
    /// Draws the page into the place the shell leaves it.
    pub fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        record::save_paper(scene);
        let sight = foot::Sight { audience: Arc::clone(scene.audience), prepared: scene.prepared.map(Arc::clone) };
        let setting = scene.setting;
        let mut bench = Bench::new(ui, scene);
        let snapshot = Arc::clone(&bench.snapshot);
        let page = ui.max_rect();
        let places = Places::of(page, bench.small);
        ground_paint(ui, &places);

        let meeting = snapshot.facts.working_meeting();
        if bench.asked(Action::Minutes) && meeting.is_some() {
            self.recording = !self.recording;
        }
        if bench.asked(Action::Leave) {
            // What was open is closed, every draft is kept.
            self.work.leave();
            self.speakers.leave();
            self.agenda.leave();
            self.planning.leave();
        }
        let Some((number, meeting)) = meeting else {
            self.recording = false;
            pane_ui(ui, "agenda", places.agenda, |ui| agenda::empty_ui(ui, &bench));
            pane_ui(ui, "work", places.work, |ui| self.planning.planning_ui(ui, &mut bench, None));
            pane_ui(ui, "speakers", places.speakers, |ui| foot::foot_ui(ui, &mut bench, &sight, setting));
            return;
        };
        let minutes = self.drafted.minutes(&bench, number);
        if bench.asked(Action::ExportMinutes) {
            record::ask_where(&mut bench, &minutes);
        }
        pane_ui(ui, "agenda", places.agenda, |ui| self.agenda.agenda_ui(ui, &mut bench, number, meeting));
        if self.recording {
            let folded = pane_ui(ui, "record", places.work, |ui| {
                self.record.record_ui(ui, &mut bench, number, meeting, &minutes)
            });
            pane_ui(ui, "source", places.speakers, |ui| {
                let rest = foot::above(ui, bench.small, &sight);
                pane_ui(ui, "sentence", rest, |ui| self.record.source_ui(ui, &mut bench, number, meeting, &minutes));
                foot::foot_ui(ui, &mut bench, &sight, setting);
            });
            self.recording = !folded;
            return;
        }
        if matches!(meeting.phase, Phase::Open(_)) {
            let below = self.work.below(&snapshot.facts, meeting, bench.small);
            let middle = places.work.with_max_y(places.work.bottom() - below);
            let foot = places.work.with_min_y(middle.bottom());
            hairline_paint(ui.painter(), foot.x_range(), foot.top(), palette(ui));
            pane_ui(ui, "work", middle, |ui| self.work.work_ui(ui, &mut bench, number, meeting));
            if self.work.votes() {
                pane_ui(ui, "band", foot, |ui| self.work.band_ui(ui, &mut bench));
            } else {
                let opened =
                    pane_ui(ui, "strip", foot, |ui| self.strip.strip_ui(ui, &mut bench, number, meeting, &minutes));
                self.recording |= opened;
            }
        } else {
            let asked = pane_ui(ui, "work", places.work, |ui| {
                self.planning.planning_ui(ui, &mut bench, Some((number, meeting)))
            });
            self.recording |= asked;
        }
        pane_ui(ui, "speakers", places.speakers, |ui| {
            let rest = foot::above(ui, bench.small, &sight);
            // Before the opening and after the close nobody has the floor.
            if !meeting.is_open() {
                return foot::foot_ui(ui, &mut bench, &sight, setting);
            }
            pane_ui(ui, "floor", rest, |ui| match self.work.right_pane() {
                work::RightPane::Speakers => self.speakers.speakers_ui(ui, &mut bench, number, meeting),
                work::RightPane::Vote => self.work.called_ui(ui, &mut bench),
                work::RightPane::Household => {
                    let top = rest.with_max_y(rest.top() + SPEAKER_TOP);
                    pane_ui(ui, "now", top, |ui| self.speakers.now_ui(ui, &mut bench, meeting));
                    pane_ui(ui, "household", rest.with_min_y(top.bottom()), |ui| {
                        self.work.household_ui(ui, &mut bench);
                    });
                }
            });
            foot::foot_ui(ui, &mut bench, &sight, setting);
        });
    }

    /// Goes on with an open vote while the window is the room's picture; what a band under the picture says, if anything.
    pub(crate) fn behind_picture_ui(&mut self, ui: &Ui, scene: &mut Scene<'_>) -> Option<String> {
        let mut bench = Bench::new(ui, scene);
        let snapshot = Arc::clone(&bench.snapshot);
        match snapshot.facts.open_meeting() {
            Some((_, meeting)) if snapshot.facts.open_vote().is_none() => {
                self.speakers.hand_over_picture_ui(ui.ctx(), &mut bench, meeting);
            }
            _ => self.speakers.hide_hand(),
        }
        self.work.behind_picture_ui(ui, &mut bench)
    }

    /// Whether it is asked whether to close the open vote.
    pub(crate) fn asks_to_close(&self) -> bool {
        self.work.asks_to_close()
    }

    /// Whether a procedure's page is looked at before it goes up.
    pub(crate) fn looks_first(&self) -> bool {
        !self.recording && self.work.looks_first()
    }

    /// Whether something is asked over the picture: to close the vote, to put an answer right, whose hand it is.
    pub(crate) fn asks_over_picture(&self) -> bool {
        self.asks_to_close() || self.work.doubts_an_answer() || self.speakers.has_hand()
    }

    /// After its half-typed texts came back: they stand where they can be seen.
    pub(crate) fn taken_back(&mut self) {
        self.recording = self.record.is_editing();
        self.work.taken_back();
    }

    /// Whether a form is open that Esc closes before it blanks the screen.
    pub fn has_open_form(&self) -> bool {
        self.work.has_form()
            || self.speakers.has_form()
            || self.agenda.has_form()
            || self.planning.has_form()
            || (self.recording && self.record.has_form())
    }
}

/// Height of who speaks, over the look-up of a household.
const SPEAKER_TOP: f32 = 116.0;

/// Padding of the side panes.
pub(crate) fn pane_padding(small: bool) -> f32 {
    if small { space::S4 } else { space::S5 }
}

fn ground_paint(ui: &Ui, places: &Places) {
    let colours = palette(ui);
    let painter = ui.painter();
    for (rect, fill) in [(places.agenda, colours.paper), (places.work, colours.sheet), (places.speakers, colours.paper)]
    {
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
    }
    for x in [places.agenda.right(), places.speakers.left()] {
        painter.vline(x, places.work.y_range(), egui::Stroke::new(crate::look::tokens::stroke::HAIR, colours.line));
    }
}
