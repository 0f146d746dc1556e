//! The minutes strip under the work: the last sentences of the item as they arise, what was said, the recorder's own.

use deliberation::Command;
use deliberation::ids::MeetingNo;
use deliberation::meeting::Meeting;
use deliberation::text::Words;
use egui::{Align2, Id, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use words::minutes::{Minutes, Sentence};
use words::moment;

use super::bench::Bench;
use super::draft::Draft;
use super::parts::lines::{Ink, text_paint};
use super::parts::pane_ui;
use crate::action::Action;
use crate::look::tokens::{Size, frame, palette, space};
use crate::look::{Button, Field};

/// The strip's half-typed texts.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Strip {
    own: Draft<String>,
    said: Draft<Said>,
}

/// What somebody said, tied to the turn it was begun for: a change of speaker does not move it.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Said {
    text: String,
    turn: Option<u32>,
}

impl Strip {
    /// Draws the strip; true if the recorder's desk is to be opened.
    pub(super) fn strip_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: MeetingNo,
        meeting: &Meeting,
        minutes: &Minutes,
    ) -> bool {
        self.own.settled(bench.session);
        self.said.settled(bench.session);
        let x = if bench.small { space::S5 } else { space::S6 };
        let inner = ui.max_rect().shrink2(vec2(x, if bench.small { space::S2 } else { space::S3 }));
        let item = meeting.current();
        pane_ui(ui, "strip-inner", inner, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let opened = head_ui(ui, bench);
            let rows = if bench.small { 1 } else { 2 };
            let sentences: Vec<&Sentence> = minutes
                .sections
                .iter()
                .filter(|section| section.item == item && item.is_some())
                .flat_map(|section| &section.sentences)
                .collect();
            let shown = &sentences[sentences.len().saturating_sub(rows)..];
            for sentence in shown {
                sentence_ui(ui, bench, sentence);
            }
            if shown.is_empty() {
                let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), frame::MINUTES_LINE), Sense::hover());
                let ink = Ink::new(Size::Body, palette(ui).ink2);
                let none = bench.say("meeting-strip-empty");
                text_paint(ui, &none, ink, Align2::LEFT_CENTER, rect.left_center(), rect.width());
            }
            let left = ui.max_rect().bottom() - ui.cursor().top() - frame::BUTTON;
            ui.add_space(left.max(0.0));
            self.fields_ui(ui, bench, number, meeting);
            opened
        })
    }

    fn fields_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        let turn = self.turn(meeting);
        let width = ui.available_width();
        let each = if turn.is_some() { (width - space::S3) / 2.0 } else { width };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            if let Some(turn) = turn {
                let person = meeting.speakers.turns.get(turn as usize - 1).map(|turn| turn.person).unwrap_or_default();
                let name = bench.tell("meeting-said-by", &[("name", &bench.name(person))]);
                let id = Id::unique("meeting-said");
                let field = Field::new(&mut self.said.value.text, &name).hint(&name).width(each).id(id).field_ui(ui);
                if field.changed() && self.said.value.turn.is_none() {
                    self.said.value.turn = Some(turn);
                }
                if self.said.value.text.is_empty() {
                    self.said.value.turn = None;
                }
                if bench.entered(ui, &field) && !self.said.value.text.trim().is_empty() {
                    let words = Words::typed(self.said.value.text.trim());
                    self.said.send(bench, vec![Command::NoteSpeech { turn: Some(turn), words }]);
                    field.request_focus();
                }
            }
            let name = bench.say("meeting-own-sentence");
            let id = Id::unique("meeting-own-sentence");
            let field = Field::new(&mut self.own.value, &name).hint(&name).width(each).id(id).field_ui(ui);
            if bench.entered(ui, &field) && !self.own.value.trim().is_empty() {
                let words = Words::typed(self.own.value.trim());
                let note = Command::AddNote { meeting: Some(number), item: meeting.current(), words };
                self.own.send(bench, vec![note]);
                field.request_focus();
            }
        });
    }

    /// The turn a note would belong to, from 1: the one it was begun for, else the last under the item.
    fn turn(&self, meeting: &Meeting) -> Option<u32> {
        if let Some(turn) = self.said.value.turn {
            return Some(turn);
        }
        let item = meeting.current();
        let last = meeting.speakers.turns.iter().rposition(|turn| turn.item == item)?;
        u32::try_from(last + 1).ok()
    }
}

fn head_ui(ui: &mut Ui, bench: &Bench<'_>) -> bool {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(frame::BUTTON_PANE);
        let title = bench.say("meeting-minutes");
        crate::look::text_ui(ui, &title, Size::Note, crate::look::Weight::Regular, colours.ink);
        ui.add_space(space::S1);
        let note = bench.say("meeting-minutes-note");
        crate::look::text_ui(ui, &note, Size::Note, crate::look::Weight::Regular, colours.ink2);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (text, cap) = (bench.say("meeting-open-record"), Action::Minutes.key_cap(bench.lang));
            ui.add(Button::text(&text).key(&cap).pane()).clicked()
        })
        .inner
    })
    .inner
}

/// "19:35 谢金山（1-2-201）赞成：… 事件 127".
fn sentence_ui(ui: &mut Ui, bench: &Bench<'_>, sentence: &Sentence) {
    let colours = *palette(ui);
    let size = Vec2::new(ui.available_width(), frame::MINUTES_LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let time = moment::clock(&bench.zone, sentence.at);
    let event = bench.tell("meeting-event", &[("n", &sentence.seq.to_string())]);
    let name = format!("{time} {} {event}", sentence.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let note = Ink::new(Size::Note, colours.ink2);
    let middle = rect.center().y;
    text_paint(ui, &time, note, Align2::LEFT_CENTER, rect.left_center(), space::S8);
    let right = text_paint(ui, &event, note, Align2::RIGHT_CENTER, rect.right_center(), 120.0);
    let from = rect.left() + space::S8;
    let ink = Ink::new(Size::Body, colours.ink);
    text_paint(ui, &sentence.text, ink, Align2::LEFT_CENTER, pos2(from, middle), right.left() - from - space::S3);
    response.on_hover_text(&sentence.text);
}
