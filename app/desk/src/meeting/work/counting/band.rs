//! The band under an open vote: what the verdict would be now, whether it can still change, and the question before the
//! vote is closed for good. Seen at the desk alone.

use deliberation::Command;
use deliberation::ballot::Method;
use deliberation::ids::VoteNo;
use deliberation::rule::Measure;
use deliberation::vote::Vote;
use egui::{Ui, vec2};
use words::Quantity;
use words::figures::vote::{self as figures, Part};

use crate::confirm::{Answer, Confirm};
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::pane_ui;
use crate::meeting::work::verdict::{measures_ui, verdict_text, verdict_ui};

/// Whether the question stands.
#[derive(Default)]
pub(super) struct Closing {
    asks: bool,
    focus: bool,
}

impl Closing {
    pub(super) fn ask(&mut self) {
        (self.asks, self.focus) = (true, true);
    }

    pub(super) fn asks(&self) -> bool {
        self.asks
    }

    pub(super) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.asks)
    }

    pub(super) fn band_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let colours = *palette(ui);
        let x = if bench.small { space::S5 } else { space::S6 };
        let inner = ui.max_rect().shrink2(vec2(x, if bench.small { space::S2 } else { space::S4 }));
        pane_ui(ui, "band-inner", inner, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if self.asks {
                self.question_ui(ui, bench, number, vote);
                return;
            }
            let left = standing_text(bench, number, vote);
            ui.horizontal(|ui| {
                let width = ui.available_width();
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    text_ui(ui, &left, Size::Note, Weight::Regular, colours.ink2);
                    ui.add_space(space::S3);
                    let room = ui.available_width().min(width);
                    ui.allocate_ui_with_layout(
                        vec2(room, Size::Lead.desk_line()),
                        egui::Layout::left_to_right(egui::Align::Center),
                        |ui| verdict_ui(ui, bench, vote, true),
                    );
                });
            });
            ui.add_space(if bench.small { space::S1 } else { space::S2 });
            if vote.seats > 0 {
                candidates_ui(ui, bench, vote);
            } else {
                measures_ui(ui, bench, number, vote);
            }
        });
    }

    /// The same question while the window is the room's picture: a sheet over it, without the verdict as of now.
    pub(super) fn over_picture_ui(&mut self, ui: &Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        if !self.asks {
            return;
        }
        let (title, close) = (bench.say("meeting-close-ask"), bench.say("meeting-close-do"));
        let means = means_text(bench, vote);
        let enter = if nothing_missing(vote) { Answer::Yes } else { Answer::No };
        let sheet = Confirm::new("close-vote", &title, &means, &close).enter(enter);
        match sheet.confirm_ui(ui.ctx(), bench.lang, |_| {}) {
            Some(Answer::Yes) => {
                bench.submit(Command::CloseVote { vote: number });
                self.asks = false;
            }
            Some(Answer::No) => self.asks = false,
            None => {}
        }
    }

    /// Closing is one of the three acts that ask first: nothing goes back behind it.
    fn question_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: VoteNo, vote: &Vote) {
        let colours = *palette(ui);
        let called = vote.method == Method::RollCall;
        text_ui(ui, &bench.say("meeting-close-ask"), Size::Lead, Weight::Medium, colours.ink);
        text_ui(ui, &means_text(bench, vote), Size::Body, Weight::Regular, colours.ink);
        text_ui(ui, &verdict_text(bench, vote, true), Size::Body, Weight::Regular, colours.ink2);
        ui.add_space(space::S2);
        ui.horizontal(|ui| {
            let close = ui.add(Button::primary(&bench.say("meeting-close-do")).icon(Icon::Check));
            if close.clicked() {
                bench.submit(Command::CloseVote { vote: number });
                self.asks = false;
            }
            let not = if called { bench.say("meeting-close-not") } else { bench.say("ballots-close-not") };
            let not = ui.add(Button::normal(&not));
            if std::mem::take(&mut self.focus) {
                if nothing_missing(vote) { &close } else { &not }.request_focus();
            }
            if not.clicked() {
                self.asks = false;
            }
        });
    }
}

/// Whether nobody in the hall is still to be called: only then does a hasty Enter close a vote that asks door by door.
/// What is not counted yet is refused anyway, and of papers some never come back.
fn nothing_missing(vote: &Vote) -> bool {
    let asked = matches!(vote.method, Method::RollCall | Method::HandsByDoor | Method::Merged);
    !asked || vote.unanswered().next().is_none()
}

/// What closing the vote means for those who have not answered.
fn means_text(bench: &Bench<'_>, vote: &Vote) -> String {
    if vote.left().heads == 0 {
        return bench.say("meeting-close-all");
    }
    let left = Quantity::Heads(i64::from(vote.left().heads)).text(bench.lang);
    let args = [("count", left.as_str())];
    match vote.method {
        Method::RollCall => bench.tell("meeting-close-means", &args),
        _ => bench.tell("ballots-close-means", &args),
    }
}

/// An election has no yes and no of its own: every candidate with the papers for them so far, in the order of the paper.
fn candidates_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let line = |candidate: &deliberation::vote::Candidate| {
        let yes = candidate.tally.yes.heads.to_string();
        bench.tell("ballots-side-count", &[("side", &bench.name(candidate.person)), ("n", &yes)])
    };
    let lines: Vec<String> = vote.candidates.iter().map(line).collect();
    text_ui(ui, &lines.join("\u{3000}"), Size::Body, Weight::Regular, palette(ui).ink);
}

/// How many are still to be called; for other ways how many are counted of the most there may be.
fn standing_text(bench: &Bench<'_>, number: VoteNo, vote: &Vote) -> String {
    if vote.method == Method::RollCall {
        let silent = figures::count(bench.lang, number, vote, Part::Unanswered, Measure::Heads).text;
        return bench.tell("meeting-not-called", &[("count", &silent)]);
    }
    answered_text(bench, number, vote)
}

/// "已计 19 人，最多 31 人".
pub(super) fn answered_text(bench: &Bench<'_>, number: VoteNo, vote: &Vote) -> String {
    let most = if vote.reaches_absent() { Part::All } else { Part::Present };
    let count = |part| figures::count(bench.lang, number, vote, part, Measure::Heads).number;
    bench.tell("ballots-answered", &[("answered", &count(Part::Answered)), ("allowed", &count(most))])
}
