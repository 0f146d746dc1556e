//! Wrong words and bad files: exit code 2, nothing on stdout, one sentence on stderr in the language asked for.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

mod common;

use common::{Folder, estate, fangzhuo, is_chinese, root, text};

/// Calls with exit code 2, by what is wrong with them. `DIR` stands for the test's folder.
const CALLS: &[(&str, &[&str])] = &[
    ("a word that is not known", &["verify", "DIR/demo.fz", "--quickly"]),
    ("a command that is not known", &["verfy", "DIR/demo.fz"]),
    ("a file and a command", &["DIR/demo.fz", "verify", "DIR/demo.fz"]),
    ("half a command", &["plugin"]),
    ("nothing to verify", &["verify"]),
    ("no folder", &["demo"]),
    ("a meeting that is no number", &["export", "DIR/demo.fz", "--meeting", "first", "--to", "DIR/out"]),
    ("a meeting that is not there", &["export", "DIR/demo.fz", "--meeting", "7", "--to", "DIR/out"]),
    ("a format that is not known", &["export", "DIR/demo.fz", "--meeting", "1", "--to", "DIR/out", "--format", "rtf"]),
    ("an option without its value", &["export", "DIR/demo.fz", "--meeting"]),
    ("a folder that is a file", &["demo", "--out", "DIR/text.fz/below"]),
    ("no file", &["verify", "DIR/nowhere.fz"]),
    ("text", &["verify", "DIR/text.fz"]),
    ("a database of somebody else", &["verify", "DIR/other.fz"]),
    ("an empty file", &["verify", "DIR/empty.fz"]),
    ("to export no file", &["export", "DIR/nowhere.fz", "--meeting", "1", "--to", "DIR/out"]),
    ("to export text", &["export", "DIR/text.fz", "--meeting", "1", "--to", "DIR/out"]),
    ("to go on with text", &["play", "DIR/good.jsonl", "--file", "DIR/text.fz"]),
    ("to go on with a database of somebody else", &["play", "DIR/good.jsonl", "--file", "DIR/other.fz"]),
    ("to go on with an empty file", &["play", "DIR/good.jsonl", "--file", "DIR/empty.fz"]),
    ("a story without a file", &["play", "DIR/good.jsonl"]),
    ("no story", &["play", "DIR/nowhere.jsonl", "--file", "DIR/new.fz"]),
    ("a story that is no JSON", &["play", "DIR/prose.jsonl", "--file", "DIR/new.fz"]),
    ("a story of lists", &["play", "DIR/lists.jsonl", "--file", "DIR/new.fz"]),
    ("a story that is no text", &["play", "DIR/bytes.jsonl", "--file", "DIR/new.fz"]),
    ("a story that makes no file", &["play", "DIR/goes-on.jsonl", "--file", "DIR/new.fz"]),
    ("a command nobody knows in a story", &["play", "DIR/dance.jsonl", "--file", "DIR/dance.fz"]),
    ("a time that is none in a story", &["play", "DIR/noon.jsonl", "--file", "DIR/noon.fz"]),
    ("somebody nobody knows in a story", &["play", "DIR/nobody.jsonl", "--file", "DIR/nobody.fz"]),
    ("a story whose roll is not there", &["play", "DIR/no-roll.jsonl", "--file", "DIR/no-roll.fz"]),
    ("a story whose roll has a password", &["play", "DIR/locked-roll.jsonl", "--file", "DIR/locked-roll.fz"]),
    ("a story whose roll is in no known encoding", &["play", "DIR/odd-roll.jsonl", "--file", "DIR/odd-roll.fz"]),
    ("a story whose roll is empty", &["play", "DIR/empty-roll.jsonl", "--file", "DIR/empty-roll.fz"]),
    ("a procedure nobody ships", &["plugin", "run", "lottery", "--roll", "ROLL"]),
    ("a procedure that is not there", &["plugin", "run", "DIR/nowhere.fz.wasm", "--roll", "ROLL"]),
    ("a procedure that is text", &["plugin", "run", "DIR/text.wasm", "--roll", "ROLL"]),
    ("a procedure without a roll", &["plugin", "run", "fee-apportionment"]),
    ("a roll that is not there", &["plugin", "run", "fee-apportionment", "--roll", "DIR/nowhere.csv"]),
    ("a roll with a password", &["plugin", "run", "fee-apportionment", "--roll", "DIR/locked.xlsx"]),
    ("a roll in no known encoding", &["plugin", "run", "fee-apportionment", "--roll", "DIR/odd.csv"]),
    ("an empty roll", &["plugin", "run", "fee-apportionment", "--roll", "DIR/empty.csv"]),
    ("a roll without doors", &["plugin", "run", "fee-apportionment", "--roll", "DIR/no-doors.csv"]),
    ("a roll with bad rows", &["plugin", "run", "fee-apportionment", "--roll", "BAD"]),
    ("a setting without a value", &["plugin", "run", "fee-apportionment", "--roll", "ROLL", "--set", "amount"]),
    ("a setting nobody declared", &["plugin", "run", "fee-apportionment", "--roll", "ROLL", "--set", "tip=1"]),
    ("an amount in words", &["plugin", "run", "fee-apportionment", "--roll", "ROLL", "--set", "amount=much"]),
    ("a method nobody declared", &["plugin", "run", "fee-apportionment", "--roll", "ROLL", "--set", "method=luck"]),
    ("a column the roll lacks", &["plugin", "run", "fee-apportionment", "--roll", "ROLL", "--set", "basis=taps"]),
    ("a table nobody wants", &["plugin", "run", "fee-apportionment", "--roll", "ROLL", "--table", "quotes=DIR/x.csv"]),
    ("to verify against another", &["verify", "DIR/demo.fz", "--against", "DIR/demo.fz"]),
    ("papers of a later version", &["export", "DIR/demo.fz", "--meeting", "1", "--to", "DIR/out", "--format", "pdf"]),
    ("to replay text", &["replay", "DIR/text.fz"]),
    ("to count", &["count", "--rule", "deliberation", "--roll", "ROLL", "--json"]),
    ("a new procedure whose name cannot be", &["plugin", "new", "Bad Name"]),
    ("to build what is not there", &["plugin", "build", "DIR/nowhere"]),
    ("to check a procedure that is not there", &["plugin", "check", "DIR/nowhere.fz.wasm"]),
    ("to test a procedure that is not there", &["plugin", "test", "DIR/nowhere.fz.wasm"]),
];

