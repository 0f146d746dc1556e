//! The one place where keys are read: once a frame, into actions.

use egui::{Context, Event, ImeEvent, Key, Modifiers};

use crate::action::{Action, Layer, Shortcut};
use crate::page::Place;

/// What has to be remembered from frame to frame to read keys right.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// Pinyin is being composed.
    composing: bool,
    /// A widget had the focus at the end of the last frame; egui takes it away at Esc before anybody can ask.
    focused: bool,
    /// That widget was a text field.
    typing: bool,
}

impl Keys {
    /// Takes this frame's keys out of the input and says what they ask for, in order. A key that means nothing at
    /// `place` is left to the widgets there.
    pub fn read(&mut self, ctx: &Context, place: Place) -> Vec<Action> {
        let focused = self.focused || ctx.memory(|memory| memory.focused().is_some());
        let typing = self.typing || ctx.text_edit_focused();
        let mut actions = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| match event {
                Event::Ime(ime) => {
                    self.follow(ime);
                    true
                }
                Event::Key { key, pressed: true, repeat, modifiers, .. } => {
                    let asked = self.asked(*key, *modifiers, (focused, typing), place);
                    if let Some((action, shortcut)) = asked {
                        if !repeat || shortcut.repeats {
                            actions.push(action);
                        }
                        return false;
                    }
                    true
                }
                _ => true,
            });
        });
        actions
    }

    /// What keys pressed in the room's window ask for: it has no fields, so both layers act. A presenter remote must run
    /// the meeting whichever window has the focus.
    pub fn read_foreign(events: &[Event], place: Place) -> Vec<Action> {
        let nothing = Keys::default();
        let asked = events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, repeat, modifiers, .. } => {
                let (action, shortcut) = nothing.asked(*key, *modifiers, (false, false), place)?;
                (!repeat || shortcut.repeats).then_some(action)
            }
            _ => None,
        });
        asked.collect()
    }

    /// Remembers the focus; called at the end of the frame.
    pub fn remember(&mut self, ctx: &Context) {
        self.focused = ctx.memory(|memory| memory.focused().is_some());
        self.typing = ctx.text_edit_focused();
    }

    /// Whether a widget had the focus when the frame began.
    pub fn focused(&self) -> bool {
        self.focused
    }

    /// Whether pinyin is being composed.
    pub fn composing(&self) -> bool {
        self.composing
    }

    fn follow(&mut self, ime: &ImeEvent) {
        match ime {
            ImeEvent::Preedit { text, .. } => self.composing = !text.is_empty(),
            ImeEvent::Commit(_) => self.composing = false,
            _ => {}
        }
    }

    fn asked(
        &self,
        key: Key,
        held: Modifiers,
        (focused, typing): (bool, bool),
        place: Place,
    ) -> Option<(Action, Shortcut)> {
        let acts = |layer: Layer| match layer {
            // Esc belongs to the composition first.
            Layer::Everywhere => !(self.composing && key == Key::Escape),
            Layer::OutsideText => !typing && !self.composing,
            Layer::OutsideFields => !focused && !self.composing,
        };
        Action::ALL.iter().filter(|action| action.acts_at(place)).find_map(|action| {
            let shortcut =
                action.shortcuts().iter().find(|one| one.key == key && held.matches_exact(one.held) && acts(one.layer));
            shortcut.map(|shortcut| (*action, *shortcut))
        })
    }
}
