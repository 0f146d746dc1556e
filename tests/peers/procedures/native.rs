//! The procedure's own sources, built for this machine: what the component does in its four calls, in the same steps, and
//! all that the host does around them.

use procedure::contract::{Action, Conclusion, Event, Page};
use procedure::{Concluded, Inputs, State, limits};

use crate::plan::{self, Plan};
use crate::sharing::Sharing;
use crate::{Answers, Lang, desk, result, viewer};

fn check(answers: &Answers) {
    Sharing::of(&Plan::of(answers, Lang::ZhCn).unwrap(), Lang::ZhCn).unwrap();
}

/// With the frozen data checked and hashed.
pub fn init(inputs: &Inputs) -> State {
    inputs.check().unwrap();
    let answers = plan::from_settings();
    check(&answers);
    State::new(answers.save())
}

pub fn update(state: &[u8], event: &Event) -> State {
    assert!(serde_json::to_vec(event).unwrap().len() < limits::EVENT);
    let Action::Submit(submission) = &event.action else { unreachable!("a form is submitted") };
    let mut answers = Answers::load(state).unwrap();
    answers.take(&submission.entries);
    check(&answers);
    State::new(answers.save())
}

/// With the page checked and cleaned.
pub fn view(inputs: &Inputs, state: &[u8]) -> Page {
    let answers = Answers::load(state).unwrap();
    let plan = Plan::of(&answers, Lang::ZhCn).unwrap();
    let sharing = Sharing::of(&plan, Lang::ZhCn);
    desk::page(&plan, &answers, sharing, &viewer(), Lang::ZhCn).checked(inputs.households()).unwrap()
}

fn conclusion(state: &[u8], lang: Lang) -> Conclusion {
    let answers = Answers::load(state).unwrap();
    let plan = Plan::of(&answers, lang).unwrap();
    let sharing = Sharing::of(&plan, lang).unwrap().unwrap();
    sharing.check_gap(&plan, lang).unwrap();
    result::conclusion(&plan, sharing, lang)
}

/// In both languages, checked, cleaned and compared.
pub fn conclude(inputs: &Inputs, state: &[u8]) -> Concluded {
    let [zh_cn, en] = [Lang::ZhCn, Lang::En].map(|lang| conclusion(state, lang));
    Concluded::checked(zh_cn, en, inputs.households()).unwrap()
}
