//! Whatever is pressed in whatever order: the count is the count of the ballots, and never beyond the heads.

use deliberation::ballot::{Choice, Method};
use deliberation::ids::{MotionNo, PersonId, VoteNo};
use deliberation::tally::{Count, SideCounts, Tally};
use deliberation::{Command, Who};
use proptest::prelude::*;

use super::hall::{CHAIR, COUNTER, Hall, door, read, reason, who};

const CHOICES: [Choice; 4] = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void];

fn press((kind, a, b): (u8, u32, u32)) -> Command {
    let vote = VoteNo(b % 3 + 1);
    let n = a % 11 + 1;
    let choice = CHOICES[b as usize % 4];
    match kind % 17 {
        0 => {
            let rule = if b.is_multiple_of(2) { "deliberation" } else { "own-rule" };
            Command::open_vote(MotionNo(a % 4), rule, Method::ALL[a as usize % 6])
        }
        1 | 2 => Command::ballot(vote, door(n), choice),
        3 => Command::MarkHands { vote, doors: vec![door(n), door(n % 10 + 1)], choice },
        4 => Command::CountSides { vote, counts: SideCounts { yes: a % 7, no: b % 4, abstain: 0, void: 0 } },
        5..=7 => {
            Command::ReadPapers { vote, batch: a % 3, ballots: vec![read(n, choice), read(n % 10 + 1, Choice::No)] }
        }
        8 => Command::CastProxies { vote, agent: who(n), ballots: vec![read(a % 10 + 1, choice)] },
        9 => Command::CloseVote { vote },
        10 => Command::ReopenVote { vote, reason: reason() },
        11 => {
            Command::GiveProxy { principal: door(a % 10 + 1), agent: who(b % 10 + 1), paper: String::new(), scan: None }
        }
        12 => Command::ConfirmSameOwner { doors: vec![door(a % 10 + 1), door(b % 10 + 1)] },
        13 => Command::HoldUndelivered { doors: vec![door(a % 10 + 1)], developer: Who::Person(CHAIR) },
        14 => Command::MoveMotion { text: "再议".into(), mover: who(1), seconder: None, sheet: None },
        15 => Command::PutBallotRight { vote, door: door(n), choice: (b % 5 < 4).then_some(choice), slate: Vec::new() },
        _ => Command::Undo,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_voting_deeds_holds_together(
        presses in prop::collection::vec((any::<u8>(), any::<u32>(), any::<u32>(), any::<bool>()), 1..80)
    ) {
        let mut hall = Hall::open();
        for (kind, a, b, second) in presses {
            hall.by = if second { COUNTER } else { CHAIR };
            let _refused = hall.tries(&press((kind, a, b)));
        }
        hall.by = PersonId::NOBODY;
        hall.holds_together();
        for vote in &hall.state.facts.votes {
            prop_assert!(vote.answered_heads() <= vote.allowed());
            if !vote.method.by_totals() {
                let mut recount = Tally::default();
                for (voter, ballot) in &vote.ballots {
                    recount.add(ballot.choice, vote.electorate.heads[voter].area);
                }
                prop_assert_eq!(recount, vote.tally);
                prop_assert_eq!(vote.answered.len(), vote.ballots.len());
                let mut left = Count::default();
                for elector in vote.electorate.heads.values() {
                    if (vote.reaches_absent() || elector.has_voice()) && !vote.ballots.contains_key(&elector.person) {
                        left.add(elector.area);
                    }
                }
                prop_assert_eq!(left, vote.left());
            }
            // What cannot change any more did not change when the rest was counted.
            if let (Some(settled), Some(_)) = (vote.settled(), vote.closed) {
                prop_assert_eq!(settled, vote.verdict().outcome);
            }
        }
    }
}
