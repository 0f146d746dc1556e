//! Proxy sheets: one agent, everybody he votes for, one key each, all entered in one go.

use std::collections::BTreeMap;

use deliberation::Command;
use deliberation::ballot::DoorBallot;
use deliberation::ids::{PersonId, VoteNo};
use deliberation::vote::Vote;
use egui::{Key, Modifiers, Ui};

use super::conflicts::{said, said_of};
use super::papers::{digits, unclear_text};
use crate::action::Action;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::lines::section_ui;
use crate::meeting::parts::table::{Cell, Column, fill, row_ui};

/// The sheet under way: the choices by principal, as digits.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Sheet {
    digits: BTreeMap<PersonId, String>,
}

/// The agent chosen, the row the keys act on.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Proxies {
    agent: Option<PersonId>,
    #[serde(skip)]
    row: usize,
    sheet: Draft<Sheet>,
}

impl Proxies {
    pub(super) fn is_untouched(&self) -> bool {
        self.sheet.value.digits.is_empty()
    }

    /// The agent whose sheet lies on the desk: the one chosen, else the first with something left to enter.
    fn agent(&self, vote: &Vote) -> Option<PersonId> {
        let agents = vote.agents();
        let waits = |principal: &PersonId| !vote.ballots.contains_key(principal);
        self.agent
            .filter(|agent| agents.contains_key(agent))
            .or_else(|| agents.iter().find(|(_, of)| of.iter().any(waits)).map(|(agent, _)| *agent))
            .or_else(|| agents.keys().next().copied())
    }

