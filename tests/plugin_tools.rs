//! The tools of whoever writes a procedure: from nothing to a working checklist, in Rust and in JavaScript.
//!
//! The sources are built for WebAssembly as a volunteer would build them, so this needs what `tests/build-plugins` needs,
//! and Node.js. The standard library is built once, under `target/`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::{Folder, Said, fangzhuo, is_chinese, root, text};
use serde_json::{Value, json};

const ALL_HOLD: &str = "everything holds";

/// The program as an author calls it.
fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_fangzhuo"));
    program.env_remove("FANGZHUO_LOG").env("CARGO_TARGET_DIR", root().join("target/plugins/tools"));
    // What the tests' own cargo was told is not meant for the author's.
    for variable in ["RUSTC", "RUSTFLAGS", "RUSTC_WRAPPER", "CARGO_ENCODED_RUSTFLAGS", "RUSTUP_TOOLCHAIN"] {
        program.env_remove(variable);
    }
    let unpacked = root().join("target/plugins/debian/root");
    if unpacked.join("usr/bin/rustc").is_file() {
        program.env("FANGZHUO_WASM_RUST", unpacked);
    }
    program
}

fn author(folder: &Path, words: &[&str]) -> Said {
    let output = program().args(words).current_dir(folder).output().unwrap();
    Said {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Where the tests' authors have their sources: in one place, so that the standard library is built for them once.
fn authors() -> PathBuf {
    let place = root().join("target/plugins/authors");
    std::fs::create_dir_all(&place).unwrap();
    place.canonicalize().unwrap()
}

/// A new procedure, of a name no other test uses; the folder of its sources.
fn new(name: &str, language: &str) -> PathBuf {
    let sources = authors().join(name);
    if sources.exists() {
        std::fs::remove_dir_all(&sources).unwrap();
    }
    let said = author(&authors(), &["plugin", "new", name, "--lang", language]).done();
    assert!(is_chinese(&said) && said.contains("fangzhuo plugin build"), "{said}");
    sources
}

/// Changes a source file; what is to be changed must be there.
fn change(file: &Path, from: &str, to: &str) {
    let before = std::fs::read_to_string(file).unwrap();
    assert!(before.contains(from), "{} has no {from}", file.display());
    std::fs::write(file, before.replace(from, to)).unwrap();
}

/// The conclusion of a case, as scripts read it.
fn conclusion(folder: &Path, case: &str) -> Value {
    let said = author(folder, &["plugin", "run", ".", "--case", case, "--json"]).done();
    serde_json::from_str(&said).unwrap()
}

#[test]
fn given_nothing_when_made_and_built_a_checklist_in_rust_and_one_in_javascript_say_the_same() {
    let ours = ["rust", "js"].map(|language| {
        let sources = new(&format!("rack-{language}"), language);
        let built = author(&sources, &["plugin", "build"]).done();
        assert!(built.contains(&format!("rack-{language}.fz.wasm")), "{built}");
        let tested = author(&sources, &["plugin", "test"]).done();
        assert_eq!(tested.matches('✓').count(), 5, "{tested}");
        let file = sources.join(format!("rack-{language}.fz.wasm"));

        // Every step in its order, then the sheet; nobody's folder is named in the file.
        let checked = fangzhuo(["plugin", "check", &text(&file), "--lang", "en"]).done();
        assert_eq!(checked.matches('✓').count(), 7, "{checked}");
        for word in ["Place of a clothes rack", "distance", "3.00", "Does not see: names", "5 cases of its own"] {
            assert!(checked.contains(word), "no {word} in {checked}");
        }
        let bytes = std::fs::read(&file).unwrap();
        let own = text(&authors());
        assert!(
            !bytes.windows(own.len()).any(|part| part == own.as_bytes()),
            "{language}: the folder stands in the file"
        );
        conclusion(&sources, ALL_HOLD)
    });
    assert_eq!(ours[0]["outcome"], "adopted");
    assert_eq!(
        ours[0]["materials"][0]["sheet"]["columns"][1]["data"]["cells"],
        json!({ "text": ["符合", "符合", "符合"] })
    );
    assert_eq!(ours[0], ours[1], "the two templates differ");
}

#[test]
fn given_a_new_procedure_its_own_tests_run_natively() {
    let sources = new("rack-native", "rust");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = root().join("target/plugins/tools");
    let tested =
        Command::new(cargo).arg("test").current_dir(&sources).env("CARGO_TARGET_DIR", target).output().unwrap();
    let said = String::from_utf8_lossy(&tested.stdout);
    assert!(tested.status.success() && said.contains("2 passed"), "{said}{}", String::from_utf8_lossy(&tested.stderr));
}

#[test]
fn given_a_case_that_is_old_the_difference_is_shown_and_update_writes_what_comes_out() {
    let sources = new("rack-cases", "rust");
    let cases = sources.join("cases.jsonl");
    change(&cases, "3 号楼东侧可以装晾衣架", "3 号楼东侧不可以");
    let wrong = author(&sources, &["plugin", "test"]);
    assert_eq!(wrong.code, 1, "{wrong:?}");
    assert!(
        wrong.out.contains("expect /summary: expected \"3 号楼东侧不可以\", found \"3 号楼东侧可以装晾衣架\""),
        "{wrong:?}"
    );
    assert_eq!((wrong.out.matches('✓').count(), wrong.out.matches('✗').count()), (4, 1), "{wrong:?}");
    // An adoption would end at its last step, with the same words.
    let checked = author(&sources, &["plugin", "check", "."]);
    assert_eq!((checked.code, checked.out.matches('✓').count(), checked.out.matches('✗').count()), (1, 6, 1));
    // A new case that says nothing yet, and another that names places of the page.
    let steps = r#""steps":[{"check":{"checklist":"site","item":"window","finding":"met","measured":310}}]"#;
    let new_cases = format!(
        "{{\"case\":\"new\",\"households\":0,{steps}}}\n{{\"case\":\"page\",\"households\":0,{steps},\"page\":{{\"/headline\":\"?\"}}}}\n"
    );
    let before = std::fs::read_to_string(&cases).unwrap() + &new_cases;
    std::fs::write(&cases, &before).unwrap();
    let updated = author(&sources, &["plugin", "test", ".", "--update"]).done();
    assert!(updated.contains("3 行"), "{updated}");
    // What was put differently is named with what it said and what came out, and nothing is lost.
    assert!(updated.contains("✗ everything holds") && updated.contains("3 号楼东侧不可以"), "{updated}");
    assert_eq!(std::fs::read_to_string(sources.join("cases.jsonl.old")).unwrap(), before);
    let now = std::fs::read_to_string(&cases).unwrap();
    assert!(
        now.contains("3 号楼东侧可以装晾衣架") && now.contains("\"fault\":\"still-open\",\"at\":\"fire-lane\""),
        "{now}"
    );
    assert!(now.contains("3 项里查了 1 项"), "{now}");
    assert_eq!(author(&sources, &["plugin", "test", "."]).done().matches('✓').count(), 7);
    let refused = author(&sources, &["plugin", "test", "rack-cases.fz.wasm", "--update"]).refused(2);
    assert!(refused.contains("--update"), "{refused}");
}

#[test]
fn given_sources_that_do_not_build_the_compiler_is_heard_and_the_old_component_stays() {
    let folder = Folder::new();
    let sources = new("rack-broken", "rust");
    std::fs::write(sources.join("rack-broken.fz.wasm"), "old").unwrap();
    change(&sources.join("src/lib.rs"), "fangzhuo_sdk::procedure!(ClothesRack);", "fangzhuo_sdk::procedure!(Nothing);");
    let said = author(&sources, &["plugin", "build", "--lang", "en"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("Nothing") && said.err.contains("did not build"), "{said:?}");
    assert_eq!(std::fs::read(sources.join("rack-broken.fz.wasm")).unwrap(), b"old");
    change(&sources.join("plugin.toml"), "kind = \"decimal\"", "kind = \"metres\"");
    let refused = author(&sources, &["plugin", "build"]).refused(2);
    assert!(refused.contains("plugin.toml") && is_chinese(&refused), "{refused}");
    let nowhere = author(&folder.path(""), &["plugin", "build"]).refused(2);
    assert!(nowhere.contains("plugin.toml"), "{nowhere}");
}

#[test]
fn given_a_name_that_cannot_be_or_is_taken_nothing_is_made() {
    let folder = Folder::new();
    for name in ["9-racks", "Rack", "晾衣架", "a_b"] {
        let refused = author(&folder.path(""), &["plugin", "new", name]).refused(2);
        assert!(refused.contains(name), "{refused}");
    }
    std::fs::create_dir(folder.path("taken")).unwrap();
    author(&folder.path(""), &["plugin", "new", "taken"]).refused(2);
    author(&folder.path(""), &["plugin", "new", "rack", "--lang", "cobol"]).refused(2);
    assert_eq!(folder.names(""), ["taken"]);
    let said = author(&folder.path(""), &["plugin", "new", "rack", "--lang", "js", "--lang", "en"]).done();
    assert!(!is_chinese(&said) && folder.path("rack/package.json").is_file(), "{said}");
}

#[test]
fn given_a_file_that_is_no_procedure_the_check_ends_at_the_first_refusal() {
    let folder = Folder::new();
    let shipped = std::fs::read(root().join("plugins/fee-apportionment/fee-apportionment.fz.wasm")).unwrap();
    let half = folder.write("half.fz.wasm", &shipped[..shipped.len() / 2]);
    let said = fangzhuo(["plugin", "check", &half]);
    assert_eq!((said.code, said.out.matches('✗').count()), (1, 1), "{said:?}");
    assert!(said.out.trim_end().lines().last().unwrap().starts_with('✗') && is_chinese(&said.err), "{said:?}");
    let whole = folder.write("whole.fz.wasm", &shipped);
    let said = fangzhuo(["plugin", "check", &whole]).done();
    assert!(said.contains("费用分摊") && said.contains("名册列"), "{said}");
    fangzhuo(["plugin", "check", &folder.at("none.fz.wasm")]).refused(2);
    let said = fangzhuo(["plugin", "test", &whole]).done();
    assert!(said.lines().count() > 16, "{said}");
}

#[test]
fn given_a_watch_when_the_sources_change_page_state_fuel_and_log_are_shown_again() {
    let sources = new("rack-watched", "rust");
    let words = ["plugin", "run", ".", "--case", ALL_HOLD, "--watch", "--rounds", "2"];
    let mut watch = program().args(words).current_dir(&sources).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(watch.stdout.take().unwrap());
    let mut until = |mark: &str| {
        let mut seen = String::new();
        while !seen.contains(mark) {
            assert_ne!(out.read_line(&mut seen).unwrap(), 0, "it ended without {mark}: {seen}");
        }
        seen
    };
    let first = until("conclude");
    for word in ["3 项里查了 3 项", "离窗户的距离 (window)", "3.20 ≥ 3.00 米", "可以装晾衣架", "4096 KiB", "‰"]
    {
        assert!(first.contains(word), "no {word} in {first}");
    }
    change(
        &sources.join("src/lib.rs"),
        "let place = place(lang);",
        "let place = place(lang);\n        panic!(\"no tent here\");",
    );
    let second = until("no tent here");
    assert!(second.contains("日志") && second.contains("这个程序出错了"), "{second}");
    assert!(watch.wait().unwrap().success());
}
