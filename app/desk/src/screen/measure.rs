//! How wide a text is on the virtual screen: the advances of our own fonts, never a window's rounded glyphs.
//!
//! So preview and wall break lines at the same place, and pages can be counted without a window.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size as FontSize};
use skrifa::{FontRef, MetadataProvider as _};

use crate::look::fonts::{MEDIUM_OTF, REGULAR_OTF};
use crate::look::tokens::{Size, Weight};

/// The advances of a font in parts of an em, for every character of the Basic Multilingual Plane it has.
struct Advances(Vec<f32>);

impl Advances {
    fn of(bytes: &[u8]) -> Advances {
        let mut table = vec![f32::NAN; 1 << 16];
        if let Ok(font) = FontRef::new(bytes) {
            // At a small size the advances would be rounded to 64ths of a pixel.
            let metrics = font.glyph_metrics(FontSize::unscaled(), LocationRef::default());
            let em = f32::from(font.metrics(FontSize::unscaled(), LocationRef::default()).units_per_em.max(1));
            for (character, glyph) in font.charmap().mappings() {
                if let (Some(place), Some(advance)) = (table.get_mut(character as usize), metrics.advance_width(glyph))
                {
                    *place = advance / em;
                }
            }
        }
        Advances(table)
    }

    fn of_char(&self, c: char) -> f32 {
        match self.0.get(c as usize) {
            Some(advance) if !advance.is_nan() => *advance,
            // A rare character comes from a font of the system: hanzi are an em wide, so is what we cannot know.
            _ => 1.0,
        }
    }
}

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::of(REGULAR_OTF));
static MEDIUM: LazyLock<Advances> = LazyLock::new(|| Advances::of(MEDIUM_OTF));

/// Width of a line of text, in pixels of the virtual screen.
pub(crate) fn width(text: &str, size: Size) -> f32 {
    text.chars().map(|c| char_width(c, size)).sum()
}

/// Width of one character.
pub(crate) fn char_width(c: char, size: Size) -> f32 {
    let advances = match size.screen_weight() {
        Weight::Regular => &*REGULAR,
        Weight::Medium => &*MEDIUM,
    };
    advances.of_char(c) * size.screen_px()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hanzi_are_an_em_wide_and_digits_are_tabular() {
        assert!((width("清掏费", Size::Head) - 3.0 * 88.0).abs() < 0.01);
        for digit in '0'..='9' {
            assert!((char_width(digit, Size::Clock) - 0.555 * 320.0).abs() < 0.1, "{digit}");
            assert!((char_width(digit, Size::Body) - 0.570 * 56.0).abs() < 0.1, "{digit}");
        }
    }
}
