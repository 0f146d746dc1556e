//! A closed vote under its item: the verdict with every exact fraction behind it, who counted and how, what did not count,
//! and the way to open it again.

mod costs;
mod election;
mod fractions;
mod particulars;
mod reopen;

use deliberation::ballot::Choice;
use deliberation::rule::Measure;
use egui::Ui;
use words::figures::vote::{self as figures, Part};
use words::rule_words::binding_long;
use words::speaking::choice_word;

pub(super) use self::reopen::Reopening;

use super::Table;
use super::forms::{Form, Forms};
use super::verdict::{measures_ui, verdict_ui};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, mark_word_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::section_ui;
use crate::page::{Place, Wish};

/// The result; nothing before the close.
pub(super) fn vote_result_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
    let Some(number) = table.vote else { return };
    let snapshot = std::sync::Arc::clone(&bench.snapshot);
    let Some(vote) = snapshot.facts.vote(number).filter(|vote| vote.closed.is_some()) else { return };
    let colours = *palette(ui);
    section_ui(ui, &bench.say("meeting-result"), &binding_long(bench.lang, &vote.rule));
    ui.add_space(space::S1);
    verdict_ui(ui, bench, vote, false);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S5;
        if vote.seats == 0 {
            for choice in Choice::SPOKEN {
                let heads = figures::count(bench.lang, number, vote, Part::Side(choice), Measure::Heads).number;
                let text = format!("{} {heads}", choice_word(bench.lang, choice));
                mark_word_ui(ui, super::roll_call::mark_of(choice), &text, Size::Body);
            }
        }
        if vote.tally.void.heads > 0 {
            let void = figures::count(bench.lang, number, vote, Part::Side(Choice::Void), Measure::Heads).number;
            let text = format!("{} {void}", choice_word(bench.lang, Choice::Void));
            text_ui(ui, &text, Size::Body, Weight::Regular, colours.ink);
        }
        let left = i64::from(vote.left().heads);
        let silent = bench.tell("meeting-silent", &[("count", &words::Quantity::Heads(left).text(bench.lang))]);
        text_ui(ui, &silent, Size::Note, Weight::Regular, colours.ink2);
        let collected =
            |collection: &deliberation::collection::Collection| collection.vote == number && !collection.withdrawn;
        if snapshot.facts.collections.iter().any(|collection| collected(collection))
            && ui.add(Button::text(&bench.say("meeting-to-collection")).icon(Icon::Collection).pane()).clicked()
        {
            bench.wishes.push(Wish::Show(Place::Collections));
        }
    });
    ui.add_space(space::S1);
    if vote.seats > 0 {
        election::election_ui(ui, bench, vote);
    } else {
        measures_ui(ui, bench, number, vote);
        fractions::fractions_ui(ui, bench, vote);
        costs::costs_ui(ui, bench, number, vote);
    }
    particulars::particulars_ui(ui, bench, vote);
    if deliberation::reopenable(&snapshot.facts, number).is_ok()
        && ui.add(Button::text(&bench.say("ballots-reopen")).icon(Icon::Redo).pane()).clicked()
    {
        forms.open(Form::Reopen);
    }
    ui.add_space(space::S2);
}
