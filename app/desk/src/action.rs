//! Everything a key, a menu or a button can do, once: name, keys, help and when the keys act.
//!
//! Two people share one keyboard, so there are two layers. [`Layer::Everywhere`] acts also while somebody types or
//! composes pinyin; [`Layer::OutsideFields`] only when no widget has the focus and nothing is being composed. Keys are
//! read in one place, [`crate::keys`]; the help sheet is drawn from this list.

use deliberation::speakers::Prompt;
use egui::{Key, Modifiers};
use words::{Lang, t};

use crate::page::Place;

/// When the key of an action acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Also while typing or composing.
    Everywhere,
    /// Only when no widget has the focus and nothing is being composed.
    OutsideFields,
    /// Only when no text field has the focus: inside it the key belongs to the field.
    OutsideText,
}

/// A key with what is held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// Held down; exactly these.
    pub held: Modifiers,
    /// Pressed.
    pub key: Key,
    /// When it acts.
    pub layer: Layer,
    /// Whether holding the key down repeats it.
    pub repeats: bool,
}

const fn everywhere(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::NONE, key, layer: Layer::Everywhere, repeats: false }
}

const fn ctrl(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::COMMAND, key, layer: Layer::Everywhere, repeats: false }
}

const fn shift(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::SHIFT, key, layer: Layer::Everywhere, repeats: false }
}

const fn ctrl_shift(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::COMMAND.plus(Modifiers::SHIFT), key, layer: Layer::Everywhere, repeats: false }
}

const fn alt(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::ALT, key, layer: Layer::Everywhere, repeats: false }
}

const fn alt_outside_text(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::ALT, key, layer: Layer::OutsideText, repeats: false }
}

const fn repeating(shortcut: Shortcut) -> Shortcut {
    Shortcut { repeats: true, ..shortcut }
}

const fn free(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::NONE, key, layer: Layer::OutsideFields, repeats: false }
}

const fn outside_text(key: Key) -> Shortcut {
    Shortcut { held: Modifiers::COMMAND, key, layer: Layer::OutsideText, repeats: false }
}

/// Where actions stand on the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The meeting goes on: next, back, speakers, the vote.
    Meeting,
    /// What the room sees.
    Screen,
    /// Who speaks and for how long.
    Floor,
    /// Files, pages and help.
    Desk,
}

impl Group {
    /// All, in the order of the help sheet.
    pub const ALL: [Group; 4] = [Group::Meeting, Group::Floor, Group::Screen, Group::Desk];

    /// Its heading on the help sheet.
    pub fn title(self, lang: Lang) -> String {
        match self {
            Group::Meeting => t(lang, "help-group-meeting"),
            Group::Floor => t(lang, "help-group-floor"),
            Group::Screen => t(lang, "help-group-screen"),
            Group::Desk => t(lang, "help-group-desk"),
        }
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident, $group:ident, $key:literal, $help:literal, [$($shortcut:expr),*];)+) => {
        /// What can be asked for by key, menu or button.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action {
            $($(#[$doc])* $name,)+
        }

        impl Action {
            /// Every action, in the order of the help sheet.
            pub const ALL: &'static [Action] = &[$(Action::$name),+];

            /// Its name.
            pub fn name(self, lang: Lang) -> String {
                match self { $(Action::$name => t(lang, $key),)+ }
            }

            /// What it does, in one sentence.
            pub fn help(self, lang: Lang) -> String {
                match self { $(Action::$name => t(lang, $help),)+ }
            }

            /// Its keys, the one shown on buttons first; none for what the palette and buttons alone do.
            pub const fn shortcuts(self) -> &'static [Shortcut] {
                match self { $(Action::$name => const { &[$($shortcut),*] },)+ }
            }

            /// Where it stands on the help sheet.
            pub const fn group(self) -> Group {
                match self { $(Action::$name => Group::$group,)+ }
            }
        }
    };
}

