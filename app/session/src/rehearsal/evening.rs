//! An evening for any roll and agenda: up to 40 people sign in, raise hands, speak, vote, and go home.
//!
//! The same facts give the same evening. It fills every item's time, a little more or less, so that the drift of the
//! meeting has something to say.

use deliberation::agenda::{Item, ItemKind};
use deliberation::ids::ItemNo;
use deliberation::meeting::{Meeting, Phase};
use deliberation::people::Capacity;
use deliberation::{At, Door, Facts};
use serde_json::{Map, Value, json};

use crate::story::Story;

/// Owners who come.
const GUESTS: usize = 40;
const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
/// They begin to come so long before.
const BEFORE: i64 = 15 * MINUTE;
/// Signing one in takes so long.
const SIGN_IN: i64 = 20 * SECOND;
/// Calling one in a roll-call.
const CALL: i64 = 6 * SECOND;

/// The rest of the evening of the meeting people work on; `None` if there is none to open, no agenda, or nobody to come.
pub(crate) fn evening(facts: &Facts) -> Option<Story> {
    let (_, meeting) = facts.working_meeting()?;
    if meeting.phase != Phase::Planned || meeting.items.is_empty() {
        return None;
    }
    let writer = Writer::new(facts, meeting)?;
    Some(Story::of(writer.written(facts, meeting)))
}

struct Writer {
    lines: Vec<Map<String, Value>>,
    at: i64,
    doors: Vec<Door>,
    chair: String,
    recorder: String,
    /// By whose hand the lines are.
    hand: Option<&'static str>,
    /// Who raises the next hand.
    next: usize,
    chance: u64,
}

impl Writer {
    fn new(facts: &Facts, meeting: &Meeting) -> Option<Writer> {
        let heads = facts.roll.heads();
        let door = |head: &deliberation::roll::Head| Some(facts.roll.unit(*head.units.first()?)?.door.clone());
        let coming = heads.len().min(GUESTS);
        // Evenly over the roll.
        let doors: Vec<Door> = (0..coming).filter_map(|n| door(&heads[n * heads.len() / coming])).collect();
        let first = doors.first()?.to_string();
        let second = doors.get(1).map_or_else(|| first.clone(), ToString::to_string);
        let staff = |n: usize| {
            let staff =
                facts.people.iter().filter(|(_, person)| person.capacity == Capacity::Community && !person.erased);
            staff.map(|(id, _)| format!("p{id}")).nth(n)
        };
        Some(Writer {
            lines: Vec::new(),
            at: meeting.plan.start.0 - BEFORE,
            doors,
            chair: staff(0).unwrap_or(first),
            recorder: staff(1).unwrap_or(second),
            hand: None,
            next: 0,
            chance: 20_260_718,
        })
    }

    fn written(mut self, facts: &Facts, meeting: &Meeting) -> Vec<Map<String, Value>> {
        self.arrivals(facts, meeting);
        self.at = self.at.max(meeting.plan.start.0);
        let (chair, recorder) = (self.chair.clone(), self.recorder.clone());
        let counters: Vec<String> = match self.doors.as_slice() {
            [_, _, one, other, ..] => vec![one.to_string(), other.to_string()],
            _ => Vec::new(),
        };
        self.line(json!({"do": "open-meeting", "chair": chair, "recorder": recorder, "counters": counters}));
        // Duties have names from here on.
        self.hand = Some("chair");
        let (mut motions, mut votes) = (facts.motions.len(), facts.votes.len());
        for (index, item) in meeting.items.iter().enumerate() {
            self.item(meeting, index, item, &mut motions, &mut votes);
        }
        self.after(20 * SECOND);
        self.line(json!({"do": "close-meeting"}));
        self.lines
    }

    fn arrivals(&mut self, facts: &Facts, meeting: &Meeting) {
        let guests = facts.people.iter().filter(|(_, person)| person.capacity != Capacity::Owner && !person.erased);
        let guests: Vec<String> = guests.map(|(id, _)| format!("p{id}")).take(6).collect();
        let here = |who: &str| {
            facts.resolve(&who.to_owned().into()).is_some_and(|person| meeting.attendance.is_present(person))
        };
        let doors: Vec<String> = self.doors.iter().map(ToString::to_string).collect();
        for who in guests.into_iter().chain(doors).filter(|who| !here(who)) {
            self.line(json!({"do": "sign-in", "who": who}));
            self.after(SIGN_IN);
        }
    }

