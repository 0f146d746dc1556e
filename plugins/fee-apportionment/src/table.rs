//! Everybody's line: what the share rests on, the share, what is taken off, what is due and when.

use fangzhuo_sdk::Lang;
use fangzhuo_sdk::amounts::Fen;
use fangzhuo_sdk::page::{column, money_column, table};
use fangzhuo_sdk::ui::{Column, Table};
use fangzhuo_sdk::values::{Cells, Decimals};

use crate::column::Measured;
use crate::groups::Stairs;
use crate::method::Method;
use crate::plan::Plan;
use crate::sharing::Sharing;
use crate::{case, published, words};

/// Cells of the page that instalments may fill; a large estate reads them in its cost sheet.
const MOST_CELLS: usize = 200_000;

/// Everybody's share, by stair. In the room nobody's relief shows, nor what would give it away.
pub(crate) fn shares(plan: &Plan, sharing: &Sharing, stairs: &Stairs, lang: Lang) -> Table {
    let rows = u32::try_from(sharing.count()).unwrap_or(u32::MAX);
    let grouped = stairs.are_several();
    let mut columns = vec![column("household", lang.pick("房号", "Door"), Cells::Household((0..rows).collect()))];
    if grouped {
        columns.push(column("stair", lang.pick("单元", "Stair"), Cells::Text(stairs.cells())));
    }
    columns.extend(basis(plan, sharing, lang));
    if let Some(published) = published::of(plan, sharing) {
        let label = lang.pick("流传公式（元）", "Published formula (yuan)");
        columns.push(money_column("published", label, &published.amounts, published.total));
    }
    let relieved = plan.relief.is_some();
    if sharing.is_adjusted() {
        let label = lang.pick("分摊（元）", "Share (yuan)");
        columns.push(secret(money_column("share", label, &sharing.split.shares, sharing.total()), relieved));
    }
    if sharing.gap() != Fen::ZERO {
        let label = lang.pick("减免（元）", "Relief (yuan)");
        columns.push(secret(money_column("relief", label, &sharing.reliefs, sharing.gap()), true));
    }
    if sharing.compensation != Fen::ZERO {
        let label = lang.pick("补偿（元）", "Compensation (yuan)");
        columns.push(money_column("compensation", label, &sharing.compensations, sharing.compensation));
    }
    let due = if sharing.is_adjusted() {
        lang.pick("应缴（元）", "Due (yuan)")
    } else {
        lang.pick("应分（元）", "Due (yuan)")
    };
    columns.push(money_column("due", due, &sharing.due, Fen(sharing.due.iter().sum())));
    columns.extend(instalments(plan, sharing, columns.len(), lang));
    let group_by = grouped.then(|| "stair".to_owned());
    Table { group_by, ..table("shares", "", rows, columns) }
}

fn secret(column: Column, private: bool) -> Column {
    Column { private, ..column }
}

/// The columns the shares rest on.
fn basis(plan: &Plan, sharing: &Sharing, lang: Lang) -> Vec<Column> {
    let weighing = &sharing.weighing;
    let mut columns = Vec::new();
    if let Some(coefficients) = &weighing.coefficients {
        let label = match plan.counts_steps() {
            true => lang.pick("楼层减一", "Floor − 1"),
            false => lang.pick("系数", "Coefficient"),
        };
        columns.push(column("coefficient", label, cells(coefficients)));
    }
    if let Some(measured) = &weighing.measured {
        let label = match plan.method {
            Method::Residents => lang.pick("人口", "Residents"),
            Method::Meter => lang.pick("表数", "Meter"),
            Method::Tiers => lang.pick("档", "Tier"),
            Method::Shares => lang.pick("份额", "Share"),
            _ => lang.pick("面积（㎡）", "Area (㎡)"),
        };
        columns.push(column("basis", label, cells(measured)));
    }
    if words::others_bear(plan) {
        let label = lang.pick("减免后的份量", "Weight after relief");
        let weights = weighing.weights.iter().map(|weight| i64::try_from(*weight));
        if let Ok(units) = weights.collect::<Result<Vec<i64>, _>>() {
            let weights = Measured { units, scale: weighing.scale };
            columns.push(secret(column("weight", label, cells(&weights)), true));
        }
    }
    columns
}

fn cells(numbers: &Measured) -> Cells {
    match numbers.scale {
        0 => Cells::Integer(numbers.units.clone()),
        scale => Cells::Decimal(Decimals { scale, units: numbers.units.clone() }),
    }
}

fn instalments(plan: &Plan, sharing: &Sharing, columns: usize, lang: Lang) -> Vec<Column> {
    if (columns + sharing.instalments.len()) * sharing.count() > MOST_CELLS {
        return Vec::new();
    }
    let parts = plan.instalments.iter().zip(&sharing.instalments).enumerate();
    parts
        .map(|(at, (percent, amounts))| {
            let label = format!("{}{}", case::label(at, *percent, lang), lang.pick("（元）", " (yuan)"));
            money_column(&format!("part-{}", at + 1), &label, amounts, Fen(amounts.iter().sum()))
        })
        .collect()
}
