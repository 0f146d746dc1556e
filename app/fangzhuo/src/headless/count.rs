//! `fangzhuo count --rule RULE --roll ROLL --ballots BALLOTS …`: a vote counted from two tables, without a meeting.
//!
//! Reads the tables, lets the core count and says what it found; the same tally and verdict as on the desk.

mod report;

use std::collections::BTreeMap;
use std::path::Path;

use deliberation::Door;
use deliberation::ballot::Choice;
use deliberation::count::{CannotCount, Conflicts, Heads, Unit, count};
use deliberation::rule::{Bilingual, Rule, find, shipped};
use papers::ballots_in::{BallotRow, ballots_text, read_ballots};
use papers::roll_in::{Basis, Choices, RollPreview, door_key};
use serde_json::{Value, json};
use words::rule_words::{pick, rule_problem, rule_text};
use words::{Lang, t, tf};

use super::roll::read_whole;
use super::{name, read};
use crate::answer::Answer;
use crate::cli::{Counting, OnConflict};

/// Counts; 0 = passed, 1 = failed or undecidable.
pub(super) fn run(lang: Lang, asked: &Counting) -> Answer {
    counted(lang, asked).unwrap_or_else(|answer| answer)
}

/// The rules that come with the program: id, title and sentence, one a line, or as JSON.
pub(super) fn list(lang: Lang, as_json: bool) -> Answer {
    let both = |text: &Bilingual| json!({ "zh-CN": text.zh, "en": text.en });
    if as_json {
        let rule = |rule: &Rule| {
            json!({
                "id": rule.id, "title": both(&rule.title), "sentence": both(&rule_text(rule)),
                "level": rule.level.key(), "superseded": rule.superseded.is_some(),
            })
        };
        return Answer::done(format!("{}\n", Value::from(shipped().iter().map(rule).collect::<Vec<_>>())));
    }
    let line = |rule: &Rule| format!("{}\t{}\t{}\n", rule.id, title(lang, rule), pick(lang, &rule_text(rule)));
    Answer::done(shipped().iter().map(line).collect::<String>())
}

/// A rule's title; old law is called so.
fn title(lang: Lang, rule: &Rule) -> String {
    let title = pick(lang, &rule.title);
    match &rule.superseded {
        Some(_) => tf(lang, "headless-count-named", &[("title", title), ("id", &t(lang, "headless-count-old-law"))]),
        None => title.to_owned(),
    }
}

fn counted(lang: Lang, asked: &Counting) -> Result<Answer, Answer> {
    // The command line is not read without them; a missing one would be an empty path, which nothing is found at.
    let path = |path: &Option<std::path::PathBuf>| path.clone().unwrap_or_default();
    let rule = rule(lang, asked.rule.as_deref().unwrap_or_default())?;
    let preview = read_whole(lang, &path(&asked.roll))?;
    let (units, by_id) = units(&preview);
    let refused = |error: &CannotCount, rows: &[BallotRow]| Answer::bad(cannot(lang, error, rows));
    let known: BTreeMap<String, Door> = units.iter().map(|unit| (door_key(&unit.door), unit.door.clone())).collect();
    let heads = Heads::of_units(units).map_err(|error| refused(&error, &[]))?;

    let rows = ballots(lang, &path(&asked.ballots))?;
    // A door is the same however the two tables write it.
    let as_on_roll = |door: &Door| known.get(&door_key(door)).unwrap_or(door).clone();
    let said: Vec<(Door, Choice)> = rows.iter().map(|row| (as_on_roll(&row.door), row.choice)).collect();
    let conflicts = match asked.conflicts {
        Some(OnConflict::Void) => Conflicts::Void,
        None => Conflicts::FirstStands,
    };
    let answer = count(&rule, &heads, &said, asked.present, conflicts).map_err(|error| refused(&error, &rows))?;
    let report = report::Report { rule: &rule, answer: &answer, by_id, conflicts };
    let text = if asked.json { format!("{}\n", report.json()) } else { report.lines(lang) };
    Ok(match answer.verdict.outcome {
        deliberation::verdict::Outcome::Passed => Answer::done(text),
        _ => Answer::negative(text, ""),
    })
}

/// A shipped rule by its id, or one of a file.
fn rule(lang: Lang, asked: &str) -> Result<Rule, Answer> {
    if let Some(rule) = find(asked) {
        return Ok(rule.clone());
    }
    let path = Path::new(asked);
    if path.extension().is_none_or(|extension| extension != "toml") {
        let known: Vec<&str> = shipped().iter().map(|rule| rule.id.as_str()).collect();
        let args = [("rule", asked), ("known", &*known.join(&t(lang, "headless-comma")))];
        return Err(Answer::bad(tf(lang, "headless-count-no-rule", &args)));
    }
    let file = name(path);
    let bytes = read(lang, path)?;
    let text =
        String::from_utf8(bytes).map_err(|_| Answer::bad(tf(lang, "headless-count-not-text", &[("path", &file)])))?;
    Rule::from_toml(text.trim_start_matches('\u{feff}')).map_err(|problem| {
        let args = [("path", file.as_str()), ("what", &*rule_problem(lang, &problem))];
        Answer::bad(tf(lang, "headless-count-bad-rule", &args))
    })
}

/// The units of a roll, and whether any owner has a number: the same number is the same head, and nothing else is.
fn units(preview: &RollPreview) -> (Vec<Unit>, bool) {
    let numbered = preview.proposals.iter().enumerate();
    let same_owner = numbered.filter(|(_, same)| matches!(same.basis, Basis::OwnerId(_))).map(|(at, _)| at).collect();
    let rows = preview.accept(&Choices { same_owner, ..Choices::empty_areas_not_known(preview) });
    let by_id = rows.iter().any(|row| row.owners.iter().any(|owner| !owner.owner_id.is_empty()));
    let unit = |row: papers::roll_in::RollRow| Unit {
        door: row.door,
        area: row.area,
        owner: row.owners.first().map(|owner| owner.party),
    };
    (rows.into_iter().map(unit).collect(), by_id)
}

fn ballots(lang: Lang, path: &Path) -> Result<Vec<BallotRow>, Answer> {
    let bytes = read(lang, path)?;
    let file = name(path);
    read_ballots(&file, &bytes).map_err(|error| {
        let args = [("path", file.as_str()), ("what", &*ballots_text(lang, &error))];
        Answer::bad(tf(lang, "headless-count-ballots", &args))
    })
}

/// Why the tables do not go together, in a sentence.
fn cannot(lang: Lang, error: &CannotCount, rows: &[BallotRow]) -> String {
    match error {
        CannotCount::DoorTwice { door } => tf(lang, "headless-count-door-twice", &[("door", door.as_str())]),
        CannotCount::Stranger { place, door } => {
            let row = rows.get(*place).map(|ballot| ballot.row).unwrap_or_default();
            tf(lang, "headless-count-stranger", &[("row", &row.to_string()), ("door", door.as_str())])
        }
        CannotCount::FewerPresent { present, voted } => {
            let args = [("present", &*present.to_string()), ("voted", &voted.to_string())];
            tf(lang, "headless-count-fewer-present", &args)
        }
        CannotCount::MorePresent { present, heads } => {
            let args = [("present", &*present.to_string()), ("heads", &heads.to_string())];
            tf(lang, "headless-count-more-present", &args)
        }
    }
}
