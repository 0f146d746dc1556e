//! The marked household: who, its answer, what the sheet asks, what was paid, what is open.

use deliberation::Command;
use deliberation::collection::{Account, Advance, Answer, Collection};
use deliberation::ids::CollectionNo;
use egui::{Ui, vec2};
use words::figures::collection as figures;
use words::speaking::answer_word;
use words::{Quantity, moment};

use super::CollectionPage;
use super::deeds::Deed;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::line_ui;
use crate::meeting::parts::lines::{Ink, pair_ui};

const LABEL: f32 = 88.0;
/// Height of the foot: three lines of a note.
pub(super) const FOOT: f32 = 64.0;

impl CollectionPage {
    pub(super) fn detail_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: CollectionNo,
        collection: &Collection,
    ) {
        let account = self.marked.as_ref().and_then(|door| collection.account(door)).cloned();
        let Some(account) = account else { return };
        let colours = *palette(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        household_ui(ui, bench, &account);
        ui.add_space(space::S3);
        hairline_ui(ui);
        ui.add_space(space::S2);
        if collection.is_pledging() {
            self.pledge_ui(ui, bench, number, collection, &account);
            return;
        }
        let ink = Ink::new(Size::Body, colours.ink);
        let answer = match account.answered {
            Some(at) => {
                let day = moment::day_short(bench.lang, bench.zone.day(at));
                bench
                    .tell("meeting-answered-on", &[("answer", &answer_word(bench.lang, account.answer)), ("day", &day)])
            }
            None => answer_word(bench.lang, account.answer),
        };
        pair_ui(ui, &bench.say("meeting-answer"), &answer, ink, LABEL);
        pair_ui(ui, &bench.say("meeting-due"), &figures::account_due(bench.lang, number, &account).text, ink, LABEL);
        pair_ui(ui, &bench.say("meeting-paid"), &figures::account_paid(bench.lang, number, &account).text, ink, LABEL);
        let open = figures::account_open(bench.lang, number, &account).text;
        // Whoever did not agree owes nothing: what is not paid is named, never asked for.
        let label = if account.answer == Answer::Agreed {
            bench.say("meeting-still-open")
        } else {
            bench.say("meeting-not-paid")
        };
        pair_ui(ui, &label, &open, Ink::medium(Size::Body, colours.ink), LABEL);
        further_ui(ui, bench, number, collection, &account);
        payments_ui(ui, bench, &account);
        ui.add_space(space::S3);
        hairline_ui(ui);
        ui.add_space(space::S4);
        if !self.deed_ui(ui, bench, number, collection) {
            if account.open().0 > 0 {
                self.payment_ui(ui, bench, number, collection, &account);
            } else {
                text_ui(ui, &bench.say("meeting-paid-all"), Size::Body, Weight::Regular, colours.ink);
            }
            self.rarer_ui(ui, bench, collection, &account);
        }
        self.answers_ui(ui, bench, number, &account);
    }

    /// What happens less often with a household's money.
    fn rarer_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, collection: &Collection, account: &Account) {
        ui.add_space(space::S2);
        let mut chosen = None;
        let door = || account.door.clone();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S2, space::S2);
            if account.paid().0 > 0 && ui.add(Button::normal(&bench.say("collecting-refund-new")).pane()).clicked() {
                chosen = Some(Deed::Refund(door()));
            }
            if account.open().0 <= 0 {
                return;
            }
            let free = collection.to_advance(Some(&account.door)).0 > 0;
            if free && ui.add(Button::normal(&bench.say("collecting-advance-part-new")).pane()).clicked() {
                chosen = Some(Deed::AdvancePart(door()));
            }
            if ui.add(Button::normal(&bench.say("collecting-write-off-new")).pane()).clicked() {
                chosen = Some(Deed::WriteOff(door()));
            }
        });
        if let Some(deed) = chosen {
            self.begin(bench, collection, deed);
        }
    }

    /// The three answers, opened by "change the answer".
    fn answers_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: CollectionNo, account: &Account) {
        if !self.answering {
            return;
        }
        ui.add_space(space::S3);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S2, 0.0);
            let paid = (account.paid().0 > 0).then(|| bench.say("meeting-answer-paid-why"));
            for answer in [Answer::Agreed, Answer::Declined, Answer::NotReached] {
                let word = answer_word(bench.lang, answer);
                let why = paid.as_deref().filter(|_| answer != Answer::Agreed);
                let button = Button::normal(&word).pane().marked(answer == account.answer).closed(why);
                if ui.add(button).clicked() {
                    let door = account.door.clone();
                    bench.submit(Command::RecordAnswer { collection: number, door, answer });
                    self.answering = false;
                }
            }
        });
    }
}

