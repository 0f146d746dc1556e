//! Who is called and on the way to the microphone: the clock stands full until it is started, or as from the call.

use deliberation::Command;
use deliberation::meeting::Meeting;
use deliberation::speakers::Called;
use egui::Ui;
use session::audience::Clock;

use super::clock::{reading_ui, speaker_ui, turn_count};
use crate::action::Action;
use crate::look::tokens::{Size, frame, palette, space};
use crate::look::{Banner, BannerKind, Button, Icon};
use crate::meeting::bench::Bench;
use crate::meeting::parts::line_ui;
use crate::meeting::parts::lines::Ink;

/// Who is called, the full clock and what starts it.
pub(super) fn called_ui(ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting, called: &Called) {
    let colours = *palette(ui);
    let caption = Ink::medium(Size::Note, colours.ink);
    let note = Ink::new(Size::Note, colours.ink2);
    let count = turn_count(bench, meeting, called.person, called.side);
    line_ui(ui, (&bench.say("meeting-called"), caption), (&count, note));
    speaker_ui(ui, bench, called.person, called.side);
    let limit_ms = u64::try_from(meeting.talk(meeting.current()).limit_ms).unwrap_or(0);
    reading_ui(ui, &Clock { limit_ms, ..Clock::default() }.reading(bench.now));
    ui.add_space(space::S3);
    let width = ui.available_width();
    let (text, cap) = (bench.say("meeting-clock-start"), Action::Clock.key_cap(bench.lang));
    let start = Button::primary(&text).icon(Icon::Play).key(&cap).large(frame::BUTTON, Size::Body).width(width);
    if ui.add(start).clicked() {
        bench.wish(Action::Clock);
    }
    ui.add_space(space::S2);
    let text = bench.say("meeting-called-not-here");
    if ui.add(Button::normal(&text).icon(Icon::Cross).pane().width(width)).clicked() {
        bench.submit(Command::LowerHand { who: called.person.into() });
    }
    if let Some(ms) = bench.session.forgotten_ms() {
        ui.add_space(space::S2);
        let seconds = (ms / 1_000).to_string();
        let (title, text) = (bench.tell("meeting-clock-forgotten", &[("n", &seconds)]), bench.say("meeting-from-call"));
        let cap = Action::ClockFromCall.key_cap(bench.lang);
        Banner::new(BannerKind::Warn, &title, "").icon(Icon::Clock).banner_ui(ui, |ui| {
            if ui.add(Button::text(&text).key(&cap).inline()).clicked() {
                bench.wish(Action::ClockFromCall);
            }
        });
    }
}
