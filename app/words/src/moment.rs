//! Moments, days and lengths of time in words, in the zone of the file.
//!
//! The zones are those built into the program, never the machine's, so a paper reads alike everywhere. Nothing here
//! reads a clock.

use std::sync::LazyLock;

use deliberation::state::FileFacts;
use deliberation::{At, Day};
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};

use crate::figure::close_up;
use crate::locale::{Lang, t, tf};

const MINUTE_MS: i64 = 60_000;
const FALLBACK: &str = "Asia/Shanghai";

static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// The time zone of a file's papers and days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone of this file.
    pub fn of(file: &FileFacts) -> Zone {
        Zone::named(&file.zone)
    }

    /// The zone of an IANA name; Asia/Shanghai, with a warning in the log, for a name nobody knows.
    pub fn named(name: &str) -> Zone {
        Zone(ZONES.get(name).unwrap_or_else(|error| {
            tracing::warn!(zone = name, %error, "unknown time zone, taking {FALLBACK}");
            ZONES.get(FALLBACK).unwrap_or(TimeZone::UTC)
        }))
    }

    /// Whether the program knows a zone of this name.
    pub fn knows(name: &str) -> bool {
        ZONES.get(name).is_ok()
    }

    /// The calendar day of a moment.
    pub fn day(&self, at: At) -> Day {
        Day::from_date(self.local(at).date()).unwrap_or_default()
    }

    /// The moment of an hour and minute of a day; `None` for a time no clock shows. Where the clock is put back, the first.
    pub fn at(&self, day: Day, hour: i8, minute: i8) -> Option<At> {
        let time = jiff::civil::Time::new(hour, minute, 0, 0).ok()?;
        let zoned = day.date()?.to_datetime(time).to_zoned(self.0.clone()).ok()?;
        Some(At(zoned.timestamp().as_millisecond()))
    }

    fn local(&self, at: At) -> Zoned {
        let moment =
            Timestamp::from_millisecond(at.0).unwrap_or(if at.0 < 0 { Timestamp::MIN } else { Timestamp::MAX });
        moment.to_zoned(self.0.clone())
    }
}

/// "19:41".
pub fn clock(zone: &Zone, at: At) -> String {
    zone.local(at).strftime("%H:%M").to_string()
}

/// "19:41:06".
pub fn clock_seconds(zone: &Zone, at: At) -> String {
    zone.local(at).strftime("%H:%M:%S").to_string()
}

/// "7 月 18 日 星期六 19:00" for desk and screen.
pub fn day_time(lang: Lang, zone: &Zone, at: At) -> String {
    let day = weekday_of(lang, zone.local(at).date());
    tf(lang, "moment-day-time", &[("day", &day), ("time", &clock(zone, at))])
}

/// "7 月 18 日 星期六": the day of a moment.
pub fn date(lang: Lang, zone: &Zone, at: At) -> String {
    weekday_of(lang, zone.local(at).date())
}

/// "2026年7月18日19:00" for papers.
pub fn paper_time(lang: Lang, zone: &Zone, at: At) -> String {
    let date = long(lang, zone.local(at).date());
    close_up(lang, &tf(lang, "moment-day-time", &[("day", &date), ("time", &clock(zone, at))]))
}

/// "2026年7月18日" for papers: the day of a moment.
pub fn paper_date(lang: Lang, zone: &Zone, at: At) -> String {
    close_up(lang, &long(lang, zone.local(at).date()))
}

/// "7 月 20 日 星期一" for desk and screen.
pub fn day(lang: Lang, day: Day) -> String {
    day.date().map_or_else(String::new, |date| weekday_of(lang, date))
}

/// "7 月 20 日": where the weekday stands elsewhere or nowhere.
pub fn day_short(lang: Lang, day: Day) -> String {
    day.date().map_or_else(String::new, |date| short(lang, date))
}

