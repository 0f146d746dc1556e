//! Any sequence of commands: what `decide` lets through folds, folds again to the same, and undoes to the barrier.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

pub(crate) mod deeds;
pub(crate) mod table;

use deeds::{HOUSEHOLDS, blob, command, door, who, words};
use deliberation::agenda::ItemKind;
use deliberation::ballot::{Choice, Method};
use deliberation::command::ImportRow;
use deliberation::ids::{ItemNo, MeetingNo, MotionNo, PersonId, SheetNo, VoteNo};
use deliberation::material::Offer;
use deliberation::speakers::Side;
use deliberation::text::{BlobHash, Sealable, Words};
use deliberation::{At, Command, Recorded, fold_all};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use table::Table;

fn presses() -> impl Strategy<Value = Vec<(u8, u32, u32)>> {
    prop::collection::vec((0u8..66, 0u32..40, 0u32..40), 0..160)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: Some(Box::new(FileFailurePersistence::Off)), ..ProptestConfig::default() })]

    #[test]
    fn what_is_decided_folds_and_folds_again_to_the_same(presses in presses()) {
        let mut table = Table::open();
        for press in presses {
            table.try_do(&command(press));
        }
        prop_assert_eq!(&fold_all(&table.journal), &table.state);
        // What is stored says the same as what was folded.
        let read: Vec<Recorded> =
            table.journal.iter().map(|event| Recorded::decode(event.seq, &event.encode()).unwrap()).collect();
        prop_assert_eq!(&read, &table.journal);
        // No ballot beyond the heads in the hall, no fen lost in a collection, no person number twice.
        for vote in &table.state.facts.votes {
            prop_assert!(vote.tally.answered().heads <= vote.allowed());
            prop_assert_eq!(vote.tally.answered().heads as usize, vote.ballots.len());
        }
        for poll in &table.state.facts.polls {
            let counts = poll.counts.clone().unwrap_or_default();
            prop_assert!(poll.counts.is_none() || poll.check(&counts).is_ok());
        }
        // An offered duty is taken once, and nobody is asked about what is ruled out.
        let mut offers: Vec<Offer> =
            table.state.facts.matters.iter().filter_map(|matter| matter.from?.offer).collect();
        let taken = offers.len();
        offers.sort_unstable();
        offers.dedup();
        prop_assert_eq!(offers.len(), taken);
        let of_procedure = table.state.facts.polls.iter().filter(|poll| poll.procedure.is_some());
        prop_assert!(of_procedure.flat_map(|poll| &poll.options).all(|option| option != "棚子"));
        // Nobody waits twice, and whoever is called neither waits nor speaks.
        for meeting in &table.state.facts.meetings {
            let speakers = &meeting.speakers;
            let mut waiting: Vec<_> = speakers.hands.iter().map(|hand| hand.person).collect();
            waiting.extend(speakers.called.map(|called| called.person));
            let all = waiting.len();
            waiting.sort_unstable();
            waiting.dedup();
            prop_assert_eq!(waiting.len(), all);
            prop_assert!(speakers.called.is_none() || speakers.speaking().is_none());
            prop_assert_eq!(speakers.order(meeting.current()).len(), speakers.hands.len());
        }
        prop_assert!(table.state.facts.open_vote().is_none() || table.state.facts.open_poll().is_none());
        for collection in &table.state.facts.collections {
            let sums = collection.sums();
            let open = sums.agreed_open.0.0 + sums.not_reached.0.0 + sums.declined.0.0;
            prop_assert_eq!(sums.paid.0 + open, sums.due.0);
            prop_assert_eq!(sums.gap().0, open);
        }
    }

    #[test]
    fn undoing_everything_gives_the_barrier_and_redoing_it_all_again(presses in presses()) {
        let mut table = Table::open();
        for press in presses {
            table.try_do(&command(press));
        }
        let before = table.state.facts.clone();
        let barrier = table.state.history.barrier().clone();
        let mut undone = 0;
        while table.try_do(&Command::Undo) {
            undone += 1;
        }
        prop_assert_eq!(&table.state.facts, &barrier);
        for _ in 0..undone {
            prop_assert!(table.try_do(&Command::Redo));
        }
        prop_assert_eq!(&table.state.facts, &before);
        prop_assert_eq!(&fold_all(&table.journal), &table.state);
    }

    /// Folding is total: events in any order, of any file, change what they fit and never panic.
    #[test]
    fn any_order_of_events_folds(presses in presses(), order in any::<u64>()) {
        let mut table = Table::open();
        for press in presses {
            table.try_do(&command(press));
        }
        let mut events = table.journal.clone();
        let count = events.len();
        for index in 0..count {
            let other = usize::try_from(order.wrapping_mul(index as u64 + 7) % count as u64).unwrap();
            events.swap(index, other);
        }
        let _ = fold_all(&events);
    }
}

