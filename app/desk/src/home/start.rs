//! The left pane of the home page: the mark, the three ways to begin, language, dark and keys.

use egui::{Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2};
use words::{Lang, t};

use super::{HomeScene, HomeWish};
use crate::action::Action;
use crate::look::button::focus_ring_paint;
use crate::look::chip::{key_cap_paint, key_cap_width};
use crate::look::rules::hairline_paint;
use crate::look::text::one_line_job;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Icon, Size, Weight, icon_paint, palette, text_ui};
use crate::page::Wish;

/// Side of the product's mark.
const MARK: f32 = 44.0;
/// Height of one way to begin.
const WAY: f32 = 85.0;

pub(super) fn start_ui(ui: &mut Ui, scene: &HomeScene<'_>, wishes: &mut Vec<HomeWish>) {
    let lang = scene.lang;
    let palette = *palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(MARK + space::S3, 64.0), Sense::hover());
        let square = Rect::from_min_size(pos2(rect.left(), rect.center().y - MARK / 2.0), Vec2::splat(MARK));
        icon_paint(ui.painter(), square, Icon::Meeting, palette.accent);
        ui.vertical(|ui| {
            text_ui(ui, &t(lang, "product-name"), Size::Head, Weight::Medium, palette.ink);
            text_ui(ui, &t(lang, "product-motto"), Size::Body, Weight::Regular, palette.ink2);
        });
    });
    ui.add_space(space::S8);
    let top = ui.cursor().top();
    hairline_paint(ui.painter(), ui.max_rect().x_range(), top, &palette);
    let keyed = |action: Action| action.key_cap(lang);
    let shell = |action: Action| HomeWish::Shell(Wish::Do(action));
    let ways = [
        (Icon::Plus, t(lang, "home-new"), t(lang, "home-new-hint"), keyed(Action::New), shell(Action::New)),
        (Icon::File, t(lang, "home-open"), t(lang, "home-open-hint"), keyed(Action::Open), shell(Action::Open)),
        (Icon::Play, t(lang, "home-example"), t(lang, "home-example-hint"), keyed(Action::Example), HomeWish::Example),
        (Icon::Screen, t(lang, "home-rehearse"), t(lang, "home-rehearse-hint"), String::new(), HomeWish::Rehearse),
    ];
    for (icon, title, hint, cap, wish) in ways {
        if way_ui(ui, icon, &title, &hint, &cap).clicked() {
            wishes.push(wish);
        }
    }
    if let Some(session) = scene.workspace.session() {
        let title = words::tf(lang, "home-back", &[("title", &session.facts().file.title)]);
        ui.add_space(space::S4);
        if ui.add(Button::primary(&title).icon(Icon::Next).max_width(ui.available_width())).clicked() {
            wishes.push(HomeWish::Back);
        }
    }
    let height = Size::Note.desk_line() + frame::BUTTON_PANE + space::S2;
    let foot = Rect::from_min_max(pos2(ui.max_rect().left(), ui.max_rect().bottom() - height), ui.max_rect().max);
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| foot_ui(ui, scene, wishes));
}

fn foot_ui(ui: &mut Ui, scene: &HomeScene<'_>, wishes: &mut Vec<HomeWish>) {
    let lang = scene.lang;
    let palette = *palette(ui);
    text_ui(ui, &t(lang, "home-offline"), Size::Note, Weight::Regular, palette.ink2);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S4;
        let small = |word| Button::text(word).large(frame::BUTTON_PANE, Size::Note);
        // Each language is named in itself: whoever reads only that one must find it.
        let other = match lang {
            Lang::ZhCn => t(Lang::En, "language-name"),
            Lang::En => t(Lang::ZhCn, "language-name"),
        };
        if ui.add(small(&other)).clicked() {
            wishes.push(HomeWish::Language);
        }
        let look = if scene.workspace.preferences.dark { t(lang, "home-light") } else { t(lang, "home-dark") };
        if ui.add(small(&look)).clicked() {
            wishes.push(HomeWish::Dark);
        }
        if ui.add(small(&t(lang, "rail-keys")).key(&Action::Help.key_cap(lang))).clicked() {
            wishes.push(HomeWish::Shell(Wish::Do(Action::Help)));
        }
    });
}

fn way_ui(ui: &mut Ui, icon: Icon, title: &str, hint: &str, cap: &str) -> Response {
    let palette = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), WAY), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
    if response.hovered() {
        ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, palette.well);
    }
    let square = Rect::from_min_size(pos2(rect.left() + 2.0, rect.top() + 20.0), Vec2::splat(frame::ICON));
    icon_paint(ui.painter(), square, icon, palette.accent);
    let left = rect.left() + 36.0;
    let cap_width = if cap.is_empty() { 0.0 } else { key_cap_width(ui, cap) };
    let line = |text: &str, size: Size, ink, width| one_line_job(text, size, Weight::Regular, ink, width);
    let above =
        ui.painter().layout_job(line(title, Size::Lead, palette.ink, rect.right() - left - cap_width - space::S2));
    let under = ui.painter().layout_job(line(hint, Size::Body, palette.ink2, rect.right() - left));
    let top = rect.center().y - above.size().y.midpoint(under.size().y);
    let middle = top + above.size().y / 2.0;
    let below = top + above.size().y;
    ui.painter().galley(pos2(left, top), above, palette.ink);
    ui.painter().galley(pos2(left, below), under, palette.ink2);
    if !cap.is_empty() {
        let corner = pos2(rect.right() - cap_width, middle - space::S5 / 2.0);
        let place = Rect::from_min_size(corner, Vec2::new(cap_width, space::S5));
        key_cap_paint(ui, place, cap, palette.ink2);
    }
    hairline_paint(ui.painter(), rect.x_range(), rect.bottom(), &palette);
    if response.has_focus() {
        focus_ring_paint(ui, rect);
    }
    response
}
