//! The agenda pane: items with number, state, time and second line; the drift of the meeting at the foot.
//!
//! [`row`] one item · [`form`] a new one, or one that is changed · [`order`] items dragged and moved by key · [`drift`]
//! the foot.

mod drift;
mod form;
mod order;
mod row;

use deliberation::Command;
use deliberation::ids::{ItemNo, MeetingNo};
use deliberation::meeting::{Meeting, Phase};
use egui::{Rect, Ui, vec2};
use words::figures::meeting as figures;

use self::form::ItemForm;
use self::order::Order;
use super::bench::Bench;
use super::draft::Draft;
use super::pane_padding;
use super::parts::lines::Ink;
use super::parts::{card_ui, line_ui, pane_ui, scroll_ui};
use crate::action::Action;
use crate::look::tokens::{Size, palette, space};
use crate::look::{Button, Icon, text_ui};

const FOOT: f32 = 76.0;

/// The pane with the half-typed item.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct AgendaPane {
    item: Draft<ItemForm>,
    /// The form is open: for a new item, or for the one it was opened at.
    adding: bool,
    #[serde(skip)]
    changing: Option<ItemNo>,
    #[serde(skip)]
    focus: bool,
    #[serde(skip)]
    order: Order,
}

impl AgendaPane {
    /// Closes the form; its draft is kept. True if one was open.
    pub(super) fn leave(&mut self) -> bool {
        let changed = self.changing.take().is_some();
        if changed {
            // What was typed of another item is no beginning of a new one.
            self.item.value = ItemForm::default();
        }
        std::mem::take(&mut self.adding) | changed
    }

    pub(super) fn has_form(&self) -> bool {
        self.adding || self.changing.is_some()
    }

    /// The pane of a meeting.
    pub(super) fn agenda_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        let ended = matches!(meeting.phase, Phase::Closed { .. });
        if bench.asked(Action::NewItem) && !ended {
            self.add();
        }
        if self.item.settled(bench.session) {
            self.leave();
        }
        let pane = ui.max_rect();
        let padding = pane_padding(bench.small);
        let foot = pane.with_min_y(pane.bottom() - FOOT);
        let head = Rect::from_min_size(pane.min + vec2(padding, padding), vec2(pane.width() - 2.0 * padding, 20.0));
        pane_ui(ui, "head", head, |ui| {
            let note = Ink::new(Size::Note, palette(ui).ink2);
            let items = figures::items(bench.lang, number, meeting).number;
            let budget = figures::budget(bench.lang, number, meeting).text;
            let sum = bench.tell("meeting-agenda-sum", &[("items", &items), ("budget", &budget)]);
            let frozen = meeting.noticed.is_some() && meeting.plan.agenda_locks;
            let title = if frozen { bench.say("meeting-agenda-frozen") } else { bench.say("meeting-agenda") };
            line_ui(ui, (&title, note), (&sum, note));
        });
        let list = pane.with_min_y(head.bottom() + space::S3).with_max_y(foot.top());
        pane_ui(ui, "list", list, |ui| {
            scroll_ui(ui, "items", |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                self.rows_ui(ui, bench, number, meeting);
                if !ended {
                    self.add_ui(ui, bench, meeting);
                }
            });
        });
        pane_ui(ui, "drift", foot, |ui| drift::drift_ui(ui, bench, meeting));
    }

    /// Opens the form for a new item; what was typed of one is still there.
    fn add(&mut self) {
        self.leave();
        self.adding = true;
        self.focus = true;
    }

    fn rows_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MeetingNo, meeting: &Meeting) {
        let mut rows = Vec::new();
        for (index, item) in meeting.items.iter().enumerate() {
            let place = ItemNo::at(index);
            let response = row::row_ui(ui, bench, number, meeting, place, item);
            if response.clicked() {
                match meeting.phase {
                    Phase::Planned => {
                        self.item.value = ItemForm::of(item);
                        (self.adding, self.changing, self.focus) = (false, Some(place), true);
                    }
                    _ => {
                        bench.submit(Command::StartItem { item: place });
                    }
                }
            }
            rows.push(response);
        }
        self.order.order_ui(ui, bench, meeting, &rows);
    }

    fn add_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        let padding = pane_padding(bench.small);
        let width = ui.available_width() - 2.0 * padding;
        ui.add_space(space::S2);
        ui.horizontal(|ui| {
            ui.add_space(padding);
            if self.has_form() {
                let title = match self.changing {
                    Some(item) => bench.tell("meeting-item-change", &[("n", &item.to_string())]),
                    None => bench.say("meeting-item-new"),
                };
                ui.vertical(|ui| {
                    ui.set_width(width);
                    card_ui(ui, &title, |ui| self.form_ui(ui, bench, meeting));
                });
            } else {
                let (text, cap) = (bench.say("meeting-item-add"), Action::NewItem.key_cap(bench.lang));
                if ui.add(Button::text(&text).icon(Icon::Plus).key(&cap).pane()).clicked() {
                    self.add();
                }
            }
        });
        ui.add_space(space::S3);
    }
}

/// The pane while no meeting is planned.
pub(super) fn empty_ui(ui: &mut Ui, bench: &Bench<'_>) {
    let inner = ui.max_rect().shrink(pane_padding(bench.small));
    pane_ui(ui, "empty", inner, |ui| {
        let ink2 = palette(ui).ink2;
        line_ui(ui, (&bench.say("meeting-agenda"), Ink::new(Size::Note, ink2)), ("", Ink::new(Size::Note, ink2)));
        text_ui(ui, &bench.say("meeting-agenda-none"), Size::Body, crate::look::Weight::Regular, ink2);
    });
}