#[test]
fn a_deed_of_long_ago_is_undone_across_the_marks() {
    let mut table = Table::open();
    let mut facts = vec![table.state.facts.clone()];
    for n in 0..300 {
        assert!(table.try_do(&Command::AddNote { meeting: None, item: None, words: words(n / 7 * 7) }));
        facts.push(table.state.facts.clone());
    }
    for n in (0..300).rev() {
        assert!(table.try_do(&Command::Undo));
        assert_eq!(table.state.facts, facts[n]);
    }
    // Another deed empties the redo list.
    assert!(table.try_do(&Command::Redo));
    assert!(table.try_do(&Command::AddNote { meeting: None, item: None, words: words(1) }));
    assert!(!table.try_do(&Command::Redo));
}

#[test]
fn a_number_is_never_given_twice_even_after_an_undone_import() {
    let mut table = Table::default();
    assert!(table.try_do(&Command::CreateFile { title: "甲".into(), zone: "Asia/Shanghai".into(), lang: "en".into() }));
    let add = |n| Command::AddPerson {
        card: Sealable::Sealed(blob(n)),
        capacity: deliberation::people::Capacity::Owner,
        party: String::new(),
    };
    assert!(table.try_do(&add(1)));
    assert!(table.try_do(&Command::Undo));
    assert!(table.try_do(&add(2)));
    assert_eq!(table.state.facts.people.keys().copied().collect::<Vec<_>>(), [PersonId(2)]);
    // The undone card is still personal data that an erasure has to reach.
    assert_eq!(table.state.personal[&PersonId(1)], [blob(1).blob]);
}

#[test]
fn two_questions_leave_both_turns_for_the_motion() {
    let mut table = Table::open();
    let hand = |side| Command::RaiseHand { who: who(0), side };
    let turn = Command::start_turn;
    table.has([hand(Side::Question), turn(), Command::EndTurn, hand(Side::Question), turn(), Command::EndTurn]);
    table.has([hand(Side::Yes), turn(), Command::EndTurn, hand(Side::Yes), turn(), Command::EndTurn]);
    assert!(!table.try_do(&hand(Side::Yes)));
}

#[test]
fn a_vote_takes_the_floor_and_one_sheet_is_collected_once() {
    let mut table = Table::open();
    table.has([command((30, 0, 0)), command((31, 0, 0))]);
    let motion =
        || Command::MoveMotion { text: "分摊".into(), mover: who(0), seconder: None, sheet: Some(SheetNo(1)) };
    let open = |n| Command::open_vote(MotionNo(n), "deliberation", Method::RollCall);
    let yes = |n| Command::ballot(VoteNo(n), door(0), Choice::Yes);
    table.has([motion(), motion(), Command::StartTurn { who: Some(who(0)), side: None, since: None }, open(1)]);
    assert!(table.state.facts.meetings[0].speakers.speaking().is_none());
    table.has([
        yes(1),
        Command::CloseVote { vote: VoteNo(1) },
        open(2),
        yes(2),
        Command::CloseVote { vote: VoteNo(2) },
    ]);
    assert_eq!(table.state.facts.collections.len(), 1);
}

