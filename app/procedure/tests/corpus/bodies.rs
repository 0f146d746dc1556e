//! Functions that mean no good: they never end, take everything, trap, recurse, or lie about their results.

use super::{Case, End, Run};
use crate::common::desk;
use crate::common::hostile::{Hostile, word};

const LOOP: &str = "(loop $l (br $l)) (unreachable)";
const GROW: &str = "(loop $l (br_if $l (i32.ne (memory.grow (i32.const 16)) (i32.const -1)))) (unreachable)";
const TABLES: &str =
    "(loop $l (br_if $l (i32.ne (table.grow $many (ref.null func) (i32.const 1000)) (i32.const -1)))) (unreachable)";
const DEEP: &str = "(call $deep (i32.const 0))";
/// Takes what it is asked for, aligned.
const BUMP: &str = "(global.get $heap) (global.set $heap (i32.add (global.get $heap) \
    (i32.and (i32.add (local.get 3) (i32.const 15)) (i32.const -16))))";

/// One of the five calls gets a body, the others stay good.
fn at(call: usize, body: &'static str) -> Hostile {
    let mut hostile = Hostile::default();
    match call {
        // The start function leaves nothing on the stack.
        0 => hostile.start = body,
        1 => hostile.init = body,
        2 => hostile.update = body,
        3 => hostile.view = body,
        _ => hostile.conclude = body,
    }
    "(table $many 1 funcref)".clone_into(&mut hostile.module);
    hostile
}

pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let calls = ["start", "init", "update", "view", "conclude"];
    for (call, name) in calls.into_iter().enumerate() {
        cases.push(Case::new(format!("a loop in {name}"), &[End::TooSlow], move || at(call, LOOP).pack()).slow());
        let grow = move || at(call, GROW).pack();
        cases.push(Case::new(format!("ever more memory in {name}"), &[End::TooMuchMemory], grow));
        let tables = move || at(call, TABLES).pack();
        cases.push(Case::new(format!("ever larger tables in {name}"), &[End::TooMuchMemory], tables));
        cases.push(Case::new(format!("a panic in {name}"), &[End::Broken], move || at(call, "(unreachable)").pack()));
        // A start function drops what recursion would leave.
        let deep = if call == 0 { "(drop (call $deep (i32.const 0)))" } else { DEEP };
        cases.push(Case::new(format!("deep recursion in {name}"), &[End::Broken], move || at(call, deep).pack()));
        let outside = if call == 0 { "(drop (i32.load (i32.const -4)))" } else { "(i32.const 0x7ffffff0)" };
        cases.push(Case::new(format!("a pointer outside memory in {name}"), &[End::Broken], move || {
            at(call, outside).pack()
        }));
    }
    cases.extend(bombs());
    cases.extend(liars());
    cases.push(counter());
    cases.push(painter());
    cases
}

fn bombs() -> Vec<Case> {
    let too_much = [End::TooMuchMemory];
    let first = || Hostile { memory: 2_000, ..Hostile::default() }.pack();
    let table = || Hostile { module: "(table 30000 funcref)".to_owned(), ..Hostile::default() }.pack();
    let tables = || Hostile { module: "(table 10 funcref)".repeat(40), ..Hostile::default() }.pack();
    // 1,000 sentences that are all the same mebibyte: small inside, a gigabyte outside.
    let result = || {
        let sentences: String = (0..1_000).map(|_| word(2 << 20 | 1 << 16) + &word(1 << 20)).collect();
        let data = vec![(32, word(1 << 21) + &word(1_000)), (1 << 21, sentences)];
        Hostile { data, memory: 64, ..Hostile::default() }.pack()
    };
    let state = || Hostile { data: vec![(20, word(0) + &word(5 << 20))], memory: 100, ..Hostile::default() }.pack();
    let length = || Hostile { data: vec![(20, word(64) + &word(u32::MAX))], ..Hostile::default() }.pack();
    vec![
        Case::new("a memory of 125 MiB from the first", &too_much, first),
        Case::new("a table of 30,000 from the first", &too_much, table),
        Case::new("forty tables", &too_much, tables),
        Case::new("a result that is a gigabyte outside", &too_much, result),
        Case::new("a state of 5 MiB", &too_much, state),
        Case::new("a state of 4 GiB", &[End::Broken, End::TooMuchMemory], length),
    ]
}

