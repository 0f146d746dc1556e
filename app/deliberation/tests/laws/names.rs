//! The names scripts, figures and locale files rely on: the key of a value is the name it is stored under.
#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use std::fmt::Debug;

use deliberation::ballot::{Choice, Method};
use deliberation::collection::{Answer, PaidBy};
use deliberation::rule::BindingLevel;
use deliberation::verdict::{Missing, Outcome};
use serde::Serialize;

#[track_caller]
fn stored_as<T: Serialize + Debug + Copy>(named: &[(T, &str)], key: impl Fn(T) -> &'static str) {
    for (value, name) in named {
        assert_eq!(key(*value), *name, "{value:?}");
        assert_eq!(serde_json::to_value(value).unwrap(), *name, "{value:?}");
    }
}

#[test]
fn every_key_is_the_name_that_is_stored() {
    let choices = [(Choice::Yes, "yes"), (Choice::No, "no"), (Choice::Abstain, "abstain"), (Choice::Void, "void")];
    stored_as(&choices, Choice::key);
    let methods = [
        (Method::Hands, "hands"),
        (Method::HandsByDoor, "hands-by-door"),
        (Method::RollCall, "roll-call"),
        (Method::Paper, "paper"),
        (Method::Secret, "secret"),
        (Method::Merged, "merged"),
    ];
    stored_as(&methods, Method::key);
    stored_as(&[(PaidBy::Cash, "cash"), (PaidBy::Transfer, "transfer")], PaidBy::key);
    let answers = [(Answer::NotReached, "not-reached"), (Answer::Agreed, "agreed"), (Answer::Declined, "declined")];
    stored_as(&answers, Answer::key);
    let levels = [
        (BindingLevel::Deliberation, "deliberation"),
        (BindingLevel::Residents, "residents"),
        (BindingLevel::Villagers, "villagers"),
        (BindingLevel::Party, "party"),
        (BindingLevel::Owners, "owners"),
    ];
    stored_as(&levels, BindingLevel::key);
    let outcomes = [(Outcome::Passed, "passed"), (Outcome::Failed, "failed"), (Outcome::Undecidable, "undecidable")];
    stored_as(&outcomes, Outcome::key);
}

#[test]
fn what_is_missing_has_the_documented_names() {
    let missing = [Missing::Area, Missing::Participation, Missing::Present];
    assert_eq!(missing.map(Missing::key), ["area", "participation", "present"]);
}

/// Which ways there are to answer: by totals no area is known, on paper the absent answer too.
#[test]
fn each_way_to_vote_takes_what_it_takes() {
    for method in Method::ALL {
        let takes = (method.by_totals(), method.takes_paper(), method.takes_doors());
        let expected = match method {
            Method::Hands | Method::Secret => (true, false, false),
            Method::HandsByDoor | Method::RollCall => (false, false, true),
            Method::Paper => (false, true, false),
            Method::Merged => (false, true, true),
        };
        assert_eq!(takes, expected, "{method:?}");
    }
}
