//! The file: hash-chained events and erasable blobs in SQLite.
