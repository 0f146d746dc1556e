//! The screen before a component is compiled: shapes no honest procedure has, found by reading the file once.

use wasmparser::{MemorySectionReader, Parser, Payload, TableSectionReader};

use crate::failure::{Call, Failure};
use crate::limits;

/// Bytes of a page of linear memory (WebAssembly core specification, 4.2.8).
const WASM_PAGE: usize = 64 << 10;

/// Refuses a file of a shape that would only keep the compiler busy, or that this program does not run.
pub(crate) fn screen(bytes: &[u8]) -> Result<(), Failure> {
    let (mut sections, mut functions, mut depth) = (0_usize, 0_usize, 0_usize);
    for payload in Parser::new(0).parse_all(bytes) {
        let payload = payload.map_err(|error| Failure::unfit(format!("it is no whole component: {error}")))?;
        sections += usize::from(payload.as_section().is_some());
        at_most("sections", sections, limits::SECTIONS_OF_FILE)?;
        match payload {
            Payload::ModuleSection { .. } | Payload::ComponentSection { .. } => {
                depth += 1;
                at_most("nested modules and components", depth, limits::NESTING)?;
            }
            Payload::End(_) => depth = depth.saturating_sub(1),
            Payload::CodeSectionStart { count, .. } => {
                functions = functions.saturating_add(count as usize);
                at_most("functions", functions, limits::FUNCTIONS)?;
            }
            Payload::CodeSectionEntry(body) => {
                at_most("bytes in one function", body.range().len(), limits::FUNCTION_BYTES)?;
            }
            Payload::MemorySection(memories) => screen_memories(memories)?,
            Payload::TableSection(tables) => screen_tables(tables)?,
            _ => {}
        }
    }
    Ok(())
}

/// The memories of one module: of a kind this program runs, and none larger from the first than a call may have.
fn screen_memories(memories: MemorySectionReader<'_>) -> Result<(), Failure> {
    if memories.count() as usize > limits::MEMORIES {
        return Err(Failure::TooMuchMemory(Call::Start));
    }
    for memory in memories {
        let memory = memory.map_err(|error| Failure::unfit(format!("a memory: {error}")))?;
        if memory.memory64 || memory.shared {
            return Err(Failure::unfit("a memory with 64-bit addresses or of several threads"));
        }
        if memory.initial > (limits::MEMORY / WASM_PAGE) as u64 {
            return Err(Failure::TooMuchMemory(Call::Start));
        }
    }
    Ok(())
}

/// The tables of one module, likewise.
fn screen_tables(tables: TableSectionReader<'_>) -> Result<(), Failure> {
    if tables.count() as usize > limits::TABLES {
        return Err(Failure::TooMuchMemory(Call::Start));
    }
    for table in tables {
        let table = table.map_err(|error| Failure::unfit(format!("a table: {error}")))?;
        if table.ty.table64 {
            return Err(Failure::unfit("a table with 64-bit addresses"));
        }
        if table.ty.initial > limits::TABLE_ELEMENTS as u64 {
            return Err(Failure::TooMuchMemory(Call::Start));
        }
    }
    Ok(())
}

fn at_most(what: &str, found: usize, limit: usize) -> Result<(), Failure> {
    if found <= limit { Ok(()) } else { Err(Failure::unfit(format!("{found} {what}, at most {limit}"))) }
}
