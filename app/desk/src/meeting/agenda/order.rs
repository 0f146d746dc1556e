//! The order of the items: dragged, or moved by key while one has the focus; only what has not begun moves.

use deliberation::Command;
use deliberation::ids::ItemNo;
use deliberation::meeting::Meeting;
use egui::{Response, Stroke, Ui};
use session::Ticket;

use crate::action::Action;
use crate::look::tokens::{palette, stroke};
use crate::meeting::bench::Bench;

/// A move under way.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// The item in hand, from 0.
    dragged: Option<usize>,
    /// Sent: the focus goes along once it is durable.
    sent: Option<(Ticket, usize)>,
}

impl Order {
    pub(super) fn order_ui(&mut self, ui: &Ui, bench: &mut Bench<'_>, meeting: &Meeting, rows: &[Response]) {
        self.follow(bench, rows);
        let movable = |index: usize| index < rows.len() && !meeting.has_begun(ItemNo::at(index));
        if let Some(from) = rows.iter().position(Response::has_focus)
            && movable(from)
        {
            let to = match (bench.asked(Action::ItemUp), bench.asked(Action::ItemDown)) {
                (true, false) => from.checked_sub(1),
                (false, true) => Some(from + 1),
                _ => None,
            };
            if let Some(to) = to.filter(|to| movable(*to)) {
                self.send(bench, from, to);
            }
        }
        if let Some(index) = rows.iter().position(Response::drag_started) {
            self.dragged = movable(index).then_some(index);
        }
        let Some(from) = self.dragged else { return };
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let over = pointer.and_then(|at| rows.iter().position(|row| row.rect.y_range().contains(at.y)));
        let to = over.filter(|to| movable(*to));
        if let Some(to) = to.filter(|to| *to != from) {
            // Where it would go: over the row when it comes from below, under it when from above.
            let rect = rows[to].rect;
            let y = if to < from { rect.top() } else { rect.bottom() };
            ui.painter().hline(rect.x_range(), y, Stroke::new(stroke::EDGE, palette(ui).accent));
        }
        if rows.get(from).is_none_or(|row| !row.dragged()) {
            self.dragged = None;
            if let Some(to) = to.filter(|to| *to != from) {
                self.send(bench, from, to);
            }
        }
    }

    fn send(&mut self, bench: &mut Bench<'_>, from: usize, to: usize) {
        let ticket = bench.submit(Command::MoveItem { item: ItemNo::at(from), to: ItemNo::at(to) });
        self.sent = Some((ticket, to));
    }

    /// Whoever moves an item goes on with the same one.
    fn follow(&mut self, bench: &Bench<'_>, rows: &[Response]) {
        let Some((ticket, to)) = self.sent else { return };
        if bench.session.is_pending(ticket) {
            return;
        }
        self.sent = None;
        if bench.session.outcome(ticket).is_some_and(session::Outcome::is_done)
            && let Some(row) = rows.get(to)
        {
            row.request_focus();
        }
    }
}
