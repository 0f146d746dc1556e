//! A rehearsal in the windows: begun from the home page and from a planned meeting, played, taken over, left.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;

use common::{Setting, Window, click, press, session, settle, type_text, window, window_with};
use deliberation::meeting::Phase;
use desk::page::Place;
use desk::screen::screen_ui;
use egui::vec2;
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotResults};
use session::Subject;

fn shows(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Frames a tenth of a second apart; what was sent is durable before the next.
fn frames(window: &mut Window, count: usize) {
    for _ in 0..count {
        let now = &mut window.state_mut().now;
        (now.mono_ms, now.utc_ms) = (now.mono_ms + 100, now.utc_ms + 100);
        window.run_steps(1);
        if let Some(session) = window.state_mut().desk.workspace_mut().session_mut() {
            session.settle();
        }
    }
    window.run_steps(2);
}

fn played(window: &Window) -> Option<(usize, usize)> {
    window.state().desk.workspace().rehearsal().and_then(session::Rehearsal::played)
}

#[test]
fn given_the_home_page_when_the_made_up_community_is_rehearsed_then_it_plays_steps_and_is_taken_over() {
    let mut window = window(Setting::default());
    click(&mut window, "演练一遍…");
    click(&mut window, "200 户的小区（编造的）");
    assert_eq!(window.state().desk.place(), Place::Meeting);
    assert!(shows(&window, "副本，不影响真的文件") && session(&window).rehearses());
    assert_eq!(played(&window).map(|(done, _)| done), Some(0), "it stands until somebody lets it go");
    frames(&mut window, 20);
    assert_eq!(played(&window).map(|(done, _)| done), Some(0));

    click(&mut window, "走一步");
    frames(&mut window, 2);
    assert_eq!(played(&window).map(|(done, _)| done), Some(1));
    click(&mut window, "60 倍");
    click(&mut window, "放映");
    frames(&mut window, 40);
    let done = played(&window).unwrap().0;
    assert!(done > 5, "{done} lines in four seconds at sixty times the speed");
    click(&mut window, "暂停");
    let stood = played(&window);
    frames(&mut window, 20);
    assert_eq!(played(&window), stood);

    click(&mut window, "自己来");
    assert!(played(&window).is_none() && shows(&window, "由你来操作"));
    assert!(window.query_by_label("放映").is_none());
    click(&mut window, "离开演练");
    assert_eq!(window.state().desk.place(), Place::Home);
    assert!(window.state().desk.workspace().session().is_none() && !shows(&window, "不影响真的文件"));
    assert!(window.state().desk.workspace().preferences.recent.is_empty());
}

#[test]
fn given_a_planned_meeting_when_it_is_rehearsed_then_leaving_shows_the_meeting_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("kept.fz");
    let mut window = window_with(Setting::choosing(&kept), |workspace| workspace.open_example().unwrap());
    window.state_mut().desk.show(Place::Meeting);
    settle(&mut window);
    let path = session(&window).path().to_owned();
    click(&mut window, "先演练一遍");
    assert_ne!(session(&window).path(), path);
    click(&mut window, "60 倍");
    click(&mut window, "放映");
    frames(&mut window, 200);
    assert!(session(&window).facts().open_meeting().is_some());
    click(&mut window, "存一份…");
    assert!(kept.exists());
    click(&mut window, "离开演练");
    assert_eq!(session(&window).path(), path);
    assert_eq!(session(&window).facts().meetings[0].phase, Phase::Planned);
    assert_eq!(window.state().desk.place(), Place::Meeting);
}

