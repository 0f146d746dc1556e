//! A file somebody wants to adopt: how far its examination is, then the sheet a person reads, or why it cannot be adopted.

use egui::{ScrollArea, Ui};
use session::examination::{Examination, Sheet, Step};
use session::{Examined, Examining, Offered};
use words::{Lang, Quantity, t, tf};

use super::in_groups;
use crate::look::tokens::{frame, space};
use crate::look::{Banner, BannerKind, Button, Icon, Size, Weight, icon_ui, palette, section_ui, text_ui};
use crate::page::Scene;
use crate::table::pair_ui;

/// Width of the labels.
const LABEL: f32 = 128.0;

/// What a person does with the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Into the file.
    Adopt,
    /// Away with it.
    Leave,
}

/// Shows the examination; `details` is whether what the author needs is shown.
pub(super) fn sheet_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    examining: &Examining,
    details: &mut bool,
    closed: Option<&str>,
) -> Option<Wanted> {
    let scroll = ScrollArea::vertical().id_salt("procedure-sheet").auto_shrink([false, false]);
    let shown = scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::S2;
        match examining {
            Examining::Under(at) => under_ui(ui, scene.lang, *at),
            Examining::Done(examined) => done_ui(ui, scene, examined, details, closed),
        }
    });
    shown.inner
}

/// The steps, as far as they are known: taken, the one at work, those to come.
fn under_ui(ui: &mut Ui, lang: Lang, at: Option<Step>) -> Option<Wanted> {
    let colours = *palette(ui);
    text_ui(ui, &t(lang, "adoption-under-way"), Size::Title, Weight::Medium, colours.ink);
    for step in Step::ALL {
        let (icon, ink) = match at {
            Some(at) if step < at => (Icon::Check, colours.accent),
            Some(at) if step == at => (Icon::Clock, colours.ink),
            _ => (Icon::Clock, colours.ink2),
        };
        step_ui(ui, lang, step, icon, ink);
    }
    let back = ui.add(Button::text(&t(lang, "adoption-leave")).key("Esc")).clicked();
    back.then_some(Wanted::Leave)
}

fn step_ui(ui: &mut Ui, lang: Lang, step: Step, icon: Icon, ink: egui::Color32) {
    ui.horizontal(|ui| {
        icon_ui(ui, icon, frame::ICON_CHIP, ink);
        let text = palette(ui).ink;
        text_ui(ui, &name(lang, step), Size::Body, Weight::Regular, text);
    });
}

/// A step in words.
fn name(lang: Lang, step: Step) -> String {
    match step {
        Step::Size => t(lang, "adoption-size"),
        Step::Hash => t(lang, "adoption-hash"),
        Step::Screen => t(lang, "adoption-screen"),
        Step::World => t(lang, "adoption-world"),
        Step::Manifest => t(lang, "adoption-manifest"),
        Step::Compile => t(lang, "adoption-compile"),
        Step::Cases => t(lang, "adoption-cases"),
    }
}

fn done_ui(
    ui: &mut Ui,
    scene: &Scene<'_>,
    examined: &Examined,
    details: &mut bool,
    closed: Option<&str>,
) -> Option<Wanted> {
    let lang = scene.lang;
    match &examined.found {
        Err(unread) => {
            let args = [("file", examined.file.as_str()), ("detail", unread.0.as_str())];
            refused_ui(ui, lang, &examined.file, &tf(lang, "adoption-unread", &args))
        }
        Ok(examination) => match &examination.sheet {
            Some(sheet) => good_ui(ui, scene, &examined.file, sheet, closed),
            None => bad_ui(ui, scene, &examined.file, examination, details),
        },
    }
}

