//! Candidates: whoever is ruled out is struck through with the reason and cannot be chosen; of the others a poll or a
//! motion is made.

use deliberation::ids::ProcedureNo;
use deliberation::material::{Candidate, Materials};
use egui::{Label, Stroke, Ui};
use words::Quantity;
use words::material_words::candidate_state;
use words::rule_words::pick;

use super::super::forms::Forms;
use super::super::soft::Soft;
use crate::look::text::format;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Icon, hairline_ui, icon_ui, text_ui};
use crate::meeting::bench::Bench;

/// The list with what can be made of it.
pub(super) fn candidates_ui(
    ui: &mut Ui,
    bench: &mut Bench<'_>,
    (procedure, title): (ProcedureNo, &str),
    materials: &Materials,
    forms: &mut Forms,
    soft: &mut Soft,
) {
    if materials.candidates.is_empty() {
        return;
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for candidate in &materials.candidates {
            candidate_ui(ui, bench, candidate, forms);
            hairline_ui(ui);
        }
    });
    let options: Vec<&Candidate> = materials.selectable().collect();
    let why = (options.len() < 2).then(|| bench.say("material-ask-few"));
    let ask = bench.say("material-ask");
    if ui.add(Button::normal(&ask).icon(Icon::Check).closed(why.as_deref())).clicked() {
        let question = bench.tell("material-ask-question", &[("title", title)]);
        let titles = options.iter().map(|candidate| pick(bench.lang, &candidate.title)).collect::<Vec<_>>();
        soft.ask_among(procedure, &question, &titles.join("\n"));
    }
    ui.add_space(space::S2);
}

fn candidate_ui(ui: &mut Ui, bench: &Bench<'_>, candidate: &Candidate, forms: &mut Forms) {
    let colours = *palette(ui);
    let title = pick(bench.lang, &candidate.title);
    let out = candidate.excluded.is_some();
    let amount = candidate.amount.map(|fen| Quantity::Money(fen).text(bench.lang));
    ui.horizontal(|ui| {
        ui.set_min_height(frame::BUTTON + space::S1);
        ui.spacing_mut().item_spacing.x = space::S2;
        let (icon, colour) = if out { (Icon::Cross, colours.err) } else { (Icon::Check, colours.accent) };
        icon_ui(ui, icon, frame::ICON, colour);
        let mut look = format(Size::Body, Weight::Medium, if out { colours.ink2 } else { colours.ink });
        if out {
            look.strikethrough = Stroke::new(1.5, colours.err);
        }
        ui.add(Label::new(egui::text::LayoutJob::single_section(title.to_owned(), look)));
        if let Some(amount) = &amount {
            text_ui(ui, amount, Size::Body, Weight::Regular, colours.ink);
        }
        if out {
            text_ui(ui, &candidate_state(bench.lang, candidate), Size::Body, Weight::Regular, colours.err);
            return;
        }
        let note = pick(bench.lang, &candidate.note);
        if !note.is_empty() {
            text_ui(ui, note, Size::Note, Weight::Regular, colours.ink2);
        }
        let move_it = bench.say("material-move");
        let button = ui.add(Button::text(&move_it).pane());
        let name = format!("{move_it} {title}");
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        if button.clicked() {
            forms.move_with(match &amount {
                Some(amount) => bench.tell("material-move-text-amount", &[("candidate", title), ("amount", amount)]),
                None => bench.tell("material-move-text", &[("candidate", title)]),
            });
        }
    });
}
