//! The building drawn: a cell a door with number, name and mark; absent households shaded, the called one framed.

use std::collections::BTreeSet;

use deliberation::ballot::Choice;
use deliberation::electorate::Elector;
use deliberation::ids::{PersonId, UnitIx, VoteNo};
use deliberation::roll::Ownership;
use deliberation::rule::Measure;
use deliberation::vote::Vote;
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use words::figures::vote::{self as figures, Part};
use words::speaking::choice_word;

use super::building::{Building, Stair};
use super::mark_of;
use crate::look::marks::mark_paint;
use crate::look::tokens::{Palette, Size, Weight, frame, palette, space, stroke};
use crate::look::{mark_word_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint};

/// Width of the floor's name.
const FLOOR: f32 = 44.0;
/// Least width of a cell.
const CELL: f32 = 84.0;
const HEAD: f32 = 28.0;

/// What is drawn: the vote in its building, the household the keys act on, those picked.
#[derive(Clone, Copy)]
pub(in crate::meeting::work) struct Picture<'a> {
    pub(in crate::meeting::work) number: VoteNo,
    pub(in crate::meeting::work) vote: &'a Vote,
    pub(in crate::meeting::work) building: &'a Building,
    pub(in crate::meeting::work) marked: Option<PersonId>,
    /// Picked for a deed that is still to come, with its side.
    pub(in crate::meeting::work) picked: Option<(&'a BTreeSet<PersonId>, Choice)>,
    /// The marked one is scrolled to.
    pub(in crate::meeting::work) follow: bool,
}

/// The building; the head whose cell was pressed.
pub(in crate::meeting::work) fn grid_ui(ui: &mut Ui, bench: &Bench<'_>, picture: Picture<'_>) -> Option<PersonId> {
    let mut clicked = None;
    let foot = Size::Body.desk_line() + space::S2;
    let room = ui.available_rect_before_wrap().with_max_y(ui.max_rect().bottom());
    crate::meeting::parts::pane_ui(ui, "building", room, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let most = room.height() - foot;
        let area = egui::ScrollArea::vertical().id_salt("building-scroll").auto_shrink([false, true]).max_height(most);
        area.show(ui, |ui| {
            for band in bands(picture.building, ui.available_width()) {
                clicked = clicked.or(band_ui(ui, bench, &picture, band));
            }
        });
        ui.add_space(space::S2);
        legend_ui(ui, bench, picture.number, picture.vote);
    });
    clicked
}

/// Stairs that fit side by side, band by band.
fn bands(building: &Building, width: f32) -> Vec<&[Stair]> {
    let mut bands = Vec::new();
    let mut from = 0;
    let mut used = FLOOR;
    for (at, stair) in building.stairs.iter().enumerate() {
        let wide = flats(stair) * CELL + space::S4;
        if at > from && used + wide > width + space::S4 {
            bands.push(&building.stairs[from..at]);
            from = at;
            used = FLOOR;
        }
        used += wide;
    }
    bands.push(&building.stairs[from..]);
    bands
}

#[expect(clippy::cast_precision_loss, reason = "a handful of flats")]
fn flats(stair: &Stair) -> f32 {
    stair.width() as f32
}

fn band_ui(ui: &mut Ui, bench: &Bench<'_>, picture: &Picture<'_>, band: &[Stair]) -> Option<PersonId> {
    let colours = *palette(ui);
    let floors = picture.building.floors();
    let height = if bench.small { frame::VOTE_CELL_SMALL } else { frame::VOTE_CELL };
    let cells: f32 = band.iter().map(flats).sum();
    #[expect(clippy::cast_precision_loss, reason = "a handful of stairs and floors")]
    let (gaps, rows) = ((band.len().saturating_sub(1)) as f32 * space::S4, rows_of(band, &floors) as f32);
    let width = ((ui.available_width() - FLOOR - gaps) / cells.max(1.0)).clamp(CELL, 180.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD + rows * height + 1.0), Sense::hover());
    let mut clicked = None;
    let mut called = Vec::new();
    let mut left = rect.left() + FLOOR;
    for (at, stair) in band.iter().enumerate() {
        stair_head(
            ui,
            bench,
            picture.vote,
            stair,
            Rect::from_min_size(pos2(left, rect.top()), vec2(width * flats(stair), HEAD)),
        );
        let mut top = rect.top() + HEAD;
        for floor in &floors {
            let rows: Vec<_> = stair.floors.iter().filter(|(other, _)| other == floor).collect();
            if at == 0 {
                let name = floor.map_or_else(String::new, |n| bench.tell("meeting-floor", &[("n", &n.to_string())]));
                let ink = Ink::new(Size::Note, colours.ink2);
                let middle = pos2(rect.left(), top + height / 2.0);
                text_paint(ui, &name, ink, Align2::LEFT_CENTER, middle, FLOOR - space::S1);
            }
            for (_, units) in &rows {
                let mut x = left;
                for unit in units {
                    let cell = Rect::from_min_size(pos2(x, top), vec2(width, height));
                    if picture.marked.is_some() && voter_of(picture.vote, *unit) == picture.marked {
                        called.push(cell);
                    }
                    clicked = clicked.or(cell_ui(ui, bench, picture, *unit, cell));
                    x += width;
                }
                top += height;
            }
            if rows.is_empty() {
                top += height;
            }
        }
        left += width * flats(stair) + space::S4;
    }
    // Over the borders of the neighbours.
    for cell in called {
        let border = Stroke::new(stroke::FOCUS, colours.accent);
        ui.painter().rect_stroke(cell, CornerRadius::ZERO, border, StrokeKind::Middle);
    }
    clicked
}

