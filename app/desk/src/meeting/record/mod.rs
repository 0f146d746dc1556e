//! The recorder's desk (记录台): the minutes over the whole middle, each sentence with its event, edited in place.

mod sentence;
mod source;

use deliberation::Command;
use deliberation::ids::{EventSeq, MeetingNo};
use deliberation::meeting::{Meeting, Phase};
use deliberation::text::Words;
use egui::{Align, CornerRadius, Id, Layout, ScrollArea, Ui, vec2};
use session::export::{self, Format};
use words::minutes::{Minutes, Section, sentence_counts};
use words::{Lang, tf};

use super::bench::Bench;
use super::draft::Draft;
use super::parts::lines::{Ink, text_width};
use super::parts::pane_ui;
use crate::action::Action;
use crate::dialogs::Question;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Chip, ChipKind, Field, Icon, job, text_ui};
use crate::page::{Scene, Wish};

const HEAD: f32 = 64.0;
const FOOT: f32 = 52.0;
/// Width of the column of events.
const EVENT: f32 = 84.0;

/// What the desk keeps: which sentence is marked, which is being rewritten, the sentence being added.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct RecordDesk {
    #[serde(skip)]
    marked: Option<EventSeq>,
    editing: Option<Editing>,
    own: Draft<String>,
    #[serde(skip)]
    asks: bool,
    /// The question gets the keyboard in the next frame.
    #[serde(skip)]
    focus_ask: bool,
}

/// A sentence being rewritten.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
struct Editing {
    sentence: EventSeq,
    was: String,
    text: String,
    #[serde(skip)]
    focus: bool,
}

impl RecordDesk {
    /// Whether a sentence is being rewritten, or one is being added here.
    pub(super) fn is_editing(&self) -> bool {
        self.editing.is_some() || !self.own.value.is_empty()
    }

    pub(super) fn has_form(&self) -> bool {
        self.editing.is_some() || self.asks
    }

