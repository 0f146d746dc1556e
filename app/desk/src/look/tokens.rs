//! Every colour, size and space of the two windows; nothing else names one.
//!
//! Paper, ink, one green. Order comes from place, space and size, not from boxes, shade or weight. The contrast ratios
//! the values keep are tested below: text ≥ 7 (`ink3` ≥ 4.5), marks and bars ≥ 3.

use egui::{Color32, FontFamily, FontId, TextStyle};

/// A colour from its hex value, as the tables of the design write it.
#[expect(clippy::disallowed_methods, reason = "the one place where a raw colour becomes a token")]
const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The colours of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Window and side panes.
    pub paper: Color32,
    /// Work area, tables, cells, buttons.
    pub sheet: Color32,
    /// Rail, bar track, hover, closed fields, absent households.
    pub well: Color32,
    /// Text fields.
    pub field: Color32,
    /// Hairline between rows and panes.
    pub line: Color32,
    /// Border of buttons and fields, rule under table heads.
    pub edge: Color32,
    /// Text.
    pub ink: Color32,
    /// Second text, table heads, captions.
    pub ink2: Color32,
    /// Placeholder, struck-out text; never needed information.
    pub ink3: Color32,
    /// The one accent: primary button, links, edge of the marked row, participation bars, check mark.
    pub accent: Color32,
    /// Marked row, information banner, selection.
    pub soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Warning text and icon.
    pub warn: Color32,
    /// Ground of a warning.
    pub warn_bg: Color32,
    /// Error text and icon, veto, struck line.
    pub err: Color32,
    /// Ground of an error, refused row.
    pub err_bg: Color32,
    /// 赞成 mark and bar.
    pub yes: Color32,
    /// 反对 mark and bar.
    pub no: Color32,
    /// 弃权 mark and bar.
    pub abstain: Color32,
}

/// The desk by day.
pub const LIGHT: Palette = Palette {
    paper: hex(0xF6_F4EE),
    sheet: hex(0xFD_FCF9),
    well: hex(0xEC_E8DE),
    field: hex(0xFF_FFFF),
    line: hex(0xDD_D8CC),
    edge: hex(0x8C_8576),
    ink: hex(0x1C_1B19),
    ink2: hex(0x53_4F47),
    ink3: hex(0x6E_685D),
    accent: hex(0x1F_5A4A),
    soft: hex(0xE2_ECE5),
    on_accent: hex(0xFF_FFFF),
    warn: hex(0x66_4000),
    warn_bg: hex(0xF6_E9C6),
    err: hex(0x8F_1D14),
    err_bg: hex(0xF7_E1DC),
    yes: hex(0x00_72B2),
    no: hex(0xD5_5E00),
    abstain: hex(0x6B_6B6B),
};

/// The desk in a dim hall.
pub const DARK: Palette = Palette {
    paper: hex(0x19_1B1A),
    sheet: hex(0x22_2524),
    well: hex(0x13_1514),
    field: hex(0x19_1B1A),
    line: hex(0x3A_3E3C),
    edge: hex(0x7E_837F),
    ink: hex(0xEC_E9E1),
    ink2: hex(0xC2_BEB4),
    ink3: hex(0x9F_9B92),
    accent: hex(0x8F_CBB4),
    soft: hex(0x24_382F),
    on_accent: hex(0x10_201A),
    warn: hex(0xF0_CC7A),
    warn_bg: hex(0x3B_3216),
    err: hex(0xF0_A79C),
    err_bg: hex(0x46_231E),
    yes: hex(0x56_B4E9),
    no: hex(0xE6_9F00),
    abstain: hex(0xA8_A8A8),
};

