//! The sums as key figures, and the bar: paid, agreed and to come in, the rest.

use deliberation::collection::Collection;
use deliberation::ids::CollectionNo;
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use session::audience::Share;
use words::figures::collection::{Column, households, sum};

use crate::look::measure_bar::share_x;
use crate::look::tokens::{Size, corner, frame, palette, space, stroke};
use crate::look::{Icon, icon_paint};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, figure_size, name_place, text_paint};

const BAR: f32 = 12.0;
const STATE: f32 = 40.0;

/// Figures and bar at the head of the page.
pub(super) fn sums_ui(ui: &mut Ui, bench: &Bench<'_>, number: CollectionNo, collection: &Collection) {
    let colours = *palette(ui);
    let sums = collection.sums();
    let mut shown = vec![
        (Column::Due, bench.say("meeting-sum-due")),
        (Column::Paid, bench.say("meeting-sum-paid")),
        (Column::AgreedOpen, bench.say("meeting-sum-agreed")),
        (Column::NotReached, bench.say("meeting-sum-not-reached")),
    ];
    if sums.declined.1 > 0 {
        shown.push((Column::Declined, bench.say("meeting-sum-declined")));
    }
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    ui.add_space(space::S5);
    let height = Size::Note.desk_line() * 2.0 + Size::Display.desk_line();
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let row = row.shrink2(vec2(space::S6, 0.0));
    #[expect(clippy::cast_precision_loss, reason = "five figures at most")]
    let each = row.width() / shown.len() as f32;
    let shown: Vec<_> =
        shown.into_iter().map(|(column, label)| (column, label, sum(bench.lang, number, collection, column))).collect();
    let size = figure_size(ui, shown.iter().map(|(_, _, amount)| amount.number.as_str()), each - space::S3);
    let mut left = row.left();
    for (column, label, amount) in shown {
        let place = Rect::from_min_size(pos2(left, row.top()), vec2(each, height));
        let count = households(bench.lang, number, collection, column).text;
        let note = match column {
            Column::NotReached | Column::Declined => bench.tell("meeting-not-owed", &[("count", &count)]),
            _ => count,
        };
        let name = format!("{label} {} {note}", amount.number);
        let response = ui.interact(place, ui.scope_id().with(("sum", &amount.id)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        let ink2 = Ink::new(Size::Note, colours.ink2);
        let room = each - space::S3;
        text_paint(ui, &label, ink2, Align2::LEFT_TOP, place.min, room);
        let digits = pos2(left, place.top() + Size::Note.desk_line());
        text_paint(ui, &amount.number, Ink::new(size, colours.ink), Align2::LEFT_TOP, digits, room);
        text_paint(ui, &note, ink2, Align2::LEFT_BOTTOM, place.left_bottom(), room);
        left += each;
    }
    ui.add_space(space::S4);
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    bar_paint(ui, bar.shrink2(vec2(space::S6, 0.0)), collection);
    ui.add_space(space::S3);
}

/// What stands beside the columns, in one line: who advanced the gap, or that all is in and what is left over.
pub(super) fn state_ui(ui: &mut Ui, bench: &Bench<'_>, number: CollectionNo, collection: &Collection) {
    let sums = collection.sums();
    let text = |column| sum(bench.lang, number, collection, column).text;
    let mut told = Vec::new();
    if sums.advances_open().0 > 0 {
        let mut names: Vec<String> = Vec::new();
        for advance in collection.advances.iter().filter(|advance| advance.open().0 > 0) {
            let name = bench.name(advance.person);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let names = names.join(&bench.say("list-comma"));
        let args = [("gap", &*text(Column::Gap)), ("names", &names), ("open", &text(Column::AdvancesOpen))];
        told.push(bench.tell("collecting-state-advanced", &args));
    } else if sums.gap().0 == 0 {
        told.push(bench.say("collecting-state-complete"));
    }
    if sums.surplus().0 > 0 {
        told.push(bench.tell("collecting-state-surplus", &[("amount", &text(Column::Surplus))]));
    }
    if sums.short().0 > 0 {
        told.push(bench.tell("collecting-state-short", &[("amount", &text(Column::Short))]));
    }
    if told.is_empty() {
        return;
    }
    let line = told.concat().trim_end().to_owned();
    let inner = ui.available_rect_before_wrap().shrink2(vec2(space::S6, 0.0));
    let place = Rect::from_min_size(inner.min, vec2(inner.width(), STATE));
    let colours = *palette(ui);
    ui.painter().rect_filled(place, CornerRadius::same(corner::BUTTON), colours.paper);
    let icon = Rect::from_center_size(pos2(place.left() + space::S5, place.center().y), Vec2::splat(frame::ICON));
    icon_paint(ui.painter(), icon, Icon::Info, colours.accent);
    let ink = Ink::new(Size::Body, colours.ink);
    let from = pos2(icon.right() + space::S3, place.center().y);
    text_paint(ui, &line, ink, Align2::LEFT_CENTER, from, place.right() - from.x - space::S3);
    name_place(ui, place, "collection-state", &line);
    ui.add_space(STATE + space::S3);
}

/// Paid is solid, agreed and to come in is hatched, the rest is an open frame.
fn bar_paint(ui: &Ui, bar: Rect, collection: &Collection) {
    let colours = palette(ui);
    let sums = collection.sums();
    let whole = sums.due.0.max(1);
    let painter = ui.painter();
    painter.rect(bar, CornerRadius::ZERO, colours.well, Stroke::new(stroke::HAIR, colours.edge), StrokeKind::Inside);
    let paid = share_x(bar, Share { part: sums.paid.0, whole });
    painter.rect_filled(bar.with_max_x(paid), CornerRadius::ZERO, colours.accent);
    let agreed = share_x(bar, Share { part: sums.paid.0.saturating_add(sums.agreed_open.0.0), whole });
    let mut x = paid + 2.0;
    while x + 2.0 <= agreed {
        painter.rect_filled(
            Rect::from_min_max(pos2(x, bar.top()), pos2(x + 2.0, bar.bottom())),
            CornerRadius::ZERO,
            colours.accent,
        );
        x += 5.0;
    }
}
