//! Taking money: the amount stands there already, so do the next receipt number and who took the last one.

use amounts::Fen;
use deliberation::Command;
use deliberation::collection::{Account, Collection, PaidBy};
use deliberation::ids::{AdvanceNo, CollectionNo};
use egui::{Id, Ui};
use words::Quantity;
use words::speaking::paid_word;

use super::CollectionPage;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{PersonField, Whom, captioned_ui, read, select_ui};

/// The half-typed payment.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct PaymentForm {
    amount: String,
    receipt: String,
    /// What stood there of itself: followed as long as nobody typed over it.
    offered: (String, String),
    method: PaidBy,
    taker: PersonField,
    /// The advance it could pay back is left alone.
    keeps: bool,
    #[serde(skip)]
    problem: Option<String>,
}

impl PaymentForm {
    pub(super) fn is_untouched(&self) -> bool {
        (&self.amount, &self.receipt) == (&self.offered.0, &self.offered.1)
    }

    /// A form filled in for a household.
    fn of(bench: &Bench<'_>, collection: &Collection, account: &Account) -> PaymentForm {
        let payments = collection.accounts.iter().flat_map(|account| &account.payments);
        let last = payments.max_by_key(|payment| payment.seq);
        let taker = last.map_or(bench.session.person(), |payment| payment.taken_by);
        let offered = (account.open().to_string(), collection.next_receipt());
        PaymentForm {
            amount: offered.0.clone(),
            receipt: offered.1.clone(),
            offered,
            method: last.map(|payment| payment.method).unwrap_or_default(),
            taker: if bench.facts().people.contains_key(&taker) {
                PersonField::holding(bench, taker)
            } else {
                PersonField::default()
            },
            keeps: false,
            problem: None,
        }
    }

    /// What was offered and not typed over follows an undo or somebody else's deed.
    fn follow(&mut self, collection: &Collection, account: &Account) {
        let now = (account.open().to_string(), collection.next_receipt());
        if now != self.offered {
            if self.amount == self.offered.0 {
                self.amount.clone_from(&now.0);
            }
            if self.receipt == self.offered.1 {
                self.receipt.clone_from(&now.1);
            }
            self.offered = now;
        }
    }
}

impl CollectionPage {
    /// The form of the marked household.
    pub(super) fn payment_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: CollectionNo,
        collection: &Collection,
        account: &Account,
    ) {
        if self.payment_of.as_ref() != Some(&account.door) && !self.payment.is_sent() {
            self.payment.value = PaymentForm::of(bench, collection, account);
            self.payment_of = Some(account.door.clone());
        } else if !self.payment.is_sent() {
            self.payment.value.follow(collection, account);
        }
        let colours = *palette(ui);
        text_ui(ui, &bench.say("meeting-pay"), Size::Body, Weight::Medium, colours.ink);
        ui.add_space(space::S2);
        let half = (ui.available_width() - space::S3) / 2.0;
        let form = &mut self.payment.value;
        // Enter takes the money only while the cursor stands in one of these.
        let (mut entered, mut typing) = (false, false);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            let caption = bench.say("meeting-amount-yuan");
            let amount = captioned_ui(ui, &caption, half, |ui| {
                let field = Field::new(&mut form.amount, &caption).number().problem(form.problem.as_deref());
                field.id(Id::unique("collection-amount")).field_ui(ui)
            });
            if std::mem::take(&mut self.focus_amount) {
                amount.request_focus();
            }
            let caption = bench.say("meeting-receipt-number");
            let receipt =
                captioned_ui(ui, &caption, half, |ui| Field::new(&mut form.receipt, &caption).number().field_ui(ui));
            entered = bench.entered(ui, &amount) || bench.entered(ui, &receipt);
            typing = amount.has_focus() || receipt.has_focus();
        });
        ui.add_space(space::S2);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            let caption = bench.say("meeting-paid-how");
            let methods = [PaidBy::Cash, PaidBy::Transfer].map(|paid| (paid, paid_word(bench.lang, paid)));
            captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &methods, &mut form.method, half));
            let caption = bench.say("meeting-taken-by");
            captioned_ui(ui, &caption, half, |ui| {
                let hint = bench.say("meeting-hand-hint");
                let id = Id::unique("collection-taker");
                form.taker.form_person_ui(ui, bench, id, (&caption, &hint), Whom::Anybody, half)
            });
        });
        ui.add_space(space::S1);
        let amount = read::money(bench.lang, &self.payment.value.amount);
        let back = amount.as_ref().ok().and_then(|amount| collection.repaid_by(&account.door, *amount));
        match back {
            Some(back) => self.repay_ui(ui, bench, collection, back),
            None => drop(text_ui(ui, &bench.say("meeting-pay-undo"), Size::Note, Weight::Regular, colours.ink2)),
        }
        ui.add_space(space::S3);
        let take = match &amount {
            Ok(fen) => bench.tell("meeting-pay-take", &[("amount", &Quantity::Money(*fen).text(bench.lang))]),
            Err(_) => bench.say("meeting-pay-take-none"),
        };
        let mut pressed = false;
        ui.horizontal_wrapped(|ui| {
            let key = if typing { bench.say("meeting-key-enter") } else { String::new() };
            pressed = ui.add(Button::primary(&take).icon(Icon::Check).key(&key)).clicked();
            if ui.add(Button::normal(&bench.say("meeting-answer-change"))).clicked() {
                self.answering = !self.answering;
            }
        });
        if pressed || entered {
            let back = back.filter(|_| !self.payment.value.keeps);
            self.take(bench, number, account, amount, back);
        }
    }

    /// Says whom the money goes back to, and lets it be kept for the bill.
    fn repay_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, collection: &Collection, (advance, part): (AdvanceNo, Fen)) {
        let Some(advance) = advance.index().and_then(|at| collection.advances.get(at)) else { return };
        let (name, amount) = (bench.name(advance.person), Quantity::Money(part).text(bench.lang));
        ui.add_space(space::S2);
        let text = bench.tell("collecting-pay-back", &[("name", &name), ("amount", &amount)]);
        let form = &mut self.payment.value;
        if ui.add(Button::normal(&text).pane().marked(!form.keeps)).clicked() {
            form.keeps = !form.keeps;
        }
    }

    fn take(
        &mut self,
        bench: &mut Bench<'_>,
        number: CollectionNo,
        account: &Account,
        amount: Result<Fen, String>,
        back: Option<(AdvanceNo, Fen)>,
    ) {
        let form = &mut self.payment.value;
        match amount.and_then(|fen| Ok((fen, form.taker.chosen.ok_or_else(|| bench.say("meeting-taker-missing"))?))) {
            Ok((amount, taker)) => {
                form.problem = None;
                let command = Command::TakePayment {
                    collection: number,
                    door: account.door.clone(),
                    amount,
                    receipt: form.receipt.trim().to_owned(),
                    method: form.method,
                    taken_by: taker.into(),
                };
                let mut commands = vec![command];
                if let Some((advance, amount)) = back {
                    commands.push(Command::RepayAdvance { collection: number, advance, amount });
                }
                self.payment.send(bench, commands);
            }
            Err(problem) => form.problem = Some(problem),
        }
    }
}
