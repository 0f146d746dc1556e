//! What is known so far, and what an event makes of it.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::{Action, Press, Submission};
use fangzhuo_sdk::values::Fault;
use serde::{Deserialize, Serialize};

use crate::plan::{self, Draft, MOST_FEN, Plan};
use crate::quote::{self, Quote, line_key};
use crate::ranking::{Lead, Ranking};
use crate::settling::{Choice, How, Round, Settling};
use crate::typed::{Fields, wrong};
use crate::words;

/// Quotes of one comparison; nobody asks more.
pub(crate) const MOST_QUOTES: usize = 60;

/// What is known so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    pub(crate) plan: Plan,
    /// In the order of entry.
    pub(crate) quotes: Vec<Quote>,
    /// The number the next quote gets.
    pub(crate) next: u32,
    /// The quote whose form is open; `None`: the form takes a new one.
    pub(crate) open: Option<u32>,
    /// Why there are fewer than three.
    pub(crate) few_reason: String,
    pub(crate) settling: Settling,
    /// Why none is chosen and suppliers are asked again.
    pub(crate) again: Option<String>,
}

/// Forms of the page.
pub(crate) mod form {
    /// What is fixed before the first quote.
    pub(crate) const PLAN: &str = "plan";
    /// A new quote, or the open one.
    pub(crate) const QUOTE: &str = "quote";
    /// Amounts of the lines the open quote leaves out.
    pub(crate) const MISSING: &str = "missing";
    /// Why there are fewer than three.
    pub(crate) const FEW: &str = "few";
    /// Second prices of the tied.
    pub(crate) const ROUND: &str = "round";
    /// A lot or a decision.
    pub(crate) const TIE: &str = "tie";
    /// None is chosen.
    pub(crate) const AGAIN: &str = "again";
}

/// Buttons of the page.
pub(crate) mod button {
    /// Opens the quote of a row.
    pub(crate) const OPEN: &str = "open";
    /// Closes the open quote, for a new one.
    pub(crate) const NEW: &str = "new";
    /// Takes the open quote out.
    pub(crate) const REMOVE: &str = "remove";
}

impl State {
    /// Nothing but the plan.
    pub(crate) fn new(plan: Plan) -> State {
        State {
            plan,
            quotes: Vec::new(),
            next: 1,
            open: None,
            few_reason: String::new(),
            settling: Settling::default(),
            again: None,
        }
    }

    pub(crate) fn ranking(&self) -> Ranking {
        Ranking::of(&self.plan, &self.quotes, &self.settling)
    }

    /// The quote whose form is open.
    pub(crate) fn opened(&self) -> Option<&Quote> {
        self.quotes.iter().find(|quote| Some(quote.id) == self.open)
    }

    /// What an action makes of it; a fault leaves everything as it was.
    pub(crate) fn step(&mut self, action: &Action, lang: Lang) -> Result<(), Fault> {
        match action {
            Action::Submit(submission) => self.submit(submission, lang),
            Action::Press(press) => self.press(press, lang),
            // A new day changes nothing here.
            Action::Tick(_) => Ok(()),
            Action::Check(_) => Err(words::unknown_action(lang)),
        }
    }

    fn submit(&mut self, submission: &Submission, lang: Lang) -> Result<(), Fault> {
        let fields = Fields(&submission.entries);
        match submission.form.as_str() {
            form::PLAN => self.change_plan(fields, lang),
            form::QUOTE => {
                let new = Quote::of_form(fields, self.opened(), &self.plan, lang)?;
                self.put(new, lang).map(|()| self.open = None)
            }
            form::MISSING => self.add_missing(fields, lang),
            form::FEW => {
                self.few_reason = fields.text("reason").to_owned();
                Ok(())
            }
            form::ROUND => self.second_round(fields, lang),
            form::TIE => self.settle(fields, lang),
            form::AGAIN => {
                self.again = Some(fields.text("reason")).filter(|reason| !reason.is_empty()).map(str::to_owned);
                Ok(())
            }
            _ => Err(words::unknown_action(lang)),
        }
    }

    fn press(&mut self, press: &Press, lang: Lang) -> Result<(), Fault> {
        let row = press.row.and_then(|row| self.quotes.get(usize::try_from(row).ok()?));
        match (press.button.as_str(), row) {
            (button::OPEN, Some(quote)) => self.open = Some(quote.id),
            (button::NEW, _) => self.open = None,
            (button::REMOVE, _) if self.open.is_some() => {
                let open = self.open.take();
                self.quotes.retain(|quote| Some(quote.id) != open);
            }
            _ => return Err(words::unknown_action(lang)),
        }
        Ok(())
    }

