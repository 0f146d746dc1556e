//! One wish: from registering to the thanks of who received it, and the claims on its parts.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// Parts one wish may have; a wheelchair given by ten is the case known from practice (M-9).
pub(crate) const MOST_PARTS: u32 = 50;
/// Characters of a wish.
pub(crate) const WISH_CHARS: u32 = 60;
/// Characters of the label of a volunteer.
pub(crate) const LABEL_CHARS: u32 = 20;

/// How far a wish has come by the community's own hand; claims stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Step {
    /// Written down, not looked into.
    Registered,
    /// Looked into by phone or visit.
    Verified,
    /// On the list, so that it can be claimed.
    Published,
    /// Who received it has said so.
    Confirmed,
    /// Taken off the list.
    Dropped,
}

/// What has become of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Course {
    /// Nobody has got in touch yet.
    Claimed,
    /// The volunteer has got in touch with the household.
    Contacted,
    /// Delivered on this day.
    Delivered(i32),
    /// Lapsed on this day.
    Lapsed(i32),
    /// Given back on this day.
    Withdrawn(i32),
}

/// A part of a wish in the hands of a volunteer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claim {
    /// A short label or `p` and a number, never a name.
    pub(crate) by: String,
    /// The day of the claim, or of the last contact: the days to its lapse count from here.
    pub(crate) seen: i32,
    pub(crate) course: Course,
}

impl Claim {
    /// Whether something is still to be delivered.
    pub(crate) fn is_active(&self) -> bool {
        matches!(self.course, Course::Claimed | Course::Contacted)
    }

    /// Whether it takes up a part.
    fn holds(&self) -> bool {
        self.is_active() || matches!(self.course, Course::Delivered(_))
    }
}

/// A wish and the claims on it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wish {
    /// Row of the roll.
    pub(crate) household: u32,
    pub(crate) text: String,
    /// Into how many parts it can be shared.
    pub(crate) parts: u32,
    pub(crate) step: Step,
    /// Rounds it has waited; who waited longer stands first.
    pub(crate) rounds: u32,
    pub(crate) claims: Vec<Claim>,
}

/// Where a wish stands, for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    Registered,
    Verified,
    /// Published, and at least one part is free.
    Open,
    /// Published, and every part is claimed.
    Claimed,
    /// Every part is delivered.
    Delivered,
    Confirmed,
    Dropped,
}

impl Wish {
    pub(crate) fn new(household: u32, text: &str, parts: u32) -> Result<Wish, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::NoWish);
        }
        if text.chars().count() > WISH_CHARS as usize {
            return Err(Refusal::LongWish);
        }
        if !(1..=MOST_PARTS).contains(&parts) {
            return Err(Refusal::Parts);
        }
        Ok(Wish { household, text: text.to_owned(), parts, step: Step::Registered, rounds: 0, claims: Vec::new() })
    }

    pub(crate) fn standing(&self) -> Standing {
        match self.step {
            Step::Registered => Standing::Registered,
            Step::Verified => Standing::Verified,
            Step::Confirmed => Standing::Confirmed,
            Step::Dropped => Standing::Dropped,
            Step::Published if self.free() > 0 => Standing::Open,
            Step::Published if self.delivered() < self.parts => Standing::Claimed,
            Step::Published => Standing::Delivered,
        }
    }

    /// Parts nobody holds.
    pub(crate) fn free(&self) -> u32 {
        self.parts.saturating_sub(count(self.claims.iter().filter(|claim| claim.holds())))
    }

    /// Parts that were delivered.
    pub(crate) fn delivered(&self) -> u32 {
        count(self.claims.iter().filter(|claim| matches!(claim.course, Course::Delivered(_))))
    }

    /// Whether it rolls over when the round ends, with its free parts: what somebody holds stands in the ledger as a duty, and
    /// must not be given twice.
    pub(crate) fn rolls_over(&self) -> bool {
        matches!(self.standing(), Standing::Registered | Standing::Verified | Standing::Open)
    }

    /// Whether it is neither fulfilled nor taken off.
    pub(crate) fn is_unfulfilled(&self) -> bool {
        !matches!(self.standing(), Standing::Delivered | Standing::Confirmed | Standing::Dropped)
    }

    /// Takes one step of the community's own hand.
    pub(crate) fn advance(&mut self, from: Standing, to: Step) -> Result<(), Refusal> {
        if self.standing() != from {
            return Err(Refusal::NotNow(self.standing()));
        }
        self.step = to;
        Ok(())
    }

    /// Takes it off the list; what was delivered stays delivered.
    pub(crate) fn drop_it(&mut self, today: i32) -> Result<(), Refusal> {
        if !self.is_unfulfilled() {
            return Err(Refusal::NotNow(self.standing()));
        }
        for claim in self.claims.iter_mut().filter(|claim| claim.is_active()) {
            claim.course = Course::Withdrawn(today);
        }
        self.step = Step::Dropped;
        Ok(())
    }

    /// One part for this volunteer, from today.
    pub(crate) fn claim(&mut self, by: &str, today: i32) -> Result<(), Refusal> {
        if self.claims.iter().any(|claim| claim.by == by && claim.holds()) {
            return Err(Refusal::ClaimedTwice);
        }
        match self.standing() {
            Standing::Open => {}
            Standing::Claimed | Standing::Delivered => {
                let holders = self.claims.iter().filter(|claim| claim.holds());
                return Err(Refusal::Taken {
                    wish: self.text.clone(),
                    parts: self.parts,
                    by: holders.map(|claim| claim.by.clone()).collect(),
                });
            }
            standing => return Err(Refusal::NotNow(standing)),
        }
        self.claims.push(Claim { by: by.to_owned(), seen: today, course: Course::Claimed });
        Ok(())
    }

    /// What a volunteer reports of a claim.
    pub(crate) fn report(&mut self, at: usize, news: News, today: i32) -> Result<(), Refusal> {
        let claim = self.claims.get_mut(at).filter(|claim| claim.is_active()).ok_or(Refusal::NoClaim)?;
        claim.seen = today;
        claim.course = match news {
            News::Contacted => Course::Contacted,
            News::Delivered => Course::Delivered(today),
            News::Withdrawn => Course::Withdrawn(today),
        };
        Ok(())
    }

    /// Lets claims lapse that have been silent for more than `days`: claimed on day 0, still held on day 7, gone on day 8.
    pub(crate) fn lapse(&mut self, today: i32, days: i32) {
        for claim in self.claims.iter_mut().filter(|claim| claim.is_active()) {
            if today.saturating_sub(claim.seen) > days {
                claim.course = Course::Lapsed(today);
            }
        }
    }
}

