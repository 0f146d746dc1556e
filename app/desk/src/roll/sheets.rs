//! The sheets by which a unit is put right: its area with the source, its new owners, the developer of what is not
//! delivered. A sheet stays until what it sent is done; a refusal is said over the panes and nothing typed is lost.

mod area;
mod transfer;
mod undelivered;

use deliberation::Command;
use egui::{Context, Ui};
use session::Ticket;
use words::{Lang, t};

use crate::confirm::sheet;
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, palette, text_ui};
use crate::page::Scene;

pub(super) use area::AreaSheet;
pub(super) use area::source_word;
pub(super) use transfer::TransferSheet;
pub(super) use undelivered::UndeliveredSheet;

/// Width of a sheet.
const WIDTH: f32 = 480.0;

/// The sheet that is open.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(super) enum Open {
    Area(AreaSheet),
    Transfer(TransferSheet),
    Undelivered(UndeliveredSheet),
}

impl Open {
    /// Shows it; true when it is over.
    pub(super) fn open_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        match self {
            Open::Area(sheet) => sheet.area_ui(ctx, scene),
            Open::Transfer(sheet) => sheet.transfer_ui(ctx, scene),
            Open::Undelivered(sheet) => sheet.undelivered_ui(ctx, scene),
        }
    }
}

/// What a sheet has sent.
#[derive(Debug, Default)]
struct Sent(Option<Ticket>);

impl Sent {
    fn send(&mut self, scene: &mut Scene<'_>, commands: Vec<Command>) {
        self.0 = Some(scene.session.submit_all(commands));
    }

    /// Whether it is done; after a refusal the sheet may be sent again.
    fn done(&mut self, scene: &Scene<'_>) -> bool {
        let Some(ticket) = self.0.filter(|ticket| !scene.session.is_pending(*ticket)) else { return false };
        self.0 = None;
        scene.session.outcome(ticket).is_some_and(session::Outcome::is_done)
    }
}

/// What somebody did at the foot of a sheet.
struct Foot {
    go: bool,
    leave: bool,
}

/// A sheet with a title, a sentence under it, its fields, and its two buttons; `closed` = why it cannot be done yet.
fn sheet_ui(
    ctx: &Context,
    lang: Lang,
    id: &'static str,
    (title, hint): (&str, &str),
    (word, content): (&str, impl FnOnce(&mut Ui) -> Option<String>),
) -> Foot {
    let (mut foot, beside) = sheet(ctx, id, |ui| {
        ui.set_width(WIDTH);
        let colours = *palette(ui);
        text_ui(ui, title, Size::Title, Weight::Medium, colours.ink);
        text_ui(ui, hint, Size::Body, Weight::Regular, colours.ink2);
        ui.add_space(space::S3);
        let closed = content(ui);
        ui.add_space(space::S3);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
            let go = ui.add(Button::primary(word).icon(Icon::Check).closed(closed.as_deref())).clicked();
            Foot { go, leave: ui.add(Button::normal(&t(lang, "desk-leave-it")).key("Esc")).clicked() }
        })
        .inner
    });
    foot.leave |= beside;
    foot
}

/// The name of a field, above it.
fn caption_ui(ui: &mut Ui, text: &str) {
    let ink = palette(ui).ink2;
    text_ui(ui, text, Size::Note, Weight::Regular, ink);
}
