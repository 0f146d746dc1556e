//! A story: a meeting as a file of commands, one JSON object a line.
//!
//! `{"at":"2026-07-18T19:00:00+08:00","by":"chair","do":"open-vote",…}`. `by` is chair, recorder, counter-1, counter-2, a
//! door or `pN`. Time and hand hold on for lines that leave them out. `{"do":…,"refused":CODE}` expects a refusal,
//! `{"expect":{…}}` compares figures' values without units. Paths are relative to the story: the roll of `import-roll`,
//! the rule of `adopt-rule` (`{"do":"adopt-rule","rule":"our.toml"}`), the
//! scan of `give-proxy`. With `"area-not-known":true` a roll's rows without area come in too.

use deliberation::text::Scan;
use deliberation::{At, Command, Day, Origin, Refusal, Who};
use papers::roll_in::Choices;
use serde_json::{Map, Value};
use words::{Lang, tf};

use crate::roll_import::RollImport;
use crate::scan;
use crate::session::Session;
use crate::writer::{Outcome, Ticket};

/// A parsed story.
#[derive(Clone, Debug)]
pub struct Story {
    lines: Vec<(usize, Map<String, Value>)>,
}

/// Why a story stopped; everything before that line stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct StoryError {
    /// The line, from 1.
    pub line: usize,
    /// The sentence for people.
    pub what: String,
    /// Whether the story itself is wrong, and not what came of it.
    pub bad_input: bool,
}

/// Reads the files a story names.
pub type ReadFile<'a> = &'a dyn Fn(&str) -> std::io::Result<Vec<u8>>;

/// One day in ms.
pub(crate) const DAY_MS: i64 = 24 * 3_600_000;

/// A moment as a story writes it: as text, or in UTC ms.
fn moment(value: &Value) -> Option<At> {
    value.as_str().and_then(At::parse).or_else(|| value.as_i64().map(At))
}