    /// Draws the desk; true if it is to be folded.
    pub(super) fn record_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: MeetingNo,
        meeting: &Meeting,
        minutes: &Minutes,
    ) -> bool {
        self.own.settled(bench.session);
        if bench.asked(Action::Leave) {
            self.editing = None;
            self.asks = false;
        }
        let pane = ui.max_rect();
        let head = pane.with_max_y(pane.top() + HEAD);
        let foot = pane.with_min_y(pane.bottom() - FOOT);
        let x = if bench.small { space::S5 } else { space::S6 };
        hairline_paint(ui.painter(), pane.x_range(), head.bottom(), palette(ui));
        let folded =
            pane_ui(ui, "record-head", head.shrink2(vec2(x, 0.0)), |ui| self.head_ui(ui, bench, meeting, minutes));
        let body = pane.with_min_y(head.bottom() + 1.0).with_max_y(foot.top()).shrink2(vec2(x, 0.0));
        pane_ui(ui, "record-body", body, |ui| {
            // While the meeting goes on the newest sentence is what is worked on.
            let area = ScrollArea::vertical().id_salt("record-scroll").auto_shrink([false, false]);
            area.stick_to_bottom(meeting.is_open()).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(space::S4);
                self.ask_ui(ui, bench, number);
                paper_head_ui(ui, bench.lang, minutes);
                for section in &minutes.sections {
                    self.section_ui(ui, bench, number, meeting, section);
                }
                if meeting.finalised.is_none() {
                    self.own_ui(ui, bench, number, meeting);
                }
                ui.add_space(space::S5);
            });
        });
        ui.painter().rect_filled(foot, CornerRadius::ZERO, palette(ui).paper);
        hairline_paint(ui.painter(), foot.x_range(), foot.top(), palette(ui));
        pane_ui(ui, "record-foot", foot.shrink2(vec2(x, space::S4)), |ui| {
            let note = super::parts::lines::Ink::new(Size::Note, palette(ui).ink2);
            let counts = sentence_counts(meeting);
            let (drafted, edited, own) =
                (counts.drafted.to_string(), counts.edited.to_string(), counts.own.to_string());
            let args = [("drafted", drafted.as_str()), ("edited", &edited), ("own", &own)];
            let (left, right) = (bench.tell("meeting-record-counts", &args), bench.say("meeting-record-linked"));
            super::parts::line_ui(ui, (&left, note), (&right, note));
        });
        folded
    }

    fn head_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting, minutes: &Minutes) -> bool {
        let colours = *palette(ui);
        ui.horizontal(|ui| {
            ui.set_min_height(HEAD);
            text_ui(ui, &bench.say("meeting-record"), Size::Title, Weight::Medium, colours.ink);
            let state =
                if minutes.finalised { bench.say("meeting-record-final") } else { bench.say("meeting-record-draft") };
            let sign = if minutes.finalised { Icon::Lock } else { Icon::Edit };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.add(Button::normal(&bench.say("meeting-export-word")).icon(Icon::Export)).clicked() {
                    ask_where(bench, minutes);
                }
                let over = matches!(meeting.phase, Phase::Closed { .. });
                if over
                    && meeting.finalised.is_none()
                    && ui.add(Button::normal(&bench.say("meeting-finalise")).icon(Icon::Check)).clicked()
                {
                    (self.asks, self.focus_ask) = (true, true);
                }
                let cap = Action::Minutes.key_cap(bench.lang);
                let folded = ui.add(Button::normal(&bench.say("meeting-fold")).key(&cap)).clicked();
                // What the minutes are is left out where the buttons leave no room for it.
                let wide = text_width(ui, &state, Ink::new(Size::Note, colours.ink2)) + space::S7;
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if wide <= ui.available_width() {
                        ui.add(Chip::new(sign, &state, ChipKind::Quiet).small());
                    }
                });
                folded
            })
            .inner
        })
        .inner
    }

    /// Final minutes are one of the three acts that ask first.
    fn ask_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo) {
        if !self.asks {
            return;
        }
        super::parts::card_ui(ui, &bench.say("meeting-finalise-ask"), |ui| {
            text_ui(ui, &bench.say("meeting-finalise-means"), Size::Body, Weight::Regular, palette(ui).ink);
            ui.add_space(space::S2);
            ui.horizontal(|ui| {
                let finalise = ui.add(Button::primary(&bench.say("meeting-finalise-do")).icon(Icon::Check));
                if std::mem::take(&mut self.focus_ask) {
                    finalise.request_focus();
                }
                if finalise.clicked() {
                    bench.submit(Command::FinaliseMinutes { meeting: number });
                    self.asks = false;
                }
                if ui.add(Button::normal(&bench.say("meeting-finalise-not"))).clicked() {
                    self.asks = false;
                }
            });
        });
        ui.add_space(space::S4);
    }

    fn section_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: MeetingNo,
        meeting: &Meeting,
        section: &Section,
    ) {
        let colours = *palette(ui);
        ui.add_space(space::S3);
        ui.horizontal(|ui| {
            ui.add_space(EVENT + space::S3);
            text_ui(ui, &section.heading, Size::Lead, Weight::Medium, colours.ink);
        });
        ui.add_space(space::S1);
        for sentence in &section.sentences {
            if self.editing.as_ref().is_some_and(|editing| editing.sentence == sentence.seq) {
                self.edit_ui(ui, bench, number);
            } else {
                let marked = self.marked == Some(sentence.seq);
                let response = sentence::sentence_ui(ui, bench, sentence, marked);
                if response.clicked() {
                    // A second press, or Enter on the marked one, edits it.
                    if marked && meeting.finalised.is_none() {
                        self.edit(sentence.seq, &sentence.text);
                    }
                    self.marked = Some(sentence.seq);
                }
            }
        }
    }

    fn edit(&mut self, sentence: EventSeq, text: &str) {
        self.marked = Some(sentence);
        self.editing = Some(Editing { sentence, was: text.to_owned(), text: text.to_owned(), focus: true });
    }

    /// The marked sentence as a field: Enter or leaving it commits, Esc leaves it as it was.
    fn edit_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo) {
        let Some(editing) = &mut self.editing else { return };
        let name = bench.say("meeting-sentence-edit");
        let response = sentence::edit_ui(ui, &mut editing.text, &name, EVENT + space::S3);
        if std::mem::take(&mut editing.focus) {
            response.request_focus();
            return;
        }
        let entered = response.has_focus() && !bench.composing && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let left = response.lost_focus() && !bench.composing;
        if !(entered || left) {
            return;
        }
        let (sentence, text) = (editing.sentence, editing.text.trim().to_owned());
        if !text.is_empty() && text != editing.was {
            let words = Words::typed(text);
            bench.submit(Command::EditSentence { meeting: number, sentence, words });
        }
        self.editing = None;
    }

    fn own_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        let colours = *palette(ui);
        ui.add_space(space::S3);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (rect, _) = ui.allocate_exact_size(vec2(EVENT, frame::BUTTON), egui::Sense::hover());
            let note = super::parts::lines::Ink::new(Size::Note, colours.ink2);
            let caption = bench.say("meeting-own-add");
            super::parts::text_paint(ui, &caption, note, egui::Align2::RIGHT_CENTER, rect.right_center(), EVENT);
            ui.add_space(space::S3);
            let name = bench.say("meeting-own-sentence");
            let width = ui.available_width() - space::S7;
            let id = Id::unique("meeting-record-own");
            let field = Field::new(&mut self.own.value, &name).hint(&name).width(width).id(id).field_ui(ui);
            if bench.entered(ui, &field) && !self.own.value.trim().is_empty() {
                let words = Words::typed(self.own.value.trim());
                let item = meeting.current();
                self.own.send(bench, vec![Command::AddNote { meeting: Some(number), item, words }]);
                field.request_focus();
            }
        });
    }
}

