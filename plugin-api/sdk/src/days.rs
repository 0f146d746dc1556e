//! Days since 1970-01-01 as people write them, in the proleptic Gregorian calendar.

use crate::values::Day;

/// `YYYY-MM-DD`
pub fn iso(day: Day) -> String {
    // Years counted from March 0000, so that the leap day is the last of its year; eras of 400 years are 146,097 days long.
    let since = i64::from(day) + 719_468;
    let (era, of_era) = (since.div_euclid(146_097), since.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march = (5 * of_year + 2) / 153;
    let (date, month) = (of_year - (153 * march + 2) / 5 + 1, if march < 10 { march + 3 } else { march - 9 });
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{date:02}")
}

/// The day of `YYYY-MM-DD` or of a time stamp that begins so; `None` if there is no such day.
pub fn parse(text: &str) -> Option<Day> {
    let date = text.get(..10)?;
    let part = |range: core::ops::Range<usize>| {
        let part = date.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<i64>().ok()
    };
    let (year, month, of_month) = (part(0..4)?, part(5..7)?, part(8..10)?);
    let (year, march) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let day = Day::try_from(days + (153 * march + 2) / 5 + of_month - 1 - 719_468).ok()?;
    // Written again it is the same, or there is no such day.
    (iso(day) == date).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_a_day_it_is_written_and_read_again_over_four_hundred_years() {
        for (day, text) in [(0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_652, "2026-07-18")] {
            assert_eq!((iso(day).as_str(), parse(text)), (text, Some(day)));
        }
        for day in (-80_000..80_000).step_by(37) {
            assert_eq!(parse(&iso(day)), Some(day));
        }
        assert_eq!(parse("2026-07-18T11:41:06.000Z"), Some(20_652));
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "heute", ""] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
