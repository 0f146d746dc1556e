//! Why a command was refused, in one sentence: what is wrong, what was kept, what to do.
//!
//! The match below has no "else": a new refusal does not compile without its sentence.

use amounts::Fen;
use deliberation::ballot::Choice;
use deliberation::ids::ItemNo;
use deliberation::{Door, Facts, Refusal};

use crate::figure::Quantity;
use crate::locale::{Lang, t, tf};
use crate::moment::span;
use crate::names::{Names, person_name};
use crate::poll_words::poll_problem;
use crate::rule_words::{pick, rule_problem};
use crate::speaking::choice_word;

/// The sentence of a refusal.
pub fn refusal_text(lang: Lang, facts: &Facts, names: &dyn Names, refusal: &Refusal) -> String {
    // A door is set off by a space, a closing full-width bracket is not.
    sentence(lang, facts, names, refusal).replace("） ", "）")
}

fn sentence(lang: Lang, facts: &Facts, names: &dyn Names, refusal: &Refusal) -> String {
    let door = |key: &str, door: &Door| tf(lang, key, &[("door", &owner_of(lang, facts, names, door))]);
    let item = |key: &str, item: ItemNo| tf(lang, key, &[("item", &item_words(lang, item))]);
    let money = |key: &str, left: Fen| tf(lang, key, &[("left", &Quantity::Money(left).text(lang))]);
    match refusal {
        Refusal::FileExists => t(lang, "refusal-file-exists"),
        Refusal::NoFile => t(lang, "refusal-no-file"),
        Refusal::EmptyText => t(lang, "refusal-empty-text"),
        Refusal::EmptyRoll => t(lang, "refusal-empty-roll"),
        Refusal::DuplicateDoor { door: twice } => door("refusal-duplicate-door", twice),
        Refusal::BadUnit { door: bad } if bad.as_str().trim().is_empty() => t(lang, "refusal-bad-unit-no-door"),
        Refusal::BadUnit { door: bad } => door("refusal-bad-unit", bad),
        Refusal::MeetingOpen => t(lang, "refusal-meeting-open"),
        Refusal::UnknownDoor { door: unknown } => door("refusal-unknown-door", unknown),
        Refusal::UnknownPerson { who } => unknown_person(lang, who),
        Refusal::NothingToJoin => t(lang, "refusal-nothing-to-join"),
        Refusal::NoMeeting => t(lang, "refusal-no-meeting"),
        Refusal::NotOpen => t(lang, "refusal-not-open"),
        Refusal::AlreadyOpened => t(lang, "refusal-already-opened"),
        Refusal::NoAgenda => t(lang, "refusal-no-agenda"),
        Refusal::UnknownItem { item: number } => item("refusal-unknown-item", *number),
        Refusal::NoCurrentItem => t(lang, "refusal-no-current-item"),
        Refusal::ItemIsCurrent { item: number } => item("refusal-item-is-current", *number),
        Refusal::ItemHasBegun { item: number } => item("refusal-item-has-begun", *number),
        Refusal::ItemAnnounced { item: number } => item("refusal-item-announced", *number),
        Refusal::LockStays => t(lang, "refusal-lock-stays"),
        Refusal::SameCounter => t(lang, "refusal-same-counter"),
        Refusal::VoteOpen => t(lang, "refusal-vote-open"),
        Refusal::OtherMeetingOpen => t(lang, "refusal-other-meeting-open"),
        Refusal::AlreadyPresent { door: Some(who) } => door("refusal-already-present", who),
        Refusal::AlreadyPresent { door: None } => t(lang, "refusal-already-present-guest"),
        Refusal::NotPresent { door: Some(who) } => door("refusal-not-present", who),
        Refusal::NotPresent { door: None } => t(lang, "refusal-not-present-guest"),
        Refusal::HandIsUp => t(lang, "refusal-hand-is-up"),
        Refusal::NoHand => t(lang, "refusal-no-hand"),
        Refusal::TurnsUsedUp { turns } => tf(lang, "refusal-turns-used-up", &[("turns", &turns.to_string())]),
        Refusal::NobodyWaits => t(lang, "refusal-nobody-waits"),
        Refusal::SpeakerIsCalled => t(lang, "refusal-speaker-is-called"),
        Refusal::ExtraTimeGiven { most_ms } => tf(lang, "refusal-extra-time-given", &[("span", &span(lang, *most_ms))]),
        Refusal::NoTimeToTake => t(lang, "refusal-no-time-to-take"),
        Refusal::MomentOutsideTurn => t(lang, "refusal-moment-outside-turn"),
        Refusal::BadTalkRule => t(lang, "refusal-bad-talk-rule"),
        Refusal::SomebodySpeaks => t(lang, "refusal-somebody-speaks"),
        Refusal::NobodySpeaks => t(lang, "refusal-nobody-speaks"),
        Refusal::ClockPaused => t(lang, "refusal-clock-paused"),
        Refusal::ClockRuns => t(lang, "refusal-clock-runs"),
        Refusal::NoTurn => t(lang, "refusal-no-turn"),
        Refusal::UnknownSentence => t(lang, "refusal-unknown-sentence"),
        Refusal::MinutesFinal => t(lang, "refusal-minutes-final"),
        Refusal::MeetingNotClosed => t(lang, "refusal-meeting-not-closed"),
        Refusal::BadAmount => t(lang, "refusal-bad-amount"),
        Refusal::UnknownQuote => t(lang, "refusal-unknown-quote"),
        Refusal::UnknownMotion => t(lang, "refusal-unknown-motion"),
        Refusal::UnknownSheet => t(lang, "refusal-unknown-sheet"),
        Refusal::MotionVoted => t(lang, "refusal-motion-voted"),
        Refusal::OnlyDiscussed { item: number } => item("refusal-only-discussed", *number),
        Refusal::UnknownRule { rule } => tf(lang, "refusal-unknown-rule", &[("rule", rule)]),
        Refusal::AreaMissing { door: unknown } => door("refusal-area-missing", unknown),
        Refusal::NoNotice => t(lang, "refusal-no-notice"),
        Refusal::BadRule { because } => tf(lang, "refusal-bad-rule", &[("problem", &rule_problem(lang, because))]),
        Refusal::RuleIdTaken { rule } => tf(lang, "refusal-rule-id-taken", &[("rule", rule)]),
        Refusal::AlreadyRecused => t(lang, "refusal-already-recused"),
        Refusal::MustBeWritten => t(lang, "refusal-must-be-written"),
        Refusal::MustBeSecret => t(lang, "refusal-must-be-secret"),
        Refusal::MustBeOpen => t(lang, "refusal-must-be-open"),
        Refusal::SidesHaveNoArea => t(lang, "refusal-sides-have-no-area"),
        Refusal::BodyUnknown => t(lang, "refusal-body-unknown"),
        Refusal::BodyTooMany { due, present } => {
            tf(lang, "refusal-body-too-many", &[("due", &due.to_string()), ("present", &present.to_string())])
        }
        Refusal::BodyByDoor => t(lang, "refusal-body-by-door"),
        Refusal::NoCandidates => t(lang, "refusal-no-candidates"),
        Refusal::CandidateTwice => t(lang, "refusal-candidate-twice"),
        Refusal::NoElection => t(lang, "refusal-no-election"),
        Refusal::ElectionOnPaper => t(lang, "refusal-election-on-paper"),
        Refusal::BadSlate { door: which } => door("refusal-bad-slate", which),
        Refusal::ProxyOverCap { agent, holds, cap } => tf(
            lang,
            "refusal-proxy-over-cap",
            &[
                ("agent", &agent.as_ref().map_or_else(String::new, |agent| owner_of(lang, facts, names, agent))),
                ("holds", &holds.to_string()),
                ("cap", &cap.to_string()),
            ],
        ),
        Refusal::ProxyForSelf => t(lang, "refusal-proxy-for-self"),
        Refusal::ProxyGivenAlready { door: which } => door("refusal-proxy-given", which),
        Refusal::NoProxy { door: which } => door("refusal-no-proxy", which),
        Refusal::NotTheAgent { door: which } => door("refusal-not-the-agent", which),
        Refusal::OtherMethod => t(lang, "refusal-other-method"),
        Refusal::TooManyVotes { counted, allowed } => {
            tf(lang, "refusal-too-many-votes", &[("counted", &counted.to_string()), ("allowed", &allowed.to_string())])
        }
        Refusal::UnknownBatch { next } => tf(lang, "refusal-unknown-batch", &[("next", &next.to_string())]),
        Refusal::BatchAccepted { batch } => tf(lang, "refusal-batch-accepted", &[("batch", &batch.to_string())]),
        Refusal::BatchOpen { batch, differing } => {
            tf(lang, "refusal-batch-open", &[("batch", &batch.to_string()), ("differing", &differing.to_string())])
        }
        Refusal::BatchHasTwo { batch } => tf(lang, "refusal-batch-has-two", &[("batch", &batch.to_string())]),
        Refusal::NotCounted => t(lang, "refusal-not-counted"),
        Refusal::CountersDiffer => t(lang, "refusal-counters-differ"),
        Refusal::NobodyCounts => t(lang, "refusal-nobody-counts"),
        Refusal::VoteNotClosed => t(lang, "refusal-vote-not-closed"),
        Refusal::CollectionBegun => t(lang, "refusal-collection-begun"),
        Refusal::NotAnOwner { door: which } => door("refusal-not-an-owner", which),
        Refusal::NothingChanges => t(lang, "refusal-nothing-changes"),
        Refusal::NobodyMayVote => t(lang, "refusal-nobody-may-vote"),
        Refusal::UnknownVote => t(lang, "refusal-unknown-vote"),
        Refusal::VoteClosed => t(lang, "refusal-vote-closed"),
        Refusal::NoElector { door: stranger } => door("refusal-no-elector", stranger),
        Refusal::ElectorAbsent { door: absent } => door("refusal-elector-absent", absent),
        Refusal::AlreadyVoted { door, choice } => already_voted(lang, facts, names, door, *choice),
        Refusal::NotAnswered { door: silent } => door("refusal-not-answered", silent),
        Refusal::PollOpen => t(lang, "refusal-poll-open"),
        Refusal::UnknownPoll => t(lang, "refusal-unknown-poll"),
        Refusal::PollClosed => t(lang, "refusal-poll-closed"),
        Refusal::PollNotClosed => t(lang, "refusal-poll-not-closed"),
        Refusal::BadPoll { because } => poll_problem(lang, because),
        Refusal::NobodyTakesPart => t(lang, "refusal-nobody-takes-part"),
        Refusal::PollHasNoCount => t(lang, "refusal-poll-has-no-count"),
        Refusal::BadPollCount { got, expected } => {
            tf(lang, "refusal-bad-poll-count", &[("got", &got.to_string()), ("expected", &expected.to_string())])
        }
        Refusal::PollOverLimit { counted, allowed } => {
            tf(lang, "refusal-poll-over", &[("counted", &counted.to_string()), ("allowed", &allowed.to_string())])
        }
        Refusal::OptionOverLimit { option, counted, allowed } => tf(
            lang,
            "refusal-option-over",
            &[("n", &option.to_string()), ("counted", &counted.to_string()), ("allowed", &allowed.to_string())],
        ),
        Refusal::PollNotCounted => t(lang, "refusal-poll-not-counted"),
        Refusal::TakesNoObjection => t(lang, "refusal-takes-no-objection"),
        Refusal::UnknownObjection => t(lang, "refusal-unknown-objection"),
        Refusal::ObjectionSettled => t(lang, "refusal-objection-settled"),
        Refusal::NoTie => t(lang, "refusal-no-tie"),
        Refusal::RunoffOpened => t(lang, "refusal-runoff-opened"),
        Refusal::UnknownProcedure => t(lang, "refusal-unknown-procedure"),
        Refusal::ProcedureConcluded => t(lang, "refusal-procedure-concluded"),
        Refusal::StepOutdated => t(lang, "refusal-step-outdated"),
        Refusal::ProcedureRuns => t(lang, "refusal-procedure-runs"),
        Refusal::ProcedureAdopted => t(lang, "refusal-procedure-adopted"),
        Refusal::ProcedureNotAdopted => t(lang, "refusal-procedure-not-adopted"),
        Refusal::BadSheet => t(lang, "refusal-bad-sheet"),
        Refusal::BadMaterials => t(lang, "refusal-bad-materials"),
        Refusal::ProcedureNotConcluded => t(lang, "refusal-procedure-not-concluded"),
        Refusal::ProcedureIsHere => t(lang, "refusal-procedure-is-here"),
        Refusal::DayTold => t(lang, "refusal-day-told"),
        Refusal::NotACandidate { option } => tf(lang, "refusal-not-a-candidate", &[("option", option)]),
        Refusal::CandidateExcluded { option, reason } => {
            let reason = crate::minutes::open_ended(pick(lang, reason));
            tf(lang, "refusal-candidate-excluded", &[("option", option), ("reason", reason)])
        }
        Refusal::UnknownOffer => t(lang, "refusal-unknown-offer"),
        Refusal::OfferTaken => t(lang, "refusal-offer-taken"),
        Refusal::UnknownMatter => t(lang, "refusal-unknown-matter"),
        Refusal::MatterUnchanged => t(lang, "refusal-matter-unchanged"),
        Refusal::UnknownCollection => t(lang, "refusal-unknown-collection"),
        Refusal::NotInCollection { door: stranger } => door("refusal-not-in-collection", stranger),
        Refusal::MoreThanOpen { door, open } => more_than_open(lang, door, *open),
        Refusal::ReceiptUsed { receipt, door } => {
            tf(lang, "refusal-receipt-used", &[("receipt", receipt), ("door", door.as_str())])
        }
        Refusal::MoreThanPaid { door, paid } => {
            let paid = Quantity::Money(*paid).text(lang);
            tf(lang, "refusal-more-than-paid", &[("door", door.as_str()), ("paid", &paid)])
        }
        Refusal::MoreThanGap { left } => money("refusal-more-than-gap", *left),
        Refusal::UnknownAdvance => t(lang, "refusal-unknown-advance"),
        Refusal::MoreThanAdvanced { left } => money("refusal-more-than-advanced", *left),
        Refusal::MoreThanCameIn { left } => money("refusal-more-than-came-in", *left),
        Refusal::MoreThanSurplus { left } => money("refusal-more-than-surplus", *left),
        Refusal::NotDecidedLater => t(lang, "refusal-not-decided-later"),
        Refusal::PledgesOpen => t(lang, "refusal-pledges-open"),
        Refusal::NoPledges => t(lang, "refusal-no-pledges"),
        Refusal::NobodyPledged => t(lang, "refusal-nobody-pledged"),
        Refusal::AboveLimit { door, share, limit } => {
            let (share, limit) = (Quantity::Money(*share).text(lang), Quantity::Money(*limit).text(lang));
            tf(lang, "refusal-above-limit", &[("door", door.as_str()), ("share", &share), ("limit", &limit)])
        }
        Refusal::PledgesSettled { door: aside } => door("refusal-pledges-settled", aside),
        Refusal::HasPaid { door: paid } => door("refusal-has-paid", paid),
        Refusal::AlreadyErased => t(lang, "refusal-already-erased"),
        Refusal::NothingToUndo => t(lang, "refusal-nothing-to-undo"),
        Refusal::Barrier => t(lang, "refusal-barrier"),
        Refusal::NothingToRedo => t(lang, "refusal-nothing-to-redo"),
        Refusal::NotSealed => t(lang, "refusal-not-sealed"),
        Refusal::ReadOnly => t(lang, "refusal-read-only"),
    }
}

