//! The rules of the repository as tests: who may know whom, where texts and colours live, how long a file may be.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Lines of a source file; beyond it a file has more than one reason to exist.
const LINES: usize = 500;

/// Our crates and which of ours each may depend on, as the design draws it. Wider edges need a better design first.
const EDGES: &[(&str, &[&str])] = &[
    ("amounts", &[]),
    ("pack", &[]),
    ("sdk", &["amounts"]),
    ("deliberation", &["amounts"]),
    ("words", &["amounts", "deliberation"]),
    ("journal", &[]),
    ("procedure", &["amounts", "deliberation"]),
    ("papers", &["amounts", "deliberation", "words"]),
    ("session", &["amounts", "deliberation", "words", "journal", "procedure", "papers"]),
    ("desk", &["amounts", "deliberation", "words", "session"]),
    ("fangzhuo", &["amounts", "pack", "deliberation", "words", "journal", "procedure", "papers", "session", "desk"]),
];

/// Crates of others that only these of ours may know.
const ONLY: &[(&str, &[&str])] = &[
    ("wasmtime", &["procedure"]),
    ("rusqlite", &["journal"]),
    ("egui", &["desk", "fangzhuo"]),
    ("eframe", &["fangzhuo"]),
    ("rfd", &["fangzhuo"]),
    ("clap", &["fangzhuo"]),
    ("calamine", &["papers"]),
    ("docx-rs", &["papers"]),
    ("rust_xlsxwriter", &["papers"]),
];

/// All that the meeting itself may know: nothing here does I/O, reads a clock or draws.
const PURE: &[&str] = &["amounts", "jiff", "serde", "serde_json", "sha2", "thiserror", "toml"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every file below a folder with one of these endings (all, if none is named), by its path from the root.
fn files(below: &str, endings: &[&str]) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join(below)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            let name = entry.file_name().into_string().unwrap();
            if path.is_dir() {
                if !["target", ".git", "out"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.is_empty() || endings.iter().any(|ending| name.ends_with(ending)) {
                // What is no text (fonts, pictures, components) has no lines to look at.
                if let Ok(text) = std::fs::read_to_string(&path) {
                    let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
                    found.insert(name, text);
                }
            }
        }
    }
    assert!(!found.is_empty(), "nothing below {below}");
    found
}

fn sources(below: &str) -> BTreeMap<String, String> {
    files(below, &[".rs"])
}

/// The code of a source file without comments and without its tests, line by line with its number.
fn code(text: &str) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            break;
        }
        let line = match comment_start(line) {
            Some(start) => &line[..start],
            None => line,
        };
        lines.push((at + 1, line.to_owned()));
    }
    lines
}

