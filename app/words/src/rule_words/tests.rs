use ::amounts::CentiSqm;
use deliberation::rule::{
    self, Approval, Base, BindingLevel, Compare, Counted, Election, Electors, Measure, Rule, Secrecy, Silence, Source,
    Superseded, Ties, Turnout, Unreturned,
};
use deliberation::tally::{Count, Tally};
use deliberation::verdict::{Bases, Outcome, Verdict, judge};

use super::*;
use crate::figure::Style;

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
        electorate: Electors::Owners,
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
    let mut dissent = deliberation();
    dissent.approval[0] = Approval {
        of: Counted::No,
        compare: Compare::AtMost,
        ratio: Ratio { num: 1, den: 3 },
        base: Base::All,
        ..dissent.approval[0]
    };
    dissent.void_apart = true;
    assert_eq!(
        rule_sentence(Lang::ZhCn, &dissent),
        "反对的人数不超过在册全体的三分之一，就算通过；没有表态的不算反对；废票不算参加"
    );
}

/// What a community may write itself, one thing at a time.
fn own() -> Vec<Rule> {
    let base = owners(1, 2, Compare::MoreThan);
    let named = |id: &str, change: &dyn Fn(&mut Rule)| {
        let mut rule = Rule { id: id.to_owned(), ..base.clone() };
        rule.title = Bilingual { zh: "自定".into(), en: "Own".into() };
        change(&mut rule);
        assert_eq!(rule.check(), Ok(()), "{id}");
        rule
    };
    let clause = |counts_as| Unreturned {
        counts_as, clause: "逾期不交的从众".into(), article: "管理规约第9条".into()
    };
    let one = |rule: &mut Rule, turnout: Option<Turnout>, approval: Approval| {
        rule.turnout = Vec::from_iter(turnout);
        rule.approval = vec![approval];
    };
    let approval =
        |of, compare, num, den, base, measure| Approval { of, compare, ratio: Ratio { num, den }, base, measure };
    let yes = |compare, num, den, base| approval(Counted::Yes, compare, num, den, base, Measure::Heads);
    let (more, least) = (Compare::MoreThan, Compare::AtLeast);
    vec![
        named("own-void-apart", &|rule| rule.void_apart = true),
        named("own-written-open", &|rule| (rule.written, rule.secrecy) = (true, Secrecy::Open)),
        named("own-unreturned-abstain", &|rule| rule.unreturned = Some(clause(Silence::Abstain))),
        named("own-unreturned-majority", &|rule| rule.unreturned = Some(clause(Silence::Majority))),
        named("own-election-5", &|rule| rule.election = Some(Election { seats: Some(5), ties: Ties::Lot })),
        named("own-secret-two-thirds", &|rule| {
            one(rule, None, yes(least, 2, 3, Base::Participating));
            rule.secrecy = Secrecy::Secret;
        }),
        named("own-turnout-more-than-half", &|rule| {
            let turnout = Turnout { compare: more, ..Turnout::of_all(Measure::Heads, Ratio { num: 1, den: 2 }) };
            one(rule, Some(turnout), yes(more, 60, 100, Base::Deciding));
        }),
        named("own-area-alone", &|rule| {
            let turnout = Turnout::of_all(Measure::Area, Ratio { num: 2, den: 3 });
            one(rule, Some(turnout), approval(Counted::Yes, more, 1, 2, Base::Participating, Measure::Area));
        }),
        named("own-more-yes-area", &|rule| {
            one(rule, None, approval(Counted::Yes, more, 1, 2, Base::Deciding, Measure::Area));
        }),
        named("own-all-taking-part", &|rule| one(rule, None, yes(least, 1, 1, Base::Participating))),
        named("own-nobody-against", &|rule| one(rule, None, yes(least, 1, 1, Base::Deciding))),
        named("own-body-all-due", &|rule| {
            one(rule, None, yes(least, 1, 1, Base::All));
            rule.electorate = Electors::Body;
        }),
        named("own-yes-and-few-against", &|rule| {
            one(rule, None, yes(more, 1, 2, Base::Participating));
            rule.approval.push(approval(Counted::No, Compare::AtMost, 1, 5, Base::All, Measure::Heads));
        }),
        named("own-old", &|rule| {
            let by = Bilingual { zh: "新的管理规约".into(), en: "the new covenant".into() };
            rule.superseded = Some(Superseded { by, date: "2026-05-01".into() });
            (rule.proxies_per_agent, rule.needs_notice) = (Some(2), true);
        }),
    ]
}

