//! Who pays how much of a bill: by household, area, residents, meter, floor, tiers or shares.
//!
//! Owns the methods, the order of operations, the guards around them and the sentences that explain them; the splitting
//! itself is `amounts::split`, the function the host checks the result by. The state is the answers of two forms;
//! everything else is computed anew from them and the frozen roll at every call. No town's coefficients are built in: they
//! are typed or stand in a column of the roll, with their source.
//!
//! Read in this order: `method` → `typed` (what people write in a line) → `plan` (the answers, checked) → `column` and
//! `weights` (the roll) → `sharing` (the order of operations) → `published` (a formula that does not add up) → `words` and
//! `case` (the sentences) → `form`, `table`, `desk` and `audience` (the pages) → `result` (cost sheet and minutes).

mod audience;
mod case;
mod column;
mod desk;
mod form;
mod groups;
mod method;
mod plan;
mod published;
mod result;
mod sharing;
mod table;
mod typed;
mod weights;
mod words;

use fangzhuo_sdk::outcome::{Action, Conclusion, Event, Viewer};
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Answers, Lang, Procedure, fault};
use plan::Plan;
use sharing::Sharing;

/// The answers of the forms.
struct FeeApportionment(Answers);

impl Procedure for FeeApportionment {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        let answers = plan::from_settings();
        check(&answers, lang)?;
        Ok(FeeApportionment(answers))
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        let Action::Submit(submission) = &event.action else { return Err(unknown_deed(lang)) };
        if submission.form != form::BILL && submission.form != form::MORE {
            return Err(unknown_deed(lang));
        }
        let mut answers = self.0.clone();
        answers.take(&submission.entries);
        check(&answers, lang)?;
        self.0 = answers;
        Ok(())
    }

    fn page(&self, viewer: &Viewer, lang: Lang) -> Page {
        let plan = Plan::of(&self.0, lang);
        let sharing = plan.as_ref().map_err(Clone::clone).and_then(|plan| Sharing::of(plan, lang));
        match (plan, sharing) {
            (Ok(plan), Ok(Some(sharing))) if viewer.audience => audience::page(&plan, &sharing, viewer.focus, lang),
            (Ok(plan), sharing) => desk::page(&plan, &self.0, sharing, viewer, lang),
            (Err(fault), _) => Page { headline: fault.message, sections: Vec::new() },
        }
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        let plan = Plan::of(&self.0, lang)?;
        let Some(sharing) = Sharing::of(&plan, lang)? else { return Err(words::no_amount(lang)) };
        sharing.check_gap(&plan, lang)?;
        Ok(result::conclusion(&plan, sharing, lang))
    }

    fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        Answers::load(bytes).map(FeeApportionment)
    }
}

/// What does not compute never becomes a state, so that every state has its page.
fn check(answers: &Answers, lang: Lang) -> Result<(), Fault> {
    Sharing::of(&Plan::of(answers, lang)?, lang).map(|_| ())
}

fn unknown_deed(lang: Lang) -> Fault {
    let message = lang.pick("费用分摊只有两张表可填，没有这个操作", "Cost sharing has two forms and no such action");
    fault("unknown-action", message.to_owned(), None)
}

fangzhuo_sdk::procedure!(FeeApportionment);
