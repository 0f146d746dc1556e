//! The locale files: every text of the program in Chinese and English, looked up by key.
//!
//! Owns the two bundles of `locales/`. The language is always passed explicitly; a missing key is logged and shown as
//! the key itself, never a panic. Numbers come in as finished text, so that no figure is written in two ways.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Lang {
    /// Simplified Chinese, the first language.
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// Both, in the order of the locale folders' weight: Chinese first.
    pub const ALL: [Lang; 2] = [Lang::ZhCn, Lang::En];

    /// The BCP 47 tag, as in `--lang` and in the file's first event.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::ZhCn => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The language of a tag; `None` for any other.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

/// One file a topic; the same list for both languages, so that a file missing in one does not compile.
macro_rules! files {
    ($($topic:literal),+ $(,)?) => {
        const ZH_CN: &[&str] = &[$(include_str!(concat!("../locales/zh-CN/", $topic, ".ftl"))),+];
        const EN: &[&str] = &[$(include_str!(concat!("../locales/en/", $topic, ".ftl"))),+];
    };
}

files![
    "common",
    "desk",
    "meeting",
    "floor",
    "refusal",
    "import",
    "materials",
    "minutes",
    "procedure",
    "pages",
    "screen",
    "headless",
    "figures",
    "file",
    "room",
    "rule",
    "roll",
    "rules",
    "deed",
    "soft",
    "ballots",
    "collection",
    "plugin",
    "payers",
    "shell",
    "calling",
    "rehearsal",
];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 2]> = LazyLock::new(|| [bundle(Lang::ZhCn, ZH_CN), bundle(Lang::En, EN)]);

fn bundle(lang: Lang, files: &[&str]) -> Bundle {
    let id: unic_langid::LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks would be drawn as boxes and would end up in minutes.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(rest, errors)| {
            tracing::error!(?errors, lang = lang.tag(), "a locale file has lines that cannot be read");
            rest
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(?errors, lang = lang.tag(), "a key stands twice in the locale files");
        }
    }
    bundle
}

/// The text of `key`.
pub fn t(lang: Lang, key: &str) -> String {
    tf(lang, key, &[])
}

/// The text of `key` with its places filled; every argument is finished text.
pub fn tf(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let bundle = &BUNDLES[lang as usize];
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::warn!(key, lang = lang.tag(), "no text for this key");
        return key.to_owned();
    };
    let mut filled = FluentArgs::new();
    for (name, value) in args {
        filled.set(*name, FluentValue::from(*value));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&filled), &mut errors);
    if !errors.is_empty() {
        tracing::warn!(key, ?errors, "a place of this text was not filled");
    }
    text.into_owned()
}

/// Every key of a language, sorted: for the tests that hold the two files against each other and against the code.
pub fn keys(lang: Lang) -> Vec<String> {
    let files = match lang {
        Lang::ZhCn => ZH_CN,
        Lang::En => EN,
    };
    let mut keys: Vec<String> = files
        .iter()
        .flat_map(|file| file.lines())
        .filter_map(|line| line.split_once(" =").or_else(|| line.split_once('=')))
        .map(|(key, _)| key)
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()) && !key.contains(' '))
        .map(str::to_owned)
        .collect();
    keys.sort();
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys_once_each() {
        let (zh, en) = (keys(Lang::ZhCn), keys(Lang::En));
        let mut once = zh.clone();
        once.dedup();
        assert_eq!(once, zh, "a key stands twice");
        assert_eq!(zh, en);
    }

    #[test]
    fn every_key_has_a_text() {
        for lang in Lang::ALL {
            for key in keys(lang) {
                assert!(BUNDLES[lang as usize].has_message(&key), "{key} of {lang:?} cannot be read");
            }
        }
    }
}
