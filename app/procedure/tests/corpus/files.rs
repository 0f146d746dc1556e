//! Files that are no procedure, or one only a compiler could love.

use super::{Case, End};
use crate::common::hostile::{Hostile, MANIFEST};

const ANY: [End; 6] = [End::Harmless, End::TooSlow, End::TooMuchMemory, End::Broken, End::Invalid, End::Unfit];

fn wat(text: &str) -> Vec<u8> {
    wat::parse_str(text).unwrap()
}

/// A component of any shape with the two sections of a procedure.
fn with_sections(mut component: Vec<u8>) -> Vec<u8> {
    for (name, content) in [("fangzhuo:manifest", MANIFEST), ("fangzhuo:cases", "")] {
        let section = wasm_encoder::CustomSection { name: name.into(), data: content.as_bytes().into() };
        wasm_encoder::ComponentSection::append_to_component(&section, &mut component);
    }
    component
}

/// A start function of so many bytes, more or less.
fn huge(bytes: usize) -> Vec<u8> {
    let one = "(global.set $count (i32.add (global.get $count) (i32.const 77)))";
    let start: &'static str = Box::leak(one.repeat(bytes / 8).into_boxed_str());
    Hostile { start, ..Hostile::default() }.pack()
}

pub fn cases(full: bool) -> Vec<Case> {
    let unfit = [End::Unfit];
    let mut cases = vec![
        Case::new("an empty file", &unfit, Vec::new),
        Case::new("a table of the roll", &unfit, || "房号,业主\n1-1-101,张三\n".into()),
        Case::new("a core module", &unfit, || Hostile::default().core()),
        Case::new("a component of nothing", &unfit, || with_sections(wat("(component)"))),
        Case::new("more bytes than a file may have", &unfit, || vec![0; (24 << 20) + 1]),
        Case::new("a memory of 64 bits", &unfit, || with_sections(wat("(component (core module (memory i64 1)))"))),
        Case::new("a shared memory", &unfit, || with_sections(wat("(component (core module (memory 1 1 shared)))"))),
        Case::new("a table of 64 bits", &unfit, || {
            with_sections(wat("(component (core module (table i64 1 funcref)))"))
        }),
        Case::new("100,000 functions", &unfit, || {
            with_sections(wat(&format!("(component (core module {}))", "(func)".repeat(100_000))))
        }),
        Case::new("a million sections", &unfit, || {
            let mut file = Hostile::default().pack();
            for _ in 0..1_000_000 {
                file.extend([0, 1, 0]);
            }
            file
        }),
        Case::new("modules one inside the other", &unfit, || {
            let mut text = "(component)".to_owned();
            for _ in 0..40 {
                text = format!("(component {text})");
            }
            with_sections(wat(&text))
        }),
        Case::new("a function of 3 MiB", &unfit, || huge(3 << 20)),
        Case::new(
            "a function as large as may be",
            &[End::Harmless, End::TooSlow, End::TooMuchMemory, End::Unfit],
            move || huge(if full { 1 << 20 } else { 1 << 17 }),
        )
        .slow(),
        // How long they take is the machine's; that they end is ours.
        Case::new("functions that are all alike", &[End::Harmless, End::TooSlow, End::TooMuchMemory], move || {
            let module = "(func)".repeat(if full { 20_000 } else { 4_000 });
            Hostile { module, ..Hostile::default() }.pack()
        })
        .slow(),
    ];
    for import in [
        "wasi:cli/environment@0.2.0",
        "wasi:filesystem/types@0.2.0",
        "wasi:sockets/tcp@0.2.0",
        "wasi:clocks/wall-clock@0.2.0",
        "wasi:random/random@0.2.0",
        "fangzhuo:procedure/host@9.0.0",
        "somebody:else/thing",
    ] {
        let file = move || with_sections(wat(&format!("(component (import \"{import}\" (instance)))")));
        cases.push(Case::new(format!("it imports {import}"), &unfit, file));
    }
    // A good file cut short: the last bytes are the section of its cases, so every cut is noticed.
    for part in 0..64 {
        let file = move || {
            let whole = Hostile::default().pack();
            whole[..(whole.len() - 1) * part / 64].to_vec()
        };
        cases.push(Case::new(format!("cut short at {part} of 64"), &unfit, file));
    }
    let step = if full { 1 } else { 23 };
    let length = Hostile::default().pack().len();
    for place in (0..length).step_by(step) {
        let file = move || {
            let mut flipped = Hostile::default().pack();
            flipped[place] ^= 1 << (place % 8);
            flipped
        };
        cases.push(Case::new(format!("bit {} of byte {place} is flipped", place % 8), &ANY, file));
    }
    cases.into_iter().map(|case| Case { child: true, ..case }).collect()
}
