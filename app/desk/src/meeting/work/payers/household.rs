//! 我家要出多少: a household found by door or pinyin, its row of the frozen sheet line by line, and the card the room would
//! see of it, which bears the door and the amount alone.

use deliberation::Door;
use deliberation::collection::Collection;
use deliberation::cost::CostSheet;
use deliberation::ids::{CollectionNo, SheetNo};
use egui::{Id, Rect, Sense, Ui, vec2};
use session::{Shown, StageCard};
use words::figures::payers::{self, Made};
use words::figures::sheet as figures;
use words::rule_words::pick;
use words::{Quantity, moment};

use super::{Table, sheet_of};
use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Icon, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, pair_ui};
use crate::meeting::parts::{PersonField, Whom, line_ui};
use crate::screen::{Setting, screen_ui};

const LABEL: f32 = 104.0;
/// The preview beside the lines.
const PREVIEW: egui::Vec2 = vec2(288.0, 162.0);

/// The household that is asked about.
#[derive(Default)]
pub(in crate::meeting::work) struct Asked {
    field: PersonField,
    door: Option<Door>,
}

impl Asked {
    /// The form; true if it was left.
    pub(in crate::meeting::work) fn asked_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        table: &Table<'_>,
        focus: bool,
    ) -> bool {
        let Some(number) = sheet_of(bench, table) else { return true };
        let snapshot = std::sync::Arc::clone(&bench.snapshot);
        let Some(record) = snapshot.facts.sheet(number) else { return true };
        let id = Id::unique("payers-door");
        if focus {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let (name, hint) = (bench.say("meeting-find-door"), bench.say("meeting-find-door-hint"));
        let width = ui.available_width();
        if let Some(found) = self.field.person_ui(ui, bench, id, (&name, &hint), Whom::Owners, width) {
            let unit = found.unit.and_then(|unit| snapshot.facts.roll.unit(unit));
            self.door = unit.map(|unit| unit.door.clone());
            // The next one who asks is typed over it.
            self.field = PersonField::default();
        }
        let mut left = false;
        let row = self.door.as_ref().map(|door| (door, record.sheet.row(door)));
        let mut card = None;
        match row {
            Some((door, Some(row))) => {
                let shown = u32::try_from(row).ok().map(|row| StageCard::Due { sheet: number, row });
                card = shown;
                row_ui(ui, bench, number, &record.sheet, row, shown);
                pledge_ui(ui, bench, number, door);
            }
            Some((door, None)) => {
                let text = bench.tell("payers-not-on-sheet", &[("door", door.as_str())]);
                text_ui(ui, &text, Size::Body, Weight::Regular, palette(ui).ink);
            }
            None => drop(text_ui(ui, &bench.say("payers-ask-note"), Size::Note, Weight::Regular, palette(ui).ink2)),
        }
        ui.horizontal(|ui| {
            if let Some(card) = card
                && ui.add(Button::primary(&bench.say("payers-project")).icon(Icon::Screen)).clicked()
            {
                bench.session.stage.show(card);
            }
            left = ui.add(Button::text(&bench.say("meeting-leave"))).clicked();
        });
        left
    }
}

/// How the amount came about, line by line at the left; at the right what the room would see.
fn row_ui(ui: &mut Ui, bench: &Bench<'_>, number: SheetNo, sheet: &CostSheet, row: usize, shown: Option<StageCard>) {
    let width = ui.available_width();
    let beside = width - PREVIEW.x - space::S5;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S5;
        ui.vertical(|ui| {
            ui.set_width(beside);
            ui.spacing_mut().item_spacing.y = 0.0;
            lines_ui(ui, bench, number, sheet, row);
        });
        ui.vertical(|ui| {
            let (rect, _) = ui.allocate_exact_size(PREVIEW, Sense::hover());
            if let Some(card) = shown {
                preview_ui(ui, bench, rect, card);
            }
            text_ui(ui, &bench.say("payers-preview"), Size::Note, Weight::Regular, palette(ui).ink2);
        });
    });
}

fn preview_ui(ui: &mut Ui, bench: &Bench<'_>, rect: Rect, card: StageCard) {
    let view = bench.session.card_view(bench.lang, Shown { card, page: 0 });
    screen_ui(ui, rect, &view, Setting::default(), bench.now);
    let colours = palette(ui);
    hairline_paint(ui.painter(), rect.x_range(), rect.top(), colours);
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom(), colours);
}

