//! What procedures leave for the meeting: guarded when it is recorded, used by later deeds, told of days, and gone on
//! with in a later meeting.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use amounts::{CentiSqm, Fen};
use deliberation::agenda::ItemKind;
use deliberation::command::ImportRow;
use deliberation::ids::{EventSeq, ItemNo, MatterNo, MeetingNo, PersonId, PollNo, ProcedureNo};
use deliberation::material::{Candidate, Cells, Column, Duty, Materials, Offer, Responsible, Table, Value};
use deliberation::meeting::Plan;
use deliberation::poll::PollKind;
use deliberation::procedure::{Conclusion, Plugin, ProcedureOutcome};
use deliberation::roll::{AreaSource, Unit, UnitKind};
use deliberation::rule::Bilingual;
use deliberation::speakers::TalkRule;
use deliberation::text::{BlobHash, BlobRef, Sealable};
use deliberation::{At, Command, Day, Door, Event, Origin, Recorded, Refusal, State, Who, decide, fold, fold_all};

const FIRST: ProcedureNo = ProcedureNo(1);
const APPROVAL: PollKind = PollKind::Approval { winners: 1 };

fn blob(seed: u8) -> BlobRef {
    BlobRef { blob: BlobHash([seed; 32]) }
}

fn both(text: &str) -> Bilingual {
    Bilingual { zh: text.to_owned(), en: format!("en {text}") }
}

fn candidate(title: &str, excluded: Option<&str>) -> Candidate {
    let (note, amount) = (Bilingual::default(), None);
    Candidate { id: title.into(), title: both(title), note, amount, excluded: excluded.map(both) }
}

/// Three places of which one is ruled out, two duties.
fn sites() -> Materials {
    Materials {
        candidates: vec![
            candidate("东门", None),
            candidate("车棚北侧", Some("距住宅 4.2 米")),
            candidate("西墙", None),
        ],
        duties: vec![
            Duty { text: both("测量"), responsible: Responsible::Person(PersonId(2)), due: Some(Day(20_700)) },
            Duty { text: both("公示"), responsible: Responsible::Words(both("楼长")), due: None },
        ],
        ..Materials::default()
    }
}

/// A file as a session keeps it, without a disk.
#[derive(Default)]
struct Hall {
    state: State,
    journal: Vec<Recorded>,
}

impl Hall {
    fn try_do(&mut self, command: &Command) -> Result<(), Refusal> {
        let at = At(1_784_372_400_000 + i64::try_from(self.journal.len()).unwrap() * 7_000);
        let events = decide(&self.state, command, &Origin { at, by: PersonId::NOBODY })?;
        let deed = EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = EventSeq(self.state.seq.0 + 1);
            let recorded = Recorded { seq, at, by: PersonId::NOBODY, deed, event };
            fold(&mut self.state, &recorded);
            self.journal.push(recorded);
        }
        Ok(())
    }

    fn does(&mut self, command: Command) {
        let done = self.try_do(&command);
        assert_eq!(done, Ok(()), "{command:?}");
    }

    fn plan(&mut self, start: i64) {
        self.does(Command::PlanMeeting {
            plan: Plan {
                title: "小方桌".into(),
                ordinal: None,
                place: "活动室".into(),
                start: At(start),
                talk: TalkRule::default(),
                agenda_locks: false,
                ..Plan::default()
            },
        });
        for title in ["选址", "其他"] {
            let (title, kind) = (title.to_owned(), ItemKind::Discussion);
            self.does(Command::AddItem { title, kind, minutes: 9, before: None });
        }
        let door = |n: u32| Who::Door(Door::new(format!("1-{n}")));
        for n in 1..=4 {
            self.does(Command::SignIn { who: door(n) });
        }
        self.does(Command::OpenMeeting { chair: door(1), recorder: door(2), counters: vec![door(3), door(4)] });
        self.does(Command::StartItem { item: ItemNo(1) });
    }

    /// A meeting with a procedure on its first item.
    fn begun() -> Hall {
        let mut hall = Hall::default();
        let (title, zone) = ("水产宿舍".to_owned(), "Asia/Shanghai".to_owned());
        hall.does(Command::CreateFile { title, zone, lang: "zh-CN".into() });
        let rows = (1..=4).map(|n| ImportRow {
            unit: Unit {
                door: Door::new(format!("1-{n}")),
                kind: UnitKind::Flat,
                building: "1".into(),
                stair: String::new(),
                floor: Some(1),
                area: Some(CentiSqm(5_000)),
                area_source: AreaSource::Roll,
            },
            owners: vec![Sealable::Sealed(blob(100 + n))],
            residents: None,
        });
        hall.does(Command::ImportRoll { rows: rows.collect(), columns: Vec::new() });
        hall.plan(1_784_372_400_000);
        hall.does(Command::StartProcedure {
            plugin: Plugin {
                id: "site-selection".into(),
                version: "0.1.0".into(),
                title: both("选址"),
                sha256: blob(1).blob,
                component: blob(1),
            },
            inputs: blob(2),
            columns: false,
            lang: "zh-CN".into(),
            after: blob(3).blob,
        });
        hall
    }

    fn concluded(materials: Materials) -> Hall {
        let mut hall = Hall::begun();
        hall.does(conclude(materials));
        hall
    }

    fn step(&mut self, before: u8, after: u8, day: Option<i32>) -> Result<(), Refusal> {
        self.try_do(&Command::StepProcedure {
            procedure: FIRST,
            event: blob(after + 50),
            before: blob(before).blob,
            after: blob(after).blob,
            day: day.map(Day),
            evidence: Vec::new(),
        })
    }
}

