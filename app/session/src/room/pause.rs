//! A break: the time left, when it goes on, and what is said when it is over.

use deliberation::At;
use words::moment::{Zone, clock};
use words::{t, tf};

use super::Room;
use crate::audience::{BreakCard, Card};
use crate::stage::Pause;

pub(super) fn card(room: &Room<'_>, pause: Pause) -> Card {
    let lang = room.lang;
    let zone = Zone::of(&room.snapshot.facts.file);
    let time = clock(&zone, At(pause.ends_utc_ms()));
    Card::Break(BreakCard {
        title: t(lang, "room-break"),
        until: tf(lang, "room-break-until", &[("time", &time)]),
        over: t(lang, "room-break-over"),
        clock: pause.clock(),
    })
}
