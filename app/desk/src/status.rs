//! What stands at the right of every head: whether the last deed is saved, what undo would take back, what the room sees.

use egui::Ui;
use session::{Now, SaveState, Session};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::look::tokens::frame;
use crate::look::{Button, Chip, ChipKind, Icon};
use crate::page::Wish;

/// Saving is only worth a word after this long.
const SAVING_MS: u64 = 300;

/// Saved with its time, saving, not saved or read-only.
pub(crate) fn save_chip_ui(ui: &mut Ui, session: &Session, lang: Lang, now: Now) {
    let zone = words::moment::Zone::of(&session.facts().file);
    let saved = |ui: &mut Ui, at: i64| {
        let time = words::moment::clock_seconds(&zone, deliberation::At(at));
        let text = tf(lang, "save-saved", &[("time", &time)]);
        ui.add(Chip::new(Icon::Check, &text, ChipKind::Plain).accent_icon().small());
    };
    match session.save_state(lang) {
        SaveState::Saved(at) => saved(ui, at),
        SaveState::Saving(since) => {
            let waited = now.mono_ms.saturating_sub(since);
            if waited < SAVING_MS {
                saved(ui, session.snapshot().saved_at);
                ui.ctx().request_repaint_after(std::time::Duration::from_millis(SAVING_MS - waited));
            } else {
                ui.add(Chip::new(Icon::Clock, &t(lang, "save-saving"), ChipKind::Plain).small());
            }
        }
        SaveState::NotSaved(why) => {
            ui.add(Chip::new(Icon::Error, &t(lang, "save-not-saved"), ChipKind::Err)).on_hover_text(why);
        }
        SaveState::ReadOnly(reason) => {
            let why = session::read_only_text(lang, session.path(), &reason);
            ui.add(Chip::new(Icon::Lock, &t(lang, "save-read-only"), ChipKind::Quiet)).on_hover_text(why);
        }
    }
}

/// The button that takes the last deed back, with its name.
pub(crate) fn undo_ui(ui: &mut Ui, session: &Session, lang: Lang, wishes: &mut Vec<Wish>) {
    let snapshot = session.snapshot();
    let Some(deed) = &snapshot.undoable else { return };
    let label = words::undo_label(lang, &snapshot.facts, snapshot.as_ref(), deed);
    if ui.add(Button::normal(&label).icon(Icon::Undo).pane().max_width(frame::UNDO_LABEL)).clicked() {
        wishes.push(Wish::Do(Action::Undo));
    }
}

/// What the room sees now: the card, the calm card, a card that stands still, or no screen.
pub(crate) fn screen_chip_ui(ui: &mut Ui, session: &Session, lang: Lang, screen: ScreenState) {
    let stage = &session.stage;
    match screen {
        ScreenState::Lost => {
            ui.add(Chip::new(Icon::Warning, &t(lang, "screen-state-lost"), ChipKind::Warn));
        }
        ScreenState::Off => {
            ui.add(Chip::new(Icon::Screen, &t(lang, "screen-state-off"), ChipKind::Quiet));
        }
        ScreenState::On => {
            let card = tf(lang, "screen-state-on", &[("card", &card_name(lang, session))]);
            ui.add(Chip::new(Icon::Screen, &card, ChipKind::Plain).accent_icon());
        }
    }
    if stage.is_blank() {
        ui.add(Chip::new(Icon::Blank, &t(lang, "screen-state-blank"), ChipKind::Dark));
    }
    if stage.is_locked() {
        ui.add(Chip::new(Icon::Lock, &t(lang, "screen-state-locked"), ChipKind::Bordered));
    }
}

/// Where the room's screen is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScreenState {
    /// Nobody has opened it.
    #[default]
    Off,
    /// On its monitor.
    On,
    /// Its monitor is gone; it comes back by itself.
    Lost,
}

/// The name of the card the room sees, or would see if the screen were not blanked.
pub fn card_name(lang: Lang, session: &Session) -> String {
    use session::StageCard;
    match session.stage.shown().card {
        StageCard::Agenda => t(lang, "card-agenda"),
        StageCard::Speaker => t(lang, "card-speaker"),
        StageCard::Procedure(_) => t(lang, "card-procedure"),
        StageCard::Cost(_) => t(lang, "card-cost"),
        StageCard::Vote(_) => t(lang, "card-vote"),
        StageCard::Decisions => t(lang, "card-decisions"),
    }
}
