//! The sheet of the screen: how cards go up, a notice over any card, a break, and which monitor the room looks at.
//!
//! All of it is stage: it reaches the screen in the next frame and waits for no disk. What is half typed stays when the
//! sheet is put away.

mod monitors;
mod notice;
mod pause;

use egui::{Context, Ui};
use session::{Now, Session};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::confirm::sheet;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};
use crate::page::Wish;
use crate::screen::Setting;
use crate::screen_window::ScreenWindow;
use crate::status::card_name;

/// Width of the sheet.
const WIDTH: f32 = 680.0;

/// Which field gets the focus when the sheet opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// None.
    Nothing,
    /// The notice.
    Notice,
    /// The minutes of a break.
    Break,
}

/// What the sheet is drawn with.
pub(crate) struct Stand<'a> {
    pub(crate) session: &'a mut Session,
    pub(crate) screen: &'a mut ScreenWindow,
    pub(crate) lang: Lang,
    pub(crate) now: Now,
    pub(crate) composing: bool,
    pub(crate) setting: Setting,
    pub(crate) wishes: &'a mut Vec<Wish>,
}

impl Stand<'_> {
    fn say(&self, key: &str) -> String {
        t(self.lang, key)
    }

    fn tell(&self, key: &str, args: &[(&str, &str)]) -> String {
        tf(self.lang, key, args)
    }
}

/// The sheet with what is half typed on it.
#[derive(Default)]
pub(crate) struct Projection {
    open: bool,
    /// The field that is to get the focus in the next frame.
    focus: Option<Part>,
    notice: notice::NoticeForm,
    pause: pause::PauseForm,
}

impl Projection {
    /// Opens it at a part.
    pub(crate) fn open(&mut self, part: Part) {
        self.open = true;
        self.focus = Some(part);
    }

    /// Puts it away; whether it was open.
    pub(crate) fn leave(&mut self) -> bool {
        std::mem::take(&mut self.open)
    }

    /// Draws it while it is open.
    pub(crate) fn sheet_ui(&mut self, ctx: &Context, mut stand: Stand<'_>) {
        if !self.open {
            return;
        }
        let focus = self.focus.take();
        let (done, beside) = sheet(ctx, "projection", |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = space::S2;
            let closed = head_ui(ui, &stand);
            ui.add_space(space::S2);
            cards_ui(ui, &mut stand);
            ui.add_space(space::S3);
            let sent = self.notice.notice_ui(ui, &mut stand, focus == Some(Part::Notice));
            ui.add_space(space::S3);
            let begun = self.pause.pause_ui(ui, &mut stand, focus == Some(Part::Break));
            ui.add_space(space::S3);
            monitors::monitors_ui(ui, &mut stand);
            closed || sent || begun
        });
        if done || beside {
            self.open = false;
            ctx.request_repaint();
        }
    }
}

/// Title, what the room sees now, and the way out.
fn head_ui(ui: &mut Ui, stand: &Stand<'_>) -> bool {
    let colours = *palette(ui);
    let mut closed = false;
    ui.horizontal(|ui| {
        text_ui(ui, &stand.say("action-projection"), Size::Title, Weight::Medium, colours.ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            closed = ui.add(Button::text(&stand.say("projection-close")).key("Esc").pane()).clicked();
        });
    });
    let sees = if stand.session.stage.is_blank() {
        stand.say("screen-state-blank")
    } else {
        stand.tell("screen-state-on", &[("card", &card_name(stand.lang, stand.session.on_screen().card))])
    };
    text_ui(ui, &sees, Size::Body, Weight::Regular, colours.ink2);
    closed
}

/// Follow the meeting, or look first and put up.
fn cards_ui(ui: &mut Ui, stand: &mut Stand<'_>) {
    caption_ui(ui, &stand.say("projection-cards"));
    let by_hand = stand.session.stage.is_by_hand();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S2;
        let follow = ui.add(Button::normal(&stand.say("projection-follow")).marked(!by_hand));
        let hand = ui.add(Button::normal(&stand.say("action-by-hand")).marked(by_hand));
        if (follow.clicked() && by_hand) || (hand.clicked() && !by_hand) {
            stand.wishes.push(Wish::Do(Action::ByHand));
        }
        let pattern = stand.session.on_screen().card == session::StageCard::Pattern;
        if ui.add(Button::normal(&stand.say("action-pattern")).icon(Icon::Screen).marked(pattern)).clicked() {
            stand.wishes.push(Wish::Do(Action::Pattern));
        }
        if ui.add(Button::normal(&stand.say("action-single-screen")).icon(Icon::Screen)).clicked() {
            stand.wishes.push(Wish::Do(Action::SingleScreen));
        }
    });
}

/// What stands over a part of the sheet.
fn caption_ui(ui: &mut Ui, text: &str) {
    text_ui(ui, text, Size::Note, Weight::Regular, palette(ui).ink2);
}
