//! Moments and days. Stored as integers; stories and people may write them as text.

use serde::{Deserialize, Deserializer, Serialize};

/// A moment: UTC milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct At(pub i64);

/// A calendar day: days since 1970-01-01 in the zone of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Day(pub i32);

const DAY_ZERO: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

impl At {
    /// Milliseconds from `earlier` to this moment; negative if it is not earlier.
    pub fn since(self, earlier: At) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads `2026-07-18T19:00:00+08:00`.
    pub fn parse(text: &str) -> Option<At> {
        text.parse::<jiff::Timestamp>().ok().map(|moment| At(moment.as_millisecond()))
    }
}

impl Day {
    /// Reads `2026-07-20`.
    pub fn parse(text: &str) -> Option<Day> {
        text.parse::<jiff::civil::Date>().ok().and_then(Day::from_date)
    }

    /// The day of a calendar date.
    pub fn from_date(date: jiff::civil::Date) -> Option<Day> {
        date.since((jiff::Unit::Day, DAY_ZERO)).ok().map(|span| Day(span.get_days()))
    }

    /// Its calendar date; `None` outside the years −9999 to 9999.
    pub fn date(self) -> Option<jiff::civil::Date> {
        DAY_ZERO.checked_add(jiff::Span::new().try_days(self.0).ok()?).ok()
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Number(i64),
    Text(String),
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<At, D::Error> {
        match Written::deserialize(deserializer)? {
            Written::Number(ms) => Ok(At(ms)),
            Written::Text(text) => At::parse(&text).ok_or_else(|| {
                serde::de::Error::custom(format!("`{text}` is no moment like 2026-07-18T19:00:00+08:00"))
            }),
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        match Written::deserialize(deserializer)? {
            Written::Number(days) => {
                i32::try_from(days).map(Day).map_err(|_| serde::de::Error::custom("a day outside the calendar"))
            }
            Written::Text(text) => {
                Day::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no day like 2026-07-20")))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_read_and_kept_as_integers() {
        let day = Day::parse("2026-07-20").unwrap();
        assert_eq!(day, Day(20_654));
        assert_eq!(day.date().unwrap().to_string(), "2026-07-20");
        assert_eq!(At::parse("2026-07-18T19:00:00+08:00"), Some(At(1_784_372_400_000)));
        assert_eq!(serde_json::from_str::<At>("\"2026-07-18T11:00:00Z\"").unwrap(), At(1_784_372_400_000));
        assert_eq!(serde_json::to_string(&day).unwrap(), "20654");
        assert!(serde_json::from_str::<Day>("\"tomorrow\"").is_err());
    }
}
