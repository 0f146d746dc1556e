//! A plugin's checklist: what was found, measured and noted of each item, and the photos and files behind it.

use std::collections::BTreeMap;

use amounts::scaled;
use egui::{Id, Ui};
use session::contract::{Action, Check, CheckItem, Checklist, Evidence, Finding, Measure};
use session::evidence::{self, ReadEvidence};

use super::{Host, PageBoard};
use crate::dialogs::Question;
use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, frame, palette};
use crate::look::{Button, Chip, ChipKind, Field, Icon, icon_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::read::plain;
use crate::page::Wish;

/// Width of a field for a measured number.
const MEASURE: f32 = 140.0;
/// Least width of a note.
const NOTE: f32 = 180.0;

/// What is half entered in the checklists of a page, by list and item.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Checks {
    #[serde(with = "crate::drafts::pairs")]
    drafts: BTreeMap<(String, String), CheckDraft>,
}

/// An item half checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct CheckDraft {
    /// What the procedure shows: an untouched draft follows it.
    base: Entered,
    now: Entered,
    /// Picked and not in the file yet.
    #[serde(skip)]
    fresh: Vec<ReadEvidence>,
    #[serde(skip)]
    problem: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Entered {
    measured: String,
    note: String,
    evidence: Vec<Evidence>,
}

impl Entered {
    fn of(item: &CheckItem) -> Entered {
        let measured = item.measure.as_ref().and_then(|measure| Some(scaled::plain(measure.value?, measure.scale)));
        Entered { measured: measured.unwrap_or_default(), note: item.note.clone(), evidence: item.evidence.clone() }
    }
}

impl CheckDraft {
    fn refresh(&mut self, item: &CheckItem) {
        let shown = Entered::of(item);
        if self.base != shown {
            if self.now == self.base {
                self.now = shown.clone();
                self.fresh.clear();
            }
            self.base = shown;
        }
    }
}

impl Touched for CheckDraft {
    fn touched(&self) -> bool {
        self.now != self.base
    }
}

impl Checks {
    /// Whether anything is half entered.
    pub(super) fn touched(&self) -> bool {
        self.drafts.values().any(Touched::touched)
    }

    /// After half-typed texts came back: only the evidence that the file has is still there.
    pub(super) fn taken_back(&mut self) {
        for draft in self.drafts.values_mut() {
            let CheckDraft { base, now, .. } = draft;
            now.evidence.retain(|piece| base.evidence.iter().any(|known| known.hash == piece.hash));
        }
    }

    /// It was taken in: what the page shows counts from now on.
    pub(super) fn done(&mut self, list: &str, item: &str) {
        self.drafts.remove(&(list.to_owned(), item.to_owned()));
    }

    /// It was refused: the sentence stands at the item, what was entered stays.
    pub(super) fn refused(&mut self, list: &str, item: &str, sentence: String) {
        let draft = self.drafts.entry((list.to_owned(), item.to_owned())).or_default();
        draft.problem = Some(sentence);
    }
}

impl PageBoard {
    /// Takes in a photo or file somebody picked for an item.
    pub(super) fn take_evidence(&mut self, bench: &Bench<'_>) {
        let Some((Question::PickEvidence { list, item }, path)) = bench.answer else { return };
        let draft = self.checks.drafts.entry((list.clone(), item.clone())).or_default();
        match evidence::read(bench.lang, path) {
            Ok(read) => {
                let caption = read.name.rsplit_once('.').map_or(read.name.as_str(), |(stem, _)| stem).to_owned();
                draft.now.evidence.push(Evidence { hash: read.hash().to_string(), caption });
                draft.fresh.push(read);
                draft.problem = None;
            }
            Err(sentence) => draft.problem = Some(sentence),
        }
    }

