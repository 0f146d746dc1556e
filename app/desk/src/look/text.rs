//! Text with the line height of its size: egui's labels take the font's own.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Label, Response, Ui};

use super::tokens::{Size, Weight};

/// How far the baseline lies under the middle of a line, in parts of the text size (ascent 0.88, descent 0.12).
pub const BASELINE_BELOW_MIDDLE: f32 = 0.38;

/// The format of a size in a weight and a colour, with its line height.
pub fn format(size: Size, weight: Weight, colour: Color32) -> TextFormat {
    TextFormat {
        font_id: size.font(weight),
        color: colour,
        line_height: Some(size.desk_line()),
        valign: Align::BOTTOM,
        ..TextFormat::default()
    }
}

/// A text of one size, ready for `ui.add(Label::new(…))` or `ui.painter().layout_job(…)`.
pub fn job(text: &str, size: Size, weight: Weight, colour: Color32) -> LayoutJob {
    LayoutJob::single_section(text.to_owned(), format(size, weight, colour))
}

/// A text in one row, cut with … at `width`.
pub fn one_line_job(text: &str, size: Size, weight: Weight, colour: Color32, width: f32) -> LayoutJob {
    let mut job = job(text, size, weight, colour);
    job.wrap = TextWrapping { max_width: width, max_rows: 1, break_anywhere: true, ..TextWrapping::default() };
    job
}

/// Runs of different sizes on one baseline: "1,650.00" and " 元".
pub fn mixed_job(runs: &[(&str, Size, Weight, Color32)]) -> LayoutJob {
    let largest = runs.iter().map(|run| run.1).max().unwrap_or(Size::Body);
    let mut job = LayoutJob::default();
    for (text, size, weight, colour) in runs {
        // Rows are aligned at their bottoms and each text is centred in its own line height, 0.38 em over its baseline:
        // the smaller text gets the line height that puts its baseline where the largest has it.
        let mut format = format(*size, *weight, *colour);
        let lower = 2.0 * BASELINE_BELOW_MIDDLE * (largest.desk_px() - size.desk_px());
        format.line_height = Some(largest.desk_line() - lower);
        job.append(text, 0.0, format);
    }
    job
}

/// A label of one size; it wraps at the width there is.
pub fn text_ui(ui: &mut Ui, text: &str, size: Size, weight: Weight, colour: Color32) -> Response {
    ui.add(Label::new(job(text, size, weight, colour)))
}
