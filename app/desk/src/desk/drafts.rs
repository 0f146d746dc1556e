//! Handing over what is half typed, and taking it back when the file is opened again.

use std::time::Duration;

use egui::{Context, Event};
use serde::Serialize;
use serde::de::DeserializeOwned;
use session::drafts::{Drafts, Value};
use words::{Lang, t, tf};

use super::Desk;
use crate::complaint::Complaint;
use crate::page::Place;

/// The pages with forms, by their name in the side file.
const PAGES: [(&str, Place); 6] = [
    ("meeting", Place::Meeting),
    ("sign-in", Place::SignIn),
    ("matters", Place::Matters),
    ("roll", Place::Roll),
    ("collections", Place::Collections),
    ("procedures", Place::Procedures),
];

/// A page's value, if it differs from the page as it first opens.
fn value_of<T: Serialize + Default>(page: &T) -> Option<Value> {
    let value = session::drafts::value(page)?;
    (Some(&value) != session::drafts::value(&T::default()).as_ref()).then_some(value)
}

/// A page out of its value; one that cannot be read (another program wrote it) opens as it first does.
fn page_of<T: DeserializeOwned>(drafts: &Drafts, name: &str) -> Option<T> {
    session::drafts::read(drafts.get(name)?)
}

/// Whether somebody did something that may have changed a form.
fn touches(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Ime(_)
            | Event::Paste(_)
            | Event::Cut
            | Event::Key { pressed: true, .. }
            | Event::PointerButton { .. }
    )
}

impl Desk {
    /// At the end of a frame: hands over what is half typed when it is time.
    pub(super) fn keep_drafts(&mut self, ctx: &Context) {
        let composing = self.keys.composing();
        let touched = ctx.input(|input| input.events.iter().any(touches));
        let Some(session) = self.workspace.session_mut() else { return };
        if touched {
            session.typed();
        }
        match session.drafts_due(composing) {
            Some(0) => self.hand_over_drafts(),
            Some(ms) => ctx.request_repaint_after(Duration::from_millis(ms)),
            None => {}
        }
    }

    /// Hands over what is half typed now; nothing while pinyin is being composed, for half a syllable is nobody's text.
    pub(super) fn hand_over_drafts(&mut self) {
        if self.keys.composing() {
            return;
        }
        let values = [
            value_of(self.pages.meeting()),
            value_of(&self.sign_in),
            value_of(self.pages.ledger()),
            value_of(&self.roll),
            Some(self.pages.collections()).filter(|page| !page.is_untouched()).and_then(value_of),
            value_of(&self.procedures),
        ];
        let drafts = PAGES.iter().zip(values).filter_map(|((name, _), value)| Some(((*name).to_owned(), value?)));
        let drafts: Drafts = drafts.collect();
        if let Some(session) = self.workspace.session_mut() {
            session.keep_drafts(drafts);
        }
    }

    /// After a file was opened: what was half typed in it stands where it was, and a note says on which pages.
    pub(super) fn take_back_drafts(&mut self) {
        let Some(session) = self.workspace.session() else { return };
        let drafts = session.drafts().clone();
        if drafts.is_empty() {
            return;
        }
        self.pages.take_back(page_of(&drafts, "meeting"), page_of(&drafts, "matters"), page_of(&drafts, "collections"));
        self.sign_in = page_of(&drafts, "sign-in").unwrap_or_default();
        self.roll = page_of(&drafts, "roll").unwrap_or_default();
        self.procedures = page_of(&drafts, "procedures").unwrap_or_default();
        self.complaint = Some(Complaint::note(restored_text(self.workspace.lang(), &drafts)));
    }
}

/// "上次没写完的还在：会议、台账".
fn restored_text(lang: Lang, drafts: &Drafts) -> String {
    let pages = PAGES.iter().filter(|(name, _)| drafts.contains_key(*name));
    let pages: Vec<String> = pages.filter_map(|(_, place)| place.name(lang)).collect();
    tf(lang, "drafts-restored", &[("pages", &pages.join(&t(lang, "list-comma")))])
}
