//! Everything the preview says, in words: short beside the row, long at the right, each with what to do.

use words::{Lang, t, tf};

use super::numbers::How;
use super::owners::{Basis, SameOwner};
use super::row::{Among, LargeArea, Misread, Outcome, PreviewRow, Refusal, Skip};
use super::{Field, RollPreview};

/// What is to be said of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProblemText {
    /// "第 7 行".
    pub row: String,
    /// In the result column of the row; empty where all is well.
    pub short: String,
    /// "房号 1-1-101 重复"; empty where there is nothing to mend or to look at.
    pub headline: String,
    /// What was found and what to do.
    pub detail: String,
}

/// The sentences for one row of the preview.
pub fn problem_text(lang: Lang, row: &PreviewRow) -> ProblemText {
    let label = tf(lang, "import-row", &[("row", &row.number.to_string())]);
    let (short, headline, detail) = match &row.outcome {
        Outcome::Ok => (String::new(), String::new(), String::new()),
        Outcome::Skipped(skip) => (skipped(lang, *skip), String::new(), String::new()),
        Outcome::ReadOtherwise(misread) => {
            (joined(lang, misread.iter().map(|one| self::misread(lang, one))), String::new(), String::new())
        }
        Outcome::Suspicious(large, misread) => suspicious(lang, row, *large, misread),
        Outcome::Refused(refusals) => {
            let texts: Vec<_> = refusals.iter().map(|refusal| refused(lang, row, refusal)).collect();
            (
                joined(lang, texts.iter().map(|text| text.0.clone())),
                joined(lang, texts.iter().map(|text| text.1.clone())),
                joined(lang, texts.iter().map(|text| text.2.clone())),
            )
        }
    };
    ProblemText { row: label, short, headline, detail }
}

/// "毛素有 2 套，算 1 人，面积相加" and why, as headline and detail.
pub fn proposal_text(lang: Lang, proposal: &SameOwner) -> ProblemText {
    let doors = proposal.doors.join(&t(lang, "import-list-comma"));
    let name = if proposal.name.is_empty() { t(lang, "import-owner-unnamed") } else { proposal.name.clone() };
    let count = proposal.doors.len().to_string();
    let detail = match &proposal.basis {
        Basis::OwnerId(id) => tf(lang, "import-same-owner-by-id", &[("doors", &doors), ("id", id)]),
        Basis::NameAndPhone { .. } => tf(lang, "import-same-owner-by-phone", &[("doors", &doors)]),
    };
    ProblemText {
        headline: tf(lang, "import-same-owner", &[("name", &name), ("count", &count)]),
        detail,
        ..ProblemText::default()
    }
}

/// What is to be said of the sheet as a whole, e.g. that it has no areas.
pub fn remarks(lang: Lang, preview: &RollPreview) -> Vec<String> {
    let mut remarks = Vec::new();
    if !preview.mapping.contains_key(&Field::Area) {
        remarks.push(t(lang, "import-no-area-column"));
    }
    if !preview.mapping.contains_key(&Field::Owner) {
        remarks.push(t(lang, "import-no-owner-column"));
    }
    for (developer, doors) in preview.undelivered() {
        let count = words::Quantity::households(doors.len()).text(lang);
        let args = [("count", count.as_str()), ("developer", &developer), ("doors", &named(lang, &doors))];
        remarks.push(if developer.is_empty() {
            tf(lang, "import-undelivered-needs-developer", &args)
        } else {
            tf(lang, "import-undelivered-together", &args)
        });
    }
    remarks
}

/// The first few of these doors, and that there are more.
fn named(lang: Lang, doors: &[String]) -> String {
    const SHOWN: usize = 6;
    let first = doors.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(&t(lang, "import-list-comma"));
    if doors.len() > SHOWN { tf(lang, "import-doors-and-more", &[("doors", &first)]) } else { first }
}

fn joined(lang: Lang, texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(&t(lang, "import-list-semicolon"))
}

fn skipped(lang: Lang, skip: Skip) -> String {
    match skip {
        Skip::Title => t(lang, "import-skip-title"),
        Skip::RepeatedHead => t(lang, "import-skip-head"),
        Skip::Blank => t(lang, "import-skip-blank"),
        Skip::Sum => t(lang, "import-skip-sum"),
        Skip::Footnote => t(lang, "import-skip-footnote"),
    }
}

