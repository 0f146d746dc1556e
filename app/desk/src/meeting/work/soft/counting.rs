//! The count of an open poll: a number an option or grade, held against what the hall can give while it is typed.

use deliberation::Command;
use deliberation::ids::{OptionNo, PollNo};
use deliberation::poll::Poll;
use egui::{Id, Ui};
use words::figures::poll as figures;
use words::poll_words::entry_word;
use words::refusal_text;

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::lines::{Ink, line_ui};
use crate::meeting::parts::read;

/// Width of a number field.
const WIDTH: f32 = 96.0;

/// What stands in the fields, and of which poll.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct CountFields {
    of: Option<PollNo>,
    texts: Vec<String>,
    /// What was recorded when the fields were last filled in.
    known: Option<Vec<u32>>,
    #[serde(skip)]
    sending: Draft<()>,
}

impl CountFields {
    /// Whether the fields say what is recorded, or nothing.
    pub(super) fn is_untouched(&self) -> bool {
        let known = self.known.iter().flatten().map(u32::to_string);
        self.texts.iter().all(String::is_empty) || known.eq(self.texts.iter().cloned())
    }

    /// The fields with the sum under them; true while they say something else than what is recorded.
    pub(super) fn counts_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: PollNo, poll: &Poll) -> bool {
        let fresh = self.of != Some(number);
        if fresh {
            (self.of, self.texts) = (Some(number), written(poll, None));
        }
        // Another count, or one undone, goes into the fields unless something else is being typed there.
        if self.known != poll.counts || fresh {
            if fresh || self.texts == written(poll, self.known.as_deref()) {
                self.texts = written(poll, poll.counts.as_deref());
            }
            self.known.clone_from(&poll.counts);
        }
        self.sending.settled(bench.session);
        let mut entered = false;
        let last = self.texts.len().saturating_sub(1);
        for (place, text) in self.texts.iter_mut().enumerate() {
            let label = entry_word(bench.lang, poll, OptionNo::at(place));
            let name = bench.tell("soft-count-of", &[("option", &label)]);
            let problem = if text.trim().is_empty() { None } else { read::count(bench.lang, text).err() };
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S4;
                let id = Id::unique("soft-count").with(place);
                let field = Field::new(text, &name).number().problem(problem.as_deref()).width(WIDTH).id(id);
                let field = field.field_ui(ui);
                if fresh && place == 0 {
                    field.request_focus();
                }
                entered |= place == last && bench.entered(ui, &field);
                let colours = *palette(ui);
                line_ui(ui, (&label, Ink::new(Size::Body, colours.ink)), ("", Ink::new(Size::Note, colours.ink2)));
            });
        }
        let counts = self.counts(bench);
        let sound = self.sum_ui(ui, bench, number, poll, counts.as_deref());
        let unsaved = counts != poll.counts;
        let text = bench.say("soft-count-do");
        let known = (!unsaved).then(|| bench.say("soft-count-known"));
        let missing = (!sound).then(|| bench.say("soft-count-missing"));
        let reason = known.or(missing);
        let button = Button::primary(&text).icon(Icon::Check).closed(reason.as_deref());
        if (ui.add(button).clicked() || entered && sound && unsaved)
            && let Some(counts) = counts
        {
            self.sending.send(bench, vec![Command::CountPoll { poll: number, counts }]);
        }
        unsaved
    }

    /// The numbers, once every field has one.
    fn counts(&self, bench: &Bench<'_>) -> Option<Vec<u32>> {
        self.texts.iter().map(|text| read::count(bench.lang, text).ok()).collect()
    }

    /// The sum against what the hall can give, or why the count cannot be right; true if it can be recorded.
    fn sum_ui(&self, ui: &mut Ui, bench: &Bench<'_>, number: PollNo, poll: &Poll, counts: Option<&[u32]>) -> bool {
        let colours = *palette(ui);
        let typed: Vec<u32> = self.texts.iter().map(|text| read::count(bench.lang, text).unwrap_or(0)).collect();
        if let Err(refusal) = poll.check(&typed) {
            let why = refusal_text(bench.lang, bench.facts(), bench.snapshot.as_ref(), &refusal);
            text_ui(ui, &why, Size::Note, Weight::Regular, colours.err);
            return false;
        }
        let sum = typed.iter().copied().map(u64::from).sum::<u64>().to_string();
        let each = poll.most_each().to_string();
        let line = match figures::allowed(bench.lang, number, poll) {
            Some(allowed) => bench.tell("soft-sum", &[("n", &sum), ("all", &allowed.number), ("each", &each)]),
            None => bench.tell("soft-sum-each", &[("n", &sum), ("each", &each)]),
        };
        text_ui(ui, &line, Size::Note, Weight::Regular, colours.ink2);
        counts.is_some()
    }
}

/// A count as the fields write it; empty fields where nobody has counted.
fn written(poll: &Poll, counts: Option<&[u32]>) -> Vec<String> {
    let one = |place: usize| counts.and_then(|counts| counts.get(place)).map(u32::to_string);
    (0..poll.entries()).map(|place| one(place).unwrap_or_default()).collect()
}