fn conclude(materials: Materials) -> Command {
    let conclusion =
        Conclusion {
            outcome: ProcedureOutcome::Recorded, summary: both("选址完成"), minutes: Vec::new(), materials
        };
    let (before, private) = (blob(3).blob, None);
    Command::ConcludeProcedure { procedure: FIRST, before, conclusion, sheets: Vec::new(), private }
}

fn ask(options: &[&str]) -> Command {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    let question = "建在哪里".to_owned();
    Command::OpenPoll { question, kind: APPROVAL, options, guests: false, procedure: Some(FIRST) }
}

fn take(duty: u32) -> Command {
    let offer = Some(Offer { procedure: FIRST, duty });
    let responsible = Who::Door(Door::new("1-3"));
    Command::TakeDuty { text: "测量".into(), responsible, due: None, item: None, offer }
}

#[test]
fn given_candidates_when_a_poll_is_opened_then_whoever_is_ruled_out_is_not_on_it() {
    let mut hall = Hall::concluded(sites());
    let ruled_out = hall.try_do(&ask(&["东门", "车棚北侧"]));
    let reason = both("距住宅 4.2 米");
    assert_eq!(ruled_out, Err(Refusal::CandidateExcluded { option: "车棚北侧".into(), reason }));
    assert_eq!(hall.try_do(&ask(&["东门", "广场"])), Err(Refusal::NotACandidate { option: "广场".into() }));
    hall.does(ask(&[]));
    let poll = hall.state.facts.poll(PollNo(1)).unwrap();
    assert_eq!((poll.options.join(" ").as_str(), poll.procedure), ("东门 西墙", Some(FIRST)));
    // A tie goes to a run-off that still knows where its candidates come from.
    hall.does(Command::CountPoll { poll: PollNo(1), counts: vec![2, 2] });
    hall.does(Command::ClosePoll { poll: PollNo(1) });
    hall.does(Command::OpenRunoff { poll: PollNo(1) });
    assert_eq!(hall.state.facts.poll(PollNo(2)).unwrap().procedure, Some(FIRST));
}

#[test]
fn given_a_procedure_that_is_not_concluded_then_nothing_can_be_made_of_it() {
    let mut hall = Hall::begun();
    assert_eq!(hall.try_do(&ask(&[])), Err(Refusal::ProcedureNotConcluded));
    assert_eq!(hall.try_do(&take(1)), Err(Refusal::ProcedureNotConcluded));
}

#[test]
fn given_an_offered_duty_when_it_is_taken_then_it_is_the_items_and_taken_once() {
    let mut hall = Hall::concluded(sites());
    hall.does(Command::StartItem { item: ItemNo(2) });
    hall.does(take(1));
    let origin = hall.state.facts.matter(MatterNo(1)).unwrap().from.unwrap();
    assert_eq!((origin.item, origin.offer), (ItemNo(1), Some(Offer { procedure: FIRST, duty: 1 })));
    assert_eq!(hall.try_do(&take(1)), Err(Refusal::OfferTaken));
    assert_eq!(hall.try_do(&take(3)), Err(Refusal::UnknownOffer));
    // Taken back, it is offered again.
    hall.does(Command::Undo);
    hall.does(take(1));
    // It can be taken after the meeting, until the minutes are final.
    hall.does(Command::CloseMeeting);
    hall.does(take(2));
    assert_eq!(hall.state.facts.matter(MatterNo(2)).unwrap().from.unwrap().meeting, MeetingNo(1));
    hall.does(Command::Undo);
    hall.does(Command::FinaliseMinutes { meeting: MeetingNo(1) });
    assert_eq!(hall.try_do(&take(2)), Err(Refusal::MinutesFinal));
}

#[test]
fn given_materials_that_do_not_hold_together_then_the_conclusion_is_refused() {
    let table = |cells, private| {
        let column = Column { id: "c".into(), label: both("列"), private, cells, empty: Vec::new(), total: None };
        let table = Table { id: "t".into(), title: both("表"), rows: 2, columns: vec![column] };
        Materials { tables: vec![table], ..Materials::default() }
    };
    let too_short = table(Cells::Integer(vec![1]), false);
    let private_in_the_clear = table(Cells::Integer(vec![1, 2]), true);
    let sealed_in_public = table(Cells::Sealed, false);
    let unknown_door = table(Cells::Door(vec![Door::new("1-1"), Door::new("9-9")]), false);
    let mut one_language = table(Cells::Text { zh: vec!["甲".into(), "乙".into()], en: vec!["a".into()] }, false);
    let mut nobody = sites();
    nobody.duties[0].responsible = Responsible::Person(PersonId(99));
    for bad in [&too_short, &private_in_the_clear, &sealed_in_public, &unknown_door, &one_language, &nobody] {
        assert_eq!(Hall::begun().try_do(&conclude(bad.clone())), Err(Refusal::BadMaterials), "{bad:?}");
    }
    one_language.tables[0].columns[0].cells = Cells::Text { zh: vec!["甲".into(), "乙".into()], en: Vec::new() };
    one_language.tables[0].columns[0].total = Some(Value::Money(Fen(1)));
    for good in [&one_language, &table(Cells::Sealed, true)] {
        assert_eq!(Hall::begun().try_do(&conclude(good.clone())), Ok(()), "{good:?}");
    }
}

