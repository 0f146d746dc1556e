//! Debate: the motion, who speaks and for which side, one clock, the next two.
//!
//! The foot with the speaker and the clock stands on every page; a long motion takes pages above it. Where the picture is
//! too small for both, the foot gives up the queue, and at last the motion gets pages of its own.

use egui::{Align, Rect, pos2};
use session::audience::{ClockPhase, ClockReading, Share, Side, SpeakerCard};
use words::{Lang, t, tf};

use super::side_word;
use crate::look::measure_bar::fraction;
use crate::look::tokens::{SCREEN, Size, screen_space};
use crate::screen::Stand;
use crate::screen::breaking::{lines, one_line};
use crate::screen::layout::{Head, MOST_LINES, pack_under_head, text_blocks};
use crate::screen::measure::{char_width, width};
use crate::screen::sheet::{Item, Sheet, mark_room};

/// Height of the bar under the clock.
const BAR: f32 = 16.0;
/// From the foot's bottom to the bar's top, with and without the queue.
const QUEUE: f32 = 180.0;
/// Between two lines of the queue.
const QUEUE_PITCH: f32 = 81.0;
/// Height the side takes in a row of its own.
const SIDE_ROW: f32 = 68.0;
/// Room for the chair's reminder over the name, where the foot is without queue: seven hanzi.
const HINT_ROOM: f32 = 350.0;
/// The clock's right edge stands this much outside the margin, so that the ink of a 4 stands on it.
const CLOCK_OUT: f32 = 9.0;

/// How the foot is arranged.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Foot {
    /// Name beside the clock, or over it.
    stacked: bool,
    /// Stacked, and the side has a row of its own over the name.
    side_row: bool,
    name: Size,
    queue: bool,
    height: f32,
    /// Lines of text it takes.
    lines: usize,
}

/// The pages.
pub(crate) fn sheets(card: &SpeakerCard, stand: Stand<'_>) -> Vec<Sheet> {
    let frame = stand.frame;
    let motion = lines(&card.motion, Size::Head, frame.inner());
    let pitch = Size::Head.screen_line();
    let room = frame.bottom - frame.top;
    for queue in [true, false] {
        let foot = arrange(card, stand, queue);
        for paged in [false, true] {
            let head = Head::new(frame, &card.head, paged, stand.lang);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of lines")]
            let by_height = ((room - foot.height - head.height) / pitch).floor().max(0.0) as usize;
            let most = by_height.min(MOST_LINES.saturating_sub(head.lines + foot.lines));
            let enough = if paged { 2.min(motion.len()) } else { motion.len() };
            let some = most >= 1 || motion.is_empty();
            if some && (most >= enough || (paged && !queue)) {
                return over_foot(card, stand, foot, &head, &motion, most);
            }
        }
    }
    // The foot alone, then the motion on pages of its own.
    let foot = arrange(card, stand, false);
    let mut first = Sheet::default();
    foot_paint(&mut first, card, stand, foot);
    let head = Head::new(frame, &card.head, true, stand.lang);
    let mut pages = vec![first];
    pages.extend(pack_under_head(
        frame,
        &card.head,
        stand.lang,
        &text_blocks(frame, &card.motion, Size::Head, SCREEN.ink, 0.0),
    ));
    if room - foot.height >= head.height {
        let count = pages.len();
        if let Some(first) = pages.first_mut() {
            head.place(first, frame, 1, count);
        }
    }
    pages
}

fn over_foot(
    card: &SpeakerCard,
    stand: Stand<'_>,
    foot: Foot,
    head: &Head,
    motion: &[String],
    most: usize,
) -> Vec<Sheet> {
    let frame = stand.frame;
    let chunks: Vec<&[String]> = if motion.is_empty() { vec![&[]] } else { motion.chunks(most.max(1)).collect() };
    let count = chunks.len();
    chunks
        .into_iter()
        .enumerate()
        .map(|(page, chunk)| {
            let mut sheet = Sheet::default();
            head.place(&mut sheet, frame, page + 1, count);
            for (number, line) in chunk.iter().enumerate() {
                #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
                let middle = frame.top + head.height + Size::Head.screen_line() * (number as f32 + 0.5);
                sheet.left(frame.left, middle, Size::Head, line);
            }
            foot_paint(&mut sheet, card, stand, foot);
            sheet
        })
        .collect()
}

/// Width kept for the clock: four places and the sign of overtime, or more where the time allowed has more.
fn clock_room(card: &SpeakerCard) -> f32 {
    let minutes = card.clock.map_or(0, |clock| clock.limit_ms / 60_000);
    let places = 3 + minutes.checked_ilog10().unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "a handful of digits")]
    let digits = char_width('0', Size::Clock) * places as f32;
    digits + char_width(':', Size::Clock) + char_width('+', Size::Clock)
}

