//! Papers out of an open file: minutes as Word or Markdown, the share roll as a workbook, the day sheet of a collection
//! as any of the three, beside the minutes the public notice of each vote of the owners.
//!
//! The head printed on a paper is read back from the disk and verified first: a paper never vouches for bytes that are
//! not there.

use std::path::{Path, PathBuf};

use deliberation::At;
use deliberation::Facts;
use deliberation::ids::{CollectionNo, MeetingNo, SheetNo};
use deliberation::material::Table;
use deliberation::meeting::Phase;
use words::day_sheet::day_sheet;
use words::material_words;
use words::minutes::{PaperHead, minutes_document};
use words::notice;
use words::share_roll::share_roll;
use words::{Lang, t, tf};

use crate::session::Session;

/// A kind of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The minutes for Word.
    Docx,
    /// The minutes as Markdown.
    Markdown,
    /// The share roll of the meeting's cost sheet as a workbook.
    Xlsx,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 3] = [Format::Docx, Format::Markdown, Format::Xlsx];

    /// The file name in a folder of exports.
    pub fn file_name(self) -> &'static str {
        match self {
            Format::Docx => "minutes.docx",
            Format::Markdown => "minutes.md",
            Format::Xlsx => "share-roll.xlsx",
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Docx => "docx",
            Format::Markdown => "md",
            Format::Xlsx => "xlsx",
        }
    }

    /// The ending by which `--format` names it.
    pub fn from_ending(ending: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.ending() == ending)
    }
}

/// The bytes of one paper of a meeting; the error is the sentence for people. `Ok(None)` = there is no such paper, as
/// for a share roll of a meeting that split nothing.
pub fn paper(session: &Session, lang: Lang, meeting: MeetingNo, format: Format) -> Result<Option<Vec<u8>>, String> {
    let snapshot = session.snapshot();
    let facts = &snapshot.facts;
    if facts.meeting(meeting).is_none() {
        return Err(tf(lang, "export-no-meeting", &[("n", &meeting.to_string())]));
    }
    let at = At(snapshot.saved_at);
    match format {
        Format::Docx | Format::Markdown => {
            let head = head(session, lang)?;
            let document = minutes_document(lang, facts, snapshot.as_ref(), meeting, head.as_ref());
            let Some(document) = document else { return Ok(None) };
            if format == Format::Markdown {
                return Ok(Some(papers::markdown(&document).into_bytes()));
            }
            papers::docx(&document, at).map(Some).map_err(|error| error.sentence(lang))
        }
        Format::Xlsx => {
            let sheet = facts.sheets.iter().rposition(|sheet| sheet.meeting == meeting).map(SheetNo::at);
            let roll = sheet.and_then(|sheet| share_roll(lang, facts, snapshot.as_ref(), sheet));
            let Some(roll) = roll else { return Ok(None) };
            papers::share_roll(&roll, at).map(Some).map_err(|error| error.sentence(lang))
        }
    }
}

/// Writes papers of a meeting into a folder; each is written beside and then put in its place. The files written.
pub fn meeting(
    session: &Session,
    lang: Lang,
    meeting: MeetingNo,
    folder: &Path,
    formats: &[Format],
) -> Result<Vec<PathBuf>, String> {
    let mut written = Vec::new();
    for format in formats {
        if let Some(bytes) = paper(session, lang, meeting, *format)? {
            let path = folder.join(format.file_name());
            write(lang, &path, &bytes)?;
            written.push(path);
        }
        written.extend(notices(session, lang, meeting, folder, *format)?);
        // Its notice is a paper of a meeting that is still to come.
        let planned = |meeting: &deliberation::meeting::Meeting| meeting.phase == Phase::Planned;
        if session.facts().meeting(meeting).is_some_and(planned)
            && let Some(bytes) = meeting_notice(session, lang, meeting, *format)?
        {
            let path = folder.join(format!("notice-meeting.{}", format.ending()));
            write(lang, &path, &bytes)?;
            written.push(path);
        }
        if *format == Format::Xlsx {
            written.extend(tables(session, lang, meeting, folder)?);
        }
    }
    Ok(written)
}

/// The bytes of a meeting's notice (会议通知) as Word or Markdown; `Ok(None)` = it has no agenda yet, or there is no such
/// form of it.
pub fn meeting_notice(
    session: &Session,
    lang: Lang,
    meeting: MeetingNo,
    format: Format,
) -> Result<Option<Vec<u8>>, String> {
    let snapshot = session.snapshot();
    if format == Format::Xlsx {
        return Ok(None);
    }
    let head = head(session, lang)?;
    let Some(paper) = words::calling::meeting_notice(lang, &snapshot.facts, meeting, head.as_ref()) else {
        return Ok(None);
    };
    match format {
        Format::Markdown => Ok(Some(papers::markdown(&paper).into_bytes())),
        _ => papers::docx(&paper, At(snapshot.saved_at)).map(Some).map_err(|error| error.sentence(lang)),
    }
}

