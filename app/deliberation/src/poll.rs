//! Soft votes before the hard one: what the hall leans to, never a decision.
//!
//! Four kinds: a sense check, consent with objections, dots, and approval of several options. A poll says what it came to;
//! it binds nobody, opens no collection and settles no motion. Ties are told and go to a run-off among the tied only;
//! the order of the options never decides.

use serde::{Deserialize, Serialize};

use crate::ids::{ItemNo, MeetingNo, OptionNo, PersonId, PollNo, ProcedureNo};
use crate::refusal::Refusal;
use crate::text::TextRef;
use crate::time::At;

/// Most options of one poll: more are no choice people can oversee.
pub const MOST_OPTIONS: usize = 20;

/// How a poll is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum PollKind {
    /// Everybody shows one of three grades (意向测评).
    Sense,
    /// Passes when no objection stands (同意性表决).
    Consent,
    /// Everybody has so many dots, at most `cap` of them for one option (贴点).
    Dots {
        /// Dots a person.
        per_person: u32,
        /// Most dots of one person on one option.
        cap: u32,
        /// How many options are to come out.
        winners: u32,
    },
    /// Everybody approves of as many options as they like (多选赞成).
    Approval {
        /// How many options are to come out.
        winners: u32,
    },
}

impl PollKind {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            PollKind::Sense => "sense",
            PollKind::Consent => "consent",
            PollKind::Dots { .. } => "dots",
            PollKind::Approval { .. } => "approval",
        }
    }

    /// How many options are to come out; none where nothing is chosen among.
    pub fn winners(self) -> Option<u32> {
        match self {
            PollKind::Dots { winners, .. } | PollKind::Approval { winners } => Some(winners),
            PollKind::Sense | PollKind::Consent => None,
        }
    }

    /// Whether a poll of this kind can be held on these options.
    pub fn check(self, options: &[String]) -> Result<(), PollError> {
        let Some(winners) = self.winners() else {
            return if options.is_empty() { Ok(()) } else { Err(PollError::NoOptionsWanted) };
        };
        if options.len() < 2 {
            return Err(PollError::TooFewOptions);
        }
        if options.len() > MOST_OPTIONS {
            return Err(PollError::TooManyOptions);
        }
        let twice = options.iter().enumerate().find(|(place, option)| options[..*place].contains(option));
        if let Some((_, option)) = twice {
            return Err(PollError::OptionTwice { option: option.clone() });
        }
        if winners == 0 || winners as usize >= options.len() {
            return Err(PollError::Winners);
        }
        match self {
            PollKind::Dots { per_person: 0, .. } | PollKind::Dots { cap: 0, .. } => Err(PollError::NoDots),
            PollKind::Dots { per_person, cap, .. } if cap > per_person => Err(PollError::CapOverDots),
            _ => Ok(()),
        }
    }
}

/// Why a poll cannot be held as asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum PollError {
    /// Fewer than two options.
    TooFewOptions,
    /// More than [`MOST_OPTIONS`].
    TooManyOptions,
    /// An option stands twice.
    OptionTwice {
        /// Which.
        option: String,
    },
    /// A sense check and a consent have no options.
    NoOptionsWanted,
    /// At least one option comes out, and fewer than there are.
    Winners,
    /// A person needs a dot, and an option must be able to take one.
    NoDots,
    /// More dots on one option than a person has.
    CapOverDots,
}

/// The grades of a sense check, from the warmest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// 支持.
    Support,
    /// 可以: can live with it.
    Fine,
    /// 担心.
    Worried,
}

impl Grade {
    /// All, in the order they are asked for and counted.
    pub const ALL: [Grade; 3] = [Grade::Support, Grade::Fine, Grade::Worried];

    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Grade::Support => "support",
            Grade::Fine => "fine",
            Grade::Worried => "worried",
        }
    }
}

/// What became of an objection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Settled {
    /// Taken back by whoever raised it.
    Withdrawn,
    /// Taken into the proposal.
    Integrated,
}

/// An objection to a proposal that is put to consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Who raised it.
    pub person: PersonId,
    /// The reason.
    pub reason: TextRef,
    /// When.
    pub at: At,
    /// What became of it, in which words.
    pub settled: Option<(Settled, TextRef)>,
}

/// One poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poll {
    /// In which meeting.
    pub meeting: MeetingNo,
    /// Under which item.
    pub item: ItemNo,
    /// What is asked.
    pub question: String,
    /// How it is held.
    pub kind: PollKind,
    /// The options in the order they were named; none in a sense check and a consent.
    pub options: Vec<String>,
    /// Whether those in the hall who vote for no unit take part too.
    pub guests: bool,
    /// How many were in the hall when it opened.
    pub present: u32,
    /// Opened.
    pub opened: At,
    /// Dots, approvals or grades, an entry an option or grade; `None` until somebody has counted.
    pub counts: Option<Vec<u32>>,
    /// Objections in the order they were raised.
    pub objections: Vec<Objection>,
    /// Closed.
    pub closed: Option<At>,
    /// The procedure whose candidates it is about.
    pub procedure: Option<ProcedureNo>,
    /// The poll whose tie it decides.
    pub runoff_of: Option<PollNo>,
    /// The run-off opened for its tie.
    pub runoff: Option<PollNo>,
}

/// An option with its count and its place; options with the same count share a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Which.
    pub option: OptionNo,
    /// How many dots or approvals.
    pub count: u32,
    /// From 1.
    pub place: u32,
}