fn lines_ui(ui: &mut Ui, bench: &Bench<'_>, number: SheetNo, sheet: &CostSheet, row: usize) {
    let lang = bench.lang;
    let colours = *palette(ui);
    let Some(door) = sheet.doors.get(row) else { return };
    let owner = bench.facts().roll.voter(door).map(|person| bench.name(person)).unwrap_or_default();
    let due = figures::due_at(lang, number, sheet, row).map(|figure| figure.text).unwrap_or_default();
    let title = Ink { size: Size::Title, weight: Weight::Medium, colour: colours.ink };
    line_ui(ui, (&format!("{door} {owner}"), title), (&due, title));
    ui.add_space(space::S2);
    hairline_ui(ui);
    // The rule may be long: it is never cut.
    ui.add_space(space::S1);
    text_ui(ui, pick(lang, &sheet.rule), Size::Body, Weight::Regular, colours.ink);
    let ink = Ink::new(Size::Body, colours.ink);
    let mut line = |label: String, text: &str| drop(pair_ui(ui, &label, text, ink, LABEL));
    let (total, households) = (figures::due(lang, number, sheet).text, figures::households(lang, number, sheet).text);
    let args = [("total", total.as_str()), ("households", households.as_str())];
    line(bench.say("payers-shared-label"), &bench.tell("payers-shared", &args));
    let figure = |made| payers::made_of(lang, number, sheet, row, made);
    let all: u128 = sheet.weights.iter().map(|weight| u128::from(*weight)).sum();
    if let Some(weight) = figure(Made::Weight) {
        let args = [
            ("weight", weight.number.as_str()),
            ("all", &amounts::scaled::grouped(i64::try_from(all).unwrap_or(i64::MAX), 0)),
        ];
        line(bench.say("payers-weight"), &bench.tell("payers-weight-of", &args));
    }
    if let Some(share) = figure(Made::Share) {
        line(bench.say("payers-share"), &share.text);
    }
    for (made, label, amounts) in [
        (Made::Relief, bench.say("payers-relief"), &sheet.reliefs),
        (Made::Compensation, bench.say("payers-compensation"), &sheet.compensations),
    ] {
        if amounts.get(row).is_some_and(|amount| amount.0 != 0)
            && let Some(figure) = figure(made)
        {
            line(label, &bench.tell("payers-less", &[("amount", &figure.text)]));
        }
    }
    line(bench.say("payers-due"), &due);
    for (place, instalment) in sheet.instalments.iter().enumerate() {
        let Some(amount) = payers::instalment(lang, number, sheet, row, place) else { continue };
        let day = instalment.due.map(|day| moment::day_short(lang, deliberation::Day(day))).unwrap_or_default();
        line(pick(lang, &instalment.label).to_owned(), format!("{} {day}", amount.text).trim_end());
    }
    ui.add_space(space::S2);
}

/// What those who agree pay: what the household would pay now, and what it can pay at the most.
fn pledge_ui(ui: &mut Ui, bench: &Bench<'_>, sheet: SheetNo, door: &Door) {
    let facts = bench.facts();
    let place = facts.collections.iter().position(|entry| entry.sheet == sheet && !entry.withdrawn);
    let Some((number, entry)) = place.map(|at| (CollectionNo::at(at), facts.collections[at].as_ref())) else { return };
    if let Some(text) = standing_line(bench, number, entry, door) {
        text_ui(ui, &text, Size::Body, Weight::Regular, palette(ui).ink);
    }
}

/// "谁同意谁出：现在 42 户同意，这一户出 666.67 元".
fn standing_line(bench: &Bench<'_>, number: CollectionNo, entry: &Collection, door: &Door) -> Option<String> {
    let standing = payers::standing(bench.facts(), entry)?;
    let households = payers::pledges(bench.lang, number, &standing).text;
    Some(match payers::pledged_at(bench.lang, number, &standing, door) {
        Some(mine) => bench.tell("payers-now", &[("households", &households), ("amount", &mine.text)]),
        None => bench.tell("payers-now-without", &[("households", &households)]),
    })
}

/// Money in words for the forms of this folder.
pub(super) fn money(bench: &Bench<'_>, amount: Option<amounts::Fen>) -> String {
    amount.map_or_else(|| "—".to_owned(), |fen| Quantity::Money(fen).number(bench.lang))
}
