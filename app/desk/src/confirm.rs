//! Asking first: only for what cannot be undone (close a vote, make minutes final, erase a person's data).

use egui::{Context, Frame, Id, Margin, Modal, Ui};
use words::{Lang, t};

use crate::look::tokens::{DARK, LIGHT, space};
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};

/// What a person answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Do it.
    Yes,
    /// Leave it; also a click beside the sheet.
    No,
}

/// A question on a sheet over everything.
pub struct Confirm<'a> {
    id: &'static str,
    title: &'a str,
    text: &'a str,
    yes: &'a str,
    width: f32,
    enter: Answer,
}

impl<'a> Confirm<'a> {
    /// A question: what will be done, what of it stays, and the word of the button that does it.
    pub fn new(id: &'static str, title: &'a str, text: &'a str, yes: &'a str) -> Confirm<'a> {
        Confirm { id, title, text, yes, width: 520.0, enter: Answer::No }
    }

    /// As wide as this.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// What Enter answers as long as nothing else has the keyboard; [`Answer::No`] unless said otherwise.
    #[must_use]
    pub fn enter(mut self, answer: Answer) -> Self {
        self.enter = answer;
        self
    }

    /// Shows the question with what `more` adds under it. Esc is an [`Answer::No`], given by whoever reads the keys.
    pub fn confirm_ui(self, ctx: &Context, lang: Lang, more: impl FnOnce(&mut Ui)) -> Option<Answer> {
        let width = self.width;
        let shown = sheet(ctx, self.id, |ui| {
            ui.set_width(width);
            let palette = *palette(ui);
            text_ui(ui, self.title, Size::Title, Weight::Medium, palette.ink);
            ui.add_space(space::S2);
            text_ui(ui, self.text, Size::Body, Weight::Regular, palette.ink);
            more(ui);
            ui.add_space(space::S4);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let yes = ui.add(Button::primary(self.yes).icon(Icon::Check));
                let no = ui.add(Button::normal(&t(lang, "desk-leave-it")).key("Esc"));
                if ui.memory(|memory| memory.focused().is_none()) {
                    if self.enter == Answer::Yes { &yes } else { &no }.request_focus();
                }
                yes.clicked().then_some(Answer::Yes).or(no.clicked().then_some(Answer::No))
            })
            .inner
        });
        let (answer, beside) = shown;
        answer.or(beside.then_some(Answer::No))
    }
}

/// A sheet over everything; what `content` gave and whether somebody clicked beside it.
pub fn sheet<R>(ctx: &Context, id: &'static str, content: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    let palette = if ctx.global_style().visuals.dark_mode { &DARK } else { &LIGHT };
    let frame = Frame::window(&ctx.global_style()).fill(palette.sheet).inner_margin(Margin::same(28));
    let shown =
        Modal::new(Id::unique(id)).backdrop_color(palette.ink.gamma_multiply(0.3)).frame(frame).show(ctx, content);
    (shown.inner, shown.backdrop_response.clicked())
}
