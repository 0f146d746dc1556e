//! One rule: read aloud in both languages, what else is to be known of it, and what can be done with it.

use deliberation::rule::Rule;
use egui::{ScrollArea, Ui};
use words::Lang;
use words::rule_words::{binding_short, pick, rule_notes, rule_sentence};
use words::t;

use super::list::Entry;
use crate::look::tokens::space;
use crate::look::{Button, Chip, ChipKind, Icon, Size, Weight, palette, section_ui, text_ui};
use crate::table::pair_ui;

/// Width of the labels of the notes.
const LABEL: f32 = 92.0;

/// What a person wants done with the rule that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A new rule that begins as this one.
    Copy,
    /// Another wording of this own rule.
    Change,
    /// Off the list.
    Retire,
    /// Into the file, from the folder.
    Adopt,
}

pub(super) fn detail_ui(ui: &mut Ui, lang: Lang, entry: &Entry, closed: Option<&str>) -> Option<Wanted> {
    let scroll = ScrollArea::vertical().id_salt("rule-detail").auto_shrink([false, false]);
    scroll.show(ui, |ui| shown_ui(ui, lang, entry, closed)).inner
}

fn shown_ui(ui: &mut Ui, lang: Lang, entry: &Entry, closed: Option<&str>) -> Option<Wanted> {
    let colours = *palette(ui);
    ui.spacing_mut().item_spacing.y = space::S2;
    let Some(rule) = entry.rule() else {
        let Entry::File(file) = entry else { return None };
        text_ui(ui, &file.name(), Size::Title, Weight::Medium, colours.ink);
        problem_ui(ui, file.problem(lang).as_deref());
        return None;
    };
    text_ui(ui, pick(lang, &rule.title), Size::Title, Weight::Medium, colours.ink);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S2;
        ui.add(Chip::new(Icon::Hand, &binding_short(lang, rule.level), ChipKind::Bordered).small());
        if rule.superseded.is_some() {
            ui.add(Chip::new(Icon::Warning, &t(lang, "rules-old"), ChipKind::Warn).small());
        }
        let origin = entry.origin(lang);
        ui.add(Chip::new(Icon::File, &origin, ChipKind::Quiet).small());
    });
    if let Entry::File(file) = entry {
        problem_ui(ui, file.problem(lang).as_deref());
    }
    let wanted = deeds_ui(ui, lang, entry, closed);
    ui.add_space(space::S2);
    read_aloud_ui(ui, lang, rule);
    ui.add_space(space::S2);
    notes_ui(ui, lang, rule);
    ui.add_space(space::S4);
    wanted
}

/// What can be done with it: a file is adopted, an own rule changed or retired, any copied.
fn deeds_ui(ui: &mut Ui, lang: Lang, entry: &Entry, closed: Option<&str>) -> Option<Wanted> {
    let deeds = match entry {
        Entry::File(_) => vec![(Wanted::Adopt, t(lang, "rules-adopt"))],
        Entry::Own(_) => vec![
            (Wanted::Change, t(lang, "rules-change")),
            (Wanted::Copy, t(lang, "rules-copy")),
            (Wanted::Retire, t(lang, "rules-retire")),
        ],
        Entry::Shipped(_) => vec![(Wanted::Copy, t(lang, "rules-copy"))],
    };
    let problem = match entry {
        Entry::File(file) => file.problem(lang),
        _ => None,
    };
    let closed = problem.as_deref().or(closed);
    let mut wanted = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S2;
        for (deed, name) in &deeds {
            let button = match deed {
                Wanted::Adopt => Button::primary(name).icon(Icon::Check),
                _ => Button::normal(name).pane(),
            };
            if ui.add(button.closed(closed)).clicked() {
                wanted = Some(*deed);
            }
        }
    });
    wanted
}

/// The sentence in both languages, the desk's own first.
pub(super) fn read_aloud_ui(ui: &mut Ui, lang: Lang, rule: &Rule) {
    let colours = *palette(ui);
    section_ui(ui, &t(lang, "rules-read-aloud"), "");
    let other = if lang == Lang::ZhCn { Lang::En } else { Lang::ZhCn };
    text_ui(ui, &rule_sentence(lang, rule), Size::Lead, Weight::Regular, colours.ink);
    text_ui(ui, &rule_sentence(other, rule), Size::Body, Weight::Regular, colours.ink2);
}

pub(super) fn notes_ui(ui: &mut Ui, lang: Lang, rule: &Rule) {
    section_ui(ui, &t(lang, "rules-more"), "");
    for (label, text) in rule_notes(lang, rule) {
        pair_ui(ui, &label, &text, LABEL);
    }
}

fn problem_ui(ui: &mut Ui, problem: Option<&str>) {
    if let Some(problem) = problem {
        let ink = palette(ui).err;
        text_ui(ui, problem, Size::Body, Weight::Regular, ink);
    }
}
