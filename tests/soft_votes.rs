//! Soft votes by the program itself: a story with every kind is played, verified and put on paper, which says each time
//! that nothing was decided by it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, fangzhuo, root, text};

fn played(folder: &Folder) -> String {
    let file = folder.at("soft.fz");
    fangzhuo(["play", &text(&root().join("tests/stories/soft-votes.jsonl")), "--file", &file]).done();
    file
}

#[test]
fn a_story_with_every_kind_of_soft_vote_is_played_and_its_file_is_whole() {
    let folder = Folder::new();
    let file = played(&folder);
    assert!(fangzhuo(["verify", &file]).done().contains("state: good"));
    let commands = fangzhuo(["play", "--commands"]).done();
    for name in ["open-poll", "count-poll", "raise-objection", "settle-objection", "close-poll", "open-runoff"] {
        assert_eq!(commands.lines().filter(|line| *line == name).count(), 1, "{name}");
    }
}

#[test]
fn the_minutes_tell_each_soft_vote_and_that_it_decides_nothing() {
    let folder = Folder::new();
    let file = played(&folder);
    for (lang, not_binding, wanted) in [
        (
            "zh-CN",
            "不作为决定，只供参考",
            [
                "意向测评：就“今年要不要凑钱办几件事？”",
                "装路灯12，修车棚8，清管道6，添座椅6，补绿化3。选出：装路灯、修车棚；清管道、添座椅一样多，从中再选1项",
                "贴点决选：就“先办哪三件？”",
                "多选赞成：就“哪天施工都行？”",
                "周凤军提出异议：夜里一响就亮，影响睡觉；已采纳：一楼两盏改装感光的",
                "没有保留的异议",
            ],
        ),
        (
            "en",
            "not a decision, for information only",
            [
                "Sense check on \"今年要不要凑钱办几件事？\"",
                "Chosen: 装路灯, 修车棚; 清管道, 添座椅 are level, 1 of them still to come out",
                "Run-off of the dot poll on \"先办哪三件？\"",
                "Approval poll on \"哪天施工都行？\"",
                "周凤军 objected: 夜里一响就亮，影响睡觉; taken in: 一楼两盏改装感光的",
                "No objection stands",
            ],
        ),
    ] {
        let to = folder.at(lang);
        fangzhuo(["export", &file, "--meeting", "1", "--to", &to, "--format", "md", "--lang", lang]).done();
        let minutes = std::fs::read_to_string(folder.path(lang).join("minutes.md")).unwrap();
        // Five polls; the vote that follows has words of its own.
        assert_eq!(minutes.matches(not_binding).count(), 5, "{minutes}");
        for sentence in wanted {
            assert!(minutes.contains(sentence), "{sentence} in {minutes}");
        }
    }
}
