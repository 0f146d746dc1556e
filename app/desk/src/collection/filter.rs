//! Which households the table shows: all, or those whom there is something to ask or nothing more.

use deliberation::collection::{Account, Answer, Collection};
use deliberation::ids::CollectionNo;
use egui::{Ui, vec2};
use words::figures::collection::{Column, households};

use crate::look::Button;
use crate::look::tokens::space;
use crate::meeting::bench::Bench;

/// A choice of households.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Filter {
    /// Everybody.
    #[default]
    All,
    /// Nobody has spoken to them yet.
    NotReached,
    /// Agreed and not paid in full.
    AgreedOpen,
    /// Declined.
    Declined,
    /// Nothing open.
    Paid,
}

impl Filter {
    const ALL: [Filter; 5] = [Filter::All, Filter::NotReached, Filter::AgreedOpen, Filter::Declined, Filter::Paid];

    /// Whether a household is among them.
    pub(super) fn holds(self, account: &Account) -> bool {
        let open = account.open().0 > 0;
        match self {
            Filter::All => true,
            Filter::NotReached => open && account.answer == Answer::NotReached,
            Filter::AgreedOpen => open && account.answer == Answer::Agreed,
            Filter::Declined => open && account.answer == Answer::Declined,
            Filter::Paid => !open,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Filter::All => "collecting-filter-all",
            Filter::NotReached => "collecting-filter-not-reached",
            Filter::AgreedOpen => "collecting-filter-agreed",
            Filter::Declined => "collecting-filter-declined",
            Filter::Paid => "collecting-filter-paid",
        }
    }

    fn column(self) -> Column {
        match self {
            Filter::All => Column::Due,
            Filter::NotReached => Column::NotReached,
            Filter::AgreedOpen => Column::AgreedOpen,
            Filter::Declined => Column::Declined,
            Filter::Paid => Column::Paid,
        }
    }

    /// The choices side by side, each with how many there are.
    pub(super) fn filter_ui(&mut self, ui: &mut Ui, bench: &Bench<'_>, number: CollectionNo, collection: &Collection) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S2, 0.0);
            for filter in Filter::ALL {
                let count = households(bench.lang, number, collection, filter.column()).number;
                let text = bench.tell(filter.key(), &[("n", &count)]);
                if ui.add(Button::normal(&text).pane().marked(*self == filter)).clicked() {
                    *self = filter;
                }
            }
        });
    }
}
