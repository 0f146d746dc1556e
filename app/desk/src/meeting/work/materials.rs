//! What goes with the item: cost sheets and the quotes taken before, as cards, or as buttons in one line where it is tight.

use deliberation::cost::CostSheet;
use deliberation::ids::{ItemNo, SheetNo};
use egui::{Align2, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};
use session::StageCard;
use words::Quantity;
use words::figures::meeting::quote as quote_figure;
use words::figures::sheet as figures;

use super::Table;
use crate::look::tokens::{Size, Weight, corner, palette, space, stroke};
use crate::look::{Button, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, name_place, text_paint};

const CARD: f32 = 66.0;

/// A material: its title, one line, and the card it can be projected as.
struct Material {
    title: String,
    line: String,
    card: Option<StageCard>,
}

/// The materials of the item.
pub(super) fn materials_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>) {
    let materials = materials(bench, table);
    if materials.is_empty() {
        return;
    }
    let ink2 = palette(ui).ink2;
    let caption = bench.say("meeting-materials");
    if bench.small {
        ui.horizontal(|ui| {
            text_ui(ui, &caption, Size::Note, Weight::Regular, ink2);
            for material in &materials {
                let button = ui.add(Button::normal(&material.title).pane()).on_hover_text(&material.line);
                if button.clicked()
                    && let Some(card) = material.card
                {
                    bench.session.stage.show(card);
                }
            }
        });
        return;
    }
    ui.add_space(space::S2);
    text_ui(ui, &caption, Size::Note, Weight::Regular, ink2);
    let width = (ui.available_width() - space::S3) / 2.0;
    for pair in materials.chunks(2) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            for material in pair {
                card_ui(ui, bench, material, width);
            }
        });
    }
}

fn card_ui(ui: &mut Ui, bench: &mut Bench<'_>, material: &Material, width: f32) {
    let colours = *palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, CARD), Sense::hover());
    let border = Stroke::new(stroke::HAIR, colours.line);
    ui.painter().rect_stroke(rect, CornerRadius::same(corner::BUTTON), border, StrokeKind::Inside);
    let (left, line) = (rect.left() + space::S4, rect.top() + 22.0);
    let title = Ink::medium(Size::Body, colours.ink);
    text_paint(ui, &material.title, title, Align2::LEFT_CENTER, pos2(left, line), width - 100.0);
    let note = Ink::new(Size::Note, colours.ink2);
    text_paint(ui, &material.line, note, Align2::LEFT_CENTER, pos2(left, line + 23.0), width - 2.0 * space::S4);
    let name = format!("{} {}", material.title, material.line);
    name_place(ui, rect.with_max_x(rect.right() - 90.0), ("material", &material.title), &name);
    let Some(card) = material.card else { return };
    let place =
        Rect::from_min_max(pos2(rect.right() - 90.0, rect.top() + 6.0), pos2(rect.right() - space::S3, line + 16.0));
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let builder = UiBuilder::new().id_salt(&material.title).max_rect(place).layout(layout);
    let mut child = ui.new_child(builder);
    if child.add(Button::text(&bench.say("meeting-project")).pane()).clicked() {
        bench.session.stage.show(card);
    }
}

fn materials(bench: &Bench<'_>, table: &Table<'_>) -> Vec<Material> {
    let facts = bench.facts();
    let attached = table.motion.and_then(|(_, motion)| motion.sheet);
    let mut materials: Vec<Material> = facts
        .sheets
        .iter()
        .enumerate()
        .map(|(at, record)| (SheetNo::at(at), record))
        .filter(|(number, record)| {
            attached == Some(*number) || (record.meeting == table.number && record.item == table.item)
        })
        .map(|(number, record)| Material {
            title: bench.say("meeting-cost-sheet"),
            line: sheet_line(bench, number, &record.sheet),
            card: Some(StageCard::Cost(number)),
        })
        .collect();
    // The quotes the sum comes from, noted under an earlier item.
    let earlier = table.meeting.items.iter().enumerate().filter(|(at, _)| ItemNo::at(*at) < table.item);
    for (at, item) in earlier {
        if item.quotes.len() < 2 || attached.is_none() {
            continue;
        }
        let prices = (0..item.quotes.len()).filter_map(|index| {
            quote_figure(bench.lang, table.number, ItemNo::at(at), index, item).map(|figure| figure.number)
        });
        let prices: Vec<String> = prices.collect();
        let line = prices.join(&bench.say("list-comma"));
        let title = bench.tell("meeting-quotes-compared", &[("n", &item.quotes.len().to_string())]);
        materials.push(Material { title, line, card: None });
    }
    materials
}

/// A sheet in one line: "45.84 元 × 12 户，45.83 元 × 24 户", or from least to most where the amounts are many.
pub(super) fn sheet_line(bench: &Bench<'_>, number: SheetNo, sheet: &CostSheet) -> String {
    const FEW: usize = 3;
    let amounts = sheet.amounts();
    let money = |fen| Quantity::Money(fen).text(bench.lang);
    if amounts.len() <= FEW {
        let each = amounts.iter().map(|(fen, households)| {
            let households = Quantity::households(*households).text(bench.lang);
            bench.tell("meeting-sheet-part", &[("amount", &money(*fen)), ("households", &households)])
        });
        return each.collect::<Vec<_>>().join(&bench.say("clause-comma"));
    }
    let (most, least) = (
        amounts.first().map_or_else(String::new, |a| money(a.0)),
        amounts.last().map_or_else(String::new, |a| money(a.0)),
    );
    let households = figures::households(bench.lang, number, sheet).text;
    bench.tell("meeting-sheet-range", &[("least", &least), ("most", &most), ("households", &households)])
}