#[test]
fn given_a_file_of_before_materials_when_it_is_read_then_they_are_none() {
    let old = r#"{"v":1,"at":0,"by":0,"t":"procedure-concluded","procedure":1,"conclusion":{"outcome":"recorded","summary":{"zh":"好","en":"ok"},"minutes":[]},"sheets":[]}"#;
    let read = Recorded::decode(EventSeq(1), old.as_bytes()).unwrap();
    let Event::ProcedureConcluded { conclusion, private, .. } = &read.event else { panic!("{read:?}") };
    assert!(conclusion.materials.is_empty() && private.is_none());
    assert_eq!(String::from_utf8(read.encode()).unwrap(), old);
}

#[test]
fn given_a_running_procedure_when_a_day_begins_then_it_is_told_once_and_no_undo_goes_behind_it() {
    let mut hall = Hall::begun();
    hall.does(Command::AddNote { meeting: None, item: None, words: words() });
    assert_eq!(hall.step(3, 4, Some(20_700)), Ok(()));
    assert_eq!(hall.step(4, 5, Some(20_700)), Err(Refusal::DayTold));
    assert_eq!(hall.step(4, 5, Some(20_699)), Err(Refusal::DayTold));
    assert_eq!(hall.try_do(&Command::Undo), Err(Refusal::Barrier));
    // Days begin whether people meet or not; people step it between meetings too, but not during somebody else's.
    hall.does(Command::CloseMeeting);
    assert_eq!(hall.step(4, 5, Some(20_703)), Ok(()));
    assert_eq!(hall.step(5, 6, None), Ok(()));
    hall.plan(1_784_972_400_000);
    assert_eq!(hall.step(6, 7, None), Err(Refusal::NotOpen));
    assert_eq!(hall.step(6, 7, Some(20_704)), Ok(()));
    assert_eq!(hall.state.facts.procedure(FIRST).unwrap().day, Some(Day(20_704)));
    assert_eq!(fold_all(&hall.journal), hall.state);
}

fn words() -> deliberation::text::Words {
    deliberation::text::Words { words: Sealable::Sealed(blob(9)), about: Vec::new() }
}

#[test]
fn given_a_procedure_of_an_earlier_meeting_when_it_is_gone_on_with_then_it_is_concluded_there() {
    let mut hall = Hall::begun();
    let go_on = Command::ContinueProcedure { procedure: FIRST };
    assert_eq!(hall.try_do(&go_on), Err(Refusal::ProcedureIsHere));
    hall.does(Command::CloseMeeting);
    hall.plan(1_784_972_400_000);
    assert_eq!(hall.try_do(&conclude(sites())), Err(Refusal::NotOpen));
    let left: Vec<ProcedureNo> = hall.state.facts.left_running(MeetingNo(2)).map(|(number, _)| number).collect();
    assert_eq!(left, [FIRST]);
    hall.does(Command::StartItem { item: ItemNo(2) });
    hall.does(go_on.clone());
    assert_eq!(hall.state.facts.left_running(MeetingNo(2)).count(), 0);
    // Undone, it is where it was.
    hall.does(Command::Undo);
    assert_eq!(hall.state.facts.procedure(FIRST).unwrap().meeting, MeetingNo(1));
    hall.does(Command::Redo);
    hall.does(conclude(sites()));
    let run = hall.state.facts.procedure(FIRST).unwrap();
    assert_eq!((run.meeting, run.item, run.begun), (MeetingNo(2), ItemNo(2), (MeetingNo(1), ItemNo(1))));
    assert_eq!(hall.try_do(&go_on), Err(Refusal::ProcedureConcluded));
    assert_eq!(fold_all(&hall.journal), hall.state);
}

#[test]
fn given_a_private_column_when_somebody_is_erased_then_its_blob_goes_with_them() {
    let mut hall = Hall::begun();
    let Command::ConcludeProcedure { procedure, before, conclusion, sheets, .. } = conclude(sites()) else { return };
    let private = Some(blob(77));
    hall.does(Command::ConcludeProcedure { procedure, before, conclusion, sheets, private });
    assert!(hall.journal.last().unwrap().event.blobs().contains(&blob(77).blob));
    hall.does(Command::CloseMeeting);
    hall.does(Command::ErasePerson { person: Who::Door(Door::new("1-4")), also: Vec::new() });
    let Event::PersonErased { blobs, .. } = &hall.journal.last().unwrap().event else { panic!() };
    assert!(blobs.contains(&blob(77).blob));
}
