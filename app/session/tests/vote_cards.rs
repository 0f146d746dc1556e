//! What the room sees of a vote, held in any way, on a real file; and the notice that is posted of it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::path::Path;
use std::sync::Arc;

use deliberation::ballot::{Choice, DoorBallot, Method};
use deliberation::electorate::Scope;
use deliberation::ids::{MeetingNo, MotionNo, PersonId, VoteNo};
use deliberation::rule::Bilingual;
use deliberation::tally::SideCounts;
use deliberation::text::Words;
use deliberation::{At, Command, Door, Who};
use session::audience::{AudienceView, Card, ElectionResultCard, VoteOpenCard, VoteResultCard};
use session::export::{self, Format};
use session::{Now, Places, RulePreview, Session, Shipped, Story, Workspace};
use words::Lang;

const STORY: &str = include_str!("../../../tests/stories/septic-tank.jsonl");
const ROLL: &[u8] = include_bytes!("../../../tests/stories/roll-shuichan.csv");
const PROCEDURE: &[u8] = include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm");
const ORDINARY: &str = "cn-civil-code-278-4";
const VOTE: VoteNo = VoteNo(1);

/// The example with its motion on the table and 31 owners in the hall, the vote not opened yet.
fn moved(folder: &Path) -> Workspace {
    let places = Places { config: folder.join("config"), documents: folder.join("documents") };
    let shipped =
        Shipped { components: vec![PROCEDURE], example: STORY, example_files: vec![("roll-shuichan.csv", ROLL)] };
    let mut workspace = Workspace::new(places, shipped, Arc::new(|| {}));
    workspace.tick(Now { mono_ms: 1_000_000, utc_ms: At::parse("2026-07-18T18:59:00+08:00").unwrap().0 });
    workspace.open_example().unwrap();
    let read = |_: &str| Ok(ROLL.to_vec());
    let story = Story::parse(Lang::ZhCn, STORY).unwrap().from("open-meeting").until("open-vote");
    story.play(workspace.session_mut().unwrap(), Lang::ZhCn, &read).unwrap();
    workspace
}

fn does(session: &mut Session, command: Command) {
    let outcome = session.submit_and_settle(command);
    assert!(outcome.is_done(), "{outcome:?}");
}

fn door(door: &str) -> Who {
    Who::Door(Door::new(door))
}

fn opens(session: &mut Session, rule: &str, method: Method) {
    does(session, Command::open_vote(MotionNo(1), rule, method));
}

/// Doors of the electorate whose owners are in the hall.
fn voices(session: &Session) -> Vec<Door> {
    let vote = session.facts().vote(VOTE).unwrap();
    vote.unanswered().filter_map(|person| vote.roll.door_of(person).cloned()).collect()
}

fn open_card(view: &AudienceView) -> &VoteOpenCard {
    let Card::VoteOpen(card) = &view.card else { panic!("{view:?}") };
    card
}

fn result_card(view: &AudienceView) -> &VoteResultCard {
    let Card::VoteResult(card) = &view.card else { panic!("{view:?}") };
    card
}

/// No word, number or bar of the card depends on who said what: as it is for all yes so it is for all no.
fn without_sides(card: &VoteOpenCard) {
    for measure in &card.measures {
        assert!(measure.bar.parts.iter().all(|part| part.side.is_none()), "{measure:?}");
        assert!(measure.bar.parts.len() <= 1, "{measure:?}");
    }
}

#[test]
fn given_a_motion_when_its_rule_is_put_on_the_screen_then_it_is_read_before_the_vote_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let preview = RulePreview {
        motion: MotionNo(1),
        rule: ORDINARY.into(),
        method: Method::RollCall,
        scope: Scope::Whole,
        body: None,
    };
    session.stage.show_rule(preview);
    let view = session.audience(Lang::ZhCn);
    let card = open_card(&view);
    assert_eq!((card.head.what.as_str(), card.head.right.as_str()), ("准备点名表决", "全体业主 35 人，到会 31 人"));
    assert_eq!((card.answered.as_str(), card.binding.as_str()), ("", "业主共同决定\n《民法典》第278条第1款第4项"));
    assert!(card.rule.contains("三分之二") && card.notes.is_empty(), "{card:?}");
    let notes: Vec<&str> = card.measures.iter().map(|measure| measure.note.as_str()).collect();
    assert_eq!(notes, ["需 24 人", "需 1,478.40 ㎡"]);
    // The sentence that was read is the one the vote keeps, and opening it shows the vote by itself.
    let read = card.rule.clone();
    opens(session, ORDINARY, Method::RollCall);
    let view = session.audience(Lang::ZhCn);
    assert_eq!((open_card(&view).rule.clone(), open_card(&view).head.what.as_str()), (read, "正在点名表决"));
}

