//! The agenda before and after the notice: what moves, what is frozen, and what a changed agenda does to the drift.

use deliberation::agenda::ItemKind;
use deliberation::ballot::Method;
use deliberation::ids::{ItemNo, MotionNo, PersonId};
use deliberation::meeting::{Meeting, Plan};
use deliberation::people::Capacity;
use deliberation::text::{BlobHash, BlobRef, Sealable};
use deliberation::{At, Command, Event, Origin, Recorded, Refusal, State, Who, decide, fold};

const MINUTE: i64 = 60_000;
/// The planned start.
const START: i64 = 1_000_000_000;

struct Table {
    state: State,
    now: i64,
}

impl Table {
    /// A locked agenda of three items, 10, 20 and 5 minutes, and one person.
    fn planned() -> Table {
        let mut table = Table { state: State::default(), now: START - 60 * MINUTE };
        let file = Command::CreateFile { title: "社区".into(), zone: "Asia/Shanghai".into(), lang: "zh-CN".into() };
        let card = Sealable::Sealed(BlobRef { blob: BlobHash([1; 32]) });
        let chair = Command::AddPerson { card, capacity: Capacity::default(), party: String::new() };
        let plan = Plan { title: "议事会".into(), start: At(START), agenda_locks: true, ..Plan::default() };
        table.has(file);
        table.has(chair);
        table.has(Command::PlanMeeting { plan });
        for (title, kind, minutes) in
            [("甲", ItemKind::Discussion, 10), ("乙", ItemKind::Proposal, 20), ("丙", ItemKind::ReadBack, 5)]
        {
            table.has(Command::AddItem { title: title.into(), kind, minutes, before: None });
        }
        table
    }

    fn noticed() -> Table {
        let mut table = Table::planned();
        table.has(Command::GiveNotice);
        table
    }

    fn open(mut self, late_minutes: i64) -> Table {
        self.now = START + late_minutes * MINUTE;
        let chair = || Who::from(PersonId(1));
        self.has(Command::OpenMeeting { chair: chair(), recorder: chair(), counters: Vec::new() });
        self
    }

    fn after(&mut self, minutes: i64) -> &mut Table {
        self.now += minutes * MINUTE;
        self
    }

    fn tries(&mut self, command: Command) -> Result<(), Refusal> {
        let origin = Origin { at: At(self.now), by: PersonId::NOBODY };
        let events: Vec<Event> = decide(&self.state, &command, &origin)?;
        let deed = deliberation::ids::EventSeq(self.state.seq.0 + 1);
        for event in events {
            let seq = deliberation::ids::EventSeq(self.state.seq.0 + 1);
            fold(&mut self.state, &Recorded { seq, at: origin.at, by: origin.by, deed, event });
        }
        Ok(())
    }

    fn has(&mut self, command: Command) {
        assert_eq!(self.tries(command.clone()), Ok(()), "{command:?}");
    }

    fn meeting(&self) -> &Meeting {
        &self.state.facts.meetings[0]
    }

    fn titles(&self) -> String {
        self.meeting().items.iter().map(|item| item.title.as_str()).collect()
    }

    /// Minutes late, negative = early.
    fn late(&self) -> i64 {
        self.meeting().drift(At(self.now)).1 / MINUTE
    }

    fn add(&mut self, title: &str, minutes: u32) {
        self.has(Command::AddItem { title: title.into(), kind: ItemKind::Proposal, minutes, before: None });
    }
}

fn start(item: u32) -> Command {
    Command::StartItem { item: ItemNo(item) }
}

fn to(item: u32, to: u32) -> Command {
    Command::MoveItem { item: ItemNo(item), to: ItemNo(to) }
}

#[test]
fn items_that_have_not_begun_move_both_ways_and_undo_puts_them_back() {
    let mut table = Table::noticed();
    table.has(to(3, 1));
    assert_eq!(table.titles(), "丙甲乙");
    assert!(table.meeting().items.iter().all(|item| table.meeting().is_announced(item)), "the order is not the matter");
    table.has(to(1, 2));
    assert_eq!(table.titles(), "甲丙乙");
    table.has(Command::Undo);
    table.has(Command::Undo);
    assert_eq!(table.titles(), "甲乙丙");
    table.has(Command::Redo);
    assert_eq!(table.titles(), "丙甲乙");
    assert_eq!(table.tries(to(2, 2)), Err(Refusal::NothingChanges));
    assert_eq!(table.tries(to(1, 4)), Err(Refusal::UnknownItem { item: ItemNo(4) }));
}

