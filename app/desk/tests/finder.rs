//! The palette: found by name, pinyin and initials, only what acts here, taken by keys alone. And the size of letters.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{SMALL, Setting, Window, press, session, settle, type_text, window, window_with};
use deliberation::{Command, Who};
use desk::action::Action;
use desk::page::Place;
use egui::{Event, ImeEvent, Key, Modifiers, vec2};
use egui_kittest::SnapshotResults;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use words::Lang;

fn example(setting: Setting) -> Window {
    let mut window = window_with(setting, |workspace| workspace.open_example().unwrap());
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    window
}

fn palette(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(window);
}

fn open_meeting(window: &mut Window) {
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    let [chair, recorder] = ["1-1-101", "1-1-102"].map(|door| Who::from(door.to_owned()));
    assert!(session.submit_and_settle(Command::OpenMeeting { chair, recorder, counters: Vec::new() }).is_done());
    settle(window);
}

fn options(window: &Window) -> Vec<String> {
    window.get_all_by_role(egui::Role::ListBoxOption).map(|node| node.accesskit_node().label().unwrap()).collect()
}

#[test]
fn a_page_is_reached_by_the_initials_of_its_name_and_enter() {
    let mut window = example(Setting::default());
    palette(&mut window);
    type_text(&mut window, "mc");
    assert_eq!(options(&window)[0], "去：名册");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().desk.place(), Place::Roll);
    assert!(window.query_by_role(egui::Role::ListBoxOption).is_none(), "the palette is gone");
}

#[test]
fn arrows_choose_esc_puts_it_away_and_does_not_blank() {
    let mut window = example(Setting::default());
    palette(&mut window);
    let names = options(&window);
    let chosen = |window: &Window| {
        let marked = |name: &&String| {
            let node = window.get_by_role_and_label(egui::Role::ListBoxOption, name.as_str());
            node.accesskit_node().is_selected() == Some(true)
        };
        names.iter().filter(marked).cloned().collect::<Vec<_>>()
    };
    assert_eq!(chosen(&window), names[..1]);
    for _ in 0..3 {
        press(&mut window, Key::ArrowDown);
    }
    press(&mut window, Key::ArrowUp);
    assert_eq!(chosen(&window), names[2..3]);
    press(&mut window, Key::Escape);
    assert!(window.query_by_role(egui::Role::ListBoxOption).is_none());
    assert!(!session(&window).stage.is_blank());
}

#[test]
fn only_what_acts_here_is_offered() {
    let has = |window: &Window, action: Action| options(window).contains(&action.name(Lang::ZhCn));
    let mut home = window(Setting::default());
    palette(&mut home);
    assert!(has(&home, Action::Open) && has(&home, Action::Example) && has(&home, Action::Help));
    for action in [Action::RaiseHand, Action::Undo, Action::OpenVote, Action::Blank, Action::CallYes] {
        assert!(!has(&home, action), "{action:?} without a file");
    }
    let mut window = example(Setting::default());
    palette(&mut window);
    assert!(has(&window, Action::SignIn) && has(&window, Action::Blank) && has(&window, Action::Preflight));
    for action in [Action::RaiseHand, Action::OpenVote, Action::CallYes, Action::Example, Action::Redo] {
        assert!(!has(&window, action), "{action:?} before the opening");
    }
    press(&mut window, Key::Escape);
    open_meeting(&mut window);
    palette(&mut window);
    assert!(has(&window, Action::RaiseHand) && has(&window, Action::OpenVote) && !has(&window, Action::CallYes));
}

#[test]
fn what_is_taken_is_done_as_by_its_key_and_undo_stands_there_by_the_name_of_its_deed() {
    let mut window = example(Setting::default());
    let snapshot = session(&window).snapshot().clone();
    let undo = words::undo_label(Lang::ZhCn, &snapshot.facts, snapshot.as_ref(), snapshot.undoable.as_ref().unwrap());
    palette(&mut window);
    assert!(options(&window).contains(&undo), "{undo}");
    type_text(&mut window, "zheping");
    assert_eq!(options(&window).first(), Some(&Action::Blank.name(Lang::ZhCn)));
    press(&mut window, Key::Enter);
    assert!(session(&window).stage.is_blank());
}

