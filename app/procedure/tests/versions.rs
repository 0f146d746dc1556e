//! Versions of the contract against each other: an old host with a new plugin, a plugin that exports more than it must, and
//! released folders that nobody changes any more.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use common::{ENGINE, estate};
use procedure::{Component, Failure, Hash, Inputs, Running, households_table};
use wit_component::{StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

const WIT: &str = include_str!("../../../plugin-api/wit/0.1.0/procedure.wit");
const MANIFEST: &str = r#"
id = "versions"
version = "0.1.0"
world = "fangzhuo:procedure/plugin@0.1.0"
licence = "MIT"
authors = ["nobody"]
title = { zh-CN = "版本", en = "Versions" }
"#;

/// A procedure of this contract and these further fields of its module; at address 16 stand zero bytes, which are an
/// empty state, page and conclusion.
fn packed(wit: &str, module: &str, manifest: &str) -> Vec<u8> {
    let mut resolve = Resolve::default();
    let package = resolve.push_source("procedure.wit", wit).unwrap();
    let version = resolve.packages[package].name.version.clone().unwrap();
    let world = resolve.select_world(&[package], Some("plugin")).unwrap();
    let name = format!("fangzhuo:procedure/procedure@{version}");
    let text = format!(
        r#"(module
            (import "fangzhuo:procedure/host@{version}" "rows" (func $rows (param i32 i32) (result i32)))
            {module}
            (memory (export "memory") 2)
            (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) (i32.const 4096))
            (func (export "{name}#init") (param i32 i32) (result i32) (i32.const 16))
            (func (export "{name}#update") (param i32) (result i32) (i32.const 16))
            (func (export "{name}#view") (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (i32.const 16))
            (func (export "{name}#conclude") (param i32 i32 i32 i32) (result i32) (i32.const 16)))"#
    );
    let mut core = wat::parse_str(text).unwrap();
    embed_component_metadata(&mut core, &resolve, world, StringEncoding::UTF8).unwrap();
    pack::pack(&core, manifest, "").unwrap()
}

fn begin(bytes: &[u8]) -> Result<Running, Failure> {
    let households = households_table(&estate());
    let inputs = Inputs { tables: [("households".to_owned(), households)].into(), settings: [].into() };
    Running::start(ENGINE.component(bytes)?, Arc::new(inputs), "zh-CN")
}

/// The sentence "does not fit this version", with why behind it.
fn unfit(bytes: &[u8], why: &str) {
    let failure = Component::check(bytes).and_then(|_| ENGINE.component(bytes)).map(|_| ());
    let Err(failure) = failure else { panic!("it should not fit") };
    assert_eq!(failure.key(), Failure::Unfit { detail: String::new() }.key(), "{failure:?}");
    assert!(failure.detail().contains(why), "{failure:?}");
}

#[test]
fn given_a_procedure_of_this_version_then_it_runs() {
    assert!(begin(&packed(WIT, "", MANIFEST)).is_ok());
}

#[test]
fn given_a_procedure_of_a_later_version_then_it_does_not_fit_and_says_which_it_wants() {
    let wit = WIT.replace("fangzhuo:procedure@0.1.0", "fangzhuo:procedure@0.2.0");
    let later = packed(&wit, "", &MANIFEST.replace("plugin@0.1.0", "plugin@0.2.0"));
    unfit(&later, "@0.2.0");
    // A manifest alone that claims a later world is believed.
    unfit(&packed(WIT, "", &MANIFEST.replace("plugin@0.1.0", "plugin@0.2.0")), "plugin@0.2.0");
}

#[test]
fn given_a_procedure_that_wants_a_function_this_version_does_not_have_then_it_does_not_fit() {
    let wit = WIT.replace("    log: func(line: string);", "    log: func(line: string);\n    moon: func() -> u32;");
    assert_ne!(wit, WIT);
    let module = r#"(import "fangzhuo:procedure/host@0.1.0" "moon" (func $moon (result i32)))"#;
    unfit(&packed(&wit, module, MANIFEST), "moon");
}

#[test]
fn given_a_procedure_of_this_version_that_exports_more_then_it_runs() {
    let wit = WIT.replace(
        "world plugin { import host; export procedure; }",
        "world plugin { import host; export procedure; export further: func() -> u32; }",
    );
    assert_ne!(wit, WIT);
    let module = r#"(func (export "further") (result i32) (i32.const 7))"#;
    assert!(begin(&packed(&wit, module, MANIFEST)).is_ok());
}

/// SHA-256 over the files of a folder: each name, length and bytes, in the order of the names.
fn folder_hash(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut bytes = Vec::new();
    for (name, file) in files {
        for part in [name.as_bytes(), file] {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part);
        }
    }
    Hash::of(&bytes).to_string()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())).collect()
}

/// What of the released folders is not as it was released.
fn changed(list: &str, read: impl Fn(&str) -> BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .filter_map(|line| match line.split_once("  ") {
            Some((hash, folder)) if folder_hash(&read(folder)) == hash => None,
            Some((_, folder)) => Some(folder.to_owned()),
            None => Some(line.to_owned()),
        })
        .collect()
}

#[test]
fn released_folders_are_as_they_were_released() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugin-api/wit");
    let list = std::fs::read_to_string(root.join("RELEASED")).unwrap();
    assert_eq!(changed(&list, |folder| files(&root.join(folder))), Vec::<String>::new());
}

#[test]
fn given_a_released_folder_when_anything_in_it_changes_then_it_is_named() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plugin-api/wit/0.1.0");
    let now = files(&root);
    let list = format!("# released\n{}  0.1.0\n", folder_hash(&now));
    assert!(changed(&list, |_| now.clone()).is_empty());
    let mut other = now.clone();
    let first = other.values_mut().next().unwrap();
    first[0] ^= 1;
    assert_eq!(changed(&list, |_| other.clone()), ["0.1.0"]);
    let mut more = now.clone();
    more.insert("more.wit".into(), Vec::new());
    assert_eq!(changed(&list, |_| more.clone()), ["0.1.0"]);
    let renamed: BTreeMap<String, Vec<u8>> =
        now.iter().map(|(name, file)| (format!("x{name}"), file.clone())).collect();
    assert_eq!(changed(&list, |_| renamed.clone()), ["0.1.0"]);
    // A line nobody can read guards nothing, so it fails too.
    assert_eq!(changed("0.1.0", |_| now.clone()), ["0.1.0"]);
}
