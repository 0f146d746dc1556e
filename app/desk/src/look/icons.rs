//! The icons as data, and the one function that paints them.
//!
//! Drawn on a grid of 20 × 20 with a stroke of 1.5, in the colour of the text beside them; always with a word.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::tokens::stroke;

/// One stroke or shape of an icon, in grid units.
#[derive(Clone, Copy, Debug)]
pub enum Primitive {
    /// A line through points.
    Line(&'static [[f32; 2]]),
    /// An outlined rectangle: x, y, width, height, corner.
    Rect(f32, f32, f32, f32, f32),
    /// An outlined circle: x, y, radius.
    Circle(f32, f32, f32),
    /// A filled circle: x, y, radius.
    Dot(f32, f32, f32),
    /// A filled polygon.
    Fill(&'static [[f32; 2]]),
    /// A filled rectangle: x, y, width, height.
    FillRect(f32, f32, f32, f32),
}

use Primitive::{Circle, Dot, Fill, FillRect, Line, Rect as Box};

/// An icon by what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// 会议; the mark of the product.
    Meeting,
    /// 台账.
    Ledger,
    /// 名册.
    Roll,
    /// 收缴.
    Collection,
    /// 程序.
    Procedure,
    /// 统计.
    Figures,
    /// Saved, done, met.
    Check,
    /// Not passed, excluded.
    Cross,
    /// Time.
    Clock,
    /// Start.
    Play,
    /// Pause.
    Pause,
    /// Next, go on.
    Next,
    /// Back.
    Back,
    /// Opens a list.
    Down,
    /// The projected window.
    Screen,
    /// 遮屏.
    Blank,
    /// 锁定, read-only.
    Lock,
    /// Unlock.
    Unlock,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Add.
    Plus,
    /// Take away.
    Minus,
    /// Find; 待查.
    Search,
    /// File.
    File,
    /// Bring in.
    Import,
    /// Give out.
    Export,
    /// Warning.
    Warning,
    /// Error, refused.
    Error,
    /// Note.
    Info,
    /// Edited by hand; read differently.
    Edit,
    /// Owner.
    Person,
    /// The event behind a sentence.
    Link,
    /// 只议不决.
    Flag,
    /// Paper.
    Print,
    /// Evidence.
    Clip,
    /// Keys.
    Keyboard,
    /// Raised hand.
    Hand,
}

impl Icon {
    /// All of them.
    pub const ALL: [Icon; 37] = [
        Icon::Meeting,
        Icon::Ledger,
        Icon::Roll,
        Icon::Collection,
        Icon::Procedure,
        Icon::Figures,
        Icon::Check,
        Icon::Cross,
        Icon::Clock,
        Icon::Play,
        Icon::Pause,
        Icon::Next,
        Icon::Back,
        Icon::Down,
        Icon::Screen,
        Icon::Blank,
        Icon::Lock,
        Icon::Unlock,
        Icon::Undo,
        Icon::Redo,
        Icon::Plus,
        Icon::Minus,
        Icon::Search,
        Icon::File,
        Icon::Import,
        Icon::Export,
        Icon::Warning,
        Icon::Error,
        Icon::Info,
        Icon::Edit,
        Icon::Person,
        Icon::Link,
        Icon::Flag,
        Icon::Print,
        Icon::Clip,
        Icon::Keyboard,
        Icon::Hand,
    ];

