//! Before a vote on a split other than by area: that area is the legal default (民法典 283), and whom this one binds.

use deliberation::cost::CostSheet;
use deliberation::motion::Motion;
use deliberation::payers::splits_by_area;
use egui::Ui;

use crate::look::{Banner, BannerKind};
use crate::meeting::bench::Bench;

/// The notice, where the motion carries such a split.
pub(super) fn area_default_ui(ui: &mut Ui, bench: &Bench<'_>, motion: &Motion) {
    let sheet = motion.sheet.and_then(|sheet| bench.facts().sheet(sheet));
    let by_area = |sheet: &CostSheet| splits_by_area(sheet, &bench.facts().roll).unwrap_or(false);
    if sheet.is_some_and(|record| !by_area(&record.sheet)) {
        let (title, text) = (bench.say("meeting-area-default"), bench.say("meeting-area-default-then"));
        Banner::new(BannerKind::Info, &title, &text).banner_ui(ui, |_| ());
    }
}
