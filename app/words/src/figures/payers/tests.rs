//! The numbers of who pays, by their ids, on small files told in full.

use deliberation::Command;
use deliberation::collection::Answer;
use deliberation::ids::MeetingNo;

use super::*;
use crate::figures;
use crate::minutes;
use crate::notice;
use crate::story::{Story, votes};

const FIRST: CollectionNo = CollectionNo(1);

fn value(story: &Story, id: &str) -> Option<String> {
    figures::find(Lang::ZhCn, &story.state.facts, id).map(|figure| figure.value)
}

fn said(story: &Story) -> String {
    let draft = minutes::draft(Lang::ZhCn, &story.state.facts, &story.names, MeetingNo(1)).unwrap();
    let sentences = draft.sections.iter().flat_map(|section| &section.sentences);
    sentences.map(|sentence| sentence.text.as_str()).collect()
}

/// What stands behind each side adds up to what the sheet has the households pay.
#[test]
fn the_cost_behind_the_sides_is_the_sheet() {
    let story = Story::told();
    for (id, amount) in [
        ("vote.1.cost.yes", "1178.58"),
        ("vote.1.cost.no", "235.71"),
        ("vote.1.cost.abstain", "235.71"),
        ("vote.1.cost.void", "0.00"),
        ("vote.1.cost.silent", "0.00"),
        ("vote.1.cost.all", "1650.00"),
    ] {
        assert_eq!(value(&story, id).as_deref(), Some(amount), "{id}");
    }
    assert_eq!(value(&story, "vote.1.pledged.highest"), None, "everybody pays");
    let text = said(&story);
    let sides = "赞成的户1,178.58元、反对的户235.71元、弃权的户235.71元";
    assert!(text.contains(&format!("按应出的钱算：{sides}，合计1,650.00元。")), "{text}");
}

#[test]
fn given_those_who_agree_pay_then_the_vote_says_what_its_yes_would_pay() {
    let mut story = votes::pay_if_you_agree();
    assert_eq!(value(&story, "vote.1.pledged.households").as_deref(), Some("5"));
    assert_eq!(value(&story, "vote.1.pledged.highest").as_deref(), Some("330.00"));
    let text = said(&story);
    assert!(text.contains("谁同意谁出：由赞成的5户分摊时，最高一户330.00元。"), "{text}");
    // Pledges are given door by door afterwards.
    assert_eq!(value(&story, "collection.1.pledged.highest"), None);
    let answer =
        |door: &str| Command::RecordAnswer { collection: FIRST, door: Door::new(door), answer: Answer::Agreed };
    for door in ["1-1-101", "1-1-102", "1-2-101"] {
        story.does(answer(door));
    }
    let limit = Some(Fen(40_000));
    story.does(Command::StateLimit { collection: FIRST, door: Door::new("1-1-102"), limit });
    for (id, number) in [
        ("collection.1.pledged.households", "3"),
        ("collection.1.pledged.highest", "550.00"),
        ("collection.1.pledged.least", "235.72"),
        ("collection.1.pledged.over", "1"),
        ("collection.1.pledged.needed", "2"),
        ("collection.1.pledged.1-1-101", "550.00"),
        ("collection.1.limit.1-1-102", "400.00"),
    ] {
        assert_eq!(value(&story, id).as_deref(), Some(number), "{id}");
    }
    story.does(answer("1-2-102"));
    assert_eq!(value(&story, "collection.1.pledged.needed").as_deref(), Some("1"));
    story.does(answer("1-2-402"));
    story.does(Command::SettlePledges { collection: FIRST });
    let roll = crate::share_roll::share_roll(Lang::ZhCn, &story.state.facts, &story.names, SheetNo(1)).unwrap();
    let sum: i64 = roll.rows.iter().map(|row| row.due.0).sum();
    assert_eq!((roll.rows.len(), sum), (5, 165_000), "the share roll lists those who pay");
    for (id, number) in [
        ("collection.1.due", "1650.00"),
        ("collection.1.due.households", "5"),
        ("collection.1.due.1-1-102", "330.00"),
        ("collection.1.due.1-3-301", "0.00"),
        ("collection.1.not-reached.households", "0"),
        ("collection.1.gap", "1650.00"),
    ] {
        assert_eq!(value(&story, id).as_deref(), Some(number), "{id}");
    }
}

/// What a share is made of is found by its id and stands in no list.
#[test]
fn what_a_share_is_made_of_is_found_by_its_id_alone() {
    let story = Story::told();
    assert_eq!(value(&story, "sheet.1.weight.1-1-101").as_deref(), Some("1"));
    assert_eq!(value(&story, "sheet.1.share.1-1-101").as_deref(), Some("235.72"));
    assert_eq!(value(&story, "sheet.1.relief.1-1-101").as_deref(), Some("0.00"));
    assert_eq!(value(&story, "sheet.1.instalment.1.1-1-101"), None);
    let all = figures::all(Lang::ZhCn, &story.state.facts);
    assert!(all.iter().all(|figure| !figure.id.contains(".relief.")));
}

#[test]
fn two_versions_of_a_sheet_are_counted_by_who_pays_less_and_more() {
    let mut facts = Story::told().state.facts;
    let mut second = facts.sheets[0].as_ref().clone();
    let [first, last] = [&mut 0, &mut 6].map(|row| *row);
    second.sheet.due[first] = Fen(second.sheet.due[first].0 - 3_572);
    second.sheet.due[last] = Fen(second.sheet.due[last].0 + 3_572);
    facts.sheets.push(std::sync::Arc::new(second));
    let value = |id: &str| figures::find(Lang::ZhCn, &facts, id).map(|figure| figure.value);
    for (id, number) in [
        ("sheet.2.than.1.lower", "1"),
        ("sheet.2.than.1.higher", "1"),
        ("sheet.2.than.1.same", "5"),
        ("sheet.2.than.1.saved", "35.72"),
        ("sheet.2.than.1.added", "35.72"),
        ("sheet.2.than.1.1-1-101", "-35.72"),
        ("sheet.1.than.2.1-1-101", "35.72"),
    ] {
        assert_eq!(value(id).as_deref(), Some(number), "{id}");
    }
    assert_eq!(value("sheet.1.than.9.lower"), None);
}

#[test]
fn a_vote_on_the_fund_names_its_matter_in_minutes_and_notice_and_a_wrong_rule_is_told() {
    let right = votes::of_the_fund("cn-civil-code-278-6");
    let clause = "本项涉及筹集维修资金（《民法典》第278条第1款第6项）";
    assert!(said(&right).contains(&format!("{clause}。")), "{}", said(&right));
    let paper = notice::of(Lang::ZhCn, &right.state.facts, &right.names, VoteNo(1), None).unwrap();
    let text = format!("{:?}", paper.blocks);
    assert!(text.contains(clause), "{text}");
    let wrong = votes::of_the_fund("cn-civil-code-278-5");
    assert!(said(&wrong).contains("所用规则不是法律为这一项定的规则"), "{}", said(&wrong));
}
