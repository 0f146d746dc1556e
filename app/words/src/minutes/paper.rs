//! The minutes as a paper: the sentences, the votes and the duties as tables, places to sign, the head of the file.

use deliberation::Facts;
use deliberation::agenda::ItemKind;
use deliberation::ids::{ItemNo, MeetingNo};

use super::{Minutes, draft, tables};
use crate::document::{Block, Document};
use crate::locale::{Lang, t, tf};
use crate::names::Names;

/// The head of the file as a paper shows it, taken after the file was closed, reopened and verified.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperHead {
    /// "00000129 1234 5678 …": for eyes.
    pub digits: String,
    /// `fangzhuo:FILEID:COUNT:HASH`: for a camera; may be empty.
    pub code: String,
}

impl PaperHead {
    /// Puts it on a paper: the digits at the foot of every page, the code at the end.
    pub(crate) fn print(&self, lang: Lang, paper: &mut Document) {
        paper.footer = Some(tf(lang, "minutes-head", &[("digits", &self.digits)]));
        if !self.code.is_empty() {
            let lines = vec![t(lang, "minutes-code"), self.digits.clone()];
            paper.blocks.push(Block::Code { payload: self.code.clone(), lines });
        }
    }
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
    for table in tables::all(lang, facts, names, number) {
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
        head.print(lang, paper);
    }
}