/// Rows of a band: one a floor, more where units without a floor take several.
fn rows_of(band: &[Stair], floors: &[Option<i32>]) -> usize {
    let of = |floor: &Option<i32>| {
        let rows = |stair: &Stair| stair.floors.iter().filter(|(other, _)| other == floor).count();
        band.iter().map(rows).max().unwrap_or(0).max(1)
    };
    floors.iter().map(of).sum()
}

/// "1 幢 2 单元　8 / 11": answered of those here.
fn stair_head(ui: &Ui, bench: &Bench<'_>, vote: &Vote, stair: &Stair, rect: Rect) {
    let colours = *palette(ui);
    let roll = &vote.roll;
    let units = stair.floors.iter().flat_map(|(_, units)| units);
    let mut voters: Vec<PersonId> = units
        .filter_map(|unit| {
            let voter = voter_of(vote, *unit)?;
            // Whoever has several flats is counted at the first.
            (roll.head(voter)?.units.first() == Some(unit)).then_some(voter)
        })
        .collect();
    voters.retain(|voter| vote.electorate.heads.get(voter).is_some_and(Elector::has_voice));
    let answered = voters.iter().filter(|voter| vote.ballots.contains_key(voter)).count();
    let name = match (stair.building.is_empty(), stair.entrance.is_empty()) {
        (true, true) => String::new(),
        (false, true) => bench.tell("meeting-building", &[("building", &stair.building)]),
        (true, false) => bench.tell("meeting-stair", &[("stair", &stair.entrance)]),
        (false, false) => {
            bench.tell("meeting-building-stair", &[("building", &stair.building), ("stair", &stair.entrance)])
        }
    };
    let note = Ink::new(Size::Note, colours.ink2);
    let count = format!("{answered} / {}", voters.len());
    let middle = rect.center().y - 2.0;
    let right = text_paint(ui, &count, note, Align2::RIGHT_CENTER, pos2(rect.right(), middle), rect.width());
    text_paint(ui, &name, note, Align2::LEFT_CENTER, pos2(rect.left(), middle), right.left() - rect.left() - space::S1);
}

/// Whoever votes for a unit, by the roll of the vote.
fn voter_of(vote: &Vote, unit: UnitIx) -> Option<PersonId> {
    vote.roll.ownership(unit).map(Ownership::votes)
}

/// How a household stands to the vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    /// In the hall.
    Own,
    /// An agent answers.
    Agent(PersonId),
    /// Neither.
    Absent,
    /// Kept out for a conflict of interest.
    Recused,
}

/// What a cell says of its household.
struct Standing {
    voter: PersonId,
    voice: Voice,
    answer: Option<Choice>,
    picked: Option<Choice>,
    /// The door this owner is called by, if it is another one.
    same_as: Option<String>,
}

impl Standing {
    fn heard(&self) -> bool {
        matches!(self.voice, Voice::Own | Voice::Agent(_))
    }
}

fn standing(picture: &Picture<'_>, unit: UnitIx) -> Option<Standing> {
    let (vote, roll) = (picture.vote, &picture.vote.roll);
    let voter = voter_of(vote, unit)?;
    let units = roll.head(voter)?.units.iter();
    // The first of his units in the picture: the vote may be among one stair alone.
    let first = *units.clone().find(|unit| roll.unit(**unit).is_some_and(|unit| vote.scope.holds(unit)))?;
    let same_as = (first != unit).then(|| roll.unit(first).map(|unit| unit.door.to_string())).flatten();
    let voice = match vote.electorate.heads.get(&voter) {
        Some(elector) if elector.present => Voice::Own,
        Some(elector) => elector.agent().map_or(Voice::Absent, Voice::Agent),
        None if vote.electorate.recused.contains(&voter) => Voice::Recused,
        None => Voice::Absent,
    };
    Some(Standing {
        voter,
        voice,
        answer: vote.ballots.get(&voter).map(|ballot| ballot.choice),
        picked: picture.picked.filter(|(picked, _)| picked.contains(&voter)).map(|(_, side)| side),
        same_as,
    })
}