/// The screen: always light, whatever the desk is.
pub const SCREEN: Palette = Palette {
    paper: hex(0xFB_FAF6),
    sheet: hex(0xFB_FAF6),
    well: hex(0xE9_E5DA),
    field: hex(0xFB_FAF6),
    line: hex(0xCF_C9BB),
    edge: hex(0x46_423B),
    ink: hex(0x17_1614),
    ink2: hex(0x46_423B),
    ink3: hex(0x46_423B),
    accent: hex(0x17_4A3C),
    soft: hex(0xE9_E5DA),
    on_accent: hex(0xFB_FAF6),
    warn: hex(0x66_4000),
    warn_bg: hex(0xE9_E5DA),
    err: hex(0x8F_1D14),
    err_bg: hex(0xFB_FAF6),
    yes: hex(0x00_72B2),
    no: hex(0xD5_5E00),
    abstain: hex(0x6B_6B6B),
};

/// The white mark inside a coloured bar of the screen.
pub const MARK_ON_BAR: Color32 = hex(0xFF_FFFF);

/// The palette of the desk as the window now is, light or dark.
pub fn palette(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// The two weights; no bold, no italics, nothing synthetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text and large figures.
    Regular,
    /// Small sizes that must carry: headings, everything on the screen up to [`Size::Head`].
    Medium,
}

/// Name of the family that holds the Medium weight.
pub const MEDIUM: &str = "medium";

impl Weight {
    /// The font family of this weight.
    pub fn family(self) -> FontFamily {
        match self {
            Weight::Regular => FontFamily::Proportional,
            Weight::Medium => FontFamily::Name(MEDIUM.into()),
        }
    }
}

/// The eight text sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Size {
    /// Captions, table heads, units, times.
    Note,
    /// Text, cells, buttons, fields.
    Body,
    /// Meeting title, banner verdict; agenda lines on the screen.
    Lead,
    /// Motion, pane title; candidate, side of a speaker on the screen.
    Title,
    /// Title of the item; motion and question on the screen.
    Head,
    /// Key figures; speaker's name, amount per household on the screen.
    Display,
    /// Door being called; verdict and counts on the screen.
    Tally,
    /// The clock, nothing else.
    Clock,
}

impl Size {
    /// All, smallest first.
    pub const ALL: [Size; 8] =
        [Size::Note, Size::Body, Size::Lead, Size::Title, Size::Head, Size::Display, Size::Tally, Size::Clock];

    /// Pixels and line height on the desk.
    const fn desk(self) -> (f32, f32) {
        match self {
            Size::Note => (13.0, 20.0),
            Size::Body => (15.0, 24.0),
            Size::Lead => (18.0, 28.0),
            Size::Title => (22.0, 32.0),
            Size::Head => (28.0, 40.0),
            Size::Display => (36.0, 44.0),
            Size::Tally => (48.0, 56.0),
            Size::Clock => (72.0, 72.0),
        }
    }

    /// Pixels and line height on a screen of 1080 lines.
    const fn screen(self) -> (f32, f32) {
        match self {
            Size::Note => (50.0, 68.0),
            Size::Body => (56.0, 76.0),
            Size::Lead => (64.0, 88.0),
            Size::Title => (76.0, 100.0),
            Size::Head => (88.0, 116.0),
            Size::Display => (120.0, 144.0),
            Size::Tally => (184.0, 184.0),
            Size::Clock => (320.0, 250.0),
        }
    }

    /// Size on the desk, in points.
    pub const fn desk_px(self) -> f32 {
        self.desk().0
    }

    /// Line height on the desk, in points.
    pub const fn desk_line(self) -> f32 {
        self.desk().1
    }

    /// Size on the screen at 1080 lines, in pixels.
    pub const fn screen_px(self) -> f32 {
        self.screen().0
    }

    /// Line height on the screen at 1080 lines, in pixels.
    pub const fn screen_line(self) -> f32 {
        self.screen().1
    }

    /// The weight of this size on the screen: it falls as the size rises.
    pub const fn screen_weight(self) -> Weight {
        match self {
            Size::Note | Size::Body | Size::Lead | Size::Title | Size::Head => Weight::Medium,
            Size::Display | Size::Tally | Size::Clock => Weight::Regular,
        }
    }

