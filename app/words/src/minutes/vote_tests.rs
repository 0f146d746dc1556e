//! Each way of voting as the minutes tell it, and the notice of each vote of the owners, against the approved texts in
//! `votes.txt`; `UPDATE_GOLDEN=1` writes that file anew, to be read before it is committed.

use deliberation::ids::{MeetingNo, VoteNo};
use deliberation::meeting::EntryKind;

use super::draft;
use crate::document::{Block, Document};
use crate::locale::Lang;
use crate::notice;
use crate::story::{Story, votes};

const GOLDEN: &str = include_str!("votes.txt");

/// The sentences about the vote, recusals and reopenings.
fn told(story: &Story, lang: Lang) -> Vec<String> {
    let meeting = story.state.facts.meeting(MeetingNo(1)).unwrap();
    let about_the_vote = |seq| {
        meeting.record.iter().any(|entry| {
            entry.seq == seq && !matches!(entry.kind, EntryKind::Moved(..) | EntryKind::Arrived(_) | EntryKind::Left(_))
        })
    };
    let minutes = draft(lang, &story.state.facts, &story.names, MeetingNo(1)).unwrap();
    let sentences = minutes.sections.into_iter().flat_map(|section| section.sentences);
    sentences.filter(|sentence| about_the_vote(sentence.seq)).map(|sentence| sentence.text).collect()
}

fn plain(paper: &Document) -> Vec<String> {
    let mut lines = vec![paper.title.clone()];
    for block in &paper.blocks {
        match block {
            Block::Paragraph { label: Some(label), text } => lines.push(format!("{label}｜{text}")),
            Block::Paragraph { label: None, text } => lines.push(text.clone()),
            Block::Table(table) => lines.extend(table.rows.iter().map(|row| row.join("｜"))),
            Block::SignatureLine { labels } => lines.push(labels.join("｜")),
            _ => {}
        }
    }
    lines
}

#[test]
fn every_way_of_voting_is_told_as_approved() {
    let mut said = String::new();
    for (name, story) in votes::all() {
        for lang in Lang::ALL {
            said.push_str(&["# ", name, " (", lang.tag(), ")\n"].concat());
            for sentence in told(&story, lang) {
                said.push_str(&sentence);
                said.push('\n');
            }
            let notice = notice::of(lang, &story.state.facts, &story.names, VoteNo(1), None);
            for line in notice.iter().flat_map(plain) {
                said.push_str("| ");
                said.push_str(&line);
                said.push('\n');
            }
            said.push('\n');
        }
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/minutes/votes.txt");
        std::fs::write(path, &said).unwrap();
    } else {
        assert_eq!(said, GOLDEN);
    }
}

#[test]
fn only_closed_votes_of_the_owners_are_posted() {
    for (name, story) in votes::all() {
        let posted = notice::posted(&story.state.facts, MeetingNo(1));
        let owners = ["278", "election", "undecidable"].iter().any(|word| name.contains(word));
        assert_eq!(posted, if owners { vec![VoteNo(1)] } else { Vec::new() }, "{name}");
    }
    let mut open = Story::moved("换门禁");
    open.opens(votes::Opening::of(votes::ORDINARY, deliberation::ballot::Method::RollCall));
    assert!(notice::posted(&open.state.facts, MeetingNo(1)).is_empty());
    assert!(notice::of(Lang::ZhCn, &open.state.facts, &open.names, VoteNo(1), None).is_none());
}

#[test]
fn a_notice_names_no_owner_and_makes_up_no_date() {
    let story = votes::on_paper();
    let paper = notice::of(Lang::ZhCn, &story.state.facts, &story.names, VoteNo(1), None).unwrap();
    let text = plain(&paper).join("\n");
    for owner in ["姜立凤", "毛素", "周凤军", "刘华燕"] {
        assert!(!text.contains(owner), "{owner} stands on the notice: {text}");
    }
    assert!(text.contains("公示期：＿＿＿＿年＿＿月＿＿日至＿＿＿＿年＿＿月＿＿日"), "{text}");
    // The day of the vote is the only one it names.
    assert_eq!(text.matches("2026年").count(), 1, "{text}");
}

#[test]
fn the_minutes_show_an_election_in_a_table_of_its_own() {
    let story = votes::election(false);
    let paper = super::minutes_document(Lang::ZhCn, &story.state.facts, &story.names, MeetingNo(1), None).unwrap();
    let tables: Vec<_> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    assert_eq!(tables.len(), 1, "yes and no of an election are no sides of a vote");
    assert_eq!(tables[0].rows[0], ["史娥凤", "5", "0", "1", "当选"]);
    assert_eq!(tables[0].rows.len(), 3);
}
