//! What a person did on a procedure's page, held against that page before the procedure hears of it.

use procedure::contract::{Action, Fault, Page};
use procedure::submission::{Wrong, check_action};
use procedure::{Failure, SettingError};
use words::{Lang, t, tf};

use crate::page_text::value_text;

/// Refuses what does not fit the page, in the host's words and beside its field.
pub(crate) fn checked(lang: Lang, page: &Page, action: &Action, households: u32) -> Result<(), Failure> {
    check_action(page, action, households).map_err(|problem| {
        let (code, message) = (problem.wrong.code().to_owned(), wrong_text(lang, &problem.wrong));
        Failure::Refused(Fault { code, message, at: problem.at })
    })
}

/// Settings that do not fit the manifest, in the sentence people read.
pub(crate) fn setting_refused(lang: Lang, error: &SettingError) -> Failure {
    let args = error.args();
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let message = tf(lang, error.key(), &args);
    Failure::Refused(Fault { code: error.key().to_owned(), message, at: None })
}

/// What is wrong with a value or an action, in one sentence.
pub fn wrong_text(lang: Lang, wrong: &Wrong) -> String {
    let number = |value| value_text(lang, &[], value).0;
    match wrong {
        Wrong::Unknown => t(lang, "page-wrong-unknown"),
        Wrong::Closed(reason) if reason.is_empty() => t(lang, "page-wrong-closed"),
        Wrong::Closed(reason) => reason.clone(),
        Wrong::Twice => t(lang, "page-wrong-twice"),
        Wrong::Missing => t(lang, "meeting-field-required"),
        Wrong::Kind => t(lang, "page-wrong-kind"),
        Wrong::Least(least) => tf(lang, "meeting-field-least", &[("n", &number(least))]),
        Wrong::Most(most) => tf(lang, "meeting-field-most", &[("n", &number(most))]),
        Wrong::Long(most) => tf(lang, "meeting-field-long", &[("n", &most.to_string())]),
        Wrong::Option => t(lang, "page-wrong-option"),
        Wrong::Household => t(lang, "page-wrong-household"),
        Wrong::Evidence => t(lang, "page-wrong-evidence"),
    }
}