#[test]
fn given_turnout_out_of_reach_then_the_room_knows_before_the_vote() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let present: Vec<Who> = {
        let (_, meeting) = session.facts().open_meeting().unwrap();
        let heads = session.facts().roll.heads().iter().map(|head| head.person);
        heads.filter(|person| meeting.attendance.is_present(*person)).take(12).map(Who::Person).collect()
    };
    for who in present {
        does(session, Command::SignOut { who });
    }
    let preview =
        |method| RulePreview { motion: MotionNo(1), rule: ORDINARY.into(), method, scope: Scope::Whole, body: None };
    session.stage.show_rule(preview(Method::RollCall));
    let view = session.audience(Lang::ZhCn);
    let note = open_card(&view).notes.first().cloned().unwrap_or_default();
    assert!(note.starts_with("就算都表决，参加也还差 5 人、"), "{note}");
    // On paper everybody can be reached.
    session.stage.show_rule(preview(Method::Paper));
    let view = session.audience(Lang::ZhCn);
    assert!(open_card(&view).notes.is_empty());
    assert_eq!(open_card(&view).head.right, "全体业主 35 人");
}

#[test]
fn given_a_vote_by_law_then_the_card_says_who_may_vote_and_what_turnout_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let reason = Words::typed("清掏公司股东");
    does(session, Command::Recuse { motion: MotionNo(1), who: door("1-1-101"), reason });
    opens(session, ORDINARY, Method::RollCall);
    let doors = voices(session);
    for door in &doors[..19] {
        does(session, Command::ballot(VOTE, door.clone(), Choice::Yes));
    }
    let view = session.audience(Lang::ZhCn);
    let card = open_card(&view);
    without_sides(card);
    assert_eq!(card.head.right, "全体业主 34 人，到会 30 人，回避 1 人");
    assert_eq!((card.answered.as_str(), card.of.as_str()), ("19", "30 人"));
    assert_eq!(card.measures[0].note, "参加还差 4 人");
    for door in &doors[19..] {
        does(session, Command::ballot(VOTE, door.clone(), Choice::No));
    }
    let view = session.audience(Lang::ZhCn);
    assert_eq!(open_card(&view).measures[0].note, "参加已够");

    does(session, Command::CloseVote { vote: VOTE });
    let view = session.audience(Lang::ZhCn);
    let card = result_card(&view);
    assert_eq!((card.head.right.as_str(), card.verdict.as_str()), ("业主共同决定《民法典》第278条第1款第4项", "通过"));
    assert_eq!(card.checks.len(), 4);
    assert_eq!(card.checks[2].text, "赞成人数占参加表决 19/30，应超过 1/2");
    assert!(card.notes.contains(&"1 人回避，不计入".to_owned()), "{:?}", card.notes);
    assert_eq!(card.measures.len(), 2);
}

#[test]
fn given_a_closed_vote_when_it_is_counted_again_then_the_card_says_how_it_had_come_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    opens(session, ORDINARY, Method::RollCall);
    let doors = voices(session);
    for door in &doors[..20] {
        does(session, Command::ballot(VOTE, door.clone(), Choice::Yes));
    }
    does(session, Command::CloseVote { vote: VOTE });
    does(session, Command::ReopenVote { vote: VOTE, reason: Words::typed("有人没叫到") });
    let view = session.audience(Lang::ZhCn);
    let card = open_card(&view);
    without_sides(card);
    assert_eq!((card.head.what.as_str(), card.notes[0].as_str()), ("更正：刚才的结果作废", "原先公布：没通过"));
    for door in &doors[20..] {
        does(session, Command::ballot(VOTE, door.clone(), Choice::Yes));
    }
    does(session, Command::CloseVote { vote: VOTE });
    let view = session.audience(Lang::ZhCn);
    let card = result_card(&view);
    assert_eq!((card.head.what.as_str(), card.verdict.as_str()), ("重新计票结果", "通过"));
    assert_eq!(card.notes[0], "原先公布：没通过");
}