/// What the file dialog's answer is for.
const MINUTES: &str = "minutes";

/// Asks where the minutes go.
pub(super) fn ask_where(bench: &mut Bench<'_>, minutes: &Minutes) {
    let name = format!("{}.docx", minutes.title);
    bench.wishes.push(Wish::Ask(Question::SaveAs { what: MINUTES, name }));
}

/// Writes the minutes where somebody said, once the path is there, and beside them the notices of the votes of the owners.
pub(super) fn save_paper(scene: &mut Scene<'_>) {
    let Some((Question::SaveAs { what: MINUTES, .. }, path)) = scene.answer else { return };
    let Some((number, _)) = scene.session.facts().working_meeting() else { return };
    let written = export::paper(scene.session, scene.lang, number, Format::Docx)
        .and_then(|bytes| bytes.map_or(Ok(()), |bytes| export::write(scene.lang, path, &bytes)))
        .and_then(|()| match path.parent() {
            Some(folder) => export::notices(scene.session, scene.lang, number, folder, Format::Docx).map(drop),
            None => Ok(()),
        });
    scene.tell_written(path, written);
}

/// The lines about the occasion, as many to a line as fit.
fn packed(ui: &Ui, lang: Lang, minutes: &Minutes) -> Vec<String> {
    let ink = palette(ui).ink2;
    let room = ui.available_width() - space::S7;
    let mut lines: Vec<String> = Vec::new();
    for one in minutes.meta.iter().map(|line| tf(lang, "record-meta", &[("label", &line.label), ("text", &line.text)]))
    {
        let longer = lines.last().map(|line| format!("{line}\u{3000}{one}"));
        let fits =
            |text: &String| ui.painter().layout_job(job(text, Size::Body, Weight::Regular, ink)).size().x <= room;
        match (longer.filter(fits), lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(one),
        }
    }
    lines
}

/// Title and lines about the occasion, as on paper.
fn paper_head_ui(ui: &mut Ui, lang: Lang, minutes: &Minutes) {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(EVENT + space::S3);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text_ui(ui, &minutes.title, Size::Title, Weight::Medium, colours.ink);
            ui.add_space(space::S1);
            for line in packed(ui, lang, minutes) {
                text_ui(ui, &line, Size::Body, Weight::Regular, colours.ink2);
            }
        });
    });
}
