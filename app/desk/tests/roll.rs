//! The roll: read and looked over before it comes in, every refused row by name; the list, one household, an erasure.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, click, data, press, session, settle, type_text, window_with};
use desk::page::Place;
use egui::Key;
use egui_kittest::kittest::Queryable as _;

/// A new community on its import page with this roll.
fn importing(file: &str) -> Window {
    let mut window = window_with(Setting::choosing(data(file)), |workspace| {
        let path = workspace.places.documents.join("水产宿舍.fz");
        workspace.create(&path, "水产宿舍").unwrap();
    });
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    window.get_all_by_label("导入名册…").next().unwrap().click();
    settle(&mut window);
    window
}

#[test]
fn given_a_bad_roll_then_every_refused_row_is_named_with_what_to_do_and_nothing_is_written() {
    let mut window = importing("roll-bad.csv");
    let before = session(&window).snapshot().seq;
    for sentence in [
        "房号 1-1-101 重复",
        "第 2 行是甲，这一行是乙，面积也不一样；请改好其中一行再导一次",
        "1-1-102 没有面积",
        "1-1-201 面积是 -5",
        "1-1-202 面积写作“五十六”",
        "己没有房号",
    ] {
        window.get_by_label(sentence);
    }
    window.get_by_label("可以导入 3");
    window.get_by_label("退回 5");
    window.get_by_label("第 8 行 1-1-301 庚 全角数字，读作 60.50");
    press(&mut window, Key::Escape);
    assert_eq!(session(&window).snapshot().seq, before, "leaving writes nothing");
    assert_eq!(window.state().desk.place(), Place::Roll);
}

#[test]
fn given_a_row_without_area_when_a_person_takes_it_as_not_known_then_it_comes_in_without_one() {
    let mut window = importing("roll-bad.csv");
    window.get_by_label("导入 3 户");
    click(&mut window, "面积不详，先导入");
    click(&mut window, "导入 4 户");
    let roll = &session(&window).facts().roll;
    assert_eq!(roll.units().len(), 4);
    assert_eq!(roll.doors_without_area().map(deliberation::Door::as_str).collect::<Vec<_>>(), ["1-1-102"]);
    assert_eq!(window.state().desk.place(), Place::Roll);
}

#[test]
fn given_one_name_and_phone_on_two_doors_when_confirmed_then_they_are_one_head_and_else_two() {
    let mut window = importing("roll-shuichan.csv");
    click(&mut window, "导入 36 户");
    assert_eq!(session(&window).facts().roll.heads().len(), 36);
    let mut window = importing("roll-shuichan.csv");
    click(&mut window, "是同一个人");
    click(&mut window, "导入 36 户");
    assert_eq!(session(&window).facts().roll.heads().len(), 35);
}

#[test]
fn given_a_workbook_then_its_sheet_is_named_and_titles_and_sums_are_skipped() {
    let window = importing("roll-shuichan.xlsx");
    window.get_by_label("导入 36 户");
    window.get_by_label("换一张表");
    assert!(window.query_all_by_label_contains("标题，跳过").next().is_some());
}

#[test]
fn given_another_meaning_for_a_column_then_the_rows_are_read_again() {
    let mut window = importing("roll-shuichan.csv");
    click(&mut window, "人口");
    click(&mut window, "没有");
    click(&mut window, "导入 36 户");
    assert!(session(&window).facts().roll.residents(deliberation::ids::UnitIx(0)).is_none());
}

#[test]
fn given_a_file_that_is_no_table_then_the_banner_says_so_and_stays_where_one_was() {
    let window = importing("nothing.pdf");
    assert_eq!(window.state().desk.place(), Place::Roll);
    assert!(window.state().desk.complaint().is_some());
}

#[test]
fn given_ten_thousand_rows_then_only_those_in_sight_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    let rows = (1..=10_000).map(|n| format!("{}-{},业主{n},60.00", n / 100 + 1, 100 + n % 100));
    let lines: Vec<String> = std::iter::once("房号,业主,建筑面积".to_owned()).chain(rows).collect();
    std::fs::write(&path, lines.join("\n")).unwrap();
    let mut window = window_with(Setting::choosing(&path), |workspace| {
        let path = workspace.places.documents.join("large.fz");
        workspace.create(&path, "万都小区").unwrap();
    });
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    window.get_all_by_label("导入名册…").next().unwrap().click();
    settle(&mut window);
    click(&mut window, "导入 10,000 户");
    let rows = window.query_all_by(|node| node.role() == egui::Role::Row).count();
    assert!((10..60).contains(&rows), "{rows} rows were made");
}

fn example() -> Window {
    let mut window = window_with(Setting::default(), |workspace| workspace.open_example().unwrap());
    window.state_mut().desk.show(Place::Roll);
    settle(&mut window);
    window
}

#[test]
fn given_pinyin_in_the_search_then_the_household_is_found_and_its_card_shown() {
    let mut window = example();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
    settle(&mut window);
    type_text(&mut window, "maosu");
    window.get_by_label("找到 2 户");
    let row = window.query_all_by(|node| node.role() == egui::Role::Row).next().unwrap();
    row.click();
    settle(&mut window);
    window.get_by_label("1-2-101、1-3-401");
}

