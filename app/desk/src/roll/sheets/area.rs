//! An area put right, with its source: the land register before the survey before the contract (解释 2009 第 8 条).

use deliberation::roll::{AreaSource, Unit};
use deliberation::{Command, Door};
use egui::Context;
use session::roll_in::typed_area;
use words::{Lang, Quantity, t, tf};

use super::{Sent, caption_ui, sheet_ui};
use crate::look::tokens::space;
use crate::look::{Button, Field};
use crate::page::Scene;

/// An area on its way.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(in crate::roll) struct AreaSheet {
    door: Door,
    before: Option<String>,
    text: String,
    source: AreaSource,
    #[serde(skip)]
    focused: bool,
    #[serde(skip)]
    sent: Sent,
}

const SOURCES: [AreaSource; 4] = [AreaSource::Register, AreaSource::Survey, AreaSource::Contract, AreaSource::Roll];

impl AreaSheet {
    pub(in crate::roll) fn of(lang: Lang, unit: &Unit) -> AreaSheet {
        let source = if unit.area.is_none() { AreaSource::Register } else { unit.area_source };
        AreaSheet {
            door: unit.door.clone(),
            before: unit.area.map(|area| Quantity::Area(Some(area)).text(lang)),
            text: String::new(),
            source,
            focused: false,
            sent: Sent::default(),
        }
    }

    pub(super) fn area_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        if self.sent.done(scene) {
            return true;
        }
        let lang = scene.lang;
        let area = typed_area(&self.text);
        let title = tf(lang, "roll-area-title", &[("door", self.door.as_str())]);
        let hint = match &self.before {
            Some(before) => tf(lang, "roll-area-hint", &[("before", before)]),
            None => t(lang, "roll-area-hint-none"),
        };
        let word = t(lang, "roll-area-do");
        let mut entered = false;
        let foot = sheet_ui(
            ctx,
            lang,
            "roll-area",
            (&title, &hint),
            (&word, |ui: &mut egui::Ui| {
                let name = t(lang, "roll-area-field");
                caption_ui(ui, &name);
                let wrong = !self.text.trim().is_empty() && area.is_none();
                let problem = wrong.then(|| t(lang, "roll-area-wrong"));
                let response = Field::new(&mut self.text, &name).number().problem(problem.as_deref()).field_ui(ui);
                if !std::mem::replace(&mut self.focused, true) {
                    response.request_focus();
                }
                entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                ui.add_space(space::S2);
                caption_ui(ui, &t(lang, "roll-area-source"));
                ui.horizontal_wrapped(|ui| {
                    for source in SOURCES {
                        let word = source_word(lang, source);
                        if ui.add(Button::normal(&word).pane().marked(self.source == source)).clicked() {
                            self.source = source;
                        }
                    }
                });
                area.is_none().then(|| t(lang, "roll-area-needs"))
            }),
        );
        if let Some(area) = area.filter(|_| foot.go || entered) {
            let (door, source) = (self.door.clone(), self.source);
            self.sent.send(scene, vec![Command::CorrectArea { door, area, source }]);
        }
        foot.leave
    }
}

/// 登记簿, 实测, 合同, 名册.
pub(in crate::roll) fn source_word(lang: Lang, source: AreaSource) -> String {
    match source {
        AreaSource::Register => t(lang, "area-source-register"),
        AreaSource::Survey => t(lang, "area-source-survey"),
        AreaSource::Contract => t(lang, "area-source-contract"),
        AreaSource::Roll => t(lang, "area-source-roll"),
    }
}
