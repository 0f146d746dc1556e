//! The blocks of a page: text, notices framed with the plugin's name, key figures, bars, contenders, buttons.

use egui::{CornerRadius, Rect, Sense, Ui, Vec2, pos2};
use session::contract::{
    Action, Bars, Block, Button as PluginButton, Contenders, Figure, Notice, Press, Tone, Unit, Value,
};
use session::page_text::value_text;

use super::{Host, PageBoard};
use crate::look::measure_bar::share_x;
use crate::look::text::one_line_job;
use crate::look::tokens::{Palette, Size, Weight, frame, palette, space};
use crate::look::{Button, Icon, icon_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::card_ui;
use crate::meeting::parts::lines::{Ink, text_paint};

/// The icon and colour of a tone; plain words have none.
pub(super) fn tone_sign(tone: Tone, colours: &Palette) -> Option<(Icon, egui::Color32)> {
    match tone {
        Tone::Neutral => None,
        Tone::Good => Some((Icon::Check, colours.accent)),
        Tone::Warning => Some((Icon::Warning, colours.warn)),
        Tone::Bad => Some((Icon::Error, colours.err)),
    }
}

impl PageBoard {
    /// A block; `key` tells its state from that of others, `heading` is lent by a section that is one table.
    pub(super) fn block_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        host: &Host,
        block: &Block,
        (key, heading): (&str, &str),
    ) {
        let ink = palette(ui).ink;
        match block {
            Block::Text(text) => {
                text_ui(ui, text, Size::Body, Weight::Regular, ink);
            }
            Block::Notice(notice) => notice_ui(ui, host, notice),
            Block::Figures(figures) => figures_ui(ui, bench, host, figures),
            Block::Table(table) => self.table_ui(ui, bench, host, table, (key, heading)),
            Block::Bars(bars) => bars_ui(ui, bench, bars),
            Block::Form(form) => self.form_ui(ui, bench, host, form),
            Block::Checklist(list) => self.checklist_ui(ui, bench, host, list),
            Block::Contenders(contenders) => contenders_ui(ui, bench, contenders),
            Block::Buttons(buttons) => {
                ui.horizontal_wrapped(|ui| {
                    for button in buttons {
                        if let Some(act) = button_ui(ui, button, None) {
                            self.deed(act);
                        }
                    }
                });
                // A closed button says why only to those who point at it; the first reason stands beside all.
                if let Some(why) = buttons.iter().find_map(|button| button.closed.as_deref()) {
                    text_ui(ui, why, Size::Note, Weight::Regular, palette(ui).ink2);
                }
            }
        }
    }
}

/// A button of the plugin; `row` in the plugin's own order. What was done, if it was pressed.
pub(super) fn button_ui(ui: &mut Ui, button: &PluginButton, row: Option<u32>) -> Option<Action> {
    // A frame around the same word in every row would be a wall of frames.
    let shown = if row.is_some() { Button::text(&button.label).pane() } else { Button::normal(&button.label) };
    let mut shown = shown.closed(button.closed.as_deref());
    if let Some((icon, _)) = tone_sign(button.tone, palette(ui)) {
        shown = shown.icon(icon);
    }
    let clicked = ui.add(shown).clicked();
    clicked.then(|| Action::Press(Press { button: button.id.clone(), row }))
}

/// A notice in a frame with the plugin's name: nobody takes it for the program's own.
fn notice_ui(ui: &mut Ui, host: &Host, notice: &Notice) {
    let colours = *palette(ui);
    card_ui(ui, "", |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.spacing_mut().interact_size.y = Size::Note.desk_line();
        ui.horizontal(|ui| {
            if let Some((icon, ink)) = tone_sign(notice.tone, &colours) {
                icon_ui(ui, icon, frame::ICON_CHIP, ink);
            }
            let head = format!("{}\u{3000}{}", host.title, notice.title);
            text_ui(ui, &head, Size::Note, Weight::Regular, colours.ink2);
        });
        text_ui(ui, &notice.text, Size::Body, Weight::Regular, colours.ink);
    });
}