fn cell_ui(ui: &mut Ui, bench: &Bench<'_>, picture: &Picture<'_>, unit: UnitIx, rect: Rect) -> Option<PersonId> {
    let colours = *palette(ui);
    let entry = picture.vote.roll.unit(unit)?;
    let standing = standing(picture, unit)?;
    let is_marked = picture.marked == Some(standing.voter) || standing.picked.is_some();
    let name = bench.name(standing.voter);
    // Not reached by Tab: the keys 1, 2, 3 act while nothing has the focus, and arrows walk the cells.
    let response = ui.interact(rect, ui.scope_id().with(("cell", unit)), Sense::CLICK);
    let label = format!("{} {name}", entry.door);
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::Button, true, is_marked, &label);
        info.current_text_value = Some(said(bench, &standing));
        info
    });
    if picture.follow && picture.marked == Some(standing.voter) && standing.same_as.is_none() {
        ui.scroll_to_rect(rect.expand(space::S2), None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked().then_some(standing.voter);
    }
    let fill = match (is_marked, standing.heard()) {
        (true, _) => colours.soft,
        (false, false) => colours.well,
        _ => colours.sheet,
    };
    ui.painter().rect(rect, CornerRadius::ZERO, fill, Stroke::new(stroke::HAIR, colours.line), StrokeKind::Middle);
    cell_paint(ui, bench, entry.door.as_str(), &name, &standing, rect, &colours);
    response.clicked().then_some(standing.voter)
}

/// Number and mark on the first line, name on the second.
fn cell_paint(ui: &Ui, bench: &Bench<'_>, door: &str, name: &str, standing: &Standing, rect: Rect, colours: &Palette) {
    let pad = if bench.small { space::S2 } else { space::S3 };
    let first = rect.top() + if bench.small { 15.0 } else { 21.0 };
    let second = rect.bottom() - if bench.small { 13.0 } else { 21.0 };
    let number = door.rsplit('-').next().unwrap_or(door);
    let absent = !standing.heard();
    let ink = if absent { colours.ink2 } else { colours.ink };
    let room = rect.width() - 2.0 * pad;
    let at = pos2(rect.left() + pad, first);
    let written = text_paint(ui, number, Ink::new(Size::Body, ink), Align2::LEFT_CENTER, at, room);
    let note = Ink::new(Size::Note, colours.ink2);
    let mut who = name.to_owned();
    if let Some(other) = &standing.same_as {
        let other = other.split_once('-').map_or(other.as_str(), |(_, rest)| rest);
        who = bench.tell("meeting-same-owner", &[("name", name), ("door", other)]);
    }
    text_paint(ui, &who, note, Align2::LEFT_CENTER, pos2(rect.left() + pad, second), room);
    if let Some(choice) = standing.answer {
        let side = 15.0;
        let square = Rect::from_center_size(pos2(rect.right() - pad - side / 2.0, first), Vec2::splat(side));
        mark_paint(ui.painter(), square, mark_of(choice), colours);
    } else if let Some(choice) = standing.picked {
        let side = 15.0;
        let square = Rect::from_center_size(pos2(rect.right() - pad - side / 2.0, first), Vec2::splat(side));
        // Not yet recorded: a border around the mark, which alone is recorded.
        ui.painter().rect_stroke(
            square.expand(4.0),
            CornerRadius::ZERO,
            Stroke::new(stroke::HAIR, colours.accent),
            StrokeKind::Middle,
        );
        mark_paint(ui.painter(), square, mark_of(choice), colours);
    } else if absent {
        let away = away(bench, standing);
        text_paint(ui, &away, note, Align2::RIGHT_CENTER, pos2(rect.right() - pad, first), room);
    } else if let Voice::Agent(agent) = standing.voice {
        let by = bench.tell("ballots-by-agent", &[("agent", &bench.name(agent))]);
        let from = written.right() + space::S1;
        let at = pos2(rect.right() - pad, first);
        text_paint(ui, &by, note, Align2::RIGHT_CENTER, at, at.x - from);
    }
}

fn said(bench: &Bench<'_>, standing: &Standing) -> String {
    match standing.answer {
        Some(choice) => choice_word(bench.lang, choice),
        None if standing.picked.is_some() => bench.say("ballots-picked"),
        None if standing.heard() => bench.say("meeting-not-answered"),
        None => away(bench, standing),
    }
}

fn away(bench: &Bench<'_>, standing: &Standing) -> String {
    match standing.voice {
        Voice::Recused => bench.say("ballots-recused-mark"),
        _ => bench.say("meeting-absent"),
    }
}

fn legend_ui(ui: &mut Ui, bench: &Bench<'_>, number: VoteNo, vote: &Vote) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S5;
        for choice in Choice::SPOKEN {
            let heads = figures::count(bench.lang, number, vote, Part::Side(choice), Measure::Heads).number;
            let text = format!("{} {heads}", choice_word(bench.lang, choice));
            mark_word_ui(ui, mark_of(choice), &text, Size::Body);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let note = bench.say("meeting-same-owner-note");
            text_ui(ui, &note, Size::Note, Weight::Regular, palette(ui).ink2);
        });
    });
}
