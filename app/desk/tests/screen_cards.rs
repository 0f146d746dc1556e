//! What the room sees: every card beside its design, readable from the last row, never torn and never small.

#[path = "screen/english.rs"]
mod english;
#[path = "screen/long.rs"]
mod long;
#[path = "screen/notice.rs"]
mod notice;
#[path = "screen/payers.rs"]
mod payers;
#[path = "screen/story.rs"]
mod story;
#[path = "screen/votes.rs"]
mod votes;
#[path = "screen/walls.rs"]
mod walls;

use desk::look::tokens::Size;
use desk::screen::{Aspect, Hall, Item, Setting, pages, screen_ui, sheets};
use egui::{Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, SnapshotResults};
use session::audience::{AudienceView, Card, ClockPhase, Now, Speaker};
use story::{NOW, view};

const WALL: Vec2 = vec2(1920.0, 1080.0);
const PREVIEW: Vec2 = vec2(264.0, 149.0);

fn picture(view: AudienceView, setting: Setting, size: Vec2) -> Harness<'static> {
    let mut harness = Harness::builder().with_size(size).with_context_setup(desk::look::install).build_ui(move |ui| {
        let rect = ui.ctx().content_rect();
        screen_ui(ui, rect, &view, setting, NOW);
    });
    harness.run_steps(2);
    harness
}

fn settings() -> Vec<Setting> {
    let halls = [1000, 1250, 1500].map(Hall::permille);
    Aspect::ALL.into_iter().flat_map(|aspect| halls.map(|hall| Setting { aspect, hall })).collect()
}

fn views() -> Vec<(&'static str, AudienceView)> {
    story::cards()
        .into_iter()
        .map(|(name, card)| (name, view(card)))
        .chain(long::views())
        .chain(votes::views())
        .chain(payers::views())
        .chain(notice::views())
        .chain(english::views())
        .collect()
}

/// The texts the window was given: the words, their size in pixels, and the rectangle of their ink.
fn painted(harness: &Harness<'_>) -> Vec<(String, f32, Rect)> {
    fn collect(shape: &Shape, out: &mut Vec<(String, f32, Rect)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, out)),
            Shape::Text(text) => {
                let size =
                    text.galley.job.sections.iter().map(|section| section.format.font_id.size).fold(0.0, f32::max);
                out.push((text.galley.job.text.clone(), size, text.visual_bounding_rect()));
            }
            _ => {}
        }
    }
    let mut texts = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut texts));
    texts
}

