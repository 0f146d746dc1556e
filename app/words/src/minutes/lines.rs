//! What belongs into one sentence: the record put in the order of the agenda, consecutive quotes joined.

use deliberation::At;
use deliberation::ids::{EventSeq, ItemNo};
use deliberation::meeting::{Entry, EntryKind, Meeting};

/// The entries of one sentence.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The first entry's event.
    pub(super) seq: EventSeq,
    /// When that was.
    pub(super) at: At,
    /// Under which item.
    pub(super) item: Option<ItemNo>,
    /// One entry, or consecutive quotes.
    pub(super) entries: Vec<&'a Entry>,
}

/// All sentences in the order of the agenda; what belongs to no item comes last.
pub(super) fn lines(meeting: &Meeting) -> Vec<Line<'_>> {
    let mut record: Vec<&Entry> = meeting.record.iter().collect();
    // Stable: within an item everything stays in the order it happened.
    record.sort_by_key(|entry| entry.item.map_or(u32::MAX, |item| item.0));
    let mut lines: Vec<Line<'_>> = Vec::new();
    for entry in record {
        let is_quote = |entry: &Entry| matches!(entry.kind, EntryKind::Quote(_));
        match lines.last_mut() {
            Some(line)
                if line.item == entry.item && is_quote(entry) && line.entries.last().is_some_and(|e| is_quote(e)) =>
            {
                line.entries.push(entry);
            }
            _ => lines.push(Line { seq: entry.seq, at: entry.at, item: entry.item, entries: vec![entry] }),
        }
    }
    lines
}

/// Where the sentence of an event stands: its item and its place in it, from 1.
pub fn place_of(meeting: &Meeting, sentence: EventSeq) -> Option<(Option<ItemNo>, usize)> {
    let lines = lines(meeting);
    let at = lines.iter().position(|line| line.entries.iter().any(|entry| entry.seq == sentence))?;
    let item = lines[at].item;
    Some((item, lines[..=at].iter().filter(|line| line.item == item).count()))
}

/// How many sentences there are of each origin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SentenceCounts {
    /// Drafted and left so (自动).
    pub drafted: usize,
    /// Drafted and put differently (改过).
    pub edited: usize,
    /// The recorder's own (自写).
    pub own: usize,
}

/// Counts the sentences of a meeting's minutes.
pub fn sentence_counts(meeting: &Meeting) -> SentenceCounts {
    let mut counts = SentenceCounts::default();
    for line in lines(meeting) {
        let own = line.entries.iter().any(|entry| matches!(entry.kind, EntryKind::Note(_)));
        let place = match (own, meeting.edits.contains_key(&line.seq)) {
            (true, _) => &mut counts.own,
            (false, true) => &mut counts.edited,
            (false, false) => &mut counts.drafted,
        };
        *place += 1;
    }
    counts
}
