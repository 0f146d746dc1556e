//! The collection's own account: how the bill is covered, who advanced what, what is left over.

use deliberation::collection::Collection;
use deliberation::ids::{AdvanceNo, CollectionNo};
use egui::{Ui, vec2};
use words::figures::collection::{Column, sum};
use words::names::text_or_erased;
use words::{Quantity, moment};

use super::CollectionPage;
use super::deeds::Deed;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::line_ui;
use crate::meeting::parts::lines::Ink;

impl CollectionPage {
    /// Sums line by line, advances, and the deeds that belong to no household.
    pub(super) fn accounts_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: CollectionNo,
        collection: &Collection,
    ) {
        let colours = *palette(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        text_ui(ui, &bench.say("collecting-accounts"), Size::Title, Weight::Medium, colours.ink);
        ui.add_space(space::S2);
        sums_ui(ui, bench, number, collection);
        ui.add_space(space::S3);
        if self.deed_ui(ui, bench, number, collection) {
            return;
        }
        self.advances_ui(ui, bench, collection);
        let sums = collection.sums();
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S2, space::S2);
            let none = bench.say("collecting-nothing-to-advance");
            let none = (collection.to_advance(None).0 <= 0).then_some(none.as_str());
            if ui.add(Button::normal(&bench.say("collecting-advance-new")).pane().closed(none)).clicked() {
                chosen = Some(Deed::AdvanceGap);
            }
            if ui.add(Button::normal(&bench.say("collecting-bill-change")).pane()).clicked() {
                chosen = Some(Deed::Bill);
            }
            if sums.surplus().0 > 0 && ui.add(Button::normal(&bench.say("collecting-surplus-use")).pane()).clicked() {
                chosen = Some(Deed::Surplus);
            }
        });
        if let Some(deed) = chosen {
            self.begin(bench, collection, deed);
        }
    }

    /// Who advanced how much, what of it is back, and the button to pay back.
    fn advances_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, collection: &Collection) {
        if collection.advances.is_empty() {
            return;
        }
        let colours = *palette(ui);
        text_ui(ui, &bench.say("collecting-advances"), Size::Body, Weight::Medium, colours.ink);
        ui.add_space(space::S2);
        let mut chosen = None;
        let waits = bench.say("collecting-repay-waits");
        let waits = (collection.to_repay().0 <= 0).then_some(waits.as_str());
        for (at, advance) in collection.advances.iter().enumerate() {
            let day = moment::day_short(bench.lang, bench.zone.day(advance.at));
            let name = bench.name(advance.person);
            let who = match &advance.door {
                Some(door) => {
                    let args = [("name", name.as_str()), ("door", door.as_str()), ("day", &day)];
                    bench.tell("collecting-advanced-for", &args)
                }
                None => bench.tell("collecting-advanced-gap", &[("name", &name), ("day", &day)]),
            };
            let ink = Ink::new(Size::Body, colours.ink);
            line_ui(ui, (&who, ink), (&Quantity::Money(advance.amount).text(bench.lang), ink));
            let back = Quantity::Money(advance.repaid()).text(bench.lang);
            let left = Quantity::Money(advance.open()).text(bench.lang);
            let state = bench.tell("collecting-advance-state", &[("back", &back), ("left", &left)]);
            text_ui(ui, &state, Size::Note, Weight::Regular, colours.ink2);
            if advance.open().0 > 0 {
                ui.add_space(space::S1);
                let text = bench.tell("collecting-repay-to", &[("name", &name)]);
                if ui.add(Button::normal(&text).pane().closed(waits)).clicked() {
                    chosen = Some(Deed::Repay(AdvanceNo::at(at)));
                }
            }
            ui.add_space(space::S3);
        }
        if let Some(deed) = chosen {
            self.begin(bench, collection, deed);
        }
    }
}

/// Bill − what is there = gap, line by line; what is nothing is left out.
fn sums_ui(ui: &mut Ui, bench: &Bench<'_>, number: CollectionNo, collection: &Collection) {
    let colours = *palette(ui);
    let ink = Ink::new(Size::Body, colours.ink);
    let label = Ink::new(Size::Body, colours.ink2);
    let figure = |column| sum(bench.lang, number, collection, column);
    let always = [(Column::Bill, "collecting-line-bill"), (Column::Paid, "collecting-line-paid")];
    let further = [
        (Column::Funding, "collecting-line-funding"),
        (Column::WrittenOff, "collecting-line-written-off"),
        (Column::SurplusUsed, "collecting-line-surplus-used"),
    ];
    let sums = collection.sums();
    let shown = [sums.funding, sums.written_off.0, sums.surplus_used];
    for (column, key) in always {
        line_ui(ui, (&bench.say(key), label), (&figure(column).text, ink));
    }
    for ((column, key), amount) in further.into_iter().zip(shown) {
        if amount.0 > 0 {
            line_ui(ui, (&bench.say(key), label), (&figure(column).text, ink));
        }
    }
    ui.add_space(space::S1);
    hairline_ui(ui);
    ui.add_space(space::S1);
    let heavy = Ink::medium(Size::Body, colours.ink);
    line_ui(ui, (&bench.say("collecting-line-gap"), heavy), (&figure(Column::Gap).text, heavy));
    for (column, key, amount) in [
        (Column::Surplus, "collecting-line-surplus", sums.surplus()),
        (Column::Short, "collecting-line-short", sums.short()),
        (Column::AdvancesOpen, "collecting-line-advances", sums.advances_open()),
        (Column::Refunded, "collecting-line-refunded", sums.refunded),
    ] {
        if amount.0 > 0 {
            line_ui(ui, (&bench.say(key), label), (&figure(column).text, ink));
        }
    }
    for used in &collection.uses {
        let day = moment::day_short(bench.lang, bench.zone.day(used.at));
        let words = text_or_erased(bench.lang, bench.snapshot.as_ref(), used.words.blob);
        let left = bench.tell("collecting-used-line", &[("day", &day), ("words", &words)]);
        let note = Ink::new(Size::Note, colours.ink2);
        line_ui(ui, (&left, note), (&Quantity::Money(used.amount).text(bench.lang), note));
    }
}
