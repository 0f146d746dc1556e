//! A closed vote under its item: verdict, counts, the measures with what is beyond or missing.

use deliberation::ballot::Choice;
use deliberation::rule::Measure;
use egui::Ui;
use words::figures::vote::{self as figures, Part};
use words::rule_words::binding_long;
use words::speaking::choice_word;

use super::Table;
use super::verdict::{measures_ui, verdict_ui};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, mark_word_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::section_ui;
use crate::page::{Place, Wish};

/// The result; nothing before the close.
pub(super) fn vote_result_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
    let Some(number) = table.vote else { return };
    let snapshot = std::sync::Arc::clone(&bench.snapshot);
    let Some(vote) = snapshot.facts.vote(number).filter(|vote| vote.closed.is_some()) else { return };
    let colours = *palette(ui);
    section_ui(ui, &bench.say("meeting-result"), &binding_long(bench.lang, &vote.rule));
    ui.add_space(space::S1);
    verdict_ui(ui, bench, vote, false);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S5;
        for choice in Choice::SPOKEN {
            let heads = figures::count(bench.lang, number, vote, Part::Side(choice), Measure::Heads).number;
            let text = format!("{} {heads}", choice_word(bench.lang, choice));
            mark_word_ui(ui, super::roll_call::mark_of(choice), &text, Size::Body);
        }
        let present = figures::count(bench.lang, number, vote, Part::Unanswered, Measure::Heads).text;
        let silent = bench.tell("meeting-silent", &[("count", &present)]);
        text_ui(ui, &silent, Size::Note, Weight::Regular, colours.ink2);
        if snapshot.facts.collections.iter().any(|collection| collection.vote == number)
            && ui.add(Button::text(&bench.say("meeting-to-collection")).icon(Icon::Collection).pane()).clicked()
        {
            bench.wishes.push(Wish::Show(Place::Collections));
        }
    });
    ui.add_space(space::S1);
    measures_ui(ui, bench, number, vote);
    ui.add_space(space::S2);
}
