//! From facts and stage to what the room sees: one function, one card, finished texts.
//!
//! Whatever is made here goes on the wall. Names are those of speakers, of candidates and of people who took on a duty; doors and
//! amounts are a sheet's; nothing else of a person gets here.

mod agenda;
mod cost;
mod decisions;
mod pause;
mod payers;
mod poll;
pub(crate) mod procedure;
mod review;
mod speaker;
mod vote;

use std::sync::Arc;

use deliberation::ids::{ItemNo, MeetingNo};
use deliberation::meeting::Meeting;
use words::{Lang, tf};

use crate::audience::{AudienceView, Card, HeadLine};
use crate::correction;
use crate::session::Session;
use crate::snapshot::Snapshot;
use crate::stage::{Shown, StageCard};

/// What the cards are made from.
pub(crate) struct Room<'a> {
    pub(crate) lang: Lang,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) clock_since: Option<u64>,
}

impl Session {
    /// What the room sees now: the calm card while blanked, the frozen one while locked. A notice stands over any card but
    /// the calm one.
    pub fn audience(&mut self, lang: Lang) -> Arc<AudienceView> {
        if self.stage.is_blank() {
            if !self.stage.is_locked() {
                // Whatever was there before the blank must not come back with a lock.
                self.frozen = None;
            }
            return Arc::new(AudienceView { rehearsal: self.rehearses, ..AudienceView::blank(lang) });
        }
        if self.stage.is_locked()
            && let Some((_, frozen)) = &self.frozen
        {
            return self.with_notice(Arc::clone(frozen));
        }
        let shown = self.stage.shown();
        let view = self.view_of(lang, shown);
        self.frozen = Some((shown, Arc::clone(&view)));
        self.with_notice(view)
    }

    /// What is looked at on the desk before it goes up, as the room would see it.
    pub fn prepared(&mut self, lang: Lang) -> Option<Arc<AudienceView>> {
        let view = self.view_of(lang, self.stage.prepared()?);
        Some(self.with_notice(view))
    }

    /// The card and page on the screen, or under the blank: a locked screen stands where it was locked.
    pub fn on_screen(&self) -> Shown {
        match &self.frozen {
            Some((shown, _)) if self.stage.is_locked() => *shown,
            _ => self.stage.shown(),
        }
    }

    fn view_of(&mut self, lang: Lang, shown: Shown) -> Arc<AudienceView> {
        self.procedure_card(lang, shown).unwrap_or_else(|| Arc::new(self.card_view(lang, shown)))
    }

    fn with_notice(&self, view: Arc<AudienceView>) -> Arc<AudienceView> {
        let notice = self.stage.notice().map(str::to_owned);
        if view.notice == notice { view } else { Arc::new(AudienceView { notice, ..AudienceView::clone(&view) }) }
    }

    /// A card as the room would see it: also the preview of one that is not on the screen.
    pub fn card_view(&self, lang: Lang, shown: Shown) -> AudienceView {
        let mut view = self.card_of(lang, self.snapshot(), shown);
        if let Some(correction) = self.stage.correction().filter(|_| shown.card == self.stage.shown().card) {
            correction::mark(&mut view, correction);
        }
        view
    }

    /// A card as it was or is in a picture of the file.
    pub(crate) fn card_of(&self, lang: Lang, snapshot: &Snapshot, shown: Shown) -> AudienceView {
        let room = Room { lang, snapshot, clock_since: self.clock_since() };
        let card = match shown.card {
            StageCard::Agenda => agenda::card(&room),
            StageCard::Speaker => speaker::card(&room),
            StageCard::Procedure(number) => procedure::card(&room, number, self.procedure_view(number)),
            StageCard::Cost(number) => cost::card(&room, number),
            StageCard::Due { sheet, row } => payers::due_card(&room, sheet, row),
            StageCard::Compare { before, after } => payers::compare_card(&room, before, after),
            StageCard::Rule => self.stage.rule().and_then(|wanted| vote::preview_card(&room, wanted)),
            StageCard::Vote(number) => vote::card(&room, number),
            StageCard::Poll(number) => poll::card(&room, number),
            StageCard::Review => review::card(&room),
            StageCard::Decisions => decisions::card(&room, self.stage.reading()),
            StageCard::Break => self.stage.pause().map(|pause| pause::card(&room, pause)),
            StageCard::Pattern => Some(Card::Pattern),
        };
        // A prompt is a line at the foot of the debate; no other card makes room for it.
        let hint = self.prompt().filter(|_| shown.card == StageCard::Speaker);
        let hint = hint.map(|prompt| words::speaking::prompt_text(lang, prompt));
        AudienceView {
            lang,
            card: card.unwrap_or(Card::Blank),
            page: shown.page,
            hint,
            notice: None,
            rehearsal: self.rehearses,
        }
    }
}

impl Room<'_> {
    /// The meeting people work on.
    fn meeting(&self) -> Option<(MeetingNo, &Meeting)> {
        self.snapshot.facts.working_meeting()
    }

    /// "第 3 项" with what is done, and a word at the right.
    fn head(&self, item: Option<ItemNo>, what: String, right: String) -> HeadLine {
        let item = item.map(|item| tf(self.lang, "room-item", &[("n", &item.to_string())])).unwrap_or_default();
        HeadLine { item, what, right }
    }
}
