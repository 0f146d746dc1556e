//! The editor of a community's own rules: every field of a rule, its sentence while one types, what stands in its way.

use deliberation::rule::{BindingLevel, Electors, Secrecy, Silence, Ties};
use egui::Ui;
use words::rule_words::binding_short;
use words::{Lang, t};

use super::detail::{notes_ui, read_aloud_ui};
use super::form::{Place, Problem, RuleForm};
use super::thresholds::{approval_ui, problem_ui, turnout_ui};
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon, Size, Weight, palette, section_ui, text_ui};
use crate::meeting::parts::{captioned_ui, scroll_ui, select_ui};

/// Draws the fields; nothing here decides whether they make a rule.
pub(super) fn fields_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, problem: Option<&Problem>) {
    scroll_ui(ui, "rule-fields", |ui| {
        ui.spacing_mut().item_spacing.y = space::S3;
        let at = |place: Place| problem.filter(|problem| problem.place == place);
        naming_ui(ui, lang, form, at(Place::Title), at(Place::Id));
        source_ui(ui, lang, form, at(Place::Source));
        section_ui(ui, &t(lang, "rules-section-turnout"), "");
        turnout_ui(ui, lang, form, problem);
        section_ui(ui, &t(lang, "rules-section-approval"), "");
        approval_ui(ui, lang, form, problem);
        section_ui(ui, &t(lang, "rules-section-voting"), "");
        voting_ui(ui, lang, form, problem);
        section_ui(ui, &t(lang, "rules-section-force"), "");
        force_ui(ui, lang, form);
        ui.add_space(space::S6);
    });
}

/// The sentence in both languages, or that there is none yet; true when the rule is to be saved, or given up.
pub(super) fn reading_ui(
    ui: &mut Ui,
    lang: Lang,
    made: &Result<deliberation::rule::Rule, Problem>,
    closed: Option<&str>,
) -> (bool, bool) {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S2;
    let buttons = ui.horizontal(|ui| {
        let closed = made.as_ref().err().map(|problem| problem.text.as_str()).or(closed);
        let save = ui.add(Button::primary(&t(lang, "rules-save")).icon(Icon::Check).closed(closed)).clicked();
        let leave = ui.add(Button::text(&t(lang, "rules-leave"))).clicked();
        (save, leave)
    });
    ui.add_space(space::S2);
    scroll_ui(ui, "rule-reading", |ui| match made {
        Ok(rule) => {
            read_aloud_ui(ui, lang, rule);
            ui.add_space(space::S2);
            notes_ui(ui, lang, rule);
        }
        Err(problem) => {
            text_ui(ui, &t(lang, "rules-not-yet"), Size::Body, Weight::Medium, colours.ink);
            text_ui(ui, &problem.text, Size::Body, Weight::Regular, colours.err);
        }
    });
    buttons.inner
}

fn naming_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, title: Option<&Problem>, id: Option<&Problem>) {
    let half = (ui.available_width() - space::S3) / 2.0;
    pair_of_fields_ui(ui, lang, half, ("rules-title-zh", &mut form.title.zh), ("rules-title-en", &mut form.title.en));
    problem_ui(ui, title);
    pair_of_fields_ui(ui, lang, half, ("rules-scope-zh", &mut form.scope.zh), ("rules-scope-en", &mut form.scope.en));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        let caption = t(lang, "rules-id");
        captioned_ui(ui, &caption, half, |ui| {
            let said = id.map(|problem| problem.text.as_str());
            Field::new(&mut form.id, &caption).closed(form.changes.is_some()).problem(said).width(half).field_ui(ui);
        });
        let caption = t(lang, "rules-level");
        captioned_ui(ui, &caption, half, |ui| {
            let level = |level| (level, binding_short(lang, level));
            let levels = [
                BindingLevel::Deliberation,
                BindingLevel::Owners,
                BindingLevel::Residents,
                BindingLevel::Villagers,
                BindingLevel::Party,
            ]
            .map(level);
            select_ui(ui, &caption, &levels, &mut form.level, half);
        });
    });
}

