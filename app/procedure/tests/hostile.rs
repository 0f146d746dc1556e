//! Procedures that mean no good: each ends as one of the six failures, and the next good call works.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use std::sync::Arc;

use common::hostile::{Hostile, word};
use common::{ENGINE, cost_sheet, desk, estate, start, submit};
use procedure::{Call, Component, Failure, Inputs, Running, households_table};

const LOOP: &str = "(loop $l (br $l)) (unreachable)";
/// Takes page after page until none is given, then fails as an allocator does.
const GROW: &str = "(loop $l (br_if $l (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) (unreachable)";

fn begin(bytes: &[u8]) -> Result<Running, Failure> {
    let households = households_table(&estate());
    let inputs = Inputs { tables: [("households".to_owned(), households)].into(), settings: [].into() };
    Running::start(ENGINE.component(bytes)?, Arc::new(inputs), "zh-CN")
}

fn running(hostile: &Hostile) -> Running {
    begin(&hostile.pack()).unwrap()
}

/// The septic tank is still shared out, in the same engine.
fn the_meeting_goes_on() {
    let concluded = start(&estate(), &[], &[("amount", "1650")]).unwrap().conclude("zh-CN").unwrap();
    assert_eq!(cost_sheet(&concluded.zh_cn).due.iter().sum::<i64>(), 165_000);
}

fn unfit(bytes: &[u8], why: &str) {
    let failure = Component::check(bytes).map(|_| ()).and_then(|()| ENGINE.component(bytes).map(|_| ()));
    let Err(Failure::Unfit { detail }) = failure else { panic!("it should not fit: {failure:?}") };
    assert!(detail.contains(why), "{detail}");
    the_meeting_goes_on();
}

#[test]
fn given_good_bodies_the_frame_of_these_tests_is_a_working_procedure() {
    let good = running(&Hostile::default());
    assert_eq!(good.state().bytes(), b"");
    assert!(good.page(&desk("zh-CN")).unwrap().sections.is_empty());
    assert_eq!(good.step(&submit(&[])).unwrap().state(), good.state());
    assert_eq!(good.conclude("zh-CN").unwrap().zh_cn.materials, []);
}

#[test]
fn what_never_ends_is_too_slow_in_every_call() {
    let endless = Hostile { update: LOOP, view: LOOP, conclude: LOOP, ..Hostile::default() };
    let running = running(&endless);
    assert_eq!(running.step(&submit(&[])).unwrap_err(), Failure::TooSlow(Call::Update));
    assert_eq!(running.page(&desk("en")).unwrap_err(), Failure::TooSlow(Call::View));
    assert_eq!(running.conclude("en").unwrap_err(), Failure::TooSlow(Call::Conclude));
    let init = Hostile { init: LOOP, ..Hostile::default() };
    assert_eq!(begin(&init.pack()).unwrap_err(), Failure::TooSlow(Call::Init));
    let at_once = Hostile { start: LOOP, ..Hostile::default() };
    assert_eq!(begin(&at_once.pack()).unwrap_err(), Failure::TooSlow(Call::Start));
    the_meeting_goes_on();
}

#[test]
fn what_takes_ever_more_memory_is_stopped() {
    let greedy = Hostile { update: GROW, view: GROW, ..Hostile::default() };
    let running = running(&greedy);
    assert_eq!(running.step(&submit(&[])).unwrap_err(), Failure::TooMuchMemory(Call::Update));
    assert_eq!(running.page(&desk("en")).unwrap_err(), Failure::TooMuchMemory(Call::View));
    let from_the_first = Hostile { memory: 2_000, ..Hostile::default() };
    assert_eq!(begin(&from_the_first.pack()).unwrap_err(), Failure::TooMuchMemory(Call::Start));
    the_meeting_goes_on();
}

/// 1,000 sentences that are all the same mebibyte of memory: small inside, a gigabyte outside.
#[test]
fn what_blows_up_on_its_way_out_is_stopped() {
    let sentences: String = (0..1_000).map(|_| word(2 << 20 | 1 << 16) + &word(1 << 20)).collect();
    let data = vec![(32, word(1 << 21) + &word(1_000)), (1 << 21, sentences)];
    let bomb = Hostile { data, memory: 64, ..Hostile::default() };
    assert_eq!(running(&bomb).conclude("en").unwrap_err(), Failure::TooMuchMemory(Call::Conclude));
    the_meeting_goes_on();
}

#[test]
fn a_state_beyond_its_limit_is_refused() {
    let data = vec![(20, word(0) + &word(5 << 20))];
    let fat = Hostile { data, memory: 100, ..Hostile::default() };
    assert_eq!(begin(&fat.pack()).unwrap_err(), Failure::TooMuchMemory(Call::Init));
}

#[test]
fn what_traps_recurses_or_points_outside_is_an_error_in_the_procedure() {
    let outside = "(i32.const 0x7ffffff0)";
    let deep = "(call $deep (i32.const 0))";
    let undeclared = "(call $rows (i32.const 65536) (i32.const 3))";
    for body in ["(unreachable)", "(i32.load (i32.const -4))", outside, deep, undeclared] {
        let broken = running(&Hostile { update: body, ..Hostile::default() });
        let failure = broken.step(&submit(&[])).unwrap_err();
        assert!(matches!(failure, Failure::Broken { call: Call::Update, .. }), "{body}: {failure}");
        assert_eq!(broken.state().bytes(), b"");
    }
    the_meeting_goes_on();
}

#[test]
fn an_undeclared_table_is_named_in_the_details() {
    let data = vec![(65_536, "abc".to_owned())];
    let curious = Hostile { view: "(call $rows (i32.const 65536) (i32.const 3))", data, ..Hostile::default() };
    let Err(Failure::Broken { detail, .. }) = running(&curious).page(&desk("en")) else {
        panic!("a trap was expected")
    };
    assert_eq!(detail, "it reads the table abc, which is not declared");
}

