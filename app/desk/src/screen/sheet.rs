//! A page of a card as plain shapes on the virtual screen: what is painted, before any window knows of it.

use egui::{Align, Color32, Rangef, Rect, Vec2, pos2, vec2};
use session::audience::{MeasureBar, Side};

use super::measure::width;
use crate::look::icons::Icon;
use crate::look::marks::MARK_TO_TEXT;
use crate::look::text::BASELINE_BELOW_MIDDLE;
use crate::look::tokens::{SCREEN, Size, screen_space};

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A line of text; its hanzi are centred on `middle`.
    Text {
        /// The line.
        text: String,
        /// Left edge.
        left: f32,
        /// Middle of the line.
        middle: f32,
        /// Width the line was broken for; never painted wider.
        width: f32,
        /// Size.
        size: Size,
        /// Colour.
        colour: Color32,
    },
    /// A filled rectangle.
    Fill(Rect, Color32),
    /// An outline inside a rectangle.
    Outline(Rect, f32, Color32),
    /// A mark in its square.
    Mark(Rect, Side),
    /// An icon in its square with a stroke in grid units.
    Icon(Rect, Icon, Color32, f32),
    /// A measure bar.
    Bar(Rect, MeasureBar),
}

impl Item {
    /// The heights a page's end must not go through; lines and edges may be torn.
    pub fn solid(&self) -> Option<Rangef> {
        match self {
            Item::Text { middle, size, .. } => Some(Rangef::point(*middle).expand(size.screen_px() / 2.0)),
            Item::Mark(rect, _) | Item::Icon(rect, ..) | Item::Bar(rect, _) | Item::Outline(rect, ..) => {
                Some(rect.y_range())
            }
            Item::Fill(..) => None,
        }
    }

    fn shift(&mut self, by: Vec2) {
        match self {
            Item::Text { left, middle, .. } => {
                *left += by.x;
                *middle += by.y;
            }
            Item::Fill(rect, _)
            | Item::Outline(rect, ..)
            | Item::Mark(rect, _)
            | Item::Icon(rect, ..)
            | Item::Bar(rect, _) => {
                *rect = rect.translate(by);
            }
        }
    }
}

/// A list of shapes; positions from the top left of the virtual screen, or of a block before it is placed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The shapes in the order they are painted.
    pub items: Vec<Item>,
    /// What is read just now stands on it.
    pub current: bool,
}

impl Sheet {
    /// A line of text at `x`, which is its left edge, middle or right edge by `align`; gives its width.
    pub fn text(&mut self, x: f32, middle: f32, align: Align, size: Size, colour: Color32, text: &str) -> f32 {
        let wide = width(text, size);
        if !text.is_empty() {
            let hung = if align == Align::Max { hanging(text, size) } else { 0.0 };
            let left = x - align.to_factor() * wide + hung;
            self.items.push(Item::Text { text: text.to_owned(), left, middle, width: wide, size, colour });
        }
        wide
    }

    /// Ink at the left.
    pub fn left(&mut self, x: f32, middle: f32, size: Size, text: &str) -> f32 {
        self.text(x, middle, Align::Min, size, SCREEN.ink, text)
    }

    /// Second ink at the left.
    pub fn left2(&mut self, x: f32, middle: f32, size: Size, text: &str) -> f32 {
        self.text(x, middle, Align::Min, size, SCREEN.ink2, text)
    }

    /// Ink at the right.
    pub fn right(&mut self, x: f32, middle: f32, size: Size, text: &str) -> f32 {
        self.text(x, middle, Align::Max, size, SCREEN.ink, text)
    }

    /// Second ink at the right.
    pub fn right2(&mut self, x: f32, middle: f32, size: Size, text: &str) -> f32 {
        self.text(x, middle, Align::Max, size, SCREEN.ink2, text)
    }

    /// A hairline whose lower edge is at `y`.
    pub fn hairline(&mut self, left: f32, right: f32, y: f32) {
        let rect = Rect::from_min_max(pos2(left, y - screen_space::HAIRLINE), pos2(right, y));
        self.items.push(Item::Fill(rect, SCREEN.line));
    }

