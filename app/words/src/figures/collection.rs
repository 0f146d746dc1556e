//! The numbers of one collection: what is due, paid and open, altogether and door by door.

use amounts::Fen;
use deliberation::Door;
use deliberation::collection::{Account, Collection, Sums};
use deliberation::ids::CollectionNo;

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// What a number of a collection counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What the sheet asks of all households.
    Due,
    /// Paid, refunds taken off.
    Paid,
    /// Bill less what is there, whoever advanced it.
    Gap,
    /// Agreed and still open.
    AgreedOpen,
    /// Not reached and open.
    NotReached,
    /// Declined and open.
    Declined,
    /// Borne by another source after a later decision.
    WrittenOff,
    /// What the supplier asks.
    Bill,
    /// Money from elsewhere the sheet counts on.
    Funding,
    /// Advanced so far.
    Advanced,
    /// Of the advances, paid back.
    Repaid,
    /// Of the advances, still to be paid back.
    AdvancesOpen,
    /// Given back to households.
    Refunded,
    /// There beyond the bill and not used.
    Surplus,
    /// Of the surplus, used.
    SurplusUsed,
    /// What will be left when every household has paid.
    Over,
    /// What of the bill nobody was asked for.
    Short,
}

impl Column {
    /// The columns that count households too, in the order of the page.
    pub const HOUSEHOLDS: [Column; 7] = [
        Column::Due,
        Column::Paid,
        Column::Gap,
        Column::AgreedOpen,
        Column::NotReached,
        Column::Declined,
        Column::WrittenOff,
    ];

    /// The columns that are money alone.
    pub const MONEY: [Column; 10] = [
        Column::Bill,
        Column::Funding,
        Column::Advanced,
        Column::Repaid,
        Column::AdvancesOpen,
        Column::Refunded,
        Column::Surplus,
        Column::SurplusUsed,
        Column::Over,
        Column::Short,
    ];

    /// The part of the id that names it.
    pub fn key(self) -> &'static str {
        match self {
            Column::Due => "due",
            Column::Paid => "paid",
            Column::Gap => "gap",
            Column::AgreedOpen => "agreed-open",
            Column::NotReached => "not-reached",
            Column::Declined => "declined",
            Column::WrittenOff => "written-off",
            Column::Bill => "bill",
            Column::Funding => "funding",
            Column::Advanced => "advanced",
            Column::Repaid => "repaid",
            Column::AdvancesOpen => "advances-open",
            Column::Refunded => "refunded",
            Column::Surplus => "surplus",
            Column::SurplusUsed => "surplus-used",
            Column::Over => "over",
            Column::Short => "short",
        }
    }

    fn of(self, sums: &Sums, accounts: usize) -> (Fen, usize) {
        let money = match self {
            Column::Due => return (sums.due, accounts),
            Column::Paid => return (sums.paid, sums.paid_households),
            Column::Gap => return (sums.gap(), accounts - sums.paid_households),
            Column::AgreedOpen => return sums.agreed_open,
            Column::NotReached => return sums.not_reached,
            Column::Declined => return sums.declined,
            Column::WrittenOff => return sums.written_off,
            Column::Bill => sums.bill,
            Column::Funding => sums.funding,
            Column::Advanced => sums.advanced,
            Column::Repaid => sums.repaid,
            Column::AdvancesOpen => sums.advances_open(),
            Column::Refunded => sums.refunded,
            Column::Surplus => sums.surplus(),
            Column::SurplusUsed => sums.surplus_used,
            Column::Over => sums.over(),
            Column::Short => sums.short(),
        };
        (money, 0)
    }
}

/// `collection.N.due|paid|gap|agreed-open|not-reached|declined|bill|advanced|…`.
pub fn sum(lang: Lang, number: CollectionNo, collection: &Collection, column: Column) -> Figure {
    sum_of(lang, number, column, &collection.sums(), collection.asked())
}

/// `collection.N.….households`: how many households stand in a column; those who paid have paid in full.
pub fn households(lang: Lang, number: CollectionNo, collection: &Collection, column: Column) -> Figure {
    households_of(lang, number, column, &collection.sums(), collection.asked())
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

/// `collection.N.advanced.DOOR`: what somebody advanced for a household and did not get back yet.
pub fn account_advanced(lang: Lang, number: CollectionNo, collection: &Collection, account: &Account) -> Figure {
    let lent = collection.advances.iter().filter(|advance| advance.door.as_ref() == Some(&account.door));
    let open = Fen(lent.map(|advance| advance.open().0).fold(0, i64::saturating_add));
    Quantity::Money(open).figure(lang, format!("collection.{number}.advanced.{}", account.door))
}

/// `collection.N.refunded.DOOR`: what it got back.
pub fn account_refunded(lang: Lang, number: CollectionNo, account: &Account) -> Figure {
    Quantity::Money(account.refunded()).figure(lang, format!("collection.{number}.refunded.{}", account.door))
}

/// `collection.N.written-off.DOOR`: what of its share another source bears.
pub fn account_written_off(lang: Lang, number: CollectionNo, account: &Account) -> Figure {
    Quantity::Money(account.written_off()).figure(lang, format!("collection.{number}.written-off.{}", account.door))
}

fn columns(lang: Lang, number: CollectionNo, collection: &Collection) -> Vec<Figure> {
    let (sums, accounts) = (collection.sums(), collection.asked());
    let money = |column| sum_of(lang, number, column, &sums, accounts);
    let both = |column| [money(column), households_of(lang, number, column, &sums, accounts)];
    Column::HOUSEHOLDS.into_iter().flat_map(both).chain(Column::MONEY.map(money)).collect()
}

fn of_account(lang: Lang, number: CollectionNo, collection: &Collection, account: &Account) -> [Figure; 6] {
    [
        account_due(lang, number, account),
        account_paid(lang, number, account),
        account_open(lang, number, account),
        account_advanced(lang, number, collection, account),
        account_refunded(lang, number, account),
        account_written_off(lang, number, account),
    ]
}

/// All of them.
pub fn all(lang: Lang, number: CollectionNo, collection: &Collection) -> Vec<Figure> {
    let rows = collection.accounts.iter().flat_map(|account| of_account(lang, number, collection, account));
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
    let id = format!("collection.{number}.{column}.{}", account.door);
    of_account(lang, number, collection, account).into_iter().find(|figure| figure.id == id)
}
