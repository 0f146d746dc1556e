//! Duties a procedure offers: responsible and day are filled in as it suggests, a person confirms each for the ledger.

use std::collections::BTreeMap;

use deliberation::Command;
use deliberation::ids::ProcedureNo;
use deliberation::material::{Duty, Materials, Offer, Responsible};
use egui::{Id, Ui};
use words::rule_words::pick;

use crate::drafts::Touched;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, hairline_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::draft::Draft;
use crate::meeting::parts::{PersonField, Whom, captioned_ui, read};

/// Half-filled offers.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct OfferedDuties {
    #[serde(with = "crate::drafts::pairs")]
    drafts: BTreeMap<Offer, Draft<OfferForm>>,
}

#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct OfferForm {
    begun: bool,
    /// Responsible and day as the procedure suggests them.
    offered: (String, String),
    responsible: PersonField,
    due: String,
    #[serde(skip)]
    problem: Option<String>,
}

impl Touched for Draft<OfferForm> {
    fn touched(&self) -> bool {
        let form = &self.value;
        form.begun && (&form.responsible.text, &form.due) != (&form.offered.0, &form.offered.1)
    }
}

impl OfferForm {
    fn begin(&mut self, bench: &Bench<'_>, duty: &Duty) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        if let Responsible::Person(person) = duty.responsible {
            self.responsible = PersonField::holding(bench, person);
        }
        self.due = duty.due.map(read::write_day).unwrap_or_default();
        self.offered = (self.responsible.text.clone(), self.due.clone());
    }
}

impl OfferedDuties {
    pub(super) fn duties_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        procedure: ProcedureNo,
        materials: &Materials,
    ) {
        if materials.duties.is_empty() {
            return;
        }
        let colours = *palette(ui);
        text_ui(ui, &bench.say("material-duties"), Size::Note, Weight::Regular, colours.ink2);
        for (place, duty) in (1..).zip(&materials.duties) {
            let offer = Offer { procedure, duty: place };
            if bench.facts().taken_up(offer).is_some() {
                self.drafts.remove(&offer);
                ui.horizontal(|ui| {
                    text_ui(ui, pick(bench.lang, &duty.text), Size::Body, Weight::Regular, colours.ink);
                    text_ui(ui, &bench.say("material-duty-taken"), Size::Note, Weight::Regular, colours.ink2);
                });
            } else {
                self.offer_ui(ui, bench, offer, duty);
            }
            hairline_ui(ui);
        }
    }

    fn offer_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, offer: Offer, duty: &Duty) {
        let colours = *palette(ui);
        let draft = self.drafts.entry(offer).or_default();
        draft.settled(bench.session);
        draft.value.begin(bench, duty);
        let text = pick(bench.lang, &duty.text);
        text_ui(ui, text, Size::Body, Weight::Regular, colours.ink);
        let third = (ui.available_width() - 2.0 * space::S4) / 3.0;
        let form = &mut draft.value;
        let mut sent = false;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S4;
            let caption = bench.say("meeting-duty-who");
            captioned_ui(ui, &caption, third, |ui| {
                let hint = match &duty.responsible {
                    Responsible::Words(words) if !words.is_empty() => {
                        bench.tell("material-duty-suggested", &[("who", pick(bench.lang, words))])
                    }
                    _ => bench.say("meeting-hand-hint"),
                };
                let id = Id::unique("material-duty-who").with((offer.procedure.0, offer.duty));
                let name = format!("{caption} {text}");
                form.responsible.form_person_ui(ui, bench, id, (&name, &hint), Whom::Anybody, third)
            });
            let caption = bench.say("meeting-duty-due");
            captioned_ui(ui, &caption, third, |ui| {
                let name = format!("{caption} {text}");
                Field::new(&mut form.due, &name).hint(&bench.say("meeting-day-hint")).width(third).field_ui(ui)
            });
            ui.vertical(|ui| {
                ui.add_space(Size::Note.desk_line() + space::S1);
                let take = bench.say("material-duty-take");
                let button = ui.add(Button::normal(&take).icon(Icon::Check));
                let name = format!("{take} {text}");
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
                sent = button.clicked();
            });
        });
        if let Some(problem) = &form.problem {
            text_ui(ui, problem, Size::Note, Weight::Regular, colours.err);
        }
        if sent {
            let who = form.responsible.chosen.ok_or_else(|| bench.say("meeting-duty-who-missing"));
            match who.and_then(|who| Ok((who, read::coming_day(bench.lang, &form.due, bench.today())?))) {
                Ok((who, due)) => {
                    form.problem = None;
                    let (text, offer) = (text.to_owned(), Some(offer));
                    let command = Command::TakeDuty { text, responsible: who.into(), due, item: None, offer };
                    draft.send(bench, vec![command]);
                }
                Err(problem) => form.problem = Some(problem),
            }
        }
    }
}