/// The sentence of every shipped rule and of every thing an own rule may hold, as a person has read them.
#[test]
fn every_sentence_stands_as_it_was_read_and_approved() {
    let mut text = String::new();
    for rule in rule::shipped().iter().chain(&own()) {
        text.extend(["## ", &rule.id, "\n"]);
        for lang in Lang::ALL {
            let title = pick(lang, &rule.title);
            text.extend([title, "\n  ", &rule_sentence(lang, rule), "\n  ", &binding_long(lang, rule), "\n"]);
            for (label, said) in rule_notes(lang, rule) {
                text.extend(["  · ", &label, " | ", &said, "\n"]);
            }
        }
    }
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rule_words/sentences.txt");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(golden, &text).unwrap();
    }
    let read = std::fs::read_to_string(golden).unwrap();
    for (line, (now, approved)) in text.lines().zip(read.lines()).enumerate() {
        assert_eq!(now, approved, "line {} of sentences.txt", line + 1);
    }
    assert_eq!(text.lines().count(), read.lines().count());
}

#[test]
fn no_two_rules_read_alike_where_they_decide_otherwise() {
    let same = |a: &Rule, b: &Rule| (&a.turnout, &a.approval, a.electorate) == (&b.turnout, &b.approval, b.electorate);
    for a in rule::shipped() {
        for b in rule::shipped().iter().filter(|b| !same(a, b)) {
            for lang in Lang::ALL {
                assert_ne!(rule_sentence(lang, a), rule_sentence(lang, b), "{} and {}", a.id, b.id);
            }
        }
    }
}

#[test]
fn a_body_that_is_too_few_or_not_counted_says_so() {
    let rule = rule::find("cn-villagers-meeting-households").unwrap();
    let yes = |heads| Tally { yes: count(heads, 0), ..Tally::default() };
    let body = |present: Option<u32>| Bases { all: count(250, 0), present: present.map(|heads| count(heads, 0)) };
    let few = judge(rule, body(Some(160)), &yes(160));
    assert_eq!(reason(Lang::ZhCn, Style::Paper, &few, false), "到会的人数未达到三分之二");
    assert_eq!(shortfall_line(Lang::ZhCn, &few).as_deref(), Some("到会还差 7 人"));
    let unknown = judge(rule, body(None), &yes(160));
    assert_eq!(reason(Lang::ZhCn, Style::Paper, &unknown, false), "到会的人数不详");
    let all = judge(rule::find("unanimous").unwrap(), body(Some(31)), &yes(30));
    assert_eq!(reason(Lang::ZhCn, Style::Screen, &all, false), "不是每一位都赞成");
    assert_eq!(shortfall_line(Lang::ZhCn, &all).as_deref(), Some("赞成还差 1 人"));
}

#[test]
fn the_binding_level_is_short_on_cards_and_long_on_papers() {
    assert_eq!(binding_short(Lang::ZhCn, BindingLevel::Deliberation), "协商意见");
    assert_eq!(binding_long(Lang::ZhCn, &deliberation()), "协商意见，不具业主大会效力");
    assert_eq!(
        binding_long(Lang::ZhCn, &owners(1, 2, Compare::MoreThan)),
        "业主共同决定（《民法典》第278条第1款第9项）"
    );
    assert_eq!(
        binding_long(Lang::En, &owners(1, 2, Compare::MoreThan)),
        "Owners' decision (Civil Code art. 278 para. 1 no. 9)"
    );
    let old = rule::find("cn-residents-meeting-2018-adults").unwrap();
    assert_eq!(binding_long(Lang::ZhCn, old), "居民会议决定（《居委会组织法》第9条、第10条，旧法）");
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