#[test]
fn the_choice_and_the_band_in_pictures() {
    let mut album = SnapshotResults::new();
    let settings = [("", Setting::default()), ("-720-english", Setting { lang: words::Lang::En, ..Setting::small() })];
    for (name, setting) in settings {
        let mut window = window_with(setting, |workspace| {
            workspace.open_example().unwrap();
            workspace.close();
        });
        window.get_by_label(&words::t(window.state().desk.lang(), "home-rehearse")).click();
        settle(&mut window);
        window.snapshot(format!("rehearsal-choice{name}"));
        album.extend(window.take_snapshot_results());
        window.state_mut().desk.rehearse(&Subject::Community);
        // Past the opening, into the first item: the same line each time, however often a step waits for the disk.
        for _ in 0..600 {
            if played(&window).is_some_and(|(done, _)| done >= 61) {
                break;
            }
            window.state_mut().desk.workspace_mut().rehearsal_mut().map(|(one, real)| one.step(real)).unwrap();
            frames(&mut window, 1);
        }
        assert_eq!(played(&window).map(|(done, _)| done), Some(61));
        settle(&mut window);
        window.snapshot(format!("rehearsal-desk{name}"));
        album.extend(window.take_snapshot_results());
        let (view, setting) = window.state().desk.audience();
        let now = window.state().desk.workspace().now();
        let mut wall = Harness::builder()
            .with_size(vec2(1920.0, 1080.0))
            .with_context_setup(desk::look::install)
            .build_ui(move |ui| {
                let rect = ui.ctx().content_rect();
                screen_ui(ui, rect, &view, setting, now);
            });
        wall.run_steps(2);
        wall.snapshot(format!("rehearsal-screen{name}"));
        album.extend(wall.take_snapshot_results());
    }
}

/// The band is no smaller than the smallest text of the room, in every shape of picture, also over the calm card.
#[test]
fn the_room_always_sees_that_it_is_a_rehearsal() {
    let mut window = window(Setting::default());
    window.state_mut().desk.rehearse(&Subject::Example);
    settle(&mut window);
    for blank in [false, true] {
        if blank {
            window.state_mut().desk.workspace_mut().session_mut().unwrap().stage.toggle_blank();
            settle(&mut window);
        }
        let (view, _) = window.state().desk.audience();
        assert!(view.rehearsal, "blank: {blank}");
        for aspect in desk::screen::Aspect::ALL {
            let setting = desk::screen::Setting { aspect, ..desk::screen::Setting::default() };
            let view = std::sync::Arc::clone(&view);
            let mut wall = Harness::builder()
                .with_size(vec2(1920.0, 1080.0))
                .with_context_setup(desk::look::install)
                .build_ui(move |ui| {
                    let rect = ui.ctx().content_rect();
                    screen_ui(ui, rect, &view, setting, common::EVENING);
                });
            wall.run_steps(2);
            let band = wall.output().shapes.iter().find_map(|shape| match &shape.shape {
                egui::Shape::Text(text) if text.galley.job.text.contains("演练") => {
                    Some((text.galley.job.sections[0].format.font_id.size, text.visual_bounding_rect()))
                }
                _ => None,
            });
            let (size, ink) = band.expect("the band is painted");
            let lines = setting.aspect.fit(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(1920.0, 1080.0))).height();
            assert!(size >= 49.0 * lines / 1080.0, "{aspect:?}: {size}");
            assert!(ink.top() >= 0.0, "{aspect:?}");
        }
    }
}

/// Takes an entry of the palette by its name.
fn take(window: &mut Window, name: &str) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::K);
    settle(window);
    type_text(window, name);
    press(window, egui::Key::Enter);
    settle(window);
}

#[test]
fn the_palette_rehearses_the_open_file_plays_it_faster_and_leaves_it() {
    let mut window = window_with(Setting::default(), |workspace| workspace.open_example().unwrap());
    let path = session(&window).path().to_owned();
    let speed = |window: &Window| window.state().desk.workspace().rehearsal().map(session::Rehearsal::speed);
    take(&mut window, "演练这份文件");
    assert!(session(&window).rehearses() && session(&window).path() != path);
    for wanted in [5, 20, 60, 60] {
        take(&mut window, "快一档");
        assert_eq!(speed(&window), Some(wanted));
    }
    take(&mut window, "慢一档");
    assert_eq!(speed(&window), Some(20));
    take(&mut window, "fangying");
    assert_eq!(window.state().desk.workspace().rehearsal().map(session::Rehearsal::stands), Some(false));
    take(&mut window, "离开演练");
    assert_eq!(session(&window).path(), path);
    assert!(speed(&window).is_none());
}
