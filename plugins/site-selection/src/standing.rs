//! How the sites stand: who is out, who waits to be looked into, and who leads among the rest.

use crate::criteria::{Criteria, Kind, Row};
use crate::score::Scores;
use crate::site::{Fitness, Site};

/// What it comes to; places are those in the list of sites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// No site can be chosen.
    Nobody,
    /// The only one that can be chosen, or the one with the most points.
    One(usize),
    /// Several can be chosen and nobody gave points: the meeting votes.
    Ballot(Vec<usize>),
    /// This site still lacks points that others have.
    Unscored(usize),
    /// Equal points: the meeting votes.
    Tie(Vec<usize>),
    /// All that can be chosen are built.
    Batch(Vec<usize>),
}

/// How the sites stand.
pub(crate) struct Standing<'a> {
    /// The criteria of the place.
    pub(crate) rows: Vec<&'a Row>,
    /// One a site.
    pub(crate) fitness: Vec<Fitness>,
    /// The sites that can be chosen.
    pub(crate) fit: Vec<usize>,
    /// Of the sites that can be chosen, once each has all its points; a site with a veto has none.
    pub(crate) scores: Option<Scores>,
    pub(crate) choice: Choice,
}

impl<'a> Standing<'a> {
    pub(crate) fn of(criteria: &'a Criteria, place: &str, sites: &[Site], is_batch: bool) -> Standing<'a> {
        let rows = criteria.at(place);
        let fitness: Vec<Fitness> = sites.iter().map(|site| site.fitness(&rows)).collect();
        let fit: Vec<usize> = (0..sites.len()).filter(|at| fitness[*at] == Fitness::Fit).collect();
        let scores = scores(&rows, sites, &fit);
        let lacks = |at: &&usize| scored(&rows).any(|row| !sites[**at].points.contains_key(&row.id));
        let some_points = fit.iter().any(|at| scored(&rows).any(|row| sites[*at].points.contains_key(&row.id)));
        let choice = match (fit.as_slice(), &scores) {
            ([], _) => Choice::Nobody,
            (_, _) if is_batch => Choice::Batch(fit.clone()),
            ([one], _) => Choice::One(*one),
            (_, Some(scores)) => match scores.leaders().as_slice() {
                [leader] => Choice::One(fit[*leader]),
                leaders => Choice::Tie(leaders.iter().map(|leader| fit[*leader]).collect()),
            },
            (_, None) => match fit.iter().find(lacks) {
                Some(at) if some_points => Choice::Unscored(*at),
                _ => Choice::Ballot(fit.clone()),
            },
        };
        Standing { rows, fitness, fit, scores, choice }
    }

    /// The criteria that give points.
    pub(crate) fn scored(&self) -> impl Iterator<Item = &'a Row> + '_ {
        scored(&self.rows)
    }

    /// A criterion of the place.
    pub(crate) fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.iter().copied().find(|row| row.id == id)
    }

    /// Points of a site in units of 10^-2.
    pub(crate) fn score(&self, site: usize) -> Option<i64> {
        let at = self.fit.iter().position(|fit| *fit == site)?;
        self.scores.as_ref().map(|scores| scores.shown(at))
    }

    /// The sites, those that can be chosen first (most points first), then what is open, then what is out; equals in the
    /// order of entry.
    pub(crate) fn order(&self) -> Vec<usize> {
        let fit: Vec<usize> = match &self.scores {
            Some(scores) => scores.order().into_iter().map(|at| self.fit[at]).collect(),
            None => self.fit.clone(),
        };
        let those = |pending: bool| {
            (0..self.fitness.len()).filter(move |at| match self.fitness[*at] {
                Fitness::Fit => false,
                Fitness::Pending(_) => pending,
                Fitness::Vetoed(_) => !pending,
            })
        };
        fit.into_iter().chain(those(true)).chain(those(false)).collect()
    }
}

fn scored<'a>(rows: &[&'a Row]) -> impl Iterator<Item = &'a Row> {
    rows.iter().copied().filter(|row| matches!(row.kind, Kind::Score(_)))
}

fn scores(rows: &[&Row], sites: &[Site], fit: &[usize]) -> Option<Scores> {
    let weight = |row: &Row| if let Kind::Score(weight) = row.kind { weight } else { 0 };
    let weights: Vec<i64> = scored(rows).map(weight).collect();
    let points = |at: &usize| scored(rows).map(|row| sites[*at].points.get(&row.id).copied()).collect();
    let points = fit.iter().map(points).collect::<Option<Vec<Vec<i64>>>>()?;
    (!weights.is_empty() && !points.is_empty()).then_some(Scores { weights, points })
}
