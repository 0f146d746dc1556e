//! What a procedure concluded, on the desk and on the wall: whoever is ruled out is struck through and cannot be asked
//! about, duties are confirmed one by one, private columns are nowhere.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod common;
#[path = "meeting/hands.rs"]
mod hands;
#[path = "meeting/story.rs"]
mod story;

use amounts::Fen;
use common::{Setting, Window, press, session, settle, type_text};
use deliberation::ids::{MatterNo, PersonId, PollNo, ProcedureNo};
use deliberation::material::{Candidate, Carried, Cells, Column, Duty, Materials, Offer, Responsible, Table, Value};
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome};
use deliberation::rule::Bilingual;
use deliberation::text::{BlobHash, BlobRef};
use deliberation::{At, Command, Day, Origin};
use desk::screen::{screen_ui, sheets};
use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, SnapshotResults};
use hands::{facts, focus, shows};
use journal::SealedBlob;
use session::audience::{AudienceView, Now};
use session::{Shown, StageCard};
use story::{DEBATE, desk_at};
use words::Lang;

const SITES: ProcedureNo = ProcedureNo(2);

/// Presses a button wherever in the pane it stands, below what is in view too.
fn tap(window: &mut Window, label: &str) {
    window.get_by_label(label).click_accesskit();
    window.run_steps(2);
    settle(window);
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

/// Bytes of a file nobody reads here, under a salt that is the same each time.
fn kept(seed: u8) -> SealedBlob {
    SealedBlob::with_salt([seed; 16], [seed])
}

fn blob(seed: u8) -> BlobRef {
    BlobRef { blob: BlobHash(kept(seed).hash().0) }
}

/// A procedure's deed, with the blobs it names.
fn recorded(window: &mut Window, command: Command) {
    let session = window.state_mut().desk.workspace_mut().session_mut().unwrap();
    let origin = Origin { at: At(session.snapshot().saved_at), by: session.person() };
    session.submit_as(vec![command], origin, (1..=3).map(kept).collect());
    session.settle();
    settle(window);
}

fn materials() -> Materials {
    let candidate = |id: &str, title, note, amount: Option<i64>, excluded| Candidate {
        id: id.to_owned(),
        title,
        note,
        amount: amount.map(Fen),
        excluded,
    };
    let column = |id: &str, label, cells, private, total| Column {
        id: id.to_owned(),
        label,
        private,
        cells,
        empty: Vec::new(),
        total,
    };
    let names = Cells::Text {
        zh: vec!["东门内侧".into(), "车棚北侧".into(), "西墙".into()],
        en: vec!["Inside the east gate".into(), "North of the shed".into(), "West wall".into()],
    };
    Materials {
        tables: vec![Table {
            id: "measured".into(),
            title: both("各点位实测", "Measured on the spot"),
            rows: 3,
            columns: vec![
                column("site", both("点位", "Site"), names, false, None),
                column(
                    "distance",
                    both("距住宅（米）", "From homes (m)"),
                    Cells::Decimal { scale: 1, units: vec![112, 42, 86] },
                    false,
                    None,
                ),
                column(
                    "cost",
                    both("造价", "Cost"),
                    Cells::Money(vec![Fen(860_000), Fen(790_000), Fen(912_050)]),
                    false,
                    Some(Value::Money(Fen(2_562_050))),
                ),
                column("said", both("谁反对", "Who objects"), Cells::Sealed, true, None),
            ],
        }],
        candidates: vec![
            candidate(
                "east",
                both("东门内侧", "Inside the east gate"),
                both("离电房近", "Near the switch room"),
                Some(860_000),
                None,
            ),
            candidate(
                "shed",
                both("车棚北侧", "North of the shed"),
                Bilingual::default(),
                Some(790_000),
                Some(both("距住宅 4.2 米，不足 6 米", "4.2 m from a home, less than 6 m")),
            ),
            candidate("west", both("西墙", "West wall"), Bilingual::default(), Some(912_050), None),
        ],
        duties: vec![
            Duty {
                text: both("测量车位线", "Measure the bays"),
                responsible: Responsible::Person(PersonId(4)),
                due: Some(Day(20_660)),
            },
            Duty {
                text: both("把结果贴到公示栏", "Post the result"),
                responsible: Responsible::Words(both("一单元楼长", "the steward of stair 1")),
                due: None,
            },
        ],
        carry: vec![Carried { id: "amount".into(), value: Value::Money(Fen(860_000)) }],
    }
}

/// The debate, with a procedure concluded under its item.
fn concluded(setting: Setting) -> Window {
    let mut window = desk_at(setting, DEBATE);
    let plugin = Plugin {
        id: "sites".into(),
        version: "0.1.0".into(),
        title: both("充电棚选址", "Site of the charging shed"),
        sha256: blob(1).blob,
        component: blob(1),
    };
    let (lang, after) = ("zh-CN".to_owned(), blob(3).blob);
    recorded(&mut window, Command::StartProcedure { plugin, inputs: blob(2), columns: false, lang, after });
    let conclusion = Conclusion {
        outcome: ProcedureOutcome::Recorded,
        summary: both("三个点位中两个可以列入表决", "Two of three sites may be voted on"),
        minutes: Vec::new(),
        materials: materials(),
    };
    let (before, private) = (blob(3).blob, None);
    recorded(
        &mut window,
        Command::ConcludeProcedure { procedure: SITES, before, conclusion, sheets: Vec::new(), private },
    );
    // A result is no complaint: the page of a component that is not there was never drawn.
    settle(&mut window);
    window
}

fn on_the_wall(window: &Window, lang: Lang) -> AudienceView {
    session(window).card_view(lang, Shown { card: StageCard::Poll(PollNo(1)), page: 0 })
}

#[test]
fn given_candidates_then_those_ruled_out_stand_with_their_reason_and_are_not_on_the_ballot() {
    let mut window = concluded(Setting::default());
    assert!(shows(&window, "不能选：距住宅 4.2 米，不足 6 米"));
    assert!(window.query_by_label("提成动议… 东门内侧").is_some());
    assert!(window.query_by_label("提成动议… 车棚北侧").is_none());
    tap(&mut window, "多选赞成…");
    tap(&mut window, "开始");
    let poll = facts(&window).poll(PollNo(1)).unwrap();
    assert_eq!((poll.options.join(" ").as_str(), poll.procedure), ("东门内侧 西墙", Some(SITES)));
    for (lang, name, reason) in [
        (Lang::ZhCn, "车棚北侧", "距住宅 4.2 米，不足 6 米"),
        (Lang::En, "North of the shed", "4.2 m from a home, less than 6 m"),
    ] {
        let pages = sheets(&on_the_wall(&window, lang), desk::screen::Setting::default(), Now::default());
        // A line that is full goes on in the next.
        let texts: String = pages.iter().flat_map(desk::screen::Sheet::texts).collect::<String>().replace(' ', "");
        let (name, reason) = (name.replace(' ', ""), reason.replace(' ', ""));
        assert!(texts.contains(&name) && texts.contains(&reason), "{texts}");
    }
}

#[test]
fn given_a_candidate_when_it_is_made_a_motion_then_its_text_is_begun() {
    let mut window = concluded(Setting::default());
    tap(&mut window, "提成动议… 西墙");
    let text = window.get_by_label("动议原文").value().unwrap_or_default();
    assert!(text.contains("西墙") && text.contains("9,120.50"), "{text}");
}

#[test]
fn given_offered_duties_when_they_are_confirmed_then_they_are_the_items_with_their_source() {
    let mut window = concluded(Setting::default());
    let before = facts(&window).matters.len();
    tap(&mut window, "记入台账 测量车位线");
    let matter = facts(&window).matter(MatterNo::at(before)).unwrap();
    assert_eq!((matter.responsible, matter.due), (PersonId(4), Some(Day(20_660))));
    assert_eq!(matter.from.unwrap().offer, Some(Offer { procedure: SITES, duty: 1 }));
    assert!(shows(&window, "已在台账") && window.query_by_label("记入台账 测量车位线").is_none());
    // Whom the procedure only describes, a person names.
    tap(&mut window, "记入台账 把结果贴到公示栏");
    assert_eq!(facts(&window).matters.len(), before + 1);
    focus(&mut window, "谁来办 把结果贴到公示栏");
    type_text(&mut window, "11101");
    press(&mut window, Key::Enter);
    tap(&mut window, "记入台账 把结果贴到公示栏");
    assert_eq!(facts(&window).matters.len(), before + 2);
}

#[test]
fn given_a_table_when_it_is_unfolded_then_private_columns_are_named_nowhere() {
    let mut window = concluded(Setting::default());
    assert!(!shows(&window, "东门内侧 11.2"));
    tap(&mut window, "看表格 各点位实测");
    assert!(shows(&window, "东门内侧 11.2 8,600.00"));
    assert!(shows(&window, "25,620.50"));
    assert!(!shows(&window, "谁反对"));
}

#[test]
fn results_and_their_ballot_look_as_designed() {
    let mut results = SnapshotResults::new();
    let small = Setting { size: vec2(1280.0, 720.0), lang: Lang::En, ..Setting::default() };
    for (setting, name) in [(Setting::default(), "materials-results"), (small, "materials-results-english-720")] {
        let mut window = concluded(setting);
        window.snapshot(name);
        results.extend_harness(&mut window);
    }
    let mut window = concluded(Setting::default());
    tap(&mut window, "多选赞成…");
    tap(&mut window, "开始");
    let view = on_the_wall(&window, Lang::ZhCn);
    let mut wall = Harness::builder().with_size(vec2(1920.0, 1080.0)).with_context_setup(desk::look::install).build_ui(
        move |ui| {
            screen_ui(ui, ui.ctx().content_rect(), &view, desk::screen::Setting::default(), Now::default());
        },
    );
    wall.run_steps(2);
    wall.snapshot("screen-poll-candidates");
    results.extend_harness(&mut wall);
}
