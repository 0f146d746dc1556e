//! A unit that has other owners now: their names and phones, the first votes. Votes of before keep the old ones.

use deliberation::text::{PersonCard, Sealable};
use deliberation::{Command, Door};
use egui::Context;
use words::{t, tf};

use super::{Sent, caption_ui, sheet_ui};
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon};
use crate::page::Scene;

/// New owners on their way.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(in crate::roll) struct TransferSheet {
    door: Door,
    owners: Vec<(String, String)>,
    #[serde(skip)]
    focused: bool,
    #[serde(skip)]
    sent: Sent,
}

impl TransferSheet {
    pub(in crate::roll) fn of(door: &Door) -> TransferSheet {
        let owners = vec![(String::new(), String::new())];
        TransferSheet { door: door.clone(), owners, focused: false, sent: Sent::default() }
    }

    pub(super) fn transfer_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        if self.sent.done(scene) {
            return true;
        }
        let lang = scene.lang;
        let title = tf(lang, "roll-transfer-title", &[("door", self.door.as_str())]);
        let hint = t(lang, "roll-transfer-hint");
        let word = t(lang, "roll-transfer-do");
        let foot = sheet_ui(
            ctx,
            lang,
            "roll-transfer",
            (&title, &hint),
            (&word, |ui: &mut egui::Ui| {
                for (place, (name, phone)) in self.owners.iter_mut().enumerate() {
                    let n = (place + 1).to_string();
                    let (name_label, phone_label) = if place == 0 {
                        (t(lang, "roll-transfer-name"), t(lang, "roll-transfer-phone"))
                    } else {
                        let args = [("n", n.as_str())];
                        (tf(lang, "roll-transfer-name-n", &args), tf(lang, "roll-transfer-phone-n", &args))
                    };
                    let width = (ui.available_width() - space::S3) / 2.0;
                    ui.horizontal_top(|ui| {
                        for (text, label) in [(name, &name_label), (phone, &phone_label)] {
                            ui.vertical(|ui| {
                                ui.set_width(width);
                                caption_ui(ui, label);
                                let response = Field::new(text, label).width(width).field_ui(ui);
                                if !std::mem::replace(&mut self.focused, true) {
                                    response.request_focus();
                                }
                            });
                        }
                    });
                    ui.add_space(space::S2);
                }
                if ui.add(Button::normal(&t(lang, "roll-transfer-more")).icon(Icon::Plus).pane()).clicked() {
                    self.owners.push(Default::default());
                }
                let named = self.owners.first().is_some_and(|(name, _)| !name.trim().is_empty());
                (!named).then(|| t(lang, "roll-transfer-needs"))
            }),
        );
        if foot.go {
            let named = self.owners.iter().filter(|(name, _)| !name.trim().is_empty());
            let card = |(name, phone): &(String, String)| {
                let (name, phone) = (name.trim().to_owned(), phone.trim().to_owned());
                Sealable::Open(PersonCard { name, phone, ..PersonCard::default() })
            };
            let owners = named.map(card).collect();
            self.sent.send(scene, vec![Command::TransferUnit { door: self.door.clone(), owners }]);
        }
        foot.leave
    }
}
