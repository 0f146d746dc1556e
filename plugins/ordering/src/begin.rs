//! The first board: the settings, what rolled over, and the tables of offers and orders.

use std::collections::BTreeSet;

use fangzhuo_sdk::values::Value;
use fangzhuo_sdk::{host, roll, settings, tables};

use crate::board::{Board, Order};
use crate::offer::{Offer, Typed};
use crate::refusal::Refusal;
use crate::rolled;

const OFFERS: &str = "offers";
const ORDERS: &str = "orders";

pub(crate) fn board() -> Result<Board, Refusal> {
    let closes = match host::setting("closes") {
        Value::Day(day) => Some(day),
        _ => None,
    };
    let mut board = Board { closes, ..Board::default() };
    if let Some(text) = settings::text("rolled-over") {
        rolled::read(&mut board, &text, &roll::mark(), roll::count())?;
    }
    offers(&mut board)?;
    orders(&mut board)?;
    Ok(board)
}

/// The least number where an offer does not say.
pub(crate) fn least() -> i64 {
    match host::setting("least") {
        Value::Integer(least) => least,
        _ => 6,
    }
}

fn offers(board: &mut Board) -> Result<(), Refusal> {
    let (names, teachers) = (tables::texts(OFFERS, "offer"), tables::texts(OFFERS, "teacher"));
    let (days, hours) = (tables::days(OFFERS, "day"), tables::texts(OFFERS, "hours"));
    let (leasts, mosts) = (tables::integers(OFFERS, "least"), tables::integers(OFFERS, "most"));
    for row in 0..tables::rows(OFFERS) {
        let least = leasts[row].unwrap_or_else(least);
        let (name, teacher, hours) = (&*names[row], &*teachers[row], &*hours[row]);
        let typed = Typed { name, teacher, day: days[row], hours, least, most: mosts[row] };
        let refused = |why| Refusal::Row(OFFERS, row + 2, Box::new(why));
        Offer::new(typed).and_then(|offer| board.add_offer(offer)).map_err(refused)?;
    }
    Ok(())
}

fn orders(board: &mut Board) -> Result<(), Refusal> {
    let (doors, names) = (tables::households(ORDERS, "household"), tables::texts(ORDERS, "offer"));
    let places = tables::integers(ORDERS, "places");
    let mut seen: BTreeSet<(Option<u32>, usize)> =
        board.orders.iter().map(|order| (order.household, order.offer)).collect();
    for row in 0..tables::rows(ORDERS) {
        let refused = |why| Refusal::Row(ORDERS, row + 2, Box::new(why));
        let offer = board.offers.iter().position(|offer| offer.name == names[row]);
        let offer = offer.ok_or_else(|| refused(Refusal::NoOffer))?;
        if doors[row].is_some() && !seen.insert((doors[row], offer)) {
            return Err(refused(Refusal::OrderedTwice));
        }
        let places = u32::try_from(places[row].unwrap_or(1)).unwrap_or(0);
        board.take(Order { household: doors[row], offer, places }).map_err(refused)?;
    }
    Ok(())
}