#[test]
fn every_card_looks_as_designed() {
    let mut results = SnapshotResults::new();
    for (name, card) in story::cards() {
        let mut harness = picture(view(card), Setting::default(), WALL);
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
}

#[test]
fn a_prompt_looks_as_designed() {
    let mut results = SnapshotResults::new();
    let mut harness = picture(long::prompted(story::speaker()), Setting::default(), WALL);
    harness.snapshot("screen-speaker-prompted");
    results.extend_harness(&mut harness);
}

#[test]
fn who_pays_looks_as_designed() {
    let mut results = SnapshotResults::new();
    for (name, view) in payers::cards() {
        let mut harness = picture(view, Setting::default(), WALL);
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
}

#[test]
fn the_preview_is_the_same_picture() {
    let mut results = SnapshotResults::new();
    for name in ["screen-speaker", "screen-vote-result"] {
        let (_, card) = story::cards().into_iter().find(|(card, _)| *card == name).unwrap();
        let mut harness = picture(view(card), Setting::default(), PREVIEW);
        harness.snapshot(format!("preview-{name}"));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn long_and_english_cards_break_into_pages_that_look_alike() {
    let mut results = SnapshotResults::new();
    let old = Setting { aspect: Aspect::Old, hall: Hall::default() };
    for (name, setting, size, page) in [
        ("long-speaker", Setting::default(), WALL, 1),
        ("long-agenda", Setting::default(), WALL, 0),
        ("long-table", Setting::default(), WALL, 1),
        ("en-result", Setting::default(), WALL, 0),
        ("en-speaker", Setting::default(), WALL, 0),
        ("undecided", old, vec2(1440.0, 1080.0), 0),
        ("en-decisions", old, vec2(1440.0, 1080.0), 0),
        ("en-speaker", Setting { aspect: Aspect::Old, hall: Hall::MAX }, vec2(1440.0, 1080.0), 0),
    ] {
        let (_, mut view) = views().into_iter().find(|(card, _)| *card == name).unwrap();
        view.page = page;
        let mut harness = picture(view, setting, size);
        let hall = if setting.hall == Hall::MAX { "-deep-hall" } else { "" };
        let shape = if size.x < 1500.0 { "-old" } else { "" };
        harness.snapshot(format!("screen-{name}{shape}{hall}-{}", page + 1));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn votes_by_law_look_as_they_were_judged_in_both_languages() {
    let mut results = SnapshotResults::new();
    for (name, card) in votes::views() {
        let setting = Setting::default();
        for page in 0..pages(&card, setting) {
            let card = AudienceView { page, ..card.clone() };
            let mut harness = picture(card, setting, WALL);
            harness.snapshot(format!("screen-{name}-{}", page + 1));
            results.extend_harness(&mut harness);
        }
    }
}

#[test]
fn before_the_close_no_card_paints_a_side_in_any_way_of_voting() {
    for (name, view) in votes::views() {
        let Card::VoteOpen(_) = view.card else { continue };
        for setting in settings() {
            for sheet in sheets(&view, setting, NOW) {
                let sided = |item: &Item| match item {
                    Item::Mark(..) => true,
                    Item::Bar(_, bar) => bar.parts.iter().any(|part| part.side.is_some()),
                    _ => false,
                };
                assert!(!sheet.items.iter().any(sided), "{name} {setting:?}");
                assert!(sheet.texts().all(|text| text != "赞成" && text != "反对" && text != "For"), "{name}");
            }
        }
    }
}

#[test]
fn nothing_painted_is_below_the_floors_or_outside_the_margins() {
    for (name, card) in story::cards() {
        for aspect in Aspect::ALL {
            let setting = Setting { aspect, hall: Hall::default() };
            let frame = setting.frame();
            let harness = picture(view(card.clone()), setting, vec2(aspect.width(), 1080.0));
            let texts = painted(&harness);
            assert!(!texts.is_empty(), "{name} paints nothing");
            // Anti-aliasing reaches a pixel over the ink; the clock's 4 stands on the margin itself.
            let inside = Rect::from_min_max(egui::pos2(frame.left, frame.top), egui::pos2(frame.right, frame.bottom));
            for (text, px, ink) in &texts {
                assert!(*px >= 49.0, "{name} {aspect:?}: {text} at {px} px");
                assert!(inside.expand(3.0).contains_rect(*ink), "{name} {aspect:?}: {text} at {ink} of {inside}");
            }
            let largest = texts.iter().map(|(_, px, _)| *px).fold(0.0, f32::max);
            let floor = match card {
                Card::Blank | Card::Cost(_) => 120.0,
                Card::Agenda(_) | Card::Procedure(_) => 86.0,
                Card::Decisions(_) => 64.0,
                _ => 180.0,
            };
            assert!(largest >= floor, "{name} {aspect:?}: the largest text has {largest} px");
        }
    }
}

#[test]
fn headlines_clocks_counts_and_verdicts_have_their_sizes() {
    let size_of = |card: Card, wanted: &str| {
        let harness = picture(view(card), Setting::default(), WALL);
        painted(&harness).into_iter().find(|(text, ..)| text == wanted).map(|(_, px, _)| px)
    };
    for (card, text, floor) in [
        (story::speaker(), "1:24", 180.0),
        (story::speaker_overtime(), "+0:12", 180.0),
        (story::vote_open(), "19", 180.0),
        (Card::VoteResult(story::result_passed()), "通过", 180.0),
        (Card::VoteResult(story::result_passed()), "26", 180.0),
        (story::speaker(), "化粪池清掏费 1,650 元，", 86.0),
        (story::vote_open(), "同意化粪池清掏费 1,650 元", 86.0),
        (story::agenda(), "水产宿舍小方桌会议", 86.0),
        (story::checklist(), "充电点放在哪里？", 86.0),
        (story::vote_open(), "赞成比反对多，就算通过；", 54.0),
        (story::decisions(), "何静", 54.0),
    ] {
        let px = size_of(card, text);
        assert!(px.is_some_and(|px| px >= floor), "{text}: {px:?}");
    }
}

#[test]
fn a_deeper_hall_makes_every_text_larger_and_never_one_smaller() {
    let setting = Setting { aspect: Aspect::Wide, hall: Hall::MAX };
    for (name, view) in views() {
        for page in 0..pages(&view, setting).min(3) {
            let mut view = view.clone();
            view.page = page;
            for (text, px, _) in painted(&picture(view, setting, WALL)) {
                assert!(px >= 75.0, "{name}: {text} at {px} px, 1.5 × 50 is wanted");
            }
        }
    }
}

fn item_rect(item: &Item) -> Option<Rect> {
    match item {
        Item::Text { text, left, middle, width, size, .. } => {
            // Hanzi fill their em box; the clock has digits alone, which end on the baseline.
            let half = size.screen_px() * if matches!(size, Size::Clock | Size::Tally) { 0.38 } else { 0.5 };
            // The empty right side of the clock's last digit lies on the margin, so that its ink ends there.
            let bearing = if *size == Size::Clock { 9.0 } else { 0.0 };
            // So does the empty half of a full-width mark at the right end of a line.
            let hung = if text.ends_with(['）', '》', '。', '，', '；']) { 0.45 * size.screen_px() } else { 0.0 };
            let right = left + width - bearing - hung;
            Some(Rect::from_min_max(egui::pos2(*left, middle - half), egui::pos2(right, middle + half)))
        }
        Item::Bar(rect, _) | Item::Outline(rect, ..) | Item::Mark(rect, _) => Some(*rect),
        // The edge of the current line and a strike reach over the margin on purpose; icons have an empty border.
        Item::Fill(..) | Item::Icon(..) => None,
    }
}

/// As [`item_rect`], and of an icon the part of its square that has strokes.
fn item_or_icon_rect(item: &Item) -> Option<Rect> {
    match item {
        Item::Icon(rect, ..) => Some(rect.shrink(0.2 * rect.width())),
        item => item_rect(item),
    }
}

#[test]
fn whatever_the_text_the_picture_and_the_hall_nothing_leaves_the_margins_and_lines_never_overlap() {
    for (name, view) in views() {
        for setting in settings() {
            let frame = setting.frame();
            let inside = Rect::from_min_max(egui::pos2(frame.left, frame.top), egui::pos2(frame.right, frame.bottom));
            for (page, sheet) in sheets(&view, setting, NOW).iter().enumerate() {
                let place = format!("{name}, page {}, {setting:?}", page + 1);
                assert!(sheet.texts().next().is_some(), "{place}: an empty page");
                for item in &sheet.items {
                    if let Some(rect) = item_rect(item) {
                        assert!(inside.expand(8.0).contains_rect(rect), "{place}: {item:?} at {rect} of {inside}");
                    }
                }
                let solid: Vec<(&Item, Rect)> =
                    sheet.items.iter().filter_map(|item| Some((item, item_or_icon_rect(item)?.shrink(4.0)))).collect();
                for (number, (a, first)) in solid.iter().enumerate() {
                    for (b, second) in &solid[number + 1..] {
                        assert!(!first.intersects(*second), "{place}: {a:?} over {b:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_page_has_at_most_eight_lines_and_a_line_sixteen_hanzi() {
    for (name, view) in views() {
        for setting in settings() {
            for (page, sheet) in sheets(&view, setting, NOW).iter().enumerate() {
                let rows = sheet.rows().len();
                assert!(rows <= 8, "{name}, page {}, {setting:?}: {rows} lines", page + 1);
                for text in sheet.texts() {
                    let hanzi = text.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
                    assert!(hanzi <= 16, "{name}, page {}, {setting:?}: {text}", page + 1);
                }
            }
        }
    }
}

#[test]
fn no_word_of_a_long_card_is_lost_between_its_pages() {
    let all = |view: &AudienceView, setting: Setting| -> String {
        sheets(view, setting, NOW)
            .iter()
            .flat_map(|sheet| sheet.texts().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    };
    for setting in settings() {
        let Card::Speaker(card) = long::long_speaker() else { unreachable!() };
        assert!(all(&view(Card::Speaker(card.clone())), setting).replace("+0:12", "").contains(&card.motion[..30]));
        let Card::Decisions(card) = long::twenty_decisions() else { unreachable!() };
        let texts = all(&view(Card::Decisions(card.clone())), setting);
        for row in &card.rows {
            assert!(texts.contains(&row.number), "{setting:?}: decision {}", row.number);
        }
        assert_eq!(texts.matches("12 月 25 日").count(), 20, "{setting:?}");
        let Card::Agenda(card) = long::twelve_items() else { unreachable!() };
        let texts = all(&view(Card::Agenda(card)), setting);
        assert_eq!(texts.matches("只议不决").count(), 6, "{setting:?}");
        let cost = story::cost_with(36);
        let texts = all(&view(Card::Cost(cost.clone())), setting);
        assert!(cost.list.iter().all(|row| texts.contains(&row.door)) || texts.contains("共 36 行"), "{setting:?}");
    }
}

#[test]
fn given_the_storys_cards_then_they_have_the_pages_of_the_design() {
    let setting = Setting::default();
    let count = |card: Card| pages(&view(card), setting);
    assert_eq!(count(story::agenda()), 1);
    assert_eq!(count(story::speaker()), 1);
    assert_eq!(count(story::vote_open()), 1);
    assert_eq!(count(Card::VoteResult(story::result_failed())), 1);
    assert_eq!(count(story::checklist()), 1);
    assert_eq!(count(story::decisions()), 1);
    assert!(
        count(long::twelve_items()) >= 2 && count(long::twenty_decisions()) >= 7 && count(long::long_speaker()) >= 2
    );
}

#[test]
fn a_list_of_more_than_eight_pages_is_looked_up_not_paged() {
    for setting in settings() {
        let cost = view(Card::Cost(story::cost_with(2000)));
        let texts: Vec<String> = sheets(&cost, setting, NOW)
            .iter()
            .flat_map(|sheet| sheet.texts().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        assert!(texts.iter().any(|text| text.contains("2000")), "{setting:?}");
        assert!(pages(&cost, setting) <= 8, "{setting:?}");
    }
}

#[test]
fn the_preview_breaks_lines_and_pages_where_the_wall_does() {
    for (name, view) in views() {
        let count = pages(&view, Setting::default());
        for page in 0..count.min(3) {
            let mut view = view.clone();
            view.page = page;
            let words = |size| -> Vec<String> {
                let harness = picture(view.clone(), Setting::default(), size);
                painted(&harness).into_iter().map(|(text, ..)| text).collect()
            };
            let wall = words(WALL);
            assert_eq!(words(PREVIEW), wall, "{name}, page {}", page + 1);
            assert_eq!(words(vec2(3840.0, 2160.0)), wall, "{name}, page {}", page + 1);
        }
    }
}

#[test]
fn in_the_preview_no_line_is_longer_than_its_share_of_the_wall() {
    let (_, card) = story::cards().into_iter().find(|(name, _)| *name == "screen-vote-open").unwrap();
    let texts = painted(&picture(view(card.clone()), Setting::default(), PREVIEW));
    let scale = PREVIEW.x / WALL.x;
    for item in &sheets(&view(card), Setting::default(), NOW)[0].items {
        let Item::Text { text, width, .. } = item else { continue };
        let (_, _, ink) = texts.iter().find(|(painted, ..)| painted == text).unwrap();
        assert!(ink.width() <= width * scale + 2.0, "{text}: {} for {}", ink.width(), width * scale);
    }
}

#[test]
fn given_a_blanked_screen_then_not_a_word_of_the_former_card_is_painted() {
    let blank = AudienceView { hint: Some("请让人说完".to_owned()), ..view(Card::Blank) };
    let texts: Vec<String> =
        painted(&picture(blank, Setting::default(), WALL)).into_iter().map(|(text, ..)| text).collect();
    assert_eq!(texts, ["请稍候"]);
}

#[test]
fn the_clock_keeps_its_right_edge_while_the_digits_change() {
    let edge = |spent: u64| {
        let card = view(Card::Speaker(story::speaker_at(spent)));
        let sheet = &sheets(&card, Setting::default(), NOW)[0];
        sheet.items.iter().find_map(|item| match item {
            Item::Text { left, width, size: Size::Clock, .. } => Some(left + width),
            _ => None,
        })
    };
    let first = edge(0).unwrap();
    for spent in (0..140_000).step_by(500) {
        assert!((edge(spent).unwrap() - first).abs() < 0.01, "after {spent} ms");
    }
}

#[test]
fn the_words_over_the_speaker_follow_the_clock() {
    let words = |spent: u64| -> Vec<String> {
        let card = view(Card::Speaker(story::speaker_at(spent)));
        sheets(&card, Setting::default(), NOW)[0].texts().map(str::to_owned).collect()
    };
    assert!(words(36_000).contains(&"正在发言".to_owned()));
    assert!(words(90_000).contains(&"还剩 30 秒".to_owned()) && words(90_000).contains(&"0:30".to_owned()));
    assert!(words(132_000).contains(&"时间到，谢谢".to_owned()) && words(132_000).contains(&"+0:12".to_owned()));
    let Card::Speaker(over) = story::speaker_overtime() else { unreachable!() };
    assert_eq!(over.clock.unwrap().reading(NOW).phase, ClockPhase::Over);
}

#[test]
fn given_half_an_hour_of_overtime_then_the_digits_cover_no_name() {
    for name in ["马卫", "周凤军", "欧阳建国", "万都物业服务有限公司"] {
        for setting in settings() {
            let mut card = story::speaker_at(0);
            card.speaker = Some(Speaker { name: name.to_owned(), side: card.speaker.and_then(|speaker| speaker.side) });
            let late = Now { mono_ms: NOW.mono_ms + 2_000_000, utc_ms: 0 };
            let pages = sheets(&view(Card::Speaker(card)), setting, late);
            let rects: Vec<Rect> =
                pages[0].items.iter().filter_map(|item| Some(item_rect(item)?.shrink(4.0))).collect();
            for (number, first) in rects.iter().enumerate() {
                assert!(rects[number + 1..].iter().all(|second| !first.intersects(*second)), "{name} {setting:?}");
            }
        }
    }
}

#[test]
fn pages_do_not_depend_on_the_time() {
    for (name, view) in views() {
        for setting in settings() {
            let at = |mono_ms| sheets(&view, setting, Now { mono_ms, utc_ms: 0 }).len();
            assert_eq!(at(0), at(NOW.mono_ms), "{name} {setting:?}");
            assert_eq!(at(0), at(NOW.mono_ms + 3_600_000), "{name} {setting:?}");
        }
    }
}

#[test]
fn a_page_past_the_end_shows_the_last_one() {
    let mut past = view(story::speaker());
    past.page = 99;
    assert!(!painted(&picture(past, Setting::default(), WALL)).is_empty());
}

#[test]
fn a_reader_of_the_desk_can_ask_what_the_room_sees() {
    let harness = picture(view(story::vote_open()), Setting::default(), PREVIEW);
    let node = harness.get_by_label("投影画面");
    let value = node.accesskit_node().value().unwrap_or_default();
    assert!(value.contains("协商意见") && value.contains("19"), "{value}");
}
