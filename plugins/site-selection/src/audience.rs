//! The projected page: what it comes to, and every site with its facts, its veto or what is still to be looked into.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{figure, section};
use fangzhuo_sdk::ui::{Block, Page};
use fangzhuo_sdk::values::Value;

use crate::state::State;
use crate::{desk, words};

pub(crate) fn page(state: &State, lang: Lang) -> Page {
    let standing = state.standing();
    let mut sections = Vec::new();
    if !state.sites.is_empty() {
        sections.push(section("sites", "", vec![desk::contenders(state, &standing, lang)]));
    }
    if let (Some(batch), Some(total)) = (state.batch, state.total) {
        let whole = |label: &str, count: i64| figure(label, Value::Integer(count), String::new());
        let figures = vec![
            whole(lang.pick("原有（个）", "Before"), total - batch),
            whole(lang.pick("本批（个）", "This batch"), batch),
            whole(lang.pick("建成后（个）", "Afterwards"), total),
        ];
        sections.push(section("batch", "", vec![Block::Figures(figures)]));
    }
    sections.push(section("rules", "", vec![Block::Text(words::rules(state, lang))]));
    Page { headline: words::lead(state, &standing, lang), sections }
}
