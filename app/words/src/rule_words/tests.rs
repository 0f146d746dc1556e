use ::amounts::CentiSqm;
use deliberation::rule::{self, Source};
use deliberation::tally::{Count, Tally};
use deliberation::verdict::{Bases, judge};

use super::*;

fn count(heads: u32, area: i64) -> Count {
    Count { heads, area: CentiSqm(area), area_unknown: 0 }
}

fn verdict(rule: &Rule, yes: Count, no: Count, abstain: Count) -> Verdict {
    let all = count(35, 221_760);
    judge(rule, Bases { all, present: Some(all) }, &Tally { yes, no, abstain, void: Count::default() })
}

fn deliberation() -> Rule {
    rule::find("deliberation").unwrap().clone()
}

/// 民法典 278: turnout two thirds of all, approval of those taking part, both measures.
fn owners(num: i64, den: i64, compare: Compare) -> Rule {
    let measures = [Measure::Heads, Measure::Area];
    let turnout = |measure| Turnout::of_all(measure, Ratio { num: 2, den: 3 });
    let approval =
        |measure| Approval { of: Counted::Yes, compare, ratio: Ratio { num, den }, base: Base::Participating, measure };
    Rule {
        level: BindingLevel::Owners,
        turnout: measures.map(turnout).to_vec(),
        approval: measures.map(approval).to_vec(),
        source: Some(Source {
            law: Bilingual { zh: "《民法典》".into(), en: "Civil Code".into() },
            article: "第278条第1款第9项".into(),
            date: "2020-05-28".into(),
        }),
        ..deliberation()
    }
}

#[test]
fn a_rule_is_one_plain_sentence() {
    assert_eq!(rule_sentence(Lang::ZhCn, &deliberation()), "赞成的人比反对的多就算通过，一样多不算");
    assert_eq!(rule_sentence(Lang::En, &deliberation()), "Passed if more people say yes than no; a tie is not enough");
    assert_eq!(
        rule_sentence(Lang::ZhCn, &owners(1, 2, Compare::MoreThan)),
        "参加的人数和面积都达到全体的三分之二，赞成的人数和面积都超过参加表决的一半，才算通过"
    );
    assert_eq!(
        rule_sentence(Lang::En, &owners(3, 4, Compare::AtLeast)),
        "Passed if at least two thirds of everybody entitled take part by heads and by area and at least three \
         quarters of those taking part say yes by heads and by area"
    );
    let mut dissent = deliberation();
    dissent.approval[0] = Approval {
        of: Counted::No,
        compare: Compare::AtMost,
        ratio: Ratio { num: 1, den: 3 },
        base: Base::All,
        ..dissent.approval[0]
    };
    dissent.void_apart = true;
    assert_eq!(rule_sentence(Lang::ZhCn, &dissent), "反对的人数不超过全体的三分之一，才算通过，无效票不算参加");
}

#[test]
fn the_binding_level_is_short_on_cards_and_long_on_papers() {
    assert_eq!(binding_short(Lang::ZhCn, BindingLevel::Deliberation), "协商意见");
    assert_eq!(binding_long(Lang::ZhCn, &deliberation()), "协商意见，不具业主大会效力");
    assert_eq!(
        binding_long(Lang::ZhCn, &owners(1, 2, Compare::MoreThan)),
        "业主共同决定（《民法典》第278条第1款第9项）"
    );
}

#[test]
fn shares_are_said_in_words() {
    let said = |num, den| share_word(Lang::ZhCn, Ratio { num, den });
    assert_eq!(
        [said(1, 2), said(2, 4), said(2, 3), said(51, 100), said(1, 1)],
        ["一半", "一半", "三分之二", "百分之五十一", "全部"]
    );
    assert_eq!(share_word(Lang::En, Ratio { num: 51, den: 100 }), "51/100");
}

#[test]
fn a_result_says_why_what_is_missing_and_what_is_beyond() {
    let story = verdict(&deliberation(), count(26, 164_754), count(3, 19_731), count(2, 11_591));
    assert_eq!(reason(Lang::ZhCn, Style::Paper, &story, true), "赞成过半（弃权不计）");
    assert_eq!(reason(Lang::ZhCn, Style::Screen, &story, false), "赞成过半");
    assert_eq!(surplus_text(Lang::ZhCn, &story).as_deref(), Some("比过半多出 11 人"));
    assert_eq!((shortfall_text(Lang::ZhCn, &story), shortfall_line(Lang::ZhCn, &story)), (None, None));

    let rule = owners(1, 2, Compare::MoreThan);
    let other = verdict(&rule, count(11, 72_771), count(18, 110_880), count(2, 12_425));
    assert_eq!(reason(Lang::ZhCn, Style::Screen, &other, true), "人数、面积都没过半");
    assert_eq!(reason(Lang::ZhCn, Style::Paper, &other, true), "人数、面积都未过半");
    assert_eq!(shortfall_text(Lang::ZhCn, &other).as_deref(), Some("还差 5 人、252.68 ㎡"));
    assert_eq!(shortfall_line(Lang::ZhCn, &other).as_deref(), Some("赞成还差 5 人、252.68 ㎡"));
    assert_eq!(surplus_text(Lang::ZhCn, &other), None);

    let early = verdict(&rule, count(16, 100_000), count(2, 15_000), count(1, 5_581));
    assert_eq!(reason(Lang::ZhCn, Style::Screen, &early, true), "参加的人数、面积都没达到三分之二");
    assert_eq!(shortfall_line(Lang::ZhCn, &early).as_deref(), Some("参加还差 5 人、272.59 ㎡"));
    assert_eq!(reason(Lang::En, Style::Screen, &early, true), "less than two thirds took part by heads and by area");

    let won = verdict(&owners(3, 4, Compare::AtLeast), count(30, 190_000), count(1, 100), count(0, 0));
    assert_eq!(reason(Lang::ZhCn, Style::Screen, &won, false), "人数、面积都达到四分之三");
    assert!(surplus_text(Lang::ZhCn, &won).unwrap().starts_with("比四分之三多出 6 人、"));
}

#[test]
fn an_unknown_area_is_said_to_be_the_reason() {
    let unknown = Count { heads: 30, area: CentiSqm(0), area_unknown: 30 };
    let verdict = verdict(&owners(1, 2, Compare::MoreThan), unknown, Count::default(), Count::default());
    assert_eq!(verdict.outcome, Outcome::Undecidable);
    assert_eq!(reason(Lang::ZhCn, Style::Paper, &verdict, false), "有的面积不详");
    assert_eq!(surplus_text(Lang::ZhCn, &verdict), None);
}
