//! The host's own check of a cost sheet: every sum of it, by the split the whole product uses.

use amounts::{Fen, SplitError, split};

use crate::contract::{CostSheet, is_key};

/// What does not hold in a cost sheet; rows are households in the sheet's order, from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// The id, or a funding's kind, is no key.
    #[error("{text:?} is no key")]
    Key {
        /// What stands there.
        text: String,
    },
    /// A list is not as long as the households.
    #[error("{list} has {found} entries for {wanted} households")]
    Length {
        /// Which list.
        list: &'static str,
        /// Its length.
        found: usize,
        /// Number of households.
        wanted: usize,
    },
    /// The households do not ascend, repeat, or go past the roll.
    #[error("household {row} of the sheet is out of order or not in the roll")]
    Households {
        /// In the sheet.
        row: usize,
    },
    /// The bill or a funding is negative.
    #[error("{what} is negative: {}", Fen(*.amount))]
    Negative {
        /// Which amount.
        what: &'static str,
        /// Fen.
        amount: i64,
    },
    /// Relief below zero or above the share, or a compensation below zero.
    #[error("the relief or compensation of household {row} of the sheet is out of bounds")]
    Relief {
        /// In the sheet.
        row: usize,
    },
    /// due ≠ share − relief − compensation.
    #[error("what household {row} of the sheet owes is not share − relief − compensation")]
    Due {
        /// In the sheet.
        row: usize,
    },
    /// Σ due + Σ funding ≠ gross + surplus.
    #[error("due and funding come to {}, the bill with its surplus to {}", Fen(*.found), Fen(*.wanted))]
    Balance {
        /// Σ due + Σ funding, in fen.
        found: i64,
        /// gross + surplus, in fen.
        wanted: i64,
    },
    /// The amount cannot be split by these weights and this rounding.
    #[error("the sheet cannot be split: {0}")]
    Split(SplitError),
    /// The split by weights and rounding gives another share.
    #[error("household {row} of the sheet has a share of {}, the split gives {}", Fen(*.found), Fen(*.wanted))]
    Share {
        /// In the sheet.
        row: usize,
        /// In the sheet, in fen.
        found: i64,
        /// By the split, in fen.
        wanted: i64,
    },
    /// The split leaves another surplus.
    #[error("the surplus is {}, the split gives {}", Fen(*.found), Fen(*.wanted))]
    Surplus {
        /// In the sheet, in fen.
        found: i64,
        /// By the split, in fen.
        wanted: i64,
    },
    /// The instalments of a household do not add up to what it owes.
    #[error("the instalments of household {row} of the sheet do not add up to what it owes")]
    Instalments {
        /// In the sheet.
        row: usize,
    },
    /// A sum goes beyond 64 bits.
    #[error("the sums of the sheet are too large")]
    TooLarge,
}

impl SheetError {
    /// A stable name in kebab case.
    pub const fn code(&self) -> &'static str {
        match self {
            SheetError::Key { .. } => "key",
            SheetError::Length { .. } => "length",
            SheetError::Households { .. } => "households",
            SheetError::Negative { .. } => "negative",
            SheetError::Relief { .. } => "relief",
            SheetError::Due { .. } => "due",
            SheetError::Balance { .. } => "balance",
            SheetError::Split(_) => "split",
            SheetError::Share { .. } => "share",
            SheetError::Surplus { .. } => "surplus",
            SheetError::Instalments { .. } => "instalments",
            SheetError::TooLarge => "too-large",
        }
    }
}

/// Whether everything the contract says of a cost sheet holds; the first violation otherwise.
///
/// `roll` is the number of households in the frozen roll.
pub fn check_cost_sheet(sheet: &CostSheet, roll: u32) -> Result<(), SheetError> {
    check_keys(sheet)?;
    check_shape(sheet, roll)?;
    check_dues(sheet)?;
    check_balance(sheet)?;
    check_split(sheet)?;
    check_instalments(sheet)
}

