//! The palette (Ctrl+K): whatever can be done or opened from here, found by its name, in pinyin or by initials.
//!
//! Its deeds are the actions of [`crate::action`] that act at this place now, its pages and files those of the rail and the
//! home page. It does nothing itself: what was taken goes to the shell.

use std::path::PathBuf;

use deliberation::ballot::Method;
use egui::{Align2, pos2};
use egui::{Context, CornerRadius, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};
use session::find::TextQuery;
use session::{Session, Workspace};
use words::{Lang, t, tf};

use crate::action::Action;
use crate::confirm::sheet;
use crate::look::button::focus_ring_paint;
use crate::look::chip::{key_cap_paint, key_cap_width};
use crate::look::text::one_line_job;
use crate::look::tokens::space;
use crate::look::{Field, Icon, Size, Weight, palette, text_ui};
use crate::page::Place;

/// Width of the sheet.
const WIDTH: f32 = 720.0;
/// Height of an entry.
const ENTRY: f32 = 40.0;
/// Entries seen at once.
const SEEN: f32 = 9.0;
/// Entries a page key goes on.
const PAGE: usize = 8;
/// Width of the names; what it does stands beside.
const NAME: f32 = 280.0;

/// Something that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// As if its key had been pressed.
    Do(Action),
    /// A page.
    Go(Place),
    /// A recent file.
    Open(PathBuf),
}

/// An entry as it is read and searched.
struct Line {
    entry: Entry,
    name: String,
    /// What it does; may be empty.
    help: String,
    /// The caps of its first key.
    cap: String,
    /// Other names it is found by.
    also: Vec<String>,
}

/// The palette with what is typed.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    open: bool,
    query: String,
    marked: usize,
    /// The field gets the keyboard, the marked entry is scrolled to.
    focus: bool,
    show: bool,
}

/// What became of it in this frame.
pub(crate) enum Found {
    /// Nothing yet.
    Looking,
    /// Put away.
    Left,
    /// Somebody took this.
    Taken(Entry),
}

impl Finder {
    /// Opens it empty, or puts it away.
    pub(crate) fn toggle(&mut self) {
        *self = Finder { open: !self.open, focus: true, show: true, ..Finder::default() };
    }

    pub(crate) fn is_open(&self) -> bool {
        self.open
    }

    /// Marks an entry a page further down or up.
    pub(crate) fn turn(&mut self, down: bool) {
        self.marked = if down { self.marked.saturating_add(PAGE) } else { self.marked.saturating_sub(PAGE) };
        self.show = true;
    }

    /// Puts it away; true if it was open.
    pub(crate) fn leave(&mut self) -> bool {
        std::mem::take(self).open
    }

    /// Draws it, when it is open.
    pub(crate) fn finder_ui(&mut self, ctx: &Context, place: Place, workspace: &Workspace, composing: bool) -> Found {
        if !self.open {
            return Found::Looking;
        }
        let lang = workspace.lang();
        let lines = fitting(lines(lang, place, workspace), &self.query);
        self.marked = self.marked.min(lines.len().saturating_sub(1));
        if !composing {
            self.move_by_keys(ctx, lines.len());
        }
        let (taken, beside) = sheet(ctx, "finder", |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = space::S2;
            let (name, hint) = (t(lang, "finder-name"), t(lang, "finder-hint"));
            let id = Id::unique("finder-query");
            let field = Field::new(&mut self.query, &name).hint(&hint).icon(Icon::Search).id(id).field_ui(ui);
            if std::mem::take(&mut self.focus) {
                field.request_focus();
            }
            if field.changed() {
                (self.marked, self.show) = (0, true);
            }
            let entered = field.lost_focus() && !composing && ui.input(|input| input.key_pressed(Key::Enter));
            if entered || field.lost_focus() && composing {
                field.request_focus();
            }
            let clicked = self.lines_ui(ui, lang, &lines);
            clicked.or(entered.then_some(self.marked)).and_then(|at| lines.get(at)).map(|line| line.entry.clone())
        });
        match taken {
            Some(entry) => {
                self.leave();
                ctx.request_repaint();
                Found::Taken(entry)
            }
            None if beside => {
                self.leave();
                Found::Left
            }
            None => Found::Looking,
        }
    }

    fn move_by_keys(&mut self, ctx: &Context, count: usize) {
        let (down, up) = ctx.input_mut(|input| {
            (
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            )
        });
        if down + up > 0 {
            self.marked = (self.marked + down).min(count.saturating_sub(1)).saturating_sub(up);
            self.show = true;
        }
    }

    /// The entries; the place of the one that was clicked.
    fn lines_ui(&mut self, ui: &mut Ui, lang: Lang, lines: &[Line]) -> Option<usize> {
        let height = ENTRY * SEEN;
        let mut clicked = None;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if lines.is_empty() {
                    ui.add_space(space::S3);
                    text_ui(ui, &t(lang, "finder-none"), Size::Body, Weight::Regular, palette(ui).ink2);
                }
                for (at, line) in lines.iter().enumerate() {
                    let response = line_ui(ui, line, at == self.marked);
                    if at == self.marked && self.show {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(at);
                    }
                }
            },
        );
        self.show = false;
        clicked
    }
}

