//! Votes held in every way, for the tests of figures, minutes and notices: the same six heads, one file a way.

use amounts::CentiSqm;
use deliberation::ballot::{Choice, DoorBallot, Method};
use deliberation::electorate::{Body, Scope};
use deliberation::ids::{ItemNo, MotionNo, PersonId, VoteNo};
use deliberation::roll::{Roll, RollEntry, Unit};
use deliberation::rule::{Bilingual, Silence, Unreturned, find};
use deliberation::tally::SideCounts;
use deliberation::terms::{FundMatter, Payers, Terms};
use deliberation::text::Words;
use deliberation::{Command, Door, Who};

use super::{Story, door, person};

/// 278, an ordinary matter.
pub(crate) const ORDINARY: &str = "cn-civil-code-278-4";
/// 278, the election.
pub(crate) const ELECTION: &str = "cn-civil-code-278-3";
/// An old text for a body of residents.
pub(crate) const OLD: &str = "cn-residents-meeting-2018-adults";

/// The two counters of the meeting.
const COUNTERS: [PersonId; 2] = [PersonId(1), PersonId(6)];

/// How a vote is opened.
pub(crate) struct Opening {
    pub(crate) rule: &'static str,
    pub(crate) method: Method,
    pub(crate) scope: Scope,
    pub(crate) body: Option<Body>,
    pub(crate) candidates: Vec<Who>,
    pub(crate) seats: Option<u32>,
}

impl Opening {
    /// Among everybody, by this rule and in this way.
    pub(crate) fn of(rule: &'static str, method: Method) -> Opening {
        Opening { rule, method, scope: Scope::Whole, body: None, candidates: Vec::new(), seats: None }
    }
}

fn ballots(said: &[(&str, Choice)]) -> Vec<DoorBallot> {
    said.iter()
        .map(|(door, choice)| DoorBallot { door: Door::new(*door), choice: *choice, slate: Vec::new() })
        .collect()
}

/// A vote on shares by household that those who agree pay: 4 heads with 5 doors say yes.
pub(crate) fn pay_if_you_agree() -> Story {
    let mut story = Story::begun();
    story.at("2026-07-18T19:24:00+08:00").does(Command::StartItem { item: ItemNo(3) });
    story.apportion();
    story.debate();
    let terms = Terms { fund: None, payers: Payers::Agreed };
    story.does(Command::SetTerms { motion: MotionNo(1), terms });
    story.vote();
    story
}

/// The same shares voted on under a rule, as a matter of the maintenance fund.
pub(crate) fn of_the_fund(rule: &'static str) -> Story {
    let mut story = Story::moved("筹集维修资金换水泵。");
    let terms = Terms { fund: Some(FundMatter::Raise), payers: Payers::Everybody };
    story.does(Command::SetTerms { motion: MotionNo(1), terms });
    story.opens(Opening::of(rule, Method::RollCall));
    for door in ["1-1-101", "1-2-101", "1-2-102", "1-2-402", "1-3-301"] {
        story.does(Command::ballot(VoteNo(1), Door::new(door), Choice::Yes));
    }
    story.does(Command::CloseVote { vote: VoteNo(1) });
    story
}

impl Story {
    /// The meeting with a motion on the table.
    pub(crate) fn moved(text: &str) -> Story {
        let mut story = Story::begun();
        story.at("2026-07-18T19:24:00+08:00").does(Command::StartItem { item: ItemNo(3) });
        story.does(Command::MoveMotion { text: text.into(), mover: door("1-2-102"), seconder: None, sheet: None });
        story
    }

    /// Opens the vote on the motion.
    pub(crate) fn opens(&mut self, opening: Opening) {
        let Opening { rule, method, scope, body, candidates, seats } = opening;
        let sentence = self.state.facts.rule(rule).map(crate::rule_words::rule_text).unwrap_or_default();
        self.does(Command::OpenVote {
            motion: MotionNo(1),
            rule: rule.to_owned(),
            method,
            scope,
            body,
            candidates,
            seats,
            sentence,
        });
    }

