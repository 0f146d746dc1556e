//! Which quotes can be compared, how they stand to each other, and who leads: pure, exact, the same in any order of rows.

use std::cmp::Ordering;

use crate::plan::{Method, Plan, TieRule};
use crate::quote::Quote;
use crate::settling::{How, Settling};

/// How many comparable quotes custom asks for.
pub(crate) const CUSTOM: usize = 3;

/// Why a quote cannot be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Out {
    /// Lines of the sheet it leaves out, without an amount.
    Missing(Vec<u32>),
    /// Above the ceiling.
    AboveCeiling,
    /// A criterion nobody gave points for.
    NoPoints(usize),
}

/// How a quote stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// What the whole sheet costs, in fen, after a second round where there was one.
    pub(crate) comparable: Option<i64>,
    pub(crate) out: Option<Out>,
    /// Unusually low: to be explained, never excluded for it.
    pub(crate) is_low: bool,
    /// Composite score in 10^-4 points, rounded down for people; compared as an exact fraction.
    pub(crate) score: Option<i64>,
    /// 1 for the best; equals share a rank.
    pub(crate) rank: Option<usize>,
}

/// What made the leader the leader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Price or score alone.
    Method,
    /// The earlier start.
    Start,
    /// The second round.
    Round,
    /// A lot drawn, or a decision.
    Settled(How),
}

/// Who leads; places are those in the list of quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lead {
    /// No quote can be compared.
    Nobody,
    One {
        at: usize,
        by: By,
    },
    /// Equal in everything that counts: row order never decides.
    Tie(Vec<usize>),
}

/// How all quotes stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ranking {
    /// One a quote, in the order of the list.
    pub(crate) standings: Vec<Standing>,
    pub(crate) lead: Lead,
}

impl Ranking {
    /// How many can be compared.
    pub(crate) fn comparable(&self) -> usize {
        self.standings.iter().filter(|standing| standing.out.is_none()).count()
    }

    /// The places, best first, those that cannot be chosen last; equals in the order of entry.
    pub(crate) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.standings.len()).collect();
        order.sort_by_key(|at| self.standings[*at].rank.unwrap_or(usize::MAX));
        order
    }

    pub(crate) fn of(plan: &Plan, quotes: &[Quote], settling: &Settling) -> Ranking {
        let first = Figures::of(plan, quotes, |quote| quote.price);
        let tied = first.best();
        let ids = |places: &[usize]| -> Vec<u32> { places.iter().map(|at| quotes[*at].id).collect() };
        if tied.len() < 2 {
            let lead = tied.first().map_or(Lead::Nobody, |at| Lead::One { at: *at, by: By::Method });
            return first.ranking(lead);
        }
        if let (TieRule::Start, Some(at)) = (plan.tie, earliest(quotes, &tied)) {
            return first.ranking(Lead::One { at, by: By::Start });
        }
        let (figures, tied, by) = match settling.round_among(&ids(&tied)) {
            Some(round) => {
                // Only the tied ones named a second price, and only they can win it.
                let second = Figures::of(plan, quotes, |quote| round.price_of(quote.id).unwrap_or(quote.price));
                let still = second.best_among(&tied);
                (second, still, By::Round)
            }
            None => (first, tied, By::Method),
        };
        let lead = match tied.as_slice() {
            [at] => Lead::One { at: *at, by },
            _ => match settling.settled_among(&ids(&tied)) {
                Some((id, how)) => quotes
                    .iter()
                    .position(|quote| quote.id == id)
                    .map_or(Lead::Tie(tied), |at| Lead::One { at, by: By::Settled(how) }),
                None => Lead::Tie(tied),
            },
        };
        figures.ranking(lead)
    }
}

/// The one that starts earliest, if all say when and one is alone in it.
fn earliest(quotes: &[Quote], tied: &[usize]) -> Option<usize> {
    let starts = tied.iter().map(|at| quotes[*at].start.map(|start| (start, *at)));
    let mut starts = starts.collect::<Option<Vec<(i32, usize)>>>()?;
    starts.sort_unstable();
    (starts[0].0 < starts.get(1)?.0).then_some(starts[0].1)
}

