//! What somebody did, in a few words: the label of undo and redo, and the event behind a sentence.
//!
//! The match has no "else": a new event does not compile without its name.

use deliberation::history::Deed;
use deliberation::ids::{EventSeq, ItemNo, MeetingNo, MotionNo, PersonId, ProcedureNo};
use deliberation::{Event, Facts};

use crate::figure::Quantity;
use crate::locale::{Lang, t, tf};
use crate::minutes;
use crate::moment::span;
use crate::names::{Names, person_name};
use crate::poll_words::{kind_word, objector, poll_kind, settled_word};
use crate::rule_words::pick;
use crate::speaking::{answer_word, choice_word, prompt_text, side_word};

/// "撤销：登记 1-2-402 反对".
pub fn undo_label(lang: Lang, facts: &Facts, names: &dyn Names, deed: &Deed) -> String {
    tf(lang, "deed-undo", &[("deed", &deed_name(lang, facts, names, deed))])
}

/// "重做：登记 1-2-402 反对".
pub fn redo_label(lang: Lang, facts: &Facts, names: &dyn Names, deed: &Deed) -> String {
    tf(lang, "deed-redo", &[("deed", &deed_name(lang, facts, names, deed))])
}

/// "登记 1-2-402 反对": a deed by the event that was asked for, not by what followed from it.
pub fn deed_name(lang: Lang, facts: &Facts, names: &dyn Names, deed: &Deed) -> String {
    let events = deed.events.iter().map(|recorded| &recorded.event);
    // The first of equal weight.
    let chief = events.rev().max_by_key(|event| weight(event));
    chief.map_or_else(String::new, |event| event_name(lang, facts, names, event))
}

/// What a command asked for weighs more than what it brought along.
fn weight(event: &Event) -> u8 {
    match event {
        Event::TurnEnded { .. } | Event::HandLowered { .. } => 0,
        Event::ItemConcluded { .. }
        | Event::HouseholdAnswered { .. }
        | Event::SheetAttached { .. }
        | Event::TermsSet { .. }
        | Event::LimitStated { .. }
        | Event::PledgesReopened { .. }
        | Event::CollectionOpened { .. } => 1,
        _ => 2,
    }
}

