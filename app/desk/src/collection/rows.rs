//! The households: open ones first, then those who have paid, each in door order; the sums under the columns add up.

use deliberation::Door;
use deliberation::collection::{Account, Answer, Collection, Standing};
use deliberation::ids::CollectionNo;
use egui::{Align2, Id, Key, Modifiers, Rect, ScrollArea, Sense, Ui, vec2};
use words::figures::collection::{self as figures, Column as Sum};
use words::figures::payers;
use words::speaking::answer_word;
use words::{Quantity, moment};

use super::CollectionPage;
use super::filter::Filter;
use crate::action::Action;
use crate::look::rules::firm_line_paint;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, name_place, text_paint};
use crate::meeting::parts::pane_ui;
use crate::meeting::parts::person::{Whom, fitting};
use crate::meeting::parts::table::{Cell, Column, cells_paint, fill, head_ui, row_ui};

const TOTAL: f32 = 64.0;
/// The upper part of the total, in line with the columns.
const SUMS: f32 = 38.0;
const SEARCH: f32 = 232.0;
/// In the small window the choices need the room.
const SEARCH_SMALL: f32 = 220.0;

/// The accounts that fit the search, open ones first: agreed, not reached, declined, then paid.
pub(super) fn ordered<'a>(
    bench: &Bench<'_>,
    collection: &'a Collection,
    search: &str,
    filter: Filter,
) -> Vec<&'a Account> {
    let doors: Option<Vec<Door>> = (!search.trim().is_empty()).then(|| {
        let roll = &bench.facts().roll;
        let found = fitting(bench, search, Whom::Owners);
        found.iter().filter_map(|one| roll.unit(one.unit?)).map(|unit| unit.door.clone()).collect()
    });
    let mut accounts: Vec<&Account> = collection
        .accounts
        .iter()
        .filter(|account| collection.asks(account) && filter.holds(account))
        .filter(|account| doors.as_ref().is_none_or(|doors| doors.contains(&account.door)))
        .collect();
    accounts.sort_by_key(|account| match (account.open().0 > 0, account.answer) {
        (true, Answer::Agreed) => 0,
        (true, Answer::NotReached) => 1,
        (true, Answer::Declined) => 2,
        (false, _) => 3,
    });
    accounts
}

impl CollectionPage {
    /// Search, choices, head, rows and total; the household that was pressed or reached by an arrow.
    pub(super) fn rows_ui(
        &mut self,
        ui: &mut Ui,
        bench: &Bench<'_>,
        number: CollectionNo,
        collection: &Collection,
    ) -> Option<Door> {
        let pane = ui.max_rect();
        let inner = ui.available_rect_before_wrap().shrink2(vec2(space::S6, 0.0));
        let mut picked = None;
        let width = if bench.small { SEARCH_SMALL } else { SEARCH };
        let top = Rect::from_min_size(inner.min, vec2(width, frame::BUTTON));
        pane_ui(ui, "collection-search", top, |ui| {
            let id = Id::unique("collection-search");
            if bench.asked(Action::Find) || std::mem::take(&mut self.focus_search) {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            let (name, hint) = (bench.say("meeting-find-door"), bench.say("meeting-find-door-hint"));
            let field = Field::new(&mut self.search, &name).hint(&hint).icon(Icon::Search).id(id).field_ui(ui);
            if bench.entered(ui, &field) && self.search.trim().is_empty() {
                // Nobody was looked for.
                field.request_focus();
            } else if bench.entered(ui, &field) {
                // Whoever is looked for is found whatever the table shows.
                let found = ordered(bench, collection, &self.search, Filter::All);
                picked = found.first().map(|account| account.door.clone());
                self.search.clear();
            }
        });
        let choices = top.with_max_x(inner.right()).with_min_x(top.right() + space::S4);
        let middle = choices.with_min_y(choices.center().y - frame::BUTTON_PANE / 2.0);
        pane_ui(ui, "collection-filter", middle, |ui| self.filter.filter_ui(ui, bench, number, collection));
        let accounts = ordered(bench, collection, &self.search, self.filter);
        let standing = collection.is_pledging().then(|| self.standing.of(bench, number, collection));
        let columns = columns(bench, inner.width(), standing.is_some());
        let total = pane.with_min_y(pane.bottom() - TOTAL);
        let head = Rect::from_min_max(inner.left_top() + vec2(0.0, frame::BUTTON + space::S2), inner.right_bottom());
        let body = head.with_max_y(total.top());
        let marked = self.marked.as_ref().filter(|_| !self.accounts);
        pane_ui(ui, "collection-rows", body, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            head_ui(ui, &columns);
            if accounts.is_empty() {
                ui.add_space(space::S4);
                let none = bench.say("collecting-filter-none");
                text_ui(ui, &none, Size::Body, Weight::Regular, palette(ui).ink2);
            }
            let step = arrow(ui, bench, &accounts, marked);
            let mut area = ScrollArea::vertical().id_salt("accounts").auto_shrink([false, false]);
            if let Some(at) = step {
                picked = accounts.get(at).map(|account| account.door.clone());
                #[expect(clippy::cast_precision_loss, reason = "rows of a roll")]
                let middle = (at as f32 * frame::ROW - ui.available_height() / 2.0).max(0.0);
                area = area.vertical_scroll_offset(middle);
            }
            area.show_rows(ui, frame::ROW, accounts.len(), |ui, range| {
                for account in &accounts[range] {
                    let cells = match &standing {
                        Some(standing) => pledge_cells(ui, bench, number, account, standing.as_deref()),
                        None => cells(ui, bench, number, account),
                    };
                    if row_ui(ui, &columns, &cells, frame::ROW, Some(marked == Some(&account.door))).clicked() {
                        picked = Some(account.door.clone());
                    }
                }
            });
        });
        total_ui(ui, bench, number, collection, total, &columns);
        picked
    }
}

