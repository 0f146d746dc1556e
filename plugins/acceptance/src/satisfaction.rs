//! How satisfied people are, counted exactly: the share of those asked, or of those who answered, as the rule says.

use std::collections::BTreeMap;

use fangzhuo_sdk::amounts::Ratio;
use serde::{Deserialize, Serialize};

/// An answer; the first three are satisfied (满意率 counts 非常满意, 满意 and 基本满意).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Grade {
    Very,
    Satisfied,
    Fairly,
    Dissatisfied,
    /// Was asked and said nothing.
    Silent,
}

impl Grade {
    pub(crate) const ALL: [Grade; 5] =
        [Grade::Very, Grade::Satisfied, Grade::Fairly, Grade::Dissatisfied, Grade::Silent];

    pub(crate) fn key(self) -> &'static str {
        match self {
            Grade::Very => "very",
            Grade::Satisfied => "satisfied",
            Grade::Fairly => "fairly",
            Grade::Dissatisfied => "dissatisfied",
            Grade::Silent => "silent",
        }
    }

    pub(crate) fn of(key: &str) -> Option<Grade> {
        Grade::ALL.into_iter().find(|grade| grade.key() == key)
    }
}

/// What people said: by household, the last word counting, and sums of paper slips without doors.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answers {
    pub(crate) households: BTreeMap<u32, Grade>,
    /// In the order of [`Grade::ALL`].
    pub(crate) slips: [u32; 5],
}

/// Of whom the share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    Asked,
    Answered,
}

/// What is wanted of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) base: Base,
    /// At least so much of the base; `None`: nobody is dissatisfied.
    pub(crate) least: Option<Ratio>,
}

impl Answers {
    pub(crate) fn count(&self, grade: Grade) -> u64 {
        let households = self.households.values().filter(|given| **given == grade).count();
        let slips = Grade::ALL.iter().position(|one| *one == grade).map_or(0, |at| self.slips[at]);
        households as u64 + u64::from(slips)
    }

    pub(crate) fn asked(&self) -> u64 {
        Grade::ALL.into_iter().map(|grade| self.count(grade)).sum()
    }

    pub(crate) fn satisfied(&self) -> u64 {
        [Grade::Very, Grade::Satisfied, Grade::Fairly].into_iter().map(|grade| self.count(grade)).sum()
    }

    /// The number the share is of.
    pub(crate) fn base(&self, base: Base) -> u64 {
        match base {
            Base::Asked => self.asked(),
            Base::Answered => self.asked() - self.count(Grade::Silent),
        }
    }

    /// Whether it is as wanted; `None` as long as there is nobody the share could be of.
    pub(crate) fn holds(&self, wanted: Wanted) -> Option<bool> {
        let base = self.base(wanted.base);
        if base == 0 {
            return None;
        }
        Some(match wanted.least {
            None => self.count(Grade::Dissatisfied) == 0 && self.satisfied() > 0,
            Some(least) => {
                let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
                least.compare(whole(self.satisfied()), whole(base)).is_ge()
            }
        })
    }
}

/// `80%`, `4/5` or `0.8`, from 0 to 1.
pub(crate) fn ratio(text: &str) -> Option<Ratio> {
    use fangzhuo_sdk::amounts::scaled;
    let ratio = match text.strip_suffix(['%', '％']) {
        Some(percent) => Ratio::new(scaled::parse(percent.trim(), 2).ok()?, 10_000)?,
        None if text.contains('/') => text.parse().ok()?,
        None => Ratio::new(scaled::parse(text, 4).ok()?, 10_000)?,
    };
    (ratio >= Ratio::ZERO && ratio <= Ratio::ONE).then_some(ratio)
}

/// `31/96` and `32.3%`: the share itself, and rounded half up to a tenth of a per cent for reading alone.
pub(crate) fn share(part: u64, whole: u64) -> (String, Option<String>) {
    let fraction = format!("{part}/{whole}");
    if whole == 0 {
        return (fraction, None);
    }
    let tenths = (u128::from(part) * 2_000 + u128::from(whole)) / (u128::from(whole) * 2);
    (fraction, Some(format!("{}.{}%", tenths / 10, tenths % 10)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(slips: [u32; 5]) -> Answers {
        Answers { households: BTreeMap::new(), slips }
    }

    #[test]
    fn given_the_share_of_those_asked_who_was_silent_counts_and_of_those_who_answered_not() {
        let answers = slips([1, 2, 1, 1, 1]);
        assert_eq!((answers.satisfied(), answers.base(Base::Asked), answers.base(Base::Answered)), (4, 6, 5));
        let wanted = |base| Wanted { base, least: ratio("80%") };
        assert_eq!(answers.holds(wanted(Base::Answered)), Some(true));
        assert_eq!(answers.holds(wanted(Base::Asked)), Some(false));
    }

    #[test]
    fn at_004_5_181_of_200_are_more_than_90_per_cent_exactly() {
        assert_eq!(share(181, 200), ("181/200".to_owned(), Some("90.5%".to_owned())));
        let wanted = |text| Wanted { base: Base::Asked, least: ratio(text) };
        let answers = slips([181, 0, 0, 19, 0]);
        assert_eq!(answers.holds(wanted("90.5%")), Some(true));
        assert_eq!(answers.holds(wanted("90.51%")), Some(false));
        // A third is a third, not 33.3 per cent.
        assert_eq!(slips([1, 0, 0, 2, 0]).holds(wanted("1/3")), Some(true));
        assert_eq!(slips([1, 0, 0, 2, 0]).holds(wanted("33.34%")), Some(false));
    }

    #[test]
    fn at_001_2_the_share_is_of_those_reached() {
        let percent = |part, whole| share(part, whole).1;
        assert_eq!(percent(31, 96).as_deref(), Some("32.3%"));
        assert_eq!(percent(96, 120).as_deref(), Some("80.0%"));
        assert_eq!(percent(0, 0), None);
    }

    #[test]
    fn given_no_number_one_who_is_dissatisfied_sends_it_back_and_silence_alone_is_no_consent() {
        let wanted = Wanted { base: Base::Asked, least: None };
        assert_eq!(slips([0, 1, 0, 0, 0]).holds(wanted), Some(true));
        assert_eq!(slips([9, 9, 9, 1, 0]).holds(wanted), Some(false));
        assert_eq!(slips([0, 0, 0, 0, 3]).holds(wanted), Some(false));
        assert_eq!(slips([0; 5]).holds(wanted), None);
    }

    #[test]
    fn given_a_household_that_answers_again_the_last_word_counts() {
        let mut answers = Answers::default();
        answers.households.insert(3, Grade::Dissatisfied);
        answers.households.insert(3, Grade::Fairly);
        assert_eq!((answers.asked(), answers.satisfied()), (1, 1));
    }

    #[test]
    fn given_a_share_as_people_write_it_it_is_read_exactly_or_not_at_all() {
        for text in ["80%", "80.00％", "4/5", "0.8"] {
            assert_eq!(ratio(text), Ratio::new(4, 5), "{text}");
        }
        for text in ["", "80", "-1%", "八成", "5/4", "1/0"] {
            assert_eq!(ratio(text), None, "{text}");
        }
    }
}