fn voting_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, problem: Option<&Problem>) {
    let at = |place: Place| problem.filter(|problem| problem.place == place);
    let electorates = [
        (Electors::Present, t(lang, "rules-electors-present")),
        (Electors::Owners, t(lang, "rules-electors-owners")),
        (Electors::Body, t(lang, "rules-electors-body")),
    ];
    let secrecy = [
        (Secrecy::Either, t(lang, "rules-secrecy-either")),
        (Secrecy::Open, t(lang, "rules-secrecy-open")),
        (Secrecy::Secret, t(lang, "rules-secrecy-secret")),
    ];
    let void = [(false, t(lang, "rules-void-takes-part")), (true, t(lang, "rules-void-apart"))];
    let unreturned = [
        (None, t(lang, "rules-unreturned-out")),
        (Some(Silence::Abstain), t(lang, "rules-unreturned-abstain")),
        (Some(Silence::Majority), t(lang, "rules-unreturned-majority")),
    ];
    let width = (ui.available_width() - 3.0 * space::S3) / 4.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        choice_ui(ui, lang, width, "rules-electorate", &electorates, &mut form.electorate);
        choice_ui(ui, lang, width, "rules-notice", &needed(lang), &mut form.needs_notice);
        choice_ui(ui, lang, width, "rules-written", &needed(lang), &mut form.written);
        choice_ui(ui, lang, width, "rules-secrecy", &secrecy, &mut form.secrecy);
    });
    for place in [Place::Electorate, Place::Secrecy] {
        problem_ui(ui, at(place));
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        choice_ui(ui, lang, width, "rules-void", &void, &mut form.void_apart);
        choice_ui(ui, lang, width, "rules-unreturned", &unreturned, &mut form.unreturned);
        number_ui(ui, lang, width, ("rules-proxies", "rules-proxies-hint"), &mut form.proxies);
    });
    problem_ui(ui, at(Place::Proxies));
    clause_ui(ui, lang, form, at(Place::Clause));
    let kinds = [(false, t(lang, "rules-kind-motion")), (true, t(lang, "rules-kind-election"))];
    let ties = [(Ties::RunOff, t(lang, "rules-ties-run-off")), (Ties::Lot, t(lang, "rules-ties-lot"))];
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        choice_ui(ui, lang, width, "rules-kind", &kinds, &mut form.election);
        if form.election {
            number_ui(ui, lang, width, ("rules-seats", "rules-seats-hint"), &mut form.seats);
            choice_ui(ui, lang, width, "rules-ties", &ties, &mut form.ties);
        }
    });
    problem_ui(ui, at(Place::Seats));
}

/// The clause by which papers that never came back take part, where there is one.
fn clause_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, problem: Option<&Problem>) {
    if form.unreturned.is_some() {
        let half = (ui.available_width() - space::S3) / 2.0;
        let clause = ("rules-clause", &mut form.clause);
        pair_of_fields_ui(ui, lang, half, clause, ("rules-clause-article", &mut form.clause_article));
        problem_ui(ui, problem);
    }
}

fn source_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm, problem: Option<&Problem>) {
    let half = (ui.available_width() - space::S3) / 2.0;
    pair_of_fields_ui(ui, lang, half, ("rules-law-zh", &mut form.law.zh), ("rules-law-en", &mut form.law.en));
    pair_of_fields_ui(ui, lang, half, ("rules-article", &mut form.article), ("rules-date", &mut form.date));
    problem_ui(ui, problem);
}

/// What took the rule's place, for a rule that is old.
fn force_ui(ui: &mut Ui, lang: Lang, form: &mut RuleForm) {
    let half = (ui.available_width() - space::S3) / 2.0;
    let (zh, en) = (&mut form.replaced_by.zh, &mut form.replaced_by.en);
    pair_of_fields_ui(ui, lang, half, ("rules-replaced-zh", zh), ("rules-replaced-en", en));
    let caption = t(lang, "rules-replaced-on");
    captioned_ui(ui, &caption, half, |ui| {
        Field::new(&mut form.replaced_on, &caption).width(half).field_ui(ui);
    });
}

/// Two fields side by side; the captions are their names.
fn pair_of_fields_ui(ui: &mut Ui, lang: Lang, half: f32, left: (&str, &mut String), right: (&str, &mut String)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        for (key, text) in [left, right] {
            let caption = t(lang, key);
            captioned_ui(ui, &caption, half, |ui| {
                Field::new(text, &caption).width(half).field_ui(ui);
            });
        }
    });
}

fn choice_ui<K: PartialEq + Clone>(
    ui: &mut Ui,
    lang: Lang,
    width: f32,
    key: &str,
    choices: &[(K, String)],
    chosen: &mut K,
) {
    let caption = t(lang, key);
    captioned_ui(ui, &caption, width, |ui| {
        select_ui(ui, &caption, choices, chosen, width);
    });
}

fn number_ui(ui: &mut Ui, lang: Lang, width: f32, (caption, hint): (&str, &str), text: &mut String) {
    let (caption, hint) = (t(lang, caption), t(lang, hint));
    captioned_ui(ui, &caption, width, |ui| {
        Field::new(text, &caption).hint(&hint).width(width).field_ui(ui);
    });
}

fn needed(lang: Lang) -> [(bool, String); 2] {
    [(false, t(lang, "rules-not-needed")), (true, t(lang, "rules-needed"))]
}