fn household_ui(ui: &mut Ui, bench: &Bench<'_>, account: &Account) {
    let colours = *palette(ui);
    let roll = &bench.facts().roll;
    let note = Ink::new(Size::Note, colours.ink2);
    let unit = roll.find(&account.door);
    let area = unit.and_then(|unit| roll.unit(unit)).and_then(|unit| unit.area);
    let area = Quantity::Area(area).text(bench.lang);
    let about = match unit.and_then(|unit| roll.residents(unit)) {
        Some(residents) => {
            let residents = Quantity::Heads(i64::from(residents)).text(bench.lang);
            bench.tell("meeting-area-residents", &[("area", &area), ("residents", &residents)])
        }
        None => area,
    };
    line_ui(ui, (account.door.as_str(), note), (&about, note));
    let voter = roll.voter(&account.door);
    let name = voter.map(|person| bench.name(person)).unwrap_or_default();
    let phone = voter.and_then(|person| bench.snapshot.card(person)).map(|card| card.phone.clone()).unwrap_or_default();
    let phone =
        if phone.is_empty() { String::new() } else { bench.tell("meeting-phone", &[("phone", &spaced(&phone))]) };
    let title = Ink { size: Size::Title, weight: Weight::Medium, colour: colours.ink };
    line_ui(ui, (&name, title), (&phone, Ink::new(Size::Body, colours.ink2)));
}

/// What was given back, advanced for the household or is borne elsewhere, where there is such a thing.
fn further_ui(ui: &mut Ui, bench: &Bench<'_>, number: CollectionNo, collection: &Collection, account: &Account) {
    let ink = Ink::new(Size::Body, palette(ui).ink);
    if account.refunded().0 > 0 {
        let text = figures::account_refunded(bench.lang, number, account).text;
        pair_ui(ui, &bench.say("collecting-refunded"), &text, ink, LABEL);
    }
    let mine = |advance: &&Advance| advance.door.as_ref() == Some(&account.door) && advance.open().0 > 0;
    for advance in collection.advances.iter().filter(mine) {
        let amount = Quantity::Money(advance.open()).text(bench.lang);
        let text = format!("{} {amount}", bench.name(advance.person));
        pair_ui(ui, &bench.say("collecting-advanced"), &text, ink, LABEL);
    }
    for part in &account.write_offs {
        let text = format!("{} {}", part.source, Quantity::Money(part.amount).text(bench.lang));
        pair_ui(ui, &bench.say("collecting-line-written-off"), &text, ink, LABEL);
    }
}

/// What holds for every household, whoever is marked.
pub(super) fn foot_ui(ui: &mut Ui, bench: &Bench<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    hairline_ui(ui);
    ui.add_space(space::S2);
    text_ui(ui, &bench.say("meeting-collection-foot"), Size::Note, Weight::Regular, palette(ui).ink2);
}

/// "138 0000 3530": a mobile number as it is read out.
fn spaced(phone: &str) -> String {
    match phone.len() {
        11 if phone.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{} {} {}", &phone[..3], &phone[3..7], &phone[7..])
        }
        _ => phone.to_owned(),
    }
}

/// What was paid in several parts, each with its day and receipt.
fn payments_ui(ui: &mut Ui, bench: &Bench<'_>, account: &Account) {
    if account.payments.is_empty() {
        return;
    }
    let colours = *palette(ui);
    ui.add_space(space::S2);
    for payment in &account.payments {
        let day = moment::day_short(bench.lang, bench.zone.day(payment.at));
        let amount = Quantity::Money(payment.amount).text(bench.lang);
        let args = [("day", day.as_str()), ("receipt", &payment.receipt), ("name", &bench.name(payment.taken_by))];
        let left = bench.tell("meeting-payment-line", &args);
        let ink = Ink::new(Size::Note, colours.ink2);
        line_ui(ui, (&left, ink), (&amount, Ink::new(Size::Note, colours.ink)));
    }
    for refund in &account.refunds {
        let day = moment::day_short(bench.lang, bench.zone.day(refund.at));
        let amount = Quantity::Money(amounts::Fen(refund.amount.0.saturating_neg())).text(bench.lang);
        let left = bench.tell("collecting-refund-line", &[("day", &day), ("name", &bench.name(refund.given_by))]);
        let ink = Ink::new(Size::Note, colours.ink2);
        line_ui(ui, (&left, ink), (&amount, Ink::new(Size::Note, colours.ink)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mobile_number_is_spaced_and_any_other_left_alone() {
        assert_eq!(spaced("13800003530"), "138 0000 3530");
        assert_eq!(spaced("0311-8603"), "0311-8603");
    }
}
