//! Where the instances of calls live: places made once and wiped after each call.
//!
//! Every call gets a fresh instance. Memory fresh from the system costs a page fault for every page a call touches, which
//! is more than most calls compute; a place of the pool keeps its pages and is set back to what a fresh instance finds.
//! What an instance may have is judged by [`Frame`](crate::frame::Frame) alone: the pool has room for all that it allows.

use wasmtime::{Config, Enabled, Engine, InstanceAllocationStrategy, PoolingAllocationConfig};

use crate::limits;

/// Calls at a time, each with all it may have: a meeting has one, and seldom a second beside it.
const CALLS: usize = 8;
/// Bytes of a place that stay with the program between calls: what a procedure over a thousand households touches.
const KEPT: usize = 8 << 20;
/// Used places that wait for the procedure they last served; others take them over before new ones are made.
const WARM: u32 = 4;
/// Bytes of wasmtime's own record of an instance, well above that of the largest file there may be.
const RECORD: usize = 16 << 20;

/// An engine of this configuration whose instances live in a pool; where this system will not reserve the room for one,
/// every instance is made from fresh memory.
pub(crate) fn engine(config: Config) -> wasmtime::Result<Engine> {
    let mut pooled = config.clone();
    pooled.allocation_strategy(InstanceAllocationStrategy::Pooling(places()));
    Engine::new(&pooled).or_else(|error| {
        tracing::warn!(%error, "no room is kept for procedures; every call takes fresh memory");
        Engine::new(&config)
    })
}

fn places() -> PoolingAllocationConfig {
    let all = |each: usize| count(CALLS * each);
    let mut places = PoolingAllocationConfig::new();
    places
        .total_component_instances(count(CALLS))
        .total_core_instances(all(limits::INSTANCES))
        .total_memories(all(limits::MEMORIES))
        .total_tables(all(limits::TABLES))
        .max_memories_per_module(count(limits::MEMORIES))
        .max_tables_per_module(count(limits::TABLES))
        .table_elements(limits::TABLE_ELEMENTS)
        .max_core_instance_size(RECORD)
        .max_component_instance_size(RECORD)
        .max_unused_warm_slots(WARM)
        .linear_memory_keep_resident(KEPT)
        .table_keep_resident(limits::TABLE_ELEMENTS * size_of::<usize>())
        // Only pages a call has written are wiped, where the system can name them.
        .pagemap_scan(Enabled::Auto);
    places
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
