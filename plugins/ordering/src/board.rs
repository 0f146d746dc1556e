//! The whole state: offers and orders in the order in which they came, and every deed on them. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::offer::{Offer, Verdict};
use crate::refusal::Refusal;

/// A choice on a page holds 2,000; a community offers some dozens.
pub(crate) const MOST_OFFERS: usize = 300;
/// As many as a table of the manifest has rows.
const MOST_ORDERS: usize = 20_000;
/// Places one order may take.
pub(crate) const ORDER_PLACES: u32 = 500;

/// So many places of an offer, for a household or for people whose door nobody wrote down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Order {
    /// Row of the roll.
    pub(crate) household: Option<u32>,
    /// Place in the list of offers.
    pub(crate) offer: usize,
    pub(crate) places: u32,
}

/// Everything that is kept between events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Board {
    pub(crate) offers: Vec<Offer>,
    /// First come, first served.
    pub(crate) orders: Vec<Order>,
    /// The last day to order.
    pub(crate) closes: Option<i32>,
    /// Somebody has closed it before its day.
    pub(crate) closed: bool,
    /// The latest day anything has told.
    pub(crate) today: Option<i32>,
}

/// How an offer stands: places ordered, given and waiting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) ordered: u32,
    pub(crate) seated: u32,
}

impl Count {
    pub(crate) fn waiting(self) -> u32 {
        self.ordered - self.seated
    }
}

impl Board {
    /// A new day; an earlier one changes nothing.
    pub(crate) fn reach(&mut self, day: i32) {
        self.today = Some(self.today.map_or(day, |today| today.max(day)));
    }

    /// Whether orders are taken.
    pub(crate) fn is_open(&self) -> bool {
        let over = matches!((self.closes, self.today), (Some(closes), Some(today)) if today > closes);
        !self.closed && !over
    }

    pub(crate) fn add_offer(&mut self, offer: Offer) -> Result<(), Refusal> {
        if self.offers.len() >= MOST_OFFERS {
            return Err(Refusal::TooMany(MOST_OFFERS));
        }
        if self.offers.iter().any(|other| other.name == offer.name) {
            return Err(Refusal::NameTwice);
        }
        self.is_free(&offer, None)?;
        self.offers.push(offer);
        Ok(())
    }

    /// Sets who gives an offer and when.
    pub(crate) fn arrange(&mut self, at: usize, teacher: &str, day: Option<i32>, hours: &str) -> Result<(), Refusal> {
        let mut offer = self.offers.get(at).ok_or(Refusal::NoOffer)?.clone();
        offer.arrange(teacher, day, hours)?;
        self.is_free(&offer, Some(at))?;
        self.offers[at] = offer;
        Ok(())
    }

    /// One teacher cannot be booked twice at one hour.
    fn is_free(&self, offer: &Offer, but: Option<usize>) -> Result<(), Refusal> {
        let mut others = self.offers.iter().enumerate().filter(|(at, _)| Some(*at) != but).map(|(_, other)| other);
        match others.find(|other| other.wants_the_teacher_of(offer)) {
            Some(other) => Err(Refusal::TeacherBusy { teacher: offer.teacher.clone(), other: other.name.clone() }),
            None => Ok(()),
        }
    }

    /// The last in line.
    pub(crate) fn order(&mut self, order: Order) -> Result<(), Refusal> {
        if !self.is_open() {
            return Err(Refusal::Closed);
        }
        let same = |other: &Order| other.household == order.household && other.offer == order.offer;
        if order.household.is_some() && self.orders.iter().any(same) {
            return Err(Refusal::OrderedTwice);
        }
        self.take(order)
    }

    /// An order nobody has to be asked about again: of a table, or of the round before.
    pub(crate) fn take(&mut self, order: Order) -> Result<(), Refusal> {
        if order.offer >= self.offers.len() {
            return Err(Refusal::NoOffer);
        }
        if !(1..=ORDER_PLACES).contains(&order.places) {
            return Err(Refusal::Places);
        }
        if self.orders.len() >= MOST_ORDERS {
            return Err(Refusal::TooMany(MOST_ORDERS));
        }
        self.orders.push(order);
        Ok(())
    }

    /// Takes an order back; who waits moves up.
    pub(crate) fn cancel(&mut self, at: usize) -> Result<(), Refusal> {
        if !self.is_open() {
            return Err(Refusal::Closed);
        }
        if at >= self.orders.len() {
            return Err(Refusal::NoOrder);
        }
        self.orders.remove(at);
        Ok(())
    }

    /// Places given to each order, and how each offer stands: first come, first served, nobody overtakes.
    pub(crate) fn seating(&self) -> (Vec<u32>, Vec<Count>) {
        let mut counts = vec![Count::default(); self.offers.len()];
        let mut seat = |order: &Order| {
            let (Some(count), Some(offer)) = (counts.get_mut(order.offer), self.offers.get(order.offer)) else {
                return 0;
            };
            let free = offer.most.map_or(u32::MAX, |most| most.saturating_sub(count.seated));
            let seated = order.places.min(free);
            count.ordered = count.ordered.saturating_add(order.places);
            count.seated = count.seated.saturating_add(seated);
            seated
        };
        let seats = self.orders.iter().map(&mut seat).collect();
        (seats, counts)
    }

    /// What becomes of each offer.
    pub(crate) fn verdicts(&self) -> Vec<Verdict> {
        let (_, counts) = self.seating();
        self.offers.iter().zip(counts).map(|(offer, count)| offer.verdict(count.seated)).collect()
    }

