//! The procedures that can be started: those shipped with the program and those the community adopted.

use std::path::Path;
use std::sync::Arc;

use deliberation::procedure::Plugin;
use deliberation::rule::Bilingual;
use deliberation::text::{BlobHash, BlobRef};
use journal::SealedBlob;
use procedure::adoption::{Examination, Step, examine};
use procedure::compile::Compiler;
use procedure::{Component, Engine, Failure, Manifest, limits};

use super::jobs::Told;
use super::{Work, name, seal};
use crate::adoption::{Examined, Unread};
use crate::snapshot::Snapshot;

/// An adopted procedure, ready to run.
pub(super) struct Ready {
    plugin: Plugin,
    component: Arc<Component>,
}

impl Work {
    /// Compiles from now on in a child that can be killed; what is compiled already stays.
    pub(super) fn compile_with(&mut self, compiler: Compiler) {
        match Engine::with_compiler(compiler) {
            Ok(engine) => self.engine = Some(engine),
            Err(failure) => tracing::error!(%failure, "procedures cannot run here"),
        }
    }

    /// Makes exactly these adopted procedures known, compiled from the file's own bytes.
    pub(super) fn know(&mut self, plugins: Vec<Plugin>) -> Vec<(Manifest, BlobHash)> {
        self.adopted.retain(|ready| plugins.iter().any(|plugin| plugin.sha256 == ready.plugin.sha256));
        for plugin in plugins {
            if self.adopted.iter().any(|ready| ready.plugin.sha256 == plugin.sha256) {
                continue;
            }
            match self.of_the_file(&plugin) {
                Ok(component) => self.adopted.push(Ready { plugin, component }),
                Err(failure) => tracing::error!(%failure, id = plugin.id, "an adopted procedure does not run"),
            }
        }
        let anatomies = self.adopted.iter().map(|ready| ready.component.anatomy());
        anatomies.map(|anatomy| (anatomy.manifest.clone(), BlobHash(anatomy.hash.0))).collect()
    }

    /// The component of a recorded plugin: shipped with the program, else as the file keeps it, never another one.
    pub(super) fn of_the_file(&mut self, plugin: &Plugin) -> Result<Arc<Component>, Failure> {
        let shipped = self.shipped.iter().find(|(_, anatomy)| anatomy.hash.0 == plugin.sha256.0);
        if let Some(bytes) = shipped.map(|(bytes, _)| *bytes) {
            return self.engine()?.component(bytes);
        }
        let bytes = self.blob(plugin.component.blob)?;
        if procedure::Hash::of(&bytes).0 != plugin.sha256.0 {
            return Err(super::broken("the file's component is not the one it was recorded with"));
        }
        self.engine()?.component(&bytes)
    }

    /// What somebody wants to start, by id or by the SHA-256 of its file: an adopted one before a shipped one. The blob is
    /// new bytes for the journal, if the file does not keep the component yet.
    pub(super) fn offered(
        &mut self,
        snapshot: &Snapshot,
        wanted: &str,
    ) -> Result<(Plugin, Arc<Component>, Option<SealedBlob>), Failure> {
        let facts = &snapshot.facts;
        let is = |id: &str, sha256: BlobHash| id == wanted || sha256.to_string() == wanted;
        let mut listed = facts.adopted.iter().rev().filter(|adopted| adopted.retired.is_none());
        if let Some(adopted) = listed.find(|adopted| is(&adopted.plugin.id, adopted.plugin.sha256)) {
            let plugin = adopted.plugin.clone();
            let component = self.of_the_file(&plugin)?;
            return Ok((plugin, component, None));
        }
        let mut shipped = self.shipped.iter();
        let known = shipped.find(|(_, anatomy)| is(&anatomy.manifest.id, BlobHash(anatomy.hash.0)));
        let bytes = known.map(|(bytes, _)| *bytes);
        let bytes = bytes.ok_or_else(|| Failure::Unfit { detail: format!("no procedure {wanted}") })?;
        let component = self.engine()?.component(bytes)?;
        let sha256 = BlobHash(component.anatomy().hash.0);
        let adopted = facts.adopted.iter().map(|adopted| &adopted.plugin);
        let kept = adopted.chain(facts.procedures.iter().map(|run| &run.plugin)).find(|kept| kept.sha256 == sha256);
        let (component_blob, blob) = if let Some(kept) = kept {
            (kept.component, None)
        } else {
            let blob = seal(bytes.to_vec())?;
            (BlobRef { blob: name(&blob) }, Some(blob))
        };
        Ok((recorded(&component, component_blob), component, blob))
    }

    /// Reads a file and examines it step by step; each step is told before it is taken.
    pub(super) fn examine(&mut self, path: &Path) -> Examined {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let most = u64::try_from(limits::FILE).unwrap_or(u64::MAX);
        let size = std::fs::metadata(path).map_or(0, |known| known.len());
        if size > most {
            // Not a byte of it is read, whoever named it.
            return Examined { file, bytes: Arc::default(), found: Ok(too_large(size)) };
        }
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return Examined { file, bytes: Arc::default(), found: Err(Unread(error.to_string())) },
        };
        let (tell, wake) = (self.tell.clone(), Arc::clone(&self.wake));
        let mut begun = |step| {
            // Whoever waits for the examination may be gone.
            let _ = tell.send(Told::Examining(step));
            wake();
        };
        let found = match self.engine() {
            Ok(engine) => examine(engine, &bytes, &mut begun),
            Err(failure) => failed(Step::Compile, failure),
        };
        Examined { file, bytes: bytes.into(), found: Ok(found) }
    }
}

/// A component as the journal names it.
pub(crate) fn recorded(component: &Component, blob: BlobRef) -> Plugin {
    let anatomy = component.anatomy();
    let manifest = &anatomy.manifest;
    Plugin {
        id: manifest.id.clone(),
        version: manifest.version.clone(),
        title: Bilingual { zh: manifest.title.zh_cn.clone(), en: manifest.title.en.clone() },
        sha256: BlobHash(anatomy.hash.0),
        component: blob,
    }
}

fn too_large(size: u64) -> Examination {
    let detail = format!("the file has {size} bytes, at most {}", limits::FILE);
    failed(Step::Size, Failure::Unfit { detail })
}

fn failed(step: Step, failure: Failure) -> Examination {
    Examination { steps: vec![(step, Err(failure))], sheet: None }
}
