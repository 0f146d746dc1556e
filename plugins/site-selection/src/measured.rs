//! Numbers with their own decimals: compared exactly, shown without idle zeros.

use std::cmp::Ordering;

use fangzhuo_sdk::amounts::scaled;
use serde::{Deserialize, Serialize};

/// 6.2 is 62 at scale 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Number {
    pub(crate) units: i64,
    /// At most [`scaled::MAX_SCALE`].
    pub(crate) scale: u8,
}

impl Number {
    /// With as few decimals as it needs.
    pub(crate) fn plain(mut self) -> Number {
        while self.scale > 0 && self.units % 10 == 0 {
            self = Number { units: self.units / 10, scale: self.scale - 1 };
        }
        self
    }

    /// In units of another scale; `None` where decimals would be lost or 64 bits do not hold it.
    pub(crate) fn at(self, scale: u8) -> Option<i64> {
        let plain = self.plain();
        plain.units.checked_mul(10_i64.checked_pow(u32::from(scale.checked_sub(plain.scale)?))?)
    }

    /// How it stands to another.
    pub(crate) fn compare(self, other: Number) -> Ordering {
        let wide = |number: Number| i128::from(number.units) * 10_i128.pow(u32::from(scaled::MAX_SCALE - number.scale));
        wide(self).cmp(&wide(other))
    }

    /// For people, with at least so many decimals.
    pub(crate) fn text(self, decimals: u8) -> String {
        let scale = self.plain().scale.max(decimals);
        self.at(scale).map_or_else(|| scaled::grouped(self.units, self.scale), |units| scaled::grouped(units, scale))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_numbers_of_different_scales_they_compare_and_read_alike() {
        let number = |units, scale| Number { units, scale };
        assert_eq!(number(60, 1).compare(number(6, 0)), Ordering::Equal);
        assert_eq!(number(58, 1).compare(number(6, 0)), Ordering::Less);
        assert_eq!(
            (number(620, 2).text(1), number(0, 3).text(1), number(300, 2).text(0)),
            ("6.2".into(), "0.0".into(), "3".into())
        );
        assert_eq!((number(75, 2).at(1), number(750, 3).at(2)), (None, Some(75)));
    }
}
