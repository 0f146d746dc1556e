//! The stage: which card the room sees, which page, blanked or locked, what is looked at before it goes up, a notice over
//! any card, a break. Memory only; it never waits for the disk.

mod pause;
mod prepared;

use deliberation::Facts;
use deliberation::agenda::ItemKind;
use deliberation::ballot::Method;
use deliberation::electorate::{Body, Scope};
use deliberation::ids::{EventSeq, ItemNo, MeetingNo, MotionNo, PollNo, ProcedureNo, SheetNo, VoteNo};
use deliberation::meeting::{Meeting, Phase};

use crate::clock::Now;
use crate::correction::Correction;
pub use pause::{MOST_MINUTES, Pause};
pub(crate) use prepared::cards_to_prepare;

/// A card that can be put on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StageCard {
    /// The agenda.
    #[default]
    Agenda,
    /// Motion, speaker and clock of the item on the table.
    Speaker,
    /// A procedure's audience page.
    Procedure(ProcedureNo),
    /// A cost sheet.
    Cost(SheetNo),
    /// What one door pays by a sheet, by its row.
    Due {
        /// The sheet.
        sheet: SheetNo,
        /// The door's row on it.
        row: u32,
    },
    /// Two versions of a sheet side by side.
    Compare {
        /// The earlier one.
        before: SheetNo,
        /// The later one.
        after: SheetNo,
    },
    /// The rule a motion will be voted on by, before the vote opens; see [`Stage::show_rule`].
    Rule,
    /// A vote, open or closed.
    Vote(VoteNo),
    /// A poll, open or closed.
    Poll(PollNo),
    /// What earlier meetings settled, and whether it is done.
    Review,
    /// The decisions of the meeting.
    Decisions,
    /// A break with the time left; see [`Stage::begin_break`].
    Break,
    /// The test picture, for setting up the hall.
    Pattern,
}

impl StageCard {
    /// The key of the locale files.
    pub fn key(self) -> &'static str {
        match self {
            StageCard::Agenda => "agenda",
            StageCard::Speaker => "speaker",
            StageCard::Procedure(_) => "procedure",
            StageCard::Cost(_) => "cost",
            StageCard::Due { .. } => "due",
            StageCard::Compare { .. } => "compare",
            StageCard::Rule => "rule",
            StageCard::Vote(_) => "vote",
            StageCard::Poll(_) => "poll",
            StageCard::Review => "review",
            StageCard::Decisions => "decisions",
            StageCard::Break => "break",
            StageCard::Pattern => "pattern",
        }
    }
}

/// What is to be voted on and how, as a form has it before the vote opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePreview {
    /// The motion.
    pub motion: MotionNo,
    /// The rule's id.
    pub rule: String,
    /// How it will be held.
    pub method: Method,
    /// Among which part of the roll.
    pub scope: Scope,
    /// The size of a body the roll does not list.
    pub body: Option<Body>,
}

/// What is shown, by whose choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The card.
    pub card: StageCard,
    /// Its page, from 0.
    pub page: usize,
}

/// The stage of one session.
#[derive(Clone, Debug, Default)]
pub struct Stage {
    shown: Shown,
    /// A card chosen by hand holds until the facts move on.
    chosen: bool,
    /// The last card of the item is behind: the agenda stands between it and the next item.
    at_end: bool,
    blank: bool,
    locked: bool,
    /// What the facts called for when the stage last followed them.
    called: Option<(Option<ItemNo>, StageCard)>,
    /// The rule that is shown before a vote opens.
    rule: Option<RulePreview>,
    /// The decision being read back, from 0.
    reading: usize,
    /// Moves by hand since the last deed, newest last: what undo walks back before any deed.
    moves: Vec<Move>,
    /// The last deed the stage has seen.
    seq: EventSeq,
    /// What of a card was corrected while the room saw it; the card is known once the stage has followed.
    corrected: Option<(Correction, Option<StageCard>)>,
    /// Procedures whose page was looked at on the desk before it went up.
    looked_at: Vec<ProcedureNo>,
    /// The card looked at on the desk, not yet on the screen.
    prepared: Option<Shown>,
    /// What the facts call for is prepared instead of shown: the facilitator puts every card up.
    by_hand: bool,
    /// A short line over whatever card is shown.
    notice: Option<String>,
    /// The break under way.
    pause: Option<Pause>,
}

/// What the stage looked like before a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Move {
    shown: Shown,
    chosen: bool,
    at_end: bool,
    reading: usize,
    pause: Option<Pause>,
}

impl Stage {
    /// The card and page for the room, blank or not.
    pub fn shown(&self) -> Shown {
        self.shown
    }

    /// Whether the room sees only the calm card.
    pub fn is_blank(&self) -> bool {
        self.blank
    }

    /// Whether the screen stands still while the meeting goes on.
    pub fn is_locked(&self) -> bool {
        self.locked
    }

    /// Whether the screen follows the meeting by itself.
    pub fn follows(&self) -> bool {
        !self.chosen && !self.locked
    }

    /// Blanks or shows again.
    pub fn toggle_blank(&mut self) {
        self.blank = !self.blank;
    }

