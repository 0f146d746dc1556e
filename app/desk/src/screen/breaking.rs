//! Where lines end: at the breaks the text carries first, by width only as a last resort.
//!
//! A line holds at most sixteen hanzi. A number stays with its unit ("36 户"), a word and an amount in one piece, closing
//! marks never begin a line, opening ones never end it. Lines broken by width are made equally long.

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
    text.split('\n').map(str::trim_end).filter(|line| !line.is_empty()).flat_map(|line| sense(line, size, room)).collect()
}

/// One line of sense, broken by width if it must be.
fn sense(text: &str, size: Size, room: f32) -> Vec<String> {
    let pieces = pieces(text);
    let greedy = fill(&pieces, size, room);
    if greedy.len() < 2 {
        return greedy;
    }
    // The narrowest room with as many lines makes them equal; sixteen steps are finer than a pixel.
    let (mut low, mut high) = (0.0, room);
    for _ in 0..16 {
        let middle = f32::midpoint(low, high);
        if fits(&pieces, size, middle) && fill(&pieces, size, middle).len() <= greedy.len() {
            high = middle;
        } else {
            low = middle;
        }
    }
    fill(&pieces, size, high)
}

fn fits(pieces: &[String], size: Size, room: f32) -> bool {
    pieces.iter().all(|piece| width(piece.trim_end(), size) <= room)
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
        return !(number && stands_alone(after)) && !last.is_some_and(|c| "−+×=/".contains(*c));
    }
    stands_alone(before) || stands_alone(after)
}

fn fill(pieces: &[String], size: Size, room: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces {
        let candidate = format!("{line}{piece}");
        let hanzi = candidate.chars().filter(|c| is_hanzi(*c)).count();
        if line.is_empty() || (width(candidate.trim_end(), size) <= room && hanzi <= MOST_HANZI) {
            line = candidate;
        } else {
            lines.push(std::mem::replace(&mut line, piece.clone()));
        }
        while width(line.trim_end(), size) > room && line.chars().count() > 1 {
            let (head, rest) = cut(&line, size, room);
            lines.push(head);
            line = rest;
        }
    }
    lines.push(line);
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// A piece wider than the room, cut where the room ends.
fn cut(line: &str, size: Size, room: f32) -> (String, String) {
    let mut used = 0.0;
    for (taken, (at, c)) in line.char_indices().enumerate() {
        used += char_width(c, size);
        if used > room && taken > 0 {
            return (line[..at].to_owned(), line[at..].to_owned());
        }
    }
    (line.to_owned(), String::new())
}

/// `text` in one line, cut with … where it does not fit: for names and captions that are whole elsewhere.
pub(crate) fn one_line(text: &str, size: Size, room: f32) -> String {
    let text = text.replace('\n', " ");
    if width(&text, size) <= room {
        return text;
    }
    let mut kept = String::new();
    let mut used = char_width('…', size);
    for c in text.chars() {
        used += char_width(c, size);
        if used > room {
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
