//! `fangzhuo plugin build [DIR]`: a volunteer's sources to one `ID.fz.wasm` with manifest and cases in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use procedure::Manifest;
use procedure::manifest::{ManifestError, ManifestProblem};
use serde_json::Value as Json;
use words::{Lang, t, tf};

use super::kit::KIT_FOLDER;
use super::progress::{self, finished};
use super::toolchain::{TARGET, Toolchain};
use crate::answer::Answer;

/// The version the templates and the tests use; a `package.json` may name another.
const COMPONENTIZE: &str = "0.4.5";

/// What was built.
#[derive(Clone, Debug)]
pub(super) struct Built {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    /// What the compiler had to say besides.
    pub(super) warnings: String,
}

/// Builds and says where it lies.
pub(super) fn run(lang: Lang, folder: &Path) -> Answer {
    match built(lang, folder) {
        Ok(built) => {
            let size = super::bytes_text(built.bytes.len());
            let said = tf(lang, "plugin-built", &[("path", &built.path.to_string_lossy()), ("size", &size)]);
            Answer::done(format!("{}{said}\n", built.warnings))
        }
        Err(answer) => answer,
    }
}

/// Builds the sources in a folder and puts the component beside them.
pub(super) fn built(lang: Lang, folder: &Path) -> Result<Built, Answer> {
    let text = |file: &str| {
        let path = folder.join(file);
        let missing = |_| Answer::bad(tf(lang, "plugin-no-file", &[("path", &path.to_string_lossy()), ("file", file)]));
        // Line ends as git stores them, whatever the checkout made of them.
        std::fs::read_to_string(&path).map(|text| text.replace("\r\n", "\n")).map_err(missing)
    };
    let (manifest, cases) = (text("plugin.toml")?, text("cases.jsonl")?);
    // Before the compiler runs: a wrong manifest is soonest said.
    let id = match Manifest::read(&manifest) {
        Ok(manifest) => manifest.id,
        Err(error) => return Err(bad_manifest(lang, &folder.join("plugin.toml"), &error)),
    };
    let path = folder.join(format!("{id}.fz.wasm"));
    let first = !path.exists();
    let (component, warnings) = if folder.join("Cargo.toml").is_file() {
        progress::say(lang, if first { "plugin-building-first-rust" } else { "plugin-building" }, &id);
        let (core, warnings) = rust(lang, folder)?;
        let packed = pack::pack(&core, &manifest, &cases);
        let refused =
            |error: pack::PackError| Answer::bad(tf(lang, "plugin-not-packed", &[("detail", &error.to_string())]));
        (packed.map_err(refused)?, warnings)
    } else if folder.join("package.json").is_file() {
        progress::say(lang, if first { "plugin-building-first-js" } else { "plugin-building" }, &id);
        let (component, warnings) = javascript(lang, folder)?;
        (pack::seal(component, &manifest, &cases), warnings)
    } else {
        return Err(Answer::bad(tf(lang, "plugin-no-sources", &[("path", &folder.to_string_lossy())])));
    };
    let unwritten = |error: std::io::Error| {
        let args = [("path", &*path.to_string_lossy()), ("detail", &*error.to_string())];
        Answer::bad(tf(lang, "plugin-cannot-write", &args))
    };
    std::fs::write(&path, &component).map_err(unwritten)?;
    Ok(Built { path, bytes: component, warnings })
}

/// The line and the key of what is wrong in a manifest, and what it is.
fn bad_manifest(lang: Lang, path: &Path, error: &ManifestError) -> Answer {
    let detail = match &error.problem {
        ManifestProblem::Said(said) => said.clone(),
        ManifestProblem::Default(error) => {
            let args = error.args();
            let args: Vec<(&str, &str)> = args.iter().map(|(name, text)| (*name, text.as_str())).collect();
            tf(lang, error.key(), &args)
        }
    };
    let (path, line) = (path.to_string_lossy(), error.line.to_string());
    let key = if error.key.is_empty() { "plugin-bad-manifest-line" } else { "plugin-bad-manifest" };
    Answer::bad(tf(lang, key, &[("path", &path), ("line", &line), ("key", &error.key), ("detail", &detail)]))
}

