//! egui's own visuals from the tokens, for the light and the dark desk.
//!
//! No shadows, no stripes, nothing that grows under the pointer, nothing that moves.

use egui::style::{ImeComposition, Selection, TextCursorStyle, WidgetVisuals};
use egui::{CornerRadius, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::tokens::{DARK, LIGHT, Palette, Size, Weight, corner, frame, space, stroke};

/// Sets the styles of both themes.
pub fn install(ctx: &egui::Context) {
    for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| dress(style, theme, palette));
    }
    // The zoom is common to both windows: a key that zooms the desk would zoom the room's screen.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}

fn dress(style: &mut Style, theme: Theme, palette: &Palette) {
    style.text_styles = Size::ALL.iter().map(|size| (size.text_style(), size.font(Weight::Regular))).collect();
    for body in [TextStyle::Button, TextStyle::Monospace] {
        style.text_styles.insert(body, Size::Body.font(Weight::Regular));
    }
    style.drag_value_text_style = TextStyle::Body;
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.visuals = visuals(theme, palette);
    style.spacing.item_spacing = vec2(space::S2, space::S2);
    style.spacing.button_padding = vec2(space::S4, 6.0);
    style.spacing.interact_size = vec2(space::S7, frame::BUTTON_PANE);
    style.spacing.menu_margin = egui::Margin::same(4);
    style.spacing.scroll.floating = true;
    // Beside what is scrolled, never over it.
    style.spacing.scroll.floating_allocated_width = space::S2;
    style.interaction.selectable_labels = false;
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let mut visuals = theme.default_visuals();
    let radius = CornerRadius::same(corner::BUTTON);
    let widget = |fill, border, text| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(stroke::HAIR, border),
        corner_radius: radius,
        fg_stroke: Stroke::new(stroke::HAIR, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(palette.sheet, palette.line, palette.ink);
    visuals.widgets.inactive = widget(palette.sheet, palette.edge, palette.ink);
    visuals.widgets.hovered = widget(palette.well, palette.edge, palette.ink);
    visuals.widgets.active = widget(palette.well, palette.accent, palette.ink);
    visuals.widgets.open = widget(palette.sheet, palette.edge, palette.ink);
    visuals.selection = Selection { bg_fill: palette.soft, stroke: Stroke::new(stroke::FOCUS, palette.accent) };
    visuals.text_cursor =
        TextCursorStyle { stroke: Stroke::new(stroke::FOCUS, palette.accent), blink: false, ..Default::default() };
    let underline = Stroke::new(stroke::HAIR, palette.ink2);
    visuals.ime_composition = ImeComposition {
        active_underline_stroke: Stroke::new(stroke::FOCUS, palette.accent),
        inactive_underline_stroke: underline,
        ..visuals.ime_composition
    };
    visuals.hyperlink_color = palette.accent;
    visuals.weak_text_color = Some(palette.ink2);
    visuals.faint_bg_color = palette.paper;
    visuals.extreme_bg_color = palette.field;
    visuals.text_edit_bg_color = Some(palette.field);
    visuals.code_bg_color = palette.well;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.err;
    visuals.window_corner_radius = radius;
    visuals.window_shadow = Shadow::NONE;
    visuals.window_fill = palette.sheet;
    visuals.window_stroke = Stroke::new(stroke::HAIR, palette.edge);
    visuals.window_highlight_topmost = false;
    visuals.menu_corner_radius = radius;
    visuals.panel_fill = palette.paper;
    visuals.popup_shadow = Shadow::NONE;
    visuals.striped = false;
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_have_the_eight_sizes_and_no_shadow() {
        let ctx = egui::Context::default();
        install(&ctx);
        for theme in [Theme::Light, Theme::Dark] {
            let style = ctx.style_of(theme);
            assert_eq!(style.visuals.window_shadow, Shadow::NONE);
            assert_eq!(style.visuals.popup_shadow, Shadow::NONE);
            let mut sizes: Vec<f32> = style.text_styles.values().map(|font| font.size).collect();
            sizes.sort_by(f32::total_cmp);
            sizes.dedup();
            assert_eq!(sizes, Size::ALL.map(Size::desk_px).to_vec());
        }
        assert!(!ctx.options(|options| options.zoom_with_keyboard));
    }
}