impl Story {
    /// Reads a story's text; blank lines and lines that begin with `#` are left out.
    pub fn parse(lang: Lang, text: &str) -> Result<Story, StoryError> {
        let mut lines = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let trimmed = line.trim().trim_start_matches('\u{feff}');
            if trimmed.is_empty() || trimmed.starts_with('#') {
                continue;
            }
            match serde_json::from_str(trimmed) {
                Ok(Value::Object(fields)) => lines.push((index + 1, fields)),
                Ok(_) => return Err(bad(index + 1, tf(lang, "story-not-an-object", &[]))),
                Err(error) => {
                    return Err(bad(index + 1, tf(lang, "story-not-json", &[("detail", &error.to_string())])));
                }
            }
        }
        Ok(Story { lines })
    }

    /// The lines before the first that does `name`.
    #[must_use]
    pub fn until(&self, name: &str) -> Story {
        let here = |fields: &Map<String, Value>| fields.get("do").and_then(Value::as_str) == Some(name);
        Story { lines: self.lines.iter().take_while(|(_, fields)| !here(fields)).cloned().collect() }
    }

    /// The lines from the first that does `name`.
    #[must_use]
    pub fn from(&self, name: &str) -> Story {
        Story { lines: self.lines[self.until(name).lines.len()..].to_vec() }
    }

    /// The lines before the first whose `words` are these.
    #[must_use]
    pub fn before_note(&self, said: impl Fn(&str) -> bool) -> Story {
        let here = |fields: &Map<String, Value>| fields.get("words").and_then(Value::as_str).is_some_and(&said);
        Story { lines: self.lines.iter().take_while(|(_, fields)| !here(fields)).cloned().collect() }
    }

    /// A story of these lines.
    pub(crate) fn of(lines: Vec<Map<String, Value>>) -> Story {
        Story { lines: lines.into_iter().enumerate().map(|(index, fields)| (index + 1, fields)).collect() }
    }

    /// The title of the file it makes.
    pub(crate) fn title(&self) -> Option<String> {
        match self.creates()? {
            Command::CreateFile { title, .. } => Some(title),
            _ => None,
        }
    }

    /// The moment of the first line.
    pub fn begins(&self) -> Option<At> {
        self.lines.iter().find_map(|(_, fields)| moment(fields.get("at")?))
    }

    /// When the first meeting it plans is to begin.
    pub(crate) fn meets(&self) -> Option<At> {
        self.lines.iter().find_map(|(_, fields)| moment(fields.get("start")?))
    }

    /// The same so many ms later; its days move by whole days.
    #[must_use]
    pub(crate) fn later(&self, by_ms: i64) -> Story {
        let moved = |fields: &Map<String, Value>| {
            let mut fields = fields.clone();
            for name in ["at", "start"] {
                if let Some(At(at)) = fields.get(name).and_then(moment) {
                    fields.insert(name.to_owned(), at.saturating_add(by_ms).into());
                }
            }
            if let Some(Day(day)) = fields.get("due").and_then(|day| Day::parse(day.as_str()?)) {
                fields.insert("due".to_owned(), i64::from(day).saturating_add(by_ms / DAY_MS).into());
            }
            fields
        };
        Story { lines: self.lines.iter().map(|(line, fields)| (*line, moved(fields))).collect() }
    }

    /// The file's first command, if the story makes its file.
    pub fn creates(&self) -> Option<Command> {
        let (_, fields) = self.lines.first()?;
        serde_json::from_value(Value::Object(fields.clone())).ok().filter(|c| matches!(c, Command::CreateFile { .. }))
    }

    /// The lines up to the first that does `name`, with it.
    #[must_use]
    pub fn through(&self, name: &str) -> Story {
        let lines = self.until(name).lines.len();
        Story { lines: self.lines.iter().take(lines + 1).cloned().collect() }
    }

    /// Plays every line on an open file, stopping at the first that does not come out as written. A leading
    /// `create-file` is left out: it made the file.
    pub fn play(&self, session: &mut Session, lang: Lang, read: ReadFile<'_>) -> Result<(), StoryError> {
        for cue in self.cues(lang)? {
            if let Some(expected) = cue.expected() {
                expect(session, lang, cue.line, expected)?;
                continue;
            }
            let refused = cue.refused.clone();
            let (line, at) = (cue.line, cue.at.unwrap_or(At(session.now().utc_ms)));
            if session.tell_day(at) {
                session.settle();
            }
            let outcome = match cue.send(session, lang, at, read)? {
                Sent::Done(outcome) => outcome,
                Sent::Waits(ticket) => {
                    session.settle();
                    outcome(session, line, ticket)?
                }
            };
            judge(session, lang, line, &outcome, refused.as_ref())?;
        }
        Ok(())
    }

    /// The lines with moment and hand filled in, without the one that makes the file.
    pub(crate) fn cues(&self, lang: Lang) -> Result<Vec<Cue>, StoryError> {
        let (mut at, mut by) = (None, Value::Null);
        let mut cues = Vec::new();
        for (line, fields) in &self.lines {
            let mut fields = fields.clone();
            if let Some(text) = fields.remove("at") {
                let bad_time = || bad(*line, tf(lang, "story-bad-time", &[("text", &text.to_string())]));
                at = Some(moment(&text).ok_or_else(bad_time)?);
            }
            by = fields.remove("by").unwrap_or(by);
            if fields.get("do").and_then(Value::as_str) != Some("create-file") {
                let refused = fields.remove("refused");
                cues.push(Cue { line: *line, at, by: by.clone(), fields, refused });
            }
        }
        Ok(cues)
    }
}

/// A line of a story, ready to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    line: usize,
    /// Its moment; none before the story's first.
    pub(crate) at: Option<At>,
    by: Value,
    fields: Map<String, Value>,
    /// The refusal it expects.
    pub(crate) refused: Option<Value>,
}

/// What became of a line at once.
pub(crate) enum Sent {
    /// It is under way.
    Waits(Ticket),
    /// It never got so far.
    Done(Outcome),
}

impl Cue {
    /// The figures it compares, if that is what it does.
    pub(crate) fn expected(&self) -> Option<&Value> {
        self.fields.get("expect")
    }

    /// Submits it, of a moment, by the hand it names.
    pub(crate) fn send(
        self,
        session: &mut Session,
        lang: Lang,
        at: At,
        read: ReadFile<'_>,
    ) -> Result<Sent, StoryError> {
        let origin = Origin { at, by: hand(session, lang, self.line, &self.by)? };
        one(session, lang, self.line, self.fields, origin, read)
    }
}

fn bad(line: usize, what: String) -> StoryError {
    StoryError { line, what, bad_input: true }
}

/// Whoever acts; nobody until the line says so.
fn hand(session: &Session, lang: Lang, line: usize, by: &Value) -> Result<deliberation::ids::PersonId, StoryError> {
    match by.as_str() {
        None => Ok(deliberation::ids::PersonId::NOBODY),
        Some(text) => session
            .facts()
            .resolve(&Who::from(text.to_owned()))
            .ok_or_else(|| bad(line, tf(lang, "story-unknown-hand", &[("who", text)]))),
    }
}

