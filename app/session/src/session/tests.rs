use deliberation::text::{PersonCard, Sealable, Words};

use super::*;
use crate::audience::Card;
use crate::stage::{Shown, StageCard};

fn meeting(session: &mut Session) {
    let person = || Command::AddPerson {
        card: Sealable::Open(PersonCard { name: "何静".into(), ..PersonCard::default() }),
        capacity: deliberation::people::Capacity::Community,
        party: String::new(),
    };
    let plan = deliberation::meeting::Plan {
        title: "小方桌".into(),
        ordinal: None,
        place: "活动室".into(),
        start: At(0),
        talk: deliberation::speakers::TalkRule::default(),
        agenda_locks: false,
        ..deliberation::meeting::Plan::default()
    };
    for command in [person(), Command::PlanMeeting { plan }] {
        assert!(session.submit_and_settle(command).is_done());
    }
}

#[test]
fn on_a_full_disk_nothing_is_lost_the_sentence_says_so_and_b_still_blanks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("满.fz");
    let wake: Wake = Arc::new(|| {});
    drop(Session::create(&path, "水产宿舍", "Asia/Shanghai", Lang::ZhCn, At(0), Wake::clone(&wake)).unwrap());
    let mut journal = Journal::open(&path).unwrap();
    // Room for the meeting and not for a long note.
    journal.set_quota(24).unwrap();
    let mut session = Session::begin(&path, File::Writable(journal), None, wake).unwrap();
    meeting(&mut session);
    let before = session.facts().clone();
    let long = Command::AddNote { meeting: None, item: None, words: Words::typed("长".repeat(200_000)) };
    let outcome = session.submit_and_settle(long);
    assert!(matches!(outcome, Outcome::NotSaved(AppendError::Trouble(journal::Trouble::DiskFull))), "{outcome:?}");
    assert_eq!(session.facts(), &before);
    let SaveState::NotSaved(sentence) = session.save_state(Lang::ZhCn) else { panic!("must say so") };
    assert!(sentence.contains("磁盘已满") && sentence.contains('3'), "{sentence}");

    session.stage.toggle_blank();
    assert_eq!(session.audience(Lang::ZhCn).card, Card::Blank);
    session.stage.toggle_blank();
    // Nor does anything else of the stage wait for the disk.
    session.stage.set_notice("车牌 A12345 请挪车");
    session.stage.prepare(Shown { card: StageCard::Pattern, page: 0 });
    assert!(session.stage.put_up());
    let view = session.audience(Lang::ZhCn);
    assert_eq!((&view.card, view.notice.as_deref()), (&Card::Pattern, Some("车牌 A12345 请挪车")));
    session.stage.toggle_lock();
    session.stage.begin_break(10, session.now());
    assert_eq!(session.audience(Lang::ZhCn).card, Card::Pattern, "a locked screen stands");
    session.stage.toggle_lock();
    assert!(matches!(session.audience(Lang::ZhCn).card, Card::Break(_)));
    session.stage.end_break();
    session.stage.set_notice("");

    // With room again the next deed is saved, and the program has gone on all the while.
    let short = Command::AddNote { meeting: None, item: None, words: Words::typed("短") };
    assert!(session.submit_and_settle(short).is_done());
    assert!(matches!(session.save_state(Lang::ZhCn), SaveState::Saved(_)));
    drop(session);
    assert_eq!(journal::verify(&path).unwrap().state, journal::State::Good);
}

/// The chair is also the first counter: every press of Ctrl+P goes to somebody else.
#[test]
fn changing_the_person_goes_round_everybody_with_a_duty_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("人.fz");
    let mut session = Session::create(&path, "水产宿舍", "Asia/Shanghai", Lang::ZhCn, At(0), Arc::new(|| {})).unwrap();
    for _ in 0..2 {
        meeting(&mut session);
    }
    let (chair, other) = (PersonId(1), PersonId(2));
    let item = Command::AddItem {
        title: "电梯".into(),
        kind: deliberation::agenda::ItemKind::Discussion,
        minutes: 5,
        before: None,
    };
    let who = deliberation::Who::Person;
    let open = Command::OpenMeeting { chair: who(chair), recorder: who(other), counters: vec![who(chair), who(other)] };
    for command in [item, open] {
        assert!(session.submit_and_settle(command).is_done());
    }
    let round: Vec<PersonId> = (0..4)
        .map(|_| {
            session.next_person();
            session.person()
        })
        .collect();
    assert_eq!(round, [other, chair, other, chair]);
}
