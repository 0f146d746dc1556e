//! The verdict of a vote as it would be now, or as it is: words, bars with thresholds, what is missing or beyond.

use deliberation::ballot::Choice;
use deliberation::election::ElectionResult;
use deliberation::ids::VoteNo;
use deliberation::rule::{Approval, Compare, Counted, Measure};
use deliberation::verdict::{Check, Outcome, Threshold, Verdict};
use deliberation::vote::Vote;
use egui::{Align2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};
use session::audience::{BarPart, MeasureBar, Share, ThresholdLine};
use words::figure::{Style, verdict_word};
use words::figures::MEASURES;
use words::figures::vote::{self as figures, Part, measured};
use words::rule_words::{reason, share_word};

use super::roll_call::mark_of;
use crate::look::icons::icon_paint;
use crate::look::measure_bar::share_x;
use crate::look::tokens::{Size, Weight, frame, palette, space};
use crate::look::{DESK_BAR, Icon, measure_bar_paint};
use crate::meeting::bench::Bench;
use crate::meeting::parts::lines::{Ink, name_place, text_paint};

const ROW: f32 = 36.0;
const LABEL: f32 = 56.0;
const BAR: f32 = 16.0;

/// The verdict in words: "现在结束：通过，赞成过半" while the vote is open.
pub(super) fn verdict_text(bench: &Bench<'_>, vote: &Vote, open: bool) -> String {
    if let Some(result) = vote.election() {
        let text = elected_text(bench, &result);
        return if open { bench.tell("ballots-now", &[("text", &text)]) } else { text };
    }
    if open && vote.method.by_totals() && vote.agreed_sides().is_none() {
        return bench.say("ballots-nothing-counted");
    }
    let verdict = vote.verdict();
    let word = verdict_word(bench.lang, verdict.outcome);
    let why = reason(bench.lang, Style::Screen, &verdict, vote.tally.abstain.heads > 0);
    let args = [("verdict", word.as_str()), ("reason", &why)];
    if open { bench.tell("meeting-now", &args) } else { bench.tell("meeting-verdict", &args) }
}

/// "选出 2 人，空缺 1 席".
fn elected_text(bench: &Bench<'_>, result: &ElectionResult) -> String {
    let (elected, tied) = (result.elected.len().to_string(), result.tied.len().to_string());
    let vacant = result.vacant.to_string();
    let args = [("elected", elected.as_str()), ("tied", &tied), ("vacant", &vacant)];
    if !result.tied.is_empty() {
        bench.tell("ballots-elected-tied", &args)
    } else if result.vacant > 0 {
        bench.tell("ballots-elected-vacant", &args)
    } else {
        bench.tell("ballots-elected-all", &args)
    }
}

/// Icon and words of the verdict in one line.
pub(super) fn verdict_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, open: bool) {
    let colours = *palette(ui);
    let (icon, ink) = match (vote.verdict().outcome, open) {
        (Outcome::Passed, _) => (Icon::Check, colours.accent),
        (Outcome::Failed, false) => (Icon::Cross, colours.err),
        _ => (Icon::Warning, colours.warn),
    };
    let text = verdict_text(bench, vote, open);
    let size = Vec2::new(ui.available_width(), Size::Lead.desk_line());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let square =
        Rect::from_center_size(pos2(rect.left() + frame::ICON / 2.0, rect.center().y), Vec2::splat(frame::ICON));
    icon_paint(ui.painter(), square, icon, ink);
    let from = pos2(square.right() + space::S2, rect.center().y);
    let lead = Ink { size: Size::Lead, weight: Weight::Medium, colour: colours.ink };
    text_paint(ui, &text, lead, Align2::LEFT_CENTER, from, rect.right() - from.x);
}

/// Both measures, one bar above the other: a measure that decides nothing is information and has no line.
pub(super) fn measures_ui(ui: &mut Ui, bench: &Bench<'_>, number: VoteNo, vote: &Vote) {
    let verdict = vote.verdict();
    let ground = palette(ui).sheet;
    // Hands and secret papers counted by side say nothing of area.
    for measure in MEASURES.into_iter().filter(|measure| *measure == Measure::Heads || !vote.method.by_totals()) {
        measure_ui(ui, bench, number, vote, &verdict, measure, ground);
    }
    labels_ui(ui, bench, vote, &verdict);
}

