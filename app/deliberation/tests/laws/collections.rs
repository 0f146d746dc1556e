//! Collecting an adopted sheet: payments and refunds, advances, a surplus, parts borne elsewhere.

mod columns;
mod table;

use amounts::Fen;
use deliberation::collection::Answer;
use deliberation::ids::{AdvanceNo, EventSeq, VoteNo};
use deliberation::{Command, Event, Refusal, fold};

use table::*;

#[test]
fn a_sheet_opens_as_a_collection_whose_bill_is_due_and_funding_less_what_rounding_leaves() {
    let table = Table::collecting();
    let sums = table.collection().sums();
    assert_eq!((sums.due, sums.funding, sums.bill), (Fen(40_200), Fen(FUNDING), Fen(BILL)));
    assert_eq!((sums.gap(), sums.surplus(), sums.over()), (Fen(40_000), Fen(0), Fen(SURPLUS)));
    assert_eq!(sums.not_reached, (Fen(40_200), 5), "who receives money is asked for none");
    assert!(table.collection().is_open() && !table.collection().has_begun());
}

#[test]
fn a_share_is_paid_in_parts_and_a_refund_never_exceeds_what_was_paid() {
    let mut table = Table::collecting();
    table.does(&pay(0, 4_000, "001"));
    table.does(&pay(0, 5_000, "002"));
    assert_eq!(table.collection().account(&door(0)).unwrap().owing(), Fen(1_000), "whoever pays has agreed");
    let over = table.refused(&pay(0, 1_001, "003"));
    assert_eq!(over, Refusal::MoreThanOpen { door: door(0), open: Fen(1_000) });
    table.does(&refund(0, 2_500, ""));
    assert_eq!(table.collection().account(&door(0)).unwrap().paid(), Fen(6_500));
    let over = table.refused(&refund(0, 6_501, ""));
    assert_eq!(over, Refusal::MoreThanPaid { door: door(0), paid: Fen(6_500) });
    // Whoever has money in agreed to it; with everything back they may still decline.
    assert_eq!(table.refused(&answer(0, Answer::Declined)), Refusal::HasPaid { door: door(0) });
    table.does(&refund(0, 6_500, "退-1"));
    table.does(&answer(0, Answer::Declined));
    let account = table.collection().account(&door(0)).unwrap();
    assert_eq!((account.owing(), account.open()), (Fen(0), Fen(10_000)));
    assert_eq!(table.gap(), 40_000);
}

#[test]
fn a_receipt_number_is_used_once_in_a_collection_and_the_door_that_has_it_is_told() {
    let mut table = Table::collecting();
    table.does(&pay(0, 100, " 007 "));
    let used = Refusal::ReceiptUsed { receipt: "007".into(), door: door(0) };
    for twice in [pay(1, 100, "007"), pay(0, 100, "007 "), refund(0, 50, "007")] {
        assert_eq!(table.refused(&twice), used);
    }
    // No number at all is nobody's.
    table.does(&pay(1, 100, ""));
    table.does(&pay(2, 100, ""));
    assert_eq!(table.collection().next_receipt(), "", "the last payment bore no number");
    table.does(&Command::Undo);
    table.does(&Command::Undo);
    assert_eq!(table.collection().next_receipt(), "008");
    table.does(&refund(0, 50, "008"));
    assert_eq!(table.collection().next_receipt(), "009", "a number a refund has is passed by");
}

