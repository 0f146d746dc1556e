//! The form of a new community: its name, and where its file will lie.

use std::path::PathBuf;

use egui::{Id, Key, Ui};
use words::{t, tf};

use super::{HomeScene, HomeWish};
use crate::dialogs::Question;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Field, Icon, Size, Weight, palette, text_ui};
use crate::page::Wish;

/// Width of the form.
const WIDTH: f32 = 560.0;

/// A community on its way into a file.
#[derive(Debug, Default)]
pub(super) struct NewCommunity {
    title: String,
    /// Where a person wants it; else a free place in the documents folder.
    chosen: Option<PathBuf>,
    /// That place, for the title it was made for.
    offered: Option<(String, PathBuf)>,
    focused: bool,
}

impl NewCommunity {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, scene: &HomeScene<'_>, wishes: &mut Vec<HomeWish>) {
        let lang = scene.lang;
        let palette = *palette(ui);
        if let Some((Question::NewFile(_), path)) = scene.answer {
            self.chosen = Some(path.clone());
        }
        let width = ui.available_width().min(WIDTH);
        ui.set_max_width(width);
        text_ui(ui, &t(lang, "new-title"), Size::Title, Weight::Medium, palette.ink);
        let hint = match scene.waiting_roll {
            Some(roll) => tf(lang, "new-hint-roll", &[("file", roll)]),
            None => t(lang, "new-hint"),
        };
        text_ui(ui, &hint, Size::Body, Weight::Regular, palette.ink2);
        ui.add_space(space::S5);
        text_ui(ui, &t(lang, "new-name"), Size::Note, Weight::Regular, palette.ink2);
        let id = Id::unique("new-community");
        let name = t(lang, "new-name");
        let field = Field::new(&mut self.title, &name).hint(&t(lang, "new-name-hint")).width(width).id(id).field_ui(ui);
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !scene.composing;
        ui.add_space(space::S4);
        text_ui(ui, &t(lang, "new-place"), Size::Note, Weight::Regular, palette.ink2);
        let path = self.path(scene);
        ui.horizontal(|ui| {
            text_ui(ui, &path.display().to_string(), Size::Body, Weight::Regular, palette.ink);
        });
        if ui.add(Button::text(&t(lang, "new-elsewhere")).pane()).clicked() {
            wishes.push(HomeWish::Shell(Wish::Ask(Question::NewFile(path.clone()))));
        }
        ui.add_space(space::S5);
        let empty = self.title.trim().is_empty();
        let mut make = entered && !empty;
        ui.horizontal(|ui| {
            let reason = t(lang, "new-needs-name");
            let word = t(lang, "new-make");
            let button = Button::primary(&word).icon(Icon::Check).large(frame::BUTTON_FIRST, Size::Body);
            make |= ui.add(button.closed(empty.then_some(reason.as_str()))).clicked();
            let leave = t(lang, "desk-leave-it");
            let leave = Button::normal(&leave).key("Esc").large(frame::BUTTON_FIRST, Size::Body);
            if ui.add(leave).clicked() {
                wishes.push(HomeWish::Shell(Wish::Do(crate::action::Action::Leave)));
            }
        });
        if make {
            wishes.push(HomeWish::Create(path, self.title.trim().to_owned()));
        } else if entered {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn path(&mut self, scene: &HomeScene<'_>) -> PathBuf {
        if let Some(chosen) = &self.chosen {
            return chosen.clone();
        }
        match &self.offered {
            Some((title, path)) if *title == self.title => path.clone(),
            _ => {
                let path = scene.workspace.suggest(&self.title);
                self.offered = Some((self.title.clone(), path.clone()));
                path
            }
        }
    }
}