/// The core module of a crate, and what the compiler said.
fn rust(lang: Lang, folder: &Path) -> Result<(Vec<u8>, String), Answer> {
    let toolchain = Toolchain::find(lang, folder)?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    cargo
        .current_dir(folder)
        .args(["build", "--release", "--target", TARGET, "--message-format", "json-render-diagnostics"])
        .args(&toolchain.words)
        .envs(toolchain.variables.iter().cloned())
        .env("CARGO_ENCODED_RUSTFLAGS", remaps(folder, &toolchain));
    let (out, said) = finished(lang, cargo, "plugin-rust-failed")?;
    let manifest = folder.join("Cargo.toml").canonicalize().unwrap_or_default();
    let module = String::from_utf8_lossy(&out).lines().filter_map(|line| module_of(line, &manifest)).next_back();
    let module = module.and_then(|module| std::fs::read(module).ok());
    module.map(|core| (core, said)).ok_or_else(|| Answer::bad(t(lang, "plugin-no-module")))
}

/// The WebAssembly file in one of cargo's messages, if it is this crate's.
fn module_of(message: &str, manifest: &Path) -> Option<PathBuf> {
    let message: Json = serde_json::from_str(message).ok()?;
    let ours = Path::new(message["manifest_path"].as_str()?).canonicalize().ok()? == *manifest;
    let mut files = message["filenames"].as_array()?.iter().filter_map(Json::as_str);
    let module = files.rfind(|file| Path::new(file).extension().is_some_and(|ending| ending == "wasm"));
    module.filter(|_| ours).map(PathBuf::from)
}

/// No folder of the author's machine stands in a component that others read.
fn remaps(folder: &Path, toolchain: &Toolchain) -> OsString {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().join(".cargo"));
    let places = [
        // What lies beside it shares what cargo has built: the flags are the same.
        (folder.canonicalize().ok().and_then(|folder| folder.parent().map(Path::to_owned)), "/plugin"),
        (cargo_home.or(home), "/cargo"),
        (Some(toolchain.sysroot.clone()), "/rust"),
    ];
    let mut flags = OsString::new();
    for (place, name) in places.into_iter().filter_map(|(place, name)| Some((place?, name))) {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(place);
        flags.push("=");
        flags.push(name);
    }
    flags
}

/// The component of a module in JavaScript, and what the tool said.
fn javascript(lang: Lang, folder: &Path) -> Result<(Vec<u8>, String), Answer> {
    let out = tempfile_in(folder);
    let own = folder.join("node_modules/.bin").join(script("componentize-qjs"));
    let mut tool = if own.is_file() {
        // A relative program would be looked for in the new current folder by some systems.
        Command::new(own.canonicalize().unwrap_or(own))
    } else {
        let mut npx = Command::new(script("npx"));
        npx.args(["--yes", &format!("componentize-qjs@{}", wanted_version(folder))]);
        npx
    };
    let wit = format!("{KIT_FOLDER}/wit/{}", procedure::World::NEWEST.version());
    tool.current_dir(folder)
        .args([
            "--stub-wasi",
            "--sync",
            "--module-root",
            ".",
            "--world",
            "plugin",
            "--wit",
            &wit,
            "--js",
            "src/plugin.js",
        ])
        .arg("--output")
        .arg(out.file_name().unwrap_or_default());
    let ran = finished(lang, tool, "plugin-js-failed");
    let component = std::fs::read(&out);
    let _ = std::fs::remove_file(&out);
    let (_, said) = ran?;
    let component = component.map_err(|_| Answer::bad(t(lang, "plugin-no-module")))?;
    Ok((component, said))
}

/// Beside the sources, for the tool writes below the current folder.
fn tempfile_in(folder: &Path) -> PathBuf {
    folder.join(format!(".componentize-{}.wasm", std::process::id()))
}

fn script(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

fn wanted_version(folder: &Path) -> String {
    let package = std::fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    let package: Json = serde_json::from_str(&package).unwrap_or_default();
    package["devDependencies"]["componentize-qjs"].as_str().unwrap_or(COMPONENTIZE).to_owned()
}
