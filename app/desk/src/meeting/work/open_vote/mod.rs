//! The open-vote form: the rule with its sentence, how and among whom, who stands or is kept out, and what would come of
//! it, before anything opens.
//!
//! Every field has a proposal, so that opening the usual vote takes one key. What the rules would say is asked of the
//! rules themselves ([`before`]); the form decides nothing.

mod before;
mod election;
mod fund;
mod method;
mod recusal;
mod rule;
mod scope;

use std::sync::Arc;

use deliberation::Command;
use deliberation::ballot::Method;
use deliberation::electorate::{Body, Scope};
use deliberation::ids::MotionNo;
use deliberation::rule::{Electors, Rule};
use egui::Ui;
use session::RulePreview;

use super::Table;
use super::area_default::area_default_ui;
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, captioned_ui, read};

/// The form and, under it, who is kept out.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct OpenVote {
    form: Draft<VoteForm>,
    recusal: recusal::Recusal,
    #[serde(skip)]
    foreseen: before::Foreseen,
}

/// What was chosen; nothing chosen is as proposed.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct VoteForm {
    rule: Option<String>,
    method: Option<Method>,
    scope: Scope,
    due: String,
    present: String,
    seats: String,
    candidate: PersonField,
    candidates: Vec<deliberation::ids::PersonId>,
}

impl VoteForm {
    /// The command it stands for under a rule. A number that cannot be read is told as not given.
    fn command(&self, bench: &Bench<'_>, motion: MotionNo, rule: &Rule, method: Method) -> Command {
        let number = |text: &str| read::count(bench.lang, text).ok();
        let body = (rule.electorate == Electors::Body)
            .then(|| Some(Body { due: number(&self.due)?, present: number(&self.present)? }))
            .flatten();
        let election = rule.election.is_some();
        Command::OpenVote {
            motion,
            rule: rule.id.clone(),
            method,
            scope: if rule.electorate == Electors::Body { Scope::Whole } else { self.scope.clone() },
            body,
            candidates: if election {
                self.candidates.iter().map(|person| (*person).into()).collect()
            } else {
                Vec::new()
            },
            seats: if election { number(&self.seats) } else { None },
            sentence: deliberation::rule::Bilingual::default(),
        }
    }
}

impl OpenVote {
    /// True in the frame in which the vote became open.
    pub(super) fn settled(&mut self, session: &session::Session) -> bool {
        self.recusal.follow(session);
        self.form.settled(session)
    }

    /// Draws the form; true if it was left.
    pub(super) fn open_vote_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, focus: bool) -> bool {
        let Some((number, motion)) = table.motion else { return true };
        let snapshot = Arc::clone(&bench.snapshot);
        let facts = &snapshot.facts;
        let form = &mut self.form.value;
        let Some(rule) = rule::rule_ui(ui, bench, facts, &mut form.rule) else { return false };
        let method = method::proposed(facts, rule, form.method);
        let half = (ui.available_width() - space::S4) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            method::method_ui(ui, bench, rule, method, &mut form.method, half);
            if rule.electorate == Electors::Body {
                body_ui(ui, bench, form, half);
            } else {
                scope::scope_ui(ui, bench, &facts.roll, &mut form.scope, half);
            }
        });
        method::others_ui(ui, bench, rule);
        if let Some(election) = rule.election {
            election::election_ui(ui, bench, form, election);
        }
        self.recusal.recusal_ui(ui, bench, number, motion);
        area_default_ui(ui, bench, motion);
        if let Some(right) = fund::fund_ui(ui, bench, motion, rule) {
            self.form.value.rule = Some(right);
        }
        let method = method::proposed(facts, rule, self.form.value.method);
        let command = self.form.value.command(bench, number, rule, method);
        let refused = before::before_ui(ui, bench, (rule, method), &command, &mut self.foreseen);
        let text = method::begin_word(bench, method);
        let mut closed = false;
        ui.horizontal(|ui| {
            let start = ui.add(Button::primary(&text).icon(Icon::Next).closed(refused.as_deref()));
            if focus {
                start.request_focus();
                start.scroll_to_me(None);
            }
            if start.clicked() {
                self.form.send(bench, vec![command.clone()]);
            }
            if ui.add(Button::text(&bench.say("ballots-project-rule"))).clicked()
                && let Some(preview) = preview(&command)
            {
                bench.session.stage.show_rule(preview);
            }
            closed = ui.add(Button::text(&bench.say("meeting-leave"))).clicked();
            self.recusal.open_ui(ui, bench);
        });
        closed
    }
}

/// What the room reads before the vote opens.
fn preview(command: &Command) -> Option<RulePreview> {
    let Command::OpenVote { motion, rule, method, scope, body, .. } = command else { return None };
    Some(RulePreview { motion: *motion, rule: rule.clone(), method: *method, scope: scope.clone(), body: *body })
}

/// How many are due and how many came, for a body the roll does not list.
fn body_ui(ui: &mut Ui, bench: &Bench<'_>, form: &mut VoteForm, width: f32) {
    let each = (width - space::S4) / 2.0;
    for (caption, text) in
        [(bench.say("ballots-due"), &mut form.due), (bench.say("ballots-present"), &mut form.present)]
    {
        let problem = if text.trim().is_empty() { None } else { read::count(bench.lang, text).err() };
        captioned_ui(ui, &caption, each, |ui| {
            Field::new(text, &caption).number().problem(problem.as_deref()).width(each).field_ui(ui)
        });
    }
}
