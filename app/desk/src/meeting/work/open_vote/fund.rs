//! Before a vote on the maintenance fund: whether the chosen rule is the one the law has for it.

use deliberation::motion::Motion;
use deliberation::rule::Rule;
use egui::Ui;
use words::fund_words::{fund_matter, fund_source, fund_word, misfit_text};

use crate::look::tokens::{Size, Weight, palette};
use crate::look::{Banner, BannerKind, Button, text_ui};
use crate::meeting::bench::Bench;

/// A warning with the right rule one press away, or the clause where it fits; true if the right rule was asked for.
pub(super) fn fund_ui(ui: &mut Ui, bench: &Bench<'_>, motion: &Motion, rule: &Rule) -> Option<String> {
    let matter = fund_matter(bench.facts(), motion)?;
    let args = [("matter", fund_word(bench.lang, matter)), ("source", fund_source(bench.lang, matter))];
    let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
    let Some(misfit) = matter.misfit(rule) else {
        let text = bench.tell("fund-fits", &args);
        text_ui(ui, &text, Size::Note, Weight::Regular, palette(ui).ink2);
        return None;
    };
    let title = bench.tell("fund-misfit", &args);
    let text = misfit_text(bench.lang, matter, misfit);
    let take = bench.say("fund-take-rule");
    let (_, taken) =
        Banner::new(BannerKind::Warn, &title, &text).banner_ui(ui, |ui| ui.add(Button::text(&take).inline()).clicked());
    taken.then(|| matter.rule().to_owned())
}
