//! What would come of opening the vote now: how many can vote, what the turnout lacks, and why it would be refused.
//!
//! The rules are asked with the very command that would be sent; whatever they make of it is thrown away.

use amounts::CentiSqm;
use deliberation::ballot::Method;
use deliberation::electorate::Electorate;
use deliberation::ids::EventSeq;
use deliberation::rule::{Measure, Rule, Turning};
use deliberation::verdict::turnout_lacks;
use deliberation::vote::Vote;
use deliberation::{Command, Event, Origin, Refusal, State, decide};
use egui::Ui;
use words::Quantity;
use words::figures::vote::measured;
use words::refusal::refusal_text;

use crate::look::tokens::{Size, Weight, palette};
use crate::look::{Button, Icon, icon_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::page::{Place, Wish};

/// The answer of the rules, kept until something is recorded or chosen: among thousands of owners it takes longer than a
/// frame has.
#[derive(Default)]
pub(super) struct Foreseen {
    asked: Option<(EventSeq, Command, Result<Vote, Refusal>)>,
}

impl Foreseen {
    fn of(&mut self, bench: &Bench<'_>, rule: &Rule, method: Method, command: &Command) -> &Result<Vote, Refusal> {
        let now = bench.snapshot.seq;
        let kept = self.asked.take().filter(|(seq, asked, _)| *seq == now && asked == command);
        let (_, _, answer) =
            self.asked.insert(kept.unwrap_or_else(|| (now, command.clone(), foreseen(bench, rule, method, command))));
        answer
    }
}

/// The vote as it would open, without a question.
fn foreseen(bench: &Bench<'_>, rule: &Rule, method: Method, command: &Command) -> Result<Vote, Refusal> {
    let state = State { facts: bench.facts().clone(), ..State::default() };
    let origin = Origin { at: bench.at(), by: bench.session.person() };
    let events = decide(&state, command, &origin)?;
    let electorate = events.into_iter().find_map(|event| match event {
        Event::VoteOpened { body: Some(body), .. } => Some(Electorate::of_body(body)),
        Event::VoteOpened { electors, recused, .. } => Some(Electorate::new(electors, recused)),
        _ => None,
    });
    let roll = std::sync::Arc::clone(&bench.facts().roll);
    Ok(Vote::new(rule.clone(), method, electorate.unwrap_or_default(), roll, bench.at()))
}

/// Shows it; the sentence of the refusal, if there is one.
pub(super) fn before_ui(
    ui: &mut Ui,
    bench: &mut Bench<'_>,
    (rule, method): (&Rule, Method),
    command: &Command,
    foreseen: &mut Foreseen,
) -> Option<String> {
    let colours = *palette(ui);
    match foreseen.of(bench, rule, method, command) {
        Ok(vote) => {
            let mut line = may_vote(bench, vote);
            match turnout(bench, vote) {
                Some((text, met)) => {
                    line.push_str(&bench.say("ballots-clause-join"));
                    line.push_str(&text);
                    sign_line_ui(ui, if met { Icon::Check } else { Icon::Warning }, &line, met);
                }
                None => {
                    text_ui(ui, &line, Size::Body, Weight::Regular, colours.ink);
                }
            }
            None
        }
        Err(refusal) => {
            let text = refusal_text(bench.lang, bench.facts(), bench.snapshot.as_ref(), refusal);
            sign_line_ui(ui, Icon::Warning, &text, false);
            if matches!(refusal, Refusal::AreaMissing { .. })
                && ui.add(Button::text(&bench.say("ballots-to-roll")).icon(Icon::Roll).pane()).clicked()
            {
                bench.wishes.push(Wish::Show(Place::Roll));
            }
            Some(text)
        }
    }
}

fn sign_line_ui(ui: &mut Ui, icon: Icon, text: &str, good: bool) {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        icon_ui(ui, icon, crate::look::tokens::frame::ICON_CHIP, if good { colours.accent } else { colours.warn });
        text_ui(ui, text, Size::Body, Weight::Regular, colours.ink);
    });
}

fn may_vote(bench: &Bench<'_>, vote: &Vote) -> String {
    let left = vote.left();
    let heads = Quantity::Heads(i64::from(left.heads)).text(bench.lang);
    if vote.method.by_totals() {
        return bench.tell("ballots-may-vote-heads", &[("heads", &heads)]);
    }
    let area = Quantity::Area(left.known_area()).text(bench.lang);
    bench.tell("ballots-may-vote", &[("heads", &heads), ("area", &area)])
}

/// What the turnout lacks though everybody who can takes part; whether it lacks nothing.
fn turnout(bench: &Bench<'_>, vote: &Vote) -> Option<(String, bool)> {
    let rule = &vote.rule;
    if rule.turnout.is_empty() {
        return None;
    }
    let (heads, area) = turnout_lacks(rule, vote.electorate.bases, vote.left());
    let mut amounts = Vec::new();
    if heads > 0 {
        amounts.push(measured(Measure::Heads, heads).text(bench.lang));
    }
    if area > 0 {
        amounts.push(Quantity::Area(Some(CentiSqm(area))).text(bench.lang));
    }
    if amounts.is_empty() {
        return Some((bench.say("ballots-turnout-reachable"), true));
    }
    let amount = amounts.join(&bench.say("ballots-list-join"));
    let args = [("amount", amount.as_str())];
    let quorum = rule.turnout.iter().all(|turnout| turnout.of == Turning::Present);
    let text =
        if quorum { bench.tell("ballots-lacks-quorum", &args) } else { bench.tell("ballots-lacks-turnout", &args) };
    Some((text, false))
}