fn check_keys(sheet: &CostSheet) -> Result<(), SheetError> {
    let mut keys = std::iter::once(&sheet.id).chain(sheet.funding.iter().map(|funding| &funding.kind));
    keys.find(|key| !is_key(key)).map_or(Ok(()), |key| Err(SheetError::Key { text: key.clone() }))
}

fn check_shape(sheet: &CostSheet, roll: u32) -> Result<(), SheetError> {
    let wanted = sheet.households.len();
    let lists = [
        ("weights", sheet.weights.len()),
        ("shares", sheet.shares.len()),
        ("reliefs", sheet.reliefs.len()),
        ("compensations", sheet.compensations.len()),
        ("due", sheet.due.len()),
    ];
    let instalments = sheet.instalments.iter().map(|instalment| ("instalments", instalment.amounts.len()));
    for (list, found) in lists.into_iter().chain(instalments) {
        if found != wanted {
            return Err(SheetError::Length { list, found, wanted });
        }
    }
    for (row, household) in sheet.households.iter().enumerate() {
        if *household >= roll || (row > 0 && *household <= sheet.households[row - 1]) {
            return Err(SheetError::Households { row });
        }
    }
    Ok(())
}

fn check_dues(sheet: &CostSheet) -> Result<(), SheetError> {
    if sheet.gross < 0 {
        return Err(SheetError::Negative { what: "gross", amount: sheet.gross });
    }
    if let Some(funding) = sheet.funding.iter().find(|funding| funding.amount < 0) {
        return Err(SheetError::Negative { what: "funding", amount: funding.amount });
    }
    for row in 0..sheet.households.len() {
        let (share, relief, compensation) = (sheet.shares[row], sheet.reliefs[row], sheet.compensations[row]);
        if relief < 0 || relief > share || compensation < 0 {
            return Err(SheetError::Relief { row });
        }
        // Relief lies between 0 and the share, so only the second difference can leave 64 bits.
        if (share - relief).checked_sub(compensation) != Some(sheet.due[row]) {
            return Err(SheetError::Due { row });
        }
    }
    Ok(())
}

fn check_balance(sheet: &CostSheet) -> Result<(), SheetError> {
    let wide = |amounts: &mut dyn Iterator<Item = i64>| amounts.map(i128::from).sum::<i128>();
    let narrow = |sum: i128| i64::try_from(sum).map_err(|_| SheetError::TooLarge);
    let found = wide(&mut sheet.due.iter().copied()) + wide(&mut sheet.funding.iter().map(|funding| funding.amount));
    let wanted = i128::from(sheet.gross) + i128::from(sheet.surplus);
    if found == wanted { Ok(()) } else { Err(SheetError::Balance { found: narrow(found)?, wanted: narrow(wanted)? }) }
}

fn check_split(sheet: &CostSheet) -> Result<(), SheetError> {
    let shares: i128 = sheet.shares.iter().map(|share| i128::from(*share)).sum();
    let amount = i64::try_from(shares - i128::from(sheet.surplus)).map_err(|_| SheetError::TooLarge)?;
    let own = split(amount, &sheet.weights, sheet.rounding.into()).map_err(SheetError::Split)?;
    if let Some(row) = (0..own.shares.len()).find(|row| own.shares[*row] != sheet.shares[*row]) {
        return Err(SheetError::Share { row, found: sheet.shares[row], wanted: own.shares[row] });
    }
    if own.surplus != sheet.surplus {
        return Err(SheetError::Surplus { found: sheet.surplus, wanted: own.surplus });
    }
    Ok(())
}

fn check_instalments(sheet: &CostSheet) -> Result<(), SheetError> {
    if sheet.instalments.is_empty() {
        return Ok(());
    }
    let paid =
        |row: usize| sheet.instalments.iter().map(|instalment| i128::from(instalment.amounts[row])).sum::<i128>();
    let wrong = (0..sheet.households.len()).find(|row| paid(*row) != i128::from(sheet.due[*row]));
    wrong.map_or(Ok(()), |row| Err(SheetError::Instalments { row }))
}
