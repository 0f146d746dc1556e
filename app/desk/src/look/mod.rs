//! The look the desk and the screen share: tokens, fonts, icons, marks, bars and the small widgets.
//!
//! Owns every colour, size and shape. Knows the meeting only by the marks of its votes; decides nothing, keeps nothing.
//! Each widget has a file of its own and an accessible name: what it says, never the key that presses it.

pub mod banner;
pub mod button;
pub mod chip;
pub mod empty;
pub mod field;
pub mod figure;
pub mod fonts;
pub mod icons;
pub mod marks;
pub mod measure_bar;
pub mod rules;
pub mod style;
pub mod text;
pub mod tokens;

pub use banner::{Banner, BannerKind};
pub use button::Button;
pub use chip::{Chip, ChipKind, key_cap_ui};
pub use empty::empty_ui;
pub use field::Field;
pub use figure::{figure_text_ui, key_figure_ui};
pub use icons::{Icon, icon_paint, icon_ui};
pub use marks::{mark_colour, mark_paint, mark_word_ui};
pub use measure_bar::{DESK_BAR, SCREEN_BAR, measure_bar_paint};
pub use rules::{hairline_ui, section_ui};
pub use text::{job, text_ui};
pub use tokens::{Palette, Size, Weight, palette};

/// Dresses a context: fonts and both themes. Call once, before the first frame.
pub fn install(ctx: &egui::Context) {
    fonts::install(ctx);
    style::install(ctx);
}
