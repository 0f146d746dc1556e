//! Who is kept out of the votes on a motion for a conflict of interest, and the way to keep somebody out.

use deliberation::Command;
use deliberation::ids::MotionNo;
use deliberation::meeting::EntryKind;
use deliberation::motion::Motion;
use deliberation::text::Words;
use egui::{Id, Ui};
use session::Session;
use words::names::text_or_erased;

use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, Whom, captioned_ui};

/// The two fields, folded away until somebody needs them.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct Recusal {
    open: bool,
    #[serde(skip)]
    focus: bool,
    draft: Draft<Kept>,
    #[serde(skip)]
    problem: Option<String>,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Kept {
    who: PersonField,
    reason: String,
}

impl Recusal {
    /// Folds away what has become durable.
    pub(super) fn follow(&mut self, session: &Session) {
        if self.draft.settled(session) {
            self.open = false;
            self.problem = None;
        }
    }

    /// Those kept out with the reason, and the fields.
    pub(super) fn recusal_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, number: MotionNo, motion: &Motion) {
        let colours = *palette(ui);
        for person in &motion.recused {
            let reason = reason(bench, number, motion, *person);
            let args = [("name", &*bench.name_and_place(*person)), ("reason", &reason)];
            text_ui(ui, &bench.tell("ballots-recused", &args), Size::Note, Weight::Regular, colours.ink);
        }
        if !self.open {
            return;
        }
        let third = (ui.available_width() - space::S4) / 3.0;
        let mut entered = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            let kept = &mut self.draft.value;
            let caption = bench.say("ballots-recuse-who");
            captioned_ui(ui, &caption, third, |ui| {
                let (id, hint) = (Id::unique("ballots-recuse-who"), bench.say("meeting-hand-hint"));
                if std::mem::take(&mut self.focus) {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                kept.who.person_ui(ui, bench, id, (&caption, &hint), Whom::Owners, third)
            });
            let (caption, hint) = (bench.say("ballots-recuse-reason"), bench.say("ballots-recuse-hint"));
            let wide = 2.0 * third;
            let field = captioned_ui(ui, &caption, wide, |ui| {
                Field::new(&mut kept.reason, &caption).hint(&hint).width(wide).field_ui(ui)
            });
            entered = bench.entered(ui, &field);
        });
        if let Some(problem) = &self.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, colours.err);
        }
        ui.horizontal(|ui| {
            entered |= ui.add(Button::normal(&bench.say("ballots-recuse-do")).icon(Icon::Check).pane()).clicked();
            if ui.add(Button::text(&bench.say("meeting-leave")).pane()).clicked() {
                self.open = false;
            }
        });
        if entered {
            self.send(bench, number);
        }
    }

    /// The way to the fields, beside the other deeds of the form.
    pub(super) fn open_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>) {
        if !self.open && ui.add(Button::text(&bench.say("ballots-recuse"))).clicked() {
            (self.open, self.focus) = (true, true);
        }
    }

    fn send(&mut self, bench: &mut Bench<'_>, motion: MotionNo) {
        let kept = &self.draft.value;
        match kept.who.chosen {
            Some(who) => {
                self.problem = None;
                let reason = Words::typed(kept.reason.trim());
                self.draft.send(bench, vec![Command::Recuse { motion, who: who.into(), reason }]);
            }
            None => self.problem = Some(bench.say("ballots-recuse-who-missing")),
        }
    }
}

/// Why somebody is kept out, as it was recorded.
fn reason(bench: &Bench<'_>, number: MotionNo, motion: &Motion, person: deliberation::ids::PersonId) -> String {
    let record = bench.facts().meeting(motion.meeting).map(|meeting| meeting.record.as_slice()).unwrap_or_default();
    let told = record.iter().find_map(|entry| match &entry.kind {
        EntryKind::Recused(of, who, text) if *of == number && *who == person => Some(text.blob),
        _ => None,
    });
    told.map(|blob| text_or_erased(bench.lang, bench.snapshot.as_ref(), blob)).unwrap_or_default()
}