fn misread(lang: Lang, misread: &Misread) -> String {
    match misread {
        Misread::Area { how, written, value } => {
            let value = value.to_string();
            let args = [("value", value.as_str()), ("written", written.as_str())];
            match how {
                How::Rounded => tf(lang, "import-read-rounded", &args),
                How::FullWidth => tf(lang, "import-read-full-width", &args),
                How::Thousands | How::DecimalComma => tf(lang, "import-read-thousands", &args),
                How::Unit => tf(lang, "import-read-unit", &args),
            }
        }
        Misread::Residents(people) => tf(lang, "import-read-residents", &[("value", &people.to_string())]),
        Misread::Floor(floor) => tf(lang, "import-read-floor", &[("value", &floor.to_string())]),
        Misread::Door(door) => tf(lang, "import-read-door", &[("value", door)]),
        Misread::Undelivered(developer) if developer.is_empty() => t(lang, "import-undelivered-by-nobody"),
        Misread::Undelivered(developer) => tf(lang, "import-undelivered", &[("developer", developer)]),
    }
}

fn suspicious(lang: Lang, row: &PreviewRow, large: LargeArea, misread: &[Misread]) -> (String, String, String) {
    let (value, times) = (large.area.to_string(), large.times.to_string());
    let args = [("door", row.written.door.as_str()), ("value", &value), ("times", &times)];
    let (short, detail) = match large.among {
        Among::Stair => (tf(lang, "import-large-stair", &args), tf(lang, "import-large-stair-advice", &args)),
        Among::Building => (tf(lang, "import-large-building", &args), tf(lang, "import-large-building-advice", &args)),
        Among::Roll => (tf(lang, "import-large-roll", &args), tf(lang, "import-large-roll-advice", &args)),
    };
    // The sentence says the area as read; other cells read otherwise are said behind it.
    let others = misread.iter().filter(|one| !matches!(one, Misread::Area { .. })).map(|one| self::misread(lang, one));
    (joined(lang, std::iter::once(short).chain(others)), tf(lang, "import-large-headline", &args), detail)
}

/// Short form, headline, what was found and what to do.
fn refused(lang: Lang, row: &PreviewRow, refusal: &Refusal) -> (String, String, String) {
    let door = row.written.door.as_str();
    let named = |text: &str| if text.is_empty() { t(lang, "import-owner-unnamed") } else { text.to_owned() };
    let owner = named(&row.written.owner);
    match refusal {
        Refusal::NoDoor => (
            t(lang, "import-no-door"),
            tf(lang, "import-no-door-headline", &[("owner", &owner)]),
            t(lang, "import-no-door-advice"),
        ),
        Refusal::DoorIsDate(found) => {
            let args = [("found", found.as_str())];
            (
                t(lang, "import-door-date"),
                tf(lang, "import-door-date-headline", &args),
                t(lang, "import-door-date-advice"),
            )
        }
        Refusal::DuplicateDoor { first_row, first_owner, same_area } => {
            let (first, first_owner) = (first_row.to_string(), named(first_owner));
            let args = [("door", door), ("row", &first), ("first", &first_owner), ("owner", &owner)];
            let advice = if *same_area {
                tf(lang, "import-duplicate-same-area-advice", &args)
            } else {
                tf(lang, "import-duplicate-advice", &args)
            };
            (tf(lang, "import-duplicate", &args), tf(lang, "import-duplicate-headline", &args), advice)
        }
        Refusal::NoArea => {
            let args = [("door", door)];
            (t(lang, "import-no-area"), tf(lang, "import-no-area-headline", &args), t(lang, "import-no-area-advice"))
        }
        Refusal::NegativeArea(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                t(lang, "import-negative-area"),
                tf(lang, "import-area-headline", &args),
                t(lang, "import-negative-area-advice"),
            )
        }
        Refusal::ZeroArea(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (t(lang, "import-zero-area"), tf(lang, "import-area-headline", &args), t(lang, "import-zero-area-advice"))
        }
        Refusal::WordyArea(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                tf(lang, "import-wordy", &args),
                tf(lang, "import-wordy-area-headline", &args),
                t(lang, "import-wordy-area-advice"),
            )
        }
        Refusal::AreaTooLarge(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                t(lang, "import-area-too-large"),
                tf(lang, "import-area-headline", &args),
                t(lang, "import-area-too-large-advice"),
            )
        }
        Refusal::BadResidents(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                tf(lang, "import-bad-residents", &args),
                tf(lang, "import-bad-residents-headline", &args),
                t(lang, "import-bad-residents-advice"),
            )
        }
        Refusal::BadAreaSource(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                tf(lang, "import-bad-source", &args),
                tf(lang, "import-bad-source-headline", &args),
                t(lang, "import-bad-source-advice"),
            )
        }
        Refusal::BadDelivery(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                tf(lang, "import-bad-delivery", &args),
                tf(lang, "import-bad-delivery-headline", &args),
                t(lang, "import-bad-delivery-advice"),
            )
        }
        Refusal::BadFloor(found) => {
            let args = [("door", door), ("found", found.as_str())];
            (
                tf(lang, "import-bad-floor", &args),
                tf(lang, "import-bad-floor-headline", &args),
                t(lang, "import-bad-floor-advice"),
            )
        }
    }
}
