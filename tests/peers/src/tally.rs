//! Our side of `tests/proof tally-peers`: takes its turn when told to on stdin, one answer a line.
//!
//! `tally CHOICES AREAS` reads two columns (one byte and eight bytes a ballot, little endian) and then obeys:
//! `tally` counts both measures and judges them: nanoseconds, verdict, heads and area by side ·
//! `one` adds one more ballot to the count and judges: nanoseconds of each, sides changed, thresholds looked at ·
//! `vote N` the same in a vote of N heads with its ballots by person: nanoseconds, sides changed.
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on has no figure")]

use std::hint::black_box;
use std::io::BufRead as _;
use std::sync::Arc;
use std::time::Instant;

use amounts::{CentiSqm, Ratio};
use deliberation::ballot::{Ballot, BallotOrigin, Choice, Method};
use deliberation::electorate::{Elector, Electorate};
use deliberation::ids::PersonId;
use deliberation::rule::{Approval, Base, Compare, Counted, Electors, Measure, Rule, Turnout, find};
use deliberation::tally::{Count, Tally};
use deliberation::verdict::{Bases, judge};
use deliberation::vote::Vote;
use deliberation::{At, Door};

const CHOICES: [Choice; 4] = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];
const MEASURES: [Measure; 2] = [Measure::Heads, Measure::Area];
/// Added one after another; the clock is read once for all of them.
const MORE: u32 = 10_000;

/// Two thirds of both measures take part, more than half of those participating say yes.
fn ordinary() -> Rule {
    let (third, half) = (Ratio::new(2, 3).unwrap(), Ratio::new(1, 2).unwrap());
    let approval = |measure| Approval {
        of: Counted::Yes,
        compare: Compare::MoreThan,
        ratio: half,
        base: Base::Participating,
        measure,
    };
    Rule {
        electorate: Electors::Owners,
        turnout: MEASURES.map(|measure| Turnout::of_all(measure, third)).to_vec(),
        approval: MEASURES.map(approval).to_vec(),
        ..find("deliberation").unwrap().clone()
    }
}

fn main() {
    let columns: Vec<String> = std::env::args().skip(1).collect();
    let choices: Vec<Choice> =
        std::fs::read(&columns[0]).unwrap().into_iter().map(|byte| CHOICES[usize::from(byte)]).collect();
    let areas = std::fs::read(&columns[1]).unwrap();
    let areas: Vec<i64> = areas.chunks_exact(8).map(|bytes| i64::from_le_bytes(bytes.try_into().unwrap())).collect();
    let rule = ordinary();
    let all = Count {
        heads: u32::try_from(areas.len() * 5 / 4).unwrap(),
        area: CentiSqm(areas.iter().sum::<i64>() * 5 / 4),
        area_unknown: 0,
    };
    let bases = Bases { all, present: None };
    for line in std::io::stdin().lock().lines() {
        match line.unwrap().split_whitespace().collect::<Vec<_>>()[..] {
            ["tally"] => tally(&rule, bases, &choices, &areas),
            ["one"] => one(&rule, bases, Tally::of_columns(&choices, &areas)),
            ["vote", heads] => vote(&rule, heads.parse().unwrap()),
            _ => return,
        }
    }
}

fn tally(rule: &Rule, bases: Bases, choices: &[Choice], areas: &[i64]) {
    let began = Instant::now();
    let tally = Tally::of_columns(black_box(choices), black_box(areas));
    let verdict = black_box(judge(rule, bases, &tally));
    let took = began.elapsed().as_nanos();
    let sides: Vec<String> = CHOICES
        .map(|choice| tally.side(choice))
        .iter()
        .flat_map(|count| [count.heads.to_string(), count.area.0.to_string()])
        .collect();
    println!("{took} {} {}", verdict.outcome.key(), sides.join(" "));
}

fn changed(before: &Tally, after: &Tally) -> usize {
    CHOICES.iter().filter(|choice| before.side(**choice) != after.side(**choice)).count()
}

fn one(rule: &Rule, bases: Bases, counted: Tally) {
    let mut tally = counted;
    let mut most = 0;
    for at in 0..MORE {
        let before = tally;
        tally.add(CHOICES[at as usize % 4], Some(CentiSqm(9_000)));
        most = most.max(changed(&before, &tally));
    }
    let mut tally = counted;
    let began = Instant::now();
    for at in 0..MORE {
        tally.add(CHOICES[at as usize % 4], black_box(Some(CentiSqm(9_000))));
        black_box(judge(rule, bases, &tally));
    }
    let took = began.elapsed().as_nanos() / u128::from(MORE);
    println!("{took} {most} {}", judge(rule, bases, &tally).checks.len());
}

fn vote(rule: &Rule, heads: u32) {
    let elector =
        |head| Elector { person: PersonId(head), area: Some(CentiSqm(9_000)), present: true, proxy: None };
    let electorate = Electorate::new((0..heads + MORE).map(elector).collect(), Vec::new());
    let mut vote = Vote::new(rule.clone(), Method::Paper, electorate, Arc::default(), At(0));
    let ballot = |head: u32| Ballot {
        voter: PersonId(head),
        door: Door::new(String::new()),
        choice: CHOICES[head as usize % 4],
        slate: Vec::new(),
        origin: BallotOrigin::Paper { batch: 1 },
        at: At(0),
    };
    (0..heads).for_each(|head| vote.add(ballot(head)));
    let before = vote.tally;
    vote.add(ballot(heads));
    let sides = changed(&before, &vote.tally);
    let more: Vec<Ballot> = (heads + 1..heads + MORE).map(ballot).collect();
    let count = more.len() as u128;
    let began = Instant::now();
    for ballot in more {
        vote.add(ballot);
        black_box(vote.verdict());
    }
    println!("{} {sides}", began.elapsed().as_nanos() / count);
}