#[test]
fn nothing_moves_across_an_item_that_has_begun_for_its_number_stands_in_the_record() {
    let mut table = Table::noticed().open(0);
    table.has(start(2));
    assert_eq!(table.tries(to(1, 3)), Err(Refusal::ItemHasBegun { item: ItemNo(2) }));
    assert_eq!(table.tries(to(2, 3)), Err(Refusal::ItemHasBegun { item: ItemNo(2) }));
    table.add("丁", 5);
    table.has(to(4, 3));
    assert_eq!(table.titles(), "甲乙丁丙");
    assert_eq!(table.meeting().current(), Some(ItemNo(2)));
}

#[test]
fn what_the_notice_named_stays_and_what_came_later_can_go_again() {
    let mut table = Table::noticed();
    assert_eq!(table.tries(Command::RemoveItem { item: ItemNo(1) }), Err(Refusal::ItemAnnounced { item: ItemNo(1) }));
    table.add("丁", 5);
    table.has(Command::RemoveItem { item: ItemNo(4) });
    assert_eq!(table.titles(), "甲乙丙");
    table.has(Command::Undo);
    assert_eq!(table.titles(), "甲乙丙丁");
    assert!(table.meeting().only_discussed(&table.meeting().items[3]), "and is the same late item as before");

    let mut free = Table::planned();
    free.has(Command::RemoveItem { item: ItemNo(1) });
    assert_eq!(free.titles(), "乙丙");
    assert_eq!(free.tries(Command::RemoveItem { item: ItemNo(3) }), Err(Refusal::UnknownItem { item: ItemNo(3) }));
}

#[test]
fn an_item_after_the_notice_is_talked_over_and_refused_a_vote_until_a_further_notice_names_it() {
    let vote = |table: &mut Table, item: u32| {
        table.has(start(item));
        let mover = Who::from(PersonId(1));
        let text = format!("第 {item} 项怎么办");
        table.has(Command::MoveMotion { text, mover, seconder: None, sheet: None });
        let motion = MotionNo(u32::try_from(table.state.facts.motions.len()).unwrap());
        table.tries(Command::open_vote(motion, "deliberation", Method::Hands))
    };
    let mut table = Table::noticed();
    table.add("丁", 5);
    let mut again = Table::noticed();
    again.add("丁", 5);
    again.has(Command::GiveNotice);

    let mut table = table.open(0);
    assert_eq!(vote(&mut table, 4), Err(Refusal::OnlyDiscussed { item: ItemNo(4) }));
    assert_ne!(vote(&mut table, 2), Err(Refusal::OnlyDiscussed { item: ItemNo(2) }), "the notice named it");
    assert_ne!(vote(&mut again.open(0), 4), Err(Refusal::OnlyDiscussed { item: ItemNo(4) }));
}

#[test]
fn the_plan_changes_until_the_opening_and_another_time_takes_the_notice_back() {
    let mut table = Table::noticed();
    let plan = table.meeting().plan.clone();
    let change = |plan: &Plan| Command::ChangePlan { plan: plan.clone() };
    assert_eq!(table.tries(change(&plan)), Err(Refusal::NothingChanges));
    assert_eq!(table.tries(change(&Plan { title: " ".into(), ..plan.clone() })), Err(Refusal::EmptyText));
    assert_eq!(table.tries(change(&Plan { agenda_locks: false, ..plan.clone() })), Err(Refusal::LockStays));
    table.has(change(&Plan { ordinal: Some(3), ..plan.clone() }));
    assert!(table.meeting().noticed.is_some(), "time and place are as they were told");
    table.has(change(&Plan { start: At(START + MINUTE), ..plan.clone() }));
    assert!(table.meeting().noticed.is_none());
    table.has(Command::Undo);
    assert!(table.meeting().noticed.is_some() && table.meeting().plan.ordinal == Some(3));
    table.has(change(&Plan { place: "广场".into(), ..plan.clone() }));
    assert!(table.meeting().noticed.is_none());
    let mut table = table.open(0);
    assert_eq!(table.tries(change(&plan)), Err(Refusal::AlreadyOpened));
}

#[test]
fn the_drift_counts_what_was_added_put_off_and_passed_over() {
    let mut table = Table::noticed().open(8);
    assert_eq!(table.late(), 8, "opened eight minutes late");
    table.has(start(1));
    table.after(10).has(Command::ConcludeItem { item: None, conclusion: String::new() });
    assert_eq!(table.late(), 8, "ten minutes as planned");
    // Added in the meeting: five minutes nobody had planned.
    table.add("丁", 5);
    assert_eq!(table.late(), 13);
    assert_eq!(table.meeting().planned_end(), At(START + 35 * MINUTE), "what was told does not move");
    // Passed over is not dropped: the second item is still to come.
    table.has(start(4));
    assert_eq!(table.late(), 13);
    table.after(7);
    assert_eq!(table.late(), 15, "two minutes over its own five");
    // Put off after seven minutes: what was left of it falls away, what it took does not.
    table.has(start(2));
    table.after(7).has(Command::ShelveItem { item: None });
    assert_eq!(table.late(), 15 - 13);
    // Taken up again it has thirteen minutes left.
    table.has(start(2));
    assert_eq!(table.late(), 15);
    table.after(13).has(Command::ConcludeItem { item: None, conclusion: String::new() });
    table.has(start(3));
    table.after(5).has(Command::CloseMeeting);
    assert_eq!(table.late(), 15);
    table.after(60);
    assert_eq!(table.late(), 15, "it ended when it ended");
}

