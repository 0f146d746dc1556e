//! One frame of the desk with a roll of 10,000 households and one of the room's screen, drawn and tessellated without a
//! graphics card: all that the program itself does in a frame.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has no figure")]

mod common;

use std::sync::Arc;

use common::{Cards, EVENING, roll};
use desk::Desk;
use desk::dialogs::Scripted;
use desk::page::Place;
use desk::screen::{Setting, screen_ui};
use divan::Bencher;
use egui::{Context, RawInput, Rect, Ui, vec2};
use session::audience::AudienceView;
use session::{Now, Places, Shipped, Workspace};
use tempfile::TempDir;

fn main() {
    divan::main();
}

const NOW: Now = Now { mono_ms: 1_000_000, utc_ms: EVENING.0 };

fn context() -> Context {
    let ctx = Context::default();
    desk::look::install(&ctx);
    ctx
}

/// Runs a frame and tessellates it; how many meshes it has.
fn frame(ctx: &Context, size: egui::Vec2, draw: impl FnMut(&mut Ui)) -> usize {
    let screen = Rect::from_min_size(egui::Pos2::ZERO, size);
    let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    let output = ctx.run_ui(input, draw);
    ctx.tessellate(output.shapes, output.pixels_per_point).len()
}

fn shipped() -> Shipped {
    Shipped {
        components: vec![include_bytes!("../../plugins/fee-apportionment/fee-apportionment.fz.wasm")],
        example: include_str!("../stories/septic-tank.jsonl"),
        example_files: vec![("roll-shuichan.csv", include_bytes!("../stories/roll-shuichan.csv"))],
    }
}

fn desk_with(prepare: impl FnOnce(&mut Workspace)) -> (TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places { config: folder.path().join("config"), documents: folder.path().to_owned() };
    let mut workspace = Workspace::new(places, shipped(), Arc::new(|| ()));
    workspace.tick(NOW);
    prepare(&mut workspace);
    (folder, Desk::new(workspace, Box::new(Scripted::default())))
}

fn bench_desk(bencher: Bencher<'_, '_>, mut desk: Desk) {
    let ctx = context();
    let mut one = || {
        frame(&ctx, vec2(1_440.0, 900.0), |ui| {
            desk.logic(ui.ctx(), NOW);
            desk.ui(ui, NOW);
        })
    };
    // Fonts are laid out and pages computed in the first frames.
    for _ in 0..8 {
        assert!(one() > 0);
    }
    bencher.bench_local(one);
}

#[divan::bench(args = [100, 10_000])]
fn desk_frame_roll(bencher: Bencher<'_, '_>, households: u32) {
    let (_folder, mut desk) = desk_with(|workspace| {
        workspace.create(&workspace.places.documents.join("a.fz"), "x").unwrap();
        let session = workspace.session_mut().unwrap();
        session.submit(roll(households, Cards::Open));
        session.settle();
        assert_eq!(session.facts().roll.units().len(), households as usize);
    });
    desk.show(Place::Roll);
    bench_desk(bencher, desk);
}

#[divan::bench]
fn desk_frame_meeting(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk) = desk_with(|workspace| workspace.open_example().unwrap());
    desk.show(Place::Meeting);
    bench_desk(bencher, desk);
}

fn bench_screen(bencher: Bencher<'_, '_>, view: &AudienceView) {
    let ctx = context();
    let one = || {
        frame(&ctx, vec2(1_920.0, 1_080.0), |ui| {
            let whole = ui.ctx().content_rect();
            screen_ui(ui, whole, view, Setting::default(), NOW);
        })
    };
    for _ in 0..4 {
        assert!(one() > 0);
    }
    bencher.bench_local(one);
}

#[divan::bench]
fn screen_frame_blank(bencher: Bencher<'_, '_>) {
    bench_screen(bencher, &AudienceView::blank(words::Lang::ZhCn));
}

#[divan::bench]
fn screen_frame_agenda(bencher: Bencher<'_, '_>) {
    let (_folder, mut desk) = desk_with(|workspace| workspace.open_example().unwrap());
    let ctx = context();
    desk.logic(&ctx, NOW);
    bench_screen(bencher, &desk.audience().0);
}