    /// The font of this size on the desk.
    pub fn font(self, weight: Weight) -> FontId {
        font_at(self.desk_px(), weight)
    }

    /// egui's name of this size; `Body` is also what buttons and fields use.
    pub fn text_style(self) -> TextStyle {
        match self {
            Size::Note => TextStyle::Small,
            Size::Body => TextStyle::Body,
            Size::Lead => TextStyle::Name("lead".into()),
            Size::Title => TextStyle::Heading,
            Size::Head => TextStyle::Name("head".into()),
            Size::Display => TextStyle::Name("display".into()),
            Size::Tally => TextStyle::Name("tally".into()),
            Size::Clock => TextStyle::Name("clock".into()),
        }
    }
}

/// A font at a size that was computed from a token: the screen scales its eight sizes by the picture's height.
#[expect(clippy::disallowed_methods, reason = "the one place where a size becomes a font")]
pub fn font_at(px: f32, weight: Weight) -> FontId {
    FontId::new(px, weight.family())
}

/// Hanzi of this font sit this part of the size below the middle of the row; the fonts are shifted up by it.
pub const HANZI_SHIFT: f32 = -0.056;

/// The steps of space on the desk, in points.
pub mod space {
    /// 4.
    pub const S1: f32 = 4.0;
    /// 8.
    pub const S2: f32 = 8.0;
    /// 12.
    pub const S3: f32 = 12.0;
    /// 16.
    pub const S4: f32 = 16.0;
    /// 20.
    pub const S5: f32 = 20.0;
    /// 28.
    pub const S6: f32 = 28.0;
    /// 40.
    pub const S7: f32 = 40.0;
    /// 56.
    pub const S8: f32 = 56.0;
}

/// The steps of space on the screen, at 1080 lines.
pub mod screen_space {
    /// 8.
    pub const S1: f32 = 8.0;
    /// 16.
    pub const S2: f32 = 16.0;
    /// 24.
    pub const S3: f32 = 24.0;
    /// 32.
    pub const S4: f32 = 32.0;
    /// 40.
    pub const S5: f32 = 40.0;
    /// 56.
    pub const S6: f32 = 56.0;
    /// 72.
    pub const S7: f32 = 72.0;
    /// 96.
    pub const S8: f32 = 96.0;
    /// Margins left and right.
    pub const MARGIN_X: f32 = 96.0;
    /// Margins top and bottom.
    pub const MARGIN_Y: f32 = 72.0;
    /// Hairline.
    pub const HAIRLINE: f32 = 2.0;
    /// Threshold mark, strike, outline of an empty bar.
    pub const MARK: f32 = 6.0;
    /// Left edge of the current line.
    pub const EDGE: f32 = 16.0;
    /// How far outside the left margin that edge begins.
    pub const EDGE_OUT: f32 = 48.0;
}

/// Line widths on the desk, in points.
pub mod stroke {
    /// Hairlines and borders.
    pub const HAIR: f32 = 1.0;
    /// Icons.
    pub const ICON: f32 = 1.5;
    /// Focus ring, threshold mark.
    pub const FOCUS: f32 = 2.0;
    /// Left edge of the current item or motion.
    pub const EDGE: f32 = 3.0;
}

/// Corner radii, in points; tables, bars and cells have none.
pub mod corner {
    /// Chips and key caps.
    pub const CHIP: u8 = 3;
    /// Buttons, fields, banners, cards.
    pub const BUTTON: u8 = 4;
}

