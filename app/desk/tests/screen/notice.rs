//! The notice band over every card, the test picture, and a break whose time is up.

use desk::screen::{Hall, Item, Setting, notice_fits, pages, sheets};
use egui::{Rect, vec2};
use egui_kittest::SnapshotResults;
use session::audience::*;
use words::Lang;

use super::story::{self, NOW, view};
use super::{Aspect, WALL, item_or_icon_rect, painted, picture, settings};

const CAR: &str = "车牌 A12345 请挪车";
const LONG: &str = "楼下车牌 A12345 的车主请马上挪车，消防通道被挡住了";

/// Cards that are set up by hand.
pub(crate) fn views() -> Vec<(&'static str, AudienceView)> {
    vec![
        ("test-picture", view(Card::Pattern)),
        ("en-test-picture", AudienceView { lang: Lang::En, ..view(Card::Pattern) }),
        ("break-over", view(over())),
    ]
}

fn over() -> Card {
    let Card::Break(card) = story::pause() else { unreachable!() };
    let clock = Clock { running_since_mono_ms: Some(0), spent_ms: 0, limit_ms: NOW.mono_ms };
    Card::Break(BreakCard { clock, ..card })
}

fn noticed(view: AudienceView, notice: &str) -> AudienceView {
    AudienceView { notice: Some(notice.to_owned()), ..view }
}

/// Every card but the calm one.
fn noticeable() -> impl Iterator<Item = (&'static str, AudienceView)> {
    super::views().into_iter().filter(|(_, view)| view.card != Card::Blank)
}

/// The band's upper edge: the ground that reaches from the left to the right edge.
fn band(items: &[Item], width: f32) -> Option<f32> {
    items.iter().find_map(|item| match item {
        Item::Fill(rect, _) if rect.left() <= 0.0 && rect.width() >= width - 0.5 && rect.height() > 60.0 => {
            Some(rect.top())
        }
        _ => None,
    })
}