/// The deeds, and the sheet below them.
fn good_ui(ui: &mut Ui, scene: &Scene<'_>, file: &str, sheet: &Sheet, closed: Option<&str>) -> Option<Wanted> {
    let lang = scene.lang;
    let colours = *palette(ui);
    let manifest = sheet.manifest();
    text_ui(ui, manifest.title.get(lang.tag()), Size::Title, Weight::Medium, colours.ink);
    text_ui(ui, &t(lang, "adoption-read-first"), Size::Body, Weight::Regular, colours.ink2);
    // Over what is read, so that it is never out of sight.
    let wanted = ui
        .horizontal(|ui| {
            let adopt = t(lang, "adoption-adopt");
            let adopt = ui.add(Button::primary(&adopt).icon(Icon::Check).closed(closed)).clicked();
            let leave = ui.add(Button::text(&t(lang, "adoption-leave")).key("Esc")).clicked();
            if adopt { Some(Wanted::Adopt) } else { leave.then_some(Wanted::Leave) }
        })
        .inner;
    ui.add_space(space::S2);
    section_ui(ui, &t(lang, "adoption-what"), "");
    let pair = |ui: &mut Ui, label: &str, text: &str| pair_ui(ui, label, text, LABEL);
    pair(ui, &t(lang, "adoption-file"), file);
    pair(ui, &t(lang, "procedures-id"), &manifest.id);
    pair(ui, &t(lang, "procedures-version"), &manifest.version);
    pair(ui, &t(lang, "procedures-authors"), &manifest.authors.join(&t(lang, "list-comma")));
    pair(ui, &t(lang, "procedures-licence"), &manifest.licence);
    pair(ui, &t(lang, "procedures-hash"), &in_groups(&sheet.hash().to_string()));
    let sizes = Quantity::count(sheet.bytes.div_ceil(1 << 10)).number(lang);
    pair(ui, &t(lang, "adoption-bytes"), &tf(lang, "adoption-kib", &[("n", &sizes)]));
    if let Some(before) = scene.session.offered_procedures().find(|known| known.manifest.id == manifest.id) {
        pair(ui, &t(lang, "adoption-replaces"), &replaced(lang, &before));
    }
    ui.add_space(space::S2);
    section_ui(ui, &t(lang, "adoption-reads"), "");
    text_ui(ui, &t(lang, "adoption-reads-households"), Size::Body, Weight::Regular, colours.ink);
    if sheet.reads_columns() {
        text_ui(ui, &t(lang, "adoption-reads-columns"), Size::Body, Weight::Regular, colours.ink);
    }
    text_ui(ui, &t(lang, "adoption-reads-never"), Size::Body, Weight::Regular, colours.ink);
    let comma = t(lang, "list-comma");
    let settings: Vec<&str> = manifest.settings.iter().map(|setting| setting.label.get(lang.tag())).collect();
    let tables: Vec<String> = manifest
        .tables
        .iter()
        .map(|table| {
            let columns: Vec<&str> = table.columns.iter().map(|column| column.label.get(lang.tag())).collect();
            tf(lang, "adoption-table", &[("id", &table.id), ("columns", &columns.join(&comma))])
        })
        .collect();
    let or_none = |texts: String| if texts.is_empty() { t(lang, "adoption-none") } else { texts };
    pair(ui, &t(lang, "adoption-settings"), &or_none(settings.join(&comma)));
    pair(ui, &t(lang, "adoption-tables"), &or_none(tables.join(&comma)));
    ui.add_space(space::S2);
    section_ui(ui, &t(lang, "adoption-checked"), "");
    for step in Step::ALL {
        step_ui(ui, lang, step, Icon::Check, colours.accent);
    }
    let cases = Quantity::count(sheet.cases.len()).number(lang);
    let said = match sheet.cases.len() {
        0 => t(lang, "adoption-no-cases"),
        _ => tf(lang, "adoption-cases-hold", &[("n", &cases)]),
    };
    text_ui(ui, &said, Size::Body, Weight::Regular, colours.ink);
    wanted
}

fn replaced(lang: Lang, before: &Offered<'_>) -> String {
    let args = [("version", before.manifest.version.as_str())];
    match before.adopted {
        Some(_) => tf(lang, "adoption-replaces-own", &args),
        None => tf(lang, "adoption-replaces-shipped", &args),
    }
}

/// One of the six sentences, the steps up to it, and one click away what its author needs.
fn bad_ui(ui: &mut Ui, scene: &Scene<'_>, file: &str, examination: &Examination, details: &mut bool) -> Option<Wanted> {
    let lang = scene.lang;
    let failure = examination.failure().cloned();
    let outcome = failure.clone().map(session::Outcome::Procedure);
    let sentence = outcome.and_then(|outcome| scene.session.outcome_text(lang, &outcome)).unwrap_or_default();
    let wanted = refused_ui(ui, lang, file, &sentence);
    let colours = *palette(ui);
    for (step, found) in &examination.steps {
        let (icon, ink) = if found.is_ok() { (Icon::Check, colours.accent) } else { (Icon::Error, colours.err) };
        step_ui(ui, lang, *step, icon, ink);
    }
    if ui.add(Button::text(&t(lang, "adoption-details")).pane()).clicked() {
        *details = !*details;
    }
    if *details && let Some(failure) = failure {
        text_ui(ui, &failure.detail(), Size::Note, Weight::Regular, colours.ink2);
    }
    wanted
}

fn refused_ui(ui: &mut Ui, lang: Lang, file: &str, sentence: &str) -> Option<Wanted> {
    let ink = palette(ui).ink;
    text_ui(ui, &tf(lang, "adoption-refused", &[("file", file)]), Size::Title, Weight::Medium, ink);
    let (_, left) = Banner::new(BannerKind::Err, sentence, "")
        .banner_ui(ui, |ui| ui.add(Button::text(&t(lang, "adoption-back")).key("Esc").pane()).clicked());
    left.then_some(Wanted::Leave)
}