    /// Locks or follows again.
    pub fn toggle_lock(&mut self) {
        self.locked = !self.locked;
        if !self.locked && !self.chosen {
            self.called = None;
        }
    }

    /// What of the card on the screen was corrected since it went up.
    pub fn correction(&self) -> Option<Correction> {
        self.corrected.filter(|(_, card)| *card == Some(self.shown.card)).map(|(correction, _)| correction)
    }

    /// Something the room saw was corrected: the card that is shown next says so.
    pub(crate) fn correct(&mut self, correction: Correction) {
        self.corrected = Some((correction, None));
    }

    /// Ties a fresh correction to the card that is shown, and forgets one of another card.
    fn follow_correction(&mut self) {
        if let Some((_, card)) = &mut self.corrected {
            card.get_or_insert(self.shown.card);
        }
        if self.correction().is_none() {
            self.corrected = None;
        }
    }

    /// The line over whatever card is shown.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Puts a short line over whatever card is shown; an empty one takes it off. It stays until it is taken off: PageUp
    /// and undo leave it alone.
    pub fn set_notice(&mut self, line: &str) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.notice = (!line.is_empty()).then_some(line);
    }

    /// Notes that somebody has looked at a procedure's page at the desk: from now on it may be shown.
    pub fn look_at(&mut self, procedure: ProcedureNo) {
        if !self.is_looked_at(procedure) {
            self.looked_at.push(procedure);
        }
    }

    /// Whether a procedure's page may be shown.
    pub fn is_looked_at(&self, procedure: ProcedureNo) -> bool {
        self.looked_at.contains(&procedure)
    }

    /// Puts a card on the screen by hand. A procedure's page that nobody has looked at stays off it: a plugin paints it.
    pub fn show(&mut self, card: StageCard) {
        if let StageCard::Procedure(procedure) = card
            && !self.is_looked_at(procedure)
        {
            return;
        }
        self.keep();
        self.shown = Shown { card, page: 0 };
        (self.chosen, self.at_end) = (true, false);
        self.follow_correction();
    }

    /// After the last card of an item: the agenda, before the next item goes on the table.
    pub(crate) fn show_end(&mut self) {
        self.show(StageCard::Agenda);
        self.at_end = true;
    }

    /// Whether the agenda stands between the item on the table and the next one.
    pub fn is_at_end(&self) -> bool {
        self.at_end && self.shown.card == StageCard::Agenda
    }

    /// Puts the rule a motion will be voted on by on the screen, read aloud before the vote opens. Opening the vote shows
    /// the vote's own card by itself.
    pub fn show_rule(&mut self, preview: RulePreview) {
        self.rule = Some(preview);
        self.show(StageCard::Rule);
    }

    /// The rule that is shown before a vote opens.
    pub fn rule(&self) -> Option<&RulePreview> {
        self.rule.as_ref()
    }

    /// Turns to a page of the card.
    pub fn turn_to(&mut self, page: usize) {
        if page != self.shown.page {
            self.keep();
            self.shown.page = page;
        }
    }

    /// Lets the screen follow the meeting again.
    pub fn follow(&mut self) {
        self.chosen = false;
        self.called = None;
        self.prepared = None;
    }

    /// Takes the last move by hand back; false if there was none since the facts moved.
    pub fn take_back(&mut self) -> bool {
        match self.moves.pop() {
            Some(before) => {
                (self.shown, self.chosen, self.reading) = (before.shown, before.chosen, before.reading);
                (self.at_end, self.pause) = (before.at_end, before.pause);
                self.follow_correction();
                true
            }
            None => false,
        }
    }

    /// Moves on with the meeting: when the facts call for another card than before, it is shown, unless locked; put up by
    /// hand, it is prepared.
    pub(crate) fn follow_facts(&mut self, facts: &Facts, seq: EventSeq, now: Now) {
        if self.seq != seq {
            // A deed is newer than every move before it.
            self.seq = seq;
            self.moves.clear();
            // The meeting goes on: a break that is over has nothing more to say.
            if self.pause.is_some_and(|pause| pause.is_over(now)) {
                self.pause = None;
                if self.shown.card == StageCard::Break {
                    self.called = None;
                }
            }
        }
        let meeting = facts.working_meeting();
        let item = meeting.and_then(|(_, meeting)| meeting.current());
        let called = (item, called_for(facts));
        if !self.locked && self.called != Some(called) {
            self.follow_called(called);
        }
        self.follow_correction();
    }

    /// Shows what the facts call for now, or prepares it where every card is put up by hand.
    fn follow_called(&mut self, called: (Option<ItemNo>, StageCard)) {
        let first = self.called.is_none();
        self.called = Some(called);
        let shown = Shown { card: called.1, page: 0 };
        self.prepared = None;
        if self.by_hand && !first && self.shown.card != called.1 {
            self.prepared = Some(shown);
            return;
        }
        (self.chosen, self.at_end) = (false, false);
        self.shown = shown;
        self.reading = 0;
    }

    /// The decision being read back, from 0.
    pub fn reading(&self) -> usize {
        self.reading
    }

    /// Reads this decision back, from 0; its card begins at the first page of it.
    pub fn read_to(&mut self, decision: usize) {
        if decision != self.reading {
            self.keep();
            self.reading = decision;
            if self.shown.card == StageCard::Decisions {
                self.shown.page = 0;
            }
        }
    }

    /// How many moves can be taken back.
    pub(crate) fn moves(&self) -> usize {
        self.moves.len()
    }

    fn keep(&mut self) {
        let (shown, chosen, at_end) = (self.shown, self.chosen, self.at_end);
        self.moves.push(Move { shown, chosen, at_end, reading: self.reading, pause: self.pause });
    }
}

