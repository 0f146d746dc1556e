//! Typed text to values: money, days, whole numbers. What does not do gets one sentence that says how to write it.

use amounts::{Fen, scaled};
use deliberation::Day;
use words::{Lang, t};

/// Full-width digits and signs as an input method writes them, in their plain form.
pub(crate) fn plain(text: &str) -> String {
    let half = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        '。' => '.',
        other => other,
    };
    text.trim().chars().map(half).collect()
}

/// Yuan as a person writes them, "1,650" or "45.84".
pub(crate) fn money(lang: Lang, text: &str) -> Result<Fen, String> {
    scaled::parse(&plain(text), Fen::SCALE).map(Fen).map_err(|_| t(lang, "meeting-not-money"))
}

/// A whole number that is not negative.
pub(crate) fn count(lang: Lang, text: &str) -> Result<u32, String> {
    plain(text).parse().map_err(|_| t(lang, "meeting-not-count"))
}

/// A day as people write it: 2026-07-20, 2026/7/20, 2026年7月20日; empty is no day.
pub(crate) fn day(lang: Lang, text: &str) -> Result<Option<Day>, String> {
    let text = plain(text);
    if text.is_empty() {
        return Ok(None);
    }
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let read = match parts[..] {
        [year, month, day] if year.len() == 4 => Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    };
    read.map(Some).ok_or_else(|| t(lang, "meeting-not-day"))
}

/// A day that is still to come, also without its year: 7月20日 or 7-20 is the next such day from today on.
pub(crate) fn coming_day(lang: Lang, text: &str, today: Day) -> Result<Option<Day>, String> {
    let plain = plain(text);
    let parts: Vec<&str> = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (Some(date), [month, day]) = (today.date(), &parts[..]) else { return self::day(lang, text) };
    if month.len() > 2 || day.len() > 2 {
        return self::day(lang, text);
    }
    let years = [date.year(), date.year().saturating_add(1)];
    let mut days = years.iter().filter_map(|year| Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")));
    days.find(|day| *day >= today).map(Some).ok_or_else(|| t(lang, "meeting-not-day"))
}

/// An hour and minute, "19:00" or "1900"; hour and minute.
pub(crate) fn clock(lang: Lang, text: &str) -> Result<(i8, i8), String> {
    let text = plain(text);
    let wrong = || t(lang, "meeting-not-clock");
    let (hour, minute) = match text.split_once(':') {
        Some(pair) => pair,
        None if text.len() == 4 && text.is_ascii() => text.split_at(2),
        None => return Err(wrong()),
    };
    match (hour.parse(), minute.parse()) {
        (Ok(hour @ 0..=23), Ok(minute @ 0..=59)) => Ok((hour, minute)),
        _ => Err(wrong()),
    }
}

/// A day as the field writes it: 2026-07-20.
pub(crate) fn write_day(day: Day) -> String {
    day.date().map_or_else(String::new, |date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_people_write_it_full_width_too() {
        assert_eq!(money(Lang::ZhCn, " 1,650 "), Ok(Fen(165_000)));
        assert_eq!(money(Lang::ZhCn, "４５．８４"), Ok(Fen(4_584)));
        assert!(money(Lang::ZhCn, "四十五").is_err() && money(Lang::ZhCn, "45.845").is_err());
    }

    #[test]
    fn days_are_read_in_three_ways_and_nothing_is_no_day() {
        let day_of = |text| day(Lang::ZhCn, text);
        let twentieth = Day::parse("2026-07-20");
        for text in ["2026-07-20", "2026/7/20", "2026年7月20日", "２０２６－７－２０"] {
            assert_eq!(day_of(text), Ok(twentieth), "{text}");
        }
        assert_eq!(day_of("  "), Ok(None));
        assert!(day_of("7月20日").is_err() && day_of("2026-02-30").is_err());
        assert_eq!(twentieth.map(write_day).as_deref(), Some("2026-07-20"));
    }

    #[test]
    fn a_day_without_its_year_is_the_next_one() {
        let today = Day::parse("2026-07-18").unwrap_or_default();
        let day_of = |text| coming_day(Lang::ZhCn, text, today);
        for (text, wanted) in [
            ("7月20日", "2026-07-20"),
            ("7-18", "2026-07-18"),
            ("７－１７", "2027-07-17"),
            ("12/5", "2026-12-05"),
            ("2026年8月1日", "2026-08-01"),
        ] {
            assert_eq!(day_of(text), Ok(Day::parse(wanted)), "{text}");
        }
        assert_eq!(day_of(""), Ok(None));
        assert!(day_of("2-30").is_err() && day_of("下周一").is_err() && day_of("20").is_err());
    }

    #[test]
    fn a_clock_is_an_hour_and_a_minute() {
        assert_eq!(clock(Lang::En, "19:00"), Ok((19, 0)));
        assert_eq!(clock(Lang::En, "1905"), Ok((19, 5)));
        assert_eq!(clock(Lang::En, "９：３０"), Ok((9, 30)));
        assert!(clock(Lang::En, "24:00").is_err() && clock(Lang::En, "7").is_err());
    }
}