    /// Two people read the same papers.
    pub(crate) fn papers(&mut self, batch: u32, said: &[(&str, Choice)]) {
        self.batch(batch, &ballots(said));
    }

    fn batch(&mut self, batch: u32, ballots: &[DoorBallot]) {
        for counter in COUNTERS {
            self.by = counter;
            self.does(Command::ReadPapers { vote: VoteNo(1), batch, ballots: ballots.to_vec() });
        }
        self.by = PersonId::NOBODY;
    }

    fn says(&mut self, said: &[(&str, Choice)]) {
        for (door, choice) in said {
            self.does(Command::ballot(VoteNo(1), Door::new(*door), *choice));
        }
    }

    fn counts(&mut self, by: PersonId, yes: u32, no: u32, abstain: u32) {
        self.by = by;
        let counts = SideCounts { yes, no, abstain, void: 0 };
        self.does(Command::CountSides { vote: VoteNo(1), counts });
        self.by = PersonId::NOBODY;
    }

    fn closes(&mut self) {
        self.does(Command::CloseVote { vote: VoteNo(1) });
    }
}

const YES: Choice = Choice::Yes;
const NO: Choice = Choice::No;
const ABSTAIN: Choice = Choice::Abstain;
const VOID: Choice = Choice::Void;

/// Papers of the owners in two batches, with a void one and a conflict; a proxy and a recusal before it opens.
pub(crate) fn on_paper() -> Story {
    let mut story = Story::moved("清掏费 1,650 元从公共收益中支出。");
    let reason = Words::typed("与清掏公司有亲属关系");
    story.does(Command::Recuse { motion: MotionNo(1), who: door("1-2-402"), reason });
    story.opens(Opening::of(ORDINARY, Method::Paper));
    story.papers(1, &[("1-1-101", YES), ("1-2-101", YES), ("1-2-102", YES)]);
    story.papers(2, &[("1-3-301", VOID), ("1-3-401", NO)]);
    story.closes();
    story
}

/// Roll-call among one stair: one of two is not enough.
pub(crate) fn in_one_stair() -> Story {
    let mut story = Story::moved("二单元换门禁");
    let scope = Scope::Stair { building: "1".into(), stair: "2".into() };
    story.opens(Opening { scope, ..Opening::of(ORDINARY, Method::RollCall) });
    story.says(&[("1-2-102", YES), ("1-2-402", NO), ("1-2-101", ABSTAIN)]);
    story.closes();
    story
}

/// Hands counted twice, by totals: no area.
pub(crate) fn by_hands() -> Story {
    let mut story = Story::moved("楼道灯改声控");
    story.opens(Opening::of("deliberation", Method::Hands));
    story.counts(COUNTERS[0], 3, 2, 0);
    story.counts(COUNTERS[1], 3, 1, 1);
    story.closes();
    story
}

/// Secret papers that two counters agree on.
pub(crate) fn in_secret() -> Story {
    let mut story = Story::moved("推选楼长");
    story.opens(Opening::of("deliberation", Method::Secret));
    story.counts(COUNTERS[0], 2, 2, 1);
    story.counts(COUNTERS[1], 2, 2, 1);
    story.closes();
    story
}

/// A residents' meeting by the old law, hands by totals.
pub(crate) fn by_old_law() -> Story {
    let mut story = Story::moved("制定居民公约");
    let body = Some(Body { due: 121, present: 70 });
    story.opens(Opening { body, ..Opening::of(OLD, Method::Hands) });
    story.counts(COUNTERS[0], 36, 30, 4);
    story.closes();
    story
}

