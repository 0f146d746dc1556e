//! The form of an item: a new one, or one that is changed before the opening.

use deliberation::Command;
use deliberation::agenda::{Item, ItemKind, ItemState};
use deliberation::ids::ItemNo;
use deliberation::meeting::Meeting;
use egui::{Id, Ui};
use words::speaking::item_kind_word;

use super::AgendaPane;
use crate::look::tokens::{Size, Weight, palette, space};
use crate::look::{Button, Field, Icon, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::{captioned_ui, read, select_ui};

const KINDS: [ItemKind; 5] =
    [ItemKind::Discussion, ItemKind::Proposal, ItemKind::Procedure, ItemKind::Review, ItemKind::ReadBack];
const MINUTE_MS: i64 = 60_000;

/// A half-typed item.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub(super) struct ItemForm {
    title: String,
    kind: ItemKind,
    minutes: String,
    #[serde(skip)]
    problem: Option<String>,
}

impl Default for ItemForm {
    fn default() -> ItemForm {
        ItemForm { title: String::new(), kind: ItemKind::Discussion, minutes: "10".to_owned(), problem: None }
    }
}

impl ItemForm {
    /// Filled with what an item is.
    pub(super) fn of(item: &Item) -> ItemForm {
        ItemForm {
            title: item.title.clone(),
            kind: item.kind,
            minutes: (item.budget_ms / MINUTE_MS).to_string(),
            problem: None,
        }
    }
}

impl AgendaPane {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, bench: &mut Bench<'_>, meeting: &Meeting) {
        let width = ui.available_width();
        let id = Id::unique("meeting-item-title");
        let form = &mut self.item.value;
        let name = bench.say("meeting-item-title");
        let title = Field::new(&mut form.title, &name).hint(&name).id(id).field_ui(ui);
        if std::mem::take(&mut self.focus) {
            title.request_focus();
            // A long agenda leaves the form below its pane.
            title.scroll_to_me(Some(egui::Align::Center));
        }
        let kinds = KINDS.map(|kind| (kind, item_kind_word(bench.lang, kind)));
        let caption = bench.say("meeting-item-kind");
        captioned_ui(ui, &caption, width, |ui| select_ui(ui, &caption, &kinds, &mut form.kind, width));
        let caption = bench.say("meeting-item-minutes");
        let minutes = captioned_ui(ui, &caption, width, |ui| {
            Field::new(&mut form.minutes, &caption).number().problem(form.problem.as_deref()).field_ui(ui)
        });
        if meeting.noticed.is_some() && meeting.plan.agenda_locks {
            // Said before anybody tries: what the notice did not name is not voted on.
            let note = bench.say("meeting-item-late-note");
            text_ui(ui, &note, Size::Note, Weight::Regular, palette(ui).ink2);
        }
        ui.add_space(space::S1);
        let entered = bench.entered(ui, &title) || bench.entered(ui, &minutes);
        let changing = self.changing.and_then(|number| Some((number, meeting.item(number)?)));
        let (mut pressed, mut removed, mut left) = (false, false, false);
        ui.horizontal_wrapped(|ui| {
            let word = if changing.is_some() { bench.say("meeting-change") } else { bench.say("meeting-item-do") };
            pressed = ui.add(Button::primary(&word).pane()).clicked();
            if let Some((_, item)) = changing
                && !meeting.is_announced(item)
            {
                let word = bench.say("meeting-item-remove");
                removed = ui.add(Button::normal(&word).icon(Icon::Minus).pane()).clicked();
            }
            left = ui.add(Button::text(&bench.say("meeting-leave")).pane()).clicked();
        });
        if left {
            self.leave();
        } else if removed && let Some((number, _)) = changing {
            self.item.send(bench, vec![Command::RemoveItem { item: number }]);
        } else if pressed || entered {
            self.send(bench, meeting);
        }
    }

    fn send(&mut self, bench: &mut Bench<'_>, meeting: &Meeting) {
        let form = &mut self.item.value;
        let minutes = match read::count(bench.lang, &form.minutes) {
            Ok(minutes) => minutes,
            Err(problem) => {
                form.problem = Some(problem);
                return;
            }
        };
        form.problem = None;
        let (title, kind) = (form.title.clone(), form.kind);
        let command = if let Some(item) = self.changing {
            Command::ChangeItem { item, title, kind, minutes }
        } else {
            // What is read out at the end stays at the end.
            let last = meeting
                .items
                .iter()
                .position(|item| item.kind == ItemKind::ReadBack && item.state == ItemState::Waiting)
                .filter(|_| kind != ItemKind::ReadBack)
                .map(ItemNo::at);
            Command::AddItem { title, kind, minutes, before: last }
        };
        self.item.send(bench, vec![command]);
    }
}
