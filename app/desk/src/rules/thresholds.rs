//! The thresholds of a rule half-typed, one a row: what is counted, how it is held against which share, and of what.

use deliberation::rule::{Base, Compare, Counted, Measure, Turning};
use egui::Ui;
use words::{Lang, t, tf};

use super::form::{ApprovalRow, Place, Problem, RuleForm, TurnoutRow};
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon, Size, Weight, palette, text_ui};
use crate::meeting::parts::select_ui;

const SHARE: f32 = 68.0;
const BASE: f32 = 184.0;

/// The turnout thresholds with their buttons.
pub(super) fn turnout_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, problem: Option<&Problem>) {
    let mut gone = None;
    for (at, row) in form.turnout.iter_mut().enumerate() {
        let said = problem.filter(|problem| problem.place == Place::Turnout(at));
        if turnout_row_ui(ui, lang, at, row, said) {
            gone = Some(at);
        }
    }
    if let Some(at) = gone {
        form.turnout.remove(at);
    }
    if form.turnout.is_empty() {
        text_ui(ui, &t(lang, "rules-turnout-none"), Size::Body, Weight::Regular, palette(ui).ink2);
    }
    if ui.add(Button::text(&t(lang, "rules-turnout-add")).icon(Icon::Plus)).clicked() {
        let measure = other_measure(form.turnout.iter().map(|row| row.measure));
        let of = form.turnout.last().map_or(Turning::Participating, |row| row.of);
        form.turnout.push(TurnoutRow { of, measure, ..TurnoutRow::default() });
    }
}

/// The approval thresholds with their buttons.
pub(super) fn approval_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, problem: Option<&Problem>) {
    let mut gone = None;
    for (at, row) in form.approval.iter_mut().enumerate() {
        let said = problem.filter(|problem| problem.place == Place::Approval(at));
        if approval_row_ui(ui, lang, at, row, said) {
            gone = Some(at);
        }
    }
    if let Some(at) = gone {
        form.approval.remove(at);
    }
    problem_ui(ui, problem.filter(|problem| problem.place == Place::Approvals));
    if ui.add(Button::text(&t(lang, "rules-approval-add")).icon(Icon::Plus)).clicked() {
        let measure = other_measure(form.approval.iter().map(|row| row.measure));
        let like = form.approval.last().cloned().unwrap_or_default();
        form.approval.push(ApprovalRow { measure, ..like });
    }
}

/// A second threshold is mostly the same in the other measure.
fn other_measure(mut there: impl Iterator<Item = Measure>) -> Measure {
    if there.any(|measure| measure == Measure::Heads) { Measure::Area } else { Measure::Heads }
}

fn turnout_row_ui(ui: &mut Ui, lang: Lang, at: usize, row: &mut TurnoutRow, problem: Option<&Problem>) -> bool {
    let n = (at + 1).to_string();
    let name = |key: &str| tf(lang, key, &[("n", &n)]);
    let gone = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            let of = [
                (Turning::Participating, t(lang, "rules-turnout-participating")),
                (Turning::Present, t(lang, "rules-turnout-present")),
            ];
            select_ui(ui, &name("rules-turnout-of"), &of, &mut row.of, 112.0);
            select_ui(ui, &name("rules-turnout-measure"), &measures(lang), &mut row.measure, 92.0);
            let compare = compares(lang, &[Compare::AtLeast, Compare::MoreThan]);
            select_ui(ui, &name("rules-turnout-compare"), &compare, &mut row.compare, 116.0);
            let base = bases(lang, &[Base::All, Base::Present]);
            select_ui(ui, &name("rules-turnout-base"), &base, &mut row.base, BASE);
            share_ui(ui, lang, &name("rules-turnout-share"), &mut row.share);
            ui.add(Button::text(&name("rules-turnout-remove")).pane()).clicked()
        })
        .inner;
    problem_ui(ui, problem);
    gone
}

fn approval_row_ui(ui: &mut Ui, lang: Lang, at: usize, row: &mut ApprovalRow, problem: Option<&Problem>) -> bool {
    let n = (at + 1).to_string();
    let name = |key: &str| tf(lang, key, &[("n", &n)]);
    let gone = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            let of = [(Counted::Yes, t(lang, "rules-counted-yes")), (Counted::No, t(lang, "rules-counted-no"))];
            if select_ui(ui, &name("rules-approval-of"), &of, &mut row.of, 112.0) {
                // Many yes or few no: the other way round is a contradiction.
                row.compare = if row.of == Counted::No { Compare::AtMost } else { Compare::MoreThan };
            }
            select_ui(ui, &name("rules-approval-measure"), &measures(lang), &mut row.measure, 92.0);
            let compare = compares(lang, &[Compare::MoreThan, Compare::AtLeast, Compare::AtMost]);
            select_ui(ui, &name("rules-approval-compare"), &compare, &mut row.compare, 116.0);
            let base = bases(lang, &[Base::Deciding, Base::Participating, Base::Present, Base::All]);
            select_ui(ui, &name("rules-approval-base"), &base, &mut row.base, BASE);
            share_ui(ui, lang, &name("rules-approval-share"), &mut row.share);
            ui.add(Button::text(&name("rules-approval-remove")).pane()).clicked()
        })
        .inner;
    problem_ui(ui, problem);
    gone
}

fn share_ui(ui: &mut Ui, lang: Lang, name: &str, share: &mut String) {
    Field::new(share, name).hint(&t(lang, "rules-share-hint")).width(SHARE).field_ui(ui);
}

/// The sentence of a problem under its field.
pub(super) fn problem_ui(ui: &mut Ui, problem: Option<&Problem>) {
    if let Some(problem) = problem {
        let ink = palette(ui).err;
        text_ui(ui, &problem.text, Size::Note, Weight::Regular, ink);
    }
}

fn measures(lang: Lang) -> [(Measure, String); 2] {
    [(Measure::Heads, t(lang, "rules-measure-heads")), (Measure::Area, t(lang, "rules-measure-area"))]
}

fn compares(lang: Lang, among: &[Compare]) -> Vec<(Compare, String)> {
    let word = |compare: &Compare| match compare {
        Compare::MoreThan => t(lang, "rules-compare-more"),
        Compare::AtLeast => t(lang, "rules-compare-least"),
        Compare::AtMost => t(lang, "rules-compare-most"),
    };
    among.iter().map(|compare| (*compare, word(compare))).collect()
}

fn bases(lang: Lang, among: &[Base]) -> Vec<(Base, String)> {
    let word = |base: &Base| match base {
        Base::Deciding => t(lang, "rules-base-deciding"),
        Base::Participating => t(lang, "rules-base-participating"),
        Base::Present => t(lang, "rules-base-present"),
        Base::All => t(lang, "rules-base-all"),
    };
    among.iter().map(|base| (*base, word(base))).collect()
}
