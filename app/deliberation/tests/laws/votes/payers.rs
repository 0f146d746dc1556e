//! Whose money stands behind each side of a vote, and how one split compares with another.

use amounts::{Fen, Rounding};
use deliberation::ballot::{Choice, Method};
use deliberation::payers::{compare, cost_by_side, splits_by_area, yes_doors};

use super::hall::{DOORS, Hall, door};
use crate::pledges::sheet;

const BILL: i64 = 100_000;

#[test]
fn the_cost_behind_each_side_is_what_its_doors_would_pay() {
    let mut hall = Hall::open();
    let sheet = sheet(BILL, &[1, 2, 3, 4, 0, 0, 0, 0, 0, 0], Rounding::Fen);
    let vote = hall.opens("deliberation", Method::RollCall);
    hall.says(vote, 1, Choice::Yes);
    hall.says(vote, 2, Choice::No);
    hall.says(vote, 3, Choice::Abstain);
    let costs = cost_by_side(hall.vote(vote), &sheet).unwrap();
    assert_eq!((costs.yes, costs.no, costs.abstain), (Fen(10_000), Fen(20_000), Fen(30_000)));
    assert_eq!((costs.void, costs.silent), (Fen(0), Fen(40_000)));
    let sides = [Choice::Yes, Choice::No, Choice::Abstain, Choice::Void].map(|choice| costs.side(choice).0);
    assert_eq!((sides, costs.sum()), ([10_000, 20_000, 30_000, 0], Fen(BILL)));
}

/// Where those who agree pay, a yes is a pledge.
#[test]
fn those_who_said_yes_are_those_who_would_pay() {
    let mut hall = Hall::open();
    let sheet = sheet(BILL, &[1; DOORS as usize], Rounding::Fen);
    let vote = hall.opens("deliberation", Method::RollCall);
    for (n, choice) in [(1, Choice::No), (2, Choice::Yes), (4, Choice::Yes), (5, Choice::Abstain)] {
        hall.says(vote, n, choice);
    }
    assert_eq!(yes_doors(hall.vote(vote), &sheet), [door(2), door(4)].into());
}

#[test]
fn hands_counted_by_number_do_not_say_who_pays() {
    let mut hall = Hall::open();
    let vote = hall.opens("deliberation", Method::Hands);
    assert_eq!(cost_by_side(hall.vote(vote), &sheet(BILL, &[1; DOORS as usize], Rounding::Fen)), None);
}

/// 民法典 283: area is the default; the hall's flats are all alike, so a split by household is one by area.
#[test]
fn a_split_is_known_to_follow_the_areas_or_not() {
    let by =
        |hall: &Hall, weights: &[u64]| splits_by_area(&sheet(BILL, weights, Rounding::Fen), &hall.state.facts.roll);
    let hall = Hall::open();
    assert_eq!(by(&hall, &[7; DOORS as usize]), Some(true));
    assert_eq!(by(&hall, &[7, 7, 7, 7, 7, 7, 7, 7, 7, 6]), Some(false));
    assert_eq!(by(&Hall::open_without_area_of(4), &[7; DOORS as usize]), None);
}

#[test]
fn two_versions_say_who_pays_more_and_who_less() {
    let changes = compare(&sheet(BILL, &[1, 1], Rounding::Fen), &sheet(BILL, &[3, 1], Rounding::Fen));
    let by: Vec<_> = changes.iter().map(|change| (change.door.clone(), change.by())).collect();
    assert_eq!(by, [(door(1), Fen(25_000)), (door(2), Fen(-25_000))]);
}

/// A-1 in its shortest words.
#[test]
fn a_sheet_is_said_by_its_amounts_and_how_many_pay_each() {
    let septic = sheet(165_000, &[1; 36], Rounding::Fen);
    assert_eq!(septic.amounts(), [(Fen(4_584), 12), (Fen(4_583), 24)]);
    assert_eq!(septic.total_due(), Fen(165_000));
}

#[test]
fn a_sheet_knows_the_row_of_a_door() {
    let sheet = sheet(BILL, &[1, 1, 1], Rounding::Fen);
    assert_eq!((sheet.row(&door(1)), sheet.row(&door(3)), sheet.row(&door(4))), (Some(0), Some(2), None));
}