fn arrange(card: &SpeakerCard, stand: Stand<'_>, queue: bool) -> Foot {
    let frame = stand.frame;
    let beside = match card.clock {
        Some(_) => frame.inner() + CLOCK_OUT - clock_room(card) - screen_space::S5,
        None => frame.inner(),
    };
    let name = card.speaker.as_ref().map_or("", |speaker| speaker.name.as_str());
    let side = card.speaker.as_ref().and_then(|speaker| speaker.side).map_or(0.0, |side| side_width(stand.lang, side));
    let words = words_over(stand.lang);
    let fits = |size: Size| {
        width(name, size) <= beside && side <= beside && words.iter().all(|word| width(word, Size::Note) <= beside)
    };
    let (stacked, name_size) = match () {
        () if fits(Size::Display) => (false, Size::Display),
        () if fits(Size::Head) => (false, Size::Head),
        () if width(name, Size::Display) <= frame.inner() => (true, Size::Display),
        () => (true, Size::Head),
    };
    let queue = queue && (!card.next.is_empty() || stand.hint.is_some());
    let tail = if queue { QUEUE } else { 0.0 };
    // The longest of the words over the name decides, so that the rows stay where they are while the clock runs.
    let longest = words_over(stand.lang).iter().map(|word| width(word, Size::Note)).fold(0.0, f32::max);
    let side_row = stacked && side > 0.0 && longest + screen_space::S5 + side > frame.inner();
    let height = tail + BAR + if stacked { 531.0 } else { 352.0 } + if side_row { SIDE_ROW } else { 0.0 };
    let queue_lines = if queue { 2 } else { 0 };
    let lines = queue_lines + if stacked && !side_row { 2 } else { 3 };
    Foot { stacked, side_row, name: name_size, queue, height, lines }
}

/// Every word that may stand over the name while the clock runs.
fn words_over(lang: Lang) -> [String; 5] {
    [
        t(lang, "screen-called"),
        t(lang, "screen-speaking"),
        t(lang, "screen-paused"),
        tf(lang, "screen-seconds-left", &[("count", "30")]),
        t(lang, "screen-time-over"),
    ]
}

/// The word over the speaker's name, and its colour.
fn word_and_colour(card: &SpeakerCard, stand: Stand<'_>) -> (String, egui::Color32) {
    let lang = stand.lang;
    if card.speaker.is_none() {
        return (t(lang, "screen-floor-open"), SCREEN.ink2);
    }
    if card.called {
        return (t(lang, "screen-called"), SCREEN.ink);
    }
    let reading = card.clock.map(|clock| (clock, clock.reading(stand.now)));
    match reading {
        Some((_, ClockReading { phase: ClockPhase::Over, .. })) => (t(lang, "screen-time-over"), SCREEN.err),
        Some((clock, _)) if clock.running_since_mono_ms.is_none() => (t(lang, "screen-paused"), SCREEN.ink2),
        Some((_, ClockReading { phase: ClockPhase::Ending, seconds, .. })) => {
            (tf(lang, "screen-seconds-left", &[("count", &seconds.to_string())]), SCREEN.ink)
        }
        _ => (t(lang, "screen-speaking"), SCREEN.ink2),
    }
}

/// The digits of the clock. From ten minutes of overtime on they have a place more than room was kept for: where name or
/// side would be covered, that place is the sign's, and the word and the empty bar say what it said.
fn digits(card: &SpeakerCard, stand: Stand<'_>, foot: Foot, reading: ClockReading) -> String {
    let text = reading.text();
    let room = stand.frame.inner() + CLOCK_OUT;
    let beside = match &card.speaker {
        Some(speaker) if !foot.stacked => {
            let side = speaker.side.map_or(0.0, |side| side_width(stand.lang, side));
            width(&speaker.name, foot.name).max(side) + screen_space::S5
        }
        _ => 0.0,
    };
    if beside + width(&text, Size::Clock) > room { text.trim_start_matches('+').to_owned() } else { text }
}

/// Width of a side's mark and word.
fn side_width(lang: Lang, side: Side) -> f32 {
    mark_room(Size::Title) + width(&side_word(lang, side), Size::Title)
}