#[test]
fn a_page_that_breaks_the_contract_is_refused_at_its_path() {
    // headline "", then one section at 512 whose id is "" (zeros).
    let nameless = Hostile { data: vec![(24, word(512) + &word(1))], ..Hostile::default() };
    let Err(Failure::Invalid { path, .. }) = running(&nameless).page(&desk("en")) else { panic!("an invalid page") };
    assert_eq!(path, "sections[0].id");
    let many = Hostile { data: vec![(24, word(512) + &word(65))], ..Hostile::default() };
    let Err(Failure::Invalid { problem, .. }) = running(&many).page(&desk("en")) else { panic!("an invalid page") };
    assert_eq!(problem, "more than 64");
    the_meeting_goes_on();
}

#[test]
fn hostile_characters_are_taken_out_and_long_texts_cut() {
    // A headline of "a", U+202E (turns the line about), "b", ESC, "c".
    let data = vec![(16, word(512) + &word(7)), (512, "a\\e2\\80\\aeb\\1bc".to_owned())];
    let page = running(&Hostile { data, ..Hostile::default() }).page(&desk("en"));
    assert_eq!(page.unwrap().headline, "abc");
    let data = vec![(16, word(512) + &word(201)), (512, "x".repeat(201))];
    let page = running(&Hostile { data, ..Hostile::default() }).page(&desk("en"));
    assert_eq!(page.unwrap().headline, "x".repeat(199) + "…");
}

#[test]
fn languages_that_disagree_in_more_than_text_are_refused() {
    // Only "en" has two letters: there the outcome is another one.
    let conclude = "(select (i32.const 1024) (i32.const 16) (i32.eq (local.get 3) (i32.const 2)))";
    let two_faced = Hostile { conclude, data: vec![(1_028, word(1))], ..Hostile::default() };
    let failure = running(&two_faced).conclude("zh-CN").unwrap_err();
    assert!(matches!(failure, Failure::Broken { call: Call::Conclude, .. }), "{failure}");
}

#[test]
fn a_fault_with_a_code_that_is_none_is_an_error() {
    // "err" with an empty code.
    let fault = Hostile { data: vec![(16, word(1))], ..Hostile::default() };
    assert!(matches!(begin(&fault.pack()), Err(Failure::Broken { call: Call::Init, .. })));
}

#[test]
fn what_is_no_component_does_not_fit() {
    unfit(b"", "no whole component");
    unfit("房号,业主\n".as_bytes(), "no whole component");
    unfit(&Hostile::default().core(), "a core module");
    unfit(&wat::parse_str("(component)").unwrap(), "does not export");
    unfit(&vec![0; (24 << 20) + 1], "at most");
}

#[test]
fn what_imports_more_than_the_contract_does_not_fit() {
    for import in ["wasi:cli/environment@0.2.0", "wasi:filesystem/types@0.2.0", "fangzhuo:procedure/host@9.0.0"] {
        unfit(&wat::parse_str(format!("(component (import \"{import}\" (instance)))")).unwrap(), import);
    }
}

#[test]
fn a_file_cut_short_anywhere_does_not_fit() {
    let whole = common::shipped();
    let places = (0..64).map(|part| whole.len() * part / 64).chain([whole.len() - 1]);
    for place in places {
        let failure = ENGINE.component(&whole[..place]).unwrap_err();
        assert!(matches!(failure, Failure::Unfit { .. }), "cut at {place}: {failure}");
    }
    the_meeting_goes_on();
}

#[test]
fn flipped_bytes_never_harm_the_host() {
    let whole = common::shipped();
    for place in (0..whole.len()).step_by(whole.len() / 16) {
        let mut flipped = whole.clone();
        flipped[place] ^= 0x41;
        // Whatever it is now, it either fits or says why not.
        if let Ok(component) = ENGINE.component(&flipped) {
            let _ = Running::start(component, Arc::default(), "zh-CN");
        }
    }
    the_meeting_goes_on();
}

#[test]
fn the_two_sections_stand_once_each() {
    let twice = pack_section(common::shipped(), b"fangzhuo:manifest");
    unfit(&twice, "stands twice");
    let bare = common::hostile::Hostile::default().pack();
    let without = bare.len() - (1 + 1 + 1 + b"fangzhuo:cases".len());
    unfit(&bare[..without], "no section fangzhuo:cases");
}

/// The file with one more, empty custom section.
fn pack_section(mut file: Vec<u8>, name: &[u8]) -> Vec<u8> {
    let length = u8::try_from(name.len()).unwrap();
    file.extend([0, length + 1, length]);
    file.extend(name);
    file
}

#[test]
fn a_manifest_of_another_world_or_with_doubled_settings_does_not_fit() {
    for (from, to, why) in [
        ("plugin@0.1.0", "plugin@7.0.0", "was made for"),
        ("id = \"hostile\"", "id = \"Hostile!\"", "line 2, id: \"Hostile!\" is no key"),
        ("licence", "license", "line 5, license: unknown field"),
    ] {
        let manifest = common::hostile::MANIFEST.replace(from, to);
        let Err(error) = procedure::Manifest::read(&manifest) else { panic!("{to} was accepted") };
        assert!(error.to_string().contains(why), "{error}");
        assert!(matches!(Failure::from(error), Failure::Unfit { .. }));
    }
}

#[test]
fn a_component_is_compiled_once() {
    let (first, second) = (common::fee_apportionment(), common::fee_apportionment());
    assert!(Arc::ptr_eq(&first, &second));
}
