//! Where lines end: at the breaks the text carries first, by width only as a last resort.
//!
//! A line holds at most sixteen hanzi. A number stays with its unit ("36 户"), a word and an amount in one piece, closing
//! marks never begin a line, opening ones never end it. Among the ways with the fewest lines the one is taken whose lines
//! end with a clause and are equally long.

use super::measure::{char_width, width};
use crate::look::tokens::Size;

/// Most hanzi in a line of running text.
pub(crate) const MOST_HANZI: usize = 16;

const CLOSING: &str = "，。、；：？！）》〉」』】〕”’…—·%‰℃㎡,.;:?!)]}";
const OPENING: &str = "（《〈「『【〔“‘([{¥￥";

/// Is this an ideograph?
pub(crate) fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

fn stands_alone(c: char) -> bool {
    is_hanzi(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}')
}

/// The lines of `text` at `size` within `room`.
pub(crate) fn lines(text: &str, size: Size, room: f32) -> Vec<String> {
    text.split('\n')
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .flat_map(|line| sense(line, size, room))
        .collect()
}

/// One line of sense, broken by width if it must be.
fn sense(text: &str, size: Size, room: f32) -> Vec<String> {
    if fits(text, size, room) {
        return vec![text.trim().to_owned()];
    }
    let pieces: Vec<String> = pieces(text).into_iter().flat_map(|piece| cut(piece, size, room)).collect();
    best(&pieces, size, room).into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn fits(line: &str, size: Size, room: f32) -> bool {
    width(line.trim_end(), size) <= room && line.chars().filter(|c| is_hanzi(*c)).count() <= MOST_HANZI
}

/// What a line costs that ends inside a clause; against it stands how unequal the lines are.
const INSIDE_CLAUSE: f32 = 0.35;

/// As few lines as possible; among those, lines that end after a mark and are equally long.
fn best(pieces: &[String], size: Size, room: f32) -> Vec<String> {
    // ways[end]: the fewest lines for the pieces before `end`, what they cost, and where the last of them begins.
    let mut ways: Vec<Option<(usize, f32, usize)>> = vec![Some((0, 0.0, 0))];
    let whole: f32 = pieces.iter().map(|piece| width(piece, size)).sum();
    let ideal = whole / (whole / room).ceil().max(1.0) / room;
    for end in 1..=pieces.len() {
        let mut found: Option<(usize, f32, usize)> = None;
        let mut line = String::new();
        for start in (0..end).rev() {
            line.insert_str(0, &pieces[start]);
            if start + 1 < end && !fits(&line, size, room) {
                break;
            }
            let Some((lines, cost, _)) = ways[start] else { continue };
            let off = width(line.trim_end(), size) / room - ideal;
            let inside = end < pieces.len() && line.trim_end().chars().last().is_some_and(is_hanzi);
            let way = (lines + 1, cost + off * off + if inside { INSIDE_CLAUSE } else { 0.0 }, start);
            if found.is_none_or(|found| (way.0, way.1) < (found.0, found.1)) {
                found = Some(way);
            }
        }
        ways.push(found);
    }
    let mut lines = Vec::new();
    let mut end = pieces.len();
    while end > 0 {
        let start = ways[end].map_or(end - 1, |way| way.2);
        lines.push(pieces[start..end].concat());
        end = start;
    }
    lines.reverse();
    lines
}

/// The text in pieces between which a line may end; a blank belongs to the piece before it.
fn pieces(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut pieces = vec![String::new()];
    for (at, &c) in characters.iter().enumerate() {
        if at > 0 && may_break(&characters, at) {
            pieces.push(String::new());
        }
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

/// May a line end before the character at `at`?
fn may_break(characters: &[char], at: usize) -> bool {
    let (before, after) = (characters[at - 1], characters[at]);
    if after == ' ' || CLOSING.contains(after) || OPENING.contains(before) {
        return false;
    }
    if before == ' ' {
        let last = characters[..at].iter().rev().find(|c| **c != ' ');
        let number = last.is_some_and(char::is_ascii_digit);
        // "36 户" stays together; so does a sign of arithmetic with what follows it.
        let sign = last.is_some_and(|c| "−+×=/".contains(*c));
        return !(sign || number && stands_alone(after));
    }
    // "36户" as well.
    if before.is_ascii_digit() && is_hanzi(after) {
        return false;
    }
    stands_alone(before) || stands_alone(after)
}

/// A piece wider than the room in parts that are not.
fn cut(piece: String, size: Size, room: f32) -> Vec<String> {
    if width(piece.trim_end(), size) <= room {
        return vec![piece];
    }
    let mut parts = vec![String::new()];
    let mut used = 0.0;
    for c in piece.chars() {
        used += char_width(c, size);
        if used > room {
            parts.push(String::new());
            used = char_width(c, size);
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// `text` in one line, cut with … where it does not fit: for names and captions that are whole elsewhere.
pub(crate) fn one_line(text: &str, size: Size, room: f32) -> String {
    let text = text.replace('\n', " ");
    if fits(&text, size, room) {
        return text;
    }
    let mut kept = String::new();
    for c in text.chars() {
        if !fits(&format!("{kept}{c}…"), size, room) {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: f32 = 1728.0;

    #[test]
    fn a_break_of_sense_is_kept_and_no_other_is_made() {
        let text = "同意化粪池清掏费 1,650 元\n由 36 户按户平均分摊吗？";
        assert_eq!(lines(text, Size::Head, WIDE), ["同意化粪池清掏费 1,650 元", "由 36 户按户平均分摊吗？"]);
    }

    #[test]
    fn a_line_has_at_most_sixteen_hanzi_and_marks_stay_where_they_belong() {
        let text = "本小区化粪池多年没有清掏，雨天返水，大家同意请宏清环卫来清掏，费用由三十六户按户平均分摊（不分大小），先由物业垫付。";
        for size in [Size::Note, Size::Body, Size::Head] {
            let broken = lines(text, size, WIDE);
            assert_eq!(broken.concat(), text);
            for line in &broken {
                assert!(line.chars().filter(|c| is_hanzi(*c)).count() <= MOST_HANZI, "{line}");
                assert!(width(line, size) <= WIDE, "{line}");
                assert!(!CLOSING.contains(line.chars().next().unwrap()), "{line}");
                assert!(!OPENING.contains(line.chars().last().unwrap()), "{line}");
            }
        }
    }

    #[test]
    fn a_number_stays_with_its_unit_and_an_amount_whole() {
        for room in 300..900 {
            #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
            let broken = lines("清掏费 1,650.00 元由 36 户按户平均分摊", Size::Body, room as f32);
            let all = broken.join("|");
            assert!(all.contains("1,650.00 元") && all.contains("36 户"), "{room}: {all}");
        }
    }

    #[test]
    fn lines_broken_by_width_are_equally_long() {
        let broken = lines("一二三四五六七八九十一二三四五六七八", Size::Head, WIDE);
        assert_eq!(broken.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [9, 9]);
    }

    #[test]
    fn a_word_wider_than_the_room_is_cut_rather_than_lost() {
        let broken = lines("Donaudampfschifffahrtsgesellschaft", Size::Head, 500.0);
        assert_eq!(broken.concat(), "Donaudampfschifffahrtsgesellschaft");
        assert!(broken.iter().all(|line| width(line, Size::Head) <= 500.0));
    }

    #[test]
    fn a_line_ends_with_a_clause_where_that_costs_no_further_line() {
        let text = "本小区化粪池多年没有清掏，雨天返水，大家同意请宏清环卫来清掏，费用由三十六户按户平均分摊，先由物业垫付，收齐以后再还给物业。";
        let broken = lines(text, Size::Head, WIDE);
        assert_eq!(
            broken,
            [
                "本小区化粪池多年没有清掏，雨天返水，",
                "大家同意请宏清环卫来清掏，",
                "费用由三十六户按户平均分摊，",
                "先由物业垫付，收齐以后再还给物业。"
            ]
        );
    }

    #[test]
    fn english_breaks_at_blanks() {
        let broken = lines("The cleaning fee of 1,650 yuan is shared equally by 36 households", Size::Head, 1248.0);
        assert!(broken.len() > 1);
        assert_eq!(broken.join(" "), "The cleaning fee of 1,650 yuan is shared equally by 36 households");
    }

    #[test]
    fn given_a_name_that_is_too_long_then_it_ends_in_dots() {
        assert_eq!(one_line("马卫", Size::Display, 300.0), "马卫");
        let cut = one_line("某某物业服务有限公司", Size::Head, 500.0);
        assert!(cut.ends_with('…') && width(&cut, Size::Head) <= 500.0);
    }
}
