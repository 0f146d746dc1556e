//! The screen: what the room sees, as one pure function from an [`AudienceView`] to shapes.
//!
//! A card is laid out on a virtual screen of 1080 lines (`setting`), its lines broken by sense and then by the advances
//! of our own fonts (`breaking`, `measure`), stacked into pages (`layout`) of plain shapes (`sheet`) and painted with one
//! scale (`paint`). The desk's preview and the wall take the same way and differ in the scale alone, so they cannot break
//! a line or a page at different places. Too long → the next page, never smaller; nothing scrolls, blinks or glides.
//!
//! Never here: a clock (the frame's [`Now`] comes in), the session, any wish of its own about what to show. The blank
//! card is painted before anything else is looked at.

mod breaking;
mod cards;
mod layout;
mod measure;
mod notice;
mod paint;
mod rehearsal;
mod setting;
mod sheet;

use egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo};
use session::audience::{AudienceView, Card, ClockPhase, Now, Progress};
use words::{Lang, t};

pub use notice::fits as notice_fits;
pub use setting::{Aspect, Frame, Hall, LINES, Setting};
pub use sheet::{Item, Sheet};

use crate::look::tokens::SCREEN;

/// What a card is laid out with.
#[derive(Clone, Copy, Debug)]
pub struct Stand<'a> {
    /// The virtual screen.
    pub frame: Frame,
    /// The language of the fixed words.
    pub lang: Lang,
    /// The frame's time.
    pub now: Now,
    /// The chair's reminder, if there is one.
    pub hint: Option<&'a str>,
}

/// All pages of the view's card; at least one.
pub fn sheets(view: &AudienceView, setting: Setting, now: Now) -> Vec<Sheet> {
    let whole = setting.frame();
    if view.card == Card::Blank {
        return vec![cards::blank::sheet(Stand { frame: whole, lang: view.lang, now, hint: None })];
    }
    let Some(notice) = &view.notice else { return card_sheets(view, whole, now) };
    let band = notice::Band::new(notice, whole);
    let mut pages = card_sheets(view, band.frame_above(whole), now);
    for page in &mut pages {
        band.place(page, whole);
    }
    pages
}

/// The pages of the card alone, in the frame that is left to it.
fn card_sheets(view: &AudienceView, frame: Frame, now: Now) -> Vec<Sheet> {
    let stand = Stand { frame, lang: view.lang, now, hint: view.hint.as_deref() };
    match &view.card {
        Card::Blank => vec![cards::blank::sheet(stand)],
        Card::Agenda(card) => cards::agenda::sheets(card, stand),
        Card::Speaker(card) => cards::speaker::sheets(card, stand),
        Card::Procedure(card) => cards::procedure::sheets(card, stand),
        Card::Cost(card) => cards::cost::sheets(card, stand),
        Card::Due(card) => cards::due::sheets(card, stand),
        Card::Compare(card) => cards::compare::sheets(card, stand),
        Card::VoteOpen(card) => cards::vote_open::sheets(card, stand),
        Card::VoteResult(card) => cards::vote_result::sheets(card, stand),
        Card::ElectionResult(card) => cards::election_result::sheets(card, stand),
        Card::PollOpen(card) => cards::poll::open_sheets(card, stand),
        Card::PollResult(card) => cards::poll::result_sheets(card, stand),
        Card::Decisions(card) => cards::decisions::sheets(card, stand),
        Card::Break(card) => vec![cards::pause::sheet(card, stand)],
        Card::Pattern => cards::pattern::sheets(stand),
    }
}

/// How many pages one turns through on the view's card; it does not depend on the time.
pub fn pages(view: &AudienceView, setting: Setting) -> usize {
    turned(view, &sheets(view, setting, Now::default())).len()
}

/// The pages that are turned: all, or of decisions that are read back those on which the one being read stands; after the
/// last one the last page stays.
fn turned<'a>(view: &AudienceView, sheets: &'a [Sheet]) -> &'a [Sheet] {
    let card = match &view.card {
        Card::Decisions(card) if card.reads => card,
        _ => return sheets,
    };
    let current = sheets.iter().position(|sheet| sheet.current).zip(sheets.iter().rposition(|sheet| sheet.current));
    match current {
        Some((first, last)) => &sheets[first..=last],
        None if card.rows.last().is_some_and(|row| row.progress == Progress::Done) => {
            &sheets[sheets.len().saturating_sub(1)..]
        }
        None => sheets,
    }
}

/// In how many milliseconds the picture changes by itself; `None` while no clock runs on it.
pub fn next_change_ms(view: &AudienceView, now: Now) -> Option<u64> {
    match &view.card {
        Card::Speaker(card) => card.clock.and_then(|clock| clock.next_change_ms(now)),
        // When the time is up it says so once and stands still.
        Card::Break(card) if card.clock.reading(now).phase == ClockPhase::Over => None,
        Card::Break(card) => card.clock.next_change_ms(now),
        _ => None,
    }
}

/// Paints the view's page into `rect`: the wall's whole window, or the preview of the desk.
///
/// The picture keeps the setting's shape, in the middle of `rect`, on paper.
pub fn screen_ui(ui: &mut Ui, rect: Rect, view: &AudienceView, setting: Setting, now: Now) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, CornerRadius::ZERO, SCREEN.paper);
    let pages = sheets(view, setting, now);
    let turned = turned(view, &pages);
    let Some(sheet) = turned.get(view.page).or_else(|| turned.last()) else { return };
    let picture = setting.aspect.fit(rect);
    paint::sheet_paint(&painter, picture, setting.frame(), sheet);
    let band = view.rehearsal.then(|| t(view.lang, "rehearsal-band-screen"));
    if let Some(text) = &band {
        rehearsal::band_paint(&painter, picture, text);
    }

    let response = ui.interact(rect, ui.scope_id().with("screen-picture"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, t(view.lang, "screen-picture")));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(band.as_deref().into_iter().chain(sheet.texts()).collect::<Vec<_>>().join(" "));
    });
}
