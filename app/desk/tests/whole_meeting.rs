//! The septic-tank meeting held at the desk by accessible names, from the home page to the saved Word file.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use deliberation::At;
use desk::Desk;
use desk::dialogs::Scripted;
use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use session::audience::Now;
use session::{Places, Session, Shipped, Workspace};
use words::{Lang, figures};

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");

/// A person at the desk: presses keys, clicks what a screen reader would call by name, and waits for the disk.
struct Hands {
    harness: Harness<'static>,
    desk: Rc<RefCell<Desk>>,
    now: Rc<RefCell<Now>>,
}

impl Hands {
    fn at(folder: &Path, chosen: Vec<PathBuf>) -> Hands {
        let places = Places { config: folder.join("config"), documents: folder.join("documents") };
        let shipped =
            Shipped { components: vec![PROCEDURE], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
        let workspace = Workspace::new(places, shipped, Arc::new(|| {}));
        let desk = Rc::new(RefCell::new(Desk::new(workspace, Box::new(Scripted::choosing(chosen)))));
        let start = At::parse("2026-07-18T18:59:30+08:00").unwrap().0;
        let now = Rc::new(RefCell::new(Now { mono_ms: 1_000_000, utc_ms: start }));
        let (drawn, clock) = (Rc::clone(&desk), Rc::clone(&now));
        let harness = Harness::builder()
            .with_size(vec2(1440.0, 900.0))
            .with_context_setup(desk::look::install)
            .build_ui(move |ui| {
                let now = *clock.borrow();
                let mut desk = drawn.borrow_mut();
                desk.logic(&ui.ctx().clone(), now);
                desk.ui(ui, now);
            });
        let mut hands = Hands { harness, desk, now };
        hands.look();
        hands
    }

    /// Draws until the disk and the procedures have answered and what they said is on the screen.
    fn look(&mut self) {
        self.harness.run_steps(2);
        if let Some(session) = self.desk.borrow_mut().workspace_mut().session_mut() {
            session.settle();
        }
        self.harness.run_steps(3);
    }

    fn wait(&mut self, seconds: u64) {
        // A frame a second, as the running clock asks for: a longer gap would be a sleep of the computer.
        for _ in 0..seconds {
            let mut now = self.now.borrow_mut();
            now.mono_ms += 1_000;
            now.utc_ms += 1_000;
            drop(now);
            self.look();
        }
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.look();
    }

    fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.look();
    }

    /// Goes to the field of this name and writes in it, whatever stood there.
    fn fill(&mut self, field: &str, text: &str) {
        let one_line = self.harness.query_by_role_and_label(Role::TextInput, field).is_some();
        let role = if one_line { Role::TextInput } else { Role::MultilineTextInput };
        self.harness.get_by_role_and_label(role, field).focus();
        self.look();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.look();
    }

    fn session<T>(&self, ask: impl FnOnce(&Session) -> T) -> T {
        ask(self.desk.borrow().workspace().session().unwrap())
    }

    fn figure(&self, id: &str) -> String {
        self.session(|session| figures::find(Lang::ZhCn, session.facts(), id).unwrap().value)
    }

    /// Whether something on the screen has this name.
    fn sees(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }
}

