//! `fangzhuo plugin new NAME [--lang rust|js]`: a working checklist to change, with all it needs beside it.

use std::path::Path;

use procedure::contract::is_key;
use words::{Lang, tf};

use super::kit;
use crate::answer::Answer;
use crate::cli::Language;

/// Makes the folder; one that is there already is left alone.
pub(super) fn run(lang: Lang, name: &str, language: Language) -> Answer {
    let folder = Path::new(name);
    let id = super::name(folder);
    // A crate's name begins with a letter, too.
    if !is_key(&id) || !id.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Answer::bad(tf(lang, "plugin-new-bad-name", &[("name", &id)]));
    }
    if folder.exists() {
        return Answer::bad(tf(lang, "plugin-new-exists", &[("path", name)]));
    }
    if let Err(error) = kit::write(folder, &kit::files(&id, language)) {
        return Answer::bad(tf(lang, "plugin-cannot-write", &[("path", name), ("detail", &error.to_string())]));
    }
    let key = match language {
        Language::Rust => "plugin-new-done-rust",
        Language::JavaScript => "plugin-new-done-js",
    };
    Answer::done(tf(lang, key, &[("path", name)]))
}
