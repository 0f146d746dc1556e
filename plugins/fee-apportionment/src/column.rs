//! Columns of the roll as whole numbers, each refusal naming the household.

use fangzhuo_sdk::amounts::{NumberError, scaled};
use fangzhuo_sdk::host;
use fangzhuo_sdk::roll::{self, DOOR, TABLE};
use fangzhuo_sdk::values::{Cells, Fault};
use fangzhuo_sdk::{Lang, fault};

/// Decimals of a relief: 0.5 is 500,000.
pub(crate) const RELIEF_SCALE: u8 = scaled::MAX_SCALE;
/// A relief of everything.
pub(crate) const RELIEF_ALL: u64 = 1_000_000;
/// What one household may be paid: a billion yuan, in fen. Sums stay far within 64 bits.
const MOST_FEN: i64 = 100_000_000_000;

/// Numbers of one scale, one a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Measured {
    /// In units of 10^-`scale`.
    pub(crate) units: Vec<i64>,
    pub(crate) scale: u8,
}

/// What a column is about, for the sentences of its refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    Area,
    Residents,
    Floor,
    Meter,
    Coefficient,
    Tier,
    Share,
    Relief,
    Compensation,
}

impl About {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            About::Area => lang.pick("面积", "area"),
            About::Residents => lang.pick("人口", "number of residents"),
            About::Floor => lang.pick("楼层", "floor"),
            About::Meter => lang.pick("表数", "meter reading"),
            About::Coefficient => lang.pick("系数", "coefficient"),
            About::Tier => lang.pick("档", "tier"),
            About::Share => lang.pick("份额", "share"),
            About::Relief => lang.pick("减免", "relief"),
            About::Compensation => lang.pick("补偿", "compensation"),
        }
    }

    fn missing_code(self) -> &'static str {
        match self {
            About::Area => "missing-area",
            About::Residents => "missing-residents",
            About::Floor => "missing-floor",
            About::Meter => "missing-meter",
            About::Coefficient => "missing-coefficient",
            About::Tier => "missing-tier",
            About::Share => "missing-share",
            About::Relief => "missing-relief",
            About::Compensation => "missing-compensation",
        }
    }
}

/// Refuses a household's cell; the message may say [`DOOR`].
pub(crate) fn at_door(code: &str, row: usize, message: String) -> Fault {
    fault(code, message, Some(roll::household_key(row)))
}

/// Numbers where every household must have one.
pub(crate) fn filled(column: &str, about: About, lang: Lang) -> Result<Measured, Fault> {
    let (numbers, empty) = numbers(column, about, lang)?;
    empty.first().map_or(Ok(numbers), |row| Err(missing(about, *row as usize, lang)))
}

/// Yuan a household, in fen; an empty cell is nothing.
pub(crate) fn fen(column: &str, about: About, lang: Lang) -> Result<Vec<i64>, Fault> {
    // An empty cell holds zero.
    let (Measured { units, scale }, _) = numbers(column, about, lang)?;
    let one = |(row, units): (usize, i64)| {
        let fen = match scale {
            0..=2 => units.checked_mul(10_i64.pow(u32::from(2 - scale))).ok_or(NumberError::TooLarge),
            // 5000.000 is 5000.00; a decimal that says something is not dropped.
            _ => match (units / 10_i64.pow(u32::from(scale - 2)), units % 10_i64.pow(u32::from(scale - 2))) {
                (fen, 0) => Ok(fen),
                _ => Err(NumberError::TooFine { scale: 2 }),
            },
        };
        let fen = fen.map_err(|error| unreadable(about, row, error, lang))?;
        match fen {
            ..0 => Err(at_door(
                "compensation-negative",
                row,
                lang.pick("{door} 的补偿是负数，请在名册改正", "{door} has a negative compensation: correct the roll")
                    .to_owned(),
            )),
            0..=MOST_FEN => Ok(fen),
            _ => Err(unreadable(about, row, NumberError::TooLarge, lang)),
        }
    };
    units.into_iter().enumerate().map(one).collect()
}

/// The part each household is relieved of, in millionths; 免 is all, 半 is half, an empty cell none.
pub(crate) fn reliefs(column: &str, lang: Lang) -> Result<Vec<u64>, Fault> {
    let part = |(row, cell): (usize, Cell)| {
        let units = match &cell {
            Cell::Empty => Some(0),
            Cell::Number(units, scale) => {
                units.checked_mul(10_i64.pow(u32::from(RELIEF_SCALE - (*scale).min(RELIEF_SCALE))))
            }
            Cell::Words(text) => match text.as_str() {
                "免" | "全免" => Some(RELIEF_ALL.cast_signed()),
                "半" | "减半" => Some((RELIEF_ALL / 2).cast_signed()),
                text => match text.strip_suffix(['%', '％']) {
                    Some(percent) => scaled::parse(percent, RELIEF_SCALE - 2).ok(),
                    None => match scaled::parse(text, RELIEF_SCALE) {
                        Err(NumberError::TooLarge) => Some(i64::MAX),
                        parsed => Some(parsed.map_err(|error| unreadable(About::Relief, row, error, lang))?),
                    },
                },
            },
        };
        let whole = units.and_then(|units| u64::try_from(units).ok()).filter(|units| *units <= RELIEF_ALL);
        whole.ok_or_else(|| {
            let message = match lang {
                Lang::ZhCn => {
                    format!("{DOOR} 的减免不在 0 到 1 之间；全免写 1 或“免”，减半写 0.5 或“半”")
                }
                Lang::En => format!("The relief of {DOOR} is not between 0 and 1: write 1 for all, 0.5 for half"),
            };
            at_door("relief-out-of-range", row, message)
        })
    };
    cells(column).into_iter().enumerate().map(part).collect()
}

