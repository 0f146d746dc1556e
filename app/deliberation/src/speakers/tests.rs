use super::*;

const ITEM: Option<ItemNo> = Some(ItemNo(3));

fn hand(person: u32, side: Side, at: i64) -> Hand {
    Hand { person: PersonId(person), side, raised: At(at) }
}

fn turn(person: u32, side: Side) -> Turn {
    let mut turn = Turn::begin(PersonId(person), side, ITEM, At(0), 120_000);
    turn.pause(At(60_000));
    turn.ended = Some(At(60_000));
    turn
}

fn people(queue: &SpeakerQueue) -> Vec<u32> {
    queue.order(ITEM).iter().map(|place| place.hand.person.0).collect()
}

fn reasons(queue: &SpeakerQueue) -> Vec<PlaceReason> {
    queue.order(ITEM).iter().map(|place| place.reason).collect()
}

#[test]
fn whoever_has_not_spoken_goes_first_then_sides_alternate_then_the_hand() {
    let queue = SpeakerQueue {
        hands: vec![hand(1, Side::Yes, 10), hand(2, Side::No, 20), hand(3, Side::Yes, 30), hand(4, Side::No, 40)],
        turns: vec![turn(1, Side::Yes), turn(9, Side::No)],
        ..SpeakerQueue::default()
    };
    assert_eq!(people(&queue), [3, 2, 4, 1]);
    assert_eq!(
        reasons(&queue),
        [
            PlaceReason::SidesAlternate(Side::Yes),
            PlaceReason::NotSpokenYet,
            PlaceReason::NotSpokenYet,
            PlaceReason::SpokenMore(1),
        ]
    );
    // On another item nobody has spoken: the time of the hand decides, sides still alternate.
    let people: Vec<u32> = queue.order(Some(ItemNo(4))).iter().map(|place| place.hand.person.0).collect();
    assert_eq!(people, [1, 2, 3, 4]);
}

#[test]
fn whoever_waits_longer_than_the_one_before_is_told_that_the_other_side_is_heard_in_between() {
    let queue = SpeakerQueue {
        hands: vec![hand(1, Side::Yes, 10), hand(2, Side::Yes, 20), hand(3, Side::No, 30)],
        turns: vec![turn(9, Side::Yes)],
        ..SpeakerQueue::default()
    };
    assert_eq!(people(&queue), [3, 1, 2]);
    assert_eq!(
        reasons(&queue),
        [
            PlaceReason::SidesAlternate(Side::No),
            PlaceReason::OtherSideFirst(At(10), Side::No),
            PlaceReason::OtherSideFirst(At(20), Side::No),
        ]
    );
}

#[test]
fn points_of_order_and_questions_jump_the_queue_and_are_no_turn() {
    let queue = SpeakerQueue {
        hands: vec![
            hand(1, Side::Yes, 10),
            hand(2, Side::Question, 20),
            hand(3, Side::No, 30),
            hand(4, Side::Order, 40),
            hand(5, Side::Question, 50),
        ],
        // Asking and calling to order twice leaves the first with all turns, and the sides where they were.
        turns: vec![
            turn(9, Side::Yes),
            turn(1, Side::Question),
            turn(1, Side::Order),
            turn(3, Side::Question),
            turn(8, Side::Neutral),
        ],
        ..SpeakerQueue::default()
    };
    assert_eq!(people(&queue), [4, 2, 5, 3, 1]);
    assert_eq!(
        reasons(&queue)[..4],
        [
            PlaceReason::PointOfOrder,
            PlaceReason::QuestionFirst,
            PlaceReason::QuestionFirst,
            PlaceReason::SidesAlternate(Side::No),
        ]
    );
    assert_eq!(queue.turns_taken(PersonId(1), ITEM), 0);
    assert_eq!(queue.turns_taken(PersonId(9), ITEM), 1);
}