#[test]
fn a_notice_covers_nothing_of_any_card_and_stands_under_every_page() {
    for (name, card) in noticeable() {
        for setting in settings() {
            let frame = setting.frame();
            for notice in [CAR, LONG] {
                let view = noticed(card.clone(), notice);
                for (page, sheet) in sheets(&view, setting, NOW).iter().enumerate() {
                    let place = format!("{name}, page {}, {setting:?}", page + 1);
                    let top = band(&sheet.items, frame.width).unwrap_or_else(|| panic!("{place}: no band"));
                    let rects: Vec<(&Item, Rect)> = sheet
                        .items
                        .iter()
                        .filter_map(|item| Some((item, item_or_icon_rect(item)?.shrink(4.0))))
                        .collect();
                    for (number, (a, first)) in rects.iter().enumerate() {
                        assert!(first.bottom() <= top || first.top() >= top, "{place}: {a:?} in the band from {top}");
                        for (b, second) in &rects[number + 1..] {
                            assert!(!first.intersects(*second), "{place}: {a:?} over {b:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn with_a_notice_no_word_of_a_card_is_lost() {
    // A line may be broken elsewhere: spaces do not count.
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let words = |view: &AudienceView, setting: Setting| -> Vec<String> {
        sheets(view, setting, NOW).iter().flat_map(|sheet| sheet.texts().map(plain).collect::<Vec<_>>()).collect()
    };
    // Whole, or the end of one line and the beginning of another.
    let shown = |texts: &[String], word: &str| {
        texts.concat().contains(word)
            || word.char_indices().skip(1).map(|(at, _)| word.split_at(at)).any(|(first, rest)| {
                texts.iter().any(|text| text.ends_with(first)) && texts.iter().any(|text| text.starts_with(rest))
            })
    };
    // The test picture fills whatever room there is, with fewer samples if need be.
    for (name, card) in noticeable().filter(|(_, view)| view.card != Card::Pattern) {
        for setting in settings() {
            let with = words(&noticed(card.clone(), CAR), setting);
            // A list that takes more than eight pages under the band is looked up.
            if matches!(card.card, Card::Cost(_)) && pages(&card, setting) == 8 {
                continue;
            }
            // Which page of how many it is may change.
            for word in words(&card, setting).iter().filter(|word| !word.contains('/')) {
                assert!(shown(&with, word), "{name} {setting:?}: {word:?} is gone");
            }
        }
    }
}

#[test]
fn the_calm_card_carries_no_notice() {
    let texts: Vec<String> = painted(&picture(noticed(view(Card::Blank), CAR), Setting::default(), WALL))
        .into_iter()
        .map(|(text, ..)| text)
        .collect();
    assert_eq!(texts, ["请稍候"]);
}

#[test]
fn a_notice_of_two_lines_fits_a_usual_hall_and_a_longer_one_does_not() {
    let narrow = Setting { aspect: Aspect::Old, hall: Hall::MAX };
    for setting in settings() {
        assert!(notice_fits(CAR, setting), "{setting:?}");
        assert!(!notice_fits(&LONG.repeat(3), setting), "{setting:?}");
    }
    assert!(notice_fits(LONG, Setting::default()));
    // Typed for a wide picture, shown on a narrow one: cut, never over the card.
    let view = noticed(view(story::speaker()), &LONG.repeat(3));
    assert!(sheets(&view, narrow, NOW)[0].texts().any(|text| text.ends_with('…')));
}

#[test]
fn given_a_break_whose_time_is_up_then_words_stand_where_the_digits_were_and_nothing_is_repainted() {
    let texts = |view: &AudienceView| -> Vec<String> {
        sheets(view, Setting::default(), NOW)[0].texts().map(str::to_owned).collect()
    };
    assert_eq!(texts(&view(over())), ["休息结束", "请回座位，我们接着开"]);
    assert_eq!(desk::screen::next_change_ms(&view(over()), NOW), None);
    assert!(desk::screen::next_change_ms(&view(story::pause()), NOW).is_some());
}

#[test]
fn notices_the_test_picture_and_the_end_of_a_break_look_as_they_were_judged() {
    let mut results = SnapshotResults::new();
    let old = Setting { aspect: Aspect::Old, hall: Hall::default() };
    let office = Setting { aspect: Aspect::Office, hall: Hall::default() };
    let english = |view: AudienceView| AudienceView { lang: Lang::En, ..view };
    let pattern = |page| AudienceView { page, ..view(Card::Pattern) };
    for (name, view, setting, size) in [
        ("notice-speaker", noticed(view(story::speaker()), CAR), Setting::default(), WALL),
        ("notice-result", noticed(view(Card::VoteResult(story::result_passed())), LONG), Setting::default(), WALL),
        ("notice-agenda-old", noticed(view(story::agenda()), CAR), old, vec2(1440.0, 1080.0)),
        ("test-picture-1", pattern(0), Setting::default(), WALL),
        ("test-picture-2", pattern(1), Setting::default(), WALL),
        ("test-picture-old-1", english(pattern(0)), old, vec2(1024.0, 768.0)),
        ("test-picture-office-2", english(pattern(1)), office, vec2(1280.0, 800.0)),
        ("break-over", view(over()), Setting::default(), WALL),
    ] {
        let mut harness = picture(view, setting, size);
        harness.snapshot(format!("screen-{name}"));
        results.extend_harness(&mut harness);
    }
}

#[test]
fn the_test_picture_asks_for_every_size_and_every_mark() {
    let view = view(Card::Pattern);
    assert_eq!(pages(&view, Setting::default()), 2);
    let all = sheets(&view, Setting::default(), NOW);
    for side in [Side::Yes, Side::No, Side::Abstain] {
        assert!(all[1].items.iter().any(|item| matches!(item, Item::Mark(_, mark) if *mark == side)), "{side:?}");
    }
    let mut sizes: Vec<f32> = all[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text { text, size, .. } if text.contains("1,650") => Some(size.screen_px()),
            _ => None,
        })
        .collect();
    sizes.dedup();
    assert!(sizes.len() == 5 && sizes.is_sorted(), "{sizes:?}");
}
