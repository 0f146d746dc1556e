//! What is part of the program file: the procedures as built components, and the example meeting with its roll.

use session::Shipped;

/// The example meeting: sharing the cost of emptying a septic tank.
const EXAMPLE: &str = include_str!("../../../tests/stories/septic-tank.jsonl");

/// Procedures, in the order in which they are offered.
const COMPONENTS: &[&[u8]] = &[
    include_bytes!("../../../plugins/fee-apportionment/fee-apportionment.fz.wasm"),
    include_bytes!("../../../plugins/quote-comparison/quote-comparison.fz.wasm"),
    include_bytes!("../../../plugins/site-selection/site-selection.fz.wasm"),
    include_bytes!("../../../plugins/wish-claims/wish-claims.fz.wasm"),
    include_bytes!("../../../plugins/ordering/ordering.fz.wasm"),
    include_bytes!("../../../plugins/acceptance/acceptance.fz.wasm"),
];

/// The files the example names.
const EXAMPLE_FILES: &[(&str, &[u8])] =
    &[("roll-shuichan.csv", include_bytes!("../../../tests/stories/roll-shuichan.csv"))];

/// What the program brings along.
pub(crate) fn shipped() -> Shipped {
    Shipped { components: COMPONENTS.to_vec(), example: EXAMPLE, example_files: EXAMPLE_FILES.to_vec() }
}
