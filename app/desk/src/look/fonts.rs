//! The fonts: Noto Sans SC Regular and Medium out of the program, the system's behind them.
//!
//! The subsets hold the 8,105 standard characters; a rarer one in a name comes from a font of the system. Tests install
//! ours alone, so that a missing glyph is seen there.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

use super::tokens::{HANZI_SHIFT, MEDIUM};

/// Noto Sans SC Regular, a subset.
pub const REGULAR_OTF: &[u8] = include_bytes!("../../fonts/NotoSansSC-Regular.otf");
/// Noto Sans SC Medium, a subset.
pub const MEDIUM_OTF: &[u8] = include_bytes!("../../fonts/NotoSansSC-Medium.otf");
/// The locale by which a Han character is looked for among the system's fonts, whatever the system speaks: one character
/// has other shapes in Japan.
const HAN_LOCALE: &str = "zh-CN";

/// Puts the system's fonts behind ours, for characters that ours lack.
///
/// For the program alone, which also switches eframe's own provider off (`system_font_fallback: false`): that one would
/// take the system's locale.
pub fn install_system(ctx: &egui::Context) {
    let provider = egui_system_font_provider::SystemFontProvider::new().with_locale(Some(HAN_LOCALE));
    ctx.add_font_provider(Arc::new(provider));
}

/// Installs our two fonts.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", REGULAR_OTF), (MEDIUM, MEDIUM_OTF)] {
        let tweak = FontTweak { y_offset_factor: HANZI_SHIFT, ..FontTweak::default() };
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
    }
    let regular = vec!["regular".to_owned()];
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(FontFamily::Name(MEDIUM.into()), vec![MEDIUM.to_owned()]);
    ctx.set_fonts(fonts);
}
