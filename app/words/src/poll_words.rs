//! Polls (soft votes) in words: what kind it is, how one takes part, what it came to — and that it decides nothing.

use deliberation::Facts;
use deliberation::ids::{ObjectionNo, OptionNo, PersonId, PollNo};
use deliberation::poll::{Grade, Poll, PollError, PollKind, Ranking, Settled};

use crate::locale::{Lang, t, tf};

/// 意向测评, 同意性表决, 贴点, 多选赞成.
pub fn kind_word(lang: Lang, kind: PollKind) -> String {
    match kind {
        PollKind::Sense => t(lang, "poll-kind-sense"),
        PollKind::Consent => t(lang, "poll-kind-consent"),
        PollKind::Dots { .. } => t(lang, "poll-kind-dots"),
        PollKind::Approval { .. } => t(lang, "poll-kind-approval"),
    }
}

/// The kind where it begins a line: English with a capital letter.
pub fn kind_title(lang: Lang, kind: PollKind) -> String {
    crate::minutes::capital(lang, kind_word(lang, kind))
}

/// The kind of a poll of the file, or "poll" for one that is not there.
pub fn poll_kind(lang: Lang, facts: &Facts, number: PollNo) -> String {
    facts.poll(number).map_or_else(|| t(lang, "poll-kind-any"), |poll| kind_word(lang, poll.kind))
}

/// "不作为决定，只供参考": stands on every card, page and paper of a poll.
pub fn not_binding(lang: Lang) -> String {
    t(lang, "poll-not-binding")
}

/// 支持, 可以, 担心.
pub fn grade_word(lang: Lang, grade: Grade) -> String {
    match grade {
        Grade::Support => t(lang, "poll-grade-support"),
        Grade::Fine => t(lang, "poll-grade-fine"),
        Grade::Worried => t(lang, "poll-grade-worried"),
    }
}

/// 撤回, 已采纳.
pub fn settled_word(lang: Lang, how: Settled) -> String {
    match how {
        Settled::Withdrawn => t(lang, "poll-settled-withdrawn"),
        Settled::Integrated => t(lang, "poll-settled-integrated"),
    }
}

/// What an entry of the count is called: the option, or the grade.
pub fn entry_word(lang: Lang, poll: &Poll, entry: OptionNo) -> String {
    let place = entry.index();
    if poll.kind == PollKind::Sense {
        let grade = place.and_then(|place| Grade::ALL.get(place));
        return grade.map(|grade| grade_word(lang, *grade)).unwrap_or_default();
    }
    place.and_then(|place| poll.options.get(place)).cloned().unwrap_or_default()
}

/// How one takes part, in a sentence: "每人 3 点，同一项最多贴 1 点，选出 3 项".
pub fn how_line(lang: Lang, kind: PollKind) -> String {
    match kind {
        PollKind::Sense => t(lang, "poll-how-sense"),
        PollKind::Consent => t(lang, "poll-how-consent"),
        PollKind::Dots { per_person, cap, winners } => tf(
            lang,
            "poll-how-dots",
            &[("dots", &dots(lang, per_person)), ("cap", &dots(lang, cap)), ("winners", &winners.to_string())],
        ),
        PollKind::Approval { winners } => tf(lang, "poll-how-approval", &[("winners", &winners.to_string())]),
    }
}

fn dots(lang: Lang, count: u32) -> String {
    let n = count.to_string();
    if count == 1 { tf(lang, "poll-dots-one", &[("n", &n)]) } else { tf(lang, "poll-dots", &[("n", &n)]) }
}

/// Who takes part: "到会 40 人", of owners only or of everybody in the hall.
pub fn taking_part(lang: Lang, poll: &Poll, present: &str) -> String {
    let args = [("n", present)];
    if poll.guests { tf(lang, "poll-present-all", &args) } else { tf(lang, "poll-present", &args) }
}

/// What a closed poll came to, in one line; empty for a sense check, whose grades speak for themselves.
pub fn result_line(lang: Lang, poll: &Poll) -> String {
    if let Some(consented) = poll.consented() {
        let standing = poll.standing().to_string();
        return match (consented, poll.standing()) {
            (true, _) => t(lang, "poll-result-consent"),
            (false, 1) => t(lang, "poll-result-objections-one"),
            (false, _) => tf(lang, "poll-result-objections", &[("n", &standing)]),
        };
    }
    poll.ranking().map(|ranking| ranking_line(lang, poll, &ranking)).unwrap_or_default()
}

fn ranking_line(lang: Lang, poll: &Poll, ranking: &Ranking) -> String {
    let named = |options: &[OptionNo]| {
        let words: Vec<String> = options.iter().map(|option| entry_word(lang, poll, *option)).collect();
        words.join(&t(lang, "list-comma"))
    };
    let (winners, tied) = (named(&ranking.winners), named(&ranking.tied));
    let open = ranking.open.to_string();
    match (ranking.winners.is_empty(), ranking.tied.is_empty()) {
        (true, true) => t(lang, "poll-result-none"),
        (false, true) => tf(lang, "poll-result-chosen", &[("winners", &winners)]),
        (true, false) => tf(lang, "poll-result-tied", &[("tied", &tied), ("open", &open)]),
        (false, false) => {
            tf(lang, "poll-result-chosen-tied", &[("winners", &winners), ("tied", &tied), ("open", &open)])
        }
    }
}

