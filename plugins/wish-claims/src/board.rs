//! The whole state: wishes, posts, the round and the day, and every deed on them. Pure.

use serde::{Deserialize, Serialize};

use crate::post::Post;
use crate::refusal::Refusal;
use crate::wish::{LABEL_CHARS, News, Standing, Step, Wish};

/// A choice on a page holds 2,000; a community posts some dozens.
pub(crate) const MOST_WISHES: usize = 1_000;
const MOST_POSTS: usize = 200;
/// Claims in hand, and people signed up, over all.
const MOST_ACTIVE: usize = 2_000;

/// Everything that is kept between events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Board {
    pub(crate) round: i64,
    /// Days of silence after which a claim lapses.
    pub(crate) lapse_days: i32,
    /// The latest day anything has told; none before the first event.
    pub(crate) today: Option<i32>,
    pub(crate) wishes: Vec<Wish>,
    pub(crate) posts: Vec<Post>,
}

impl Board {
    /// A new day: silent claims lapse. An earlier day changes nothing.
    pub(crate) fn reach(&mut self, day: i32) {
        let today = self.today.map_or(day, |today| today.max(day));
        self.today = Some(today);
        for wish in &mut self.wishes {
            wish.lapse(today, self.lapse_days);
        }
    }

    fn day(&self) -> i32 {
        // Every event brings its day first.
        self.today.unwrap_or(0)
    }

    pub(crate) fn register(&mut self, wish: Wish) -> Result<(), Refusal> {
        if self.wishes.len() >= MOST_WISHES {
            return Err(Refusal::TooMany(MOST_WISHES));
        }
        let same =
            |other: &Wish| other.household == wish.household && other.text == wish.text && other.is_unfulfilled();
        if self.wishes.iter().any(same) {
            return Err(Refusal::WishTwice);
        }
        self.wishes.push(wish);
        Ok(())
    }

    fn wish(&mut self, at: usize) -> Result<&mut Wish, Refusal> {
        self.wishes.get_mut(at).ok_or(Refusal::NoSuchWish)
    }

    pub(crate) fn verify(&mut self, at: usize) -> Result<(), Refusal> {
        self.wish(at)?.advance(Standing::Registered, Step::Verified)
    }

    pub(crate) fn publish(&mut self, at: usize) -> Result<(), Refusal> {
        self.wish(at)?.advance(Standing::Verified, Step::Published)
    }

    /// Everything that is verified goes on the list.
    pub(crate) fn publish_all(&mut self) -> Result<(), Refusal> {
        let verified = self.at(Standing::Verified);
        if verified.is_empty() {
            return Err(Refusal::NothingToPublish);
        }
        verified.into_iter().try_for_each(|at| self.publish(at))
    }

    pub(crate) fn confirm(&mut self, at: usize) -> Result<(), Refusal> {
        self.wish(at)?.advance(Standing::Delivered, Step::Confirmed)
    }

    pub(crate) fn drop_wish(&mut self, at: usize) -> Result<(), Refusal> {
        let today = self.day();
        self.wish(at)?.drop_it(today)
    }

    pub(crate) fn claim(&mut self, at: usize, by: &str) -> Result<(), Refusal> {
        if self.active().len() >= MOST_ACTIVE {
            return Err(Refusal::TooMany(MOST_ACTIVE));
        }
        let today = self.day();
        let by = label(by)?;
        self.wish(at)?.claim(by, today)
    }

    pub(crate) fn report(&mut self, (wish, claim): (usize, usize), news: News) -> Result<(), Refusal> {
        let today = self.day();
        self.wish(wish)?.report(claim, news, today)
    }

    /// The next round: what nobody holds has waited one more, and stands before what is new.
    pub(crate) fn next_round(&mut self) -> Result<(), Refusal> {
        let mut waiting: Vec<&mut Wish> =
            self.wishes.iter_mut().filter(|wish| wish.step != Step::Registered && wish.rolls_over()).collect();
        if waiting.is_empty() {
            return Err(Refusal::NothingToRoll);
        }
        for wish in &mut waiting {
            wish.rounds = wish.rounds.saturating_add(1);
        }
        self.round = self.round.saturating_add(1);
        Ok(())
    }

