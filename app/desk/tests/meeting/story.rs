//! The septic-tank meeting played up to a line of its story, in a desk that stands at that moment.
#![allow(dead_code, reason = "each test file takes its moments")]

use deliberation::At;
use session::{Now, Story};
use words::Lang;

use crate::common::{Setting, Window, settle, shipped, window_with};

/// Up to which line the story is played, and the moment then.
pub(crate) type Moment = (&'static str, &'static str);

/// Just before 马卫 has said his piece: three wait, two reasons stand.
pub(crate) const DEBATE: Moment = ("一个人住，用得少", "2026-07-18T19:40:18+08:00");
/// Nineteen have answered; 1-2-501 is called next.
pub(crate) const ROLL_CALL: Moment = ("\"door\":\"1-2-501\"", "2026-07-18T19:48:20+08:00");
/// The procedure runs and has not been concluded.
pub(crate) const PROCEDURE: Moment = ("\"do\":\"conclude-procedure\"", "2026-07-18T19:25:00+08:00");
/// After the week: 34 have paid.
pub(crate) const COLLECTION: Moment = ("\"do\":\"finish-duty\",\"matter\":4", "2026-07-20T16:00:00+08:00");

/// Three quotes have been named, none is taken.
pub(crate) const QUOTES: Moment = ("\"do\":\"raise-hand\",\"who\":\"1-1-501\"", "2026-07-18T19:11:00+08:00");
/// The first item: what the thirteenth meeting had settled.
pub(crate) const REVIEW: Moment = ("\"do\":\"add-note\"", "2026-07-18T19:02:00+08:00");
/// The vote is closed, the item goes on.
pub(crate) const VOTED: Moment = ("\"do\":\"undo\",\"refused\"", "2026-07-18T19:52:10+08:00");
/// The last item: the decisions are read back.
pub(crate) const READ_BACK: Moment = ("\"at\":\"2026-07-18T20:12:00+08:00\"", "2026-07-18T20:09:00+08:00");
/// The meeting is over, its minutes are not final.
pub(crate) const OVER: Moment = ("\"do\":\"take-payment\"", "2026-07-18T20:15:00+08:00");
/// Nothing has been opened yet.
pub(crate) const BEFORE: Moment = ("\"do\":\"open-meeting\"", "2026-07-18T18:59:30+08:00");

/// A moment of the story's evening or of the days after.
pub(crate) fn moment(text: &str) -> Now {
    let utc_ms = At::parse(text).unwrap().0;
    Now { mono_ms: 50_000_000, utc_ms }
}

/// The desk on the meeting page, the story played up to the first line after the opening that holds `until` (that line
/// is left out), at the moment `at`.
pub(crate) fn desk_at(setting: Setting, (until, at): Moment) -> Window {
    let now = moment(at);
    let text = shipped().example;
    let from = text.find("\"do\":\"open-meeting\"").and_then(|at| text[..at].rfind('{')).unwrap();
    let rest = &text[from..];
    let line = |at: usize| rest[..at].rfind('\n').map_or(0, |line| line + 1);
    let to = rest.find(until).map_or(rest.len(), line);
    let evening = Story::parse(Lang::ZhCn, &rest[..to]).unwrap();
    let mut window = window_with(setting, |workspace| {
        workspace.open_example().unwrap();
        workspace.tick(now);
        let session = workspace.session_mut().unwrap();
        // The language of the program, not of the story, is spoken by procedures.
        evening.play(session, Lang::ZhCn, &|_| Err(std::io::ErrorKind::NotFound.into())).unwrap();
        // Refusals the story expects are nobody's complaint.
        session.fresh_outcomes();
    });
    window.state_mut().now = now;
    window.state_mut().desk.show(desk::page::Place::Meeting);
    settle(&mut window);
    window
}
