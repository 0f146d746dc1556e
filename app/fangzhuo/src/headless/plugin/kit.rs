//! What is written beside a volunteer's sources, out of the program itself: nothing has to be fetched or cloned.

use std::path::Path;

use crate::cli::Language;

/// Every file by its path below `plugin-api`.
const KIT: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/kit.rs"));
/// Keeps the versions of the SDK's own dependencies those it was tested with.
const LOCK: &str = include_str!("../../../../../plugins/Cargo.lock");
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
            files.push((own.to_owned(), text.replace(TEMPLATE_NAME, name)));
        } else if parts.iter().any(|part| path.starts_with(part)) {
            // In the kit the JavaScript stands on its own.
            let path = path.strip_prefix("sdk/js/").map_or_else(|| (*path).to_owned(), |file| format!("js/{file}"));
            files.push((format!("{KIT_FOLDER}/{path}"), (*text).to_owned()));
        } else if *path == AMOUNTS_MANIFEST && language == Language::Rust {
            files.push((format!("{KIT_FOLDER}/amounts/Cargo.toml"), (*text).to_owned()));
        }
    }
    if language == Language::Rust {
        files.push(("Cargo.lock".to_owned(), LOCK.to_owned()));
    }
    files
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