fn line_ui(ui: &mut Ui, line: &Line, marked: bool) -> Response {
    let palette = *palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ENTRY), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &line.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(marked));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let ground = if marked { Some(palette.soft) } else { response.hovered().then_some(palette.well) };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    }
    let (left, middle) = (rect.left() + space::S3, rect.center().y);
    let paint = |text: &str, size: Size, ink, x: f32, width: f32| {
        let galley = ui.painter().layout_job(one_line_job(text, size, Weight::Regular, ink, width));
        let place = Align2::LEFT_CENTER.anchor_size(pos2(x, middle), galley.size());
        ui.painter().galley(place.min, galley, ink);
    };
    let mut right = rect.right() - space::S3;
    if !line.cap.is_empty() {
        let width = key_cap_width(ui, &line.cap);
        let size = Vec2::new(width, space::S5);
        key_cap_paint(
            ui,
            Rect::from_min_size(pos2(right - width, middle - size.y / 2.0), size),
            &line.cap,
            palette.ink2,
        );
        right -= width + space::S3;
    }
    paint(&line.name, Size::Body, palette.ink, left, NAME - space::S3);
    paint(&line.help, Size::Note, palette.ink2, left + NAME, right - left - NAME);
    if response.has_focus() {
        focus_ring_paint(ui, rect.shrink(2.0));
    }
    response
}

/// Those that fit what is typed, best first; all of them while nothing is.
fn fitting(lines: Vec<Line>, query: &str) -> Vec<Line> {
    let query = query.trim();
    if query.is_empty() {
        return lines;
    }
    let names = TextQuery::new(query);
    let initials = query.to_lowercase();
    let rank = |line: &Line| {
        let by_name = names.fit(&line.name);
        let by_initials = (words_initials(&line.name).starts_with(&initials)).then_some(0);
        let by_other = line.also.iter().filter_map(|name| names.fit(name)).min().map(|fit| fit + 2);
        let by_help = names.fit(&line.help).map(|_| 4);
        by_name.into_iter().chain(by_initials).chain(by_other).chain(by_help).min()
    };
    let mut fitting: Vec<(u8, Line)> = lines.into_iter().filter_map(|line| Some((rank(&line)?, line))).collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting.into_iter().map(|(_, line)| line).collect()
}

/// "rh" of "Raise a hand" is not enough: every word counts, "rah".
fn words_initials(name: &str) -> String {
    let first = name.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(|word| word.chars().next());
    first.map(|c| c.to_ascii_lowercase()).collect()
}

/// Everything that can be taken here and now: deeds, pages, files.
fn lines(lang: Lang, place: Place, workspace: &Workspace) -> Vec<Line> {
    let session = workspace.session();
    let other = if lang == Lang::En { Lang::ZhCn } else { Lang::En };
    let deeds = Action::ALL.iter().filter(|action| acts(**action, place, session)).map(|action| Line {
        entry: Entry::Do(*action),
        name: name_of(lang, *action, session),
        help: action.help(lang),
        cap: action.key_cap(lang),
        also: vec![action.name(lang), action.name(other)],
    });
    let pages = Place::ALL.iter().filter(|there| **there != place && (session.is_some() || **there == Place::Home));
    let pages = pages.filter_map(|there| {
        let name = tf(lang, "finder-page", &[("page", &there.name(lang)?)]);
        let also = vec![there.name(lang)?, there.name(other)?];
        Some(Line { entry: Entry::Go(*there), name, help: there.help(lang), cap: String::new(), also })
    });
    let here = session.map(Session::path);
    let files = workspace.preferences.recent.iter().filter(|recent| Some(recent.path.as_path()) != here);
    let files = files.map(|recent| Line {
        entry: Entry::Open(recent.path.clone()),
        name: tf(lang, "finder-file", &[("title", &recent.title)]),
        help: recent.path.display().to_string(),
        cap: String::new(),
        also: vec![recent.title.clone()],
    });
    deeds.chain(pages).chain(files).collect()
}

