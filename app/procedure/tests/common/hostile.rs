//! Procedures that mean no good, written in WebAssembly text and packed as any author would pack theirs.

use std::fmt::Write as _;

use wit_component::{StringEncoding, embed_component_metadata};
use wit_parser::Resolve;

const WIT: &str = include_str!("../../../../plugin-api/wit/0.1.0/procedure.wit");
pub const MANIFEST: &str = r#"
id = "hostile"
version = "0.1.0"
world = "fangzhuo:procedure/plugin@0.1.0"
licence = "MIT"
authors = ["nobody"]
title = { zh-CN = "坏程序", en = "Hostile" }
"#;

/// The bodies of the four functions; each leaves the address of its result. At address 16 stand 64 zero bytes: as a result
/// they are "ok" with an empty state or conclusion, as a page an empty page.
pub struct Hostile {
    /// Further fields of the module, in WebAssembly text.
    pub module: String,
    /// The body of the allocator; its parameters are 0 to 3.
    pub realloc: &'static str,
    pub start: &'static str,
    pub init: &'static str,
    pub update: &'static str,
    pub view: &'static str,
    pub conclude: &'static str,
    /// Address and bytes, in WebAssembly text.
    pub data: Vec<(u32, String)>,
    pub memory: u32,
}

impl Default for Hostile {
    fn default() -> Hostile {
        let good = "(i32.const 16)";
        Hostile {
            module: String::new(),
            realloc: "(i32.const 4096)",
            start: "",
            init: good,
            update: good,
            view: good,
            conclude: good,
            data: Vec::new(),
            memory: 2,
        }
    }
}

impl Hostile {
    pub fn core(&self) -> Vec<u8> {
        let mut data = String::new();
        for (at, bytes) in &self.data {
            writeln!(data, "(data (i32.const {at}) \"{bytes}\")").unwrap();
        }
        let Hostile { module, realloc, start, init, update, view, conclude, memory, .. } = self;
        let name = "fangzhuo:procedure/procedure@0.1.0";
        wat::parse_str(format!(
            r#"(module
                (import "fangzhuo:procedure/host@0.1.0" "rows" (func $rows (param i32 i32) (result i32)))
                (import "fangzhuo:procedure/host@0.1.0" "column" (func $column (param i32 i32 i32 i32 i32)))
                (memory (export "memory") {memory})
                (global $count (mut i32) (i32.const 0))
                (global $heap (mut i32) (i32.const 70000))
                {module}
                (func $begin {start})
                (start $begin)
                (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32) {realloc})
                (func $deep (param i32) (result i32) (i32.add (call $deep (local.get 0)) (i32.const 1)))
                (func (export "{name}#init") (param i32 i32) (result i32) {init})
                (func (export "{name}#update") (param i32) (result i32) {update})
                (func (export "{name}#view") (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32) {view})
                (func (export "{name}#conclude") (param i32 i32 i32 i32) (result i32) {conclude})
                {data})"#
        ))
        .unwrap()
    }

    pub fn pack(&self) -> Vec<u8> {
        pack_core(self.core()).unwrap()
    }
}

/// A core module as any author would pack it.
pub fn pack_core(mut core: Vec<u8>) -> Result<Vec<u8>, String> {
    let mut resolve = Resolve::default();
    let package = resolve.push_source("procedure.wit", WIT).unwrap();
    let world = resolve.select_world(&[package], Some("plugin")).unwrap();
    embed_component_metadata(&mut core, &resolve, world, StringEncoding::UTF8).map_err(|error| error.to_string())?;
    pack::pack(&core, MANIFEST, "").map_err(|error| error.to_string())
}

/// A 32-bit number in the text of a data segment.
pub fn word(number: u32) -> String {
    number.to_le_bytes().iter().fold(String::new(), |mut text, byte| {
        write!(text, "\\{byte:02x}").unwrap();
        text
    })
}
