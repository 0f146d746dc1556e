//! The measure bar: who takes part and how, with the thresholds; one function for desk and screen.
//!
//! The whole bar is all; coloured is who takes part, in the order 赞成 反对 弃权; the rest is the track. A threshold is a
//! line of ink with a gap of ground colour on both sides, so that it reads on every colour. Labels stand outside the
//! bar and are the caller's: [`share_x`] says where.

use egui::{Color32, CornerRadius, Painter, Rangef, Rect, pos2, vec2};
use session::audience::{MeasureBar, Share};

use super::marks::{mark_colour, mark_coloured_paint};
use super::tokens::{MARK_ON_BAR, Palette};

/// The measures of the bar's details, in the units of its rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarSizes {
    /// Width of a threshold line.
    pub line: f32,
    /// Gap of ground colour on each side of it.
    pub gap: f32,
    /// How far it stands over the bar, above and below.
    pub over: f32,
    /// Gap between two parts.
    pub part_gap: f32,
    /// Parts at least this wide carry their mark; `None`: no marks in the bar.
    pub mark_from: Option<f32>,
}

/// On the desk.
pub const DESK_BAR: BarSizes = BarSizes { line: 2.0, gap: 2.0, over: 5.0, part_gap: 1.0, mark_from: None };
/// On the screen at 1080 lines.
pub const SCREEN_BAR: BarSizes = BarSizes { line: 6.0, gap: 5.0, over: 14.0, part_gap: 4.0, mark_from: Some(64.0) };

impl BarSizes {
    /// The same details on a scaled picture.
    #[must_use]
    pub fn scaled(self, scale: f32) -> BarSizes {
        BarSizes {
            line: self.line * scale,
            gap: self.gap * scale,
            over: self.over * scale,
            part_gap: self.part_gap * scale,
            mark_from: self.mark_from.map(|from| from * scale),
        }
    }
}

/// Where a share of the bar lies in x; shares outside 0 … 1 are held at its ends.
pub fn share_x(rect: Rect, share: Share) -> f32 {
    rect.left() + rect.width() * fraction(share)
}

/// A share as a length for the eye; never used to decide anything.
#[expect(clippy::cast_possible_truncation, reason = "a length on a screen of a few thousand pixels")]
#[expect(clippy::cast_precision_loss, reason = "as above: the exact pair decided before")]
pub fn fraction(share: Share) -> f32 {
    if share.whole <= 0 {
        return 0.0;
    }
    (share.part as f64 / share.whole as f64).clamp(0.0, 1.0) as f32
}

/// Paints the bar into `rect`, on `ground`.
pub fn measure_bar_paint(
    painter: &Painter,
    rect: Rect,
    bar: &MeasureBar,
    sizes: BarSizes,
    palette: &Palette,
    ground: Color32,
) {
    painter.rect_filled(rect, CornerRadius::ZERO, palette.well);
    let mut done: i64 = 0;
    for part in bar.parts.iter().filter(|part| part.amount > 0) {
        let left = share_x(rect, Share { part: done, whole: bar.all });
        done = done.saturating_add(part.amount);
        let right = share_x(rect, Share { part: done, whole: bar.all });
        // Parts are kept apart by ground colour; the rest of the track follows without a gap.
        let gap = if left > rect.left() { sizes.part_gap.min((right - left) / 2.0) } else { 0.0 };
        let filled = Rect::from_x_y_ranges(Rangef::new(left + gap, right), rect.y_range());
        let colour = part.side.map_or(palette.accent, |side| mark_colour(palette, side));
        painter.rect_filled(filled, CornerRadius::ZERO, colour);
        if gap > 0.0 {
            let between = Rect::from_x_y_ranges(Rangef::new(left, left + gap), rect.y_range());
            painter.rect_filled(between, CornerRadius::ZERO, ground);
        }
        if let (Some(side), Some(from)) = (part.side, sizes.mark_from)
            && right - left >= from
        {
            let square = vec2(0.44, 0.44) * rect.height();
            let at = pos2(left + gap + 0.28 * rect.height(), rect.center().y - square.y / 2.0);
            mark_coloured_paint(painter, Rect::from_min_size(at, square), side, MARK_ON_BAR);
        }
    }
    // All gaps before all lines, so that no gap hides a line beside it.
    let tall = rect.expand2(vec2(0.0, sizes.over));
    for (half, colour) in [(sizes.line / 2.0 + sizes.gap, ground), (sizes.line / 2.0, palette.ink)] {
        for line in &bar.lines {
            let around = Rangef::point(share_x(rect, line.at)).expand(half);
            painter.rect_filled(
                Rect::from_x_y_ranges(around, tall.y_range()).intersect(tall),
                CornerRadius::ZERO,
                colour,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_half_of_29_among_35_then_the_line_stands_at_29_of_70() {
        let rect = Rect::from_min_size(pos2(100.0, 0.0), vec2(700.0, 20.0));
        assert!((share_x(rect, Share { part: 29, whole: 70 }) - 390.0).abs() < 0.01);
    }

    #[test]
    fn a_share_beyond_the_whole_or_of_nothing_stays_in_the_bar() {
        assert!((fraction(Share { part: 9, whole: 4 }) - 1.0).abs() < f32::EPSILON);
        assert!(fraction(Share { part: 9, whole: 0 }).abs() < f32::EPSILON);
    }
}
