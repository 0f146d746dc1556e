//! The right of the import page: the counts, the refused rows in whole sentences, what to look at, one owner or two.

use std::collections::BTreeSet;
use std::path::Path;

use egui::{Sense, Ui, Vec2, pos2};
use session::RollImport;
use session::roll_in::{Exception, Outcome, problem_text, proposal_text};
use words::{Lang, Quantity, t, tf};

use super::{Effect, REFUSED_ROWS};
use crate::dialogs::Question;
use crate::look::rules::firm_line_paint;
use crate::look::text::mixed_job;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Icon, Size, Weight, hairline_ui, icon_paint, job, palette, text_ui};
use crate::page::Wish;

/// Width of "第 13 行".
const ROW: f32 = 72.0;

/// Shows the pane; true when a choice was changed.
pub(super) fn side_ui(
    ui: &mut Ui,
    lang: Lang,
    import: &mut RollImport,
    effect: Effect,
    saved: Option<&Path>,
    wishes: &mut Vec<Wish>,
) -> bool {
    counts_ui(ui, lang, effect, import.preview.counts.skipped);
    let mut changed = false;
    egui::ScrollArea::vertical().id_salt("import-side").auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S1;
        changed |= refused_ui(ui, lang, import, saved, wishes);
        ui.add_space(space::S3);
        look_ui(ui, lang, import);
        changed |= proposals_ui(ui, lang, import);
    });
    changed
}

fn counts_ui(ui: &mut Ui, lang: Lang, effect: Effect, skipped: usize) {
    let palette = *palette(ui);
    let third = ui.available_width() / 3.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let refused = if effect.refused > 0 { palette.err } else { palette.ink };
        for (label, count, ink) in [
            (t(lang, "import-count-ok"), effect.rows, palette.ink),
            (t(lang, "import-count-refused"), effect.refused, refused),
            (t(lang, "import-count-skipped"), skipped, palette.ink2),
        ] {
            let height = Size::Note.desk_line() + Size::Display.desk_line();
            let number = Quantity::count(count).number(lang);
            let (rect, response) = ui.allocate_exact_size(Vec2::new(third, height), Sense::hover());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, format!("{label} {number}")));
            let label = ui.painter().layout_job(job(&label, Size::Note, Weight::Regular, palette.ink2));
            let below = rect.top() + label.size().y;
            ui.painter().galley(rect.min, label, palette.ink2);
            let number = ui.painter().layout_job(mixed_job(&[(&number, Size::Display, Weight::Regular, ink)]));
            ui.painter().galley(pos2(rect.left(), below), number, ink);
        }
    });
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), space::S3), Sense::hover());
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom(), &palette);
    ui.add_space(space::S3);
}

