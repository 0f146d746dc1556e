//! Evidence as it is looked at: small pictures in a row, one of them enlarged over everything.

use std::collections::BTreeMap;

use deliberation::text::BlobHash;
use egui::{
    ColorImage, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, Vec2,
};
use session::contract::Evidence;
use session::evidence::Picture;

use super::{Host, PageBoard};
use crate::confirm::sheet;
use crate::look::button::focus_ring_paint;
use crate::look::tokens::{Size, Weight, frame, palette, space, stroke};
use crate::look::{Button, Icon, icon_paint, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint};

/// The place of a small picture.
const SMALL: Vec2 = egui::vec2(112.0, 76.0);
/// The largest an enlarged one gets.
const LARGE: Vec2 = egui::vec2(880.0, 560.0);

/// Textures by hash, and which picture is enlarged.
#[derive(Default)]
pub(super) struct Pictures {
    textures: BTreeMap<String, TextureHandle>,
    enlarged: Option<Evidence>,
}

/// What is to be seen of a piece of evidence.
enum Seen {
    Drawn(TextureHandle),
    /// Not drawn, with the words for it.
    Words(Icon, String),
}

impl PageBoard {
    /// One piece of evidence, small, with its caption under it; a click enlarges it.
    pub(super) fn picture_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, evidence: &Evidence) {
        let colours = *palette(ui);
        let seen = self.seen(ui, bench, host, evidence);
        let size = SMALL + Vec2::new(0.0, Size::Note.desk_line());
        let clickable = matches!(seen, Seen::Drawn(_));
        let (rect, response): (Rect, Response) =
            ui.allocate_exact_size(size, if clickable { Sense::click() } else { Sense::hover() });
        let place = Rect::from_min_size(rect.min, SMALL);
        ui.painter().rect_filled(place, CornerRadius::ZERO, colours.well);
        match &seen {
            Seen::Drawn(texture) => {
                egui::Image::from_texture(texture).paint_at(ui, fitted(texture.size_vec2(), place));
                let name = bench.tell("page-evidence-show", &[("caption", &evidence.caption)]);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
            }
            Seen::Words(icon, words) => {
                let square = Rect::from_center_size(place.center() - egui::vec2(0.0, 10.0), Vec2::splat(frame::ICON));
                icon_paint(ui.painter(), square, *icon, colours.ink2);
                let ink = Ink::new(Size::Note, colours.ink2);
                let at = place.center() + egui::vec2(0.0, 14.0);
                text_paint(ui, words, ink, egui::Align2::CENTER_CENTER, at, SMALL.x - space::S2);
                let name = format!("{} {words}", evidence.caption);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
            }
        }
        let border = Stroke::new(stroke::HAIR, colours.line);
        ui.painter().rect_stroke(place, CornerRadius::ZERO, border, StrokeKind::Inside);
        let caption = Ink::new(Size::Note, colours.ink);
        text_paint(ui, &evidence.caption, caption, egui::Align2::LEFT_BOTTOM, rect.left_bottom(), SMALL.x);
        if response.has_focus() {
            focus_ring_paint(ui, place);
        }
        if response.on_hover_text(&evidence.caption).clicked() {
            self.pictures.enlarged = Some(evidence.clone());
        }
    }

    fn seen(&mut self, ui: &Ui, bench: &mut Bench<'_>, host: &Host, evidence: &Evidence) -> Seen {
        if let Some(texture) = self.pictures.textures.get(&evidence.hash) {
            return Seen::Drawn(texture.clone());
        }
        // A procedure may name any hash; only what people attached to it is shown.
        let hash = evidence.hash.parse::<BlobHash>().ok().filter(|hash| host.evidence.contains(hash));
        let picture = hash.map_or(Picture::Gone, |hash| bench.session.evidence(hash));
        match picture {
            Picture::Coming => Seen::Words(Icon::Clock, bench.say("page-evidence-coming")),
            Picture::Gone => Seen::Words(Icon::Cross, bench.say("page-evidence-gone")),
            Picture::Document => Seen::Words(Icon::File, bench.say("page-evidence-document")),
            Picture::Drawn(drawn) => {
                let image = ColorImage::from_rgba_unmultiplied([drawn.width, drawn.height], &drawn.rgba);
                let texture = ui.ctx().load_texture(&evidence.hash, image, TextureOptions::LINEAR);
                self.pictures.textures.insert(evidence.hash.clone(), texture.clone());
                Seen::Drawn(texture)
            }
        }
    }

    /// The enlarged picture over everything.
    pub(super) fn enlarged_ui(&mut self, ui: &Ui, bench: &mut Bench<'_>, host: &Host) {
        let Some(evidence) = self.pictures.enlarged.clone() else { return };
        let Seen::Drawn(texture) = self.seen(ui, bench, host, &evidence) else { return };
        let (closed, beside) = sheet(ui.ctx(), "evidence", |ui| {
            let room = LARGE.min(ui.ctx().content_rect().size() - Vec2::splat(200.0));
            let size = texture.size_vec2();
            let scale = (room.x / size.x).min(room.y / size.y).min(1.0);
            ui.add(egui::Image::from_texture(&texture).fit_to_exact_size(size * scale));
            text_ui(ui, &evidence.caption, Size::Body, Weight::Regular, palette(ui).ink);
            ui.add(Button::normal(&bench.say("desk-leave-it")).key("Esc")).clicked()
        });
        if closed || beside {
            self.pictures.enlarged = None;
        }
    }
}

/// As large as fits into a place, in its middle.
fn fitted(size: Vec2, place: Rect) -> Rect {
    let scale = (place.width() / size.x).min(place.height() / size.y);
    Rect::from_center_size(place.center(), size * scale)
}
