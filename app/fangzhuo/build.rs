//! Puts what `fangzhuo plugin new` writes into the program: the SDK with the contract and the amounts, and the templates.
//! For Windows, the icon and the version too.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Folders of `plugin-api`.
const FOLDERS: [&str; 5] = ["sdk/src", "sdk/js", "amounts/src", "wit", "templates"];
/// Single files beside them.
const FILES: [&str; 1] = ["sdk/Cargo.toml"];

fn main() -> std::io::Result<()> {
    let api = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugin-api").canonicalize()?;
    let mut files: Vec<PathBuf> = FILES.iter().map(|file| api.join(file)).collect();
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={}", api.join(folder).display());
        below(&api.join(folder), &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.strip_prefix(&api).unwrap_or(file).to_string_lossy().replace('\\', "/");
        // Writing to a text does not fail.
        let _ = writeln!(list, "    ({name:?}, include_str!({:?})),", file.to_string_lossy());
    }
    list.push(']');
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    std::fs::write(out.join("kit.rs"), list)?;
    windows_resource()
}

/// What Explorer shows of the program file. Where it is built on Linux, mingw's `windres` does it.
fn windows_resource() -> std::io::Result<()> {
    // Not `cfg(windows)`: that would ask for which system this script is built.
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    let icon = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packaging/icons/fangzhuo.ico");
    println!("cargo::rerun-if-changed={}", icon.display());
    winresource::WindowsResource::new()
        .set_icon(&icon.to_string_lossy())
        // Chinese (Simplified, China): the language of the texts below.
        .set_language(0x0804)
        .set("ProductName", "小方桌 Fangzhuo")
        .set("FileDescription", "小方桌 Fangzhuo")
        .set("OriginalFilename", "fangzhuo.exe")
        .set("LegalCopyright", "The Fangzhuo developers, MIT OR Apache-2.0")
        .compile()
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            below(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
