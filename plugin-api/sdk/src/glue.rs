//! From the contract's four calls to a [`Procedure`].

use crate::bindings::exports::fangzhuo::procedure::procedure::{Conclusion, Event, Viewer};
use crate::bindings::fangzhuo::procedure::ui::Page;
use crate::bindings::fangzhuo::procedure::values::Fault;
use crate::{Lang, fault};

/// A procedure: a value, what happens to it, what people see of it and what comes of it.
pub trait Procedure: Sized {
    /// The first value, from the settings and the roll; a fault says why it cannot begin.
    fn begin(lang: Lang) -> Result<Self, Fault>;
    /// What an event makes of it. Pure: a fault leaves everything as it was.
    fn step(&mut self, event: &Event, lang: Lang) -> Result<(), Fault>;
    /// The page. Total: every value that `begin` or `step` left has one.
    fn page(&self, viewer: &Viewer, lang: Lang) -> Page;
    /// The result for the minutes, or why it cannot be concluded yet. Both languages agree in everything but text.
    fn conclude(&self, lang: Lang) -> Result<Conclusion, Fault>;
    /// The value as bytes, always the same for the same value.
    fn save(&self) -> Vec<u8>;
    /// The value of these bytes; `None` if another version of the procedure wrote them.
    fn load(bytes: &[u8]) -> Option<Self>;
}

/// A panic ends the call; its message goes to the author's console first.
#[cfg(target_family = "wasm")]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| crate::host::log(&panic.to_string())));
}

/// A native test shows its panics itself.
#[cfg(not(target_family = "wasm"))]
fn report_panics() {}

fn load<P: Procedure>(state: &[u8], lang: Lang) -> Result<P, Fault> {
    P::load(state).ok_or_else(|| {
        let message =
            lang.pick("这份状态不是这一版程序写下的", "This state was not written by this version of the procedure");
        fault("unknown-state", message.to_owned(), None)
    })
}

/// `init` of the contract.
pub fn init<P: Procedure>(locale: &str) -> Result<Vec<u8>, Fault> {
    report_panics();
    P::begin(Lang::of(locale)).map(|begun| begun.save())
}

/// `update` of the contract.
pub fn update<P: Procedure>(state: &[u8], event: &Event) -> Result<Vec<u8>, Fault> {
    report_panics();
    let lang = Lang::of(&event.locale);
    let mut value = load::<P>(state, lang)?;
    value.step(event, lang)?;
    Ok(value.save())
}

/// `view` of the contract.
pub fn view<P: Procedure>(state: &[u8], viewer: &Viewer) -> Page {
    report_panics();
    let lang = Lang::of(&viewer.locale);
    match load::<P>(state, lang) {
        Ok(value) => value.page(viewer, lang),
        Err(fault) => Page { headline: fault.message, sections: Vec::new() },
    }
}

/// `conclude` of the contract.
pub fn conclude<P: Procedure>(state: &[u8], locale: &str) -> Result<Conclusion, Fault> {
    report_panics();
    let lang = Lang::of(locale);
    load::<P>(state, lang)?.conclude(lang)
}
