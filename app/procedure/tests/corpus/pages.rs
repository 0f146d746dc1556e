//! Pages that are bombs, break the contract, or carry characters that are not for people.

use super::{Case, End, Run};
use crate::common::desk;
use crate::common::hostile::{Hostile, word};

/// A page of one section with one table of so many rows: one column of flags.
fn table(rows: u32) -> Vec<u8> {
    let pages = rows / 65_536 + 3;
    let data = vec![
        (24, word(512) + &word(1)),
        (512, word(600) + &word(1) + &word(0).repeat(3) + &word(640) + &word(1)),
        (600, "a".to_owned()),
        (640, word(3) + &word(0) + &word(600) + &word(1) + &word(0).repeat(2) + &word(rows) + &word(800) + &word(1)),
        (800, word(600) + &word(1) + &word(0).repeat(2) + &word(1) + &word(65_536) + &word(rows)),
    ];
    elsewhere(Hostile { data, memory: pages, ..Hostile::default() })
}

/// A page whose results of other calls stand where there are zeros.
fn elsewhere(hostile: Hostile) -> Vec<u8> {
    let zeros = "(i32.const 1024)";
    Hostile { init: zeros, update: zeros, conclude: zeros, ..hostile }.pack()
}

fn page(data: Vec<(u32, String)>) -> impl Fn() -> Vec<u8> {
    move || elsewhere(Hostile { data: data.clone(), memory: 40, ..Hostile::default() })
}

/// Neither controls nor what turns a line about; a line feed is for running text, and stays.
fn plain(run: &Run) -> bool {
    run.first.page(&desk("zh-CN")).is_ok_and(|page| page.headline == "ab[cd\ne")
}

/// No longer than a label.
fn short(run: &Run) -> bool {
    run.first.page(&desk("zh-CN")).is_ok_and(|page| page.headline.chars().count() == procedure::limits::LABEL)
}

pub fn cases() -> Vec<Case> {
    let invalid = [End::Invalid];
    let one = |blocks: u32| (512, word(600) + &word(1) + &word(0).repeat(3) + &word(1 << 20) + &word(blocks));
    let twin: String = (0..2).map(|_| word(600) + &word(1) + &word(0).repeat(5)).collect();
    let headline = |text: String, bytes: usize| {
        let bytes = u32::try_from(bytes).unwrap();
        page(vec![(16, word(8_192) + &word(bytes)), (8_192, text)])
    };
    let bidi = "a\\e2\\80\\aeb\\1b\\5bc\\e2\\81\\a6d\\07\\0a\\e2\\80\\8fe".to_owned();
    vec![
        Case::new("250,000 cells", &[End::Harmless], || table(250_000)),
        Case::new("250,001 cells", &invalid, || table(250_001)),
        Case::new("a table of 4 million rows", &[End::Invalid, End::Broken, End::TooMuchMemory], || table(2_500_000)),
        Case::new("65 sections", &invalid, page(vec![(24, word(1 << 20) + &word(65))])),
        Case::new(
            "100,000 sections",
            &[End::Invalid, End::Broken, End::TooMuchMemory],
            page(vec![(24, word(1 << 20) + &word(100_000))]),
        ),
        Case::new("257 blocks", &invalid, page(vec![(24, word(512) + &word(1)), one(257), (600, "a".to_owned())])),
        Case::new(
            "two sections of one name",
            &invalid,
            page(vec![(24, word(2_048) + &word(2)), (2_048, twin), (600, "a".to_owned())]),
        ),
        Case::new("a section without a name", &invalid, page(vec![(24, word(512) + &word(1))])),
        Case {
            holds: short,
            ..Case::new("a headline of a mebibyte", &[End::Harmless], headline("x".repeat(1 << 20), 1 << 20))
        },
        Case { holds: plain, ..Case::new("characters that turn a line about", &[End::Harmless], headline(bidi, 18)) },
    ]
}