/// Why a poll cannot be held like this, and what to do.
pub fn poll_problem(lang: Lang, problem: &PollError) -> String {
    match problem {
        PollError::TooFewOptions => t(lang, "refusal-poll-few-options"),
        PollError::TooManyOptions => {
            tf(lang, "refusal-poll-many-options", &[("most", &deliberation::poll::MOST_OPTIONS.to_string())])
        }
        PollError::OptionTwice { option } => tf(lang, "refusal-poll-option-twice", &[("option", option)]),
        PollError::NoOptionsWanted => t(lang, "refusal-poll-no-options"),
        PollError::Winners => t(lang, "refusal-poll-winners"),
        PollError::NoDots => t(lang, "refusal-poll-no-dots"),
        PollError::CapOverDots => t(lang, "refusal-poll-cap"),
    }
}

/// Whose objection it is.
pub(crate) fn objector(facts: &Facts, poll: PollNo, objection: ObjectionNo) -> Option<PersonId> {
    facts.poll(poll)?.objections.get(objection.index()?).map(|objection| objection.person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{Story, door};
    use deliberation::Command;
    use deliberation::ids::{ItemNo, MeetingNo};
    use deliberation::text::Words;

    fn polled(kind: PollKind, options: &[&str], counts: &[u32]) -> Story {
        let mut story = Story::begun();
        story.does(Command::StartItem { item: ItemNo(3) });
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        story.does(Command::OpenPoll {
            question: "先办哪几件？".into(),
            kind,
            options,
            guests: false,
            procedure: None,
        });
        if !counts.is_empty() {
            story.does(Command::CountPoll { poll: PollNo(1), counts: counts.to_vec() });
            story.does(Command::ClosePoll { poll: PollNo(1) });
        }
        story
    }

    fn sentences(lang: Lang, story: &Story) -> String {
        let minutes = crate::minutes::draft(lang, &story.state.facts, &story.names, MeetingNo(1)).unwrap();
        let section = minutes.sections.iter().find(|section| section.item == Some(ItemNo(3))).unwrap();
        section.sentences.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn given_dots_with_a_tie_then_the_minutes_name_kind_counts_and_run_off_and_say_that_nothing_is_decided() {
        let kind = PollKind::Dots { per_person: 2, cap: 1, winners: 2 };
        let mut story = polled(kind, &["装路灯", "修棚子", "清管道"], &[4, 3, 3]);
        assert_eq!(
            sentences(Lang::ZhCn, &story),
            "贴点：就“先办哪几件？”，到会5人，每人2点，同一项最多贴1点，选出2项；装路灯4，修棚子3，清管道3。选出：装路灯；修棚子、清管道一样多，从中再选1项。本次贴点不作为决定，只供参考。"
        );
        assert!(sentences(Lang::En, &story).contains("not a decision, for information only"));
        story.does(Command::OpenRunoff { poll: PollNo(1) });
        story.does(Command::CountPoll { poll: PollNo(2), counts: vec![4, 1] });
        story.does(Command::ClosePoll { poll: PollNo(2) });
        let text = sentences(Lang::ZhCn, &story);
        assert!(text.ends_with("选出：修棚子。本次贴点不作为决定，只供参考。"), "{text}");
        assert!(text.contains("贴点决选：就“先办哪几件？”"), "{text}");
    }

    #[test]
    fn given_grades_then_those_who_showed_none_are_told_too() {
        let story = polled(PollKind::Sense, &[], &[2, 1, 1]);
        assert_eq!(
            sentences(Lang::ZhCn, &story),
            "意向测评：就“先办哪几件？”，到会5人；支持2人，可以1人，担心1人，没表态1人。本次测评不作为决定，只供参考。"
        );
    }

    #[test]
    fn given_an_objection_that_is_taken_in_then_the_minutes_tell_both_and_consent_is_reached() {
        let mut story = polled(PollKind::Consent, &[], &[]);
        let (poll, objection) = (PollNo(1), ObjectionNo(1));
        story.does(Command::RaiseObjection { poll, who: door("1-2-102"), words: Words::typed("夜里太吵") });
        let name = crate::deed::deed_name(
            Lang::ZhCn,
            &story.state.facts,
            &story.names,
            story.state.history.undoable().unwrap(),
        );
        assert_eq!(name, "记周凤军的异议");
        let words = Words::typed("晚上八点以后不施工");
        story.does(Command::SettleObjection { poll, objection, how: Settled::Integrated, words });
        story.does(Command::ClosePoll { poll });
        assert_eq!(
            sentences(Lang::ZhCn, &story),
            "周凤军提出异议：夜里太吵；已采纳：晚上八点以后不施工。\n同意性表决：就“先办哪几件？”，到会5人，提出异议1条。没有保留的异议。本次表决不作为决定，只供参考。"
        );
    }
}