#[test]
fn a_renamed_item_is_a_new_item_and_a_further_notice_names_it() {
    let mut table = Table::open();
    let change = |title: &str| Command::ChangeItem {
        item: ItemNo(1),
        title: title.into(),
        kind: ItemKind::Proposal,
        minutes: 10,
    };
    table.has([change("装电梯，每户三万")]);
    let meeting = &table.state.facts.meetings[0];
    assert!(meeting.only_discussed(&meeting.items[0]));
    assert!(!meeting.only_discussed(&meeting.items[1]));
}

#[test]
fn what_is_final_stays_as_it_was() {
    let mut table = Table::open();
    table.has([
        command((30, 0, 0)),
        Command::MoveMotion { text: "按户".into(), mover: who(0), seconder: None, sheet: None },
        Command::CloseMeeting,
        Command::FinaliseMinutes { meeting: MeetingNo(1) },
    ]);
    for late in [
        Command::AmendMotion { motion: MotionNo(1), text: "按面积".into() },
        Command::SignOut { who: who(0) },
        command((31, 0, 0)),
        Command::AddNote { meeting: Some(MeetingNo(1)), item: None, words: words(0) },
    ] {
        assert!(!table.try_do(&late), "{late:?}");
    }
}

#[test]
fn one_owner_of_two_doors_stays_in_the_hall_and_is_erased_whole() {
    let mut table = Table::open();
    let (keep, other) = (PersonId(3), PersonId(1));
    table.has([Command::ConfirmSameOwner { doors: vec![door(2), door(0)] }]);
    let meeting = &table.state.facts.meetings[0];
    assert!(meeting.attendance.is_present(keep) && !meeting.attendance.is_present(other));
    let edited = Command::AddNote { meeting: None, item: None, words: words(0) };
    table.has([edited]);
    let sentence = table.state.seq;
    let bare = Words { words: Sealable::Sealed(blob(77)), about: Vec::new() };
    table.has([
        Command::EditSentence { meeting: MeetingNo(1), sentence, words: bare },
        Command::CloseMeeting,
        Command::ErasePerson { person: who(2), also: vec![blob(101).blob] },
    ]);
    let gone: Vec<BlobHash> = table
        .journal
        .iter()
        .filter_map(|recorded| match &recorded.event {
            deliberation::Event::PersonErased { blobs, .. } => Some(blobs.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    // Both cards, the note and what the recorder made of it; not the card of somebody else.
    for seed in [100, 102, 1_000, 77] {
        assert!(gone.contains(&blob(seed).blob), "{seed}");
    }
    assert!(!gone.contains(&blob(101).blob));
}

#[test]
fn a_later_roll_does_not_change_who_came_to_an_earlier_meeting() {
    let mut table = Table::open();
    table.has([Command::CloseMeeting]);
    let roll = table.state.facts.roll.clone();
    let row = ImportRow { unit: roll.units()[0].clone(), owners: vec![Sealable::Sealed(blob(500))], residents: None };
    table.has([Command::ImportRoll { rows: vec![row], columns: Vec::new() }]);
    let meeting = &table.state.facts.meetings[0];
    assert_eq!(meeting.roll_or(&table.state.facts.roll).heads().len(), HOUSEHOLDS as usize);
    assert_eq!(table.state.facts.roll.heads().len(), 1);
}

#[test]
fn the_next_meeting_is_the_one_people_work_on_whichever_was_planned_first() {
    let mut table = Table::open();
    table.has([Command::CloseMeeting]);
    for start in [9_000, 5_000] {
        let mut plan = table.state.facts.meetings[0].plan.clone();
        plan.start = At(start);
        table.has([Command::PlanMeeting { plan }]);
    }
    assert_eq!(table.state.facts.working_meeting().unwrap().0, MeetingNo(3));
}

#[test]
fn next_after_the_last_speaker_ends_the_turn_and_then_says_that_nobody_waits() {
    let mut table = Table::open();
    table.has([Command::StartItem { item: ItemNo(1) }]);
    table.has([Command::StartTurn { who: Some(who(0)), side: None, since: None }]);
    let next = Command::start_turn();
    table.has([next.clone()]);
    let speakers = |table: &Table| table.state.facts.meetings[0].speakers.clone();
    assert!(speakers(&table).speaking().is_none() && speakers(&table).turns.len() == 1);
    assert!(!table.try_do(&next));
}
