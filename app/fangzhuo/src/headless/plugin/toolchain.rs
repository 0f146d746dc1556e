//! The compiler for WebAssembly: rustup's target where it is installed, else Debian's compiler, unpacked once.
//!
//! `tests/build-plugins` builds the shipped procedures the same way. Where neither is to be had, one sentence says what
//! to install.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use words::{Lang, t, tf};

use super::progress;
use crate::answer::Answer;

pub(super) const TARGET: &str = "wasm32-unknown-unknown";
/// A folder with `usr/bin/rustc` of Debian's packages, for whoever has unpacked them already.
const UNPACKED: &str = "FANGZHUO_WASM_RUST";
const PACKAGES: [&str; 5] = ["rustc-web", "libstd-rust-web-1.96", "libstd-rust-web-dev", "rust-web-src", "libllvm22"];

/// What cargo needs beside its usual words.
#[derive(Clone, Debug, Default)]
pub(super) struct Toolchain {
    pub(super) variables: Vec<(&'static str, OsString)>,
    pub(super) words: Vec<&'static str>,
    /// Its own folder, which the bytes of a component must not name.
    pub(super) sysroot: PathBuf,
}

impl Toolchain {
    /// Finds one; `folder` is where cargo will run, for rustup may choose by it.
    pub(super) fn find(lang: Lang, folder: &Path) -> Result<Toolchain, Answer> {
        let rustc = |words: &[&str]| said(Command::new("rustc").args(words).current_dir(folder));
        let Some(sysroot) = rustc(&["--print", "sysroot"]).map(PathBuf::from) else {
            return Err(Answer::bad(t(lang, "plugin-no-rust")));
        };
        let libraries = rustc(&["--print", "target-libdir", "--target", TARGET]).map(PathBuf::from);
        if libraries.is_some_and(|libraries| has_std(&libraries)) {
            return Ok(Toolchain { sysroot, ..Toolchain::default() });
        }
        let host = rustc(&["-vV"]).unwrap_or_default();
        let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
        let linker = sysroot.join("lib/rustlib").join(host).join("bin/rust-lld");
        let linker = if linker.is_file() { linker } else { PathBuf::from("wasm-ld") };
        let unpacked = std::env::var_os(UNPACKED).map(PathBuf::from).filter(|root| is_whole(root));
        let debian = unpacked.or_else(|| unpack(lang)).ok_or_else(|| {
            Answer::bad(tf(lang, "plugin-no-target", &[("command", &format!("rustup target add {TARGET}"))]))
        })?;
        Ok(debian_toolchain(&debian, linker))
    }
}

fn debian_toolchain(root: &Path, linker: PathBuf) -> Toolchain {
    let mut libraries = OsString::from(root.join("usr/lib/x86_64-linux-gnu"));
    libraries.push(":");
    libraries.push(root.join("usr/lib"));
    if let Some(others) = std::env::var_os("LD_LIBRARY_PATH").filter(|others| !others.is_empty()) {
        libraries.push(":");
        libraries.push(others);
    }
    Toolchain {
        variables: vec![
            ("RUSTC", root.join("usr/bin/rustc").into()),
            ("RUSTC_BOOTSTRAP", "1".into()),
            ("LD_LIBRARY_PATH", libraries),
            ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker.into()),
        ],
        words: vec!["-Zbuild-std=std,panic_abort"],
        sysroot: root.join("usr"),
    }
}

fn has_std(libraries: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(libraries) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

fn is_whole(root: &Path) -> bool {
    root.join("usr/bin/rustc").is_file()
}

/// Debian's packages, fetched and unpacked in the program's cache; nothing is installed. `None` where that cannot be.
fn unpack(lang: Lang) -> Option<PathBuf> {
    let cache = directories::ProjectDirs::from("", "", "fangzhuo")?.cache_dir().join("wasm-rust");
    let root = cache.join("root");
    // Written last: a folder without it was interrupted and is begun anew.
    let mark = cache.join("unpacked");
    if mark.is_file() && is_whole(&root) {
        return Some(root);
    }
    progress::say(lang, "plugin-fetching-compiler", "");
    let packages = cache.join("packages");
    let _ = std::fs::remove_dir_all(&cache);
    std::fs::create_dir_all(&packages).ok()?;
    let fetch = ["download", "-qq", "-o", "APT::Sandbox::User=root"];
    said(Command::new("apt-get").args(fetch).args(PACKAGES).current_dir(&packages))?;
    for package in std::fs::read_dir(&packages).ok()?.flatten() {
        said(Command::new("dpkg").arg("-x").arg(package.path()).arg(&root))?;
    }
    let _ = std::fs::remove_dir_all(&packages);
    std::fs::write(&mark, "").ok()?;
    is_whole(&root).then_some(root)
}

/// What a command prints; `None` if it is not there or fails.
fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