#[test]
fn the_meeting_is_held_from_the_home_page_to_the_saved_word_file() {
    let folder = tempfile::tempdir().unwrap();
    let word = folder.path().join("纪要.docx");
    let mut hands = Hands::at(folder.path(), vec![word.clone()]);

    // One key opens the example; F2 leads to the door, where the meeting is opened.
    hands.press(Key::E);
    assert_eq!((&*hands.figure("meeting.1.present.heads"), &*hands.figure("meeting.1.due.heads")), ("31", "35"));
    hands.press(Key::F2);
    hands.click("开会…");
    for (field, name) in [("主持", "何静"), ("记录", "郭小满"), ("计票一", "曾福"), ("计票二", "钟强兰")]
    {
        hands.fill(field, name);
    }
    hands.click("开会");

    // The remote's PageDown puts the first item on the table; the recorder writes, the chair concludes.
    hands.press(Key::PageDown);
    hands.fill("补一句记录…", "上次议定3件，2件已办");
    hands.press(Key::Enter);
    hands.click("结束本项…");
    hands.fill("议定", "2件已办，1件未办");
    hands.press(Key::Enter);
    hands.press(Key::PageDown);
    // Three quotes, the lowest is taken.
    for (supplier, price) in [("顺达疏通", "1800"), ("宏清环卫", "1,650.00"), ("利民管道", "1720")] {
        hands.fill("供应商", supplier);
        hands.fill("报价（元）", price);
        hands.press(Key::Enter);
    }
    hands.click("选它… 宏清环卫");
    hands.press(Key::Enter);
    hands.press(Key::PageDown);
    // The chosen quote is carried into the procedure; its sheet is checked and attached to the motion.
    hands.click("程序…");
    hands.click("费用分摊");
    hands.click("采用结果");
    assert_eq!((&*hands.figure("sheet.1.total"), &*hands.figure("sheet.1.households")), ("1650.00", "36"));
    hands.fill("动议原文", "化粪池清掏费 1,650 元，由 36 户按户平均分摊。");
    hands.fill("提出的人", "1-2-102");
    hands.press(Key::Enter);
    hands.fill("附议的人", "1-1-501");
    hands.press(Key::Enter);
    hands.click("提出");

    // A hand, a turn of 36 seconds, what was said.
    hands.press(Key::F3);
    hands.type_text("1-2-102");
    hands.press(Key::Enter);
    hands.click("赞成");
    // The first press calls, the second starts the clock.
    hands.press(Key::F7);
    assert!(hands.session(|session| session.facts().open_meeting().is_some_and(|(_, m)| m.speakers.called.is_some())));
    hands.press(Key::F7);
    hands.wait(36);
    assert!(hands.sees("1:24"));
    hands.fill("周凤军说了什么…", "每户都在用，按户最简单，当晚就能收。");
    hands.press(Key::Enter);
    hands.click("说完了");

    // The roll-call by keyboard: 1, 2, 3 for the household that is called.
    hands.press(Key::F9);
    hands.click("开始点名");
    let (no, abstain) = (["1-1-302", "1-2-402", "1-3-502"], ["1-1-601", "1-3-301"]);
    let absent = ["1-1-402", "1-2-602", "1-3-302", "1-3-601", "1-3-401"];
    let doors: Vec<String> =
        hands.session(|s| s.facts().roll.units().iter().map(|unit| unit.door.to_string()).collect());
    for door in doors.iter().filter(|door| !absent.contains(&door.as_str())) {
        let called = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == Role::Heading && node.label().is_some_and(|label| label.starts_with(&format!("{door} ")))
        };
        assert!(hands.harness.query_by(called).is_some(), "{door} is not called");
        // Nothing on the wall says yes or no before the close.
        hands.press(match door.as_str() {
            door if no.contains(&door) => Key::Num2,
            door if abstain.contains(&door) => Key::Num3,
            _ => Key::Num1,
        });
    }
    assert_eq!(hands.figure("vote.1.answered.heads"), "31");
    // Closing asks first.
    hands.press(Key::F9);
    assert!(hands.session(|session| session.facts().open_vote().is_some()));
    hands.press(Key::Enter);
    for (id, wanted) in [
        ("vote.1.yes.heads", "26"),
        ("vote.1.no.heads", "3"),
        ("vote.1.abstain.heads", "2"),
        ("vote.1.yes.area", "1647.54"),
        ("vote.1.no.area", "197.31"),
        ("vote.1.abstain.area", "115.91"),
        ("vote.1.verdict", "passed"),
    ] {
        assert_eq!(hands.figure(id), wanted, "{id}");
    }
    // The barrier: undo is refused in one sentence and the vote stands.
    hands.press(Key::F10);
    assert!(hands.session(|session| session.facts().open_vote().is_none()));
    hands.click("结束本项…");
    hands.fill("议定", "按户平均分摊，12户各45.84元，24户各45.83元");
    hands.press(Key::Enter);
    hands.press(Key::PageDown);
    hands.click("交办…");

    // Who collects, who watches over it.
    for (what, who, day) in [
        ("请宏清环卫清掏化粪池，1,650.00 元", "何静", "2026-07-20"),
        ("按户上门收款，每户 45.84 或 45.83 元", "1-2-102", "2026-07-25"),
        ("现场监工，收支贴在一楼公示栏", "宋文", "2026-07-26"),
    ] {
        if hands.harness.query_by_role_and_label(Role::TextInput, "办什么").is_none() {
            hands.click("交办…");
        }
        hands.fill("办什么", what);
        hands.fill("谁来办", who);
        hands.press(Key::Enter);
        hands.fill("时限", day);
        hands.press(Key::Enter);
    }
    hands.press(Key::PageDown);
    hands.press(Key::PageDown);
    hands.press(Key::PageDown);
    hands.press(Key::PageDown);
    hands.press(Key::PageDown);
    hands.click("散会");
    hands.click("收缴");
    for door in doors.iter().filter(|door| !["1-1-402", "1-2-602"].contains(&door.as_str())) {
        hands.fill("找一户", door);
        hands.press(Key::Enter);
        let first = doors.iter().position(|other| other == door).unwrap() < 12;
        hands.click(if first { "收下 45.84 元" } else { "收下 45.83 元" });
    }
    assert_eq!((&*hands.figure("collection.1.paid"), &*hands.figure("collection.1.gap")), ("1558.33", "91.67"));

    // The secretary hands in the Word file that evening.
    hands.click("会议");
    hands.press(Key::F6);
    hands.click("导出 Word…");
    let bytes = std::fs::read(&word).unwrap();
    assert!(bytes.starts_with(b"PK"), "a Word file is a zip archive");
    assert_eq!(hands.figure("meeting.1.minutes.own"), "1");
}
