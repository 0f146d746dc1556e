//! Where a procedure comes from: shipped, a component file, or a folder of sources that is built first.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use procedure::{Component, Failure};
use words::{Lang, t, tf};

use super::super::read;
use super::build;
use crate::answer::Answer;
use crate::places::engine;
use crate::shipped::shipped;

/// The bytes of a component file, or of what the sources in a folder build to.
pub(super) fn bytes(lang: Lang, what: &Path) -> Result<Cow<'static, [u8]>, Answer> {
    if what.is_dir() {
        return build::built(lang, what).map(|built| Cow::Owned(built.bytes));
    }
    read(lang, what).map(Cow::Owned)
}

/// A shipped procedure by its id, a component file, or a folder of sources.
pub(super) fn named(lang: Lang, plugin: &str) -> Result<Cow<'static, [u8]>, Answer> {
    let path = Path::new(plugin);
    if path.extension().is_some_and(|extension| extension == "wasm") || path.join("plugin.toml").is_file() {
        return bytes(lang, path);
    }
    let known: Vec<(String, &'static [u8])> = shipped()
        .components
        .into_iter()
        .filter_map(|bytes| Component::check(bytes).ok().map(|anatomy| (anatomy.manifest.id, bytes)))
        .collect();
    if let Some((_, bytes)) = known.iter().find(|(id, _)| id == plugin) {
        return Ok(Cow::Borrowed(bytes));
    }
    let ids: Vec<&str> = known.iter().map(|(id, _)| id.as_str()).collect();
    let args = [("plugin", plugin), ("known", &*ids.join(&t(lang, "headless-comma")))];
    Err(Answer::bad(tf(lang, "headless-plugin-unknown", &args)))
}

/// The component, compiled.
pub(super) fn component(lang: Lang, bytes: &[u8]) -> Result<Arc<Component>, Answer> {
    engine()
        .and_then(|engine| engine.component(bytes))
        .map_err(|failure| Answer::bad(tf(lang, "headless-plugin-unfit", &[("detail", &failure.detail())])))
}

/// A failure's sentence with its details behind it, for an author.
pub(super) fn sentence(lang: Lang, failure: &Failure) -> String {
    let args = failure.args(|_| None);
    let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let sentence = tf(lang, failure.key(), &args);
    match failure {
        Failure::Refused(_) => sentence,
        other => tf(lang, "plugin-with-detail", &[("sentence", &sentence), ("detail", &other.detail())]),
    }
}
