//! A meeting is called: its kind chosen, its agenda put in order, its notice given and printed, its template saved.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, click, press, session, settle, window_with};
use deliberation::Command;
use deliberation::agenda::ItemKind;
use deliberation::meeting::Meeting;
use deliberation::template;
use desk::page::Place;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use words::Lang;

/// A community without a meeting, on the meeting page.
fn community(setting: Setting) -> Window {
    let mut window = window_with(setting, |workspace| {
        let path = workspace.places.documents.join("水产宿舍.fz");
        workspace.create(&path, "水产宿舍").unwrap();
    });
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    window
}

/// The same with a meeting of a template, six days before it begins.
fn called(setting: Setting, id: &str) -> Window {
    let mut window = community(setting);
    let lang = window.state().desk.lang();
    let take = |text: &deliberation::rule::Bilingual| words::rule_words::pick(lang, text).to_owned();
    let template = template::find(id).unwrap();
    let start = deliberation::At(common::EVENING.utc_ms + 6 * 86_400_000);
    let mut plan = template.plan(&take, "水产宿舍", start);
    plan.place = take(&deliberation::rule::Bilingual { zh: "社区活动室".into(), en: "Community room".into() });
    let mut commands = vec![Command::PlanMeeting { plan }];
    commands.extend(template.agenda(&take));
    window.state_mut().desk.workspace_mut().session_mut().unwrap().submit_all(commands);
    settle(&mut window);
    window
}

fn meeting(window: &Window) -> Meeting {
    session(window).facts().working_meeting().unwrap().1.clone()
}

fn titles(window: &Window) -> Vec<String> {
    meeting(window).items.iter().map(|item| item.title.clone()).collect()
}

/// Takes an option of a field of choices.
fn choose(window: &mut Window, field: &str, option: &str) {
    window.get_by_role_and_label(Role::ComboBox, field).click();
    window.run_steps(2);
    window.get_by_role_and_label(Role::Button, option).click();
    window.run_steps(2);
    settle(window);
}

/// Writes into a field, whatever stood there.
fn fill(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(egui::Event::Text(text.to_owned()));
    window.run_steps(2);
}

fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn given_the_first_meeting_when_the_owners_assembly_is_taken_then_plan_and_agenda_are_there_and_stay_editable() {
    let mut window = community(Setting::default());
    assert!(shows(&window, "带来的议程"), "the small table is offered first");
    choose(&mut window, "哪一种会", "业主大会");
    fill(&mut window, "地点", "小区广场");
    fill(&mut window, "日期", "2026-07-30");
    fill(&mut window, "请到桌边的各方", "居民、物业，街道办");
    click(&mut window, "定下");
    let plan = meeting(&window).plan;
    assert_eq!((plan.title.as_str(), plan.place.as_str()), ("水产宿舍业主大会会议", "小区广场"));
    assert!(plan.agenda_locks && plan.template == "owners-assembly");
    let notice = plan.notice.unwrap();
    assert_eq!((notice.days, notice.source.unwrap().article.as_str()), (15, "第14条"));
    let parties: Vec<(&str, bool)> =
        plan.parties.iter().map(|one| (one.name.as_str(), one.capacity.is_some())).collect();
    assert_eq!(parties, [("居民", true), ("物业", true), ("街道办", false)]);
    assert_eq!(titles(&window).len(), 5);

    // An item is pressed, changed, and one that no notice named goes again.
    click(&mut window, "3 业主共同决定事项  讨论、表决");
    fill(&mut window, "商量什么", "更换物业公司");
    fill(&mut window, "时间（分钟）", "45");
    click(&mut window, "改好");
    let item = &meeting(&window).items[2];
    assert_eq!((item.title.as_str(), item.budget_ms, item.kind), ("更换物业公司", 45 * 60_000, ItemKind::Proposal));
    click(&mut window, "4 业主提问和答复  讨论");
    click(&mut window, "去掉");
    assert_eq!(titles(&window).len(), 4);
    press(&mut window, Key::F10);
    assert_eq!(titles(&window)[3], "业主提问和答复");

    // Another number of days is not the law's any more.
    click(&mut window, "改安排…");
    fill(&mut window, "会前几天通知", "10");
    click(&mut window, "改好");
    let notice = meeting(&window).plan.notice.unwrap();
    assert_eq!((notice.days, notice.source), (10, None));
}

#[test]
fn given_a_locked_agenda_when_the_notice_is_out_then_what_is_added_is_said_to_be_discussed_only_before_anybody_tries() {
    let mut window = called(Setting::default(), "owners-assembly");
    assert!(shows(&window, "通知晚了 9 天"), "six days are left of fifteen");
    assert!(shows(&window, "要表决的请现在加上"));
    click(&mut window, "已发通知");
    assert!(shows(&window, "议程（已通知）") && shows(&window, "通知里有"));
    assert!(!shows(&window, "补发了通知"));
    press(&mut window, Key::F4);
    assert!(shows(&window, "新加的、改了名的，都只议不决"));
    window.event(egui::Event::Text("换门禁".to_owned()));
    window.run_steps(1);
    press(&mut window, Key::Enter);
    assert!(shows(&window, "5 换门禁  只议不决，通知后新增"), "before the read-back");
    // It is no longer frozen once it is announced too.
    click(&mut window, "补发了通知");
    assert!(!shows(&window, "只议不决，通知后新增"));
}