/// An event in a few words.
pub fn event_name(lang: Lang, facts: &Facts, names: &dyn Names, event: &Event) -> String {
    let with = |key: &str, name: &str, text: &str| tf(lang, key, &[(name, text)]);
    let of = |key: &str, person: PersonId| with(key, "name", &person_name(lang, names, person));
    let item = |key: &str, number: ItemNo| with(key, "n", &number.to_string());
    match event {
        Event::FileCreated { .. } => t(lang, "deed-file-created"),
        Event::RollImported { entries, .. } => {
            with("deed-roll-imported", "households", &Quantity::households(entries.len()).text(lang))
        }
        Event::SameOwnerConfirmed { doors } => {
            let doors: Vec<&str> = doors.iter().map(deliberation::Door::as_str).collect();
            with("deed-same-owner", "doors", &doors.join(&t(lang, "list-comma")))
        }
        Event::PersonAdded { person, .. } => of("deed-person-added", person.id),
        Event::PersonErased { .. } => t(lang, "deed-person-erased"),
        Event::MeetingPlanned { plan, .. } => with("deed-meeting-planned", "title", &plan.title),
        Event::PlanChanged { plan, .. } => with("deed-plan-changed", "title", &plan.title),
        Event::ItemAdded { title, .. } => with("deed-item-added", "title", title),
        Event::ItemChanged { item: number, .. } => item("deed-item-changed", *number),
        Event::ItemMoved { item: from, to, .. } => {
            tf(lang, "deed-item-moved", &[("from", &from.to_string()), ("to", &to.to_string())])
        }
        Event::ItemRemoved { item: number, .. } => item("deed-item-removed", *number),
        Event::NoticeGiven { .. } => t(lang, "deed-notice-given"),
        Event::MeetingOpened { .. } => t(lang, "deed-meeting-opened"),
        Event::DutiesChanged { .. } => t(lang, "deed-duties-changed"),
        Event::MeetingClosed { .. } => t(lang, "deed-meeting-closed"),
        Event::MinutesFinalised { .. } => t(lang, "deed-minutes-finalised"),
        Event::PersonArrived { person, .. } => of("deed-person-arrived", *person),
        Event::PersonLeft { person, .. } => of("deed-person-left", *person),
        Event::ItemStarted { item: number, .. } => item("deed-item-started", *number),
        Event::ItemConcluded { item: number, .. } => item("deed-item-concluded", *number),
        Event::ItemShelved { item: number, .. } => item("deed-item-shelved", *number),
        Event::HandRaised { person, side, .. } => {
            let args = [("name", &*person_name(lang, names, *person)), ("side", &*side_word(lang, *side))];
            tf(lang, "deed-hand-raised", &args)
        }
        Event::HandLowered { person, .. } => of("deed-hand-lowered", *person),
        Event::SpeakerCalled { person, .. } => of("deed-speaker-called", *person),
        Event::TurnStarted { turn, .. } => of("deed-turn-started", turn.person),
        Event::TurnPaused { since: Some(_), .. } => t(lang, "deed-turn-slept"),
        Event::TurnPaused { .. } => t(lang, "deed-turn-paused"),
        Event::TurnResumed { .. } => t(lang, "deed-turn-resumed"),
        Event::TurnExtended { by_ms, .. } if *by_ms < 0 => {
            with("deed-turn-shortened", "span", &span(lang, by_ms.saturating_neg()))
        }
        Event::TurnExtended { by_ms, .. } => with("deed-turn-extended", "span", &span(lang, *by_ms)),
        Event::TurnEnded { .. } => t(lang, "deed-turn-ended"),
        Event::TalkRuleSet { item: number, .. } => item("deed-talk-rule-set", *number),
        Event::PromptGiven { prompt, .. } => with("deed-prompt-given", "prompt", &prompt_text(lang, *prompt)),
        Event::SpeechNoted { meeting, turn, .. } => match speaker(facts, *meeting, *turn) {
            Some(person) => of("deed-speech-noted", person),
            None => t(lang, "deed-speech-noted-unknown"),
        },
        Event::NoteAdded { .. } => t(lang, "deed-note-added"),
        Event::SentenceEdited { meeting, sentence, .. } => match place(facts, *meeting, *sentence) {
            Some(place) => tf(lang, "deed-sentence-edited", &[("item", &place.0), ("n", &place.1)]),
            None => t(lang, "deed-sentence-edited-unknown"),
        },
        Event::SentenceRestored { meeting, sentence } => match place(facts, *meeting, *sentence) {
            Some(place) => tf(lang, "deed-sentence-restored", &[("item", &place.0), ("n", &place.1)]),
            None => t(lang, "deed-sentence-restored-unknown"),
        },
        Event::QuoteNoted { supplier, amount, .. } => {
            let amount = Quantity::Money(*amount).text(lang);
            tf(lang, "deed-quote-noted", &[("supplier", supplier), ("amount", &amount)])
        }
        Event::QuoteChosen { meeting, item, quote } => {
            let entry = facts.meeting(*meeting).and_then(|meeting| meeting.item(*item));
            match entry.and_then(|entry| entry.quotes.get(quote.index()?)) {
                Some(quote) => with("deed-quote-chosen", "supplier", &quote.supplier),
                None => t(lang, "deed-quote-chosen-unknown"),
            }
        }
        Event::MotionMoved { mover, .. } => of("deed-motion-moved", *mover),
        Event::MotionAmended { motion, .. } => with("deed-motion-amended", "n", &motion_place(facts, *motion)),
        Event::SheetAttached { .. } => t(lang, "deed-sheet-attached"),
        Event::TermsSet { .. } => t(lang, "deed-terms-set"),
        Event::ProcedureAdopted { plugin } => with("deed-procedure-adopted", "title", pick(lang, &plugin.title)),
        Event::ProcedureRetired { .. } => t(lang, "deed-procedure-retired"),
        Event::ProcedureStarted { plugin, .. } => with("deed-procedure-started", "title", pick(lang, &plugin.title)),
        Event::ProcedureStepped { procedure, day: Some(_), .. } => {
            with("deed-procedure-told-day", "title", &procedure_title(lang, facts, *procedure))
        }
        Event::ProcedureContinued { procedure, .. } => {
            with("deed-procedure-continued", "title", &procedure_title(lang, facts, *procedure))
        }
        Event::ProcedureStepped { procedure, .. } => {
            with("deed-procedure-stepped", "title", &procedure_title(lang, facts, *procedure))
        }
        Event::ProcedureConcluded { procedure, .. } => {
            with("deed-procedure-concluded", "title", &procedure_title(lang, facts, *procedure))
        }
        Event::VoteOpened { .. } => t(lang, "deed-vote-opened"),
        Event::BallotCast { door, choice, .. } => {
            tf(lang, "deed-ballot-cast", &[("door", door.as_str()), ("choice", &choice_word(lang, *choice))])
        }
        Event::BallotPutRight(right) => {
            let door = facts.vote(right.vote).and_then(|vote| vote.roll.door_of(right.voter));
            let door = door.map_or_else(|| person_name(lang, names, right.voter), ToString::to_string);
            match &right.said {
                Some(said) => {
                    let choice = choice_word(lang, said.choice);
                    tf(lang, "deed-ballot-put-right", &[("door", &*door), ("choice", &*choice)])
                }
                None => with("deed-ballot-struck", "door", &door),
            }
        }
        Event::VoterNamed { door, .. } => with("deed-voter-named", "door", door.as_str()),
        Event::UnitsHeldUndelivered { doors, .. } => with("deed-held", "count", &doors.len().to_string()),
        Event::UnitsDelivered { doors } => with("deed-delivered", "count", &doors.len().to_string()),
        Event::AreaCorrected { door, .. } => with("deed-area-corrected", "door", door.as_str()),
        Event::UnitTransferred { door, .. } => with("deed-transferred", "door", door.as_str()),
        Event::ProxyGiven { principal, .. } => of("deed-proxy-given", *principal),
        Event::ProxyWithdrawn { principal, .. } => of("deed-proxy-withdrawn", *principal),
        Event::RuleAdopted { rule } => with("deed-rule-adopted", "title", pick(lang, &rule.title)),
        Event::RuleRetired { .. } => t(lang, "deed-rule-retired"),
        Event::PersonRecused { person, .. } => of("deed-recused", *person),
        // Without numbers: whoever counts next must not learn from the undo button what the first found.
        Event::SidesCounted { .. } => t(lang, "deed-sides-counted"),
        Event::PapersRead { batch, .. } => with("deed-papers-read", "batch", &batch.to_string()),
        Event::VoteReopened { .. } => t(lang, "deed-vote-reopened"),
        Event::VoteClosed { .. } => t(lang, "deed-vote-closed"),
        Event::PollOpened { opened, .. } => {
            let key = if opened.runoff_of.is_none() { "deed-poll-opened" } else { "deed-runoff-opened" };
            with(key, "kind", &kind_word(lang, opened.kind))
        }
        Event::PollCounted { poll, .. } => with("deed-poll-counted", "kind", &poll_kind(lang, facts, *poll)),
        Event::ObjectionRaised { person, .. } => of("deed-objection-raised", *person),
        Event::ObjectionSettled { poll, objection, how, .. } => match objector(facts, *poll, *objection) {
            Some(person) => tf(
                lang,
                "deed-objection-settled",
                &[("name", &person_name(lang, names, person)), ("how", &settled_word(lang, *how))],
            ),
            None => t(lang, "deed-objection-settled-unknown"),
        },
        Event::PollClosed { poll, .. } => with("deed-poll-closed", "kind", &poll_kind(lang, facts, *poll)),
        Event::DutyTaken { text, .. } => with("deed-duty-taken", "text", text),
        Event::DutyDone { matter } => with("deed-duty-done", "text", &matter_text(facts, *matter)),
        Event::DutyReopened { matter } => with("deed-duty-reopened", "text", &matter_text(facts, *matter)),
        Event::CollectionOpened { .. } => t(lang, "deed-collection-opened"),
        Event::HouseholdAnswered { door, answer, .. } => {
            tf(lang, "deed-household-answered", &[("door", door.as_str()), ("answer", &answer_word(lang, *answer))])
        }
        Event::LimitStated { door, limit: Some(limit), .. } => {
            let limit = Quantity::Money(*limit).text(lang);
            tf(lang, "deed-limit-stated", &[("door", door.as_str()), ("limit", &limit)])
        }
        Event::LimitStated { door, .. } => with("deed-limit-lifted", "door", door.as_str()),
        Event::PledgesSettled { doors, .. } => {
            with("deed-pledges-settled", "households", &Quantity::households(doors.len()).text(lang))
        }
        Event::PledgesReopened { .. } => t(lang, "deed-pledges-reopened"),
        Event::PaymentTaken { door, amount, .. } => {
            let amount = Quantity::Money(*amount).text(lang);
            tf(lang, "deed-payment-taken", &[("door", door.as_str()), ("amount", &amount)])
        }
        Event::PaymentRefunded { door, amount, .. } => {
            let amount = Quantity::Money(*amount).text(lang);
            tf(lang, "deed-payment-refunded", &[("door", door.as_str()), ("amount", &amount)])
        }
        Event::MoneyAdvanced { person, amount, .. } => {
            let amount = Quantity::Money(*amount).text(lang);
            tf(lang, "deed-money-advanced", &[("name", &person_name(lang, names, *person)), ("amount", &amount)])
        }
        Event::AdvanceRepaid { amount, .. } => {
            with("deed-advance-repaid", "amount", &Quantity::Money(*amount).text(lang))
        }
        Event::BillRecorded { amount, .. } => {
            with("deed-bill-recorded", "amount", &Quantity::Money(*amount).text(lang))
        }
        Event::SurplusUsed { amount, .. } => with("deed-surplus-used", "amount", &Quantity::Money(*amount).text(lang)),
        Event::PartWrittenOff { door, amount, .. } => {
            let amount = Quantity::Money(*amount).text(lang);
            tf(lang, "deed-part-written-off", &[("door", door.as_str()), ("amount", &amount)])
        }
        Event::DeedUndone { .. } => t(lang, "deed-undone"),
        Event::DeedRedone { .. } => t(lang, "deed-redone"),
    }
}