#[test]
fn an_advance_leaves_the_gap_alone_and_is_repaid_in_parts_from_what_comes_in() {
    let mut table = Table::collecting();
    table.does(&pay(0, 10_000, "001"));
    assert_eq!(table.gap(), 30_000);
    table.does(&advance(1, 20_000, None));
    table.does(&advance(2, 5_000, Some(3)));
    assert_eq!(table.gap(), 30_000, "an advance is lent, not paid in");
    assert_eq!(table.refused(&advance(1, 5_001, None)), Refusal::MoreThanGap { left: Fen(5_000) });
    assert_eq!(table.refused(&advance(1, 101, Some(3))), Refusal::MoreThanGap { left: Fen(100) });
    assert_eq!(table.refused(&repay(1, 1)), Refusal::MoreThanCameIn { left: Fen(0) });
    // What a payment would pay back: the household's own part first, then the gap.
    assert_eq!(table.collection().repaid_by(&door(3), Fen(5_100)), Some((AdvanceNo(2), Fen(5_000))));
    assert_eq!(table.collection().repaid_by(&door(1), Fen(6_000)), Some((AdvanceNo(1), Fen(6_000))));
    table.does(&pay(1, 6_000, "002"));
    table.does(&repay(1, 4_000));
    assert_eq!(table.refused(&repay(2, 2_001)), Refusal::MoreThanCameIn { left: Fen(2_000) });
    table.does(&repay(2, 2_000));
    assert_eq!(table.refused(&repay(3, 1)), Refusal::UnknownAdvance);
    assert_eq!(table.gap(), 24_000);
    let sums = table.collection().sums();
    assert_eq!((sums.advanced, sums.repaid, sums.advances_open()), (Fen(25_000), Fen(6_000), Fen(19_000)));
    // All is in: the gap is zero, and the collection stays open until the last advance is back.
    for (n, amount, receipt) in [(1, 4_000, "003"), (2, 10_000, "004"), (3, 5_100, "005"), (4, 5_100, "006")] {
        table.does(&pay(n, amount, receipt));
    }
    assert_eq!((table.gap(), table.collection().is_open()), (0, true));
    assert_eq!(table.refused(&repay(2, 3_001)), Refusal::MoreThanAdvanced { left: Fen(3_000) });
    table.does(&repay(2, 3_000));
    table.does(&repay(1, 16_000));
    assert!(!table.collection().is_open());
}

#[test]
fn a_surplus_is_what_came_in_beyond_the_bill_and_is_used_no_more_than_once() {
    let mut table = Table::collecting();
    assert_eq!(table.refused(&spend(1)), Refusal::MoreThanSurplus { left: Fen(0) });
    for (n, amount) in [(0, 10_000), (1, 10_000), (2, 10_000), (3, 5_100), (4, 5_100)] {
        table.does(&pay(n, amount, ""));
    }
    assert_eq!(table.collection().sums().surplus(), Fen(SURPLUS), "from rounding up");
    // The supplier asks less than the sheet knew.
    table.does(&bill(BILL - 1_000));
    assert_eq!(table.refused(&bill(BILL - 1_000)), Refusal::NothingChanges);
    table.does(&spend(1_100));
    assert_eq!(table.refused(&spend(101)), Refusal::MoreThanSurplus { left: Fen(100) });
    table.does(&spend(100));
    table.does(&Command::Undo);
    assert_eq!(table.collection().uses[0].words.blob, blob(1_007).blob);
    // Money that was spent is missing once a household gets its own back.
    table.does(&refund(4, 500, ""));
    let sums = table.collection().sums();
    assert_eq!((sums.surplus(), sums.gap()), (Fen(0), Fen(400)));
    // And asks more: nobody owes what the sheet did not ask.
    table.does(&bill(BILL + 9_000));
    let sums = table.collection().sums();
    assert_eq!((sums.short(), sums.gap(), sums.agreed_open.0), (Fen(9_900), Fen(10_400), Fen(500)));
}

#[test]
fn a_part_goes_to_another_source_only_by_a_later_vote_that_passed() {
    let mut table = Table::collecting();
    table.does(&answer(0, Answer::Declined));
    for wrong in [ADOPTED, FAILED] {
        assert_eq!(table.refused(&write_off(0, None, wrong)), Refusal::NotDecidedLater);
    }
    assert_eq!(table.refused(&write_off(0, None, VoteNo(9))), Refusal::UnknownVote);
    let beyond = table.refused(&write_off(0, Some(10_001), LATER));
    assert_eq!(beyond, Refusal::MoreThanOpen { door: door(0), open: Fen(10_000) });
    assert!(table.collection().account(&door(0)).unwrap().answered.is_some());
    table.does(&write_off(0, Some(4_000), LATER));
    table.does(&write_off(0, None, LATER));
    let account = table.collection().account(&door(0)).unwrap();
    assert_eq!((account.open(), account.paid(), account.written_off()), (Fen(0), Fen(0), Fen(10_000)));
    assert_eq!((table.gap(), table.collection().sums().written_off), (30_000, (Fen(10_000), 1)));
    // The vote it rests on does not open again behind its back.
    let reason = words(3);
    assert_eq!(table.refused(&Command::ReopenVote { vote: LATER, reason }), Refusal::CollectionBegun);
}

