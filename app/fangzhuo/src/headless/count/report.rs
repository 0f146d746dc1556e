//! What a count comes to: as JSON for scripts, as lines for people.

use std::fmt::Write as _;

use deliberation::ballot::Choice;
use deliberation::count::{Answer, Conflicts};
use deliberation::rule::{Measure, Rule};
use deliberation::tally::Count;
use deliberation::verdict::{Missing, Outcome};
use serde_json::{Value, json};
use words::figure::verdict_word;
use words::rule_words::{binding_long, pick, reason, rule_text, shortfall_line, surplus_text};
use words::speaking::choice_word;
use words::{Lang, Quantity, Style, t, tf};

use super::title;

/// Doors named before the rest is counted.
const DOORS: usize = 10;

/// A count with all that its report says.
pub(super) struct Report<'a> {
    pub(super) rule: &'a Rule,
    pub(super) answer: &'a Answer,
    /// Heads are told apart by the numbers of owners.
    pub(super) by_id: bool,
    pub(super) conflicts: Conflicts,
}

impl Report<'_> {
    /// One object; areas in 0.01 m², null for a measure the rule does not use or cannot know.
    pub(super) fn json(&self) -> Value {
        let (rule, answer) = (self.rule, self.answer);
        let sum = |count: Count| json!({ "heads": count.heads, "area": self.area(count) });
        let side = |choice: Choice| sum(answer.tally.side(choice));
        let met = |turnout: bool| {
            let of = |measure| answer.met(rule, turnout, measure);
            json!({ "heads": of(Measure::Heads), "area": of(Measure::Area) })
        };
        let shortfall = |measure| answer.verdict.shortfall(measure);
        let conflict = |conflict: &deliberation::count::Conflict| {
            let choices: Vec<&str> = conflict.choices.iter().map(|choice| choice.key()).collect();
            json!({ "door": conflict.door, "choices": choices })
        };
        json!({
            "verdict": answer.verdict.outcome.key(),
            "missing": answer.missing_keys(),
            "rule": rule.id,
            "heads-by": if self.by_id { "owner-id" } else { "row" },
            "electorate": sum(answer.electorate),
            "participating": sum(answer.participating),
            "yes": side(Choice::Yes),
            "no": side(Choice::No),
            "abstain": side(Choice::Abstain),
            "void": side(Choice::Void),
            "turnout": met(true),
            "approval": met(false),
            "shortfall": { "heads": shortfall(Measure::Heads), "area": shortfall(Measure::Area) },
            "conflicts": answer.conflicts.iter().map(conflict).collect::<Vec<_>>(),
        })
    }

    fn area(&self, count: Count) -> Option<i64> {
        count.of(Measure::Area).filter(|_| self.rule.measures(Measure::Area))
    }

    /// A label and its value a line, a tab between.
    pub(super) fn lines(&self, lang: Lang) -> String {
        let (rule, answer) = (self.rule, self.answer);
        let mut text = String::new();
        // Writing to a text does not fail.
        let mut line = |label: String, value: String| _ = writeln!(text, "{label}\t{value}");
        let named = [("title", &*title(lang, rule)), ("id", &*rule.id)];
        line(t(lang, "headless-count-rule"), tf(lang, "headless-count-named", &named));
        line(t(lang, "headless-count-passes"), pick(lang, &rule_text(rule)).to_owned());
        line(t(lang, "headless-count-level"), binding_long(lang, rule));
        let roll = if self.by_id { "headless-count-electorate" } else { "headless-count-electorate-rows" };
        line(t(lang, roll), self.sum(lang, answer.electorate));
        line(t(lang, "headless-count-participating"), self.sum(lang, answer.participating));
        for choice in [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void] {
            line(choice_word(lang, choice), self.sum(lang, answer.tally.side(choice)));
        }
        for conflict in &answer.conflicts {
            let said: Vec<String> = conflict.choices.iter().map(|choice| choice_word(lang, *choice)).collect();
            let args = [("door", conflict.door.as_str()), ("choices", &*said.join(&t(lang, "headless-comma")))];
            let value = match self.conflicts {
                Conflicts::FirstStands => tf(lang, "headless-count-conflict-first", &args),
                Conflicts::Void => tf(lang, "headless-count-conflict-void", &args),
            };
            line(t(lang, "headless-count-conflict"), value);
        }
        line(t(lang, "headless-count-verdict"), self.verdict(lang));
        text
    }

    /// "12 人，2,330.00 ㎡"; the area only where the rule measures it.
    fn sum(&self, lang: Lang, count: Count) -> String {
        let heads = Quantity::Heads(i64::from(count.heads)).text(lang);
        if !self.rule.measures(Measure::Area) {
            return heads;
        }
        [heads, Quantity::Area(count.known_area()).text(lang)].join(&t(lang, "headless-comma"))
    }

    /// The outcome with its reason, and what is missing or beyond.
    fn verdict(&self, lang: Lang) -> String {
        let verdict = &self.answer.verdict;
        let abstained = self.answer.tally.abstain.heads > 0;
        let more = match verdict.outcome {
            Outcome::Passed => surplus_text(lang, verdict),
            Outcome::Failed => shortfall_line(lang, verdict),
            Outcome::Undecidable => None,
        };
        let mut pieces = vec![verdict_word(lang, verdict.outcome)];
        if verdict.outcome == Outcome::Undecidable {
            pieces.extend(verdict.missing.iter().map(|missing| self.missing(lang, *missing)));
        } else {
            pieces.push(reason(lang, Style::Screen, verdict, abstained));
        }
        pieces.extend(more);
        pieces.join("\t")
    }

    fn missing(&self, lang: Lang, missing: Missing) -> String {
        let doors = &self.answer.doors_without_area;
        match missing {
            Missing::Area => {
                let first: Vec<&str> = doors.iter().take(DOORS).map(deliberation::Door::as_str).collect();
                let named = first.join(&t(lang, "headless-comma"));
                let count = Quantity::households(doors.len()).text(lang);
                let listed = match doors.len() {
                    0..=DOORS => named,
                    _ => tf(lang, "headless-count-some-doors", &[("doors", &named), ("count", &count)]),
                };
                format!("{} {listed}", t(lang, "headless-count-missing-area"))
            }
            Missing::Participation | Missing::Present if self.answer.hall_counted => {
                t(lang, "headless-count-missing-who")
            }
            Missing::Participation | Missing::Present => t(lang, "headless-count-missing-present"),
        }
    }
}