actions! {
    /// One moment on: next page, next speaker, next card, next item.
    NextMoment, Meeting, "action-next-moment", "action-next-moment-help", [everywhere(Key::PageDown)];
    /// One moment back, exactly.
    PreviousMoment, Meeting, "action-previous-moment", "action-previous-moment-help", [everywhere(Key::PageUp)];
    /// Opens sign-in.
    SignIn, Meeting, "action-sign-in", "action-sign-in-help", [everywhere(Key::F2)];
    /// A new item from the floor.
    NewItem, Meeting, "action-new-item", "action-new-item-help", [everywhere(Key::F4)];
    /// The item that has the focus goes one place up; only what has not begun moves.
    ItemUp, Meeting, "action-item-up", "action-item-move-help", [alt_outside_text(Key::ArrowUp)];
    /// It goes one place down.
    ItemDown, Meeting, "action-item-down", "action-item-move-help", [alt_outside_text(Key::ArrowDown)];
    /// The minutes grow to the whole middle, and back.
    Minutes, Meeting, "action-minutes", "action-minutes-help", [everywhere(Key::F6)];
    /// Opens the vote on the motion on the table; with a vote open it asks whether to close it.
    OpenVote, Meeting, "action-open-vote", "action-open-vote-help", [everywhere(Key::F9)];
    /// In a roll-call: the marked household is for.
    CallYes, Meeting, "action-call-yes", "action-call-help", [free(Key::Num1)];
    /// In a roll-call: the marked household is against.
    CallNo, Meeting, "action-call-no", "action-call-help", [free(Key::Num2)];
    /// In a roll-call: the marked household abstains.
    CallAbstain, Meeting, "action-call-abstain", "action-call-help", [free(Key::Num3)];
    /// Takes the last deed or move back.
    Undo, Meeting, "action-undo", "action-undo-help", [everywhere(Key::F10), outside_text(Key::Z)];
    /// Does it again.
    Redo, Meeting, "action-redo", "action-redo-help", [shift(Key::F10), outside_text(Key::Y)];
    /// Raises a hand.
    RaiseHand, Floor, "action-raise-hand", "action-raise-hand-help", [everywhere(Key::F3)];
    /// The next step of the queue: calls the next speaker, then starts their clock.
    NextSpeaker, Floor, "action-next-speaker", "action-next-speaker-help", [everywhere(Key::F7), free(Key::Space)];
    /// Starts or pauses the clock.
    Clock, Floor, "action-clock", "action-clock-help", [free(Key::S), ctrl(Key::T)];
    /// Starts the clock as from the call: its start was forgotten.
    ClockFromCall, Floor, "action-clock-from-call", "action-clock-from-call-help", [ctrl_shift(Key::T)];
    /// Puts whoever spoke last into the queue again.
    ReAddSpeaker, Floor, "action-re-add-speaker", "action-re-add-speaker-help", [ctrl(Key::R)];
    /// Thirty seconds more; in a break a minute.
    MoreTime, Floor, "action-more-time", "action-more-time-help", [repeating(ctrl(Key::ArrowUp))];
    /// Thirty seconds less; in a break a minute.
    LessTime, Floor, "action-less-time", "action-less-time-help", [repeating(ctrl(Key::ArrowDown))];
    /// Reminds the hall: for or against first.
    PromptStance, Floor, "prompt-stance-first", "action-prompt-help", [alt(Key::Num1)];
    /// Reminds the hall to keep to the matter.
    PromptTopic, Floor, "prompt-on-topic", "action-prompt-help", [alt(Key::Num2)];
    /// Reminds the hall to let people finish.
    PromptFinish, Floor, "prompt-no-interrupting", "action-prompt-help", [alt(Key::Num3)];
    /// Reminds the hall to speak to the chair.
    PromptChair, Floor, "prompt-face-chair", "action-prompt-help", [alt(Key::Num4)];
    /// Reminds the hall to stay courteous.
    PromptCourtesy, Floor, "prompt-courtesy", "action-prompt-help", [alt(Key::Num5)];
    /// Reminds the speaker that the time is up.
    PromptTime, Floor, "prompt-wind-up", "action-prompt-help", [alt(Key::Num6)];
    /// Blanks the screen or shows it again.
    Blank, Screen, "action-blank", "action-blank-help", [free(Key::B), everywhere(Key::F8), free(Key::Period)];
    /// The screen stands still while the meeting goes on, or follows again.
    Lock, Screen, "action-lock", "action-lock-help", [ctrl(Key::L)];
    /// Looks at the next page or card on the desk; the room sees nothing of it.
    LookAhead, Screen, "action-look-ahead", "action-look-ahead-help", [shift(Key::PageDown)];
    /// Looks at the one before.
    LookBack, Screen, "action-look-back", "action-look-back-help", [shift(Key::PageUp)];
    /// Puts up what is looked at.
    PutUp, Screen, "action-put-up", "action-put-up-help", [everywhere(Key::F12)];
    /// Every card is put up by hand, or the screen follows the meeting.
    ByHand, Screen, "action-by-hand", "action-by-hand-help", [ctrl_shift(Key::L)];
    /// A short line over any card; the same key takes it off.
    Notice, Screen, "action-notice", "action-notice-help", [ctrl(Key::B)];
    /// A break with the time left; the same key ends it.
    Break, Screen, "action-break", "action-break-help", [shift(Key::F8)];
    /// Opens the screen window.
    ScreenOn, Screen, "action-screen-on", "action-screen-on-help", [everywhere(Key::F5)];
    /// Closes the screen window.
    ScreenOff, Screen, "action-screen-off", "action-screen-off-help", [shift(Key::Escape)];
    /// This window becomes what the room sees, and the desk again: for a PC with one screen.
    SingleScreen, Screen, "action-single-screen", "action-single-screen-help", [shift(Key::F5)];
    /// A number on every monitor, and off again.
    Identify, Screen, "action-identify", "action-identify-help", [shift(Key::F11)];
    /// The test picture on the screen, and off again.
    Pattern, Screen, "action-pattern", "action-pattern-help", [shift(Key::F12)];
    /// The sheet of the screen: how cards go up, notice, break, monitors.
    Projection, Screen, "action-projection", "action-projection-help", [ctrl(Key::D)];
    /// The desk window over the whole monitor, and back.
    FullScreen, Screen, "action-full-screen", "action-full-screen-help", [everywhere(Key::F11)];
    /// Another of the duties works at the desk.
    ChangePerson, Desk, "action-change-person", "action-change-person-help", [ctrl(Key::P)];
    /// Everything that can be done or opened here, found by its name.
    Commands, Desk, "action-commands", "action-commands-help", [ctrl(Key::K)];
    /// Finds a household by door, pinyin or initials.
    Find, Desk, "action-find", "action-find-help", [ctrl(Key::F)];
    /// Something new: a community on the home page, a matter in the ledger, a payment in a collection.
    New, Desk, "action-new", "action-new-help", [ctrl(Key::N)];
    /// Opens a file.
    Open, Desk, "action-open", "action-open-help", [ctrl(Key::O)];
    /// On the home page: opens the example meeting.
    Example, Desk, "action-example", "action-example-help", [free(Key::E)];
    /// What should be looked at before a meeting opens.
    Preflight, Desk, "action-preflight", "action-preflight-help", [shift(Key::F2)];
    /// The minutes as a Word file.
    ExportMinutes, Desk, "action-export-minutes", "action-export-minutes-help", [];
    /// A copy of the open file to try everything out on.
    Rehearse, Desk, "action-rehearse", "action-rehearse-help", [];
    /// A rehearsal plays on or stands still.
    RehearsalPlay, Desk, "action-rehearsal-play", "action-rehearsal-play-help", [];
    /// It goes a step faster.
    RehearsalFaster, Desk, "action-rehearsal-faster", "action-rehearsal-faster-help", [];
    /// It goes a step slower.
    RehearsalSlower, Desk, "action-rehearsal-slower", "action-rehearsal-slower-help", [];
    /// The copy goes, the file is open again.
    RehearsalLeave, Desk, "rehearsal-leave", "action-rehearsal-leave-help", [];
    /// Larger letters on the desk; the screen stays as it is.
    TextLarger, Desk, "action-text-larger", "action-text-larger-help",
        [repeating(ctrl(Key::Plus)), repeating(ctrl(Key::Equals))];
    /// Smaller letters on the desk.
    TextSmaller, Desk, "action-text-smaller", "action-text-smaller-help", [repeating(ctrl(Key::Minus))];
    /// Letters of the usual size on the desk.
    TextNormal, Desk, "action-text-normal", "action-text-normal-help", [ctrl(Key::Num0)];
    /// The keys.
    Help, Desk, "action-help", "action-help-help", [everywhere(Key::F1)];
    /// Leaves the field, the form or the sheet; with none open, blanks the screen.
    Leave, Desk, "action-leave", "action-leave-help", [everywhere(Key::Escape)];
}

