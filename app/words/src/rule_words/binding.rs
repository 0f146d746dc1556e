//! What kind of decision a rule makes, and by which text.

use deliberation::rule::{BindingLevel, Rule, Source, Superseded};

use super::pick;
use crate::locale::{Lang, t, tf};

/// What kind of decision the vote makes, for cards: 协商意见.
pub fn binding_short(lang: Lang, level: BindingLevel) -> String {
    match level {
        BindingLevel::Deliberation => t(lang, "binding-short-deliberation"),
        BindingLevel::Residents => t(lang, "binding-short-residents"),
        BindingLevel::Villagers => t(lang, "binding-short-villagers"),
        BindingLevel::Party => t(lang, "binding-short-party"),
        BindingLevel::Owners => t(lang, "binding-short-owners"),
    }
}

/// The same for papers: 协商意见，不具业主大会效力; with law and article where the rule has a source, and 旧法 where
/// something took its place.
pub fn binding_long(lang: Lang, rule: &Rule) -> String {
    let level = match rule.level {
        BindingLevel::Deliberation => t(lang, "binding-long-deliberation"),
        other => binding_short(lang, other),
    };
    match (&rule.source, &rule.superseded) {
        (Some(source), old) => {
            let args = [("level", &*level), ("source", &*cited(lang, source))];
            let key = if old.is_some() { "binding-with-old-source" } else { "binding-with-source" };
            tf(lang, key, &args)
        }
        (None, Some(_)) => tf(lang, "binding-old", &[("level", &level)]),
        (None, None) => level,
    }
}

/// Law, article and date: "《民法典》第278条第1款第4项，文本日期 2021-01-01".
pub fn source_text(lang: Lang, source: &Source) -> String {
    let cited = cited(lang, source);
    if source.date.is_empty() {
        cited
    } else {
        tf(lang, "rule-source-dated", &[("source", &cited), ("date", &source.date)])
    }
}

/// Since when the rule is old law, and what took its place.
pub fn superseded_text(lang: Lang, superseded: &Superseded) -> String {
    let args = [("by", pick(lang, &superseded.by)), ("date", &*superseded.date)];
    if superseded.date.is_empty() {
        tf(lang, "rule-superseded", &args)
    } else {
        tf(lang, "rule-superseded-since", &args)
    }
}

/// Law and article: "《民法典》第278条第1款第4项".
pub fn cited(lang: Lang, source: &Source) -> String {
    let article = article_text(lang, &source.article);
    tf(lang, "rule-source", &[("law", pick(lang, &source.law)), ("article", &article)])
}

/// Articles are kept as the law writes them; English says 第278条第1款第4项 as "art. 278 para. 1 no. 4". What is written
/// in any other way stays as it is.
fn article_text(lang: Lang, article: &str) -> String {
    let english = article.split('、').map(english_article).collect::<Option<Vec<_>>>();
    match (lang, english) {
        (Lang::En, Some(articles)) => articles.join(", "),
        _ => article.to_owned(),
    }
}

fn english_article(article: &str) -> Option<String> {
    let mut words = Vec::new();
    for part in article.trim().strip_prefix('第')?.split('第') {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        let word = match part.strip_prefix(digits.as_str()) {
            Some("条") => "art.",
            Some("款") => "para.",
            Some("项") => "no.",
            _ => return None,
        };
        if digits.is_empty() {
            return None;
        }
        words.push(format!("{word} {digits}"));
    }
    Some(words.join(" "))
}