    /// What it is drawn with.
    pub fn primitives(self) -> &'static [Primitive] {
        match self {
            Icon::Meeting => &[
                Box(6.0, 6.0, 8.0, 8.0, 1.0),
                Dot(10.0, 2.7, 1.7),
                Dot(10.0, 17.3, 1.7),
                Dot(2.7, 10.0, 1.7),
                Dot(17.3, 10.0, 1.7),
            ],
            Icon::Ledger => &[
                Box(3.5, 3.0, 13.0, 14.0, 1.0),
                Line(&[[7.0, 7.0], [13.0, 7.0]]),
                Line(&[[7.0, 10.0], [13.0, 10.0]]),
                Line(&[[7.0, 13.0], [11.0, 13.0]]),
            ],
            Icon::Roll => &[
                Line(&[[2.5, 9.5], [10.0, 3.0], [17.5, 9.5]]),
                Line(&[[4.5, 8.0], [4.5, 17.0], [15.5, 17.0], [15.5, 8.0]]),
                Line(&[[8.0, 17.0], [8.0, 12.0], [12.0, 12.0], [12.0, 17.0]]),
            ],
            Icon::Collection => &[
                Circle(10.0, 10.0, 7.2),
                Line(&[[7.0, 5.5], [10.0, 9.5], [13.0, 5.5]]),
                Line(&[[10.0, 9.5], [10.0, 15.0]]),
                Line(&[[7.2, 10.0], [12.8, 10.0]]),
                Line(&[[7.2, 12.4], [12.8, 12.4]]),
            ],
            Icon::Procedure => &[
                Box(3.0, 3.0, 5.0, 5.0, 0.5),
                Box(12.0, 12.0, 5.0, 5.0, 0.5),
                Box(12.0, 3.0, 5.0, 5.0, 0.5),
                Line(&[[8.0, 5.5], [12.0, 5.5]]),
                Line(&[[14.5, 8.0], [14.5, 12.0]]),
            ],
            Icon::Figures => &[
                Line(&[[3.0, 17.0], [17.0, 17.0]]),
                Box(4.5, 10.0, 3.0, 7.0, 0.0),
                Box(8.5, 6.5, 3.0, 10.5, 0.0),
                Box(12.5, 3.0, 3.0, 14.0, 0.0),
            ],
            Icon::Check => &[Line(&[[4.0, 10.5], [8.5, 15.0], [16.0, 5.5]])],
            Icon::Cross => &[Line(&[[5.0, 5.0], [15.0, 15.0]]), Line(&[[15.0, 5.0], [5.0, 15.0]])],
            Icon::Clock => &[Circle(10.0, 10.0, 7.2), Line(&[[10.0, 5.5], [10.0, 10.0], [13.2, 12.0]])],
            Icon::Play => &[Fill(&[[6.0, 4.0], [16.0, 10.0], [6.0, 16.0]])],
            Icon::Pause => &[Line(&[[7.0, 4.0], [7.0, 16.0]]), Line(&[[13.0, 4.0], [13.0, 16.0]])],
            Icon::Next => &[Line(&[[7.5, 4.0], [13.5, 10.0], [7.5, 16.0]])],
            Icon::Back => &[Line(&[[12.5, 4.0], [6.5, 10.0], [12.5, 16.0]])],
            Icon::Down => &[Line(&[[4.0, 7.5], [10.0, 13.5], [16.0, 7.5]])],
            Icon::Screen => &[Box(2.5, 4.0, 15.0, 10.0, 1.0), Line(&[[7.0, 17.0], [13.0, 17.0]])],
            Icon::Blank => {
                &[Box(2.5, 4.0, 15.0, 10.0, 1.0), Line(&[[7.0, 17.0], [13.0, 17.0]]), FillRect(5.0, 6.5, 10.0, 5.0)]
            }
            Icon::Lock => &[
                Box(4.5, 9.0, 11.0, 8.0, 1.0),
                Line(&[[7.0, 9.0], [7.0, 6.2], [8.0, 4.4], [10.0, 3.6], [12.0, 4.4], [13.0, 6.2], [13.0, 9.0]]),
            ],
            Icon::Unlock => &[
                Box(4.5, 9.0, 11.0, 8.0, 1.0),
                Line(&[[7.0, 9.0], [7.0, 6.2], [8.0, 4.4], [10.0, 3.6], [12.0, 4.4], [13.0, 6.0]]),
            ],
            Icon::Undo => &[
                Line(&[[7.0, 3.5], [3.0, 7.5], [7.0, 11.5]]),
                Line(&[[3.0, 7.5], [12.0, 7.5], [15.3, 8.8], [16.7, 12.0], [15.3, 15.2], [12.0, 16.5], [7.0, 16.5]]),
            ],
            Icon::Redo => &[
                Line(&[[13.0, 3.5], [17.0, 7.5], [13.0, 11.5]]),
                Line(&[[17.0, 7.5], [8.0, 7.5], [4.7, 8.8], [3.3, 12.0], [4.7, 15.2], [8.0, 16.5], [13.0, 16.5]]),
            ],
            Icon::Plus => &[Line(&[[10.0, 4.0], [10.0, 16.0]]), Line(&[[4.0, 10.0], [16.0, 10.0]])],
            Icon::Minus => &[Line(&[[4.0, 10.0], [16.0, 10.0]])],
            Icon::Search => &[Circle(8.5, 8.5, 5.2), Line(&[[12.3, 12.3], [17.0, 17.0]])],
            Icon::File => &[
                Line(&[[11.5, 2.5], [4.5, 2.5], [4.5, 17.5], [15.5, 17.5], [15.5, 6.5], [11.5, 2.5]]),
                Line(&[[11.5, 2.5], [11.5, 6.5], [15.5, 6.5]]),
            ],
            Icon::Import => &[
                Line(&[[10.0, 3.0], [10.0, 12.0]]),
                Line(&[[6.0, 8.5], [10.0, 12.5], [14.0, 8.5]]),
                Line(&[[3.5, 13.0], [3.5, 17.0], [16.5, 17.0], [16.5, 13.0]]),
            ],
            Icon::Export => &[
                Line(&[[10.0, 12.5], [10.0, 3.5]]),
                Line(&[[6.0, 7.0], [10.0, 3.0], [14.0, 7.0]]),
                Line(&[[3.5, 13.0], [3.5, 17.0], [16.5, 17.0], [16.5, 13.0]]),
            ],
            Icon::Warning => &[
                Line(&[[10.0, 3.0], [18.0, 17.0], [2.0, 17.0], [10.0, 3.0]]),
                Line(&[[10.0, 8.0], [10.0, 12.5]]),
                Dot(10.0, 14.7, 0.9),
            ],
            Icon::Error => &[
                Line(&[
                    [7.0, 2.5],
                    [13.0, 2.5],
                    [17.5, 7.0],
                    [17.5, 13.0],
                    [13.0, 17.5],
                    [7.0, 17.5],
                    [2.5, 13.0],
                    [2.5, 7.0],
                    [7.0, 2.5],
                ]),
                Line(&[[7.0, 7.0], [13.0, 13.0]]),
                Line(&[[13.0, 7.0], [7.0, 13.0]]),
            ],
            Icon::Info => &[Circle(10.0, 10.0, 7.2), Line(&[[10.0, 9.0], [10.0, 14.0]]), Dot(10.0, 6.3, 0.9)],
            Icon::Edit => &[Line(&[[3.5, 16.5], [4.2, 13.0], [13.0, 4.2], [15.8, 7.0], [7.0, 15.8], [3.5, 16.5]])],
            Icon::Person => &[
                Circle(10.0, 6.5, 3.2),
                Line(&[[3.8, 17.0], [4.6, 13.8], [7.0, 12.3], [13.0, 12.3], [15.4, 13.8], [16.2, 17.0]]),
            ],
            Icon::Link => &[Box(2.5, 7.0, 8.0, 6.0, 3.0), Box(9.5, 7.0, 8.0, 6.0, 3.0)],
            Icon::Flag => &[
                Line(&[[5.0, 2.5], [5.0, 17.5]]),
                Line(&[[5.0, 3.5], [15.0, 3.5], [12.5, 7.0], [15.0, 10.5], [5.0, 10.5]]),
            ],
            Icon::Print => &[
                Box(3.0, 7.5, 14.0, 6.5, 1.0),
                Line(&[[6.0, 7.5], [6.0, 3.0], [14.0, 3.0], [14.0, 7.5]]),
                Box(6.0, 11.5, 8.0, 5.5, 0.0),
            ],
            Icon::Clip => &[Line(&[
                [14.5, 9.0],
                [8.5, 15.0],
                [6.0, 15.2],
                [4.6, 13.8],
                [4.8, 11.2],
                [11.3, 4.7],
                [13.3, 4.6],
                [14.5, 5.8],
                [14.4, 7.8],
                [8.3, 13.9],
            ])],
            Icon::Keyboard => &[
                Box(2.0, 5.0, 16.0, 10.0, 1.0),
                Line(&[[5.0, 8.5], [6.0, 8.5]]),
                Line(&[[9.5, 8.5], [10.5, 8.5]]),
                Line(&[[14.0, 8.5], [15.0, 8.5]]),
                Line(&[[6.0, 12.0], [14.0, 12.0]]),
            ],
            Icon::Hand => &[
                Line(&[[6.0, 17.0], [6.0, 9.5]]),
                Line(&[
                    [6.0, 9.5],
                    [6.0, 5.0],
                    [8.0, 5.0],
                    [8.0, 9.0],
                    [8.0, 3.2],
                    [10.0, 3.2],
                    [10.0, 9.0],
                    [10.0, 3.8],
                    [12.0, 3.8],
                    [12.0, 9.5],
                    [12.0, 5.5],
                    [14.0, 5.5],
                    [14.0, 13.0],
                    [12.5, 17.0],
                    [6.0, 17.0],
                ]),
            ],
        }
    }
}