    fn item(&mut self, meeting: &Meeting, index: usize, item: &Item, motions: &mut usize, votes: &mut usize) {
        self.after(20 * SECOND);
        self.line(json!({"do": "start-item", "item": ItemNo::at(index)}));
        let began = self.at;
        let votes_here = item.kind == ItemKind::Proposal && !meeting.only_discussed(item);
        let poll = if votes_here { i64::try_from(self.doors.len()).unwrap_or(0) * CALL + MINUTE } else { 0 };
        // Nobody keeps to the minute.
        let over = [-MINUTE, 2 * MINUTE, 0][index % 3];
        let until = began + (item.budget_ms + over - poll).max(MINUTE);
        if item.kind == ItemKind::Proposal {
            self.after(40 * SECOND);
            *motions += 1;
            let mover = self.doors[index % self.doors.len()].to_string();
            self.line(json!({"do": "move-motion", "text": item.title, "mover": mover}));
        }
        if item.kind != ItemKind::ReadBack {
            self.debate(meeting, item.kind, until);
        }
        self.at = self.at.max(until);
        if votes_here {
            *votes += 1;
            self.vote(*motions, *votes);
        }
        self.after(10 * SECOND);
        self.line(json!({"do": "conclude-item"}));
    }

    /// Hands go up two or three at a time; whoever is next has the floor.
    fn debate(&mut self, meeting: &Meeting, kind: ItemKind, until: i64) {
        let limit = meeting.plan.talk.limit_ms.max(30 * SECOND);
        let turns = usize::try_from(meeting.plan.talk.turns).unwrap_or(1).max(1);
        let mut left = self.doors.len() * turns;
        while left > 0 && self.at + limit + 40 * SECOND < until {
            let hands = usize::try_from(2 + self.random(2)).unwrap_or(2).min(left).min(self.doors.len());
            for _ in 0..hands {
                let who = self.doors[self.next % self.doors.len()].to_string();
                self.next += 1;
                let side = match (kind, self.random(3)) {
                    (ItemKind::Proposal, 0) => "no",
                    (ItemKind::Proposal, _) => "yes",
                    _ => "neutral",
                };
                self.line(json!({"do": "raise-hand", "who": who, "side": side}));
                self.after(3 * SECOND);
            }
            left -= hands;
            for _ in 0..hands {
                self.line(json!({"do": "start-turn"}));
                // Between thirty seconds and a little over the limit.
                let length = 30 * SECOND + self.random(u64::try_from(limit / SECOND).unwrap_or(90)) * SECOND;
                self.after(length.min(limit + 12 * SECOND));
                self.line(json!({"do": "end-turn"}));
                self.after(5 * SECOND);
                if self.at > until {
                    break;
                }
            }
        }
    }

    fn vote(&mut self, motion: usize, vote: usize) {
        self.after(20 * SECOND);
        self.line(json!({"do": "open-vote", "motion": motion, "rule": "deliberation"}));
        for door in self.doors.clone() {
            self.after(CALL);
            let choice = match self.random(10) {
                0 => "abstain",
                1 | 2 => "no",
                _ => "yes",
            };
            self.line(json!({"do": "cast-ballot", "vote": vote, "door": door, "choice": choice}));
        }
        self.after(20 * SECOND);
        self.line(json!({"do": "close-vote", "vote": vote}));
    }

    fn line(&mut self, fields: Value) {
        if let Value::Object(mut fields) = fields {
            fields.insert("at".to_owned(), json!(At(self.at)));
            if let Some(hand) = self.hand {
                fields.insert("by".to_owned(), json!(hand));
            }
            self.lines.push(fields);
        }
    }

    fn after(&mut self, ms: i64) {
        self.at += ms;
    }

    /// A number below `below`, the same every time.
    fn random(&mut self, below: u64) -> i64 {
        self.chance = self.chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.chance >> 33) % below.max(1)).unwrap_or(0)
    }
}