    pub(super) fn checklist_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, list: &Checklist) {
        let colours = *palette(ui);
        if !list.title.is_empty() {
            text_ui(ui, &list.title, Size::Body, Weight::Medium, colours.ink);
        }
        for item in &list.items {
            crate::look::hairline_ui(ui);
            ui.push_id(("check", &list.id, &item.id), |ui| self.item_ui(ui, bench, host, list, item));
        }
    }

    fn item_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, host: &Host, list: &Checklist, item: &CheckItem) {
        let key = (list.id.clone(), item.id.clone());
        let mut draft = self.checks.drafts.remove(&key).unwrap_or_else(|| CheckDraft {
            base: Entered::of(item),
            now: Entered::of(item),
            ..CheckDraft::default()
        });
        draft.refresh(item);
        head_ui(ui, bench, item);
        let closed = item.closed.is_some();
        let mut sent = None;
        if let Some(measure) = &item.measure
            && measure_ui(ui, bench, measure, &mut draft, closed)
        {
            let found = read_measure(bench, measure, &draft.now.measured).ok().flatten();
            sent = Some(found.and_then(|units| suggested(measure, units)).unwrap_or(item.finding));
        }
        ui.horizontal_wrapped(|ui| {
            for (finding, word) in [
                (Finding::Met, bench.say("meeting-finding-met")),
                (Finding::Failed, bench.say("meeting-finding-failed")),
                (Finding::Open, bench.say("meeting-finding-open")),
                (Finding::NotApplicable, bench.say("meeting-finding-none")),
            ] {
                let button =
                    Button::normal(&word).pane().marked(item.finding == finding).closed(item.closed.as_deref());
                if ui.add(button).clicked() && (item.finding != finding || draft.touched()) {
                    sent = Some(finding);
                }
            }
            let clip = bench.say("page-evidence-add");
            let attach = ui.add(Button::text(&clip).icon(Icon::Clip).pane().closed(item.closed.as_deref()));
            if attach.on_hover_text(bench.say("page-evidence-hint")).clicked() {
                let (list, item) = key.clone();
                bench.wishes.push(Wish::Ask(Question::PickEvidence { list, item }));
            }
            if draft.touched() && !closed && ui.add(Button::normal(&bench.say("page-keep")).pane()).clicked() {
                sent = Some(item.finding);
            }
        });
        if note_ui(ui, bench, &key, &mut draft, closed) {
            sent = Some(item.finding);
        }
        self.evidence_ui(ui, bench, host, item, &mut draft);
        if let Some(problem) = &draft.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, palette(ui).err);
        }
        if let Some(reason) = &item.closed {
            text_ui(ui, reason, Size::Note, Weight::Regular, palette(ui).ink2);
        }
        if let Some(finding) = sent.filter(|_| !closed) {
            match checked(bench, list, item, &draft, finding) {
                Ok(check) => {
                    draft.problem = None;
                    self.deed_with(Action::Check(check), draft.fresh.clone());
                }
                Err(problem) => draft.problem = Some(problem),
            }
        }
        self.checks.drafts.insert(key, draft);
    }

    /// The photos and files of an item; those not sent yet have a caption to write and can be left out again.
    fn evidence_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        host: &Host,
        item: &CheckItem,
        draft: &mut CheckDraft,
    ) {
        let colours = *palette(ui);
        if draft.now.evidence.is_empty() {
            if item.evidence_required {
                ui.horizontal(|ui| {
                    icon_ui(ui, Icon::Clip, frame::ICON_CHIP, colours.warn);
                    text_ui(ui, &bench.say("page-evidence-needed"), Size::Note, Weight::Regular, colours.warn);
                });
            }
            return;
        }
        let fresh = |hash: &str| draft.fresh.iter().any(|one| one.hash().to_string() == hash);
        let (new, kept): (Vec<usize>, Vec<usize>) =
            (0..draft.now.evidence.len()).partition(|at| fresh(&draft.now.evidence[*at].hash));
        ui.horizontal_wrapped(|ui| {
            for at in kept {
                self.picture_ui(ui, bench, host, &draft.now.evidence[at].clone());
            }
        });
        let mut dropped = None;
        for at in new {
            ui.horizontal(|ui| {
                icon_ui(ui, Icon::Clip, frame::ICON_CHIP, colours.ink2);
                let file = draft.fresh.iter().find(|one| one.hash().to_string() == draft.now.evidence[at].hash);
                let file = file.map(|one| one.name.clone()).unwrap_or_default();
                let name = bench.say("page-evidence-caption");
                Field::new(&mut draft.now.evidence[at].caption, &name).width(260.0).field_ui(ui);
                text_ui(ui, &file, Size::Note, Weight::Regular, colours.ink2);
                let drop = bench.tell("page-evidence-drop", &[("caption", &draft.now.evidence[at].caption)]);
                if ui.add(Button::text(&drop).icon(Icon::Cross).pane().max_width(220.0)).clicked() {
                    dropped = Some(at);
                }
            });
        }
        if let Some(at) = dropped {
            let gone = draft.now.evidence.remove(at);
            draft.fresh.retain(|one| one.hash().to_string() != gone.hash);
        }
    }
}

/// Sign, what is checked, what was found, whether it is a veto; under it what it rests on.
fn head_ui(ui: &mut Ui, bench: &Bench<'_>, item: &CheckItem) {
    let colours = *palette(ui);
    let (icon, ink, word) = match item.finding {
        Finding::Open => (Icon::Search, colours.ink2, bench.say("meeting-finding-open")),
        Finding::Met => (Icon::Check, colours.accent, bench.say("meeting-finding-met")),
        Finding::Failed => (Icon::Cross, colours.err, bench.say("meeting-finding-failed")),
        Finding::NotApplicable => (Icon::Minus, colours.ink2, bench.say("meeting-finding-none")),
    };
    ui.horizontal_wrapped(|ui| {
        icon_ui(ui, icon, frame::ICON, ink);
        text_ui(ui, &format!("{}\u{3000}{word}", item.label), Size::Body, Weight::Regular, colours.ink);
        if item.veto {
            let kind = if item.finding == Finding::Failed { ChipKind::Err } else { ChipKind::Bordered };
            ui.add(Chip::new(Icon::Flag, &bench.say("meeting-veto"), kind).small());
        }
    });
    if !item.basis.is_empty() {
        let basis = bench.tell("page-basis", &[("text", &item.basis)]);
        text_ui(ui, &basis, Size::Note, Weight::Regular, colours.ink2);
    }
}

