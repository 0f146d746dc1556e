//! What people type in a line or send with a form: lists, weights, points, and the fields of a submission.
//!
//! Everything is read strictly, and a refusal repeats the piece that was not understood.

use fangzhuo_sdk::amounts::{Fen, scaled};
use fangzhuo_sdk::values::{Entry, Fault, Value};
use fangzhuo_sdk::{Lang, fault};

/// Decimals of a weight in percent.
pub(crate) const PERCENT_SCALE: u8 = 2;
/// 100 %, in hundredths of a percent.
pub(crate) const WHOLE: i64 = 10_000;
/// Full points.
pub(crate) const MOST_POINTS: i64 = 100;

/// A refusal at a field.
pub(crate) fn wrong(code: &str, at: &str, message: String) -> Fault {
    fault(code, message, Some(at.to_owned()))
}

/// The pieces of a list: semicolons or lines between them.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '；', '\n']).map(str::trim).filter(|piece| !piece.is_empty())
}

/// "外运处置 200" or "外运处置=200" into its name and what follows; without a number the name alone.
pub(crate) fn named(piece: &str) -> (&str, Option<&str>) {
    let Some(at) = piece.rfind([' ', '\u{3000}', '=', ':', '：']) else { return (piece, None) };
    let (name, number) = (piece[..at].trim(), &piece[at..]);
    let number = number.trim_start_matches([' ', '\u{3000}', '=', ':', '：']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if name.is_empty() || !is_number { (piece, None) } else { (name, Some(number)) }
}

/// "工期 30；保修 20%": names with their weights, in hundredths of a percent.
pub(crate) fn weights(text: &str, lang: Lang) -> Result<Vec<(String, i64)>, Fault> {
    let weight = |piece: &str| {
        let (name, number) = named(piece);
        let number = number.map(|number| number.trim_end_matches(['%', '％', '分']));
        let units = number.and_then(|number| scaled::parse(number, PERCENT_SCALE).ok());
        match units.filter(|units| (1..=WHOLE).contains(units)) {
            Some(units) => Ok((name.to_owned(), units)),
            None => Err(wrong(
                "bad-criteria",
                "criteria",
                match lang {
                    Lang::ZhCn => format!("“{piece}”看不懂；每项写成“名称 权重”，如“工期 30”，用分号隔开"),
                    Lang::En => format!(
                        "“{piece}” is not understood: write “name weight”, such as “time 30”, with semicolons between"
                    ),
                },
            )),
        }
    };
    pieces(text).map(weight).collect()
}

/// "80/90": points in the order of the criteria.
pub(crate) fn points(text: &str, supplier: &str, lang: Lang) -> Result<Vec<i64>, Fault> {
    let one = |piece: &str| {
        let points = piece.trim().parse::<i64>().ok().filter(|points| (0..=MOST_POINTS).contains(points));
        points.ok_or_else(|| {
            wrong(
                "bad-points",
                "points",
                match lang {
                    Lang::ZhCn => format!("{supplier}的评分“{text}”看不懂；按各项次序写 0 到 100 的整数，如 80/90"),
                    Lang::En => format!(
                        "The points “{text}” of {supplier} are not understood: whole numbers from 0 to 100 in the order of the criteria, such as 80/90"
                    ),
                },
            )
        })
    };
    text.split(['/', '／', '、']).filter(|piece| !piece.trim().is_empty()).map(one).collect()
}

/// An amount in fen.
pub(crate) fn fen(text: &str) -> Option<i64> {
    text.parse::<Fen>().ok().map(|fen| fen.0)
}

/// The fields of a submission, by id.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a>(pub(crate) &'a [Entry]);

impl<'a> Fields<'a> {
    fn value(self, id: &str) -> Option<&'a Value> {
        self.0.iter().find(|entry| entry.id == id).map(|entry| &entry.value)
    }

    /// Text without blanks around it; "" where there is none.
    pub(crate) fn text(self, id: &str) -> &'a str {
        match self.value(id) {
            Some(Value::Text(text)) => text.trim(),
            _ => "",
        }
    }

    /// Money in fen.
    pub(crate) fn money(self, id: &str) -> Option<i64> {
        match self.value(id) {
            Some(Value::Money(fen)) => Some(*fen),
            _ => None,
        }
    }

    /// A whole number.
    pub(crate) fn integer(self, id: &str) -> Option<i64> {
        match self.value(id) {
            Some(Value::Integer(whole)) => Some(*whole),
            _ => None,
        }
    }

    /// A number with [`PERCENT_SCALE`] decimals.
    pub(crate) fn percent(self, id: &str) -> Option<i64> {
        match self.value(id) {
            Some(Value::Decimal(decimal)) => percent(decimal.units, decimal.scale),
            _ => None,
        }
    }

    /// Whether it is ticked.
    pub(crate) fn flag(self, id: &str) -> bool {
        matches!(self.value(id), Some(Value::Flag(true)))
    }

    /// A day.
    pub(crate) fn day(self, id: &str) -> Option<i32> {
        match self.value(id) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// The option chosen.
    pub(crate) fn choice(self, id: &str) -> Option<&'a str> {
        match self.value(id) {
            Some(Value::Choice(key)) => Some(key),
            _ => None,
        }
    }

    /// The options ticked.
    pub(crate) fn choices(self, id: &str) -> &'a [String] {
        match self.value(id) {
            Some(Value::Choices(keys)) => keys,
            _ => &[],
        }
    }
}

/// A number of some scale in hundredths of a percent; `None` where it is finer.
pub(crate) fn percent(units: i64, scale: u8) -> Option<i64> {
    if scale <= PERCENT_SCALE {
        units.checked_mul(10_i64.pow(u32::from(PERCENT_SCALE - scale)))
    } else {
        let one = 10_i64.pow(u32::from(scale - PERCENT_SCALE));
        (units % one == 0).then_some(units / one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_a_list_names_and_numbers_are_told_apart() {
        assert_eq!(named("外运处置 200"), ("外运处置", Some("200")));
        assert_eq!(named("外运处置=200.50"), ("外运处置", Some("200.50")));
        assert_eq!(named("extra trips"), ("extra trips", None));
        assert_eq!(
            weights("工期 30；保修：20%", Lang::ZhCn).unwrap(),
            [("工期".to_owned(), 3_000), ("保修".to_owned(), 2_000)]
        );
        let fault = weights("工期 三十", Lang::ZhCn).unwrap_err();
        assert!(fault.message.contains("工期 三十"), "{}", fault.message);
        assert_eq!(points("80/90", "甲", Lang::ZhCn).unwrap(), [80, 90]);
        assert!(points("80/101", "甲", Lang::ZhCn).is_err());
        assert_eq!((percent(5, 1), percent(125_000, 4), percent(1, 3)), (Some(50), Some(1_250), None));
    }
}
