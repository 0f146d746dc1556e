//! The rail at the left edge: six places, then home and the keys.

use egui::{Frame, Panel, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use words::{Lang, t};

use crate::action::Action;
use crate::look::button::focus_ring_paint;
use crate::look::rules::current_edge_paint;
use crate::look::tokens::{frame, space};
use crate::look::{Icon, Size, Weight, icon_paint, job, palette};
use crate::page::{Place, Wish};

/// Height of an entry.
const ENTRY: f32 = 64.0;

/// Shows the rail with the place marked, and on every page whether the room sees the calm card.
pub(crate) fn rail_ui(ui: &mut Ui, lang: Lang, place: Place, blank: bool, wishes: &mut Vec<Wish>) {
    let palette = *palette(ui);
    let panel = Panel::left("rail").exact_size(frame::RAIL).resizable(false).show_separator_line(false);
    panel.frame(Frame::new().fill(palette.well)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(space::S2);
        for (icon, word, there) in [
            (Icon::Meeting, t(lang, "rail-meetings"), Place::Meeting),
            (Icon::Ledger, t(lang, "rail-matters"), Place::Matters),
            (Icon::Roll, t(lang, "rail-roll"), Place::Roll),
            (Icon::Collection, t(lang, "rail-collections"), Place::Collections),
            (Icon::Procedure, t(lang, "rail-procedures"), Place::Procedures),
            (Icon::Figures, t(lang, "rail-figures"), Place::Figures),
        ] {
            if entry_ui(ui, icon, &word, belongs(place) == there).clicked() {
                wishes.push(Wish::Show(there));
            }
        }
        if blank && entry_ui(ui, Icon::Blank, &t(lang, "screen-state-blank"), false).clicked() {
            wishes.push(Wish::Do(Action::Blank));
        }
        let foot = Rect::from_min_max(
            pos2(ui.max_rect().left(), ui.max_rect().bottom() - 2.0 * ENTRY - space::S2),
            ui.max_rect().max,
        );
        ui.scope_builder(egui::UiBuilder::new().max_rect(foot), |ui| {
            if entry_ui(ui, Icon::Back, &t(lang, "rail-home"), false).clicked() {
                wishes.push(Wish::Show(Place::Home));
            }
            if entry_ui(ui, Icon::Keyboard, &t(lang, "rail-keys"), false).clicked() {
                wishes.push(Wish::Do(Action::Help));
            }
        });
    });
}

/// The entry under which a place stands.
fn belongs(place: Place) -> Place {
    match place {
        Place::SignIn | Place::Preflight => Place::Meeting,
        Place::Import => Place::Roll,
        other => other,
    }
}

fn entry_ui(ui: &mut Ui, icon: Icon, word: &str, here: bool) -> Response {
    let palette = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(frame::RAIL, ENTRY), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, here, word));
    let ink = if here || response.hovered() { palette.accent } else { palette.ink2 };
    if here {
        current_edge_paint(ui.painter(), rect.shrink2(Vec2::new(0.0, 12.0)), &palette);
    }
    let top = rect.top() + space::S2;
    let square =
        Rect::from_min_size(pos2(rect.center().x - frame::ICON_RAIL / 2.0, top), Vec2::splat(frame::ICON_RAIL));
    icon_paint(ui.painter(), square, icon, ink);
    let weight = if here { Weight::Medium } else { Weight::Regular };
    let galley = ui.painter().layout_job(job(word, Size::Note, weight, ink));
    let at = pos2(rect.center().x - galley.size().x / 2.0, square.bottom() + space::S1);
    ui.painter().galley(at, galley, ink);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(4.0));
    }
    response
}