    pub(crate) fn add_post(&mut self, post: Post) -> Result<(), Refusal> {
        if self.posts.len() >= MOST_POSTS {
            return Err(Refusal::TooMany(MOST_POSTS));
        }
        if self.posts.iter().any(|other| other.title == post.title) {
            return Err(Refusal::PostTwice);
        }
        self.posts.push(post);
        Ok(())
    }

    pub(crate) fn apply(&mut self, at: usize, by: &str) -> Result<(), Refusal> {
        if self.posts.iter().map(|post| post.people.len()).sum::<usize>() >= MOST_ACTIVE {
            return Err(Refusal::TooMany(MOST_ACTIVE));
        }
        let by = label(by)?;
        self.posts.get_mut(at).ok_or(Refusal::NoSuchPost)?.apply(by)
    }

    /// Wishes that stand so: who waited longest first, then by number.
    pub(crate) fn at(&self, standing: Standing) -> Vec<usize> {
        let mut rows: Vec<usize> =
            (0..self.wishes.len()).filter(|at| self.wishes[*at].standing() == standing).collect();
        rows.sort_by_key(|at| core::cmp::Reverse(self.wishes[*at].rounds));
        rows
    }

    /// Claims in hand, as wish and claim, by wish.
    pub(crate) fn active(&self) -> Vec<(usize, usize)> {
        let of = |(at, wish): (usize, &Wish)| {
            let claims = wish.claims.iter().enumerate().filter(|(_, claim)| claim.is_active());
            claims.map(|(claim, _)| (at, claim)).collect::<Vec<_>>()
        };
        self.wishes.iter().enumerate().flat_map(of).collect()
    }
}

/// A volunteer's label: short, so that nobody writes a life into it.
fn label(by: &str) -> Result<&str, Refusal> {
    let by = by.trim();
    if by.is_empty() || by.chars().count() > LABEL_CHARS as usize { Err(Refusal::NoLabel) } else { Ok(by) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn board(wishes: &[(&str, u32)]) -> Board {
        let wish = |(at, (text, parts)): (usize, &(&str, u32))| Wish {
            step: Step::Published,
            ..Wish::new(u32::try_from(at).unwrap(), text, *parts).unwrap()
        };
        let wishes = wishes.iter().enumerate().map(wish).collect();
        Board { round: 1, lapse_days: 7, today: Some(100), wishes, posts: Vec::new() }
    }

    #[test]
    fn m_9_when_the_eighth_day_begins_silent_claims_lapse_by_the_tick_and_an_earlier_day_changes_nothing() {
        let mut board = board(&[("轮椅", 1), ("拐杖", 1)]);
        board.claim(0, "1号").unwrap();
        board.reach(107);
        assert_eq!(board.active(), [(0, 0)]);
        board.reach(99);
        assert_eq!(board.today, Some(107));
        board.reach(108);
        assert!(board.active().is_empty());
        assert_eq!(board.at(Standing::Open), [0, 1]);
    }

    #[test]
    fn given_a_new_round_what_waited_stands_first_and_what_is_fulfilled_does_not_move() {
        let mut board = board(&[("拐杖", 1), ("老花镜", 1)]);
        board.claim(0, "1号").unwrap();
        board.report((0, 0), News::Delivered).unwrap();
        board.next_round().unwrap();
        board.register(Wish::new(5, "头盔", 1).unwrap()).unwrap();
        board.verify(2).unwrap();
        board.publish_all().unwrap();
        assert_eq!((board.round, board.wishes[0].rounds, board.wishes[1].rounds), (2, 0, 1));
        assert_eq!(board.at(Standing::Open), [1, 2]);
        board.confirm(0).unwrap();
        assert_eq!(board.publish_all(), Err(Refusal::NothingToPublish));
    }

    #[test]
    fn given_a_wish_of_a_household_the_same_again_is_refused_until_it_is_fulfilled() {
        let mut board = board(&[("拐杖", 1)]);
        let again = || Wish::new(0, "拐杖", 1).unwrap();
        assert_eq!(board.register(again()), Err(Refusal::WishTwice));
        board.drop_wish(0).unwrap();
        board.register(again()).unwrap();
        assert_eq!(board.claim(1, "  "), Err(Refusal::NoLabel));
        assert_eq!(board.claim(9, "1号"), Err(Refusal::NoSuchWish));
    }
}