#[test]
fn given_the_marked_item_when_alt_and_an_arrow_are_pressed_then_it_moves_and_keeps_the_focus() {
    let mut window = called(Setting::default(), "small-table");
    let first = titles(&window)[0].clone();
    window.get_by_label_contains(&format!("1 {first}")).focus();
    window.run_steps(2);
    for place in [1, 2] {
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        settle(&mut window);
        assert_eq!(titles(&window)[place], first);
    }
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    settle(&mut window);
    assert_eq!(titles(&window)[1], first);
    press(&mut window, Key::F10);
    assert_eq!(titles(&window)[2], first, "undone");
}

#[test]
fn given_an_item_when_it_is_dragged_over_another_then_it_takes_its_place() {
    let mut window = called(Setting::default(), "small-table");
    let before = titles(&window);
    let at = |window: &Window, n: usize| {
        window.get_by_label_contains(&format!("{n} {}", titles(window)[n - 1])).rect().center()
    };
    let (from, to) = (at(&window, 4), at(&window, 2));
    window.drag_at(from);
    window.run_steps(2);
    for step in 1_u8..=4 {
        window.hover_at(from + (to - from) * (f32::from(step) / 4.0));
        window.run_steps(1);
    }
    window.drop_at(to);
    settle(&mut window);
    let after = titles(&window);
    assert_eq!((after[1].as_str(), after[2].as_str()), (before[3].as_str(), before[1].as_str()));
}

#[test]
fn the_notice_is_saved_as_word_and_the_agenda_as_a_template_the_next_meeting_can_take() {
    let folder = tempfile::tempdir().unwrap();
    let paper = folder.path().join("通知.docx");
    let mut window = called(Setting::choosing(&paper), "council");
    click(&mut window, "会议通知（Word）…");
    assert!(std::fs::read(&paper).unwrap().starts_with(b"PK"), "a Word file");
    click(&mut window, "把这份议程存为模板…");
    fill(&mut window, "模板叫什么", "我们的议事会");
    click(&mut window, "存为模板");
    assert!(shows(&window, "已存为模板"));
    let own = session(&window).own_templates();
    let saved = own[0].template.as_ref().unwrap();
    assert_eq!((saved.title.zh.as_str(), saved.items.len()), ("我们的议事会", 6));
    assert_eq!(saved.meeting.zh, "{community}居民议事会");
}

#[test]
fn whoever_belongs_at_the_table_and_is_not_there_is_named_at_the_door() {
    let mut window = called(Setting::default(), "joint");
    window.state_mut().desk.show(Place::SignIn);
    settle(&mut window);
    assert!(shows(&window, "桌边还缺：社区、物业、业委会、共建单位"));
    let card = deliberation::text::PersonCard { name: "贺师傅".into(), ..Default::default() };
    let add = Command::AddPerson {
        card: deliberation::text::Sealable::Open(card),
        capacity: deliberation::people::Capacity::Property,
        party: "和润物业".into(),
    };
    let commands = vec![add, Command::SignIn { who: deliberation::Who::Newest }];
    window.state_mut().desk.workspace_mut().session_mut().unwrap().submit_all(commands);
    settle(&mut window);
    assert!(shows(&window, "桌边还缺：社区、业委会、共建单位"));
}

/// What every page says while there is nothing on it yet, and the button that does something about it.
#[test]
fn every_empty_page_says_what_to_do_next_with_the_button_that_does_it() {
    let mut window = community(Setting::default());
    let lead = |window: &mut Window, place, button: &str| {
        window.state_mut().desk.show(place);
        settle(window);
        click(window, button);
        window.state().desk.place()
    };
    assert_eq!(lead(&mut window, Place::Figures, "去导入名册"), Place::Roll);
    assert_eq!(lead(&mut window, Place::Collections, "去会议"), Place::Meeting);
    assert_eq!(lead(&mut window, Place::Matters, "去会议"), Place::Meeting);
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    assert!(shows(&window, "还没有名册") && shows(&window, "导入"));
    window.state_mut().desk.show(Place::Matters);
    settle(&mut window);
    window.get_all_by_label("记一件…").next().unwrap().click();
    settle(&mut window);
    assert!(window.query_by_label("记一件").is_some(), "its form is open");

    // A meeting without items: the banner's button opens the form.
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    choose(&mut window, "哪一种会", "不用模板");
    click(&mut window, "定下");
    assert_eq!(titles(&window), Vec::<String>::new());
    assert!(shows(&window, "议程还是空的"));
    window.get_all_by_label("加一项…").last().unwrap().click();
    settle(&mut window);
    assert!(shows(&window, "新的一项"));
}

#[test]
fn planning_and_the_notice_in_pictures() {
    let mut album = SnapshotResults::new();
    let mut take = |window: &mut Window, name: &str| {
        window.snapshot(name);
        album.extend(window.take_snapshot_results());
    };
    take(&mut community(Setting::default()), "agenda-plan");
    take(&mut community(Setting { lang: Lang::En, ..Setting::small() }), "agenda-plan-720-english");
    take(&mut called(Setting::default(), "owners-assembly"), "agenda-short-notice");
    let mut window = called(Setting { lang: Lang::En, ..Setting::small() }, "four-steps");
    click(&mut window, "Notice given");
    press(&mut window, Key::F4);
    take(&mut window, "agenda-noticed-720-english");
    let mut window = called(Setting::dark(), "owners-assembly");
    click(&mut window, "已发通知");
    let late = Command::AddItem { title: "换门禁".into(), kind: ItemKind::Proposal, minutes: 15, before: None };
    window.state_mut().desk.workspace_mut().session_mut().unwrap().submit(late);
    settle(&mut window);
    take(&mut window, "agenda-late-item-dark");
}
