//! The minutes drafted from the record, sentence by sentence, in formal words.
//!
//! Every sentence is keyed by the event it comes from; the recorder's edits replace sentences, notes of their own stand
//! where they were made. Nothing is stored here: the same record always gives the same draft.
//!
//! [`lines`] what belongs into one sentence · [`sentences`] the sentences, [`soft`] those of polls · [`front`] title, attendance, signatures ·
//! [`paper`] the whole as a document.

mod election;
mod front;
mod lines;
mod paper;
mod payers;
mod sentences;
mod soft;
mod tables;
mod vote;

use deliberation::agenda::ItemState;
use deliberation::ids::{EventSeq, ItemNo, MeetingNo};
use deliberation::meeting::{EntryKind, Meeting};
use deliberation::{At, Facts};

use self::lines::Line;
use crate::document::MetaLine;
use crate::figure::close_up;
use crate::locale::{Lang, t, tf};
use crate::names::{Names, text_or_erased};
use crate::numeral::hanzi;

pub use front::minutes_title;
pub(crate) use front::paper_span;
pub use lines::{SentenceCounts, place_of, sentence_counts};
pub use paper::{PaperHead, minutes_document};
pub(crate) use payers::fund_sentence;
pub(crate) use tables::candidates;
pub use vote::slip_text;
pub(crate) use vote::{conflicts_text, counting, people, side_text, unreturned_text};

/// The minutes of one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minutes {
    /// "水产宿舍第14次小方桌会议纪要".
    pub title: String,
    /// Time, place, chair, recorder, attendance, absent doors, those in attendance without a vote.
    pub meta: Vec<MetaLine>,
    /// One a taken-up item, in the order of the agenda; what belongs to no item comes last.
    pub sections: Vec<Section>,
    /// Items of the agenda that were not taken up, once the meeting is over: "未议事项：…".
    pub unreached: Option<String>,
    /// Papers that go with the minutes; only those there are.
    pub attachments: Vec<String>,
    /// Who signs: 主持人, 记录人, 计票人, 居民代表.
    pub signatures: Vec<String>,
    /// The minutes are final.
    pub finalised: bool,
}

/// What was said and done under one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The item; `None` for what belongs to none.
    pub item: Option<ItemNo>,
    /// "三、清掏费怎么分摊".
    pub heading: String,
    /// In the order things happened; may be empty for an item on the table.
    pub sentences: Vec<Sentence>,
}

/// One sentence of the minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The event it comes from, the first of several; the key for editing it.
    pub seq: EventSeq,
    /// When that was.
    pub at: At,
    /// Drafted from an event or written by the recorder.
    pub source: Source,
    /// The sentence as it stands.
    pub text: String,
    /// The drafted sentence, where the recorder put it differently.
    pub edited_from: Option<String>,
}

/// Where a sentence comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Drafted from an event.
    Event,
    /// The recorder's own (自写).
    Own,
}

/// Drafts the minutes; `None` for a meeting that is not there.
pub fn draft(lang: Lang, facts: &Facts, names: &dyn Names, number: MeetingNo) -> Option<Minutes> {
    let meeting = facts.meeting(number)?;
    let mut lines = lines::lines(meeting);
    let mut sections: Vec<Section> = Vec::new();
    for (index, item) in meeting.items.iter().enumerate() {
        let number = Some(ItemNo::at(index));
        let here: Vec<Line<'_>> = lines.extract_if(.., |line| line.item == number).collect();
        let taken_up = item.state != ItemState::Waiting || item.spent_ms > 0;
        if taken_up || !here.is_empty() {
            let heading = heading_text(lang, sections.len() + 1, &item.title);
            let sentences = here.iter().map(|line| sentence(lang, facts, names, meeting, line)).collect();
            sections.push(Section { item: number, heading, sentences });
        }
    }
    if !lines.is_empty() {
        let heading = heading_text(lang, sections.len() + 1, &t(lang, "minutes-other"));
        let sentences = lines.iter().map(|line| sentence(lang, facts, names, meeting, line)).collect();
        sections.push(Section { item: None, heading, sentences });
    }
    Some(Minutes {
        title: minutes_title(lang, meeting),
        meta: front::meta(lang, facts, names, number, meeting),
        sections,
        unreached: front::unreached(lang, meeting),
        attachments: front::attachments(lang, facts, number, meeting),
        signatures: front::signatures(lang, meeting),
        finalised: meeting.finalised.is_some(),
    })
}

/// One line as it stands: drafted, or as the recorder put it.
fn sentence(lang: Lang, facts: &Facts, names: &dyn Names, meeting: &Meeting, line: &Line<'_>) -> Sentence {
    let drafted = sentences::sentence(lang, facts, names, meeting, line);
    let edited = meeting.edits.get(&line.seq).map(|text| finish(lang, &text_or_erased(lang, names, text.blob)));
    let own = matches!(line.entries.first().map(|entry| &entry.kind), Some(EntryKind::Note(_)));
    let source = if own { Source::Own } else { Source::Event };
    let (text, edited_from) = match edited {
        Some(edited) => (edited, Some(drafted)),
        None => (drafted, None),
    };
    Sentence { seq: line.seq, at: line.at, source, text, edited_from }
}

/// "三、…" in Chinese, "3. …" in English.
fn heading_text(lang: Lang, place: usize, title: &str) -> String {
    let place = u32::try_from(place).unwrap_or(u32::MAX);
    let number = match lang {
        Lang::ZhCn => hanzi(place),
        Lang::En => place.to_string(),
    };
    tf(lang, "minutes-heading", &[("number", &number), ("title", &close_up(lang, title))])
}

/// A sentence as papers set it: one paragraph, ended, no space between hanzi and figures.
pub(crate) fn finish(lang: Lang, text: &str) -> String {
    let text = close_up(lang, text.split_whitespace().collect::<Vec<_>>().join(" ").as_str());
    let last = text.trim_end_matches(['”', '"', '’', '）', ')']).chars().next_back();
    if text.is_empty() || last.is_some_and(|c| "。！？…；.!?;".contains(c)) {
        return capital(lang, text);
    }
    capital(lang, text + &t(lang, "sentence-end"))
}

/// Without the marks at its end, to be gone on with.
pub(crate) fn open_ended(text: &str) -> &str {
    text.trim().trim_end_matches(['。', '.', '；', ';', '，', ','])
}

/// English sentences begin with a capital letter.
pub(crate) fn capital(lang: Lang, text: String) -> String {
    if lang == Lang::ZhCn {
        return text;
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vote_tests;
