//! The head of the item on the table: its number and state, its title, and what can be done with it.

use deliberation::Command;
use deliberation::agenda::{ItemKind, ItemState};
use egui::{Align2, Layout, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2};

use super::Table;
use super::forms::{Form, Forms};
use super::soft::Soft;
use crate::action::Action;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{Button, Icon, job};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint};

/// A caption and a title at the left, `buttons` (right to left) at the right, on the frame's height.
pub(in crate::meeting) fn title_ui(ui: &mut Ui, caption: &str, title: &str, size: Size, buttons: impl FnOnce(&mut Ui)) {
    let colours = *palette(ui);
    let row = ui.available_rect_before_wrap();
    let row = row.with_max_y(row.top() + frame::BUTTON);
    let layout = Layout::right_to_left(egui::Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("head-buttons").max_rect(row).layout(layout));
    right.spacing_mut().item_spacing.x = space::S2;
    buttons(&mut right);
    let room = right.min_rect().left() - row.left() - space::S4;
    let room = if right.min_rect().width() < 1.0 { row.width() } else { room };
    let wide = ui.painter().layout_job(job(title, size, Weight::Medium, colours.ink)).size().x;
    // A long title goes under the buttons rather than to pieces.
    let under = wide > room;
    let above = if under { frame::BUTTON } else { Size::Note.desk_line() };
    let size_of = egui::vec2(ui.available_width(), above + size.desk_line());
    let (rect, _) = ui.allocate_exact_size(size_of, egui::Sense::hover());
    let note = Ink::new(Size::Note, colours.ink2);
    text_paint(ui, caption, note, Align2::LEFT_TOP, rect.min, room);
    let ink = Ink { size, weight: Weight::Medium, colour: colours.ink };
    let room = if under { rect.width() } else { room };
    text_paint(ui, title, ink, Align2::LEFT_TOP, pos2(rect.left(), rect.top() + above), room);
    let place =
        Rect::from_min_max(pos2(rect.left(), rect.top() + above), pos2(rect.left() + room.max(1.0), rect.bottom()));
    let response = ui.interact(place, ui.scope_id().with("head-title"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    response.on_hover_text(title);
}

/// The head of an item.
pub(super) fn head_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, forms: &mut Forms, soft: &mut Soft) {
    let caption = caption(bench, table);
    let polled = bench.facts().open_poll().is_some();
    title_ui(ui, &caption, &table.entry.title, Size::Head, |ui| {
        // While a poll is open nothing else can be done with the item.
        if !polled {
            buttons_ui(ui, bench, table, forms);
            soft_button_ui(ui, bench, table, soft);
        }
    });
}

/// "第 3 项　讨论中".
fn caption(bench: &Bench<'_>, table: &Table<'_>) -> String {
    let number = bench.tell("item-number", &[("n", &table.item.to_string())]);
    let state = match (table.vote, table.motion.is_some(), table.entry.kind) {
        (Some(_), ..) => bench.say("meeting-state-voted"),
        (_, _, ItemKind::Review) => bench.say("meeting-state-review"),
        (_, _, ItemKind::ReadBack) => bench.say("meeting-state-reading"),
        _ => bench.say("meeting-state-talking"),
    };
    let only = table.meeting.only_discussed(table.entry);
    let state = if only { bench.say("meeting-only-discussed") } else { state };
    format!("{number}\u{3000}{state}")
}

/// From the right: the one deed this moment is about, then the others.
fn buttons_ui(ui: &mut Ui, bench: &mut Bench<'_>, table: &Table<'_>, forms: &mut Forms) {
    let proposal = matches!(table.entry.kind, ItemKind::Proposal | ItemKind::Procedure);
    let open_to_vote = table.motion.is_some() && table.vote.is_none();
    let conclude = bench.say("meeting-conclude");
    let mut concludes = false;
    if table.entry.kind == ItemKind::ReadBack && others_done(table) {
        if ui.add(Button::primary(&bench.say("meeting-close")).icon(Icon::Check)).clicked() {
            bench.submit(Command::CloseMeeting);
        }
    } else if open_to_vote {
        let only = table.meeting.only_discussed(table.entry).then(|| bench.say("meeting-only-discussed-why"));
        let (text, cap) = (bench.say("meeting-vote-open"), Action::OpenVote.key_cap(bench.lang));
        let button = Button::primary(&text).icon(Icon::Next).key(&cap).closed(only.as_deref());
        if ui.add(button).clicked() {
            forms.open(Form::Vote);
        }
    } else if proposal && table.motion.is_none() {
        if ui.add(Button::primary(&bench.say("meeting-motion-move")).icon(Icon::Plus)).clicked() {
            forms.open(Form::Motion);
        }
    } else {
        concludes = true;
        if ui.add(Button::primary(&conclude).icon(Icon::Check)).clicked() {
            forms.open(Form::Conclude);
        }
    }
    if !concludes && ui.add(Button::normal(&conclude)).clicked() {
        forms.open(Form::Conclude);
    }
    if table.vote.is_none()
        && !matches!(table.entry.kind, ItemKind::Review | ItemKind::ReadBack)
        && ui.add(Button::normal(&bench.say("meeting-shelve"))).clicked()
    {
        bench.submit(Command::ShelveItem { item: Some(table.item) });
    }
    if proposal && table.vote.is_none() {
        if ui.add(Button::normal(&bench.say("meeting-procedure-start"))).clicked() {
            forms.open(Form::Procedure);
        }
    } else if table.entry.kind != ItemKind::ReadBack && ui.add(Button::normal(&bench.say("meeting-duty"))).clicked() {
        forms.open(Form::Duty);
    }
}

/// What the hall leans to can be asked before the vote.
fn soft_button_ui(ui: &mut Ui, bench: &Bench<'_>, table: &Table<'_>, soft: &mut Soft) {
    if table.vote.is_none()
        && !matches!(table.entry.kind, ItemKind::Review | ItemKind::ReadBack)
        && ui.add(Button::normal(&bench.say("soft-open"))).clicked()
    {
        soft.open();
    }
}

/// Whether this is the last item that is not dealt with.
fn others_done(table: &Table<'_>) -> bool {
    table.meeting.items.iter().all(|item| item.state != ItemState::Waiting)
}
