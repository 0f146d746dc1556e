//! Who pays how much of a bill: by household, area, residents or shares.
//!
//! Owns the method, the guards around it and the sentences that explain it; the splitting itself is `amounts::split`, the
//! function the host checks the result by. The state is four answers (method, amount, subsidy, rounding); everything else
//! is computed anew from them and the frozen roll at every call.
//!
//! Read in this order: `plan` (the answers, checked) → `sharing` (weights and shares) → `words` (the sentences) → `desk`
//! and `audience` (the pages) → `result` (cost sheet and minutes).

mod audience;
mod desk;
mod groups;
mod plan;
mod result;
mod sharing;
mod words;

use fangzhuo_sdk::outcome::{Action, Conclusion, Event, Viewer};
use fangzhuo_sdk::ui::Page;
use fangzhuo_sdk::values::Fault;
use fangzhuo_sdk::{Answers, Lang, Procedure, fault};
use plan::Plan;
use sharing::Sharing;

/// The answers of the form.
struct FeeApportionment(Answers);

impl Procedure for FeeApportionment {
    fn begin(lang: Lang) -> Result<Self, Fault> {
        let answers = plan::from_settings(lang)?;
        check(&answers, lang)?;
        Ok(FeeApportionment(answers))
    }

    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault> {
        let Action::Submit(submission) = &event.action else { return Err(unknown_deed(lang)) };
        if submission.form != desk::FORM {
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
            (Ok(plan), sharing) => desk::page(&plan, sharing, viewer, lang),
            (Err(fault), _) => Page { headline: fault.message, sections: Vec::new() },
        }
    }

    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault> {
        let plan = Plan::of(&self.0, lang)?;
        let Some(sharing) = Sharing::of(&plan, lang)? else { return Err(words::no_amount(lang)) };
        Ok(result::conclusion(&plan, &sharing, lang))
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
    let message = lang.pick("费用分摊只有一张表可填，没有这个操作", "Cost sharing has one form and no such action");
    fault("unknown-action", message.to_owned(), None)
}

fangzhuo_sdk::procedure!(FeeApportionment);