#[test]
fn every_bad_call_gets_one_sentence_in_its_language_and_nothing_else() {
    let folder = prepared();
    let (dir, bad) = (text(&folder.path("")), text(&root().join("app/papers/tests/data/roll-bad.csv")));
    let dir = dir.trim_end_matches('/');
    let before = folder.names("");
    for (wrong, words) in CALLS {
        let filled = words.iter().map(|word| word.replace("DIR", dir).replace("ROLL", &estate()).replace("BAD", &bad));
        let filled: Vec<String> = filled.collect();
        for lang in ["zh-CN", "en"] {
            let said = fangzhuo(filled.iter().map(String::as_str).chain(["--lang", lang]));
            let code = said.code;
            assert_eq!(code, 2, "{wrong}: {said:?}");
            let sentence = said.refused(2);
            assert_eq!(is_chinese(&sentence), lang == "zh-CN", "{wrong}: {sentence}");
            assert!(!sentence.contains("headless-") && !sentence.contains('{'), "{wrong}: {sentence}");
            // Each language begins anew.
            for made in folder.names("").into_iter().filter(|name| !before.contains(name)) {
                assert!(made.contains(".fz"), "{wrong} left {made}");
                std::fs::remove_file(folder.path(&made)).unwrap();
            }
        }
    }
}

#[test]
fn a_language_nobody_speaks_here_is_said_in_chinese() {
    assert!(is_chinese(&fangzhuo(["--lang", "fr", "verify", "x.fz"]).refused(2)));
}

#[test]
fn a_file_that_is_not_ours_stays_as_it_is() {
    let folder = prepared();
    for name in ["text.fz", "other.fz", "empty.fz"] {
        let before = std::fs::read(folder.path(name)).unwrap();
        for words in [vec!["verify", name], vec!["play", "good.jsonl", "--file", name]] {
            let words =
                words.into_iter().map(|word| if word.contains('.') { folder.at(word) } else { word.to_owned() });
            fangzhuo(words).refused(2);
        }
        assert_eq!(std::fs::read(folder.path(name)).unwrap(), before, "{name}");
    }
}

/// Every bad file the calls name, and the example.
fn prepared() -> Folder {
    let folder = Folder::new();
    std::fs::copy(folder.demo(), folder.path("demo.fz")).unwrap();
    std::fs::remove_dir_all(folder.path("demo")).unwrap();
    folder.write("text.fz", "this is a letter, and a long one, so that it has more bytes than a header. ".repeat(20));
    folder.write("text.wasm", "a letter");
    folder.write("empty.fz", "");
    rusqlite::Connection::open(folder.path("other.fz")).unwrap().execute_batch("CREATE TABLE letters(text)").unwrap();

    let create = r#"{"at":"2026-06-27T19:00:00+08:00","do":"create-file","title":"Shuichan","zone":"Asia/Shanghai","lang":"zh-CN"}"#;
    let stories: &[(&str, &str)] = &[
        ("good", r#"{"do":"add-person","card":{"name":"He"}}"#),
        ("dance", r#"{"do":"dance"}"#),
        ("noon", r#"{"at":"noon","do":"add-person","card":{"name":"He"}}"#),
        ("nobody", r#"{"by":"chair","do":"add-person","card":{"name":"He"}}"#),
        ("no-roll", r#"{"do":"import-roll","file":"nowhere.csv"}"#),
        ("locked-roll", r#"{"do":"import-roll","file":"locked.xlsx"}"#),
        ("odd-roll", r#"{"do":"import-roll","file":"odd.csv"}"#),
        ("empty-roll", r#"{"do":"import-roll","file":"empty.csv"}"#),
    ];
    for (name, line) in stories {
        folder.write(&format!("{name}.jsonl"), format!("{create}\n{line}\n"));
    }
    folder.write("goes-on.jsonl", stories[0].1);
    folder.write("prose.jsonl", format!("{create}\nThen everybody went home.\n"));
    folder.write("lists.jsonl", format!("{create}\n[1, 2]\n"));
    folder.write("bytes.jsonl", [create.as_bytes(), b"\n# \xB7\xBF\n"].concat());

    // A workbook with a password: Office's container with the stream of that name.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    folder.write("locked.xlsx", [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 504], &name, &[0; 64]].concat());
    folder.write("odd.csv", b"door,name\n1-101,\xFF\xFF\x80\xFF\n");
    folder.write("empty.csv", "");
    folder.write("no-doors.csv", "name,phone\nHe,1\n");
    folder
}