impl Action {
    /// Whether its keys mean anything at a place; elsewhere they are left to the widgets.
    pub fn acts_at(self, place: Place) -> bool {
        match self {
            Action::Example => place == Place::Home,
            Action::CallYes | Action::CallNo | Action::CallAbstain | Action::ItemUp | Action::ItemDown => {
                place == Place::Meeting
            }
            _ => true,
        }
    }

    /// The rule it reminds of, if that is what it does.
    pub fn prompt(self) -> Option<Prompt> {
        match self {
            Action::PromptStance => Some(Prompt::StanceFirst),
            Action::PromptTopic => Some(Prompt::OnTopic),
            Action::PromptFinish => Some(Prompt::NoInterrupting),
            Action::PromptChair => Some(Prompt::FaceChair),
            Action::PromptCourtesy => Some(Prompt::Courtesy),
            Action::PromptTime => Some(Prompt::WindUp),
            _ => None,
        }
    }

    /// The cap of its first key, for buttons: "F7", "Ctrl R".
    pub fn key_cap(self, lang: Lang) -> String {
        self.shortcuts().first().map_or_else(String::new, |shortcut| shortcut.cap(lang))
    }
}

impl Shortcut {
    /// As written on a cap: "F7", "Ctrl R", "Shift Esc".
    pub fn cap(&self, lang: Lang) -> String {
        let key = match self.key {
            Key::Space => t(lang, "key-space"),
            Key::Enter => t(lang, "key-enter"),
            Key::Escape => "Esc".to_owned(),
            Key::PageDown => "PgDn".to_owned(),
            Key::PageUp => "PgUp".to_owned(),
            Key::ArrowUp => "↑".to_owned(),
            Key::ArrowDown => "↓".to_owned(),
            Key::Period => ".".to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "−".to_owned(),
            Key::Equals => "=".to_owned(),
            other => other.name().to_owned(),
        };
        let mut cap = String::new();
        if self.held.command {
            cap.push_str(if cfg!(target_os = "macos") { "Cmd " } else { "Ctrl " });
        }
        if self.held.alt {
            cap.push_str("Alt ");
        }
        if self.held.shift {
            cap.push_str("Shift ");
        }
        cap + &key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        let mut seen: Vec<(Key, Modifiers)> = Vec::new();
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                let key = (shortcut.key, shortcut.held);
                assert!(!seen.contains(&key), "{action:?} shares {key:?}");
                seen.push(key);
            }
        }
    }

    #[test]
    fn the_first_six_prompts_have_alt_and_a_digit_in_their_order() {
        let keyed: Vec<Prompt> = Action::ALL.iter().filter_map(|action| action.prompt()).collect();
        assert_eq!(keyed, Prompt::ALL[..6]);
        for (at, action) in Action::ALL.iter().filter(|action| action.prompt().is_some()).enumerate() {
            assert_eq!(action.key_cap(Lang::ZhCn), format!("Alt {}", at + 1));
        }
    }

    #[test]
    fn a_presenter_remote_and_the_f_keys_act_everywhere_and_letters_never_do() {
        for action in Action::ALL {
            for shortcut in action.shortcuts() {
                let types = shortcut.held == Modifiers::NONE && shortcut.key.name().chars().count() == 1;
                assert!(!types || shortcut.layer == Layer::OutsideFields, "{action:?} acts while typing");
            }
        }
        let remote = Action::NextMoment.shortcuts()[0];
        assert_eq!((remote.key, remote.layer), (Key::PageDown, Layer::Everywhere));
    }

    #[test]
    fn every_action_has_a_name_and_a_sentence_and_its_keys_have_caps_in_both_languages() {
        for lang in Lang::ALL {
            for action in Action::ALL {
                assert!(!action.name(lang).starts_with("action-"), "{action:?}");
                assert!(!action.help(lang).starts_with("action-"), "{action:?}");
                assert_eq!(action.key_cap(lang).is_empty(), action.shortcuts().is_empty());
            }
        }
        assert_eq!(Action::ReAddSpeaker.key_cap(Lang::ZhCn), "Ctrl R");
        assert_eq!(Action::ClockFromCall.key_cap(Lang::ZhCn), "Ctrl Shift T");
        assert_eq!(Action::ScreenOff.key_cap(Lang::En), "Shift Esc");
    }
}
