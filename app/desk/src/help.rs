//! The help sheet: every key, drawn from the one list of actions.

use egui::{Context, Key, Sense, Ui, Vec2, pos2};
use words::{Lang, t};

use crate::action::{Action, Group};
use crate::confirm::sheet;
use crate::look::chip::{key_cap_paint, key_cap_width};
use crate::look::tokens::space;
use crate::look::{Button, Size, Weight, job, palette, section_ui, text_ui};

/// Width of one column of the sheet.
const COLUMN: f32 = 520.0;
/// What an arrow scrolls.
const LINES: f32 = 72.0;
/// Width left for the caps of one action.
const CAPS: f32 = 150.0;

/// Shows the sheet, turned a page down or up where `turn` says so; true when it is to be closed.
pub(crate) fn help_ui(ctx: &Context, lang: Lang, turn: Option<bool>) -> bool {
    let room = ctx.content_rect().size() - Vec2::splat(2.0 * space::S7);
    let (closed, beside) = sheet(ctx, "help", |ui| {
        let palette = *palette(ui);
        let columns = if room.x >= 2.0 * COLUMN + space::S8 { 2 } else { 1 };
        #[expect(clippy::cast_precision_loss, reason = "one or two columns")]
        let width = COLUMN * columns as f32 + space::S7 * (columns as f32 - 1.0);
        ui.set_width(width);
        let mut closed = false;
        ui.horizontal(|ui| {
            text_ui(ui, &t(lang, "help-title"), Size::Title, Weight::Medium, palette.ink);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                closed = ui.add(Button::text(&t(lang, "banner-close")).key("Esc").pane()).clicked();
            });
        });
        text_ui(ui, &t(lang, "help-layers"), Size::Note, Weight::Regular, palette.ink2);
        ui.add_space(space::S3);
        let height = (room.y - 160.0).max(200.0);
        egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                let line = |key, way: f32| ui.input(|input| if input.key_pressed(key) { way * LINES } else { 0.0 });
                let lines = line(Key::ArrowUp, 1.0) + line(Key::ArrowDown, -1.0);
                let page = turn.map_or(0.0, |down| if down { -0.9 } else { 0.9 }) * height;
                ui.scroll_with_delta(Vec2::new(0.0, lines + page));
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S7;
                    for half in Group::ALL.chunks(Group::ALL.len().div_ceil(columns)) {
                        ui.vertical(|ui| {
                            ui.set_width(COLUMN);
                            for group in half {
                                group_ui(ui, lang, *group);
                            }
                        });
                    }
                });
            },
        );
        closed
    });
    closed || beside
}

fn group_ui(ui: &mut Ui, lang: Lang, group: Group) {
    let palette = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S1;
    section_ui(ui, &group.title(lang), "");
    for action in Action::ALL.iter().filter(|action| action.group() == group && !action.shortcuts().is_empty()) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::new(CAPS, Size::Body.desk_line()), Sense::hover());
            let mut x = rect.left();
            for shortcut in action.shortcuts() {
                let cap = shortcut.cap(lang);
                let width = key_cap_width(ui, &cap);
                let place =
                    egui::Rect::from_min_size(pos2(x, rect.center().y - space::S5 / 2.0), Vec2::new(width, space::S5));
                key_cap_paint(ui, place, &cap, palette.ink);
                x += width + space::S1;
            }
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(egui::Label::new(job(&action.name(lang), Size::Body, Weight::Regular, palette.ink)));
                ui.add(egui::Label::new(job(&action.help(lang), Size::Note, Weight::Regular, palette.ink2)).wrap());
            });
        });
    }
    ui.add_space(space::S3);
}
