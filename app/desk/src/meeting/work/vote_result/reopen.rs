//! Opening a closed vote again: an act of its own, with a reason, told before it is done and offered only while nothing has
//! been built on the result.

use deliberation::Command;
use deliberation::text::Words;
use egui::{Id, Ui};
use session::Session;

use crate::look::tokens::{Size, Weight, palette};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::work::Table;

/// The reason under way.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(in crate::meeting::work) struct Reopening {
    reason: Draft<String>,
}

impl Reopening {
    /// True in the frame in which the vote is open again.
    pub(in crate::meeting::work) fn settled(&mut self, session: &Session) -> bool {
        self.reason.settled(session)
    }

    /// The form: what happens, and why. True if it was left.
    pub(in crate::meeting::work) fn reopen_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &Table<'_>,
        focus: bool,
    ) -> bool {
        let Some(number) = table.vote else { return true };
        let colours = *palette(ui);
        text_ui(ui, &bench.say("ballots-reopen-means"), Size::Body, Weight::Regular, colours.ink);
        let collects =
            |collection: &deliberation::collection::Collection| collection.vote == number && !collection.withdrawn;
        if bench.facts().collections.iter().any(|collection| collects(collection)) {
            text_ui(ui, &bench.say("ballots-reopen-collection"), Size::Body, Weight::Regular, colours.ink);
        }
        let (name, hint) = (bench.say("ballots-reopen-reason"), bench.say("ballots-reopen-hint"));
        let id = Id::unique("ballots-reopen-reason");
        let field = Field::new(&mut self.reason.value, &name).hint(&hint).id(id).field_ui(ui);
        if focus {
            field.request_focus();
            // What it means stands above it, and both lie under a long result.
            field.scroll_to_me(Some(egui::Align::Max));
        }
        let mut sent = bench.entered(ui, &field);
        let mut closed = false;
        ui.horizontal(|ui| {
            sent |= ui.add(Button::primary(&bench.say("ballots-reopen-do")).icon(Icon::Check)).clicked();
            closed = ui.add(Button::text(&bench.say("meeting-leave"))).clicked();
        });
        if sent {
            let reason = Words::typed(self.reason.value.trim());
            self.reason.send(bench, vec![Command::ReopenVote { vote: number, reason }]);
        }
        closed
    }
}