#[test]
fn given_hands_or_secret_papers_then_nothing_by_side_is_shown_before_the_close_and_no_area_after_it() {
    for method in [Method::Hands, Method::Secret] {
        let folder = tempfile::tempdir().unwrap();
        let mut workspace = moved(folder.path());
        let session = workspace.session_mut().unwrap();
        opens(session, "deliberation", method);
        let shown = |session: &mut Session| open_card(&session.audience(Lang::ZhCn)).clone();
        let counts = |yes, no| SideCounts { yes, no, abstain: 0, void: 1 };
        let count = |session: &mut Session, person, counts| {
            session.set_person(person);
            does(session, Command::CountSides { vote: VOTE, counts });
        };
        count(session, PersonId(1), counts(21, 9));
        count(session, PersonId(2), counts(21, 9));
        let first = shown(session);
        without_sides(&first);
        assert_eq!(first.measures.len(), 1, "hands and secret papers have no area");
        // The same card for the opposite count: nobody can read the sides off it.
        count(session, PersonId(1), counts(9, 21));
        count(session, PersonId(2), counts(9, 21));
        assert_eq!(shown(session), first);

        does(session, Command::CloseVote { vote: VOTE });
        let view = session.audience(Lang::ZhCn);
        let card = result_card(&view);
        assert_eq!(card.measures.len(), 1);
        assert!(card.sides.iter().all(|side| side.area.is_empty()));
        assert_eq!((card.sides[0].heads.as_str(), card.summary.as_str()), ("9", "31 人参加"));
        assert_eq!(card.notes, ["无效 1 人，算参加，不算赞成"]);
    }
}

#[test]
fn given_an_election_then_candidates_stand_in_the_order_of_the_result_and_a_tie_is_never_broken() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = moved(folder.path());
    let session = workspace.session_mut().unwrap();
    let candidates = vec![Who::Person(PersonId(3)), Who::Person(PersonId(4)), Who::Person(PersonId(5))];
    does(
        session,
        Command::OpenVote {
            motion: MotionNo(1),
            rule: "cn-civil-code-278-3".into(),
            method: Method::Paper,
            scope: Scope::Whole,
            body: None,
            candidates,
            seats: Some(2),
            sentence: Bilingual::default(),
        },
    );
    let doors = voices(session);
    let slate = |place: usize| match place {
        _ if place < 20 => [Choice::Yes, Choice::Yes, Choice::No],
        _ => [Choice::No, Choice::Yes, Choice::Abstain],
    };
    let ballots: Vec<DoorBallot> = doors
        .iter()
        .enumerate()
        .map(|(place, door)| DoorBallot { door: door.clone(), choice: Choice::Yes, slate: slate(place).to_vec() })
        .collect();
    for counter in [PersonId(1), PersonId(2)] {
        session.set_person(counter);
        does(session, Command::ReadPapers { vote: VOTE, batch: 1, ballots: ballots.clone() });
    }
    let view = session.audience(Lang::ZhCn);
    without_sides(open_card(&view));
    does(session, Command::CloseVote { vote: VOTE });
    let view = session.audience(Lang::ZhCn);
    let Card::ElectionResult(ElectionResultCard { verdict, reason, candidates, .. }) = &view.card else {
        panic!("{view:?}")
    };
    assert_eq!((verdict.as_str(), reason.as_str()), ("当选 2 人", "应选 2 人"));
    let name = |person| session.snapshot().name(PersonId(person)).to_owned();
    let rows: Vec<[&str; 2]> =
        candidates.rows.iter().map(|row| [row.cells[0].as_str(), row.cells[4].as_str()]).collect();
    assert_eq!(rows, [[&*name(4), "当选"], [&*name(3), "当选"], [&*name(5), "未当选"]]);

    // The notice of a vote of the owners is written beside the minutes, as Word and as Markdown, never as a workbook.
    let to = folder.path().join("papers");
    let written = export::meeting(session, Lang::ZhCn, MeetingNo(1), &to, &Format::ALL).unwrap();
    let names: Vec<String> =
        written.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    assert_eq!(
        names,
        ["minutes.docx", "notice-vote-1.docx", "minutes.md", "notice-vote-1.md", "share-roll.xlsx"],
        "{names:?}"
    );
    let notice = std::fs::read_to_string(to.join("notice-vote-1.md")).unwrap();
    for wanted in ["表决结果公示", "《民法典》第278条第1款第3项", "应选2人，当选2人", "公示期：", "文件核对码"]
    {
        assert!(notice.contains(wanted), "{wanted}: {notice}");
    }
}
