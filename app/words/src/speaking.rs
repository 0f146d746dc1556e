//! Sides, choices, answers and the order of speaking in words.

use deliberation::agenda::ItemKind;
use deliberation::ballot::Choice;
use deliberation::collection::{Answer, PaidBy};
use deliberation::speakers::{Place, PlaceReason, Prompt, Side, Standing, TalkRule};

use crate::locale::{Lang, t, tf};
use crate::moment::{Zone, clock, span};

/// 赞成, 反对, 弃权, 无效.
pub fn choice_word(lang: Lang, choice: Choice) -> String {
    match choice {
        Choice::Yes => t(lang, "choice-yes"),
        Choice::No => t(lang, "choice-no"),
        Choice::Abstain => t(lang, "choice-abstain"),
        Choice::Void => t(lang, "choice-void"),
    }
}

/// 赞成, 反对, 提问, 秩序问题, 发言.
pub fn side_word(lang: Lang, side: Side) -> String {
    match side {
        Side::Yes => t(lang, "side-yes"),
        Side::No => t(lang, "side-no"),
        Side::Question => t(lang, "side-question"),
        Side::Order => t(lang, "side-order"),
        Side::Neutral => t(lang, "side-neutral"),
    }
}

/// 同意, 不同意, 还没答复.
pub fn answer_word(lang: Lang, answer: Answer) -> String {
    match answer {
        Answer::Agreed => t(lang, "answer-agreed"),
        Answer::Declined => t(lang, "answer-declined"),
        Answer::NotReached => t(lang, "answer-not-reached"),
    }
}

/// 现金, 转账.
pub fn paid_word(lang: Lang, paid: PaidBy) -> String {
    match paid {
        PaidBy::Cash => t(lang, "paid-cash"),
        PaidBy::Transfer => t(lang, "paid-transfer"),
    }
}

/// 讨论, 讨论、表决, 程序, …
pub fn item_kind_word(lang: Lang, kind: ItemKind) -> String {
    match kind {
        ItemKind::Review => t(lang, "item-kind-review"),
        ItemKind::Discussion => t(lang, "item-kind-discussion"),
        ItemKind::Proposal => t(lang, "item-kind-proposal"),
        ItemKind::Procedure => t(lang, "item-kind-procedure"),
        ItemKind::ReadBack => t(lang, "item-kind-read-back"),
    }
}

/// Why somebody stands where they stand in the queue: "轮到赞成一方；说过 1 次".
pub fn place_reason(lang: Lang, zone: &Zone, place: &Place<'_>) -> String {
    let reason = match place.reason {
        PlaceReason::PointOfOrder => return t(lang, "place-order"),
        PlaceReason::QuestionFirst => return t(lang, "place-question"),
        PlaceReason::NotSpokenYet => return t(lang, "place-not-spoken"),
        PlaceReason::SpokenLess(turns) => return tf(lang, "place-spoken-less", &[("n", &turns.to_string())]),
        PlaceReason::SpokenMore(turns) => return tf(lang, "place-spoken-more", &[("n", &turns.to_string())]),
        PlaceReason::SidesAlternate(Side::No) => t(lang, "place-side-no"),
        PlaceReason::SidesAlternate(_) => t(lang, "place-side-yes"),
        PlaceReason::OtherSideFirst(at, Side::No) => tf(lang, "place-other-no", &[("time", &clock(zone, at))]),
        PlaceReason::OtherSideFirst(at, _) => tf(lang, "place-other-yes", &[("time", &clock(zone, at))]),
        PlaceReason::HandTime(at) => tf(lang, "place-hand", &[("time", &clock(zone, at))]),
    };
    if place.turns == 0 {
        return reason;
    }
    tf(lang, "place-spoken", &[("reason", &reason), ("n", &place.turns.to_string())])
}

/// 举着手, 请上来了, 正在说, 说完了, 放下了手.
pub fn standing_word(lang: Lang, standing: Standing) -> String {
    match standing {
        Standing::Raised => t(lang, "standing-raised"),
        Standing::Called => t(lang, "standing-called"),
        Standing::Speaking => t(lang, "standing-speaking"),
        Standing::Done => t(lang, "standing-done"),
        Standing::Withdrawn => t(lang, "standing-withdrawn"),
    }
}

