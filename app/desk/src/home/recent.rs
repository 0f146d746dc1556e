//! The right of the home page: the files worked on last, or on a first start what to do.

use std::path::Path;

use deliberation::At;
use egui::{Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::Workspace;
use session::preferences::Recent;
use words::moment::Zone;
use words::{Lang, Quantity, t, tf};

use super::{HomeScene, HomeWish};
use crate::action::Action;
use crate::look::button::focus_ring_paint;
use crate::look::rules::{firm_line_paint, hairline_paint};
use crate::look::text::one_line_job;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Icon, Size, Weight, icon_paint, palette, text_ui};
use crate::page::Wish;

/// Height of a file.
const FILE: f32 = 75.0;
/// Widths of the second and third column.
const LAST: f32 = 240.0;
const STATE: f32 = 240.0;

pub(super) fn recent_ui(ui: &mut Ui, scene: &HomeScene<'_>, there: &[bool], wishes: &mut Vec<HomeWish>) {
    let palette = *palette(ui);
    let lang = scene.lang;
    ui.spacing_mut().item_spacing.y = 0.0;
    text_ui(ui, &t(lang, "home-recent"), Size::Title, Weight::Medium, palette.ink);
    ui.add_space(space::S2);
    let recent = &scene.workspace.preferences.recent;
    if recent.is_empty() {
        first_ui(ui, lang, wishes);
        return;
    }
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, frame::ROW), Sense::hover());
    for (x, key) in columns(rect).into_iter().zip(["community", "last", "state"]) {
        let text = match key {
            "community" => t(lang, "home-column-community"),
            "last" => t(lang, "home-column-last"),
            _ => t(lang, "home-column-state"),
        };
        let galley = ui.painter().layout_job(one_line_job(&text, Size::Note, Weight::Regular, palette.ink2, width));
        ui.painter().galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, palette.ink2);
    }
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &palette);
    ScrollArea::vertical().id_salt("recent").auto_shrink([false, true]).show(ui, |ui| {
        for (file, there) in recent.iter().zip(there) {
            if file_ui(ui, lang, scene.workspace, file, *there).clicked() {
                wishes.push(HomeWish::Open(file.path.clone()));
            }
        }
        ui.add_space(space::S5);
        text_ui(ui, &t(lang, "home-drop"), Size::Note, Weight::Regular, palette.ink2);
    });
}

fn columns(rect: Rect) -> [f32; 3] {
    let third = rect.right() - STATE;
    [rect.left() + space::S3, third - LAST, third]
}

fn file_ui(ui: &mut Ui, lang: Lang, workspace: &Workspace, file: &Recent, there: bool) -> Response {
    let palette = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), FILE), Sense::click());
    let state = if there { t(lang, "home-there") } else { t(lang, "home-not-there") };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {state}", file.title)));
    if response.hovered() {
        ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, palette.well);
    }
    let units = Quantity::households(file.units).text(lang);
    // Copies of one community bear its title; the name of the file tells them apart.
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let under = format!("{name}　{}　{units}", place_of(lang, &workspace.places.documents, &file.path));
    let last = file.last_meeting.as_ref().map_or_else(
        || t(lang, "home-no-meeting"),
        |(title, at)| {
            let day = words::moment::day_short(lang, Zone::named(session::workspace::ZONE).day(At(*at)));
            tf(lang, "home-last-meeting", &[("day", &day), ("title", title)])
        },
    );
    let [first, second, third] = columns(rect);
    let ink = if there { palette.ink } else { palette.ink2 };
    let line =
        |text: &str, size: Size, ink, width: f32| one_line_job(text, size, Weight::Regular, ink, width - space::S4);
    let above = ui.painter().layout_job(line(&file.title, Size::Lead, ink, second - first));
    let below = ui.painter().layout_job(line(&under, Size::Note, palette.ink2, second - first));
    let top = rect.center().y - above.size().y.midpoint(below.size().y);
    let middle = |galley: &egui::Galley| rect.center().y - galley.size().y / 2.0;
    let under_top = top + above.size().y;
    ui.painter().galley(pos2(first, top), above, ink);
    ui.painter().galley(pos2(first, under_top), below, palette.ink2);
    let last = ui.painter().layout_job(line(&last, Size::Body, ink, third - second));
    ui.painter().galley(pos2(second, middle(&last)), last, ink);
    let mut x = third;
    if there {
        let square =
            Rect::from_min_size(pos2(x, rect.center().y - frame::ICON_CHIP / 2.0), Vec2::splat(frame::ICON_CHIP));
        icon_paint(ui.painter(), square, Icon::Check, palette.accent);
        x += frame::ICON_CHIP + space::S2;
    }
    let state = ui.painter().layout_job(line(&state, Size::Body, ink, rect.right() - x + space::S4));
    ui.painter().galley(pos2(x, middle(&state)), state, ink);
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom() - 0.5, &palette);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(3.0));
    }
    response.on_hover_text(file.path.display().to_string())
}

/// "本机文档", or the folder it lies in.
pub(crate) fn place_of(lang: Lang, documents: &Path, path: &Path) -> String {
    match path.parent() {
        Some(folder) if folder == documents => t(lang, "home-in-documents"),
        Some(folder) => folder.display().to_string(),
        None => String::new(),
    }
}

/// Nothing was ever opened here: the example first.
fn first_ui(ui: &mut Ui, lang: Lang, wishes: &mut Vec<HomeWish>) {
    let palette = *palette(ui);
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 1.0), Sense::hover());
    firm_line_paint(ui.painter(), rect.x_range(), rect.bottom(), &palette);
    ui.add_space(space::S5);
    text_ui(ui, &t(lang, "home-first"), Size::Lead, Weight::Regular, palette.ink);
    ui.scope(|ui| {
        ui.set_max_width(width.min(460.0));
        text_ui(ui, &t(lang, "home-first-hint"), Size::Body, Weight::Regular, palette.ink2);
    });
    ui.add_space(space::S5);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S3;
        let example = t(lang, "home-first-example");
        let example = Button::primary(&example).icon(Icon::Play).key("E").large(frame::BUTTON_FIRST, Size::Body);
        if ui.add(example).clicked() {
            wishes.push(HomeWish::Example);
        }
        let new = t(lang, "home-first-new");
        if ui.add(Button::normal(&new).large(frame::BUTTON_FIRST, Size::Body)).clicked() {
            wishes.push(HomeWish::Shell(Wish::Do(Action::New)));
        }
    });
    ui.add_space(space::S6);
    text_ui(ui, &t(lang, "home-drop"), Size::Note, Weight::Regular, palette.ink2);
}
