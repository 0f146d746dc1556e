//! Counting a vote and splitting a bill, through the functions that the verdict, the desk and the procedures call.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has no figure")]

mod common;

use std::sync::Arc;

use amounts::{CentiSqm, Rounding, split};
use common::EVENING;
use deliberation::ballot::{Ballot, BallotOrigin, Choice, Method};
use deliberation::electorate::{Elector, Electorate};
use deliberation::ids::PersonId;
use deliberation::vote::Vote;
use deliberation::{Door, rule};
use divan::Bencher;

fn main() {
    divan::main();
}

fn electorate(heads: u32) -> Electorate {
    let elector = |head: u32| Elector {
        person: PersonId(head),
        area: Some(CentiSqm(5_000 + i64::from(head) * 37 % 8_000)),
        present: true,
        proxy: None,
    };
    Electorate::new((1..=heads).map(elector).collect(), Vec::new())
}

fn vote(heads: u32) -> Vote {
    let rule = rule::find("deliberation").unwrap().clone();
    Vote::new(rule, Method::default(), electorate(heads), Arc::default(), EVENING)
}

fn ballots(heads: u32) -> Vec<Ballot> {
    let choice = |head: u32| [Choice::Yes, Choice::Yes, Choice::No, Choice::Abstain][head as usize % 4];
    let ballot = |head: u32| Ballot {
        voter: PersonId(head),
        door: Door::new(format!("1-{head}")),
        choice: choice(head),
        slate: Vec::new(),
        origin: BallotOrigin::RollCall,
        at: EVENING,
    };
    (1..=heads).map(ballot).collect()
}

#[divan::bench(args = [35, 2_000, 20_000])]
fn tally_ballots(bencher: Bencher<'_, '_>, heads: u32) {
    let (vote, ballots) = (vote(heads), ballots(heads));
    bencher.counter(heads).with_inputs(|| (vote.clone(), ballots.clone())).bench_values(|(mut vote, ballots)| {
        for ballot in ballots {
            vote.add(ballot);
        }
        vote
    });
}

#[divan::bench(args = [35, 20_000])]
fn verdict_of_a_counted_vote(bencher: Bencher<'_, '_>, heads: u32) {
    let mut vote = vote(heads);
    for ballot in ballots(heads) {
        vote.add(ballot);
    }
    bencher.bench(|| vote.verdict());
}

#[divan::bench(args = [36, 1_000, 20_000, 1_000_000])]
fn split_by_area(bencher: Bencher<'_, '_>, households: u64) {
    let weights: Vec<u64> = (0..households).map(|row| 5_000 + row * 37 % 8_000).collect();
    bencher.counter(households).bench(|| split(16_500_003, &weights, Rounding::Fen).unwrap());
}
