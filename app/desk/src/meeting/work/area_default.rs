//! Before a vote on a split other than by area: that area is the legal default (民法典 283), and whom this one binds.

use deliberation::cost::CostSheet;
use deliberation::motion::Motion;
use egui::Ui;

use crate::look::{Banner, BannerKind};
use crate::meeting::bench::Bench;

/// The notice, where the motion carries such a split.
pub(super) fn area_default_ui(ui: &mut Ui, bench: &Bench<'_>, motion: &Motion) {
    let sheet = motion.sheet.and_then(|sheet| bench.facts().sheet(sheet));
    if sheet.is_some_and(|record| !by_area(bench, &record.sheet)) {
        let (title, text) = (bench.say("meeting-area-default"), bench.say("meeting-area-default-then"));
        Banner::new(BannerKind::Info, &title, &text).banner_ui(ui, |_| ());
    }
}

/// Whether a sheet splits by exclusive area: its weights stand to each other as the areas do.
fn by_area(bench: &Bench<'_>, sheet: &CostSheet) -> bool {
    let roll = &bench.facts().roll;
    let area = |door| roll.find(door).and_then(|unit| roll.unit(unit)).and_then(|unit| unit.area);
    let pairs: Option<Vec<(i128, i128)>> = sheet
        .doors
        .iter()
        .zip(&sheet.weights)
        .map(|(door, weight)| Some((i128::from(area(door)?.0), i128::from(*weight))))
        .collect();
    let Some(pairs) = pairs else { return false };
    let Some((first_area, first_weight)) = pairs.first().copied() else { return false };
    pairs.iter().all(|(area, weight)| area * first_weight == weight * first_area)
}
