//! Pages of procedures on the desk and on the screen: every block and field, by name and in pictures. The pages are made by
//! hand and drawn by the functions that draw a running procedure's.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "pages/made.rs"]
mod made;

use std::path::PathBuf;
use std::sync::Arc;

use common::{EVENING, shipped};
use deliberation::Door;
use deliberation::text::BlobHash;
use desk::dialogs::Question;
use desk::meeting::procedure::{Deed, PageBoard};
use desk::page::{Scene, Wish};
use desk::screen::{Aspect, Setting, pages, screen_ui};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, SnapshotResults};
use session::audience::{AudienceView, Card, HeadLine, ProcedureCard, page_blocks};
use session::contract::{Action, Check, Entry, Evidence, Finding, Page, Press, Submission, Value};
use session::{Places, Workspace};
use words::Lang;

const SIZE: Vec2 = vec2(1280.0, 800.0);

/// A page on the desk, over the example's roll.
struct Bench {
    workspace: Workspace,
    board: PageBoard,
    page: Arc<Page>,
    evidence: Vec<BlobHash>,
    answer: Option<(Question, PathBuf)>,
    wishes: Vec<Wish>,
    lang: Lang,
    folder: tempfile::TempDir,
}

type Window = Harness<'static, Bench>;

fn board(lang: Lang, dark: bool, make: impl FnOnce(&mut Bench) -> Page) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let places = Places { config: folder.path().join("config"), documents: folder.path().join("documents") };
    let mut workspace = Workspace::new(places, shipped(), Arc::new(|| ()));
    workspace.prefer(|preferences| preferences.lang = lang);
    workspace.tick(EVENING);
    workspace.open_example().unwrap();
    let empty = Arc::new(Page { headline: String::new(), sections: Vec::new() });
    let mut state = Bench {
        workspace,
        board: PageBoard::default(),
        page: empty,
        evidence: Vec::new(),
        answer: None,
        wishes: Vec::new(),
        lang,
        folder,
    };
    state.page = Arc::new(make(&mut state));
    let theme = if dark { Theme::Dark } else { Theme::Light };
    let mut window = Harness::builder()
        .with_size(SIZE)
        .with_theme(theme)
        .with_max_steps(64)
        .with_render_cursor(false)
        .with_context_setup(desk::look::install)
        .build_ui_state(
            |ui, state: &mut Bench| {
                let whole = ui.ctx().content_rect();
                let ground = desk::look::palette(ui).sheet;
                ui.set_clip_rect(whole);
                ui.painter().rect_filled(whole, egui::CornerRadius::ZERO, ground);
                let answer = state.answer.take();
                let audience = Arc::new(AudienceView::blank(state.lang));
                let Some(session) = state.workspace.session_mut() else { return };
                let mut scene = Scene {
                    session,
                    lang: state.lang,
                    now: EVENING,
                    composing: false,
                    actions: &[],
                    audience: &audience,
                    prepared: None,
                    setting: Setting::default(),
                    screen: desk::status::ScreenState::Off,
                    answer: answer.as_ref(),
                    wishes: &mut state.wishes,
                };
                ui.scope_builder(egui::UiBuilder::new().max_rect(whole.shrink(28.0)), |ui| {
                    state.board.show_ui(ui, &mut scene, "比价", &state.page, &state.evidence);
                });
            },
            state,
        );
    window.run_steps(3);
    window
}

fn deeds(window: &mut Window) -> Vec<Deed> {
    window.state_mut().board.take_deeds()
}

fn actions(window: &mut Window) -> Vec<Action> {
    deeds(window).into_iter().map(|deed| deed.action).collect()
}

fn click(window: &mut Window, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_steps(3);
}

fn fill(window: &mut Window, field: &str, text: &str) {
    let one_line = window.query_by_role_and_label(Role::TextInput, field).is_some();
    let role = if one_line { Role::TextInput } else { Role::MultilineTextInput };
    window.get_by_role_and_label(role, field).focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(1);
    window.event(egui::Event::Text(text.to_owned()));
    window.run_steps(2);
}

fn sees(window: &Window, part: &str) -> bool {
    let has = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.label().is_some_and(|label| label.contains(part)) || node.value().is_some_and(|text| text.contains(part))
    };
    window.query_all_by(has).next().is_some()
}