/// Key figures side by side, in columns of one width, between two lines; as many as have room for what they say.
fn figures_ui(ui: &mut Ui, bench: &Bench<'_>, host: &Host, figures: &[Figure]) {
    const COLUMNS: usize = 4;
    let colours = *palette(ui);
    crate::look::hairline_ui(ui);
    ui.add_space(space::S1);
    let available = ui.available_width();
    let widest = figures.iter().map(|figure| figure_width(ui, bench, host, figure)).fold(0.0, f32::max);
    #[expect(clippy::cast_precision_loss, reason = "four columns")]
    let columns = (1..=COLUMNS).rev().find(|columns| available / *columns as f32 >= widest).unwrap_or(1);
    for row in figures.chunks(columns) {
        #[expect(clippy::cast_precision_loss, reason = "four columns")]
        let width = available / columns.min(row.len().max(3)) as f32;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for figure in row {
                figure_ui(ui, bench, host, figure, width, &colours);
            }
        });
    }
    ui.add_space(space::S1);
    crate::look::hairline_ui(ui);
}

/// What a figure says, and how large: a name is not a number, it is set smaller than one.
fn figure_text(bench: &Bench<'_>, host: &Host, figure: &Figure) -> (String, Size) {
    let (text, _) = value_text(bench.lang, &host.doors, &figure.value);
    match &figure.value {
        Value::Household(household) => (format!("{text} {}", host.owner(bench, *household)), Size::Title),
        Value::Money(_) | Value::Integer(_) | Value::Decimal(_) => (text, Size::Display),
        _ => (text, Size::Title),
    }
}

/// The room a figure and its label need to be read whole; a note may be cut, and is shown under the pointer.
fn figure_width(ui: &Ui, bench: &Bench<'_>, host: &Host, figure: &Figure) -> f32 {
    let ink = palette(ui).ink;
    let width = |text: &str, size| {
        ui.painter().layout_job(one_line_job(text, size, Weight::Regular, ink, f32::INFINITY)).size().x
    };
    let (text, size) = figure_text(bench, host, figure);
    width(&text, size).max(width(&figure.label, Size::Note)) + space::S3
}

fn figure_ui(ui: &mut Ui, bench: &Bench<'_>, host: &Host, figure: &Figure, width: f32, colours: &Palette) {
    let (text, size) = figure_text(bench, host, figure);
    let height = Size::Note.desk_line() * 2.0 + Size::Display.desk_line();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let name = format!("{} {text} {}", figure.label, figure.note);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name.trim()));
    let room = width - space::S3;
    let note = Ink::new(Size::Note, colours.ink2);
    text_paint(ui, &figure.label, note, egui::Align2::LEFT_TOP, rect.min, room);
    let middle = pos2(rect.left(), rect.top() + Size::Note.desk_line() + Size::Display.desk_line() / 2.0);
    text_paint(ui, &text, Ink::new(size, colours.ink), egui::Align2::LEFT_CENTER, middle, room);
    let mut foot = pos2(rect.left(), rect.bottom() - Size::Note.desk_line() / 2.0);
    if let Some((icon, ink)) = tone_sign(figure.tone, colours) {
        let square = Rect::from_center_size(foot + egui::vec2(8.0, 0.0), Vec2::splat(frame::ICON_CHIP));
        crate::look::icon_paint(ui.painter(), square, icon, ink);
        foot.x += frame::ICON_CHIP + space::S1;
    }
    text_paint(ui, &figure.note, note, egui::Align2::LEFT_CENTER, foot, rect.left() + room - foot.x);
    if !figure.note.is_empty() {
        response.on_hover_text(&figure.note);
    }
}

