//! Dividing many numbers by one: multiplications and at most two steps instead of a division each.

/// A 64-bit divisor with its reciprocal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Divisor {
    by: u64,
    /// (2⁶⁴ − 1) / `by`, cut.
    reciprocal: u64,
}

impl Divisor {
    /// `by` is not zero.
    pub(crate) const fn new(by: u64) -> Divisor {
        Divisor { by, reciprocal: u64::MAX / by }
    }

    /// Quotient and remainder.
    #[inline]
    pub(crate) fn divide(self, number: u64) -> (u64, u64) {
        // WebAssembly has a division but no product of 128 bits.
        if cfg!(target_family = "wasm") { self.by_division(number) } else { self.by_product(number) }
    }

    #[inline]
    fn by_division(self, number: u64) -> (u64, u64) {
        let quotient = number / self.by;
        (quotient, number - quotient * self.by)
    }

    /// The reciprocal falls short of 2⁶⁴ / `by` by at most one, so the first guess is the quotient or one less.
    #[inline]
    fn by_product(self, number: u64) -> (u64, u64) {
        let guess = halves(u128::from(number) * u128::from(self.reciprocal)).0;
        let rest = number - guess * self.by;
        let short = u64::from(rest >= self.by);
        (guess + short, rest - short * self.by)
    }
}

/// A 64-bit divisor of numbers twice as wide, with its reciprocal.
///
/// After Möller and Granlund, "Improved division by invariant integers" (IEEE Transactions on Computers 60, 2011),
/// algorithm 4.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WideDivisor {
    /// Shifted up until its highest bit is set.
    by: u64,
    shift: u32,
    /// (2¹²⁸ − 1) / `by` − 2⁶⁴, cut.
    reciprocal: u64,
}

impl WideDivisor {
    /// `by` is not zero.
    pub(crate) const fn new(by: u64) -> WideDivisor {
        let shift = by.leading_zeros();
        let by = by << shift;
        // As `by` is at least 2⁶³, the quotient lies from 2⁶⁴ on and below 2⁶⁵: its lower half is what is wanted.
        let (_, reciprocal) = halves(u128::MAX / by as u128);
        WideDivisor { by, shift, reciprocal }
    }

    /// Quotient and remainder; the quotient must fit 64 bits.
    #[inline]
    pub(crate) fn divide(self, number: u128) -> (u64, u64) {
        let number = number << self.shift;
        let (high, low) = halves(number);
        let (guess, fraction) = halves((u128::from(self.reciprocal) * u128::from(high)).wrapping_add(number));
        let mut quotient = guess.wrapping_add(1);
        let mut rest = low.wrapping_sub(quotient.wrapping_mul(self.by));
        if rest > fraction {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.by);
        }
        if rest >= self.by {
            quotient = quotient.wrapping_add(1);
            rest -= self.by;
        }
        (quotient, rest >> self.shift)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "the lower half is meant")]
const fn halves(number: u128) -> (u64, u64) {
    ((number >> 64) as u64, number as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const EDGES: [u64; 11] =
        [1, 2, 3, 10, (1 << 32) - 1, 1 << 32, (1 << 63) - 1, 1 << 63, (1 << 63) + 1, u64::MAX - 1, u64::MAX];

    fn check(number: u64, by: u64) {
        let (divisor, expected) = (Divisor::new(by), (number / by, number % by));
        for found in [divisor.divide(number), divisor.by_division(number), divisor.by_product(number)] {
            assert_eq!(found, expected, "{number} / {by}");
        }
        check_wide(number.into(), by);
    }

    fn check_wide(number: u128, by: u64) {
        let (quotient, rest) = WideDivisor::new(by).divide(number);
        assert_eq!((u128::from(quotient), u128::from(rest)), (number / u128::from(by), number % u128::from(by)));
    }

    #[test]
    fn given_the_edges_of_64_bits_quotient_and_remainder_are_those_of_a_division() {
        for by in EDGES {
            for number in [0, 1, by - 1, by, by.wrapping_add(1), by.wrapping_mul(2), u64::MAX - 1, u64::MAX] {
                check(number, by);
            }
        }
    }

    #[test]
    fn given_products_at_the_edges_quotient_and_remainder_are_those_of_a_division() {
        for by in EDGES {
            for factor in EDGES {
                for rest in [0, 1, by / 2, by - 1] {
                    check_wide(u128::from(by) * u128::from(factor) + u128::from(rest % by), by);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn it_is_a_division(number: u64, by in 1u64.., shift in 0u32..64) {
            check(number, by);
            check(number, (by >> shift).max(1));
            check(number >> shift, by);
        }

        #[test]
        fn it_is_a_division_of_wide_numbers(quotient: u64, rest: u64, by in 1u64.., shift in 0u32..64) {
            for by in [by, (by >> shift).max(1)] {
                check_wide(u128::from(quotient) * u128::from(by) + u128::from(rest % by), by);
                check_wide(u128::from(quotient >> shift) * u128::from(by), by);
            }
        }
    }
}
