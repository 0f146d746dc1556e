//! The quotes side by side: those that cannot be chosen struck through with the reason.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::ui::{Block, Contender, Contenders};
use fangzhuo_sdk::values::Decimal;

use crate::ranking::Ranking;
use crate::state::State;
use crate::table::SCORE_SCALE;
use crate::words;

pub(crate) fn block(state: &State, ranking: &Ranking, lang: Lang) -> Block {
    let contender = |at: usize| {
        let (quote, standing) = (&state.quotes[at], &ranking.standings[at]);
        Contender {
            id: quote.key(),
            title: quote.supplier.clone(),
            note: words::note(state, quote, standing, lang),
            excluded: words::out(&state.plan, standing, lang),
            score: standing.score.map(|units| Decimal { units, scale: SCORE_SCALE }),
            support: None,
        }
    };
    let items = ranking.order().into_iter().map(contender).collect();
    Block::Contenders(Contenders { id: "contenders".to_owned(), title: String::new(), items })
}
