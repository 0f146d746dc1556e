//! A closed poll under its item: what came out, the counts, and the run-off where the last place is tied.

use deliberation::Command;
use deliberation::ids::{OptionNo, PollNo};
use deliberation::poll::{Poll, PollKind};
use egui::Ui;
use words::figures::poll as figures;
use words::poll_words::{entry_word, kind_title, not_binding, result_line, taking_part};

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::card_ui;
use crate::meeting::parts::lines::{Ink, line_ui, section_ui};

/// The result.
pub(super) fn result_ui(ui: &mut Ui, bench: &mut Bench<'_>, number: PollNo, poll: &Poll) {
    let colours = *palette(ui);
    let kind = kind_title(bench.lang, poll.kind);
    let title = match poll.runoff_of {
        Some(_) => bench.tell("soft-runoff-result", &[("kind", &kind)]),
        None => bench.tell("soft-result", &[("kind", &kind)]),
    };
    section_ui(ui, &title, &not_binding(bench.lang));
    card_ui(ui, "", |ui| {
        text_ui(ui, &poll.question, Size::Body, Weight::Regular, colours.ink2);
        let came = result_line(bench.lang, poll);
        if !came.is_empty() {
            text_ui(ui, &came, Size::Lead, Weight::Medium, colours.ink);
        }
        let ranking = poll.ranking().unwrap_or_default();
        let order: Vec<OptionNo> = match poll.kind {
            PollKind::Sense => (0..poll.entries()).map(OptionNo::at).collect(),
            _ => ranking.rows.iter().map(|row| row.option).collect(),
        };
        for option in order {
            let count = figures::option(bench.lang, number, poll, option).text;
            let label = entry_word(bench.lang, poll, option);
            let label = if ranking.winners.contains(&option) {
                bench.tell("soft-row-out", &[("option", &label)])
            } else if ranking.tied.contains(&option) {
                bench.tell("soft-row-tied", &[("option", &label)])
            } else {
                label
            };
            line_ui(ui, (&label, Ink::new(Size::Body, colours.ink)), (&count, Ink::medium(Size::Body, colours.ink)));
        }
        let mut foot = taking_part(bench.lang, poll, &figures::present(bench.lang, number, poll).text);
        if let Some(silent) = figures::silent(bench.lang, number, poll) {
            foot = bench.tell("soft-foot-silent", &[("present", &foot), ("n", &silent.text)]);
        }
        text_ui(ui, &foot, Size::Note, Weight::Regular, colours.ink2);
        if !ranking.tied.is_empty() {
            runoff_ui(ui, bench, number, poll);
        }
    });
    ui.add_space(space::S2);
}

/// The button of the run-off, or that there is one.
fn runoff_ui(ui: &mut Ui, bench: &mut Bench<'_>, number: PollNo, poll: &Poll) {
    if poll.runoff.is_some() {
        text_ui(ui, &bench.say("soft-runoff-opened"), Size::Note, Weight::Regular, palette(ui).ink2);
        return;
    }
    let busy = bench.facts().open_poll().is_some() || bench.facts().open_vote().is_some();
    let reason = busy.then(|| bench.say("soft-runoff-later"));
    let text = bench.say("soft-runoff");
    if ui.add(Button::primary(&text).icon(Icon::Next).closed(reason.as_deref())).clicked() {
        bench.submit(Command::OpenRunoff { poll: number });
    }
}
