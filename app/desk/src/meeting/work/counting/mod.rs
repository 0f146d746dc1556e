//! An open vote: one pane a way of counting, the question before it is closed, and what every pane shows.
//!
//! ```text
//! head      question, rule as it was read out, conflicts
//! middle    roll-call · hands by side · hands by door · papers · secret papers · proxy sheets
//! right     whom or what the keys act on now
//! band      the verdict as of now, whether it can still change, the question before the close
//! ```
//!
//! Each pane keeps its own half-typed drafts. What two people read or count blind of each other is shown to neither
//! before both are done: `papers` and `secret` look at who works at the desk.

mod band;
mod conflicts;
mod hands;
mod hands_by_door;
mod head;
mod papers;
mod proxies;
mod secret;
mod side_fields;

use std::sync::Arc;

use deliberation::ballot::Method;
use deliberation::ids::VoteNo;
use deliberation::vote::Vote;
use egui::Ui;

use super::roll_call::RollCall;
use crate::action::Action;
use crate::look::Button;
use crate::look::tokens::space;
use crate::meeting::bench::Bench;

pub(super) use self::conflicts::conflict_line;

/// What the middle shows of the open vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    /// The hall: roll-call, hands, or secret papers.
    #[default]
    Hall,
    Papers,
    Proxies,
}

/// The open vote with the drafts of every pane.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Counting {
    vote: Option<VoteNo>,
    #[serde(skip)]
    tab: Tab,
    #[serde(skip)]
    closing: band::Closing,
    #[serde(skip)]
    conflicts: conflicts::Conflicts,
    #[serde(skip)]
    roll_call: RollCall,
    hands: hands::Hands,
    by_door: hands_by_door::HandsByDoor,
    papers: papers::Papers,
    secret: secret::Secret,
    proxies: proxies::Proxies,
}

impl Counting {
    /// Whether nobody has typed or marked anything: which vote is shown is nobody's draft.
    pub(super) fn is_untouched(&self) -> bool {
        self.hands.is_untouched()
            && self.by_door.is_untouched()
            && self.papers.is_untouched()
            && self.secret.is_untouched()
            && self.proxies.is_untouched()
    }

    /// Closes the question before closing, and the one about an answer that stands. True if one was open.
    pub(super) fn leave(&mut self) -> bool {
        self.closing.leave() | self.roll_call.leave()
    }

    /// Whether something is asked that Esc answers with no.
    pub(super) fn has_form(&self) -> bool {
        self.asks() || self.doubts_an_answer()
    }

    pub(super) fn asks(&self) -> bool {
        self.closing.asks()
    }

    pub(super) fn doubts_an_answer(&self) -> bool {
        self.roll_call.asks()
    }

    /// Another vote begins with fresh panes.
    fn follow(&mut self, number: VoteNo, vote: &Vote) {
        if self.vote != Some(number) {
            let tab = if vote.method == Method::Paper { Tab::Papers } else { Tab::Hall };
            *self = Counting { vote: Some(number), tab, ..Counting::default() };
        }
    }

    /// The vote goes on while the window is the room's picture: the keys of a roll-call, the question before the close.
    /// What a band under the picture says, if the keys can count this vote at all.
    pub(super) fn behind_picture_ui(
        &mut self,
        ui: &Ui,
        bench: &mut Bench<'_>,
        number: VoteNo,
        vote: &Vote,
    ) -> Option<String> {
        self.follow(number, vote);
        if bench.asked(Action::OpenVote) {
            self.closing.ask();
        }
        self.closing.over_picture_ui(ui, bench, number, vote);
        let called = matches!(vote.method, Method::RollCall | Method::Merged);
        called.then(|| self.roll_call.behind_picture(ui, bench, number, vote))
    }

    /// Draws the middle; keys of this frame are followed first.
    pub(super) fn counting_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo) {
        let snapshot = Arc::clone(&bench.snapshot);
        let Some(vote) = snapshot.facts.vote(number) else { return };
        self.follow(number, vote);
        if bench.asked(Action::OpenVote) {
            self.closing.ask();
        }
        if head::head_ui(ui, bench, vote) {
            self.closing.ask();
        }
        self.tabs_ui(ui, bench, vote);
        self.conflicts.conflicts_ui(ui, bench, vote);
        match (self.tab, vote.method) {
            (Tab::Papers, _) => self.papers.papers_ui(ui, bench, number, vote),
            (Tab::Proxies, _) => self.proxies.proxies_ui(ui, bench, number, vote),
            (Tab::Hall, Method::Hands) => self.hands.hands_ui(ui, bench, number, vote),
            (Tab::Hall, Method::HandsByDoor) => self.by_door.by_door_ui(ui, bench, number, vote),
            (Tab::Hall, Method::Secret) => self.secret.secret_ui(ui, bench, number, vote),
            (Tab::Hall, _) => self.roll_call.roll_call_ui(ui, bench, number, vote),
        }
    }

    /// The ways into this vote, where there are several.
    fn tabs_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
        let mut tabs = Vec::new();
        match vote.method {
            Method::HandsByDoor => tabs.push((Tab::Hall, bench.say("ballots-tab-hands"))),
            Method::RollCall | Method::Merged => tabs.push((Tab::Hall, bench.say("ballots-tab-roll-call"))),
            Method::Hands | Method::Secret | Method::Paper => {}
        }
        if vote.method.takes_paper() {
            tabs.push((Tab::Papers, bench.say("ballots-tab-papers")));
        }
        if !vote.method.by_totals() && !vote.agents().is_empty() {
            tabs.push((Tab::Proxies, bench.say("ballots-tab-proxies")));
        }
        if tabs.len() < 2 {
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S2;
            for (tab, word) in tabs {
                if ui.add(Button::normal(&word).pane().marked(tab == self.tab)).clicked() {
                    self.tab = tab;
                }
            }
        });
        ui.add_space(space::S2);
    }

    /// The right pane.
    pub(super) fn right_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo) {
        let snapshot = Arc::clone(&bench.snapshot);
        let Some(vote) = snapshot.facts.vote(number).filter(|_| self.vote == Some(number)) else { return };
        match (self.tab, vote.method) {
            (Tab::Papers, _) => self.papers.batches_ui(ui, bench, vote),
            (Tab::Proxies, _) => self.proxies.agents_ui(ui, bench, vote),
            (Tab::Hall, Method::Hands) => hands::counts_ui(ui, bench, vote),
            (Tab::Hall, Method::HandsByDoor) => self.by_door.sides_ui(ui, bench, number, vote),
            (Tab::Hall, Method::Secret) => secret::counters_ui(ui, bench, vote),
            (Tab::Hall, _) => self.roll_call.called_ui(ui, bench, number, vote),
        }
    }

    /// The band under it.
    pub(super) fn band_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo) {
        let snapshot = Arc::clone(&bench.snapshot);
        let Some(vote) = snapshot.facts.vote(number) else { return };
        self.closing.band_ui(ui, bench, number, vote);
    }
}