/// An item that came after the notice and before the opening is part of the agenda the meeting begins with.
#[test]
fn what_stood_on_the_agenda_at_the_opening_is_no_delay() {
    let mut table = Table::noticed();
    table.add("丁", 5);
    let table = table.open(0);
    assert_eq!(table.late(), 0);
    assert_eq!(table.meeting().planned_end(), At(START + 40 * MINUTE));
}

/// A file of an earlier program says nothing of templates, periods and parties.
#[test]
fn a_plan_of_an_earlier_file_is_read_as_it_was_and_written_without_what_it_does_not_say() {
    let old = r#"{"title":"会","place":"","start":5,"talk":{"limit-ms":120000,"turns":2},"agenda-locks":true}"#;
    let plan: Plan = serde_json::from_str(old).unwrap();
    assert!(plan.template.is_empty() && plan.notice.is_none() && plan.parties.is_empty() && plan.agenda_locks);
    let written: serde_json::Value = serde_json::to_value(&plan).unwrap();
    assert!(["template", "notice", "parties"].iter().all(|field| written.get(field).is_none()), "{written}");
}

/// What was settled before is told by itself when its item begins, and keeps up with what is done until the meeting is over.
#[test]
fn a_review_tells_what_was_open_and_what_is_done_since_and_the_next_one_only_what_is_new() {
    let mut table = Table::planned();
    let duty = |text: &str| Command::TakeDuty {
        text: text.into(),
        responsible: Who::from(PersonId(1)),
        due: None,
        item: None,
        offer: None,
    };
    let matter = deliberation::ids::MatterNo;
    for text in ["一", "二", "三"] {
        table.has(duty(text));
    }
    table.has(Command::FinishDuty { matter: matter(1) });
    let review =
        Command::AddItem { title: "上次".into(), kind: ItemKind::Review, minutes: 5, before: Some(ItemNo(1)) };
    table.has(review);
    let mut table = table.open(0);
    let told = |table: &Table| {
        let meetings = table.state.facts.meetings.iter().flat_map(|meeting| &meeting.record);
        let reviews = meetings.filter_map(|entry| match &entry.kind {
            deliberation::meeting::EntryKind::Reviewed(looked_at) => Some(looked_at.clone()),
            _ => None,
        });
        reviews.map(|all| all.iter().map(|(matter, done)| (matter.0, *done)).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let at = (1..=4).map(ItemNo).find(|item| table.meeting().item(*item).unwrap().kind == ItemKind::Review).unwrap();
    table.after(1).has(Command::StartItem { item: at });
    assert_eq!(told(&table), [[(2, false), (3, false), (1, true)]]);
    table.after(1).has(Command::FinishDuty { matter: matter(3) });
    assert_eq!(told(&table), [[(2, false), (3, true), (1, true)]]);
    table.has(Command::ReopenDuty { matter: matter(3) });
    table.has(Command::FinishDuty { matter: matter(2) });
    // Begun a second time it is told once.
    table.has(Command::StartItem { item: ItemNo(if at == ItemNo(1) { 2 } else { 1 }) });
    table.after(1).has(Command::StartItem { item: at });
    assert_eq!(told(&table), [[(2, true), (3, false), (1, true)]]);
    table.after(1).has(Command::ConcludeItem { item: None, conclusion: String::new() });
    table.after(1).has(Command::CloseMeeting);
    // After the close the minutes of that evening stay as they are; the next meeting hears what is new.
    table.after(1).has(Command::FinishDuty { matter: matter(3) });
    assert_eq!(told(&table), [[(2, true), (3, false), (1, true)]]);
    let plan = Plan { title: "再议".into(), start: At(START + 1_000 * MINUTE), ..Plan::default() };
    table.has(Command::PlanMeeting { plan });
    table.has(Command::AddItem { title: "上次".into(), kind: ItemKind::Review, minutes: 5, before: None });
    let mut table = table.open(1_000);
    table.has(Command::StartItem { item: ItemNo(1) });
    assert_eq!(told(&table).last().unwrap(), &[(3, true)]);
}