/// The figures of one round.
struct Figures {
    wholes: Vec<Option<i64>>,
    outs: Vec<Option<Out>>,
    lows: Vec<bool>,
    /// The score as a fraction: above and below the line; below is the price of the quote.
    scores: Vec<Option<(i128, i128)>>,
}

impl Figures {
    fn of(plan: &Plan, quotes: &[Quote], price: impl Fn(&Quote) -> i64) -> Figures {
        let wholes: Vec<Option<i64>> = quotes.iter().map(|quote| quote.whole(price(quote))).collect();
        let out = |(quote, whole): (&Quote, &Option<i64>)| {
            let Some(whole) = whole else { return Some(Out::Missing(quote.unknown())) };
            if plan.ceiling.is_some_and(|ceiling| *whole > ceiling) {
                return Some(Out::AboveCeiling);
            }
            (0..plan.criteria().len()).find(|at| quote.points.get(*at).copied().flatten().is_none()).map(Out::NoPoints)
        };
        let outs: Vec<Option<Out>> = quotes.iter().zip(&wholes).map(out).collect();
        let inside = || wholes.iter().zip(&outs).filter(|(_, out)| out.is_none()).filter_map(|(whole, _)| *whole);
        let (count, sum) = (inside().count(), inside().map(i128::from).sum::<i128>());
        // Below so many percent of the ceiling, else of the mean: multiplied out, so nothing is rounded.
        let bound = plan.ceiling.map_or((sum, count as i128), |ceiling| (i128::from(ceiling), 1));
        let is_low = |whole: i64| i128::from(whole) * 100 * bound.1 < i128::from(plan.low) * bound.0;
        let lows = wholes.iter().zip(&outs).map(|(whole, out)| out.is_none() && whole.is_some_and(is_low)).collect();
        let least = inside().min().unwrap_or(0);
        let score = |((quote, whole), out): ((&Quote, &Option<i64>), &Option<Out>)| match (&plan.method, whole, out) {
            (Method::Composite { price, criteria }, Some(whole), None) => {
                let points = criteria.iter().zip(&quote.points);
                let points: i64 = points.map(|(criterion, points)| criterion.weight * points.unwrap_or(0)).sum();
                let above = i128::from(*price) * i128::from(least) * 100 + i128::from(*whole) * i128::from(points);
                Some((above, i128::from(*whole)))
            }
            _ => None,
        };
        let scores = quotes.iter().zip(&wholes).zip(&outs).map(score).collect();
        Figures { wholes, outs, lows, scores }
    }

    /// How two quotes that can be compared stand to each other; the better one is less.
    fn compare(&self, one: usize, other: usize) -> Ordering {
        match (self.scores[one], self.scores[other]) {
            (Some((above, below)), Some((other_above, other_below))) => {
                (other_above * below).cmp(&(above * other_below))
            }
            _ => self.wholes[one].cmp(&self.wholes[other]),
        }
    }

    fn inside(&self) -> Vec<usize> {
        (0..self.outs.len()).filter(|at| self.outs[*at].is_none()).collect()
    }

    fn best(&self) -> Vec<usize> {
        self.best_among(&self.inside())
    }

    fn best_among(&self, places: &[usize]) -> Vec<usize> {
        let beaten = |at: usize| places.iter().any(|other| self.compare(*other, at) == Ordering::Less);
        places.iter().copied().filter(|at| self.outs[*at].is_none() && !beaten(*at)).collect()
    }

    fn ranking(self, lead: Lead) -> Ranking {
        let inside = self.inside();
        let ahead = |at: usize| inside.iter().filter(|other| self.compare(**other, at) == Ordering::Less).count();
        let standing = |at: usize| Standing {
            comparable: self.wholes[at],
            out: self.outs[at].clone(),
            is_low: self.lows[at],
            // Above over below is in hundredths of a percent times points: 10^-4 of a point.
            score: self.scores[at].and_then(|(above, below)| i64::try_from(above / below).ok()),
            rank: self.outs[at].is_none().then(|| ahead(at) + 1),
        };
        let standings = (0..self.outs.len()).map(standing).collect();
        Ranking { standings, lead }
    }
}
