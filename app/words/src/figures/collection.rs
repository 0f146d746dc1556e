//! The numbers of one collection: what is due, paid and open, altogether and door by door.

use deliberation::Door;
use deliberation::collection::{Account, Collection, Sums};
use deliberation::ids::CollectionNo;

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// What a number of a collection counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What the sheet asks.
    Due,
    /// Paid.
    Paid,
    /// Bill less paid.
    Gap,
    /// Agreed and still open.
    AgreedOpen,
    /// Not reached and open.
    NotReached,
    /// Declined and open.
    Declined,
}

impl Column {
    /// All columns in the order of the page.
    pub const ALL: [Column; 6] =
        [Column::Due, Column::Paid, Column::Gap, Column::AgreedOpen, Column::NotReached, Column::Declined];

    /// The part of the id that names it.
    pub fn key(self) -> &'static str {
        match self {
            Column::Due => "due",
            Column::Paid => "paid",
            Column::Gap => "gap",
            Column::AgreedOpen => "agreed-open",
            Column::NotReached => "not-reached",
            Column::Declined => "declined",
        }
    }

    fn of(self, sums: &Sums, accounts: usize) -> (amounts::Fen, usize) {
        match self {
            Column::Due => (sums.due, accounts),
            Column::Paid => (sums.paid, sums.paid_households),
            Column::Gap => (sums.gap(), accounts - sums.paid_households),
            Column::AgreedOpen => sums.agreed_open,
            Column::NotReached => sums.not_reached,
            Column::Declined => sums.declined,
        }
    }
}

/// `collection.N.due|paid|gap|agreed-open|not-reached|declined`.
pub fn sum(lang: Lang, number: CollectionNo, collection: &Collection, column: Column) -> Figure {
    sum_of(lang, number, column, &collection.sums(), collection.accounts.len())
}

/// `collection.N.….households`: how many households stand in a column; those who paid have paid in full.
pub fn households(lang: Lang, number: CollectionNo, collection: &Collection, column: Column) -> Figure {
    households_of(lang, number, column, &collection.sums(), collection.accounts.len())
}

fn sum_of(lang: Lang, number: CollectionNo, column: Column, sums: &Sums, accounts: usize) -> Figure {
    Quantity::Money(column.of(sums, accounts).0).figure(lang, format!("collection.{number}.{}", column.key()))
}

fn households_of(lang: Lang, number: CollectionNo, column: Column, sums: &Sums, accounts: usize) -> Figure {
    let id = format!("collection.{number}.{}.households", column.key());
    Quantity::households(column.of(sums, accounts).1).figure(lang, id)
}

/// `collection.N.due.DOOR`: what is asked of a household.
pub fn account_due(lang: Lang, number: CollectionNo, account: &Account) -> Figure {
    Quantity::Money(account.due).figure(lang, format!("collection.{number}.due.{}", account.door))
}

/// `collection.N.paid.DOOR`: what it paid.
pub fn account_paid(lang: Lang, number: CollectionNo, account: &Account) -> Figure {
    Quantity::Money(account.paid()).figure(lang, format!("collection.{number}.paid.{}", account.door))
}

/// `collection.N.open.DOOR`: what is not paid yet.
pub fn account_open(lang: Lang, number: CollectionNo, account: &Account) -> Figure {
    Quantity::Money(account.open()).figure(lang, format!("collection.{number}.open.{}", account.door))
}

fn columns(lang: Lang, number: CollectionNo, collection: &Collection) -> Vec<Figure> {
    let (sums, accounts) = (collection.sums(), collection.accounts.len());
    let both =
        |column| [sum_of(lang, number, column, &sums, accounts), households_of(lang, number, column, &sums, accounts)];
    Column::ALL.into_iter().flat_map(both).collect()
}

/// All of them.
pub fn all(lang: Lang, number: CollectionNo, collection: &Collection) -> Vec<Figure> {
    let rows = collection.accounts.iter().flat_map(|account| {
        [account_due(lang, number, account), account_paid(lang, number, account), account_open(lang, number, account)]
    });
    columns(lang, number, collection).into_iter().chain(rows).collect()
}

/// The one whose id ends with `rest`.
pub(super) fn find(lang: Lang, number: CollectionNo, collection: &Collection, rest: &str) -> Option<Figure> {
    let id = format!("collection.{number}.{rest}");
    if let Some(figure) = columns(lang, number, collection).into_iter().find(|figure| figure.id == id) {
        return Some(figure);
    }
    let (column, door) = rest.split_once('.')?;
    let account = collection.account(&Door::new(door))?;
    match column {
        "due" => Some(account_due(lang, number, account)),
        "paid" => Some(account_paid(lang, number, account)),
        "open" => Some(account_open(lang, number, account)),
        _ => None,
    }
}
