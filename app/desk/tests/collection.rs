//! The collection page by accessible names and keys: filters, refunds, advances, the account, the day sheet.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use amounts::Fen;
use common::{Setting, Window, click, press, settle, type_text};
use deliberation::ids::{CollectionNo, VoteNo};
use deliberation::text::Words;
use deliberation::{Command, Door};
use desk::page::Place;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use hands::{clear, elsewhere, enter, facts, focus, shows};
use story::{COLLECTION, OVER, desk_at};

const FIRST: CollectionNo = CollectionNo(1);

fn page(setting: Setting) -> Window {
    let mut window = desk_at(setting, COLLECTION);
    window.state_mut().desk.show(Place::Collections);
    settle(&mut window);
    window
}

fn collection(window: &Window) -> deliberation::collection::Collection {
    facts(window).collection(FIRST).unwrap().clone()
}

fn value(window: &Window, label: &str) -> String {
    window.get_by_label(label).value().unwrap_or_default()
}

/// What 何静 advances stands on the page: the gap, under the account.
fn advance_the_gap(window: &mut Window) {
    click(window, "账目");
    click(window, "记垫付…");
    assert_eq!(value(window, "金额（元）"), "91.67");
    focus(window, "谁垫的");
    enter(window, "hejing");
    click(window, "记下 91.67 元");
}

#[test]
fn given_the_filters_then_each_shows_its_households_and_how_many() {
    let mut window = page(Setting::default());
    for (filter, there, not_there) in [
        ("还没答复 1", "1-2-602 傅美国 还没答复 45.83 —", "1-1-402 王华 同意 45.84 —"),
        ("同意未付 1", "1-1-402 王华 同意 45.84 —", "1-2-602 傅美国 还没答复 45.83 —"),
        ("已付清 34", "1-1-101 史娥凤 同意 45.84 45.84 7 月 18 日 001 周凤军", "1-1-402 王华 同意 45.84 —"),
    ] {
        click(&mut window, filter);
        assert!(window.query_by_label(there).is_some(), "{filter} lacks {there}");
        assert!(window.query_by_label(not_there).is_none(), "{filter} has {not_there}");
    }
    click(&mut window, "不同意 0");
    assert!(shows(&window, "没有这样的户"));
    // Whoever is looked for is found whatever the filter hides.
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_steps(2);
    enter(&mut window, "wanghua");
    assert!(shows(&window, "1-1-402 64.72 ㎡，常住 5 人"));
}

#[test]
fn given_the_totals_row_then_its_columns_add_up_to_the_bill_in_words() {
    let mut window = page(Setting::default());
    assert!(shows(&window, "已收 1,558.33 + 同意，待收 45.84 + 还没答复 45.83 = 应分 1,650.00"));
    let door = Door::new("1-2-602");
    let answer = deliberation::collection::Answer::Declined;
    elsewhere(&mut window, Command::RecordAnswer { collection: FIRST, door, answer });
    assert!(shows(&window, "已收 1,558.33 + 同意，待收 45.84 + 不同意 45.83 = 应分 1,650.00"));
    assert!(!shows(&window, "欠"));
}

#[test]
fn given_an_advance_of_the_gap_when_a_part_is_paid_then_the_advancer_is_paid_back_first() {
    let mut window = page(Setting::default());
    advance_the_gap(&mut window);
    let sums = collection(&window).sums();
    assert_eq!((sums.advanced, sums.gap()), (Fen(9_167), Fen(9_167)), "an advance fills no gap");
    assert!(shows(&window, "缺口 91.67 元；何静垫付的 91.67 元还没还"));
    assert!(shows(&window, "何静，7 月 20 日 91.67 元"));
    // Ctrl+N is back at the household; half is paid, with a receipt, by keys alone.
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(3);
    clear(&mut window);
    type_text(&mut window, "20");
    assert!(shows(&window, "先还何静垫的 20.00 元"));
    press(&mut window, Key::Enter);
    let now = collection(&window);
    assert_eq!(now.account(&Door::new("1-1-402")).unwrap().open(), Fen(2_584));
    assert_eq!((now.sums().repaid, now.sums().gap()), (Fen(2_000), Fen(7_167)));
    // One deed: taken back together.
    press(&mut window, Key::F10);
    let now = collection(&window);
    assert_eq!((now.sums().repaid, now.sums().gap()), (Fen(0), Fen(9_167)));
    // The money may also stay for the bill, and be paid back later from the account.
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.run_steps(3);
    click(&mut window, "先还何静垫的 45.84 元");
    click(&mut window, "收下 45.84 元");
    assert_eq!(collection(&window).sums().repaid, Fen(0));
    click(&mut window, "账目");
    click(&mut window, "还何静…");
    assert_eq!(value(&window, "金额（元）"), "45.84", "no more than came in");
    press(&mut window, Key::Enter);
    assert_eq!(collection(&window).sums().advances_open(), Fen(4_583));
}

#[test]
fn given_a_household_that_paid_then_money_goes_back_to_it_but_no_more_than_it_paid() {
    let mut window = page(Setting::default());
    click(&mut window, "1-1-101 史娥凤 同意 45.84 45.84 7 月 18 日 001 周凤军");
    click(&mut window, "退款…");
    assert_eq!(value(&window, "金额（元）"), "45.84");
    focus(&mut window, "金额（元）");
    clear(&mut window);
    type_text(&mut window, "50");
    focus(&mut window, "经手");
    clear(&mut window);
    enter(&mut window, "zhoufengjun");
    focus(&mut window, "金额（元）");
    press(&mut window, Key::Enter);
    assert!(window.state().desk.complaint().is_some_and(|sentence| sentence.text.contains("退不了更多")));
    assert_eq!(value(&window, "金额（元）"), "50", "a refused form stays filled in");
    focus(&mut window, "金额（元）");
    clear(&mut window);
    enter(&mut window, "5.84");
    let now = collection(&window);
    let account = now.account(&Door::new("1-1-101")).unwrap();
    assert_eq!((account.paid(), account.open(), account.refunded()), (Fen(4_000), Fen(584), Fen(584)));
    assert!(shows(&window, "退过 5.84 元"));
    assert_eq!(now.sums().gap(), Fen(9_751));
}

