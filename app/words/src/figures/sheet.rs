//! The numbers of one cost sheet.

use deliberation::Door;
use deliberation::cost::CostSheet;
use deliberation::ids::SheetNo;

use crate::figure::{Figure, Quantity};
use crate::locale::Lang;

/// `sheet.N.total`: the bill.
pub fn total(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Figure {
    Quantity::Money(sheet.gross).figure(lang, format!("sheet.{number}.total"))
}

/// `sheet.N.due`: what the households pay together.
pub fn due(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Figure {
    Quantity::Money(sheet.total_due()).figure(lang, format!("sheet.{number}.due"))
}

/// `sheet.N.funding`: money from elsewhere together.
pub fn funding(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Figure {
    Quantity::Money(sheet.total_funding()).figure(lang, format!("sheet.{number}.funding"))
}

/// `sheet.N.surplus`: what rounding up brings in beyond the bill (结余).
pub fn surplus(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Figure {
    Quantity::Money(sheet.surplus).figure(lang, format!("sheet.{number}.surplus"))
}

/// `sheet.N.households`: how many share.
pub fn households(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Figure {
    Quantity::households(sheet.doors.len()).figure(lang, format!("sheet.{number}.households"))
}

/// `sheet.N.due.DOOR`, by the row of the sheet.
pub fn due_at(lang: Lang, number: SheetNo, sheet: &CostSheet, row: usize) -> Option<Figure> {
    let (door, due) = (sheet.doors.get(row)?, sheet.due.get(row)?);
    Some(Quantity::Money(*due).figure(lang, format!("sheet.{number}.due.{door}")))
}

fn sums(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Vec<Figure> {
    vec![
        total(lang, number, sheet),
        due(lang, number, sheet),
        funding(lang, number, sheet),
        surplus(lang, number, sheet),
        households(lang, number, sheet),
    ]
}

/// All of them.
pub fn all(lang: Lang, number: SheetNo, sheet: &CostSheet) -> Vec<Figure> {
    let rows = (0..sheet.doors.len()).filter_map(|row| due_at(lang, number, sheet, row));
    sums(lang, number, sheet).into_iter().chain(rows).collect()
}

/// The one whose id ends with `rest`.
pub(super) fn find(lang: Lang, number: SheetNo, sheet: &CostSheet, rest: &str) -> Option<Figure> {
    if let Some(door) = rest.strip_prefix("due.") {
        return due_at(lang, number, sheet, sheet.row(&Door::new(door))?);
    }
    let id = format!("sheet.{number}.{rest}");
    sums(lang, number, sheet).into_iter().find(|figure| figure.id == id)
}
