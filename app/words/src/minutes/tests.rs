use deliberation::Command;
use deliberation::ids::EventSeq;
use deliberation::text::Words;

use super::*;
use crate::story::Story;
use crate::story::{door, person};

fn minutes(story: &Story, lang: Lang) -> Minutes {
    draft(lang, &story.state.facts, &story.names, MeetingNo(1)).unwrap()
}

fn texts(section: &Section) -> Vec<&str> {
    section.sentences.iter().map(|sentence| sentence.text.as_str()).collect()
}

#[test]
fn the_minutes_of_an_evening() {
    let story = Story::told();
    let minutes = minutes(&story, Lang::ZhCn);
    assert_eq!(minutes.title, "水产宿舍第14次小方桌会议纪要");
    let meta: Vec<String> = minutes.meta.iter().map(|line| format!("{}:{}", line.label, line.text)).collect();
    assert_eq!(
        meta,
        [
            "时间:2026年7月18日19:00至20:05",
            "地点:社区活动室",
            "主持:何静",
            "记录:郭小满",
            "计票:史娥凤、马卫",
            "出席:业主应到6人，实到6人（419.68平方米）",
            "列席:宏清环卫 丁师傅",
        ]
    );
    let headings: Vec<&str> = minutes.sections.iter().map(|section| section.heading.as_str()).collect();
    assert_eq!(
        headings,
        ["一、上次议定事项", "二、化粪池清掏选哪家", "三、清掏费怎么分摊", "四、楼道灯改声控", "五、其他事项"]
    );
    assert_eq!(texts(&minutes.sections[0]), ["上次议定3件，都已办完。"]);
    assert_eq!(
        texts(&minutes.sections[1]),
        [
            "三家报价：顺达疏通1,800.00元，宏清环卫1,650.00元，利民管道1,720.00元。",
            "会议选用报价最低的宏清环卫，1,650.00元。",
        ]
    );
    assert_eq!(
        texts(&minutes.sections[2]),
        [
            "程序“费用分摊”计算：3户各235.72元，4户各235.71元。",
            "周凤军提出动议，史娥凤附议：化粪池清掏费1,650元，由7户按户平均分摊。",
            "周凤军赞成：每户都在用，按户最简单。",
            "马卫反对：一个人住，用得少，应当按人口分。",
            "史娥凤询问：租户是否分摊？",
            "19:26，刘华燕（1-1-102）到会，参加以后各项。",
            "点名表决：应到6人，实到6人。规则：赞成的人比反对的多就算通过，一样多不算。赞成4人（298.58平方米）、\
             反对1人（64.72平方米）、弃权1人（56.38平方米）。赞成人数占赞成和反对合计4/5，应超过1/2。赞成过半（弃权不计），\
             通过。按应出的钱算：赞成的户1,178.58元、反对的户235.71元、弃权的户235.71元，合计1,650.00元。\
             本项为协商意见，不具业主大会效力。",
            "按户上门收款，责任人周凤军，7月25日前完成。",
        ]
    );
    assert_eq!(texts(&minutes.sections[3]), ["本项搁置。"]);
    assert_eq!(texts(&minutes.sections[4]), ["散会前无其他意见。"]);
    assert_eq!(minutes.sections[4].sentences[0].source, Source::Own);
    assert_eq!(minutes.attachments, ["签到表", "点名表决登记表", "分摊清册"]);
    assert_eq!(minutes.signatures, ["主持人签字", "记录人签字", "计票人签字", "居民代表签字"]);
    assert_eq!(minutes.unreached, None);
}

#[test]
fn the_minutes_are_complete_in_english() {
    let story = Story::told();
    let minutes = minutes(&story, Lang::En);
    assert_eq!(minutes.meta[0].text, "18 July 2026, 19:00 to 20:05");
    assert_eq!(
        texts(&minutes.sections[1])[0],
        "3 quotes: 顺达疏通 1,800.00 yuan, 宏清环卫 1,650.00 yuan, 利民管道 1,720.00 yuan."
    );
    let vote = texts(&minutes.sections[2])[6].to_owned();
    assert_eq!(
        vote,
        "Roll-call vote: 6 people due, 6 people present. Rule: Passed if more people say yes than no; a tie is not enough. \
         Yes 4 people (298.58 ㎡), no 1 person (64.72 ㎡), abstain 1 person (56.38 ㎡). Yes by heads, of those saying yes \
         or no: 4/5, more than 1/2 needed. More than half in favour (abstentions not counted): Passed. By what they \
         would pay: yes 1,178.58 yuan, no 235.71 yuan, abstain 235.71 yuan, together 1,650.00 yuan. Kind of decision: a \
         deliberation, without the force of an owners' assembly."
    );
    assert_eq!(texts(&minutes.sections[2])[7], "按户上门收款; responsible: 周凤军, by 25 July.");
}