#[test]
fn given_a_receipt_number_that_is_taken_then_the_sentence_names_the_door_and_nothing_is_taken() {
    let mut window = page(Setting::default());
    focus(&mut window, "收据号");
    clear(&mut window);
    enter(&mut window, "001");
    let complaint = window.state().desk.complaint().map(|sentence| sentence.text.clone()).unwrap_or_default();
    assert!(complaint.contains("001") && complaint.contains("1-1-101"), "{complaint}");
    assert_eq!(collection(&window).sums().paid, Fen(155_833));
}

#[test]
fn given_the_supplier_asks_less_then_the_rest_is_a_surplus_whose_use_is_kept_in_words() {
    let mut window = page(Setting::default());
    click(&mut window, "账目");
    click(&mut window, "改账单…");
    focus(&mut window, "金额（元）");
    clear(&mut window);
    enter(&mut window, "1,550");
    assert!(shows(&window, "现有结余 8.33 元"));
    assert!(shows(&window, "已收齐，缺口为零。结余 8.33 元"));
    click(&mut window, "用结余…");
    press(&mut window, Key::Enter);
    assert!(shows(&window, "请写明用在哪里"));
    focus(&mut window, "用在哪里");
    enter(&mut window, "换井盖螺栓");
    assert_eq!(collection(&window).sums().surplus(), Fen(0));
    assert!(shows(&window, "7 月 20 日，换井盖螺栓 8.33 元"));
    press(&mut window, Key::Escape);
    assert!(shows(&window, "1-1-402 64.72 ㎡，常住 5 人"), "Esc goes back to the household");
}

#[test]
fn given_no_later_vote_then_a_part_cannot_be_put_elsewhere_and_the_form_says_why() {
    let mut window = page(Setting::default());
    click(&mut window, "别处出…");
    assert!(shows(&window, "还没有后来通过的表决"));
    focus(&mut window, "由哪里出");
    enter(&mut window, "公共收益");
    assert_eq!(collection(&window).sums().written_off.1, 0);
    click(&mut window, "不记了");
    assert!(shows(&window, "记一笔"));
}

#[test]
fn given_a_vote_opened_again_then_its_collection_is_not_shown() {
    let mut window = desk_at(Setting::default(), ("\"do\":\"close-meeting\"", "2026-07-18T20:12:20+08:00"));
    window.state_mut().desk.show(Place::Collections);
    settle(&mut window);
    assert!(shows(&window, "合计 36 户 1,650.00 0.00 缺口 1,650.00"));
    let reason = Words::typed("点票有误");
    elsewhere(&mut window, Command::ReopenVote { vote: VoteNo(1), reason });
    assert!(shows(&window, "还没有要收的费用"));
}

#[test]
fn given_the_button_then_the_day_sheet_is_written_in_the_form_its_name_says() {
    for (name, begins) in [("清单.docx", &b"PK"[..]), ("清单.xlsx", b"PK"), ("清单.md", b"#")] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        let mut window = page(Setting::choosing(&path));
        click(&mut window, "上门清单…");
        settle(&mut window);
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(begins), "{name}");
        if name.ends_with("md") {
            let text = String::from_utf8(bytes).unwrap();
            assert!(text.contains("1-2-602") && text.contains(r"傅\*\*") && !text.contains("1380000"), "{text}");
        }
    }
}

/// A page on which 何静 has advanced the gap.
fn advanced(setting: Setting) -> Window {
    let mut window = page(setting);
    let who = "p37".to_owned().into();
    elsewhere(&mut window, Command::AdvanceMoney { collection: FIRST, who, amount: Fen(9_167), door: None });
    window
}

#[test]
fn an_advanced_gap_its_account_and_the_form_of_a_rarer_deed_look_as_designed() {
    let mut window = advanced(Setting::default());
    window.snapshot("collection-advanced");
    click(&mut window, "账目");
    window.snapshot("collection-account");
    click(&mut window, "记一笔…");
    click(&mut window, "别处出…");
    window.snapshot("collection-borne-elsewhere");
}

#[test]
fn an_advanced_gap_and_its_account_look_as_designed_in_english_and_small() {
    let mut window = advanced(Setting { lang: words::Lang::En, ..Setting::small() });
    window.snapshot("collection-advanced-720-english");
    click(&mut window, "Account");
    window.snapshot("collection-account-720-english");
}

/// On the evening itself nobody has been called on yet.
#[test]
fn a_collection_just_begun_looks_as_designed_in_the_dark() {
    let mut window = desk_at(Setting::dark(), OVER);
    window.state_mut().desk.show(Place::Collections);
    settle(&mut window);
    window.snapshot("collection-begun-dark");
}

/// What a nervous hand does: Enter once more. Nobody is written down as having paid who brought nothing.
#[test]
fn given_a_payment_when_enter_is_pressed_again_then_nothing_more_is_taken() {
    let mut window = page(Setting::default());
    focus(&mut window, "金额（元）");
    let before = collection(&window).sums();
    press(&mut window, Key::Enter);
    let once = collection(&window).sums();
    assert!(once.paid > before.paid, "the first is taken");
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    assert_eq!(collection(&window).sums(), once);
    assert!(window.get_by_role_and_label(egui::Role::TextInput, "找一户").is_focused(), "the next is looked for");
}
