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

/// What the program says in the end; what it says of a build that goes on is left out.
fn author(folder: &Path, words: &[&str]) -> Said {
    let said = heard(folder, words);
    let going_on = |line: &&str| ["正在编译", "Building", " "].iter().any(|start| line.starts_with(start));
    let err = said.err.split_inclusive('\n').filter(|line| !going_on(line)).collect();
    Said { err, ..said }
}

/// All the program says.
fn heard(folder: &Path, words: &[&str]) -> Said {
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

/// The packages of a new procedure's lock (plugin-api/templates/rust/Cargo.lock) are those the shipped ones are built with;
/// after a change of plugins/Cargo.lock, put the lock that cargo makes of a new procedure in the template's place.
fn packages_are_ours(lock: &str) {
    let ours = std::fs::read_to_string(root().join("plugins/Cargo.lock")).unwrap();
    for package in lock.split("[[package]]").skip(1).filter(|package| package.contains("checksum")) {
        let package = package.split("dependencies").next().unwrap().trim_end();
        assert!(ours.contains(package), "plugins/Cargo.lock has another{package}");
    }
}

#[test]
fn given_nothing_when_made_and_built_a_checklist_in_rust_and_one_in_javascript_say_the_same() {
    let ours = ["rust", "js"].map(|language| {
        let sources = new(&format!("rack-{language}"), language);
        let lock = std::fs::read_to_string(sources.join("Cargo.lock")).unwrap_or_default();
        // It says what takes so long, and goes on saying.
        let built = heard(&sources, &["plugin", "build"]);
        assert!(built.err.starts_with(&format!("正在编译 rack-{language}，这是第一次")), "{built:?}");
        let built = built.out;
        assert!(built.contains(&format!("rack-{language}.fz.wasm")), "{built}");
        let again = heard(&sources, &["plugin", "build", "--lang", "en"]).err;
        assert!(again.starts_with(&format!("Building rack-{language}\n")), "{again}");
        // Nothing of the shipped procedures, and nothing that cargo would put differently.
        assert_eq!(std::fs::read_to_string(sources.join("Cargo.lock")).unwrap_or_default(), lock);
        assert!(!lock.contains("fee-apportionment") && !again.contains("Locking"), "{lock}{again}");
        packages_are_ours(&lock);
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
    assert_eq!(ours[0]["materials"][0]["sheet"]["columns"][2]["private"], true, "what people type is not sealed");
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
    assert!(heard(&sources, &["plugin", "build"]).err.contains("   Compiling rack-broken"), "no step of cargo");
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
    let refused = author(&folder.path(""), &["plugin", "new", "rack", "--lang", "cobol"]).refused(2);
    assert!(["cobol", "rust", "js"].iter().all(|word| refused.contains(word)), "{refused}");
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
    let second = until("日志");
    assert!(second.contains("no tent here") && second.contains("这个程序出错了"), "{second}");
    assert!(watch.wait().unwrap().success());
    // Its cases say the same, without the engine's addresses.
    let tested = author(&sources, &["plugin", "test"]);
    assert_eq!((tested.code, tested.out.matches('✗').count()), (1, 4), "{tested:?}");
    assert!(tested.out.contains("src/lib.rs:") && tested.out.contains("    no tent here"), "{tested:?}");
    assert!(!tested.out.contains("backtrace") && !tested.out.contains("<unknown>"), "{tested:?}");
}

#[test]
fn given_an_error_in_javascript_its_message_and_its_line_reach_the_author() {
    let sources = new("rack-error", "js");
    let plugin = sources.join("src/plugin.js");
    change(
        &plugin,
        "    const items = list(load(state), locale);\n",
        "    for (let n = 0; n < 300; n += 1) log(`line ${n}`);\n    const items = nowhere.list;\n",
    );
    // However much was logged before, the error is heard.
    change(&plugin, "import { setting }", "import { log, setting }");
    let text = std::fs::read_to_string(&plugin).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("nowhere")).unwrap();
    let words = ["nowhere is not defined".to_owned(), format!("src/plugin.js:{line}:")];
    let calls: [&[&str]; 4] = [
        &["plugin", "test"],
        &["plugin", "check", "."],
        &["plugin", "run", ".", "--case", ALL_HOLD],
        &["plugin", "run", ".", "--case", ALL_HOLD, "--page"],
    ];
    for call in calls {
        let said = author(&sources, call);
        let all = format!("{}{}", said.out, said.err);
        assert!(words.iter().all(|word| all.contains(word)), "{call:?}: {all}");
        assert!(!all.contains("backtrace") && !all.contains("<unknown>"), "{call:?}: {all}");
    }
    let said = author(&sources, &["plugin", "run", ".", "--case", ALL_HOLD, "--json"]);
    let fault: Value = serde_json::from_str(&said.out).unwrap();
    let message = fault["fault"]["message"].as_str().unwrap();
    assert!(fault["fault"]["code"] == "broken" && words.iter().all(|word| message.contains(word)), "{message}");
    // A page cannot refuse, so a refusal there is an error as well.
    change(&plugin, "nowhere.list", "list(load(state), locale)");
    change(&plugin, "    const headline =", "    throw fault(\"no\", \"not today\");\n    const headline =");
    let said = author(&sources, &["plugin", "test"]);
    assert!(said.code == 1 && said.out.contains("not today"), "{said:?}");
}

#[test]
fn given_a_manifest_with_a_mistake_its_line_and_key_are_named_before_anything_is_built() {
    let sources = new("rack-manifest", "js");
    let (manifest, good) = (sources.join("plugin.toml"), std::fs::read_to_string(sources.join("plugin.toml")).unwrap());
    let at = |mark: &str| 1 + good.lines().position(|line| line.contains(mark)).unwrap();
    for (from, to, line, words) in [
        ("default = \"3.00\"", "default = \"near\"", at("3.00"), ["setting.distance.default", "near"]),
        ("default = \"3.00\"", "default = 3", at("3.00"), ["setting.distance.default", "expected a string"]),
        ("kind = \"decimal\"", "kind = \"metres\"", at("\"decimal\""), ["setting.distance.kind", "metres"]),
        ("kind = \"decimal\"", "kind = \"choice\"", at("\"distance\"") - 1, ["setting.distance.options", "choice"]),
        ("id = \"distance\"", "id = \"place\"", at("\"distance\""), ["setting.place.id", "place stands twice"]),
        ("id = \"place\"", "id = \"Place\"", at("\"place\""), ["setting.Place.id", "is no key"]),
        ("id = \"rack-manifest\"", "id = \"Rack\"", at("id = "), ["id", "\"Rack\" is no key"]),
        ("world = \"fang", "world = \"wang", at("world"), ["world", "it was made for wang"]),
        ("licence =", "license =", at("licence"), ["license", "unknown field"]),
        ("en = \"Place of", "en = Place of", at("en = \"Place"), ["plugin.toml", ""]),
    ] {
        std::fs::write(&manifest, good.replacen(from, to, 1)).unwrap();
        for (lang, place) in
            [("zh-CN", format!("plugin.toml 第 {line} 行")), ("en", format!("plugin.toml line {line}"))]
        {
            let refused = author(&sources, &["plugin", "build", "--lang", lang]).refused(2);
            let named = refused.contains(&place) && words.iter().all(|word| refused.contains(word));
            assert!(named && !refused.contains("this version"), "{to}: {refused}");
        }
    }
    assert!(!sources.join("rack-manifest.fz.wasm").exists());
}

#[test]
fn given_lines_that_are_no_cases_each_is_named_where_it_stands() {
    let sources = new("rack-lines", "js");
    let (cases, good) = (sources.join("cases.jsonl"), std::fs::read_to_string(sources.join("cases.jsonl")).unwrap());
    let photo = |hash: &str| {
        format!(
            r#"{{"case":"photo","households":0,"steps":[{{"check":{{"checklist":"site","item":"fire-lane","finding":"met","evidence":[{{"hash":"{hash}","caption":"夜"}}]}}}}],"fault":"still-open","at":"window"}}"#
        )
    };
    let lines = [
        photo("abc"),
        photo(&"A".repeat(64)).replace("photo", "capitals"),
        photo(&"0a".repeat(32)).replace("photo", "sound"),
        good.lines().next().unwrap().to_owned(),
        r#"{"case":"夜里","households":0,"steps":[],"expects":{}}"#.to_owned(),
    ];
    std::fs::write(&cases, format!("{good}{}\n", lines.join("\n"))).unwrap();
    let said = author(&sources, &["plugin", "test"]);
    assert_eq!((said.code, said.out.matches('✓').count(), said.out.matches('✗').count()), (1, 6, 4), "{said:?}");
    for words in [
        "✗ cases.jsonl line 6\n    step 1: the hash of a photo is \"abc\"; it has 64 digits",
        "✗ cases.jsonl line 7\n    step 1: the hash",
        "✓ sound",
        "✗ cases.jsonl line 9\n    there is a case \"nobody has looked yet\" in line 1 already",
        "✗ cases.jsonl line 10, column 48\n    unknown field `expects`",
    ] {
        assert!(said.out.contains(words), "no {words} in {}", said.out);
    }
    assert!(!said.out.contains("line 1 column"), "{}", said.out);
    // Whoever asks for such a case hears the same.
    let refused = author(&sources, &["plugin", "run", ".", "--case", "夜里"]).refused(2);
    assert!(refused.contains("line 10, column 48: unknown field"), "{refused}");
    std::fs::write(&cases, &good).unwrap();
    // Two lists of one name: a finding would not say which is meant.
    change(
        &sources.join("src/plugin.js"),
        "[checklist(SITE, place(viewer.locale), items)]",
        "[checklist(SITE, \"\", items), checklist(SITE, \"\", items)]",
    );
    let said = author(&sources, &["plugin", "test"]);
    assert_eq!((said.code, said.out.matches("site stands twice on the page").count()), (1, 4), "{said:?}");
}

#[test]
fn given_a_page_and_a_conclusion_as_text_photos_days_and_places_are_told() {
    let sources = new("rack-shown", "js");
    let plugin = sources.join("src/plugin.js");
    change(&plugin, "pick(locale, \"当面问过\", \"Asked in person\"),", "\"\", { evidenceRequired: true },");
    change(&plugin, "item.label, \"\"));", "item.label, \"物业\", 20652));");
    change(
        &plugin,
        "duties(settle)] }",
        "duties(settle)], carry: [{ id: \"left\", value: { tag: \"money\", val: 165000 } }] }",
    );
    let page = ["plugin", "run", ".", "--page", "--case"];
    let open = author(&sources, &[page.as_slice(), &[ALL_HOLD]].concat()).done();
    for words in ["一楼住户同意 (ground-floor)  要照片", "还有待查的项目（still-open，在 ground-floor）"]
    {
        assert!(open.contains(words), "no {words} in {open}");
    }
    let photo = format!(r#""finding":"met","evidence":[{{"hash":"{}","caption":""}}]"#, "0".repeat(64));
    let cases = sources.join("cases.jsonl");
    change(&cases, r#""item":"ground-floor","finding":"met""#, &format!(r#""item":"ground-floor",{photo}"#));
    let shown = author(&sources, &[page.as_slice(), &[ALL_HOLD]].concat()).done();
    assert!(shown.contains("照片 1 张") && !shown.contains("要照片"), "{shown}");
    change(
        &cases,
        r#""item":"ground-floor","finding":"failed""#,
        &format!(r#""item":"ground-floor",{photo}"#).replace("met", "failed"),
    );
    for page in [&page[..], &["plugin", "run", ".", "--case"]] {
        let deferred = author(&sources, &[page, &["the ground floor is against it"]].concat()).done();
        for words in ["先解决：一楼住户同意\t物业\t2026年7月18日前", "离窗户的距离\t符合", "left = 1,650.00"]
        {
            assert!(deferred.contains(words), "no {words} in {deferred}");
        }
    }
}

#[test]
fn given_a_change_after_which_everything_comes_out_as_before_it_is_not_shown_twice() {
    let sources = new("rack-same", "js");
    let plugin = sources.join("src/plugin.js");
    let words = ["plugin", "run", ".", "--case", ALL_HOLD, "--watch", "--rounds", "2"];
    let mut watch = program().args(words).current_dir(&sources).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = BufReader::new(watch.stdout.take().unwrap());
    let mut line = || {
        let mut line = String::new();
        assert_ne!(out.read_line(&mut line).unwrap(), 0, "it ended");
        line
    };
    while !line().contains("conclude") {}
    change(&plugin, "// Keys are", "// The keys are");
    while !line().contains("结果和上一次一样") {}
    change(&plugin, "可以装晾衣架", "可以装两个晾衣架");
    let mut then = String::new();
    while !then.contains("可以装两个晾衣架") {
        then.push_str(&line());
    }
    assert_eq!(then.matches("========").count(), 2, "one heading: {then}");
    assert!(then.contains("第 2 次") && then.matches("工作台上的页面").count() == 1, "{then}");
    assert!(watch.wait().unwrap().success());
}
