//! The right of the sign-in page: how many are there, the one that is marked, who has which duty.

use deliberation::ids::{MeetingNo, PersonId};
use deliberation::meeting::Meeting;
use deliberation::rule::Measure;
use egui::Ui;
use session::Snapshot;
use words::figures::meeting::{Attendees, attendance, guests};
use words::{Lang, Quantity, t, tf};

use super::proxies::{answered_for, is_late, late_text, meaning};
use crate::look::tokens::space;
use crate::look::{Button, Icon, Size, Weight, key_figure_ui, palette, section_ui, text_ui};
use crate::table::pair_ui;

/// Width of the labels.
const LABEL: f32 = 88.0;

/// Heads and area in the hall, of how many, and the guests.
pub(super) fn counts_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, number: MeetingNo, meeting: &Meeting) {
    let facts = &snapshot.facts;
    let figure = |who, measure| attendance(lang, facts, number, meeting, who, measure);
    ui.spacing_mut().item_spacing.y = space::S1;
    section_ui(ui, &t(lang, "sign-in-present"), "");
    let both = |measure| (figure(Attendees::Present, measure), figure(Attendees::Due, measure));
    let (here, due) = both(Measure::Heads);
    key_figure_ui(ui, &t(lang, "top-present"), &here.number, &format!("/ {}", due.text));
    let (here, due) = both(Measure::Area);
    let area = tf(lang, "top-of-all", &[("present", &here.number), ("all", &due.text)]);
    pair_ui(ui, &t(lang, "top-area"), &area, LABEL);
    pair_ui(ui, &t(lang, "sign-in-guests"), &guests(lang, facts, number, meeting).text, LABEL);
    let proxies = answered_for(meeting);
    if proxies > 0 {
        let proxies = Quantity::households(proxies).text(lang);
        let here = figure(Attendees::Present, Measure::Heads).text;
        let text = tf(lang, "sign-in-with-proxies", &[("present", &here), ("proxies", &proxies)]);
        text_ui(ui, &text, Size::Body, Weight::Regular, palette(ui).ink);
    }
    let late =
        meeting.attendance.present_heads(&facts.roll).filter(|head| is_late(facts, meeting, head.person)).count();
    if late > 0 {
        let late = Quantity::Heads(u32::try_from(late).unwrap_or(u32::MAX).into()).text(lang);
        let text = tf(lang, "sign-in-late-count", &[("count", &late), ("what", &late_text(lang, facts))]);
        text_ui(ui, &text, Size::Body, Weight::Regular, palette(ui).warn);
    }
    if let Some(missing) = words::calling::missing_text(lang, facts, meeting) {
        text_ui(ui, &missing, Size::Body, Weight::Regular, palette(ui).warn);
    }
    ui.add_space(space::S4);
}

/// The person that is marked; true when they are to be signed in, or out if they are there.
pub(super) fn marked_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, meeting: &Meeting, person: PersonId) -> bool {
    let facts = &snapshot.facts;
    let palette = *palette(ui);
    section_ui(ui, &t(lang, "sign-in-marked"), "");
    let name = words::person_name(lang, snapshot, person);
    text_ui(ui, &name, Size::Title, Weight::Medium, palette.ink);
    if let Some(head) = facts.roll.head(person) {
        let doors: Vec<&str> =
            head.units.iter().filter_map(|unit| facts.roll.unit(*unit)).map(|unit| unit.door.as_str()).collect();
        pair_ui(ui, &t(lang, "roll-column-door"), &doors.join(&t(lang, "list-comma")), LABEL);
        pair_ui(ui, &t(lang, "roll-detail-area"), &Quantity::Area(head.area).text(lang), LABEL);
    } else {
        let party = facts.people.get(&person).map(|entry| entry.party.clone()).unwrap_or_default();
        pair_ui(ui, &t(lang, "guest-party"), &party, LABEL);
    }
    for sentence in meaning(lang, snapshot, meeting, person) {
        text_ui(ui, &sentence, Size::Body, Weight::Regular, palette.warn);
    }
    ui.add_space(space::S1);
    let pressed = if meeting.attendance.is_present(person) {
        ui.add(Button::normal(&t(lang, "sign-in-leave")).icon(Icon::Export).pane()).clicked()
    } else {
        let cap = t(lang, "key-enter");
        ui.add(Button::primary(&t(lang, "sign-in-do")).icon(Icon::Check).key(&cap).pane()).clicked()
    };
    ui.add_space(space::S4);
    pressed
}

/// Who has which duty; true when the sheet that names them is wanted.
pub(super) fn duties_ui(ui: &mut Ui, snapshot: &Snapshot, lang: Lang, meeting: &Meeting) -> bool {
    section_ui(ui, &t(lang, "duties-title"), "");
    if !meeting.is_open() {
        let palette = *palette(ui);
        text_ui(ui, &t(lang, "duties-not-open"), Size::Body, Weight::Regular, palette.ink2);
        ui.add_space(space::S1);
        let reason = meeting.items.is_empty().then(|| t(lang, "duties-no-agenda"));
        let word = t(lang, "duties-open");
        let pressed = ui.add(Button::primary(&word).icon(Icon::Play).closed(reason.as_deref())).clicked();
        ui.add_space(space::S4);
        return pressed;
    }
    let duties = &meeting.duties;
    let name = |person: PersonId| {
        if person == PersonId::NOBODY {
            t(lang, "duties-nobody")
        } else {
            words::person_label(lang, &snapshot.facts, snapshot, person)
        }
    };
    pair_ui(ui, &t(lang, "duty-chair"), &name(duties.chair), LABEL);
    pair_ui(ui, &t(lang, "duty-recorder"), &name(duties.recorder), LABEL);
    pair_ui(ui, &t(lang, "duty-counter-1"), &name(duties.counters[0]), LABEL);
    pair_ui(ui, &t(lang, "duty-counter-2"), &name(duties.counters[1]), LABEL);
    ui.add_space(space::S1);
    let pressed = ui.add(Button::normal(&t(lang, "duties-change")).icon(Icon::Edit).pane()).clicked();
    ui.add_space(space::S4);
    pressed
}
