//! Text fields with a name, a hint and, where the text does not do, a sentence that says why.

use egui::{CornerRadius, Frame, Id, Margin, Rect, Response, Stroke, StrokeKind, TextEdit, Ui, Vec2, pos2};

use super::button::focus_ring_paint;
use super::icons::{Icon, icon_paint};
use super::text::text_ui;
use super::tokens::{Size, Weight, corner, frame, palette, space, stroke};

/// A text field over a draft: pinyin being composed is inside the string, so commit to the model only on Enter or blur.
pub struct Field<'a> {
    text: &'a mut String,
    name: &'a str,
    hint: &'a str,
    problem: Option<&'a str>,
    icon: Option<Icon>,
    closed: bool,
    width: Option<f32>,
    rows: usize,
    number: bool,
    id: Option<Id>,
}

impl<'a> Field<'a> {
    /// A field; `name` is what a screen reader and the tests call it.
    pub fn new(text: &'a mut String, name: &'a str) -> Field<'a> {
        Field {
            text,
            name,
            hint: "",
            problem: None,
            icon: None,
            closed: false,
            width: None,
            rows: 1,
            number: false,
            id: None,
        }
    }

    /// What stands in the empty field.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Why the text does not do; `None` when it does.
    #[must_use]
    pub fn problem(mut self, problem: Option<&'a str>) -> Self {
        self.problem = problem;
        self
    }

    /// An icon at the left.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Cannot be edited now.
    #[must_use]
    pub fn closed(mut self, closed: bool) -> Self {
        self.closed = closed;
        self
    }

    /// As wide as this; else as the place allows.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Several rows; Enter then breaks the line.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows.max(1);
        self
    }

    /// Figures, set at the right.
    #[must_use]
    pub fn number(mut self) -> Self {
        self.number = true;
        self
    }

    /// With an id of its own, to give it the focus.
    #[must_use]
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Shows the field and, under it, the problem; the response is the text's.
    pub fn field_ui(self, ui: &mut Ui) -> Response {
        let palette = *palette(ui);
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let lines = Size::Body.desk_line();
        #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
        let height = if self.rows == 1 { frame::BUTTON } else { lines * self.rows as f32 + space::S3 };
        let left = if self.icon.is_some() { space::S3 + frame::ICON + space::S2 } else { space::S3 };
        let right = if self.problem.is_some() { space::S3 + frame::ICON + space::S1 } else { space::S3 };
        let vertical = (height - lines * if self.rows == 1 { 1.0 } else { height / lines }).max(0.0) / 2.0;
        ui.vertical(|ui| {
            #[expect(clippy::cast_possible_truncation, reason = "margins are a few points")]
            let margin = Margin { left: left as i8, right: right as i8, top: vertical as i8, bottom: vertical as i8 };
            let edit = if self.rows == 1 {
                TextEdit::singleline(self.text)
            } else {
                TextEdit::multiline(self.text).desired_rows(self.rows)
            };
            let edit = edit
                .hint_text(egui::RichText::new(self.hint).color(palette.ink3))
                .frame(Frame::new().inner_margin(margin))
                .text_color(if self.closed { palette.ink2 } else { palette.ink })
                .interactive(!self.closed)
                .min_size(Vec2::new(width, height))
                .desired_width(width)
                .align(egui::Align2([
                    if self.number { egui::Align::Max } else { egui::Align::Min },
                    if self.rows == 1 { egui::Align::Center } else { egui::Align::Min },
                ]));
            let edit = match self.id {
                Some(id) => edit.id(id),
                None => edit,
            };
            // The ground is painted first and filled in once the place is known.
            let ground = ui.painter().add(egui::Shape::Noop);
            let response = ui.add(edit).accessible_name(self.name);
            let rect = response.rect;
            let fill = if self.closed { palette.well } else { palette.field };
            let border = match self.problem {
                Some(_) => palette.err,
                None if self.closed => palette.line,
                None => palette.edge,
            };
            let radius = CornerRadius::same(corner::BUTTON);
            ui.painter().set(
                ground,
                egui::epaint::RectShape::new(rect, radius, fill, Stroke::new(stroke::HAIR, border), StrokeKind::Inside),
            );
            let square = |x: f32| {
                Rect::from_min_size(pos2(x, rect.top() + (frame::BUTTON - frame::ICON) / 2.0), Vec2::splat(frame::ICON))
            };
            if let Some(icon) = self.icon {
                icon_paint(ui.painter(), square(rect.left() + space::S3), icon, palette.ink2);
            }
            if response.has_focus() {
                focus_ring_paint(ui, rect);
            }
            if let Some(problem) = self.problem {
                icon_paint(ui.painter(), square(rect.right() - space::S3 - frame::ICON), Icon::Error, palette.err);
                text_ui(ui, problem, Size::Note, Weight::Regular, palette.err);
            }
            response
        })
        .inner
    }
}