/// Undo and redo by the name of their deed, everything else by its own.
fn name_of(lang: Lang, action: Action, session: Option<&Session>) -> String {
    let snapshot = session.map(Session::snapshot);
    let labelled = snapshot.and_then(|snapshot| match action {
        Action::Undo => {
            let deed = snapshot.undoable.as_ref()?;
            Some(words::undo_label(lang, &snapshot.facts, snapshot.as_ref(), deed))
        }
        Action::Redo => {
            let deed = snapshot.redoable.as_ref()?;
            Some(words::redo_label(lang, &snapshot.facts, snapshot.as_ref(), deed))
        }
        _ => None,
    });
    labelled.unwrap_or_else(|| action.name(lang))
}

/// Whether an action means anything at a place now.
fn acts(action: Action, place: Place, session: Option<&Session>) -> bool {
    let always = matches!(
        action,
        Action::ScreenOn
            | Action::ScreenOff
            | Action::FullScreen
            | Action::New
            | Action::Open
            | Action::TextLarger
            | Action::TextSmaller
            | Action::TextNormal
            | Action::Help
    );
    // The palette itself, and Esc, are no deeds.
    if always || matches!(action, Action::Commands | Action::Leave) || !action.acts_at(place) {
        return always;
    }
    let Some(session) = session else { return matches!(action, Action::Example) };
    let snapshot = session.snapshot();
    let facts = &snapshot.facts;
    let open = facts.open_meeting().map(|(_, meeting)| meeting);
    match action {
        Action::Rehearse => !session.rehearses(),
        Action::RehearsalPlay | Action::RehearsalFaster | Action::RehearsalSlower | Action::RehearsalLeave => {
            session.rehearses()
        }
        Action::Undo => snapshot.undoable.is_some(),
        Action::Redo => snapshot.redoable.is_some(),
        Action::SignIn | Action::NewItem | Action::Minutes | Action::ExportMinutes => facts.working_meeting().is_some(),
        Action::CallYes | Action::CallNo | Action::CallAbstain => {
            facts.open_vote().is_some_and(|(_, vote)| vote.method == Method::RollCall)
        }
        Action::Clock | Action::MoreTime | Action::LessTime => {
            open.is_some_and(|meeting| meeting.speakers.speaking().is_some())
        }
        Action::NextSpeaker => open.is_some_and(|meeting| !meeting.speakers.hands.is_empty()),
        Action::NextMoment
        | Action::PreviousMoment
        | Action::OpenVote
        | Action::RaiseHand
        | Action::ReAddSpeaker
        | Action::ChangePerson => open.is_some(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(action: Action, lang: Lang) -> Line {
        let also = Lang::ALL.map(|lang| action.name(lang)).to_vec();
        Line { entry: Entry::Do(action), name: action.name(lang), help: action.help(lang), cap: String::new(), also }
    }

    fn best(lang: Lang, query: &str) -> Option<Entry> {
        let lines = Action::ALL.iter().map(|action| line(*action, lang)).collect();
        fitting(lines, query).into_iter().next().map(|line| line.entry)
    }

    #[test]
    fn an_action_is_found_by_name_pinyin_initials_and_in_the_other_language() {
        for query in ["举手", "jushou", "js", "JS", "ｊｓ", "raise"] {
            assert_eq!(best(Lang::ZhCn, query), Some(Entry::Do(Action::RaiseHand)), "{query}");
        }
        for query in ["Raise", "rah", "举手", "jushou"] {
            assert_eq!(best(Lang::En, query), Some(Entry::Do(Action::RaiseHand)), "{query}");
        }
        assert_eq!(best(Lang::ZhCn, "qqqq"), None);
    }

    #[test]
    fn every_action_is_found_by_its_own_name_in_both_languages() {
        for lang in Lang::ALL {
            for action in Action::ALL {
                let lines = Action::ALL.iter().map(|action| line(*action, lang)).collect();
                let found = fitting(lines, &action.name(lang));
                assert!(found.iter().any(|line| line.entry == Entry::Do(*action)), "{action:?} in {lang:?}");
            }
        }
    }
}