/// The card the facts call for.
pub fn called_for(facts: &Facts) -> StageCard {
    let Some((number, meeting)) = facts.working_meeting() else { return StageCard::Agenda };
    if let Phase::Closed { .. } = meeting.phase {
        return StageCard::Decisions;
    }
    if let Some((vote, _)) = facts.open_vote() {
        return StageCard::Vote(vote);
    }
    if let Some((poll, _)) = facts.open_poll() {
        return StageCard::Poll(poll);
    }
    let Some(item) = meeting.current() else { return StageCard::Agenda };
    let (vote, poll) = (vote_of(facts, number, item), poll_of(facts, number, item));
    let opened = |vote| facts.vote(vote).map(|vote| vote.opened);
    let asked = |poll| facts.poll(poll).map(|poll| poll.opened);
    // A motion moved after the last vote is what is talked about now.
    let last = facts.motions.iter().rposition(|motion| motion.meeting == number && motion.item == item);
    let voted = vote.and_then(|vote| facts.vote(vote)).and_then(|vote| vote.motion.index());
    if voted.is_some() && last > voted && poll.is_none() {
        return StageCard::Speaker;
    }
    match (vote, poll) {
        // Whichever came last.
        (Some(vote), Some(poll)) if asked(poll) > opened(vote) => return StageCard::Poll(poll),
        (Some(vote), _) => return StageCard::Vote(vote),
        (None, Some(poll)) => return StageCard::Poll(poll),
        (None, None) => {}
    }
    match cards_of_item(facts).first() {
        // Whoever asks about it is seen.
        Some(StageCard::Review) if has_talk(meeting) => StageCard::Speaker,
        first => first.copied().unwrap_or(StageCard::Speaker),
    }
}

/// Whether somebody speaks or wants to.
pub(crate) fn has_talk(meeting: &Meeting) -> bool {
    let speakers = &meeting.speakers;
    !speakers.hands.is_empty() || speakers.called.is_some() || speakers.speaking().is_some()
}

/// Whether the decisions are being read back one by one.
pub fn reads_back(meeting: &Meeting) -> bool {
    meeting.current().and_then(|item| meeting.item(item)).is_some_and(|item| item.kind == ItemKind::ReadBack)
}

/// The vote of an item, the last one if there are several.
pub fn vote_of(facts: &Facts, meeting: MeetingNo, item: ItemNo) -> Option<VoteNo> {
    facts.votes.iter().rposition(|vote| vote.meeting == meeting && vote.item == item).map(VoteNo::at)
}

/// The poll of an item, the last one if there are several.
pub fn poll_of(facts: &Facts, meeting: MeetingNo, item: ItemNo) -> Option<PollNo> {
    facts.polls.iter().rposition(|poll| poll.meeting == meeting && poll.item == item).map(PollNo::at)
}

/// The cards one can turn to under the item on the table, in the order PageDown goes through them.
pub fn cards_of_item(facts: &Facts) -> Vec<StageCard> {
    let Some((number, meeting)) = facts.working_meeting() else { return vec![StageCard::Agenda] };
    let Some(item) = meeting.current() else {
        return match meeting.phase {
            Phase::Closed { .. } => vec![StageCard::Decisions],
            _ => vec![StageCard::Agenda],
        };
    };
    if reads_back(meeting) {
        return vec![StageCard::Decisions];
    }
    let looks_back = meeting.item(item).is_some_and(|item| item.kind == ItemKind::Review);
    let mut cards = Vec::new();
    if looks_back && facts.matters.iter().any(|matter| matter.is_before(number)) {
        cards.push(StageCard::Review);
    }
    if cards.is_empty() || has_talk(meeting) {
        cards.push(StageCard::Speaker);
    }
    let sheet = facts.sheets.iter().rposition(|sheet| sheet.meeting == number && sheet.item == item).map(SheetNo::at);
    cards.extend(sheet.map(StageCard::Cost));
    cards.extend(poll_of(facts, number, item).map(StageCard::Poll));
    cards.extend(vote_of(facts, number, item).map(StageCard::Vote));
    cards
}

/// The item after the one on the table that has not been dealt with.
pub fn next_item(meeting: &Meeting) -> Option<ItemNo> {
    let from = meeting.current().and_then(ItemNo::index).map_or(0, |index| index + 1);
    (from..meeting.items.len())
        .find(|index| meeting.items[*index].state == deliberation::agenda::ItemState::Waiting)
        .map(ItemNo::at)
}
