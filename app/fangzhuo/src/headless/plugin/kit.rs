//! What is written beside a volunteer's sources, out of the program itself: nothing has to be fetched or cloned.

use std::path::Path;

use crate::cli::Language;

/// Every file by its path below `plugin-api`.
const KIT: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/kit.rs"));
/// How a package begins in a lock; the line feed before it ends the one above.
const PACKAGE: &str = "\n[[package]]\n";
/// The name the templates carry until they get one.
const TEMPLATE_NAME: &str = "my-checklist";
/// Stands for the manifest of the amounts, which is the workspace's in the repository.
const AMOUNTS_MANIFEST: &str = "templates/amounts.Cargo.toml";
/// Where the kit lies within a plugin's folder.
pub(super) const KIT_FOLDER: &str = "fangzhuo-sdk";

/// The files of a new plugin: path below its folder, and text.
pub(super) fn files(name: &str, language: Language) -> Vec<(String, String)> {
    let (template, parts): (_, &[&str]) = match language {
        Language::Rust => ("templates/rust/", &["sdk/src/", "sdk/Cargo.toml", "amounts/", "wit/"]),
        Language::JavaScript => ("templates/js/", &["sdk/js/", "wit/"]),
    };
    let mut files = Vec::new();
    for (path, text) in KIT {
        if let Some(own) = path.strip_prefix(template) {
            let own = if own == "gitignore" { ".gitignore" } else { own };
            let text = text.replace(TEMPLATE_NAME, name);
            files.push((own.to_owned(), if own == "Cargo.lock" { in_order(&text) } else { text }));
        } else if parts.iter().any(|part| path.starts_with(part)) {
            // In the kit the JavaScript stands on its own.
            let path = path.strip_prefix("sdk/js/").map_or_else(|| (*path).to_owned(), |file| format!("js/{file}"));
            files.push((format!("{KIT_FOLDER}/{path}"), (*text).to_owned()));
        } else if *path == AMOUNTS_MANIFEST && language == Language::Rust {
            files.push((format!("{KIT_FOLDER}/amounts/Cargo.toml"), (*text).to_owned()));
        }
    }
    files
}

/// A lock in cargo's order of names, for the plugin's own has changed: cargo then finds nothing to put differently.
fn in_order(lock: &str) -> String {
    let mut blocks = lock.trim_end().split(PACKAGE);
    let head = blocks.next().unwrap_or_default();
    let mut blocks: Vec<&str> = blocks.map(str::trim_end).collect();
    // Stable: two versions of one package stay as they are.
    blocks.sort_by_key(|block| block.lines().next());
    let blocks = blocks.into_iter().map(|block| format!("{PACKAGE}{block}\n"));
    format!("{head}{}", blocks.collect::<String>())
}

/// Writes files below a folder.
pub(super) fn write(folder: &Path, files: &[(String, String)]) -> std::io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, text)?;
    }
    Ok(())
}