fn liars() -> Vec<Case> {
    let data = |data: Vec<(u32, String)>| move || Hostile { data: data.clone(), ..Hostile::default() }.pack();
    let realloc = |realloc: &'static str| move || Hostile { realloc, ..Hostile::default() }.pack();
    let broken = [End::Broken];
    vec![
        Case::new("bad UTF-8", &broken, data(vec![(16, word(512) + &word(4)), (512, "\\ff\\fe\\c3\\28".to_owned())])),
        Case::new(
            "a text longer than memory",
            &[End::Broken, End::TooMuchMemory],
            data(vec![(16, word(512) + &word(1 << 30))]),
        ),
        Case::new("a result that is neither ok nor err", &broken, data(vec![(16, "\\07".to_owned())])),
        Case::new("an outcome that is none", &[End::Broken, End::Invalid], data(vec![(20, word(9))])),
        Case::new(
            "a block that is none",
            &broken,
            data(vec![
                (24, word(512) + &word(1)),
                (512, word(600) + &word(1) + &word(0).repeat(3) + &word(640) + &word(1)),
                (600, "a".to_owned()),
                (640, word(200)),
            ]),
        ),
        Case::new("a fault whose code is no key", &broken, data(vec![(16, word(1))])),
        Case::new("an allocator that gives an address outside", &broken, realloc("(i32.const 0x7ffffff0)")),
        Case::new("an allocator that gives odd addresses", &broken, realloc("(i32.const 4097)")),
        Case::new("an allocator that fails", &broken, realloc("(unreachable)")),
        Case::new("an allocator that never ends", &[End::TooSlow], realloc(LOOP)).slow(),
        Case::new("an allocator that takes everything", &[End::TooMuchMemory], realloc(GROW)),
        Case::new("an allocator that gives the same place for all", &[End::Harmless], realloc("(i32.const 4096)")),
        Case::new(
            "an allocator that gives the place of the results",
            &[End::Harmless, End::Broken, End::Invalid],
            realloc("(i32.const 16)"),
        ),
        Case::new("a table that is not declared", &broken, || {
            let data = vec![(65_536, "abc".to_owned())];
            Hostile { view: "(call $rows (i32.const 65536) (i32.const 3))", data, ..Hostile::default() }.pack()
        }),
    ]
}

/// Counts its calls in a static and shows the count: every call must begin with a fresh instance.
fn counter() -> Case {
    let file = || {
        let view = "(i32.store8 (i32.const 600) (i32.add (global.get $count) (i32.const 48))) \
            (global.set $count (i32.add (global.get $count) (i32.const 1))) (i32.const 16)";
        let update = "(global.set $count (i32.const 5)) (i32.store8 (i32.const 600) (i32.const 57)) (i32.const 1024)";
        let data = vec![(16, word(600) + &word(1))];
        // The results of the other calls stand elsewhere: at 16 there is a headline now.
        let elsewhere = "(i32.const 1024)";
        Hostile { view, update, init: elsewhere, conclude: elsewhere, data, ..Hostile::default() }.pack()
    };
    let holds = |run: &Run| {
        let reads = |_| run.next.page(&desk("en")).is_ok_and(|page| page.headline == "0");
        (0..3).all(reads) && run.first.step(&super::press()).is_ok_and(|next| next.state() == run.next.state())
    };
    Case { holds, ..Case::new("a counter in a static", &[End::Harmless], file) }
}

/// Reads the private column and paints all of it as an open one: the desk may see it, the room gets no page of it.
fn painter() -> Case {
    let file = || {
        let view = "(call $column (i32.const 1900) (i32.const 10) (i32.const 1920) (i32.const 2) (i32.const 816)) \
            (i32.const 16)";
        let table = word(3) + &word(0) + &word(600) + &word(1) + &word(0).repeat(2) + &word(36) + &word(800) + &word(1);
        let data = vec![
            (24, word(512) + &word(1)),
            (512, word(600) + &word(1) + &word(0).repeat(3) + &word(640) + &word(1)),
            (600, "a".to_owned()),
            (640, table),
            (1_900, "households".to_owned()),
            (1_920, "c1".to_owned()),
            (800, word(600) + &word(1)),
        ];
        let elsewhere = "(i32.const 1024)";
        Hostile {
            view,
            realloc: BUMP,
            init: elsewhere,
            update: elsewhere,
            conclude: elsewhere,
            data,
            ..Hostile::default()
        }
        .pack()
    };
    let holds = |run: &Run| {
        let painted = run.first.page(&desk("zh-CN")).is_ok_and(|page| format!("{page:?}").contains("低保"));
        let room = run.first.audience_page("zh-CN", None);
        painted && matches!(room, Ok(None))
    };
    Case { holds, ..Case::new("what reads a private column and paints all of it", &[End::Harmless], file) }
}