#[test]
fn enter_that_ends_a_composition_takes_nothing_and_f8_still_blanks_over_the_palette() {
    let mut window = example(Setting::default());
    palette(&mut window);
    window.event(Event::Ime(ImeEvent::Preedit { text: "mingce".into(), active_range_chars: None }));
    window.run_steps(1);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().desk.place(), Place::Meeting);
    press(&mut window, Key::F8);
    assert!(session(&window).stage.is_blank());
    window.event(Event::Ime(ImeEvent::Commit("名册".into())));
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().desk.place(), Place::Roll);
}

#[test]
fn whoever_looks_for_a_way_out_of_the_program_finds_the_pages_that_have_one() {
    let mut window = example(Setting::default());
    palette(&mut window);
    type_text(&mut window, "导出");
    let found = options(&window);
    assert!(found.iter().any(|name| name.contains("记录台")), "{found:?}");
    assert!(found.iter().any(|name| name.contains("收缴")), "{found:?}");
}

#[test]
fn nothing_found_says_what_to_do() {
    let mut window = example(Setting::default());
    palette(&mut window);
    type_text(&mut window, "zzzz");
    window.get_by_label_contains("没有找到");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().desk.place(), Place::Meeting);
}

#[test]
fn letters_grow_by_keys_are_remembered_and_never_outgrow_the_window() {
    let mut window = example(Setting::default());
    let larger = |window: &mut Window| {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
        settle(window);
    };
    larger(&mut window);
    assert_eq!(window.state().desk.workspace().preferences.text(), 110);
    assert!((window.ctx.zoom_factor() - 1.1).abs() < 0.001);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    settle(&mut window);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.001);
    let kept = session::preferences::Preferences::load(&window.state().desk.workspace().places.config);
    assert_eq!(kept.text(), 100);

    let mut small = example(Setting { size: SMALL, ..Setting::default() });
    larger(&mut small);
    assert!((small.ctx.zoom_factor() - 1.0).abs() < 0.001);
    small.get_by_label_contains("这个窗口最多放到 100%");
}

#[test]
fn the_letters_of_the_desk_leave_the_picture_of_the_screen_alone() {
    let window = example(Setting::default());
    let (view, setting) = window.state().desk.audience();
    let picture = |zoom: f32| {
        let size = vec2(1280.0, 720.0);
        let (view, now) = (view.clone(), common::EVENING);
        let mut harness = egui_kittest::Harness::builder()
            .with_size(size / zoom)
            .with_pixels_per_point(zoom)
            .with_context_setup(desk::look::install)
            .build_ui(move |ui| {
                let whole = ui.ctx().content_rect();
                ui.set_clip_rect(whole);
                desk::screen::screen_ui(ui, whole, &view, setting, now);
            });
        harness.run_steps(2);
        harness.render().unwrap()
    };
    let (usual, larger) = (picture(1.0), picture(1.5));
    assert_eq!(usual.dimensions(), larger.dimensions());
    let pairs = usual.pixels().zip(larger.pixels());
    let off = pairs.filter(|(one, other)| one.0.iter().zip(other.0).any(|(a, b)| a.abs_diff(b) > 48)).count();
    // Edges of letters fall between pixels otherwise; another size or place would change ten times as many.
    assert!(off < 1280 * 720 / 100, "{off} of {} pixels differ", 1280 * 720);
}

#[test]
fn pictures_of_the_palette() {
    let mut results = SnapshotResults::new();
    for (name, setting) in [
        ("finder", Setting::default()),
        ("finder-dark", Setting::dark()),
        ("finder-en", Setting::english()),
        ("finder-720", Setting::small()),
    ] {
        let mut window = example(setting);
        palette(&mut window);
        window.snapshot(name);
        results.extend(window.take_snapshot_results());
    }
    let mut window = example(Setting::default());
    palette(&mut window);
    type_text(&mut window, "ty");
    window.snapshot("finder-query");
    results.extend(window.take_snapshot_results());
    let mut window = window_with(Setting { size: vec2(1920.0, 1080.0), ..Setting::default() }, |workspace| {
        workspace.open_example().unwrap();
        workspace.prefer(|preferences| preferences.text_percent = 150);
    });
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    window.snapshot("shell-letters-150");
    results.extend(window.take_snapshot_results());
}
