//! The procedures there are: those the community adopted, then those shipped with the program.

use deliberation::ids::PersonId;
use deliberation::text::BlobHash;
use egui::{ScrollArea, Ui};
use session::{Manifest, Offered};
use words::moment::{Zone, date};
use words::names::person_name;
use words::{Lang, Quantity, t, tf};

use super::in_groups;
use crate::look::tokens::space;
use crate::look::{Button, Size, Weight, hairline_ui, palette, text_ui};
use crate::page::Scene;
use crate::table::pair_ui;

/// Width of the labels.
const LABEL: f32 = 104.0;

/// One procedure as the list shows it.
struct Line {
    manifest: Manifest,
    sha256: BlobHash,
    /// Where it comes from, in words.
    origin: String,
    own: bool,
    /// How often one of its id ran in this file.
    runs: usize,
}

/// Shows the list; the one that is to be retired.
pub(super) fn list_ui(ui: &mut Ui, scene: &Scene<'_>, closed: Option<&str>) -> Option<BlobHash> {
    let lang = scene.lang;
    let lines: Vec<Line> = scene.session.offered_procedures().map(|offered| line(scene, &offered)).collect();
    let mut retired = None;
    ScrollArea::vertical().id_salt("procedures").auto_shrink([false, false]).show(ui, |ui| {
        for line in lines {
            ui.push_id(line.sha256, |ui| {
                if line_ui(ui, lang, &line, closed) {
                    retired = Some(line.sha256);
                }
            });
            ui.add_space(space::S3);
            hairline_ui(ui);
            ui.add_space(space::S3);
        }
    });
    retired
}

fn line(scene: &Scene<'_>, offered: &Offered<'_>) -> Line {
    let lang = scene.lang;
    let facts = scene.session.facts();
    let origin = match offered.adopted {
        Some(adopted) => {
            let day = date(lang, &Zone::of(&facts.file), adopted.at);
            if adopted.by == PersonId::NOBODY {
                tf(lang, "adoption-on", &[("day", &day)])
            } else {
                let who = person_name(lang, scene.session.snapshot().as_ref(), adopted.by);
                tf(lang, "adoption-by", &[("day", &day), ("who", &who)])
            }
        }
        None => t(lang, "adoption-shipped"),
    };
    let runs = facts.procedures.iter().filter(|run| run.plugin.id == offered.manifest.id).count();
    let (manifest, sha256, own) = (offered.manifest.clone(), offered.sha256, offered.adopted.is_some());
    Line { manifest, sha256, origin, own, runs }
}

/// Shows one; true if it is to be retired.
fn line_ui(ui: &mut Ui, lang: Lang, line: &Line, closed: Option<&str>) -> bool {
    let manifest = &line.manifest;
    let ink = palette(ui).ink;
    text_ui(ui, manifest.title.get(lang.tag()), Size::Lead, Weight::Medium, ink);
    pair_ui(ui, &t(lang, "procedures-id"), &manifest.id, LABEL);
    pair_ui(ui, &t(lang, "procedures-version"), &manifest.version, LABEL);
    pair_ui(ui, &t(lang, "procedures-authors"), &manifest.authors.join(&t(lang, "list-comma")), LABEL);
    pair_ui(ui, &t(lang, "procedures-licence"), &manifest.licence, LABEL);
    pair_ui(ui, &t(lang, "procedures-hash"), &in_groups(&line.sha256.to_string()), LABEL);
    pair_ui(ui, &t(lang, "adoption-origin"), &line.origin, LABEL);
    let runs = Quantity::count(line.runs).number(lang);
    pair_ui(ui, &t(lang, "procedures-used"), &tf(lang, "procedures-times", &[("n", &runs)]), LABEL);
    line.own && ui.add(Button::normal(&t(lang, "adoption-retire")).pane().closed(closed)).clicked()
}
