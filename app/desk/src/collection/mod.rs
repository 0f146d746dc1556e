//! The collection page (收缴): sums, one bar, every household with its answer and what it paid, the form to take money,
//! and the collection's own account with its advances.
//!
//! Open households stand first. A household that did not agree is never shown as owing; the columns add up: due = paid
//! + agreed and open + not reached + declined.

mod accounts;
mod deeds;
mod detail;
mod filter;
mod payment;
mod pledges;
mod rows;
mod saving;
mod sums;

use std::sync::Arc;

use deliberation::Door;
use deliberation::collection::Collection;
use deliberation::ids::CollectionNo;
use egui::{Align, CornerRadius, Layout, Rect, Ui, vec2};

use self::deeds::{Deed, DeedForm};
use self::filter::Filter;
use self::payment::PaymentForm;
use self::pledges::{Kept, PledgeForm};
use crate::action::Action;
use crate::look::rules::hairline_paint;
use crate::look::tokens::{Size, Weight, frame, palette, space, stroke};
use crate::look::{Button, Icon, empty_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{pane_ui, scroll_ui, select_ui};
use crate::page::{Place, Scene, Wish};

/// The page with its drafts and what is marked in it.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct CollectionPage {
    shown: Option<CollectionNo>,
    marked: Option<Door>,
    #[serde(skip)]
    search: String,
    #[serde(skip)]
    filter: Filter,
    payment: Draft<PaymentForm>,
    /// Of which household the form is.
    payment_of: Option<Door>,
    #[serde(skip)]
    answering: bool,
    /// The collection's own account stands at the right instead of a household.
    #[serde(skip)]
    accounts: bool,
    /// Another deed than a payment is being typed.
    deed: Option<Deed>,
    form: Draft<DeedForm>,
    /// A household's pledge, where those who agree pay.
    pledge: Draft<PledgeForm>,
    /// Of which household it is.
    pledge_of: Option<Door>,
    /// How the pledges stand.
    #[serde(skip)]
    standing: Kept,
    /// The keyboard goes to the amount in the next frame.
    #[serde(skip)]
    focus_amount: bool,
    /// Or to the search for a household.
    #[serde(skip)]
    focus_search: bool,
}

impl CollectionPage {
    /// Whether nothing is half typed: what is looked at, and sums that stand there of themselves, are nobody's draft.
    pub(crate) fn is_untouched(&self) -> bool {
        self.payment.value.is_untouched() && self.deed.is_none() && self.pledge.value.is_untouched()
    }

    /// Draws the page into the place the shell leaves it.
    pub fn page_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        saving::save(scene, self.shown);
        let mut bench = Bench::new(ui, scene);
        let snapshot = Arc::clone(&bench.snapshot);
        let page = ui.max_rect();
        let colours = *palette(ui);
        ui.painter().rect_filled(page, CornerRadius::ZERO, colours.sheet);
        let going = going(&bench);
        let number = self.shown.filter(|number| going.contains(number)).or(going.last().copied());
        let Some((number, collection)) = number.and_then(|n| Some((n, snapshot.facts.collection(n)?))) else {
            none_ui(ui, &mut bench);
            return;
        };
        self.shown = Some(number);
        self.follow(&mut bench, collection);
        let head = page.with_max_y(page.top() + frame::HEAD_BAR);
        let below = page.with_min_y(head.bottom());
        let detail = below.with_min_x(below.right() - frame::DETAIL);
        let table = below.with_max_x(detail.left());
        ground_paint(ui, head, detail);
        let x = vec2(space::S6, 0.0);
        pane_ui(ui, "collection-head", head.shrink2(x), |ui| self.head_ui(ui, &mut bench, number, collection));
        pane_ui(ui, "collection-table", table, |ui| {
            if collection.is_pledging() {
                self.pledges_ui(ui, &bench, number, collection);
            } else {
                sums::sums_ui(ui, &bench, number, collection);
                sums::state_ui(ui, &bench, number, collection);
            }
            if let Some(clicked) = self.rows_ui(ui, &bench, number, collection) {
                self.marked = Some(clicked);
                self.accounts = false;
            }
        });
        pane_ui(ui, "collection-detail", detail.shrink2(vec2(space::S6, space::S5)), |ui| {
            let whole = ui.max_rect();
            let foot = whole.with_min_y(whole.bottom() - detail::FOOT);
            let above = whole.with_max_y(foot.top());
            pane_ui(ui, "collection-detail-lines", above, |ui| {
                scroll_ui(ui, "collection-detail-scroll", |ui| {
                    if self.accounts {
                        self.accounts_ui(ui, &mut bench, number, collection);
                    } else {
                        self.detail_ui(ui, &mut bench, number, collection);
                    }
                });
            });
            pane_ui(ui, "collection-foot", foot, |ui| detail::foot_ui(ui, &bench));
        });
    }

    /// Whether something is open that Esc closes first.
    pub fn has_open_form(&self) -> bool {
        self.answering || self.deed.is_some() || self.accounts
    }

    /// Follows what became of a payment, the keys, and keeps a household marked.
    fn follow(&mut self, bench: &mut Bench<'_>, collection: &Collection) {
        if self.payment.settled(bench.session) {
            // On to the next that is open, as one goes from door to door; the keyboard goes to the search, so that another
            // Enter takes nobody's money who did not bring any.
            self.payment_of = None;
            self.focus_search = true;
            let order = rows::ordered(bench, collection, "", Filter::All);
            self.marked = order.iter().find(|account| account.open().0 > 0).map(|account| account.door.clone());
        }
        if self.pledge.settled(bench.session) {
            self.pledge_of = None;
        }
        if self.form.settled(bench.session) {
            self.deed = None;
            // The payment of the household is another one now.
            self.payment_of = None;
        }
        if self.deed.as_ref().and_then(Deed::door).is_some_and(|door| self.marked.as_ref() != Some(door)) {
            self.deed = None;
        }
        if bench.asked(Action::Leave) {
            self.answering = false;
            // Esc leaves the form first, then the account.
            self.accounts = self.accounts && self.deed.is_some();
        }
        if bench.asked(Action::New) {
            self.new_payment();
        }
        let known = self.marked.as_ref().is_some_and(|door| collection.account(door).is_some());
        if !known {
            self.marked = rows::ordered(bench, collection, "", Filter::All).first().map(|account| account.door.clone());
        }
    }

    /// The keyboard goes to the amount of the marked household.
    fn new_payment(&mut self) {
        (self.deed, self.accounts, self.focus_amount) = (None, false, true);
    }

    fn head_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: CollectionNo, collection: &Collection) {
        let colours = *palette(ui);
        let facts = bench.snapshot.facts.clone();
        ui.horizontal(|ui| {
            ui.set_min_height(frame::HEAD_BAR);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space((frame::HEAD_BAR - Size::Note.desk_line() - Size::Title.desk_line()) / 2.0);
                text_ui(ui, &origin(bench, collection), Size::Note, Weight::Regular, colours.ink2);
                text_ui(ui, &title(bench, collection), Size::Title, Weight::Medium, colours.ink);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (text, cap) = (bench.say("meeting-pay-new"), Action::New.key_cap(bench.lang));
                if collection.is_pledging() {
                    self.settle_ui(ui, bench, number, collection);
                } else if ui.add(Button::primary(&text).icon(Icon::Plus).key(&cap)).clicked() {
                    self.new_payment();
                }
                if ui.add(Button::normal(&bench.say("meeting-share-roll")).icon(Icon::Export)).clicked() {
                    CollectionPage::ask_roll(bench);
                }
                let none = bench.say("collecting-nobody-to-visit");
                let sums = collection.sums();
                let none = (sums.not_reached.1 + sums.agreed_open.1 == 0).then_some(none.as_str());
                let text = bench.say("collecting-day-sheet");
                if ui.add(Button::normal(&text).icon(Icon::Print).closed(none)).clicked() {
                    CollectionPage::ask_day_sheet(bench);
                }
                let text = bench.say("collecting-accounts");
                if ui.add(Button::normal(&text).icon(Icon::Ledger).marked(self.accounts)).clicked() {
                    (self.accounts, self.deed) = (!self.accounts, None);
                }
                let going = going(bench);
                if going.len() > 1 {
                    let choices: Vec<(CollectionNo, String)> = going
                        .iter()
                        .filter_map(|number| Some((*number, title(bench, facts.collection(*number)?))))
                        .collect();
                    let mut chosen = number;
                    if select_ui(ui, &bench.say("meeting-collection-which"), &choices, &mut chosen, 220.0) {
                        (self.shown, self.marked, self.deed, self.payment_of) = (Some(chosen), None, None, None);
                    }
                }
            });
        });
    }
}