/// Writes the tables the procedures of a meeting concluded, `tables.xlsx`, public columns alone. The file, if there is any.
pub fn tables(session: &Session, lang: Lang, meeting: MeetingNo, folder: &Path) -> Result<Option<PathBuf>, String> {
    let snapshot = session.snapshot();
    let concluded = material_words::concluded(&snapshot.facts, meeting);
    let found: Vec<&Table> = concluded.flat_map(|(_, _, materials)| &materials.tables).collect();
    let bytes = papers::tables(lang, &found, At(snapshot.saved_at)).map_err(|error| error.sentence(lang))?;
    let Some(bytes) = bytes else { return Ok(None) };
    let path = folder.join("tables.xlsx");
    write(lang, &path, &bytes)?;
    Ok(Some(path))
}

/// Writes the public notice (表决结果公示) of each closed vote of the owners of a meeting, `notice-vote-N.docx`; there is
/// none as a workbook. The files written.
pub fn notices(
    session: &Session,
    lang: Lang,
    meeting: MeetingNo,
    folder: &Path,
    format: Format,
) -> Result<Vec<PathBuf>, String> {
    let snapshot = session.snapshot();
    let posted = notice::posted(&snapshot.facts, meeting);
    if format == Format::Xlsx || posted.is_empty() {
        return Ok(Vec::new());
    }
    let (head, at) = (head(session, lang)?, At(snapshot.saved_at));
    let mut written = Vec::new();
    for vote in posted {
        let paper = notice::of(lang, &snapshot.facts, snapshot.as_ref(), vote, head.as_ref());
        let Some(paper) = paper else { continue };
        let bytes = match format {
            Format::Markdown => papers::markdown(&paper).into_bytes(),
            _ => papers::docx(&paper, at).map_err(|error| error.sentence(lang))?,
        };
        let path = folder.join(format!("notice-vote-{vote}.{}", format.ending()));
        write(lang, &path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}

/// The bytes of a collection's day sheet; `Ok(None)` = there is no door left to call at.
pub fn collection_sheet(
    session: &Session,
    lang: Lang,
    collection: CollectionNo,
    format: Format,
) -> Result<Option<Vec<u8>>, String> {
    let snapshot = session.snapshot();
    let at = At(snapshot.saved_at);
    let Some(sheet) = day_sheet(lang, &snapshot.facts, snapshot.as_ref(), collection) else { return Ok(None) };
    let bytes = match format {
        Format::Docx => papers::docx(&sheet.document(), at),
        Format::Markdown => Ok(papers::markdown(&sheet.document()).into_bytes()),
        Format::Xlsx => papers::day_sheet(&sheet, at),
    };
    bytes.map(Some).map_err(|error| error.sentence(lang))
}

/// Writes the day sheets of the collections a meeting adopted and that are open still; with more than one of them their
/// numbers stand in the file names. The files written.
pub fn day_sheets(
    session: &Session,
    lang: Lang,
    meeting: MeetingNo,
    folder: &Path,
    formats: &[Format],
) -> Result<Vec<PathBuf>, String> {
    let open = open_collections(&session.snapshot().facts, meeting);
    let mut written = Vec::new();
    for number in &open {
        for format in formats {
            let Some(bytes) = collection_sheet(session, lang, *number, *format)? else { continue };
            let count = if open.len() > 1 { format!("-{number}") } else { String::new() };
            let path = folder.join(format!("day-sheet{count}.{}", format.ending()));
            write(lang, &path, &bytes)?;
            written.push(path);
        }
    }
    Ok(written)
}

/// The collections a meeting's votes adopted that go on.
fn open_collections(facts: &Facts, meeting: MeetingNo) -> Vec<CollectionNo> {
    let of_meeting = |vote| facts.vote(vote).is_some_and(|vote| vote.meeting == meeting);
    let numbered = facts.collections.iter().enumerate();
    let open = numbered.filter(|(_, collection)| collection.is_open() && of_meeting(collection.vote));
    open.map(|(index, _)| CollectionNo::at(index)).collect()
}

/// Writes a file whole: never half a paper, never a lost older one.
pub fn write(lang: Lang, path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let draft = folder.join(format!(".{name}.part"));
    let done = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&draft, bytes))
        .and_then(|()| std::fs::rename(&draft, path));
    done.map_err(|error| {
        // What is left of the attempt is of no use to anybody; if it cannot be removed either, the sentence says enough.
        let _ = std::fs::remove_file(&draft);
        tf(lang, "export-not-written", &[("file", &name), ("detail", &error.to_string())])
    })
}

/// The head as the disk has it, verified; none for a file that is only being read.
fn head(session: &Session, lang: Lang) -> Result<Option<PaperHead>, String> {
    let report = journal::verify(session.path())
        .map_err(|error| tf(lang, "export-not-verified", &[("detail", &error.to_string())]))?;
    match report.state {
        journal::State::Good | journal::State::CutShort => {
            Ok(Some(PaperHead { digits: report.head.digits(), code: report.head.qr_text() }))
        }
        _ => Err(t(lang, "export-damaged")),
    }
}
