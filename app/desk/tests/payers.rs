//! Who pays, on the desk and from there on the screen: what one household would pay, the cost behind the sides of a vote,
//! two versions of a sheet, pledges of those who agree to pay, and the rule for the maintenance fund.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;
#[path = "meeting/votes.rs"]
mod votes;

use amounts::Fen;
use common::{Setting, Window, click, press, session, settle, type_text};
use deliberation::ballot::{Choice, Method};
use deliberation::collection::{Answer, Collection};
use deliberation::ids::{CollectionNo, MotionNo, ProcedureNo, SheetNo, VoteNo};
use deliberation::terms::{FundMatter, Payers, Terms};
use deliberation::{Command, Door};
use desk::page::Place;
use desk::screen::{Setting as Screen, sheets};
use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use hands::{clear, desk, elsewhere, enter, facts, focus, shows};
use session::audience::Now;
use session::{Shown, StageCard};
use story::{DEBATE, VOTED, desk_at};
use votes::choose;
use words::Lang;

const FIRST: CollectionNo = CollectionNo(1);
const MOTION: MotionNo = MotionNo(1);

/// The laptop of an office.
fn laptop() -> Setting {
    Setting { size: vec2(1280.0, 800.0), ..Setting::default() }
}

/// Every word the room would read on a card.
fn room(window: &Window, card: StageCard) -> String {
    let view = session(window).card_view(Lang::ZhCn, Shown { card, page: 0 });
    let pages = sheets(&view, Screen::default(), Now::default());
    pages.iter().flat_map(|page| page.texts().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>().join(" ")
}

fn shown(window: &Window) -> StageCard {
    session(window).stage.shown().card
}

fn ask(window: &mut Window, who: &str) {
    click(window, "查一户要出多少…");
    enter(window, who);
}

#[test]
fn given_a_household_by_pinyin_then_its_share_stands_line_by_line_and_the_room_sees_door_and_amount_alone() {
    let mut window = desk(DEBATE);
    ask(&mut window, "mawei");
    for line in ["1-3-301 马卫 45.83 元", "份量 1（全部 36）", "分得 45.83 元", "总额 一共 1,650.00 元，36 户分摊"]
    {
        assert!(window.query_by_label(line).is_some(), "{line}");
    }
    click(&mut window, "投影这一户");
    let row = facts(&window).sheet(SheetNo(1)).unwrap().sheet.row(&Door::new("1-3-301")).unwrap();
    let card = StageCard::Due { sheet: SheetNo(1), row: u32::try_from(row).unwrap() };
    assert_eq!(shown(&window), card);
    let words = room(&window, card);
    assert!(words.contains("1-3-301") && words.contains("45.83"), "{words}");
    assert!(!words.contains("马卫") && !words.contains("份量"), "{words}");
    // The next one asks; an owner's door is found by its digits too.
    focus(&mut window, "找一户");
    enter(&mut window, "1101");
    assert!(shows(&window, "1-1-101 史娥凤 45.84 元"));
}

#[test]
fn a_households_share_looks_as_designed() {
    let mut window = desk_at(laptop(), DEBATE);
    ask(&mut window, "mawei");
    window.snapshot("payers-household");
}

#[test]
fn given_a_closed_vote_then_heads_area_and_cost_of_each_side_stand_side_by_side() {
    let window = desk(VOTED);
    let value = |id: &str| words::figures::find(Lang::ZhCn, facts(&window), id).unwrap().number;
    let yes = format!("赞成 26 1,647.54 {}", value("vote.1.cost.yes"));
    assert!(window.query_by_label(&yes).is_some(), "{yes}");
    assert!(window.query_by_label("合计 1,650.00").is_some());
    let words = room(&window, StageCard::Vote(VoteNo(1)));
    assert!(words.contains(&value("vote.1.cost.no")), "{words}");
}

#[test]
fn the_cost_behind_the_sides_looks_as_designed() {
    let mut window = desk_at(laptop(), VOTED);
    let row = window.query_all_by_label_contains("合计 1,650.00").next().unwrap();
    row.scroll_to_me();
    settle(&mut window);
    window.snapshot("payers-sides");
}

/// A second version of the sheet, by area.
fn with_two_sheets(setting: Setting) -> Window {
    let mut window = desk_at(setting, DEBATE);
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    let settings = [("amount", "1650.00"), ("method", "area")].map(|(id, value)| (id.to_owned(), value.to_owned()));
    session.start_procedure("fee-apportionment", settings.to_vec());
    session.settle();
    session.conclude_procedure(ProcedureNo(2));
    session.settle();
    settle(&mut window);
    assert_eq!(facts(&window).sheets.len(), 2);
    window
}

#[test]
fn given_two_versions_of_a_sheet_then_the_desk_says_who_gains_and_who_loses_and_projects_it() {
    let mut window = with_two_sheets(Setting::default());
    click(&mut window, "和另一版比…");
    // The motion still carries the first; the second is the one to hold against it.
    let name = version(&window, SheetNo(2));
    choose(&mut window, "现在的方案", &name);
    let value = |id: &str| words::figures::find(Lang::ZhCn, facts(&window), id).unwrap().text;
    let line = format!("{}少出，共 {}", value("sheet.2.than.1.lower"), value("sheet.2.than.1.saved"));
    assert!(shows(&window, &line), "{line}");
    assert_eq!(value("sheet.2.than.1.saved"), value("sheet.2.than.1.added"), "the bill is the same");
    click(&mut window, "投影对比");
    let card = StageCard::Compare { before: SheetNo(1), after: SheetNo(2) };
    assert_eq!(shown(&window), card);
    assert!(room(&window, card).contains("少出"));
}

/// The name of a version in the field of choices.
fn version(window: &Window, number: SheetNo) -> String {
    let amounts = facts(window).sheet(number).unwrap().sheet.amounts();
    let money = |at: usize| words::Quantity::Money(amounts[at].0).text(Lang::ZhCn);
    let range = words::tf(
        Lang::ZhCn,
        "meeting-sheet-range",
        &[("least", &money(amounts.len() - 1)), ("most", &money(0)), ("households", "36 户")],
    );
    words::tf(Lang::ZhCn, "payers-version", &[("n", &number.to_string()), ("line", &range)])
}

#[test]
fn two_versions_look_as_designed() {
    let mut window = with_two_sheets(laptop());
    click(&mut window, "和另一版比…");
    let name = version(&window, SheetNo(2));
    choose(&mut window, "现在的方案", &name);
    window.snapshot("payers-compare");
}

#[test]
fn given_the_form_of_a_motion_when_who_pays_and_the_fund_are_chosen_then_they_are_recorded_with_it() {
    let mut window = desk(DEBATE);
    click(&mut window, "修改…");
    choose(&mut window, "由谁出", "谁同意谁出");
    choose(&mut window, "维修资金", "使用维修资金");
    click(&mut window, "改好");
    let terms = facts(&window).motion(MOTION).unwrap().terms;
    assert_eq!(terms, Terms { fund: Some(FundMatter::Use), payers: Payers::Agreed });
    assert!(shows(&window, "使用维修资金（《民法典》第278条第1款第5项）"));
    let cost = room(&window, StageCard::Cost(SheetNo(1)));
    assert!(cost.contains("谁同意谁出"), "{cost}");
}

#[test]
fn given_a_matter_of_the_fund_when_the_rule_does_not_fit_then_the_desk_warns_and_offers_the_right_one() {
    let mut window = desk_at(laptop(), DEBATE);
    let terms = Terms { fund: Some(FundMatter::Raise), payers: Payers::Everybody };
    elsewhere(&mut window, Command::SetTerms { motion: MOTION, terms });
    press(&mut window, Key::F9);
    assert!(shows(&window, "规则不合适：本项涉及筹集维修资金"));
    assert!(shows(&window, "用这条规则通过也不能动钱"), "a deliberation disposes of no fund");
    let banner = window.query_all_by_label_contains("规则不合适").next().unwrap();
    banner.scroll_to_me();
    settle(&mut window);
    window.snapshot("payers-fund");
    click(&mut window, "换成这一条");
    assert!(!shows(&window, "规则不合适"));
    assert!(shows(&window, "筹集维修资金，依据《民法典》第278条第1款第6项"));
}

/// The motion has passed as one that those who agree pay; the collection page is open.
fn pledging(setting: Setting) -> Window {
    let mut window = desk_at(setting, DEBATE);
    let terms = Terms { fund: None, payers: Payers::Agreed };
    elsewhere(&mut window, Command::SetTerms { motion: MOTION, terms });
    elsewhere(&mut window, Command::open_vote(MOTION, "deliberation", Method::RollCall));
    for door in ["1-1-101", "1-1-501"] {
        elsewhere(&mut window, Command::ballot(VoteNo(1), Door::new(door), Choice::Yes));
    }
    elsewhere(&mut window, Command::CloseVote { vote: VoteNo(1) });
    window.state_mut().desk.show(Place::Collections);
    settle(&mut window);
    window
}

fn collection(window: &Window) -> &Collection {
    facts(window).collection(FIRST).unwrap()
}

fn agree(window: &mut Window, doors: usize) {
    let all: Vec<Door> = collection(window).accounts.iter().map(|account| account.door.clone()).collect();
    for door in all.into_iter().take(doors) {
        elsewhere(window, Command::RecordAnswer { collection: FIRST, door, answer: Answer::Agreed });
    }
}

#[test]
fn given_those_who_agree_pay_when_pledges_come_in_then_shares_fall_and_it_is_settled_among_them() {
    let mut window = pledging(Setting::default());
    assert!(shows(&window, "还没有一户同意"));
    agree(&mut window, 10);
    assert!(shows(&window, "现在最高一户（元） 165.00 只由已同意的户分摊"));
    // The marked household says what it can pay at the most; Enter records it as agreed.
    click(&mut window, "1-1-101 史娥凤 同意 45.84 165.00");
    focus(&mut window, "最多能出（元）");
    enter(&mut window, "100");
    assert_eq!(collection(&window).account(&Door::new("1-1-101")).unwrap().limit, Some(Fen(10_000)));
    assert!(shows(&window, "现在定不下来：至少再有 7 户同意"));
    assert!(shows(&window, "1-1-101 要出 165.00 元，最多能出 100.00 元"));
    agree(&mut window, 17);
    assert!(shows(&window, "可以定下来"));
    click(&mut window, "定下来：由 17 户出");
    assert_eq!(collection(&window).sums().due, Fen(165_000));
    assert_eq!(collection(&window).asked(), 17);
    assert!(shows(&window, "合计 17 户 1,650.00 0.00 缺口 1,650.00"));
    assert!(!shows(&window, "1-3-602"), "whoever did not agree is not listed");
    assert!(shows(&window, "记一笔"));
}

#[test]
fn given_a_limit_that_is_no_amount_then_the_field_says_so_and_nothing_is_recorded() {
    let mut window = pledging(Setting::default());
    focus(&mut window, "最多能出（元）");
    type_text(&mut window, "一百");
    click(&mut window, "同意");
    assert_eq!(collection(&window).pledges().len(), 0);
    clear(&mut window);
}

#[test]
fn pledges_above_a_limit_look_as_designed() {
    let mut window = pledging(laptop());
    agree(&mut window, 10);
    let door = Door::new("1-1-101");
    elsewhere(&mut window, Command::StateLimit { collection: FIRST, door, limit: Some(Fen(10_000)) });
    window.snapshot("payers-pledges");
}

#[test]
fn pledges_look_as_designed_in_english_and_small() {
    let mut window = pledging(Setting { lang: Lang::En, ..Setting::small() });
    agree(&mut window, 10);
    window.snapshot("payers-pledges-720-english");
}
