//! The only way to a durable deed: decide, append, fold, publish.

pub mod audience;
