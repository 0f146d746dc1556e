//! Wishes that roll over from one procedure to the next, as one line of text.
//!
//! A household is a row of the roll, so the line begins with a mark of the roll it was written for: with another roll the
//! rows would be other doors, and a gift would reach the wrong one.

use crate::refusal::Refusal;
use crate::wish::{Step, Wish};

/// The host cuts a carried text at 2,000 characters.
const MOST_CHARS: usize = 1_900;

/// The line; `None` where there is nothing, or more than fits: then the list is handed in as a table.
pub(crate) fn write(wishes: &[Wish], roll: &str) -> Option<String> {
    let line = |wish: &Wish| {
        let rounds = rounds(wish);
        let text = wish.text.replace(['；', ';', '\n'], "，");
        format!("；{} {} {rounds} {text}", wish.household, wish.free())
    };
    let lines: String = wishes.iter().filter(|wish| wish.rolls_over()).map(line).collect();
    let text = format!("{roll}{lines}");
    (!lines.is_empty() && text.chars().count() <= MOST_CHARS).then_some(text)
}

/// The wishes of a line, for the roll of this mark. What waited a round was verified then; what had not been is verified now.
pub(crate) fn read(text: &str, roll: &str) -> Result<Vec<Wish>, Refusal> {
    let mut lines = text.split('；');
    match lines.next().map(str::trim) {
        Some(mark) if mark == roll => {}
        Some(mark) if mark.starts_with("roll-") => return Err(Refusal::OtherRoll),
        _ => return Err(Refusal::Rolled),
    }
    lines.map(|line| wish(line).ok_or(Refusal::Rolled)).collect()
}

fn wish(line: &str) -> Option<Wish> {
    let mut words = line.trim().splitn(4, ' ');
    let mut number = || words.next()?.parse::<u32>().ok();
    let (household, parts, rounds) = (number()?, number()?, number()?);
    let wish = Wish::new(household, words.next()?, parts).ok()?;
    Some(Wish { step: step(rounds), rounds, ..wish })
}

/// Rounds a wish has waited when the next one begins; one that nobody has verified has not waited.
pub(crate) fn rounds(wish: &Wish) -> u32 {
    if wish.step == Step::Registered { 0 } else { wish.rounds.saturating_add(1) }
}

/// Where a wish begins that has waited so many rounds.
pub(crate) fn step(rounds: u32) -> Step {
    if rounds == 0 { Step::Registered } else { Step::Verified }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::tests::board;
    use crate::wish::News;

    #[test]
    fn given_wishes_in_every_state_only_what_nobody_holds_rolls_over() {
        let mut board = board(&[("拐杖", 1), ("轮椅", 3), ("老花镜；带盒", 1)]);
        board.claim(0, "1号").unwrap();
        board.report((0, 0), News::Delivered).unwrap();
        board.claim(1, "2号").unwrap();
        board.report((1, 0), News::Delivered).unwrap();
        board.register(Wish::new(7, "头盔", 1).unwrap()).unwrap();
        board.register(Wish { step: Step::Published, ..Wish::new(9, "棉被", 1).unwrap() }).unwrap();
        // In somebody's hands, and so a duty of the ledger.
        board.claim(4, "3号").unwrap();
        let text = write(&board.wishes, "roll-36-1f").unwrap();
        assert_eq!(text, "roll-36-1f；1 2 1 轮椅；2 1 1 老花镜，带盒；7 1 0 头盔");
        let read = read(&text, "roll-36-1f").unwrap();
        let seen: Vec<_> = read.iter().map(|wish| (wish.household, wish.parts, wish.step)).collect();
        assert_eq!(seen, [(1, 2, Step::Verified), (2, 1, Step::Verified), (7, 1, Step::Registered)]);
    }

    #[test]
    fn given_another_roll_or_another_text_nothing_is_taken_over() {
        assert_eq!(read("roll-36-1f；1 1 1 轮椅", "roll-37-2a"), Err(Refusal::OtherRoll));
        assert_eq!(read("轮椅", "roll-37-2a"), Err(Refusal::Rolled));
        assert_eq!(read("roll-36-1f；1 轮椅", "roll-36-1f"), Err(Refusal::Rolled));
        assert_eq!(write(&[], "roll-36-1f"), None);
        let many: Vec<Wish> = (0..200).map(|row| Wish::new(row, "一副老花镜两百度", 1).unwrap()).collect();
        assert_eq!(write(&many, "roll-36-1f"), None);
    }
}