/// Widths and heights of the desk's frames, in points.
pub mod frame {
    /// The rail.
    pub const RAIL: f32 = 80.0;
    /// The top bar.
    pub const TOP_BAR: f32 = 72.0;
    /// The agenda pane at 1440 × 900.
    pub const AGENDA: f32 = 264.0;
    /// The agenda pane at 1280 × 720.
    pub const AGENDA_SMALL: f32 = 224.0;
    /// The speakers pane at 1440 × 900.
    pub const SPEAKERS: f32 = 304.0;
    /// The speakers pane at 1280 × 720.
    pub const SPEAKERS_SMALL: f32 = 272.0;
    /// The minutes strip at 1440 × 900.
    pub const STRIP: f32 = 168.0;
    /// The minutes strip at 1280 × 720.
    pub const STRIP_SMALL: f32 = 128.0;
    /// The head bar of the other pages.
    pub const HEAD_BAR: f32 = 88.0;
    /// Their detail pane.
    pub const DETAIL: f32 = 392.0;
    /// The detail pane of the import page.
    pub const DETAIL_IMPORT: f32 = 384.0;
    /// Buttons and fields.
    pub const BUTTON: f32 = 36.0;
    /// Buttons in the side panes.
    pub const BUTTON_PANE: f32 = 32.0;
    /// Buttons of the first start.
    pub const BUTTON_FIRST: f32 = 44.0;
    /// The three buttons of a roll-call.
    pub const BUTTON_VOTE: f32 = 56.0;
    /// Table rows.
    pub const ROW: f32 = 33.0;
    /// Table rows in newspaper columns.
    pub const ROW_TIGHT: f32 = 26.0;
    /// Least height of a household's cell in a roll-call.
    pub const VOTE_CELL: f32 = 65.0;
    /// The same at 1280 × 720.
    pub const VOTE_CELL_SMALL: f32 = 48.0;
    /// Agenda rows.
    pub const AGENDA_ROW: f32 = 64.0;
    /// The preview of the screen.
    pub const PREVIEW: egui::Vec2 = egui::vec2(264.0, 149.0);
    /// Icons in text.
    pub const ICON: f32 = 20.0;
    /// Icons of the rail.
    pub const ICON_RAIL: f32 = 24.0;
    /// Icons in chips.
    pub const ICON_CHIP: f32 = 16.0;
    /// Line height of the minutes at 15 px.
    pub const MINUTES_LINE: f32 = 28.0;
    /// Width at which the undo label of the top bar is cut.
    pub const UNDO_LABEL: f32 = 280.0;
    /// Below this width or height the small panes hold.
    pub const ROOMY: egui::Vec2 = egui::vec2(1360.0, 800.0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    }

    /// WCAG 2 contrast ratio.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_read_at_seven_to_one_and_marks_at_three() {
        for palette in [LIGHT, DARK, SCREEN] {
            for ground in [palette.paper, palette.sheet] {
                for text in [palette.ink, palette.ink2, palette.accent, palette.err, palette.warn] {
                    assert!(contrast(text, ground) >= 7.0, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
                }
                assert!(contrast(palette.ink3, ground) >= 4.5);
                for mark in [palette.yes, palette.no, palette.abstain, palette.edge] {
                    assert!(contrast(mark, ground) >= 3.0, "{mark:?} on {ground:?}");
                }
            }
            assert!(contrast(palette.ink, palette.well) >= 7.0);
        }
        for palette in [LIGHT, DARK] {
            for (text, ground) in [
                (palette.on_accent, palette.accent),
                (palette.ink, palette.soft),
                (palette.warn, palette.warn_bg),
                (palette.err, palette.err_bg),
                (palette.ink, palette.warn_bg),
                (palette.ink, palette.err_bg),
            ] {
                assert!(contrast(text, ground) >= 7.0, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
            }
        }
    }

    #[test]
    fn the_floors_of_the_two_windows_hold() {
        assert!(Size::ALL.iter().all(|size| size.desk_px() >= 13.0 && size.screen_px() >= 49.0));
        assert!(Size::Body.screen_px() >= 54.0);
        assert!(Size::Head.screen_px() >= 86.0);
        assert!(Size::Tally.screen_px() >= 180.0 && Size::Clock.screen_px() >= 180.0);
    }
}
