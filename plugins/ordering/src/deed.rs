//! From an action of the page to a deed on the board.

use fangzhuo_sdk::days;
use fangzhuo_sdk::outcome::{Action, Event, Press, Submission};

use crate::board::{Board, Order};
use crate::offer::{Offer, Typed};
use crate::refusal::Refusal;

/// Forms and buttons, by the keys the page gives them.
pub(crate) mod key {
    pub(crate) const OFFER: &str = "offer";
    pub(crate) const ARRANGE: &str = "arrange";
    pub(crate) const ORDER: &str = "order";
    pub(crate) const CANCEL: &str = "cancel";
    pub(crate) const CLOSE: &str = "close";
    pub(crate) const REOPEN: &str = "reopen";
}

/// What the event makes of the board; an error leaves it to the caller to keep the old one.
pub(crate) fn done(board: &mut Board, event: &Event) -> Result<(), Refusal> {
    // The stamp is in UTC: east of Greenwich its day never lies ahead of the day in the hall, and a tick tells that one.
    if let Some(day) = days::parse(&event.at) {
        board.reach(day);
    }
    match &event.action {
        Action::Tick(day) => {
            board.reach(*day);
            Ok(())
        }
        Action::Submit(form) => submitted(board, form),
        Action::Press(press) => pressed(board, press),
        Action::Check(_) => Err(Refusal::UnknownDeed),
    }
}

fn submitted(board: &mut Board, form: &Submission) -> Result<(), Refusal> {
    let (teacher, day, hours) = (form.text("teacher"), form.day("day"), form.text("hours"));
    match form.form.as_str() {
        key::OFFER => {
            let least = form.integer("least").ok_or(Refusal::Least)?;
            let most = form.integer("most");
            board.add_offer(Offer::new(Typed { name: form.text("offer"), teacher, day, hours, least, most })?)
        }
        key::ARRANGE => board.arrange(form.numbered("offer", "offer").ok_or(Refusal::NoOffer)?, teacher, day, hours),
        key::ORDER => {
            let places = u32::try_from(form.integer("places").unwrap_or(1)).map_err(|_| Refusal::Places)?;
            let offer = form.numbered("offer", "offer").ok_or(Refusal::NoOffer)?;
            board.order(Order { household: form.household("household"), offer, places })
        }
        _ => Err(Refusal::UnknownDeed),
    }
}

fn pressed(board: &mut Board, press: &Press) -> Result<(), Refusal> {
    match (press.button.as_str(), press.row) {
        (key::CANCEL, Some(row)) => board.cancel(row as usize),
        (key::CLOSE, None) => {
            board.closed = true;
            Ok(())
        }
        (key::REOPEN, None) => {
            board.closed = false;
            Ok(())
        }
        _ => Err(Refusal::UnknownDeed),
    }
}
