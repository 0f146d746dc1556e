//! Points: who leads, and at which weights somebody else would. Exact fractions of whole numbers.
//!
//! With the weight of one criterion as the variable and all others as they are, the lead over another site is a straight
//! line in it; where it crosses zero the leader changes.

/// The points of a site, one a criterion, and the weights; sums stay far within 128 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scores {
    pub(crate) weights: Vec<i64>,
    /// One row a site.
    pub(crate) points: Vec<Vec<i64>>,
}

/// A fraction in lowest terms with a positive lower part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    pub(crate) num: i128,
    pub(crate) den: i128,
}

/// Where the lead changes: at this weight, to this site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) weight: Fraction,
    pub(crate) to: usize,
}

/// How far one weight can move before somebody else leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// Below it another site leads; `None`: never.
    pub(crate) from: Option<Turn>,
    /// Above it another site leads; `None`: never.
    pub(crate) to: Option<Turn>,
}

impl Scores {
    /// Sum of points times weights.
    fn sum(&self, site: usize) -> i128 {
        self.weights.iter().zip(&self.points[site]).map(|(w, p)| i128::from(*w) * i128::from(*p)).sum()
    }

    /// Of 100, in units of 10^-2, rounded down for people; compared as exact sums.
    pub(crate) fn shown(&self, site: usize) -> i64 {
        let whole: i128 = self.weights.iter().map(|weight| i128::from(*weight)).sum();
        i64::try_from(self.sum(site) * 100 / whole.max(1)).unwrap_or(i64::MAX)
    }

    /// The sites with the most points: several are a tie, in whatever order they stand.
    pub(crate) fn leaders(&self) -> Vec<usize> {
        let most = (0..self.points.len()).map(|site| self.sum(site)).max();
        (0..self.points.len()).filter(|site| Some(self.sum(*site)) == most).collect()
    }

    /// The sites, most points first, equals in the order of entry.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by_key(|site| -self.sum(*site));
        order
    }

    /// How far the weight of a criterion can move while `leader` leads alone.
    pub(crate) fn range(&self, leader: usize, criterion: usize) -> Range {
        let weight = i128::from(self.weights[criterion]);
        let mut range = Range { from: None, to: None };
        for other in (0..self.points.len()).filter(|other| *other != leader) {
            let slope = i128::from(self.points[leader][criterion]) - i128::from(self.points[other][criterion]);
            // The lead at weight zero; the leader loses it where lead + slope × weight is zero.
            let lead = self.sum(leader) - self.sum(other) - slope * weight;
            if slope == 0 {
                continue;
            }
            let turn = Turn { weight: fraction(-lead, slope), to: other };
            if slope > 0 && turn.weight.num > 0 && range.from.is_none_or(|from| less(from.weight, turn.weight)) {
                range.from = Some(turn);
            }
            if slope < 0 && range.to.is_none_or(|to| less(turn.weight, to.weight)) {
                range.to = Some(turn);
            }
        }
        range
    }
}

fn less(one: Fraction, other: Fraction) -> bool {
    one.num * other.den < other.num * one.den
}

fn fraction(num: i128, den: i128) -> Fraction {
    let common = gcd(num.unsigned_abs(), den.unsigned_abs());
    let common = i128::try_from(common).unwrap_or(1).max(1) * den.signum();
    Fraction { num: num / common, den: den / common }
}

fn gcd(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { gcd(other, one % other) }
}

impl Fraction {
    /// "60", "22.5", or "20/3 (6.66…)".
    pub(crate) fn text(self) -> String {
        use fangzhuo_sdk::amounts::scaled::grouped;
        let hundredths = i64::try_from((self.num * 100).div_euclid(self.den)).unwrap_or(i64::MAX);
        let decimal = grouped(hundredths, 2);
        if self.num * 100 % self.den == 0 {
            decimal.trim_end_matches('0').trim_end_matches('.').to_owned()
        } else {
            format!("{}/{} ({decimal}…)", self.num, self.den)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores() -> Scores {
        // 30·80 + 70·50 = 59; 30·50 + 70·60 = 57; 30·90 + 70·40 = 55, of 100.
        Scores { weights: vec![30, 70], points: vec![vec![80, 50], vec![50, 60], vec![90, 40]] }
    }

    #[test]
    fn given_points_the_leader_and_the_order_follow_from_exact_sums() {
        assert_eq!((scores().leaders(), scores().order()), (vec![0], vec![0, 1, 2]));
        assert_eq!([0, 1, 2].map(|site| scores().shown(site)), [5_900, 5_700, 5_500]);
        let tie = Scores { weights: vec![1, 1], points: vec![vec![1, 2], vec![2, 1], vec![0, 0]] };
        assert_eq!(tie.leaders(), [0, 1]);
    }

    #[test]
    fn given_a_weight_moves_the_turn_is_an_exact_fraction_and_at_it_the_two_are_equal() {
        let first = scores().range(0, 0);
        // Over site 1: 30 w − 700 = 0 at 70/3; over site 2: 700 − 10 w = 0 at 70.
        assert_eq!(first.from, Some(Turn { weight: Fraction { num: 70, den: 3 }, to: 1 }));
        assert_eq!(first.to, Some(Turn { weight: Fraction { num: 70, den: 1 }, to: 2 }));
        assert_eq!(
            (first.from.unwrap().weight.text(), first.to.unwrap().weight.text()),
            ("70/3 (23.33…)".into(), "70".into())
        );
        for (weight, leaders) in [(23, vec![1]), (24, vec![0]), (69, vec![0]), (70, vec![0, 2]), (71, vec![2])] {
            assert_eq!(Scores { weights: vec![weight, 70], ..scores() }.leaders(), leaders, "{weight}");
        }
    }

    #[test]
    fn given_a_leader_ahead_everywhere_no_weight_changes_it() {
        let scores = Scores { weights: vec![30, 70], points: vec![vec![80, 80], vec![50, 60]] };
        assert_eq!(scores.range(0, 0), Range { from: None, to: None });
        assert_eq!(scores.range(0, 1), Range { from: None, to: None });
    }
}