/// The number measured on the spot beside its limit; true if Enter ended it.
fn measure_ui(ui: &mut Ui, bench: &Bench<'_>, measure: &Measure, draft: &mut CheckDraft, closed: bool) -> bool {
    let colours = *palette(ui);
    ui.horizontal(|ui| {
        let name = if measure.unit.is_empty() {
            bench.say("page-measured")
        } else {
            bench.tell("page-measured-unit", &[("unit", &measure.unit)])
        };
        text_ui(ui, &name, Size::Body, Weight::Regular, colours.ink2);
        let response = Field::new(&mut draft.now.measured, &name).number().width(MEASURE).closed(closed).field_ui(ui);
        if response.changed() {
            draft.problem = None;
        }
        if let Some(limit) = measure.limit {
            let n = scaled::grouped(limit, measure.scale);
            let args = [("n", n.as_str()), ("unit", measure.unit.as_str())];
            let text = if measure.at_least {
                bench.tell("page-limit-least", &args)
            } else {
                bench.tell("page-limit-most", &args)
            };
            text_ui(ui, text.trim_end(), Size::Body, Weight::Regular, colours.ink2);
        }
        bench.entered(ui, &response)
    })
    .inner
}

/// The remark of an item; true if Enter ended it.
fn note_ui(ui: &mut Ui, bench: &Bench<'_>, key: &(String, String), draft: &mut CheckDraft, closed: bool) -> bool {
    if closed && draft.now.note.is_empty() {
        return false;
    }
    let (name, hint) = (bench.say("page-note"), bench.say("page-note-hint"));
    let id = Id::unique("check-note").with(key);
    let width = ui.available_width().max(NOTE);
    let note = Field::new(&mut draft.now.note, &name).hint(&hint).width(width).closed(closed).id(id).field_ui(ui);
    bench.entered(ui, &note) && draft.touched()
}

/// A number as it was typed, in the scale of the measure; nothing typed is nothing measured.
fn read_measure(bench: &Bench<'_>, measure: &Measure, text: &str) -> Result<Option<i64>, String> {
    let text = plain(text);
    let text = text.strip_suffix(measure.unit.as_str()).unwrap_or(&text).trim();
    if text.is_empty() {
        return Ok(None);
    }
    scaled::parse(text, measure.scale).map(Some).map_err(|_| bench.say("meeting-not-number"))
}

/// What a number says of its limit: a person may still find otherwise.
fn suggested(measure: &Measure, units: i64) -> Option<Finding> {
    let holds = |limit| if measure.at_least { units >= limit } else { units <= limit };
    measure.limit.map(|limit| if holds(limit) { Finding::Met } else { Finding::Failed })
}

fn checked(
    bench: &Bench<'_>,
    list: &Checklist,
    item: &CheckItem,
    draft: &CheckDraft,
    finding: Finding,
) -> Result<Check, String> {
    let measured = match &item.measure {
        Some(measure) => read_measure(bench, measure, &draft.now.measured)?,
        None => None,
    };
    Ok(Check {
        checklist: list.id.clone(),
        item: item.id.clone(),
        finding,
        measured,
        note: draft.now.note.trim().to_owned(),
        evidence: draft.now.evidence.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(limit: Option<i64>, at_least: bool) -> Measure {
        Measure { unit: "m".into(), scale: 1, value: None, limit, at_least }
    }

    #[test]
    fn a_number_is_held_against_its_limit_both_ways() {
        assert_eq!(suggested(&measure(Some(50), true), 50), Some(Finding::Met));
        assert_eq!(suggested(&measure(Some(50), true), 49), Some(Finding::Failed));
        assert_eq!(suggested(&measure(Some(50), false), 51), Some(Finding::Failed));
        assert_eq!(suggested(&measure(None, true), 0), None);
    }

    #[test]
    fn a_touched_draft_stays_when_the_page_comes_anew_and_an_untouched_one_follows() {
        let item = |note: &str| CheckItem {
            id: "gas".into(),
            label: "燃气管".into(),
            basis: String::new(),
            finding: Finding::Open,
            measure: Some(Measure { value: Some(34), ..measure(Some(50), true) }),
            veto: true,
            evidence_required: false,
            evidence: Vec::new(),
            note: note.into(),
            closed: None,
        };
        let begun = Entered::of(&item("一"));
        assert_eq!(begun.measured, "3.4");
        let mut untouched = CheckDraft { base: begun.clone(), now: begun.clone(), ..CheckDraft::default() };
        let mut touched = untouched.clone();
        touched.now.note = "西墙外".into();
        untouched.refresh(&item("二"));
        touched.refresh(&item("二"));
        assert_eq!((untouched.now.note.as_str(), touched.now.note.as_str()), ("二", "西墙外"));
        assert!(touched.touched() && !untouched.touched());
    }
}
