//! One person's reading of a batch: a line a paper, the list of what was read, and the end of the batch.

use deliberation::ballot::{Choice, DoorBallot};
use deliberation::ids::VoteNo;
use deliberation::vote::Vote;
use deliberation::{Command, Refusal};
use egui::{Id, Ui};
use words::refusal_text;

use super::line;
use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::table::{Cell, Column, fill, row_ui};
use crate::meeting::work::counting::conflicts::said;

/// A reading under way.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Entry {
    line: String,
    #[serde(skip)]
    problem: Option<String>,
    ballots: Vec<DoorBallot>,
    corrects: bool,
}

impl Touched for Draft<Entry> {
    fn touched(&self) -> bool {
        !self.value.line.is_empty() || !self.value.ballots.is_empty()
    }
}

impl Entry {
    /// The correction of a reading that was sent.
    pub(super) fn correcting(ballots: &[DoorBallot]) -> Entry {
        Entry { ballots: ballots.to_vec(), corrects: true, ..Entry::default() }
    }

    /// Whether it corrects one that was sent.
    pub(super) fn corrects(&self) -> bool {
        self.corrects
    }

    /// Takes the line in, or says why not.
    fn take(&mut self, bench: &Bench<'_>, vote: &Vote) {
        self.problem = match self.ballot(bench, vote) {
            Ok(ballot) => {
                self.ballots.push(ballot);
                self.line.clear();
                None
            }
            Err(problem) => Some(problem),
        };
    }

    fn ballot(&self, bench: &Bench<'_>, vote: &Vote) -> Result<DoorBallot, String> {
        let ballot = line::ballot(bench, vote, &self.line)?;
        if let Some(read) = self.ballots.iter().find(|read| read.door == ballot.door) {
            // Two papers of one door are a matter for the two counters, not for the program.
            let args = [("door", read.door.as_str()), ("choice", &said(bench, read))];
            return Err(bench.tell("ballots-line-twice", &args));
        }
        let refused = |refusal: &Refusal| refusal_text(bench.lang, bench.facts(), bench.snapshot.as_ref(), refusal);
        let elector = vote.voter(&ballot.door).and_then(|voter| vote.electorate.heads.get(&voter));
        match elector {
            None => Err(refused(&Refusal::NoElector { door: ballot.door })),
            Some(elector) if !vote.reaches_absent() && !elector.has_voice() => {
                Err(refused(&Refusal::ElectorAbsent { door: ballot.door }))
            }
            Some(_) => Ok(ballot),
        }
    }
}

/// The line, the list and the end of the batch.
pub(super) fn entry_ui(
    ui: &mut Ui,
    bench: &mut Bench<'_>,
    (vote_no, batch): (VoteNo, u32),
    vote: &Vote,
    draft: &mut Draft<Entry>,
    focus: bool,
) {
    let colours = *palette(ui);
    candidates_ui(ui, bench, vote);
    let entry = &mut draft.value;
    let election = !vote.candidates.is_empty();
    let name = bench.say("ballots-paper-line");
    let hint = if election { bench.say("ballots-paper-hint-election") } else { bench.say("ballots-paper-hint") };
    let id = Id::unique("ballots-paper-line");
    let field = Field::new(&mut entry.line, &name).problem(entry.problem.as_deref()).id(id).field_ui(ui);
    text_ui(ui, &hint, Size::Note, Weight::Regular, colours.ink2);
    if focus {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if field.changed() {
        entry.problem = None;
    }
    let mut finish = false;
    let mut to_button = false;
    if bench.entered(ui, &field) {
        if entry.line.trim().is_empty() && !entry.ballots.is_empty() {
            // Enter on an empty line: nothing more to read, the end is one key away.
            to_button = true;
        } else {
            entry.take(bench, vote);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
    ui.horizontal(|ui| {
        let none = bench.say("ballots-paper-none");
        let text = bench.say("ballots-paper-done");
        let closed = entry.ballots.is_empty().then_some(none.as_str());
        let button = ui.add(Button::primary(&text).icon(Icon::Check).closed(closed));
        if to_button {
            button.request_focus();
        }
        finish = button.clicked();
        let n = entry.ballots.len().to_string();
        let read =
            if entry.ballots.is_empty() { none.clone() } else { bench.tell("ballots-papers-read", &[("n", &n)]) };
        text_ui(ui, &read, Size::Body, Weight::Regular, colours.ink);
        if !entry.ballots.is_empty() {
            text_ui(ui, &bench.say("ballots-paper-fix"), Size::Note, Weight::Regular, colours.ink2);
        }
    });
    if let Some(place) = ballots_ui(ui, bench, vote, &entry.ballots, true) {
        let ballot = entry.ballots.remove(place);
        entry.line = format!("{} {}", ballot.door, line::typed(ballot.choice, &ballot.slate));
        entry.problem = None;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if finish {
        let ballots = draft.value.ballots.clone();
        draft.send(bench, vec![Command::ReadPapers { vote: vote_no, batch, ballots }]);
    }
}

/// The candidates in the order of the digits.
fn candidates_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) {
    let names: Vec<String> = vote
        .candidates
        .iter()
        .enumerate()
        .map(|(place, candidate)| format!("{} {}", place + 1, bench.name(candidate.person)))
        .collect();
    if !names.is_empty() {
        text_ui(ui, &names.join("\u{3000}"), Size::Body, Weight::Medium, palette(ui).ink);
    }
}

/// What was read, the newest first; the place of the line that was pressed.
pub(super) fn ballots_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    vote: &Vote,
    ballots: &[DoorBallot],
    clicks: bool,
) -> Option<usize> {
    let colours = *palette(ui);
    let mut pressed = None;
    let said_width = if vote.candidates.is_empty() { 96.0 } else { 240.0 };
    let columns = vec![
        Column::number("", 56.0),
        Column::words("", 120.0),
        Column::words("", 120.0),
        Column::words("", said_width),
    ];
    let columns = fill(columns, ui.available_width());
    ui.add_space(space::S1);
    let area = egui::ScrollArea::vertical().id_salt("papers-read").auto_shrink([false, true]);
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, frame::ROW_TIGHT, ballots.len(), |ui, rows| {
        for row in rows {
            let place = ballots.len() - 1 - row;
            let ballot = &ballots[place];
            let name = vote.voter(&ballot.door).map(|voter| bench.name(voter)).unwrap_or_default();
            let ink = if ballot.choice == Choice::Void { colours.warn } else { colours.ink };
            let cells = [
                Cell::new((place + 1).to_string(), colours.ink2),
                Cell::new(ballot.door.to_string(), colours.ink),
                Cell::new(name, colours.ink2),
                Cell::new(said(bench, ballot), ink),
            ];
            if row_ui(ui, &columns, &cells, frame::ROW_TIGHT, clicks.then_some(false)).clicked() {
                pressed = Some(place);
            }
        }
    });
    pressed
}