/// Households marked one by one, an agent with written authority, opened again and counted differently.
pub(crate) fn counted_again() -> Story {
    let mut story = Story::moved("清掏费按户分摊");
    story.does(Command::GiveProxy {
        principal: Door::new("1-1-102"),
        agent: door("1-1-101"),
        paper: "委托书 1 号".into(),
        scan: None,
    });
    story.opens(Opening::of("present-majority", Method::HandsByDoor));
    let doors = |doors: &[&str]| doors.iter().map(|door| Door::new(*door)).collect::<Vec<_>>();
    let mark = |story: &mut Story, all: &[&str], choice| {
        story.does(Command::MarkHands { vote: VoteNo(1), doors: doors(all), choice });
    };
    mark(&mut story, &["1-1-101", "1-2-101", "1-2-102"], YES);
    story.closes();
    story.does(Command::ReopenVote { vote: VoteNo(1), reason: Words::typed("漏记了代理人的票") });
    story.does(Command::CastProxies { vote: VoteNo(1), agent: door("1-1-101"), ballots: ballots(&[("1-1-102", YES)]) });
    mark(&mut story, &["1-3-301"], NO);
    mark(&mut story, &["1-2-101"], NO);
    story.closes();
    story
}

/// Papers of an election: two seats, three candidates of whom two tie for the second seat, or one seat stays empty.
pub(crate) fn election(tie: bool) -> Story {
    let mut story = Story::moved("选举业主委员会委员");
    let candidates = vec![person(1), person(3), person(6)];
    story.opens(Opening { candidates, seats: Some(2), ..Opening::of(ELECTION, Method::Paper) });
    let slate =
        |door: &str, slate: [Choice; 3]| DoorBallot { door: Door::new(door), choice: YES, slate: slate.to_vec() };
    let second = if tie { YES } else { NO };
    story.batch(
        1,
        &[
            slate("1-1-101", [YES, YES, YES]),
            slate("1-1-102", [YES, second, second]),
            slate("1-2-101", [YES, YES, YES]),
            slate("1-2-102", [YES, second, NO]),
            slate("1-2-402", [ABSTAIN, NO, second]),
            slate("1-3-301", [YES, NO, NO]),
        ],
    );
    story.closes();
    story
}

/// A clause takes the papers that never came back to the larger side.
pub(crate) fn with_silence() -> Story {
    let mut story = Story::moved("更换门卫");
    let mut rule = find("deliberation").unwrap().clone();
    rule.id = "own-silence".into();
    rule.electorate = deliberation::rule::Electors::Owners;
    rule.title = Bilingual { zh: "本小区议事规则".into(), en: "Our own rules".into() };
    let clause = "已送达而没有交回的，从多数".to_owned();
    rule.unreturned = Some(Unreturned { counts_as: Silence::Majority, clause, article: "议事规则第9条".into() });
    story.does(Command::AdoptRule { rule: Box::new(rule) });
    story.opens(Opening::of("own-silence", Method::Merged));
    story.says(&[("1-1-101", YES), ("1-2-102", YES)]);
    story.papers(1, &[("1-3-301", NO)]);
    story.closes();
    story
}

/// A vote of the owners in which two areas turn out not to be known.
pub(crate) fn undecidable() -> Story {
    let mut story = in_one_stair();
    let vote = std::sync::Arc::make_mut(&mut story.state.facts.votes[0]);
    for count in [&mut vote.electorate.bases.all, &mut vote.tally.yes, &mut vote.tally.no] {
        (count.area_unknown, count.area) = (1, CentiSqm(0));
    }
    let roll = &vote.roll;
    let entry = |unit: &Unit| {
        let known = !["1-2-102", "1-2-402"].contains(&unit.door.as_str());
        let owners = vec![roll.voter(&unit.door).unwrap()];
        RollEntry { unit: Unit { area: unit.area.filter(|_| known), ..unit.clone() }, owners, residents: None }
    };
    vote.roll = std::sync::Arc::new(Roll::from_entries(roll.units().iter().map(entry).collect()));
    story
}

/// Every way by its name.
pub(crate) fn all() -> Vec<(&'static str, Story)> {
    vec![
        ("paper, 278", on_paper()),
        ("roll-call among one stair, 278", in_one_stair()),
        ("hands", by_hands()),
        ("secret", in_secret()),
        ("residents' meeting, old law", by_old_law()),
        ("hands by door, counted again", counted_again()),
        ("election, vacant", election(false)),
        ("election, tied", election(true)),
        ("merged, a clause for silence", with_silence()),
        ("undecidable", undecidable()),
    ]
}
