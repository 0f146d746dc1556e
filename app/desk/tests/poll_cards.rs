//! Polls as the room sees them, from a real session: never a running count, always the word that nothing is decided, and
//! readable from the last row in every picture and hall.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use common::Window;
use deliberation::Command;
use deliberation::ids::PollNo;
use deliberation::poll::PollKind;
use deliberation::text::Words;
use desk::screen::{Aspect, Hall, Item, Setting, screen_ui, sheets};
use egui::{Rect, Vec2, pos2, vec2};
use egui_kittest::{Harness, SnapshotResults};
use hands::{desk, elsewhere};
use session::audience::{AudienceView, Card, Now};
use session::{Shown, StageCard};
use story::DEBATE;
use words::Lang;

const WALL: Vec2 = vec2(1920.0, 1080.0);
const FIRST: PollNo = PollNo(1);
const DOTS: PollKind = PollKind::Dots { per_person: 3, cap: 1, winners: 3 };

fn open(window: &mut Window, kind: PollKind, options: &[&str]) {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    elsewhere(
        window,
        Command::OpenPoll {
            question: "今年先办哪三件？".into(), kind, options, guests: false, procedure: None
        },
    );
}

fn view(window: &Window, lang: Lang, number: PollNo) -> AudienceView {
    common::session(window).card_view(lang, Shown { card: StageCard::Poll(number), page: 0 })
}

const TOPICS: [&str; 5] = ["装路灯", "修车棚", "清管道", "添座椅", "补绿化"];

/// Every kind, open and closed, with a tie, with an objection that stands, and with options as long as people write them.
fn views(lang: Lang) -> Vec<(&'static str, AudienceView)> {
    let roads: Vec<String> = (1..=12)
        .map(|n| format!("第 {n} 项：把三单元门口到垃圾分类点之间的路面修平，并且给车棚装上声控的路灯"))
        .collect();
    let roads: Vec<&str> = roads.iter().map(String::as_str).collect();
    let mut all = Vec::new();
    for (names, kind, options, counts) in [
        (["dots-open", "dots-tied"], DOTS, TOPICS.as_slice(), vec![30, 22, 14, 14, 5]),
        (["sense-open", "sense-closed"], PollKind::Sense, &[], vec![20, 8, 2]),
        (["approval-open", "approval-closed"], PollKind::Approval { winners: 1 }, &TOPICS, vec![30, 22, 14, 3, 0]),
        (["long-open", "long-tied"], DOTS, &roads, vec![5; 12]),
    ] {
        let mut window = desk(DEBATE);
        open(&mut window, kind, options);
        elsewhere(&mut window, Command::CountPoll { poll: FIRST, counts });
        all.push((names[0], view(&window, lang, FIRST)));
        elsewhere(&mut window, Command::ClosePoll { poll: FIRST });
        all.push((names[1], view(&window, lang, FIRST)));
        if names[0] == "dots-open" {
            elsewhere(&mut window, Command::OpenRunoff { poll: FIRST });
            all.push(("runoff-open", view(&window, lang, PollNo(2))));
        }
    }
    let mut window = desk(DEBATE);
    open(&mut window, PollKind::Consent, &[]);
    all.push(("consent-open", view(&window, lang, FIRST)));
    let who = deliberation::Who::Door(deliberation::Door::new("1-2-102"));
    elsewhere(
        &mut window,
        Command::RaiseObjection { poll: FIRST, who, words: Words::typed("夜里太吵，电话 13800000000") },
    );
    all.push(("consent-objected", view(&window, lang, FIRST)));
    elsewhere(&mut window, Command::ClosePoll { poll: FIRST });
    all.push(("consent-standing", view(&window, lang, FIRST)));
    all
}