    /// Households that ordered two offers of one time, by row: they may send two people, or choose.
    pub(crate) fn clashes(&self) -> Vec<(u32, usize, usize)> {
        let mut of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for order in &self.orders {
            if let (Some(household), Some(_)) = (order.household, self.offers[order.offer].when) {
                of.entry(household).or_default().push(order.offer);
            }
        }
        let mut clashes = Vec::new();
        for (household, offers) in of {
            for (at, one) in offers.iter().enumerate() {
                for two in &offers[at + 1..] {
                    let whens = (self.offers[*one].when, self.offers[*two].when);
                    if matches!(whens, (Some(one), Some(two)) if one.clashes(two)) {
                        clashes.push((household, *one, *two));
                    }
                }
            }
        }
        clashes
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::offer::Typed;

    pub(crate) fn offer(name: &str, teacher: &str, least: i64, most: Option<i64>) -> Offer {
        Offer::new(Typed { name, teacher, day: None, hours: "", least, most }).unwrap()
    }

    fn order(board: &mut Board, household: u32, offer: usize, places: u32) -> Result<(), Refusal> {
        board.order(Order { household: Some(household), offer, places })
    }

    #[test]
    fn at_001_1_given_18_7_and_5_orders_and_a_minimum_of_6_the_first_two_are_held_and_the_third_lacks_one() {
        let mut board = Board::default();
        for (at, (name, orders)) in [("钩织", 18), ("杯花", 7), ("面塑", 5)].into_iter().enumerate() {
            board.add_offer(offer(name, &format!("能人{at}"), 6, None)).unwrap();
            (0..orders).for_each(|household| order(&mut board, household, at, 1).unwrap());
        }
        assert_eq!(board.verdicts(), [Verdict::Held, Verdict::Held, Verdict::TooFew { missing: 1 }]);
        // One more, and it is held.
        order(&mut board, 30, 2, 1).unwrap();
        assert_eq!(board.verdicts()[2], Verdict::Held);
    }

    #[test]
    fn at_001_1_one_teacher_cannot_be_booked_twice_at_one_hour() {
        let typed = |name, teacher, hours| Typed { name, teacher, day: Some(100), hours, least: 6, most: None };
        let mut board = Board::default();
        board.add_offer(Offer::new(typed("钩织", "能人1", "14:00-15:30")).unwrap()).unwrap();
        let refused = board.add_offer(Offer::new(typed("杯花", "能人1", "15:00-16:00")).unwrap()).unwrap_err();
        assert_eq!(refused, Refusal::TeacherBusy { teacher: "能人1".into(), other: "钩织".into() });
        board.add_offer(Offer::new(typed("杯花", "能人2", "15:00-16:00")).unwrap()).unwrap();
        board.add_offer(Offer::new(typed("面塑", "能人1", "15:30-16:30")).unwrap()).unwrap();
        // Nor by arranging it afterwards; its own hour is no clash.
        assert!(board.arrange(1, "能人1", Some(100), "15:00-16:00").is_err());
        board.arrange(0, "能人1", Some(100), "14:00-15:30").unwrap();
    }

    #[test]
    fn given_a_full_course_who_comes_later_waits_in_order_and_moves_up() {
        let mut board = Board::default();
        board.add_offer(offer("钩织", "能人1", 2, Some(3))).unwrap();
        for (household, places) in [(0, 2), (1, 2), (2, 1)] {
            order(&mut board, household, 0, places).unwrap();
        }
        let (seats, counts) = board.seating();
        assert_eq!((seats, counts[0].waiting()), (vec![2, 1, 0], 2));
        assert_eq!(order(&mut board, 0, 0, 1), Err(Refusal::OrderedTwice));
        board.cancel(0).unwrap();
        assert_eq!(board.seating().0, [2, 1]);
    }

    #[test]
    fn given_the_last_day_orders_are_taken_on_it_and_not_after_it() {
        let mut board = Board { closes: Some(10), ..Board::default() };
        board.add_offer(offer("钩织", "", 1, None)).unwrap();
        board.reach(10);
        order(&mut board, 0, 0, 1).unwrap();
        board.reach(11);
        board.reach(9);
        assert_eq!(order(&mut board, 1, 0, 1), Err(Refusal::Closed));
        assert_eq!(board.cancel(0), Err(Refusal::Closed));
        assert_eq!(board.verdicts(), [Verdict::NoTeacher]);
    }

    #[test]
    fn given_two_courses_of_one_hour_the_household_that_ordered_both_is_named() {
        let typed = |name, hours| Typed { name, teacher: "", day: Some(100), hours, least: 1, most: None };
        let mut board = Board::default();
        for (name, hours) in [("钩织", "14:00-15:30"), ("杯花", "15:00-16:00"), ("面塑", "16:00-17:00")] {
            board.add_offer(Offer::new(typed(name, hours)).unwrap()).unwrap();
        }
        for (household, offer) in [(3, 0), (3, 1), (3, 2), (4, 1), (4, 2)] {
            order(&mut board, household, offer, 1).unwrap();
        }
        assert_eq!(board.clashes(), [(3, 0, 1)]);
    }

    #[test]
    fn given_people_whose_door_nobody_wrote_down_they_are_counted_as_often_as_they_come() {
        let mut board = Board::default();
        board.add_offer(offer("钩织", "能人1", 6, None)).unwrap();
        for places in [4, 4] {
            board.order(Order { household: None, offer: 0, places }).unwrap();
        }
        assert_eq!(board.seating().1[0].seated, 8);
        assert_eq!(board.order(Order { household: None, offer: 0, places: 0 }), Err(Refusal::Places));
    }
}
