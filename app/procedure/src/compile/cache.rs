//! Machine code of components this program compiled, kept between runs. The one place with `unsafe`.
//!
//! wasmtime cannot check machine code, it can only be told that it may be trusted. What is trusted here:
//! * the file lies in a folder this program made for itself in the user's own cache folder, readable by that user alone;
//!   whoever can write there can replace this program as well;
//! * its head names the component's SHA-256, the SHA-256 of everything that shapes wasmtime's code (version, settings,
//!   processor) and the SHA-256 of the code itself: a file of another component, another version, half written or gone bad
//!   on the disk is compiled anew instead.
//!
//! Layout: magic ‖ component (32) ‖ engine (32) ‖ SHA-256 of the code (32) ‖ code.

use std::hash::{Hash as _, Hasher};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use wasmtime::component::Component as Compiled;

use crate::failure::{Call, Failure};
use crate::hash::Hash;

const MAGIC: &[u8] = b"fangzhuo/cwasm/1";
/// Magic and three hashes.
const HEAD: usize = MAGIC.len() + 3 * 32;
/// A file larger than this is none of ours.
const FILE: u64 = 600 << 20;

/// Where a component's machine code is kept, and by which head it is known.
pub(super) struct Place {
    path: PathBuf,
    component: Hash,
    engine: Hash,
}

impl Place {
    pub(super) fn of(folder: &Path, engine: &wasmtime::Engine, component: Hash) -> Place {
        let mut key = Key(Sha256::new());
        engine.precompile_compatibility_hash().hash(&mut key);
        let engine = Hash(key.0.finalize().into());
        let short: String = engine.to_string().chars().take(16).collect();
        Place { path: folder.join(format!("{component}-{short}.cwasm")), component, engine }
    }

    /// The kept machine code, if there is any and it is what was written.
    pub(super) fn load(&self, engine: &wasmtime::Engine) -> Option<Compiled> {
        if std::fs::metadata(&self.path).ok()?.len() > FILE {
            return None;
        }
        let file = std::fs::read(&self.path).ok()?;
        let code = file.get(HEAD..)?;
        if file.get(..HEAD)? != self.head(code) {
            tracing::warn!(path = %self.path.display(), "a kept procedure is not what was written; it is compiled anew");
            return None;
        }
        Place::trusted(engine, code).ok()
    }

    /// Keeps machine code: whole under its name, or not at all.
    pub(super) fn store(&self, code: &[u8]) -> std::io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        make_own(folder)?;
        let half = self.path.with_extension(format!("{}.half", std::process::id()));
        let mut file = std::fs::File::create(&half)?;
        let written = file.write_all(&self.head(code)).and_then(|()| file.write_all(code));
        drop(file);
        let kept = written.and_then(|()| std::fs::rename(&half, &self.path));
        if kept.is_err() {
            // Of no use to anybody.
            let _ = std::fs::remove_file(&half);
        }
        kept
    }

    /// Takes machine code that this program's own child made, or that [`load`](Place::load) has checked.
    pub(super) fn trusted(engine: &wasmtime::Engine, code: &[u8]) -> Result<Compiled, Failure> {
        #[allow(unsafe_code, reason = "wasmtime takes machine code on trust alone; whom we trust stands above")]
        // SAFETY: both callers hand in bytes that wasmtime itself serialised, in the child this program started or in a file
        // this program wrote, whole and unchanged by its SHA-256; wasmtime checks version and settings once more.
        let compiled = unsafe { Compiled::deserialize(engine, code) };
        compiled.map_err(|error| Failure::broken(Call::Start, format!("compiled code cannot be used: {error:#}")))
    }

    fn head(&self, code: &[u8]) -> Vec<u8> {
        [MAGIC, &self.component.0, &self.engine.0, &Hash::of(code).0].concat()
    }
}

/// Makes a folder nobody but this user writes to.
fn make_own(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Everything that is hashed, by SHA-256: the standard hasher may change with the compiler.
struct Key(Sha256);

impl Hasher for Key {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn finish(&self) -> u64 {
        let hash = self.0.clone().finalize();
        hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}
