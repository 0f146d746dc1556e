//! What concluded procedures left for the item: candidates for a ballot or a motion, duties for the ledger, tables; and
//! what carries over to the next procedure.

mod candidates;
mod duties;
mod tables;

use std::collections::BTreeSet;

use deliberation::Command;
use deliberation::ids::ProcedureNo;
use egui::Ui;
use session::Manifest;
use session::materials::carry;
use words::rule_words::pick;

use self::duties::OfferedDuties;
use super::Table;
use super::forms::{Forms, chosen_quote};
use super::soft::Soft;
use super::start::Known;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::section_ui;

/// The drafts of what is made of results.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Results {
    duties: OfferedDuties,
    /// Tables that are unfolded.
    #[serde(skip)]
    open: BTreeSet<(ProcedureNo, String)>,
}

impl Results {
    /// The results of every concluded procedure of the item, the last first.
    pub(super) fn results_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &Table<'_>,
        forms: &mut Forms,
        soft: &mut Soft,
    ) {
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let here = words::material_words::concluded(&snapshot.facts, table.number);
        let mut here: Vec<_> = here.filter(|(_, run, _)| run.item == table.item).collect();
        here.reverse();
        for (procedure, run, materials) in here {
            if materials.tables.is_empty() && materials.candidates.is_empty() && materials.duties.is_empty() {
                continue;
            }
            let title = pick(bench.lang, &run.plugin.title);
            ui.add_space(space::S2);
            section_ui(ui, &bench.tell("material-of", &[("title", title)]), "");
            if let Some(conclusion) = &run.conclusion {
                let summary = pick(bench.lang, &conclusion.summary);
                text_ui(ui, summary, Size::Body, Weight::Regular, palette(ui).ink);
            }
            candidates::candidates_ui(ui, bench, (procedure, title), materials, forms, soft);
            self.duties.duties_ui(ui, bench, procedure, materials);
            tables::tables_ui(ui, bench, procedure, materials, &mut self.open);
        }
    }
}

/// Why a procedure would not take in the day, over its page.
pub(super) fn day_ui(ui: &mut Ui, bench: &Bench<'_>, procedure: ProcedureNo) {
    let Some((day, failure)) = bench.session.day_refused(procedure) else { return };
    let outcome = session::Outcome::Procedure(failure.clone());
    let reason = bench.session.outcome_text(bench.lang, &outcome).unwrap_or_default();
    let reason = reason.trim_end_matches(['。', '.']).to_owned();
    let day = words::moment::day_short(bench.lang, *day);
    let text = bench.tell("material-day-refused", &[("day", &day), ("reason", &reason)]);
    Banner::new(BannerKind::Warn, &text, "").banner_ui(ui, |_| ());
    ui.add_space(space::S2);
}

/// Procedures of earlier meetings that still run: a button each to go on with it here.
pub(super) fn go_on_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
    let snapshot = std::sync::Arc::clone(&bench.snapshot);
    let facts = &snapshot.facts;
    let left: Vec<_> = facts.left_running(table.number).collect();
    for (procedure, run) in left {
        let meeting = facts.meeting(run.meeting).map_or("", |held| held.plan.title.trim());
        let args = [("title", pick(bench.lang, &run.plugin.title)), ("meeting", meeting)];
        if ui.add(Button::normal(&bench.tell("material-continue", &args)).icon(Icon::Procedure)).clicked() {
            bench.submit(Command::ContinueProcedure { procedure });
        }
    }
}

/// What the meeting already says of a procedure's settings: results of earlier procedures of the item first, then the
/// quote that was taken.
pub(super) fn known(bench: &Bench<'_>, table: &Table<'_>, manifest: &Manifest) -> Vec<Known> {
    let offered = carry::defaults(bench.lang, bench.facts(), table.number, table.item, manifest);
    let mut known: Vec<Known> = offered
        .into_iter()
        .map(|offered| Known {
            source: bench.tell("material-start-from", &[("title", pick(bench.lang, &offered.source))]),
            setting: offered.setting,
            text: offered.text,
            carried: true,
        })
        .collect();
    let amount = "amount";
    if !known.iter().any(|known| known.setting == amount)
        && manifest.setting(amount).is_some()
        && let Some(fen) = chosen_quote(table)
    {
        let source = bench.say("material-start-quote");
        known.push(Known { setting: amount.to_owned(), text: fen.plain(), source, carried: false });
    }
    known
}
