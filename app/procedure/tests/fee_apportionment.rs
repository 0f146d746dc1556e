//! The shipped procedure in its component, as a meeting uses it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use common::{column, cost_sheet, desk, estate, flats, start, submit};
use procedure::contract::{Block, Page, Value};
use procedure::{Failure, cases, conclusion_json, fault_json};

fn due(set: &[(&str, &str)]) -> Vec<i64> {
    let concluded = start(&estate(), &[], set).unwrap().conclude("zh-CN").unwrap();
    cost_sheet(&concluded.zh_cn).due.clone()
}

fn refusal(result: Result<procedure::Running, Failure>) -> procedure::contract::Fault {
    let Err(Failure::Refused(fault)) = result else { panic!("a refusal was expected") };
    fault
}

fn doors() -> Vec<String> {
    let door = |row: usize| format!("1-{}-{}0{}", row / 12 + 1, row % 12 / 2 + 1, row % 2 + 1);
    (0..36).map(door).collect()
}

fn texts(page: &Page) -> String {
    serde_json::to_string(page).unwrap()
}

#[test]
fn its_own_cases_hold() {
    let results = cases::run(&common::fee_apportionment());
    assert!(results.len() >= 16, "only {} cases", results.len());
    let wrong: Vec<_> = results.iter().filter(|result| result.wrong.is_some()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a1_given_36_households_when_1650_yuan_are_shared_the_first_12_pay_a_fen_more() {
    let due = due(&[("amount", "1,650.00"), ("method", "household")]);
    assert_eq!(due[..12], [4_584; 12]);
    assert_eq!(due[12..], [4_583; 24]);
    assert_eq!(due.iter().sum::<i64>(), 165_000);
}

#[test]
fn a1_rounded_up_the_surplus_is_named() {
    let running = start(&estate(), &[], &[("amount", "1650"), ("rounding", "yuan-up")]).unwrap();
    let concluded = running.conclude("zh-CN").unwrap();
    let sheet = cost_sheet(&concluded.zh_cn);
    assert_eq!((sheet.surplus, sheet.due.clone()), (600, vec![4_600; 36]));
    assert!(sheet.rule.contains("多收 6.00 元作结余"), "{}", sheet.rule);
}

#[test]
fn a2_by_residents() {
    let mut rows = flats(6);
    for (row, residents) in rows.iter_mut().zip([1, 2, 2, 3, 4, 5]) {
        row.residents = Some(residents);
    }
    let concluded = start(&rows, &[], &[("amount", "1000"), ("method", "residents")]).unwrap().conclude("en").unwrap();
    assert_eq!(cost_sheet(&concluded.en).due, [5_882, 11_765, 11_765, 17_647, 23_529, 29_412]);
}

#[test]
fn a14_by_a_column_of_shares_named_by_heading_or_by_key() {
    let shares = [column("备注", &["", "", "", "", ""]), column("份额", &["0.5", "0.5", "1", "1", "1"])];
    for basis in ["份额", "c2"] {
        let set = [("amount", "1000"), ("method", "shares"), ("basis", basis)];
        let concluded = start(&flats(5), &shares, &set).unwrap().conclude("zh-CN").unwrap();
        assert_eq!(cost_sheet(&concluded.zh_cn).due, [12_500, 12_500, 25_000, 25_000, 25_000]);
    }
}

#[test]
fn a16_an_empty_area_is_refused_and_the_sentence_names_the_door() {
    let mut rows = estate();
    rows[16].area = None;
    let fault = refusal(start(&rows, &[], &[("amount", "1650"), ("method", "area")]));
    assert_eq!((fault.code.as_str(), fault.household()), ("missing-area", Some(16)));
    let json = fault_json(&fault, &doors());
    assert_eq!(json["fault"]["at"], "1-2-301");
    assert_eq!(json["fault"]["message"], "1-2-301 没有面积，不能按面积分摊；请在名册补上，或换一种办法");
}

#[test]
fn a16_nobody_nothing_and_less_than_nothing_are_refused() {
    assert_eq!(refusal(start(&[], &[], &[("amount", "1")])).code, "no-rows");
    let zero = [column("份额", &["0", "0"])];
    let set = [("amount", "1"), ("method", "shares"), ("basis", "份额")];
    assert_eq!(refusal(start(&flats(2), &zero, &set)).code, "no-weight");
    let negative = [column("份额", &["1", "-1"])];
    assert_eq!(refusal(start(&flats(2), &negative, &set)).household(), Some(1));
    let words = [column("份额", &["1", "半份"])];
    assert_eq!(refusal(start(&flats(2), &words, &set)).code, "not-a-number");
    assert_eq!(due(&[("amount", "0.01")])[..2], [1, 0]);
}

#[test]
fn a6_the_published_formula_stands_beside_the_exact_shares_and_its_excess_is_named() {
    let mut rows = flats(7);
    for (row, area) in rows.iter_mut().zip([8_000, 8_000, 9_000, 9_000, 10_000, 10_000, 12_000]) {
        row.area = Some(amounts::CentiSqm(area));
    }
    let coefficients = [column("系数", &["0.7", "0.8", "0.9", "1", "1.1", "1.2", "1.3"])];
    let set = [("amount", "480000"), ("method", "floor-area"), ("basis", "系数")];
    let running = start(&rows, &coefficients, &set).unwrap();
    let page = running.page(&desk("zh-CN")).unwrap();
    let table = page.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let total = |id: &str| {
        let column = table.unwrap().columns.iter().find(|column| column.id == id).unwrap();
        column.total.clone()
    };
    assert_eq!(total("published"), Some(Value::Money(49_236_364)));
    assert_eq!(total("due"), Some(Value::Money(48_000_000)));
    assert!(texts(&page).contains("合计 492,363.64 元，比要分摊的多收 12,363.64 元"), "{}", texts(&page));
    let minutes = running.conclude("zh-CN").unwrap().en.minutes.join(" ");
    assert!(minutes.contains("492,363.64 yuan, 12,363.64 too much"), "{minutes}");
}

#[test]
fn given_no_amount_the_page_asks_for_it_and_nothing_can_be_concluded() {
    let running = start(&estate(), &[], &[]).unwrap();
    assert!(texts(&running.page(&desk("zh-CN")).unwrap()).contains("还没有总额"));
    let Err(Failure::Refused(fault)) = running.conclude("zh-CN") else { panic!("a refusal was expected") };
    assert_eq!((fault.code.as_str(), fault.at.as_deref()), ("no-amount", Some("amount")));
}

#[test]
fn when_the_form_is_submitted_the_state_changes_and_a_refused_form_leaves_it() {
    let first = start(&estate(), &[], &[]).unwrap();
    let form = submit(&[("amount", Value::Money(165_000)), ("method", Value::Choice("household".to_owned()))]);
    let second = first.step(&form).unwrap();
    assert_ne!(first.state().hash(), second.state().hash());
    assert_eq!(cost_sheet(&second.conclude("zh-CN").unwrap().zh_cn).due[0], 4_584);
    let refused = second.step(&submit(&[("subsidy", Value::Money(165_001))]));
    assert_eq!(refusal(refused).code, "subsidy-too-large");
    assert_eq!(cost_sheet(&second.conclude("zh-CN").unwrap().zh_cn).due[0], 4_584);
}

#[test]
fn the_same_run_gives_the_same_hashes() {
    let run = || {
        let first = start(&estate(), &[], &[("amount", "1")]).unwrap();
        let second = first.step(&submit(&[("amount", Value::Money(165_000))])).unwrap();
        (first.inputs_hash(), first.state().hash(), second.state().hash())
    };
    assert_eq!(run(), run());
}

#[test]
fn the_desk_page_has_the_form_the_figures_the_working_and_every_household() {
    let page = start(&estate(), &[], &[("amount", "1650")]).unwrap().page(&desk("zh-CN")).unwrap();
    let blocks: Vec<&Block> = page.sections.iter().flat_map(|section| &section.blocks).collect();
    let [Block::Form(form), Block::Figures(figures), Block::Notice(notice), Block::Form(more), Block::Table(table)] =
        blocks.as_slice()
    else {
        panic!("two forms, figures, working and table were expected: {page:#?}")
    };
    assert!(more.fields.iter().all(|field| !field.required) && page.sections[1].folded);
    assert_eq!(
        form.fields.iter().map(|field| field.label.as_str()).collect::<Vec<_>>(),
        ["办法", "总额（元）", "补贴（元）", "零头"]
    );
    assert_eq!(form.submit_label, "重算");
    let shown: Vec<_> = figures.iter().map(|figure| (figure.value.clone(), figure.note.as_str())).collect();
    assert_eq!(
        shown,
        [
            (Value::Money(165_000), "与总额分毫不差"),
            (Value::Integer(36), ""),
            (Value::Money(4_584), "12 户，一单元"),
            (Value::Money(4_583), "24 户，二单元、三单元"),
        ]
    );
    assert_eq!(notice.text, "每户 45.8333 元，先取到分，余下 12 分按名册次序给前 12 户各 1 分。");
    assert_eq!((table.rows, table.group_by.as_deref()), (36, Some("stair")));
    assert_eq!(table.columns.last().unwrap().total, Some(Value::Money(165_000)));
}

#[test]
fn every_method_has_its_page_in_both_languages_for_desk_and_audience() {
    let shares: Vec<String> = (0..36).map(|row| format!("{}.5", row % 4)).collect();
    let shares: Vec<&str> = shares.iter().map(String::as_str).collect();
    let methods = ["household", "area", "residents", "meter", "floor", "floor-area", "mixed", "tiers", "shares"];
    let cells =
        |every: usize, text: &'static str| (0..36).map(|row| if row % every == 0 { text } else { "" }).collect();
    let (relief, compensation): (Vec<&str>, Vec<&str>) = (cells(7, "半"), cells(12, "50"));
    let columns = [column("份额", &shares), column("减免", &relief), column("补偿", &compensation)];
    let further = [("relief-mode", "redistribute"), ("relief-mode", "source"), ("subsidy", "50")];
    for (at, method) in methods.into_iter().enumerate() {
        for (round, rounding) in ["fen", "yuan", "yuan-up"].into_iter().enumerate() {
            let mut set = vec![("amount", "1700"), ("subsidy", "50"), ("method", method), ("rounding", rounding)];
            set.extend([("basis", "份额"), ("compensation", "补偿"), ("instalments", "30/50/20")]);
            set.extend([("funding", "捐款 100"), further[(at + round) % 3]]);
            if (at + round) % 3 < 2 {
                set.push(("relief", "减免"));
            }
            let running = start(&estate(), &columns, &set).unwrap();
            for locale in ["zh-CN", "en"] {
                for focus in [None, Some(0), Some(35), Some(36)] {
                    let page = running.page(&procedure::contract::Viewer { focus, ..desk(locale) }).unwrap();
                    assert!(texts(&page).contains("\"plan\""));
                    assert!(running.audience_page(locale, focus).unwrap().is_some());
                }
            }
            running.conclude("zh-CN").unwrap();
        }
    }
}

#[test]
fn the_audience_sees_amount_rule_and_an_example_of_each_amount() {
    let running = start(&estate(), &[], &[("amount", "1650")]).unwrap();
    let page = running.audience_page("zh-CN", None).unwrap().unwrap();
    let text = texts(&page);
    assert!(text.contains("1,650.00 元由 36 户平均分；除不尽的 12 分，前 12 户各多 1 分。"), "{text}");
    assert!(text.contains(r#"{"household":[0,12]}"#), "{text}");
    assert!(!text.contains("\"form\""));
}

#[test]
fn a_household_is_told_how_its_share_comes_about() {
    let running = start(&estate(), &[], &[("amount", "1650")]).unwrap();
    let page = running.page(&procedure::contract::Viewer { focus: Some(0), ..desk("zh-CN") }).unwrap();
    let case = "1,650.00 元 × 1 ÷ 36 = 45.8333 元；先取到分是 45.83 元，零头分到 1 分，应分 45.84 元。";
    assert!(texts(&page).contains(case), "{}", texts(&page));
    let why = "准确数是 4,583 又 1/3 分。各户取整后还剩 12 分，按零头从大到小、零头一样的按份量再按名册次序，给前 12 户各 1 分；本户排第 1，得 1 分。";
    assert!(texts(&page).contains(why), "{}", texts(&page));
    let last = running.page(&procedure::contract::Viewer { focus: Some(35), ..desk("en") }).unwrap();
    assert!(texts(&last).contains("this household is number 36 and gets none."), "{}", texts(&last));
}

/// The estate of A-10 in small: two flats a floor, the ground floor compensated, one flat relieved by half.
fn lift() -> procedure::Running {
    let mut rows = flats(6);
    for (row, floor) in rows.iter_mut().zip([1, 1, 2, 2, 3, 3]) {
        row.floor = Some(floor);
    }
    let columns = [column("补偿", &["5000", "5000", "", "", "", ""]), column("减免", &["", "", "", "", "", "半"])];
    let mut set = vec![("amount", "90000"), ("subsidy", "40000"), ("method", "floor"), ("compensation", "补偿")];
    set.extend([
        ("relief", "减免"),
        ("relief-mode", "source"),
        ("relief-source", "区残联"),
        ("instalments", "30/50/20"),
    ]);
    start(&rows, &columns, &set).unwrap()
}

#[test]
fn a_household_is_told_of_its_weight_its_relief_its_compensation_and_its_instalments() {
    let of = |focus, locale| {
        let page = lift().page(&procedure::contract::Viewer { focus: Some(focus), ..desk(locale) }).unwrap();
        let section = page.sections.into_iter().find(|section| section.id == "focus").unwrap();
        let text = |block| match block {
            Block::Text(text) => Some(text),
            _ => None,
        };
        section.blocks.into_iter().filter_map(text).collect::<Vec<_>>()
    };
    assert_eq!(
        of(5, "zh-CN"),
        [
            "90,000.00 − 40,000.00（补贴） + 10,000.00（补偿） = 60,000.00 元，由各户分摊。",
            "本户的份量：楼层减一是 2，计 2；各户合计 6。",
            "60,000.00 元 × 2 ÷ 6 = 20,000.00 元；取到分，应分 20,000.00 元。",
            "减免 20,000.00 × 0.5 = 10,000.00 元（不足一分的舍去），由区残联出。",
            "应缴 20,000.00 − 10,000.00 = 10,000.00 元。",
            "分期：第 1 期（30%） 3,000.00 元，第 2 期（50%） 5,000.00 元，第 3 期（20%） 2,000.00 元。",
        ]
    );
    let ground = of(0, "en");
    assert!(ground.iter().any(|text| text.contains("this household receives 5,000.00 yuan")), "{ground:?}");
    assert!(ground.iter().any(|text| text.contains("Part 1 (30%): \u{2212}1,500.00 yuan")), "{ground:?}");
}

#[test]
fn in_the_room_nobodys_relief_is_told() {
    let page = lift().audience_page("zh-CN", Some(5)).unwrap().unwrap();
    let text = texts(&page);
    assert!(!text.contains("20,000.00 × 0.5") && !text.contains("\"relief\"") && !text.contains("\"share\""), "{text}");
    assert!(text.contains("减免 10,000.00 元由区残联出"), "{text}");
}

#[test]
fn a_procedure_that_reads_a_private_column_has_no_audience_page() {
    let mut private = column("份额", &["1", "2"]);
    private.private = true;
    let set = [("amount", "3"), ("method", "shares"), ("basis", "份额")];
    assert_eq!(start(&flats(2), &[private], &set).unwrap().audience_page("zh-CN", None), Ok(None));
}

#[test]
fn the_largest_roll_is_shared_and_shown_within_the_limits() {
    let mut rows = flats(20_000);
    for (row, at) in rows.iter_mut().zip(0..) {
        row.stair = (at / 12).to_string();
        row.area = Some(amounts::CentiSqm(5_000 + at * 7_919 % 9_973));
    }
    let running = start(&rows, &[], &[("amount", "12345678.90"), ("method", "area")]).unwrap();
    for audience in [false, true] {
        running.page(&procedure::contract::Viewer { audience, focus: Some(19_999), ..desk("zh-CN") }).unwrap();
    }
    let concluded = running.conclude("zh-CN").unwrap();
    assert_eq!(cost_sheet(&concluded.en).due.iter().sum::<i64>(), 1_234_567_890);
}

/// What `plugin run --json` prints; run with `UPDATE_GOLDEN=1` to write it anew.
#[test]
fn the_conclusion_reads_as_agreed() {
    let concluded =
        start(&estate(), &[], &[("amount", "1650.00"), ("subsidy", "150")]).unwrap().conclude("zh-CN").unwrap();
    for (name, conclusion) in [("zh-CN", &concluded.zh_cn), ("en", &concluded.en)] {
        let mut json = serde_json::to_string_pretty(&conclusion_json(conclusion, &doors())).unwrap();
        json.push('\n');
        let path = format!("{}/tests/golden/conclusion.{name}.json", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &json).unwrap();
        }
        assert_eq!(json, std::fs::read_to_string(&path).unwrap(), "{path}");
    }
}