fn refused_ui(ui: &mut Ui, lang: Lang, import: &mut RollImport, saved: Option<&Path>, wishes: &mut Vec<Wish>) -> bool {
    let palette = *palette(ui);
    let refused: Vec<_> = import.preview.rows.iter().filter(|row| !row.refusals().is_empty()).collect();
    if refused.is_empty() {
        text_ui(ui, &t(lang, "import-none-refused"), Size::Body, Weight::Regular, palette.ink2);
        return false;
    }
    ui.horizontal(|ui| {
        let count = Quantity::count(refused.len()).number(lang);
        let head = tf(lang, "import-refused-rows", &[("count", &count)]);
        text_ui(ui, &head, Size::Body, Weight::Medium, palette.ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.add(Button::text(&t(lang, "import-save-refused")).pane()).clicked() {
                let name = t(lang, "import-refused-file");
                wishes.push(Wish::Ask(Question::SaveAs { what: REFUSED_ROWS, name }));
            }
        });
    });
    if let Some(path) = saved {
        let text = tf(lang, "import-refused-saved", &[("path", &path.display().to_string())]);
        text_ui(ui, &text, Size::Note, Weight::Regular, palette.ink2);
    }
    let mut toggled = None;
    for row in refused {
        let said = problem_text(lang, row);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::new(ROW, Size::Body.desk_line()), Sense::hover());
            let number = ui.painter().layout_job(job(&said.row, Size::Body, Weight::Regular, palette.ink2));
            ui.painter().galley(rect.min, number, palette.ink2);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text_ui(ui, &said.headline, Size::Body, Weight::Regular, palette.ink);
                text_ui(ui, &said.detail, Size::Note, Weight::Regular, palette.ink2);
                for exception in row.exceptions().unwrap_or_default() {
                    let (chosen, key) = match exception {
                        Exception::AreaNotKnown => {
                            (import.choices.area_not_known.contains(&row.number), t(lang, "import-take-area-unknown"))
                        }
                        Exception::CoOwner => {
                            (import.choices.co_owner.contains(&row.number), t(lang, "import-take-co-owner"))
                        }
                    };
                    ui.add_space(space::S1);
                    let mut button = Button::normal(&key).pane().marked(chosen);
                    if chosen {
                        button = button.icon(Icon::Check);
                    }
                    if ui.add(button).clicked() {
                        toggled = Some((exception, row.number));
                    }
                }
            });
        });
        ui.add_space(space::S1);
        hairline_ui(ui);
    }
    let Some((exception, number)) = toggled else { return false };
    match exception {
        Exception::AreaNotKnown => toggle(&mut import.choices.area_not_known, number),
        Exception::CoOwner => toggle(&mut import.choices.co_owner, number),
    }
    true
}

/// Values that come in and that a person should look at.
fn look_ui(ui: &mut Ui, lang: Lang, import: &RollImport) {
    let palette = *palette(ui);
    let suspicious = import.preview.rows.iter().filter(|row| matches!(row.outcome, Outcome::Suspicious(..)));
    for row in suspicious {
        let said = problem_text(lang, row);
        noted_ui(ui, Icon::Warning, palette.warn, &said.headline, |ui| {
            text_ui(ui, &said.detail, Size::Note, Weight::Regular, palette.ink2);
        });
    }
}

fn proposals_ui(ui: &mut Ui, lang: Lang, import: &mut RollImport) -> bool {
    let palette = *palette(ui);
    let mut toggled = None;
    for (at, proposal) in import.preview.proposals.iter().enumerate() {
        let said = proposal_text(lang, proposal);
        let confirmed = import.choices.same_owner.contains(&at);
        noted_ui(ui, Icon::Person, palette.ink2, &said.headline, |ui| {
            text_ui(ui, &said.detail, Size::Note, Weight::Regular, palette.ink2);
            ui.add_space(space::S1);
            let word =
                if confirmed { t(lang, "import-same-owner-confirmed") } else { t(lang, "import-same-owner-confirm") };
            let mut button = Button::normal(&word).pane().marked(confirmed);
            if confirmed {
                button = button.icon(Icon::Check);
            }
            if ui.add(button).clicked() {
                toggled = Some(at);
            }
        });
    }
    let Some(at) = toggled else { return false };
    toggle(&mut import.choices.same_owner, at);
    true
}

/// An icon, a headline and what stands under it.
pub(in crate::roll) fn noted_ui(
    ui: &mut Ui,
    icon: Icon,
    ink: egui::Color32,
    headline: &str,
    under: impl FnOnce(&mut Ui),
) {
    let palette = *palette(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        let (rect, _) = ui.allocate_exact_size(Vec2::new(frame::ICON, Size::Body.desk_line()), Sense::hover());
        icon_paint(ui.painter(), crate::look::icons::icon_square(rect, frame::ICON), icon, ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            text_ui(ui, headline, Size::Body, Weight::Regular, palette.ink);
            under(ui);
        });
    });
    ui.add_space(space::S3);
}

fn toggle<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        set.insert(value);
    }
}