/// Submits one line.
fn one(
    session: &mut Session,
    lang: Lang,
    line: usize,
    fields: Map<String, Value>,
    origin: Origin,
    read: ReadFile<'_>,
) -> Result<Sent, StoryError> {
    let name = fields.get("do").and_then(Value::as_str).unwrap_or_default().to_owned();
    let bytes_of = |file: &str| {
        read(file)
            .map_err(|error| bad(line, tf(lang, "story-no-file", &[("file", file), ("detail", &error.to_string())])))
    };
    if name == "import-roll" && fields.contains_key("file") {
        let file = fields.get("file").and_then(Value::as_str).unwrap_or_default();
        let mut import = RollImport::read(lang, file, bytes_of(file)?).map_err(|what| bad(line, what))?;
        if fields.get("area-not-known").and_then(Value::as_bool) == Some(true) {
            import.choices = Choices::empty_areas_not_known(&import.preview);
        }
        let commands = import.commands(session.snapshot());
        return Ok(Sent::Waits(session.submit_as(commands, origin, Vec::new())));
    }
    if name == "adopt-rule"
        && let Some(file) = fields.get("rule").and_then(Value::as_str)
    {
        let rule = match crate::rules_folder::from_bytes(&bytes_of(file)?) {
            Ok(rule) => Box::new(rule),
            Err(because) => return Ok(Sent::Done(Outcome::Refused(0, Refusal::BadRule { because }))),
        };
        return Ok(Sent::Waits(session.submit_as(vec![Command::AdoptRule { rule }], origin, Vec::new())));
    }
    if let Some(ticket) = crate::procedures::story_line(session, lang, line, &name, &fields, origin, read)? {
        return Ok(Sent::Waits(ticket));
    }
    let mut fields = fields;
    let scan = picture(lang, line, &name, &mut fields, read)?;
    let mut command: Command = serde_json::from_value(Value::Object(fields))
        .map_err(|error| bad(line, tf(lang, "story-no-command", &[("detail", &error.to_string())])))?;
    if let Command::GiveProxy { scan: place, .. } = &mut command {
        *place = scan;
    }
    Ok(Sent::Waits(session.submit_as(vec![command], origin, Vec::new())))
}

/// The picture of a written proxy, by its path relative to the story.
fn picture(
    lang: Lang,
    line: usize,
    name: &str,
    fields: &mut Map<String, Value>,
    read: ReadFile<'_>,
) -> Result<Option<Scan>, StoryError> {
    let Some(Value::String(file)) = (name == "give-proxy").then(|| fields.remove("scan")).flatten() else {
        return Ok(None);
    };
    let bytes = read(&file)
        .map_err(|error| bad(line, tf(lang, "story-no-file", &[("file", &file), ("detail", &error.to_string())])))?;
    scan::taken(lang, &file, bytes).map(Some).map_err(|what| bad(line, what))
}

fn outcome(session: &Session, line: usize, ticket: Ticket) -> Result<Outcome, StoryError> {
    let found = session.outcome(ticket).cloned();
    found.ok_or_else(|| StoryError { line, what: Refusal::ReadOnly.code(), bad_input: false })
}

/// Holds an outcome against what the line says of it.
fn judge(
    session: &Session,
    lang: Lang,
    line: usize,
    outcome: &Outcome,
    refused: Option<&Value>,
) -> Result<(), StoryError> {
    let wrong = |what: String| StoryError { line, what, bad_input: false };
    match (outcome, refused) {
        (Outcome::Done(..), None) => Ok(()),
        (Outcome::Done(..), Some(code)) => {
            Err(wrong(tf(lang, "story-not-refused", &[("code", code.as_str().unwrap_or_default())])))
        }
        (Outcome::Refused(_, refusal), Some(code)) if code.as_str() == Some(refusal.code().as_str()) => Ok(()),
        (Outcome::Procedure(failure), Some(code))
            if code.as_str() == Some(crate::procedures::failure_code(failure)) =>
        {
            Ok(())
        }
        (other, _) => Err(wrong(session.outcome_text(lang, other).unwrap_or_default())),
    }
}

fn expect(session: &Session, lang: Lang, line: usize, expected: &Value) -> Result<(), StoryError> {
    let wrong = |what: String| StoryError { line, what, bad_input: false };
    let Some(fields) = expected.as_object() else { return Err(bad(line, tf(lang, "story-not-an-object", &[]))) };
    for (id, wanted) in fields {
        let wanted = wanted.as_str().map_or_else(|| wanted.to_string(), str::to_owned);
        let found = words::figures::find(lang, session.facts(), id).map(|figure| figure.value);
        if found.as_deref() != Some(wanted.as_str()) {
            let found = found.unwrap_or_else(|| "—".to_owned());
            let args = [("id", id.as_str()), ("wanted", wanted.as_str()), ("found", found.as_str())];
            return Err(wrong(tf(lang, "story-other-figure", &args)));
        }
    }
    Ok(())
}
