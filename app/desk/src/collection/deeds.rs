//! The rarer deeds with money: giving back, advancing and repaying, the supplier's bill, surplus, parts borne elsewhere.
//!
//! One small form at a time takes the place of the payment; it stays filled in when it is refused.

use deliberation::collection::{Account, Collection, PaidBy};
use deliberation::ids::{AdvanceNo, CollectionNo, VoteNo};
use deliberation::text::Words;
use deliberation::verdict::Outcome;
use deliberation::{Command, Door};
use egui::{Id, Ui};
use words::Quantity;
use words::speaking::paid_word;

use super::CollectionPage;
use crate::action::Action;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{PersonField, Whom, captioned_ui, read, select_ui};

/// What the form is for.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum Deed {
    /// Money back to a household.
    Refund(Door),
    /// Somebody pays a household's part for now.
    AdvancePart(Door),
    /// Another source bears a household's part.
    WriteOff(Door),
    /// Somebody pays the gap for now.
    AdvanceGap,
    /// An advance is paid back.
    Repay(AdvanceNo),
    /// What the supplier's bill came to.
    Bill,
    /// What a surplus was used for.
    Surplus,
}

/// The half-typed form.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct DeedForm {
    amount: String,
    receipt: String,
    method: PaidBy,
    person: PersonField,
    words: String,
    vote: Option<VoteNo>,
    #[serde(skip)]
    problem: Option<String>,
}

impl Deed {
    /// The form with what is known already.
    fn form(&self, bench: &Bench<'_>, collection: &Collection) -> DeedForm {
        let sums = collection.sums();
        let paid = |door: &Door| collection.account(door).map(Account::paid).unwrap_or_default();
        let open = |door: &Door| collection.account(door).map(Account::open).unwrap_or_default();
        let amount = match self {
            Deed::Refund(door) => paid(door),
            Deed::AdvancePart(door) => collection.to_advance(Some(door)),
            Deed::WriteOff(door) => open(door),
            Deed::AdvanceGap => collection.to_advance(None),
            Deed::Repay(advance) => {
                let advance = advance.index().and_then(|index| collection.advances.get(index));
                advance.map(|advance| advance.open().min(collection.to_repay())).unwrap_or_default()
            }
            Deed::Bill => sums.bill,
            Deed::Surplus => sums.surplus(),
        };
        let by = bench.session.person();
        let holds = matches!(self, Deed::Refund(_)) && bench.facts().people.contains_key(&by);
        let person = if holds { PersonField::holding(bench, by) } else { PersonField::default() };
        let vote = later_votes(bench, collection).last().map(|(vote, _)| *vote);
        DeedForm { amount: amount.to_string(), person, vote, ..DeedForm::default() }
    }

    fn title(&self, bench: &Bench<'_>) -> String {
        match self {
            Deed::Refund(_) => bench.say("collecting-refund"),
            Deed::AdvancePart(_) => bench.say("collecting-advance-part"),
            Deed::WriteOff(_) => bench.say("collecting-write-off"),
            Deed::AdvanceGap => bench.say("collecting-advance"),
            Deed::Repay(_) => bench.say("collecting-repay"),
            Deed::Bill => bench.say("collecting-bill"),
            Deed::Surplus => bench.say("collecting-use-surplus"),
        }
    }

    fn note(&self, bench: &Bench<'_>) -> String {
        match self {
            Deed::Refund(_) => bench.say("collecting-refund-note"),
            Deed::AdvancePart(_) | Deed::AdvanceGap => bench.say("collecting-advance-note"),
            Deed::WriteOff(_) => bench.say("collecting-write-off-note"),
            Deed::Repay(_) => bench.say("collecting-repay-note"),
            Deed::Bill => bench.say("collecting-bill-note"),
            Deed::Surplus => bench.say("collecting-surplus-note"),
        }
    }

    /// The household whose form it is, if it is one's.
    pub(super) fn door(&self) -> Option<&Door> {
        match self {
            Deed::Refund(door) | Deed::AdvancePart(door) | Deed::WriteOff(door) => Some(door),
            _ => None,
        }
    }

    fn command(&self, bench: &Bench<'_>, collection: CollectionNo, form: &DeedForm) -> Result<Command, String> {
        let amount = read::money(bench.lang, &form.amount)?;
        let person = || form.person.chosen.ok_or_else(|| bench.say("meeting-taker-missing"));
        let said = |key: &str| {
            let text = form.words.trim();
            if text.is_empty() { Err(bench.say(key)) } else { Ok(text.to_owned()) }
        };
        Ok(match self {
            Deed::Refund(door) => Command::RefundPayment {
                collection,
                door: door.clone(),
                amount,
                receipt: form.receipt.trim().to_owned(),
                method: form.method,
                given_by: person()?.into(),
            },
            Deed::AdvancePart(door) => {
                Command::AdvanceMoney { collection, who: person()?.into(), amount, door: Some(door.clone()) }
            }
            Deed::AdvanceGap => Command::AdvanceMoney { collection, who: person()?.into(), amount, door: None },
            Deed::WriteOff(door) => Command::WriteOffPart {
                collection,
                door: door.clone(),
                amount: Some(amount),
                source: said("collecting-source-missing")?,
                vote: form.vote.ok_or_else(|| bench.say("collecting-no-later-vote"))?,
            },
            Deed::Repay(advance) => Command::RepayAdvance { collection, advance: *advance, amount },
            Deed::Bill => Command::RecordBill { collection, amount },
            Deed::Surplus => {
                let words = Words::typed(said("collecting-use-missing")?);
                Command::UseSurplus { collection, amount, words }
            }
        })
    }
}

