//! Taking a procedure in at the desk: the sheet a person reads, what a refused file says, adopting, retiring.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use std::path::PathBuf;

use common::{Setting, Window, click, press, session, settle, window_with};
use desk::page::Place;
use egui::Key;
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::Queryable as _;
use words::{Lang, t};

const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");

/// The example's file on the page of procedures, and a procedure's file of this name in the folder beside it.
fn procedures(lang: Lang, bytes: &[u8]) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("邻里分摊.fz.wasm");
    std::fs::write(&path, bytes).unwrap();
    let setting = Setting { lang, ..Setting::choosing(&path) };
    let mut window = window_with(setting, |workspace| workspace.open_example().unwrap());
    window.state_mut().desk.show(Place::Procedures);
    settle(&mut window);
    (window, folder)
}

/// The shipped procedure with a word in a section nobody reads: another file, another hash.
fn another() -> Vec<u8> {
    [PROCEDURE, &[0, 2, 1, b'x']].concat()
}

fn bring(window: &mut Window, lang: Lang) {
    click(window, &t(lang, "adoption-bring"));
    settle(window);
}

#[test]
fn given_a_sound_file_then_its_sheet_is_read_first_and_adopting_puts_it_on_the_list() {
    let mut album = SnapshotResults::new();
    for (lang, name) in [(Lang::ZhCn, "procedures-sheet"), (Lang::En, "procedures-sheet-en")] {
        let (mut window, _folder) = procedures(lang, &another());
        bring(&mut window, lang);
        window.get_by_label(&t(lang, "adoption-reads-never"));
        window.get_by_label(&t(lang, "adoption-read-first"));
        assert!(session(&window).facts().adopted.is_empty(), "nothing is recorded before it was read");
        window.snapshot(name);
        album.extend(window.take_snapshot_results());
        click(&mut window, &t(lang, "adoption-adopt"));
        assert_eq!(session(&window).facts().adopted.len(), 1);
        let adopted = session(&window).facts().adopted[0].plugin.sha256.to_string();
        let groups: Vec<&str> = (0..8).map(|at| &adopted[at * 8..at * 8 + 8]).collect();
        window.get_by_label(&groups.join(" "));
        click(&mut window, &t(lang, "adoption-retire"));
        assert!(session(&window).facts().adopted[0].retired.is_some());
        // The shipped one of the same id is there again.
        assert!(window.query_by_label(&t(lang, "adoption-retire")).is_none());
        assert!(window.query_all_by_label("fee-apportionment").next().is_some());
    }
}

#[test]
fn given_the_sheet_when_somebody_does_not_want_it_then_nothing_is_kept_of_it() {
    let (mut window, _folder) = procedures(Lang::ZhCn, &another());
    bring(&mut window, Lang::ZhCn);
    click(&mut window, "不采用");
    assert!(session(&window).facts().adopted.is_empty() && session(&window).examining().is_none());
    window.get_by_label("从文件装入…");
}

#[test]
fn given_a_file_that_is_none_then_a_sentence_says_so_and_what_its_author_needs_is_one_click_away() {
    let (mut window, _folder) = procedures(Lang::ZhCn, &PROCEDURE[..PROCEDURE.len() / 2]);
    bring(&mut window, Lang::ZhCn);
    window.get_by_label("没有采用“邻里分摊.fz.wasm”");
    window.get_by_label_contains("这个文件不是本版本能用的程序");
    assert!(window.query_by_label_contains("no whole component").is_none());
    click(&mut window, "详情");
    window.get_by_label_contains("no whole component");
    window.snapshot("procedures-refused");
    press(&mut window, Key::Escape);
    window.get_by_label("从文件装入…");
    assert!(session(&window).facts().adopted.is_empty());
}