fn speaker(facts: &Facts, meeting: MeetingNo, turn: u32) -> Option<PersonId> {
    let turns = &facts.meeting(meeting)?.speakers.turns;
    turns.get((turn as usize).checked_sub(1)?).map(|turn| turn.person)
}

/// Item and place of a sentence of the minutes, both from 1.
fn place(facts: &Facts, meeting: MeetingNo, sentence: EventSeq) -> Option<(String, String)> {
    let (item, place) = minutes::place_of(facts.meeting(meeting)?, sentence)?;
    Some((item?.to_string(), place.to_string()))
}

/// The how-manieth motion of its meeting it is.
fn motion_place(facts: &Facts, number: MotionNo) -> String {
    let meeting = facts.motion(number).map(|motion| motion.meeting);
    let upto = number.index().map_or(0, |index| index + 1);
    let place = facts.motions.iter().take(upto).filter(|motion| Some(motion.meeting) == meeting).count();
    place.max(1).to_string()
}

fn procedure_title(lang: Lang, facts: &Facts, number: ProcedureNo) -> String {
    facts.procedure(number).map_or_else(|| number.to_string(), |run| pick(lang, &run.plugin.title).to_owned())
}

fn matter_text(facts: &Facts, number: deliberation::ids::MatterNo) -> String {
    facts.matter(number).map_or_else(|| number.to_string(), |matter| matter.text.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use deliberation::ballot::{Choice, DoorBallot};
    use deliberation::event::PutRight;
    use deliberation::ids::{MatterNo, SheetNo, VoteNo};
    use deliberation::text::{BlobHash, Words};
    use deliberation::{Command, Day};

    use super::*;
    use crate::story::{Story, door, person};

    fn newest(story: &Story, lang: Lang) -> String {
        undo_label(lang, &story.state.facts, &story.names, story.state.history.undoable().unwrap())
    }

    #[test]
    fn a_deed_is_named_by_what_was_asked_for() {
        let mut story = Story::begun();
        story.does(Command::StartItem { item: ItemNo(3) });
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：开始第 3 项");
        let floor_to = |door| Command::StartTurn { who: Some(door), side: None, since: None };
        story.does(floor_to(door("1-2-102")));
        // Giving the floor to the next ends the turn before: one deed, named by the new speaker.
        story.does(floor_to(door("1-3-301")));
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：马卫开始发言");
        assert_eq!(newest(&story, Lang::En), "Undo: floor to 马卫");
        story.does(Command::NoteSpeech { turn: None, words: Words::typed("应当按人口分") });
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：记马卫的发言");
        story.does(Command::ExtendTurn { by_ms: -30_000 });
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：减 30 秒");
        story.does(Command::RaiseHand { who: door("1-2-102"), side: deliberation::speakers::Side::No });
        story.does(Command::SignOut { who: door("1-2-102") });
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：周凤军签退");
        story.does(Command::CloseMeeting);
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：散会");
        story.does(Command::Undo);
        let redo = story.state.history.redoable().unwrap();
        assert_eq!(redo_label(Lang::ZhCn, &story.state.facts, &story.names, redo), "重做：散会");
    }

    #[test]
    fn an_edited_sentence_is_named_by_its_place() {
        let mut story = Story::told();
        let quotes = story.events.iter().find(|r| matches!(r.event, Event::QuoteChosen { .. })).unwrap().seq;
        let meeting = MeetingNo(1);
        story.does(Command::EditSentence {
            meeting, sentence: quotes, words: Words::typed("举手同意选用宏清环卫")
        });
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：改第 2 项第 2 句");
        story.does(Command::RestoreSentence { meeting, sentence: quotes });
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：还原第 2 项第 2 句");
    }

    #[test]
    fn payment_and_ballot_say_door_and_value() {
        let story = Story::told();
        assert_eq!(newest(&story, Lang::ZhCn), "撤销：收 1-1-101 235.72 元");
        let ballot = story.events.iter().rfind(|r| matches!(r.event, Event::BallotCast { .. })).unwrap();
        let name = event_name(Lang::ZhCn, &story.state.facts, &story.names, &ballot.event);
        assert_eq!(name, "登记 1-3-301 弃权");
    }

    fn put_right(said: Option<Choice>) -> Event {
        let door = deliberation::Door::new("1-1-101");
        let said = said.map(|choice| DoorBallot { door, choice, slate: Vec::new() });
        Event::BallotPutRight(PutRight { vote: VoteNo(1), voter: PersonId(1), said })
    }

    #[test]
    fn every_event_of_a_long_story_has_a_name_even_when_the_facts_know_nothing_of_it() {
        let mut story = Story::told();
        story.does(Command::FinishDuty { matter: MatterNo(1) });
        story.does(Command::ReopenDuty { matter: MatterNo(1) });
        story.does(Command::Undo);
        story.does(Command::Redo);
        story.does(Command::FinaliseMinutes { meeting: MeetingNo(1) });
        story.does(Command::TakeDuty {
            text: "现场监工".into(),
            responsible: person(8),
            due: Day::parse("2026-07-26"),
            item: None,
            offer: None,
        });
        story.does(Command::ErasePerson { person: person(10), also: Vec::new() });
        let mut events: Vec<Event> = story.events.iter().map(|recorded| recorded.event.clone()).collect();
        let text = deliberation::text::TextRef { blob: BlobHash([9; 32]), about: Vec::new() };
        let (meeting, sentence) = (MeetingNo(7), EventSeq(3));
        events.extend([
            Event::TurnPaused { meeting, since: None },
            Event::TurnResumed { meeting },
            Event::TurnExtended { meeting, by_ms: 30_000 },
            Event::HandLowered { meeting, person: PersonId(5) },
            Event::PersonLeft { meeting, person: PersonId(5) },
            Event::DutiesChanged { meeting, duties: deliberation::meeting::Duties::default() },
            Event::ItemChanged {
                meeting,
                item: ItemNo(2),
                title: "改".into(),
                kind: deliberation::agenda::ItemKind::Discussion,
                budget_ms: 0,
            },
            Event::PlanChanged { meeting, plan: deliberation::meeting::Plan::default() },
            Event::ItemMoved { meeting, item: ItemNo(2), to: ItemNo(4) },
            Event::ItemRemoved { meeting, item: ItemNo(2) },
            Event::SentenceEdited { meeting, sentence, text },
            Event::SentenceRestored { meeting, sentence },
            Event::MotionAmended { motion: MotionNo(1), text: "改".into() },
            Event::SheetAttached { motion: MotionNo(1), sheet: SheetNo(1) },
            Event::ProcedureContinued { procedure: ProcedureNo(1), meeting, item: ItemNo(2) },
            Event::TermsSet { motion: MotionNo(1), fund: None, payers: deliberation::terms::Payers::Agreed },
            Event::LimitStated {
                collection: deliberation::ids::CollectionNo(1),
                door: deliberation::Door::new("1-1-101"),
                limit: Some(amounts::Fen(60_000)),
            },
            Event::PledgesSettled {
                collection: deliberation::ids::CollectionNo(1),
                doors: vec![deliberation::Door::new("1-1-101")],
                due: vec![amounts::Fen(165_000)],
            },
            Event::PledgesReopened { collection: deliberation::ids::CollectionNo(1) },
            put_right(Some(Choice::No)),
            put_right(None),
        ]);
        let nothing = Facts::default();
        for lang in Lang::ALL {
            let mut kinds = BTreeSet::new();
            for event in &events {
                for facts in [&story.state.facts, &nothing] {
                    let name = event_name(lang, facts, &story.names, event);
                    assert!(!name.is_empty() && !name.contains(['{', '}', '$']), "{event:?}: {name}");
                    assert!(!name.starts_with("deed-"), "{event:?}: {name}");
                }
                kinds.insert(serde_json::to_value(event).unwrap()["t"].as_str().unwrap().to_owned());
            }
            // All there are.
            assert_eq!(kinds.len(), 57, "{kinds:?}");
        }
    }
}
