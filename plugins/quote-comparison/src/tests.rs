//! The worked examples of the domain and the rules around them, natively.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::outcome::{Action, Conclusion, Material, Outcome, Press, Submission};
use fangzhuo_sdk::values::{Decimal, Entry, Fault, Value};

use crate::plan::{self, Draft, Plan};
use crate::quote::Quote;
use crate::ranking::{By, Lead, Out};
use crate::result;
use crate::settling::How;
use crate::state::State;

const ZH: Lang = Lang::ZhCn;

fn draft(scope: &str) -> Draft<'_> {
    Draft {
        scope: plan::lines(scope),
        is_composite: false,
        price_weight: None,
        criteria: "",
        ceiling: None,
        low: 85,
        asks_at_tie: false,
    }
}

fn begun(draft: Draft<'_>) -> State {
    State::new(Plan::of(draft, ZH).unwrap())
}

fn quote(supplier: &str, yuan: i64) -> Quote {
    Quote { supplier: supplier.to_owned(), price: yuan * 100, ..Quote::default() }
}

fn with(mut state: State, quotes: impl IntoIterator<Item = Quote>) -> State {
    for quote in quotes {
        state.put(quote, ZH).unwrap();
    }
    state
}

fn submit(form: &str, entries: &[(&str, Value)]) -> Action {
    let entry = |(id, value): &(&str, Value)| Entry { id: (*id).to_owned(), value: value.clone() };
    Action::Submit(Submission { form: form.to_owned(), row: None, entries: entries.iter().map(entry).collect() })
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn choice(key: &str) -> Value {
    Value::Choice(key.to_owned())
}

fn done(state: &mut State, action: &Action) {
    state.step(action, ZH).unwrap();
}

fn refused(state: &State, action: &Action) -> Fault {
    state.clone().step(action, ZH).unwrap_err()
}

/// Concluded in both languages, which agree in what is no text; who it comes to.
fn concluded(state: &State) -> (Conclusion, String) {
    let zh = result::conclusion(state, ZH).unwrap();
    let en = result::conclusion(state, Lang::En).unwrap();
    assert_eq!((zh.minutes.len(), zh.materials.len()), (en.minutes.len(), en.materials.len()));
    assert_eq!(zh.carry, en.carry);
    let supplier = zh.carry.iter().find(|entry| entry.id == "supplier").map(|entry| match &entry.value {
        Value::Text(text) => text.clone(),
        other => panic!("{other:?}"),
    });
    (zh, supplier.unwrap_or_default())
}

fn carried(conclusion: &Conclusion) -> i64 {
    match conclusion.carry.first().map(|entry| (entry.id.as_str(), &entry.value)) {
        Some(("amount", Value::Money(fen))) => *fen,
        other => panic!("{other:?}"),
    }
}

fn code(state: &State) -> String {
    result::conclusion(state, ZH).unwrap_err().code
}

fn septic() -> [Quote; 3] {
    [quote("洁城管道", 1_800), quote("宏清环卫", 1_650), quote("顺通清运", 1_720)]
}

#[test]
fn q_1_given_1800_1650_1720_the_lowest_is_chosen_and_its_amount_goes_on() {
    let (conclusion, supplier) = concluded(&with(begun(draft("清掏；外运处置")), septic()));
    assert_eq!((supplier.as_str(), carried(&conclusion)), ("宏清环卫", 165_000));
    let Material::Candidates(candidates) = &conclusion.materials[0] else { panic!("candidates were expected") };
    let amounts: Vec<Option<i64>> = candidates.iter().map(|candidate| candidate.amount).collect();
    assert_eq!(amounts, [Some(165_000), Some(172_000), Some(180_000)]);
    assert!(candidates.iter().all(|candidate| candidate.excluded.is_none()));
    assert_eq!(conclusion.outcome, Outcome::Recorded);
}

#[test]
fn q_1_given_the_lowest_lacks_the_disposal_of_200_it_is_compared_at_1850_and_1720_is_chosen() {
    let mut state = with(begun(draft("清掏；外运处置")), [quote("洁城管道", 1_800), quote("顺通清运", 1_720)]);
    let lacking = [
        ("supplier", text("宏清环卫")),
        ("price", Value::Money(165_000)),
        ("missing", Value::Choices(vec!["l2".to_owned()])),
    ];
    done(&mut state, &submit("quote", &lacking));
    // Nobody knows yet what the disposal costs: it cannot be compared, and the line is named.
    let standing = &state.ranking().standings[2];
    assert_eq!((&standing.out, standing.comparable), (&Some(Out::Missing(vec![1])), None));
    assert!(crate::words::out(&state.plan, standing, ZH).unwrap().contains("外运处置"));
    done(&mut state, &Action::Press(Press { button: "open".to_owned(), row: Some(2) }));
    let amount = ("l2", Value::Money(20_000));
    assert_eq!(refused(&state, &submit("missing", std::slice::from_ref(&amount))).code, "no-basis");
    done(&mut state, &submit("missing", &[amount, ("basis", text("对方电话补报"))]));
    assert_eq!(state.ranking().standings[2].comparable, Some(185_000));
    let (conclusion, supplier) = concluded(&state);
    assert_eq!((supplier.as_str(), carried(&conclusion)), ("顺通清运", 172_000));
    assert!(conclusion.minutes.iter().any(|line| line.contains("1,850.00") && line.contains("对方电话补报")));
}

#[test]
fn q_2_given_a_tie_the_earlier_start_is_chosen_in_any_order_of_rows() {
    let early = Quote { start: Some(20_655), ..quote("甲", 1_650) };
    let late = Quote { start: Some(20_660), ..quote("乙", 1_650) };
    let third = quote("丙", 1_700);
    for order in [[&late, &early, &third], [&third, &early, &late], [&early, &late, &third]] {
        let state = with(begun(draft("清掏")), order.map(Clone::clone));
        assert!(matches!(state.ranking().lead, Lead::One { by: By::Start, .. }));
        assert_eq!(concluded(&state).1, "甲");
    }
}

#[test]
fn q_2_given_a_tie_nothing_tells_apart_no_row_order_decides_and_a_lot_is_recorded() {
    for names in [["甲", "乙", "丙"], ["乙", "甲", "丙"]] {
        let quotes = names.map(|name| quote(name, if name == "丙" { 1_700 } else { 1_650 }));
        let mut state = with(begun(draft("清掏")), quotes);
        assert_eq!(state.ranking().lead, Lead::Tie(vec![0, 1]));
        assert_eq!(code(&state), "tie");
        let chosen = format!("q{}", names.iter().position(|name| *name == "乙").unwrap() + 1);
        let drawn = [("how", choice("lot")), ("chosen", choice(&chosen))];
        assert_eq!(refused(&state, &submit("tie", &drawn)).code, "no-account");
        let other = [("how", choice("lot")), ("chosen", choice("q3")), ("account", text("x"))];
        assert_eq!(refused(&state, &submit("tie", &other)).code, "not-tied");
        let [how, chosen] = drawn;
        done(&mut state, &submit("tie", &[how, chosen, ("account", text("王主任抽签，三位代表在场"))]));
        assert!(matches!(state.ranking().lead, Lead::One { by: By::Settled(How::Lot), .. }));
        let (conclusion, supplier) = concluded(&state);
        assert_eq!(supplier, "乙");
        assert!(conclusion.minutes.iter().any(|line| line.contains("抽签") && line.contains("三位代表在场")));
        // Another price undoes the lot: it was drawn among others.
        done(&mut state, &Action::Press(Press { button: "open".to_owned(), row: Some(2) }));
        done(&mut state, &submit("quote", &[("supplier", text("丙")), ("price", Value::Money(165_000))]));
        assert_eq!(state.ranking().lead, Lead::Tie(vec![0, 1, 2]));
    }
}

#[test]
fn given_a_tie_a_second_round_is_asked_of_the_tied_alone_and_decides() {
    let mut state = with(begun(draft("清掏")), [quote("甲", 1_650), quote("乙", 1_650), quote("丙", 1_660)]);
    let round = |one: i64, other: i64| submit("round", &[("q1", Value::Money(one)), ("q2", Value::Money(other))]);
    assert_eq!(refused(&state, &round(165_001, 160_000)).at.as_deref(), Some("q1"));
    assert_eq!(refused(&state, &submit("round", &[("q1", Value::Money(160_000))])).at.as_deref(), Some("q2"));
    let mut same = state.clone();
    done(&mut state, &round(163_000, 160_000));
    assert!(matches!(state.ranking().lead, Lead::One { at: 1, by: By::Round }));
    let (conclusion, supplier) = concluded(&state);
    assert_eq!((supplier.as_str(), carried(&conclusion)), ("乙", 160_000));
    // Still equal: no third round, but a decision with its reason.
    done(&mut same, &round(160_000, 160_000));
    assert_eq!(refused(&same, &round(150_000, 140_000)).code, "round-over");
    let decision = [("how", choice("decision")), ("chosen", choice("q1")), ("account", text("离得近，保修更长"))];
    done(&mut same, &submit("tie", &decision));
    assert_eq!((concluded(&same).1.as_str(), carried(&concluded(&same).0)), ("甲", 160_000));
}

#[test]
fn q_5_given_two_quotes_a_written_reason_is_wanted_and_marked() {
    let mut state = with(begun(draft("清掏")), [quote("甲", 1_650), quote("乙", 1_800)]);
    assert_eq!(code(&state), "few-quotes");
    done(&mut state, &submit("few", &[("reason", text("问了四家，两家愿来"))]));
    let (conclusion, supplier) = concluded(&state);
    assert_eq!(supplier, "甲");
    assert!(conclusion.minutes.iter().any(|line| line.contains("不足三家") && line.contains("问了四家")));
}

#[test]
fn given_a_ceiling_what_is_above_is_out_and_what_is_below_85_percent_is_explained_not_excluded() {
    let ceiling = Draft { ceiling: Some(200_000), ..draft("清掏") };
    // 85 % of 2,000.00 is 1,700.00: at it nothing is asked, one fen below it is.
    let cheap = Quote { price: 169_999, ..quote("丙", 0) };
    let mut state = with(begun(ceiling), [quote("甲", 2_001), quote("乙", 1_700), cheap, quote("丁", 1_900)]);
    let ranking = state.ranking();
    assert_eq!(ranking.standings[0].out, Some(Out::AboveCeiling));
    assert_eq!(ranking.standings.iter().map(|one| one.is_low).collect::<Vec<_>>(), [false, false, true, false]);
    assert_eq!(code(&state), "unexplained-low");
    done(&mut state, &Action::Press(Press { button: "open".to_owned(), row: Some(2) }));
    let explained = [("supplier", text("丙")), ("price", Value::Money(169_999)), ("explanation", text("自有吸污车"))];
    done(&mut state, &submit("quote", &explained));
    let (conclusion, supplier) = concluded(&state);
    assert_eq!(supplier, "丙");
    assert!(conclusion.minutes.iter().any(|line| line.contains("85%") && line.contains("自有吸污车")));
}

#[test]
fn given_no_ceiling_a_price_is_held_against_the_mean() {
    // The mean is 2,000.00; 1,700.00 is 85 % of it exactly.
    let state = with(begun(draft("清掏")), [quote("甲", 1_700), quote("乙", 2_150), quote("丙", 2_150)]);
    assert!(state.ranking().standings.iter().all(|standing| !standing.is_low));
    let state = with(begun(draft("清掏")), [quote("甲", 1_699), quote("乙", 2_150), quote("丙", 2_151)]);
    assert!(state.ranking().standings[0].is_low);
}

fn composite(price: i64, criteria: &str) -> Result<Plan, Fault> {
    Plan::of(Draft { is_composite: true, price_weight: Some(price), criteria, ..draft("") }, ZH)
}

#[test]
fn given_a_composite_score_fractions_are_compared_exactly() {
    let plan = composite(4_000, "工期 30；保修 30").unwrap();
    let scored =
        |name: &str, yuan: i64, points: [i64; 2]| Quote { points: points.map(Some).to_vec(), ..quote(name, yuan) };
    let quotes = [scored("甲", 900, [90, 80]), scored("乙", 1_200, [95, 100]), scored("丙", 1_000, [60, 60])];
    let state = with(State::new(plan), quotes);
    let ranking = state.ranking();
    // 40 + 27 + 24 = 91; 40 × 900/1200 + 28.5 + 30 = 88.5; 36 + 18 + 18 = 72.
    assert_eq!(
        ranking.standings.iter().map(|one| one.score).collect::<Vec<_>>(),
        [Some(910_000), Some(885_000), Some(720_000)]
    );
    assert_eq!(concluded(&state).1, "甲");
}

#[test]
fn given_scores_that_differ_beyond_the_shown_decimals_they_are_no_tie() {
    let plan = composite(5_000, "质量 50").unwrap();
    let scored = |name: &str, fen: i64, points: i64| Quote { points: vec![Some(points)], price: fen, ..quote(name, 0) };
    let quotes = [scored("甲", 900_000_001, 60), scored("乙", 900_000_000, 60), scored("丙", 800_000_000, 0)];
    let ranking = with(State::new(plan), quotes).ranking();
    assert_eq!(
        ranking.standings.iter().map(|one| one.score).collect::<Vec<_>>(),
        [Some(744_444), Some(744_444), Some(500_000)]
    );
    assert!(matches!(ranking.lead, Lead::One { at: 1, by: By::Method }));
}

#[test]
fn given_a_quote_without_points_it_is_out_until_there_are_some() {
    let mut state = State::new(composite(5_000, "质量 50").unwrap());
    let fields = |name: &str, yuan: i64| [("supplier", text(name)), ("price", Value::Money(yuan * 100))];
    for (name, yuan) in [("甲", 100), ("乙", 120), ("丙", 130)] {
        done(&mut state, &submit("quote", &fields(name, yuan)));
    }
    assert_eq!(state.ranking().standings[0].out, Some(Out::NoPoints(0)));
    assert_eq!(code(&state), "nobody");
}

#[test]
fn given_weights_that_are_not_the_whole_the_rule_is_refused() {
    assert_eq!(composite(5_000, "质量 40").unwrap_err().code, "bad-weights");
    assert_eq!(composite(5_000, "质量 25；质量 25").unwrap_err().code, "twice");
    assert_eq!(composite(5_000, "质量").unwrap_err().code, "bad-criteria");
}

#[test]
fn given_a_quote_is_in_the_rule_no_longer_changes() {
    let mut state = begun(draft("清掏"));
    let weight = Value::Decimal(Decimal { units: 6_000, scale: 2 });
    let rule = submit(
        "plan",
        &[
            ("scope", text("清掏\n外运")),
            ("method", choice("composite")),
            ("price-weight", weight),
            ("criteria", text("工期 40")),
            ("tie", choice("ask")),
        ],
    );
    done(&mut state, &rule);
    assert_eq!((state.plan.scope.len(), state.plan.criteria().len()), (2, 1));
    let state = with(state, [quote("甲", 100)]);
    assert_eq!(refused(&state, &rule).code, "plan-fixed");
}

#[test]
fn given_a_conflict_of_interest_it_says_who_and_stands_in_the_minutes() {
    let mut state = with(begun(draft("清掏")), [quote("乙", 1_800), quote("丙", 1_900)]);
    let bound = [("supplier", text("甲")), ("price", Value::Money(165_000)), ("conflict", Value::Flag(true))];
    assert_eq!(refused(&state, &submit("quote", &bound)).code, "conflict-unclear");
    let [supplier, price, conflict] = bound;
    let who = ("conflict-who", text("楼长的弟弟，楼长回避表决"));
    done(&mut state, &submit("quote", &[supplier, price, conflict, who]));
    let (conclusion, supplier) = concluded(&state);
    assert_eq!(supplier, "甲");
    assert!(conclusion.minutes.iter().any(|line| line.contains("楼长的弟弟")));
}

#[test]
fn given_the_same_supplier_twice_or_no_quote_at_all_one_sentence_says_so() {
    let state = with(begun(draft("清掏")), [quote("甲", 1_650)]);
    let twice = submit("quote", &[("supplier", text("甲")), ("price", Value::Money(160_000))]);
    assert_eq!(refused(&state, &twice).code, "same-supplier");
    assert_eq!(code(&begun(draft("清掏"))), "no-quotes");
    assert_eq!(refused(&state, &submit("quote", &[("supplier", text("乙"))])).at.as_deref(), Some("price"));
    assert_eq!(refused(&state, &submit("nothing", &[])).code, "unknown-action");
}

#[test]
fn given_none_is_chosen_it_is_put_off_with_the_reason_and_nothing_is_carried() {
    let mut state = with(begun(draft("清掏")), [quote("甲", 1_650)]);
    done(&mut state, &submit("again", &[("reason", text("只来了一家"))]));
    let (conclusion, supplier) = concluded(&state);
    assert_eq!((conclusion.outcome, supplier.as_str()), (Outcome::Deferred, ""));
    assert!(conclusion.summary.contains("只来了一家"));
    done(&mut state, &submit("again", &[("reason", text(""))]));
    assert_eq!(code(&state), "few-quotes");
}

#[test]
fn given_a_table_what_is_missing_is_read_with_or_without_an_amount() {
    let plan = Plan::of(draft("清掏；外运处置；税费"), ZH).unwrap();
    let missing = Quote::read_missing("税费；外运处置=200", "甲", &plan, ZH).unwrap();
    let read: Vec<_> = missing.iter().map(|one| (one.line, one.amount)).collect();
    assert_eq!(read, [(1, Some(20_000)), (2, None)]);
    let fault = Quote::read_missing("刷漆", "甲", &plan, ZH).unwrap_err();
    assert!(fault.message.contains("刷漆") && fault.message.contains('甲'), "{}", fault.message);
}

#[test]
fn every_state_has_its_pages_in_both_languages_and_loads_as_it_was_saved() {
    use fangzhuo_sdk::Procedure;
    let tied = with(begun(draft("清掏")), [quote("甲", 1_650), quote("乙", 1_650)]);
    for state in [begun(draft("")), tied, with(begun(draft("清掏")), septic())] {
        for lang in [ZH, Lang::En] {
            assert!(!crate::desk::page(&state, lang).headline.is_empty());
            assert!(!crate::audience::page(&state, lang).headline.is_empty());
        }
        let procedure = crate::QuoteComparison(state.clone());
        assert_eq!(crate::QuoteComparison::load(&procedure.save()).unwrap().0, state);
    }
    assert!(crate::QuoteComparison::load(b"another 1\n{}").is_none());
}
