//! Dividing many numbers by one: a multiplication and at most one step instead of a division each.

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
    ///
    /// The reciprocal falls short of 2⁶⁴ / `by` by at most one, so the first guess is the quotient or one less.
    #[inline]
    pub(crate) fn divide(self, number: u64) -> (u64, u64) {
        let product = u128::from(number) * u128::from(self.reciprocal);
        // The upper half of a 128-bit product.
        let guess = u64::try_from(product >> 64).unwrap_or(u64::MAX);
        let rest = number - guess * self.by;
        if rest >= self.by { (guess + 1, rest - self.by) } else { (guess, rest) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(number: u64, by: u64) {
        assert_eq!(Divisor::new(by).divide(number), (number / by, number % by), "{number} / {by}");
    }

    #[test]
    fn given_the_edges_of_64_bits_quotient_and_remainder_are_those_of_a_division() {
        for by in [1, 2, 3, 10, (1 << 32) - 1, 1 << 32, (1 << 63) - 1, 1 << 63, (1 << 63) + 1, u64::MAX - 1, u64::MAX] {
            for number in [0, 1, by - 1, by, by.wrapping_add(1), by.wrapping_mul(2), u64::MAX - 1, u64::MAX] {
                check(number, by);
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
    }
}