/// The collections that go on; one whose vote was opened again is not shown until it passes once more.
fn going(bench: &Bench<'_>) -> Vec<CollectionNo> {
    let numbered = bench.facts().collections.iter().enumerate();
    numbered.filter(|(_, collection)| !collection.withdrawn).map(|(index, _)| CollectionNo::at(index)).collect()
}

/// "收缴　第 14 次会议，第 3 项，通过".
fn origin(bench: &Bench<'_>, collection: &Collection) -> String {
    let facts = bench.facts();
    let mut parts = Vec::new();
    if let Some(vote) = facts.vote(collection.vote) {
        let ordinal = facts.meeting(vote.meeting).and_then(|meeting| meeting.plan.ordinal);
        let ordinal = ordinal.unwrap_or(vote.meeting.0).to_string();
        parts.push(bench.tell("meeting-of-meeting", &[("n", &ordinal)]));
        parts.push(bench.tell("item-number", &[("n", &vote.item.to_string())]));
        parts.push(words::figures::vote::verdict(bench.lang, collection.vote, vote).text);
    }
    format!("{}\u{3000}{}", bench.say("meeting-collection"), parts.join(&bench.say("clause-comma")))
}

/// What is being paid for: the title of its item, which people know, else the sheet's.
fn title(bench: &Bench<'_>, collection: &Collection) -> String {
    let facts = bench.facts();
    let Some(record) = facts.sheet(collection.sheet) else { return String::new() };
    let sheet = words::rule_words::pick(bench.lang, &record.sheet.title).to_owned();
    let item = facts.meeting(record.meeting).and_then(|meeting| meeting.item(record.item));
    item.map_or(sheet, |item| item.title.clone())
}

fn ground_paint(ui: &Ui, head: Rect, detail: Rect) {
    let colours = palette(ui);
    for rect in [head, detail] {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, colours.paper);
    }
    hairline_paint(ui.painter(), head.x_range(), head.bottom(), colours);
    ui.painter().vline(detail.left(), detail.y_range(), egui::Stroke::new(stroke::HAIR, colours.line));
}

fn none_ui(ui: &mut Ui, bench: &mut Bench<'_>) {
    let inner = ui.max_rect().shrink2(vec2(space::S6, space::S7));
    pane_ui(ui, "collection-none", inner, |ui| {
        let (title, next) = (bench.say("meeting-collection-none"), bench.say("meeting-collection-none-next"));
        empty_ui(ui, Icon::Collection, &title, &next, |ui| {
            if ui.add(Button::normal(&bench.say("meeting-to-meeting")).icon(Icon::Meeting)).clicked() {
                bench.wishes.push(Wish::Show(Place::Meeting));
            }
        });
    });
}
