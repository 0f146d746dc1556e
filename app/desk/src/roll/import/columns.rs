//! Which column of the sheet means what.

use egui::Ui;
use session::roll_in::{Field, Mapping, RollPreview};
use words::{Lang, t};

use crate::choice::Choice;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Size, Weight, palette, text_ui};

/// The columns everybody looks at.
const FIRST: [Field; 4] = [Field::Door, Field::Owner, Field::Area, Field::Residents];

/// Width of the label before the first line of choices.
const LABEL: f32 = 84.0;

/// Below this width of the middle pane there is no room for labels.
pub(super) const NARROW: f32 = 800.0;

/// Shows a choice a field; the mapping after a change.
pub(super) fn columns_ui(ui: &mut Ui, lang: Lang, preview: &RollPreview, all: &mut bool) -> Option<Mapping> {
    let mut changed = None;
    let shown: Vec<Field> = if *all { Field::ALL.to_vec() } else { FIRST.to_vec() };
    let more = if *all { t(lang, "import-columns-fewer") } else { t(lang, "import-columns-all") };
    let label = t(lang, "import-columns");
    let across = FIRST.len();
    let label_width = if ui.available_width() < NARROW { 0.0 } else { LABEL + space::S3 };
    #[expect(clippy::cast_precision_loss, reason = "four")]
    let width = ((ui.available_width() - label_width - space::S3 * (across - 1) as f32) / across as f32).max(150.0);
    for (line, fields) in shown.chunks(across).enumerate() {
        let line_changed = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            if label_width > 0.0 {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(LABEL, frame::BUTTON), egui::Sense::hover());
                if line > 0 {
                    return fields_ui(ui, lang, preview, fields, width);
                }
                let colours = palette(ui);
                let galley =
                    ui.painter().layout_job(crate::look::job(&label, Size::Body, Weight::Regular, colours.ink2));
                let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
                ui.painter().galley(at, galley, colours.ink2);
            }
            fields_ui(ui, lang, preview, fields, width)
        });
        changed = line_changed.inner.or(changed);
    }
    ui.horizontal(|ui| {
        if ui.add(Button::text(&more).pane()).clicked() {
            *all = !*all;
        }
        if !preview.extra_headings.is_empty() {
            let kept = preview.extra_headings.join(&t(lang, "list-comma"));
            let kept = words::tf(lang, "import-columns-kept", &[("columns", &kept)]);
            text_ui(ui, &kept, Size::Note, Weight::Regular, palette(ui).ink2);
        }
    });
    changed
}

fn fields_ui(ui: &mut Ui, lang: Lang, preview: &RollPreview, fields: &[Field], width: f32) -> Option<Mapping> {
    fields.iter().fold(None, |changed, field| field_ui(ui, lang, preview, *field, width).or(changed))
}

fn field_ui(ui: &mut Ui, lang: Lang, preview: &RollPreview, field: Field, width: f32) -> Option<Mapping> {
    let none = t(lang, "import-column-none");
    let name = |column: &session::roll_in::ColumnSeen| {
        if column.heading.is_empty() {
            words::tf(lang, "import-column-unnamed", &[("n", &(column.column + 1).to_string())])
        } else {
            column.heading.clone()
        }
    };
    // A door must come from somewhere; anything else may be missing.
    let optional = field != Field::Door;
    let mut options: Vec<String> = if optional { vec![none.clone()] } else { Vec::new() };
    options.extend(preview.columns.iter().map(name));
    let now = preview.mapping.get(&field).and_then(|at| preview.columns.iter().find(|column| column.column == *at));
    let lead = now.map_or(none, name);
    let label = field.label(lang);
    let taken = Choice::new(&label, &label, &options).lead(&lead).chosen(&lead).width(width).choice_ui(ui)?;
    let mut mapping = preview.mapping.clone();
    let column = if optional { taken.checked_sub(1) } else { Some(taken) };
    match column.and_then(|at| preview.columns.get(at)) {
        Some(column) => {
            mapping.retain(|_, taken| *taken != column.column);
            mapping.insert(field, column.column);
        }
        None => {
            mapping.remove(&field);
        }
    }
    (mapping != preview.mapping).then_some(mapping)
}
