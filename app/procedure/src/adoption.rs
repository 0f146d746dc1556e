//! Taking a procedure in: size → hash → screen → imports and world → manifest → compile → its own cases → a sheet.
//!
//! Nothing is kept or started here. What comes of it is a list of steps with what each found, for authors, and the sheet a
//! person reads before the event is recorded.

use std::sync::Arc;

use crate::anatomy::{Anatomy, Sections};
use crate::cases::{self, CaseResult};
use crate::engine::{Component, Engine};
use crate::failure::{Call, Failure};
use crate::hash::Hash;
use crate::limits;
use crate::manifest::{Manifest, SettingKind};

/// One step of an examination, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The file is no larger than a procedure may be.
    Size,
    /// Its SHA-256, by which it is known from now on.
    Hash,
    /// No shape that would only keep the compiler busy.
    Screen,
    /// Its imports are among the contract's, and it exports the contract's procedure.
    World,
    /// What it says about itself can be read.
    Manifest,
    /// It compiles within its limits, and its functions are the contract's.
    Compile,
    /// Its own cases come out as they say.
    Cases,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Step; 7] =
        [Step::Size, Step::Hash, Step::Screen, Step::World, Step::Manifest, Step::Compile, Step::Cases];

    /// The locale key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Step::Size => "adoption-size",
            Step::Hash => "adoption-hash",
            Step::Screen => "adoption-screen",
            Step::World => "adoption-world",
            Step::Manifest => "adoption-manifest",
            Step::Compile => "adoption-compile",
            Step::Cases => "adoption-cases",
        }
    }
}

/// What a person reads before a procedure is adopted.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The procedure, compiled; its anatomy has hash and manifest.
    pub component: Arc<Component>,
    /// Bytes of the file.
    pub bytes: usize,
    /// How its own cases came out; each holds.
    pub cases: Vec<CaseResult>,
}

impl Sheet {
    /// What it says about itself.
    pub fn manifest(&self) -> &Manifest {
        &self.component.anatomy().manifest
    }

    /// SHA-256 of the file.
    pub fn hash(&self) -> Hash {
        self.component.anatomy().hash
    }

    /// Whether it reads a further column of the roll if somebody chooses one.
    pub fn reads_columns(&self) -> bool {
        self.manifest().settings.iter().any(|setting| setting.kind == SettingKind::Column)
    }
}

/// An examination: the steps that were taken, the last one with its failure if there is one, and the sheet if there is none.
#[derive(Clone, Debug)]
pub struct Examination {
    /// Each step taken, with what was found, for the author, in English.
    pub steps: Vec<(Step, Result<String, Failure>)>,
    /// The sheet, if every step held.
    pub sheet: Option<Sheet>,
}

impl Examination {
    /// Why it cannot be adopted.
    pub fn failure(&self) -> Option<&Failure> {
        self.steps.last().and_then(|(_, found)| found.as_ref().err())
    }
}

/// Examines a file; `begun` hears of each step before it is taken, for compiling and cases take their time.
pub fn examine(engine: &Engine, bytes: &[u8], begun: &mut dyn FnMut(Step)) -> Examination {
    let mut steps = Vec::new();
    let sheet = taken(engine, bytes, &mut |step, take: &mut dyn FnMut() -> Result<String, Failure>| {
        begun(step);
        let found = take();
        let held = found.is_ok();
        steps.push((step, found));
        held
    });
    Examination { steps, sheet }
}

type Taking<'a> = dyn FnMut(Step, &mut dyn FnMut() -> Result<String, Failure>) -> bool + 'a;

/// Goes through the steps until one fails; then there is no sheet.
fn taken(engine: &Engine, bytes: &[u8], step: &mut Taking<'_>) -> Option<Sheet> {
    let mut component = None;
    let mut results = Vec::new();
    let held = step(Step::Size, &mut || {
        crate::anatomy::size(bytes)?;
        Ok(format!("{} bytes, at most {}", bytes.len(), limits::FILE))
    }) && step(Step::Hash, &mut || Ok(Hash::of(bytes).to_string()))
        && step(Step::Screen, &mut || {
            crate::screen::screen(bytes)?;
            Ok("no shape that is refused".to_owned())
        })
        && step(Step::World, &mut || {
            Sections::read(bytes)?;
            Ok("imports and exports are the contract's".to_owned())
        })
        && step(Step::Manifest, &mut || {
            let anatomy = Anatomy::read(bytes)?;
            Ok(format!("{} {} of {}", anatomy.manifest.id, anatomy.manifest.version, anatomy.manifest.world))
        })
        && step(Step::Compile, &mut || {
            component = Some(engine.component(bytes)?);
            Ok("compiled; its functions are the contract's".to_owned())
        })
        && step(Step::Cases, &mut || {
            let component = component.as_ref().ok_or_else(|| Failure::unfit("it was not compiled"))?;
            results = cases::run(component);
            cases_hold(&results)
        });
    let component = component.filter(|_| held)?;
    Some(Sheet { component, bytes: bytes.len(), cases: results })
}

fn cases_hold(results: &[CaseResult]) -> Result<String, Failure> {
    let wrong = |result: &CaseResult| result.wrong.as_ref().map(|found| format!("{}: {found}", result.name));
    let wrong: Vec<String> = results.iter().filter_map(wrong).collect();
    if wrong.is_empty() {
        return Ok(format!("{} cases, all as they say", results.len()));
    }
    let detail = format!("{} of its {} own cases fail: {}", wrong.len(), results.len(), wrong.join("; "));
    Err(Failure::broken(Call::Conclude, crate::clean::cleaned(&detail, limits::TEXT)))
}