fn bars_ui(ui: &mut Ui, bench: &Bench<'_>, bars: &Bars) {
    const LABEL: f32 = 160.0;
    let colours = *palette(ui);
    if !bars.title.is_empty() {
        text_ui(ui, &bars.title, Size::Body, Weight::Medium, colours.ink);
    }
    let whole = bars.items.iter().map(|bar| bar.amount).chain(bars.line).max().unwrap_or(0).max(1);
    let in_words = |amount: i64| {
        let value = match bars.unit {
            Unit::Count => Value::Integer(amount),
            Unit::Money => Value::Money(amount),
            Unit::Permille => Value::Decimal(session::contract::Decimal { units: amount, scale: 1 }),
        };
        let (mut text, unit) = value_text(bench.lang, &[], &value);
        if bars.unit == Unit::Permille {
            text.push('%');
        } else if !unit.is_empty() {
            text = format!("{text} {unit}");
        }
        text
    };
    for bar in &bars.items {
        let text = in_words(bar.amount);
        let height = Size::Body.desk_line() + space::S1;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
        let name = format!("{} {text}", bar.label);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
        let ink = Ink::new(Size::Body, colours.ink);
        let middle = rect.center().y;
        text_paint(ui, &bar.label, ink, egui::Align2::LEFT_CENTER, rect.left_center(), LABEL - space::S2);
        let shown = text_paint(ui, &text, ink, egui::Align2::RIGHT_CENTER, rect.right_center(), 140.0);
        let track = Rect::from_min_max(
            pos2(rect.left() + LABEL, middle - 6.0),
            pos2(shown.left().min(rect.right() - 100.0) - space::S3, middle + 6.0),
        );
        ui.painter().rect_filled(track, CornerRadius::ZERO, colours.well);
        let share = session::audience::Share { part: bar.amount.max(0), whole };
        let fill = tone_sign(bar.tone, &colours).map_or(colours.accent, |(_, ink)| ink);
        ui.painter().rect_filled(track.with_max_x(share_x(track, share)), CornerRadius::ZERO, fill);
        if let Some(line) = bars.line {
            let x = share_x(track, session::audience::Share { part: line, whole });
            ui.painter().vline(x, track.expand(4.0).y_range(), egui::Stroke::new(2.0, colours.ink));
        }
    }
    if let Some(line) = bars.line {
        let text = bench.tell("page-bars-line", &[("n", &in_words(line))]);
        text_ui(ui, &text, Size::Note, Weight::Regular, colours.ink2);
    }
}

/// Ways to go: excluded ones struck through with the reason, the others with points and support.
fn contenders_ui(ui: &mut Ui, bench: &Bench<'_>, contenders: &Contenders) {
    let colours = *palette(ui);
    if !contenders.title.is_empty() {
        text_ui(ui, &contenders.title, Size::Body, Weight::Medium, colours.ink);
    }
    for contender in &contenders.items {
        crate::look::hairline_ui(ui);
        let out = contender.excluded.is_some();
        let score = contender
            .score
            .as_ref()
            .map(|score| bench.tell("page-score", &[("n", &amounts::scaled::grouped(score.units, score.scale))]));
        let support = contender.support.map(|n| {
            let heads = usize::try_from(n).unwrap_or(usize::MAX);
            bench.tell("page-support", &[("n", &words::Quantity::count(heads).number(bench.lang))])
        });
        let right = score.into_iter().chain(support).collect::<Vec<_>>().join("\u{3000}");
        let (icon, ink, word) = if out {
            (Icon::Cross, colours.err, bench.say("page-excluded"))
        } else {
            (Icon::Check, colours.accent, bench.say("page-choosable"))
        };
        let height = Size::Lead.desk_line() + space::S1;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
        let name = format!("{} {word} {right}", contender.title);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name.trim()));
        let second = Ink::new(Size::Body, colours.ink2);
        let right = text_paint(ui, &right, second, egui::Align2::RIGHT_CENTER, rect.right_center(), rect.width() / 2.0);
        let of_word = Ink::new(Size::Body, if out { ink } else { colours.ink });
        let word_at = pos2(right.left().min(rect.right()) - space::S4, rect.center().y);
        let word = text_paint(ui, &word, of_word, egui::Align2::RIGHT_CENTER, word_at, 160.0);
        let square = Rect::from_center_size(
            pos2(word.left() - space::S1 - frame::ICON_CHIP / 2.0, rect.center().y),
            Vec2::splat(frame::ICON_CHIP),
        );
        crate::look::icon_paint(ui.painter(), square, icon, ink);
        let title = Ink::new(Size::Lead, if out { colours.ink2 } else { colours.ink });
        let room = square.left() - rect.left() - space::S3;
        let shown = text_paint(ui, &contender.title, title, egui::Align2::LEFT_CENTER, rect.left_center(), room);
        if out {
            // Struck at the middle of the hanzi, a little over both ends.
            let x = egui::Rangef::new(shown.left() - 4.0, shown.right() + 4.0);
            ui.painter().hline(x, shown.center().y, egui::Stroke::new(2.0, colours.err));
        }
        if let Some(reason) = &contender.excluded {
            text_ui(ui, reason, Size::Note, Weight::Regular, colours.ink);
        }
        if !contender.note.is_empty() {
            text_ui(ui, &contender.note, Size::Note, Weight::Regular, colours.ink2);
        }
    }
}
