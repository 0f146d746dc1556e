//! The minutes as a paper: the sentences, the votes and the duties as tables, places to sign, the head of the file.

use deliberation::Facts;
use deliberation::agenda::ItemKind;
use deliberation::ballot::Choice;
use deliberation::ids::{ItemNo, MeetingNo, VoteNo};
use deliberation::rule::Measure;

use super::{Minutes, draft, open_ended};
use crate::document::{Block, Column, Document, Table};
use crate::figure::{close_up, verdict_word_paper};
use crate::figures::vote::{Part, count};
use crate::locale::{Lang, t, tf};
use crate::moment::paper_day;
use crate::names::{Names, person_name};

/// The head of the file as a paper shows it, taken after the file was closed, reopened and verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperHead {
    /// "00000129 1234 5678 …": for eyes.
    pub digits: String,
    /// `fangzhuo:FILEID:COUNT:HASH`: for a camera; may be empty.
    pub code: String,
}

impl From<String> for PaperHead {
    fn from(digits: String) -> PaperHead {
        PaperHead { digits, code: String::new() }
    }
}

/// The minutes as a document for `papers`; `None` for a meeting that is not there.
pub fn minutes_document(
    lang: Lang,
    facts: &Facts,
    names: &dyn Names,
    number: MeetingNo,
    head: Option<&PaperHead>,
) -> Option<Document> {
    let minutes = draft(lang, facts, names, number)?;
    let mut paper = Document::new(lang, minutes.title.clone());
    paper.meta.clone_from(&minutes.meta);
    for section in &minutes.sections {
        paper.heading(1, &*section.heading);
        for sentence in &section.sentences {
            paper.paragraph(&*sentence.text);
        }
        if section.sentences.is_empty() {
            paper.paragraph(nothing_noted(lang, facts, number, section.item));
        }
    }
    if let Some(unreached) = &minutes.unreached {
        paper.paragraph(&**unreached);
    }
    if let Some(table) = votes(lang, facts, number) {
        paper.table(table);
    }
    if let Some(table) = duties(lang, facts, names, number) {
        paper.table(table);
    }
    close(lang, &mut paper, minutes, head);
    Some(paper)
}

/// A heading never stands alone: the read-back says what was done, any other item that nothing was noted.
fn nothing_noted(lang: Lang, facts: &Facts, number: MeetingNo, item: Option<ItemNo>) -> String {
    let kind = item.and_then(|item| facts.meeting(number)?.item(item)).map(|item| item.kind);
    if kind == Some(ItemKind::ReadBack) { t(lang, "minutes-read-back") } else { t(lang, "minutes-nothing-noted") }
}

fn close(lang: Lang, paper: &mut Document, minutes: Minutes, head: Option<&PaperHead>) {
    if !minutes.attachments.is_empty() {
        paper.labelled(t(lang, "minutes-attached"), minutes.attachments.join(&t(lang, "list-comma")));
    }
    if !minutes.finalised {
        paper.blocks.push(Block::Note(t(lang, "minutes-not-final")));
    }
    paper.blocks.push(Block::Space);
    paper.blocks.push(Block::SignatureLine { labels: minutes.signatures });
    if let Some(head) = head {
        paper.footer = Some(tf(lang, "minutes-head", &[("digits", &head.digits)]));
        if !head.code.is_empty() {
            let lines = vec![t(lang, "minutes-code"), head.digits.clone()];
            paper.blocks.push(Block::Code { payload: head.code.clone(), lines });
        }
    }
}

/// The votes of the meeting, one a row; void ballots have a column where there are any.
fn votes(lang: Lang, facts: &Facts, number: MeetingNo) -> Option<Table> {
    let held: Vec<(VoteNo, &deliberation::vote::Vote)> = facts
        .votes
        .iter()
        .enumerate()
        .filter(|(_, vote)| vote.meeting == number && vote.closed.is_some())
        .map(|(index, vote)| (VoteNo::at(index), vote.as_ref()))
        .collect();
    if held.is_empty() {
        return None;
    }
    let void = held.iter().any(|(_, vote)| vote.tally.void.heads > 0);
    let mut parts = vec![
        (t(lang, "minutes-table-due"), Part::All),
        (t(lang, "minutes-table-present"), Part::Present),
        (t(lang, "minutes-table-yes"), Part::Side(Choice::Yes)),
        (t(lang, "minutes-table-no"), Part::Side(Choice::No)),
        (t(lang, "minutes-table-abstain"), Part::Side(Choice::Abstain)),
    ];
    if void {
        parts.push((t(lang, "minutes-table-void"), Part::Side(Choice::Void)));
    }
    let mut columns = vec![Column::words(t(lang, "minutes-table-question"), 8)];
    columns.extend(parts.iter().map(|(heading, _)| Column::figures(heading.clone(), 2)));
    columns.push(Column::marks(t(lang, "minutes-table-result"), 3));
    let rows = held
        .iter()
        .map(|(number, vote)| {
            let mut row = vec![close_up(lang, open_ended(&vote.question))];
            row.extend(parts.iter().map(|(_, part)| count(lang, *number, vote, *part, Measure::Heads).number));
            row.push(verdict_word_paper(lang, vote.verdict().outcome));
            row
        })
        .collect();
    Some(Table { caption: Some(t(lang, "minutes-table-votes")), columns, rows, total: None })
}

/// What was taken on in the meeting: 事项, 责任人, 期限.
fn duties(lang: Lang, facts: &Facts, names: &dyn Names, number: MeetingNo) -> Option<Table> {
    let rows: Vec<Vec<String>> = facts
        .matters
        .iter()
        .filter(|matter| matter.from.is_some_and(|from| from.meeting == number))
        .map(|matter| {
            vec![
                close_up(lang, open_ended(&matter.text)),
                person_name(lang, names, matter.responsible),
                matter.due.map_or_else(|| t(lang, "minutes-table-no-due"), |due| paper_day(lang, due)),
            ]
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words(t(lang, "minutes-table-duty"), 8),
        Column::words(t(lang, "minutes-table-responsible"), 3),
        Column::words(t(lang, "minutes-table-by"), 3),
    ];
    Some(Table { caption: Some(t(lang, "minutes-table-duties")), columns, rows, total: None })
}
