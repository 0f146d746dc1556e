//! The host's own check of a cost sheet: a true one passes, and each way of being false is named.
#![allow(clippy::unwrap_used, reason = "tests")]

use procedure::contract::{CostSheet, Funding, Instalment, Rounding};
use procedure::{SheetError, check_cost_sheet};

/// 1,000.00 less 100.00, among households 0, 2 and 3 by 1, 2 and 2; the last is relieved of half by a named source and
/// the first compensated.
fn sheet() -> CostSheet {
    let funding = |kind: &str, amount| Funding { kind: kind.to_owned(), label: kind.to_owned(), amount };
    let part = |amounts: Vec<i64>| Instalment { label: "part".to_owned(), due: None, amounts };
    CostSheet {
        id: "sheet".to_owned(),
        title: String::new(),
        rule: String::new(),
        source: String::new(),
        gross: 100_000,
        funding: vec![funding("subsidy", 10_000), funding("common-income", 18_000)],
        surplus: 0,
        rounding: Rounding::Fen,
        households: vec![0, 2, 3],
        weights: vec![1, 2, 2],
        shares: vec![19_000, 38_000, 38_000],
        reliefs: vec![0, 0, 18_000],
        compensations: vec![5_000, 0, 0],
        due: vec![14_000, 38_000, 20_000],
        instalments: vec![part(vec![4_000, 8_000, 5_000]), part(vec![10_000, 30_000, 15_000])],
    }
}

fn refused(change: impl FnOnce(&mut CostSheet)) -> SheetError {
    let mut sheet = sheet();
    change(&mut sheet);
    check_cost_sheet(&sheet, 4).unwrap_err()
}

#[test]
fn a_true_sheet_passes() {
    assert_eq!(check_cost_sheet(&sheet(), 4), Ok(()));
    let rounded = CostSheet {
        rounding: Rounding::YuanUp,
        surplus: 100,
        gross: 5_000,
        funding: vec![],
        households: vec![0, 1, 2],
        weights: vec![1, 1, 1],
        shares: vec![1_700; 3],
        reliefs: vec![0; 3],
        compensations: vec![0; 3],
        due: vec![1_700; 3],
        instalments: vec![],
        ..sheet()
    };
    assert_eq!(check_cost_sheet(&rounded, 3), Ok(()));
}

#[test]
fn every_violation_is_named() {
    let list = SheetError::Length { list: "reliefs", found: 2, wanted: 3 };
    assert_eq!(refused(|sheet| sheet.reliefs.truncate(2)), list);
    let part = SheetError::Length { list: "instalments", found: 2, wanted: 3 };
    assert_eq!(refused(|sheet| sheet.instalments[1].amounts.truncate(2)), part);
    assert_eq!(refused(|sheet| sheet.households[1] = 0), SheetError::Households { row: 1 });
    assert_eq!(refused(|sheet| sheet.households[2] = 4), SheetError::Households { row: 2 });
    assert_eq!(refused(|sheet| sheet.gross = -1), SheetError::Negative { what: "gross", amount: -1 });
    assert_eq!(refused(|sheet| sheet.funding[0].amount = -1), SheetError::Negative { what: "funding", amount: -1 });
    assert_eq!(refused(|sheet| sheet.reliefs[2] = 38_001), SheetError::Relief { row: 2 });
    assert_eq!(refused(|sheet| sheet.reliefs[0] = -1), SheetError::Relief { row: 0 });
    assert_eq!(refused(|sheet| sheet.compensations[0] = -1), SheetError::Relief { row: 0 });
    assert_eq!(refused(|sheet| sheet.due[1] += 1), SheetError::Due { row: 1 });
    assert_eq!(refused(|sheet| sheet.compensations[1] = i64::MAX), SheetError::Due { row: 1 });
    let balance = SheetError::Balance { found: 100_000, wanted: 100_001 };
    assert_eq!(refused(|sheet| sheet.gross += 1), balance);
    assert_eq!(refused(|sheet| sheet.instalments[0].amounts[2] += 1), SheetError::Instalments { row: 2 });
    assert_eq!(refused(|sheet| sheet.id = "Sheet 1".to_owned()), SheetError::Key { text: "Sheet 1".to_owned() });
    let shifted = refused(|sheet| {
        (sheet.shares[0], sheet.due[0]) = (19_001, 14_001);
        (sheet.shares[1], sheet.due[1]) = (37_999, 37_999);
    });
    assert_eq!(shifted, SheetError::Share { row: 0, found: 19_001, wanted: 19_000 });
    let surplus = refused(|sheet| {
        sheet.surplus = 2;
        sheet.gross -= 2;
    });
    assert!(matches!(surplus, SheetError::Share { .. } | SheetError::Surplus { .. }));
    assert!(matches!(refused(|sheet| sheet.weights = vec![0; 3]), SheetError::Split(_)));
}

#[test]
fn a_sheet_of_the_largest_numbers_is_refused_without_panic() {
    let refused = refused(|sheet| {
        sheet.shares = vec![i64::MAX; 3];
        sheet.due = vec![i64::MAX; 3];
        sheet.reliefs = vec![0; 3];
        sheet.compensations = vec![0; 3];
        sheet.gross = i64::MAX;
    });
    assert_eq!(refused, SheetError::TooLarge);
}