#[test]
fn an_edit_replaces_a_sentence_and_keeps_the_draft_until_it_is_restored() {
    let mut story = Story::told();
    let chosen = minutes(&story, Lang::ZhCn).sections[1].sentences[1].clone();
    let meeting = MeetingNo(1);
    let words = Words::typed("与会人员举手同意选用宏清环卫，1,650.00 元");
    story.does(Command::EditSentence { meeting, sentence: chosen.seq, words });
    let edited = minutes(&story, Lang::ZhCn).sections[1].sentences[1].clone();
    assert_eq!(edited.text, "与会人员举手同意选用宏清环卫，1,650.00元。");
    assert_eq!((edited.seq, edited.source), (chosen.seq, Source::Event));
    assert_eq!(edited.edited_from, Some(chosen.text.clone()));
    let counts = sentence_counts(story.state.facts.meeting(meeting).unwrap());
    assert_eq!((counts.drafted, counts.edited, counts.own), (11, 1, 1));
    story.does(Command::RestoreSentence { meeting, sentence: chosen.seq });
    assert_eq!(minutes(&story, Lang::ZhCn).sections[1].sentences[1], chosen);
}

#[test]
fn later_sentences_say_absence_leaving_silence_and_amendment() {
    let mut story = Story::begun();
    story.does(Command::StartItem { item: ItemNo(3) });
    story.does(Command::MoveMotion {
        text: "按户平均分摊".into(),
        mover: door("1-2-102"),
        seconder: None,
        sheet: None,
    });
    story.does(Command::AmendMotion { motion: deliberation::ids::MotionNo(1), text: "按面积分摊".into() });
    story.does(Command::StartTurn {
        who: Some(door("1-3-301")),
        side: Some(deliberation::speakers::Side::No),
        since: None,
    });
    story.does(Command::SignOut { who: person(10) });
    story.does(Command::ConcludeItem { item: None, conclusion: "下次再议".into() });
    let open = minutes(&story, Lang::ZhCn);
    let said = texts(&open.sections[0]);
    assert_eq!(said[..3], ["周凤军提出动议：按户平均分摊。", "动议改为：按面积分摊。", "马卫发言，表示反对。"]);
    assert!(said[3].ends_with("，丁师傅（宏清环卫）离会。"), "{}", said[3]);
    assert_eq!(said[4], "议定：下次再议。");
    let absent = open.meta.iter().find(|line| line.label == "请假或缺席").unwrap();
    assert_eq!(absent.text, "1-1-102");
    story.does(Command::CloseMeeting);
    assert_eq!(
        minutes(&story, Lang::ZhCn).unreached.unwrap(),
        "未议事项：上次议定事项、化粪池清掏选哪家、楼道灯改声控。"
    );
}

#[test]
fn erased_names_and_texts_say_so_and_leave_no_hole() {
    let mut story = Story::told();
    story.names = crate::names::NameBook::default();
    for lang in Lang::ALL {
        for section in minutes(&story, lang).sections {
            for sentence in section.sentences {
                assert!(sentence.text.chars().count() > 4, "{}", sentence.text);
            }
        }
    }
    let spoken = minutes(&story, Lang::ZhCn).sections[2].sentences[2].text.clone();
    assert_eq!(spoken, "（已删除）赞成：（已删除）。");
}