#[test]
fn a_collection_whose_vote_is_opened_again_takes_nothing() {
    let mut table = Table::collecting();
    table.does(&Command::ReopenVote { vote: ADOPTED, reason: words(3) });
    for nothing in [answer(0, Answer::Agreed), pay(0, 1, ""), advance(1, 1, None), bill(1), write_off(0, None, LATER)] {
        assert_eq!(table.refused(&nothing), Refusal::UnknownCollection);
    }
    assert!(!table.collection().is_open());
}

#[test]
fn what_is_left_may_be_lent_to_the_fen() {
    let mut table = Table::collecting();
    table.does(&advance(1, 39_000, None));
    table.does(&advance(2, 1_000, None));
    assert_eq!(table.refused(&advance(2, 1, None)), Refusal::MoreThanGap { left: Fen(0) });
}

#[test]
fn a_collection_stays_open_as_long_as_anybody_who_agreed_has_not_paid() {
    let mut table = Table::collecting();
    table.does(&answer(0, Answer::Agreed));
    // The subsidy alone covers what the supplier asks in the end.
    table.does(&bill(FUNDING));
    assert_eq!((table.gap(), table.collection().sums().agreed_open), (0, (Fen(10_000), 1)));
    assert!(table.collection().is_open());
    table.does(&pay(0, 10_000, "001"));
    assert!(!table.collection().is_open());
}

/// What is paid back comes from what came in after the money was lent, whoever brought it, less what went out again.
#[test]
fn a_part_borne_elsewhere_pays_back_and_a_refund_takes_from_what_can_be_paid_back() {
    let mut table = Table::collecting();
    table.does(&pay(0, 10_000, "001"));
    table.does(&write_off(1, Some(3_000), LATER));
    table.does(&advance(1, 20_000, None));
    assert_eq!(table.refused(&repay(1, 1)), Refusal::MoreThanCameIn { left: Fen(0) }, "that was there before");
    table.does(&write_off(1, Some(4_000), LATER));
    assert_eq!(table.collection().to_repay(), Fen(4_000));
    table.does(&refund(0, 1_500, ""));
    assert_eq!(table.collection().to_repay(), Fen(2_500));
    table.does(&refund(0, 6_000, ""));
    assert_eq!(table.collection().to_repay(), Fen(0));
    // What comes in now fills the hole of the refunds first.
    assert_eq!(table.collection().repaid_by(&door(2), Fen(3_500)), None);
    assert_eq!(table.collection().repaid_by(&door(2), Fen(3_501)), Some((AdvanceNo(1), Fen(1))));
}

#[test]
fn an_advance_that_is_back_is_passed_by_for_the_next() {
    let mut table = Table::collecting();
    table.does(&advance(1, 2_000, Some(3)));
    table.does(&advance(2, 7_000, None));
    table.does(&pay(3, 2_000, "001"));
    table.does(&repay(1, 2_000));
    assert_eq!(table.collection().repaid_by(&door(3), Fen(3_100)), Some((AdvanceNo(2), Fen(3_100))));
}

/// What somebody else bears is a beginning too, though the household was never reached.
#[test]
fn a_part_borne_elsewhere_begins_a_collection() {
    let mut table = Table::collecting();
    table.does(&write_off(1, Some(3_000), LATER));
    assert_eq!(table.collection().account(&door(1)).unwrap().answered, None);
    assert!(table.collection().has_begun());
}

#[test]
fn a_receipt_number_goes_on_behind_whatever_stands_before_its_digits() {
    let mut table = Table::collecting();
    table.does(&pay(0, 100, "三单元-099"));
    assert_eq!(table.collection().next_receipt(), "三单元-100");
}

#[test]
fn money_lent_begins_a_collection() {
    let mut table = Table::collecting();
    table.does(&advance(1, 1_000, None));
    assert!(table.collection().has_begun());
}

/// A journal is folded whatever stands in it: what is collected already is not begun anew.
#[test]
fn a_collection_that_goes_on_is_not_opened_over_itself() {
    let mut table = Table::collecting();
    table.does(&pay(0, 10_000, "001"));
    let (before, opened) = (table.collection().clone(), table.journal.iter().rev());
    let mut again = opened.clone().find(|event| matches!(event.event, Event::CollectionOpened { .. })).unwrap().clone();
    again.seq = EventSeq(table.state.seq.0 + 1);
    fold(&mut table.state, &again);
    assert_eq!(*table.collection(), before);
}