/// "第 3 项".
fn item_words(lang: Lang, item: ItemNo) -> String {
    tf(lang, "item-number", &[("n", &item.to_string())])
}

/// The door; of an owner with several units, who that is and his other doors, because another one may have been typed.
fn owner_of(lang: Lang, facts: &Facts, names: &dyn Names, door: &Door) -> String {
    let head = facts.roll.voter(door).and_then(|voter| facts.roll.head(voter)).filter(|head| head.units.len() > 1);
    let Some(head) = head else { return door.to_string() };
    let others: Vec<&str> = head
        .units
        .iter()
        .filter_map(|unit| facts.roll.unit(*unit))
        .filter(|unit| unit.door != *door)
        .map(|unit| unit.door.as_str())
        .collect();
    let args = [
        ("door", door.as_str()),
        ("name", &person_name(lang, names, head.person)),
        ("others", &others.join(&t(lang, "list-comma"))),
    ];
    tf(lang, "refusal-owner-of-several", &args)
}

fn already_voted(lang: Lang, facts: &Facts, names: &dyn Names, door: &Door, choice: Choice) -> String {
    let args = [("door", &*owner_of(lang, facts, names, door)), ("choice", &*choice_word(lang, choice))];
    tf(lang, "refusal-already-voted", &args)
}