fn foot_paint(sheet: &mut Sheet, card: &SpeakerCard, stand: Stand<'_>, foot: Foot) {
    let frame = stand.frame;
    let bar_top = frame.bottom - BAR - if foot.queue { QUEUE } else { 0.0 };
    let clock_middle = bar_top - 162.0;
    let (mut word, mut colour) = word_and_colour(card, stand);
    // Without the queue the chair's reminder takes the place of the word, unless the time has something to say.
    if let (false, Some(hint), true) = (foot.queue, stand.hint, colour == SCREEN.ink2) {
        let longest = words_over(stand.lang).iter().map(|word| width(word, Size::Note)).fold(0.0, f32::max);
        (word, colour) = (one_line(hint, Size::Note, longest.max(HINT_ROOM)), SCREEN.ink);
    }
    let (word_middle, name_middle) =
        if foot.stacked { (clock_middle - 319.0, clock_middle - 197.0) } else { (bar_top - 317.0, bar_top - 204.0) };
    let over = if foot.side_row { word_middle - SIDE_ROW - 16.0 } else { word_middle };
    sheet.text(frame.left, over, Align::Min, Size::Note, colour, &word);
    let digits = card.clock.map_or_else(String::new, |clock| digits(card, stand, foot, clock.reading(stand.now)));
    if let Some(speaker) = &card.speaker {
        let digits = card.clock.map_or(0.0, |_| width(&digits, Size::Clock));
        let taken = if foot.stacked || digits == 0.0 { 0.0 } else { digits - CLOCK_OUT + screen_space::S5 };
        let name = one_line(&speaker.name, foot.name, frame.inner() - taken);
        sheet.left(frame.left, name_middle, foot.name, &name);
        if let Some(side) = speaker.side {
            let words = side_word(stand.lang, side);
            if foot.side_row {
                sheet.side(frame.left, word_middle, Size::Title, side, &words);
            } else if foot.stacked {
                let wide = mark_room(Size::Title) + width(&words, Size::Title);
                sheet.side(frame.right - wide, word_middle, Size::Title, side, &words);
            } else {
                sheet.side(frame.left, bar_top - 83.0, Size::Title, side, &words);
            }
        }
    }
    if let Some(clock) = card.clock {
        let reading = clock.reading(stand.now);
        sheet.right(frame.right + CLOCK_OUT, clock_middle, Size::Clock, &digits);
        bar_paint(sheet, frame.left, frame.right, bar_top, reading);
    }
    if foot.queue {
        queue_paint(sheet, card, stand, bar_top + BAR);
    }
}

/// The time left as a bar; empty and outlined when it is over.
fn bar_paint(sheet: &mut Sheet, left: f32, right: f32, top: f32, reading: ClockReading) {
    let whole = Rect::from_min_max(pos2(left, top), pos2(right, top + BAR));
    match reading.phase {
        ClockPhase::Unlimited => {}
        ClockPhase::Over => sheet.items.push(Item::Outline(whole, screen_space::MARK, SCREEN.err)),
        ClockPhase::Running | ClockPhase::Ending => {
            // Whole seconds: the bar moves with the digits.
            let share = Share { part: clip(reading.seconds.saturating_mul(1000)), whole: clip(reading.limit_ms) };
            sheet.items.push(Item::Fill(whole, SCREEN.well));
            let full = whole.with_max_x(left + whole.width() * fraction(share));
            sheet.items.push(Item::Fill(full, SCREEN.accent));
        }
    }
}

fn clip(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// The next two, or the next one and the chair's reminder.
fn queue_paint(sheet: &mut Sheet, card: &SpeakerCard, stand: Stand<'_>, top: f32) {
    let frame = stand.frame;
    let last = frame.bottom - 30.0;
    let middles = [last - QUEUE_PITCH, last];
    debug_assert!(top < middles[0], "the bar ends above the queue");
    let places = [t(stand.lang, "screen-next"), t(stand.lang, "screen-after-next")];
    let shown = if stand.hint.is_some() { 1 } else { 2 };
    let queue: Vec<_> = card.next.iter().take(shown).collect();
    let caption = places.iter().map(|place| width(place, Size::Body)).fold(0.0, f32::max) + screen_space::S6;
    let name_x = frame.left + caption;
    let sides: Vec<String> =
        queue.iter().map(|next| next.side.map_or_else(String::new, |side| side_word(stand.lang, side))).collect();
    let mark = mark_room(Size::Body);
    let side_room = sides.iter().map(|word| width(word, Size::Body)).fold(0.0, f32::max) + mark;
    let name_room = frame.right - name_x - side_room - screen_space::S6;
    let names: Vec<String> = queue.iter().map(|next| one_line(&next.name, Size::Body, name_room)).collect();
    let widest = names.iter().map(|name| width(name, Size::Body)).fold(0.0, f32::max);
    // Names of three hanzi are the rule: the sides keep their place while the queue moves on.
    let side_x = name_x + widest.max(3.0 * Size::Body.screen_px()).min(name_room) + screen_space::S8 - 8.0;
    for (number, next) in queue.iter().enumerate() {
        let middle = middles[number];
        sheet.left2(frame.left, middle, Size::Body, &places[number]);
        sheet.left(name_x, middle, Size::Body, &names[number]);
        let mut used = side_x;
        if let Some(side) = next.side {
            used += sheet.side(side_x, middle, Size::Body, side, &sides[number]);
        }
        if !next.reason.is_empty() && used + screen_space::S5 + width(&next.reason, Size::Body) <= frame.right {
            sheet.right2(frame.right, middle, Size::Body, &next.reason);
        }
    }
    if let Some(hint) = stand.hint {
        let line = one_line(hint, Size::Body, frame.inner());
        sheet.left(frame.left, middles[1], Size::Body, &line);
    }
}
