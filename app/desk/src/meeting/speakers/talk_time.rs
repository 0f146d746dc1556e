//! Talk time on the item, for and against, as lengths and digits.

use deliberation::meeting::Meeting;
use egui::{Align2, CornerRadius, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::audience::{Share, Side};
use words::moment;

use crate::look::marks::{MARK_TO_TEXT, mark_colour, mark_paint};
use crate::look::measure_bar::share_x;
use crate::look::text::BASELINE_BELOW_MIDDLE;
use crate::look::tokens::{Size, palette, space};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, line_ui, text_paint};

const ROW: f32 = 24.0;
const BAR: f32 = 8.0;

/// The two sides, drawn to the longer one and at least to five minutes.
pub(super) fn talk_time_ui(ui: &mut Ui, bench: &Bench<'_>, meeting: &Meeting) {
    const FIVE_MINUTES: i64 = 300_000;
    let note = Ink::new(Size::Note, palette(ui).ink2);
    line_ui(ui, (&bench.say("meeting-talk-time"), note), ("", note));
    let (yes, no) = meeting.speakers.talk_time(meeting.current(), bench.at());
    let whole = yes.max(no).max(FIVE_MINUTES);
    for (side, ms, word) in [(Side::Yes, yes, bench.say("side-yes")), (Side::No, no, bench.say("side-no"))] {
        side_ui(ui, side, &word, Share { part: ms, whole }, &moment::length(ms));
    }
}

fn side_ui(ui: &mut Ui, side: Side, word: &str, share: Share, length: &str) {
    let colours = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let name = format!("{word} {length}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let middle = rect.center().y;
    let ink = Ink::new(Size::Note, colours.ink);
    let square = MARK_TO_TEXT * Size::Note.desk_px();
    let baseline = middle + BASELINE_BELOW_MIDDLE * Size::Note.desk_px();
    let place = Rect::from_min_size(pos2(rect.left(), baseline - square), Vec2::splat(square));
    mark_paint(ui.painter(), place, side, &colours);
    let shown = text_paint(ui, word, ink, Align2::LEFT_CENTER, pos2(place.right() + 6.0, middle), 72.0);
    let digits = text_paint(ui, length, ink, Align2::RIGHT_CENTER, pos2(rect.right(), middle), 56.0);
    let from = (rect.left() + 64.0).max(shown.right() + space::S3);
    let to = rect.right() - 60.0_f32.max(digits.width() + space::S3);
    let bar = Rect::from_min_max(pos2(from, middle - BAR / 2.0), pos2(to, middle + BAR / 2.0));
    ui.painter().rect_filled(bar, CornerRadius::ZERO, colours.well);
    let filled = bar.with_max_x(share_x(bar, share));
    ui.painter().rect_filled(filled, CornerRadius::ZERO, mark_colour(&colours, side));
}
