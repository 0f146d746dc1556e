//! Recording a written authority: whose, to whom, the paper's number, a picture of it.

use std::path::Path;

use deliberation::Command;
use deliberation::people::Capacity;
use deliberation::who::Who;
use egui::{Context, Ui};
use session::scan::{self, ReadScan};
use session::{Ticket, find};
use words::{t, tf};

use super::guest::add;
use super::person_field::{PersonField, person_ui};
use crate::confirm::sheet;
use crate::dialogs::Question;
use crate::look::tokens::space;
use crate::look::{Button, Field, Icon, Size, Weight, palette, text_ui};
use crate::page::{Scene, Wish};

/// Width of the sheet.
const WIDTH: f32 = 520.0;

/// A half-filled authority.
#[derive(Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct ProxySheet {
    principal: PersonField,
    agent: PersonField,
    paper: String,
    #[serde(skip)]
    scan: Option<ReadScan>,
    #[serde(skip)]
    focused: bool,
    #[serde(skip)]
    sent: Option<Ticket>,
}

impl ProxySheet {
    /// Shows the sheet; true when it is over.
    pub(super) fn proxy_ui(&mut self, ctx: &Context, scene: &mut Scene<'_>) -> bool {
        let lang = scene.lang;
        if let Some(ticket) = self.sent.filter(|ticket| !scene.session.is_pending(*ticket)) {
            self.sent = None;
            if scene.session.outcome(ticket).is_some_and(session::Outcome::is_done) {
                return true;
            }
        }
        if let Some((Question::PickScan, path)) = scene.answer {
            self.attach(scene.lang, path, scene.wishes);
        }
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let ((go, leave), beside) = sheet(ctx, "proxy", |ui| {
            ui.set_width(WIDTH);
            let colours = *palette(ui);
            text_ui(ui, &t(lang, "proxy-sheet-title"), Size::Title, Weight::Medium, colours.ink);
            text_ui(ui, &t(lang, "proxy-sheet-hint"), Size::Body, Weight::Regular, colours.ink2);
            ui.add_space(space::S3);
            let (principal, agent) = (t(lang, "proxy-principal"), t(lang, "proxy-agent-field"));
            let (first, _) = person_ui(ui, &snapshot, lang, scene.composing, &mut self.principal, &principal);
            if !std::mem::replace(&mut self.focused, true) {
                first.request_focus();
            }
            person_ui(ui, &snapshot, lang, scene.composing, &mut self.agent, &agent);
            let paper = t(lang, "proxy-paper");
            text_ui(ui, &paper, Size::Note, Weight::Regular, colours.ink2);
            Field::new(&mut self.paper, &paper).hint(&t(lang, "proxy-paper-hint")).field_ui(ui);
            ui.add_space(space::S2);
            self.scan_ui(ui, scene);
            ui.add_space(space::S3);
            let roll = &snapshot.facts.roll;
            let reason = match self.principal.person {
                None => Some(t(lang, "proxy-needs-principal")),
                Some(person) if roll.head(person).is_none() => Some(t(lang, "proxy-needs-owner")),
                Some(_) if self.agent.name().is_empty() => Some(t(lang, "proxy-needs-agent")),
                Some(_) => None,
            };
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                let word = t(lang, "proxy-do");
                let go = ui.add(Button::primary(&word).icon(Icon::Check).closed(reason.as_deref())).clicked();
                (go, ui.add(Button::normal(&t(lang, "desk-leave-it")).key("Esc")).clicked())
            })
            .inner
        });
        if go {
            self.go(scene);
        }
        leave || beside
    }

    fn scan_ui(&mut self, ui: &mut Ui, scene: &mut Scene<'_>) {
        let lang = scene.lang;
        ui.horizontal(|ui| {
            let word = if self.scan.is_some() { t(lang, "proxy-other-scan") } else { t(lang, "proxy-scan") };
            if ui.add(Button::normal(&word).icon(Icon::Clip).pane()).clicked() {
                scene.wishes.push(Wish::Ask(Question::PickScan));
            }
            let ink = palette(ui).ink2;
            let said = match &self.scan {
                Some(scan) => tf(lang, "proxy-scan-attached", &[("file", &scan.name)]),
                None => t(lang, "proxy-scan-hint"),
            };
            text_ui(ui, &said, Size::Note, Weight::Regular, ink);
        });
    }

    fn attach(&mut self, lang: words::Lang, path: &Path, wishes: &mut Vec<Wish>) {
        match scan::read(lang, path) {
            Ok(scan) => self.scan = Some(scan),
            Err(sentence) => wishes.push(Wish::Complain(sentence)),
        }
    }

    fn go(&mut self, scene: &mut Scene<'_>) {
        let snapshot = std::sync::Arc::clone(scene.session.snapshot());
        let roll = &snapshot.facts.roll;
        let Some(principal) = self.principal.person.and_then(|person| roll.door_of(person).cloned()) else { return };
        let name = self.agent.name().to_owned();
        if self.agent.person.is_none() {
            // A name typed whole that only one person has is that person, not a second of the name.
            let mut named = find(&snapshot, &name).into_iter().filter(|one| snapshot.name(one.person) == name);
            if let (Some(only), None) = (named.next(), named.next()) {
                self.agent.person = Some(only.person);
            }
        }
        let mut commands = Vec::new();
        let agent = if let Some(person) = self.agent.person {
            Who::from(person)
        } else {
            commands.push(add(&name, Capacity::Guest, ""));
            Who::Newest
        };
        let scan = self.scan.as_ref().map(|scan| scan.scan.clone());
        commands.push(Command::GiveProxy { principal, agent, paper: self.paper.trim().to_owned(), scan });
        self.sent = Some(scene.session.submit_all(commands));
    }
}
