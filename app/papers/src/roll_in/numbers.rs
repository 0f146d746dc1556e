//! Areas, people and floors as offices write them: exact, and never guessed.
//!
//! What differs from the plain form is read and said ("读作"); what is no number is refused with the text as found.

use amounts::{CentiSqm, NumberError};

use super::fold::folded;

/// A value, and how its writing differed from the plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading<T> {
    /// What was read.
    pub(super) value: T,
    /// `None` where the cell says just that.
    pub(super) how: Option<How>,
}

/// How a cell was written; where several hold, the first of this list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// More decimals than 0.01 ㎡; rounded half up.
    Rounded,
    /// Full-width digits.
    FullWidth,
    /// Separators between the thousands.
    Thousands,
    /// A comma before two decimals.
    DecimalComma,
    /// A unit in the cell.
    Unit,
}

/// Why a cell is no area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoArea {
    /// Nothing in it.
    Empty,
    /// Below zero.
    Negative,
    /// Zero, or rounded to it.
    Zero,
    /// No number.
    Wordy,
    /// Beyond a square kilometre.
    TooLarge,
}

/// A square kilometre: no home is larger, a slipped decimal point is.
const MAX_AREA: CentiSqm = CentiSqm(100_000_000);
const AREA_UNITS: [&str; 14] = [
    "平方米",
    "平米",
    "平方",
    "平",
    "㎡",
    "m²",
    "m2",
    "m^2",
    "sqm",
    "sq.m.",
    "sq.m",
    "sq m",
    "square metres",
    "square meters",
];
const PEOPLE_UNITS: [&str; 7] = ["人", "口人", "口", "位", "persons", "people", "person"];
const FLOOR_UNITS: [&str; 4] = ["层", "楼", "f", "floor"];

/// An area as somebody types it into a field: as an import would read it; `None` where it would refuse it.
pub fn typed_area(text: &str) -> Option<CentiSqm> {
    read_area(text).ok().map(|reading| reading.value)
}

/// Reads an area to 0.01 ㎡.
pub(super) fn read_area(text: &str) -> Result<Reading<CentiSqm>, NoArea> {
    let mut number = Number::of(text, &AREA_UNITS);
    if let Some(plain) = with_point(&number.text) {
        number = Number { text: plain, how: Some(How::DecimalComma) };
    }
    if number.text.is_empty() {
        return Err(if text.trim().is_empty() { NoArea::Empty } else { NoArea::Wordy });
    }
    let (plain, round_up, dropped) = cut_to_two_decimals(&number.text);
    let value: CentiSqm = plain.parse().map_err(|error| match error {
        NumberError::Empty => NoArea::Empty,
        NumberError::TooLarge => NoArea::TooLarge,
        NumberError::NotANumber | NumberError::Grouping | NumberError::TooFine { .. } => NoArea::Wordy,
    })?;
    if value < CentiSqm::ZERO || (value == CentiSqm::ZERO && number.text.starts_with('-') && dropped) {
        return Err(NoArea::Negative);
    }
    let value = if round_up { value.checked_add(CentiSqm(1)).ok_or(NoArea::TooLarge)? } else { value };
    if value == CentiSqm::ZERO {
        return Err(NoArea::Zero);
    }
    if value > MAX_AREA {
        return Err(NoArea::TooLarge);
    }
    Ok(Reading { value, how: if dropped { Some(How::Rounded) } else { number.how } })
}

/// Reads how many people live somewhere: "3", "3人".
pub(super) fn read_residents(text: &str) -> Option<Reading<u32>> {
    let number = Number::of(text, &PEOPLE_UNITS);
    let value = whole(&number.text).filter(|people| (0..1000).contains(people))?;
    Some(Reading { value: u32::try_from(value).ok()?, how: number.how })
}

/// Reads a floor: "3", "3层", "-1", "B1", "负1层"; 0 is none.
pub(super) fn read_floor(text: &str) -> Option<Reading<i32>> {
    let number = Number::of(text, &FLOOR_UNITS);
    let below = ["b", "B", "负", "地下"].iter().find_map(|mark| number.text.strip_prefix(mark));
    let (value, how) = match below {
        Some(depth) if !depth.starts_with('-') => (-whole(depth)?, Some(number.how.unwrap_or(How::Unit))),
        Some(_) => return None,
        None => (whole(&number.text)?, number.how),
    };
    let value = i32::try_from(value).ok().filter(|floor| (-20..=200).contains(floor) && *floor != 0)?;
    Some(Reading { value, how })
}

fn whole(text: &str) -> Option<i64> {
    // A workbook holds 3 as 3.0 at times; 3.5 people do not exist.
    amounts::scaled::parse(text, 0).ok()
}

/// A cell's number without unit and full-width forms.
struct Number {
    text: String,
    how: Option<How>,
}

impl Number {
    fn of(text: &str, units: &[&str]) -> Number {
        let ascii = folded(text.trim());
        let mut how = (ascii.trim() != text.trim()).then_some(How::FullWidth);
        let mut rest = ascii.trim();
        let lower = rest.to_lowercase();
        if let Some(unit) = units.iter().filter(|unit| lower.ends_with(*unit)).max_by_key(|unit| unit.len())
            && let Some(number) = rest.get(..rest.len() - unit.len())
        {
            rest = number.trim_end();
            how = how.or(Some(How::Unit));
        }
        if rest.contains(',') {
            how = Some(how.map_or(How::Thousands, |how| how.min(How::Thousands)));
        }
        Number { text: rest.to_owned(), how }
    }
}