/// 请就事论事: a rule the chair reminds of, as the room reads it.
pub fn prompt_text(lang: Lang, prompt: Prompt) -> String {
    match prompt {
        Prompt::StanceFirst => t(lang, "prompt-stance-first"),
        Prompt::OnTopic => t(lang, "prompt-on-topic"),
        Prompt::NoInterrupting => t(lang, "prompt-no-interrupting"),
        Prompt::FaceChair => t(lang, "prompt-face-chair"),
        Prompt::Courtesy => t(lang, "prompt-courtesy"),
        Prompt::WindUp => t(lang, "prompt-wind-up"),
        Prompt::HandFirst => t(lang, "prompt-hand-first"),
        Prompt::OneMatter => t(lang, "prompt-one-matter"),
        Prompt::NewVoices => t(lang, "prompt-new-voices"),
    }
}

/// "每人 2 分钟，每项 2 次".
pub fn talk_rule(lang: Lang, rule: &TalkRule) -> String {
    if rule.limit_ms == 0 {
        return tf(lang, "talk-rule-no-limit", &[("turns", &rule.turns.to_string())]);
    }
    let (length, turns) = (span(lang, rule.limit_ms), rule.turns.to_string());
    let args = [("span", length.as_str()), ("turns", turns.as_str())];
    if rule.turns == 1 { tf(lang, "talk-rule-once", &args) } else { tf(lang, "talk-rule", &args) }
}

#[cfg(test)]
mod tests {
    use deliberation::At;
    use deliberation::ids::PersonId;
    use deliberation::speakers::Hand;

    use super::*;

    #[test]
    fn the_queue_says_why_somebody_stands_there() {
        let zone = Zone::named("Asia/Shanghai");
        let hand =
            Hand { person: PersonId(1), side: Side::Yes, raised: At::parse("2026-07-18T19:38:00+08:00").unwrap() };
        let say = |lang, turns, reason| place_reason(lang, &zone, &Place { hand: &hand, turns, reason });
        let zh = |turns, reason| say(Lang::ZhCn, turns, reason);
        assert_eq!(zh(0, PlaceReason::NotSpokenYet), "本项还没发过言");
        assert_eq!(zh(1, PlaceReason::SidesAlternate(Side::Yes)), "轮到赞成一方；说过 1 次");
        assert_eq!(zh(0, PlaceReason::SidesAlternate(Side::No)), "轮到反对一方");
        assert_eq!(zh(0, PlaceReason::HandTime(hand.raised)), "19:38 举手");
        assert_eq!(zh(1, PlaceReason::SpokenLess(1)), "本项说过 1 次，次数少的先说");
        assert_eq!(zh(1, PlaceReason::SpokenMore(1)), "说过 1 次，让次数少的先说");
        assert_eq!(zh(0, PlaceReason::OtherSideFirst(hand.raised, Side::No)), "19:38 举手，先听反对一方");
        assert_eq!(zh(1, PlaceReason::PointOfOrder), "秩序问题先处理");
        assert_eq!(zh(2, PlaceReason::QuestionFirst), "提问先回答");
        assert_eq!(say(Lang::En, 0, PlaceReason::HandTime(hand.raised)), "Hand up at 19:38");
    }

    #[test]
    fn a_prompt_is_one_line_of_the_room_and_names_nobody() {
        for prompt in Prompt::ALL {
            // Seven hanzi fit over the name where the queue has no room (screen card of a debate).
            let text = prompt_text(Lang::ZhCn, prompt);
            assert!(text.chars().count() <= 7, "{text}");
            assert!(prompt_text(Lang::En, prompt).chars().count() <= 30);
        }
    }

    #[test]
    fn the_talk_rule_is_one_line() {
        assert_eq!(talk_rule(Lang::ZhCn, &TalkRule { limit_ms: 0, turns: 2 }), "发言不限时，每项 2 次");
        assert_eq!(talk_rule(Lang::ZhCn, &TalkRule::default()), "每人 2 分钟，每项 2 次");
        assert_eq!(talk_rule(Lang::En, &TalkRule { limit_ms: 90_000, turns: 1 }), "1 min 30 s each, 1 turn an item");
    }
}
