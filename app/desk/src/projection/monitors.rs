//! The monitors by their numbers: where the desk is, where the room looks, and the choice of another.

use egui::Ui;

use super::{Stand, caption_ui};
use crate::action::Action;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};
use crate::page::Wish;
use crate::screen_window::{Monitor, description, number};

/// Where the columns begin.
const NAME: f32 = 40.0;
const ROLE: f32 = 360.0;

pub(super) fn monitors_ui(ui: &mut Ui, stand: &mut Stand<'_>) {
    caption_ui(ui, &stand.say("projection-monitors"));
    let monitors: Vec<Monitor> = stand.screen.monitors().to_vec();
    let room = stand.screen.chosen().map(|monitor| monitor.index);
    if room.is_none() {
        // Nothing to project on: said where one looks for it, with what to do.
        text_ui(ui, &stand.say("projection-one-monitor"), Size::Body, Weight::Regular, palette(ui).ink);
    }
    for monitor in &monitors {
        row_ui(ui, stand, monitor, room == Some(monitor.index));
    }
    let on = stand.screen.identifies();
    if !monitors.is_empty()
        && ui.add(Button::normal(&stand.say("action-identify")).icon(Icon::Info).marked(on)).clicked()
    {
        stand.wishes.push(Wish::Do(Action::Identify));
    }
}

fn row_ui(ui: &mut Ui, stand: &mut Stand<'_>, monitor: &Monitor, is_room: bool) {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        ui.set_height(frame::BUTTON_PANE);
        ui.spacing_mut().item_spacing.x = space::S2;
        let left = ui.max_rect().left();
        text_ui(ui, &number(monitor), Size::Body, Weight::Medium, colours.ink);
        ui.add_space((left + NAME - ui.cursor().left()).max(0.0));
        let what = description(stand.lang, monitor);
        text_ui(ui, &what, Size::Body, Weight::Regular, colours.ink);
        ui.add_space((left + ROLE - ui.cursor().left()).max(0.0));
        if monitor.desk {
            text_ui(ui, &stand.say("screen-number-desk"), Size::Body, Weight::Regular, colours.ink2);
        } else if is_room {
            text_ui(ui, &stand.say("screen-number-room"), Size::Body, Weight::Regular, colours.ink);
        } else {
            let take = stand.tell("projection-take", &[("number", &number(monitor))]);
            if ui.add(Button::normal(&take).pane()).clicked() {
                stand.screen.take(monitor);
                ui.ctx().request_repaint();
            }
        }
    });
}