/// Where the bars lie within a row of the band.
fn bar_rect(row: Rect) -> Rect {
    let from = row.left() + LABEL;
    let width = ((row.width() - LABEL) * 0.46).max(120.0);
    Rect::from_min_size(pos2(from, row.center().y - BAR / 2.0), Vec2::new(width, BAR))
}

fn measure_ui(
    ui: &mut Ui,
    bench: &Bench<'_>,
    number: VoteNo,
    vote: &Vote,
    verdict: &Verdict,
    measure: Measure,
    ground: egui::Color32,
) {
    let colours = *palette(ui);
    let height = if bench.small { 26.0 } else { ROW };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    let label = match measure {
        Measure::Heads => bench.say("meeting-heads"),
        Measure::Area => bench.say("meeting-area"),
    };
    let count = |part| figures::count(bench.lang, number, vote, part, measure);
    let took_part = bench.tell("meeting-took-part", &[("count", &count(Part::Participating).text)]);
    let (met, words) = standing(bench, number, vote, verdict, measure);
    let name = format!("{label} {took_part} {words}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let middle = rect.center().y;
    text_paint(ui, &label, Ink::new(Size::Body, colours.ink), Align2::LEFT_CENTER, rect.left_center(), LABEL);
    let bar = bar_rect(rect);
    measure_bar_paint(ui.painter(), bar, &measure_bar(vote, verdict, measure), DESK_BAR, &colours, ground);
    let from = bar.right() + space::S4;
    let ink = Ink::new(Size::Body, colours.ink);
    // The words at the right end take what they need; the count is cut first.
    let right =
        text_paint(ui, &words, ink, Align2::RIGHT_CENTER, pos2(rect.right(), middle), rect.right() - from - 90.0);
    let mut edge = right.left();
    if met.is_some() {
        let square = Rect::from_center_size(pos2(edge - space::S2 - 8.0, middle), Vec2::splat(frame::ICON_CHIP));
        let (icon, ink) = if met == Some(true) { (Icon::Check, colours.accent) } else { (Icon::Warning, colours.warn) };
        icon_paint(ui.painter(), square, icon, ink);
        edge = square.left();
    }
    text_paint(ui, &took_part, ink, Align2::LEFT_CENTER, pos2(from, middle), edge - from - space::S2);
}

/// Whether a measure's threshold is met, and in words by how much it is or is not.
fn standing(
    bench: &Bench<'_>,
    number: VoteNo,
    vote: &Vote,
    verdict: &Verdict,
    measure: Measure,
) -> (Option<bool>, String) {
    if !vote.rule.measures(measure) {
        return (None, bench.say("meeting-information"));
    }
    let missing = figures::shortfall(bench.lang, number, vote, measure);
    match (verdict.shortfall(measure), missing) {
        (Some(0), _) | (_, None) => {
            let yes = figures::count(bench.lang, number, vote, Part::Side(Choice::Yes), measure).text;
            let needed = approval_of(verdict, measure).and_then(|check| check.needed);
            let needed = needed.map_or_else(String::new, |needed| measured(measure, needed).text(bench.lang));
            let met =
                verdict.checks.iter().filter(|check| check.measure() == measure).all(|check| check.met == Some(true));
            (Some(met), bench.tell("meeting-yes-of-needed", &[("yes", &yes), ("needed", &needed)]))
        }
        (_, Some(missing)) => {
            let turnout = verdict.checks.iter().any(|check| check.is_turnout() && check.met == Some(false));
            let args = [("count", missing.text.as_str())];
            let words = if turnout {
                bench.tell("meeting-turnout-missing", &args)
            } else {
                bench.tell("meeting-yes-missing", &args)
            };
            (Some(false), words)
        }
    }
}

fn approval_of(verdict: &Verdict, measure: Measure) -> Option<&Check> {
    verdict.checks.iter().find(|check| !check.is_turnout() && check.measure() == measure)
}

/// The bar of one measure: the whole is the whole electorate.
fn measure_bar(vote: &Vote, verdict: &Verdict, measure: Measure) -> MeasureBar {
    let all = vote.electorate.bases.all.of(measure).unwrap_or(0).max(1);
    let parts = Choice::SPOKEN.into_iter().map(|choice| BarPart {
        side: Some(mark_of(choice)),
        amount: vote.tally.side(choice).of(measure).unwrap_or(0),
    });
    let lines = verdict.checks.iter().filter(|check| check.measure() == measure);
    MeasureBar { all, parts: parts.collect(), lines: lines.filter_map(|check| threshold(all, check)).collect() }
}

/// A threshold as a share of the whole bar: half of 29 deciding among 35 is 29/70.
fn threshold(all: i64, check: &Check) -> Option<ThresholdLine> {
    if let Threshold::Approval(Approval { of: Counted::No, .. }) = check.threshold {
        return None;
    }
    let (ratio, base) = (check.ratio(), check.base?);
    let (part, whole) = (base.checked_mul(ratio.num)?, all.checked_mul(ratio.den)?);
    (part > 0 && whole > 0 && part <= whole)
        .then_some(ThresholdLine { at: Share { part, whole }, label: String::new() })
}

/// 过半, 超过三分之二, 达到三分之二.
fn threshold_word(bench: &Bench<'_>, check: &Check) -> String {
    let share = share_word(bench.lang, check.ratio());
    let args = [("share", share.as_str())];
    match check.threshold {
        Threshold::Approval(Approval { compare: Compare::MoreThan, ratio, .. }) if ratio.num * 2 == ratio.den => {
            bench.say("threshold-half")
        }
        Threshold::Approval(Approval { compare: Compare::MoreThan, .. }) => bench.tell("threshold-more", &args),
        Threshold::Approval(Approval { compare: Compare::AtMost, .. }) => bench.tell("threshold-most", &args),
        _ => bench.tell("threshold-least", &args),
    }
}

/// "已能定：通过，剩下的票改变不了"; while the vote is open and only where it is so.
fn settled_text(bench: &Bench<'_>, vote: &Vote) -> Option<String> {
    let outcome = vote.settled().filter(|_| vote.closed.is_none() && vote.left().heads > 0)?;
    Some(bench.tell("ballots-settled", &[("verdict", &verdict_word(bench.lang, outcome))]))
}

/// The names of the lines, under the bars; at the right whether the verdict can still change.
fn labels_ui(ui: &mut Ui, bench: &Bench<'_>, vote: &Vote, verdict: &Verdict) {
    let colours = *palette(ui);
    let size = Vec2::new(ui.available_width(), Size::Note.desk_line());
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let bar = bar_rect(rect);
    if let Some(text) = settled_text(bench, vote) {
        let ink = Ink::medium(Size::Note, colours.ink);
        let at = text_paint(ui, &text, ink, Align2::RIGHT_CENTER, rect.right_center(), rect.right() - bar.right());
        name_place(ui, at, "settled", &text);
    }
    let all = |measure| vote.electorate.bases.all.of(measure).unwrap_or(0).max(1);
    let mut taken = f32::NEG_INFINITY;
    for check in &verdict.checks {
        let Some(line) = threshold(all(check.measure()), check) else { continue };
        let x = share_x(bar, line.at);
        if x - taken < 64.0 {
            continue;
        }
        taken = x;
        let args = [("threshold", &*threshold_word(bench, check))];
        let label = if check.is_turnout() {
            bench.tell("meeting-line-turnout", &args)
        } else {
            bench.tell("meeting-line-yes", &args)
        };
        text_paint(
            ui,
            &label,
            Ink::new(Size::Note, colours.ink2),
            Align2::CENTER_CENTER,
            pos2(x, rect.center().y),
            200.0,
        );
    }
}
