//! Every card with its longest texts on the pictures found in halls, in both languages: one picture a card, Chinese above.

#![allow(clippy::panic, reason = "a test that cannot go on stops")]

use desk::screen::{Aspect, Hall, Setting, pages, screen_ui};
use egui::{Rect, Vec2, pos2, vec2};
use egui_kittest::{Harness, SnapshotResults};
use session::audience::{AudienceView, Card};
use words::Lang;

use super::story::{self, NOW, view};
use super::views;

/// A projector of today, an office's, and an old one, side by side.
const WALLS: [(Aspect, Vec2); 3] =
    [(Aspect::Wide, vec2(1920.0, 1080.0)), (Aspect::Office, vec2(1280.0, 800.0)), (Aspect::Old, vec2(1024.0, 768.0))];

/// Each card by the views of [`views`] that have the longest texts.
const CARDS: [(&str, &str, &str); 13] = [
    ("agenda", "long-agenda", "en-agenda"),
    ("speaker", "prompted-long", "en-speaker"),
    ("procedure", "long-table", "en-checklist"),
    ("cost", "long-cost", "en-cost"),
    ("due", "payers-due-long", "en-payers-due-long"),
    ("compare", "payers-compare", "en-payers-compare"),
    ("vote-open", "vote-owners-open", "en-vote-owners-open"),
    ("vote-result", "vote-owners-result", "en-vote-owners-result"),
    ("election-result", "vote-election", "en-vote-election"),
    ("decisions", "long-decisions", "en-decisions"),
    ("break", "screen-break", "en-break"),
    ("pattern", "test-picture", "en-test-picture"),
    ("blank", "screen-blank", "en-blank"),
];

/// What kind of card a picture of [`CARDS`] must show; the polls stand in their own pictures.
fn kind(card: &Card) -> Option<&'static str> {
    Some(match card {
        Card::Agenda(_) => "agenda",
        Card::Speaker(_) => "speaker",
        Card::Procedure(_) => "procedure",
        Card::Cost(_) => "cost",
        Card::Due(_) => "due",
        Card::Compare(_) => "compare",
        Card::VoteOpen(_) => "vote-open",
        Card::VoteResult(_) => "vote-result",
        Card::ElectionResult(_) => "election-result",
        Card::PollOpen(_) | Card::PollResult(_) => return None,
        Card::Decisions(_) => "decisions",
        Card::Break(_) => "break",
        Card::Pattern => "pattern",
        Card::Blank => "blank",
    })
}

fn named(name: &str) -> AudienceView {
    let stories = story::cards().into_iter().map(|(name, card)| (name, view(card)));
    stories.chain(views()).find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no card {name}")).1
}

/// All walls in one picture, both languages one over the other.
fn sheet(pair: [AudienceView; 2]) -> Harness<'static> {
    let width = WALLS.iter().map(|(_, size)| size.x).sum();
    let height = WALLS[0].1.y;
    Harness::builder().with_size(vec2(width, 2.0 * height)).with_context_setup(desk::look::install).build_ui(
        move |ui| {
            for (row, view) in (0u8..).zip(&pair) {
                let mut left = 0.0;
                for (aspect, size) in WALLS {
                    let rect = Rect::from_min_size(pos2(left, f32::from(row) * height), size);
                    let setting = Setting { aspect, hall: Hall::default() };
                    ui.push_id((row, aspect), |ui| screen_ui(ui, rect, view, setting, NOW));
                    left += size.x;
                }
            }
        },
    )
}

#[test]
fn every_card_on_every_wall_in_both_languages() {
    let mut results = SnapshotResults::new();
    for (name, zh, en) in CARDS {
        let pair = [named(zh), named(en)];
        assert_eq!(
            pair.each_ref().map(|view| (kind(&view.card), view.lang)),
            [(Some(name), Lang::ZhCn), (Some(name), Lang::En)]
        );
        assert!(pair.iter().all(|view| pages(view, Setting::default()) > 0));
        let mut harness = sheet(pair);
        harness.run_steps(2);
        harness.snapshot(format!("walls-{name}"));
        results.extend_harness(&mut harness);
    }
}
