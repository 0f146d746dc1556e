//! The pages of the meeting itself and what comes after it, each with its own drafts.

use egui::Ui;

use crate::collection::CollectionPage;
use crate::ledger::LedgerPage;
use crate::meeting::MeetingPage;
use crate::page::{Place, Scene};

/// Meeting, ledger, collections.
#[derive(Default)]
pub(crate) struct Pages {
    meeting: MeetingPage,
    ledger: LedgerPage,
    collections: CollectionPage,
}

impl Pages {
    pub(crate) fn meeting(&self) -> &MeetingPage {
        &self.meeting
    }

    pub(crate) fn meeting_mut(&mut self) -> &mut MeetingPage {
        &mut self.meeting
    }

    pub(crate) fn ledger(&self) -> &LedgerPage {
        &self.ledger
    }

    pub(crate) fn collections(&self) -> &CollectionPage {
        &self.collections
    }

    /// Takes back what was half typed.
    pub(crate) fn take_back(
        &mut self,
        meeting: Option<MeetingPage>,
        ledger: Option<LedgerPage>,
        collections: Option<CollectionPage>,
    ) {
        self.meeting = meeting.unwrap_or_default();
        self.meeting.taken_back();
        self.ledger = ledger.unwrap_or_default();
        self.collections = collections.unwrap_or_default();
    }

    pub(crate) fn page_ui(&mut self, ui: &mut Ui, place: Place, scene: &mut Scene<'_>) {
        match place {
            Place::Matters => self.ledger.page_ui(ui, scene),
            Place::Collections => self.collections.page_ui(ui, scene),
            _ => self.meeting.page_ui(ui, scene),
        }
    }

    /// Whether the page has something open that Esc closes before it blanks the screen.
    pub(crate) fn has_open_form(&self, place: Place) -> bool {
        match place {
            Place::Meeting => self.meeting.has_open_form(),
            Place::Matters => self.ledger.has_open_form(),
            Place::Collections => self.collections.has_open_form(),
            _ => false,
        }
    }
}