/// What a volunteer reports of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum News {
    Contacted,
    Delivered,
    Withdrawn,
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(text: &str, parts: u32) -> Wish {
        Wish { step: Step::Published, ..Wish::new(0, text, parts).unwrap() }
    }

    #[test]
    fn at_003_7_given_one_walking_stick_when_two_claim_it_one_wins_and_the_other_is_told_who() {
        let mut wish = published("拐杖", 1);
        wish.claim("实验中学1号", 100).unwrap();
        let told = wish.claim("实验中学2号", 100).unwrap_err();
        assert_eq!(told, Refusal::Taken { wish: "拐杖".into(), parts: 1, by: vec!["实验中学1号".into()] });
        assert_eq!(wish.standing(), Standing::Claimed);
        // Given back, it is on the list again, and the other gets it.
        wish.report(0, News::Withdrawn, 101).unwrap();
        assert_eq!(wish.standing(), Standing::Open);
        wish.claim("实验中学2号", 101).unwrap();
        assert_eq!((wish.free(), wish.claims.len()), (0, 2));
    }

    #[test]
    fn m_9_given_ten_parts_the_eleventh_volunteer_is_refused() {
        let mut wish = published("轮椅", 10);
        for at in 1..=10 {
            wish.claim(&format!("{at}号"), 100).unwrap();
        }
        assert!(matches!(wish.claim("11号", 100), Err(Refusal::Taken { parts: 10, .. })));
        assert_eq!(wish.free(), 0);
    }

    #[test]
    fn m_9_given_no_contact_a_claim_is_held_on_day_7_and_lapses_on_day_8() {
        let mut wish = published("轮椅", 2);
        wish.claim("1号", 100).unwrap();
        wish.lapse(107, 7);
        assert_eq!(wish.standing(), Standing::Open);
        assert!(wish.claims[0].is_active());
        wish.lapse(108, 7);
        assert_eq!((wish.claims[0].course, wish.free()), (Course::Lapsed(108), 2));
        assert_eq!(wish.report(0, News::Delivered, 108), Err(Refusal::NoClaim));
    }

    #[test]
    fn given_a_contact_the_days_count_from_it_anew_and_what_is_delivered_never_lapses() {
        let mut wish = published("老花镜", 2);
        wish.claim("1号", 100).unwrap();
        wish.claim("2号", 100).unwrap();
        wish.report(0, News::Contacted, 105).unwrap();
        wish.report(1, News::Delivered, 105).unwrap();
        wish.lapse(112, 7);
        assert_eq!((wish.claims[0].course, wish.claims[1].course), (Course::Contacted, Course::Delivered(105)));
        wish.lapse(113, 7);
        assert_eq!((wish.claims[0].course, wish.delivered()), (Course::Lapsed(113), 1));
        assert_eq!(wish.standing(), Standing::Open);
    }

    #[test]
    fn given_the_steps_none_can_be_skipped() {
        let mut wish = Wish::new(0, " 拐杖 ", 1).unwrap();
        assert_eq!(wish.text, "拐杖");
        assert_eq!(wish.claim("1号", 0), Err(Refusal::NotNow(Standing::Registered)));
        assert_eq!(wish.advance(Standing::Verified, Step::Published), Err(Refusal::NotNow(Standing::Registered)));
        wish.advance(Standing::Registered, Step::Verified).unwrap();
        wish.advance(Standing::Verified, Step::Published).unwrap();
        assert_eq!(wish.advance(Standing::Delivered, Step::Confirmed), Err(Refusal::NotNow(Standing::Open)));
        wish.claim("1号", 0).unwrap();
        wish.report(0, News::Delivered, 1).unwrap();
        wish.advance(Standing::Delivered, Step::Confirmed).unwrap();
        assert_eq!(wish.drop_it(2), Err(Refusal::NotNow(Standing::Confirmed)));
    }

    #[test]
    fn given_a_joint_claim_the_same_volunteer_holds_one_part_only() {
        let mut wish = published("轮椅", 3);
        wish.claim("1号", 0).unwrap();
        assert_eq!(wish.claim("1号", 0), Err(Refusal::ClaimedTwice));
    }
}