/// Where a `//` outside a string begins.
fn comment_start(line: &str) -> Option<usize> {
    let bytes = line.as_bytes();
    let (mut quoted, mut at) = (false, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quoted => at += 1,
            // The character '"' opens nothing.
            b'"' if !(at > 0 && bytes[at - 1] == b'\'' && bytes.get(at + 1) == Some(&b'\'')) => quoted = !quoted,
            b'/' if !quoted && bytes.get(at + 1) == Some(&b'/') => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

#[track_caller]
fn none(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn no_source_file_is_longer_than_can_be_read_at_once() {
    let all = ["app", "plugin-api", "plugins", "tests"].into_iter().flat_map(sources);
    let long = all.filter(|(_, text)| text.lines().count() > LINES);
    none("split these", long.map(|(name, text)| format!("{name}: {} lines", text.lines().count())).collect());
}

#[test]
fn the_top_level_is_the_map_and_nothing_else() {
    let known = [
        ".cargo",
        ".ci",
        ".editorconfig",
        ".git",
        ".gitattributes",
        ".github",
        ".gitignore",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "app",
        "clippy.toml",
        "deny.toml",
        "packaging",
        "plugin-api",
        "plugins",
        "rustfmt.toml",
        "target",
        "tests",
    ];
    let names = std::fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    none("not in the map", names.filter(|name| !known.contains(&name.as_str())).collect());
}

/// The dependencies of a crate but those of its tests.
fn dependencies(manifest: &toml::Table) -> BTreeSet<String> {
    let of = |table: &toml::Table| -> Vec<String> {
        let tables = ["dependencies", "build-dependencies"].into_iter().filter_map(|name| table.get(name)?.as_table());
        tables.flat_map(|table| table.keys().cloned()).collect()
    };
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let by_target = targets.into_iter().flat_map(|targets| targets.values()).filter_map(toml::Value::as_table);
    by_target.flat_map(of).chain(of(manifest)).collect()
}

fn crates() -> BTreeMap<String, BTreeSet<String>> {
    let manifests = ["app", "plugin-api"].into_iter().flat_map(|below| files(below, &["Cargo.toml"]));
    // A template is a crate of whoever uses it.
    let manifests = manifests.filter(|(path, _)| !path.starts_with("plugin-api/templates/"));
    let known = manifests.map(|(path, text)| {
        let name = path.split('/').nth(1).unwrap().to_owned();
        (name, dependencies(&text.parse().unwrap()))
    });
    known.collect()
}

#[test]
fn crates_know_only_those_below_them() {
    let crates = crates();
    let edges: BTreeMap<&str, &[&str]> = EDGES.iter().copied().collect();
    assert_eq!(crates.keys().map(String::as_str).collect::<BTreeSet<_>>(), edges.keys().copied().collect());
    let mut wrong = Vec::new();
    for (name, known) in &crates {
        let ours = known.iter().filter(|other| edges.contains_key(other.as_str()));
        wrong.extend(
            ours.filter(|other| !edges[name.as_str()].contains(&other.as_str()))
                .map(|other| format!("{name} → {other}")),
        );
        for (other, only) in ONLY {
            if known.contains(*other) && !only.contains(&name.as_str()) {
                wrong.push(format!("{name} → {other}"));
            }
        }
    }
    wrong.extend(
        crates["deliberation"]
            .iter()
            .filter(|other| !PURE.contains(&other.as_str()))
            .map(|other| format!("deliberation → {other}")),
    );
    none("edges the design does not draw", wrong);
}

#[test]
fn the_desk_touches_no_database_file_or_clock() {
    let forbidden =
        ["rusqlite", "std::fs", "std::net", "std::process", "Instant", "SystemTime", "Timestamp::now", "Zoned::now"];
    let mut found = Vec::new();
    for (name, text) in sources("app/desk/src") {
        for (line, code) in code(&text) {
            found.extend(
                forbidden.iter().filter(|word| code.contains(*word)).map(|word| format!("{name}:{line} {word}")),
            );
        }
    }
    none("the desk gets values, never these", found);
}

#[test]
fn only_the_session_appends() {
    let mut found = Vec::new();
    for below in ["app/desk/src", "app/fangzhuo/src", "app/papers/src", "app/words/src", "app/procedure/src"] {
        for (name, text) in sources(below) {
            for (line, code) in code(&text) {
                if code.contains("Journal") || code.contains("journal::open") {
                    found.push(format!("{name}:{line}"));
                }
            }
        }
    }
    none("a way to the file beside the session", found);
}

#[test]
fn colours_live_in_the_tokens() {
    let mut found = Vec::new();
    for (name, text) in sources("app/desk/src").into_iter().chain(sources("app/fangzhuo/src")) {
        if name == "app/desk/src/look/tokens.rs" {
            continue;
        }
        for (line, code) in code(&text) {
            // Transparent is no colour but its absence.
            let plain = code.replace("Color32::TRANSPARENT", "");
            if plain.contains("Color32::") || plain.contains("Rgba::") || plain.contains("hex_color!") {
                found.push(format!("{name}:{line}"));
            }
        }
    }
    none("colours outside look::tokens", found);
}

#[test]
fn texts_of_the_windows_stand_in_the_locale_files() {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    let mut found = Vec::new();
    for (name, text) in sources("app/desk/src") {
        for (line, code) in code(&text) {
            if code.chars().any(is_han) {
                found.push(format!("{name}:{line} {}", code.trim()));
            }
        }
    }
    none("Chinese in the code instead of app/words/locales", found);
}

/// Keys of one language by the file they stand in.
fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let files = files(&format!("app/words/locales/{lang}"), &[".ftl"]);
    let of = |text: &str| -> BTreeSet<String> {
        let keys = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        keys.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().to_owned()).collect()
    };
    files.iter().map(|(path, text)| (path.rsplit('/').next().unwrap().to_owned(), of(text))).collect()
}

#[test]
fn both_languages_have_the_same_keys_in_the_same_files() {
    let (zh, en) = (keys("zh-CN"), keys("en"));
    let listed = |keys: &BTreeMap<String, BTreeSet<String>>| -> BTreeSet<String> {
        keys.iter().flat_map(|(file, keys)| keys.iter().map(move |key| format!("{file}: {key}"))).collect()
    };
    let (zh, en) = (listed(&zh), listed(&en));
    none("in one language only", zh.symmetric_difference(&en).cloned().collect());
    assert!(zh.len() > 300, "the locale files were not read");
}

/// String literals of the code, without those of tests and comments.
fn literals() -> BTreeSet<String> {
    let mut literals = BTreeSet::new();
    for (_, text) in sources("app").into_iter().filter(|(name, _)| name.contains("/src/")) {
        for (_, code) in code(&text) {
            literals.extend(code.split('"').skip(1).step_by(2).map(str::to_owned));
        }
    }
    literals
}

#[test]
fn every_text_of_the_locale_files_is_used() {
    let literals = literals();
    let keys = keys("zh-CN").into_values().flatten();
    none("keys nobody looks up", keys.filter(|key| !literals.contains(key)).collect());
}

#[test]
fn every_text_the_code_looks_up_is_there() {
    let known: BTreeSet<String> = keys("zh-CN").into_values().flatten().collect();
    let mut missing = Vec::new();
    for (name, text) in sources("app").into_iter().filter(|(name, _)| name.contains("/src/")) {
        let code: String = code(&text).into_iter().map(|(_, code)| code.trim().to_owned() + " ").collect();
        for call in ["t(", "tf("] {
            for (at, _) in code.match_indices(call) {
                if code[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                missing.extend(
                    key_of(&code[at + call.len()..])
                        .filter(|key| !known.contains(key))
                        .map(|key| format!("{name}: {key}")),
                );
            }
        }
    }
    none("looked up and not there", missing);
}

/// The literal key of a look-up `t(lang, "key"`; `None` where the key is no literal.
fn key_of(arguments: &str) -> Option<String> {
    let (lang, rest) = arguments.split_once(',')?;
    let plain = lang.trim().chars().all(|c| c.is_alphanumeric() || "_.:&()".contains(c));
    let key = rest.trim_start().strip_prefix('"')?.split('"').next()?;
    plain.then(|| key.to_owned())
}

#[test]
fn nothing_in_the_repository_names_a_machine() {
    // Put together here, so that this file does not find itself.
    let marks = [["/wo", "rk/"], ["/ro", "ot/"], ["crates", ".io"], ["deb.deb", "ian.org"], ["pythonho", "sted.org"]];
    let marks: Vec<String> = marks.iter().map(|parts| parts.concat()).collect();
    let mut found = Vec::new();
    let folders =
        ["app", "packaging", "plugin-api", "plugins", "tests", ".ci"].into_iter().flat_map(|below| files(below, &[]));
    for (name, text) in folders.filter(|(name, _)| !name.ends_with("Cargo.lock")) {
        for (at, line) in text.lines().enumerate() {
            found.extend(
                marks.iter().filter(|mark| line.contains(*mark)).map(|mark| format!("{name}:{} {mark}", at + 1)),
            );
        }
    }
    none("paths of a machine or hosts of a registry", found);
}

#[test]
fn comments_and_tests_are_told_from_code() {
    assert_eq!(comment_start(r#"let a = "//"; // b"#), Some(14));
    assert_eq!(comment_start(r#"let a = "\"//"; let b = '"';"#), None);
    let text = "//! 字\nlet a = 1; // 字\n#[cfg(test)]\nmod tests { 字 }";
    assert!(code(text).iter().all(|(_, line)| !line.contains('字')));
    assert_eq!(key_of("lang, \"a-key\", &[])"), Some("a-key".to_owned()));
    assert_eq!(key_of("lang, key)"), None);
}
