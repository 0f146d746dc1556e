//! When an offer takes place: a day and hours as people write them, `14:00-15:30`.

use serde::{Deserialize, Serialize};

/// From a minute of the day to another, the last not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hours {
    pub(crate) from: u16,
    pub(crate) to: u16,
}

/// A day, with its hours if they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct When {
    /// Days since 1970-01-01.
    pub(crate) day: i32,
    pub(crate) hours: Option<Hours>,
}

impl Hours {
    /// `14:00-15:30`, also with full-width signs and other dashes.
    pub(crate) fn parse(text: &str) -> Option<Hours> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
        let (from, to) = plain.split_once('-')?;
        let (from, to) = (minute(from)?, minute(to)?);
        (from < to).then_some(Hours { from, to })
    }

    pub(crate) fn text(self) -> String {
        let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        format!("{}-{}", clock(self.from), clock(self.to))
    }
}

impl When {
    /// Whether nobody can be at both. One that ends when the other begins does not clash; a day without hours is the whole day.
    pub(crate) fn clashes(self, other: When) -> bool {
        let overlap = match (self.hours, other.hours) {
            (Some(one), Some(two)) => one.from < two.to && two.from < one.to,
            _ => true,
        };
        self.day == other.day && overlap
    }
}

fn plain(c: char) -> char {
    match c {
        '：' => ':',
        '–' | '—' | '－' | '~' | '～' | '至' => '-',
        c => c,
    }
}

/// `9:05` as minutes; 24:00 ends a day.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let part = |text: &str| text.parse::<u16>().ok().filter(|_| (1..=2).contains(&text.len()));
    let (hour, minute) = (part(hour)?, part(minute)?);
    (minute < 60 && hour * 60 + minute <= 24 * 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(text: &str) -> Option<Hours> {
        Hours::parse(text)
    }

    #[test]
    fn given_hours_as_people_write_them_they_are_read_and_written_one_way() {
        for text in ["14:00-15:30", "14：00－15：30", " 14:00 – 15:30", "14:00至15:30"] {
            assert_eq!(hours(text).map(Hours::text).as_deref(), Some("14:00-15:30"), "{text}");
        }
        assert_eq!(hours("9:05-24:00").map(Hours::text).as_deref(), Some("09:05-24:00"));
        for text in ["", "14:00", "15:30-14:00", "14:00-14:00", "14:60-15:00", "25:00-26:00", "下午"] {
            assert_eq!(hours(text), None, "{text}");
        }
    }

    #[test]
    fn at_001_1_two_courses_clash_at_one_hour_of_one_day_and_not_when_one_ends_as_the_other_begins() {
        let when = |day, text| When { day, hours: hours(text) };
        assert!(when(1, "14:00-15:30").clashes(when(1, "15:00-16:00")));
        assert!(!when(1, "14:00-15:00").clashes(when(1, "15:00-16:00")));
        assert!(!when(1, "14:00-15:30").clashes(when(2, "14:00-15:30")));
        // Without hours it may be any: the day is taken.
        assert!(when(1, "").clashes(when(1, "15:00-16:00")));
    }
}