#[test]
fn whoever_is_called_counts_for_the_sides_and_waits_again_when_another_is_called() {
    let mut queue = SpeakerQueue {
        hands: vec![hand(1, Side::Yes, 10), hand(2, Side::Yes, 20), hand(3, Side::No, 30)],
        ..SpeakerQueue::default()
    };
    queue.call(PersonId(1), Side::Yes, At(40));
    assert_eq!(queue.standing(PersonId(1), ITEM), Some(Standing::Called));
    assert_eq!(people(&queue), [3, 2]);
    queue.call(PersonId(3), Side::No, At(50));
    assert_eq!(queue.hands, [hand(1, Side::Yes, 10), hand(2, Side::Yes, 20)]);
    // Somebody called who had no hand up does not wait for it afterwards.
    queue.call(PersonId(7), Side::Neutral, At(60));
    queue.begin(Turn::begin(PersonId(2), Side::Yes, ITEM, At(70), 120_000));
    assert_eq!(queue.called, None);
    assert_eq!(queue.hands, [hand(1, Side::Yes, 10), hand(3, Side::No, 30)]);
}

#[test]
fn everybody_is_raised_called_speaking_done_or_withdrawn() {
    let mut queue = SpeakerQueue {
        hands: vec![hand(1, Side::Yes, 10), hand(2, Side::No, 20), hand(3, Side::No, 30)],
        ..SpeakerQueue::default()
    };
    let standing = |queue: &SpeakerQueue, person| queue.standing(PersonId(person), ITEM);
    assert_eq!(standing(&queue, 1), Some(Standing::Raised));
    queue.call(PersonId(1), Side::Yes, At(40));
    queue.begin(Turn::begin(PersonId(1), Side::Yes, ITEM, At(50), 120_000));
    assert_eq!(standing(&queue, 1), Some(Standing::Speaking));
    queue.speaking_mut().unwrap().ended = Some(At(60));
    assert_eq!(standing(&queue, 1), Some(Standing::Done));
    queue.lower(PersonId(2));
    assert_eq!(standing(&queue, 2), Some(Standing::Withdrawn));
    queue.call(PersonId(3), Side::No, At(70));
    queue.lower(PersonId(3));
    assert_eq!((standing(&queue, 3), queue.called), (Some(Standing::Withdrawn), None));
    assert_eq!(standing(&queue, 4), None);
    // Who has spoken and takes a second hand down again is not done with the second.
    queue.withdrawn.push(hand(1, Side::Yes, 80));
    assert_eq!(standing(&queue, 1), Some(Standing::Withdrawn));
    queue.clear();
    assert_eq!((standing(&queue, 1), standing(&queue, 2)), (Some(Standing::Done), None));
}

#[test]
fn another_motion_gives_everybody_all_turns_again() {
    let mut queue = SpeakerQueue { turns: vec![turn(1, Side::Yes), turn(1, Side::Yes)], ..SpeakerQueue::default() };
    assert_eq!(queue.turns_taken(PersonId(1), ITEM), 2);
    queue.turn_to_motion(ItemNo(2));
    assert_eq!(queue.turns_taken(PersonId(1), ITEM), 2);
    queue.turn_to_motion(ItemNo(3));
    assert_eq!(queue.turns_taken(PersonId(1), ITEM), 0);
}

#[test]
fn the_clock_counts_only_while_it_runs() {
    let mut running = Turn::begin(PersonId(1), Side::Yes, ITEM, At(1_000), 120_000);
    assert_eq!(running.spent(At(37_000)), 36_000);
    running.pause(At(37_000));
    assert_eq!(running.spent(At(90_000)), 36_000);
}

#[test]
fn talk_time_is_added_up_by_side_and_by_person() {
    let mut queue = SpeakerQueue {
        turns: vec![turn(1, Side::Yes), turn(2, Side::No), turn(1, Side::Question)],
        ..SpeakerQueue::default()
    };
    queue.begin(Turn::begin(PersonId(3), Side::No, Some(ItemNo(4)), At(100_000), 120_000));
    let now = At(190_000);
    assert_eq!(queue.talk_time(ITEM, Side::Yes, now), 60_000);
    assert_eq!(queue.talk_time(ITEM, Side::Question, now), 60_000);
    assert_eq!((queue.talk_time(ITEM, Side::No, now), queue.talk_time(None, Side::No, now)), (60_000, 150_000));
    let spoken = |item| queue.talk_by_person(item, now).iter().map(|s| (s.person.0, s.times, s.ms)).collect::<Vec<_>>();
    assert_eq!(spoken(ITEM), [(1, 2, 120_000), (2, 1, 60_000)]);
    assert_eq!(spoken(None), [(1, 2, 120_000), (3, 1, 90_000), (2, 1, 60_000)]);
}
