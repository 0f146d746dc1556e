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
