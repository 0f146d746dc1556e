//! A planned meeting: when and where, the notice on paper and whether it is in time, a rehearsal, the way to sign-in; its
//! agenda saved as a template.

use deliberation::Command;
use deliberation::ids::MeetingNo;
use deliberation::meeting::Meeting;
use egui::{Id, Ui};
use session::export;
use session::export::Format;
use words::calling::{period_text, short_notice};
use words::moment;
use words::speaking::talk_rule;

use super::heading_ui;
use crate::action::Action;
use crate::dialogs::Question;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Banner, BannerKind, Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::captioned_ui;
use crate::meeting::parts::lines::{Ink, pair_ui};
use crate::page::{Place, Wish, written_wish};

const LABEL: f32 = 120.0;
/// The paper whose place was asked for.
const NOTICE: &str = "meeting-notice";

/// The name of a template on its way, and where the last one was saved.
#[derive(Debug, Default)]
pub(super) struct Before {
    naming: Option<String>,
    saved: Option<String>,
}

impl Before {
    pub(super) fn leave(&mut self) -> bool {
        self.naming.take().is_some()
    }

    pub(super) fn has_form(&self) -> bool {
        self.naming.is_some()
    }

    /// True if the plan is to be changed.
    pub(super) fn before_ui(
        &mut self,
        ui: &mut Ui,
        bench: &mut Bench<'_>,
        number: MeetingNo,
        meeting: &Meeting,
    ) -> bool {
        save_notice(bench, number);
        heading_ui(ui, bench, meeting);
        facts_ui(ui, bench, meeting);
        ui.add_space(space::S4);
        if meeting.items.is_empty() {
            let (title, next) = (bench.say("meeting-agenda-empty"), bench.say("meeting-agenda-empty-next"));
            let add = bench.say("meeting-item-add");
            Banner::new(BannerKind::Info, &title, &next).banner_ui(ui, |ui| {
                if ui.add(Button::text(&add)).clicked() {
                    bench.wish(Action::NewItem);
                }
            });
            return change_ui(ui, bench);
        }
        // Counted from now until the notice goes out.
        let given = meeting.noticed.unwrap_or_else(|| bench.at());
        if let Some(short) = short_notice(bench.lang, &bench.zone, meeting, given) {
            Banner::new(BannerKind::Warn, &short, "").banner_ui(ui, |_| ());
            ui.add_space(space::S3);
        }
        if meeting.plan.agenda_locks {
            let (title, text) = if meeting.noticed.is_some() {
                (bench.say("meeting-locked-title"), bench.say("meeting-locks-note"))
            } else {
                (bench.say("meeting-will-lock"), String::new())
            };
            Banner::new(BannerKind::Info, &title, &text).icon(Icon::Flag).banner_ui(ui, |_| ());
            ui.add_space(space::S3);
        }
        ui.horizontal_wrapped(|ui| {
            let cap = Action::SignIn.key_cap(bench.lang);
            if ui.add(Button::primary(&bench.say("meeting-to-sign-in")).icon(Icon::Next).key(&cap)).clicked() {
                bench.wishes.push(Wish::Show(Place::SignIn));
            }
            crate::preflight::way_ui(ui, bench.lang, bench.wishes);
            let late = meeting.items.iter().any(|item| item.after_notice);
            let word = match (meeting.noticed, late) {
                (None, _) => Some(bench.say("meeting-give-notice")),
                (Some(_), true) => Some(bench.say("meeting-give-notice-again")),
                (Some(_), false) => None,
            };
            if let Some(word) = word
                && ui.add(Button::normal(&word).icon(Icon::Check)).clicked()
            {
                bench.submit(Command::GiveNotice);
            }
            if ui.add(Button::normal(&bench.say("meeting-notice-paper")).icon(Icon::Print)).clicked() {
                let name = bench.tell("meeting-notice-file", &[("title", &meeting.plan.title)]);
                bench.wishes.push(Wish::Ask(Question::SaveAs { what: NOTICE, name }));
            }
            if !bench.session.rehearses()
                && ui.add(Button::normal(&bench.say("rehearsal-this")).icon(Icon::Play)).clicked()
            {
                bench.wishes.push(Wish::Rehearse(session::Subject::File(bench.session.path().to_owned())));
            }
        });
        ui.add_space(space::S3);
        let changes = change_ui(ui, bench);
        self.template_ui(ui, bench, meeting);
        changes
    }

