//! Offers that were not held and who waits for them, as one line of text for the next round.
//!
//! A household is a row of the roll, so the line begins with a mark of the roll it was written for.

use crate::board::{Board, Order};
use crate::offer::{Offer, Typed, Verdict};
use crate::refusal::Refusal;

/// The host cuts a carried text at 2,000 characters.
const MOST_CHARS: usize = 1_900;

/// `MARK；面塑|能人3|6|-|0x1 5x2 -x3`; `None` where nothing waits, or more than fits.
pub(crate) fn write(board: &Board, roll: &str) -> Option<String> {
    let verdicts = board.verdicts();
    let of = |(at, offer): (usize, &Offer)| {
        let orders = board.orders.iter().filter(|order| order.offer == at).map(|order| {
            let household = order.household.map_or("-".to_owned(), |household| household.to_string());
            format!("{household}x{}", order.places)
        });
        let plain = |text: &str| text.replace(['；', '|'], "，");
        let most = offer.most.map_or("-".to_owned(), |most| most.to_string());
        let orders = orders.collect::<Vec<_>>().join(" ");
        format!("；{}|{}|{}|{most}|{orders}", plain(&offer.name), plain(&offer.teacher), offer.least)
    };
    let waits = |at: usize| matches!(verdicts.get(at), Some(Verdict::TooFew { .. }));
    let lines: String = board.offers.iter().enumerate().filter(|(at, _)| waits(*at)).map(of).collect();
    let text = format!("{roll}{lines}");
    (!lines.is_empty() && text.chars().count() <= MOST_CHARS).then_some(text)
}

/// Puts the offers and orders of a line on the board, for the roll of this mark with so many households.
pub(crate) fn read(board: &mut Board, text: &str, roll: &str, households: u32) -> Result<(), Refusal> {
    let mut lines = text.split('；');
    match lines.next().map(str::trim) {
        Some(mark) if mark == roll => {}
        Some(mark) if mark.starts_with("roll-") => return Err(Refusal::OtherRoll),
        _ => return Err(Refusal::Rolled),
    }
    lines.try_for_each(|text| line(board, text, households).ok_or(Refusal::Rolled))
}

fn line(board: &mut Board, line: &str, households: u32) -> Option<()> {
    let words: Vec<&str> = line.split('|').collect();
    let [name, teacher, least, most, orders] = words.as_slice() else { return None };
    let most = if *most == "-" { None } else { Some(most.parse().ok()?) };
    let typed = Typed { name, teacher, day: None, hours: "", least: least.parse().ok()?, most };
    board.add_offer(Offer::new(typed).ok()?).ok()?;
    let offer = board.offers.len() - 1;
    for order in orders.split_whitespace() {
        let (household, places) = order.split_once('x')?;
        let household = if household == "-" { None } else { Some(household.parse().ok()?) };
        if household.is_some_and(|household: u32| household >= households) {
            return None;
        }
        board.take(Order { household, offer, places: places.parse().ok()? }).ok()?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::tests::offer;

    #[test]
    fn given_an_offer_that_lacked_one_it_rolls_over_with_who_waits_and_the_held_one_does_not() {
        let mut board = Board::default();
        board.add_offer(offer("钩织", "能人1", 1, None)).unwrap();
        board.add_offer(offer("面塑", "能人3", 6, Some(12))).unwrap();
        for (household, offer, places) in [(Some(0), 0, 1), (Some(0), 1, 1), (Some(5), 1, 2), (None, 1, 2)] {
            board.order(Order { household, offer, places }).unwrap();
        }
        let text = write(&board, "roll-36-1f").unwrap();
        assert_eq!(text, "roll-36-1f；面塑|能人3|6|12|0x1 5x2 -x2");
        let mut next = Board::default();
        read(&mut next, &text, "roll-36-1f", 36).unwrap();
        assert_eq!(next.offers, board.offers[1..]);
        assert_eq!(next.verdicts(), [Verdict::TooFew { missing: 1 }]);
        assert_eq!(read(&mut Board::default(), &text, "roll-37-2a", 37), Err(Refusal::OtherRoll));
        assert_eq!(read(&mut Board::default(), &text, "roll-36-1f", 5), Err(Refusal::Rolled));
        assert_eq!(read(&mut Board::default(), "面塑", "roll-36-1f", 36), Err(Refusal::Rolled));
    }
}