/// "45,83" → "45.83": one comma before two decimals can be nothing else; before three it parts thousands.
fn with_point(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once(',')?;
    let digits = |text: &str, range: std::ops::RangeInclusive<usize>| {
        range.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    (digits(whole, 1..=7) && digits(decimals, 1..=2)).then(|| format!("{whole}.{decimals}"))
}

/// "56.385" → "56.38", round up, something was dropped. Whether it is a number at all is for the parser to say.
fn cut_to_two_decimals(text: &str) -> (&str, bool, bool) {
    let Some((whole, decimals)) = text.split_once('.') else { return (text, false, false) };
    if decimals.len() <= 2 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return (text, false, false);
    }
    let dropped = &decimals[2..];
    let round_up = dropped.as_bytes()[0] >= b'5' && !text.starts_with('-');
    (&text[..whole.len() + 3], round_up, dropped.bytes().any(|b| b != b'0'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn area(text: &str) -> Result<(i64, Option<How>), NoArea> {
        read_area(text).map(|reading| (reading.value.0, reading.how))
    }

    #[test]
    fn areas_are_read_as_offices_write_them() {
        for (text, expected) in [
            ("56.38", Ok((5638, None))),
            (" 60 ", Ok((6000, None))),
            ("64.7", Ok((6470, None))),
            ("56.380", Ok((5638, None))),
            ("56.38㎡", Ok((5638, Some(How::Unit)))),
            ("56.38 M²", Ok((5638, Some(How::Unit)))),
            ("89平方米", Ok((8900, Some(How::Unit)))),
            ("6０.5０", Ok((6050, Some(How::FullWidth)))),
            ("６０．５０平米", Ok((6050, Some(How::FullWidth)))),
            ("1,064.72", Ok((106_472, Some(How::Thousands)))),
            ("1，064.72", Ok((106_472, Some(How::FullWidth)))),
            ("56.385", Ok((5639, Some(How::Rounded)))),
            ("56.379999999999995", Ok((5638, Some(How::Rounded)))),
            ("0.004", Err(NoArea::Zero)),
            ("", Err(NoArea::Empty)),
            ("㎡", Err(NoArea::Wordy)),
            ("-5", Err(NoArea::Negative)),
            ("-0.001", Err(NoArea::Negative)),
            ("－5", Err(NoArea::Negative)),
            ("0", Err(NoArea::Zero)),
            ("0.00㎡", Err(NoArea::Zero)),
            ("五十六", Err(NoArea::Wordy)),
            ("约56", Err(NoArea::Wordy)),
            ("56,38", Ok((5638, Some(How::DecimalComma)))),
            ("45，8㎡", Ok((4580, Some(How::DecimalComma)))),
            ("1,064", Ok((106_400, Some(How::Thousands)))),
            ("1,064,72", Err(NoArea::Wordy)),
            ("56,", Err(NoArea::Wordy)),
            ("1,64.72", Err(NoArea::Wordy)),
            ("56.3.8", Err(NoArea::Wordy)),
            ("5.6e1", Err(NoArea::Wordy)),
            ("56+12", Err(NoArea::Wordy)),
            ("1000000", Ok((100_000_000, None))),
            ("1000000.01", Err(NoArea::TooLarge)),
            ("99999999999999999999", Err(NoArea::TooLarge)),
        ] {
            assert_eq!(area(text), expected, "{text:?}");
        }
    }

    #[test]
    fn people_and_floors_are_whole() {
        let people = |text| read_residents(text).map(|reading| reading.value);
        assert_eq!(
            ["3", "3人", "５口人", "0", "-1", "2.5", "五", "", "1000"].map(people),
            [Some(3), Some(3), Some(5), Some(0), None, None, None, None, None]
        );
        let floor = |text| read_floor(text).map(|reading| reading.value);
        assert_eq!(
            ["3", "12层", "-1", "B1", "负1层", "地下2层", "0", "B-1", "3/6", "三", "201"].map(floor),
            [Some(3), Some(12), Some(-1), Some(-1), Some(-1), Some(-2), None, None, None, None, None]
        );
    }

    proptest! {
        #[test]
        fn every_area_is_read_back_in_every_writing(units in 1_i64..=100_000_000) {
            let value = CentiSqm(units);
            prop_assert_eq!(area(&value.plain()), Ok((units, None)));
            prop_assert_eq!(area(&format!("{value} ㎡")).map(|read| read.0), Ok(units));
            let wide: String = value.plain().chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
            prop_assert_eq!(area(&wide), Ok((units, Some(How::FullWidth))));
            prop_assert_eq!(area(&format!("-{}", value.plain())), Err(NoArea::Negative));
        }

        #[test]
        fn a_number_cell_is_the_decimal_it_shows(units in 1_i64..=100_000_000) {
            // A workbook keeps the nearest binary number; its shortest decimal form is what was typed.
            let stored: f64 = CentiSqm(units).plain().parse().unwrap();
            prop_assert_eq!(area(&stored.to_string()), Ok((units, None)));
        }

        #[test]
        fn rounding_is_half_up_on_the_third_decimal(units in 1_i64..1_000_000, tail in "[0-9]{1,9}") {
            let up = i64::from(tail.as_bytes()[0] >= b'5');
            let read = area(&format!("{}{tail}", CentiSqm(units).plain()));
            prop_assert_eq!(read.map(|read| read.0), Ok(units + up));
            prop_assert_eq!(read.unwrap().1.is_some(), tail.bytes().any(|b| b != b'0'));
        }

        #[test]
        fn no_text_whatever_ends_the_program(text in "\\PC{0,12}") {
            let _ = (read_area(&text), read_residents(&text), read_floor(&text));
        }
    }
}
