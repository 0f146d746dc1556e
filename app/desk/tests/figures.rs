//! One number, one text: whatever number with a unit or two decimals stands in a window, on the screen or in a paper is a
//! figure of the file as the one function writes it, a number of the roll, or was typed by somebody.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use std::collections::{BTreeMap, BTreeSet};

use common::{Setting, Window, press, session, settle, shipped};
use deliberation::ids::{MeetingNo, ProcedureNo, SheetNo, VoteNo};
use desk::page::Place;
use desk::screen;
use egui::{Key, Shape};
use session::export::{Format, paper};
use session::{Shown, StageCard};
use story::{BEFORE, COLLECTION, DEBATE, Moment, OVER, PROCEDURE, QUOTES, READ_BACK, ROLL_CALL, VOTED, desk_at};
use words::{Lang, figures};

const MOMENTS: [(&str, Moment); 9] = [
    ("before", BEFORE),
    ("quotes", QUOTES),
    ("procedure", PROCEDURE),
    ("debate", DEBATE),
    ("roll-call", ROLL_CALL),
    ("voted", VOTED),
    ("read-back", READ_BACK),
    ("over", OVER),
    ("collection", COLLECTION),
];

/// What stands behind a number that counts or measures something.
const UNITS: [&str; 12] =
    ["人", "户", "元", "㎡", "平方米", " people", " person", " households", " household", " yuan", " m²", " ㎡"];

/// The numbers of a text that have two decimals or one of [`UNITS`]; the minus sign is not part of them.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let from = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || matches!(bytes[at], b',' | b'.')) {
            at += 1;
        }
        let number = text[from..at].trim_end_matches([',', '.']);
        let rest = &text[from + number.len()..];
        let counts = UNITS.iter().any(|unit| rest.starts_with(unit) || rest.trim_start().starts_with(unit));
        let decimals = number.rsplit_once('.').is_some_and(|(_, decimals)| decimals.len() == 2);
        // 1-1-101 and 12:45 are doors and times, A12345 is a car.
        let alone = !text[..from].ends_with(['-', ':', '.', '/']) && !rest.starts_with(['-', ':']);
        if alone && (counts || decimals) {
            found.push(number.to_owned());
        }
    }
    found
}

/// Every text that was painted in the desk's window.
fn painted(window: &Window) -> Vec<String> {
    fn collect(shape: &Shape, out: &mut Vec<String>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, out)),
            Shape::Text(text) => out.push(text.galley.job.text.clone()),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    window.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut texts));
    texts
}

/// Every text of every card the room could see now.
fn on_the_screen(window: &Window, lang: Lang) -> Vec<String> {
    let session = session(window);
    let facts = session.facts();
    let (one, two) = (SheetNo(1), SheetNo(2));
    let mut cards =
        vec![StageCard::Agenda, StageCard::Speaker, StageCard::Decisions, StageCard::Procedure(ProcedureNo(1))];
    if facts.sheet(one).is_some() {
        cards.extend([StageCard::Cost(one), StageCard::Due { sheet: one, row: 3 }]);
    }
    if facts.sheet(two).is_some() {
        cards.push(StageCard::Compare { before: one, after: two });
    }
    if facts.vote(VoteNo(1)).is_some() {
        cards.push(StageCard::Vote(VoteNo(1)));
    }
    let now = window.state().now;
    let views = cards.into_iter().map(|card| session.card_view(lang, Shown { card, page: 0 }));
    views
        .flat_map(|view| screen::sheets(&view, screen::Setting::default(), now))
        .flat_map(|sheet| sheet.texts().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Every line of the papers that can be had now, as Markdown.
fn in_papers(window: &Window, lang: Lang) -> Vec<String> {
    let bytes = paper(session(window), lang, MeetingNo(1), Format::Markdown).ok().flatten().unwrap_or_default();
    String::from_utf8(bytes).unwrap().lines().map(str::to_owned).collect()
}

/// What somebody typed or brought along: the story's own words and the roll.
fn typed() -> BTreeSet<String> {
    let shipped = shipped();
    let roll = std::str::from_utf8(shipped.example_files[0].1).unwrap().to_owned();
    let mut known: BTreeSet<String> = numbers(shipped.example).into_iter().collect();
    for cell in roll.lines().flat_map(|line| line.split(',')) {
        known.insert(cell.trim().to_owned());
    }
    known
}

#[test]
fn every_number_in_windows_and_papers_is_a_figure_or_was_typed() {
    let typed = typed();
    let mut wrong: BTreeMap<(Lang, String), BTreeSet<String>> = BTreeMap::new();
    let mut checked = 0;
    for lang in Lang::ALL {
        for (name, moment) in MOMENTS {
            let mut window = desk_at(Setting { lang, ..Setting::default() }, moment);
            let mut texts: Vec<(String, String)> = Vec::new();
            for place in Place::ALL {
                window.state_mut().desk.show(place);
                settle(&mut window);
                texts.extend(painted(&window).into_iter().map(|text| (format!("{name} {place:?}"), text)));
            }
            window.state_mut().desk.show(Place::Meeting);
            press(&mut window, Key::F6);
            texts.extend(painted(&window).into_iter().map(|text| (format!("{name} minutes"), text)));
            texts.extend(on_the_screen(&window, lang).into_iter().map(|text| (format!("{name} screen"), text)));
            texts.extend(in_papers(&window, lang).into_iter().map(|text| (format!("{name} paper"), text)));
            let facts = session(&window).facts();
            let mut known: BTreeSet<String> = BTreeSet::new();
            for figure in figures::all(lang, facts) {
                // "31 人、1,960.76 ㎡", "26/31": a figure may be several numbers.
                let parts = figure.number.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
                known.extend(parts.map(str::to_owned));
                // The page of figures shows what scripts read, too.
                known.insert(figure.value);
            }
            if name == "procedure" {
                // Before it concludes its numbers are its own: no subsidy, and what each would pay exactly.
                known.extend(["0.00", "45.8333"].map(str::to_owned));
            }
            for (place, text) in texts {
                for number in numbers(&text) {
                    checked += 1;
                    if !known.contains(&number) && !typed.contains(&number) {
                        wrong.entry((lang, number)).or_default().insert(format!("{place}: {text}"));
                    }
                }
            }
        }
    }
    assert!(checked > 2_000, "only {checked} numbers were found");
    assert!(wrong.is_empty(), "{} numbers are nobody's:\n{wrong:#?}", wrong.len());
}

#[test]
fn numbers_are_told_from_doors_times_and_names() {
    let found = |text: &str| numbers(text).join(" ");
    assert_eq!(found("31 人、1,960.76 ㎡ 参加，12:45，1-2-402 马卫"), "31 1,960.76");
    assert_eq!(found("1,650元由36户分，第278条，2026 年"), "1,650 36");
    assert_eq!(found("−45.83, 12 people, article 278."), "45.83 12");
}