    /// The agenda as a template of the community's own.
    pub(super) fn template_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        let Some(name) = &mut self.naming else {
            if ui.add(Button::text(&bench.say("meeting-template-save")).icon(Icon::Export)).clicked() {
                self.naming = Some(meeting.plan.title.clone());
                self.saved = None;
            }
            if let Some(saved) = &self.saved {
                text_ui(ui, saved, Size::Note, Weight::Regular, palette(ui).ink2);
            }
            return;
        };
        let caption = bench.say("meeting-template-name");
        let field = captioned_ui(ui, &caption, 360.0, |ui| {
            Field::new(name, &caption).id(Id::unique("template-name")).width(360.0).field_ui(ui)
        });
        let entered = bench.entered(ui, &field);
        let (mut saves, mut leaves) = (entered, false);
        ui.horizontal(|ui| {
            saves |= ui.add(Button::primary(&bench.say("meeting-template-do")).pane()).clicked();
            leaves = ui.add(Button::text(&bench.say("meeting-leave")).pane()).clicked();
        });
        if saves {
            match bench.session.save_template(bench.lang, name, meeting) {
                Ok(path) => {
                    self.saved = Some(bench.tell("meeting-template-saved", &[("file", &path.display().to_string())]));
                    self.naming = None;
                }
                Err(sentence) => bench.wishes.push(Wish::Complain(sentence)),
            }
        } else if leaves {
            self.naming = None;
        }
    }
}

/// What is known of it.
fn facts_ui(ui: &mut Ui, bench: &Bench<'_>, meeting: &Meeting) {
    let ink = Ink::new(Size::Body, palette(ui).ink);
    let plan = &meeting.plan;
    let start = moment::day_time(bench.lang, &bench.zone, plan.start);
    pair_ui(ui, &bench.say("meeting-plan-start"), &start, ink, LABEL);
    if !plan.place.is_empty() {
        pair_ui(ui, &bench.say("meeting-plan-place"), &plan.place, ink, LABEL);
    }
    pair_ui(ui, &bench.say("meeting-plan-rule"), &talk_rule(bench.lang, &plan.talk), ink, LABEL);
    let notice = match meeting.noticed {
        Some(at) => bench.tell("meeting-noticed", &[("time", &moment::day_time(bench.lang, &bench.zone, at))]),
        None => bench.say("meeting-not-noticed"),
    };
    pair_ui(ui, &bench.say("meeting-notice"), &notice, ink, LABEL);
    if let Some(period) = &plan.notice {
        pair_ui(ui, &bench.say("meeting-notice-period"), &period_text(bench.lang, period), ink, LABEL);
    }
    if !plan.parties.is_empty() {
        let names: Vec<&str> = plan.parties.iter().map(|party| party.name.as_str()).collect();
        let names = names.join(&bench.say("list-comma"));
        pair_ui(ui, &bench.say("meeting-parties"), &names, ink, LABEL);
    }
}

/// True if the plan is to be changed.
fn change_ui(ui: &mut Ui, bench: &Bench<'_>) -> bool {
    ui.add(Button::text(&bench.say("meeting-plan-edit")).icon(Icon::Edit)).clicked()
}

/// Writes the notice where somebody chose.
fn save_notice(bench: &mut Bench<'_>, number: MeetingNo) {
    let Some((Question::SaveAs { what: NOTICE, .. }, path)) = bench.answer else { return };
    let written = export::meeting_notice(bench.session, bench.lang, number, Format::Docx)
        .and_then(|bytes| bytes.map_or(Ok(()), |bytes| export::write(bench.lang, path, &bytes)));
    bench.wishes.push(written_wish(bench.lang, path, written));
}