#[test]
fn a_form_goes_out_as_it_was_typed_and_a_wrong_field_says_so_beside_itself() {
    let mut window = board(Lang::ZhCn, false, |_| made::filling(Lang::ZhCn));
    // Required and empty, and beyond the page's own bound: nothing goes out.
    fill(&mut window, "报价（元）", "9,999.99");
    click(&mut window, "记下报价");
    assert_eq!(actions(&mut window), []);
    assert!(sees(&window, "这一格要填") && sees(&window, "不能大于 5,000.00"));
    // As people type: without a comma, a short day, a door by its digits.
    fill(&mut window, "供应商", "宏清环卫");
    fill(&mut window, "报价（元）", "1650");
    fill(&mut window, "有效期到", "2026-7-18");
    fill(&mut window, "面积（㎡）", "56.3");
    fill(&mut window, "哪一户", "1-3-601");
    window.key_press(Key::Enter);
    window.run_steps(3);
    click(&mut window, "记下报价");
    let entry = |id: &str, value| Entry { id: id.to_owned(), value };
    let door = {
        let roll = &window.state().workspace.session().unwrap().facts().roll;
        u32::try_from(roll.units().iter().position(|unit| unit.door == Door::new("1-3-601")).unwrap()).unwrap()
    };
    let wanted = Submission {
        form: "quote".to_owned(),
        row: None,
        entries: vec![
            entry("firm", Value::Text("宏清环卫".to_owned())),
            entry("price", Value::Money(165_000)),
            entry("days", Value::Integer(3)),
            entry("until", Value::Day(20_652)),
            entry("area", Value::Decimal(session::contract::Decimal { units: 5_630, scale: 2 })),
            entry("way", Value::Choice("low".to_owned())),
            entry("door", Value::Household(door)),
            entry("tax", Value::Flag(true)),
            entry("parts", Value::Choices(vec!["pump".to_owned()])),
            entry("note", Value::Text(String::new())),
        ],
    };
    assert_eq!(actions(&mut window), [Action::Submit(wanted)]);
}

#[test]
fn what_is_half_typed_stays_when_the_page_comes_anew() {
    let mut window = board(Lang::ZhCn, false, |_| made::filling(Lang::ZhCn));
    fill(&mut window, "供应商", "宏清");
    window.state_mut().page = Arc::new(made::filling(Lang::ZhCn));
    window.run_steps(3);
    assert!(sees(&window, "宏清"));
}

#[test]
fn a_closed_button_does_nothing_and_an_open_one_is_pressed() {
    let mut window = board(Lang::ZhCn, false, |_| made::comparing(Lang::ZhCn));
    assert!(sees(&window, "已经有三家报价"));
    assert!(sees(&window, "顺达疏通 不能选 61.0 分"));
    click(&mut window, "作废");
    click(&mut window, "选最低的");
    let press = Press { button: "take".to_owned(), row: None };
    assert_eq!(actions(&mut window), [Action::Press(press)]);
}

#[test]
fn headings_sort_a_filter_narrows_and_a_row_is_acted_on_in_the_plugins_own_order() {
    let mut window = board(Lang::ZhCn, false, |_| made::sharing(Lang::ZhCn, 300, 36, false));
    let first = |window: &Window| {
        let text = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.label().or_else(|| node.value());
        let row = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == Role::Label
                && text(node).is_some_and(|text| text.starts_with("1-") && text.contains("单元 "))
        };
        let rows = window.query_all_by(row);
        let mut rows: Vec<(f32, String)> =
            rows.map(|node| (node.rect().top(), text(&node.accesskit_node()).unwrap_or_default())).collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        rows.into_iter().next().unwrap().1
    };
    click(&mut window, "按面积（㎡）排序");
    assert!(first(&window).contains("50.00"), "{}", first(&window));
    click(&mut window, "面积（㎡），从小到大");
    let largest = (0..300i64).map(|row| 5_000 + row * 37 % 4_000).max().unwrap();
    assert!(first(&window).contains(&amounts::scaled::grouped(largest, 2)), "{}", first(&window));
    click(&mut window, "面积（㎡），从大到小");
    fill(&mut window, "筛选", "1-1-102 2 单元");
    assert!(sees(&window, "行，共 300 行"));
    let buttons: Vec<_> = window.query_all_by_role_and_label(Role::Button, "怎么算的").collect();
    assert!(!buttons.is_empty());
    buttons[0].click();
    drop(buttons);
    window.run_steps(2);
    // The second household of every 36 stands on the second stair in row 1, 37, 73 …: none is counted anew by the filter.
    assert_eq!(actions(&mut window), [Action::Press(Press { button: "why".to_owned(), row: Some(1) })]);
}