/// The votes that may put a part elsewhere: passed, after the one that adopted the sheet.
fn later_votes(bench: &Bench<'_>, collection: &Collection) -> Vec<(VoteNo, String)> {
    let votes = bench.facts().votes.iter().enumerate();
    let later = votes.filter(|(index, vote)| {
        let passed = vote.closed.is_some_and(|closed| closed.at >= collection.opened);
        VoteNo::at(*index) != collection.vote && passed && vote.verdict().outcome == Outcome::Passed
    });
    later.map(|(index, vote)| (VoteNo::at(index), vote.question.clone())).collect()
}

impl CollectionPage {
    /// Opens the form of a deed, its amount ready to be typed over.
    pub(super) fn begin(&mut self, bench: &Bench<'_>, collection: &Collection, deed: Deed) {
        self.form.value = deed.form(bench, collection);
        self.deed = Some(deed);
        self.answering = false;
        self.focus_amount = true;
    }

    /// The open form; true while there is one.
    pub(super) fn deed_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: CollectionNo,
        collection: &Collection,
    ) -> bool {
        let Some(deed) = self.deed.clone() else { return false };
        let colours = *palette(ui);
        text_ui(ui, &deed.title(bench), Size::Body, Weight::Medium, colours.ink);
        ui.add_space(space::S2);
        let entered = self.fields_ui(ui, bench, collection, &deed);
        ui.add_space(space::S1);
        text_ui(ui, &deed.note(bench), Size::Note, Weight::Regular, colours.ink2);
        ui.add_space(space::S3);
        let form = &self.form.value;
        let amount = read::money(bench.lang, &form.amount).ok().map(|fen| Quantity::Money(fen).text(bench.lang));
        let text = bench.tell("collecting-do", &[("amount", amount.as_deref().unwrap_or_default())]);
        let (mut pressed, mut left) = (false, false);
        ui.horizontal_wrapped(|ui| {
            let key = bench.say("meeting-key-enter");
            pressed = ui.add(Button::primary(text.trim_end()).icon(Icon::Check).key(&key)).clicked();
            left = ui.add(Button::normal(&bench.say("collecting-cancel"))).clicked();
        });
        if left || bench.asked(Action::Leave) {
            self.deed = None;
        } else if pressed || entered {
            match deed.command(bench, number, &self.form.value) {
                Ok(command) => {
                    self.form.value.problem = None;
                    self.form.send(bench, vec![command]);
                }
                Err(problem) => self.form.value.problem = Some(problem),
            }
        }
        true
    }

    /// The fields of a deed; whether Enter ended one of them.
    fn fields_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, collection: &Collection, deed: &Deed) -> bool {
        let half = (ui.available_width() - space::S3) / 2.0;
        let form = &mut self.form.value;
        let mut entered = false;
        let with_receipt = matches!(deed, Deed::Refund(_));
        let with_person = matches!(deed, Deed::Refund(_) | Deed::AdvancePart(_) | Deed::AdvanceGap);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            let caption = bench.say("meeting-amount-yuan");
            let amount = captioned_ui(ui, &caption, half, |ui| {
                let field = Field::new(&mut form.amount, &caption).number().problem(form.problem.as_deref());
                field.id(Id::unique("collection-deed-amount")).field_ui(ui)
            });
            if std::mem::take(&mut self.focus_amount) {
                amount.request_focus();
            }
            entered |= bench.entered(ui, &amount);
            if with_receipt {
                let caption = bench.say("collecting-slip");
                let slip = captioned_ui(ui, &caption, half, |ui| {
                    Field::new(&mut form.receipt, &caption).number().field_ui(ui)
                });
                entered |= bench.entered(ui, &slip);
            }
        });
        if with_person {
            ui.add_space(space::S2);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::S3;
                let mut width = half * 2.0 + space::S3;
                if with_receipt {
                    width = half;
                    let caption = bench.say("meeting-paid-how");
                    let methods = [PaidBy::Cash, PaidBy::Transfer].map(|paid| (paid, paid_word(bench.lang, paid)));
                    captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &methods, &mut form.method, half));
                }
                let caption = bench.say(if with_receipt { "collecting-given-by" } else { "collecting-advanced-by" });
                captioned_ui(ui, &caption, width, |ui| {
                    let hint = bench.say("meeting-hand-hint");
                    let id = Id::unique("collection-deed-person");
                    form.person.form_person_ui(ui, bench, id, (&caption, &hint), Whom::Anybody, width)
                });
            });
        }
        let words = match deed {
            Deed::WriteOff(_) => Some(bench.say("collecting-source")),
            Deed::Surplus => Some(bench.say("collecting-used-for")),
            _ => None,
        };
        if let Some(caption) = words {
            ui.add_space(space::S2);
            let width = ui.available_width();
            let field = captioned_ui(ui, &caption, width, |ui| Field::new(&mut form.words, &caption).field_ui(ui));
            entered |= bench.entered(ui, &field);
        }
        if let Deed::WriteOff(_) = deed {
            ui.add_space(space::S2);
            let votes = later_votes(bench, collection);
            if votes.is_empty() {
                let why = bench.say("collecting-no-later-vote");
                text_ui(ui, &why, Size::Note, Weight::Regular, palette(ui).warn);
            } else {
                let caption = bench.say("collecting-decided-by");
                let width = ui.available_width();
                let choices: Vec<(Option<VoteNo>, String)> =
                    votes.into_iter().map(|(vote, question)| (Some(vote), question)).collect();
                captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &choices, &mut form.vote, width));
            }
        }
        entered
    }
}