fn columns(bench: &Bench<'_>, width: f32, pledging: bool) -> Vec<Column> {
    if pledging {
        return fill(pledge_columns(bench), width);
    }
    let columns = vec![
        Column::words(bench.say("meeting-door"), 104.0),
        Column::words(bench.say("meeting-owner"), 108.0),
        Column::words(bench.say("meeting-answer"), 116.0),
        Column::number(bench.say("meeting-due-yuan"), 112.0),
        Column::number(bench.say("meeting-paid-yuan"), 112.0),
        Column::number(bench.say("meeting-paid-on"), 112.0),
        Column::number(bench.say("meeting-receipt"), 92.0),
        Column::words(bench.say("meeting-taken-by"), 104.0),
    ];
    if !bench.small {
        return fill(columns, width);
    }
    let tight = [88.0, 84.0, 104.0, 96.0, 96.0, 92.0, 76.0, 88.0];
    let columns = columns.into_iter().zip(tight).map(|(column, width)| Column { width, ..column });
    fill(columns.collect(), width)
}

/// Where those who agree pay: what a household would pay, now and if all do, and what it can pay at the most.
fn pledge_columns(bench: &Bench<'_>) -> Vec<Column> {
    vec![
        Column::words(bench.say("meeting-door"), 104.0),
        Column::words(bench.say("meeting-owner"), 108.0),
        Column::words(bench.say("meeting-answer"), 116.0),
        Column::number(bench.say("pledges-column-all"), 140.0),
        Column::number(bench.say("pledges-column-now"), 140.0),
        Column::number(bench.say("pledges-column-limit"), 140.0),
    ]
}

fn pledge_cells(
    ui: &Ui,
    bench: &Bench<'_>,
    number: CollectionNo,
    account: &Account,
    standing: Option<&Standing>,
) -> Vec<Cell> {
    let colours = palette(ui);
    let owner = bench.facts().roll.voter(&account.door).map(|person| bench.name(person)).unwrap_or_default();
    let now = standing.and_then(|standing| payers::pledged_at(bench.lang, number, standing, &account.door));
    let above = standing.is_some_and(|standing| standing.over.iter().any(|(door, ..)| *door == account.door));
    let limit = account.limit.map(|limit| Quantity::Money(limit).number(bench.lang)).unwrap_or_default();
    let text = |text: String| Cell::new(text, colours.ink);
    vec![
        text(account.door.to_string()),
        text(owner),
        text(answer_word(bench.lang, account.answer)),
        Cell::new(figures::account_due(bench.lang, number, account).number, colours.ink2),
        text(now.map_or_else(|| "—".to_owned(), |figure| figure.number)),
        Cell::new(limit, if above { colours.warn } else { colours.ink2 }),
    ]
}

/// Up and down walk the rows while nothing has the focus.
fn arrow(ui: &Ui, bench: &Bench<'_>, accounts: &[&Account], marked: Option<&Door>) -> Option<usize> {
    if bench.composing || ui.memory(|memory| memory.focused().is_some()) {
        return None;
    }
    let at = accounts.iter().position(|account| Some(&account.door) == marked)?;
    let (up, down) = ui.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::ArrowUp), input.consume_key(Modifiers::NONE, Key::ArrowDown))
    });
    match (up, down) {
        (true, _) => at.checked_sub(1),
        (_, true) => (at + 1 < accounts.len()).then_some(at + 1),
        _ => None,
    }
}

