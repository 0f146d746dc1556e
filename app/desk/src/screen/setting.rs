//! The picture: its shape, how far the hall reaches, and the virtual screen the cards are laid out on.

use egui::{Rect, Vec2, vec2};

use crate::look::tokens::screen_space;

/// The shapes of pictures a card is laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// 16:9.
    #[default]
    Wide,
    /// 16:10.
    Office,
    /// 4:3, old projectors.
    Old,
}

impl Aspect {
    /// All three.
    pub const ALL: [Aspect; 3] = [Aspect::Wide, Aspect::Office, Aspect::Old];

    /// Width of the virtual screen of 1080 lines.
    pub const fn width(self) -> f32 {
        match self {
            Aspect::Wide => 1920.0,
            Aspect::Office => 1728.0,
            Aspect::Old => 1440.0,
        }
    }

    /// The shape nearest to a monitor or window of `size`.
    pub fn of(size: Vec2) -> Aspect {
        let ratio = size.x / size.y.max(1.0) * LINES;
        let off = |aspect: &Aspect| (aspect.width() - ratio).abs();
        Aspect::ALL.into_iter().min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or_default()
    }

    /// The largest picture of this shape inside `rect`, in its middle.
    pub fn fit(self, rect: Rect) -> Rect {
        let scale = (rect.width() / self.width()).min(rect.height() / LINES);
        Rect::from_center_size(rect.center(), vec2(self.width(), LINES) * scale)
    }
}

/// Lines of the virtual screen.
pub const LINES: f32 = 1080.0;

/// How much larger than the table's sizes the texts are, for a hall that is deep for its picture: 1 to 1.5.
///
/// Above 1.5 the clock with its overtime sign would not fit on a 4:3 picture: then only a larger picture helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hall(u16);

impl Default for Hall {
    fn default() -> Self {
        Hall(1000)
    }
}

impl Hall {
    /// The largest factor.
    pub const MAX: Hall = Hall(1500);

    /// A factor in thousandths, held between 1 and 1.5.
    pub fn permille(permille: u16) -> Hall {
        Hall(permille.clamp(1000, Hall::MAX.0))
    }

    /// The factor for a last row at `distance` from a picture of `height` (both in centimetres), so that body text is
    /// as high as a hundredth of the distance; and whether it is large enough for that.
    pub fn for_room(distance: u32, height: u32) -> (Hall, bool) {
        // Body is 56 of 1080 lines: factor = distance / 100 ÷ (height · 56 / 1080).
        let wanted = u64::from(distance) * 1_080_000 / (5_600 * u64::from(height.max(1)));
        let hall = Hall::permille(u16::try_from(wanted).unwrap_or(u16::MAX));
        (hall, wanted <= u64::from(Hall::MAX.0))
    }

    /// The factor in thousandths.
    pub fn as_permille(self) -> u16 {
        self.0
    }

    /// The factor.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 1000.0
    }
}

/// What the cards of a screen are laid out for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Shape of the picture on the wall; the preview takes the same.
    pub aspect: Aspect,
    /// Depth of the hall.
    pub hall: Hall,
}

/// The virtual screen in units of the text table: a hall factor makes it smaller instead of the texts larger.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Left margin.
    pub left: f32,
    /// Right margin's x.
    pub right: f32,
    /// Top margin.
    pub top: f32,
    /// Bottom margin's y.
    pub bottom: f32,
}

impl Setting {
    /// The virtual screen of this setting. Margins are of the picture and do not grow with the hall.
    pub fn frame(self) -> Frame {
        let factor = self.hall.factor();
        let (width, height) = (self.aspect.width() / factor, LINES / factor);
        let (x, y) = (screen_space::MARGIN_X / factor, screen_space::MARGIN_Y / factor);
        Frame { width, height, left: x, right: width - x, top: y, bottom: height - y }
    }
}

impl Frame {
    /// Width between the margins.
    pub fn inner(self) -> f32 {
        self.right - self.left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_shape_is_taken() {
        assert_eq!(Aspect::of(vec2(1920.0, 1080.0)), Aspect::Wide);
        assert_eq!(Aspect::of(vec2(1366.0, 768.0)), Aspect::Wide);
        assert_eq!(Aspect::of(vec2(1280.0, 800.0)), Aspect::Office);
        assert_eq!(Aspect::of(vec2(1024.0, 768.0)), Aspect::Old);
        assert_eq!(Aspect::of(vec2(264.0, 149.0)), Aspect::Wide);
    }

    #[test]
    fn given_a_last_row_at_8_metres_and_a_picture_of_120_then_body_is_8_centimetres_high() {
        // 1.2 m · 56 / 1080 = 62 mm; 80 mm are wanted: 1.285.
        assert_eq!(Hall::for_room(800, 120), (Hall(1285), true));
        assert_eq!(Hall::for_room(300, 120), (Hall(1000), true));
        assert_eq!(Hall::for_room(1500, 120), (Hall::MAX, false));
    }
}
