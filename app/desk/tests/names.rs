//! Every page by keyboard and by ear: whatever can have the focus has a name of its own, Tab goes through each pane as it
//! is read, rows of tables are read as rows; and pinyin being composed reaches nothing but its field.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests stop like tests")]

mod common;
#[path = "meeting/story.rs"]
mod story;

use std::collections::BTreeMap;

use common::{Setting, Window, press, session, settle, type_text, window};
use desk::page::Place;
use egui::accesskit::Action;
use egui::{Event, ImeEvent, Key, Modifiers, Rect, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use story::{BEFORE, COLLECTION, DEBATE, OVER, PROCEDURE, READ_BACK, ROLL_CALL, desk_at};

/// Role, name and place of what can have the focus.
type Widget = (Role, String, Rect);

fn widgets(window: &Window) -> Vec<Widget> {
    let nodes = window.root().children_recursive();
    let focusable = nodes.filter(|node| node.accesskit_node().data().supports_action(Action::Focus));
    let seen = focusable.filter(|node| node.rect().is_positive());
    seen.map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default(), node.rect()))
        .collect()
}

fn focused(window: &Window) -> Option<Widget> {
    let node = window.root().children_recursive().find(egui_kittest::Node::is_focused)?;
    Some((node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default(), node.rect()))
}

/// Every page, with something on it.
fn pages() -> Vec<(&'static str, Window)> {
    let at = |moment, place: Place| {
        let mut window = desk_at(Setting::default(), moment);
        window.state_mut().desk.show(place);
        settle(&mut window);
        window
    };
    let mut recording = at(DEBATE, Place::Meeting);
    press(&mut recording, Key::F6);
    let mut finder = at(DEBATE, Place::Meeting);
    finder.key_press_modifiers(Modifiers::COMMAND, Key::K);
    settle(&mut finder);
    vec![
        ("home", window(Setting::default())),
        ("before", at(BEFORE, Place::Meeting)),
        ("debate", at(DEBATE, Place::Meeting)),
        ("procedure", at(PROCEDURE, Place::Meeting)),
        ("roll-call", at(ROLL_CALL, Place::Meeting)),
        ("read-back", at(READ_BACK, Place::Meeting)),
        ("over", at(OVER, Place::Meeting)),
        ("recording", recording),
        ("finder", finder),
        ("sign-in", at(DEBATE, Place::SignIn)),
        ("matters", at(COLLECTION, Place::Matters)),
        ("roll", at(DEBATE, Place::Roll)),
        ("collections", at(COLLECTION, Place::Collections)),
        ("procedures", at(DEBATE, Place::Procedures)),
        ("figures", at(DEBATE, Place::Figures)),
        ("preflight", at(BEFORE, Place::Preflight)),
    ]
}

#[test]
fn whatever_can_have_the_focus_has_a_name_that_nothing_else_on_the_page_has() {
    let mut wrong = Vec::new();
    for (page, window) in pages() {
        let widgets = widgets(&window);
        assert!(widgets.len() > 3, "{page}: {widgets:?}");
        // In newspaper columns the head stands over each of them and sorts them all.
        let sorts = |name: &str| page == "procedure" && name.starts_with('按') && name.ends_with("排序");
        let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (role, name, rect) in &widgets {
            if name.trim().is_empty() && *role != Role::ScrollView {
                wrong.push(format!("{page}: {role:?} at {rect:?} has no name"));
            }
            *seen.entry((format!("{role:?}"), name.clone())).or_default() += 1;
        }
        wrong.extend(
            seen.into_iter()
                .filter(|((_, name), times)| *times > 1 && !name.is_empty() && !sorts(name))
                .map(|((role, name), times)| format!("{page}: {times} × {role} “{name}”")),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether `next` is read before `now` in one pane: it stands over it in one column.
fn goes_back(now: Rect, next: Rect) -> bool {
    let (one, other) = (now.x_range(), next.x_range());
    let share = one.intersection(other).span().max(0.0) / one.span().min(other.span()).max(1.0);
    share > 0.5 && next.bottom() <= now.top() + 1.0
}

#[test]
fn tab_goes_through_every_pane_as_it_is_read() {
    let mut wrong = Vec::new();
    for (page, mut window) in pages() {
        let count = widgets(&window).len();
        // Where the page puts the focus by itself is where it begins.
        let mut order: Vec<Widget> = focused(&window).into_iter().collect();
        for _ in 0..count.min(80) {
            window.key_press(Key::Tab);
            window.run_steps(2);
            let Some(widget) = focused(&window) else { continue };
            if order.contains(&widget) {
                break;
            }
            order.push(widget);
        }
        assert!(order.len() > 3, "{page}: Tab reached {order:?}");
        for pair in order.windows(2) {
            if goes_back(pair[0].2, pair[1].2) {
                wrong.push(format!("{page}: {} {:?} → {} {:?}", pair[0].1, pair[0].2, pair[1].1, pair[1].2));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rows_of_tables_are_read_as_rows_with_what_stands_in_them() {
    for (page, name) in [(Place::Roll, "1-1-101"), (Place::Figures, "meeting.1.present.heads")] {
        let mut window = desk_at(Setting::default(), DEBATE);
        window.state_mut().desk.show(page);
        settle(&mut window);
        let rows: Vec<String> =
            window.get_all_by_role(Role::Row).map(|row| row.accesskit_node().label().unwrap()).collect();
        assert!(rows.iter().any(|row| row.contains(name)), "{page:?}: {rows:?}");
        assert!(rows.iter().all(|row| !row.trim().is_empty()));
    }
}

fn compose(window: &mut Window, text: &str) {
    window.event(Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None }));
    window.run_steps(2);
}

#[test]
fn pinyin_being_composed_reaches_neither_model_nor_screen_nor_journal_and_free_keys_rest_meanwhile() {
    let mut window = desk_at(Setting::default(), DEBATE);
    let name = words::t(words::Lang::ZhCn, "meeting-own-sentence");
    window.get_by_role_and_label(Role::TextInput, &name).focus();
    window.run_steps(2);
    type_text(&mut window, "修");
    let (seq, view) = (session(&window).snapshot().seq, window.state().desk.audience().0);
    let facts = session(&window).facts().clone();
    for syllable in ["l", "lu", "lud", "ludeng"] {
        compose(&mut window, syllable);
        // They belong to the composition.
        for key in [Key::Space, Key::B, Key::S, Key::Num1] {
            window.key_press(key);
            window.run_steps(1);
        }
    }
    settle(&mut window);
    assert_eq!(session(&window).snapshot().seq, seq, "nothing was recorded");
    assert_eq!(*session(&window).facts(), facts);
    assert_eq!(window.state().desk.audience().0, view, "the room sees what it saw");
    assert!(!session(&window).stage.is_blank());
    // The keys of the everywhere layer act, and what is composed stays.
    compose(&mut window, "ludeng");
    press(&mut window, Key::F8);
    assert!(session(&window).stage.is_blank());
    press(&mut window, Key::F8);
    assert!(!session(&window).stage.is_blank());
    window.event(Event::Ime(ImeEvent::Commit("路灯".into())));
    window.run_steps(2);
    press(&mut window, Key::Enter);
    assert!(session(&window).snapshot().seq > seq, "committed and sent");
    let texts = format!("{:?}", session(&window).snapshot().register);
    assert!(texts.contains("路灯") && !texts.contains("ludeng"), "{texts}");
}
