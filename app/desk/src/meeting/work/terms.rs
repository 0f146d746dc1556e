//! Who pays for what a motion adopts, and whether it touches the maintenance fund: two choices in the forms of a motion,
//! and one line in its box.

use deliberation::motion::Motion;
use deliberation::terms::{FundMatter, Payers, Terms};
use egui::Ui;
use words::fund_words::{fund_matter, fund_source, fund_word};

use crate::look::tokens::space;
use crate::meeting::bench::Bench;
use crate::meeting::parts::{captioned_ui, select_ui};

/// The two choices side by side; who pays is asked only where there is a cost sheet.
pub(super) fn terms_ui(ui: &mut Ui, bench: &Bench<'_>, terms: &mut Terms, has_sheet: bool) {
    let half = (ui.available_width() - space::S4) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S4;
        if has_sheet {
            let caption = bench.say("payers-who");
            let choices = [
                (Payers::Everybody, bench.say("payers-who-everybody")),
                (Payers::Agreed, bench.say("payers-who-agreed")),
            ];
            captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &choices, &mut terms.payers, half));
        }
        let caption = bench.say("fund-caption");
        let word = |matter| (Some(matter), fund_word(bench.lang, matter));
        let choices = [(None, bench.say("fund-none")), word(FundMatter::Use), word(FundMatter::Raise)];
        captioned_ui(ui, &caption, half, |ui| select_ui(ui, &caption, &choices, &mut terms.fund, half));
    });
}

/// "谁同意谁出；使用维修资金（《民法典》第278条第1款第5项）"; nothing where neither is so.
pub(super) fn terms_line(bench: &Bench<'_>, motion: &Motion) -> Option<String> {
    let mut parts = Vec::new();
    if motion.terms.payers == Payers::Agreed {
        parts.push(bench.say("payers-agreed-rule"));
    }
    if let Some(matter) = fund_matter(bench.facts(), motion) {
        let (word, source) = (fund_word(bench.lang, matter), fund_source(bench.lang, matter));
        parts.push(bench.tell("fund-line", &[("matter", &word), ("source", &source)]));
    }
    (!parts.is_empty()).then(|| parts.join(&bench.say("payers-line-join")))
}