fn texts(view: &AudienceView) -> Vec<String> {
    let pages = sheets(view, Setting::default(), Now::default());
    pages.iter().flat_map(|sheet| sheet.texts().map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn every_poll_card_looks_as_designed_in_both_languages() {
    let mut results = SnapshotResults::new();
    for lang in Lang::ALL {
        for (name, view) in views(lang) {
            if name.starts_with("long") || name == "consent-objected" {
                continue;
            }
            let mut harness =
                Harness::builder().with_size(WALL).with_context_setup(desk::look::install).build_ui(move |ui| {
                    screen_ui(ui, ui.ctx().content_rect(), &view, Setting::default(), Now::default());
                });
            harness.run_steps(2);
            let suffix = if lang == Lang::En { "-en" } else { "" };
            harness.snapshot(format!("screen-poll-{name}{suffix}"));
            results.extend_harness(&mut harness);
        }
    }
}

#[test]
fn every_page_says_that_nothing_is_decided() {
    for (lang, note) in [(Lang::ZhCn, "不作为决定，只供参考"), (Lang::En, "not a decision, for information only")]
    {
        for (name, view) in views(lang) {
            for (page, sheet) in sheets(&view, Setting::default(), Now::default()).iter().enumerate() {
                assert!(sheet.texts().any(|text| text.contains(note)), "{name}, page {}", page + 1);
                let bound = ["业主共同决定", "会议决定", "通过", "passed", "binding"];
                let said = sheet.texts().find(|text| bound.iter().any(|word| text.contains(word)));
                assert_eq!(said, None, "{name}: called what it is not");
            }
        }
    }
}

#[test]
fn while_a_poll_is_open_no_count_is_shown_and_objections_never_are() {
    for (name, view) in views(Lang::ZhCn) {
        let texts = texts(&view);
        if name.ends_with("open") || name == "consent-objected" {
            assert!(matches!(view.card, Card::PollOpen(_)), "{name}");
            for count in ["30", "22", "14", "20", "8 人"] {
                assert!(!texts.iter().any(|text| text.contains(count)), "{name} shows {count}: {texts:?}");
            }
        }
        assert!(!texts.iter().any(|text| text.contains("13800000000") || text.contains("周凤军")), "{name}");
    }
}

#[test]
fn given_a_tie_then_winners_and_tied_are_told_by_words_and_the_tied_are_level() {
    let views = views(Lang::ZhCn);
    let (_, tied) = views.iter().find(|(name, _)| *name == "dots-tied").unwrap();
    let texts = texts(tied);
    assert_eq!(texts.iter().filter(|text| *text == "选出").count(), 2);
    assert_eq!(texts.iter().filter(|text| *text == "同票").count(), 2);
    assert!(texts.concat().contains("从中再选 1 项"));
}

/// The place of a shape that nothing else may cover; an icon's square has an empty border.
fn place(item: &Item) -> Option<Rect> {
    match item {
        Item::Text { left, middle, width, size, .. } => {
            let half = size.screen_px() / 2.0;
            Some(Rect::from_min_max(pos2(*left, middle - half), pos2(left + width, middle + half)))
        }
        Item::Bar(rect, _) => Some(*rect),
        Item::Icon(rect, ..) => Some(rect.shrink(0.2 * rect.width())),
        _ => None,
    }
}

#[test]
fn whatever_the_picture_and_the_hall_lines_stay_inside_never_overlap_and_are_at_most_eight() {
    for lang in Lang::ALL {
        for (name, view) in views(lang) {
            for aspect in Aspect::ALL {
                for hall in [1000, 1250, 1500].map(Hall::permille) {
                    let setting = Setting { aspect, hall };
                    let frame = setting.frame();
                    let inside = Rect::from_min_max(pos2(frame.left, frame.top), pos2(frame.right, frame.bottom));
                    for (page, sheet) in sheets(&view, setting, Now::default()).iter().enumerate() {
                        let at = format!("{name}, page {}, {setting:?}", page + 1);
                        assert!(sheet.rows().len() <= 8, "{at}: {} lines", sheet.rows().len());
                        let solid: Vec<(&Item, Rect)> =
                            sheet.items.iter().filter_map(|item| Some((item, place(item)?))).collect();
                        for (number, (a, first)) in solid.iter().enumerate() {
                            // The empty half of a full-width mark at the end of a line may reach over the margin.
                            assert!(inside.expand(26.0).contains_rect(*first), "{at}: {a:?}");
                            for (b, second) in &solid[number + 1..] {
                                assert!(!first.shrink(4.0).intersects(second.shrink(4.0)), "{at}: {a:?} over {b:?}");
                            }
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn the_stage_follows_a_poll_like_a_vote() {
    let mut window = desk(DEBATE);
    let shown = |window: &Window| common::session(window).stage.shown().card;
    assert_eq!(shown(&window), StageCard::Speaker);
    open(&mut window, PollKind::Sense, &[]);
    assert_eq!(shown(&window), StageCard::Poll(FIRST));
    elsewhere(&mut window, Command::CountPoll { poll: FIRST, counts: vec![1, 1, 1] });
    elsewhere(&mut window, Command::ClosePoll { poll: FIRST });
    assert_eq!(shown(&window), StageCard::Poll(FIRST), "its result stays until something else comes");
    let vote =
        Command::open_vote(deliberation::ids::MotionNo(1), "deliberation", deliberation::ballot::Method::RollCall);
    elsewhere(&mut window, vote);
    assert_eq!(shown(&window), StageCard::Vote(deliberation::ids::VoteNo(1)));
}
