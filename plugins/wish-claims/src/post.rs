//! Posts by need (按需设岗): a need becomes a post with seats; who comes first is seated, who comes later waits in order.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// Seats one post may have.
pub(crate) const MOST_SEATS: u32 = 200;
/// Characters of a post's name.
pub(crate) const POST_CHARS: u32 = 30;
/// Characters of a duty.
pub(crate) const DUTY_CHARS: u32 = 200;
/// A thousand hours in one entry is a slip of the pen.
const MOST_TENTHS: i64 = 10_000;

/// Somebody who signed up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Applicant {
    pub(crate) by: String,
    /// Hours served, in tenths.
    pub(crate) tenths: i64,
}

/// A post and who signed up, in the order in which they did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Post {
    pub(crate) title: String,
    pub(crate) duty: String,
    pub(crate) seats: u32,
    pub(crate) people: Vec<Applicant>,
    /// Tenths of hours of those who have left.
    pub(crate) earlier: i64,
}

impl Post {
    pub(crate) fn new(title: &str, seats: u32, duty: &str) -> Result<Post, Refusal> {
        let (title, duty) = (title.trim(), duty.trim());
        if title.is_empty() || title.chars().count() > POST_CHARS as usize || duty.chars().count() > DUTY_CHARS as usize
        {
            return Err(Refusal::NoPost);
        }
        if !(1..=MOST_SEATS).contains(&seats) {
            return Err(Refusal::Seats);
        }
        Ok(Post { title: title.to_owned(), duty: duty.to_owned(), seats, people: Vec::new(), earlier: 0 })
    }

    /// Who has a seat.
    pub(crate) fn seated(&self) -> &[Applicant] {
        &self.people[..self.people.len().min(self.seats as usize)]
    }

    /// Who waits, first in line first.
    pub(crate) fn waiting(&self) -> &[Applicant] {
        &self.people[self.seated().len()..]
    }

    /// Hours served in this post, in tenths.
    pub(crate) fn tenths(&self) -> i64 {
        self.people.iter().fold(self.earlier, |sum, applicant| sum.saturating_add(applicant.tenths))
    }

    /// Signs somebody up; the last in line.
    pub(crate) fn apply(&mut self, by: &str) -> Result<(), Refusal> {
        if self.people.iter().any(|applicant| applicant.by == by) {
            return Err(Refusal::AppliedTwice);
        }
        self.people.push(Applicant { by: by.to_owned(), tenths: 0 });
        Ok(())
    }

    /// Lets somebody go; the first in line moves up. Their hours stay with the post.
    pub(crate) fn leave(&mut self, at: usize) -> Result<(), Refusal> {
        if at >= self.people.len() {
            return Err(Refusal::NoApplicant);
        }
        let gone = self.people.remove(at);
        self.earlier = self.earlier.saturating_add(gone.tenths);
        Ok(())
    }

    /// Adds hours served, in tenths, to somebody with a seat.
    pub(crate) fn serve(&mut self, at: usize, tenths: i64) -> Result<(), Refusal> {
        if !(1..=MOST_TENTHS).contains(&tenths) {
            return Err(Refusal::Hours);
        }
        if at >= self.seated().len() {
            return Err(Refusal::NotSeated);
        }
        self.people[at].tenths = self.people[at].tenths.saturating_add(tenths);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_003_9_given_three_seats_for_mediating_the_fourth_who_signs_up_is_queued() {
        let mut post = Post::new("调解", 3, "调解邻里纠纷").unwrap();
        for at in 1..=4 {
            post.apply(&format!("{at}号")).unwrap();
        }
        let labels = |people: &[Applicant]| people.iter().map(|one| one.by.clone()).collect::<Vec<_>>();
        assert_eq!(labels(post.seated()), ["1号", "2号", "3号"]);
        assert_eq!(labels(post.waiting()), ["4号"]);
        assert_eq!(post.apply("4号"), Err(Refusal::AppliedTwice));
        assert_eq!(post.serve(3, 15), Err(Refusal::NotSeated));
        // One goes: who waited longest is seated.
        post.leave(1).unwrap();
        assert_eq!(labels(post.seated()), ["1号", "3号", "4号"]);
        assert!(post.waiting().is_empty());
    }

    #[test]
    fn at_003_9_the_four_posts_have_22_places() {
        let posts = [("调解", 3), ("义诊", 4), ("普法", 5), ("宣传", 10)];
        let posts: Vec<Post> = posts.iter().map(|(title, seats)| Post::new(title, *seats, "").unwrap()).collect();
        assert_eq!(posts.iter().map(|post| post.seats).sum::<u32>(), 22);
    }

    #[test]
    fn at_001_9_six_volunteers_of_one_and_a_half_hours_make_nine_also_after_one_has_left() {
        let mut post = Post::new("清理楼道", 6, "").unwrap();
        for at in 0..6 {
            post.apply(&format!("{at}号")).unwrap();
            post.serve(at, 15).unwrap();
        }
        post.leave(0).unwrap();
        assert_eq!(post.tenths(), 90);
        assert_eq!(post.serve(0, 0), Err(Refusal::Hours));
    }
}