#[test]
fn given_a_person_when_their_data_are_erased_then_it_is_asked_first_and_door_and_area_stay() {
    let mut window = example();
    let row = window.query_all_by(|node| node.role() == egui::Role::Row).next().unwrap();
    row.click();
    settle(&mut window);
    click(&mut window, "删除个人资料…");
    let (heads, area) = (session(&window).facts().roll.heads().len(), session(&window).facts().roll.area());
    press(&mut window, Key::Escape);
    let owner = session(&window).facts().roll.heads()[0].person;
    assert!(session(&window).snapshot().card(owner).is_some(), "Esc leaves it");
    click(&mut window, "删除个人资料…");
    click(&mut window, "删除");
    assert!(session(&window).snapshot().card(owner).is_none());
    assert_eq!((session(&window).facts().roll.heads().len(), session(&window).facts().roll.area()), (heads, area));
    window.get_by_label("个人资料已经删除，房号、面积和票数都还在");
}

/// Marks a household by its door.
fn mark(window: &mut Window, door: &str) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
    settle(window);
    type_text(window, door);
    let row = window.query_all_by(|node| node.role() == egui::Role::Row).next().unwrap();
    row.click();
    settle(window);
}

fn fill(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(egui::Role::TextInput, field).focus();
    window.run_steps(2);
    type_text(window, text);
}

fn facts(window: &Window) -> &deliberation::Facts {
    session(window).facts()
}

#[test]
fn given_an_area_when_it_is_corrected_with_a_comma_then_it_stands_with_its_source_and_the_change_is_listed() {
    let mut window = example();
    mark(&mut window, "1-1-101");
    window.get_by_label("56.38 ㎡（名册）");
    click(&mut window, "更正面积…");
    fill(&mut window, "面积（㎡）", "很大");
    window.get_by_label_contains("请写成数字");
    press(&mut window, Key::Escape);
    click(&mut window, "更正面积…");
    fill(&mut window, "面积（㎡）", "45,83");
    click(&mut window, "登记簿");
    click(&mut window, "更正");
    window.get_by_label("45.83 ㎡（登记簿）");
    click(&mut window, "名册变动");
    window.get_by_label_contains("1-1-101 更正面积");
    window.get_by_label_contains("导入名册，36 户");
    press(&mut window, Key::Escape);
    assert!(window.query_by_label_contains("1-1-101 更正面积").is_none());
}

#[test]
fn given_a_sale_when_the_unit_is_transferred_then_the_first_new_owner_votes_and_another_can() {
    let mut window = example();
    mark(&mut window, "1-1-102");
    let before = facts(&window).roll.heads().len();
    click(&mut window, "过户…");
    fill(&mut window, "新业主姓名", "秦新");
    fill(&mut window, "新业主电话", "13900001111");
    click(&mut window, "加一位共有人");
    fill(&mut window, "第 2 位姓名", "秦晓");
    click(&mut window, "过户");
    let door = deliberation::Door::new("1-1-102");
    let voter = |window: &Window| session(window).snapshot().name(facts(window).roll.voter(&door).unwrap()).to_owned();
    assert_eq!((voter(&window), facts(&window).roll.heads().len()), ("秦新".to_owned(), before));
    click(&mut window, "改由秦晓表决");
    assert_eq!(voter(&window), "秦晓");
    assert_eq!(facts(&window).roll.heads().len(), before, "co-owners stay one head");
}

#[test]
fn given_undelivered_units_then_the_developer_is_one_head_until_they_are_delivered() {
    let mut window = example();
    mark(&mut window, "1-3");
    let heads = facts(&window).roll.heads().len();
    click(&mut window, "未交付…");
    // What the search shows can be held in one go.
    click(&mut window, "列表里的 14 户");
    fill(&mut window, "开发商名称", "万都置业");
    click(&mut window, "由开发商表决");
    let roll = &facts(&window).roll;
    let held = 14;
    let developer = roll.voter(&deliberation::Door::new("1-3-101")).unwrap();
    assert_eq!(session(&window).snapshot().name(developer), "万都置业");
    assert_eq!(roll.head(developer).unwrap().units.len(), held);
    assert!(roll.heads().len() < heads);
    window.get_by_label(&format!("未交付 {held}"));
    click(&mut window, "已经交付");
    assert_eq!(facts(&window).roll.head(developer).unwrap().units.len(), held - 1);
}

#[test]
fn given_doors_without_area_then_they_are_a_part_of_the_list_until_the_last_came_in() {
    let mut window = importing("roll-bad.csv");
    click(&mut window, "面积不详，先导入");
    click(&mut window, "导入 4 户");
    click(&mut window, "没有面积 1");
    window.get_by_label("找到 1 户");
    let rows = window.query_all_by(|node| node.role() == egui::Role::Row).count();
    assert_eq!(rows, 1);
    window.query_all_by(|node| node.role() == egui::Role::Row).next().unwrap().click();
    settle(&mut window);
    click(&mut window, "更正面积…");
    fill(&mut window, "面积（㎡）", "60.5");
    press(&mut window, Key::Enter);
    assert_eq!(facts(&window).roll.doors_without_area().count(), 0);
    assert!(window.query_by_label_contains("没有面积").is_none());
}

#[test]
fn given_one_name_and_phone_years_after_the_import_then_it_is_proposed_with_the_reason_and_a_person_confirms() {
    let mut window = importing("roll-shuichan.csv");
    click(&mut window, "导入 36 户");
    window.get_by_label("毛素有 2 套，算 1 人，面积相加");
    window.get_by_label("1-2-101、1-3-401，同名同电话；请确认是同一个人");
    assert_eq!(facts(&window).roll.heads().len(), 36);
    click(&mut window, "是同一个人");
    assert_eq!(facts(&window).roll.heads().len(), 35);
    assert!(window.query_by_label_contains("同名同电话").is_none(), "what is confirmed is proposed no more");
}
