//! `units` × weight ÷ `whole`, exactly, in whole coins and a remainder: by the quickest way that is exact.

use crate::divisor::{Divisor, WideDivisor};

/// What is left of a part below its whole coins, in `whole`ths of a coin.
pub(crate) trait Remainder: Copy + Default + Ord {
    /// Its bits from `shift` on; there are few of them.
    fn bits_from(self, shift: u32) -> usize;
}

impl Remainder for u64 {
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "few bits are left")]
    fn bits_from(self, shift: u32) -> usize {
        (self >> shift) as usize
    }
}

impl Remainder for u128 {
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "few bits are left")]
    fn bits_from(self, shift: u32) -> usize {
        (self >> shift) as usize
    }
}

/// The exact parts of an amount; no weight is above the whole.
pub(crate) trait Parts {
    type Remainder: Remainder;

    /// Whole coins of a weight, and the remainder.
    fn part(&self, weight: u64) -> (u64, Self::Remainder);

    /// The remainder once more, of a weight whose whole coins are known.
    fn remainder(&self, weight: u64, coins: u64) -> Self::Remainder;

    /// Every remainder is below two to this power.
    fn bits(&self) -> u32;
}

/// Nearly every bill: products and whole fit 64 bits.
pub(crate) struct Narrow {
    units: u64,
    whole: u64,
    divisor: Divisor,
}

/// The whole fits 64 bits, the products do not.
pub(crate) struct Middle {
    units: u64,
    whole: u64,
    divisor: WideDivisor,
}

/// The whole does not fit 64 bits.
pub(crate) struct Wide {
    units: u64,
    whole: u128,
}

impl Narrow {
    /// `None` unless everything fits.
    pub(crate) fn of(units: u64, heaviest: u64, whole: u128) -> Option<Narrow> {
        let whole = u64::try_from(whole).ok()?;
        units.checked_mul(heaviest)?;
        Some(Narrow { units, whole, divisor: Divisor::new(whole) })
    }
}

impl Middle {
    /// `None` unless the whole fits.
    pub(crate) fn of(units: u64, whole: u128) -> Option<Middle> {
        let whole = u64::try_from(whole).ok()?;
        Some(Middle { units, whole, divisor: WideDivisor::new(whole) })
    }
}

impl Wide {
    pub(crate) const fn of(units: u64, whole: u128) -> Wide {
        Wide { units, whole }
    }
}

impl Parts for Narrow {
    type Remainder = u64;

    #[inline]
    fn part(&self, weight: u64) -> (u64, u64) {
        self.divisor.divide(self.units * weight)
    }

    #[inline]
    fn remainder(&self, weight: u64, coins: u64) -> u64 {
        self.units * weight - coins * self.whole
    }

    fn bits(&self) -> u32 {
        u64::BITS - self.whole.leading_zeros()
    }
}

impl Parts for Middle {
    type Remainder = u64;

    #[inline]
    fn part(&self, weight: u64) -> (u64, u64) {
        self.divisor.divide(u128::from(self.units) * u128::from(weight))
    }

    #[inline]
    fn remainder(&self, weight: u64, coins: u64) -> u64 {
        // The difference fits 64 bits, so it may be taken modulo 2⁶⁴.
        self.units.wrapping_mul(weight).wrapping_sub(coins.wrapping_mul(self.whole))
    }

    fn bits(&self) -> u32 {
        u64::BITS - self.whole.leading_zeros()
    }
}

impl Parts for Wide {
    type Remainder = u128;

    fn part(&self, weight: u64) -> (u64, u128) {
        let exact = u128::from(self.units) * u128::from(weight);
        // As no weight is above the whole, no part is above the units.
        let coins = u64::try_from(exact / self.whole).unwrap_or(u64::MAX);
        (coins, self.remainder(weight, coins))
    }

    fn remainder(&self, weight: u64, coins: u64) -> u128 {
        u128::from(self.units) * u128::from(weight) - u128::from(coins) * self.whole
    }

    fn bits(&self) -> u32 {
        u128::BITS - self.whole.leading_zeros()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_is_taken_where_it_is_exact_and_nowhere_else() {
        let (half, most) = (1 << 32, u128::from(u64::MAX));
        assert!(Narrow::of(half, half - 1, most).is_some());
        assert!(Narrow::of(half, half, most).is_none(), "a product of 65 bits");
        assert!(Narrow::of(1, 1, most + 1).is_none() && Middle::of(u64::MAX, most + 1).is_none());
        assert!(Middle::of(u64::MAX, most).is_some());
    }

    #[test]
    fn all_ways_give_the_same_part() {
        let (units, weight, whole) = (165_000, 8_935, 196_076);
        let narrow = Narrow::of(units, weight, whole).map(|parts| (parts.part(weight), parts.bits()));
        assert_eq!(narrow, Some(((7_518, 175_632), 18)));
        assert_eq!(Middle::of(units, whole).map(|parts| (parts.part(weight), parts.bits())), narrow);
        let wide = Wide::of(units, whole);
        assert_eq!((wide.part(weight), wide.bits()), ((7_518, 175_632), 18));
        assert_eq!((wide.remainder(weight, 7_518), wide.remainder(weight, 7_517)), (175_632, 175_632 + 196_076));
    }

    #[test]
    fn a_remainder_is_cut_to_its_highest_bits() {
        assert_eq!((0b1011_0110_u64.bits_from(5), 0b1011_0110_u128.bits_from(5)), (0b101, 0b101));
    }
}