#[test]
fn a_table_is_copied_as_it_is_shown_with_names_for_the_desk_alone() {
    let mut window = board(Lang::ZhCn, false, |_| made::sharing(Lang::ZhCn, 300, 36, false));
    fill(&mut window, "筛选", "1-1-101");
    window.get_by_role_and_label(Role::Button, "复制").click();
    let copied = (0..4).find_map(|_| {
        window.run_steps(1);
        window.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    let copied = copied.expect("the table was copied");
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines[0], "房号\t业主\t单元\t面积（㎡）\t减免\t应分（元）");
    assert!(lines[1].starts_with("1-1-101\t史娥凤\t"), "{}", lines[1]);
    assert!(lines.len() > 2 && lines[1..].iter().all(|line| line.starts_with("1-1-101\t")));
}

#[test]
fn a_frame_with_twenty_thousand_rows_makes_only_those_that_are_seen() {
    let mut window = board(Lang::ZhCn, false, |_| made::sharing(Lang::ZhCn, 20_000, 36, true));
    let once = window.state().board.laid_out();
    for _ in 0..20 {
        window.run_steps(1);
        assert!(window.state().board.rows_drawn() <= 40, "{} rows", window.state().board.rows_drawn());
        assert!(window.state().board.rows_drawn() > 5);
    }
    assert_eq!(window.state().board.laid_out(), once, "the rows are worked out once, not a frame");
    click(&mut window, "按应分（元）排序");
    window.run_steps(5);
    assert_eq!(window.state().board.laid_out(), once + 1);
}

#[test]
fn a_measured_number_finds_by_its_limit_and_a_photo_goes_along_by_hash_and_caption() {
    let mut window = board(Lang::ZhCn, false, |_| made::checking(Lang::ZhCn, None));
    window.get_all_by_role_and_label(Role::TextInput, "实测（米）").last().unwrap().focus();
    window.run_steps(2);
    window.event(egui::Event::Text("6.2".to_owned()));
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    let check = |item: &str, finding, measured, note: &str, evidence| {
        let (checklist, item, note) = ("west".to_owned(), item.to_owned(), note.to_owned());
        Action::Check(Check { checklist, item, finding, measured, note, evidence })
    };
    assert_eq!(actions(&mut window), [check("exit", Finding::Met, Some(62), "", Vec::new())]);

    // The third item asks for a photo.
    assert!(sees(&window, "要附照片或文件"));
    window.get_all_by_role_and_label(Role::Button, "附照片或文件…").nth(2).unwrap().click();
    window.run_steps(2);
    let asked = Question::PickEvidence { list: "west".to_owned(), item: "roof".to_owned() };
    assert!(window.state().wishes.contains(&Wish::Ask(asked.clone())));
    let path = window.state().folder.path().join("棚顶.png");
    image::DynamicImage::new_rgb8(40, 30).save(&path).unwrap();
    window.state_mut().answer = Some((asked, path));
    window.run_steps(3);
    fill(&mut window, "照片说明", "东门的棚顶");
    window.get_all_by_role_and_label(Role::Button, "符合").nth(2).unwrap().click();
    window.run_steps(3);
    let sent = deeds(&mut window);
    let [Deed { action: Action::Check(check), evidence }] = sent.as_slice() else { panic!("{sent:?}") };
    let [read] = evidence.as_slice() else { panic!("one file was expected") };
    let wanted = Evidence { hash: read.hash().to_string(), caption: "东门的棚顶".to_owned() };
    assert_eq!((check.item.as_str(), check.finding, &check.evidence), ("roof", Finding::Met, &vec![wanted]));
}

#[test]
fn what_is_no_picture_is_said_beside_its_item_and_nothing_goes_out() {
    let mut window = board(Lang::ZhCn, false, |_| made::checking(Lang::ZhCn, None));
    let path = window.state().folder.path().join("说明.docx");
    std::fs::write(&path, b"PK\x03\x04").unwrap();
    let asked = Question::PickEvidence { list: "west".to_owned(), item: "roof".to_owned() };
    window.state_mut().answer = Some((asked, path));
    window.run_steps(3);
    assert!(sees(&window, "说明.docx"));
    assert_eq!(actions(&mut window), []);
}

#[test]
fn a_hash_nobody_attached_shows_nothing() {
    let stray = "0a".repeat(32);
    let window = board(Lang::ZhCn, false, |_| made::checking(Lang::ZhCn, Some(&stray)));
    assert!(sees(&window, "西墙外的燃气管 已经删除"));
}

/// One picture after the other.
#[derive(Default)]
struct Album(SnapshotResults);

impl Album {
    fn add(&mut self, name: &str, mut window: Window) {
        window.snapshot(name);
        self.0.extend(window.take_snapshot_results());
    }
}

#[test]
fn pages_in_pictures() {
    let mut album = Album::default();
    let (zh, en) = (Lang::ZhCn, Lang::En);
    album.add("pages-form", board(zh, false, |_| made::filling(zh)));
    let mut wrong = board(zh, false, |_| made::filling(zh));
    fill(&mut wrong, "报价（元）", "一千六");
    click(&mut wrong, "记下报价");
    album.add("pages-form-wrong", wrong);
    album.add("pages-comparing", board(zh, false, |_| made::comparing(zh)));
    album.add("pages-comparing-en", board(en, false, |_| made::comparing(en)));
    album.add("pages-checklist", board(zh, false, |_| made::checking(zh, None)));
    album.add("pages-checklist-dark", board(zh, true, |_| made::checking(zh, None)));
    album.add("pages-checklist-en", board(en, false, |_| made::checking(en, None)));
    let mut long = board(zh, false, |_| made::sharing(zh, 20_000, 36, true));
    click(&mut long, "按应分（元）排序");
    album.add("pages-table-long", long);
}

fn card(lang: Lang, page: &Page) -> AudienceView {
    let doors: Vec<Door> =
        (1..=3).flat_map(|stair| (1..=12).map(move |flat| Door::new(format!("1-{stair}-{flat:02}")))).collect();
    let title = made::say(lang, "比价", "Comparing quotes");
    let head = HeadLine { item: made::say(lang, "第 2 项", "Item 2"), what: title.clone(), right: String::new() };
    let blocks = page_blocks(lang, &doors, &title, page);
    let card = ProcedureCard { head, headline: page.headline.clone(), blocks };
    AudienceView { page: 0, card: Card::Procedure(card), ..AudienceView::blank(lang) }
}

#[test]
fn the_room_sees_no_form_no_button_and_no_private_column() {
    for page in [made::filling(Lang::ZhCn), made::comparing(Lang::ZhCn), made::sharing(Lang::ZhCn, 30, 30, true)] {
        let Card::Procedure(card) = card(Lang::ZhCn, &page).card else { panic!("a procedure's card was expected") };
        let drawn = format!("{card:?}");
        for hidden in ["low income", "减免", "记下报价", "选最低的", "供应商"] {
            assert!(!drawn.contains(hidden), "{hidden} is on the screen: {drawn}");
        }
    }
}

#[test]
fn a_long_table_is_paged_or_looked_up_and_never_drawn_smaller() {
    let short = pages(&card(Lang::ZhCn, &made::sharing(Lang::ZhCn, 36, 36, true)), Setting::default());
    assert!((2..=24).contains(&short), "{short} pages");
    let long = pages(&card(Lang::ZhCn, &made::sharing(Lang::ZhCn, 20_000, 36, true)), Setting::default());
    assert!(long <= 3, "{long} pages of a list that is looked up");
}

#[test]
fn cards_in_pictures() {
    let mut results = SnapshotResults::new();
    let zh = Lang::ZhCn;
    let old = Setting { aspect: Aspect::ALL[2], ..Setting::default() };
    let wide = vec2(1920.0, 1080.0);
    let shots = [
        ("pages-screen-comparing-1", made::comparing(zh), 0, Setting::default(), wide),
        ("pages-screen-comparing-2", made::comparing(zh), 1, Setting::default(), wide),
        ("pages-screen-comparing-3", made::comparing(zh), 2, Setting::default(), wide),
        ("pages-screen-checklist", made::checking(zh, None), 0, Setting::default(), wide),
        ("pages-screen-checklist-old", made::checking(zh, None), 0, old, vec2(1024.0, 768.0)),
        ("pages-screen-table", made::sharing(zh, 20_000, 36, false), 0, Setting::default(), wide),
    ];
    for (name, page, at, setting, size) in shots {
        let mut view = card(zh, &page);
        view.page = at;
        let mut harness =
            Harness::builder().with_size(size).with_context_setup(desk::look::install).build_ui(move |ui| {
                let rect = ui.ctx().content_rect();
                screen_ui(ui, rect, &view, setting, EVENING);
            });
        harness.run_steps(2);
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
}