fn cells(ui: &Ui, bench: &Bench<'_>, number: CollectionNo, account: &Account) -> Vec<Cell> {
    let colours = palette(ui);
    let owner = bench.facts().roll.voter(&account.door).map(|person| bench.name(person)).unwrap_or_default();
    let last = account.payments.last();
    let paid = match last {
        Some(_) => figures::account_paid(bench.lang, number, account).number,
        None => "—".to_owned(),
    };
    let text = |text: String| Cell::new(text, colours.ink);
    let note = |text: String| Cell::new(text, colours.ink2);
    vec![
        text(account.door.to_string()),
        text(owner),
        text(answer_word(bench.lang, account.answer)),
        text(figures::account_due(bench.lang, number, account).number),
        text(paid),
        note(last.map(|payment| moment::day_short(bench.lang, bench.zone.day(payment.at))).unwrap_or_default()),
        note(last.map(|payment| payment.receipt.clone()).unwrap_or_default()),
        text(last.map(|payment| bench.name(payment.taken_by)).unwrap_or_default()),
    ]
}

/// Sums of the whole collection, whatever is searched for.
fn total_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    number: CollectionNo,
    collection: &Collection,
    rect: Rect,
    columns: &[Column],
) {
    let colours = *palette(ui);
    ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, colours.sheet);
    firm_line_paint(ui.painter(), rect.x_range(), rect.top(), &colours);
    let sum = |column| figures::sum(bench.lang, number, collection, column).number;
    let households = figures::households(bench.lang, number, collection, Sum::Due).text;
    let pledging = collection.is_pledging();
    let gap = if pledging { String::new() } else { bench.tell("meeting-gap", &[("sum", &sum(Sum::Gap))]) };
    let paid = if pledging { String::new() } else { sum(Sum::Paid) };
    let texts = [bench.say("meeting-sum"), String::new(), String::new(), sum(Sum::Due), paid];
    let row = rect.shrink2(vec2(space::S6, 0.0)).with_max_y(rect.top() + SUMS);
    let ink = Ink::medium(Size::Body, colours.ink);
    cells_paint(ui, row, columns, |at| (texts.get(at).map_or("", String::as_str), ink));
    // The households may reach over the column of answers, which has no sum.
    let (door, over) = (columns[0].width, columns[1].width + columns[2].width);
    let from = row.left_center() + vec2(door + space::S3, 0.0);
    text_paint(ui, &households, ink, Align2::LEFT_CENTER, from, over - space::S4);
    text_paint(ui, &gap, ink, Align2::RIGHT_CENTER, row.right_center() - vec2(space::S3, 0.0), 240.0);
    let name = format!("{} {households} {} {} {gap}", texts[0], texts[3], texts[4]);
    name_place(ui, row, "collection-total", &name);
    let equation = if pledging { bench.say("pledges-sum-note") } else { equation(bench, number, collection) };
    let place = rect.shrink2(vec2(space::S6, 0.0)).with_min_y(row.bottom());
    let note = Ink::new(Size::Note, colours.ink2);
    let from = place.left_top() + vec2(space::S3, 0.0);
    text_paint(ui, &equation, note, Align2::LEFT_TOP, from, place.width() - space::S3);
    name_place(ui, place, "collection-equation", &equation);
    ui.allocate_rect(rect, Sense::hover());
}

/// "已收 1,558.33 + 同意，待收 45.84 + 还没答复 45.83 = 应分 1,650.00": the columns added up, for everybody to follow.
fn equation(bench: &Bench<'_>, number: CollectionNo, collection: &Collection) -> String {
    let sums = collection.sums();
    let parts = [
        (Sum::Paid, "meeting-sum-paid", true),
        (Sum::AgreedOpen, "meeting-sum-agreed", sums.agreed_open.1 > 0),
        (Sum::NotReached, "meeting-sum-not-reached", sums.not_reached.1 > 0),
        (Sum::Declined, "meeting-sum-declined", sums.declined.1 > 0),
        (Sum::WrittenOff, "collecting-line-written-off", sums.written_off.1 > 0),
    ];
    let number_of = |column| figures::sum(bench.lang, number, collection, column).number;
    let told =
        |key: &str, column| bench.tell("collecting-part", &[("label", &bench.say(key)), ("sum", &number_of(column))]);
    let parts: Vec<String> =
        parts.into_iter().filter(|(_, _, shown)| *shown).map(|(column, key, _)| told(key, column)).collect();
    format!("{} = {}", parts.join(" + "), told("collecting-line-due", Sum::Due))
}