#[test]
fn the_document_has_the_tables_the_signatures_and_the_head() {
    use crate::document::Block;
    let story = Story::told();
    let head = PaperHead { digits: "00000129 1234".into(), code: "fangzhuo:ab:129:cd".into() };
    let facts = &story.state.facts;
    let paper = minutes_document(Lang::ZhCn, facts, &story.names, MeetingNo(1), Some(&head)).unwrap();
    let tables: Vec<_> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    assert_eq!(tables[0].rows[0][0], "化粪池清掏费1,650元，由7户按户平均分摊");
    assert_eq!(tables[0].rows[0][1..], ["6", "6", "4", "1", "1", "通过"]);
    assert_eq!(tables[1].rows, [["按户上门收款", "周凤军", "7月25日"]]);
    assert_eq!(paper.footer.as_deref(), Some("文件核对码 00000129 1234"));
    assert!(paper.blocks.contains(&Block::Note("本稿尚未定稿，以定稿为准。".into())));
    assert!(matches!(paper.blocks.last(), Some(Block::Code { payload, .. }) if payload == &head.code));
    assert!(minutes_document(Lang::ZhCn, facts, &story.names, MeetingNo(2), None).is_none());
}

#[test]
fn a_heading_never_stands_alone_on_paper_and_decided_is_said_once() {
    let mut story = Story::begun();
    story.does(Command::StartItem { item: ItemNo(2) });
    story.does(Command::ConcludeItem { item: None, conclusion: "议定：下周再看".into() });
    story.does(Command::StartItem { item: ItemNo(3) });
    story.does(Command::CloseMeeting);
    let drafted = minutes(&story, Lang::ZhCn);
    assert_eq!(texts(&drafted.sections[0]), ["议定：下周再看。"]);
    assert_eq!((drafted.sections[1].heading.as_str(), drafted.sections[1].sentences.len()), ("二、清掏费怎么分摊", 0));
    let paper = minutes_document(Lang::ZhCn, &story.state.facts, &story.names, MeetingNo(1), None).unwrap();
    let noted = crate::document::Block::Paragraph { label: None, text: "本项没有记录。".into() };
    assert!(paper.blocks.contains(&noted));
}

#[test]
fn titles_take_the_number_where_people_put_it() {
    let titled = |title: &str, ordinal, lang| {
        let mut story = Story::told();
        let meeting = std::sync::Arc::make_mut(&mut story.state.facts.meetings[0]);
        (meeting.plan.title, meeting.plan.ordinal) = (title.to_owned(), ordinal);
        minutes_title(lang, meeting)
    };
    assert_eq!(titled("万都小区居民议事会", Some(3), Lang::ZhCn), "万都小区第3次居民议事会纪要");
    assert_eq!(titled("电梯维修碰头会", Some(3), Lang::ZhCn), "电梯维修碰头会（第3次）纪要");
    assert_eq!(titled("电梯维修碰头会", None, Lang::ZhCn), "电梯维修碰头会纪要");
    assert_eq!(titled("Square table", Some(3), Lang::En), "Minutes of Square table, no. 3");
}

proptest::proptest! {
    /// Whatever people type, no sentence shows a placeholder or a key, and each is ended once.
    #[test]
    fn no_sentence_shows_its_bones(typed in "[一-三a-c0-9 ，。“”{}$-]{1,20}", edit in "[一-三 。？]{0,8}") {
        let mut story = Story::begun();
        story.does(Command::StartItem { item: ItemNo(2) });
        let title = format!("甲{}", typed.replace(['{', '}', '$'], ""));
        story.does(Command::NoteQuote { supplier: title.clone(), amount: amounts::Fen(100) });
        story.does(Command::ChooseQuote { quote: deliberation::ids::QuoteNo(1) });
        let mover = door("1-2-102");
        story.does(Command::MoveMotion { text: title.clone(), mover, seconder: None, sheet: None });
        let note = story.does(Command::AddNote { meeting: None, item: None, words: Words::typed(title.clone()) });
        story.does(Command::EditSentence {
            meeting: MeetingNo(1),
            sentence: EventSeq(note.0 - 1),
            words: Words::typed(format!("改{edit}")),
        });
        story.does(Command::ConcludeItem { item: None, conclusion: title });
        for lang in Lang::ALL {
            for section in minutes(&story, lang).sections {
                for sentence in section.sentences {
                    let text = sentence.text;
                    proptest::prop_assert!(!text.contains(['{', '}', '$']), "{}", text);
                    proptest::prop_assert!(!text.contains("minutes-") && !text.contains("figure-"), "{}", text);
                    proptest::prop_assert!(text.ends_with(['。', '.', '？', '”']), "{}", text);
                    proptest::prop_assert!(!text.ends_with("。。") || edit.contains("。。") || typed.contains("。"), "{}", text);
                }
            }
        }
    }
}
