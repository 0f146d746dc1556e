//! Which column of the sheet means what.

use egui::Ui;
use session::roll_in::{Field, Mapping, RollPreview};
use words::{Lang, t};

use crate::choice::Choice;
use crate::look::tokens::{frame, space};
use crate::look::{Button, Size, Weight, palette, text_ui};

/// The columns everybody looks at.
const FIRST: [Field; 4] = [Field::Door, Field::Owner, Field::Area, Field::Residents];

/// Shows a choice a field; the mapping after a change.
pub(super) fn columns_ui(ui: &mut Ui, lang: Lang, preview: &RollPreview, all: &mut bool) -> Option<Mapping> {
    let mut changed = None;
    let shown: Vec<Field> = if *all { Field::ALL.to_vec() } else { FIRST.to_vec() };
    let more = if *all { t(lang, "import-columns-fewer") } else { t(lang, "import-columns-all") };
    let label = t(lang, "import-columns");
    let across = FIRST.len();
    #[expect(clippy::cast_precision_loss, reason = "four")]
    let width = ((ui.available_width() - 96.0 - space::S3 * across as f32) / across as f32).max(150.0);
    for (line, fields) in shown.chunks(across).enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S3;
            let (rect, _) = ui.allocate_exact_size(egui::vec2(84.0, frame::BUTTON), egui::Sense::hover());
            if line == 0 {
                let colours = palette(ui);
                let galley = ui.painter().layout_job(crate::look::job(&label, Size::Body, Weight::Regular, colours.ink2));
                let at = egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
                ui.painter().galley(at, galley, colours.ink2);
            }
            for field in fields {
                if let Some(mapping) = field_ui(ui, lang, preview, *field, width) {
                    changed = Some(mapping);
                }
            }
        });
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
