//! The building drawn: a cell a door with number, name and mark; absent households shaded, the called one framed.

use deliberation::ids::{PersonId, UnitIx, VoteNo};
use deliberation::vote::Vote;
use egui::{Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use words::figures::vote::{self as figures, Part};
use words::rule_words::{binding_short, rule_sentence};
use words::speaking::choice_word;

use super::building::{Building, Stair};
use super::mark_of;
use crate::look::marks::mark_paint;
use crate::look::tokens::{Palette, Size, Weight, frame, palette, space, stroke};
use crate::look::{Button, Icon, mark_word_ui, text_ui};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, text_paint};
use crate::meeting::work::head::title_ui;
use deliberation::ballot::Choice;
use deliberation::rule::Measure;

/// Width of the floor's name.
const FLOOR: f32 = 44.0;
/// Least width of a cell.
const CELL: f32 = 84.0;
const HEAD: f32 = 28.0;

/// Question, rule in one sentence, and the way to the close: true if it was taken.
pub(super) fn head_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote) -> bool {
    let item = bench.tell("item-number", &[("n", &vote.item.to_string())]);
    let since = words::moment::clock(&bench.zone, vote.opened);
    let level = binding_short(bench.lang, vote.rule.level);
    let state = bench.tell("meeting-vote-state", &[("level", &level), ("time", &since)]);
    let mut pressed = false;
    title_ui(ui, &format!("{item}\u{3000}{state}"), vote.question.trim_end_matches('。'), Size::Title, |ui| {
        let (text, cap) = (bench.say("meeting-vote-close"), crate::action::Action::OpenVote.key_cap(bench.lang));
        pressed = ui.add(Button::normal(&text).icon(Icon::Check).key(&cap)).clicked();
    });
    text_ui(ui, &rule_sentence(bench.lang, &vote.rule), Size::Note, Weight::Regular, palette(ui).ink2);
    ui.add_space(if bench.small { space::S1 } else { space::S3 });
    pressed
}

/// The building; the head whose cell was pressed.
pub(super) fn grid_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    number: VoteNo,
    vote: &Vote,
    building: &Building,
    marked: Option<PersonId>,
    follow: bool,
) -> Option<PersonId> {
    let mut clicked = None;
    let foot = Size::Body.desk_line() + space::S2;
    let room = ui.available_rect_before_wrap().with_max_y(ui.max_rect().bottom());
    crate::meeting::parts::pane_ui(ui, "building", room, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let most = room.height() - foot;
        let area = egui::ScrollArea::vertical().id_salt("building-scroll").auto_shrink([false, true]).max_height(most);
        area.show(ui, |ui| {
            for band in bands(building, ui.available_width()) {
                clicked = clicked.or(band_ui(ui, bench, vote, building, band, marked, follow));
            }
        });
        ui.add_space(space::S2);
        legend_ui(ui, bench, number, vote);
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

fn band_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    vote: &Vote,
    building: &Building,
    band: &[Stair],
    marked: Option<PersonId>,
    follow: bool,
) -> Option<PersonId> {
    let colours = *palette(ui);
    let floors = building.floors();
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
            vote,
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
                    if bench.facts().roll.ownership(*unit).is_some_and(|owner| marked == Some(owner.voter)) {
                        called.push(cell);
                    }
                    clicked = clicked.or(cell_ui(ui, bench, vote, *unit, cell, marked, follow));
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
    let roll = &bench.facts().roll;
    let units = stair.floors.iter().flat_map(|(_, units)| units);
    let mut voters: Vec<PersonId> = units
        .filter_map(|unit| {
            let voter = roll.ownership(*unit)?.voter;
            // Whoever has several flats is counted at the first.
            (roll.head(voter)?.units.first() == Some(unit)).then_some(voter)
        })
        .collect();
    voters.retain(|voter| vote.electorate.heads.get(voter).is_some_and(|elector| elector.present));
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

/// What a cell says of its household.
struct Standing {
    voter: PersonId,
    present: bool,
    answer: Option<Choice>,
    /// The door this owner is called by, if it is another one.
    same_as: Option<String>,
}

fn standing(bench: &Bench<'_>, vote: &Vote, unit: UnitIx) -> Option<Standing> {
    let roll = &bench.facts().roll;
    let voter = roll.ownership(unit)?.voter;
    let first = *roll.head(voter)?.units.first()?;
    let same_as = (first != unit).then(|| roll.unit(first).map(|unit| unit.door.to_string())).flatten();
    Some(Standing {
        voter,
        present: vote.electorate.heads.get(&voter).is_some_and(|elector| elector.present),
        answer: vote.ballots.get(&voter).map(|ballot| ballot.choice),
        same_as,
    })
}

fn cell_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    vote: &Vote,
    unit: UnitIx,
    rect: Rect,
    marked: Option<PersonId>,
    follow: bool,
) -> Option<PersonId> {
    let colours = *palette(ui);
    let entry = bench.facts().roll.unit(unit)?;
    let standing = standing(bench, vote, unit)?;
    let is_marked = marked == Some(standing.voter);
    let name = bench.name(standing.voter);
    // Not reached by Tab: the keys 1, 2, 3 act while nothing has the focus, and arrows walk the cells.
    let response = ui.interact(rect, ui.scope_id().with(("cell", unit)), Sense::CLICK);
    let label = format!("{} {name}", entry.door);
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::Button, true, is_marked, &label);
        info.current_text_value = Some(said(bench, &standing));
        info
    });
    if is_marked && follow && standing.same_as.is_none() {
        ui.scroll_to_rect(rect.expand(space::S2), None);
    }
    if !ui.is_rect_visible(rect) {
        return response.clicked().then_some(standing.voter);
    }
    let fill = match (is_marked, standing.present) {
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
    let absent = !standing.present;
    let ink = if absent { colours.ink2 } else { colours.ink };
    let room = rect.width() - 2.0 * pad;
    text_paint(ui, number, Ink::new(Size::Body, ink), Align2::LEFT_CENTER, pos2(rect.left() + pad, first), room);
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
    } else if absent {
        let away = bench.say("meeting-absent");
        text_paint(ui, &away, note, Align2::RIGHT_CENTER, pos2(rect.right() - pad, first), room);
    }
}

fn said(bench: &Bench<'_>, standing: &Standing) -> String {
    match standing.answer {
        Some(choice) => choice_word(bench.lang, choice),
        None if standing.present => bench.say("meeting-not-answered"),
        None => bench.say("meeting-absent"),
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
