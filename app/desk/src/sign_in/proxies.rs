//! Written authorities: who votes for whom by which paper, how many an agent holds, and what a coming or going means.

use deliberation::ids::PersonId;
use deliberation::meeting::{Meeting, Proxy};
use deliberation::{Command, Facts};
use egui::Ui;
use session::Snapshot;
use words::{Lang, Quantity, t, tf};

use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, hairline_ui, palette, section_ui, text_ui};
use crate::page::Scene;

/// What a proxy does as things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The agent is in the hall and answers.
    Answers,
    /// The principal came and speaks for himself.
    PrincipalCame,
    /// Neither of them is in the hall.
    Nobody,
}

/// What the proxy somebody gave does now.
pub(super) fn standing(meeting: &Meeting, principal: PersonId, proxy: &Proxy) -> Standing {
    if meeting.attendance.is_present(principal) {
        Standing::PrincipalCame
    } else if meeting.attendance.is_present(proxy.agent) {
        Standing::Answers
    } else {
        Standing::Nobody
    }
}

/// How many heads that are not in the hall have an agent there.
pub(super) fn answered_for(meeting: &Meeting) -> usize {
    let proxies = meeting.proxies.iter();
    proxies.filter(|(principal, proxy)| standing(meeting, **principal, proxy) == Standing::Answers).count()
}

/// Whom an agent speaks for, those who came themselves left out.
pub(super) fn principals(meeting: &Meeting, agent: PersonId) -> Vec<PersonId> {
    let held = meeting.proxies.iter().filter(|(_, proxy)| proxy.agent == agent);
    held.map(|(principal, _)| *principal).filter(|principal| !meeting.attendance.is_present(*principal)).collect()
}

/// Shows the proxies of the meeting; true when another is to be recorded.
pub(super) fn proxies_ui(ui: &mut Ui, scene: &mut Scene<'_>, meeting: &Meeting) -> bool {
    let lang = scene.lang;
    let snapshot = std::sync::Arc::clone(scene.session.snapshot());
    let count = Quantity::households(meeting.proxies.len()).text(lang);
    let count = if meeting.proxies.is_empty() { String::new() } else { count };
    section_ui(ui, &t(lang, "proxy-title"), &count);
    ui.add_space(space::S1);
    let mut by_agent: Vec<(PersonId, Vec<(PersonId, &Proxy)>)> = Vec::new();
    for (principal, proxy) in &meeting.proxies {
        match by_agent.iter_mut().find(|(agent, _)| *agent == proxy.agent) {
            Some((_, held)) => held.push((*principal, proxy)),
            None => by_agent.push((proxy.agent, vec![(*principal, proxy)])),
        }
    }
    let mut withdrawn = None;
    for (agent, held) in by_agent {
        agent_ui(ui, &snapshot, lang, meeting, agent, held.len());
        for (principal, proxy) in held {
            if proxy_ui(ui, &snapshot, lang, meeting, principal, proxy) {
                withdrawn = snapshot.facts.roll.door_of(principal).cloned();
            }
        }
        ui.add_space(space::S2);
    }
    if let Some(principal) = withdrawn {
        scene.session.submit(Command::WithdrawProxy { principal });
    }
    let pressed = ui.add(Button::normal(&t(lang, "proxy-add")).icon(Icon::Plus).pane()).clicked();
    ui.add_space(space::S4);
    pressed
}

/// The agent with the load he carries.
fn agent_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, meeting: &Meeting, agent: PersonId, holds: usize) {
    let palette = *palette(ui);
    let name = words::person_label(lang, &snapshot.facts, snapshot, agent);
    let holds = Quantity::households(holds).text(lang);
    let load = tf(lang, "proxy-agent", &[("name", &name), ("count", &holds)]);
    text_ui(ui, &load, Size::Body, Weight::Medium, palette.ink);
    if !meeting.attendance.is_present(agent) {
        text_ui(ui, &t(lang, "proxy-agent-absent"), Size::Note, Weight::Regular, palette.warn);
    }
    hairline_ui(ui);
}

/// One proxy; true when it is to be taken back.
fn proxy_ui(
    ui: &mut Ui,
    snapshot: &Snapshot,
    lang: Lang,
    meeting: &Meeting,
    principal: PersonId,
    proxy: &Proxy,
) -> bool {
    let palette = *palette(ui);
    let name = words::person_label(lang, &snapshot.facts, snapshot, principal);
    let mut withdraw = false;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let named = tf(lang, "proxy-withdraw-name", &[("name", &name)]);
            let response = ui.add(Button::text(&t(lang, "proxy-withdraw")).pane());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, named.as_str()));
            withdraw = response.clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S2;
                text_ui(ui, &name, Size::Body, Weight::Regular, palette.ink);
                if !proxy.paper.is_empty() {
                    let paper = tf(lang, "proxy-paper-n", &[("paper", &proxy.paper)]);
                    text_ui(ui, &paper, Size::Note, Weight::Regular, palette.ink2);
                }
                if proxy.scan.is_some() {
                    text_ui(ui, &t(lang, "proxy-has-scan"), Size::Note, Weight::Regular, palette.ink2);
                }
            });
        });
    });
    if standing(meeting, principal, proxy) == Standing::PrincipalCame {
        text_ui(ui, &t(lang, "proxy-principal-came"), Size::Note, Weight::Regular, palette.ink2);
    }
    withdraw
}

/// What it means for others that somebody is in the hall, or goes; nothing where it means nothing.
pub(super) fn meaning(lang: Lang, snapshot: &Snapshot, meeting: &Meeting, person: PersonId) -> Vec<String> {
    let facts = &snapshot.facts;
    let mut said = Vec::new();
    let held = principals(meeting, person);
    if !held.is_empty() {
        let names: Vec<String> = held.iter().map(|one| label(lang, snapshot, *one)).collect();
        let count = Quantity::households(held.len()).text(lang);
        let names = names.join(&t(lang, "list-comma"));
        let args = [("count", count.as_str()), ("names", &names)];
        said.push(if meeting.attendance.is_present(person) {
            tf(lang, "proxy-leaving", &args)
        } else {
            tf(lang, "proxy-not-there", &args)
        });
    }
    if let Some(proxy) = meeting.proxies.get(&person) {
        let agent = label(lang, snapshot, proxy.agent);
        let args = [("agent", agent.as_str())];
        said.push(if meeting.attendance.is_present(person) {
            tf(lang, "proxy-came-himself", &args)
        } else {
            tf(lang, "proxy-given-to", &args)
        });
    }
    if is_late(facts, meeting, person) {
        said.push(late_text(lang, facts));
    }
    said
}

fn label(lang: Lang, snapshot: &Snapshot, person: PersonId) -> String {
    words::person_label(lang, &snapshot.facts, snapshot, person)
}

/// Whether somebody came after the vote that is open had begun: its electorate is frozen.
pub(super) fn is_late(facts: &Facts, meeting: &Meeting, person: PersonId) -> bool {
    let Some((_, vote)) = facts.open_vote() else { return false };
    let here = meeting.attendance.is_present(person) && facts.roll.head(person).is_some();
    here && !vote.electorate.heads.get(&person).is_some_and(|elector| elector.present)
        && !vote.electorate.recused.contains(&person)
}

/// What that means for him in this vote.
pub(super) fn late_text(lang: Lang, facts: &Facts) -> String {
    match facts.open_vote() {
        Some((_, vote)) if vote.reaches_absent() => t(lang, "sign-in-late-paper"),
        _ => t(lang, "sign-in-late"),
    }
}
