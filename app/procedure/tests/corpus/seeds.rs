//! Modules made by chance in the contract's shape: whatever they do, they end as one of the six, or harmlessly.

use std::sync::Arc;

use wasm_smith::{Config, Module};

use super::{Case, End};
use crate::common::hostile::{Hostile, pack_core};

/// Bytes by a linear congruence: the same for the same seed on every machine.
fn noise(seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    (0..4_096).map(|_| next()).collect()
}

fn module(shape: &Arc<Vec<u8>>, seed: u64) -> Vec<u8> {
    let config = Config {
        module_shape: Some(shape.to_vec()),
        max_instructions: 200,
        max_tables: 4,
        threads_enabled: false,
        memory64_enabled: false,
        gc_enabled: false,
        exceptions_enabled: false,
        ..Config::default()
    };
    let noise = noise(seed);
    let mut bytes = arbitrary::Unstructured::new(&noise);
    Module::new(config, &mut bytes).unwrap().to_bytes()
}

pub fn cases(count: u64) -> Vec<Case> {
    let shape = Arc::new(Hostile::default().core());
    let any = [End::Harmless, End::TooSlow, End::TooMuchMemory, End::Broken, End::Invalid, End::Unfit];
    let case = |seed| {
        let shape = Arc::clone(&shape);
        // What cannot even be packed is brought as it is.
        let file = move || {
            let core = module(&shape, seed);
            pack_core(core.clone()).unwrap_or(core)
        };
        Case::new(format!("seed {seed}"), &any, file).slow()
    };
    (0..count).map(case).collect()
}