enum Cell {
    Empty,
    Number(i64, u8),
    Words(String),
}

fn cells(column: &str) -> Vec<Cell> {
    let data = host::column(TABLE, column);
    let number = |units: &[i64], scale: u8| units.iter().map(|units| Cell::Number(*units, scale)).collect();
    let mut cells: Vec<Cell> = match data.cells {
        Cells::Integer(units) => number(&units, 0),
        Cells::Money(fen) => number(&fen, 2),
        Cells::Decimal(decimals) => number(&decimals.units, decimals.scale),
        Cells::Text(words) | Cells::Choice(words) => {
            words.into_iter().map(|word| Cell::Words(word.trim().to_owned())).collect()
        }
        _ => Vec::new(),
    };
    for row in data.empty {
        if let Some(cell) = cells.get_mut(row as usize) {
            *cell = Cell::Empty;
        }
    }
    cells
}

/// Numbers of one scale and the empty rows, whose number is zero; the host hands over words as soon as one cell is no
/// number, so that cell is named.
fn numbers(column: &str, about: About, lang: Lang) -> Result<(Measured, Vec<u32>), Fault> {
    let data = host::column(TABLE, column);
    let (units, scale) = match data.cells {
        Cells::Integer(units) => (units, 0),
        Cells::Money(fen) => (fen, 2),
        Cells::Decimal(decimals) => (decimals.units, decimals.scale),
        Cells::Text(words) | Cells::Choice(words) => {
            let number = |(row, word): (usize, &String)| match word.trim() {
                "" => Ok(0),
                word => scaled::parse(word, scaled::MAX_SCALE).map_err(|error| unreadable(about, row, error, lang)),
            };
            (words.iter().enumerate().map(number).collect::<Result<_, _>>()?, scaled::MAX_SCALE)
        }
        _ => (Vec::new(), 0),
    };
    Ok((Measured { units, scale }, data.empty))
}

fn missing(about: About, row: usize, lang: Lang) -> Fault {
    let what = about.name(lang);
    let message = match (about, lang) {
        (About::Area, Lang::ZhCn) => {
            format!("{DOOR} 没有面积，不能按面积分摊；请在名册补上，或换一种办法")
        }
        (About::Residents, Lang::ZhCn) => {
            format!("{DOOR} 没有常住人口，不能按人口分摊；请在名册补上，或换一种办法")
        }
        (About::Floor, Lang::ZhCn) => {
            format!("{DOOR} 没有楼层，不能按楼层分摊；请在名册补上，或换一种办法")
        }
        (_, Lang::ZhCn) => format!("{DOOR} 没有{what}；不出钱的写 0"),
        (About::Residents, Lang::En) => {
            format!("{DOOR} has no residents in the roll: fill them in or choose another method")
        }
        (About::Area | About::Floor, Lang::En) => {
            format!("{DOOR} has no {what} in the roll: fill it in or choose another method")
        }
        (_, Lang::En) => format!("{DOOR} has no {what}; write 0 for a household that pays nothing"),
    };
    at_door(about.missing_code(), row, message)
}

fn unreadable(about: About, row: usize, error: NumberError, lang: Lang) -> Fault {
    let what = about.name(lang);
    let (code, message) = match (error, lang) {
        (NumberError::TooLarge, Lang::ZhCn) => ("too-large", format!("{DOOR} 的{what}太大，请在名册改正")),
        (NumberError::TooLarge, Lang::En) => {
            ("too-large", format!("The {what} of {DOOR} is too large: correct the roll"))
        }
        (NumberError::TooFine { scale }, Lang::ZhCn) => {
            ("too-fine", format!("{DOOR} 的{what}小数太多，最多 {scale} 位"))
        }
        (NumberError::TooFine { scale }, Lang::En) => {
            ("too-fine", format!("The {what} of {DOOR} has too many decimals; there may be {scale}"))
        }
        (_, Lang::ZhCn) => ("not-a-number", format!("{DOOR} 的{what}不是数字")),
        (_, Lang::En) => ("not-a-number", format!("The {what} of {DOOR} is not a number")),
    };
    at_door(code, row, message)
}
