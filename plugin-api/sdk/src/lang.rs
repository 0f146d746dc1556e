//! The languages a procedure speaks.

/// Chinese first; English for every other locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// `zh-CN`
    ZhCn,
    /// `en`
    En,
}

impl Lang {
    /// The language of a locale tag.
    pub fn of(locale: &str) -> Lang {
        if locale.starts_with("zh") { Lang::ZhCn } else { Lang::En }
    }

    /// One of two texts.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::ZhCn => zh,
            Lang::En => en,
        }
    }
}
