//! The floor by the program itself: a story with calls, points of order, a forgotten start and a sleep is played, verified
//! and put on paper, which tells of the talk rule and of the time granted and never of a prompt.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, fangzhuo, root, text};

#[test]
fn a_story_of_the_floor_is_played_its_file_is_whole_and_its_minutes_name_no_prompt() {
    let folder = Folder::new();
    let file = folder.at("floor.fz");
    fangzhuo(["play", &text(&root().join("tests/stories/floor.jsonl")), "--file", &file]).done();
    assert!(fangzhuo(["verify", &file]).done().contains("state: good"));
    fangzhuo(["replay", &file]).done();
    let commands = fangzhuo(["play", "--commands"]).done();
    for name in ["call-speaker", "start-turn", "pause-turn", "set-talk-rule", "give-prompt"] {
        assert_eq!(commands.lines().filter(|line| *line == name).count(), 1, "{name}");
    }
    for (lang, wanted, unsaid) in [
        (
            "zh-CN",
            [
                "提出秩序问题",
                "提出询问",
                "发言，表示赞成（主持人准予加时30秒）",
                "本项发言规则改为：每人1分钟，每项1次",
            ],
            "就事论事",
        ),
        (
            "en",
            [
                "raised a point of order",
                "asked a question",
                "spoke in favour (the chair granted 30 seconds more)",
                "Talk rule of this item changed to 1 minute each, 1 turn an item",
            ],
            "Keep to the matter",
        ),
    ] {
        let to = folder.at(lang);
        fangzhuo(["export", &file, "--meeting", "1", "--to", &to, "--format", "md", "--lang", lang]).done();
        let minutes = std::fs::read_to_string(folder.path(lang).join("minutes.md")).unwrap();
        for sentence in wanted {
            assert!(minutes.contains(sentence), "{sentence} in {minutes}");
        }
        assert!(!minutes.contains(unsaid), "{minutes}");
    }
}
