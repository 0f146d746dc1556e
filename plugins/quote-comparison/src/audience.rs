//! The projected page: who leads and why, and every quote with what is said against it.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::page::{notice, section};
use fangzhuo_sdk::ui::{Block, Page};
use fangzhuo_sdk::values::Tone;

use crate::state::State;
use crate::{contenders, desk, words};

pub(crate) fn page(state: &State, lang: Lang) -> Page {
    let ranking = state.ranking();
    let mut sections = Vec::new();
    if !state.quotes.is_empty() {
        sections.push(section("contenders", "", vec![contenders::block(state, &ranking, lang)]));
        if words::is_few(&ranking) {
            let few = notice(Tone::Warning, &words::few(&ranking, lang), state.few_reason.clone());
            sections.push(section("few", "", vec![few]));
        }
    }
    sections.push(section("rule", "", vec![Block::Text(words::rule(&state.plan, lang))]));
    Page { headline: desk::headline(state, &ranking, lang), sections }
}