/// What dots or approvals come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// All options, most first; equal ones as they were named.
    pub rows: Vec<Ranked>,
    /// Those that come out without a tie.
    pub winners: Vec<OptionNo>,
    /// Those that tie for the last places; nobody is in between winners and these.
    pub tied: Vec<OptionNo>,
    /// How many of the tied can still come out.
    pub open: u32,
}

impl Poll {
    /// How many numbers a count has.
    pub fn entries(&self) -> usize {
        match self.kind {
            PollKind::Sense => Grade::ALL.len(),
            PollKind::Consent => 0,
            PollKind::Dots { .. } | PollKind::Approval { .. } => self.options.len(),
        }
    }

    /// The most that all entries can come to together; none where only each has a limit.
    pub fn most_together(&self) -> Option<u64> {
        match self.kind {
            PollKind::Sense => Some(u64::from(self.present)),
            PollKind::Dots { per_person, .. } => Some(u64::from(self.present) * u64::from(per_person)),
            PollKind::Consent | PollKind::Approval { .. } => None,
        }
    }

    /// The most one entry can come to.
    pub fn most_each(&self) -> u64 {
        match self.kind {
            PollKind::Dots { per_person, cap, .. } => u64::from(self.present) * u64::from(cap.min(per_person)),
            PollKind::Sense | PollKind::Consent | PollKind::Approval { .. } => u64::from(self.present),
        }
    }

    /// Whether a count can be right; the first thing that is wrong with it.
    pub fn check(&self, counts: &[u32]) -> Result<(), Refusal> {
        if self.kind == PollKind::Consent {
            return Err(Refusal::PollHasNoCount);
        }
        if counts.len() != self.entries() {
            let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            return Err(Refusal::BadPollCount { got: number(counts.len()), expected: number(self.entries()) });
        }
        let each = self.most_each();
        if let Some(place) = counts.iter().position(|count| u64::from(*count) > each) {
            let (option, counted) = (OptionNo::at(place), u64::from(counts[place]));
            return Err(Refusal::OptionOverLimit { option, counted, allowed: each });
        }
        let counted: u64 = counts.iter().copied().map(u64::from).sum();
        match self.most_together() {
            Some(allowed) if counted > allowed => Err(Refusal::PollOverLimit { counted, allowed }),
            _ => Ok(()),
        }
    }

    /// The count of an entry; 0 before anybody has counted.
    pub fn count(&self, entry: OptionNo) -> u32 {
        let counts = self.counts.as_deref().unwrap_or_default();
        entry.index().and_then(|place| counts.get(place)).copied().unwrap_or(0)
    }

    /// All dots, approvals or grades together.
    pub fn total(&self) -> u64 {
        self.counts.as_deref().unwrap_or_default().iter().copied().map(u64::from).sum()
    }

    /// Objections that are neither withdrawn nor taken in.
    pub fn standing(&self) -> usize {
        self.objections.iter().filter(|objection| objection.settled.is_none()).count()
    }

    /// Whether nobody objects (any more); none for another kind.
    pub fn consented(&self) -> Option<bool> {
        (self.kind == PollKind::Consent).then(|| self.standing() == 0)
    }

    /// What dots or approvals come to; none for another kind. An option nobody chose never comes out.
    pub fn ranking(&self) -> Option<Ranking> {
        let places = self.kind.winners()? as usize;
        let mut rows: Vec<Ranked> = (0..self.options.len())
            .map(OptionNo::at)
            .map(|option| Ranked { option, count: self.count(option), place: 0 })
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.count));
        for place in 0..rows.len() {
            let before = place.checked_sub(1).map(|before| rows[before]);
            rows[place].place = match before {
                Some(before) if before.count == rows[place].count => before.place,
                _ => OptionNo::at(place).0,
            };
        }
        // The count of the last place; below it nobody comes out, and 0 is below everything.
        let line = places.checked_sub(1).and_then(|last| rows.get(last)).map_or(1, |row| row.count).max(1);
        let with = |holds: &dyn Fn(u32) -> bool| -> Vec<OptionNo> {
            rows.iter().filter(|row| holds(row.count)).map(|row| row.option).collect()
        };
        let (mut winners, mut tied) = (with(&|count| count > line), with(&|count| count == line));
        let left = places.saturating_sub(winners.len());
        let open = if tied.len() > left { left } else { 0 };
        if open == 0 {
            winners.append(&mut tied);
        }
        Some(Ranking { rows, winners, tied, open: u32::try_from(open).unwrap_or(u32::MAX) })
    }

    /// How a run-off among the tied is held; none without a tie. With dots everybody has as many as places are open, one
    /// an option: with more, each of the tied would get one from everybody again.
    pub fn runoff_kind(&self) -> Option<(PollKind, Vec<String>)> {
        let ranking = self.ranking().filter(|ranking| !ranking.tied.is_empty())?;
        let winners = ranking.open;
        let kind = match self.kind {
            PollKind::Dots { .. } => PollKind::Dots { per_person: winners, cap: 1, winners },
            other => match other.winners() {
                Some(_) => PollKind::Approval { winners },
                None => return None,
            },
        };
        let mut tied = ranking.tied;
        tied.sort_unstable();
        let named = |option: OptionNo| option.index().and_then(|place| self.options.get(place)).cloned();
        Some((kind, tied.into_iter().filter_map(named).collect()))
    }
}