/// "星期一".
pub fn weekday(lang: Lang, day: Day) -> String {
    day.date().map_or_else(String::new, |date| weekday_name(lang, date))
}

/// "7月20日" for papers.
pub fn paper_day(lang: Lang, day: Day) -> String {
    close_up(lang, &day_short(lang, day))
}

/// "2026年7月20日" for papers.
pub fn paper_day_long(lang: Lang, day: Day) -> String {
    day.date().map_or_else(String::new, |date| close_up(lang, &long(lang, date)))
}

/// "1:24": a length of time in minutes and whole seconds, rounded down; a negative one counts as nothing.
pub fn length(ms: i64) -> String {
    let seconds = ms.max(0) / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "+0:12": by how much a limit is exceeded.
pub fn over(ms: i64) -> String {
    format!("+{}", length(ms))
}

/// "2 分钟", or "1 分 30 秒" where it is no whole minute.
pub fn span(lang: Lang, ms: i64) -> String {
    let seconds = ms.max(0) / 1000;
    let (minutes, rest) = ((seconds / 60).to_string(), (seconds % 60).to_string());
    match (seconds / 60, seconds % 60) {
        (1, 0) => tf(lang, "moment-minute", &[("n", &minutes)]),
        (_, 0) => tf(lang, "moment-minutes", &[("n", &minutes)]),
        (0, _) => tf(lang, "moment-seconds", &[("n", &rest)]),
        _ => tf(lang, "moment-minutes-seconds", &[("minutes", &minutes), ("seconds", &rest)]),
    }
}

/// "晚 8 分钟", "早 10 小时 14 分" or "准时": how a meeting stands against its plan; less than a minute is on time.
pub fn drift(lang: Lang, ms: i64) -> String {
    let minutes = (ms / MINUTE_MS).abs();
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    let hours = [("hours", hours.as_str()), ("n", &rest)];
    let whole = minutes.to_string();
    match ms / MINUTE_MS {
        0 => t(lang, "moment-on-time"),
        1..60 => tf(lang, "moment-late", &[("n", &whole)]),
        60.. => tf(lang, "moment-late-hours", &hours),
        -59..0 => tf(lang, "moment-early", &[("n", &whole)]),
        _ => tf(lang, "moment-early-hours", &hours),
    }
}

fn weekday_of(lang: Lang, date: Date) -> String {
    tf(lang, "moment-weekday-date", &[("date", &short(lang, date)), ("weekday", &weekday_name(lang, date))])
}

fn short(lang: Lang, date: Date) -> String {
    let day = date.day().to_string();
    tf(lang, "moment-date", &[("month", &month_name(lang, date)), ("day", &day)])
}

fn long(lang: Lang, date: Date) -> String {
    tf(lang, "moment-date-year", &[("year", &date.year().to_string()), ("date", &short(lang, date))])
}

fn weekday_name(lang: Lang, date: Date) -> String {
    use jiff::civil::Weekday;
    match date.weekday() {
        Weekday::Monday => t(lang, "weekday-monday"),
        Weekday::Tuesday => t(lang, "weekday-tuesday"),
        Weekday::Wednesday => t(lang, "weekday-wednesday"),
        Weekday::Thursday => t(lang, "weekday-thursday"),
        Weekday::Friday => t(lang, "weekday-friday"),
        Weekday::Saturday => t(lang, "weekday-saturday"),
        Weekday::Sunday => t(lang, "weekday-sunday"),
    }
}

fn month_name(lang: Lang, date: Date) -> String {
    match date.month() {
        1 => t(lang, "month-january"),
        2 => t(lang, "month-february"),
        3 => t(lang, "month-march"),
        4 => t(lang, "month-april"),
        5 => t(lang, "month-may"),
        6 => t(lang, "month-june"),
        7 => t(lang, "month-july"),
        8 => t(lang, "month-august"),
        9 => t(lang, "month-september"),
        10 => t(lang, "month-october"),
        11 => t(lang, "month-november"),
        _ => t(lang, "month-december"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> At {
        At::parse(text).unwrap()
    }

    #[test]
    fn a_moment_is_written_in_the_zone_of_the_file() {
        let zone = Zone::named("Asia/Shanghai");
        let evening = at("2026-07-18T11:00:06Z");
        assert_eq!(day_time(Lang::ZhCn, &zone, evening), "7 月 18 日 星期六 19:00");
        assert_eq!(paper_time(Lang::ZhCn, &zone, evening), "2026年7月18日19:00");
        assert_eq!(paper_date(Lang::ZhCn, &zone, evening), "2026年7月18日");
        assert_eq!(day_time(Lang::En, &zone, evening), "Sat 18 July, 19:00");
        assert_eq!(paper_time(Lang::En, &zone, evening), "18 July 2026, 19:00");
        assert_eq!(clock_seconds(&zone, evening), "19:00:06");
        assert_eq!(date(Lang::ZhCn, &zone, at("2026-07-18T17:00:00Z")), "7 月 19 日 星期日");
        assert_eq!(zone.day(at("2026-07-18T17:00:00Z")), Day::parse("2026-07-19").unwrap());
        assert_eq!(zone.at(Day::parse("2026-07-18").unwrap(), 19, 0), Some(at("2026-07-18T11:00:00Z")));
        assert_eq!(zone.at(Day::parse("2026-07-18").unwrap(), 24, 0), None);
    }

    #[test]
    fn days_stand_with_and_without_weekday_and_year() {
        let monday = Day::parse("2026-07-20").unwrap();
        assert_eq!(day(Lang::ZhCn, monday), "7 月 20 日 星期一");
        assert_eq!(day_short(Lang::ZhCn, monday), "7 月 20 日");
        assert_eq!(weekday(Lang::ZhCn, monday), "星期一");
        assert_eq!(paper_day(Lang::ZhCn, monday), "7月20日");
        assert_eq!(paper_day_long(Lang::ZhCn, monday), "2026年7月20日");
        assert_eq!(day(Lang::En, monday), "Mon 20 July");
        assert_eq!(day(Lang::En, Day(i32::MAX)), "");
    }

    #[test]
    fn lengths_and_drift_are_said_plainly() {
        assert_eq!((length(84_999), over(12_000), length(-5)), ("1:24".into(), "+0:12".into(), "0:00".into()));
        assert_eq!(span(Lang::ZhCn, 120_000), "2 分钟");
        assert_eq!(span(Lang::ZhCn, 90_000), "1 分 30 秒");
        assert_eq!(span(Lang::En, 60_000), "1 minute");
        assert_eq!(drift(Lang::ZhCn, 8 * MINUTE_MS + 59_000), "晚 8 分钟");
        assert_eq!(drift(Lang::ZhCn, -3 * MINUTE_MS), "早 3 分钟");
        assert_eq!(drift(Lang::En, 59_999), "On time");
        assert_eq!(drift(Lang::ZhCn, 59 * MINUTE_MS), "晚 59 分钟");
        assert_eq!(drift(Lang::ZhCn, 60 * MINUTE_MS), "晚 1 小时 0 分");
        assert_eq!(drift(Lang::ZhCn, -614 * MINUTE_MS), "早 10 小时 14 分");
        assert_eq!(drift(Lang::En, -614 * MINUTE_MS), "10 h 14 min early");
    }

    #[test]
    fn an_unknown_zone_falls_back_and_no_moment_is_out_of_reach() {
        assert_eq!(Zone::named("Moon/Tranquility"), Zone::named("Asia/Shanghai"));
        assert!(Zone::knows("Europe/Berlin") && !Zone::knows("Moon/Tranquility"));
        assert_eq!(clock(&Zone::named("Asia/Shanghai"), At(i64::MAX)).len(), 5);
        assert_eq!(clock(&Zone::named("Asia/Shanghai"), At(i64::MIN)).len(), 5);
    }
}
