//! From an action of the page to a deed on the board.

use fangzhuo_sdk::days;
use fangzhuo_sdk::outcome::{Action, Event, Press, Submission};

use crate::board::Board;
use crate::post::Post;
use crate::refusal::Refusal;
use crate::wish::{News, Standing, Wish};

/// Forms and buttons, by the keys the page gives them.
pub(crate) mod key {
    pub(crate) const WISH: &str = "wish";
    pub(crate) const CLAIM: &str = "claim";
    pub(crate) const NEWS: &str = "news";
    pub(crate) const POST: &str = "post";
    pub(crate) const APPLY: &str = "apply";
    pub(crate) const SERVICE: &str = "service";
    pub(crate) const VERIFY: &str = "verify";
    pub(crate) const PUBLISH: &str = "publish";
    pub(crate) const PUBLISH_ALL: &str = "publish-all";
    pub(crate) const DELIVERED: &str = "delivered";
    pub(crate) const CONFIRM: &str = "confirm";
    pub(crate) const DROP: &str = "drop";
    pub(crate) const NEXT_ROUND: &str = "next-round";
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
    let small = |id: &str| form.integer(id).map_or(Some(1), |number| u32::try_from(number).ok());
    match form.form.as_str() {
        key::WISH => {
            let household = form.household("household").ok_or(Refusal::NoWish)?;
            let parts = small("parts").ok_or(Refusal::Parts)?;
            board.register(Wish::new(household, form.text("wish"), parts)?)
        }
        key::CLAIM => board.claim(form.numbered("wish", "wish").ok_or(Refusal::NoSuchWish)?, form.text("by")),
        key::NEWS => {
            let news = match form.choice("news") {
                Some("contacted") => News::Contacted,
                Some("delivered") => News::Delivered,
                Some("withdrawn") => News::Withdrawn,
                _ => return Err(Refusal::UnknownDeed),
            };
            board.report(two(form.choice("claim"), "claim").ok_or(Refusal::NoClaim)?, news)
        }
        key::POST => {
            let seats = small("seats").ok_or(Refusal::Seats)?;
            board.add_post(Post::new(form.text("post"), seats, form.text("duty"))?)
        }
        key::APPLY => board.apply(form.numbered("post", "post").ok_or(Refusal::NoSuchPost)?, form.text("by")),
        key::SERVICE => {
            let (post, at) = two(form.choice("applicant"), "applicant").ok_or(Refusal::NoApplicant)?;
            let post = board.posts.get_mut(post).ok_or(Refusal::NoSuchPost)?;
            match (form.flag("leaves"), form.decimal("hours").filter(|hours| hours.units != 0)) {
                (false, None) => Err(Refusal::Hours),
                (leaves, hours) => {
                    if let Some(hours) = hours {
                        post.serve(at, if hours.scale == 1 { hours.units } else { 0 })?;
                    }
                    if leaves { post.leave(at) } else { Ok(()) }
                }
            }
        }
        _ => Err(Refusal::UnknownDeed),
    }
}

fn pressed(board: &mut Board, press: &Press) -> Result<(), Refusal> {
    let row = || press.row.map(|row| row as usize);
    let of = |board: &Board, standing| row().and_then(|row| board.at(standing).get(row).copied());
    match press.button.as_str() {
        key::VERIFY => board.verify(of(board, Standing::Registered).ok_or(Refusal::NoSuchWish)?),
        key::PUBLISH => board.publish(of(board, Standing::Verified).ok_or(Refusal::NoSuchWish)?),
        key::CONFIRM => board.confirm(of(board, Standing::Delivered).ok_or(Refusal::NoSuchWish)?),
        key::DROP => board.drop_wish(row().ok_or(Refusal::NoSuchWish)?),
        key::DELIVERED => {
            let claim = row().and_then(|row| board.active().get(row).copied());
            board.report(claim.ok_or(Refusal::NoClaim)?, News::Delivered)
        }
        key::PUBLISH_ALL => board.publish_all(),
        key::NEXT_ROUND => board.next_round(),
        _ => Err(Refusal::UnknownDeed),
    }
}

/// `PREFIX-3-1` as 3 and 1.
fn two(key: Option<&str>, prefix: &str) -> Option<(usize, usize)> {
    let (first, second) = key?.strip_prefix(prefix)?.strip_prefix('-')?.split_once('-')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}
