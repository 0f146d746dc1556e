//! Where the marked sentence comes from, and what can be done with it.

use deliberation::Command;
use deliberation::ids::MeetingNo;
use deliberation::meeting::Meeting;
use egui::Ui;
use words::minutes::{Minutes, Sentence, Source, place_of};
use words::moment;

use super::RecordDesk;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::line_ui;
use crate::meeting::parts::lines::Ink;

impl RecordDesk {
    /// The right pane beside the minutes.
    pub(in crate::meeting) fn source_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: MeetingNo,
        meeting: &Meeting,
        minutes: &Minutes,
    ) {
        let colours = *palette(ui);
        ui.spacing_mut().item_spacing.y = space::S1;
        let note = Ink::new(Size::Note, colours.ink2);
        let mut all = minutes.sections.iter().flat_map(|section| &section.sentences);
        let Some(sentence) = self.marked.and_then(|marked| all.find(|sentence| sentence.seq == marked)) else {
            line_ui(ui, (&bench.say("meeting-source"), note), ("", note));
            let hint = match meeting.finalised {
                None => bench.say("meeting-source-none"),
                Some(_) => bench.say("meeting-source-none-final"),
            };
            text_ui(ui, &hint, Size::Body, Weight::Regular, colours.ink2);
            return;
        };
        let place = place_of(meeting, sentence.seq);
        let caption = match place {
            Some((Some(item), place)) => {
                bench.tell("meeting-source-of", &[("item", &item.to_string()), ("n", &place.to_string())])
            }
            _ => bench.say("meeting-source"),
        };
        line_ui(ui, (&caption, note), ("", note));
        let event = bench.tell("meeting-event", &[("n", &sentence.seq.to_string())]);
        let time = moment::clock_seconds(&bench.zone, sentence.at);
        line_ui(ui, (&event, Ink::medium(Size::Body, colours.ink)), (&time, note));
        self.drafted_ui(ui, bench, number, meeting, sentence);
    }

    fn drafted_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: MeetingNo,
        meeting: &Meeting,
        sentence: &Sentence,
    ) {
        let colours = *palette(ui);
        let (caption, text) = match (&sentence.edited_from, sentence.source) {
            (Some(was), _) => (bench.say("meeting-source-drafted"), was.clone()),
            (None, Source::Own) => (bench.say("meeting-own"), String::new()),
            (None, Source::Event) => (bench.say("meeting-source-auto"), String::new()),
        };
        text_ui(ui, &caption, Size::Body, Weight::Regular, colours.ink2);
        if !text.is_empty() {
            text_ui(ui, &text, Size::Body, Weight::Regular, colours.ink2);
        }
        ui.add_space(space::S2);
        let closed = meeting.finalised.map(|_| bench.say("meeting-final-why"));
        ui.horizontal(|ui| {
            let change = bench.say("meeting-sentence-change");
            if ui.add(Button::normal(&change).icon(Icon::Edit).pane().closed(closed.as_deref())).clicked() {
                self.edit(sentence.seq, &sentence.text);
            }
            let why = match (&closed, &sentence.edited_from) {
                (Some(why), _) => Some(why.clone()),
                (None, None) => Some(bench.say("meeting-restore-why")),
                (None, Some(_)) => None,
            };
            let restore = bench.say("meeting-sentence-restore");
            if ui.add(Button::normal(&restore).pane().closed(why.as_deref())).clicked() {
                bench.submit(Command::RestoreSentence { meeting: number, sentence: sentence.seq });
            }
        });
        ui.add_space(space::S3);
        hairline_ui(ui);
    }
}