    pub(super) fn proxies_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        if self.sheet.settled(bench.session) {
            self.row = 0;
        }
        let Some(agent) = self.agent(vote) else { return };
        // By the order of their doors, as on the sheet.
        let mut principals: Vec<PersonId> = vote.agents().remove(&agent).unwrap_or_default().into_iter().collect();
        principals.sort_by(|a, b| vote.roll.door_of(*a).cmp(&vote.roll.door_of(*b)));
        ui.spacing_mut().item_spacing.y = space::S2;
        section_ui(ui, &bench.tell("ballots-from-proxy", &[("agent", &bench.name(agent))]), "");
        let election = !vote.candidates.is_empty();
        if election {
            text_ui(ui, &bench.say("ballots-proxies-slate-hint"), Size::Note, Weight::Regular, palette(ui).ink2);
            self.slates_ui(ui, bench, vote, &principals);
        } else {
            text_ui(ui, &bench.say("ballots-proxies-keys"), Size::Note, Weight::Regular, palette(ui).ink2);
            self.keys(ui, bench, vote, &principals);
            self.rows_ui(ui, bench, vote, &principals);
        }
        let ballots = self.ballots(vote, &principals);
        let n = ballots.len().to_string();
        let (text, none) = (bench.tell("ballots-proxies-do", &[("n", &n)]), bench.say("ballots-proxies-none"));
        let button = Button::primary(&text).icon(Icon::Check).closed(ballots.is_empty().then_some(none.as_str()));
        if ui.add(button).clicked() {
            self.sheet.send(bench, vec![Command::CastProxies { vote: number, agent: agent.into(), ballots }]);
        }
    }

    /// What can be sent: every principal whose digits say something.
    fn ballots(&self, vote: &Vote, principals: &[PersonId]) -> Vec<DoorBallot> {
        let ballot = |principal: &PersonId| {
            let said = digits(self.sheet.value.digits.get(principal)?, vote.candidates.len()).ok()?;
            let door = vote.roll.door_of(*principal)?.clone();
            Some(DoorBallot { door, choice: said.choice, slate: said.slate })
        };
        principals.iter().filter_map(ballot).collect()
    }

    fn keys(&mut self, ui: &Ui, bench: &Bench<'_>, vote: &Vote, principals: &[PersonId]) {
        for (action, digit) in [(Action::CallYes, "1"), (Action::CallNo, "2"), (Action::CallAbstain, "3")] {
            if bench.asked(action)
                && let Some(principal) = principals.get(self.row)
            {
                self.sheet.value.digits.insert(*principal, digit.to_owned());
                let waits = |at: &usize| {
                    !vote.ballots.contains_key(&principals[*at])
                        && !self.sheet.value.digits.contains_key(&principals[*at])
                };
                self.row = (self.row + 1..principals.len()).find(waits).unwrap_or(self.row);
            }
        }
        if ui.memory(|memory| memory.focused().is_some()) || bench.composing {
            return;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            self.row = (self.row + 1).min(principals.len().saturating_sub(1));
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp)) {
            self.row = self.row.saturating_sub(1);
        }
    }

    /// A line a principal; the marked one takes the keys.
    fn rows_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, principals: &[PersonId]) {
        let colours = *palette(ui);
        let columns = vec![Column::words("", 120.0), Column::words("", 140.0), Column::words("", 160.0)];
        let columns = fill(columns, ui.available_width());
        let most = (ui.available_height() - frame::BUTTON - space::S4).max(frame::ROW);
        egui::ScrollArea::vertical().id_salt("proxy-sheet").auto_shrink([false, true]).max_height(most).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, principal) in principals.iter().enumerate() {
                    let typed = self.sheet.value.digits.get(principal).and_then(|text| digits(text, 0).ok());
                    let word = match (typed, vote.ballots.get(principal)) {
                        (Some(typed), _) => Cell::medium(said_of(bench, typed.choice, &[]), colours.ink),
                        (None, Some(ballot)) => {
                            let choice = said_of(bench, ballot.choice, &[]);
                            Cell::new(bench.tell("ballots-proxies-said", &[("choice", &choice)]), colours.ink2)
                        }
                        (None, None) => Cell::new("", colours.ink2),
                    };
                    let cells = [
                        Cell::new(bench.place(*principal), colours.ink),
                        Cell::new(bench.name(*principal), colours.ink2),
                        word,
                    ];
                    if row_ui(ui, &columns, &cells, frame::ROW, Some(place == self.row)).clicked() {
                        self.row = place;
                    }
                }
            },
        );
    }

    /// In an election each principal's paper is a field of digits.
    fn slates_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, principals: &[PersonId]) {
        let colours = *palette(ui);
        for principal in principals {
            let place = bench.place(*principal);
            if let Some(ballot) = vote.ballots.get(principal) {
                let ballot =
                    DoorBallot { door: ballot.door.clone(), choice: ballot.choice, slate: ballot.slate.clone() };
                let word = bench.tell("ballots-proxies-said", &[("choice", &said(bench, &ballot))]);
                text_ui(ui, &format!("{place} {word}"), Size::Body, Weight::Regular, colours.ink2);
                continue;
            }
            let text = self.sheet.value.digits.entry(*principal).or_default();
            let unclear = digits(text, vote.candidates.len()).err().filter(|_| !text.is_empty());
            let problem = unclear.map(|unclear| unclear_text(bench, unclear));
            ui.horizontal_top(|ui| {
                let person = bench.name_and_place(*principal);
                ui.allocate_ui(egui::vec2(200.0, frame::BUTTON), |ui| {
                    text_ui(ui, &person, Size::Body, Weight::Regular, colours.ink)
                });
                let name = bench.tell("ballots-proxies-slate", &[("door", &place)]);
                Field::new(text, &name).problem(problem.as_deref()).width(160.0).field_ui(ui);
            });
        }
    }

    /// The right pane: every agent, with how many he votes for and how many of them have voted.
    pub(super) fn agents_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
        let colours = *palette(ui);
        let shown = self.agent(vote);
        ui.spacing_mut().item_spacing.y = 0.0;
        section_ui(ui, &bench.say("ballots-proxies-agent"), "");
        let columns = fill(vec![Column::words("", 96.0), Column::words("", 120.0)], ui.available_width());
        for (agent, principals) in vote.agents() {
            let done = principals.iter().filter(|principal| vote.ballots.contains_key(principal)).count();
            let args = [("n", &*principals.len().to_string()), ("done", &done.to_string())];
            let cells = [
                Cell::new(bench.name(agent), colours.ink),
                Cell::new(bench.tell("ballots-proxies-count", &args), colours.ink2),
            ];
            if row_ui(ui, &columns, &cells, frame::ROW, Some(shown == Some(agent))).clicked() && shown != Some(agent) {
                *self = Proxies { agent: Some(agent), ..Proxies::default() };
            }
        }
    }
}
