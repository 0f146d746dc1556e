//! Heads by side as people write them down: one number field a side, and their sum held against the most there may be.

use deliberation::Refusal;
use deliberation::ballot::Choice;
use deliberation::tally::SideCounts;
use deliberation::vote::Vote;
use egui::{Id, Ui};
use words::refusal_text;
use words::speaking::choice_word;

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Field, mark_word_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::read;
use crate::meeting::work::roll_call::mark_of;

/// Width of a field.
const WIDTH: f32 = 112.0;

/// What stands in the fields, in the order of [`Choice`].
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct SideFields {
    texts: [String; 4],
}

impl SideFields {
    /// The fields of these sides in a row; true if Enter ended the last one. The first takes the keyboard on `focus`.
    pub(super) fn fields_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, sides: &[Choice], focus: bool) -> bool {
        let mut entered = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            for (place, side) in sides.iter().enumerate() {
                let text = &mut self.texts[*side as usize];
                let name = choice_word(bench.lang, *side);
                let problem = if text.trim().is_empty() { None } else { read::count(bench.lang, text).err() };
                ui.vertical(|ui| {
                    ui.set_width(WIDTH);
                    ui.spacing_mut().item_spacing.y = space::S1;
                    if *side == Choice::Void {
                        text_ui(ui, &name, Size::Body, Weight::Regular, palette(ui).ink);
                    } else {
                        mark_word_ui(ui, mark_of(*side), &name, Size::Body);
                    }
                    let id = Id::unique("ballots-side").with(*side as usize);
                    let field = Field::new(text, &name).number().problem(problem.as_deref()).width(WIDTH).id(id);
                    let field = field.field_ui(ui);
                    if focus && place == 0 {
                        field.request_focus();
                    }
                    entered |= place + 1 == sides.len() && bench.entered(ui, &field);
                });
            }
        });
        entered
    }

    /// Whether nothing has been typed.
    pub(super) fn is_empty(&self) -> bool {
        self.texts.iter().all(|text| text.trim().is_empty())
    }

    /// The counts, an empty field being 0; `None` while one cannot be read.
    pub(super) fn counts(&self, bench: &Bench<'_>) -> Option<SideCounts> {
        let one = |side: Choice| match self.texts[side as usize].trim() {
            "" => Some(0),
            text => read::count(bench.lang, text).ok(),
        };
        Some(SideCounts {
            yes: one(Choice::Yes)?,
            no: one(Choice::No)?,
            abstain: one(Choice::Abstain)?,
            void: one(Choice::Void)?,
        })
    }

    /// The sum against the most there may be; above it the sentence that says so. True if the count can be sent.
    pub(super) fn sum_ui(&self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) -> bool {
        let colours = *palette(ui);
        let allowed = vote.allowed();
        let Some(counts) = self.counts(bench) else { return false };
        let sum = counts.sum();
        if sum > u64::from(allowed) {
            let refusal = Refusal::TooManyVotes { counted: u32::try_from(sum).unwrap_or(u32::MAX), allowed };
            let text = refusal_text(bench.lang, bench.facts(), bench.snapshot.as_ref(), &refusal);
            text_ui(ui, &text, Size::Body, Weight::Regular, colours.err);
            return false;
        }
        let args = [("sum", &*sum.to_string()), ("allowed", &allowed.to_string())];
        text_ui(ui, &bench.tell("ballots-sum", &args), Size::Body, Weight::Regular, colours.ink);
        !self.is_empty()
    }
}

/// "赞成 20、反对 5、弃权 2，合计 27".
pub(super) fn counts_text(bench: &Bench<'_>, counts: SideCounts) -> String {
    let sides = [
        (Choice::Yes, counts.yes),
        (Choice::No, counts.no),
        (Choice::Abstain, counts.abstain),
        (Choice::Void, counts.void),
    ];
    let shown = sides.into_iter().filter(|(side, n)| *side != Choice::Void || *n > 0);
    let words: Vec<String> = shown
        .map(|(side, n)| {
            bench.tell("ballots-side-count", &[("side", &choice_word(bench.lang, side)), ("n", &n.to_string())])
        })
        .collect();
    let list = words.join(&bench.say("ballots-list-join"));
    bench.tell("ballots-count-line", &[("list", &list), ("sum", &counts.sum().to_string())])
}
