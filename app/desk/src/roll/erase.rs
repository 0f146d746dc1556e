//! Erasing a person's data: asked first, with what goes, what stays, and the texts nobody ticked that hold the name.

use std::collections::BTreeSet;

use deliberation::ids::PersonId;
use deliberation::meeting::EntryKind;
use deliberation::text::{BlobHash, TextRef};
use deliberation::{Command, Facts};
use egui::{Context, ScrollArea};
use session::Snapshot;
use words::{t, tf};

use crate::confirm::{Answer, Confirm};
use crate::look::tokens::space;
use crate::look::{Size, Weight, palette, text_ui};
use crate::page::Scene;

/// An erasure somebody is asked about.
#[derive(Debug)]
pub(super) struct Erasing {
    person: PersonId,
    /// Texts with the name in them that are not about the person so far, and whether they go too.
    texts: Vec<(BlobHash, String, bool)>,
}

impl Erasing {
    pub(super) fn of(snapshot: &Snapshot, person: PersonId) -> Erasing {
        let ticked = ticked(&snapshot.facts, person);
        let mut texts: Vec<_> = snapshot
            .register
            .texts_with(snapshot.name(person))
            .filter(|(blob, _)| !ticked.contains(blob))
            .map(|(blob, text)| (blob, text.to_owned(), false))
            .collect();
        texts.sort_by(|a, b| a.1.cmp(&b.1));
        Erasing { person, texts }
    }

    /// Asks; true when it is answered, and then the erasure is sent or left.
    pub(super) fn erasing_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let lang = scene.lang;
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let name = words::person_label(lang, &snapshot.facts, snapshot.as_ref(), self.person);
        let title = tf(lang, "erase-title", &[("name", &name)]);
        let (text, yes) = (t(lang, "erase-text"), t(lang, "erase-yes"));
        let texts = &mut self.texts;
        let answer = Confirm::new("erase", &title, &text, &yes).confirm_ui(ctx, lang, |ui| {
            if texts.is_empty() {
                return;
            }
            let palette = *palette(ui);
            ui.add_space(space::S3);
            text_ui(ui, &t(lang, "erase-texts"), Size::Body, Weight::Medium, palette.ink);
            ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
                for (_, text, also) in texts.iter_mut() {
                    ui.checkbox(also, text.as_str());
                }
            });
        });
        if answer == Some(Answer::Yes) {
            let also = self.texts.iter().filter(|(_, _, also)| *also).map(|(blob, _, _)| *blob).collect();
            scene.session.submit(Command::ErasePerson { person: self.person.into(), also });
        }
        answer.is_some()
    }
}

/// Texts that go with the person anyway.
fn ticked(facts: &Facts, person: PersonId) -> BTreeSet<BlobHash> {
    let meetings = facts.meetings.iter();
    let texts = meetings.flat_map(|meeting| {
        let notes = meeting.record.iter().filter_map(|entry| match &entry.kind {
            EntryKind::Note(text) => Some(text),
            _ => None,
        });
        let said = meeting.speakers.turns.iter().filter_map(|turn| turn.said.as_ref());
        notes.chain(said).chain(meeting.edits.values())
    });
    let objections = facts.polls.iter().flat_map(|poll| &poll.objections).flat_map(|objection| {
        std::iter::once(&objection.reason).chain(objection.settled.as_ref().map(|(_, words)| words))
    });
    texts.chain(objections).filter(|text: &&TextRef| text.about.contains(&person)).map(|text| text.blob).collect()
}