    /// The mark of a side and its word; gives the width of both.
    pub fn side(&mut self, x: f32, middle: f32, size: Size, which: Side, word: &str) -> f32 {
        let square = MARK_TO_TEXT * size.screen_px();
        let baseline = middle + BASELINE_BELOW_MIDDLE * size.screen_px();
        let at = pos2(x, baseline - square);
        self.items.push(Item::Mark(Rect::from_min_size(at, vec2(square, square)), which));
        let gap = mark_room(size);
        gap + self.left(x + gap, middle, size, word)
    }

    /// An icon whose strokes (not whose square) begin at `x`; gives the width its strokes take.
    pub fn icon(&mut self, x: f32, middle: f32, side: f32, icon: Icon, colour: Color32) -> f32 {
        // Strokes begin at 4 of 20 units and are one unit to each side of their line.
        let inset = 0.16 * side;
        let square = Rect::from_min_size(pos2(x - inset, middle - side / 2.0), vec2(side, side));
        self.items.push(Item::Icon(square, icon, colour, ICON_STROKE));
        side - 2.0 * inset
    }

    /// Adds the shapes of `other`, moved.
    pub fn place(&mut self, other: &Sheet, by: Vec2) {
        for item in &other.items {
            let mut item = item.clone();
            item.shift(by);
            self.items.push(item);
        }
        self.current |= other.current;
    }

    /// The shapes above `cut` and those below it, these moved to the top; filled shapes are torn.
    pub fn split(self, cut: f32) -> (Sheet, Sheet) {
        let part = Sheet { items: Vec::new(), current: self.current };
        let (mut head, mut tail) = (part.clone(), part);
        for item in self.items {
            let above = match &item {
                Item::Fill(rect, colour) if rect.top() < cut && rect.bottom() > cut => {
                    head.items.push(Item::Fill(rect.with_max_y(cut), *colour));
                    let mut below = Item::Fill(rect.with_min_y(cut), *colour);
                    below.shift(vec2(0.0, -cut));
                    tail.items.push(below);
                    continue;
                }
                Item::Fill(rect, _) => rect.bottom() <= cut,
                solid => solid.solid().is_none_or(|range| range.center() <= cut),
            };
            if above {
                head.items.push(item);
            } else {
                let mut item = item;
                item.shift(vec2(0.0, -cut));
                tail.items.push(item);
            }
        }
        (head, tail)
    }

    /// The middles of its rows of running text, from the top: texts beside each other are one row, counts and clocks
    /// none.
    pub fn rows(&self) -> Vec<f32> {
        let mut middles: Vec<f32> = self
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Text { middle, size, .. } if !matches!(size, Size::Tally | Size::Clock) => Some(*middle),
                _ => None,
            })
            .collect();
        middles.sort_by(f32::total_cmp);
        middles.dedup_by(|next, before| *next - *before <= SAME_ROW);
        middles
    }

    /// All its texts in painting order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|item| match item {
            Item::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }
}

/// Stroke of the icons on the screen, on their grid of 20.
pub(crate) const ICON_STROKE: f32 = 2.0;
/// Side of an icon beside a line of [`Size::Lead`] or [`Size::Title`].
pub(crate) const ICON_SIDE: f32 = 70.0;

/// The empty right half of a full-width mark that ends a line: set at the right, it hangs over the edge.
pub(crate) fn hanging(text: &str, size: Size) -> f32 {
    let half = text.chars().last().is_some_and(|c| "）》〉」』】〕，。、；：".contains(c));
    if half { 0.45 * size.screen_px() } else { 0.0 }
}

/// Texts whose middles are no further apart stand in one row.
const SAME_ROW: f32 = 40.0;

/// Room of a mark and the space after it.
pub(crate) fn mark_room(size: Size) -> f32 {
    (MARK_TO_TEXT + 0.32) * size.screen_px()
}

/// How far the middle of `size` lies under the middle of `other` when both stand on one baseline.
pub(crate) fn baseline_shift(size: Size, other: Size) -> f32 {
    BASELINE_BELOW_MIDDLE * (other.screen_px() - size.screen_px())
}