fn more_than_open(lang: Lang, door: &Door, open: Fen) -> String {
    let open = Quantity::Money(open).text(lang);
    tf(lang, "refusal-more-than-open", &[("door", door.as_str()), ("open", &open)])
}

fn unknown_person(lang: Lang, who: &str) -> String {
    match who {
        "chair" => t(lang, "refusal-no-chair"),
        "recorder" => t(lang, "refusal-no-recorder"),
        "counter-1" | "counter-2" => t(lang, "refusal-no-counter"),
        other => tf(lang, "refusal-unknown-person", &[("who", other)]),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use deliberation::ids::{OptionNo, PersonId};
    use deliberation::poll::PollError;
    use deliberation::rule::Bilingual;

    use super::*;
    use crate::names::NameBook;
    use crate::story::Story;

    /// The refusals one after the other; a new one does not compile until it is put into the row.
    fn after(refusal: Option<&Refusal>) -> Option<Refusal> {
        let door = Door::new("1-2-402");
        let Some(refusal) = refusal else { return Some(Refusal::FileExists) };
        let next = match refusal {
            Refusal::FileExists => Refusal::NoFile,
            Refusal::NoFile => Refusal::EmptyText,
            Refusal::EmptyText => Refusal::EmptyRoll,
            Refusal::EmptyRoll => Refusal::DuplicateDoor { door },
            Refusal::DuplicateDoor { .. } => Refusal::BadUnit { door },
            Refusal::BadUnit { door } if !door.as_str().is_empty() => Refusal::BadUnit { door: Door::new("") },
            Refusal::BadUnit { .. } => Refusal::MeetingOpen,
            Refusal::MeetingOpen => Refusal::UnknownDoor { door },
            Refusal::UnknownDoor { .. } => Refusal::UnknownPerson { who: "p12".into() },
            Refusal::UnknownPerson { who } if who == "p12" => Refusal::UnknownPerson { who: "chair".into() },
            Refusal::UnknownPerson { who } if who == "chair" => Refusal::UnknownPerson { who: "recorder".into() },
            Refusal::UnknownPerson { who } if who == "recorder" => Refusal::UnknownPerson { who: "counter-2".into() },
            Refusal::UnknownPerson { .. } => Refusal::NothingToJoin,
            Refusal::NothingToJoin => Refusal::NoMeeting,
            Refusal::NoMeeting => Refusal::NotOpen,
            Refusal::NotOpen => Refusal::AlreadyOpened,
            Refusal::AlreadyOpened => Refusal::NoAgenda,
            Refusal::NoAgenda => Refusal::UnknownItem { item: ItemNo(3) },
            Refusal::UnknownItem { .. } => Refusal::NoCurrentItem,
            Refusal::NoCurrentItem => Refusal::ItemIsCurrent { item: ItemNo(3) },
            Refusal::ItemIsCurrent { .. } => Refusal::ItemHasBegun { item: ItemNo(3) },
            Refusal::ItemHasBegun { .. } => Refusal::ItemAnnounced { item: ItemNo(3) },
            Refusal::ItemAnnounced { .. } => Refusal::LockStays,
            Refusal::LockStays => Refusal::SameCounter,
            Refusal::SameCounter => Refusal::VoteOpen,
            Refusal::VoteOpen => Refusal::OtherMeetingOpen,
            Refusal::OtherMeetingOpen => Refusal::AlreadyPresent { door: Some(door) },
            Refusal::AlreadyPresent { door: Some(_) } => Refusal::AlreadyPresent { door: None },
            Refusal::AlreadyPresent { door: None } => Refusal::NotPresent { door: Some(door) },
            Refusal::NotPresent { door: Some(_) } => Refusal::NotPresent { door: None },
            Refusal::NotPresent { door: None } => Refusal::HandIsUp,
            Refusal::HandIsUp => Refusal::NoHand,
            Refusal::NoHand => Refusal::TurnsUsedUp { turns: 2 },
            Refusal::TurnsUsedUp { .. } => Refusal::NobodyWaits,
            Refusal::NobodyWaits => Refusal::SpeakerIsCalled,
            Refusal::SpeakerIsCalled => Refusal::ExtraTimeGiven { most_ms: 30_000 },
            Refusal::ExtraTimeGiven { .. } => Refusal::NoTimeToTake,
            Refusal::NoTimeToTake => Refusal::MomentOutsideTurn,
            Refusal::MomentOutsideTurn => Refusal::BadTalkRule,
            Refusal::BadTalkRule => Refusal::SomebodySpeaks,
            Refusal::SomebodySpeaks => Refusal::NobodySpeaks,
            Refusal::NobodySpeaks => Refusal::ClockPaused,
            Refusal::ClockPaused => Refusal::ClockRuns,
            Refusal::ClockRuns => Refusal::NoTurn,
            Refusal::NoTurn => Refusal::UnknownSentence,
            Refusal::UnknownSentence => Refusal::MinutesFinal,
            Refusal::MinutesFinal => Refusal::MeetingNotClosed,
            Refusal::MeetingNotClosed => Refusal::BadAmount,
            Refusal::BadAmount => Refusal::UnknownQuote,
            Refusal::UnknownQuote => Refusal::UnknownMotion,
            Refusal::UnknownMotion => Refusal::UnknownSheet,
            Refusal::UnknownSheet => Refusal::MotionVoted,
            Refusal::MotionVoted => Refusal::OnlyDiscussed { item: ItemNo(5) },
            Refusal::OnlyDiscussed { .. } => Refusal::UnknownRule { rule: "by-acclaim".into() },
            Refusal::UnknownRule { .. } => Refusal::AreaMissing { door },
            Refusal::AreaMissing { .. } => Refusal::NoNotice,
            Refusal::NoNotice => Refusal::BadRule { because: deliberation::rule::RuleError::NoApproval },
            Refusal::BadRule { .. } => Refusal::RuleIdTaken { rule: "own".into() },
            Refusal::RuleIdTaken { .. } => Refusal::AlreadyRecused,
            Refusal::AlreadyRecused => Refusal::MustBeWritten,
            Refusal::MustBeWritten => Refusal::MustBeSecret,
            Refusal::MustBeSecret => Refusal::MustBeOpen,
            Refusal::MustBeOpen => Refusal::SidesHaveNoArea,
            Refusal::SidesHaveNoArea => Refusal::BodyUnknown,
            Refusal::BodyUnknown => Refusal::BodyTooMany { due: 10, present: 12 },
            Refusal::BodyTooMany { .. } => Refusal::BodyByDoor,
            Refusal::BodyByDoor => Refusal::NoCandidates,
            Refusal::NoCandidates => Refusal::CandidateTwice,
            Refusal::CandidateTwice => Refusal::NoElection,
            Refusal::NoElection => Refusal::ElectionOnPaper,
            Refusal::ElectionOnPaper => Refusal::BadSlate { door },
            Refusal::BadSlate { .. } => Refusal::ProxyOverCap { agent: Some(door), holds: 3, cap: 1 },
            Refusal::ProxyOverCap { .. } => Refusal::ProxyForSelf,
            Refusal::ProxyForSelf => Refusal::ProxyGivenAlready { door },
            Refusal::ProxyGivenAlready { .. } => Refusal::NoProxy { door },
            Refusal::NoProxy { .. } => Refusal::NotTheAgent { door },
            Refusal::NotTheAgent { .. } => Refusal::OtherMethod,
            Refusal::OtherMethod => Refusal::TooManyVotes { counted: 41, allowed: 40 },
            Refusal::TooManyVotes { .. } => Refusal::UnknownBatch { next: 2 },
            Refusal::UnknownBatch { .. } => Refusal::BatchAccepted { batch: 1 },
            Refusal::BatchAccepted { .. } => Refusal::BatchOpen { batch: 1, differing: 2 },
            Refusal::BatchOpen { .. } => Refusal::BatchHasTwo { batch: 1 },
            Refusal::BatchHasTwo { .. } => Refusal::NotCounted,
            Refusal::NotCounted => Refusal::CountersDiffer,
            Refusal::CountersDiffer => Refusal::NobodyCounts,
            Refusal::NobodyCounts => Refusal::VoteNotClosed,
            Refusal::VoteNotClosed => Refusal::CollectionBegun,
            Refusal::CollectionBegun => Refusal::NotAnOwner { door },
            Refusal::NotAnOwner { .. } => Refusal::NothingChanges,
            Refusal::NothingChanges => Refusal::NobodyMayVote,
            Refusal::NobodyMayVote => Refusal::UnknownVote,
            Refusal::UnknownVote => Refusal::VoteClosed,
            Refusal::VoteClosed => Refusal::NoElector { door },
            Refusal::NoElector { .. } => Refusal::ElectorAbsent { door },
            Refusal::ElectorAbsent { .. } => Refusal::AlreadyVoted { door, choice: Choice::No },
            Refusal::AlreadyVoted { .. } => Refusal::NotAnswered { door },
            Refusal::NotAnswered { .. } => Refusal::PollOpen,
            Refusal::PollOpen => Refusal::UnknownPoll,
            Refusal::UnknownPoll => Refusal::PollClosed,
            Refusal::PollClosed => Refusal::PollNotClosed,
            Refusal::PollNotClosed => Refusal::NobodyTakesPart,
            Refusal::NobodyTakesPart => Refusal::PollHasNoCount,
            Refusal::PollHasNoCount => Refusal::BadPollCount { got: 2, expected: 3 },
            Refusal::BadPollCount { .. } => Refusal::PollOverLimit { counted: 121, allowed: 120 },
            Refusal::PollOverLimit { .. } => Refusal::OptionOverLimit { option: OptionNo(2), counted: 41, allowed: 40 },
            Refusal::OptionOverLimit { .. } => Refusal::PollNotCounted,
            Refusal::PollNotCounted => Refusal::TakesNoObjection,
            Refusal::TakesNoObjection => Refusal::UnknownObjection,
            Refusal::UnknownObjection => Refusal::ObjectionSettled,
            Refusal::ObjectionSettled => Refusal::NoTie,
            Refusal::NoTie => Refusal::RunoffOpened,
            Refusal::RunoffOpened => Refusal::BadPoll { because: PollError::TooFewOptions },
            Refusal::BadPoll { because } => match because {
                PollError::TooFewOptions => Refusal::BadPoll { because: PollError::TooManyOptions },
                PollError::TooManyOptions => {
                    Refusal::BadPoll { because: PollError::OptionTwice { option: "装路灯".into() } }
                }
                PollError::OptionTwice { .. } => Refusal::BadPoll { because: PollError::NoOptionsWanted },
                PollError::NoOptionsWanted => Refusal::BadPoll { because: PollError::Winners },
                PollError::Winners => Refusal::BadPoll { because: PollError::NoDots },
                PollError::NoDots => Refusal::BadPoll { because: PollError::CapOverDots },
                PollError::CapOverDots => Refusal::UnknownProcedure,
            },
            Refusal::UnknownProcedure => Refusal::ProcedureConcluded,
            Refusal::ProcedureConcluded => Refusal::StepOutdated,
            Refusal::StepOutdated => Refusal::ProcedureRuns,
            Refusal::ProcedureRuns => Refusal::ProcedureAdopted,
            Refusal::ProcedureAdopted => Refusal::ProcedureNotAdopted,
            Refusal::ProcedureNotAdopted => Refusal::BadSheet,
            Refusal::BadSheet => Refusal::BadMaterials,
            Refusal::BadMaterials => Refusal::ProcedureNotConcluded,
            Refusal::ProcedureNotConcluded => Refusal::ProcedureIsHere,
            Refusal::ProcedureIsHere => Refusal::DayTold,
            Refusal::DayTold => Refusal::NotACandidate { option: "宏清".into() },
            Refusal::NotACandidate { option } => {
                let reason =
                    Bilingual { zh: "距住宅不足 6 米。".into(), en: "Less than 6 m from a home.".into() };
                Refusal::CandidateExcluded { option: option.clone(), reason }
            }
            Refusal::CandidateExcluded { .. } => Refusal::UnknownOffer,
            Refusal::UnknownOffer => Refusal::OfferTaken,
            Refusal::OfferTaken => Refusal::UnknownMatter,
            Refusal::UnknownMatter => Refusal::MatterUnchanged,
            Refusal::MatterUnchanged => Refusal::UnknownCollection,
            Refusal::UnknownCollection => Refusal::NotInCollection { door },
            Refusal::NotInCollection { .. } => Refusal::MoreThanOpen { door, open: Fen(4_583) },
            Refusal::MoreThanOpen { .. } => Refusal::ReceiptUsed { receipt: "034".into(), door },
            Refusal::ReceiptUsed { .. } => Refusal::MoreThanPaid { door, paid: Fen(4_584) },
            Refusal::MoreThanPaid { .. } => Refusal::MoreThanGap { left: Fen(9_167) },
            Refusal::MoreThanGap { .. } => Refusal::UnknownAdvance,
            Refusal::UnknownAdvance => Refusal::MoreThanAdvanced { left: Fen(4_583) },
            Refusal::MoreThanAdvanced { .. } => Refusal::MoreThanCameIn { left: Fen(0) },
            Refusal::MoreThanCameIn { .. } => Refusal::MoreThanSurplus { left: Fen(600) },
            Refusal::MoreThanSurplus { .. } => Refusal::NotDecidedLater,
            Refusal::NotDecidedLater => Refusal::PledgesOpen,
            Refusal::PledgesOpen => Refusal::NoPledges,
            Refusal::NoPledges => Refusal::NobodyPledged,
            Refusal::NobodyPledged => Refusal::AboveLimit { door, share: Fen(66_667), limit: Fen(60_000) },
            Refusal::AboveLimit { .. } => Refusal::PledgesSettled { door },
            Refusal::PledgesSettled { .. } => Refusal::HasPaid { door },
            Refusal::HasPaid { .. } => Refusal::AlreadyErased,
            Refusal::AlreadyErased => Refusal::NothingToUndo,
            Refusal::NothingToUndo => Refusal::Barrier,
            Refusal::Barrier => Refusal::NothingToRedo,
            Refusal::NothingToRedo => Refusal::NotSealed,
            Refusal::NotSealed => Refusal::ReadOnly,
            Refusal::ReadOnly => return None,
        };
        Some(next)
    }

    #[test]
    fn every_refusal_has_a_finished_sentence_of_its_own_in_both_languages() {
        let row = std::iter::successors(after(None), |refusal| after(Some(refusal)));
        let all: Vec<Refusal> = row.collect();
        for lang in Lang::ALL {
            let mut told = BTreeSet::new();
            for refusal in &all {
                let text = refusal_text(lang, &Facts::default(), &NameBook::default(), refusal);
                assert!(!text.contains(['{', '}', '$']) && !text.starts_with("refusal-"), "{refusal:?}: {text}");
                assert!(text.ends_with(['。', '.']), "{refusal:?}: {text}");
                // Two halves: what is wrong, and what to do.
                assert!(text.contains(['；', ';', ':']) || text.matches(". ").count() > 0, "{refusal:?}: {text}");
                assert!(told.insert(text.clone()), "{refusal:?} says what another says: {text}");
            }
        }
    }

    #[test]
    fn a_refusal_names_door_choice_and_money() {
        let say = |refusal| refusal_text(Lang::ZhCn, &Facts::default(), &NameBook::default(), &refusal);
        let door = Door::new("1-2-402");
        assert_eq!(
            say(Refusal::AlreadyVoted { door: door.clone(), choice: Choice::No }),
            "1-2-402 已经登记为反对，没有再记一次；点名、举手记错的可以更正。"
        );
        assert!(say(Refusal::MoreThanOpen { door, open: Fen(4_583) }).contains("45.83 元"));
    }

    #[test]
    fn an_owner_of_two_flats_is_named_with_the_other_door() {
        let story = Story::begun();
        assert_eq!(story.state.facts.roll.voter(&Door::new("1-3-401")), Some(PersonId(3)));
        let refusal = Refusal::AlreadyVoted { door: Door::new("1-2-101"), choice: Choice::Yes };
        assert_eq!(
            refusal_text(Lang::ZhCn, &story.state.facts, &story.names, &refusal),
            "1-2-101（毛素，与 1-3-401 同一业主）已经登记为赞成，没有再记一次；点名、举手记错的可以更正。"
        );
    }
}
