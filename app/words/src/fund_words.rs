//! The maintenance fund in words: what a vote does with it, by which article, and why a rule does not fit.

use deliberation::Facts;
use deliberation::cost::CostSheet;
use deliberation::motion::Motion;
use deliberation::rule;
use deliberation::terms::{FundMatter, Misfit};

use crate::locale::{Lang, t, tf};
use crate::rule_words::{cited, pick};

/// 使用维修资金, 筹集维修资金.
pub fn fund_word(lang: Lang, matter: FundMatter) -> String {
    match matter {
        FundMatter::Use => t(lang, "fund-use"),
        FundMatter::Raise => t(lang, "fund-raise"),
    }
}

/// "《民法典》第278条第1款第6项": where the law names the matter.
pub fn fund_source(lang: Lang, matter: FundMatter) -> String {
    let source = rule::find(matter.rule()).and_then(|rule| rule.source.as_ref());
    source.map(|source| cited(lang, source)).unwrap_or_default()
}

/// What a motion does with the fund: as it was marked, else as its sheet tells.
pub fn fund_matter(facts: &Facts, motion: &Motion) -> Option<FundMatter> {
    let sheet = || Some(&facts.sheet(motion.sheet?)?.sheet);
    motion.terms.fund.or_else(|| sheet().and_then(|sheet: &CostSheet| FundMatter::of_sheet(sheet)))
}

/// Why a rule does not fit, and what to do: one sentence for the desk.
pub fn misfit_text(lang: Lang, matter: FundMatter, misfit: Misfit) -> String {
    let word = fund_word(lang, matter);
    let title = rule::find(matter.rule()).map(|rule| pick(lang, &rule.title).to_owned()).unwrap_or_default();
    let source = fund_source(lang, matter);
    let args = [("matter", word.as_str()), ("title", title.as_str()), ("source", source.as_str())];
    match misfit {
        Misfit::NotTheOwners => tf(lang, "fund-misfit-owners", &args),
        Misfit::OtherMatter => tf(lang, "fund-misfit-matter", &args),
        Misfit::OtherThresholds => tf(lang, "fund-misfit-thresholds", &args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misfit_says_which_rule_is_the_right_one() {
        let text = misfit_text(Lang::ZhCn, FundMatter::Raise, Misfit::OtherMatter);
        assert!(text.contains("筹集维修资金") && text.contains("第278条第1款第6项"), "{text}");
        let text = misfit_text(Lang::En, FundMatter::Use, Misfit::NotTheOwners);
        assert!(text.contains("owners") && !text.contains('{'), "{text}");
    }
}
