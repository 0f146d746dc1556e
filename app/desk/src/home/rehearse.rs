//! What can be rehearsed: the example, a made-up community, a copy of a file worked on lately.

use egui::{ScrollArea, Ui};
use session::Subject;
use words::t;

use super::{HomeScene, HomeWish};
use crate::action::Action;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};
use crate::page::Wish;

/// Width of the texts.
const WIDTH: f32 = 560.0;

/// Shows the choice; `there` says which recent files are where they were.
pub(super) fn rehearse_ui(ui: &mut Ui, scene: &HomeScene<'_>, there: &[bool], wishes: &mut Vec<HomeWish>) {
    let lang = scene.lang;
    let colours = *palette(ui);
    ui.set_max_width(ui.available_width().min(WIDTH));
    text_ui(ui, &t(lang, "rehearsal-title"), Size::Title, Weight::Medium, colours.ink);
    text_ui(ui, &t(lang, "rehearsal-title-hint"), Size::Body, Weight::Regular, colours.ink2);
    ui.add_space(space::S5);
    let files = scene.workspace.preferences.recent.iter().zip(there).filter(|(_, there)| **there);
    let files = files.map(|(recent, _)| {
        (Icon::File, recent.title.clone(), t(lang, "rehearsal-of-file-hint"), Subject::File(recent.path.clone()))
    });
    let made = [
        (Icon::Play, t(lang, "rehearsal-of-example"), t(lang, "rehearsal-of-example-hint"), Subject::Example),
        (Icon::Roll, t(lang, "rehearsal-of-community"), t(lang, "rehearsal-of-community-hint"), Subject::Community),
    ];
    let height = ui.available_height() - frame::BUTTON_FIRST - space::S5;
    ScrollArea::vertical().id_salt("rehearse").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (icon, title, hint, subject) in made.into_iter().chain(files) {
            let button = Button::normal(&title).icon(icon).large(frame::BUTTON_FIRST, Size::Body);
            if ui.add(button.max_width(WIDTH)).clicked() {
                wishes.push(HomeWish::Shell(Wish::Rehearse(subject)));
            }
            text_ui(ui, &hint, Size::Note, Weight::Regular, colours.ink2);
            ui.add_space(space::S3);
        }
    });
    if ui.add(Button::text(&t(lang, "desk-leave-it")).key("Esc")).clicked() {
        wishes.push(HomeWish::Shell(Wish::Do(Action::Leave)));
    }
}
