//! Seats and candidates of an election, picked from the roll by door or pinyin, in the order of the ballot paper.

use deliberation::rule::Election;
use egui::{Id, Ui};

use super::VoteForm;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{PersonField, Whom, captioned_ui, read};

/// The two fields, and the candidates so far.
pub(super) fn election_ui(ui: &mut Ui, bench: &Bench<'_>, form: &mut VoteForm, election: Election) {
    let colours = *palette(ui);
    let half = (ui.available_width() - space::S4) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S4;
        let caption = bench.say("ballots-candidate");
        captioned_ui(ui, &caption, half, |ui| {
            let (id, hint) = (Id::unique("ballots-candidate"), bench.say("meeting-hand-hint"));
            if let Some(found) = form.candidate.person_ui(ui, bench, id, (&caption, &hint), Whom::Owners, half) {
                if !form.candidates.contains(&found.person) {
                    form.candidates.push(found.person);
                }
                form.candidate = PersonField::default();
                // The next one can be typed at once.
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        });
        if let Some(seats) = election.seats {
            let text = bench.tell("ballots-seats-fixed", &[("n", &seats.to_string())]);
            text_ui(ui, &text, Size::Body, Weight::Regular, colours.ink);
        } else {
            let caption = bench.say("ballots-seats");
            let typed = !form.seats.trim().is_empty();
            let problem = typed.then(|| read::count(bench.lang, &form.seats).err()).flatten();
            captioned_ui(ui, &caption, half, |ui| {
                Field::new(&mut form.seats, &caption).number().problem(problem.as_deref()).width(half).field_ui(ui)
            });
        }
    });
    if form.candidates.is_empty() {
        return;
    }
    text_ui(ui, &bench.say("ballots-candidates"), Size::Note, Weight::Regular, colours.ink2);
    let mut dropped = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        for (place, person) in form.candidates.iter().enumerate() {
            let label = format!("{} {}", place + 1, bench.name_and_place(*person));
            let drop = bench.tell("ballots-candidate-drop", &[("name", &bench.name(*person))]);
            if ui.add(Button::normal(&label).icon(Icon::Minus).pane()).on_hover_text(drop).clicked() {
                dropped = Some(place);
            }
        }
    });
    if let Some(place) = dropped {
        form.candidates.remove(place);
    }
}
