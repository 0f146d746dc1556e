//! `plugin run … --page` and `--watch`: what the author sees of one case, again after every change of the sources.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use deliberation::Door;
use procedure::contract::{Event, Role, Viewer};
use procedure::{Call, Component, Failure, Inputs, Meter, Running, Spent, limits};
use words::{Lang, t, tf};

use super::{conclusion, show, source};
use crate::answer::Answer;

/// How often the sources are looked at.
const LOOK: Duration = Duration::from_millis(300);
/// Folders whose files come from a build or belong to others.
const NOT_SOURCES: [&str; 4] = ["target", "node_modules", ".git", "fangzhuo-sdk"];

/// What is replayed: frozen data, then events, with the doors of the roll.
#[derive(Clone, Debug, Default)]
pub(super) struct Opened {
    pub(super) inputs: Inputs,
    pub(super) events: Vec<Event>,
    pub(super) doors: Vec<Door>,
}

/// Page, audience page, conclusion, size of the state, share of the fuel and log of one case.
pub(super) fn report(lang: Lang, component: Arc<Component>, opened: &Opened) -> String {
    let meter = Arc::new(Meter::default());
    let mut text = String::new();
    let played = played(lang, component, opened, &meter, &mut text);
    if let Err(failure) = played {
        // Writing to a text does not fail.
        let _ = writeln!(text, "✗ {}", told(lang, &failure, &opened.doors));
    }
    let spent = meter.take();
    let _ = writeln!(text, "{}", fuel(lang, &spent));
    let log: Vec<&String> = spent.iter().flat_map(|spent| &spent.log).collect();
    if !log.is_empty() {
        let _ = writeln!(text, "{}", t(lang, "plugin-watch-log"));
        for line in log {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn played(
    lang: Lang,
    component: Arc<Component>,
    opened: &Opened,
    meter: &Arc<Meter>,
    text: &mut String,
) -> Result<(), Failure> {
    let inputs = Arc::new(opened.inputs.clone());
    let mut running = Running::start_metered(component, inputs, lang.tag(), Arc::clone(meter))?;
    for event in &opened.events {
        running = running.step(&Event { locale: lang.tag().to_owned(), ..event.clone() })?;
    }
    let looks = [(Role::Chair, false, "plugin-watch-desk"), (Role::Observer, true, "plugin-watch-screen")];
    for (role, audience, key) in looks {
        let viewer = Viewer { role, locale: lang.tag().to_owned(), audience, focus: None };
        let page = running.page(&viewer)?;
        let _ = writeln!(text, "—— {} ——\n{}", t(lang, key), show::page(lang, &page, &opened.doors));
    }
    let size = [("size", super::bytes_text(running.state().bytes().len())), ("most", super::bytes_text(limits::STATE))];
    let size: Vec<(&str, &str)> = size.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let _ = writeln!(text, "—— {} ——", t(lang, "plugin-watch-conclusion"));
    match running.conclude(lang.tag()) {
        Ok(concluded) => {
            text.push_str(&conclusion::text(lang, concluded.get(lang.tag()), &opened.doors));
        }
        Err(failure) => {
            let _ = writeln!(text, "✗ {}", told(lang, &failure, &opened.doors));
        }
    }
    let _ = writeln!(text, "\n{}", tf(lang, "plugin-watch-state", &size));
    Ok(())
}

fn told(lang: Lang, failure: &Failure, doors: &[Door]) -> String {
    match failure {
        Failure::Refused(fault) => conclusion::refusal(lang, fault, doors),
        other => source::sentence(lang, other),
    }
}

/// The dearest call of each kind, in permille of what it may use.
fn fuel(lang: Lang, spent: &[Spent]) -> String {
    let share = |call: Call| {
        let dearest = spent.iter().filter(|spent| spent.call == call).max_by_key(|spent| spent.fuel)?;
        let permille = dearest.fuel.saturating_mul(1_000).div_ceil(dearest.budget.max(1));
        Some(format!("{} {permille} ‰", call.name()))
    };
    let calls = [Call::Init, Call::Update, Call::View, Call::Conclude];
    let shares: Vec<String> = calls.into_iter().filter_map(share).collect();
    tf(lang, "plugin-watch-fuel", &[("shares", &shares.join(" · "))])
}

/// Shows, waits for a change, and shows again; ends after `rounds` where that is given. What comes out as it did the last
/// time is not shown twice, for one save may be several writes.
pub(super) fn watch(lang: Lang, folder: &Path, rounds: Option<u32>, show: &mut dyn FnMut() -> Answer) -> Answer {
    let mut seen = newest(folder);
    let mut shown = None;
    let mut round = 0;
    loop {
        let said = show().into_text();
        let told = if shown.as_ref() == Some(&said) {
            t(lang, "plugin-watch-same")
        } else {
            round += 1;
            format!("{}\n{said}", tf(lang, "plugin-watch-round", &[("round", &round.to_string())]))
        };
        shown = Some(said);
        // Nobody listening any more (a closed pipe) ends the watch.
        let mut out = std::io::stdout().lock();
        if writeln!(out, "{told}").and_then(|()| out.flush()).is_err() || rounds.is_some_and(|rounds| round >= rounds) {
            return Answer::done("");
        }
        drop(out);
        seen = changed(folder, seen);
    }
}

/// Waits until the sources are others than those seen, and nobody is writing them any more.
fn changed(folder: &Path, seen: Sources) -> Sources {
    let mut now = seen;
    loop {
        std::thread::sleep(LOOK);
        let before = std::mem::replace(&mut now, newest(folder));
        if now != seen && now == before {
            return now;
        }
    }
}

/// How many sources there are, and when the newest was written.
type Sources = (usize, Option<SystemTime>);

/// Looks at the sources; what a build leaves behind does not count.
fn newest(folder: &Path) -> Sources {
    let mut found = (0, None);
    let Ok(entries) = std::fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if NOT_SOURCES.contains(&name.as_str())
            || entry.path().extension().is_some_and(|ending| ending == "wasm")
            || name == "Cargo.lock"
        {
            continue;
        }
        let (count, newest) = if entry.path().is_dir() {
            self::newest(&entry.path())
        } else {
            (1, entry.metadata().and_then(|metadata| metadata.modified()).ok())
        };
        found = (found.0 + count, found.1.max(newest));
    }
    found
}
