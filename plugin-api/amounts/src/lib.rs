//! Exact money, area and splitting, used by core, plugins and tests.
