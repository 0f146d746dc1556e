use deliberation::Command;
use deliberation::meeting::{Plan, TableParty};
use deliberation::people::Capacity;
use deliberation::template;

use super::*;
use crate::rule_words::pick;
use crate::story::Story;

/// A meeting of a template, planned for a Saturday evening and announced at a moment.
fn called(id: &str, lang: Lang, given: &str) -> Story {
    let mut story = Story::new();
    story.at(given).does(Command::CreateFile {
        title: "水产宿舍".into(),
        zone: "Asia/Shanghai".into(),
        lang: "zh-CN".into(),
    });
    let template = template::find(id).unwrap();
    let take = |text: &deliberation::rule::Bilingual| pick(lang, text).to_owned();
    let start = At::parse("2026-07-18T19:00:00+08:00").unwrap();
    let plan = Plan { place: "社区活动室".into(), ..template.plan(&take, "水产宿舍", start) };
    story.does(Command::PlanMeeting { plan });
    for command in template.agenda(&take) {
        story.does(command);
    }
    story.does(Command::GiveNotice);
    story
}

#[test]
fn a_notice_nine_days_late_is_warned_of_with_its_source_and_one_in_time_is_not() {
    let zone = Zone::named("Asia/Shanghai");
    let warned = |id: &str, lang, given: &str| {
        let story = called(id, lang, given);
        let meeting = story.state.facts.meetings[0].clone();
        short_notice(lang, &zone, &meeting, meeting.noticed.unwrap())
    };
    assert_eq!(
        warned("owners-assembly", Lang::ZhCn, "2026-07-12T09:00:00+08:00").as_deref(),
        Some(
            "通知晚了 9 天，本该会前 15 天通知，见《物业管理条例》第14条，文本日期 2018-03-19。会照样可以开，先问清能不能这样开"
        )
    );
    // Late in the evening of the third of July is still the third.
    assert_eq!(warned("owners-assembly", Lang::ZhCn, "2026-07-03T22:00:00+08:00"), None);
    assert!(warned("owners-assembly", Lang::ZhCn, "2026-07-04T00:01:00+08:00").is_some());
    assert_eq!(warned("owners-assembly-special", Lang::ZhCn, "2026-07-11T20:00:00+08:00"), None);
    let own = warned("owners-assembly-special", Lang::En, "2026-07-12T20:00:00+08:00").unwrap();
    assert!(own.contains("days missing: 1") && !own.contains("article"), "{own}");
    assert_eq!(warned("small-table", Lang::ZhCn, "2026-07-18T18:00:00+08:00"), None, "nothing says how early");
}

#[test]
fn the_notice_names_time_place_every_item_and_that_what_comes_later_is_not_voted_on() {
    let mut story = called("owners-assembly", Lang::ZhCn, "2026-06-30T09:00:00+08:00");
    let head = PaperHead { digits: "00000129 1234".into(), code: "fangzhuo:A:129:B".into() };
    let text = |story: &Story, lang| {
        let paper = meeting_notice(lang, &story.state.facts, MeetingNo(1), Some(&head)).unwrap();
        format!("{paper:?}")
    };
    let zh = text(&story, Lang::ZhCn);
    for said in [
        "关于召开水产宿舍业主大会会议的通知",
        "2026年7月18日",
        "社区活动室",
        "业主共同决定事项",
        "30分",
        "只议不决",
        "第14条",
        "2026年6月30日",
        "fangzhuo:A:129:B",
    ] {
        assert!(zh.contains(said), "{said}: {zh}");
    }
    // What was added since may not be voted on, and the paper says so until the notice is given again.
    let late = Command::AddItem { title: "换物业".into(), kind: ItemKind::Proposal, minutes: 20, before: None };
    story.does(late);
    let row = |story: &Story| {
        let paper = meeting_notice(Lang::ZhCn, &story.state.facts, MeetingNo(1), None).unwrap();
        let mut tables = paper.blocks.iter().rev().filter_map(|block| match block {
            Block::Table(table) => table.rows.last().cloned(),
            _ => None,
        });
        tables.next().unwrap().join("|")
    };
    assert_eq!(row(&story), "6|换物业|只议不决|20分");
    story.does(Command::GiveNotice);
    assert!(row(&story).starts_with("6|换物业|讨论、表决"), "{}", row(&story));
    assert!(meeting_notice(Lang::ZhCn, &story.state.facts, MeetingNo(2), None).is_none());
}

#[test]
fn whoever_belongs_at_the_table_and_is_not_in_the_hall_is_named() {
    let mut story = Story::begun();
    let facts = &story.state.facts;
    assert_eq!(missing_text(Lang::ZhCn, facts, &facts.meetings[0]), None, "nobody was asked for");
    story = Story::begun();
    let mut meeting = story.state.facts.meetings[0].as_ref().clone();
    let party = |name: &str, capacity| TableParty { name: name.into(), capacity };
    meeting.plan.parties = vec![
        party("居民", Some(Capacity::Owner)),
        party("社区", Some(Capacity::Community)),
        party("物业", Some(Capacity::Property)),
        // The company that is there, by a part of its name; and one that is not.
        party("宏清", None),
        party("街道", None),
    ];
    let said = missing_text(Lang::ZhCn, &story.state.facts, &meeting);
    assert_eq!(said.as_deref(), Some("桌边还缺：物业、街道"));
}

#[test]
fn every_problem_of_a_template_has_its_words() {
    let problems = [
        TemplateError::Unreadable { detail: "line 3".into() },
        TemplateError::BadId { id: "A b".into() },
        TemplateError::NoTitle,
        TemplateError::NoItem,
        TemplateError::BadNumber { minutes: 601 },
    ];
    for lang in Lang::ALL {
        let said: std::collections::BTreeSet<String> = problems.iter().map(|one| template_problem(lang, one)).collect();
        assert_eq!(said.len(), problems.len());
        assert!(said.iter().all(|text| !text.contains("template-problem")), "{said:?}");
    }
}