/// The icon in a square, stroked as on the desk.
pub fn icon_paint(painter: &Painter, square: Rect, icon: Icon, colour: Color32) {
    icon_stroked_paint(painter, square, icon, colour, stroke::ICON);
}

/// The icon in a square with a stroke of `width` on its 20-unit grid (the screen takes 2).
pub fn icon_stroked_paint(painter: &Painter, square: Rect, icon: Icon, colour: Color32, width: f32) {
    let unit = square.width() / 20.0;
    // On the desk a 20-point icon has a unit of 1; larger ones keep the proportion of their stroke.
    let pen = Stroke::new(width * unit.max(0.05), colour);
    let place = |[x, y]: [f32; 2]| -> Pos2 { square.min + vec2(x, y) * unit };
    let area = |x: f32, y: f32, w: f32, h: f32| Rect::from_min_size(place([x, y]), vec2(w, h) * unit);
    for primitive in icon.primitives() {
        painter.add(match *primitive {
            Line(points) => {
                let points: Vec<Pos2> = points.iter().copied().map(place).collect();
                match (points.first(), points.last()) {
                    (Some(first), Some(last)) if points.len() > 2 && first == last => {
                        let mut ring = points.clone();
                        ring.pop();
                        Shape::closed_line(ring, pen)
                    }
                    _ => Shape::line(points, pen),
                }
            }
            Box(x, y, w, h, corner) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "corners are a few pixels")]
                let corner = CornerRadius::same((corner * unit).round() as u8);
                Shape::Rect(egui::epaint::RectShape::stroke(area(x, y, w, h), corner, pen, StrokeKind::Middle))
            }
            Circle(x, y, radius) => Shape::circle_stroke(place([x, y]), radius * unit, pen),
            Dot(x, y, radius) => Shape::circle_filled(place([x, y]), radius * unit, colour),
            Fill(points) => Shape::convex_polygon(points.iter().copied().map(place).collect(), colour, Stroke::NONE),
            FillRect(x, y, w, h) => Shape::rect_filled(area(x, y, w, h), CornerRadius::ZERO, colour),
        });
    }
}

/// The square of an icon beside a line of text that stands in `rect`, at its left.
pub fn icon_square(rect: Rect, side: f32) -> Rect {
    Rect::from_min_size(pos2(rect.left(), rect.center().y - side / 2.0), vec2(side, side))
}

/// An icon as a place of its own; it has no name, the word beside it has.
pub fn icon_ui(ui: &mut egui::Ui, icon: Icon, side: f32, colour: Color32) -> egui::Response {
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), egui::Sense::hover());
    icon_paint(ui.painter(), rect, icon, colour);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_stays_on_its_grid() {
        for icon in Icon::ALL {
            for primitive in icon.primitives() {
                let points: Vec<[f32; 2]> = match *primitive {
                    Line(points) | Fill(points) => points.to_vec(),
                    Box(x, y, w, h, _) | FillRect(x, y, w, h) => vec![[x, y], [x + w, y + h]],
                    Circle(x, y, r) | Dot(x, y, r) => vec![[x - r, y - r], [x + r, y + r]],
                };
                assert!(!points.is_empty(), "{icon:?}");
                assert!(points.iter().flatten().all(|at| (0.0..=20.0).contains(at)), "{icon:?}");
            }
        }
    }
}
