//! What a procedure may use. Constants: a meeting must go the same way on every PC.

/// Bytes of a component file.
pub const FILE: usize = 24 << 20;
/// Bytes of linear memory, over all memories of a call.
pub const MEMORY: usize = 64 << 20;
/// Bytes of WebAssembly stack.
pub const STACK: usize = 1 << 20;
/// Bytes of the stack of the thread a call runs on.
pub const THREAD_STACK: usize = 8 << 20;
/// Core instances of a call.
pub const INSTANCES: usize = 64;
/// Memories of a call.
pub const MEMORIES: usize = 16;
/// Tables of a call.
pub const TABLES: usize = 16;
/// Elements of a table.
pub const TABLE_ELEMENTS: usize = 20_000;
/// Fuel to instantiate.
pub const FUEL_INSTANTIATE: u64 = 100_000_000;
/// Fuel of `update` and `view`.
pub const FUEL_STEP: u64 = 2_000_000_000;
/// Fuel of `init` and `conclude`.
pub const FUEL_WHOLE: u64 = 4_000_000_000;
/// A replay gets so many times the fuel: it repeats what once was quick enough, perhaps on another engine.
pub const REPLAY_FACTOR: u64 = 4;
/// Bytes that may cross from a procedure in one call, texts counted as often as they are pointed at.
pub const CROSSING: usize = 64 << 20;
/// Seconds to compile a component.
pub const COMPILE_SECONDS: u64 = 60;
/// Bytes of address space of the child that compiles.
pub const COMPILE_MEMORY: u64 = 2 << 30;
/// Sections of a component file, nested ones too.
pub const SECTIONS_OF_FILE: usize = 10_000;
/// Components and modules one inside the other.
pub const NESTING: usize = 16;
/// Functions of a component file.
pub const FUNCTIONS: usize = 50_000;
/// Bytes of one function.
pub const FUNCTION_BYTES: usize = 2 << 20;
/// Bytes of a state.
pub const STATE: usize = 4 << 20;
/// Bytes of an event as JSON.
pub const EVENT: usize = 256 << 10;
/// Rows of a frozen table.
pub const ROWS: usize = 20_000;
/// Columns of a frozen table.
pub const COLUMNS: usize = 64;
/// Bytes of the frozen data as JSON.
pub const INPUTS: usize = 32 << 20;
/// Sections of a page.
pub const SECTIONS: usize = 64;
/// Blocks of a page.
pub const BLOCKS: usize = 256;
/// Cells of a page, or of a conclusion's sheets.
pub const CELLS: usize = 250_000;
/// Fields of a form.
pub const FIELDS: usize = 64;
/// Bars, items, options, buttons, sentences, candidates or duties in one list.
pub const ITEMS: usize = 2_000;
/// Lines a procedure may write to the author's console in one call.
pub const LOG_LINES: usize = 200;
/// Characters of a label.
pub const LABEL: usize = 200;
/// Characters of a message.
pub const MESSAGE: usize = 2_000;
/// Characters of a text.
pub const TEXT: usize = 20_000;
