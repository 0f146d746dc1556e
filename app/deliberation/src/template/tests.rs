use super::*;
use crate::rule;
use crate::time::Day;

fn zh(text: &Bilingual) -> String {
    text.zh.clone()
}

fn en(text: &Bilingual) -> String {
    text.en.clone()
}

#[test]
fn every_shipped_template_is_read_and_says_everything_in_both_languages() {
    assert_eq!(shipped().len(), shipped::texts().len(), "one of them cannot be read");
    for template in shipped() {
        let parties = template.parties.iter().map(|party| &party.name);
        let texts = template.items.iter().map(|item| &item.title).chain(parties);
        for text in texts.chain([&template.title, &template.meeting]) {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}: {text:?}", template.id);
            assert!(text.en.is_ascii(), "{}: {text:?}", template.id);
        }
        assert!(template.meeting.zh.contains(COMMUNITY) && template.meeting.en.contains(COMMUNITY));
        assert_eq!(template.items.last().map(|item| item.kind), Some(ItemKind::ReadBack), "{}", template.id);
        assert_eq!(find(&template.id), Some(template));
        assert_eq!(Template::from_toml(&template.to_toml().unwrap()), Ok(template.clone()), "and written again");
    }
    let ids: std::collections::BTreeSet<&str> = shipped().iter().map(|template| template.id.as_str()).collect();
    assert_eq!(ids.len(), shipped().len(), "no id stands twice");
}

/// What nobody has verified is a default and cites nothing; what is cited is a whole source.
#[test]
fn only_the_owners_assembly_cites_a_law_for_its_notice() {
    for template in shipped() {
        let source = template.notice.as_ref().and_then(|notice| notice.source.as_ref());
        assert_eq!(source.is_some(), template.id == "owners-assembly", "{}", template.id);
    }
    let locked: Vec<&str> = shipped().iter().filter(|one| one.agenda_locks).map(|one| one.id.as_str()).collect();
    assert_eq!(locked, ["owners-assembly", "owners-assembly-special", "four-steps"]);
    // The steps of 四议两公开 have rules of their own to be voted by.
    let proposals = find("four-steps").unwrap().items.iter().filter(|item| item.kind == ItemKind::Proposal).count();
    assert_eq!(proposals, rule::shipped().iter().filter(|rule| rule.id.starts_with("four-steps-")).count());
}

fn instead(from: &str, to: &str) -> Result<Template, TemplateError> {
    let text = shipped::texts()[0];
    assert!(text.contains(from), "{from}");
    Template::from_toml(&text.replacen(from, to, 1))
}

#[test]
fn a_file_that_is_no_template_says_what_is_wrong_with_it() {
    assert!(matches!(instead("talk-minutes", "talk-hours"), Err(TemplateError::Unreadable { .. })));
    assert_eq!(instead("\"small-table\"", "\"Small Table\""), Err(TemplateError::BadId { id: "Small Table".into() }));
    assert_eq!(instead("talk-turns = 2", "talk-turns = 0"), Err(TemplateError::BadNumber { minutes: 0 }));
    assert_eq!(instead("minutes = 20", "minutes = 601"), Err(TemplateError::BadNumber { minutes: 601 }));
    let silent = instead("zh = \"上次议定事项\", en = \"Last decisions\"", "zh = \"上次\", en = \" \"");
    assert_eq!(silent, Err(TemplateError::NoTitle));
    let (head, _) = shipped::texts()[0].split_once("[[party]]").unwrap();
    assert!(matches!(Template::from_toml(head), Err(TemplateError::Unreadable { .. })));
    assert_eq!(Template::from_toml(&format!("item = []\n{head}")), Err(TemplateError::NoItem));
}

#[test]
fn a_meeting_becomes_a_template_that_plans_the_same_for_another_community() {
    let template = find("owners-assembly").unwrap();
    let plan = template.plan(&zh, "水产宿舍", At(9));
    assert_eq!((plan.title.as_str(), plan.agenda_locks), ("水产宿舍业主大会会议", true));
    let mut meeting = Meeting::new(plan.clone());
    for command in template.agenda(&zh) {
        let Command::AddItem { title, kind, minutes, .. } = command else { unreachable!("an agenda adds items") };
        let budget_ms = i64::from(minutes) * MINUTE_MS;
        meeting.items.push(crate::agenda::Item { title, kind, budget_ms, ..crate::agenda::Item::default() });
    }
    let own = Template::of_meeting("own-1", " 我们的大会 ", "水产宿舍", &meeting);
    assert_eq!((own.title.zh.as_str(), own.meeting.zh.as_str()), ("我们的大会", "{community}业主大会会议"));
    let again = own.plan(&en, "丰泽苑", At(9));
    assert_eq!(again, Plan { title: "丰泽苑业主大会会议".into(), template: "own-1".into(), ..plan });
    assert_eq!(own.agenda(&en), template.agenda(&zh), "one language serves for both");
}

#[test]
fn a_notice_is_short_by_the_days_that_are_missing_and_never_when_it_is_in_time() {
    let period = NoticePeriod { days: 15, source: None };
    let held = Day::parse("2026-07-18").unwrap();
    for (given, short) in [
        ("2026-07-03", None),
        ("2026-06-01", None),
        ("2026-07-04", Some(1)),
        ("2026-07-12", Some(9)),
        ("2026-07-18", Some(15)),
        // Given after the day it speaks of.
        ("2026-07-20", Some(17)),
    ] {
        assert_eq!(period.short_by(Day::parse(given).unwrap(), held), short, "{given}");
    }
}