    /// Scope, method and ceiling stand before the first quote is opened: who knows the prices does not choose the rule.
    fn change_plan(&mut self, fields: Fields<'_>, lang: Lang) -> Result<(), Fault> {
        if !self.quotes.is_empty() {
            return Err(wrong("plan-fixed", "scope", words::plan_fixed(lang).to_owned()));
        }
        let typed = plan::lines(fields.text("scope"));
        // A line that is still there keeps the terms a table gave it.
        let keep = |line: plan::Line| self.plan.scope.iter().find(|old| old.work == line.work).cloned().unwrap_or(line);
        self.plan = Plan::of(
            Draft {
                scope: typed.into_iter().map(keep).collect(),
                is_composite: fields.choice("method") == Some("composite"),
                price_weight: fields.percent("price-weight"),
                criteria: fields.text("criteria"),
                ceiling: fields.money("ceiling"),
                low: fields.integer("low-percent").unwrap_or(self.plan.low),
                asks_at_tie: fields.choice("tie") == Some("ask"),
            },
            lang,
        )?;
        Ok(())
    }

    /// Adds a quote (number 0), or puts it in the place of the one with its number.
    pub(crate) fn put(&mut self, mut quote: Quote, lang: Lang) -> Result<(), Fault> {
        let twice = |other: &&Quote| other.id != quote.id && other.supplier == quote.supplier;
        if self.quotes.iter().any(|other| twice(&other)) {
            let message = match lang {
                Lang::ZhCn => format!("{}已经报过价了，一家只报一次；要更正就打开那一家来改", quote.supplier),
                Lang::En => format!(
                    "{} has quoted already, and each quotes once: open that quote to correct it",
                    quote.supplier
                ),
            };
            return Err(wrong("same-supplier", "supplier", message));
        }
        match self.quotes.iter().position(|old| old.id == quote.id) {
            Some(at) => self.quotes[at] = quote,
            None if self.quotes.len() >= MOST_QUOTES => return Err(words::too_many_quotes(lang)),
            None => {
                quote.id = self.next;
                self.next += 1;
                self.quotes.push(quote);
            }
        }
        Ok(())
    }

    fn add_missing(&mut self, fields: Fields<'_>, lang: Lang) -> Result<(), Fault> {
        let Some(mut quote) = self.opened().cloned() else { return Err(words::unknown_action(lang)) };
        let basis = fields.text("basis").to_owned();
        for missing in &mut quote.missing {
            let amount = fields.money(&line_key(missing.line));
            if amount.is_some_and(|fen| !(0..=MOST_FEN).contains(&fen)) {
                let message = lang.pick("补算的钱不能是负数", "What is added cannot be negative");
                return Err(wrong("bad-amount", &line_key(missing.line), message.to_owned()));
            }
            missing.amount = amount;
        }
        if basis.is_empty() && quote.missing.iter().any(|missing| missing.amount.is_some()) {
            let message = lang.pick(
                "请写明补算的依据：谁说的，或照哪一家",
                "Say what the amounts rest on: who said so, or whose price",
            );
            return Err(wrong("no-basis", "basis", message.to_owned()));
        }
        quote.basis = basis;
        self.put(quote, lang)
    }

    fn tied(&self, lang: Lang) -> Result<Vec<usize>, Fault> {
        match self.ranking().lead {
            Lead::Tie(tied) => Ok(tied),
            _ => {
                let message = lang.pick("现在没有并列", "Nothing is tied now");
                Err(wrong("no-tie", "how", message.to_owned()))
            }
        }
    }

    /// Each of the tied names a second price, never above the first.
    fn second_round(&mut self, fields: Fields<'_>, lang: Lang) -> Result<(), Fault> {
        let tied = self.tied(lang)?;
        if self.settling.round_among(&tied.iter().map(|at| self.quotes[*at].id).collect::<Vec<_>>()).is_some() {
            return Err(words::round_over(lang));
        }
        let mut prices = Vec::new();
        for at in tied {
            let quote = &self.quotes[at];
            let price = fields.money(&quote.key()).filter(|price| (1..=quote.price).contains(price));
            let price = price.ok_or_else(|| wrong("bad-second", &quote.key(), words::bad_second(quote, lang)))?;
            prices.push((quote.id, price));
        }
        prices.sort_unstable();
        self.settling.round = Some(Round { prices });
        Ok(())
    }

    fn settle(&mut self, fields: Fields<'_>, lang: Lang) -> Result<(), Fault> {
        let tied = self.tied(lang)?;
        let mut among: Vec<u32> = tied.iter().map(|at| self.quotes[*at].id).collect();
        among.sort_unstable();
        let chosen = fields.choice("chosen").and_then(|key| among.iter().copied().find(|id| quote::key(*id) == key));
        let Some(chosen) = chosen else {
            let message = lang.pick("请从并列的几家里选一家", "Choose one of the tied");
            return Err(wrong("not-tied", "chosen", message.to_owned()));
        };
        let how = match fields.choice("how") {
            Some("lot") => How::Lot,
            Some("decision") => How::Decision,
            _ => {
                let message = lang.pick("请写明是抽签还是议定", "Say whether a lot was drawn or it was decided");
                return Err(wrong("no-how", "how", message.to_owned()));
            }
        };
        let account = fields.text("account").to_owned();
        if account.is_empty() {
            let message = lang.pick(
                "请写明经过：谁抽的签、谁在场，或者议定的理由",
                "Say how it went: who drew before whom, or why it was decided so",
            );
            return Err(wrong("no-account", "account", message.to_owned()));
        }
        self.settling.choice = Some(Choice { among, chosen, how, account });
        Ok(())
    }
}
