//! What stands at the right of every head: whether the last deed is saved, what undo would take back, what the room sees.

use egui::Ui;
use session::{Now, ReadOnlyReason, SaveState, Session};
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
    match said(session.save_state(lang), now, session.snapshot().saved_at) {
        Said::Saved(at, look_again) => {
            saved(ui, at);
            if let Some(ms) = look_again {
                ui.ctx().request_repaint_after(std::time::Duration::from_millis(ms));
            }
        }
        Said::Saving => {
            ui.add(Chip::new(Icon::Clock, &t(lang, "save-saving"), ChipKind::Plain).small());
        }
        Said::NotSaved(why) => {
            ui.add(Chip::new(Icon::Error, &t(lang, "save-not-saved"), ChipKind::Err)).on_hover_text(why);
        }
        Said::ReadOnly(reason) => {
            let why = session::read_only_text(lang, session.path(), &reason);
            ui.add(Chip::new(Icon::Lock, &t(lang, "save-read-only"), ChipKind::Quiet)).on_hover_text(why);
        }
    }
}

/// What the chip says.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// Saved at this moment; look again in so many ms if something is under way.
    Saved(i64, Option<u64>),
    Saving,
    NotSaved(String),
    ReadOnly(ReadOnlyReason),
}

fn said(state: SaveState, now: Now, saved_at: i64) -> Said {
    match state {
        SaveState::Saved(at) => Said::Saved(at, None),
        SaveState::Saving(since) => match SAVING_MS.checked_sub(now.mono_ms.saturating_sub(since)) {
            Some(left) if left > 0 => Said::Saved(saved_at, Some(left)),
            _ => Said::Saving,
        },
        SaveState::NotSaved(why) => Said::NotSaved(why),
        SaveState::ReadOnly(reason) => Said::ReadOnly(reason),
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
            let card = tf(lang, "screen-state-on", &[("card", &card_name(lang, session.on_screen().card))]);
            ui.add(Chip::new(Icon::Screen, &card, ChipKind::Plain).accent_icon());
        }
    }
    if let Some(prepared) = stage.prepared() {
        let card = tf(lang, "screen-state-prepared", &[("card", &card_name(lang, prepared.card))]);
        ui.add(Chip::new(Icon::Next, &card, ChipKind::Bordered));
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

/// The name of a card.
pub fn card_name(lang: Lang, card: session::StageCard) -> String {
    use session::StageCard;
    match card {
        StageCard::Agenda => t(lang, "card-agenda"),
        StageCard::Speaker => t(lang, "card-speaker"),
        StageCard::Procedure(_) => t(lang, "card-procedure"),
        StageCard::Cost(_) => t(lang, "card-cost"),
        StageCard::Due { .. } => t(lang, "card-due"),
        StageCard::Compare { .. } => t(lang, "card-compare"),
        StageCard::Rule => t(lang, "card-rule"),
        StageCard::Vote(_) => t(lang, "card-vote"),
        StageCard::Poll(_) => t(lang, "card-poll"),
        StageCard::Review => t(lang, "card-review"),
        StageCard::Decisions => t(lang, "card-decisions"),
        StageCard::Break => t(lang, "card-break"),
        StageCard::Pattern => t(lang, "card-pattern"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_is_only_spoken_of_after_a_third_of_a_second() {
        let at = |mono_ms| said(SaveState::Saving(1_000), Now { mono_ms, utc_ms: 0 }, 7);
        assert_eq!(at(1_000), Said::Saved(7, Some(300)));
        assert_eq!(at(1_299), Said::Saved(7, Some(1)));
        assert_eq!(at(1_300), Said::Saving);
        assert_eq!(at(9_000), Said::Saving);
    }
}
